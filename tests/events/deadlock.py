"""Each holds what the other one wants."""
import asyncio


async def take(first, second):
    async with first:
        await asyncio.sleep(1)
        async with second:
            print("never")


async def main():
    salt, pepper = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(take(salt, pepper), take(pepper, salt))


asyncio.run(main())
