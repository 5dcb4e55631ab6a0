import asyncio
import contextvars

place = contextvars.ContextVar("place", default="nowhere")


def say(task):
    print(place.get())


async def work():
    place.set("in the task")


async def main():
    task = asyncio.create_task(work())
    place.set("main")
    task.add_done_callback(say)
    other = contextvars.Context()
    other.run(place.set, "other")
    task.add_done_callback(say, context=other)
    task.add_done_callback(say, context=contextvars.Context())
    place.set("main, later")
    await task
    await asyncio.sleep(0)


asyncio.run(main())
