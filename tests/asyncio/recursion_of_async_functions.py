import asyncio


async def fib(n):
    if n < 2:
        await asyncio.sleep(0)
        return n
    a, b = await asyncio.gather(fib(n - 1), fib(n - 2))
    return a + b


async def hanoi(n, source, target, spare, moves):
    if n:
        await hanoi(n - 1, source, spare, target, moves)
        moves.append(source + target)
        await hanoi(n - 1, spare, target, source, moves)


async def depth(n):
    return 0 if n == 0 else 1 + await depth(n - 1)


async def forever(n):
    return await forever(n + 1)


async def main():
    moves = []
    await hanoi(3, "A", "C", "B", moves)
    print(await fib(10), *moves)
    print(await depth(300))
    try:
        await forever(0)
    except RecursionError as error:
        print(error)


asyncio.run(main())
