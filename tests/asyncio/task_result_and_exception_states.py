import asyncio


async def fine():
    return 5


async def bad():
    raise KeyError("salt")


def attempt(name, function):
    try:
        print(name, repr(function()))
    except asyncio.InvalidStateError as error:
        print(name, "invalid:", error)
    except asyncio.CancelledError as error:
        print(name, "cancelled:", error.args)
    except KeyError as error:
        print(name, "raises", repr(error))


async def main():
    tasks = {
        "fine": asyncio.create_task(fine()),
        "bad": asyncio.create_task(bad()),
        "dropped": asyncio.create_task(asyncio.sleep(10)),
    }
    for name, task in tasks.items():
        attempt(name + ".result", task.result)
        attempt(name + ".exception", task.exception)
    await asyncio.sleep(0)
    tasks["dropped"].cancel("too late")
    await asyncio.sleep(0)
    for name, task in tasks.items():
        print(name, task.done(), task.cancelled())
        attempt(name + ".result", task.result)
        attempt(name + ".exception", task.exception)


asyncio.run(main())
