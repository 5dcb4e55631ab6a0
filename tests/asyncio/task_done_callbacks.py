import asyncio


def note(task):
    print("done:", task.result(), task is made[0])


async def work():
    print("work")
    return 3


made = []


async def main():
    task = asyncio.create_task(work())
    made.append(task)
    task.add_done_callback(note)
    task.add_done_callback(lambda task: print("second callback"))
    task.add_done_callback(note)
    await task
    print("main goes on")
    task.add_done_callback(lambda task: print("added late"))
    print("not at once")
    await asyncio.sleep(0)


asyncio.run(main())
