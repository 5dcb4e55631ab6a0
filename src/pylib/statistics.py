"""Statistics with CPython's exact results: sums are kept as fractions and rounded once. Sums of
ints and floats are C's (statistics.c); what else there may be (Fraction, Decimal, infinities)
goes through Fraction.
"""
import random
import sys
from bisect import bisect_left, bisect_right
from collections import Counter, namedtuple
from itertools import groupby, repeat
from math import erf, exp, fabs, fsum, hypot as _hypot, isfinite, isqrt, log, sqrt, tau
from operator import mul
from _statistics import exact_sums as _exact_sums

__all__ = [
    'NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean',
    'harmonic_mean', 'linear_regression', 'mean', 'median', 'median_grouped', 'median_high',
    'median_low', 'mode', 'multimode', 'pstdev', 'pvariance', 'quantiles', 'stdev', 'variance',
]

_SQRT2 = sqrt(2.0)


class StatisticsError(ValueError):
    pass


# --- exact sums ---


def _is_decimal(kind):
    decimal = sys.modules.get('decimal')
    return decimal is not None and issubclass(kind, decimal.Decimal)


def _is_fraction(kind):
    fractions = sys.modules.get('fractions')
    return fractions is not None and issubclass(kind, fractions.Fraction)


def _common_type(T, S):
    if T is S or S is int or S is bool:
        return T
    if T is int:
        return S
    if issubclass(S, T):
        return S
    if issubclass(T, S):
        return T
    if issubclass(T, int):
        return S
    if issubclass(S, int):
        return T
    if _is_fraction(T) and issubclass(S, float):
        return S
    if issubclass(T, float) and _is_fraction(S):
        return T
    raise TypeError("don't know how to coerce %s and %s" % (T.__name__, S.__name__))


def _ratio_of(x):
    try:
        return x.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return x, None  # infinite or not a number
    try:
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator")


class _Sums:
    """The type of the result, the count, the sum and the sum of squares: as Fractions, or both the
    infinity or NaN that there was."""

    def __init__(self, data):
        from fractions import Fraction
        self.kind, self.count = int, 0
        sums, squares = {}, {}
        kinds = set()
        for kind, values in groupby(data, type):
            kinds.add(kind)
            for n, d in map(_ratio_of, values):
                self.count += 1
                sums[d] = sums.get(d, 0) + n
                squares[d] = squares.get(d, 0) + n * n
        if None in sums:
            self.total = self.squares = sums[None]
        else:
            self.total = sum((Fraction(n, d) for d, n in sums.items()), Fraction(0))
            self.squares = sum((Fraction(n, d * d) for d, n in squares.items()), Fraction(0))
        for kind in kinds:
            self.kind = _common_type(self.kind, kind)


def _convert(value, T):
    if type(value) is T:
        return value
    if issubclass(T, int) and value.denominator != 1:
        T = float
    try:
        return T(value)
    except TypeError:
        if _is_decimal(T):
            return T(value.numerator) / T(value.denominator)
        raise


def _plain_ratio(numerator, denominator, any_float):
    if any_float or numerator % denominator:
        return numerator / denominator
    return numerator // denominator


def mean(data):
    if not isinstance(data, list):
        data = list(data)
    exact = _exact_sums(data)
    if not data:
        raise StatisticsError('mean requires at least one data point')
    if exact:
        any_float, numerator, denominator, _, _ = exact
        return _plain_ratio(numerator, denominator * len(data), any_float)
    sums = _Sums(data)
    return _convert(sums.total / sums.count, sums.kind)


# --- averages ---


def fmean(data, weights=None):
    try:
        n = len(data)
    except TypeError:
        data = list(data)
        n = len(data)
    if weights is None:
        total = fsum(data)
        if not n:
            raise StatisticsError('fmean requires at least one data point')
        return total / n
    if not hasattr(weights, '__len__'):
        weights = list(weights)
    total = fsum(map(mul, data, weights))
    if n != len(weights):
        raise StatisticsError('data and weights must be the same length')
    weight = fsum(weights)
    if not weight:
        raise StatisticsError('sum of weights must be non-zero')
    return total / weight


def geometric_mean(data):
    try:
        return exp(fmean(map(log, data)))
    except ValueError:
        raise StatisticsError('geometric mean requires a non-empty dataset '
                              'containing positive numbers') from None


def _not_negative(values, message):
    for x in values:
        if x < 0:
            raise StatisticsError(message)
        yield x


def harmonic_mean(data, weights=None):
    if iter(data) is data:
        data = list(data)
    message = 'harmonic mean does not support negative values'
    n = len(data)
    if n < 1:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if n == 1 and weights is None:
        return _only_value(data[0], message)
    if weights is None:
        weights, weight = repeat(1, n), n
    else:
        if iter(weights) is weights:
            weights = list(weights)
        if len(weights) != n:
            raise StatisticsError('Number of weights does not match data size')
        weight = _Sums(_not_negative(weights, message)).total
    try:
        checked = _not_negative(data, message)
        sums = _Sums(w / x if w else 0 for w, x in zip(weights, checked))
    except ZeroDivisionError:
        return 0
    if sums.total <= 0:
        raise StatisticsError('Weighted sum must be positive')
    return _convert(weight / sums.total, sums.kind)


def _only_value(x, message):
    from numbers import Real
    if not (isinstance(x, Real) or _is_decimal(type(x))):
        raise TypeError('unsupported type')
    if x < 0:
        raise StatisticsError(message)
    return x


# --- middles ---


def _sorted_data(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data, len(data)


def median(data):
    data, n = _sorted_data(data)
    if n % 2:
        return data[n // 2]
    return (data[n // 2 - 1] + data[n // 2]) / 2


def median_low(data):
    data, n = _sorted_data(data)
    return data[(n - 1) // 2]


def median_high(data):
    data, n = _sorted_data(data)
    return data[n // 2]


def median_grouped(data, interval=1.0):
    data, n = _sorted_data(data)
    x = data[n // 2]
    first = bisect_left(data, x)
    behind = bisect_right(data, x, lo=first)
    try:
        interval = float(interval)
        x = float(x)
    except ValueError:
        raise TypeError('Value cannot be converted to a float')
    lower = x - interval / 2.0
    return lower + interval * (n / 2 - first) / (behind - first)


def mode(data):
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError('no mode for empty data')
    return pairs[0][0]


def multimode(data):
    counts = Counter(iter(data))
    if not counts:
        return []
    most = max(counts.values())
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method='exclusive'):
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    size = len(data)
    if size < 2:
        raise StatisticsError('must have at least two data points')
    if method == 'inclusive':
        cuts = [divmod(i * (size - 1), n) for i in range(1, n)]
        return [(data[j] * (n - part) + data[j + 1] * part) / n for j, part in cuts]
    if method == 'exclusive':
        result = []
        for i in range(1, n):
            j = min(max(i * (size + 1) // n, 1), size - 1)
            part = i * (size + 1) - j * n
            result.append((data[j - 1] * (n - part) + data[j] * part) / n)
        return result
    raise ValueError(f'Unknown method: {method!r}')


# --- spread ---


class _Spread:
    """The sum of the squares of the deviations from the mean (or from `center`), its type and
    count. `numerator` and `denominator` are None where it is infinite or no number."""

    def __init__(self, data, center=None):
        if center is not None:
            data = [(x - center) * (x - center) for x in data]
        elif not isinstance(data, list):
            data = list(data)
        self.count = len(data)
        exact = _exact_sums(data)
        if exact:
            self.kind = float if exact[0] else int
            self.set_exact(exact, center)
        else:
            self.set_fractions(_Sums(data), center)

    def set_exact(self, exact, center):
        _, a, b, c, d = exact
        n = self.count
        if center is not None:
            self.numerator, self.denominator = a, b
        else:
            self.numerator, self.denominator = n * c * b * b - a * a * d, max(n, 1) * d * b * b
        self.mean = a, b * max(n, 1)

    def set_fractions(self, sums, center):
        self.kind = sums.kind
        self.numerator = self.denominator = None
        self.value = self.mean = sums.total
        if _is_finite(sums.total):
            if center is None:
                self.value = (sums.count * sums.squares - sums.total * sums.total) / sums.count
            self.numerator, self.denominator = self.value.numerator, self.value.denominator
            mean = sums.total / sums.count
            self.mean = mean.numerator, mean.denominator

    def divided(self, n):
        if self.denominator is None:
            return _convert(self.value / n, self.kind)
        if self.kind is int or self.kind is float:
            return _plain_ratio(self.numerator, self.denominator * n, self.kind is float)
        from fractions import Fraction
        return _convert(Fraction(self.numerator, self.denominator * n), self.kind)

    def root(self, n):
        if self.denominator is None:
            raise AttributeError("'float' object has no attribute 'numerator'")
        if _is_decimal(self.kind):
            return _decimal_root(self.numerator, self.denominator * n, self.kind)
        return _float_root(self.numerator, self.denominator * n)


def _is_finite(x):
    try:
        return x.is_finite()
    except AttributeError:
        return isfinite(x)


# The root of n / m for 109 bits or more, the last bit set if it is not exact: rounding that to
# a float is rounding the root.
def _float_root(n, m):
    def root_to_odd(n, m):
        root = isqrt(n // m)
        return root | (root * root * m != n)

    shift = (n.bit_length() - m.bit_length() - 109) // 2
    if shift >= 0:
        return (root_to_odd(n, m << 2 * shift) << shift) / 1
    return root_to_odd(n << -2 * shift, m) / (1 << -shift)


def _decimal_root(n, m, Decimal):
    if not n:
        return Decimal('0.0')
    root = (Decimal(n) / Decimal(m)).sqrt()
    nr, dr = root.as_integer_ratio()
    above = root.next_plus()
    na, da = above.as_integer_ratio()
    if 4 * n * (dr * da) ** 2 > m * (dr * na + da * nr) ** 2:
        return above
    below = root.next_minus()
    nb, db = below.as_integer_ratio()
    if 4 * n * (dr * db) ** 2 < m * (dr * nb + db * nr) ** 2:
        return below
    return root


def _sample_spread(data, center, name):
    spread = _Spread(data, center)
    if spread.count < 2:
        raise StatisticsError(f'{name} requires at least two data points')
    return spread


def _population_spread(data, center, name):
    spread = _Spread(data, center)
    if spread.count < 1:
        raise StatisticsError(f'{name} requires at least one data point')
    return spread


def variance(data, xbar=None):
    spread = _sample_spread(data, xbar, 'variance')
    return spread.divided(spread.count - 1)


def pvariance(data, mu=None):
    spread = _population_spread(data, mu, 'pvariance')
    return spread.divided(spread.count)


def stdev(data, xbar=None):
    spread = _sample_spread(data, xbar, 'stdev')
    return spread.root(spread.count - 1)


def pstdev(data, mu=None):
    spread = _population_spread(data, mu, 'pstdev')
    return spread.root(spread.count)


# --- two inputs ---


def _paired(x, y, name):
    n = len(x)
    if len(y) != n:
        raise StatisticsError(f'{name} requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError(f'{name} requires at least two data points')
    return n, fsum(x) / n, fsum(y) / n


def _product_sum(x, xbar, y, ybar):
    return fsum([(xi - xbar) * (yi - ybar) for xi, yi in zip(x, y)])


def covariance(x, y, /):
    n, xbar, ybar = _paired(x, y, 'covariance')
    return _product_sum(x, xbar, y, ybar) / (n - 1)


def correlation(x, y, /):
    _, xbar, ybar = _paired(x, y, 'correlation')
    sxy = _product_sum(x, xbar, y, ybar)
    sxx = _product_sum(x, xbar, x, xbar)
    syy = _product_sum(y, ybar, y, ybar)
    try:
        return sxy / sqrt(sxx * syy)
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant')


LinearRegression = namedtuple('LinearRegression', ('slope', 'intercept'))


def linear_regression(x, y, /, *, proportional=False):
    _, xbar, ybar = _paired(x, y, 'linear regression')
    if proportional:
        sxy = fsum([xi * yi for xi, yi in zip(x, y)])
        sxx = fsum([xi * xi for xi in x])
    else:
        sxy = _product_sum(x, xbar, y, ybar)
        sxx = _product_sum(x, xbar, x, xbar)
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError('x is constant')
    return LinearRegression(slope, 0.0 if proportional else ybar - slope * xbar)


# --- the normal distribution ---


# Coefficients of Wichura's algorithm AS 241 (1988), numerators and denominators, the highest power first.
_CENTRAL = (
    (2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4,
     4.5921953931549871457e+4, 1.3731693765509461125e+4, 1.9715909503065514427e+3,
     1.3314166789178437745e+2, 3.3871328727963666080e+0),
    (5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4,
     2.1213794301586595867e+4, 5.3941960214247511077e+3, 6.8718700749205790830e+2,
     4.2313330701600911252e+1, 1.0),
)
_MIDDLE = (
    (7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
     1.27045825245236838258e+0, 3.64784832476320460504e+0, 5.76949722146069140550e+0,
     4.63033784615654529590e+0, 1.42343711074968357734e+0),
    (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
     1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e+0,
     2.05319162663775882187e+0, 1.0),
)
_TAIL = (
    (2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
     2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e+0,
     5.46378491116411436990e+0, 6.65790464350110377720e+0),
    (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
     7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
     5.99832206555887937690e-1, 1.0),
)


def _polynomial(coefficients, r):
    value = coefficients[0]
    for c in coefficients[1:]:
        value = value * r + c
    return value


def _inverse_cdf(p, mu, sigma):
    q = p - 0.5
    if fabs(q) <= 0.425:
        r = 0.180625 - q * q
        x = _polynomial(_CENTRAL[0], r) * q / _polynomial(_CENTRAL[1], r)
        return mu + x * sigma
    r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
    top, bottom = _MIDDLE if r <= 5.0 else _TAIL
    r = r - 1.6 if r <= 5.0 else r - 5.0
    x = _polynomial(top, r) / _polynomial(bottom, r)
    return mu + (-x if q < 0.0 else x) * sigma


class NormalDist:
    """A normal distribution, and its arithmetic."""

    __slots__ = ('_mu', '_sigma')

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        spread = _sample_spread(data, None, 'stdev')
        if spread.denominator is None:
            return cls(float(spread.mean), float(spread.mean) / float(spread.value))
        n, d = spread.mean
        return cls(n / d, _float_root(spread.numerator, spread.denominator * (spread.count - 1)))

    def samples(self, n, *, seed=None):
        gauss = random.gauss if seed is None else random.Random(seed).gauss
        mu, sigma = self._mu, self._sigma
        return [gauss(mu, sigma) for _ in range(n)]

    def _spread(self, name):
        if not self._sigma:
            raise StatisticsError(f'{name}() not defined when sigma is zero')
        return self._sigma

    def pdf(self, x):
        self._spread('pdf')
        variance = self._sigma * self._sigma
        difference = x - self._mu
        return exp(difference * difference / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        return 0.5 * (1.0 + erf((x - self._mu) / (self._spread('cdf') * _SQRT2)))

    def inv_cdf(self, p):
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError('p must be in the range 0.0 < p < 1.0')
        if self._sigma <= 0.0:
            raise StatisticsError('cdf() not defined when sigma at or below zero')
        return _inverse_cdf(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        if not isinstance(other, NormalDist):
            raise TypeError('Expected another NormalDist instance')
        X, Y = self, other
        if (Y._sigma, Y._mu) < (X._sigma, X._mu):
            X, Y = Y, X
        x_variance, y_variance = X.variance, Y.variance
        if not x_variance or not y_variance:
            raise StatisticsError('overlap() not defined when sigma is zero')
        dv = y_variance - x_variance
        dm = fabs(Y._mu - X._mu)
        if not dv:
            return 1.0 - erf(dm / (2.0 * X._sigma * _SQRT2))
        a = X._mu * y_variance - Y._mu * x_variance
        b = X._sigma * Y._sigma * sqrt(dm * dm + dv * log(y_variance / x_variance))
        x1 = (a + b) / dv
        x2 = (a - b) / dv
        return 1.0 - (fabs(Y.cdf(x1) - X.cdf(x1)) + fabs(Y.cdf(x2) - X.cdf(x2)))

    def zscore(self, x):
        return (x - self._mu) / self._spread('zscore')

    @property
    def mean(self):
        return self._mu

    @property
    def median(self):
        return self._mu

    @property
    def mode(self):
        return self._mu

    @property
    def stdev(self):
        return self._sigma

    @property
    def variance(self):
        return self._sigma * self._sigma

    def __add__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu + x2._mu, _hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    def __sub__(x1, x2):
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu - x2._mu, _hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __mul__(x1, x2):
        return NormalDist(x1._mu * x2, x1._sigma * fabs(x2))

    def __truediv__(x1, x2):
        return NormalDist(x1._mu / x2, x1._sigma / fabs(x2))

    def __pos__(x1):
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        return NormalDist(-x1._mu, x1._sigma)

    __radd__ = __add__

    def __rsub__(x1, x2):
        return -(x1 - x2)

    __rmul__ = __mul__

    def __eq__(x1, x2):
        if not isinstance(x2, NormalDist):
            return NotImplemented
        return x1._mu == x2._mu and x1._sigma == x2._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state
