"""functools.singledispatch: which of the registered functions fits a class best.

The classes that count are those of the mro, and abstract ones that the class satisfies
without deriving from them; these are put into the mro right where their behaviour begins.
"""
from _abc import get_cache_token
from types import MappingProxyType, UnionType
from typing import Union, get_args, get_origin, get_type_hints


def _merge(sequences):
    result = []
    while True:
        sequences = [s for s in sequences if s]
        if not sequences:
            return result
        for sequence in sequences:
            head = sequence[0]
            if not any(head in other[1:] for other in sequences):
                break
        else:
            raise RuntimeError('Inconsistent hierarchy')
        result.append(head)
        for sequence in sequences:
            if sequence[0] == head:
                del sequence[0]


def _extended_mro(cls, abstract):
    bases = list(cls.__bases__)
    # Behind the last base that is an ABC itself, the implicit ones come in.
    boundary = 0
    for i, base in enumerate(bases):
        if hasattr(base, '__abstractmethods__'):
            boundary = i + 1
    explicit, other = bases[:boundary], bases[boundary:]
    abstract = list(abstract)
    here = [a for a in abstract
            if issubclass(cls, a) and not any(issubclass(b, a) for b in bases)]
    for a in here:
        abstract.remove(a)
    mros = [_extended_mro(base, abstract) for base in explicit + here + other]
    return _merge([[cls]] + mros + [explicit] + [here] + [other])


def _full_mro(cls, types):
    bases = set(cls.__mro__)
    types = [t for t in types if t not in bases and hasattr(t, '__mro__') and issubclass(cls, t)]
    types = [t for t in types if not any(t != other and t in other.__mro__ for other in types)]
    wanted = set(types)
    mro = []
    for t in types:
        # Subclasses of t that cls also satisfies tell in which order its ABCs belong.
        found = []
        for sub in t.__subclasses__():
            if sub not in bases and issubclass(cls, sub):
                found.append([s for s in sub.__mro__ if s in wanted])
        if not found:
            mro.append(t)
        found.sort(key=len, reverse=True)
        for chain in found:
            for sub in chain:
                if sub not in mro:
                    mro.append(sub)
    return _extended_mro(cls, mro)


def _best(cls, registry):
    match = None
    for t in _full_mro(cls, registry):
        if match is not None:
            if (t in registry and t not in cls.__mro__ and match not in cls.__mro__
                    and not issubclass(match, t)):
                raise RuntimeError(f'Ambiguous dispatch: {match} or {t}')
            break
        if t in registry:
            match = t
    return registry.get(match)


def _is_union(cls):
    return get_origin(cls) in (Union, UnionType)


def _is_valid(cls):
    if isinstance(cls, type):
        return True
    return _is_union(cls) and all(isinstance(arg, type) for arg in get_args(cls))


def _annotated(function):
    """The class to register for, from the annotation of the first parameter."""
    if not getattr(function, '__annotations__', {}):
        raise TypeError(f'Invalid first argument to `register()`: {function!r}. '
                        'Use either `@register(some_class)` or plain `@register` '
                        'on an annotated function.')
    name, cls = next(iter(get_type_hints(function).items()))
    if not _is_valid(cls):
        what = 'not all arguments are classes' if _is_union(cls) else 'is not a class'
        raise TypeError(f'Invalid annotation for {name!r}. {cls!r} {what}.')
    return cls


def dispatching(func, update_wrapper):
    registry = {object: func}
    found = {}
    token = None

    def dispatch(cls):
        # Abstract classes may have got new subclasses meanwhile.
        nonlocal token
        if token != get_cache_token():
            token = get_cache_token()
            found.clear()
        try:
            return found[cls]
        except KeyError:
            pass
        try:
            function = registry[cls]
        except KeyError:
            function = _best(cls, registry)
        found[cls] = function
        return function

    def register(cls, func=None):
        if _is_valid(cls):
            if func is None:
                return lambda function: register(cls, function)
        elif func is not None:
            raise TypeError('Invalid first argument to `register()`. '
                            f'{cls!r} is not a class or union type.')
        else:
            func = cls
            cls = _annotated(func)
        for each in get_args(cls) if _is_union(cls) else (cls,):
            registry[each] = func
        found.clear()
        return func

    name = getattr(func, '__name__', 'singledispatch function')

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f'{name} requires at least 1 positional argument')
        return dispatch(args[0].__class__)(*args, **kw)

    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = found.clear
    return update_wrapper(wrapper, func)
