import asyncio


async def quick():
    await asyncio.sleep(0)
    return "quick"


async def slow():
    try:
        await asyncio.sleep(10)
    finally:
        print("slow ends")


async def main():
    one, two = asyncio.create_task(quick()), asyncio.create_task(slow())
    one.add_done_callback(lambda task: two.cancel(f"{task.result()} won"))
    try:
        await two
    except asyncio.CancelledError as error:
        print(error.args)


asyncio.run(main())
