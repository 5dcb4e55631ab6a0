/* Event: a flag that tasks wait for.
 *
 * Setting it wakes all who wait, in the order in which they came; each leaves the line in its own
 * turn. Clearing it calls nobody back who has been woken. */
#include "loop/primitives.h"

enum { EVENT_VALUES = 2 };

static Event *self_of(const Value *a) {
    return AS(Event, a[0]);
}

Event *event_new(VM *vm, Class *cls) {
    Event *e = record_sized(vm, cls, EVENT_VALUES, sizeof *e);
    e->payload = &e->line;
    e->of = &one_line;
    return e;
}

void event_set(VM *vm, Event *e) {
    if (e->set) return;
    e->set = true;
    EventIndex before = record_cause(vm);
    EventIndex set = record_of(vm, EV_EVENT_SET, e->line.number, e->line.len);
    if (set) record_because(vm, set);
    while (line_wake_first(vm, &e->line, V_TRUE)) continue;
    record_because(vm, before);
}

Value event_want(VM *vm, Event *e, Value *place) {
    if (e->set) return record_of(vm, EV_GOT, e->line.number, 0), V_TRUE;
    Value p = line_join(vm, &e->line, from_obj(e), &e->loop);
    if (p == V_ERROR || p == V_TAIL) return p;
    *place = p;
    line_told(vm, p, EV_WANTED, e->line.len);
    return future_wait(vm, as_future(p));
}

Value event_woken(VM *vm, Value place, Value v) {
    if (place == V_NONE) return v;
    if (v == V_ERROR) line_told_left(vm, as_place(place));
    else record_of(vm, EV_GOT, as_place(place)->line->number, 0);
    line_leave(as_place(place));
    if (v != V_ERROR) v = future_waited(vm, as_future(place));
    return v == V_ERROR ? v : V_TRUE;
}

/* --- wait ------------------------------------------------------------------------------------ */

enum { SELF, PLACE, SLOTS };
enum { FRESH, WAITING };

static Value wait_step(VM *vm, Frame *f, Value v) {
    if (f->stage == WAITING) return event_woken(vm, f->slots[PLACE], v);
    f->stage = WAITING;
    return event_want(vm, AS(Event, f->slots[SELF]), &f->slots[PLACE]);
}

static Value wait(VM *vm, Value *a, int n) {
    (void)n;
    if (self_of(a)->set && vm_is_awaited(vm)) return primitive_at_once(vm, event_want(vm, self_of(a), NULL));
    return primitive_coroutine(vm, COROUTINE_EVENT_WAIT, wait_step, SLOTS, (Value[]){a[0], V_NONE});
}

/* --- methods ----------------------------------------------------------------------------------- */

static Value construct(VM *vm, Value *a, int n) {
    (void)n;
    Event *e = event_new(vm, AS(Class, a[0]));
    e->line.number = record_made_here(vm, OBJECT_EVENT, 0);
    return from_obj(e);
}

static Value init(VM *vm, Value *a, int n) {
    (void)vm, (void)a, (void)n;
    return V_NONE;
}

static Value set(VM *vm, Value *a, int n) {
    (void)n;
    event_set(vm, self_of(a));
    return V_NONE;
}

static Value clear(VM *vm, Value *a, int n) {
    (void)n;
    Event *e = self_of(a);
    if (e->set) record_of(vm, EV_EVENT_CLEARED, e->line.number, 0);
    e->set = false;
    return V_NONE;
}

static Value is_set(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return from_bool(self_of(a)->set);
}

static Value repr(VM *vm, Value *a, int n) {
    (void)n;
    const Event *e = self_of(a);
    return primitive_repr(vm, a[0], e->set ? "set" : "unset", &e->line);
}

static Value get_value(VM *vm, Value *a, int n) {
    if (n < 2) return from_bool(self_of(a)->set);
    self_of(a)->set = val_truth(vm, a[1]) == YES;
    return V_NONE;
}

static Value get_waiters(VM *vm, Value *a, int n) {
    (void)n;
    return line_as_deque(vm, &self_of(a)->line);
}

static const NativeDef methods[] = {
    {"__init__", init, 1, 1, NF_SLOT | NF_PYTHON, "self"},
    {"set", set, 1, 1, NF_PLAIN_METHOD, "self"},
    {"clear", clear, 1, 1, NF_PLAIN_METHOD, "self"},
    {"is_set", is_set, 1, 1, NF_PLAIN_METHOD, "self"},
    {"wait", wait, 1, 1, NF_ASYNC_METHOD, "self"},
    {"__repr__", repr, 1, 1, NF_SLOT, NULL},
    {"_value", get_value, 1, 2, NF_GETTER, NULL},
    {"_waiters", get_waiters, 1, 1, NF_GETTER, NULL},
    {"_loop", primitive_loop, 1, 2, NF_GETTER, NULL},
    {0},
};

static const NativeDef event_construct = {"Event", construct, 1, 1, NF_PYTHON, "cls"};

void event_setup(VM *vm, ModuleObj *m) {
    Aio *a = aio(vm);
    a->event = aio_class(vm, "asyncio.locks", "Event", class_get(vm, T_OBJECT), &event_construct, methods);
    module_set(vm, m, "Event", from_obj(a->event));
}
