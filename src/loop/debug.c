/* Debug mode: a loop says what was made where, and what held it up. */
#include "loop/aio.h"

static const Frame *next_shown(const Frame *f) {
    while (f && !(f->code && !(f->code->flags & CODE_LIBRARY))) f = f->back;
    return f;
}

static Value stand(VM *vm, const Frame *f) {
    Value parts[] = {str_from(vm, f->code->source->name), from_small(record_line(f)),
                     from_obj(f->code->name)};
    return tuple_from(vm, parts, 3);
}

Value debug_stack(VM *vm, const Loop *l) {
    enum { MOST = 10 }; /* as CPython */
    if (!l || !l->debug) return V_NONE;
    Value stands[MOST];
    uint32_t n = 0;
    for (const Frame *f = next_shown(vm->frame); f && n < MOST; f = next_shown(f->back))
        stands[MOST - ++n] = stand(vm, f);
    return n ? list_from(vm, stands + MOST - n, n) : V_NONE;
}

void debug_begins(VM *vm, Loop *l, Value who) {
    if (!l->debug) return;
    l->timed = who;
    l->began = loop_time(vm);
}

/* The limit is an attribute that a program may set. */
static bool is_slow(VM *vm, const Loop *l, double took) {
    double limit = 0;
    Value v = attr_get(vm, l->self, str_intern(vm, "slow_callback_duration", 22));
    return v != V_ERROR && num_to_double(vm, v, &limit) && took >= limit;
}

Value debug_ends(VM *vm, Loop *l) {
    double took = loop_time(vm) - l->began;
    Value args[] = {l->timed, from_float(took)};
    l->timed = V_NONE;
    return is_slow(vm, l, took) ? aio_twin(vm, "slow_callback", 2, args) : V_NONE;
}
