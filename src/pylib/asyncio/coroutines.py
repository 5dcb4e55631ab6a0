"""What is a coroutine, and what makes one."""
from _asyncio import iscoroutine
from _functools import partial
from _support import FunctionType, MethodType, is_async_native

__all__ = ('iscoroutinefunction', 'iscoroutine')

_CO_COROUTINE = 128
_is_coroutine = object()  # marks functions that give one without being `async def`


def iscoroutinefunction(func):
    inside = func
    while isinstance(inside, MethodType):
        inside = inside.__func__
    while isinstance(inside, partial):
        inside = inside.func
    if isinstance(inside, FunctionType) and inside.__code__.co_flags & _CO_COROUTINE:
        return True
    if is_async_native(inside):
        return True
    return getattr(func, '_is_coroutine', None) is _is_coroutine
