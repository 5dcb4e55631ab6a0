import asyncio

for parties in 0, -3, "x":
    try:
        asyncio.Barrier(parties)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
barrier = asyncio.Barrier(5)
print(barrier.parties, barrier.n_waiting, barrier.broken)
for name in "parties", "n_waiting", "broken":
    try:
        setattr(barrier, name, 1)
    except AttributeError as error:
        print(error)
