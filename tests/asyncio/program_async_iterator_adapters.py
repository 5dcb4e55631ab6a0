import asyncio


async def acount(start=0):
    while True:
        await asyncio.sleep(0)
        yield start
        start += 1


async def amap(function, source):
    async for item in source:
        result = function(item)
        yield await result if asyncio.iscoroutine(result) else result


async def afilter(keep, source):
    async for item in source:
        if keep(item):
            yield item


async def take(n, source):
    if n <= 0:
        return
    async for item in source:
        yield item
        n -= 1
        if not n:
            return


async def chunks(n, source):
    chunk = []
    async for item in source:
        chunk.append(item)
        if len(chunk) == n:
            yield tuple(chunk)
            chunk.clear()
    if chunk:
        yield tuple(chunk)


async def aenumerate(source, start=0):
    async for item in source:
        yield start, item
        start += 1


async def cube(n):
    await asyncio.sleep(0)
    return n ** 3


async def main():
    odd = afilter(lambda n: n % 2, acount())
    print([c async for c in chunks(3, take(7, amap(cube, odd)))])
    async for i, letter in aenumerate(take(3, amap(chr, acount(97))), 1):
        print(i, letter)
    print([x async for x in take(0, acount())])


asyncio.run(main())
