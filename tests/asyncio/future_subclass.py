import asyncio


class Ticket(asyncio.Future):
    def __init__(self, number):
        super().__init__()
        self.number = number

    def __repr__(self):
        return f"<ticket {self.number} {'done' if self.done() else 'open'}>"


async def main():
    loop = asyncio.get_running_loop()
    tickets = [Ticket(n) for n in range(3)]
    for n, ticket in enumerate(tickets):
        loop.call_later(0.06 - 0.02 * n, ticket.set_result, n * 10)
    print(tickets, asyncio.isfuture(tickets[0]))
    done, pending = await asyncio.wait(tickets, return_when=asyncio.FIRST_COMPLETED)
    print(done, len(pending))
    print(await asyncio.gather(*tickets), tickets)


asyncio.run(main())
