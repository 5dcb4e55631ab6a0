import asyncio


async def work(name):
    print(name, "begins")
    return name


async def main():
    loop = asyncio.get_running_loop()
    for timeout in (0, -1):
        try:
            print(await asyncio.wait_for(work("coroutine"), timeout))
        except TimeoutError:
            print("timeout", timeout)
        future = loop.create_future()
        future.set_result("done before")
        print(await asyncio.wait_for(future, timeout))
        pending = loop.create_future()
        try:
            await asyncio.wait_for(pending, timeout)
        except TimeoutError:
            print("timeout", pending.cancelled())
        task = asyncio.create_task(work("task"))
        await asyncio.sleep(0)
        print(await asyncio.wait_for(task, timeout))


asyncio.run(main())
