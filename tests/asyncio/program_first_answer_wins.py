import asyncio


async def mirror(name, seconds, fails=False):
    try:
        await asyncio.sleep(seconds)
        if fails:
            raise ConnectionError(name)
        return f"answer of {name}"
    except asyncio.CancelledError:
        print(f"{name} is no longer needed")
        raise


async def fastest(*coroutines):
    pending = [asyncio.create_task(c) for c in coroutines]
    errors = []
    try:
        while pending:
            done, rest = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            pending = [t for t in pending if t in rest]
            for task in done:
                if not task.exception():
                    return task.result()
                errors.append(task.exception())
        raise ExceptionGroup("no mirror answered", errors)
    finally:
        for task in pending:
            task.cancel()
        await asyncio.gather(*pending, return_exceptions=True)


async def main():
    print(await fastest(mirror("Paris", 0.25), mirror("Rome", 0.12), mirror("Oslo", 0.04, True)))
    try:
        await fastest(mirror("Bern", 0.02, True), mirror("Wien", 0.09, True))
    except ExceptionGroup as group:
        print(group, group.exceptions)


asyncio.run(main())
