import asyncio
import random
import statistics
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import count


@dataclass(order=True, frozen=True)
class Order:
    priority: int
    number: int = field(default_factory=count(1).__next__)
    dish: str = field(default="soup", compare=False)
    minutes: int = field(default=5, compare=False)


async def cook(name, orders, served):
    while not orders.empty():
        order = await orders.get()
        await asyncio.sleep(0)
        served.append((name, replace(order, minutes=order.minutes + 1)))
        orders.task_done()


async def main():
    rng = random.Random(3)
    orders, served = asyncio.PriorityQueue(), []
    for _ in range(8):
        await orders.put(Order(rng.randint(1, 3), dish=rng.choice(["soup", "fish", "cake"]),
                               minutes=rng.randrange(5, 30)))
    await asyncio.gather(cook("Max", orders, served), cook("Lea", orders, served), orders.join())
    for name, order in served:
        print(f"{name:<4} {order.priority} #{order.number:02d} {order.dish:<5} {order.minutes:>3} min")
    minutes = [o.minutes for _, o in served]
    print(f"mean {statistics.mean(minutes):.2f}, median {statistics.median(minutes)}")
    print(Counter(name for name, _ in served))


asyncio.run(main())
