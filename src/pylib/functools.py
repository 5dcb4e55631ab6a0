"""Tools for functions that take or make functions.

What calls of a program pass through again and again (partial, lru_cache's wrapper) is C.
"""
from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce
from types import GenericAlias

__all__ = [
    'update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering',
    'cache', 'cmp_to_key', 'lru_cache', 'reduce', 'partial', 'partialmethod',
    'singledispatch', 'singledispatchmethod', 'cached_property',
]

WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__')
WRAPPER_UPDATES = ('__dict__',)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    # Last, for the update above may have brought the wrapped function's own __wrapped__.
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


# --- total_ordering -------------------------------------------------------------------
# Each missing comparison is derived from the one that the class has. `a > b` is
# `not (a < b) and a != b`, and so on: whether the given answer is negated, and what
# equality adds to it ('and' not equal, 'or' equal, or nothing).

def _derived(name, root, negated, equality):
    def compare(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        if negated:
            result = not result
        if equality == 'or':
            return result or self == other
        if equality == 'and':
            return result and self != other
        return result
    compare.__name__ = name
    compare.__qualname__ = f'_{name[2:4]}_from_{root[2:4]}'
    return compare


_DERIVATIONS = {
    '__lt__': (('__gt__', True, 'and'), ('__le__', False, 'or'), ('__ge__', True, '')),
    '__le__': (('__ge__', True, 'or'), ('__lt__', False, 'and'), ('__gt__', True, '')),
    '__gt__': (('__lt__', True, 'and'), ('__ge__', False, 'or'), ('__le__', True, '')),
    '__ge__': (('__le__', True, 'or'), ('__gt__', False, 'and'), ('__lt__', True, '')),
}


def total_ordering(cls):
    given = [name for name in _DERIVATIONS if getattr(cls, name) is not getattr(object, name)]
    if not given:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    # The order of preference is that of the names turned round: lt, le, gt, ge.
    root = max(given)
    for name, negated, equality in _DERIVATIONS[root]:
        if name not in given:
            setattr(cls, name, _derived(name, root, negated, equality))
    return cls


# --- caches ---------------------------------------------------------------------------

def _cache_info(hits, misses, maxsize, currsize):
    global _cache_info
    from collections import namedtuple
    _cache_info = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'])
    _cache_info.__module__ = 'functools'
    return _cache_info(hits, misses, maxsize, currsize)


# The wrapper calls one of these when a result is not in its cache, or, unsure, when it could not
# look: keys may have a __hash__ or __eq__ of Python's.

def _found_after_all(wrapper, cache, key):
    if key in cache:
        return True
    wrapper._missed()
    return False


def _miss_all(wrapper, key, args, kwargs, unsure):
    function, _, cache, _ = wrapper._parts()
    if unsure and _found_after_all(wrapper, cache, key):
        return wrapper._found(cache[key])
    cache[key] = result = function(*args, **kwargs)
    return result


def _miss(wrapper, key, args, kwargs, unsure):
    function, maxsize, cache, root = wrapper._parts()
    if unsure and _found_after_all(wrapper, cache, key):
        return wrapper._found(cache[key])
    result = function(*args, **kwargs)
    # The function may have called itself with the same arguments.
    if key in cache:
        return result
    if len(cache) >= maxsize:
        oldest = root[1]
        root[1] = oldest[1]
        oldest[1][0] = root
        del cache[oldest[2]]
    last = root[0]
    last[1] = root[0] = cache[key] = [last, root, key, result]
    return result


def _lru_wrapper(function, maxsize, typed):
    wrapper = _lru_cache_wrapper(function, maxsize, typed, lambda *counts: _cache_info(*counts),
                                 _miss_all if maxsize is None else _miss)
    wrapper.cache_parameters = lambda: {'maxsize': maxsize, 'typed': typed}
    return update_wrapper(wrapper, function)


def lru_cache(maxsize=128, typed=False):
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif callable(maxsize) and isinstance(typed, bool):
        # Used as a plain decorator: the argument is the function.
        return _lru_wrapper(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')

    def decorating_function(function):
        return _lru_wrapper(function, maxsize, typed)
    return decorating_function


def cache(user_function, /):
    return _lru_wrapper(user_function, None, False)


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError('Cannot assign the same cached_property to two different names '
                            f'({self.attrname!r} and {name!r}).')

    # Once the value is kept, the instance's own attribute hides this descriptor.
    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        if not hasattr(instance, '__dict__'):
            raise TypeError(f"No '__dict__' attribute on {type(instance).__name__!r} "
                            f'instance to cache {self.attrname!r} property.')
        value = self.func(instance)
        object.__setattr__(instance, self.attrname, value)
        return value

    __class_getitem__ = classmethod(GenericAlias)


# --- methods --------------------------------------------------------------------------

class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        if isinstance(func, partialmethod):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __repr__(self):
        args = ', '.join(map(repr, self.args))
        keywords = ', '.join(f'{name}={value!r}' for name, value in self.keywords.items())
        cls = type(self)
        return f'{cls.__module__}.{cls.__qualname__}({self.func}, {args}, {keywords})'

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None:
            bound = get(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                if hasattr(bound, '__self__'):
                    result.__self__ = bound.__self__
                return result

        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})
        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method.__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)

    __class_getitem__ = classmethod(GenericAlias)


# Few programs use these two, so their code is read when they do.

def singledispatch(func):
    from _singledispatch import dispatching
    return dispatching(func, update_wrapper)


class singledispatchmethod:
    def __init__(self, func):
        if not callable(func) and not hasattr(func, '__get__'):
            raise TypeError(f'{func!r} is not callable or a descriptor')
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def _method(*args, **kwargs):
            method = self.dispatcher.dispatch(args[0].__class__)
            return method.__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        return update_wrapper(_method, self.func)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, '__isabstractmethod__', False)
