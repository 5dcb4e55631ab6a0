import asyncio


async def numbers():
    try:
        for i in range(5):
            yield i
    finally:
        print("closed")


async def main():
    i = "outer"
    print([i async for i in numbers()], i)
    try:
        print([1 // (2 - n) async for n in numbers()])
    except ZeroDivisionError as error:
        print(error)
    await asyncio.sleep(0)
    print([last := n async for n in numbers()], last)


asyncio.run(main())
