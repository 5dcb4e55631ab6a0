"""What is a coroutine, and what makes one."""
from _asyncio import iscoroutine
from _code_flags import has_code_flag

__all__ = ('iscoroutinefunction', 'iscoroutine')

_CO_COROUTINE = 128
_is_coroutine = object()  # marks functions that give one without being `async def`


def iscoroutinefunction(func):
    return has_code_flag(func, _CO_COROUTINE) or getattr(func, '_is_coroutine', None) is _is_coroutine
