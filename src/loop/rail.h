/* The rail: what is ready, in the order in which it will be run (a loop's ready queue). */
#ifndef TOQUE_LOOP_RAIL_H
#define TOQUE_LOOP_RAIL_H

#include "vm/vm.h"

/* What one entry asks for depends on `what`:
 *   a Handle         its callback is called
 *   a task           a turn; `with` is None, the future that it waited for, or an exception to throw
 *   a gathering      its child `with` is done
 *   another future   it gets the result `with`, if it is still pending
 *   a cook           his work goes on, or is brought
 *   a loop           its run ends; `with` is the future it ran for */
typedef struct Ticket {
    Value what, with;
    uint32_t cause; /* the event that put it there; see record.h */
} Ticket;

typedef struct Rail {
    Ticket *items; /* a ring; owned */
    uint32_t first, len, cap;
} Rail;

void rail_grow(VM *vm, Rail *r);
static inline void rail_push(VM *vm, Rail *r, Ticket t) {
    if (r->len == r->cap) rail_grow(vm, r);
    r->items[(r->first + r->len++) & (r->cap - 1)] = t;
}
void rail_push_first(VM *vm, Rail *r, Ticket t); /* to be run next */
static inline Ticket rail_pop(Rail *r) {         /* there must be one */
    Ticket t = r->items[r->first];
    r->first = (r->first + 1) & (r->cap - 1);
    r->len--;
    return t;
}
void rail_mark(VM *vm, const Rail *r);
void rail_deinit(Rail *r);

#endif
