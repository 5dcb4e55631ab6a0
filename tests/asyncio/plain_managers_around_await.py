import asyncio
from contextlib import ExitStack, contextmanager


@contextmanager
def timed(name, log):
    log.append(f"{name} begins")
    try:
        yield
    except ValueError as error:
        log.append(f"{name} swallows {error}")
    finally:
        log.append(f"{name} ends")


async def work(name, log, fail=False):
    with timed(name, log):
        await asyncio.sleep(0)
        if fail:
            raise ValueError(name)
    with ExitStack() as stack:
        for i in range(2):
            stack.enter_context(timed(f"{name}{i}", log))
            await asyncio.sleep(0)


async def main():
    log = []
    await asyncio.gather(work("a", log), work("b", log, fail=True))
    print(*log, sep="\n")


asyncio.run(main())
