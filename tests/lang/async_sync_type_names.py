import types


async def coroutine():
    pass


async def agen():
    yield


c, a = coroutine(), agen()
print(type(c).__name__, type(a).__name__, isinstance(c, types.CoroutineType))
print(hasattr(c, "__await__"), hasattr(a, "__aiter__"), hasattr(c, "__iter__"))
c.close()
try:
    iter(c)
except TypeError as error:
    print(error)
try:
    for _ in agen():
        pass
except TypeError as error:
    print(error)


async def wrong():
    await 5


try:
    wrong().send(None)
except TypeError as error:
    print(error)
