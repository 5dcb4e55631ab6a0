import asyncio
import re


def show(scope):
    print(re.sub(r"when=[\d.]+", "when=W", repr(scope)))


async def main():
    scope = asyncio.timeout(0.02)
    show(scope)
    try:
        async with scope:
            show(scope)
            try:
                await asyncio.sleep(10)
            finally:
                show(scope)
    except TimeoutError:
        show(scope)
    async with asyncio.timeout(None) as scope:
        show(scope)
    show(scope)


asyncio.run(main())
