import asyncio


async def main():
    return asyncio.get_running_loop().get_debug()


print(asyncio.run(main()))
print(asyncio.run(main(), debug=True))
print(asyncio.run(main(), debug=False))
print(asyncio.run(main(), debug=None))
