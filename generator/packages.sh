#!/usr/bin/env bash
# Installs the Debian packages that a job needs and this machine lacks: packages.sh GROUP...
#
# Looks for what each package brings (a program, a library known to pkg-config, a header), not for the
# package: that takes some milliseconds, needs no apt, and is content with a library from elsewhere.
# Names are the same in Debian 12, Debian 13 and Ubuntu 24.04, but that Ubuntu has chromium as a snap alone.
set -euo pipefail

# group  package  what shows that it is there
needs='
build    gcc                           program gcc
build    libc6-dev                     header stdio.h
build    pkgconf                       program pkg-config
build    libgit2-dev                   library libgit2
build    libyaml-dev                   library yaml-0.1
build    libutf8proc-dev               library libutf8proc
build    nettle-dev                    library nettle
build    zlib1g-dev                    library zlib
build    libcmark-gfm-dev              header cmark-gfm.h
build    libcmark-gfm-extensions-dev   header cmark-gfm-core-extensions.h
build    libstemmer-dev                header libstemmer.h
theme    nodejs                        program node
theme    npm                           program npm
test     git                           program git
test     libcriterion-dev              library criterion
test     libjansson-dev                library jansson
test     nodejs                        program node
valgrind valgrind                      program valgrind
valgrind libc6-dbg                     debug symbols
fuzz     clang                         program clang
fuzz     libclang-rt-dev               fuzzer libFuzzer
lint     clang                         program clang
lint     clang-tidy                    program clang-tidy
lint     cppcheck                      program cppcheck
lint     shellcheck                    program shellcheck
format   clang-format-14               program clang-format-14
browser  chromium                      program chromium
browser  nodejs                        program node
browser  npm                           program npm
browser  poppler-utils                 program pdftotext
bench    git                           program git
bench    hugo                          program hugo
'

is_there() { # kind name
	case $1 in
	program) command -v "$2" >/dev/null ;;
	library) command -v pkg-config >/dev/null && pkg-config --exists "$2" ;;
	header) [ -e "/usr/include/$2" ] || [ -e "/usr/local/include/$2" ] ;;
	debug) [ -d /usr/lib/debug/.build-id ] ;;
	fuzzer) echo 'int LLVMFuzzerTestOneInput(void) { return 0; }' |
		clang -w -fsanitize=fuzzer,address -x c -o /dev/null - 2>/dev/null ;;
	esac
}

missing() { # group...
	local group package kind name
	while read -r group package kind name; do
		case " $* " in *" $group "*) is_there "$kind" "$name" || echo "$package" ;; esac
	done <<<"${needs:1:-1}" | sort -u
}

mapfile -t packages < <(missing "$@")
[ ${#packages[@]} -gt 0 ] || exit 0

if ! command -v apt-get >/dev/null; then
	printf 'zonale needs what these Debian packages hold; install it the way of this system:\n  %s\n' \
	    "${packages[*]}" >&2
	exit 1
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
	if ! command -v sudo >/dev/null; then
		printf 'Some packages are missing. As administrator: apt-get install %s\n' "${packages[*]}" >&2
		exit 1
	fi
	as_root=(sudo)
	# Where nobody can answer, sudo must not ask.
	[ -t 0 ] || as_root=(sudo -n)
fi

printf 'Installing what is missing%s: %s\n' "${as_root:+ (with sudo)}" "${packages[*]}"
apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
"${apt[@]}" update >/dev/null || echo 'The list of packages could not be renewed; trying with the old one.' >&2
"${apt[@]}" install -y --no-install-recommends "${packages[@]}" >/dev/null

mapfile -t packages < <(missing "$@")
if [ ${#packages[@]} -gt 0 ]; then
	printf 'Installed, but not found afterwards: %s\n' "${packages[*]}" >&2
	exit 1
fi
