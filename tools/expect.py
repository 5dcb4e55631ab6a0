#!/usr/bin/env python3
"""Write what CPython 3.11 prints for programs of tests/lang beside them.

    tools/expect.py tests/lang/NAME.py…        (without names: those that have no .expected yet)

NAME.expected is the standard output. A program that fails gets NAME.exit, and NAME.stderr if
its standard error is wanted too (--stderr). Nothing of this ever comes from Toque.
"""
import argparse
import os
import pathlib
import subprocess
import sys

LANG = pathlib.Path(__file__).resolve().parent.parent / "tests" / "lang"


def write(path, data):
    if data:
        path.write_bytes(data)
    else:
        path.unlink(missing_ok=True)


def expect(program, with_stderr):
    env = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"}
    here = program.parent
    done = subprocess.run([sys.executable, program.name], cwd=here, env=env, capture_output=True,
                          stdin=subprocess.DEVNULL, timeout=120)
    program.with_suffix(".expected").write_bytes(done.stdout)
    write(program.with_suffix(".exit"), b"%d\n" % done.returncode if done.returncode else b"")
    if with_stderr or program.with_suffix(".stderr").exists():
        write(program.with_suffix(".stderr"), done.stderr.replace(str(here).encode(), b"$DIR"))
    last = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
    print(f"{program.name}: {len(done.stdout)} bytes", f"exit {done.returncode}" if done.returncode else "", *last)


def main():
    if sys.version_info[:2] != (3, 11) or sys.implementation.name != "cpython":
        sys.exit("expect.py: only CPython 3.11 says what is expected")
    ap = argparse.ArgumentParser()
    ap.add_argument("programs", nargs="*", type=pathlib.Path)
    ap.add_argument("--stderr", action="store_true", help="expect the standard error too")
    a = ap.parse_args()
    new = [p for p in sorted(LANG.glob("*.py")) if not p.with_suffix(".expected").exists()]
    for program in a.programs or new:
        expect(program.resolve(), a.stderr)


if __name__ == "__main__":
    main()
