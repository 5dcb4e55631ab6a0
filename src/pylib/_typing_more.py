"""The parts of typing that make classes, and rarer type variables."""
from abc import ABCMeta, abstractmethod
from collections import namedtuple
from typing import (Annotated, Generic, NotRequired, Required, TypeVar, Unpack, _Final, _TypeVariable,
                    _United, _is_param_expr, _is_root, _type_check, get_args, get_origin)
from _support import caller_module


# --- type variables for parameters -----------------------------------------------------------

class TypeVarTuple(_TypeVariable, _root=True):
    _is_variadic = True

    def __init__(self, name):
        self._prepare(name, None, False, False)

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__

    def __typing_subst__(self, arg):
        raise TypeError('Substitution of bare TypeVarTuple is not supported')

    def __typing_prepare_subst__(self, alias, args):
        params = alias.__parameters__
        index = params.index(self)
        if any(isinstance(param, TypeVarTuple) for param in params[index + 1:]):
            raise TypeError(f'More than one TypeVarTuple parameter in {alias}')
        given, wanted = len(args), len(params)
        right = wanted - index - 1
        if index + right > given:
            raise TypeError(f'Too few arguments for {alias};'
                            f' actual {given}, expected at least {wanted - 1}')
        return (*args[:index], tuple(args[index:given - right]), *args[given - right:])


class _ParamSpecPart(_Final, _United, _root=True):
    _is_param_spec_part = True

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.{self._what}'

    def __eq__(self, other):
        if type(other) is not type(self):
            return NotImplemented
        return self.__origin__ == other.__origin__

    __hash__ = None


class ParamSpecArgs(_ParamSpecPart, _root=True):
    _what = 'args'


class ParamSpecKwargs(_ParamSpecPart, _root=True):
    _what = 'kwargs'


class ParamSpec(_TypeVariable, _root=True):
    _is_param_spec = True

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False):
        self._prepare(name, bound, covariant, contravariant)

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)

    def __typing_subst__(self, arg):
        if isinstance(arg, (list, tuple)):
            return tuple([_type_check(a, 'Expected a type.') for a in arg])
        if not _is_param_expr(arg):
            raise TypeError('Expected a list of types, an ellipsis, '
                            f'ParamSpec, or Concatenate. Got {arg}')
        return arg

    def __typing_prepare_subst__(self, alias, args):
        params = alias.__parameters__
        i = params.index(self)
        if i >= len(args):
            raise TypeError(f'Too few arguments for {alias}')
        if len(params) == 1 and not _is_param_expr(args[0]):
            return (tuple(args),)
        if isinstance(args[i], list):
            return (*args[:i], tuple(args[i]), *args[i + 1:])
        return args


# --- protocols -------------------------------------------------------------------------------

_NOT_MEMBERS = frozenset([
    '__parameters__', '__orig_bases__', '__orig_class__', '_is_protocol', '_is_runtime_protocol',
    '__final__', '__abstractmethods__', '__annotations__', '__dict__', '__doc__', '__init__',
    '__module__', '__new__', '__slots__', '__subclasshook__', '__weakref__', '__class_getitem__',
    '_MutableMapping__marker', '__qualname__', '__firstlineno__', '__classcell__',
])
_ALLOWED_BASES = {
    'collections.abc': ('Callable', 'Awaitable', 'Iterable', 'Iterator', 'AsyncIterable', 'Hashable',
                        'Sized', 'Container', 'Collection', 'Reversible'),
    'contextlib': ('AbstractContextManager', 'AbstractAsyncContextManager'),
}
_NOT_RUNTIME = 'Instance and class checks can only be used with @runtime_checkable protocols'


def _annotations(cls):
    found = cls.__dict__.get('__annotations__', ())
    return found if isinstance(found, dict) else ()


def _members(cls):
    found = {}
    for base in cls.__mro__[:-1]:
        if not _is_root(base):
            for name in [*base.__dict__, *_annotations(base)]:
                if not name.startswith('_abc_') and name not in _NOT_MEMBERS:
                    found[name] = True
    return found


def _has_only_methods(cls):
    return all(callable(getattr(cls, name, None)) for name in _members(cls))


def _init(self, *args, **kwargs):
    cls = type(self)
    if cls._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    if cls.__init__ is not _init:
        return
    # A class behind the protocols may have an __init__ of its own.
    for base in cls.__mro__:
        init = base.__dict__.get('__init__', _init)
        if init is not _init:
            break
    else:
        init = object.__init__
    cls.__init__ = init
    init(self, *args, **kwargs)


def _is_subprotocol_with(base, name, other):
    return name in _annotations(base) and issubclass(other, Generic) and other._is_protocol


def _hook_of(cls):
    def _proto_hook(other):
        if not cls.__dict__.get('_is_protocol', False):
            return NotImplemented
        if _asked_by_abc and (not cls._is_runtime_protocol or not _has_only_methods(cls)):
            return NotImplemented
        if not cls._is_runtime_protocol:
            raise TypeError(_NOT_RUNTIME)
        if not _has_only_methods(cls):
            raise TypeError("Protocols with non-method members don't support issubclass()")
        if not isinstance(other, type):
            raise TypeError('issubclass() arg 1 must be a class')
        for name in _members(cls):
            for base in other.__mro__:
                if name in base.__dict__:
                    if base.__dict__[name] is None:
                        return NotImplemented
                    break
                if _is_subprotocol_with(base, name, other):
                    break
            else:
                return NotImplemented
        return True
    return _proto_hook


# While an isinstance() goes on by the classes, a protocol that cannot be asked about them passes.
_asked_by_abc = 0


class _ProtocolMeta(ABCMeta):
    def __instancecheck__(cls, instance):
        if cls._is_protocol and not cls._is_runtime_protocol:
            raise TypeError(_NOT_RUNTIME)
        if ((not cls._is_protocol or _has_only_methods(cls))
                and issubclass(instance.__class__, cls)):
            return True
        if cls._is_protocol:
            # Attributes may have been set in __init__.
            if all(hasattr(instance, name)
                   and (not callable(getattr(cls, name, None)) or getattr(instance, name) is not None)
                   for name in _members(cls)):
                return True
        global _asked_by_abc
        _asked_by_abc += 1
        try:
            return ABCMeta.__instancecheck__(cls, instance)
        finally:
            _asked_by_abc -= 1


    def register(cls, subclass):
        global _asked_by_abc
        _asked_by_abc += 1
        try:
            return ABCMeta.register(cls, subclass)
        finally:
            _asked_by_abc -= 1


class Protocol(Generic, metaclass=_ProtocolMeta):
    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False
    _is_typing_root = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        if not cls.__dict__.get('_is_protocol', False):
            cls._is_protocol = any(b is Protocol for b in cls.__bases__)
        if '__subclasshook__' not in cls.__dict__:
            cls.__subclasshook__ = _hook_of(cls)
        if not cls._is_protocol:
            return
        for base in cls.__bases__:
            if not (base in (object, Generic) or base.__name__ in _ALLOWED_BASES.get(base.__module__, ())
                    or issubclass(base, Generic) and base._is_protocol):
                raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        if '__init__' not in cls.__dict__ and cls.__init__ in (Protocol.__init__, _init):
            cls.__init__ = _init


Protocol.__module__ = 'typing'
Protocol.__init__ = _init


def runtime_checkable(cls):
    if not issubclass(cls, Generic) or not cls._is_protocol:
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


T_co = TypeVar('T_co', covariant=True)


@runtime_checkable
class SupportsInt(Protocol):
    __slots__ = ()

    @abstractmethod
    def __int__(self) -> int:
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    __slots__ = ()

    @abstractmethod
    def __float__(self) -> float:
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    __slots__ = ()

    @abstractmethod
    def __complex__(self):
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    __slots__ = ()

    @abstractmethod
    def __bytes__(self) -> bytes:
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    __slots__ = ()

    @abstractmethod
    def __index__(self) -> int:
        pass


@runtime_checkable
class SupportsAbs(Protocol[T_co]):
    __slots__ = ()

    @abstractmethod
    def __abs__(self) -> T_co:
        pass


@runtime_checkable
class SupportsRound(Protocol[T_co]):
    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits: int = 0) -> T_co:
        pass


# --- files, which programs here have none of --------------------------------------------------

AnyStr = TypeVar('AnyStr', bytes, str)


class IO(Generic[AnyStr]):
    __slots__ = ()


class BinaryIO(IO[bytes]):
    __slots__ = ()


class TextIO(IO[str]):
    __slots__ = ()


# --- NamedTuple ------------------------------------------------------------------------------

def _make_nmtuple(name, types, module, defaults=()):
    types = {n: _type_check(t, f'field {n} annotation must be a type') for n, t in types}
    made = namedtuple(name, types, defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = types
    return made


_PROHIBITED = frozenset(['__new__', '__init__', '__slots__', '__getnewargs__', '_fields',
                         '_field_defaults', '_make', '_replace', '_asdict', '_source'])
_NOT_COPIED = frozenset(['__module__', '__name__', '__annotations__', '__qualname__'])


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        for base in bases:
            if base is not _NamedTuple and base is not Generic:
                raise TypeError('can only inherit from a NamedTuple type and Generic')
        types = ns.get('__annotations__', {})
        defaulted = []
        for name in types:
            if name in ns:
                defaulted.append(name)
            elif defaulted:
                raise TypeError(f'Non-default namedtuple field {name} cannot follow default '
                                f"field{'s' if len(defaulted) > 1 else ''} {', '.join(defaulted)}")
        made = _make_nmtuple(typename, types.items(), ns['__module__'], [ns[n] for n in defaulted])
        if '__qualname__' in ns:
            made.__qualname__ = ns['__qualname__']
        if Generic in bases:
            body = {name: value for name, value in made.__dict__.items()}
            made = type(typename, tuple([tuple if base is _NamedTuple else base for base in bases]),
                        {**body, '__orig_bases__': ns['__orig_bases__']})
        for name, value in ns.items():
            if name in _PROHIBITED:
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + name)
            if name not in _NOT_COPIED and name not in made._fields:
                setattr(made, name, value)
        return made


_NamedTuple = type.__new__(NamedTupleMeta, 'NamedTuple', (), {})


class _ClassMaker:
    """NamedTuple and TypedDict are called as functions and derived from like classes."""

    def __init__(self, function, base):
        self._function = function
        self._base = base
        self.__name__ = self.__qualname__ = function.__name__
        self.__module__ = 'typing'

    def __call__(self, /, *args, **kwargs):
        return self._function(*args, **kwargs)

    def __mro_entries__(self, bases):
        return (self._base,)

    def __repr__(self):
        return f'<function {self.__name__} at {id(self):#x}>'


def _named_tuple(typename, fields=None, /, **kwargs):
    if fields is None:
        fields = kwargs.items()
    elif kwargs:
        raise TypeError('Either list of fields or keywords can be provided to NamedTuple, not both')
    return _make_nmtuple(typename, fields, caller_module())


_named_tuple.__name__ = 'NamedTuple'
NamedTuple = _ClassMaker(_named_tuple, _NamedTuple)


# --- TypedDict -------------------------------------------------------------------------------

def _is_required(annotation, total):
    origin = get_origin(annotation)
    if origin is Annotated:
        origin = get_origin(get_args(annotation)[0])
    if origin is Required:
        return True
    return False if origin is NotRequired else total


class _TypedDictMeta(type):
    _makes_typed_dicts = True

    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
        generic = (Generic,) if any(issubclass(b, Generic) for b in bases) else ()
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), ns)
        msg = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {n: _type_check(tp, msg, module=made.__module__)
               for n, tp in ns.get('__annotations__', {}).items()}
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get('__annotations__', {}))
            base_required = base.__dict__.get('__required_keys__', set())
            base_optional = base.__dict__.get('__optional_keys__', set())
            required = (required | base_required) - base_optional
            optional = (optional - base_required) | base_optional
        annotations.update(own)
        for key, annotation in own.items():
            here, there = (required, optional) if _is_required(annotation, total) else (optional, required)
            here.add(key)
            there.discard(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        if not hasattr(made, '__total__'):
            made.__total__ = total
        return made

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __instancecheck__ = __subclasscheck__


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})


def _typed_dict(typename, fields=None, /, *, total=True, **kwargs):
    if fields is None:
        fields = kwargs
    elif kwargs:
        raise TypeError('TypedDict takes either a dict or keyword arguments, but not both')
    ns = {'__annotations__': dict(fields)}
    module = caller_module()
    if module is not None:
        ns['__module__'] = module
    return _TypedDictMeta(typename, (), ns, total=total)


_typed_dict.__name__ = 'TypedDict'
TypedDict = _ClassMaker(_typed_dict, _TypedDict)


def is_typeddict(tp):
    return isinstance(tp, type) and type(tp) is _TypedDictMeta


for _class in (Protocol, SupportsInt, SupportsFloat, SupportsComplex, SupportsBytes, SupportsIndex,
               SupportsAbs, SupportsRound, IO, BinaryIO, TextIO, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeVarTuple,
               NamedTupleMeta, _TypedDictMeta):
    _class.__module__ = 'typing'
