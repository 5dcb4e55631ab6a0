import asyncio


class Theatre:
    def __init__(self, seats):
        self.seats, self.sold = seats, []


async def sell_carelessly(theatre, customer):
    if theatre.seats > 0:
        await asyncio.sleep(0)              # the payment
        theatre.seats -= 1
        theatre.sold.append(customer)
        return True
    return False


def careful(sell):
    lock = asyncio.Lock()

    async def wrapper(*args):
        async with lock:
            return await sell(*args)
    return wrapper


async def main():
    for sell in sell_carelessly, careful(sell_carelessly):
        theatre = Theatre(3)
        answers = await asyncio.gather(*(sell(theatre, f"c{i}") for i in range(5)))
        print(answers, theatre.seats, theatre.sold)


asyncio.run(main())
