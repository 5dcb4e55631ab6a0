# Numbers: what C leaves to Python because an object of the program has the say.


def _index_of(x):
    if isinstance(x, int):
        return x
    if not _has_special(x, '__index__'):
        raise TypeError(f"'{type(x).__name__}' object cannot be interpreted as an integer")
    number = type(x).__index__(x)
    if not isinstance(number, int):
        raise TypeError(f'__index__ returned non-int (type {type(number).__name__})')
    return number


def _index_or_same(x):
    return _index_of(x) if _has_special(x, '__index__') else x


def _truncated(x):
    number = type(x).__trunc__(x)
    if isinstance(number, int):
        return number
    if not _has_special(number, '__index__'):
        raise TypeError(f'__trunc__ returned non-Integral (type {type(number).__name__})')
    return _index_of(number)


def int_of(cls, x):
    if _has_special(x, '__int__'):
        number = type(x).__int__(x)
        if not isinstance(number, int):
            raise TypeError(f'__int__ returned non-int (type {type(number).__name__})')
    elif _has_special(x, '__index__'):
        number = _index_of(x)
    else:
        number = _truncated(x)
    return _box(cls, number)


def int_with_base(cls, text, base):
    return _box(cls, int(text, _index_of(base)))


def _float_value(x):
    kind = type(x)
    if not _has_special(x, '__float__'):
        return float(_index_of(x))
    number = kind.__float__(x)
    if not isinstance(number, float):
        raise TypeError(f'{kind.__name__}.__float__ returned non-float (type {type(number).__name__})')
    return number


def float_of(cls, x):
    return _box(cls, _float_value(x))


def truth_of(x):
    return True if x else False


def not_of(x):
    return not x


def abs_of(x):
    return type(x).__abs__(x)


def round_of(x, *digits):
    return type(x).__round__(x, *digits)


def round_to(number, digits):
    return round(number, _index_of(digits))


def int_to_bytes(number, length, order, is_signed):
    return int.to_bytes(number, _index_of(length), order, signed=is_signed)


def int_from_bytes(cls, source, little, is_signed):
    return cls.from_bytes(bytes(source), 'little' if little else 'big', signed=is_signed)


def with_index(name, args):
    subject, *others = args
    return getattr(subject, name)(*[_index_or_same(x) for x in others])


def repeat_sequence(a, b):
    return _index_or_same(a) * _index_or_same(b)


# The two sides' methods in the order that operators ask them.
def _sides(a, b, name, reflected):
    left, right = type(a), type(b)
    sides = []
    if _has_special(a, name):
        sides.append((getattr(left, name), a, b))
    if left is not right and _has_special(b, reflected):
        sides.append((getattr(right, reflected), b, a))
        if issubclass(right, left):
            sides.reverse()
    return sides


def divmod_of(a, b):
    for method, self, other in _sides(a, b, '__divmod__', '__rdivmod__'):
        result = method(self, other)
        if result is not NotImplemented:
            return result
    raise TypeError("unsupported operand type(s) for divmod(): "
                    f"'{type(a).__name__}' and '{type(b).__name__}'")


def _pow_operands(operands):
    names = [f"'{type(operand).__name__}'" for operand in operands]
    return TypeError('unsupported operand type(s) for ** or pow(): ' + ', '.join(names))


def pow_of(base, exponent, modulus):
    if modulus is None:
        return base ** exponent
    result = type(base).__pow__(base, exponent, modulus)
    if result is NotImplemented:
        raise _pow_operands((base, exponent, modulus))
    return result


def in_base(name, x):
    return {'bin': bin, 'oct': oct, 'hex': hex}[name](_index_of(x))


def math_with_index(name, args):
    import math
    return getattr(math, name)(*[_index_or_same(x) for x in args])


def _double_or_same(x):
    if isinstance(x, float) or type(x) is int:
        return x
    return _float_value(x) if _has_special(x, '__float__') or _has_special(x, '__index__') else x


def math_with_float(name, args):
    import math
    return getattr(math, name)(*[_double_or_same(x) for x in args])


def math_rounded(x, name):
    return getattr(type(x), f'__{name}__')(x)


def math_isclose(a, b, rel_tol, abs_tol):
    import math
    return math.isclose(_double_or_same(a), _double_or_same(b), rel_tol=rel_tol, abs_tol=abs_tol)


def math_dist(p, q):
    import math
    return math.dist([_double_or_same(x) for x in p], [_double_or_same(x) for x in q])


def math_fsum(numbers):
    import math
    return math.fsum([_double_or_same(x) for x in numbers])


def math_prod(factors, start):
    for factor in factors:
        start = start * factor
    return start


def random_in_python(name, args):
    import random
    return random._in_python[name](*args)


def random_made(instance, seed):
    instance.seed(seed)
    return instance
