import asyncio


async def work():
    return asyncio.current_task().get_name()


async def main():
    print(asyncio.current_task().get_name())
    first = asyncio.create_task(work())
    named = asyncio.create_task(work(), name="chef")
    second = asyncio.create_task(work())
    print(first.get_name(), named.get_name(), second.get_name())
    first.set_name("renamed")
    second.set_name(42)
    print(await first, await named, await second)
    print(repr(second.get_name()))
    named.set_name(None)
    print(repr(named.get_name()))


asyncio.run(main())
