#!/usr/bin/env python3
"""Run random asyncio programs on CPython in virtual time and under Toque, and compare line by line.

    tools/random_asyncio.py --toque build/toque --count 10000 [--seed 1] [--jobs 2] [--keep DIR]
    tools/random_asyncio.py --toque build/toque --program FILE.py…
    tools/random_asyncio.py --check --count 1000

Program N is what asyncio_programs.py writes for the seed N. One that differs is kept in DIR and
made smaller as long as it still differs. --check needs no Toque: each program runs twice on
CPython, with other addresses, must print the same, and what was executed is counted.

A deadlock counts as equal when both report it and printed the same before.

What a program prints may hang on when CPython's collector runs, which is when enough objects were
made, and on how long work takes, which is not the same on any two machines. One that differs is
therefore compared again without both: CPython collects only at the end, and both clocks move by
1 µs when they are read and by nothing else. What differs then as well is a difference, unless
CPython with other addresses differs from itself: that shows nothing, and there should be none.
"""
import argparse
import ast
import collections
import copy
import difflib
import multiprocessing
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

import asyncio_programs

HERE = pathlib.Path(__file__).resolve().parent
CLOCK = HERE / "virtual_clock.py"
PYTHON_DEADLOCK, TOQUE_DEADLOCK, REFUSED = 99, 3, 2
SECONDS = 30  # of real time, for one program
SHRINKING = 120  # seconds of real time
ADDRESSES = 8  # with which a program that differs runs on CPython
TAG = re.compile(r"^\d+ \S+ ([a-z_]+)\d*\b", re.MULTILINE)  # clock, task, tag
ERROR = re.compile(r"\b(?:[A-Z]\w*(?:Error|Group|Full|Empty|Exit)|Oops|Worse|Quit|KeyboardInterrupt)\b")
ADDRESS = re.compile(r"0x[0-9a-f]+")
LIBRARY = re.compile(r" (?:running |done, defined )?at \S*\basyncio[/.]\w+(?:\.py)?:\d+")  # where it is installed

CHANCES = {"moment": "agree once nothing hangs on when CPython collects and what work costs",
           "address": "show nothing, as CPython with other addresses differs from itself"}

Outcome = collections.namedtuple("Outcome", "lines code errors")


class Python:
    """CPython with its clock, which forks for each program."""

    def __init__(self):
        env = {**os.environ, "PYTHONHASHSEED": "0", "PYTHONIOENCODING": "utf-8"}
        self.server = subprocess.Popen([sys.executable, CLOCK, "--serve"], env=env, text=True,
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def run(self, program, how="usual"):
        out, err = program.with_suffix(".out"), program.with_suffix(".err")
        self.server.stdin.write(f"{program}\t{out}\t{err}\t{how}\n")
        self.server.stdin.flush()
        code = int(self.server.stdout.readline())
        return outcome(out.read_bytes(), TOQUE_DEADLOCK if code == PYTHON_DEADLOCK else code, err.read_bytes())


class Toque:
    def __init__(self, *command):
        self.command = command

    def run(self, program):
        try:
            done = subprocess.run([*self.command, program], capture_output=True, stdin=subprocess.DEVNULL,
                                  timeout=SECONDS)
        except subprocess.TimeoutExpired as e:
            return outcome(e.stdout or b"", "too slow", b"")
        return outcome(done.stdout, done.returncode, done.stderr)


def outcome(out, code, errors):
    text = LIBRARY.sub("", ADDRESS.sub("0x", out.decode(errors="replace")))
    return Outcome(text.splitlines(), code, errors.decode(errors="replace"))


def same(a, b):
    return a.lines == b.lines and a.code == b.code


def kind(toque):
    """Of what sort a failure is: a smaller program must fail in the same way."""
    if toque.code == "too slow" or toque.code == REFUSED:
        return toque.code
    return "crash" if toque.code < 0 or toque.code > 100 else "difference"


def slips_of(expected):
    """The errors that a program makes when too much of it was left out."""
    return {name for name in ("TypeError(", "AttributeError(", "NameError(", "UnboundLocalError(")
            if any(name in line for line in expected.lines)}


class Judge:
    """Both sides, and a place for the program that they run."""

    def __init__(self, toque):
        self.place = tempfile.TemporaryDirectory()
        self.program = pathlib.Path(self.place.name) / "program.py"
        self.python = Python()
        self.toque, self.readings = Toque(toque, "run"), Toque(toque.parent / "tests" / "readings")

    def write(self, text):
        self.program.write_text(text, encoding="utf-8")

    def stable(self, text, tries=1):
        self.write(text)
        first = self.python.run(self.program, 0)
        return first, all(same(first, self.python.run(self.program, n + 1)) for n in range(tries))

    def compare(self, text):
        self.write(text)
        return self.python.run(self.program), self.toque.run(self.program)

    def compare_quietly(self, text):
        """Without what the moment of collection and the cost of work may change."""
        self.write(text)
        return self.python.run(self.program, 0), self.readings.run(self.program)

    def fails_as(self, wanted, slips, text):
        expected, got = self.compare_quietly(text)
        return not same(expected, got) and kind(got) == wanted and expected.code >= 0 and slips_of(expected) <= slips


# Making a program smaller

PRELUDE = {getattr(node, "name", None) for node in ast.parse(asyncio_programs.PRELUDE).body}


def own(tree):
    """The nodes of what is not in every program."""
    for top in tree.body:
        if getattr(top, "name", top) not in PRELUDE:
            yield from ast.walk(top)


def lists(tree):
    """Everything of which something may be left out: (node, field)."""
    for node in own(tree):
        for field, value in ast.iter_fields(node):
            if isinstance(value, list) and value and isinstance(value[0], ast.AST) and may_shrink(node, field):
                yield node, field


def may_shrink(node, field):
    """Of a call, only what it can do without: a call that lacks arguments fails for another reason."""
    if field == "args":
        return isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in ("say", "gather")
    return field in ("body", "orelse", "finalbody", "handlers", "keywords", "items", "elts")


def unused(tree):
    """What is defined at the top, or set in begin, and named nowhere else."""
    uses = collections.Counter(n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load))
    uses.update(n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute))
    begin = [top.body for top in tree.body if getattr(top, "name", "") == "begin"]
    for body in (tree.body, *begin):
        for node in body:
            targets = getattr(node, "targets", [None])
            name = getattr(node, "name", None) or getattr(targets[0], "id", None)
            if name and not uses[name]:
                yield body, node


def prune(tree, fails):
    """Leave all that out at once."""
    body = copy.deepcopy(tree.body)
    while dead := list(unused(tree)):
        for where, node in dead:
            where.remove(node)
    if not fails(tree):
        tree.body = body


def without(items, field, begin, end):
    left = items[:begin] + items[end:]
    return left or ([ast.Pass()] if field == "body" else left)


def cut(tree, fails):
    """Leave out statements, handlers and arguments, the largest pieces first."""
    changed = False
    for node, field in list(lists(tree)):
        size = len(getattr(node, field))
        while size >= 1:
            at = 0
            while at < len(getattr(node, field)):
                items = getattr(node, field)
                setattr(node, field, without(items, field, at, at + size))
                if items != [*getattr(node, field)] and not all(isinstance(i, ast.Pass) for i in items) and fails(tree):
                    changed = True
                else:
                    setattr(node, field, items)
                    at += size
            size //= 2
    return changed


def hoist(tree, fails):
    """Put what a compound statement holds in its place."""
    changed = False
    for node, field in list(lists(tree)):
        at = 0
        while at < len(items := getattr(node, field)):
            inner = getattr(items[at], "body", None)
            if isinstance(items[at], ast.stmt) and isinstance(inner, list) and not isinstance(
                    items[at], (ast.AsyncFunctionDef, ast.FunctionDef, ast.ClassDef)):
                setattr(node, field, items[:at] + inner + items[at + 1:])
                if fails(tree):
                    changed = True
                    continue
                setattr(node, field, items)
            at += 1
    return changed


def unwrap(tree, fails):
    """Put an argument in the place of the call that takes it: wait_for(x, 1) becomes x."""
    changed = False
    for node in list(own(tree)):
        for field, value in ast.iter_fields(node):
            if isinstance(value, ast.Call) and value.args and not isinstance(value.args[0], ast.Starred):
                setattr(node, field, value.args[0])
                if fails(tree):
                    changed = True
                else:
                    setattr(node, field, value)
    return changed


def shrink(text, fails, seconds):
    tree, end = ast.parse(text), time.monotonic() + seconds
    tried = {}

    def still(tree):
        if time.monotonic() > end:
            return False
        candidate = ast.unparse(ast.fix_missing_locations(tree))
        if candidate not in tried:
            try:
                compile(candidate, "candidate", "exec")
                tried[candidate] = fails(candidate)
            except (SyntaxError, ValueError):
                tried[candidate] = False
        return tried[candidate]

    if not still(tree):
        return text  # the layout matters
    prune(tree, still)
    while any([cut(tree, still), hoist(tree, still), unwrap(tree, still)]):
        prune(tree, still)
    prune(tree, still)
    return ast.unparse(tree) + "\n"


# The command

def first_difference(expected, got):
    for i, (a, b) in enumerate(zip(expected.lines, got.lines)):
        if a != b:
            return f"line {i + 1}\n  CPython: {a}\n  Toque:   {b}"
    i = min(len(expected.lines), len(got.lines))
    rest = [(o.lines[i] if i < len(o.lines) else f"(ends, exit code {o.code})") for o in (expected, got)]
    last = got.errors.strip().splitlines()[-1:]
    return "\n".join([f"line {i + 1}", f"  CPython: {rest[0]}", f"  Toque:   {rest[1]}", *("  " + line for line in last)])


def keep(directory, name, text, expected, got):
    directory.mkdir(parents=True, exist_ok=True)
    (directory / f"{name}.py").write_text(text, encoding="utf-8")
    diff = difflib.unified_diff(expected.lines, got.lines, "cpython", "toque", lineterm="", n=2)
    (directory / f"{name}.diff").write_text("\n".join([*diff, f"exit codes {expected.code} {got.code}", got.errors]))


def died(expected):
    """CPython itself crashed."""
    return isinstance(expected.code, int) and expected.code < 0


def judge_one(judge, name, text, a):
    """What is wrong with a program, as a text; nothing if nothing is."""
    if same(*judge.compare(text)):
        return ""
    expected, got = judge.compare_quietly(text)
    if same(expected, got):
        return "moment"
    if died(expected) or not judge.stable(text, ADDRESSES)[1]:
        return "address"
    keep(a.keep, name, text, expected, got)
    if a.shrink:
        small = shrink(text, lambda t: judge.fails_as(kind(got), slips_of(expected), t), a.shrink)
        expected, got = judge.compare_quietly(small)
        keep(a.keep, f"{name}.small", small, expected, got)
        return f"{name}: {kind(got)} at {first_difference(expected, got)}\n  {a.keep / name}.small.py, " \
               f"{len(small.splitlines())} lines"
    return f"{name}: {kind(got)} at {first_difference(expected, got)}"


def start_worker(a):
    global judge, options
    judge, options = Judge(a.toque), a


def work(seed):
    return seed, judge_one(judge, f"seed{seed}", asyncio_programs.write(seed), options)


def check(seed):
    outcome, stable = judge.stable(asyncio_programs.write(seed))
    return seed, outcome, stable


def count_features(outcomes):
    """How often each tag and error was printed, and in how many programs: what is never reached tests nothing."""
    times, programs = collections.Counter(), collections.Counter()
    for outcome in outcomes:
        text = "\n".join(outcome.lines)
        seen = TAG.findall(text) + ERROR.findall(text)
        times.update(seen)
        programs.update(set(seen))
    return times, programs


def check_all(pool, seeds):
    outcomes, unstable = [], []
    for seed, outcome, stable in pool.imap_unordered(check, seeds, chunksize=4):
        outcomes.append(outcome)
        if not stable or not isinstance(outcome.code, int) or outcome.code < 0:
            unstable.append(seed)
            print(f"seed {seed}: CPython does two things, or is too slow (exit code {outcome.code})", flush=True)
    times, programs = count_features(outcomes)
    for name in sorted(times, key=times.__getitem__, reverse=True):
        print(f"{name:<28}{times[name]:>8} times in {programs[name]:>6} programs")
    sizes = sorted(len(o.lines) for o in outcomes)
    codes = collections.Counter(o.code for o in outcomes)
    print(f"{len(outcomes)} programs, {sum(sizes)} lines; a program prints {sizes[len(sizes) // 2]} lines "
          f"(median), {sum(s < 5 for s in sizes)} print fewer than 5; exit codes {dict(codes)}")
    return 1 if unstable else 0


def compare_all(pool, seeds, count, stop):
    failures = done = 0
    chance = collections.Counter()
    began = time.monotonic()
    for seed, trouble in pool.imap_unordered(work, seeds, chunksize=4):
        done += 1
        if trouble in CHANCES:
            chance[trouble] += 1
        elif trouble:
            failures += 1
            print(trouble, flush=True)
            if failures >= stop:
                break
        if done % 500 == 0:
            print(f"{done} of {count}: {failures} differ, {time.monotonic() - began:.0f} s", flush=True)
    print("; ".join([f"{done} programs: {failures} differ", *(f"{chance[c]} {CHANCES[c]}" for c in chance)]))
    return 1 if failures else 0


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--toque", type=pathlib.Path, default=HERE.parent / "build" / "toque")
    ap.add_argument("--count", type=int, default=1000)
    ap.add_argument("--seed", type=int, default=1, help="of the first program")
    ap.add_argument("--jobs", type=int, default=os.cpu_count())
    ap.add_argument("--keep", type=pathlib.Path, help="where programs that differ go (beside Toque: random_asyncio)")
    ap.add_argument("--shrink", type=int, default=SHRINKING, help="seconds for making a program smaller; 0: don't")
    ap.add_argument("--stop", type=int, default=20, help="stop after so many differences")
    ap.add_argument("--check", action="store_true", help="CPython alone, twice, and what was executed")
    ap.add_argument("--program", nargs="+", type=pathlib.Path, help="compare these instead")
    a = ap.parse_args()
    if sys.version_info[:2] != (3, 11) or sys.implementation.name != "cpython":
        sys.exit("random_asyncio.py: only CPython 3.11 says what is expected")
    a.toque = a.toque.resolve()
    a.keep = (a.keep or a.toque.parent / "random_asyncio").resolve()
    if a.program:
        judge = Judge(a.toque)
        found = [judge_one(judge, p.stem, p.read_text(encoding="utf-8"), a) for p in a.program]
        print("\n".join(CHANCES.get(f, f) or f"{p}: the same" for p, f in zip(a.program, found)))
        return 0 if all(not f or f in CHANCES for f in found) else 1
    with multiprocessing.Pool(a.jobs, start_worker, (a,)) as pool:
        seeds = range(a.seed, a.seed + a.count)
        return check_all(pool, seeds) if a.check else compare_all(pool, seeds, a.count, a.stop)


if __name__ == "__main__":
    sys.exit(main())
