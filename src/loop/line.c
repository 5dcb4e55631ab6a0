/* Lines of waiters: a list that each place is a link of. */
#include "loop/line.h"

#include "lib/collections.h"

/* --- for the collector ---------------------------------------------------------------- */

static void mark_line(VM *vm, void *payload) {
    const Line *l = payload;
    for (Place *p = l->first; p; p = p->behind) heap_mark(vm, from_obj(p));
}

void lines_mark_two(VM *vm, void *payload) {
    mark_line(vm, payload);
    mark_line(vm, (Line *)payload + 1);
}

/* The line is part of its owner. */
static void nothing_to_free(void *payload) {
    (void)payload;
}

const Payload one_line = {.free = nothing_to_free, .mark = mark_line};

ObjectId line_number_of(const Record *owner) {
    bool has_lines = owner->of && (owner->of->mark == mark_line || owner->of->mark == lines_mark_two);
    return has_lines ? ((const Line *)owner->payload)->number : 0;
}

/* --- joining and leaving ---------------------------------------------------------------- */

/* A primitive belongs to the loop in which somebody first had to wait for it. */
static Value bind_loop(VM *vm, Value of, Value *loop) {
    Value running = aio(vm)->running;
    if (*loop == V_NONE) *loop = running;
    if (running != *loop) return aio_twin(vm, "bound_elsewhere", 1, &of);
    if (running == V_NONE)
        return vm_raise(vm, T_ATTRIBUTE_ERROR, "'NoneType' object has no attribute 'create_future'");
    return running;
}

Value line_join(VM *vm, Line *l, Value of, Value *loop) {
    l->used = true;
    Value bound = bind_loop(vm, of, loop);
    if (bound == V_ERROR || bound == V_TAIL) return bound;
    Place *p = record_sized(vm, aio(vm)->future, FUTURE_VALUES, sizeof *p);
    p->future.of = &future_payload;
    p->future.loop = bound;
    p->future.waiting = of;
    p->line = l;
    p->before = l->last;
    if (l->last) l->last->behind = p;
    else l->first = p;
    l->last = p;
    if (!l->wakable) l->wakable = p;
    l->len++;
    return from_obj(p);
}

void line_leave(Place *p) {
    Line *l = p->line;
    if (!l) return;
    if (l->wakable == p) l->wakable = p->behind;
    if (p->before) p->before->behind = p->behind;
    else l->first = p->behind;
    if (p->behind) p->behind->before = p->before;
    else l->last = p->before;
    p->before = p->behind = NULL;
    p->line = NULL;
    p->future.waiting = V_NONE;
    l->len--;
}

/* --- waking --------------------------------------------------------------------------------- */

Place *line_to_wake(Line *l) {
    while (l->wakable && l->wakable->future.state != FUTURE_PENDING) l->wakable = l->wakable->behind;
    return l->wakable;
}

static void wake(VM *vm, Place *p, Value with) {
    future_set_result(vm, &p->future, with);
}

/* A place is awaited by a task as a rule; by something driven by hand perhaps. */
static const Future *waiter_at(const Place *p) {
    return is_task(p->future.callbacks) ? as_future(p->future.callbacks) : NULL;
}

void line_hand(VM *vm, Place *p, Value with) {
    ObjectId number = p->line ? p->line->number : 0;
    if (!recorder(vm) || !number) {
        wake(vm, p, with);
        return;
    }
    const Future *waiter = waiter_at(p);
    EventIndex handed = record_about(vm, EV_HANDED, waiter ? waiter->number : 0, waiter ? waiter->stands : 0,
                                     number, recorder(vm)->task);
    EventIndex before = record_because(vm, handed);
    wake(vm, p, with);
    record_because(vm, before);
}

void line_told(VM *vm, Value place, EventKind kind, uint32_t b) {
    Place *p = as_place(place);
    if (p->line->number) p->future.reason = record(vm, kind, p->line->number, b);
}

void line_told_left(VM *vm, const Place *p) {
    if (p->line && p->line->number) record(vm, EV_LEFT, p->line->number, 0);
}

bool line_wake_first(VM *vm, Line *l, Value with) {
    Place *p = line_to_wake(l);
    if (p) wake(vm, p, with);
    return p != NULL;
}

bool line_all_cancelled(const Line *l) {
    for (const Place *p = l->first; p; p = p->behind)
        if (p->future.state != FUTURE_CANCELLED) return false;
    return true;
}

Value line_as_deque(VM *vm, const Line *l) {
    Value deque = lib_deque_new(vm);
    for (const Place *p = l->first; p; p = p->behind) lib_deque_append(vm, deque, from_obj(p));
    return deque;
}
