#!/usr/bin/env bash
# Kills builds with SIGKILL at all moments, and looks at what they leave: kill.sh [COMMAND]
#
# COMMAND GENERATION OUT publishes one of five different generations (1 to 5) of a site to the folder OUT;
# by default that of publish_driver.c. After each kill every file is wholly of one of the generations
# that may be there, what stays in all of them is there, and the links of every page that can be reached are
# whole (check_site.c). A third of the builds are killed on top of another that was killed. Each third time
# a build is let finish, and OUT must then be what a first build makes. Files of somebody else lie among
# ours all the time.
#
# KILLS=300 at moments spread evenly over the time that a build takes; then, where strace is there and may be
# used, TRACED=60 more, each at another system call that changes a folder (TRACED=9999: at each there is), and
# TRIPLES=60 times three in a row. all_kills.sh leaves no moment out, on a smaller site, without processes.
#
# In memory, where there is such a place: a disk adds waiting, and no other order of calls. IN=/var/tmp: there.
set -euo pipefail

KILLS=${KILLS:-300}
TRACED=${TRACED:-60}
TRIPLES=${TRIPLES:-60}
here=$(dirname "$(realpath "$0")")
tools=$(dirname "${ZONALE:-$here/../../build/zonale}")
command=${1:-$tools/publish_driver}
scratch=$(mktemp -d -p "${IN:-/dev/shm}" 2>/dev/null || mktemp -d)
trap 'rm -rf "$scratch"' EXIT
out=$scratch/out
passed=0 failed=0

# What is somebody else's lies in every generation, so that check_site looks after it, too.
lay_foreign_files() { # folder
	mkdir -p "$1/altrui/vuota"
	echo 'di altri' >"$1/altrui/nota.txt"
	echo 'di altri' >"$1/.gitignore"
}

verdict() { # what, and the output of a check that failed
	if [ -z "$2" ]; then
		passed=$((passed + 1))
	else
		failed=$((failed + 1))
		printf '%s:\n%s\n' "$1" "$(head -n 5 <<<"$2")"
		[ "$failed" -lt 10 ] || finish
	fi
}

finish() {
	printf '%d passed, %d failed\n' "$passed" "$failed"
	[ "$failed" -eq 0 ]
	exit
}

references() { # generation...: their folders
	printf "$scratch/reference/%s\n" "$@"
}

check() { # what, generation...
	local what=$1
	shift
	mapfile -t folders < <(references "$@")
	verdict "$what (generations $*)" \
	    "$("$tools/check_site" "$out" "${folders[@]}" 2>&1 || true)"
}

# Does the ledger say that a build is under way? A finished one leaves '=' alone.
unfinished() {
	grep -qE '^([-+?]|=~)' "$out/.zonale/ledger"
}

# Lets a build finish and compares all that is there, folders too.
complete() { # what, generation
	local said
	if said=$("$command" "$2" "$out" 2>&1); then
		said=$(diff -rq -x .zonale "$scratch/reference/$2" "$out" 2>&1 || true)
		! unfinished || said+=' unfinished ledger'
		[ ! -e "$out/.zonale/staging" ] || said+=' staging is left'
	else
		said="the next build fails: $said"
	fi
	verdict "$1, completed with generation $2" "$said"
}

other_than() { # generation, a number: another generation
	echo $((($1 + $2 % 4) % 5 + 1))
}

for generation in 1 2 3 4 5; do
	"$command" $generation "$scratch/reference/$generation"
	lay_foreign_files "$scratch/reference/$generation"
done
"$command" 1 "$out"
lay_foreign_files "$out"

# How long builds take here and now, in microseconds: the middle one of some. Later it is held where
# one build in five ends before it is killed, whatever else the machine does.
times=()
for generation in 3 5 2 4 3 5 1; do
	start=${EPOCHREALTIME//[.,]/}
	"$command" $generation "$out"
	times+=($((${EPOCHREALTIME//[.,]/} - start)))
done
mapfile -t times < <(printf '%d\n' "${times[@]}" | sort -n)
span=${times[3]}

may_be=(1) # generations of which there may be files
now=1
killed=0 midway=0 finished=0
for ((i = 1; killed < KILLS && finished <= KILLS; i++)); do
	now=$(other_than "$now" $((i / 3)))
	# Multiples of the golden section spread evenly, whatever KILLS is.
	delay=$((1 + i * 618034 % 1000000 * span / 1000000))
	status=0
	# timeout kills itself and all that it started; the shell's notice of it is not wanted.
	{ timeout -s KILL "$(printf '%d.%06d' $((delay / 1000000)) $((delay % 1000000)))" \
	    "$command" "$now" "$out"; } >"$scratch/said" 2>&1 || status=$?
	case " ${may_be[*]} " in *" $now "*) ;; *) may_be+=("$now") ;; esac
	case $status in
	0)
		finished=$((finished + 1)) may_be=("$now")
		span=$((span - span / 50))
		;;
	137)
		killed=$((killed + 1))
		span=$((span + span / 200))
		! unfinished || midway=$((midway + 1))
		;;
	*) verdict "build $i" "status $status: $(cat "$scratch/said")" ;;
	esac
	check "kill $i after $delay us" "${may_be[@]}"
	if ((i % 3 == 0)); then
		complete "kill $i after $delay us" "$now"
		may_be=("$now")
	fi
done
printf '%d builds killed within %d us, %d of them between the first and the last step; %d had ended before\n' \
    "$killed" "$span" "$midway" "$finished"

# The calls by which folders change. strace delivers the signal as the call is entered, and counts each
# kind of call by itself: which one is the Nth of all is looked up in a build that was let finish.
calls=renameat,renameat2,unlinkat,fsync,syncfs
trace() { # Nth call of a build, generation
	local call count
	call=$(sed -n "$1{s/^[0-9]* *//;s/(.*//;p}" "$scratch/calls")
	count=$(head -n "$1" "$scratch/calls" | grep -c " $call(")
	strace -f -qq -o "$scratch/trace" -e trace=$calls -e inject="$call:signal=KILL:when=$count" \
	    "$command" "$2" "$out"
}

if ! strace -f -qq -o /dev/null -e trace=none true 2>/dev/null; then
	echo 'no strace here: not killed at each system call'
	finish
fi
complete 'before tracing' 1
strace -f -qq -o "$scratch/calls" -e trace=$calls "$command" 2 "$out"
total=$(wc -l <"$scratch/calls")
complete 'before tracing' 1
for ((i = 0; i < TRACED && i < total; i++)); do
	at=$((TRACED >= total ? i + 1 : 1 + i * total / TRACED))
	status=0
	{ trace $at 2; } >"$scratch/said" 2>&1 || status=$?
	[ $status -eq 137 ] || verdict "call $at" "status $status: $(cat "$scratch/said")"
	check "kill at call $at of $total" 1 2
	# In turn: the work is finished, or undone by the generation before.
	[ $((i % 2)) -eq 0 ] || complete "kill at call $at of $total" 2
	complete "kill at call $at of $total" 1
done
printf '%d builds killed as they entered a system call, of %d calls\n' "$i" "$total"

# Three builds in a row, each killed at another of its calls: what the first ones left is in the others' way.
for ((i = 1; i <= TRIPLES; i++)); do
	first=$((i % 5 + 1))
	complete "before triple $i" "$first"
	may_be=("$first") now=$first
	for share in 618034 414213 732050; do
		now=$(other_than "$now" $((i / 5)))
		at=$((1 + i * share % 1000000 * total / 1000000))
		{ trace $at "$now"; } >"$scratch/said" 2>&1 || true
		may_be+=("$now")
		check "triple $i, kill at call $at" "${may_be[@]}"
	done
done
printf '%d times three builds killed in a row\n' "$TRIPLES"
finish
