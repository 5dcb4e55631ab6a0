import asyncio


class Picky(asyncio.Queue):
    def _put(self, item):
        if item < 0:
            raise ValueError(f"{item} is negative")
        super()._put(item)

    def _get(self):
        item = super()._get()
        if item == 13:
            raise LookupError("unlucky")
        return item


async def main():
    queue = Picky()
    getter = asyncio.create_task(queue.get())
    await asyncio.sleep(0)
    try:
        await queue.put(-1)
    except ValueError as error:
        print(error, queue)
    await queue.put(13)
    try:
        await getter
    except LookupError as error:
        print(error, queue)


asyncio.run(main())
