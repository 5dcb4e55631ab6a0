"""Twenty tasks wait in turn for their number to come up."""
import asyncio


async def take_turns(condition, board, me, count, rounds):
    for _ in range(rounds):
        async with condition:
            await condition.wait_for(lambda: board["next"] == me)
            board["next"] = (me + 1) % count
            board["turns"] += 1
            condition.notify_all()


async def main():
    condition, board, count = asyncio.Condition(), {"next": 0, "turns": 0}, 20
    await asyncio.gather(*(take_turns(condition, board, me, count, 1500) for me in range(count)))
    print(board["turns"])


asyncio.run(main())
