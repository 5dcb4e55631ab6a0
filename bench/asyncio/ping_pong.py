"""Pairs of tasks that pass a ball over two queues."""
import asyncio


async def serve(out, back, rounds):
    total = 0
    for n in range(rounds):
        out.put_nowait(n)
        total += await back.get()
    return total


async def answer(out, back, rounds):
    for _ in range(rounds):
        back.put_nowait(await out.get() + 1)


async def main():
    pairs = [(asyncio.Queue(), asyncio.Queue()) for _ in range(30)]
    for out, back in pairs:
        asyncio.create_task(answer(out, back, 3000)).set_name("answer")
    print(sum(await asyncio.gather(*(serve(out, back, 3000) for out, back in pairs))))


asyncio.run(main())
