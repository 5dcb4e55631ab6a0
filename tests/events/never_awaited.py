"""A coroutine is made and nobody awaits it; another waits in a variable."""
import asyncio


async def cook():
    return "soup"


async def main():
    cook()
    later = cook()
    await asyncio.sleep(1)
    print(await later)


asyncio.run(main())
