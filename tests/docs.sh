#!/bin/sh
# docs.sh RUNNER TOQUE FILE.md: each ```python block of a document is a program. A ```text block
# behind it is what it prints, a ```error block what is said when it is refused (or when it fails,
# if that begins with "Traceback").
set -eu
runner=$1 toque=$2 document=$3
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
awk -v dir="$dir" '
    function target(ext) { return sprintf("%s/block_%03d%s", dir, n, ext) }
    /^```python *$/ { n++; out = target(".py"); printf "" > out; line[n] = NR; next }
    /^```text *$/ && n && !n_done[n, "t"]++ { out = target(".expected"); next }
    /^```error *$/ && n && !n_done[n, "e"]++ { out = target(".stderr"); first = 1; next }
    /^```/ { out = ""; next }
    out != "" {
        if (first) { print (/^Traceback/ ? 1 : 2) > target(".exit"); first = 0 }
        print > out
    }
' "$document"
cd "$dir"
failed=0 count=0
for program in block_*.py; do
    [ -f "$program" ] || continue
    count=$((count + 1))
    "$runner" "$toque" "$program" || { failed=1; echo "^ in $document:"; cat "$program"; }
done
echo "$count programs in $document"
[ "$count" -gt 0 ] && [ "$failed" = 0 ]
