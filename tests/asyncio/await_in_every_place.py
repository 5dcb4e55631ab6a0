import asyncio
import contextlib


async def v(x):
    await asyncio.sleep(0)
    return x


class Box:
    pass


async def f(a, b=0, *args, **kw):
    return a, b, args, kw


async def main():
    print(await v(1) + await v(2) * await v(3), -await v(4), await v(2) ** await v(3))
    print(await v(1) < await v(2) < await v(3), await v("") or await v("right"), await v([])and 1)
    print("yes" if await v(True) else "no", [await v(1), *await v([2, 3])], {await v("k"): await v("v")})
    data = await v([10, 20, 30])
    data[await v(1)] += await v(5)
    print(data[await v(0):await v(2)], (await v(Box)).__name__)
    box = await v(Box())
    box.x = await v("attribute")
    print(box.x, await f(await v(1), *await v((2, 3)), key=await v(4), **await v({"z": 5})))
    assert await v(1), await v("message")
    while (n := await v(len(data))) > 1:
        data.pop()
    for x in await v("ab"):
        print(x, end=" ")
    print(n, await (await v(v))("twice"))
    try:
        raise await v(ValueError("raised"))
    except (await v(ValueError)) as error:
        print(error)
    with await v(contextlib.nullcontext("managed")) as m:
        print(m)
    match await v(("point", 3)):
        case ("point", n) if await v(n == 3):
            print("matched", n)


asyncio.run(main())
