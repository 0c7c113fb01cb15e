#!/usr/bin/env bash
# Each fuzz target reads what it begins with, and every input that once broke it (tests/fuzz/found/TARGET/), without
# libFuzzer: the targets still compile, and the promises of the parsers hold for what is right. make fuzz goes further.
set -euo pipefail

programs=$(dirname "$ZONALE")/fuzz
export TMPDIR=$SCRATCH
count=0
for source in tests/fuzz/target_*.c; do
	target=${source##*/target_} && target=${target%.c}
	tests/fuzz/seeds "$target" "$SCRATCH/$target"
	mapfile -t inputs < <(find "$SCRATCH/$target" "tests/fuzz/found/$target" -type f 2>/dev/null)
	timeout 120 "$programs/$target" "${inputs[@]}" ||
		{ echo "$target does not take its inputs: $programs/$target FILE..." && exit 1; }
	count=$((count + ${#inputs[@]}))
done
echo "$count inputs"
