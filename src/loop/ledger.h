/* Which event put each item that lies in a queue, so that the one who takes it can be told. Items
 * come out in the order in which they went in, or in the opposite one, or by what they are worth;
 * and a program's own queue may lose some. */
#ifndef TOQUE_LOOP_LEDGER_H
#define TOQUE_LOOP_LEDGER_H

#include "loop/record.h"

/* Zeroed memory is an empty one. Only kept while the run is recorded. */
typedef struct Ledger {
    struct LedgerLine {
        Value item;     /* alive: it lies in the queue */
        EventIndex put; /* 0: it has been taken */
    } * lines;          /* owned */
    uint32_t first, end, room;
} Ledger;

void ledger_add(Ledger *l, Value item, EventIndex put);
/* Of the same item put several times the oldest, or the newest. 0: nobody knows who put that. */
EventIndex ledger_take(Ledger *l, Value item, bool newest);
void ledger_deinit(Ledger *l);

#endif
