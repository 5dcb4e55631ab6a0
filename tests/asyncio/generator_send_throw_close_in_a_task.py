import asyncio


def averager():
    total = count = 0
    try:
        while True:
            try:
                total += yield (total / count if count else None)
                count += 1
            except ValueError as error:
                print("skipped:", error)
    finally:
        print("closed after", count)


async def main():
    average = averager()
    next(average)
    for n in 10, 20, 60:
        await asyncio.sleep(0)
        print(average.send(n))
    print(average.throw(ValueError("bad")))
    average.close()


asyncio.run(main())
