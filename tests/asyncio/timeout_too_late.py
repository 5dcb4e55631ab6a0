import asyncio


async def main():
    try:
        async with asyncio.timeout(0.02) as scope:
            try:
                await asyncio.sleep(10)
            except asyncio.CancelledError as error:
                print("inside:", error.args, scope.expired())
                raise
            finally:
                print("finally")
    except TimeoutError as error:
        print("outside:", error.args, repr(error.__cause__), scope.expired())
    print(asyncio.current_task().cancelling())


asyncio.run(main())
