#!/bin/sh
# picture.sh TOQUE NEAR PICTURE.png FILE OPTIONS…: what `toque shot` draws still looks like the picture that
# a person once looked at and found good. After a change that is meant to be seen, draw it anew and look.
set -eu
toque=$1 near=$2 picture=$3
shift 3
new=$(mktemp --suffix .png)
trap 'rm -f "$new"' EXIT
"$toque" shot "$@" -o "$new"
"$near" "$picture" "$new" || { echo "to see it: toque shot $* -o new.png"; exit 1; }
