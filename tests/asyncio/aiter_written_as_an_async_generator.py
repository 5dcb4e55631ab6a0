import asyncio


class Library:
    def __init__(self, *books):
        self.books = books

    async def __aiter__(self):
        for book in self.books:
            await asyncio.sleep(0)
            yield book


async def main():
    library = Library("Emma", "Ulysses", "Dune")
    async for book in library:
        print(book)
    print([len(b) async for b in library], type(aiter(library)).__name__)
    first, second = aiter(library), aiter(library)
    print(await anext(first), await anext(first), await anext(second))
    await first.aclose()
    await second.aclose()


asyncio.run(main())
