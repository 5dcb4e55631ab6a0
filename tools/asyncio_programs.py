"""Random asyncio programs that are valid, end, and print what they see.

write(seed) gives the text of one. Its tasks run functions work0, work1, …: a function awaits only
functions and tasks of higher numbers, so nothing waits for itself in a circle of tasks, and a
count of calls (spent) bounds how many there are. All waits last whole hundredths of a second, so
that many things fall due at one instant. Nothing that is printed hangs on an address, on the
order of a set, or on the fraction of the clock that the work itself took.

Each program uses some kinds of statement often and others not at all: what is rare among
everything is then common in some programs.
"""
import dataclasses
import random

PRELUDE = '''\
import asyncio
import contextlib
import contextvars
import time


class Oops(Exception):
    pass


class Worse(Oops):
    pass


class Quit(BaseException):
    pass


class Later:
    """May be awaited, as often as one likes."""

    def __init__(self, delay, result):
        self.delay, self.result = delay, result

    def __await__(self):
        say("later", self.result)
        yield from asyncio.sleep(self.delay).__await__()
        return self.result


class Knock:
    """Gives what it is to whoever drives the coroutine: a loop takes only None."""

    def __init__(self, word=None):
        self.word = word

    def __await__(self):
        return (yield self.word)


class Steps:
    def __init__(self, count, delay):
        self.left, self.delay = count, delay

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.left == 0:
            raise StopAsyncIteration
        self.left -= 1
        await asyncio.sleep(self.delay)
        return self.left


class Room:
    def __init__(self, name, delay, quiet):
        self.name, self.delay, self.quiet = name, delay, quiet

    async def __aenter__(self):
        say(self.name, "enter")
        await asyncio.sleep(self.delay)
        return self.name

    async def __aexit__(self, kind, error, trace):
        say(self.name, "exit", show(error))
        await asyncio.sleep(self.delay)
        return self.quiet and isinstance(error, Exception)


@contextlib.asynccontextmanager
async def guest(name, delay):
    say(name, "comes")
    try:
        await asyncio.sleep(delay)
        yield name
    except Oops as e:
        say(name, "hears", show(e))
        raise
    finally:
        await asyncio.sleep(delay)
        say(name, "goes")


async def plain(n):
    try:
        if n > 2:
            raise Worse("plain", n)
        got = await Knock("knock")
        got = await Knock(got)
        return (got, n)
    finally:
        say("plain", n)


async def labour(jobs, who):
    done = 0
    try:
        while True:
            job = await jobs.get()
            if job[1] is None:
                return (who, done)
            say("labour", who, job)
            await asyncio.sleep(0.01 * job[0])
            done += 1
            jobs.task_done()
    finally:
        say("labour ends", who, done)


async def forgive(kind, error, trace):
    say("forgives", show(error))
    await asyncio.sleep(0)
    return isinstance(error, Oops)


def ends(future):
    say("ends", show(future))
    if not future.done():
        future.set_result("ended")


def ladder(n):
    try:
        for i in range(n):
            try:
                got = yield i
                say("ladder", got)
            except Oops as e:
                say("ladder", show(e))
    finally:
        say("ladder ends")
    return n


place = contextvars.ContextVar("place", default="nowhere")
tasks, kept, handles, shared = {}, [], {}, []
start, fuel = 0.0, 0


def spent():
    global fuel
    fuel -= 1
    return fuel < 0


def clock():
    return int((asyncio.get_running_loop().time() - start) * 100)


def say(*what):
    task = asyncio.current_task()
    print(clock(), task.get_name() if task else "loop", *what)


def show(x):
    if isinstance(x, BaseExceptionGroup):
        return f"{type(x).__name__}({x.message!r}, [{', '.join(map(show, x.exceptions))}])"
    if isinstance(x, asyncio.Future):
        if not x.done():
            return "pending"
        if x.cancelled():
            return "cancelled"
        return f"failed {show(x.exception())}" if x.exception() else f"done {show(x.result())}"
    if isinstance(x, (list, tuple)):
        return f"[{', '.join(map(show, x))}]"
    return repr(x)


def chain(e):
    """What led to an exception, as its classes."""
    seen = []
    while e is not None and len(seen) < 6:
        seen.append(type(e).__name__ + ("!" if e.__cause__ else "") + ("-" if e.__suppress_context__ else ""))
        e = e.__cause__ or e.__context__
    return "<".join(seen)


def look(x):
    """The end of a primitive's repr, which says its state."""
    return repr(x).rpartition("[")[2] if "[" in repr(x) else "?"


def keep(name, task):
    kept.append(task)
    tasks[name] = task
    return task


def pick(name):
    task = tasks.get(name)
    if task is None:
        task = asyncio.get_running_loop().create_future()
        task.set_result(f"no {name}")
    return task


def names(some):
    return sorted(next((n for n in tasks if tasks[n] is t), "?") for t in some)


def trouble(loop, context):
    if "exception" in context and "future" not in context:
        print("trouble", show(context["exception"]))
'''

DELAYS = ("0.01", "0.01", "0.01", "0.02", "0.02", "0.03", "0.05")
ERRORS = ("Oops", "Oops", "Worse", "ValueError", "KeyError", "TimeoutError", "asyncio.TimeoutError",
          "asyncio.CancelledError", "StopAsyncIteration", "RuntimeError", "Quit")
CAUGHT = ("Oops", "Worse", "Exception", "Exception", "Exception", "Exception", "asyncio.CancelledError",
          "asyncio.CancelledError", "TimeoutError", "BaseException", "(ValueError, KeyError)", "RuntimeError",
          "asyncio.InvalidStateError", "asyncio.QueueFull")
RISKY = ("wait_task", "gather", "wait_for", "completed", "shield", "future", "put", "get", "join", "deed", "fail", "group",
         "barrier", "lock_by_hand", "condition_alone", "semaphore_by_hand", "create_and_cancel", "nested", "state",
         "flow_by_hand", "cancel_self", "bad_yield", "comprehend", "star", "variable", "drain", "crew", "until")
STATEMENTS = {}


@dataclasses.dataclass(frozen=True)
class At:
    """Where a statement will stand."""
    index: int  # of the function: it may await what is higher
    depth: int = 0
    loop: bool = False  # break and continue have somewhere to go
    star: bool = False  # under except*, which nothing may leave
    flow: bool = False  # in an asynchronous generator

    def deeper(self, **changes):
        return dataclasses.replace(self, depth=self.depth + 1, **changes)


def statement(weight, nested=False):
    def note(function):
        STATEMENTS[function.__name__] = function, weight, nested
        return function
    return note


def indent(lines):
    return ["    " + line for line in lines]


class Writer:
    def __init__(self, seed):
        r = self.r = random.Random(seed)
        self.works, self.flows, self.rings = r.randint(2, 6), r.randint(1, 2), r.randint(1, 3)
        self.tags = 0
        self.depth = r.choice((2, 2, 3))
        self.weights = {name: weight * r.choice((0, 1, 1, 1, 4)) for name, (_, weight, _) in STATEMENTS.items()}
        self.sizes = {"sem0": r.randint(1, 2), "bounded0": r.randint(1, 2), "barrier0": r.randint(2, 3),
                      "queue0": r.randint(0, 2), "lifo0": r.randint(0, 2), "prio0": r.randint(0, 2)}

    # Words

    def maybe(self, chance):
        return self.r.random() < chance

    def tag(self, kind):
        self.tags += 1
        return f'"{kind}{self.tags}"'

    def delay(self):
        return self.r.choice(DELAYS)

    def patience(self):
        return self.r.choice(DELAYS + ("0", "None", "-1"))

    def task(self, at):
        """The name of a task that may be awaited here, or nothing."""
        if at.index + 1 >= self.works:
            return None
        return f't{self.r.randrange(at.index + 1, self.works)}{self.r.choice("ab")}'

    def any_task(self):
        return f'pick("t{self.r.randrange(self.works)}{self.r.choice("ab")}")'

    def future(self):
        return self.r.choice(("fut0", "fut1", "fut2"))

    def queue(self):
        return self.r.choice(("queue0", "queue0", "lifo0", "prio0"))

    def error(self):
        name = self.r.choice(ERRORS)
        if self.maybe(0.1):
            return f'ExceptionGroup("{self.r.choice(("a", "b"))}", [Oops(1), ValueError(2), ExceptionGroup("in", [Worse(3)])])'
        return f'{name}({self.r.choice(("", chr(34) + "x" + chr(34), "1, 2"))})'

    def coro(self, at):
        """A coroutine: what a task may run."""
        if at.index + 1 < self.works and self.maybe(0.75):
            return f"work{self.r.randrange(at.index + 1, self.works)}({self.r.randrange(5)})"
        return self.r.choice((f"asyncio.sleep({self.delay()}, {self.r.randrange(9)})", "asyncio.sleep(0)",
                              "event0.wait()", f"{self.queue()}.get()", "barrier0.wait()",
                              f"{self.queue()}.put({self.r.randrange(9)})", f"nap({self.delay()})"))

    def awaitable(self, at):
        name = self.task(at)
        kind = self.r.random()
        if name and kind < 0.3:
            return f'pick("{name}")'
        if kind < 0.4:
            return self.future()
        if kind < 0.5:
            return f"Later({self.delay()}, {self.r.randrange(9)})"
        if kind < 0.6:
            return f"asyncio.shield({self.awaitable(at)})"
        if kind < 0.66 and at.depth < 4:
            deeper = dataclasses.replace(at, depth=at.depth + 1)
            return f"asyncio.gather({self.awaitable(deeper)}, {self.awaitable(deeper)})"
        return self.coro(at)

    def several(self, at, what, least=1):
        return [what(at) for _ in range(self.r.randint(least, 3))]

    # Blocks

    def body(self, at, least=1, most=3):
        lines = []
        for _ in range(self.r.randint(least, most)):
            lines += self.one(at)
        return lines

    def one(self, at):
        choices = [n for n, (_, _, nested) in STATEMENTS.items()
                   if self.weights[n] and not (nested and at.depth >= self.depth)]
        name = self.r.choices(choices, [self.weights[n] for n in choices])[0]
        lines = STATEMENTS[name][0](self, at)
        careful = (0.7 if name in RISKY else 0.25) if at.index >= 0 else 0.8
        if self.maybe(careful) and at.depth < self.depth + 1:
            return self.attempt(lines, at)
        return lines

    def handlers(self, at):
        lines = []
        kinds = [self.r.choice(CAUGHT) for _ in range(self.r.randint(1, 2))]
        for kind in dict.fromkeys(kinds if at.index >= 0 else kinds[1:] + ["BaseException" if self.maybe(0.3) else "Exception"]):
            lines += [f"except {kind} as e:", f'    say({self.tag("caught")}, show(e), chain(e))']
            lines += indent(self.reaction(kind, at))
            if kind in ("BaseException",):
                break
        return lines

    def reaction(self, kind, at):
        if at.index < 0 and self.maybe(0.7):
            return []
        if kind in ("BaseException", "asyncio.CancelledError"):
            return self.r.choice((["raise"], ["raise"], ["raise"], [], ["asyncio.current_task().uncancel()"]))
        choices = [[], [], [], ["raise"], [f"raise {self.error()} from e"], [f"raise {self.error()}"],
                   [f"await asyncio.sleep({self.r.choice((0, self.delay()))})"]]
        return self.r.choice(choices)

    def attempt(self, lines, at):
        """The statement with somebody who catches what it raises, or clears up behind it."""
        kind = self.r.random()
        out = ["try:", *indent(lines)]
        if kind < 0.85:
            out += self.handlers(at)
        if kind < 0.85 and self.maybe(0.15):
            out += ["else:", *indent(self.say(at, "else"))]
        if kind > 0.75:
            out += ["finally:", *indent(self.say(at, "finally"))]
            if self.maybe(0.5):
                out += indent(self.r.choice((["await asyncio.sleep(0)"], [f"await asyncio.sleep({self.delay()})"],
                                             ["await Knock()"])))
                out += indent(self.say(at, "finally"))
        return out

    def say(self, at, kind):
        more = self.r.choice(("", "", ", n", ", place.get()", ", asyncio.current_task().cancelling()"))
        return [f"say({self.tag(kind)}{more})"]

    def result(self, kind, what):
        return f"say({self.tag(kind)}, show({what}))"

    # The program

    def function(self, i):
        at = At(i)
        lines = [f"async def work{i}(n):", "    if spent():", '        return "spent"',
                 f'    say({self.tag("start")}, n)', *indent(self.body(at, 2, 5))]
        return lines + indent(self.r.choice(([f'return {self.tag("w")}'], ["return n"], [])))

    def flow(self, i):
        at = At(self.works, depth=1, flow=True)
        steps = [*self.one(at), f'got = yield {self.r.choice(("i", "i * 2", "n"))}', f'say({self.tag("sent")}, got)']
        loop = [f"for i in range({self.r.randint(1, 3)}):", *indent(steps)]
        if self.maybe(0.7):
            loop = ["try:", *indent(loop)]
            if self.maybe(0.4):
                loop += ["except Oops as e:", f'    say({self.tag("flow")}, show(e))', "    yield 77"]
            loop += ["finally:", *indent(self.say(at, "flow_ends"))]
            if self.maybe(0.5):
                loop += indent([f"await asyncio.sleep({self.r.choice((0, self.delay()))})", *self.say(at, "flow_ends")])
        return [f"async def flow{i}(n):", *indent(loop)]

    def ring(self, i):
        """A function that the loop calls."""
        deeds = [self.deed() for _ in range(self.r.randint(0, 2))]
        return [f"def ring{i}(*args):", f'    say({self.tag("ring")}, show(args), place.get())', *indent(deeds)]

    def deed(self):
        """One line that needs no await."""
        r = self.r
        return r.choice((
            "event0.set()", "event1.set()", "event0.clear()", "sem0.release()",
            f"{self.queue()}.put_nowait({r.randrange(9)})", self.result("got", f"{self.queue()}.get_nowait()"),
            f"{self.future()}.cancel()", f"{self.future()}.set_result({r.randrange(9)})",
            f"{self.future()}.set_exception({r.choice(('Oops(5)', 'Oops(5)', 'Worse()', 'ValueError', 'StopIteration()'))})",
            f'say({self.tag("cancel")}, {self.any_task()}.cancel({r.choice(("", chr(34) + "m" + chr(34)))}))',
            f'keep("t{self.works - 1}a", asyncio.create_task(work{self.works - 1}(7)))',
            f"raise {r.choice(('Oops(6)', 'Worse(7)'))}", "say('lock', look(lock0))", "place.set('ring')",
        ))

    def begin(self):
        s = self.sizes
        made = {"lock0": "asyncio.Lock()", "event0": "asyncio.Event()", "event1": "asyncio.Event()",
                "cond0": self.r.choice(("asyncio.Condition()", "asyncio.Condition(lock0)")),
                "sem0": f"asyncio.Semaphore({s['sem0']})", "bounded0": f"asyncio.BoundedSemaphore({s['bounded0']})",
                "barrier0": f"asyncio.Barrier({s['barrier0']})", "queue0": f"asyncio.Queue({s['queue0']})",
                "lifo0": f"asyncio.LifoQueue({s['lifo0']})", "prio0": f"asyncio.PriorityQueue({s['prio0']})"}
        futures = ("fut0", "fut1", "fut2")
        return ["def begin():", f"    global start, fuel, {', '.join((*made, *futures))}",
                "    loop = asyncio.get_running_loop()", "    loop.set_exception_handler(trouble)",
                f"    start, fuel = loop.time(), {self.r.randint(12, 40)}", "    tasks.clear()", "    kept.clear()",
                *(f"    {name} = {value}" for name, value in made.items()),
                *(f"    {name} = loop.create_future()" for name in futures)]

    def helper(self):
        """Who does, from time to time, what others wait for: without it most programs would soon stand still."""
        deeds = [["event0.set()"], ["event1.set()", "event1.clear()"], ["sem0.release()"],
                 ["async with cond0:", "    cond0.notify()"], ["async with cond0:", "    cond0.notify_all()"],
                 ["if barrier0.n_waiting:", "    with contextlib.suppress(asyncio.BrokenBarrierError):",
                  "        await barrier0.wait()"]]
        deeds += [[f"if not {f}.done():", f"    {f}.set_result('help')"] for f in ("fut0", "fut1", "fut2")]
        deeds += [[f"if not {q}.full():", f"    {q}.put_nowait({n})"] for n, q in enumerate(("queue0", "lifo0", "prio0"))]
        deeds += [[f"if {q}.full():", f"    say('helper', await {q}.get())", f"    {q}.task_done()"] for q in ("queue0", "lifo0")]
        chosen = self.r.sample(deeds, self.r.randint(4, len(deeds)))
        return ["async def helper():", f"    for _ in range({self.r.randint(3, 9)}):",
                f"        await asyncio.sleep({self.delay()})", *indent(indent(line for deed in chosen for line in deed))]

    def main(self):
        at = At(-1)
        lines = ["async def main(n=0):", "    begin()"]
        if self.maybe(0.75):
            lines += ['    keep("helper", asyncio.create_task(helper()))']
        for _ in range(self.r.randint(2, 5)):
            lines += indent(create(self, at))
        lines += indent(self.body(at, 2, 5))
        if self.maybe(0.8):
            lines += ["    done, pending = await asyncio.wait(kept, timeout=0.305)",
                      '    say("settled", names(done), names(pending))']
        lines += ["    for name in sorted(tasks):", '        say("state", name, show(tasks[name]))']
        return lines + ["    return n"]

    def end(self, generators):
        """How the program is started; mostly with a limit, so that who waits for ever is cancelled."""
        limit = self.r.choice(("0.305", "0.505", "1.005"))  # never at one instant with what the program waits for
        whole = {"wait_for": [f"    return await asyncio.wait_for(main(n), {limit})"],
                 "timeout": [f"    async with asyncio.timeout({limit}):", "        return await main(n)"],
                 "bare": ["    return await main(n)"]}[self.r.choices(("wait_for", "timeout", "bare"), (5, 4, 1.5))[0]]
        starts = {
            "run": ['print("result", asyncio.run(whole(1)))'],
            "twice": ["for n in range(2):", "    try:", '        print("result", asyncio.run(whole(n)))',
                      "    except Exception as e:", '        print("once", show(e), chain(e))'],
            "runner": ["with asyncio.Runner() as runner:", "    for n in range(2):", "        try:",
                       '            print("result", runner.run(whole(n)))',
                       "        except Exception as e:", '            print("once", show(e))'],
            "loop": ["loop = asyncio.new_event_loop()", "try:",
                     '    print("result", loop.run_until_complete(whole(1)))',
                     "finally:", "    loop.call_later(0.055, loop.stop)", "    loop.run_forever()",
                     "    loop.run_until_complete(loop.shutdown_asyncgens())", "    loop.close()"],
            "again": ["loop = asyncio.new_event_loop()", "asyncio.set_event_loop(loop)", "for n in range(2):", "    try:",
                      '        print("result", loop.run_until_complete(whole(n)))',
                      "    except Exception as e:", '        print("once", show(e), chain(e))',
                      "loop.run_until_complete(loop.shutdown_asyncgens())", "loop.close()"],
        }
        # asyncio.run ends with a task for every asynchronous generator that anybody still holds, were it
        # the frame in the traceback of an error: the names of the second run's tasks would hang on that.
        start = starts[self.r.choices(tuple(starts), (10, 0 if generators else 2, 2, 2, 2))[0]]
        return ["async def whole(n):", *whole, "", "", "try:", *indent(start),
                "except BaseException as e:", '    print("end", show(e), chain(e))']

    def program(self):
        parts = [["async def nap(delay):", '    say("nap")', "    await asyncio.sleep(delay)", "    return delay"]]
        parts += [self.begin()]
        parts += [self.ring(i) for i in range(self.rings)]
        parts += [self.flow(i) for i in range(self.flows)]
        parts += [self.function(i) for i in reversed(range(self.works))]
        parts += [self.helper(), self.main()]
        generators = any(word in line for part in parts for line in part for word in ("= flow", "in flow", "(flow", "else flow", "guest("))
        parts += [self.end(generators)]
        return PRELUDE + "".join("\n\n" + "\n".join(part) + "\n" for part in parts)


# Statements: each gives the lines of one, which print what came of it.

@statement(2)
def speak(w, at):
    return w.say(at, "say")


@statement(3)
def turn(w, at):
    return w.r.choice((["await asyncio.sleep(0)"], ["await Knock()"], ["await asyncio.sleep(0)"] * 2)) + w.say(at, "turn")


@statement(6)
def sleep(w, at):
    return [w.result("sleep", f"await asyncio.sleep({w.delay()}, {w.r.randrange(9)})")]


@statement(0.5)
def block(w, at):
    return [f"time.sleep({w.r.choice(('0.01', '0.02'))})", *w.say(at, "block")]


@statement(4)
def nested(w, at):
    return [w.result("nested", f"await {w.coro(at)}")]


@statement(6)
def create(w, at):
    letter = w.r.choice("ab")
    if at.index + 1 >= w.works:
        return [f'keep("t{w.works}{letter}", asyncio.create_task(nap({w.delay()})))']
    i = w.r.randrange(at.index + 1, w.works)
    name = f"t{i}{letter}"
    how = w.r.choice(("", f', name="{name}"', f', name="{name}"'))
    if w.maybe(0.1):
        return ["context = contextvars.copy_context()", f'context.run(place.set, {w.tag("there")})',
                f'keep("{name}", asyncio.create_task(work{i}({w.r.randrange(5)}){how}, context=context))']
    maker = w.r.choice(("asyncio.create_task", "asyncio.create_task", "asyncio.get_running_loop().create_task"))
    return [f'keep("{name}", {maker}(work{i}({w.r.randrange(5)}){how}))']


@statement(4)
def wait_task(w, at):
    name = w.task(at)
    if not name:
        return sleep(w, at)
    return [w.result("awaited", f'await pick("{name}")')]


@statement(4)
def gather(w, at):
    what = ", ".join(w.several(at, w.awaitable))
    how = ", return_exceptions=True" if w.maybe(0.5) else ""
    if w.maybe(0.25):
        return [f"both = asyncio.gather({what}{how})", f"await asyncio.sleep({w.r.choice((0, w.delay()))})",
                f'say({w.tag("gather_cancel")}, both.cancel({w.r.choice(("", chr(34) + "g" + chr(34)))}))',
                w.result("gather", "await both")]
    return [w.result("gather", f"await asyncio.gather({what}{how})")]


@statement(4)
def wait(w, at):
    picked = [f'pick("{name}")' for name in {w.task(at): 0, w.task(at): 0} if name]
    made = [f'keep("t{w.works}{letter}", asyncio.create_task({w.coro(at)}))' for letter in w.r.choice(("c", "cd", "cde"))]
    when = w.r.choice(("ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION"))
    limit = w.r.choice(("", "", f", timeout={w.patience()}"))
    lines = [f"done, pending = await asyncio.wait([{', '.join(picked + made)}], return_when=asyncio.{when}{limit})",
             f'say({w.tag("wait")}, names(done), names(pending))']
    if w.maybe(0.4):
        lines += ["for task in sorted(pending, key=kept.index):", "    task.cancel()"] if not picked else []
    return lines


@statement(6)
def wait_for(w, at):
    return [w.result("wait_for", f"await asyncio.wait_for({w.awaitable(at)}, {w.patience()})")]


@statement(2)
def completed(w, at):
    made = [f'keep("t{w.works}{letter}", asyncio.create_task({w.coro(at)}))' for letter in w.r.choice(("c", "cd", "cde"))]
    limit = w.r.choice(("", f", timeout={w.delay()}"))
    step = [w.result("completed", "await step")]
    if w.maybe(0.6):
        step = w.attempt(step, at)
    return [f"for step in asyncio.as_completed([{', '.join(made)}]{limit}):", *indent(step)]


@statement(2)
def started(w, at):
    """Coroutines that as_completed makes into tasks."""
    coros = [f"nap({w.delay()})" for _ in range(w.r.randint(1, 3))]
    return [f"for step in asyncio.as_completed([{', '.join(coros)}]):", f"    {w.result('started', 'await step')}"]


@statement(2)
def shield(w, at):
    if w.maybe(0.5):
        return [w.result("shield", f"await asyncio.shield({w.awaitable(at)})")]
    return [f"outer = asyncio.shield({w.awaitable(at)})",
            f"asyncio.get_running_loop().call_later({w.delay()}, outer.cancel)", w.result("shield", "await outer")]


@statement(4, nested=True)
def group(w, at):
    inside = at.deeper(star=False)
    lines = []
    for _ in range(w.r.randint(1, 3)):
        call = f"group.create_task({w.coro(at)})"
        lines += [f'keep("t{w.works + 1}{w.r.choice("ab")}", {call})' if w.maybe(0.5) else call]
    if w.maybe(0.5):
        lines += w.body(inside, 1, 2)
    out = ["async with asyncio.TaskGroup() as group:", *indent(lines), *w.say(at, "group")]
    if w.maybe(0.8):
        return [*["try:", *indent(out)], *starred(w, at)]
    return out


def starred(w, at):
    lines = []
    for kind in dict.fromkeys(w.r.choice(("Oops", "Worse", "ValueError", "Exception", "asyncio.CancelledError",
                                          "TimeoutError", "BaseException")) for _ in range(w.r.randint(1, 3))):
        lines += [f"except* {kind} as e:", f'    say({w.tag("star")}, show(e), chain(e))']
        if w.maybe(0.15):
            lines += [w.r.choice(("    raise", "    raise Oops(8)", "    await asyncio.sleep(0.01)"))]
        if kind == "BaseException":
            break
    if w.maybe(0.15):
        lines += ["finally:", *indent(w.say(at, "finally"))]
    return lines


@statement(1)
def star(w, at):
    return ["try:", f"    raise {w.error()}", *starred(w, at)]


@statement(4, nested=True)
def timeout(w, at):
    if w.maybe(0.3):
        made = f"asyncio.timeout_at(start + 0.0{w.r.randrange(1, 10)})"
    else:
        made = f"asyncio.timeout({w.patience()})"
    lines = w.body(at.deeper(), 1, 2)
    if w.maybe(0.25):
        new = w.r.choice((f"asyncio.get_running_loop().time() + {w.delay()}", "None", "start", "start + 0.06"))
        lines.insert(0, f"limit.reschedule({new})")
    out = ["try:", f"    async with {made} as limit:", *indent(indent(lines))]
    out += ["except TimeoutError as e:", f'    say({w.tag("timeout")}, show(e), chain(e), asyncio.current_task().cancelling())']
    if w.maybe(0.3):
        out += ["finally:", f'    say({w.tag("expired")}, limit.expired())']
    return out


@statement(4, nested=True)
def lock(w, at):
    return ["async with lock0:", *indent([f'say({w.tag("lock")}, look(lock0))', *w.body(at.deeper())]),
            f'say({w.tag("unlock")}, look(lock0))']


@statement(2)
def lock_by_hand(w, at):
    if w.maybe(0.3):
        return ["lock0.release()", f'say({w.tag("release")}, lock0.locked())']
    return ["await lock0.acquire()", "try:", *indent(w.one(at.deeper())), "finally:", "    lock0.release()",
            f'    say({w.tag("release")}, look(lock0))']


@statement(3)
def event(w, at):
    one = w.r.choice(("event0", "event1"))
    return w.r.choice(([f"{one}.set()"], [f"{one}.set()", f"{one}.clear()"], [f"{one}.clear()"],
                       [w.result("event", f"await {one}.wait()")], [w.result("event", f"await {one}.wait()")])) + \
        [f'say({w.tag("event")}, {one}.is_set())']


@statement(4, nested=True)
def condition(w, at):
    inside = w.r.choice((["await cond0.wait()"], [f"cond0.notify({w.r.randint(0, 2)})"], ["cond0.notify_all()"],
                         [w.result("until", "await cond0.wait_for(event0.is_set)")], ["await cond0.wait()"]))
    if w.maybe(0.4):
        inside = [*inside, *w.body(at.deeper(), 1, 2)]
    return ["async with cond0:", *indent([*inside, f'say({w.tag("condition")}, look(cond0))'])]


@statement(0.5)
def condition_alone(w, at):
    return w.r.choice((["cond0.notify()"], ["await cond0.wait()"], ["cond0.notify_all()"])) + w.say(at, "alone")


@statement(3, nested=True)
def semaphore(w, at):
    one = w.r.choice(("sem0", "bounded0"))
    return [f"async with {one}:", *indent([f'say({w.tag("semaphore")}, look({one}))', *w.body(at.deeper(), 1, 2)]),
            f'say({w.tag("semaphore")}, look({one}))']


@statement(1.5)
def semaphore_by_hand(w, at):
    one = w.r.choice(("sem0", "bounded0"))
    return w.r.choice(([f"{one}.release()"], [f"await {one}.acquire()"])) + [f'say({w.tag("permits")}, look({one}), {one}.locked())']


@statement(2.5)
def barrier(w, at):
    kind = w.r.random()
    if kind < 0.1:
        return ["await barrier0.abort()", f'say({w.tag("abort")}, barrier0.broken)']
    if kind < 0.25:
        return ["await barrier0.reset()", f'say({w.tag("reset")}, barrier0.broken, barrier0.n_waiting)']
    if kind < 0.4:
        return ["async with barrier0 as place_in_it:", f'    say({w.tag("barrier")}, place_in_it, barrier0.n_waiting)']
    return [w.result("barrier", "await barrier0.wait()")]


@statement(5)
def put(w, at):
    one, item = w.queue(), w.r.randrange(9)
    call = w.r.choice((f"await {one}.put({item})", f"await {one}.put({item})", f"{one}.put_nowait({item})"))
    return [call, f'say({w.tag("put")}, {one}.qsize(), {one}.full())']


@statement(5)
def get(w, at):
    one = w.queue()
    call = w.r.choice((f"await {one}.get()", f"await {one}.get()", f"{one}.get_nowait()"))
    lines = [w.result("get", call)]
    return lines + ([f"{one}.task_done()"] if w.maybe(0.6) else [])


@statement(1)
def join(w, at):
    one = w.queue()
    return w.r.choice(([f"await {one}.join()"], [f"{one}.task_done()"])) + [f'say({w.tag("join")}, {one}.empty())']


@statement(5)
def cancel(w, at):
    message = w.r.choice(("", "", '"why"', "msg=5"))
    lines = [f"victim = {w.any_task()}", f'say({w.tag("cancel")}, victim.cancel({message}))']
    if w.maybe(0.2):
        lines += [f'say({w.tag("cancel")}, victim.cancel("again"), getattr(victim, "cancelling", int)())']
    if w.maybe(0.1):
        lines += [f'say({w.tag("uncancel")}, getattr(victim, "uncancel", int)())']
    return lines


@statement(0.7)
def cancel_self(w, at):
    return ["asyncio.current_task().cancel('self')", *w.r.choice(([], w.say(at, "doomed"), ["await asyncio.sleep(0)"]))]


@statement(0.4)
def uncancel(w, at):
    return [f'say({w.tag("uncancel")}, asyncio.current_task().uncancel())']


@statement(0.3)
def cancel_main(w, at):
    return ["for task in sorted(asyncio.all_tasks(), key=lambda task: task.get_name()):",
            "    if task.get_name() == 'Task-1':", f'        say({w.tag("cancel_main")}, task.cancel("main"))']


@statement(1)
def create_and_cancel(w, at):
    return [f'child = keep("t{w.works}f", asyncio.create_task({w.coro(at)}))', "child.cancel('early')",
            *w.r.choice(([], ["await asyncio.sleep(0)"])), w.result("early", "await child")]


@statement(2)
def fail(w, at):
    if w.maybe(0.3):
        return [f"raise {w.error()}"]
    return [f"if n {w.r.choice(('<', '>', '=='))} {w.r.randrange(5)}:", f"    raise {w.error()}"]


@statement(1)
def leave(w, at):
    if at.star:
        return w.say(at, "stay")
    ways = ["return"] if at.flow else ["return n", f'return {w.tag("left")}']
    if at.loop:
        ways += ["break", "continue", "break", "continue"]
    return [f"if n {w.r.choice(('<', '>', '=='))} {w.r.randrange(5)}:", f"    {w.r.choice(ways)}"]


@statement(2, nested=True)
def choose(w, at):
    test = w.r.choice(("n % 2", "event0.is_set()", "lock0.locked()", "queue0.empty()", "fut0.done()", "sem0.locked()"))
    lines = [f"if {test}:", *indent(w.body(at.deeper(), 1, 2))]
    return lines + (["else:", *indent(w.body(at.deeper(), 1, 2))] if w.maybe(0.5) else [])


@statement(2.5, nested=True)
def repeat(w, at):
    inside = at.deeper(loop=True, star=False)
    return [f"for i{at.depth} in range({w.r.randint(2, 3)}):", *indent(w.body(inside))]


@statement(2, nested=True)
def attempt(w, at):
    return w.attempt(w.body(at.deeper()), at)


@statement(2, nested=True)
def suppress(w, at):
    kind = w.r.choice(("Oops", "Exception", "asyncio.CancelledError", "TimeoutError"))
    return [f"with contextlib.suppress({kind}):", *indent(w.body(at.deeper(), 1, 2)), *w.say(at, "suppressed")]


@statement(2, nested=True)
def room(w, at):
    made = w.r.choice((f'Room({w.tag("room")}, {w.r.choice(("0", w.delay()))}, {w.maybe(0.5)})',
                       f'guest({w.tag("guest")}, {w.r.choice(("0", w.delay()))})'))
    return [f"async with {made} as who:", *indent(w.body(at.deeper(), 1, 2))]


@statement(1, nested=True)
def stack(w, at):
    inside = [f'await stack.enter_async_context(Room({w.tag("room")}, 0.01, False))',
              f'stack.push_async_callback(nap, {w.delay()})', f'stack.callback(say, {w.tag("callback")})',
              f'await stack.enter_async_context(guest({w.tag("guest")}, 0))']
    w.r.shuffle(inside)
    return ["async with contextlib.AsyncExitStack() as stack:",
            *indent([*inside[: w.r.randint(1, 4)], *w.body(at.deeper(), 1, 2)])]


@statement(3, nested=True)
def iterate(w, at):
    source = w.r.choice((f"flow{w.r.randrange(w.flows)}({w.r.randrange(5)})", f"Steps({w.r.randrange(4)}, {w.delay()})"))
    if at.flow and source.startswith("flow"):
        source = f"Steps({w.r.randrange(4)}, 0)"
    inside = [f'say({w.tag("item")}, item)', *w.body(at.deeper(loop=True, star=False), 0, 1)]
    if w.maybe(0.25):
        inside += ["if item:", "    break"]
    lines = [f"async for item in {source}:", *indent(inside)]
    return lines + (["else:", *indent(w.say(at, "for_else"))] if w.maybe(0.2) else [])


@statement(1)
def comprehend(w, at):
    i = w.r.randrange(w.flows)
    source = f"Steps({w.r.randrange(4)}, 0.01)" if at.flow else f"flow{i}({w.r.randrange(5)})"
    what = w.r.choice((f"[item async for item in {source}]", f"{{item: item async for item in {source}}}",
                       f"[await asyncio.sleep(0, i) for i in range(2)]",
                       f"[item async for item in {source} if await asyncio.sleep(0.01, item)]"))
    return [w.result("comprehend", what)]


@statement(2)
def flow_by_hand(w, at):
    if at.flow:
        return turn(w, at)
    lines = [f"flow = flow{w.r.randrange(w.flows)}({w.r.randrange(5)})", w.result("anext", "await anext(flow)")]
    for _ in range(w.r.randint(0, 2)):
        lines += [w.result("flow", w.r.choice((f"await flow.asend({w.r.randrange(9)})", "await flow.__anext__()",
                                               "await flow.athrow(Oops(3))", "await anext(flow, 'none')",
                                               "await flow.aclose()")))]
    return ["try:", *indent(lines), "except StopAsyncIteration:", *indent(w.say(at, "exhausted")),
            "finally:", "    await flow.aclose()", *indent(w.say(at, "aclose"))]


@statement(1)
def closing(w, at):
    if at.flow:
        return turn(w, at)
    return [f"async with contextlib.aclosing(flow{w.r.randrange(w.flows)}({w.r.randrange(5)})) as flow:",
            "    async for item in flow:", f'        say({w.tag("closing")}, item)',
            *(["        break"] if w.maybe(0.5) else [])]


@statement(3)
def future(w, at):
    one = w.future()
    return w.r.choice((
        [f"{one}.set_result({w.r.randrange(9)})"], [f"{one}.set_exception(Oops({w.r.randrange(9)}))"],
        [f'say({w.tag("fut_cancel")}, {one}.cancel("f"))'], [f"if not {one}.done():", f"    {one}.set_result('fine')"],
        [w.result("future", f"await {one}")], [w.result("future", f"await {one}")],
        [w.result("future", f"{one}.result()")], [w.result("future", f"{one}.exception()")],
    )) + [w.result("future", one)]


@statement(1.5)
def done_callback(w, at):
    one = w.r.choice((w.future(), w.any_task()))
    ring = f"ring{w.r.randrange(w.rings)}"
    lines = [f"watched = {one}", f"watched.add_done_callback({ring})"]
    if w.maybe(0.3):
        lines += [f"watched.add_done_callback(ring{w.r.randrange(w.rings)})", *w.r.choice(([], ["await asyncio.sleep(0)"])),
                  f'say({w.tag("removed")}, watched.remove_done_callback({ring}))']
    return lines


@statement(3)
def call(w, at):
    ring, n = f"ring{w.r.randrange(w.rings)}", w.r.randrange(9)
    made = w.r.choice((f"call_soon({ring}, {n})", f"call_later({w.delay()}, {ring}, {n})", f"call_later(0, {ring})",
                       f"call_at(start + 0.0{w.r.randrange(1, 10)}, {ring}, {n})",
                       f"call_at(start + 0.0{w.r.randrange(1, 4)}, {ring}, {n})",
                       f"call_soon_threadsafe({ring})", "call_later(0.02, event0.set)",
                       "call_soon(say, 'called')"))
    return [f'handles["h{w.r.randrange(3)}"] = asyncio.get_running_loop().{made}']


@statement(1)
def drop(w, at):
    h = w.r.randrange(3)
    return [f'if "h{h}" in handles:', f'    handles["h{h}"].cancel()', f'    say({w.tag("dropped")}, handles["h{h}"].cancelled())']


@statement(1)
def deed(w, at):
    return [w.deed()]


@statement(1)
def variable(w, at):
    return w.r.choice(([f'place.set({w.tag("at")})'],
                       [f'token = place.set({w.tag("at")})', *turn(w, at), f'place.reset(token)'],
                       [f'contextvars.copy_context().run(place.set, "away")'])) + [f'say({w.tag("variable")}, place.get())']


@statement(1)
def by_hand(w, at):
    first = w.r.choice(("send(None)", "send(None)", "throw(Oops(4))", "close()", "send(1)"))
    then = w.r.choice(("send('in')", "throw(Worse(4))", "close()"))
    return [f"coro = plain({w.r.randrange(4)})", "try:", w_line(w, f"coro.{first}"), w_line(w, f"coro.{then}"),
            w_line(w, "coro.send('out')"), "except StopIteration as e:", f'    say({w.tag("stop")}, e.value)',
            "except (Oops, RuntimeError, TypeError) as e:", f'    say({w.tag("hand")}, show(e))',
            "finally:", "    coro.close()"]


def w_line(w, what):
    return f"    {w.result('hand', what)}"


@statement(0.3)
def bad_yield(w, at):
    return [f"await Knock({w.r.choice((chr(34) + 'odd' + chr(34), '5'))})"]


@statement(0.5)
def climb(w, at):
    steps = w.several(at, lambda at: w.r.choice(("next(rungs)", "rungs.send(1)", "rungs.throw(Oops(2))", "rungs.close()")))
    return [f"rungs = ladder({w.r.randint(1, 3)})", "try:", w_line(w, "next(rungs)"), *(w_line(w, s) for s in steps),
            "except StopIteration as e:", f'    say({w.tag("top")}, e.value)', "finally:", "    rungs.close()"]


@statement(1)
def state(w, at):
    one = w.any_task()
    return w.r.choice((
        [w.result("state", one)],
        [f'say({w.tag("names")}, sorted(task.get_name() for task in asyncio.all_tasks()))'],
        ["asyncio.current_task().set_name(asyncio.current_task().get_name() + '+')", *w.say(at, "name")],
        [f'say({w.tag("kind")}, asyncio.iscoroutine({one}), asyncio.isfuture({one}), asyncio.iscoroutinefunction(nap))'],
        [f'say({w.tag("looks")}, look(lock0), look(cond0), look(sem0), look(barrier0), look(event1))'],
        [f'say({w.tag("queues")}, queue0.qsize(), queue0.maxsize, lifo0.empty(), prio0.full())'],
        [w.result("result", f"{one}.result()")], [w.result("exception", f"{one}.exception()")],
    ))


@statement(3)
def race(w, at):
    """Something ends what is waited for at the very moment at which the waiting is over."""
    one, delay, loop = w.future(), w.delay(), "asyncio.get_running_loop()"
    waits, wakes = w.r.choice((
        (one, f"ends, {one}"), ("event0.wait()", "event0.set"), (f"{w.queue()}.get()", f"ends, {one}"),
        ("sem0.acquire()", "sem0.release"), ("barrier0.wait()", "event0.set"), ("lock0.acquire()", "event1.set"),
        (f"asyncio.shield({one})", f"ends, {one}"), (f"asyncio.sleep({delay}, 'slept')", "event0.clear"),
        (f"asyncio.gather({one}, asyncio.sleep({delay}))", f"ends, {one}")))
    first = f"when = {loop}.time() + {delay}"
    wake = f"{loop}.call_at(when, {wakes})"
    kind = w.r.random()
    if kind < 0.4:
        lines = [wake, "async with asyncio.timeout_at(when):", f"    {w.result('race', f'await {waits}')}"]
        if w.maybe(0.5):
            lines[:1] = []
            lines.insert(1, f"    {wake}")
    elif kind < 0.7:
        lines = [wake, w.result("race", f"await asyncio.wait_for({waits}, {delay})")]
    else:
        child = f'keep("t{w.works}{w.r.choice("gh")}", asyncio.ensure_future({waits}))'
        lines = [f"child = {child}", f"{loop}.call_at(when, child.cancel)", wake, w.result("race", "await child")]
        if w.maybe(0.5):
            lines[1:3] = lines[2:0:-1]
    return [first, *w.attempt(lines, at)]


@statement(2)
def shared_flow(w, at):
    """An async generator that several tasks ask for more."""
    if at.flow:
        return turn(w, at)
    i = w.r.randrange(w.flows)
    steps = [w.r.choice((w.result("shared", "await anext(flow)"), w.result("shared", "await anext(flow, 'end')"),
                         w.result("shared", f"await flow.asend({w.r.randrange(9)})"),
                         w.result("shared", "await flow.athrow(Oops(3))"), w.result("shared", "await flow.aclose()"),
                         w.result("shared", "await asyncio.wait_for(anext(flow), 0.02)"),
                         f"say({w.tag('shared')}, flow.ag_running, flow.ag_frame is None)",
                         w.result("shared", "await asyncio.gather(anext(flow, 0), anext(flow, 1), return_exceptions=True)")))
             for _ in range(w.r.randint(1, 3))]
    steps = [line for step in steps for line in step.split("\n")]
    return [f"shared.append(shared[0] if shared and n % 2 else flow{i}({w.r.randrange(4)}))", "flow = shared[-1]",
            *w.attempt(steps, at)]


@statement(1.5)
def groups(w, at):
    """What can be done with an exception group."""
    tree = w.r.choice(("[Oops(1), ValueError(2)]", "[ExceptionGroup('in', [Worse(3), KeyError(4)]), Oops(5)]",
                       "[TimeoutError(), ExceptionGroup('a', [ExceptionGroup('b', [Oops(6)]), ValueError(7)])]"))
    kind = w.r.choice(("Oops", "ValueError", "(Oops, KeyError)", "TimeoutError", "lambda e: isinstance(e, Worse)"))
    step = w.r.choice((w.result("split", f"e.split({kind})"), w.result("subgroup", f"e.subgroup({kind})"),
                       w.result("derived", "e.derive([Oops(8)])"), f"raise e.exceptions[0] from e",
                       "e.add_note('note')\nraise"))
    lines = ["try:", f"    raise ExceptionGroup('g', {tree})", "except ExceptionGroup as e:",
             *indent(step.split("\n"))]
    return ["try:", *indent(lines), *starred(w, at)] if w.maybe(0.7) else w.attempt(lines, at)


@statement(1.5)
def drain(w, at):
    """wait() again and again, until nothing is left."""
    made = ", ".join(f'keep("t{w.works}{letter}", asyncio.create_task({w.coro(at)}))' for letter in w.r.choice(("ij", "ijk")))
    how = w.r.choice(("FIRST_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION"))
    lines = [f"left = [{made}]", "for _ in range(4):", "    if not left:", "        break",
             f"    done, left = await asyncio.wait(left, timeout=0.04, return_when=asyncio.{how})",
             f"    say({w.tag('drain')}, names(done), len(left))"]
    if w.maybe(0.5):
        lines += ["for task in sorted(left, key=kept.index):", "    task.cancel()",
                  w.result("drained", "await asyncio.gather(*sorted(left, key=kept.index), return_exceptions=True)")]
    return lines


@statement(1.5)
def crew(w, at):
    """Workers at a queue of their own, which is joined, and then they are dismissed."""
    order = w.r.choice(("Queue", "PriorityQueue", "LifoQueue"))
    count, size = w.r.randint(1, 3), w.r.randrange(3)
    dismiss = w.r.choice((["worker.cancel()"], ["worker.cancel('home')"], ["await jobs.put((9, None))"]))
    return [f"jobs = asyncio.{order}({size})",
            f"workers = [asyncio.create_task(labour(jobs, f'w{{i}}')) for i in range({count})]",
            f"for i in range({w.r.randint(1, 5)}):", f"    await jobs.put((i % 3, i))",
            w.r.choice(("await jobs.join()", "await asyncio.wait_for(jobs.join(), 0.04)", "await asyncio.sleep(0.02)")),
            "for worker in workers:", *indent(dismiss),
            w.result("crew", "await asyncio.gather(*workers, return_exceptions=True)")]


@statement(1, nested=True)
def exits(w, at):
    """An exit stack that is handed on, or closed by hand."""
    lines = ["stack = contextlib.AsyncExitStack()",
             f'await stack.enter_async_context(Room({w.tag("room")}, {w.r.choice(("0", "0.01"))}, {w.maybe(0.3)}))',
             w.r.choice((f'stack.push_async_exit(guest({w.tag("guest")}, 0))', f'stack.callback(say, {w.tag("callback")})',
                         'stack.push_async_callback(nap, 0.01)', 'stack.push_async_exit(forgive)'))]
    if w.maybe(0.4):
        lines += ["stack = stack.pop_all()"]
    how = w.r.random()
    if how < 0.5:
        return lines + ["async with stack:", *indent(w.body(at.deeper(), 1, 2))]
    return lines + ["try:", *indent(w.one(at.deeper())), "finally:", "    await stack.aclose()"]


@statement(1.5, nested=True)
def deadline(w, at):
    """A group within a time, or a time within a group."""
    inside = at.deeper(star=False)
    jobs = [f"group.create_task({w.coro(at)})" for _ in range(w.r.randint(1, 3))]
    if w.maybe(0.6):
        lines = [f"async with asyncio.timeout({w.delay()}) as limit:", "    async with asyncio.TaskGroup() as group:",
                 *indent(indent(jobs))]
    else:
        lines = ["async with asyncio.TaskGroup() as group:", *indent(jobs),
                 f"    async with asyncio.timeout({w.delay()}) as limit:", *indent(indent(w.body(inside, 1, 2)))]
    lines += [f'say({w.tag("deadline")}, limit.expired())']
    return ["try:", *indent(lines), *starred(w, at)]


@statement(1)
def until(w, at):
    """A condition with a predicate of its own."""
    test = w.r.choice(("lambda: queue0.qsize() > 0", "lambda: next(patience) > 2", "lambda: fut0.done() and fut0.result()",
                       "event1.is_set", "lambda: [][0]"))
    return ["patience = iter(range(9))", "async with cond0:",
            w_line(w, f"await cond0.wait_for({test})") if w.maybe(0.6) else
            w_line(w, f"await asyncio.wait_for(cond0.wait_for({test}), {w.delay()})")]


@statement(0.15)
def exit_all(w, at):
    return ["if n == 4:", f"    raise {w.r.choice(('SystemExit(3)', 'KeyboardInterrupt'))}"]


def write(seed):
    return Writer(seed).program()


if __name__ == "__main__":
    import sys
    print(write(int(sys.argv[1])), end="")
