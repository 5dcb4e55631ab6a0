import asyncio


async def work() -> int:
    return 1


async def main() -> None:
    task: asyncio.Task[int] = asyncio.create_task(work())
    future: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    tasks: list[asyncio.Task[int]] = [task]
    future.set_result("s")
    print(await task, await future, len(tasks))
    print(asyncio.Task[int].__args__, asyncio.Future[str].__origin__ is asyncio.Future)


asyncio.run(main())
