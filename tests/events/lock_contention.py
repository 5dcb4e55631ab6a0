"""Two cooks want one knife: who waits gets it when it is given back."""
import asyncio


async def cook(name, knife):
    async with knife:
        print(name, "cuts")
        await asyncio.sleep(1)


async def main():
    knife = asyncio.Lock()
    await asyncio.gather(cook("Ada", knife), cook("Bob", knife))


asyncio.run(main())
