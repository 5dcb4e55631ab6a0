#include "loop/rail.h"

enum { FIRST_CAP = 64 };

void rail_grow(VM *vm, Rail *r) {
    uint32_t cap = r->cap ? r->cap * 2 : FIRST_CAP;
    heap_charge(vm, (cap - r->cap) * sizeof(Ticket));
    Ticket *items = mem_alloc(cap * sizeof *items);
    for (uint32_t i = 0; i < r->len; i++) items[i] = r->items[(r->first + i) & (r->cap - 1)];
    mem_free(r->items);
    r->items = items;
    r->first = 0;
    r->cap = cap;
}

void rail_push_first(VM *vm, Rail *r, Ticket t) {
    if (r->len == r->cap) rail_grow(vm, r);
    r->first = (r->first - 1) & (r->cap - 1);
    r->items[r->first] = t;
    r->len++;
}

void rail_mark(VM *vm, const Rail *r) {
    for (uint32_t i = 0; i < r->len; i++) {
        const Ticket *t = &r->items[(r->first + i) & (r->cap - 1)];
        heap_mark(vm, t->what);
        heap_mark(vm, t->with);
    }
}

void rail_deinit(Rail *r) {
    mem_free(r->items);
}
