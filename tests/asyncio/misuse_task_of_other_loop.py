import asyncio


async def work():
    return 1


async def main(task):
    try:
        await task
    except RuntimeError as error:
        print(str(error).split("got Future")[0].split("<")[0], "attached to a different loop" in str(error))


other = asyncio.new_event_loop()
task = other.create_task(work())
asyncio.run(main(task))
print(other.run_until_complete(task))
other.close()
