"""A future with two who await it and a callback; one that fails; one that is cancelled."""
import asyncio


async def wait(future):
    try:
        print(await future)
    except (KeyError, asyncio.CancelledError) as error:
        print(repr(error))


async def main():
    loop = asyncio.get_running_loop()
    bell = loop.create_future()
    bell.add_done_callback(lambda future: print("told"))
    tasks = [asyncio.create_task(wait(bell)) for _ in range(2)]
    loop.call_later(1, bell.set_result, "dinner")
    await asyncio.gather(*tasks)
    for end in (lambda f: f.set_exception(KeyError("salt")), lambda f: f.cancel()):
        other = loop.create_future()
        loop.call_soon(end, other)
        await wait(other)


asyncio.run(main())
