"""Enumerations. The class body runs in an _EnumDict, which notices the members; while the class
is made, each of them becomes its instance (in __set_name__, so before __init_subclass__).
"""
from types import DynamicClassAttribute, MappingProxyType
from _enum import member_hash, member_name, member_value, property_get
from _support import caller_module
import sys

__all__ = [
    'EnumType', 'EnumMeta', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum',
    'auto', 'unique', 'property', 'verify', 'member', 'nonmember',
    'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP',
    'global_flag_repr', 'global_enum_repr', 'global_str', 'global_enum',
    'EnumCheck', 'CONTINUOUS', 'NAMED_FLAGS', 'UNIQUE',
    'pickle_by_global_name', 'pickle_by_enum_name',
]

# These are asked for while the classes themselves are being made.
Enum = Flag = ReprEnum = EJECT = None
_builtin_property = property
_builtin_bin = bin
_no_value = type('_auto_null', (), {'__repr__': lambda self: '_auto_null'})()


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


class auto:
    def __init__(self, value=_no_value):
        self.value = value

    def __repr__(self):
        return f'auto({self.value!r})'


# --- names and bits -------------------------------------------------------------------

def _is_descriptor(obj):
    return hasattr(obj, '__get__') or hasattr(obj, '__set__') or hasattr(obj, '__delete__')


def _is_dunder(name):
    return (len(name) > 4 and name[:2] == name[-2:] == '__'
            and name[2] != '_' and name[-3] != '_')


def _is_sunder(name):
    return (len(name) > 2 and name[0] == name[-1] == '_'
            and name[1] != '_' and name[-2] != '_')


def _is_private(cls_name, name):
    start = f'_{cls_name}__'
    return len(name) > len(start) and name.startswith(start) and not name.endswith('__')


def _is_single_bit(num):
    return num != 0 and num & (num - 1) == 0


def _iter_bits_lsb(num):
    original = num
    if isinstance(num, Enum):
        num = num.value
    if num < 0:
        raise ValueError(f'{original!r} is not a positive integer')
    while num:
        bit = num & -num
        yield bit
        num ^= bit


def show_flag_values(value):
    return list(_iter_bits_lsb(value))


def _high_bit(value):
    return value.bit_length() - 1


def bin(num, max_bits=None):
    ceiling = 2 ** num.bit_length()
    if num >= 0:
        text = _builtin_bin(num + ceiling).replace('1', '0', 1)
    else:
        text = _builtin_bin(~num ^ (ceiling - 1) + ceiling)
    sign, digits = text[:3], text[3:]
    if max_bits is not None and len(digits) < max_bits:
        digits = (sign[-1] * max_bits + digits)[-max_bits:]
    return f'{sign} {digits}'


# --- what a class holds ---------------------------------------------------------------

class property(DynamicClassAttribute):
    """An attribute of members; asked of the class, the name is that of a member."""

    def _of_class(self, instance, ownerclass):
        try:
            return ownerclass._member_map_[self.name]
        except KeyError:
            raise AttributeError(self.name) from None

    __get__ = property_get

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f'<enum {self.clsname!r}> cannot set attribute {self.name!r}')
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f'<enum {self.clsname!r}> cannot delete attribute {self.name!r}')
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


class _proto_member:
    """Stands in the namespace for a member until the class exists."""

    def __init__(self, value):
        self.value = value

    def _make(self, cls, name):
        value = self.value
        args = value if isinstance(value, tuple) else (value,)
        if cls._member_type_ is tuple:
            args = (args,)
        if cls._use_args_:
            made = cls._new_member_(cls, *args)
        else:
            made = cls._new_member_(cls)
        if not hasattr(made, '_value_'):
            if cls._member_type_ is object:
                made._value_ = value
            else:
                try:
                    made._value_ = cls._member_type_(*args)
                except Exception as error:
                    raise TypeError('_value_ not set in __new__, unable to create it') from error
        made._name_ = name
        made.__objclass__ = cls
        made.__init__(*args)
        made._sort_order_ = len(cls._member_names_)
        return made

    # A class may have a property of a member's name (as `value`): instances keep it then.
    def _place(self, cls, name, made):
        found = None
        for base in cls.__mro__[1:]:
            descriptor = base.__dict__.get(name)
            if isinstance(descriptor, DynamicClassAttribute):
                found = descriptor
                break
            if all(hasattr(descriptor, part) for part in ('fget', 'fset', 'fdel')):
                found = descriptor
        if found is None:
            setattr(cls, name, made)
            return
        redirect = property(found.fget, found.fset, found.fdel, '')
        redirect.member = made
        redirect.__set_name__(cls, name)
        setattr(cls, name, redirect)

    def __set_name__(self, cls, name):
        delattr(cls, name)
        made = self._make(cls, name)
        value = made._value_
        is_flag = Flag is not None and issubclass(cls, Flag)
        if is_flag:
            cls._flag_mask_ |= value
            if _is_single_bit(value):
                cls._singles_mask_ |= value
            cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
        first = _with_value(cls, value)
        if first is not None:
            made = first
        elif not is_flag or _is_single_bit(value):
            cls._member_names_.append(name)
        self._place(cls, name, made)
        cls._member_map_[name] = made
        try:
            cls._value2member_map_.setdefault(value, made)
        except TypeError:
            cls._unhashable_values_.append(value)


def _with_value(cls, value):
    """The member that has this value; None if there is none."""
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for each in cls._member_map_.values():
            if each._value_ == value:
                return each
    return None


_SUNDERS = ('_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_',
            '_iter_member_', '_iter_member_by_value_', '_iter_member_by_def_')


class _EnumDict(dict):
    def __init__(self, cls_name=None):
        super().__init__()
        self._cls_name = cls_name
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False

    def _set_sunder(self, key, value):
        if key not in _SUNDERS:
            raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
        if key == '_generate_next_value_':
            if self._auto_called:
                raise TypeError('_generate_next_value_ must be defined before members')
            self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
        elif key == '_ignore_':
            value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
            self._ignore = value
            already = set(value) & set(self._member_names)
            if already:
                raise ValueError(f'_ignore_ cannot specify already set names: {already!r}')
        return value

    def _number(self, key, value):
        """Gives each auto() in a member's value its number; an auto stands alone or in a tuple."""
        parts = [value] if isinstance(value, auto) else value
        if type(parts) not in (list, tuple) or parts is value and type(value) is list \
                or not any(isinstance(part, auto) for part in parts):
            self._last_values.append(value)
            return value
        numbered = []
        for part in parts:
            if isinstance(part, auto):
                if part.value is _no_value:
                    part.value = self._generate_next_value(
                        key, 1, len(self._member_names), self._last_values[:])
                    self._auto_called = True
                part = part.value
                self._last_values.append(part)
            numbered.append(part)
        return numbered[0] if isinstance(value, auto) else tuple(numbered)

    def __setitem__(self, key, value):
        if _is_private(self._cls_name, key):
            pass
        elif _is_sunder(key):
            value = self._set_sunder(key, value)
        elif _is_dunder(key):
            if key == '__order__':
                key = '_order_'
        elif key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif not _is_descriptor(value):
            if key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            if isinstance(value, member):
                value = value.value
            value = self._number(key, value)
            self._member_names[key] = None
        super().__setitem__(key, value)

    def update(self, members, **more_members):
        pairs = members.items() if hasattr(members, 'keys') else members
        for name, value in pairs:
            self[name] = value
        for name, value in more_members.items():
            self[name] = value


# --- the metaclass --------------------------------------------------------------------

_FLAG_METHODS = ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__')
_FLAG_ATTRIBUTES = ('_boundary_', '_flag_mask_', '_singles_mask_', '_all_bits_', '_inverted_')


class EnumType(type):
    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = _EnumDict(cls)
        first_enum = metacls._get_mixins_(cls, bases)[1]
        if first_enum is not None:
            namespace['_generate_next_value_'] = getattr(first_enum, '_generate_next_value_', None)
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if _simple:
            return super().__new__(metacls, cls, bases, classdict, **kwds)
        for key in [*classdict.get('_ignore_', ()), '_ignore_']:
            classdict.pop(key, None)
        member_names = classdict._member_names
        invalid = {'mro', ''} & set(member_names)
        if invalid:
            raise ValueError(f"invalid enum member name(s) {','.join([repr(n) for n in invalid])}")
        order = classdict.pop('_order_', None)
        classdict = dict(classdict.items())
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new, save_new, use_args = metacls._find_new_(classdict, member_type, first_enum)
        for name in member_names:
            classdict[name] = _proto_member(classdict[name])
        classdict.update(
            _new_member_=new, _use_args_=use_args, _member_names_=[], _member_map_={},
            _value2member_map_={}, _unhashable_values_=[], _member_type_=member_type,
            _value_repr_=metacls._find_data_repr_(cls, bases),
            _boundary_=boundary or getattr(first_enum, '_boundary_', None),
            _flag_mask_=0, _singles_mask_=0, _all_bits_=0, _inverted_=None)
        # What a member's own code raises comes out of __set_name__ wrapped.
        failure = None
        try:
            enum_class = super().__new__(metacls, cls, bases, classdict, **kwds)
        except RuntimeError as error:
            failure = error.__cause__ or error
        if failure is not None:
            raise failure
        classdict.update(enum_class.__dict__)
        enum_class._choose_methods_(bases, classdict, member_type, first_enum)
        if Enum is not None:
            if save_new:
                enum_class.__new_member__ = new
            enum_class.__new__ = Enum.__new__
        enum_class._finish_flag_(cls)
        if order is not None:
            enum_class._check_order_(order)
        return enum_class

    def _choose_methods_(cls, bases, classdict, member_type, first_enum):
        """Puts Enum's own __repr__ and such before those of a mixed-in data type."""
        if ReprEnum is not None and ReprEnum in bases:
            if member_type is object:
                raise TypeError('ReprEnum subclasses must be mixed with a data type (i.e.'
                                ' int, str, float, etc.)')
            if '__format__' not in classdict:
                cls.__format__ = classdict['__format__'] = member_type.__format__
            if '__str__' not in classdict:
                method = member_type.__str__
                if method is object.__str__:
                    method = member_type.__repr__
                cls.__str__ = classdict['__str__'] = method
        for name in ('__repr__', '__str__', '__format__'):
            if name not in classdict:
                found = getattr(cls, name)
                if found in (getattr(member_type, name), getattr(object, name)):
                    setattr(cls, name, getattr(first_enum, name))
        if Flag is not None and issubclass(cls, Flag):
            for name in _FLAG_METHODS:
                if name not in classdict:
                    setattr(cls, name, getattr(Flag, name))

    def _finish_flag_(cls, name):
        if Flag is None and name == 'Flag':
            return
        if Flag is None or not issubclass(cls, Flag):
            for attribute in _FLAG_ATTRIBUTES:
                delattr(cls, attribute)
            return
        values = [each._value_ for each in cls]
        if values != sorted(values):
            cls._iter_member_ = cls._iter_member_by_def_

    def _check_order_(cls, order):
        if isinstance(order, str):
            order = order.replace(',', ' ').split()
        # Aliases may be named in it, but do not count.
        order = [name for name in order
                 if name not in cls._member_map_ or name in cls._member_names_]
        if order != cls._member_names_:
            raise TypeError('member order does not match _order_:\n  '
                            f'{cls._member_names_!r}\n  {order!r}')

    def __bool__(cls):
        return True

    def __call__(cls, value, names=None, *, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        if names is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names, module=module or caller_module(), qualname=qualname,
                            type=type, start=start, boundary=boundary)

    def __contains__(cls, member):
        if not isinstance(member, Enum):
            raise TypeError(f"unsupported operand type(s) for 'in': "
                            f"'{type(member).__qualname__}' and '{type(cls).__qualname__}'")
        return isinstance(member, cls) and member._name_ in cls._member_map_

    def __delattr__(cls, attr):
        if attr in cls._member_map_:
            raise AttributeError(f'{cls.__name__!r} cannot delete member {attr!r}.')
        super().__delattr__(attr)

    def __dir__(cls):
        names = {'__class__', '__contains__', '__doc__', '__getitem__', '__iter__', '__len__',
                 '__members__', '__module__', '__name__', '__qualname__', *cls._member_names_}
        if cls._new_member_ is not object.__new__:
            names.add('__new__')
        if cls.__init_subclass__ is not object.__init_subclass__:
            names.add('__init_subclass__')
        if cls._member_type_ is not object:
            names.update(dir(cls._member_type_))
        return sorted(names)

    def __getattr__(cls, name):
        if _is_dunder(name):
            raise AttributeError(name)
        try:
            return cls._member_map_[name]
        except KeyError:
            raise AttributeError(name) from None

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    @_builtin_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        kind = 'flag' if Flag is not None and issubclass(cls, Flag) else 'enum'
        return f'<{kind} {cls.__name__!r}>'

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', ()):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1,
                 boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        first_enum = cls._get_mixins_(class_name, bases)[1]
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            pairs, values = [], []
            for count, name in enumerate(names):
                value = first_enum._generate_next_value_(name, start, count, values[:])
                values.append(value)
                pairs.append((name, value))
            names = pairs
        for item in names or ():
            name, value = (item, names[item]) if isinstance(item, str) else item
            classdict[name] = value
        if module is not None:
            classdict['__module__'] = module
        if qualname is not None:
            classdict['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f'<enum {class_name!r}> cannot extend {base!r}')

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        """The data type of the members, and the enumeration that the class derives from."""
        if not bases:
            return object, Enum
        mcls._check_for_existing_members_(class_name, bases)
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError('new enumerations should be created as '
                            '`EnumName([mixin_type, ...] [data_type,] enum_type)`')
        return mcls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_repr_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    return base._value_repr_
                if '__repr__' in base.__dict__:
                    return base.__dict__['__repr__']
        return None

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        found = []
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base._member_type_ is not object:
                        found.append(base._member_type_)
                        break
                elif '__new__' in base.__dict__ or '__dataclass_fields__' in base.__dict__:
                    found.append(candidate or base)
                    break
                else:
                    candidate = candidate or base
        found = set(found)
        if len(found) > 1:
            raise TypeError(f'too many data types for {class_name!r}: {found!r}')
        return found.pop() if found else None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        """The __new__ that makes members, whether it is to be kept, whether it gets the value."""
        new = classdict.get('__new__')
        save_new = first_enum is not None and new is not None
        if new is None:
            plain = [None, object.__new__] + ([Enum.__new__] if Enum is not None else [])
            candidates = [getattr(possible, method, None)
                          for method in ('__new_member__', '__new__')
                          for possible in (member_type, first_enum)]
            for target in candidates:
                if target not in plain:
                    new = target
                    break
            else:
                new = object.__new__
        plain_new = new is object.__new__ or Enum is not None and new is Enum.__new__
        return new, save_new, first_enum is not None and not plain_new


EnumMeta = EnumType


# --- the classes ----------------------------------------------------------------------

class Enum(metaclass=EnumType):
    def __new__(cls, value):
        # Members are made with the class; later calls only look one up.
        if type(value) is cls:
            return value
        try:
            return cls._value2member_map_[value]
        except KeyError:
            pass
        except TypeError:
            for each in cls._member_map_.values():
                if each._value_ == value:
                    return each
        if not cls._member_map_:
            raise TypeError(f'{cls!r} has no members defined')
        error = None
        try:
            result = cls._missing_(value)
        except Exception as raised:
            error = raised
            result = None
        if isinstance(result, cls):
            return result
        if (Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT
                and isinstance(result, int)):
            return result
        invalid = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        if error is None:
            if result is None:
                raise invalid
            error = TypeError(f'error in {cls.__name__}._missing_: returned {result!r} '
                              'instead of None or a valid member')
        if not isinstance(error, ValueError):
            error.__context__ = invalid
        raise error

    def __init__(self, *args, **kwds):
        pass

    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            greatest = sorted(last_values)[-1]
            if greatest == last_values[-1]:
                return greatest + 1
        except TypeError:
            pass
        for value in reversed(last_values):
            try:
                return value + 1
            except TypeError:
                pass
        return start

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        cls = type(self)
        value_repr = cls._value_repr_ or repr
        return f'<{cls.__name__}.{self._name_}: {value_repr(self._value_)}>'

    def __str__(self):
        return f'{type(self).__name__}.{self._name_}'

    def __dir__(self):
        names = set()
        cls = type(self)
        if cls._member_type_ is not object:
            names.update(object.__dir__(self))
        for name in getattr(self, '__dict__', ()):
            if name[0] != '_' and name not in cls._member_map_:
                names.add(name)
        for base in cls.__mro__:
            for name, value in base.__dict__.items():
                if name[0] == '_':
                    continue
                if isinstance(value, property):
                    if value.fget is not None or name not in cls._member_map_:
                        names.add(name)
                    else:
                        names.discard(name)
                elif name not in cls._member_map_:
                    names.add(name)
        return sorted(names | {'__class__', '__doc__', '__eq__', '__hash__', '__module__'})

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    __hash__ = member_hash

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    name = property(member_name)
    value = property(member_value)


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    pass


class StrEnum(str, ReprEnum):
    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError(f'encoding must be a string, not {values[1]!r}')
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError(f'errors must be a string, not {values[2]!r}')
        value = str(*values)
        made = str.__new__(cls, value)
        made._value_ = value
        return made

    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


def pickle_by_global_name(self, proto):
    return self.name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


class FlagBoundary(StrEnum):
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class Flag(Enum, boundary=STRICT):
    _numeric_repr_ = repr

    def _generate_next_value_(name, start, count, last_values):
        if not count:
            return start if start is not None else 1
        greatest = max(last_values)
        try:
            return 2 ** (_high_bit(greatest) + 1)
        except Exception:
            raise TypeError(f'invalid flag value {greatest!r}') from None

    @classmethod
    def _iter_member_by_value_(cls, value):
        for bit in _iter_bits_lsb(value & cls._flag_mask_):
            yield cls._value2member_map_.get(bit)

    _iter_member_ = _iter_member_by_value_

    @classmethod
    def _iter_member_by_def_(cls, value):
        yield from sorted(cls._iter_member_by_value_(value), key=lambda m: m._sort_order_)

    @classmethod
    def _within_boundary(cls, value):
        """The value as the boundary wants it, if it has bits that no member has."""
        boundary = cls._boundary_
        if boundary is STRICT:
            width = max(value.bit_length(), cls._flag_mask_.bit_length())
            raise ValueError(f'{cls!r} invalid value {value!r}\n    given {bin(value, width)}'
                             f'\n  allowed {bin(cls._flag_mask_, width)}')
        if boundary is CONFORM:
            return value & cls._flag_mask_
        if boundary is KEEP:
            if value < 0:
                value += max(cls._all_bits_ + 1, 2 ** value.bit_length())
            return value
        if boundary is not EJECT:
            raise ValueError(f'{cls!r} unknown flag boundary {boundary!r}')
        return value

    @classmethod
    def _missing_(cls, value):
        """Makes the member that stands for several flags at once."""
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        mask, all_bits = cls._flag_mask_, cls._all_bits_
        if not ~all_bits <= value <= all_bits or value & (all_bits ^ mask):
            value = cls._within_boundary(value)
            if cls._boundary_ is EJECT:
                return value
        negative = None
        if value < 0:
            negative = value
            value += all_bits + 1
        unknown = value & ~mask
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError(f'{cls.__name__}({value!r}) -->  unknown values {unknown!r} '
                             f'[{bin(unknown)}]')
        if cls._member_type_ is object:
            made = object.__new__(cls)
        else:
            made = cls._member_type_.__new__(cls, value)
        if not hasattr(made, '_value_'):
            made._value_ = value
        made._name_ = cls._compose_name(value)
        made = cls._value2member_map_.setdefault(value, made)
        if negative is not None:
            cls._value2member_map_[negative] = made
        return made

    @classmethod
    def _compose_name(cls, value):
        single, aliases = value & cls._singles_mask_, value & ~cls._singles_mask_
        if not value:
            return None
        members = list(cls._iter_member_(single))
        combined = 0
        for each in members:
            combined |= each._value_
        if aliases:
            for each in cls._member_map_.values():
                bits = each._value_
                if each not in members and bits and bits & value == bits:
                    members.append(each)
                    combined |= bits
        if not combined:
            return None
        name = '|'.join([each._name_ for each in members])
        unknown = value ^ combined
        if not unknown:
            return name
        if cls._boundary_ is STRICT:
            raise ValueError(f'{cls!r}: no members with value {unknown!r}')
        return f'{name}|{cls._numeric_repr_(unknown)}'

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': "
                            f'{type(other).__qualname__!r} and {type(self).__qualname__!r}')
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        cls = type(self)
        value = (cls._value_repr_ or repr)(self._value_)
        if self._name_ is None:
            return f'<{cls.__name__}: {value}>'
        return f'<{cls.__name__}.{self._name_}: {value}>'

    def __str__(self):
        name = type(self).__name__
        return f'{name}({self._value_!r})' if self._name_ is None else f'{name}.{self._name_}'

    def __bool__(self):
        return bool(self._value_)

    def _operand(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        other = self._operand(other)
        return NotImplemented if other is None else self.__class__(self._value_ | other)

    def __and__(self, other):
        other = self._operand(other)
        return NotImplemented if other is None else self.__class__(self._value_ & other)

    def __xor__(self, other):
        other = self._operand(other)
        return NotImplemented if other is None else self.__class__(self._value_ ^ other)

    def __invert__(self):
        if self._inverted_ is None:
            if self._boundary_ in (EJECT, KEEP):
                self._inverted_ = self.__class__(~self._value_)
            else:
                self._inverted_ = self.__class__(self._singles_mask_ & ~self._value_)
        return self._inverted_

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    pass


# --- decorators -----------------------------------------------------------------------

def _aliases(enumeration):
    return ', '.join([f'{name} -> {each.name}' for name, each in enumeration.__members__.items()
                      if name != each.name])


def unique(enumeration):
    aliases = _aliases(enumeration)
    if aliases:
        raise ValueError(f'duplicate values found in {enumeration!r}: {aliases}')
    return enumeration


class EnumCheck(StrEnum):
    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        if not issubclass(enumeration, Enum):
            raise TypeError("the 'verify' decorator only works with Enum and Flag")
        for check in self.checks:
            if check is UNIQUE:
                self._check_unique(enumeration)
            elif check is CONTINUOUS:
                self._check_continuous(enumeration)
            elif check is NAMED_FLAGS:
                self._check_named(enumeration)
        return enumeration

    def _check_unique(self, enumeration):
        aliases = _aliases(enumeration)
        if aliases:
            raise ValueError(f'aliases found in {enumeration!r}: {aliases}')

    def _check_continuous(self, enumeration):
        values = {each.value for each in enumeration}
        if len(values) < 2:
            return
        low, high = min(values), max(values)
        is_flag = issubclass(enumeration, Flag)
        if is_flag:
            expected = [2 ** i for i in range(_high_bit(low) + 1, _high_bit(high))]
        else:
            expected = range(low + 1, high)
        missing = [str(value) for value in expected if value not in values]
        if missing:
            kind = 'flag' if is_flag else 'enum'
            raise ValueError(f'invalid {kind} {enumeration.__name__!r}: missing values '
                             f"{', '.join(missing)}"[:256])

    def _check_named(self, enumeration):
        values = [each.value for each in enumeration]
        names, bits = [], 0
        for name, alias in enumeration._member_map_.items():
            if name in enumeration._member_names_ or alias.value < 0:
                continue
            missed = [bit for bit in _iter_bits_lsb(alias.value) if bit not in values]
            if missed:
                names.append(name)
                for bit in missed:
                    bits |= bit
        if not names:
            return
        if len(names) == 1:
            which = f'alias {names[0]} is missing'
        else:
            which = f"aliases {', '.join(names[:-1])} and {names[-1]} are missing"
        what = 'value' if _is_single_bit(bits) else 'combined values of'
        raise ValueError(f'invalid Flag {enumeration.__name__!r}: {which} {what} {bits:#x} '
                         '[use enum.show_flag_values(value) for details]')


def _last_module(self):
    return type(self).__module__.split('.')[-1]


def global_enum_repr(self):
    return f'{_last_module(self)}.{self._name_}'


def global_flag_repr(self):
    module = _last_module(self)
    if self._name_ is None:
        return f'{module}.{type(self).__name__}({self._value_!r})'
    if _is_single_bit(self):
        return f'{module}.{self._name_}'
    keep = self._boundary_ is FlagBoundary.KEEP
    return '|'.join([name if keep and name[0].isdigit() else f'{module}.{name}'
                     for name in self._name_.split('|')])


def global_str(self):
    if self._name_ is None:
        return f'{type(self).__name__}({self._value_!r})'
    return self._name_


def global_enum(cls, update_str=False):
    cls.__repr__ = global_flag_repr if issubclass(cls, Flag) else global_enum_repr
    if not issubclass(cls, ReprEnum) or update_str:
        cls.__str__ = global_str
    sys.modules[cls.__module__].__dict__.update(cls.__members__)
    return cls
