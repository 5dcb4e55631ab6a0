#!/bin/sh
# cli.sh TOQUE: the command line as its user meets it, with files that are not what they should
# be and programs that know no end. Each check is a line: what is run, its exit code, and a word
# that standard error must hold.
set -u
toque=$1
LC_ALL=C.UTF-8
export LC_ALL
dir=$(mktemp -d)
trap 'chmod -R u+rwx "$dir"; rm -rf "$dir"' EXIT
cd "$dir" || exit 1
failed=0

# wants CODE WORD COMMAND…
wants() {
    code=$1 word=$2
    shift 2
    timeout 60 "$@" >out 2>err </dev/null
    got=$?
    if [ "$got" != "$code" ]; then
        echo "FAILED: $*: exit code $got instead of $code"
        failed=1
    elif [ -n "$word" ] && ! grep -qF -- "$word" err; then
        echo "FAILED: $*: nothing about '$word':"
        head -c 500 err
        failed=1
    elif [ -z "$word" ] && [ -s err ]; then
        echo "FAILED: $*: it complains:"
        head -c 500 err
        failed=1
    fi
}

# prints TEXT: what the last command wrote.
prints() {
    if [ "$(head -c 300 out)" != "$1" ]; then
        echo "FAILED: printed '$(head -c 300 out)' instead of '$1'"
        failed=1
    fi
}

# --- commands and options
echo 'print("hello")' >hello.py
wants 0 '' "$toque" run hello.py
prints hello
wants 1 'no display' env -u DISPLAY -u WAYLAND_DISPLAY SDL_VIDEODRIVER=x11 "$toque"
wants 1 'no display' env -u DISPLAY -u WAYLAND_DISPLAY SDL_VIDEODRIVER=x11 "$toque" hello.py
wants 0 '' "$toque" shot hello.py -o hello.png --size 640x400
wants 2 'where is the picture' "$toque" shot hello.py
wants 2 '--size is a width' "$toque" shot hello.py -o hello.png --size 640
wants 2 '--theme is one of: light, dark' "$toque" shot hello.py -o hello.png --theme pink
wants 2 '--text is a scale' "$toque" shot hello.py -o hello.png --text 9
wants 1 'cannot be written' "$toque" shot hello.py -o nowhere/hello.png
wants 2 "no file 'nope.py'" "$toque" shot nope.py -o hello.png
wants 0 '' "$toque" help
wants 0 '' "$toque" --help
wants 0 '' "$toque" --version
wants 2 "no command 'runn'" "$toque" runn hello.py
grep -q "Did you mean 'run'?" err || { echo "FAILED: no suggestion for runn"; failed=1; }
wants 2 "Did you mean '--seed'?" "$toque" run hello.py --sede 3
wants 2 '--seed needs a value' "$toque" run hello.py --seed
wants 2 "not 'many'" "$toque" run hello.py --seed many
wants 2 '--memory is a size' "$toque" run hello.py --memory 0
wants 2 '--memory is a size' "$toque" run hello.py --memory 99999999999G
wants 2 '--steps is a whole number' "$toque" run hello.py --steps -5
wants 2 'no language' "$toque" run hello.py --lang xx
wants 2 'which file' "$toque" run
wants 2 "il n'y a pas de fichier" env LC_ALL=fr_FR.UTF-8 "$toque" run nope.py
wants 2 "il n'y a pas de fichier" "$toque" run --lang fr nope.py

echo 'import sys; print(sys.argv)' >argv.py
wants 0 '' "$toque" run argv.py --seed 4 a --b -- c
prints "['argv.py', 'a', '--b', '--', 'c']"
wants 0 '' "$toque" run --seed=4 argv.py -- --seed 5
prints "['argv.py', '--seed', '5']"
echo 'import random; print(random.random())' >random.py
wants 0 '' "$toque" run random.py
prints 0.8444218515250481
wants 0 '' "$toque" run random.py --seed 1
prints 0.13436424411240122

# --- files
wants 2 "no file 'nope.py'" "$toque" run nope.py
wants 2 "Did you mean 'hello.py'?" "$toque" run hello
mkdir folder
wants 2 'is a folder' "$toque" run folder
echo 'print(1)' >locked.py
chmod 000 locked.py
[ -r locked.py ] || wants 2 'not allowed to read' "$toque" run locked.py
printf 'a = 1\0' >binary.py
wants 2 'zero bytes' "$toque" run binary.py
printf '\377\376p\0' >utf16.py
wants 2 'UTF-16' "$toque" run utf16.py
printf 'a = 1\nb = "\351t\351"\n' >latin.py
wants 2 'latin.py:2:6: error:' "$toque" run latin.py
: >empty.py
wants 0 '' "$toque" run empty.py
prints ''
printf '\357\273\277print("bom")\r\nif True:\r\n    print("crlf")\r\n' >windows.py
wants 0 '' "$toque" run windows.py
prints 'bom
crlf'
printf 'print("no newline")' >cut.py
wants 0 '' "$toque" run cut.py
prints 'no newline'
head -c 52428800 /dev/zero | tr '\0' '#' >large.py
wants 2 'larger than' "$toque" run large.py
rm large.py
wants 0 '' sh -c 'echo "print(7)" | "$0" run -' "$toque"
prints 7

# --- texts that go too far
awk 'BEGIN { printf "x = "; for (i = 0; i < 10000; i++) printf "("; for (i = 0; i < 10000; i++) printf ")"; print "" }' >nested.py
wants 2 'nested.py:1:' "$toque" run nested.py
awk 'BEGIN { printf "x = "; for (i = 0; i < 10000; i++) printf "["; print "" }' >unclosed.py
wants 2 'unclosed.py:1:' "$toque" run unclosed.py
awk 'BEGIN { for (i = 0; i < 2000; i++) { printf "%*sif 1:\n", i, "" } printf "%*spass\n", 2000, "" }' >deep.py
wants 2 'deep.py:' "$toque" run deep.py
awk 'BEGIN { printf "x = \""; for (i = 0; i < 1000000; i++) printf "a"; print "\"\nprint(len(x))" }' >long.py
wants 0 '' "$toque" run long.py
prints 1000000
awk 'BEGIN { printf "x = "; for (i = 0; i < 500000; i++) printf "1+"; print "" }' >sum.py
wants 2 'sum.py:1:' "$toque" run sum.py
[ "$(wc -c <err)" -lt 2000 ] || { echo "FAILED: the whole long line is shown"; failed=1; }

# --- programs that know no end
echo 'while True: print("for ever")' >talk.py
wants 4 'printed more than 64 MB' "$toque" run talk.py
[ "$(wc -c <out)" = 67108864 ] || { echo "FAILED: $(wc -c <out) bytes of output"; failed=1; }
: >out
timeout 60 sh -c '"$0" run talk.py; echo $? >code' "$toque" 2>err | head -n 1 >out
prints 'for ever'
[ ! -s err ] && [ "$(cat code)" = 1 ] || { echo "FAILED: closed pipe: $(cat code) $(head -c 300 err)"; failed=1; }
echo 'x = []
while True: x.append([1, 2, 3])' >grow.py
wants 4 'more than 256 MB' "$toque" run grow.py
wants 4 'more than 20 MB' "$toque" run grow.py --memory 20M
wants 4 'dépassent 20 Mo' "$toque" run grow.py --memory 20M --lang fr
echo 'while True: pass' >spin.py
wants 4 'after 1000000 instructions' "$toque" run spin.py --steps 1_000_000
wants 0 'stopped after 0.05 s' "$toque" run spin.py --until 0.05
echo 'import asyncio
async def main():
    while True: await asyncio.sleep(1)
asyncio.run(main())' >endless.py
wants 0 'stopped after 3600 s' "$toque" run --until 1h endless.py
wants 0 'stopped after 3600 s' "$toque" run --until 60min endless.py
wants 0 'stopped after 5400 s' "$toque" run endless.py --until=1.5h
wants 0 'stopped after 500 turns' "$toque" run --until 500turns endless.py
wants 0 'stopped after 500 turns' "$toque" run --until '500 turns' endless.py
wants 0 'stopped after 500 turns' "$toque" run --until 500 turns endless.py
wants 0 'stopped after 500 turns' "$toque" run --until=500turns endless.py
wants 0 'après 500 tours' "$toque" run --until 500 turns endless.py --lang fr
wants 2 'until' "$toque" run --until 500rounds endless.py
if [ -w /dev/full ]; then
    wants 1 'cannot be written' sh -c '"$0" run hello.py >/dev/full' "$toque"
fi

# --- the commands that show a run
echo 'import asyncio
async def cook():
    await asyncio.sleep(1)  #: labell x
async def main():
    await asyncio.gather(cook(), cook())
    print("done")
asyncio.run(main())
#: expect time < 2' >dishes.py
echo 'import asyncio
async def cook(): await asyncio.sleep(3)
asyncio.run(cook())
#: expect time < 2
#: expect inside cok == 1' >slow.py
wants 0 "Did you mean \"label\"?" "$toque" explain dishes.py
grep -q "cook 2 goes into the oven for 1 s" out || { echo "FAILED: explain does not tell"; failed=1; }
"$toque" explain --plain --lang fr dishes.py 2>err >out; grep -q "cook 2 dort pendant 1 s" out || { echo "FAILED: explain --plain"; failed=1; }
wants 0 label "$toque" explain dishes.py --task 'cook 2'
grep -q "cook 1 goes" out && { echo "FAILED: explain --task tells of others"; failed=1; }
wants 2 'There are: main, cook 1, cook 2' "$toque" explain dishes.py --task soup
wants 2 'There is no turn 99' "$toque" explain --turn 99 dishes.py
wants 2 'not '"'soon'" "$toque" explain --at soon dishes.py
wants 2 '--json is no option of "toque explain"' "$toque" explain --json dishes.py
wants 2 '--plain is no option of "toque run"' "$toque" run --plain dishes.py
wants 2 'which file' "$toque" explain
wants 2 'which file' "$toque" check --json
wants 0 label "$toque" stats dishes.py
wants 0 label "$toque" stats --json dishes.py
wants 0 '' "$toque" check dishes.py
wants 1 '' "$toque" check slow.py dishes.py nope.py
grep -q 'line 4: expected time < 2. The run took 3.000 s.' out || { echo "FAILED: check does not say what happened"; failed=1; }
grep -q 'Did you mean "cook"?' out || { echo "FAILED: check does not suggest"; failed=1; }
grep -q '2 of 3 files' out || { echo "FAILED: check stops at a file that is not there"; failed=1; }
wants 1 '' "$toque" check slow.py dishes.py --json
# A folder of whatever students hand in: each is judged, none stops the others, what is said is JSON.
mkdir class class/folder.py
: >class/empty.py
printf 'print(1)\0\n' >class/binary.py
printf 'print("caf\351")\n' >class/latin.py
printf 'def f(:\n' >class/syntax.py
printf 'while True:\n    pass\n' >class/endless.py
printf 'kept = []\nwhile True:\n    kept.append("x" * 1000)\n' >class/greedy.py
printf 'print(1)\n' >'class/o"dd\name.py'
wants 1 '' "$toque" check --json class/*.py class/missing.py
if command -v python3 >/dev/null; then
    python3 -c '
import json
judged = {f["file"]: f for f in json.load(open("out"))}
assert len(judged) == 9, len(judged)
good = {name for name in judged if judged[name]["ok"]}
assert good == {"class/empty.py", "class/o\"dd\\name.py"}, good
assert all(f["said"] for f in judged.values() if not f["ok"])
assert [f["file"] for f in judged.values() if f["loaded"]][1:3] == ["class/endless.py", "class/greedy.py"]
' || { echo "FAILED: check of a folder of bad files"; failed=1; }
fi
wants 2 'what is to be written' "$toque" export dishes.py
wants 0 label "$toque" export dishes.py --perfetto run.json --csv run.csv --svg run.svg
wants 2 'cannot be written' "$toque" export dishes.py --csv nowhere/run.csv
if command -v python3 >/dev/null; then
    "$toque" stats --json dishes.py 2>err | python3 -m json.tool >out || { echo "FAILED: stats --json is no JSON"; failed=1; }
    "$toque" check --json slow.py nope.py | python3 -m json.tool >out || { echo "FAILED: check --json is no JSON"; failed=1; }
    python3 -m json.tool run.json >out || { echo "FAILED: the trace is no JSON"; failed=1; }
    python3 -c 'import xml.dom.minidom as x; x.parse("run.svg")' || { echo "FAILED: the drawing is no SVG"; failed=1; }
fi
wants 0 'stopped' "$toque" run --until 5 endless.py
wants 0 '' "$toque" explain --until 5 endless.py

[ "$failed" = 0 ] && echo "all as it should be"
exit "$failed"
