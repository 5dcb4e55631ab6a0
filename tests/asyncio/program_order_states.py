import asyncio
from dataclasses import dataclass, field
from enum import Enum


class Status(str, Enum):
    NEW = "new"
    PAID = "paid"
    SENT = "sent"
    CANCELLED = "cancelled"


ALLOWED = {Status.NEW: {Status.PAID, Status.CANCELLED}, Status.PAID: {Status.SENT, Status.CANCELLED}}


@dataclass
class Order:
    number: int
    lines: dict[str, int] = field(default_factory=dict)
    status: Status = Status.NEW
    history: list[Status] = field(default_factory=list, repr=False)
    lock: asyncio.Lock = field(default_factory=asyncio.Lock, repr=False, compare=False)

    async def move_to(self, status):
        async with self.lock:
            await asyncio.sleep(0)
            if status not in ALLOWED.get(self.status, ()):
                raise ValueError(f"order {self.number}: {self.status.value} -> {status.value}")
            self.history.append(self.status)
            self.status = status


async def main():
    order = Order(1, {"tea": 2})
    results = await asyncio.gather(*(order.move_to(s) for s in (Status.PAID, Status.CANCELLED, Status.SENT)),
                                   return_exceptions=True)
    print(results)
    print(order, order.history)
    print(order == Order(1, {"tea": 2}, Status.CANCELLED, [Status.NEW, Status.PAID]))


asyncio.run(main())
