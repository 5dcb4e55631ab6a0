"""Objects of a dataclass: made, compared, sorted, replaced."""
from dataclasses import dataclass, field, replace


@dataclass(order=True)
class Dish:
    minutes: int
    name: str = "dish"
    tags: list = field(default_factory=list, compare=False)


def work(n):
    dishes = [Dish((i * 7919) % 1000, f"dish {i % 50}") for i in range(n)]
    dishes.sort()
    same = sum(1 for a, b in zip(dishes, dishes[1:]) if a == b)
    longer = [replace(d, minutes=d.minutes + 1) for d in dishes[:2000]]
    for d in dishes:
        d.tags.append(d.minutes)
    return same, longer[-1].minutes, len(repr(dishes[:500]))


print(work(40_000))
