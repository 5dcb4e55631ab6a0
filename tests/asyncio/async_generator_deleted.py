import asyncio


async def gen(name):
    try:
        yield 1
    finally:
        print("finally", name)


async def main():
    g = gen("deleted")
    await anext(g)
    del g
    print("deleted")
    await asyncio.sleep(0.02)
    g = gen("never started")
    del g
    await asyncio.sleep(0)
    print("end of main")


asyncio.run(main())
