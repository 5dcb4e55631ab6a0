import asyncio


async def main():
    pass


def show(thing):
    try:
        asyncio.run(thing)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


show(3)
show(None)
show("main()")
show([])
