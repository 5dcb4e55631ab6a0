import asyncio
import functools


async def work():
    pass


def plain():
    pass


async def agen():
    yield 1


def gen():
    yield 1


class Thing:
    async def method(self):
        pass

    async def __call__(self):
        pass


coroutine = work()
for thing in (work, plain, agen, gen, Thing().method, Thing(), functools.partial(work), coroutine, 3):
    print(asyncio.iscoroutinefunction(thing), asyncio.iscoroutine(thing), asyncio.isfuture(thing))
coroutine.close()
generator = gen()
print(asyncio.iscoroutine(generator), asyncio.iscoroutine(agen()))
loop = asyncio.new_event_loop()
print(asyncio.isfuture(loop.create_future()), asyncio.isfuture(asyncio.Future), asyncio.iscoroutine(loop.create_future()))
loop.close()
