import asyncio


async def main():
    task = asyncio.current_task()
    print(task.get_name(), task.get_coro().__name__, len(asyncio.all_tasks()))


asyncio.run(main())
asyncio.run(main())
with asyncio.Runner() as runner:
    runner.run(main())
    runner.run(main())
