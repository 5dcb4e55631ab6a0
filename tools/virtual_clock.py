#!/usr/bin/env python3
"""Run asyncio programs on CPython's own event loop, in virtual time: nobody waits, and a run repeats.

    tools/virtual_clock.py [--seed N] [--ordered] PROGRAM.py [ARGS…]
    tools/virtual_clock.py --serve        (many programs, each in a process that is forked for it)

Only the clock is ours. The rules are those of Toque's:
- with nothing ready the clock jumps by what the loop would have waited, rounded up to 1 ms as
  epoll rounds it;
- every reading of a clock moves it by 1 µs, so that two sleeps of one length end in the order in
  which they began;
- random begins with a fixed seed, and hashes of strings are not salted;
- nothing ready and no timer is a deadlock: told on standard error, exit code 99.

CPython keeps tasks in sets, which it walks by address: in which order a task group cancels its
tasks, as_completed starts coroutines and asyncio.run cancels what is left is chance there. With
--ordered it is the order of creation. A program that starts threads or processes keeps the real
clock.

--serve reads lines "PROGRAM<tab>STDOUT<tab>STDERR<tab>HOW" and answers each with the exit code. Its
programs are ordered. HOW is "usual", or a number: then CPython's collector, which runs whenever enough
objects were made, waits until the program is over, and each number other than 0 stands for other
addresses.
"""
import argparse
import asyncio
import asyncio.runners
import asyncio.taskgroups
import gc
import itertools
import math
import os
import random
import selectors
import signal
import sys
import time
import types
import weakref

TICK = 1e-6
DEADLOCK = 99
BEGIN = 1000.0
EPOCH = 1_767_225_600.0  # 2026-01-01T00:00:00Z
SECONDS = 30  # of real time, for a program that is served
THREADS = ("threading", "multiprocessing", "concurrent.futures", "run_in_executor", "to_thread", "subprocess")


class Clock:
    def __init__(self):
        self.now = BEGIN

    def read(self):
        self.now += TICK
        return self.now

    def sleep(self, seconds):
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        self.now += seconds


class EpollSelector(selectors.DefaultSelector):
    """Waits for nothing: what the loop would sleep is added to the clock. Its name is logged."""

    def __init__(self, clock):
        super().__init__()
        self.clock = clock

    def select(self, timeout=None):
        ready = super().select(0)
        if ready:
            return ready
        if timeout is None:
            print("deadlock: nothing is ready, and no timer runs", file=sys.stderr)
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(DEADLOCK)
        if timeout > 0:
            self.clock.now += math.ceil(timeout * 1e3) * 1e-3
        return []


class Ordered(set):
    """A set that is walked in the order in which its members came."""

    def __init__(self, members=()):
        super().__init__()
        self.order = {}
        for member in members:
            self.add(member)

    def add(self, member):
        super().add(member)
        self.order[member] = None

    def discard(self, member):
        super().discard(member)
        self.order.pop(member, None)

    def remove(self, member):
        super().remove(member)
        del self.order[member]

    def clear(self):
        super().clear()
        self.order.clear()

    def __iter__(self):
        return iter(self.order)


class OrderedWeak(weakref.WeakSet):
    """The same for generators that nobody else holds."""

    def __init__(self):
        super().__init__()
        self.numbers, self.count = weakref.WeakKeyDictionary(), itertools.count()

    def add(self, member):
        super().add(member)
        self.numbers.setdefault(member, next(self.count))

    def __iter__(self):
        return iter(sorted(super().__iter__(), key=self.numbers.__getitem__))


class Policy(asyncio.DefaultEventLoopPolicy):
    def __init__(self, clock, ordered):
        super().__init__()
        self.clock, self.ordered = clock, ordered

    def new_event_loop(self):
        loop = asyncio.SelectorEventLoop(EpollSelector(self.clock))
        if self.ordered:
            loop._asyncgens = OrderedWeak()
        return loop


def order_tasks():
    numbers = weakref.WeakKeyDictionary()
    known, all_tasks = asyncio.tasks._all_tasks, asyncio.tasks.all_tasks
    add = known.add

    def register(task):
        add(task)
        register.count += 1
        numbers[task] = register.count

    register.count = 0
    known.add = register
    ordered = lambda loop=None: Ordered(sorted(all_tasks(loop), key=numbers.__getitem__))
    asyncio.tasks.all_tasks = asyncio.all_tasks = ordered
    asyncio.tasks.set = asyncio.taskgroups.set = Ordered


def install(ordered):
    clock = Clock()
    time.time = lambda: EPOCH + clock.read() - BEGIN
    time.monotonic = time.perf_counter = time.process_time = clock.read
    time.time_ns = lambda: int(time.time() * 1e9)
    time.monotonic_ns = time.perf_counter_ns = time.process_time_ns = lambda: int(clock.read() * 1e9)
    time.sleep = clock.sleep
    asyncio.set_event_loop_policy(Policy(clock, ordered))
    if ordered:
        order_tasks()


def run(path, seed, args, ordered):
    """The program becomes the main module, and stays it until the interpreter ends."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    random.seed(seed)
    if not any(word in text for word in THREADS):
        install(ordered)
    sys.argv = [path, *args]
    path = os.path.abspath(path)
    module = types.ModuleType("__main__")
    module.__file__ = path
    sys.modules["__main__"] = module
    exec(compile(text, path, "exec"), module.__dict__)


def serve(seed):
    gc.freeze()  # so that children do not copy what they never touch
    for line in sys.stdin:
        path, out, err, how = line.rstrip("\n").split("\t")
        pid = os.fork()
        if pid == 0:
            signal.alarm(SECONDS)
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            os.dup2(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644), 1)
            os.dup2(os.open(err, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644), 2)
            if how != "usual":
                gc.disable()
                move_addresses(int(how))
            return run(path, seed, [], True)
        status = os.waitpid(pid, 0)[1]
        print(os.waitstatus_to_exitcode(status), flush=True)


def move_addresses(how):
    """What changes the output then is chance."""
    chance = random.Random(how)
    junk = [[object() for _ in range(i % 7)] for i in range(chance.randrange(1000, 3000) if how else 0)]
    move_addresses.kept = junk[:: chance.randrange(2, 5)]


def main():
    if os.environ.get("PYTHONHASHSEED") != "0":
        os.execve(sys.executable, [sys.executable, *sys.argv], {**os.environ, "PYTHONHASHSEED": "0"})
    ap = argparse.ArgumentParser()
    ap.add_argument("--seed", type=int, default=0)
    ap.add_argument("--ordered", action="store_true", help="order what CPython leaves to chance")
    ap.add_argument("--serve", action="store_true")
    ap.add_argument("program", nargs="?")
    ap.add_argument("args", nargs=argparse.REMAINDER)
    a = ap.parse_args()
    if a.serve:
        return serve(a.seed)
    if not a.program:
        ap.error("which program?")
    run(a.program, a.seed, a.args, a.ordered)


if __name__ == "__main__":
    main()
