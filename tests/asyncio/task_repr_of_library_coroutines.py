import asyncio


def places(value):
    text = repr(value)
    return "task_repr_of_library_coroutines" in text, "twins" in text, text.count("coro=<wait_for()")


async def mine():
    await asyncio.sleep(1)


async def main():
    future = asyncio.get_running_loop().create_future()
    shielded = asyncio.shield(future)
    tasks = [asyncio.create_task(c) for c in (asyncio.wait_for(future, 1), asyncio.to_thread(len, ""), mine())]
    for task in tasks:
        print(places(task))
    await asyncio.sleep(0)
    future.set_result(1)
    print(await asyncio.gather(*tasks), await shielded, places(future))
    for task in tasks:
        print(places(task))


asyncio.run(main())
