import asyncio


async def numbers(name):
    try:
        for n in range(10):
            yield n
    finally:
        print(name, "closing")
        await asyncio.sleep(0)
        print(name, "closed")


kept = []


async def main():
    generator = numbers("kept")
    kept.append(generator)
    print(await generator.__anext__())
    print(await generator.__anext__())
    print("main ends")


asyncio.run(main())
print("end")
