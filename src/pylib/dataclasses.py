"""Data classes. The methods of a class are written as text, compiled at once and put into it, so
that they are plain functions with real parameters.
"""
import sys
from _support import execute, repr_enter, repr_leave
from types import GenericAlias, MappingProxyType, MemberDescriptorType
import abc

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING',
           'fields', 'asdict', 'astuple', 'make_dataclass', 'replace', 'is_dataclass']


class FrozenInstanceError(AttributeError):
    pass


class _FactoryDefault:
    def __repr__(self):
        return '<factory>'


class _MISSING_TYPE:
    pass


class _KW_ONLY_TYPE:
    pass


class _FieldKind:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_HAS_DEFAULT_FACTORY = _FactoryDefault()
MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
_FIELD = _FieldKind('_FIELD')
_FIELD_CLASSVAR = _FieldKind('_FIELD_CLASSVAR')
_FIELD_INITVAR = _FieldKind('_FIELD_INITVAR')
_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'
_NO_METADATA = MappingProxyType({})


class InitVar:
    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f'dataclasses.InitVar[{name}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare',
                 'metadata', 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _NO_METADATA if metadata is None else MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        if repr_enter(self):
            return '...'
        try:
            return (f'Field(name={self.name!r},type={self.type!r},default={self.default!r},'
                    f'default_factory={self.default_factory!r},init={self.init!r},'
                    f'repr={self.repr!r},hash={self.hash!r},compare={self.compare!r},'
                    f'metadata={self.metadata!r},kw_only={self.kw_only!r},'
                    f'_field_type={self._field_type})')
        finally:
            repr_leave(self)

    # A default that is a descriptor is to be told its name as if it stood in the class.
    def __set_name__(self, owner, name):
        set_name = getattr(type(self.default), '__set_name__', None)
        if set_name:
            set_name(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    __slots__ = ('init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen')

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen

    def __repr__(self):
        parts = ','.join([f'{name}={getattr(self, name)!r}' for name in self.__slots__])
        return f'_DataclassParams({parts})'


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None,
          compare=True, metadata=None, kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


# --- finding the fields ----------------------------------------------------------------

def _identifier(text):
    end = 0
    while end < len(text) and (text[end].isalnum() or text[end] == '_'):
        end += 1
    return text[:end], text[end:].lstrip()


def _named(annotation, cls):
    """What an annotation that is a string stands for: `x` or `m.x` at its beginning, looked up in
    the class's module; None if that cannot be told.
    """
    module = sys.modules.get(cls.__module__)
    if module is None:
        return None
    first, rest = _identifier(annotation.lstrip())
    found = module.__dict__.get(first)
    if not rest.startswith('.'):
        return found
    return getattr(found, _identifier(rest[1:].lstrip())[0], None)


def _is_classvar(annotation):
    typing = sys.modules.get('typing')
    return typing is not None and (annotation is typing.ClassVar
                                   or type(annotation) is typing._GenericAlias
                                   and annotation.__origin__ is typing.ClassVar)


def _is_initvar(annotation):
    return annotation is InitVar or type(annotation) is InitVar


def _field_kind(cls, annotation):
    meant = _named(annotation, cls) if isinstance(annotation, str) else annotation
    if _is_classvar(meant):
        return _FIELD_CLASSVAR
    if _is_initvar(meant):
        return _FIELD_INITVAR
    return _FIELD


def _make_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        made = default
    else:
        # What stands in the class for a slot is no default.
        made = field(default=MISSING if isinstance(default, MemberDescriptorType) else default)
    made.name = name
    made.type = annotation
    kind = made._field_type = _field_kind(cls, annotation)
    if kind is not _FIELD and made.default_factory is not MISSING:
        raise TypeError(f'field {name} cannot have a default factory')
    if kind is not _FIELD_CLASSVAR:
        if made.kw_only is MISSING:
            made.kw_only = kw_only
    elif made.kw_only is not MISSING:
        raise TypeError(f'field {name} is a ClassVar but specifies kw_only')
    # What cannot be hashed is taken to be mutable.
    if kind is _FIELD and made.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(made.default)} for field '
                         f'{name} is not allowed: use default_factory')
    return made


def _own_fields(cls, kw_only):
    seen = False
    found = []
    for name, annotation in cls.__dict__.get('__annotations__', {}).items():
        meant = _named(annotation, cls) if isinstance(annotation, str) else annotation
        if meant is not KW_ONLY:
            found.append(_make_field(cls, name, annotation, kw_only))
            continue
        if seen:
            raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
        seen = kw_only = True
    return found


def _all_fields(cls, frozen, kw_only):
    found = {}
    frozen_bases = []
    for base in cls.__mro__[-1:0:-1]:
        inherited = getattr(base, _FIELDS, None)
        if inherited is not None:
            found.update((f.name, f) for f in inherited.values())
            frozen_bases.append(getattr(base, _PARAMS).frozen)
    for f in _own_fields(cls, kw_only):
        found[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    annotations = cls.__dict__.get('__annotations__', {})
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in annotations:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    if frozen_bases and any(frozen_bases) and not frozen:
        raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
    if frozen_bases and not any(frozen_bases) and frozen:
        raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    return found


# --- writing the methods ---------------------------------------------------------------
# `names` is what the text sees as globals.

def _value_text(f, slots, names):
    """What __init__ assigns to the field; None if it leaves the field alone."""
    default = f'_dflt_{f.name}'
    if f.default_factory is not MISSING:
        names[default] = f.default_factory
        call = f'{default}()'
        return f'{call} if {f.name} is _HAS_DEFAULT_FACTORY else {f.name}' if f.init else call
    if f.init:
        if f.default is not MISSING:
            names[default] = f.default
        return f.name
    if slots and f.default is not MISSING:
        names[default] = f.default
        return default
    return None


def _param_text(f):
    if f.default is not MISSING:
        return f'{f.name}=_dflt_{f.name}'
    if f.default_factory is not MISSING:
        return f'{f.name}=_HAS_DEFAULT_FACTORY'
    return f.name


def _init_text(cls, found, positional, keyword, frozen, slots, names):
    seen_default = False
    for f in positional:
        if f.default is not MISSING or f.default_factory is not MISSING:
            seen_default = True
        elif seen_default:
            raise TypeError(f'non-default argument {f.name!r} follows default argument')
    this = '__dataclass_self__' if any(f.name == 'self' for f in found) else 'self'
    params = [this] + [_param_text(f) for f in positional]
    if keyword:
        params.append('*')
        params += [_param_text(f) for f in keyword]
    lines = [f"def __init__({', '.join(params)}):"]
    for f in found:
        value = _value_text(f, slots, names)
        if value is None or f._field_type is _FIELD_INITVAR:
            continue
        if frozen:
            lines.append(f' __dataclass_set__({this}, {f.name!r}, {value})')
        else:
            lines.append(f' {this}.{f.name} = {value}')
    if hasattr(cls, '__post_init__'):
        given = ', '.join([f.name for f in found if f._field_type is _FIELD_INITVAR])
        lines.append(f' {this}.__post_init__({given})')
    if len(lines) == 1:
        lines.append(' pass')
    return lines


def _repr_text(shown):
    parts = ', '.join([f'{f.name}={{self.{f.name}!r}}' for f in shown])
    return ['def __repr__(self):',
            " if _repr_enter(self): return '...'",
            f' try: return self.__class__.__qualname__ + f"({parts})"',
            ' finally: _repr_leave(self)']


def _tuple_text(name, compared):
    if not compared:
        return '()'
    return '(' + ''.join([f'{name}.{f.name},' for f in compared]) + ')'


def _compare_text(name, operator, compared):
    return [f'def {name}(self, other):',
            ' if other.__class__ is self.__class__:',
            f"  return {_tuple_text('self', compared)} {operator} {_tuple_text('other', compared)}",
            ' return NotImplemented']


_FROZEN_TEXT = '''\
def __setattr__(self, name, value):
 if type(self) is __dataclass_cls__ or name in __dataclass_names__:
  raise FrozenInstanceError(f"cannot assign to field {name!r}")
 super(__dataclass_cls__, self).__setattr__(name, value)
def __delattr__(self, name):
 if type(self) is __dataclass_cls__ or name in __dataclass_names__:
  raise FrozenInstanceError(f"cannot delete field {name!r}")
 super(__dataclass_cls__, self).__delattr__(name)'''

_ORDER = (('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>='))


def _hash_wanted(cls, unsafe_hash, eq, frozen):
    """What becomes of __hash__: 'keep', 'none' or 'add'."""
    own = cls.__dict__.get('__hash__', MISSING)
    explicit = not (own is MISSING or own is None and '__eq__' in cls.__dict__)
    if unsafe_hash:
        if explicit:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
        return 'add'
    if not eq or explicit:
        return 'keep'
    return 'add' if frozen else 'none'


def _annotation_text(annotation):
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ == 'builtins':
            return annotation.__qualname__
        return f'{annotation.__module__}.{annotation.__qualname__}'
    return repr(annotation)


def _doc_text(cls, positional, keyword):
    def shown(f):
        text = f'{f.name}: {_annotation_text(f.type)}'
        if f.default is not MISSING:
            return f'{text} = {f.default!r}'
        return f'{text} = <factory>' if f.default_factory is not MISSING else text
    params = [shown(f) for f in positional]
    if keyword:
        params += ['*'] + [shown(f) for f in keyword]
    return f"{cls.__name__}({', '.join(params)})"


def _compile(cls, text, names):
    """The functions of the text, in order, named as methods of the class."""
    names.update(__name__=cls.__module__, _HAS_DEFAULT_FACTORY=_HAS_DEFAULT_FACTORY,
                 FrozenInstanceError=FrozenInstanceError, __dataclass_set__=object.__setattr__,
                 _repr_enter=repr_enter, _repr_leave=repr_leave)
    namespace = dict(names)
    execute('\n'.join(text) + '\n', namespace)
    made = {}
    for name, value in namespace.items():
        if name not in names and name != '__builtins__':
            value.__qualname__ = f'{cls.__qualname__}.{name}'
            made[name] = value
    return made


def _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots,
                   weakref_slot):
    setattr(cls, _PARAMS, _DataclassParams(init, repr, eq, order, unsafe_hash, frozen))
    found = _all_fields(cls, frozen, kw_only)
    setattr(cls, _FIELDS, found)
    hash_wanted = _hash_wanted(cls, unsafe_hash, eq, frozen)
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    own = [f for f in found.values() if f._field_type is _FIELD]
    in_init = [f for f in found.values() if f._field_type is not _FIELD_CLASSVAR]
    positional = [f for f in in_init if f.init and not f.kw_only]
    keyword = [f for f in in_init if f.init and f.kw_only]
    compared = [f for f in own if f.compare]

    text, names = [], {}
    if init:
        lines = _init_text(cls, in_init, positional, keyword, frozen, slots, names)
        if '__init__' not in cls.__dict__:
            text += lines
    if repr and '__repr__' not in cls.__dict__:
        text += _repr_text([f for f in own if f.repr])
    if eq and '__eq__' not in cls.__dict__:
        text += _compare_text('__eq__', '==', compared)
    if order:
        for name, operator in _ORDER:
            if name in cls.__dict__:
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}. '
                                'Consider using functools.total_ordering')
            text += _compare_text(name, operator, compared)
    if frozen:
        for name in ('__setattr__', '__delattr__'):
            if name in cls.__dict__:
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}')
        names.update(__dataclass_cls__=cls, __dataclass_names__=tuple([f.name for f in own]))
        text.append(_FROZEN_TEXT)
    if hash_wanted == 'add':
        hashed = [f for f in own if (f.compare if f.hash is None else f.hash)]
        text += ['def __hash__(self):', f" return hash({_tuple_text('self', hashed)})"]
    if text:
        for name, value in _compile(cls, text, names).items():
            if name == '__init__':
                value.__annotations__ = {f.name: f.type for f in positional + keyword} | {'return': None}
            elif name == '__repr__':
                value._is_generated = True  # for pprint, which then writes the fields itself
            setattr(cls, name, value)
    if hash_wanted == 'none':
        cls.__hash__ = None
    if not getattr(cls, '__doc__'):
        cls.__doc__ = _doc_text(cls, positional, keyword)
    if match_args and '__match_args__' not in cls.__dict__:
        cls.__match_args__ = tuple([f.name for f in positional])
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    if slots:
        cls = _with_slots(cls, frozen, weakref_slot)
    return abc.update_abstractmethods(cls)


# --- slots ----------------------------------------------------------------------------

def _getstate(self):
    return [getattr(self, f.name) for f in fields(self)]


def _setstate(self, state):
    for f, value in zip(fields(self), state):
        object.__setattr__(self, f.name, value)


def _slots_of(cls):
    slots = cls.__dict__.get('__slots__')
    if slots is None:
        return ()
    if isinstance(slots, str):
        return (slots,)
    if hasattr(slots, '__next__'):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    return tuple(slots)


def _with_slots(cls, frozen, weakref_slot):
    """A class cannot get slots afterwards: makes it anew."""
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    namespace = dict(cls.__dict__)
    names = [f.name for f in fields(cls)]
    inherited = set()
    for base in cls.__mro__[1:-1]:
        inherited.update(_slots_of(base))
    wanted = names + ['__weakref__'] if weakref_slot else names
    namespace['__slots__'] = tuple([name for name in wanted if name not in inherited])
    for name in [*names, '__dict__', '__weakref__']:
        namespace.pop(name, None)
    qualname = cls.__qualname__
    made = type(cls)(cls.__name__, cls.__bases__, namespace)
    made.__qualname__ = qualname
    if frozen:
        if '__getstate__' not in namespace:
            made.__getstate__ = _getstate
        if '__setstate__' not in namespace:
            made.__setstate__ = _setstate
    return made


# --- public ---------------------------------------------------------------------------

def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
              frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process_class(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only,
                              slots, weakref_slot)
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple([f for f in found.values() if f._field_type is _FIELD])


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


def _is_instance(obj):
    return hasattr(type(obj), _FIELDS)


def _converted(obj, convert):
    """A copy of obj with the data classes in it converted."""
    if _is_instance(obj):
        return convert([(f.name, _converted(getattr(obj, f.name), convert)) for f in fields(obj)])
    cls = type(obj)
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return cls(*[_converted(value, convert) for value in obj])
    if isinstance(obj, (list, tuple)):
        return cls([_converted(value, convert) for value in obj])
    if isinstance(obj, dict):
        return cls([(_converted(key, convert), _converted(value, convert))
                    for key, value in obj.items()])
    from copy import deepcopy
    return deepcopy(obj)


def asdict(obj, *, dict_factory=dict):
    if not _is_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _converted(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    if not _is_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _converted(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True,
                   order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False,
                   slots=False, weakref_slot=False):
    from keyword import iskeyword
    from types import new_class
    annotations, defaults = {}, {}
    for item in fields:
        if isinstance(item, str):
            name, annotation = item, 'typing.Any'
        elif len(item) == 2:
            name, annotation = item
        elif len(item) == 3:
            name, annotation, defaults[item[0]] = item
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = annotation

    def body(target):
        target.update(namespace or {})
        target.update(defaults)
        target['__annotations__'] = annotations

    cls = new_class(cls_name, bases, {}, body)
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash,
                     frozen=frozen, match_args=match_args, kw_only=kw_only, slots=slots,
                     weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    if not _is_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    for f in getattr(obj, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise ValueError(f'field {f.name} is declared with init=False, '
                                 'it cannot be specified with replace()')
        elif f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise ValueError(f'InitVar {f.name!r} must be specified with replace()')
            changes[f.name] = getattr(obj, f.name)
    return obj.__class__(**changes)
