/* Reads a record as it is written and holds it to what must be true of every event loop: at
 * most one task is at the board; every live task is in exactly one place (new, ready, at the
 * board, waiting), and waits in one line at most; a lock has one holder; time never goes
 * back. A breach is a mistake of ours. It costs the same small work for each event. */
#ifndef TOQUE_TRACE_AUDIT_H
#define TOQUE_TRACE_AUDIT_H

#include "trace/trace.h"

typedef struct Audit Audit;

Audit *audit_new(const Trace *t);
void audit_free(Audit *a);

/* Looks at the events since the last time, best after every round. False at the first breach,
 * with what is wrong, the event last, in `breach`; then it has seen enough. */
bool audit_read(Audit *a, Buf *breach);

/* So that the loop can compare with its own queues. */
uint32_t audit_ready(const Audit *a); /* tasks on the rail */
uint32_t audit_live(const Audit *a);  /* tasks that are not done */

#endif
