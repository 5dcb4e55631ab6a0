"""Random numbers, CPython's own for the same seed. The class is made in C (random.c) and gets
here what C has not: rarely used distributions, and the methods for generators of which a
subclass has overridden random() or getrandbits().
"""
import _random
from _random import set_gauss_next as _set_gauss_next
from bisect import bisect as _bisect
from itertools import accumulate as _accumulate, repeat as _repeat
from math import acos as _acos, ceil as _ceil, cos as _cos, e as _e, exp as _exp, floor as _floor
from math import isfinite as _isfinite, log as _log, pi as _pi, sin as _sin, sqrt as _sqrt
from operator import index as _index

__all__ = [
    'Random', 'SystemRandom', 'betavariate', 'choice', 'choices', 'expovariate', 'gammavariate',
    'gauss', 'getrandbits', 'getstate', 'lognormvariate', 'normalvariate', 'paretovariate',
    'randbytes', 'randint', 'random', 'randrange', 'sample', 'seed', 'setstate', 'shuffle',
    'triangular', 'uniform', 'vonmisesvariate', 'weibullvariate',
]

TWOPI = 2.0 * _pi
NV_MAGICCONST = 4 * _exp(-0.5) / _sqrt(2.0)
LOG4 = _log(4.0)
SG_MAGICCONST = 1.0 + _log(4.5)
BPF = 53
RECIP_BPF = 2 ** -BPF
_NO_STEP = object()


class Random:
    """What C has not."""

    def triangular(self, low=0.0, high=1.0, mode=None):
        u = self.random()
        try:
            c = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if u > c:
            u, c = 1.0 - u, 1.0 - c
            low, high = high, low
        return low + (high - low) * _sqrt(u * c)

    def lognormvariate(self, mu, sigma):
        return _exp(self.normalvariate(mu, sigma))

    # Fisher's algorithm, from Statistical Analysis of Circular Data (1993).
    def vonmisesvariate(self, mu, kappa):
        random = self.random
        if kappa <= 1e-6:
            return TWOPI * random()
        s = 0.5 / kappa
        r = s + _sqrt(1.0 + s * s)
        accepted = False
        while not accepted:
            z = _cos(_pi * random())
            d = z / (r + z)
            u = random()
            accepted = u < 1.0 - d * d or u <= (1.0 - d) * _exp(d)
        q = 1.0 / r
        angle = _acos((q + z) / (1.0 + q * z))
        return (mu + angle if random() > 0.5 else mu - angle) % TWOPI

    def gammavariate(self, alpha, beta):
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        if alpha > 1.0:
            return _gamma_above_one(self.random, alpha, beta)
        if alpha == 1.0:
            return -_log(1.0 - self.random()) * beta
        return _gamma_below_one(self.random, alpha, beta)

    def betavariate(self, alpha, beta):
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def paretovariate(self, alpha):
        u = 1.0 - self.random()
        return u ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        u = 1.0 - self.random()
        return alpha * (-_log(u)) ** (1.0 / beta)

    def __getstate__(self):
        return self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __reduce__(self):
        return self.__class__, (), self.getstate()


# Cheng's rejection for alpha > 1 (Applied Statistics, 1977).
def _gamma_above_one(random, alpha, beta):
    inverse = _sqrt(2.0 * alpha - 1.0)
    b = alpha - LOG4
    c = alpha + inverse
    while True:
        u1 = random()
        if not 1e-7 < u1 < 0.9999999:
            continue
        u2 = 1.0 - random()
        v = _log(u1 / (1.0 - u1)) / inverse
        x = alpha * _exp(v)
        z = u1 * u1 * u2
        r = b + c * v - x
        if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= _log(z):
            return x * beta


# Algorithm GS of Kennedy and Gentle's Statistical Computing, for alpha < 1.
def _gamma_below_one(random, alpha, beta):
    b = (_e + alpha) / _e
    while True:
        p = b * random()
        x = p ** (1.0 / alpha) if p <= 1.0 else -_log((b - p) / alpha)
        u = random()
        if u <= (x ** (alpha - 1.0) if p > 1.0 else _exp(-x)):
            return x * beta


_in_c = {name: f for name, f in vars(Random).items() if callable(f)}


def _int_of(value, words):
    try:
        return _index(value)
    except TypeError:
        number = int(value)
        if number != value:
            raise ValueError(f'non-integer {words} for randrange()') from None
        return number


class Random:
    """What C leaves to Python: with a generator or arguments of the program's own."""

    def __init__(self, x=None):
        self.seed(x)
        _set_gauss_next(self, None)

    def setstate(self, state):
        version = state[0]
        if version not in (2, 3):
            raise ValueError('state with version %s passed to Random.setstate() of version %s'
                             % (version, self.VERSION))
        version, words, gauss_next = state
        if version == 2:
            words = tuple(x % 2 ** 32 for x in words)
        if not isinstance(words, tuple):
            raise TypeError('state vector must be a tuple')
        _in_c_setstate(self, (3, words, gauss_next))

    def getrandbits(self, k):
        return _in_c_getrandbits(self, _index(k))

    def _randbelow(self, n):
        for cls in type(self).__mro__:
            if 'getrandbits' in cls.__dict__:
                return _below_with_bits(self.getrandbits, n)
            if 'random' in cls.__dict__:
                return _below_with_random(self.random, n)

    def randbytes(self, n):
        return self.getrandbits(n * 8).to_bytes(n, 'little')

    def randrange(self, start, stop=None, step=_NO_STEP):
        start = _int_of(start, 'arg 1')
        if stop is None:
            if step is not _NO_STEP:
                raise TypeError('Missing a non-None stop argument')
            if start > 0:
                return self._randbelow(start)
            raise ValueError('empty range for randrange()')
        stop = _int_of(stop, 'stop')
        width = stop - start
        step = 1 if step is _NO_STEP else _int_of(step, 'step')
        if step == 1:
            if width > 0:
                return start + self._randbelow(width)
            raise ValueError('empty range for randrange() (%d, %d, %d)' % (start, stop, width))
        if step == 0:
            raise ValueError('zero step for randrange()')
        count = (width + step - (1 if step > 0 else -1)) // step
        if count <= 0:
            raise ValueError('empty range for randrange()')
        return start + step * self._randbelow(count)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def choice(self, seq):
        if not len(seq):
            raise IndexError('Cannot choose from an empty sequence')
        return seq[self._randbelow(len(seq))]

    def shuffle(self, x):
        below = self._randbelow
        for i in reversed(range(1, len(x))):
            j = below(i + 1)
            x[i], x[j] = x[j], x[i]

    def sample(self, population, k, counts=None):
        from collections.abc import Sequence
        if not isinstance(population, Sequence):
            raise TypeError('Population must be a sequence.  For dicts or sets, use sorted(d).')
        n = len(population)
        if counts is not None:
            return _sample_counted(self, population, n, k, counts)
        if not 0 <= k <= n:
            raise ValueError('Sample larger than population or is negative')
        result = [None] * k
        set_size = 21
        if k > 5:
            set_size += 4 ** _ceil(_log(k * 3, 4))
        if n <= set_size:
            _sample_from_pool(self._randbelow, list(population), result, k)
        else:
            _sample_by_draws(self._randbelow, population, result, k)
        return result

    def choices(self, population, weights=None, cum_weights=None, k=1):
        random = self.random
        n = len(population)
        if cum_weights is None:
            if weights is None:
                n += 0.0
                return [population[_floor(random() * n)] for i in _repeat(None, k)]
            try:
                cum_weights = list(_accumulate(weights))
            except TypeError:
                if not isinstance(weights, int):
                    raise
                raise TypeError('The number of choices must be a keyword argument: '
                                f'k={weights!r}') from None
        elif weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')
        if len(cum_weights) != n:
            raise ValueError('The number of weights does not match the population')
        total = cum_weights[-1] + 0.0
        if total <= 0.0:
            raise ValueError('Total of weights must be greater than zero')
        if not _isfinite(total):
            raise ValueError('Total of weights must be finite')
        return [population[_bisect(cum_weights, random() * total, 0, n - 1)]
                for i in _repeat(None, k)]

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def normalvariate(self, mu, sigma):
        random = self.random
        while True:
            u1 = random()
            u2 = 1.0 - random()
            z = NV_MAGICCONST * (u1 - 0.5) / u2
            if z * z / 4.0 <= -_log(u2):
                return mu + z * sigma

    def gauss(self, mu, sigma):
        z = self.gauss_next
        _set_gauss_next(self, None)
        if z is None:
            angle = self.random() * TWOPI
            radius = _sqrt(-2.0 * _log(1.0 - self.random()))
            z = _cos(angle) * radius
            _set_gauss_next(self, _sin(angle) * radius)
        return mu + z * sigma

    def expovariate(self, lambd):
        return -_log(1.0 - self.random()) / lambd


def _below_with_bits(getrandbits, n):
    bits = n.bit_length()
    r = getrandbits(bits)
    while r >= n:
        r = getrandbits(bits)
    return r


def _below_with_random(random, n):
    most = 1 << BPF
    if n >= most:
        return _floor(random() * n)
    limit = (most - most % n) / most
    r = random()
    while r >= limit:
        r = random()
    return _floor(r * most) % n


def _sample_counted(generator, population, n, k, counts):
    cumulated = list(_accumulate(counts))
    if len(cumulated) != n:
        raise ValueError('The number of counts does not match the population')
    total = cumulated.pop()
    if not isinstance(total, int):
        raise TypeError('Counts must be integers')
    if total <= 0:
        raise ValueError('Total of counts must be greater than zero')
    return [population[_bisect(cumulated, s)] for s in generator.sample(range(total), k=k)]


def _sample_from_pool(below, pool, result, k):
    n = len(pool)
    for i in range(k):
        j = below(n - i)
        result[i] = pool[j]
        pool[j] = pool[n - i - 1]


def _sample_by_draws(below, population, result, k):
    n = len(population)
    selected = set()
    for i in range(k):
        j = below(n)
        while j in selected:
            j = below(n)
        selected.add(j)
        result[i] = population[j]


_in_python = dict(vars(Random))

from _random import Random

_in_c_setstate = Random.setstate
_in_c_getrandbits = Random.getrandbits
for _name, _function in _in_c.items():
    _random.add(Random, _name, _function)


class SystemRandom(Random):
    """There is no source of true chance in a run that repeats: the run's own seed serves."""

    def seed(self, *args, **keywords):
        return None

    def _notimplemented(self, *args, **keywords):
        raise NotImplementedError('System entropy source does not have state.')

    getstate = setstate = _notimplemented


_inst = Random()
seed = _inst.seed
random = _inst.random
uniform = _inst.uniform
triangular = _inst.triangular
randint = _inst.randint
choice = _inst.choice
randrange = _inst.randrange
sample = _inst.sample
shuffle = _inst.shuffle
choices = _inst.choices
normalvariate = _inst.normalvariate
lognormvariate = _inst.lognormvariate
expovariate = _inst.expovariate
vonmisesvariate = _inst.vonmisesvariate
gammavariate = _inst.gammavariate
gauss = _inst.gauss
betavariate = _inst.betavariate
paretovariate = _inst.paretovariate
weibullvariate = _inst.weibullvariate
getstate = _inst.getstate
setstate = _inst.setstate
getrandbits = _inst.getrandbits
randbytes = _inst.randbytes
