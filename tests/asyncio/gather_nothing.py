import asyncio


async def main():
    future = asyncio.gather()
    print(type(future).__name__, future.done())
    print(await future)
    print(await asyncio.gather(*[], return_exceptions=True))


asyncio.run(main())
