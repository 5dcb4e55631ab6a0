"""What sort of function a function is."""
from _functools import partial
from _support import FunctionType, MethodType, gives_coroutine

_CO_COROUTINE = 128


def _is_functionlike(thing):
    """Whether it has what a function has: a bound method does, for it asks its function."""
    if not callable(thing) or isinstance(thing, type):
        return False
    return isinstance(getattr(thing, '__name__', None), str) and hasattr(thing, '__defaults__')


def has_code_flag(function, flag):
    while isinstance(function, MethodType):
        function = function.__func__
    while isinstance(function, partial):
        function = function.func
    if flag == _CO_COROUTINE and gives_coroutine(function):
        return True
    if not (isinstance(function, FunctionType) or _is_functionlike(function)):
        return False
    code = getattr(function, '__code__', None)
    return code is not None and bool(code.co_flags & flag)
