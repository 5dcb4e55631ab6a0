import asyncio


async def work():
    pass


async def main():
    future = asyncio.get_running_loop().create_future()
    for wrong in (work, 3, None, [], future):
        try:
            asyncio.create_task(wrong)
        except TypeError as error:
            print(str(error).split("<")[0])


asyncio.run(main())
