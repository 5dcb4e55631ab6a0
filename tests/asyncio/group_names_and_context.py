import asyncio
import contextvars

level = contextvars.ContextVar("level", default=0)


async def who():
    return asyncio.current_task().get_name(), level.get()


async def main():
    context = contextvars.copy_context()
    context.run(level.set, 7)
    level.set(1)
    async with asyncio.TaskGroup() as group:
        tasks = [
            group.create_task(who()),
            group.create_task(who(), name="named"),
            group.create_task(who(), name=5, context=context),
        ]
    print([task.result() for task in tasks])


asyncio.run(main())
