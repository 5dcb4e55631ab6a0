import asyncio


async def leaver():
    await asyncio.sleep(0)
    raise SystemExit("out")


async def main():
    try:
        await leaver()
    finally:
        print("finally")


try:
    asyncio.run(main())
except SystemExit as error:
    print("exit:", error.code)
