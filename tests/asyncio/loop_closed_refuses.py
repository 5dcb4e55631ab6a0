import asyncio

loop = asyncio.new_event_loop()
print(loop.is_closed())
loop.close()
loop.close()
print(loop.is_closed())


async def nothing():
    pass


def attempt(name, function, *args):
    try:
        function(*args)
    except RuntimeError as error:
        print(name, "-", error)


coroutine = nothing()
attempt("run_until_complete", loop.run_until_complete, coroutine)
attempt("create_task", loop.create_task, coroutine)
attempt("run_forever", loop.run_forever)
attempt("call_soon", loop.call_soon, print)
attempt("call_later", loop.call_later, 1, print)
attempt("call_at", loop.call_at, 1, print)
attempt("call_soon_threadsafe", loop.call_soon_threadsafe, print)
coroutine.close()
