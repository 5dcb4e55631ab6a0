import asyncio


async def leaver():
    await asyncio.sleep(0.02)
    raise SystemExit(7)


async def main():
    task = asyncio.create_task(leaver())
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        print("main is cancelled")
        raise
    finally:
        print("main ends", task.done())


try:
    asyncio.run(main())
except SystemExit as error:
    print("exit:", error.code)
