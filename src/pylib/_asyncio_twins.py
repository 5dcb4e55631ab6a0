"""What asyncio's functions in C ask of Python."""
from asyncio.events import get_event_loop


def wrap_awaitable(awaitable):
    """A task's coroutine for an object with __await__."""
    return _wrap_awaitable(awaitable)


def _wrap_awaitable(awaitable):
    return (yield from awaitable.__await__())
