import asyncio

NAMES = ["Plato", "Kant", "Hume", "Hegel", "Sartre"]


async def philosopher(i, forks, log):
    left, right = forks[i], forks[(i + 1) % len(forks)]
    first, second = (left, right) if i < len(forks) - 1 else (right, left)
    for meal in range(2):
        log.append(f"{NAMES[i]} thinks")
        await asyncio.sleep(0)
        async with first:
            await asyncio.sleep(0)
            async with second:
                log.append(f"{NAMES[i]} eats {meal + 1}")
                await asyncio.sleep(0)


async def main():
    forks = [asyncio.Lock() for _ in NAMES]
    log = []
    await asyncio.gather(*(philosopher(i, forks, log) for i in range(len(NAMES))))
    print("\n".join(log))
    print("all forks on the table:", not any(f.locked() for f in forks))


asyncio.run(main())
