"""The operators in Python, for operands that C's functions in operator cannot know."""


def _iadd(a, b):
    a += b
    return a


def _isub(a, b):
    a -= b
    return a


def _imul(a, b):
    a *= b
    return a


def _itruediv(a, b):
    a /= b
    return a


def _ifloordiv(a, b):
    a //= b
    return a


def _imod(a, b):
    a %= b
    return a


def _ipow(a, b):
    a **= b
    return a


def _imatmul(a, b):
    a @= b
    return a


def _iand(a, b):
    a &= b
    return a


def _ior(a, b):
    a |= b
    return a


def _ixor(a, b):
    a ^= b
    return a


def _ilshift(a, b):
    a <<= b
    return a


def _irshift(a, b):
    a >>= b
    return a


# In the order of the operators' numbers in C.
_IN_PLACE = (_iadd, _isub, _imul, _itruediv, _ifloordiv, _imod, _ipow, _imatmul, _iand, _ior, _ixor,
             _ilshift, _irshift)
_BINARY = (lambda a, b: a + b, lambda a, b: a - b, lambda a, b: a * b, lambda a, b: a / b,
           lambda a, b: a // b, lambda a, b: a % b, lambda a, b: a ** b, lambda a, b: a @ b,
           lambda a, b: a & b, lambda a, b: a | b, lambda a, b: a ^ b, lambda a, b: a << b,
           lambda a, b: a >> b)
_UNARY = (lambda a: -a, lambda a: +a, lambda a: ~a)
_COMPARE = (lambda a, b: a < b, lambda a, b: a <= b, lambda a, b: a == b, lambda a, b: a != b,
            lambda a, b: a > b, lambda a, b: a >= b)


def binary(op, a, b):
    return _BINARY[op](a, b)


def unary(op, a):
    return _UNARY[op](a)


def in_place(op, a, b):
    return _IN_PLACE[op](a, b)


def compare(op, a, b):
    return _COMPARE[op](a, b)


def truth(a):
    return True if a else False


def not_(a):
    return not a


def index(a):
    method = getattr(type(a), '__index__', None)
    if method is None:
        raise TypeError(f"'{type(a).__name__}' object cannot be interpreted as an integer")
    return method(a)


def items(obj, names):
    return tuple([obj[name] for name in names])


def attribute(obj, name):
    for part in name.split('.'):
        obj = getattr(obj, part)
    return obj


def attributes(obj, names):
    return tuple([attribute(obj, name) for name in names])


def getter_repr(getter, items):
    return f"operator.{type(getter).__name__}({', '.join(map(repr, items))})"


def call_method(obj, name, args, keywords):
    return getattr(obj, name)(*args, **keywords)


def methodcaller_repr(name, args, keywords):
    parts = [repr(name), *map(repr, args)]
    parts += [f'{key}={value!r}' for key, value in keywords.items()]
    return f"operator.methodcaller({', '.join(parts)})"
