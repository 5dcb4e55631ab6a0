import asyncio


async def node(number, inbox, outbox, rounds, log):
    for _ in range(rounds):
        token = await inbox.get()
        log.append((number, token))
        await outbox.put(token + 1)


async def main():
    size, rounds, log = 4, 3, []
    queues = [asyncio.Queue(1) for _ in range(size)]
    nodes = [asyncio.create_task(node(i, queues[i], queues[(i + 1) % size], rounds, log))
             for i in range(size)]
    await queues[0].put(0)
    await asyncio.gather(*nodes)
    print(log)
    print("the token is back:", queues[0].get_nowait())


asyncio.run(main())
