#include "loop/timers.h"

#include "loop/aio.h"

enum { FIRST_CAP = 16, CLEAR_FROM = 256 };

static bool before(const Timer *a, const Timer *b) {
    return a->due != b->due ? a->due < b->due : a->number < b->number;
}

static void sift_up(Timers *t, uint32_t at) {
    Timer x = t->items[at];
    while (at > 0 && before(&x, &t->items[(at - 1) / 2])) {
        t->items[at] = t->items[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    t->items[at] = x;
}

static void sift_down(Timers *t, uint32_t at) {
    Timer x = t->items[at];
    for (uint32_t child; (child = 2 * at + 1) < t->len; at = child) {
        if (child + 1 < t->len && before(&t->items[child + 1], &t->items[child])) child++;
        if (!before(&t->items[child], &x)) break;
        t->items[at] = t->items[child];
    }
    t->items[at] = x;
}

/* A cancelled timer stays in the heap until it comes first. Where most are such (a wait_for that
 * never runs out, in a loop), they are cleared out together. */
static void clear_out(Timers *t) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < t->len; i++)
        if (ticket_is_wanted(&t->items[i].ticket)) t->items[kept++] = t->items[i];
    t->len = kept;
    t->keep = kept;
    for (uint32_t i = kept / 2; i-- > 0;) sift_down(t, i);
}

void timers_add(VM *vm, Timers *t, Ticks due, Ticket ticket) {
    if (t->len >= CLEAR_FROM && t->len >= 2 * t->keep) clear_out(t);
    if (t->len == t->cap) {
        uint32_t cap = t->cap ? t->cap * 2 : FIRST_CAP;
        heap_charge(vm, (cap - t->cap) * sizeof(Timer));
        t->items = mem_realloc(t->items, cap * sizeof *t->items);
        t->cap = cap;
    }
    t->items[t->len] = (Timer){due, t->count++, ticket};
    sift_up(t, t->len++);
}

Ticket timers_pop(Timers *t) {
    Ticket first = t->items[0].ticket;
    t->items[0] = t->items[--t->len];
    if (t->len > 0) sift_down(t, 0);
    return first;
}

const Timer *timers_first(Timers *t) {
    while (t->len > 0 && !ticket_is_wanted(&t->items[0].ticket)) timers_pop(t);
    return t->len > 0 ? &t->items[0] : NULL;
}

void timers_mark(VM *vm, const Timers *t) {
    for (uint32_t i = 0; i < t->len; i++) {
        heap_mark(vm, t->items[i].ticket.what);
        heap_mark(vm, t->items[i].ticket.with);
    }
}

void timers_deinit(Timers *t) {
    mem_free(t->items);
}
