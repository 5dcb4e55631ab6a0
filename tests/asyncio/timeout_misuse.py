import asyncio


async def main():
    scope = asyncio.timeout(1)
    for name, function in (("reschedule", lambda: scope.reschedule(5)), ("expired", scope.expired)):
        try:
            print(name, function())
        except RuntimeError as error:
            print(name, "-", error)
    async with scope:
        pass
    for name, function in (("reschedule", lambda: scope.reschedule(5)), ("expired", scope.expired)):
        try:
            print(name, function())
        except RuntimeError as error:
            print(name, "-", error)
    try:
        async with scope:
            print("not entered")
    except RuntimeError as error:
        print("enter again -", error)
    try:
        async with asyncio.timeout(0.02) as scope:
            await asyncio.sleep(1)
    except TimeoutError:
        try:
            scope.reschedule(None)
        except RuntimeError as error:
            print("expired -", error)


asyncio.run(main())
