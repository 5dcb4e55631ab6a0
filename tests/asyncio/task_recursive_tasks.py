import asyncio


async def fib(n):
    if n < 2:
        return n
    left = asyncio.create_task(fib(n - 1))
    right = asyncio.create_task(fib(n - 2))
    return await left + await right


print([asyncio.run(fib(n)) for n in range(9)])
