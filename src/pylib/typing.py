"""Names for types in annotations: they can be subscripted, compared and printed, and mean nothing
more. Aliases of abstract classes know them by name only and read collections.abc when somebody
asks what they stand for. Protocols, NamedTuple, TypedDict and the rarer sorts of type variables
are in _typing_more.
"""
import sys
from _support import caller_module, execute, is_expression
from types import (BuiltinFunctionType, FunctionType, GenericAlias, MethodDescriptorType, MethodType,
                   MethodWrapperType, ModuleType, UnionType, WrapperDescriptorType)

__all__ = [
    'Annotated', 'Any', 'Callable', 'ClassVar', 'Concatenate', 'Final', 'ForwardRef', 'Generic',
    'Literal', 'Optional', 'ParamSpec', 'Protocol', 'Tuple', 'Type', 'TypeVar', 'TypeVarTuple',
    'Union', 'AbstractSet', 'ByteString', 'Container', 'ContextManager', 'Hashable', 'ItemsView',
    'Iterable', 'Iterator', 'KeysView', 'Mapping', 'MappingView', 'MutableMapping',
    'MutableSequence', 'MutableSet', 'Sequence', 'Sized', 'ValuesView', 'Awaitable',
    'AsyncIterator', 'AsyncIterable', 'Coroutine', 'Collection', 'AsyncGenerator',
    'AsyncContextManager', 'Reversible', 'SupportsAbs', 'SupportsBytes', 'SupportsComplex',
    'SupportsFloat', 'SupportsIndex', 'SupportsInt', 'SupportsRound', 'ChainMap', 'Counter',
    'Deque', 'Dict', 'DefaultDict', 'List', 'OrderedDict', 'Set', 'FrozenSet', 'NamedTuple',
    'TypedDict', 'Generator', 'AnyStr', 'assert_type', 'assert_never', 'cast', 'clear_overloads',
    'dataclass_transform', 'final', 'get_args', 'get_origin', 'get_overloads', 'get_type_hints',
    'is_typeddict', 'LiteralString', 'Never', 'NewType', 'no_type_check',
    'no_type_check_decorator', 'NoReturn', 'NotRequired', 'overload', 'ParamSpecArgs',
    'ParamSpecKwargs', 'Required', 'reveal_type', 'runtime_checkable', 'Self', 'Text',
    'TYPE_CHECKING', 'TypeAlias', 'TypeGuard', 'Unpack', 'BinaryIO', 'IO', 'Match', 'Pattern',
    'TextIO',
]

TYPE_CHECKING = False
Text = str


# --- checking and showing arguments ---------------------------------------------------------

def _type_convert(arg, module=None, *, allow_special_forms=False):
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        return ForwardRef(arg, module=module, is_class=allow_special_forms)
    return arg


def _is_root(arg):
    """Generic or Protocol themselves."""
    return isinstance(arg, type) and '_is_typing_root' in arg.__dict__


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    arg = _type_convert(arg, module=module, allow_special_forms=allow_special_forms)
    if isinstance(arg, type):
        if _is_root(arg):
            raise TypeError(f'Plain {arg} is not valid as type argument')
        return arg
    if isinstance(arg, _GenericAlias):
        origin = arg._origin
        if (_is_root(origin) or not allow_special_forms
                and (origin is ClassVar or origin is Final and is_argument)):
            raise TypeError(f'{arg} is not valid as type argument')
        return arg
    if isinstance(arg, _SpecialForm):
        if arg in _PLAIN_FORMS or allow_special_forms and arg in (ClassVar, Final):
            return arg
        raise TypeError(f'Plain {arg} is not valid as type argument')
    if type(arg) is tuple:
        raise TypeError(f'{msg} Got {arg!r:.100}.')
    return arg


def _is_param_expr(arg):
    return arg is ... or isinstance(arg, (tuple, list, _ConcatenateGenericAlias)) \
        or getattr(type(arg), '_is_param_spec', False)


def _type_repr(obj):
    if isinstance(obj, GenericAlias):
        return repr(obj)
    if isinstance(obj, type):
        if obj.__module__ == 'builtins':
            return obj.__qualname__
        return f'{obj.__module__}.{obj.__qualname__}'
    if obj is ...:
        return '...'
    if isinstance(obj, FunctionType):
        return obj.__name__
    return repr(obj)


def _collect_parameters(args):
    parameters = []
    for t in args:
        if isinstance(t, type):
            continue
        if isinstance(t, tuple):
            found = [each for x in t for each in _collect_parameters([x])]
        elif hasattr(t, '__typing_subst__'):
            found = [t]
        else:
            found = getattr(t, '__parameters__', ())
        for each in found:
            if each not in parameters:
                parameters.append(each)
    return tuple(parameters)


def _check_generic(cls, parameters, wanted):
    if not wanted:
        raise TypeError(f'{cls} is not a generic class')
    given = len(parameters)
    if given != wanted:
        raise TypeError(f"Too {'many' if given > wanted else 'few'} arguments for {cls};"
                        f' actual {given}, expected {wanted}')


def _unpack_args(args):
    result = []
    for arg in args:
        inner = getattr(arg, '__typing_unpacked_tuple_args__', None)
        if inner is not None and not (inner and inner[-1] is ...):
            result.extend(inner)
        else:
            result.append(arg)
    return result


def _without_repeats(params):
    result = []
    for each in params:
        if each not in result:
            result.append(each)
    return tuple(result)


# What has been made of (alias, arguments): subscribing alike twice gives the same object.
_made = {}


def _cached(make):
    def subscribe(self, params):
        try:
            return _made[self, params]
        except KeyError:
            made = _made[self, params] = make(self, params)
            return made
        except TypeError:
            return make(self, params)
    return subscribe


# --- special forms ---------------------------------------------------------------------------

class _Final:
    __slots__ = ()

    def __init_subclass__(cls, /, *args, **kwds):
        if '_root' not in kwds:
            raise TypeError('Cannot subclass special typing classes')


class _United:
    """X | Y of typing's own objects."""

    __slots__ = ()

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class _SpecialForm(_Final, _United, _root=True):
    __slots__ = ('_name', '_getitem')
    __iter__ = None

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__

    def __getattr__(self, item):
        if item in ('__name__', '__qualname__'):
            return self._name
        raise AttributeError(item)

    @property
    def __module__(self):
        return 'typing'

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __repr__(self):
        return 'typing.' + self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __instancecheck__(self, obj):
        raise TypeError(f'{self} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self} cannot be used with issubclass()')

    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


def _plain(name):
    def getitem(self, parameters):
        raise TypeError(f'{self} is not subscriptable')
    getitem.__name__ = name
    return _SpecialForm(getitem)


def _one_argument(name, **checks):
    def getitem(self, parameters):
        item = _type_check(parameters, f'{self} accepts only single type.', **checks)
        return _GenericAlias(self, (item,))
    getitem.__name__ = name
    return _SpecialForm(getitem)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(obj)

    def __repr__(self):
        return 'typing.Any' if self is Any else super().__repr__()


class Any(metaclass=_AnyMeta):
    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls, *args, **kwargs)


LiteralString = _plain('LiteralString')
Never = _plain('Never')
NoReturn = _plain('NoReturn')
Self = _plain('Self')
TypeAlias = _plain('TypeAlias')
ClassVar = _one_argument('ClassVar')
Final = _one_argument('Final')
TypeGuard = _one_argument('TypeGuard')
Required = _one_argument('Required', allow_special_forms=True)
NotRequired = _one_argument('NotRequired', allow_special_forms=True)
_PLAIN_FORMS = (LiteralString, Never, NoReturn, Self, TypeAlias)


def _union(self, parameters):
    if parameters == ():
        raise TypeError('Cannot take a Union of no types.')
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    members = []
    for each in parameters:
        each = _type_check(each, 'Union[arg, ...]: each arg must be a type.')
        if isinstance(each, (_UnionGenericAlias, UnionType)):
            members.extend(each.__args__)
        else:
            members.append(each)
    members = _without_repeats(members)
    if len(members) == 1:
        return members[0]
    name = 'Optional' if len(members) == 2 and type(None) in members else None
    return _UnionGenericAlias(self, members, name=name)


_union_of = _cached(_union)
_union_of.__name__ = 'Union'
Union = _SpecialForm(_union_of)


@_SpecialForm
def Optional(self, parameters):
    return Union[_type_check(parameters, f'{self} requires a single type.'), type(None)]


@_SpecialForm
def Literal(self, parameters):
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    values = []
    for each in parameters:
        values.extend(each.__args__ if isinstance(each, _LiteralGenericAlias) else (each,))
    try:
        # 1 and True are two values here.
        values = [value for value, _ in dict.fromkeys([(each, type(each)) for each in values])]
    except TypeError:
        pass
    return _LiteralGenericAlias(self, tuple(values))


@_SpecialForm
def Concatenate(self, parameters):
    if parameters == ():
        raise TypeError('Cannot take a Concatenate of no types.')
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    if not (parameters[-1] is ... or getattr(type(parameters[-1]), '_is_param_spec', False)):
        raise TypeError('The last parameter to Concatenate should be a ParamSpec variable or ellipsis.')
    msg = 'Concatenate[arg, ...]: each arg must be a type.'
    parameters = (*[_type_check(p, msg) for p in parameters[:-1]], parameters[-1])
    return _ConcatenateGenericAlias(self, parameters, _paramspec_tvars=True)


@_SpecialForm
def Unpack(self, parameters):
    item = _type_check(parameters, f'{self} accepts only single type.')
    return _UnpackGenericAlias(self, (item,))


class ForwardRef(_Final, _United, _root=True):
    """A type by its name: looked up when its hints are asked for."""

    __slots__ = ('__forward_arg__', '__forward_evaluated__', '__forward_value__',
                 '__forward_is_argument__', '__forward_is_class__', '__forward_module__')

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        if not is_expression(f'({arg},)' if arg[:1] == '*' else f'({arg})'):
            raise SyntaxError(f'Forward reference must be an expression -- got {arg!r}')
        self.__forward_arg__ = arg
        self.__forward_evaluated__ = False
        self.__forward_value__ = None
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns, recursive_guard):
        if self.__forward_arg__ in recursive_guard:
            return self
        if self.__forward_evaluated__ and localns is globalns:
            return self.__forward_value__
        if self.__forward_module__ is not None and self.__forward_module__ in sys.modules:
            globalns = sys.modules[self.__forward_module__].__dict__
        namespace = {**(globalns or {}), **(localns or {})}
        text = self.__forward_arg__
        execute(f'__value__ = ({text},)[0]\n' if text[:1] == '*' else f'__value__ = ({text})\n', namespace)
        found = _type_check(namespace['__value__'], 'Forward references must evaluate to types.',
                            is_argument=self.__forward_is_argument__,
                            allow_special_forms=self.__forward_is_class__)
        self.__forward_value__ = _eval_type(found, globalns, localns,
                                            recursive_guard | {self.__forward_arg__})
        self.__forward_evaluated__ = True
        return self.__forward_value__

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return (self.__forward_arg__ == other.__forward_arg__
                    and self.__forward_value__ == other.__forward_value__)
        return (self.__forward_arg__ == other.__forward_arg__
                and self.__forward_module__ == other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __repr__(self):
        module = self.__forward_module__
        return f"ForwardRef({self.__forward_arg__!r}{'' if module is None else f', module={module!r}'})"


class _TypeVariable(_Final, _United, _root=True):
    def _prepare(self, name, bound, covariant, contravariant):
        self.__name__ = name
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__bound__ = _type_check(bound, 'Bound must be a type.') if bound else None
        module = caller_module()
        if module != 'typing':
            self.__module__ = module

    def __repr__(self):
        prefix = '+' if self.__covariant__ else '-' if self.__contravariant__ else '~'
        return prefix + self.__name__


class TypeVar(_TypeVariable, _root=True):
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False):
        self._prepare(name, bound, covariant, contravariant)
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        msg = 'TypeVar(name, constraint, ...): constraints must be types.'
        self.__constraints__ = tuple([_type_check(t, msg) for t in constraints])

    def __typing_subst__(self, arg):
        arg = _type_check(arg, 'Parameters to generic types must be types.')
        if (isinstance(arg, _GenericAlias) and arg._origin is Unpack
                or isinstance(arg, GenericAlias) and arg.__unpacked__):
            raise TypeError(f'{arg} is not valid as type argument')
        return arg


# --- aliases ---------------------------------------------------------------------------------

def _is_dunder(attr):
    return attr.startswith('__') and attr.endswith('__')


class _BaseGenericAlias(_Final, _United, _root=True):
    """`_origin` is what was subscribed; or, in an alias that is not subscribed, the class or
    the (module, name) of the class that it stands for.
    """

    def __init__(self, origin, *, inst=True, name=None):
        self._inst = inst
        self._name = name
        self._origin = origin

    @property
    def __origin__(self):
        origin = self._origin
        if type(origin) is tuple:
            origin = self._origin = getattr(_module(origin[0]), origin[1])
        return origin.__origin__ if isinstance(origin, _SpecialGenericAlias) else origin

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f'Type {self._name} cannot be instantiated; '
                            f'use {self.__origin__.__name__}() instead')
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except AttributeError:
            pass
        return result

    def __mro_entries__(self, bases):
        entries = [] if self.__origin__ in bases else [self.__origin__]
        for b in bases[bases.index(self) + 1:]:
            if isinstance(b, _BaseGenericAlias) or issubclass(b, Generic):
                break
        else:
            entries.append(Generic)
        return tuple(entries)

    def __getattr__(self, attr):
        if attr in ('__name__', '__qualname__'):
            return self._name or self.__origin__.__name__
        if not _is_dunder(attr) and '_origin' in self.__dict__:
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')


def _module(name):
    if name == 'collections.abc':
        import collections.abc
        return collections.abc
    if name == 'collections':
        import collections
        return collections
    if name == 're':
        import re
        return re
    import contextlib
    return contextlib


def _as_tuple(params):
    return params if isinstance(params, tuple) else (params,)


class _GenericAlias(_BaseGenericAlias, _root=True):
    def __init__(self, origin, args, *, inst=True, name=None, _paramspec_tvars=False):
        super().__init__(origin, inst=inst, name=name)
        self.__args__ = _as_tuple(args)
        self.__parameters__ = _collect_parameters(self.__args__)
        self._paramspec_tvars = _paramspec_tvars
        if not name:
            self.__module__ = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        same = self._origin is other._origin or self.__origin__ == other.__origin__
        return same and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __getitem__(self, args):
        if _is_root(self._origin):
            raise TypeError(f'Cannot subscript already-subscripted {self}')
        if not self.__parameters__:
            raise TypeError(f'{self} is not a generic class')
        args = _unpack_args([_type_convert(p) for p in _as_tuple(args)])
        return self.copy_with(self._new_args(args))

    def _new_args(self, args):
        params = self.__parameters__
        for param in params:
            prepare = getattr(param, '__typing_prepare_subst__', None)
            if prepare is not None:
                args = prepare(self, args)
        _check_generic(self, args, len(params))
        return tuple(self._substituted(self.__args__, dict(zip(params, args))))

    def _substituted(self, args, given):
        result = []
        for old in args:
            if isinstance(old, type):
                result.append(old)
                continue
            substitute = getattr(old, '__typing_subst__', None)
            inner = getattr(old, '__parameters__', ())
            if substitute:
                new = substitute(given[old])
            elif isinstance(old, tuple):
                result.append(tuple(self._substituted(old, given)))
                continue
            elif inner:
                new = old[tuple(_unpack_variadic(inner, given))]
            else:
                new = old
            # The parameters of a Callable stand flat among the arguments, and so does what takes
            # the place of a TypeVarTuple.
            flat = (isinstance(new, tuple) and isinstance(self, _CallableGenericAlias)
                    or getattr(old, '__typing_is_unpacked_typevartuple__', False))
            result.extend(new) if flat else result.append(new)
        return result

    def copy_with(self, args):
        return self.__class__(self._origin, args, name=self._name, inst=self._inst,
                              _paramspec_tvars=self._paramspec_tvars)

    def __repr__(self):
        name = f'typing.{self._name}' if self._name else _type_repr(self.__origin__)
        args = ', '.join([_type_repr(a) for a in self.__args__]) if self.__args__ else '()'
        return f'{name}[{args}]'

    def __mro_entries__(self, bases):
        if isinstance(self._origin, _SpecialForm):
            raise TypeError(f'Cannot subclass {self!r}')
        if self._name:
            return super().__mro_entries__(bases)
        if self._origin is Generic:
            if any(_is_root(b) and b is not Generic for b in bases):
                return ()
            for b in bases[bases.index(self) + 1:]:
                if isinstance(b, _BaseGenericAlias) and b is not self:
                    return ()
        return (self.__origin__,)

    def __iter__(self):
        yield Unpack[self]


def _unpack_variadic(params, given):
    for param in params:
        if getattr(type(param), '_is_variadic', False):
            yield from given[param]
        else:
            yield given[param]


class _SpecialGenericAlias(_BaseGenericAlias, _root=True):
    __iter__ = None

    def __init__(self, origin, nparams, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        self._nparams = nparams

    @_cached
    def __getitem__(self, params):
        msg = 'Parameters to generic types must be types.'
        params = tuple([_type_check(p, msg) for p in _as_tuple(params)])
        _check_generic(self, params, self._nparams)
        return self.copy_with(params)

    def copy_with(self, params):
        return _GenericAlias(self, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return 'typing.' + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if not isinstance(cls, _GenericAlias):
            return issubclass(cls, self.__origin__)
        return super().__subclasscheck__(cls)


class _CallableGenericAlias(_GenericAlias, _root=True):
    __iter__ = None

    def __repr__(self):
        *params, result = self.__args__
        if len(params) == 1 and _is_param_expr(params[0]):
            return super().__repr__()
        params = ', '.join([_type_repr(a) for a in params])
        return f'typing.Callable[[{params}], {_type_repr(result)}]'


class _CallableType(_SpecialGenericAlias, _root=True):
    def copy_with(self, params):
        return _CallableGenericAlias(self, params, name=self._name, inst=self._inst,
                                     _paramspec_tvars=True)

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        args, result = params
        return self._subscribed((tuple(args) if isinstance(args, list) else args, result))

    @_cached
    def _subscribed(self, params):
        args, result = params
        result = _type_check(result, 'Callable[args, result]: result must be a type.')
        if args is ...:
            return self.copy_with((..., result))
        return self.copy_with((*[_type_convert(arg) for arg in _as_tuple(args)], result))


class _TupleType(_SpecialGenericAlias, _root=True):
    @_cached
    def __getitem__(self, params):
        params = _as_tuple(params)
        if len(params) >= 2 and params[-1] is ...:
            msg = 'Tuple[t, ...]: t must be a type.'
            return self.copy_with((*[_type_check(p, msg) for p in params[:-1]], ...))
        msg = 'Tuple[t0, t1, ...]: each t must be a type.'
        return self.copy_with(tuple([_type_check(p, msg) for p in params]))


class _UnionGenericAlias(_GenericAlias, _root=True):
    __iter__ = None

    def copy_with(self, params):
        return Union[params]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, UnionType)):
            return NotImplemented
        return set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and type(None) in args:
            return f'typing.Optional[{_type_repr(args[1] if args[0] is type(None) else args[0])}]'
        return f"typing.Union[{', '.join([_type_repr(a) for a in args])}]"

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        return any(issubclass(cls, arg) for arg in self.__args__)


def _values_and_types(values):
    return {(value, type(value)) for value in values}


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return _values_and_types(self.__args__) == _values_and_types(other.__args__)

    def __hash__(self):
        return hash(frozenset(_values_and_types(self.__args__)))


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, params):
        if isinstance(params[-1], (list, tuple)):
            return (*params[:-1], *params[-1])
        if isinstance(params[-1], _ConcatenateGenericAlias):
            params = (*params[:-1], *params[-1].__args__)
        return super().copy_with(params)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        return '*' + repr(self.__args__[0])

    def __getitem__(self, args):
        return args if self.__typing_is_unpacked_typevartuple__ else super().__getitem__(args)

    @property
    def __typing_unpacked_tuple_args__(self):
        arg = self.__args__[0]
        return arg.__args__ if isinstance(arg, (_GenericAlias, GenericAlias)) else None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return getattr(type(self.__args__[0]), '_is_variadic', False)


class _AnnotatedAlias(_GenericAlias, _root=True):
    __iter__ = None

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, origin)
        self.__metadata__ = metadata

    def copy_with(self, params):
        return _AnnotatedAlias(params[0], self.__metadata__)

    def __repr__(self):
        metadata = ', '.join([repr(a) for a in self.__metadata__])
        return f'typing.Annotated[{_type_repr(self.__origin__)}, {metadata}]'

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, attr):
        if attr in ('__name__', '__qualname__'):
            return 'Annotated'
        return super().__getattr__(attr)


class Annotated:
    __slots__ = ()

    def __new__(cls, *args, **kwargs):
        raise TypeError('Type Annotated cannot be instantiated.')

    def __class_getitem__(cls, params):
        if not isinstance(params, tuple) or len(params) < 2:
            raise TypeError('Annotated[...] should be used with at least two arguments '
                            '(a type and an annotation).')
        origin = _type_check(params[0], 'Annotated[t, ...]: t must be a type.', allow_special_forms=True)
        return _AnnotatedAlias(origin, params[1:])

    def __init_subclass__(cls, *args, **kwargs):
        raise TypeError(f'Cannot subclass {cls.__module__}.Annotated')


class Generic:
    __slots__ = ()
    _is_protocol = False
    _is_typing_root = True

    def __class_getitem__(cls, params):
        params = tuple([_type_convert(p) for p in _as_tuple(params)])
        if _is_root(cls):
            if not params:
                raise TypeError(f'Parameter list to {cls.__qualname__}[...] cannot be empty')
            if not all(_is_variable(p) for p in params):
                raise TypeError(f'Parameters to {cls.__name__}[...] must all be type variables '
                                'or parameter specification variables.')
            if len(_without_repeats(params)) != len(params):
                raise TypeError(f'Parameters to {cls.__name__}[...] must all be unique')
        else:
            for param in cls.__parameters__:
                prepare = getattr(param, '__typing_prepare_subst__', None)
                if prepare is not None:
                    params = prepare(cls, params)
            _check_generic(cls, params, len(cls.__parameters__))
            params = tuple(_unpack_variadic(cls.__parameters__, dict(zip(cls.__parameters__, params))))
        return _cached_alias(cls, params)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get('__orig_bases__')
        if bases is not None:
            plain = Generic in bases
        else:
            plain = Generic in cls.__bases__ and not _is_root(cls) \
                and not getattr(type(cls), '_makes_typed_dicts', False)
        if plain:
            raise TypeError('Cannot inherit from plain Generic')
        cls.__parameters__ = () if bases is None else _parameters_of_bases(bases)


def _make_alias(cls, params):
    return _GenericAlias(cls, params, _paramspec_tvars=True)


_cached_alias = _cached(_make_alias)


def _is_variable(p):
    return (isinstance(p, _TypeVariable)
            or not isinstance(p, type) and getattr(p, '__typing_is_unpacked_typevartuple__', False))


def _parameters_of_bases(bases):
    found = _collect_parameters(bases)
    listed = None
    for base in bases:
        if isinstance(base, _GenericAlias) and base._origin is Generic:
            if listed is not None:
                raise TypeError('Cannot inherit from Generic[...] multiple times.')
            listed = base.__parameters__
    if listed is None:
        return found
    missing = [str(t) for t in found if t not in listed]
    if missing:
        raise TypeError(f"Some type variables ({', '.join(missing)}) are"
                        f" not listed in Generic[{', '.join([str(t) for t in listed])}]")
    return listed


AnyStr = TypeVar('AnyStr', bytes, str)
Callable = _CallableType(('collections.abc', 'Callable'), 2, name='Callable')
Tuple = _TupleType(tuple, -1, inst=False, name='Tuple')
List = _SpecialGenericAlias(list, 1, inst=False, name='List')
Set = _SpecialGenericAlias(set, 1, inst=False, name='Set')
FrozenSet = _SpecialGenericAlias(frozenset, 1, inst=False, name='FrozenSet')
Dict = _SpecialGenericAlias(dict, 2, inst=False, name='Dict')
Type = _SpecialGenericAlias(type, 1, inst=False, name='Type')

# name: (what it stands for, number of parameters)
_ABSTRACT = {
    'Hashable': 0, 'Awaitable': 1, 'Coroutine': 3, 'AsyncIterable': 1, 'AsyncIterator': 1,
    'Iterable': 1, 'Iterator': 1, 'Reversible': 1, 'Sized': 0, 'Container': 1, 'Collection': 1,
    'MutableSet': 1, 'Mapping': 2, 'MutableMapping': 2, 'Sequence': 1, 'MutableSequence': 1,
    'ByteString': 0, 'MappingView': 1, 'KeysView': 1, 'ItemsView': 2, 'ValuesView': 1,
    'Generator': 3, 'AsyncGenerator': 2,
}
_CONCRETE = {
    'AbstractSet': (('collections.abc', 'Set'), 1), 'Deque': (('collections', 'deque'), 1),
    'DefaultDict': (('collections', 'defaultdict'), 2), 'ChainMap': (('collections', 'ChainMap'), 2),
    'OrderedDict': (('collections', 'OrderedDict'), 2), 'Counter': (('collections', 'Counter'), 1),
    'ContextManager': (('contextlib', 'AbstractContextManager'), 1),
    'AsyncContextManager': (('contextlib', 'AbstractAsyncContextManager'), 1),
    'Pattern': (('re', 'Pattern'), 1), 'Match': (('re', 'Match'), 1),
}
_MORE = frozenset([
    'Protocol', 'runtime_checkable', 'NamedTuple', 'TypedDict', 'ParamSpec', 'ParamSpecArgs',
    'ParamSpecKwargs', 'TypeVarTuple', 'SupportsAbs', 'SupportsBytes', 'SupportsComplex',
    'SupportsFloat', 'SupportsIndex', 'SupportsInt', 'SupportsRound', 'is_typeddict', 'IO', 'TextIO',
    'BinaryIO',
])


def __getattr__(name):
    if name in _ABSTRACT:
        made = _SpecialGenericAlias(('collections.abc', name), _ABSTRACT[name], name=name)
    elif name in _CONCRETE:
        origin, count = _CONCRETE[name]
        made = _SpecialGenericAlias(origin, count, name=name)
    elif name in _MORE:
        import _typing_more
        made = getattr(_typing_more, name)
    else:
        raise AttributeError(f"module 'typing' has no attribute {name!r}")
    globals()[name] = made
    return made


# --- functions -------------------------------------------------------------------------------

def cast(typ, val):
    return val


def assert_type(val, typ, /):
    return val


def assert_never(arg, /):
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + '...'
    raise AssertionError(f'Expected code to be unreachable, but got: {value}')


def reveal_type(obj, /):
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
    return obj


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False,
                        field_specifiers=(), **kwargs):
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            'eq_default': eq_default, 'order_default': order_default,
            'kw_only_default': kw_only_default, 'field_specifiers': field_specifiers,
            'kwargs': kwargs,
        }
        return cls_or_fn
    return decorator


_overloads = {}


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        'You should not call an overloaded function. '
        'A series of @overload-decorated functions '
        'outside a stub module should always be followed '
        'by an implementation that is not @overload-ed.')


def overload(func):
    f = getattr(func, '__func__', func)
    try:
        _overloads.setdefault((f.__module__, f.__qualname__), {})[f.__code__.co_firstlineno] = func
    except AttributeError:
        pass
    return _overload_dummy


def get_overloads(func):
    f = getattr(func, '__func__', func)
    return list(_overloads.get((f.__module__, f.__qualname__), {}).values())


def clear_overloads():
    _overloads.clear()


def final(f):
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def no_type_check(arg):
    if isinstance(arg, type):
        for key in dir(arg):
            obj = getattr(arg, key)
            if (getattr(obj, '__qualname__', None) != f'{arg.__qualname__}.{obj.__name__}'
                    if hasattr(obj, '__name__') else True):
                continue
            if isinstance(obj, FunctionType):
                obj.__no_type_check__ = True
            if isinstance(obj, MethodType):
                obj.__func__.__no_type_check__ = True
            if isinstance(obj, type):
                no_type_check(obj)
    try:
        arg.__no_type_check__ = True
    except TypeError:
        pass
    return arg


def no_type_check_decorator(decorator):
    from functools import wraps

    @wraps(decorator)
    def wrapped_decorator(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))
    return wrapped_decorator


class NewType(_United):
    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[2] if '.' in name else name
        self.__supertype__ = tp
        self.__module__ = caller_module()

    def __call__(self, x):
        return x

    def __mro_entries__(self, bases):
        name = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                raise TypeError('Cannot subclass an instance of NewType. Perhaps you were looking '
                                f'for: `{cls.__name__} = NewType({cls.__name__!r}, {name})`')
        return (Dummy,)

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'


# --- hints -----------------------------------------------------------------------------------

def _replaced(t, args):
    """The type with other arguments."""
    if args == t.__args__:
        return t
    if isinstance(t, GenericAlias):
        return GenericAlias(t.__origin__, args)
    if isinstance(t, UnionType):
        result = args[0]
        for arg in args[1:]:
            result = result | arg
        return result
    return t.copy_with(args)


def _eval_type(t, globalns, localns, recursive_guard=frozenset()):
    if isinstance(t, ForwardRef):
        return t._evaluate(globalns, localns, recursive_guard)
    if not isinstance(t, (_GenericAlias, GenericAlias, UnionType)):
        return t
    args = []
    for arg in t.__args__:
        if isinstance(arg, str) and isinstance(t, GenericAlias):
            arg = ForwardRef(arg)
        args.append(_eval_type(arg, globalns, localns, recursive_guard))
    return _replaced(t, tuple(args))


def _strip_annotations(t):
    if isinstance(t, _AnnotatedAlias):
        return _strip_annotations(t.__origin__)
    if isinstance(t, _GenericAlias) and (t._origin is Required or t._origin is NotRequired):
        return _strip_annotations(t.__args__[0])
    if isinstance(t, (_GenericAlias, GenericAlias, UnionType)):
        return _replaced(t, tuple([_strip_annotations(a) for a in t.__args__]))
    return t


def _class_hints(cls, globalns, localns):
    hints = {}
    for base in reversed(cls.__mro__):
        base_globals = globalns
        if globalns is None:
            module = sys.modules.get(base.__module__)
            base_globals = {} if module is None else module.__dict__
        base_locals = dict(vars(base)) if localns is None else localns
        if localns is None and globalns is None:
            # So the module's names come before those of the class.
            base_globals, base_locals = base_locals, base_globals
        annotations = base.__dict__.get('__annotations__', {})
        for name, value in annotations.items() if isinstance(annotations, dict) else ():
            if value is None:
                value = type(None)
            elif isinstance(value, str):
                value = ForwardRef(value, is_argument=False, is_class=True)
            hints[name] = _eval_type(value, base_globals, base_locals)
    return hints


def _other_hints(obj, globalns, localns):
    if globalns is None:
        if isinstance(obj, ModuleType):
            globalns = obj.__dict__
        else:
            inner = obj
            while hasattr(inner, '__wrapped__'):
                inner = inner.__wrapped__
            globalns = getattr(inner, '__globals__', {})
    if localns is None:
        localns = globalns
    found = getattr(obj, '__annotations__', None)
    if found is None:
        if isinstance(obj, (FunctionType, BuiltinFunctionType, MethodType, ModuleType,
                            WrapperDescriptorType, MethodWrapperType, MethodDescriptorType)):
            return {}
        raise TypeError(f'{obj!r} is not a module, class, method, or function.')
    hints = {}
    for name, value in found.items():
        if value is None:
            value = type(None)
        elif isinstance(value, str):
            value = ForwardRef(value, is_argument=not isinstance(obj, ModuleType))
        hints[name] = _eval_type(value, globalns, localns)
    return hints


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    if getattr(obj, '__no_type_check__', None):
        return {}
    if isinstance(obj, type):
        hints = _class_hints(obj, globalns, localns)
    else:
        hints = _other_hints(obj, globalns, localns)
    return hints if include_extras else {name: _strip_annotations(t) for name, t in hints.items()}


def get_origin(tp):
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, GenericAlias)) or getattr(type(tp), '_is_param_spec_part', False):
        return tp.__origin__
    if tp is Generic:
        return Generic
    return UnionType if isinstance(tp, UnionType) else None


def _is_flat_callable(tp, args):
    return (isinstance(tp, _CallableGenericAlias) or type(tp).__name__ == '_CallableGenericAlias') \
        and not (len(args) == 2 and _is_param_expr(args[0]))


def get_args(tp):
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__,) + tp.__metadata__
    if isinstance(tp, (_GenericAlias, GenericAlias)):
        args = tp.__args__
        return (list(args[:-1]), args[-1]) if _is_flat_callable(tp, args) else args
    return tp.__args__ if isinstance(tp, UnionType) else ()
