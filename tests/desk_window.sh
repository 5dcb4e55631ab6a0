#!/bin/sh
# desk_window.sh TOQUE SCENARIOS: the window on a virtual screen, used with real keys and a real mouse.
# What is on the screen is known by a checksum of its pixels: a step changes it, the step back brings
# the same pixels back. Needs Xvfb, xvfb-run and xdotool; skipped, and said so, without them.
set -eu
for tool in xvfb-run xdotool; do
    command -v "$tool" >/dev/null 2>&1 || { echo "SKIPPED: there is no $tool"; exit 0; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat >"$work/drive" <<'DRIVE'
toque=$1 scenarios=$2 work=$3
export XDG_DATA_HOME="$work/data" LC_ALL=C.UTF-8 # nobody's own preferences
mkdir -p "$XDG_DATA_HOME"
fail() { echo "FAILED: $*"; exit 1; }
pixels() { cksum <"$work/Xvfb_screen0"; }
# The screen when it has come to rest.
picture() {
    before=
    for i in $(seq 100); do
        now=$(pixels)
        [ "$now" != "$before" ] || { echo "$now"; return; }
        before=$now
        sleep 0.4
    done
    echo "never at rest"
}
same() { [ "$(picture)" = "$2" ] || fail "$1 does not bring the picture back"; }
differs() { [ "$(picture)" != "$2" ] || fail "$1 changes nothing"; }
# Comes when the window has that title. (A new window may be made once more for its renderer.)
await_title() {
    last=
    for i in $(seq 100); do
        id=$(xdotool search --onlyvisible --name "$1" | head -1) || true
        [ -n "$id" ] && [ "$id" = "$last" ] && return
        last=$id
        sleep 0.3
    done
    fail "no window is called '$1'"
}
key() { xdotool key --delay 40 "$@"; }

"$toque" &
pid=$!
trap 'kill $pid 2>/dev/null || true' EXIT
await_title '^Toque$'
xdotool windowmove "$id" 0 0 windowsize "$id" 1400 900
xdotool mousemove 1590 990
xdotool windowfocus "$id"
sleep 0.5

# The gallery: a search, and what it finds.
gallery=$(picture)
xdotool type --delay 40 'knife and the board'
differs 'a search' "$gallery"
key Return
await_title 'knife'
start=$(picture)

# Stepping, and stepping back.
key Right
one=$(picture)
differs 'a step' "$start"
key Right Right Right Right
five=$(picture)
key Left Left Left Left
same 'stepping back' "$one"
key Prior
same 'the other key back' "$start"
key End
differs 'the end' "$five"
key Home
same 'the start' "$start"

# Playing moves by itself, and stops at once.
key space
sleep 1
key space
paused=$(picture)
differs 'playing' "$start"
sleep 1
same 'a pause' "$paused"
key Home

# The timeline: closer, further, the whole.
key plus plus
differs 'zoom' "$start"
key f
same 'fit' "$start"
key a
differs 'another axis' "$start"
key a a
same 'three axes round' "$start"

# The playhead drags: where the timeline is, from left to right.
xdotool mousemove 900 602 mousedown 1 mousemove 1100 602 mousemove 1250 602 mouseup 1
xdotool mousemove 1590 990
differs 'dragging' "$start"
key Escape Home
xdotool mousemove 1590 990

# Looks.
begun=$(picture)
key d
differs 'a theme' "$begun"
key d d
same 'three themes round' "$begun"
key L
differs 'a language' "$begun"
key L
same 'two languages round' "$begun"
key ctrl+equal
differs 'larger text' "$begun"
key ctrl+0
same 'text of normal size' "$begun"
key F5
differs 'presentation' "$begun"
key Escape
same 'leaving the presentation' "$begun"
key question
differs 'the page of keys' "$begun"
key Escape
same 'closing it' "$begun"
key ctrl+shift+p
xdotool type --delay 40 'numbers'
key Escape
same 'closing the palette' "$begun"

# Another file, from the gallery; another size; the end.
key ctrl+o
await_title '^Toque$'
key Escape
xdotool type --delay 40 'brigade'
key Return
await_title 'brigade'
key Right Right Right
xdotool windowsize "$id" 1100 700
sleep 0.5
picture >/dev/null
xdotool windowsize "$id" 1500 950
sleep 0.5
rest=$(picture)

# At rest it takes no time of the processor.
ticks() { awk '{print $14 + $15}' "/proc/$(pgrep -P $$ -f toque-desk || echo $pid)/stat"; }
before=$(ticks)
sleep 3
after=$(ticks)
[ $((after - before)) -le 1 ] || fail "busy while nothing happens: $((after - before)) ticks"
same 'resting' "$rest"
key ctrl+q
for i in $(seq 50); do
    kill -0 $pid 2>/dev/null || { trap - EXIT; wait $pid || fail "it ended with $?"; break; }
    sleep 0.1
done
! kill -0 $pid 2>/dev/null || fail 'it does not end'
grep -q '^recent .*brigade\|^recent .*worker_pool' "$XDG_DATA_HOME"/*/preferences* "$XDG_DATA_HOME"/*/*/preferences* 2>/dev/null ||
    fail 'what was opened is not remembered'
echo "the window does what is asked"
DRIVE
xvfb-run -a -s "-screen 0 1600x1000x24 -fbdir $work" sh -eu "$work/drive" "$1" "$2" "$work"
