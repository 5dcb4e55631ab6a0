#!/bin/sh
# window.sh PROGRAM: drives panels_window on a virtual screen with real keys, clicks and sizes, and
# reads what it says came. Needs Xvfb, xvfb-run and xdotool; skipped, and said so, without them.
set -eu
program=$1
for tool in xvfb-run xdotool; do
    command -v "$tool" >/dev/null 2>&1 || { echo "SKIPPED: there is no $tool"; exit 0; }
done

# Without a display there is a sentence, not a crash.
said=$(env -u DISPLAY -u WAYLAND_DISPLAY SDL_VIDEODRIVER=x11 "$program" 2>&1) && { echo "opened without a display"; exit 1; }
case $said in *"no display"*) ;; *) echo "said: $said"; exit 1 ;; esac

drive=$(mktemp)
trap 'rm -f "$drive" "$drive.out"' EXIT
cat >"$drive" <<'DRIVE'
program=$1 out=$2 option=$3
"$program" $option >"$out" &
pid=$!
trap 'kill $pid 2>/dev/null || true' EXIT
await() { # until the program has said so
    for i in $(seq 100); do grep -q "$1" "$out" && return; sleep 0.1; done
    echo "never said: $1"; cat "$out"; exit 1
}
click_until() { # a slow machine may not have drawn yet what is to be clicked
    for i in $(seq 10); do
        xdotool click 1
        for k in $(seq 10); do grep -q "$1" "$out" && return; sleep 0.1; done
    done
    echo "never said after clicks: $1"; cat "$out"; exit 1
}
await "open 1"
id=$(xdotool search --sync --onlyvisible --name "Toque: panels" | head -1)
# A click is taken where the window is: without a manager it stands at its place from the start.
xdotool mousemove --window "$id" --sync 205 767
click_until "press 4"      # Next
xdotool windowfocus "$id"
sleep 0.2
xdotool key Tab
xdotool key Tab
xdotool key Tab
xdotool windowsize "$id" 1000 700
await "width 1000"
xdotool key ctrl+l
await "lost 1"
xdotool mousemove --window "$id" --sync 205 667
: >"$out"
click_until "press 4"      # it goes on, drawn in software
if command -v import >/dev/null 2>&1 && [ "${SHOT:-}" ]; then import -window root "$SHOT"; fi
ticks() { awk '{print $14 + $15}' /proc/$pid/stat; }
sleep 1
before=$(ticks)
sleep 2
after=$(ticks)
[ $((after - before)) -le 1 ] || { echo "busy while nothing happens: $((after - before)) ticks"; exit 1; }
xdotool key ctrl+q
for i in $(seq 50); do kill -0 $pid 2>/dev/null || { trap - EXIT; wait $pid; exit $?; }; sleep 0.1; done
echo "does not end"; exit 1
DRIVE
for option in --software --card; do
    : >"$drive.out"
    xvfb-run -a -s "-screen 0 1600x1000x24" sh -eu "$drive" "$program" "$drive.out" "$option"
done
