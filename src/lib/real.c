#include "lib/real.h"

#include "base/mem.h"

#include <math.h>
#include <stdbool.h>

static const double pi = 3.141592653589793238462643383279502884197;

/* --- gamma ---------------------------------------------------------------------------------
 *
 * Lanczos's approximation with the coefficients that Boost computed (N = 13) and CPython uses.
 * The order of the operations is theirs too: it decides the last bits. */

enum { TERMS = 13, SMALL_FACTORIALS = 23 };

static const double lanczos_g = 6.024680040776729583740234375;
static const double lanczos_g_minus_half = 5.524680040776729583740234375;

static const double numerator[TERMS] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408,
};

static const double denominator[TERMS] = {
    0.0,       39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0,
    2637558.0, 357423.0,   32670.0,     1925.0,      66.0,        1.0,
};

static const double factorials[SMALL_FACTORIALS] = {
    1.0,
    1.0,
    2.0,
    6.0,
    24.0,
    120.0,
    720.0,
    5040.0,
    40320.0,
    362880.0,
    3628800.0,
    39916800.0,
    479001600.0,
    6227020800.0,
    87178291200.0,
    1307674368000.0,
    20922789888000.0,
    355687428096000.0,
    6402373705728000.0,
    121645100408832000.0,
    2432902008176640000.0,
    51090942171709440000.0,
    1124000727777607680000.0,
};

static double lanczos_sum(double x) {
    double top = 0.0, bottom = 0.0;
    if (x < 5.0) {
        for (int i = TERMS; i-- > 0;) {
            top = top * x + numerator[i];
            bottom = bottom * x + denominator[i];
        }
    } else {
        for (int i = 0; i < TERMS; i++) {
            top = top / x + numerator[i];
            bottom = bottom / x + denominator[i];
        }
    }
    return top / bottom;
}

/* sin(pi * x), exact where it is 0 and accurate near there. */
static double sin_pi(double x) {
    double y = fmod(fabs(x), 2.0), r = 0.0;
    switch ((int)round(2.0 * y)) {
    case 0: r = sin(pi * y); break;
    case 1: r = cos(pi * (y - 0.5)); break;
    case 2: r = sin(pi * (1.0 - y)); break;
    case 3: r = -cos(pi * (y - 1.5)); break;
    case 4: r = sin(pi * (y - 2.0)); break;
    default: break;
    }
    return copysign(1.0, x) * r;
}

/* y ** e for the power in gamma, in two halves where the whole would overflow. */
static double times_power(double r, double y, double size, bool divide) {
    if (size < 140.0) {
        double whole = pow(y, size - 0.5);
        return divide ? r / whole : r * whole;
    }
    double half = pow(y, size / 2.0 - 0.25);
    return divide ? r / half / half : r * half * half;
}

static double gamma_lanczos(double x) {
    double size = fabs(x), y = size + lanczos_g_minus_half, z, r;
    /* What the sum above lost, as a correction to y. */
    if (size > lanczos_g_minus_half) z = y - size - lanczos_g_minus_half;
    else z = y - lanczos_g_minus_half - size;
    z = z * lanczos_g / y;
    if (x < 0.0) {
        r = -pi / sin_pi(size) / size * exp(y) / lanczos_sum(size);
        r -= z * r;
    } else {
        r = lanczos_sum(size) / exp(y);
        r += z * r;
    }
    return times_power(r, y, size, x < 0.0);
}

double real_gamma(double x, RealError *error) {
    const double tiny = 1e-20, great = 200.0;
    if (isnan(x) || (isinf(x) && x > 0)) return x;
    if (x == 0.0) return *error = REAL_DOMAIN, copysign(INFINITY, x);
    if (isinf(x) || (x < 0.0 && x == floor(x))) return *error = REAL_DOMAIN, NAN;
    if (x == floor(x) && x <= SMALL_FACTORIALS) return factorials[(int)x - 1];
    double r;
    if (fabs(x) < tiny) r = 1.0 / x;
    else if (fabs(x) > great) r = x < 0.0 ? 0.0 / sin_pi(x) : INFINITY;
    else r = gamma_lanczos(x);
    if (isinf(r)) *error = REAL_RANGE;
    return r;
}

double real_lgamma(double x, RealError *error) {
    const double log_pi = 1.144729885849400174143427351353058711647, tiny = 1e-20;
    if (isnan(x)) return x;
    if (isinf(x)) return INFINITY;
    if (x == floor(x) && x <= 2.0) {
        if (x > 0.0) return 0.0;
        return *error = REAL_DOMAIN, INFINITY;
    }
    double size = fabs(x);
    if (size < tiny) return -log(size);
    double r = log(lanczos_sum(size)) - lanczos_g;
    r += (size - 0.5) * (log(size + lanczos_g - 0.5) - 1);
    if (x < 0.0) r = log_pi - log(fabs(sin_pi(size))) - log(size) - r;
    if (isinf(r)) *error = REAL_RANGE;
    return r;
}

/* --- norm ----------------------------------------------------------------------------------
 *
 * Squares are exact in two halves, sums keep what they lose, and the root is corrected by one
 * differential step: nearly always the rounded true value. */

typedef struct Norm {
    double sum, lost_high, lost_middle, lost_low;
} Norm;

static double add_keeping(double *sum, double x) {
    double before = *sum;
    *sum += x;
    return before - *sum + x;
}

/* Adds sign * x * x. */
static void norm_add_square(Norm *n, double x, double sign) {
    const double splitter = 134217729.0; /* 2 ** 27 + 1 */
    double t = x * splitter, high = t - (t - x), low = x - high;
    n->lost_high += add_keeping(&n->sum, sign * high * high);
    n->lost_middle += add_keeping(&n->sum, sign * 2.0 * high * low);
    n->lost_low += sign * low * low;
}

static double norm_total(const Norm *n) {
    return n->sum - 1.0 + (n->lost_high + n->lost_middle + n->lost_low);
}

static double norm_of_tiny(size_t n, const double *values, double greatest) {
    double sum = 1.0, lost = 0.0;
    for (size_t i = 0; i < n; i++) {
        double x = values[i] / greatest;
        lost += add_keeping(&sum, x * x);
    }
    return greatest * sqrt(sum - 1.0 + lost);
}

double real_norm(size_t n, double *values) {
    double greatest = 0.0;
    bool has_nan = false;
    for (size_t i = 0; i < n; i++) {
        has_nan |= isnan(values[i]) != 0;
        if (values[i] > greatest) greatest = values[i];
    }
    if (isinf(greatest)) return greatest;
    if (has_nan) return NAN;
    if (greatest == 0.0 || n <= 1) return greatest;
    int exponent;
    frexp(greatest, &exponent);
    /* 2 ** -exponent would overflow for subnormals. */
    if (exponent < -1023) return norm_of_tiny(n, values, greatest);
    double scale = ldexp(1.0, -exponent);
    Norm norm = {1.0, 0.0, 0.0, 0.0};
    for (size_t i = 0; i < n; i++) norm_add_square(&norm, values[i] * scale, 1.0);
    double root = sqrt(norm_total(&norm));
    norm_add_square(&norm, root, -1.0);
    return (root + norm_total(&norm) / (2.0 * root)) / scale;
}

/* --- exact sums ------------------------------------------------------------------------------
 *
 * Shewchuk's: each new number is added to the parts in turn, and what an addition loses stays as
 * a part of its own. */

SumError real_sum_add(RealSum *s, double x) {
    double given = x;
    size_t kept = 0;
    for (size_t j = 0; j < s->n; j++) {
        double y = s->parts[j];
        if (fabs(x) < fabs(y)) {
            double greater = y;
            y = x;
            x = greater;
        }
        double high = x + y, low = y - (high - x);
        if (low != 0.0) s->parts[kept++] = low;
        x = high;
    }
    s->n = kept;
    if (x == 0.0) return SUM_OK;
    if (!isfinite(x)) {
        if (isfinite(given)) return SUM_OVERFLOW;
        if (isinf(given)) s->infinities += given;
        s->special += given;
        s->n = 0;
        return SUM_OK;
    }
    if (s->n == s->cap) {
        s->cap = s->cap ? s->cap * 2 : 32;
        s->parts = mem_realloc(s->parts, s->cap * sizeof *s->parts);
    }
    s->parts[s->n++] = x;
    return SUM_OK;
}

SumError real_sum_get(const RealSum *s, double *out) {
    if (s->special != 0.0) {
        *out = s->special;
        return isnan(s->infinities) ? SUM_OPPOSITE : SUM_OK;
    }
    *out = 0.0;
    if (s->n == 0) return SUM_OK;
    size_t n = s->n;
    double high = s->parts[--n], low = 0.0;
    while (n > 0) {
        double x = high, y = s->parts[--n];
        high = x + y;
        low = y - (high - x);
        if (low != 0.0) break;
    }
    /* A half way case rounds by the parts below it. */
    if (n > 0 && ((low < 0.0 && s->parts[n - 1] < 0.0) || (low > 0.0 && s->parts[n - 1] > 0.0))) {
        double twice = low * 2.0, x = high + twice;
        if (twice == x - high) high = x;
    }
    *out = high;
    return SUM_OK;
}

void real_sum_deinit(RealSum *s) {
    mem_free(s->parts);
}
