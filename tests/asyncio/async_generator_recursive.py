import asyncio

TREE = {"value": 1, "left": {"value": 2, "left": None, "right": {"value": 3}}, "right": {"value": 4}}


async def walk(node, depth=0):
    if not node:
        return
    async for pair in walk(node.get("left"), depth + 1):
        yield pair
    await asyncio.sleep(0)
    yield node["value"], depth
    async for pair in walk(node.get("right"), depth + 1):
        yield pair


async def main():
    print([pair async for pair in walk(TREE)])


asyncio.run(main())
