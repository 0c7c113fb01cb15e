#!/usr/bin/env bash
# The README's examples for the secretariat are good content: copied as they stand, `check` has nothing to
# say about them.
set -euo pipefail

site=$SCRATCH/site

block() { # language, a text that the block holds: the first such block
	awk -v fence="\`\`\`$1" -v wanted="$2" '
		$0 == fence { inside = 1; text = ""; next }
		inside && /^```$/ {
			if (index(text, wanted)) { printf "%s", text; found = 1; exit }
			inside = 0
		}
		inside { text = text $0 "\n" }
		END { exit !found }
	' README.md
}
commit() { # message
	git -C "$site" add content
	GIT_COMMITTER_DATE='2025-05-02T10:00:00 +0000' git -C "$site" commit -q -m "$1"
}
checked() { # what
	if ! "$ZONALE" check "$site" --today 2025-06-02 >"$SCRATCH/said" 2>&1 ||
		grep -q '/dczi-99\|note_pubbliche\|oscuramenti\|cessati' "$SCRATCH/said"; then
		cat "$SCRATCH/said"
		echo "the README's $1 is found fault with"
		exit 1
	fi
}

mkdir "$site"
cp -R content "$site/content"
mkdir -p "$site/content/atti/2025"
git -C "$site" init -q -b main

block markdown 'tipo: delibera' >"$site/content/atti/2025/dczi-99.md"
commit 'Pubblica la delibera 99'
checked 'delibera'

mkdir "$site/content/atti/2025/dczi-99"
printf '%%PDF-1.4\n' >"$site/content/atti/2025/dczi-99/piano.pdf"
cp tests/cases/attachments/content/atti/2031/dcza-1/lettera.odt "$site/content/atti/2025/dczi-99/piano.odt"
block yaml 'allegati:' >"$SCRATCH/attachments"
# At the end of the front matter.
awk -v list="$SCRATCH/attachments" '
	$0 == "---" && ++fences == 2 { while ((getline line <list) > 0) print line }
	{ print }
' "$site/content/atti/2025/dczi-99.md" >"$SCRATCH/with" && cp "$SCRATCH/with" "$site/content/atti/2025/dczi-99.md"
commit 'Aggiunge gli allegati'
checked 'list of attachments'

block yaml 'nota: ' >"$site/content/note_pubbliche.yaml"
block yaml 'oscuramenti.yaml' >"$site/content/oscuramenti.yaml"
commit 'Aggiunge una nota e un oscuramento'
checked 'public note or obscuring'

# The message that the README explains is the one that is shown.
cp "$site/content/atti/2025/dczi-99.md" "$SCRATCH/good.md"
sed -i 's/^data: .*/data: ieri/' "$site/content/atti/2025/dczi-99.md"
"$ZONALE" check "$site" --today 2025-06-02 >"$SCRATCH/said" 2>&1 || true
grep -A 3 -F 'dczi-99.md:5:7' README.md | sed 's/^    //' >"$SCRATCH/explained"
grep -A 3 -F 'dczi-99.md:5:7' "$SCRATCH/said" | diff "$SCRATCH/explained" - || {
	echo 'the README explains a message that is not shown so'
	exit 1
}
cp "$SCRATCH/good.md" "$site/content/atti/2025/dczi-99.md"

rm "$site/content/note_pubbliche.yaml" "$site/content/oscuramenti.yaml"
rm -r "$site/content/atti/2025/dczi-99.md" "$site/content/atti/2025/dczi-99"
block yaml 'cessati.yaml' >"$site/content/cessati.yaml"
commit 'Toglie la delibera 99'
checked 'address that is gone'

# What is wrong is found: without its reason the act has vanished.
rm "$site/content/cessati.yaml"
commit 'Dimentica il perché'
if "$ZONALE" check "$site" --today 2025-06-02 >"$SCRATCH/said" 2>&1; then
	echo 'a vanished act was not found'
	exit 1
fi
echo 'the examples are good content'
