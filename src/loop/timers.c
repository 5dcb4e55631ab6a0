#include "loop/timers.h"

#include "loop/aio.h"

enum { FIRST_CAP = 16, TIDY_FROM = 100 };

/* Towards the front, up to `start`. */
static void move_up(Timers *t, uint32_t start, uint32_t at) {
    Timer x = t->items[at];
    while (at > start && x.when < t->items[(at - 1) / 2].when) {
        t->items[at] = t->items[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    t->items[at] = x;
}

/* Down to a leaf along the smaller children, then up to its place. */
static void settle(Timers *t, uint32_t at) {
    uint32_t start = at;
    Timer x = t->items[at];
    for (uint32_t child; (child = 2 * at + 1) < t->len; at = child) {
        if (child + 1 < t->len && !(t->items[child].when < t->items[child + 1].when)) child++;
        t->items[at] = t->items[child];
    }
    t->items[at] = x;
    move_up(t, start, at);
}

void timers_add(VM *vm, Timers *t, double when, Ticket ticket) {
    if (t->len == t->cap) {
        uint32_t cap = t->cap ? t->cap * 2 : FIRST_CAP;
        heap_charge(vm, (cap - t->cap) * sizeof(Timer));
        t->items = mem_realloc(t->items, cap * sizeof *t->items);
        t->cap = cap;
    }
    t->items[t->len] = (Timer){when, ticket};
    move_up(t, 0, t->len++);
}

void timers_cancelled(Timers *t) {
    t->cancelled++;
}

Ticket timers_pop(Timers *t) {
    Ticket first = t->items[0].ticket;
    t->items[0] = t->items[--t->len];
    if (t->len > 0) settle(t, 0);
    return first;
}

static void clear_out(Timers *t) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < t->len; i++)
        if (ticket_is_wanted(&t->items[i].ticket)) t->items[kept++] = t->items[i];
    t->len = kept;
    t->cancelled = 0;
    for (uint32_t i = kept / 2; i-- > 0;) settle(t, i);
}

void timers_tidy(Timers *t) {
    if (t->len > TIDY_FROM && t->cancelled > t->len / 2) {
        clear_out(t);
        return;
    }
    while (t->len > 0 && !ticket_is_wanted(&t->items[0].ticket)) {
        timers_pop(t);
        if (t->cancelled) t->cancelled--;
    }
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
