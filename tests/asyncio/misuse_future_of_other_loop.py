import asyncio

other = asyncio.new_event_loop()
future = other.create_future()


async def waiter():
    asyncio.current_task().set_name("waiter")
    try:
        await future
    except RuntimeError as error:
        text = str(error)
        print(text[: text.index("coro=")], "...", text[text.index("got Future") :])


asyncio.run(waiter())
other.close()
