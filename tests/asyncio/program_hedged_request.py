import asyncio


async def request(name, seconds, log):
    log.append(f"ask {name}")
    await asyncio.sleep(seconds)
    log.append(f"{name} answers")
    return name


async def hedged(first, second, patience):
    task = asyncio.create_task(first)
    try:
        return await asyncio.wait_for(asyncio.shield(task), patience)
    except asyncio.TimeoutError:
        backup = asyncio.create_task(second)
        done, pending = await asyncio.wait({task, backup}, return_when=asyncio.FIRST_COMPLETED)
        for p in pending:
            p.cancel()
        return done.pop().result()


async def main():
    for slow in 0.03, 0.4:
        log = []
        second = request("B", 0.03, log)
        print(await hedged(request("A", slow, log), second, 0.1), log)
        second.close()


asyncio.run(main())
