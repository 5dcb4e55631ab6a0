from __future__ import annotations

import asyncio
from dataclasses import asdict, dataclass
from typing import AsyncIterator, Awaitable, Callable, Generic, Optional, Protocol, TypeVar

T = TypeVar("T", bound="HasId")


class HasId(Protocol):
    id: int


@dataclass
class Dish:
    id: int
    name: str
    price: float = 9.5


class Repository(Generic[T]):
    def __init__(self) -> None:
        self._items: dict[int, T] = {}
        self._watchers: list[Callable[[T], Awaitable[None]]] = []

    def watch(self, watcher: Callable[[T], Awaitable[None]]) -> None:
        self._watchers.append(watcher)

    async def save(self, item: T) -> T:
        self._items[item.id] = item
        await asyncio.gather(*(w(item) for w in self._watchers))
        return item

    async def find(self, id: int) -> Optional[T]:
        await asyncio.sleep(0)
        return self._items.get(id)

    async def all(self) -> AsyncIterator[T]:
        for id in sorted(self._items):
            await asyncio.sleep(0)
            yield self._items[id]


async def announce(dish: Dish) -> None:
    print(f"saved {dish.name} at {dish.price:.2f} €")


async def main() -> None:
    dishes: Repository[Dish] = Repository()
    dishes.watch(announce)
    async with asyncio.TaskGroup() as group:
        for dish in Dish(2, "soup", 5), Dish(1, "fish"):
            group.create_task(dishes.save(dish))
    print(await dishes.find(1), await dishes.find(9))
    print([asdict(d)["name"] async for d in dishes.all()])


asyncio.run(main())
