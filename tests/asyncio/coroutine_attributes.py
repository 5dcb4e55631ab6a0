import asyncio
import inspect
import types


class Suspend:
    def __await__(self):
        yield


async def job(x):
    await Suspend()


c = job(1)
print(c.__name__, c.__qualname__, c.cr_running, c.cr_await, type(c).__name__, c.cr_code is job.__code__)
print(inspect.getcoroutinestate(c), isinstance(c, types.CoroutineType))
c.send(None)
print(inspect.getcoroutinestate(c), c.cr_await is not None, c.cr_frame is not None)
c.close()
print(inspect.getcoroutinestate(c), c.cr_frame)


async def running():
    print(inspect.getcoroutinestate(me))

me = running()
asyncio.run(me)
try:
    for x in c:
        pass
except TypeError as error:
    print(error)
try:
    next(c)
except TypeError as error:
    print(error)
