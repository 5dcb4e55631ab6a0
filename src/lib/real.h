/* The parts of the math module that the C library lacks, or in which CPython does not use it:
 * each gives CPython's very bits. */
#ifndef TOQUE_LIB_REAL_H
#define TOQUE_LIB_REAL_H

#include <stddef.h>

typedef enum RealError { REAL_OK, REAL_DOMAIN, REAL_RANGE } RealError;

double real_gamma(double x, RealError *error);
double real_lgamma(double x, RealError *error);

/* The square root of the sum of squares; the values are absolute ones and are overwritten. */
double real_norm(size_t n, double *values);

/* An exact sum of doubles, rounded once: non-overlapping parts of growing size. */
typedef struct RealSum {
    double *parts; /* owned */
    size_t n, cap;
    double special; /* the sum of infinities and NaNs */
    double infinities;
} RealSum;
typedef enum SumError { SUM_OK, SUM_OVERFLOW, SUM_OPPOSITE } SumError;
SumError real_sum_add(RealSum *s, double x);
SumError real_sum_get(const RealSum *s, double *out);
void real_sum_deinit(RealSum *s);

#endif
