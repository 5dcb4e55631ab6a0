import asyncio

for make in asyncio.Lock, asyncio.Event, asyncio.Condition, asyncio.Semaphore, asyncio.Queue, asyncio.Barrier:
    try:
        make(loop=None)
    except TypeError as error:
        print(error)
for make in asyncio.Lock, asyncio.Event:
    try:
        make(1)
    except TypeError as error:
        print(error)
try:
    asyncio.Barrier()
except TypeError as error:
    print(error)
