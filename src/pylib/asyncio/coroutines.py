"""What is a coroutine, and what makes one."""
from _asyncio import iscoroutine
from _functools import partial
from _support import BuiltinFunctionType, FunctionType, MethodDescriptorType, MethodType

__all__ = ('iscoroutinefunction', 'iscoroutine')

_CO_COROUTINE = 128
_is_coroutine = object()  # marks functions that give one without being `async def`

# Those of asyncio that are C, by what they are called.
_NATIVE = frozenset((
    'sleep', 'wait_for', 'Event.wait', 'Condition.wait', 'Condition.wait_for', 'Barrier.wait',
    'Barrier.reset', 'Barrier.abort', 'Queue.get', 'Queue.put', 'Queue.join',
    *[f'{name}.{method}' for name in ('Lock', 'Condition', 'Semaphore')
      for method in ('acquire', '__aenter__', '__aexit__')],
    'Barrier.__aenter__', 'Barrier.__aexit__', 'BaseEventLoop.shutdown_asyncgens',
    'BaseEventLoop.shutdown_default_executor',
))


def _makes_coroutine(func):
    while isinstance(func, MethodType):
        func = func.__func__
    while isinstance(func, partial):
        func = func.func
    if isinstance(func, MethodType):
        func = func.__func__
    if isinstance(func, FunctionType):
        return bool(func.__code__.co_flags & _CO_COROUTINE)
    return isinstance(func, (BuiltinFunctionType, MethodDescriptorType)) and func.__qualname__ in _NATIVE


def iscoroutinefunction(func):
    return _makes_coroutine(func) or getattr(func, '_is_coroutine', None) is _is_coroutine
