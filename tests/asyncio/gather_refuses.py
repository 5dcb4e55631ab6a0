import asyncio


async def work():
    return 1


async def main():
    for wrong in (3, None, "ab", work):
        try:
            asyncio.gather(wrong)
        except TypeError as error:
            print(error)
    other = asyncio.new_event_loop()
    mine, theirs = asyncio.get_running_loop().create_future(), other.create_future()
    try:
        asyncio.gather(mine, theirs)
    except ValueError as error:
        print(error)
    other.close()


asyncio.run(main())
