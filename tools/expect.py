#!/usr/bin/env python3
"""Write what CPython 3.11 prints for programs of tests/lang and tests/asyncio beside them.

    tools/expect.py tests/lang/NAME.py…        (without names: those that have no .expected yet)

NAME.expected is the standard output. A program that fails gets NAME.exit, and NAME.stderr if
its standard error is wanted too (--stderr). Nothing of this ever comes from Toque.

Programs that wait run on the real clock here. Each of tests/asyncio is run three times (--times)
and is refused if it does not print the same each time, since then its order hangs on the machine.
"""
import argparse
import os
import pathlib
import subprocess
import sys

TESTS = pathlib.Path(__file__).resolve().parent.parent / "tests"
TIMES = {"lang": 1, "asyncio": 3}


def write(path, data):
    if data:
        path.write_bytes(data)
    else:
        path.unlink(missing_ok=True)


def run(program):
    env = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"}
    here = program.parent
    done = subprocess.run([sys.executable, program.name], cwd=here, env=env, capture_output=True,
                          stdin=subprocess.DEVNULL, timeout=120)
    return done.stdout, done.stderr.replace(str(here).encode(), b"$DIR"), done.returncode


def expect(program, with_stderr, times):
    with_stderr = with_stderr or program.with_suffix(".stderr").exists()
    out, err, code = first = run(program)
    for _ in range(1, times or TIMES.get(program.parent.name, 1)):
        again = run(program)
        if (again if with_stderr else (again[0], err, again[2])) != first:
            print(f"{program.name}: does not print the same each time, so nothing was written")
            return False
    program.with_suffix(".expected").write_bytes(out)
    write(program.with_suffix(".exit"), b"%d\n" % code if code else b"")
    if with_stderr:
        write(program.with_suffix(".stderr"), err)
    last = err.decode(errors="replace").strip().splitlines()[-1:]
    print(f"{program.name}: {len(out)} bytes", f"exit {code}" if code else "", *last)
    return True


def main():
    if sys.version_info[:2] != (3, 11) or sys.implementation.name != "cpython":
        sys.exit("expect.py: only CPython 3.11 says what is expected")
    ap = argparse.ArgumentParser()
    ap.add_argument("programs", nargs="*", type=pathlib.Path)
    ap.add_argument("--stderr", action="store_true", help="expect the standard error too")
    ap.add_argument("--times", type=int, help="run each program so often, and want the same each time")
    a = ap.parse_args()
    new = [p for group in TIMES for p in sorted((TESTS / group).glob("*.py")) if not p.with_suffix(".expected").exists()]
    steady = [expect(program.resolve(), a.stderr, a.times) for program in a.programs or new]
    sys.exit(not all(steady))


if __name__ == "__main__":
    main()
