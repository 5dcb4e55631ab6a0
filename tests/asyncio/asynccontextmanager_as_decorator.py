import asyncio
from contextlib import asynccontextmanager


@asynccontextmanager
async def traced(name):
    print("begin", name)
    yield
    print("end", name)


@traced("job")
async def job(n):
    """Does the job."""
    await asyncio.sleep(0)
    print("job", n)
    return n * 2


async def main():
    print(await job(1), await job(2))
    print(job.__name__, job.__doc__)


asyncio.run(main())
