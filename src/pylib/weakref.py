"""References that, here, keep their object alive: a run collects garbage when it likes, and
a program must not see when. So ref() never dies, and the weak containers hold what is in them.
"""
from types import GenericAlias
from _caller import as_c_class

__all__ = ['ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary', 'ReferenceType',
           'ProxyTypes', 'WeakValueDictionary', 'WeakSet', 'WeakMethod', 'finalize']

_STRONG = (int, float, str, bytes, tuple, list, dict, type(None), range, slice)


@as_c_class
class ReferenceType:
    """One reference an object is enough, unless it has a callback."""

    __slots__ = ('__object', '__callback__')

    def __init__(self, object, callback=None, /):
        if type(object) in _STRONG:
            raise TypeError(f"cannot create weak reference to '{type(object).__name__}' object")
        self.__object = object
        self.__callback__ = callback

    def __call__(self):
        return self.__object

    def __eq__(self, other):
        if not isinstance(other, ReferenceType):
            return NotImplemented
        return self.__object == other.__object

    def __hash__(self):
        return hash(self.__object)

    def __repr__(self):
        target = self.__object
        return (f"<weakref at {id(self):#x}; to '{type(target).__name__}' at {id(target):#x}>")

    __class_getitem__ = classmethod(GenericAlias)


ReferenceType.__name__ = ReferenceType.__qualname__ = 'ReferenceType'
ref = ReferenceType
KeyedRef = ReferenceType


class WeakMethod(ref):
    __slots__ = ('_bound',)

    def __init__(self, meth, callback=None):
        if not hasattr(meth, '__self__') or not hasattr(meth, '__func__'):
            raise TypeError(f'argument should be a bound method, not {type(meth)}')
        super().__init__(meth.__self__, callback)
        self._bound = meth

    def __call__(self):
        return self._bound


def proxy(object, callback=None, /):
    return object


ProxyTypes = ()


def getweakrefcount(object, /):
    return 0


def getweakrefs(object, /):
    return []


class WeakValueDictionary(dict):
    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'

    def valuerefs(self):
        return [ref(value) for value in self.values()]

    def itervaluerefs(self):
        return iter(self.valuerefs())

    def copy(self):
        return type(self)(self)


class WeakKeyDictionary(dict):
    def __repr__(self):
        return f'<{type(self).__name__} at {id(self):#x}>'

    def keyrefs(self):
        return [ref(key) for key in self]

    def copy(self):
        return type(self)(self)


class WeakSet(set):
    def __repr__(self):
        return '{' + ', '.join([repr(ref(item)) for item in self]) + '}'

    def copy(self):
        return type(self)(self)


class finalize:
    """Calls a function when it is called itself, once; an object's end is not noticed."""

    def __init__(self, obj, func, /, *args, **kwargs):
        self._parts = (obj, func, args, kwargs)
        self.atexit = True

    def __call__(self, _=None):
        parts = self.detach()
        if parts is not None:
            return parts[1](*parts[2], **parts[3])

    def detach(self):
        parts, self._parts = self._parts, None
        return parts

    def peek(self):
        return self._parts

    @property
    def alive(self):
        return self._parts is not None
