import asyncio
from dataclasses import dataclass, field
from itertools import count


@dataclass(order=True)
class Job:
    priority: int
    number: int = field(default_factory=count().__next__)
    name: str = field(compare=False, default="")


async def main():
    queue = asyncio.PriorityQueue()
    for priority, name in (2, "b"), (1, "a"), (2, "c"), (1, "d"):
        await queue.put(Job(priority, name=name))
    while queue.qsize():
        print(await queue.get())


asyncio.run(main())
