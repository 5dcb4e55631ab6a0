"""Rational numbers of any size."""
import math
import numbers
import operator
import sys

__all__ = ['Fraction']

_HASH_MODULUS = 2 ** 61 - 1
_HASH_INFINITY = 314159


def _is_decimal(value):
    decimal = sys.modules.get('decimal')
    return decimal is not None and isinstance(value, decimal.Decimal)


# --- texts: [sign] digits [/ digits], or [sign] digits [. digits] [e exponent] ---


def _are_digits(text):
    return all(part.isdecimal() for part in text.split('_'))


def _split_sign(text):
    return (text[0], text[1:]) if text[:1] in ('+', '-') and text else ('', text)


# Numerator and denominator, or None.
def _parse(text):
    sign, text = _split_sign(text.strip())
    top, slash, bottom = text.partition('/')
    if slash:
        if not (_are_digits(top) and _are_digits(bottom)):
            return None
        return int(sign + top), int(bottom)
    mantissa, e, exponent = text.replace('E', 'e').partition('e')
    if e and not _are_digits(_split_sign(exponent)[1]):
        return None
    whole, _, places = mantissa.partition('.')
    if not (whole or places) or not all(_are_digits(part) for part in (whole, places) if part):
        return None
    places = places.replace('_', '')
    numerator = int(sign + (whole or '0').replace('_', '') + places)
    shift = (int(exponent) if e else 0) - len(places)
    return (numerator * 10 ** shift, 1) if shift >= 0 else (numerator, 10 ** -shift)


def _both_ways(name, exact, inexact):
    """The operator and its reflected twin: exact between rationals, by floats beside a float."""

    def forward(a, b):
        if isinstance(b, (int, Fraction)):
            return exact(a, b)
        if isinstance(b, float):
            return inexact(float(a), b)
        return NotImplemented

    def reverse(b, a):
        if isinstance(a, numbers.Rational):
            return exact(a, b)
        if isinstance(a, numbers.Real):
            return inexact(float(a), float(b))
        return NotImplemented

    forward.__name__, reverse.__name__ = f'__{name}__', f'__r{name}__'
    return forward, reverse


# In lowest terms already.
def _reduced(numerator, denominator):
    f = object.__new__(Fraction)
    f._numerator, f._denominator = numerator, denominator
    return f


# a / b + c / d, with the divisors' common part kept apart (Knuth, 4.5.1): the numbers stay small.
def _sum(a, b, c, d):
    shared = math.gcd(b, d)
    if shared == 1:
        return _reduced(a * d + c * b, b * d)
    part = b // shared
    top = a * (d // shared) + c * part
    rest = math.gcd(top, shared)
    return _reduced(top // rest, part * (d // rest))


def _add(a, b):
    return _sum(a.numerator, a.denominator, b.numerator, b.denominator)


def _sub(a, b):
    return _sum(a.numerator, a.denominator, -b.numerator, b.denominator)


def _mul(a, b):
    na, da, nb, db = a.numerator, a.denominator, b.numerator, b.denominator
    across, other = math.gcd(na, db), math.gcd(nb, da)
    return _reduced(na // across * (nb // other), db // across * (da // other))


def _div(a, b):
    if b.numerator == 0:
        raise ZeroDivisionError('Fraction(%d, 0)' % ((a.numerator > 0) - (a.numerator < 0)))
    sign = 1 if b.numerator > 0 else -1
    return _mul(a, _reduced(sign * b.denominator, sign * b.numerator))


def _floordiv(a, b):
    return a.numerator * b.denominator // (a.denominator * b.numerator)


def _mod(a, b):
    da, db = a.denominator, b.denominator
    return Fraction(a.numerator * db % (b.numerator * da), da * db)


def _divmod(a, b):
    da, db = a.denominator, b.denominator
    quotient, rest = divmod(a.numerator * db, da * b.numerator)
    return quotient, Fraction(rest, da * db)


class Fraction(numbers.Rational):
    """A rational number, from a text, a number, or a numerator and a denominator."""

    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None, *, _normalize=True):
        self = super().__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            if isinstance(numerator, numbers.Rational):
                self._numerator, self._denominator = numerator.numerator, numerator.denominator
                return self
            if isinstance(numerator, float) or _is_decimal(numerator):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if not isinstance(numerator, str):
                raise TypeError('argument should be a string or a Rational instance')
            parsed = _parse(numerator)
            if parsed is None:
                raise ValueError('Invalid literal for Fraction: %r' % numerator)
            numerator, denominator = parsed
        elif not (type(numerator) is int is type(denominator)):
            if not (isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational)):
                raise TypeError('both arguments should be Rational instances')
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        if denominator == 0:
            raise ZeroDivisionError('Fraction(%s, 0)' % numerator)
        if _normalize:
            divisor = math.gcd(numerator, denominator)
            if denominator < 0:
                divisor = -divisor
            numerator //= divisor
            denominator //= divisor
        self._numerator, self._denominator = numerator, denominator
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError('%s.from_float() only takes floats, not %r (%s)'
                            % (cls.__name__, f, type(f).__name__))
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        from decimal import Decimal
        if isinstance(dec, numbers.Integral):
            dec = Decimal(int(dec))
        elif not isinstance(dec, Decimal):
            raise TypeError('%s.from_decimal() only takes Decimals, not %r (%s)'
                            % (cls.__name__, dec, type(dec).__name__))
        return cls(*dec.as_integer_ratio())

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    # The last convergent of the continued fraction that is within the limit, or the best
    # of the fractions between it and the next one.
    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError('max_denominator should be at least 1')
        if self._denominator <= max_denominator:
            return Fraction(self)
        n, d = self._numerator, self._denominator
        p0, q0, p1, q1 = 0, 1, 1, 0
        a = n // d
        while q0 + a * q1 <= max_denominator:
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q0 + a * q1
            n, d = d, n - a * d
            a = n // d
        k = (max_denominator - q0) // q1
        between, convergent = Fraction(p0 + k * p1, q0 + k * q1), Fraction(p1, q1)
        return convergent if abs(convergent - self) <= abs(between - self) else between

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def __repr__(self):
        return '%s(%s, %s)' % (type(self).__name__, self._numerator, self._denominator)

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return '%s/%s' % (self._numerator, self._denominator)

    __add__, __radd__ = _both_ways('add', _add, operator.add)
    __sub__, __rsub__ = _both_ways('sub', _sub, operator.sub)
    __mul__, __rmul__ = _both_ways('mul', _mul, operator.mul)
    __truediv__, __rtruediv__ = _both_ways('truediv', _div, operator.truediv)
    __floordiv__, __rfloordiv__ = _both_ways('floordiv', _floordiv, operator.floordiv)
    __mod__, __rmod__ = _both_ways('mod', _mod, operator.mod)
    __divmod__, __rdivmod__ = _both_ways('divmod', _divmod, divmod)

    def __pow__(a, b):
        if not isinstance(b, numbers.Rational):
            return float(a) ** b
        if b.denominator != 1:
            return float(a) ** float(b)
        n, d, power = a._numerator, a._denominator, b.numerator
        if power >= 0:
            return _reduced(n ** power, d ** power)
        if n == 0:
            raise ZeroDivisionError('Fraction(%s, 0)' % d ** -power)
        if n < 0:
            n, d = -n, -d
        return _reduced(d ** -power, n ** -power)

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        return a ** (b._numerator if b._denominator == 1 else float(b))

    def __pos__(self):
        return _reduced(self._numerator, self._denominator)

    def __neg__(self):
        return _reduced(-self._numerator, self._denominator)

    def __abs__(self):
        return _reduced(abs(self._numerator), self._denominator)

    def __trunc__(self):
        whole = abs(self._numerator) // self._denominator
        return -whole if self._numerator < 0 else whole

    __int__ = __trunc__

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            whole, rest = divmod(self._numerator, self._denominator)
            half = rest * 2 - self._denominator
            return whole + 1 if half > 0 or (half == 0 and whole % 2) else whole
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    # Equal numbers hash alike, whatever their type: numerator / denominator modulo the prime.
    def __hash__(self):
        try:
            inverse = pow(self._denominator, -1, _HASH_MODULUS)
        except ValueError:
            value = _HASH_INFINITY
        else:
            value = hash(hash(abs(self._numerator)) * inverse)
        if self._numerator < 0:
            value = -value
        return -2 if value == -1 else value

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, float):
            return a == a.from_float(b) if math.isfinite(b) else b == 0.0
        return NotImplemented

    def _ordered(self, other, compare):
        if isinstance(other, numbers.Rational):
            return compare(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isfinite(other):
                return compare(self, self.from_float(other))
            return compare(0.0, other)
        return NotImplemented

    def __lt__(a, b):
        return a._ordered(b, operator.lt)

    def __gt__(a, b):
        return a._ordered(b, operator.gt)

    def __le__(a, b):
        return a._ordered(b, operator.le)

    def __ge__(a, b):
        return a._ordered(b, operator.ge)

    def __bool__(self):
        return self._numerator != 0

    def __reduce__(self):
        return type(self), (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) is Fraction else type(self)(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()
