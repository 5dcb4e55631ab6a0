"""Items of a stack and of a priority queue keep their identity, equal ones too."""
import asyncio


async def main():
    stack, urgent = asyncio.LifoQueue(), asyncio.PriorityQueue()
    for plate in ("big", "small", "big"):
        stack.put_nowait(plate)
    for order in ((2, "tea"), (1, "bread"), (2, "tea")):
        urgent.put_nowait(order)
    while not stack.empty():
        print(stack.get_nowait(), urgent.get_nowait())


asyncio.run(main())
