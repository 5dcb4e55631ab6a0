/* A date and time of day in parts, in the calendar that datetime calls proleptic Gregorian,
 * always in UTC: a run has no other time zone. */
#ifndef TOQUE_LIB_MOMENT_H
#define TOQUE_LIB_MOMENT_H

#include "base/buf.h"

#include <stdbool.h>
#include <stdint.h>

/* What time.time() and the clocks are when a run begins. */
enum { EPOCH_SECONDS = 1767225600, CLOCK_SECONDS = 1000 };

typedef struct Moment {
    int64_t year;
    int month, day; /* from 1 */
    int hour, minute, second;
    int weekday; /* Monday is 0 */
    int yearday; /* from 1 */
} Moment;

void moment_from_seconds(Moment *m, int64_t seconds); /* since 1970 */
/* Fields may be out of their ranges, as in mktime; the weekday and yearday do not count. */
int64_t moment_to_seconds(const Moment *m);

/* strftime as glibc has it in the C locale. */
void moment_format(const Moment *m, const char *format, size_t len, Buf *out);
void moment_ctime(const Moment *m, Buf *out); /* Thu Jan  1 00:00:00 2026 */

#endif
