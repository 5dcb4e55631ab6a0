import asyncio

SIZE = 5


async def cell(x, y, old, new, barrier, rounds):
    for _ in range(rounds):
        around = sum(old[(y + dy) % SIZE][(x + dx) % SIZE]
                     for dy in (-1, 0, 1) for dx in (-1, 0, 1) if dx or dy)
        new[y][x] = int(around == 3 or (around == 2 and old[y][x]))
        async with barrier:
            pass                            # everybody has looked
        old[y][x] = new[y][x]
        await barrier.wait()                # everybody has changed


async def main():
    old = [[0] * SIZE for _ in range(SIZE)]
    new = [[0] * SIZE for _ in range(SIZE)]
    for x in 1, 2, 3:
        old[2][x] = 1
    for rounds in 1, 1, 2:
        barrier = asyncio.Barrier(SIZE * SIZE)
        await asyncio.gather(*(cell(x, y, old, new, barrier, rounds)
                               for y in range(SIZE) for x in range(SIZE)))
        print("\n".join("".join(".#"[c] for c in row) for row in old), end="\n\n")


asyncio.run(main())
