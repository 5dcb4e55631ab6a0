#include "loop/ledger.h"

/* Room at the end: by moving what is left to the front, or by more of it. */
static void make_room(Ledger *l) {
    uint32_t len = l->end - l->first;
    if (l->first < l->room / 2 || l->room == 0) {
        l->room = l->room ? l->room * 2 : 8;
        l->lines = mem_realloc(l->lines, l->room * sizeof *l->lines);
    }
    if (l->first) memmove(l->lines, l->lines + l->first, len * sizeof *l->lines);
    l->first = 0;
    l->end = len;
}

void ledger_add(Ledger *l, Value item, EventIndex put) {
    if (!put) return;
    if (l->end == l->room) make_room(l);
    l->lines[l->end++] = (struct LedgerLine){item, put};
}

/* Those at both ends that have been taken are forgotten; one in the middle leaves a gap. */
static EventIndex strike_out(Ledger *l, uint32_t at) {
    EventIndex put = l->lines[at].put;
    l->lines[at].put = 0;
    while (l->first < l->end && !l->lines[l->first].put) l->first++;
    while (l->end > l->first && !l->lines[l->end - 1].put) l->end--;
    return put;
}

EventIndex ledger_take(Ledger *l, Value item, bool newest) {
    for (uint32_t n = 0; n < l->end - l->first; n++) {
        uint32_t i = newest ? l->end - 1 - n : l->first + n;
        if (l->lines[i].put && l->lines[i].item == item) return strike_out(l, i);
    }
    return 0;
}

void ledger_deinit(Ledger *l) {
    mem_free(l->lines);
}
