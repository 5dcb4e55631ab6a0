"""Containers beside the built-in ones. deque is C; ChainMap and the User classes derive from
abstract ones and are read when somebody asks for them.
"""
from _caller import as_c_class
from _collections import count_elements, deque, field_getter, missing, no_count, odict_methods
from _support import caller_module, execute, repr_enter, repr_leave
from keyword import iskeyword
from _operator import itemgetter

_count_elements = count_elements

__all__ = ['ChainMap', 'Counter', 'OrderedDict', 'UserDict', 'UserList', 'UserString',
           'defaultdict', 'deque', 'namedtuple']


def __getattr__(name):
    global ChainMap, UserDict, UserList, UserString, abc
    if name == 'abc':
        import collections.abc
        return collections.abc
    if name in ('ChainMap', 'UserDict', 'UserList', 'UserString'):
        from _collections_more import ChainMap, UserDict, UserList, UserString
        return globals()[name]
    raise AttributeError(f"module 'collections' has no attribute {name!r}")


# --- dicts ------------------------------------------------------------------------------

@as_c_class
class defaultdict(dict):
    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError('first argument must be callable or None')
        self.default_factory = default_factory
        if args or kwargs:
            super().__init__(*args, **kwargs)

    __missing__ = missing

    def __repr__(self):
        # The factory may be a method of this very dict.
        items = dict.__repr__(self)
        if repr_enter(self):
            factory = '...'
        else:
            try:
                factory = repr(self.default_factory)
            finally:
                repr_leave(self)
        return f'{type(self).__name__}({factory}, {items})'

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __reduce__(self):
        args = () if self.default_factory is None else (self.default_factory,)
        return type(self), args, None, None, iter(self.items())

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self.default_factory, self)
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = type(self)(self.default_factory, other)
        new.update(self)
        return new


@as_c_class
class OrderedDict(dict):
    move_to_end = odict_methods['move_to_end']
    _move_first = odict_methods['_move_first']
    popitem = odict_methods['popitem']
    keys = odict_methods['keys']
    values = odict_methods['values']
    items = odict_methods['items']

    def __repr__(self):
        name = type(self).__name__
        if not self:
            return f'{name}()'
        if repr_enter(self):
            return '...'
        try:
            return f'{name}({list(self.items())!r})'
        finally:
            repr_leave(self)

    def __eq__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        if not dict.__eq__(self, other):
            return False
        return not isinstance(other, OrderedDict) or list(self) == list(other)

    def __ne__(self, other):
        same = self.__eq__(other)
        return same if same is NotImplemented else not same

    __hash__ = None

    def copy(self):
        return self.__class__(self)

    __copy__ = copy

    def __reduce__(self):
        state = {name: value for name, value in self.__dict__.items()} or None
        return self.__class__, (), state, None, iter(self.items())

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.__class__(self)
        new.update(other)
        return new

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.__class__(other)
        new.update(self)
        return new


# --- namedtuple -------------------------------------------------------------------------

def _renamed(names):
    seen = set()
    for i, name in enumerate(names):
        if not name.isidentifier() or iskeyword(name) or name.startswith('_') or name in seen:
            names[i] = f'_{i}'
        seen.add(name)
    return names


def _check_names(typename, names, rename):
    for name in [typename, *names]:
        if type(name) is not str:
            raise TypeError('Type names and field names must be strings')
        if not name.isidentifier():
            raise ValueError(f'Type names and field names must be valid identifiers: {name!r}')
        if iskeyword(name):
            raise ValueError(f'Type names and field names cannot be a keyword: {name!r}')
    seen = set()
    for name in names:
        if name.startswith('_') and not rename:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in seen:
            raise ValueError(f'Encountered duplicate field name: {name!r}')
        seen.add(name)


# What all the classes share. Their names are set again for each of them.

def _methods(typename, names):
    count = len(names)
    tuple_new = tuple.__new__
    shown = '(' + ', '.join([f'{name}=%r' for name in names]) + ')'

    @classmethod
    def _make(cls, iterable):
        result = tuple_new(cls, iterable)
        if len(result) != count:
            raise TypeError(f'Expected {count} arguments, got {len(result)}')
        return result

    def _replace(self, /, **kwds):
        result = self._make([kwds.pop(name, value) for name, value in zip(names, self)])
        if kwds:
            raise ValueError(f'Got unexpected field names: {list(kwds)!r}')
        return result

    def __repr__(self):
        return self.__class__.__name__ + shown % self

    def _asdict(self):
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        return tuple(self)

    for method in (_make.__func__, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f'{typename}.{method.__name__}'
    return {'_make': _make, '_replace': _replace, '__repr__': __repr__, '_asdict': _asdict,
            '__getnewargs__': __getnewargs__}


def _constructor(typename, names, defaults):
    """__new__, written as text so that it has real parameters."""
    params = ', '.join(['_cls', *names])
    values = ''.join([f'{name}, ' for name in names])
    namespace = {'_tuple_new': tuple.__new__, '__name__': f'namedtuple_{typename}'}
    execute(f'def __new__({params}):\n return _tuple_new(_cls, ({values}))\n', namespace)
    made = namespace['__new__']
    made.__qualname__ = f'{typename}.__new__'
    made.__doc__ = f"Create new instance of {typename}({', '.join(names)}{',' if len(names) == 1 else ''})"
    if defaults is not None:
        made.__defaults__ = defaults
    return made


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    names = list(map(str, field_names))
    typename = str(typename)
    if rename:
        names = _renamed(names)
    _check_names(typename, names, rename)
    names = tuple(names)
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(names):
            raise TypeError('Got more default values than field names')
    default_count = len(defaults or ())
    namespace = {
        '__doc__': f"{typename}({', '.join(names)}{',' if len(names) == 1 else ''})",
        '__slots__': (),
        '_fields': names,
        '_field_defaults': dict(zip(names[len(names) - default_count:], defaults or ())),
        '__new__': _constructor(typename, names, defaults),
        **_methods(typename, names),
        '__match_args__': names,
    }
    for i, name in enumerate(names):
        namespace[name] = field_getter(i) or property(itemgetter(i))
    result = type(typename, (tuple,), namespace)
    result.__module__ = module if module is not None else caller_module()
    return result


# --- Counter ----------------------------------------------------------------------------

def _is_mapping(x):
    if isinstance(x, dict):
        return True
    # Only what has keys() can be one: spares most programs the abstract classes.
    if not hasattr(x, 'keys'):
        return False
    from collections.abc import Mapping
    return isinstance(x, Mapping)


class Counter(dict):
    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        if iterable is not None or kwds:
            self.update(iterable, **kwds)

    __missing__ = no_count

    def total(self):
        return sum(self.values())

    def most_common(self, n=None):
        if n is None:
            return sorted(self.items(), key=itemgetter(1), reverse=True)
        from heapq import nlargest
        return nlargest(n, self.items(), key=itemgetter(1))

    def elements(self):
        from itertools import chain, repeat, starmap
        return chain.from_iterable(starmap(repeat, self.items()))

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def update(self, iterable=None, /, **kwds):
        if iterable is not None:
            if not _is_mapping(iterable):
                count_elements(self, iterable)
            elif self:
                get = self.get
                for elem, count in iterable.items():
                    self[elem] = count + get(elem, 0)
            else:
                super().update(iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        if iterable is not None:
            get = self.get
            if _is_mapping(iterable):
                for elem, count in iterable.items():
                    self[elem] = get(elem, 0) - count
            else:
                for elem in iterable:
                    self[elem] = get(elem, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, elem):
        if elem in self:
            super().__delitem__(elem)

    def __repr__(self):
        name = self.__class__.__name__
        if not self:
            return f'{name}()'
        try:
            shown = dict(self.most_common())
        except TypeError:
            # Counts that cannot be ordered.
            shown = dict(self)
        return f'{name}({shown!r})'

    # What a counter has not counts zero times in these comparisons.

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] == other[e] for c in (self, other) for e in c)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] <= other[e] for c in (self, other) for e in c)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] >= other[e] for c in (self, other) for e in c)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    # The operators drop what is not positive. First come the elements of the left one, then those
    # that only the right one has.

    def __add__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for elem, count in self.items():
            count += other[elem]
            if count > 0:
                result[elem] = count
        for elem, count in other.items():
            if elem not in self and count > 0:
                result[elem] = count
        return result

    def __sub__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for elem, count in self.items():
            count -= other[elem]
            if count > 0:
                result[elem] = count
        for elem, count in other.items():
            if elem not in self and count < 0:
                result[elem] = 0 - count
        return result

    def __or__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for elem, count in self.items():
            theirs = other[elem]
            count = theirs if count < theirs else count
            if count > 0:
                result[elem] = count
        for elem, count in other.items():
            if elem not in self and count > 0:
                result[elem] = count
        return result

    def __and__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for elem, count in self.items():
            theirs = other[elem]
            count = count if count < theirs else theirs
            if count > 0:
                result[elem] = count
        return result

    def __pos__(self):
        result = Counter()
        for elem, count in self.items():
            if count > 0:
                result[elem] = count
        return result

    def __neg__(self):
        result = Counter()
        for elem, count in self.items():
            if count < 0:
                result[elem] = 0 - count
        return result

    def _keep_positive(self):
        for elem in [elem for elem, count in self.items() if not count > 0]:
            del self[elem]
        return self

    def __iadd__(self, other):
        for elem, count in other.items():
            self[elem] += count
        return self._keep_positive()

    def __isub__(self, other):
        for elem, count in other.items():
            self[elem] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for elem, count in other.items():
            if count > self[elem]:
                self[elem] = count
        return self._keep_positive()

    def __iand__(self, other):
        for elem, count in self.items():
            theirs = other[elem]
            if theirs < count:
                self[elem] = theirs
        return self._keep_positive()
