"""Functions that somebody else runs meanwhile."""
from _asyncio import get_running_loop
from _functools import partial
from contextvars import copy_context

__all__ = ('to_thread',)


async def to_thread(func, /, *args, **kwargs):
    loop = get_running_loop()
    call = partial(copy_context().run, func, *args, **kwargs)
    return await loop.run_in_executor(None, call)
