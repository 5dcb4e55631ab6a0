import asyncio

lock = asyncio.Lock()
try:
    lock.acquire().send(None)
except StopIteration as stop:
    print(stop.value, lock.locked())


async def main():
    second = lock.acquire()
    future = second.send(None)
    print(asyncio.isfuture(future), future.done(), len(lock._waiters))
    try:
        second.throw(ValueError("thrown at the waiter"))
    except ValueError as error:
        print(error, len(lock._waiters), lock.locked())
    third = lock.acquire()
    third.send(None)
    third.close()
    print(len(lock._waiters), lock.locked())
    lock.release()
    print(await lock.acquire())


asyncio.run(main())
