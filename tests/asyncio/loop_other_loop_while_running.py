import asyncio


async def main():
    other = asyncio.new_event_loop()
    try:
        other.run_forever()
    except RuntimeError as error:
        print(error)
    future = other.create_future()
    try:
        other.run_until_complete(future)
    except RuntimeError as error:
        print(error)
    print(other.is_running(), asyncio.get_running_loop().is_running())
    other.close()


asyncio.run(main())
