import asyncio


async def waiter(name, future):
    print(name, await future)


async def main():
    loop = asyncio.get_running_loop()
    chain = [loop.create_future() for _ in range(4)]
    for before, after in zip(chain, chain[1:]):
        before.add_done_callback(lambda f, after=after: after.set_result(f.result() + 1))
    tasks = [asyncio.create_task(waiter(n, future)) for n, future in enumerate(chain)]
    await asyncio.sleep(0)
    chain[0].set_result(0)
    for n in range(4):
        print("round", n, [future.done() for future in chain])
        await asyncio.sleep(0)
    await asyncio.wait(tasks)


asyncio.run(main())
