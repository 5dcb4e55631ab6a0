#!/bin/sh
# docs.sh RUNNER TOQUE FILE.md: each ```python block of a document is a program called example.py,
# and the ```text block behind it is exactly what it prints. A ```python refused block is not run,
# and a ```text block behind it is what is said about it. A ```python checked block keeps what it
# expects as well, and nothing is said of its directives.
set -eu
runner=$1 toque=$2 document=$3
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
awk -v dir="$dir" '
    function open(ext) { out = sprintf("%s/%03d/example%s", dir, n, ext); printf "" > out }
    /^```python/ {
        n++
        refused = $2 == "refused"
        system(sprintf("mkdir %s/%03d", dir, n))
        open(".expected")
        if (refused) { open(".exit"); print 2 > out }
        if ($2 == "checked") { open(".stderr"); open(".checked") }
        open(".py")
        behind = 1
        next
    }
    /^```text/ && behind { open(refused ? ".stderr" : ".expected"); behind = 0; next }
    /^```/ { out = ""; next }
    out != "" { print > out }
' "$document"
failed=0 count=0
for block in "$dir"/*; do
    [ -d "$block" ] || continue
    count=$((count + 1))
    if [ -f "$block/example.checked" ]; then
        "$toque" check "$block/example.py" || { failed=1; echo "^ in $document"; }
    fi
    (cd "$block" && "$runner" "$toque" example.py) || { failed=1; echo "^ in $document:"; cat "$block/example.py"; }
done
echo "$count programs in $document"
[ "$count" -gt 0 ] && [ "$failed" = 0 ]
