import asyncio


def look():
    try:
        asyncio.get_running_loop()
    except RuntimeError as error:
        return str(error)


async def main():
    print(await asyncio.to_thread(look))


asyncio.run(main())
