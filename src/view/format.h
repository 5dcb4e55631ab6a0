/* Times and counts as a person reads them, in a language. All append. */
#ifndef TOQUE_VIEW_FORMAT_H
#define TOQUE_VIEW_FORMAT_H

#include "base/buf.h"
#include "base/msg.h"

void format_time(Buf *out, Lang lang, uint64_t nanoseconds, int decimals); /* "1.200 s" */
void format_left(Buf *out, Lang lang, uint64_t nanoseconds); /* "0.9 s", "85 ms": rounded up, so 0 is none */
void format_count(Buf *out, uint64_t n);                     /* thin spaces between thousands */

#endif
