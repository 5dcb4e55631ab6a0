#!/bin/sh
# scenario.sh TOQUE FILE.py [PYTHON SCRIPT]: a scenario that we ship keeps what it expects, nothing is
# said of its directives, it has a title, captions and all texts in each language, and fits on a page. With a
# PYTHON, and the SCRIPT that runs programs there: both print the same.
set -eu
toque=$1 file=$2
fail() { echo "$file: $*"; exit 1; }
if [ $# = 4 ]; then
    dir=$(mktemp -d)
    trap 'rm -rf "$dir"' EXIT
    "$toque" run "$file" >"$dir/ours" 2>"$dir/said" || true
    PYTHONHASHSEED=0 "$3" "$4" "$file" >"$dir/theirs" 2>/dev/null || true
    diff "$dir/theirs" "$dir/ours" || fail "CPython prints something else"
    exit
fi
"$toque" check "$file" || fail "it is not as its author says"
[ -z "$("$toque" export --csv - "$file" 2>&1 >/dev/null)" ] || fail "its directives are not right"
[ "$(wc -l <"$file")" -lt 60 ] || fail "it is longer than a page"
for name in title about chapter level; do
    grep -q "^#: $name " "$file" || fail "no $name"
done
grep -q '#: say ' "$file" || fail "it has no caption"
# Each text is there in French, behind it or in the line below.
awk '
    open && !/#: *\| fr:/ { print "only in English: " open; exit 1 }
    { open = "" }
    match($0, /#: *(title|about|chapter|say|label|item|work) .*/) && !/\| fr:/ { open = substr($0, RSTART) }
' "$file" || fail "a text lacks its French"
[ "$("$toque" explain --lang en "$file" | sed -n 1p)" != "$("$toque" explain --lang fr "$file" | sed -n 1p)" ] || fail "one title for two languages"
grep -q '^#: expect ' "$file" || fail "nothing is expected of it"
