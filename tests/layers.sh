#!/usr/bin/env bash
# Proves from the #include lines that a layer of generator/ uses only what stands before it, and that
# each foreign library has one home. `tests/layers.sh FOLDER` looks at that folder alone; without an
# argument it first shows itself a violation of each kind, then looks at generator/.
set -euo pipefail

# Folder, then the folders that it may include. "." is generator/ itself: build.c and build.h.
layers='
base     base
write    base write
serve    base serve
source   base source
parse    base parse
model    base source parse model
history  base source parse model history
check    base source parse model history check
render   base source parse model history render
search   base source parse model history search
edit     base source parse model history edit
cmd      base source parse model history check render search edit write serve cmd .
.        base source parse model history check render search edit write serve cmd .
'

# Beginning of a header that is not for everyone, foreign or ours, then the files that may include it.
homes='
git2        source/
yaml.h      parse/
cmark       parse/
utf8proc.h  base/unicode.c
nettle/     base/digest.h base/digest.c
zlib.h      base/inflate.c
libxml/     render/xml.c
libstemmer  search/
microhttpd  serve/
render/html_raw.h   render/html.c render/md_html render/template
model/table_rows.h  model/tables_
'

# Headers of C11, POSIX and Linux: anyone's.
system=' assert.h ctype.h dirent.h errno.h fcntl.h inttypes.h limits.h math.h poll.h pthread.h sched.h
 signal.h stdalign.h stdarg.h stdatomic.h stdbool.h stddef.h stdint.h stdio.h stdlib.h stdnoreturn.h string.h
 strings.h termios.h time.h unistd.h linux/fs.h linux/openat2.h sys/file.h sys/inotify.h sys/ioctl.h sys/mman.h sys/random.h
 sys/resource.h sys/sendfile.h sys/socket.h sys/stat.h sys/statvfs.h sys/syscall.h sys/time.h
 sys/types.h sys/uio.h sys/vfs.h sys/wait.h '

violations() { # folder: a line each; nothing where all is well
	(cd "$1" && find . -name '*.[ch]' -o -name '*.def' | LC_ALL=C sort | sed 's|^\./||' |
		LAYERS=$layers HOMES=$homes SYSTEM=$system xargs awk '
	BEGIN {
		count = split(ENVIRON["LAYERS"], lines, "\n")
		for (i = 1; i <= count; i++) {
			fields = split(lines[i], field, " ")
			for (j = 2; j <= fields; j++)
				may[field[1], field[j]] = 1
			if (fields)
				known[field[1]] = 1
		}
		count_homes = split(ENVIRON["HOMES"], home, "\n")
		system_headers = ENVIRON["SYSTEM"]
		gsub(/[ \n]+/, " ", system_headers)
	}
	function wrong(why) {
		printf "%s:%d: %s\n", FILENAME, FNR, why
	}
	function folder(path) {
		return path ~ "/" ? substr(path, 1, index(path, "/") - 1) : "."
	}
	function has_other_home(header,    i, j, fields, field) {
		for (i = 1; i <= count_homes; i++) {
			fields = split(home[i], field, " ")
			if (!fields || index(header, field[1]) != 1)
				continue
			for (j = 2; j <= fields; j++)
				if (index(FILENAME, field[j]) == 1)
					return 0
			wrong(header " is for " field[2] " alone")
			return 1
		}
		return 0
	}
	function is_known(header,    i, fields, field) {
		for (i = 1; i <= count_homes; i++)
			if (split(home[i], field, " ") && index(header, field[1]) == 1)
				return 1
		return index(system_headers, " " header " ")
	}
	FNR == 1 && !known[folder(FILENAME)] { wrong("the folder is no layer") }
	/^[ \t]*#[ \t]*include/ {
		name = $0
		if (match(name, /"[^"]*"/)) {
			name = substr(name, RSTART + 1, RLENGTH - 2)
			if (name ~ /\.\./)
				wrong("\"" name "\" leads out of its folder")
			else if (!may[folder(FILENAME), folder(name)])
				wrong("\"" name "\" does not stand before " folder(FILENAME))
			else
				has_other_home(name)
		} else if (match(name, /<[^>]*>/)) {
			name = substr(name, RSTART + 1, RLENGTH - 2)
			if (!has_other_home(name) && !is_known(name))
				wrong("<" name "> is no header that tests/layers.sh knows")
		} else
			wrong("neither \"name\" nor <name> is included")
	}')
}

if [ $# -eq 1 ]; then
	found=$(violations "$1")
	[ -z "$found" ] || { printf '%s\n' "$found"; exit 1; }
	exit 0
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
wrong=0
tried=0
# good or bad, file, line. Each alone in a tree of its own.
while IFS='|' read -r expected file line; do
	[ -n "$file" ] || continue
	tried=$((tried + 1))
	rm -rf "$scratch/tree"
	mkdir -p "$scratch/tree/$(dirname "$file")"
	printf '/* a file */\n%s\n' "$line" >"$scratch/tree/$file"
	found=good
	violations "$scratch/tree" | grep -q "^$file:[12]: " && found=bad
	if [ "$found" != "$expected" ]; then
		echo "planted: '$line' in $file is $expected, and was taken for $found"
		wrong=1
	fi
done <<'END'
good|base/slice.c|#include "base/slice.h"
good|parse/yaml.c|#include <yaml.h>
good|parse/markdown.c|#include <cmark-gfm.h>
good|source/git.c|#include <git2/odb.h>
good|base/unicode.c|#include <utf8proc.h>
good|base/digest.h|#include <nettle/sha2.h>
good|base/inflate.c|#include <zlib.h>
good|render/page.c|#include "model/act.h"
good|render/page.c|#include "history/version.h"
good|write/publish.c|#include "base/file.h"
good|cmd/cmd_build.c|#include "build.h"
good|build.c|#include "check/check.h"
good|model/act.c|#include <string.h>
good|render/html.c|#include "render/html_raw.h"
good|model/tables_act.c|#include "model/table_rows.h"
bad|base/slice.c|#include "parse/yaml.h"
bad|source/git.c|#include "model/act.h"
bad|parse/yaml.c|  #  include "source/source.h"
bad|model/act.c|#include "history/version.h"
bad|history/version.h|#include "render/html.h"
bad|check/rules.def|#include "render/html.h"
bad|render/page.c|#include "check/check.h"
bad|render/page.c|#include "write/publish.h"
bad|write/publish.c|#include "source/source.h"
bad|write/publish.c|#include "model/act.h"
bad|serve/preview.c|#include "build.h"
bad|render/page.c|#include "cmd/main.h"
bad|render/page.c|#include "build.h"
bad|parse/yaml.c|#include "slice.h"
bad|parse/yaml.c|#include "base/../model/act.h"
bad|model/act.c|#include <git2.h>
bad|model/act.c|#include <yaml.h>
bad|render/page.c|#include <cmark-gfm.h>
bad|base/slice.c|#include <utf8proc.h>
bad|write/ledger.c|#include <nettle/sha2.h>
bad|check/sniff.c|#include <zlib.h>
bad|render/page.c|#include <libxml/xmlwriter.h>
bad|model/act.c|#include <curl/curl.h>
bad|model/act.c|#include HEADER
bad|render/page_act.c|#include "render/html_raw.h"
bad|model/act.c|#include "model/table_rows.h"
bad|helpers/misc.c|int x;
END

found=$(violations generator)
[ -z "$found" ] || { printf '%s\n' "$found" && wrong=1; }
[ "$wrong" -eq 0 ] && echo "$tried planted lines judged rightly"
