import asyncio


async def main():
    a, b = asyncio.Lock(), asyncio.Lock()
    await asyncio.gather(a.acquire(), b.acquire())
    tasks = [asyncio.create_task(lock.acquire(), name=name) for name, lock in (("a", a), ("b", b))]
    await asyncio.sleep(0)
    b.release()
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print([t.get_name() for t in done], [t.get_name() for t in pending])
    for t in pending:
        t.cancel()
    await asyncio.wait(tasks)
    print(a.locked(), b.locked())


asyncio.run(main())
