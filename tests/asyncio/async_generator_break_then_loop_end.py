import asyncio


async def gen():
    try:
        for i in range(5):
            yield i
    finally:
        print("finally, when the loop ends at the latest")


async def main():
    g = gen()
    async for i in g:
        print(i)
        if i == 1:
            break
    print("after break")
    return g


g = asyncio.run(main())
print("after run")
