import asyncio


async def primes(limit, name, log):
    found = []
    for n in range(2, limit):
        if all(n % p for p in found if p * p <= n):
            found.append(n)
        if n % 20 == 0:
            log.append(f"{name}@{n}")
            await asyncio.sleep(0)          # let the others work too
    return len(found), found[-1]


async def main():
    log = []
    print(await asyncio.gather(primes(70, "a", log), primes(50, "b", log)))
    print(log)


asyncio.run(main())
