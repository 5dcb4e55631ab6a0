import asyncio

for value in -1, "x", None:
    try:
        asyncio.Semaphore(value)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
    try:
        asyncio.BoundedSemaphore(value)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(asyncio.Semaphore(0).locked(), asyncio.Semaphore().locked(), asyncio.Semaphore(True).locked())
