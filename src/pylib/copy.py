"""Shallow and deep copies. What an object is made of comes from its __reduce_ex__ if a class of
Python's has one, else from _reduce below; the C part reads and writes attributes.
"""
from _copy import attributes, deepcopy_plain, layout, set_attributes
from types import (BuiltinFunctionType, CodeType, FunctionType, GenericAlias, MethodType,
                   UnionType)
from weakref import ref

__all__ = ['Error', 'copy', 'deepcopy']


class Error(Exception):
    pass


error = Error

_ATOMIC = (type(None), int, float, bool, str, bytes, type, range, property, CodeType,
           BuiltinFunctionType, FunctionType, type(Ellipsis), type(NotImplemented), ref, UnionType,
           GenericAlias)
_IMMUTABLE = frozenset(_ATOMIC + (tuple, frozenset, slice))
_ATOMIC = frozenset(_ATOMIC)


# --- what an object is made of ---------------------------------------------------------

def _slot_names(cls):
    names = []
    for base in cls.__mro__:
        slots = base.__dict__.get('__slots__', ())
        for name in (slots,) if isinstance(slots, str) else slots:
            if name.startswith('__') and not name.endswith('__'):
                name = f"_{base.__name__.lstrip('_')}{name}"
            if name not in ('__dict__', '__weakref__'):
                names.append(name)
    return names


def _state(x, cls):
    getstate = getattr(cls, '__getstate__', None)
    if getstate is not None and getstate is not getattr(object, '__getstate__', None):
        return getstate(x)
    state = attributes(x)
    slots = {}
    for name in _slot_names(cls):
        try:
            slots[name] = getattr(x, name)
        except AttributeError:
            continue
        if state:
            state.pop(name, None)
    return (state or None, slots) if slots else state or None


def _new_arguments(x, cls, kind):
    if hasattr(cls, '__getnewargs_ex__'):
        return x.__getnewargs_ex__()
    if hasattr(cls, '__getnewargs__') and kind not in ('int', 'float', 'str', 'bytes'):
        return x.__getnewargs__(), {}
    if kind == 'int':
        return (int.__index__(x),), {}
    if kind == 'float':
        return (float.__float__(x),), {}
    if kind == 'str':
        return (str.__str__(x),), {}
    if kind == 'bytes':
        return (bytes.__getitem__(x, slice(None)),), {}
    if kind == 'tuple':
        return (tuple(x),), {}
    return (), {}


def _create(cls, args, kwargs):
    return cls.__new__(cls, *args, **kwargs)


def _reduce(x, cls):
    """(function, arguments, state, list items, dict items), as pickling has them."""
    kind = layout(x)
    if kind == 'set':
        return cls, (list(x),), attributes(x)
    if kind == 'exception':
        return cls, x.args, attributes(x)
    if kind == 'other':
        raise TypeError(f"cannot pickle '{cls.__name__}' object")
    items = iter(x) if kind == 'list' else None
    pairs = iter(x.items()) if kind == 'dict' else None
    return _create, (cls, *_new_arguments(x, cls, kind)), _state(x, cls), items, pairs


def _reduced(x, cls):
    method = getattr(cls, '__reduce_ex__', None)
    if method is not None and method is not getattr(object, '__reduce_ex__', None):
        return x.__reduce_ex__(4)
    method = getattr(cls, '__reduce__', None)
    if method is not None and method is not getattr(object, '__reduce__', None):
        return x.__reduce__()
    return _reduce(x, cls)


def _set_state(y, state):
    if hasattr(y, '__setstate__'):
        y.__setstate__(state)
        return
    slots = None
    if isinstance(state, tuple) and len(state) == 2:
        state, slots = state
    if state is not None:
        set_attributes(y, state)
    if slots is not None:
        for name, value in slots.items():
            setattr(y, name, value)


def _reconstruct(x, memo, function, args, state=None, items=None, pairs=None):
    deep = memo is not None
    if deep and args:
        args = [deepcopy(arg, memo) for arg in args]
    y = function(*args)
    if deep:
        memo[id(x)] = y
    if state is not None:
        _set_state(y, deepcopy(state, memo) if deep else state)
    if items is not None:
        for item in items:
            y.append(deepcopy(item, memo) if deep else item)
    if pairs is not None:
        for key, value in pairs:
            if deep:
                key = deepcopy(key, memo)
                value = deepcopy(value, memo)
            y[key] = value
    return y


# --- shallow ---------------------------------------------------------------------------

def copy(x):
    cls = type(x)
    if cls in _IMMUTABLE:
        return x
    if cls is list or cls is dict or cls is set:
        return x.copy()
    if issubclass(cls, type):
        return x
    copier = getattr(cls, '__copy__', None)
    if copier is not None:
        return copier(x)
    reduced = _reduced(x, cls)
    if isinstance(reduced, str):
        return x
    return _reconstruct(x, None, *reduced)


# --- deep ------------------------------------------------------------------------------
# The memo maps the id of what has been copied to its copy. Under its own id it keeps those
# objects alive, so that no id is used twice meanwhile.

def _deepcopy_list(x, memo):
    y = []
    memo[id(x)] = y
    append = y.append
    for item in x:
        append(item if type(item) in _ATOMIC else deepcopy(item, memo))
    return y


def _deepcopy_tuple(x, memo):
    y = [deepcopy(item, memo) for item in x]
    # An element may have led back to the tuple, which is copied then.
    made = memo.get(id(x), memo)
    if made is not memo:
        return made
    for before, after in zip(x, y):
        if before is not after:
            return tuple(y)
    return x


def _deepcopy_dict(x, memo):
    y = {}
    memo[id(x)] = y
    for key, value in x.items():
        y[deepcopy(key, memo)] = deepcopy(value, memo)
    return y


def _deepcopy_method(x, memo):
    return type(x)(x.__func__, deepcopy(x.__self__, memo))


_DEEP = {list: _deepcopy_list, tuple: _deepcopy_tuple, dict: _deepcopy_dict,
         MethodType: _deepcopy_method}


def deepcopy(x, memo=None):
    cls = type(x)
    if cls in _ATOMIC:
        return x
    if memo is None:
        memo = {}
        y = deepcopy_plain(x)
        if y is not NotImplemented:
            return y
    y = memo.get(id(x), memo)
    if y is not memo:
        return y
    copier = _DEEP.get(cls)
    if copier is not None:
        y = copier(x, memo)
    elif issubclass(cls, type):
        return x
    else:
        copier = getattr(x, '__deepcopy__', None)
        if copier is not None:
            y = copier(memo)
        else:
            reduced = _reduced(x, cls)
            y = x if isinstance(reduced, str) else _reconstruct(x, memo, *reduced)
    if y is not x:
        memo[id(x)] = y
        memo.setdefault(id(memo), []).append(x)
    return y
