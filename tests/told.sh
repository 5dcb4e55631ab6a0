#!/bin/sh
# told.sh TOQUE FILE.txt: its first line is "$ toque …", the rest is what that prints. With --renew the
# file is written again: then it is to be read.
set -eu
toque=$1 golden=$2
command=$(sed -n '1s/^\$ toque //p' "$golden")
[ -n "$command" ] || { echo "$golden: the first line is no command"; exit 1; }
told=$(mktemp)
trap 'rm -f "$told"' EXIT
sed -n 1p "$golden" >"$told"
# shellcheck disable=SC2086
"$toque" $command >>"$told" || true
if [ "${3-}" = --renew ]; then cp "$told" "$golden"; else diff "$golden" "$told"; fi
