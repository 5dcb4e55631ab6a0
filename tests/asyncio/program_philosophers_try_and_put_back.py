import asyncio


async def take_both(left, right):
    """Takes both forks or none."""
    while True:
        await left.acquire()
        if not right.locked():
            await right.acquire()
            return
        left.release()
        left, right = right, left
        await asyncio.sleep(0)


async def philosopher(name, left, right, log):
    await take_both(left, right)
    log.append(f"+{name}")
    await asyncio.sleep(0)
    log.append(f"-{name}")
    left.release()
    right.release()


async def main():
    forks = [asyncio.Lock() for _ in range(4)]
    log = []
    await asyncio.gather(*(philosopher(n, forks[i], forks[(i + 1) % 4], log) for i, n in enumerate("ABCD")))
    print(*log)


asyncio.run(main())
