import asyncio


def attempt(name, function):
    try:
        print(name, function())
    except RuntimeError as error:
        print(name, "-", error)


async def nothing():
    pass


coroutine = nothing()
attempt("get_running_loop", asyncio.get_running_loop)
attempt("create_task", lambda: asyncio.create_task(coroutine))
attempt("current_task", asyncio.current_task)
attempt("all_tasks", asyncio.all_tasks)
coroutine.close()
