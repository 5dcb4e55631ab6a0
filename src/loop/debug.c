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

/* Asked after each turn and each callback; the limit is an attribute that a program may set. */
bool debug_was_slow(VM *vm, Loop *l, double *took) {
    double limit = 0;
    if (l->timed == V_NONE) return false;
    *took = loop_time(vm) - l->began;
    Value v = attr_get(vm, l->self, str_intern(vm, "slow_callback_duration", 22));
    return v != V_ERROR && num_to_double(vm, v, &limit) && *took >= limit;
}

Value debug_tell_slow(VM *vm, Loop *l, double took) {
    Value args[] = {l->timed, from_float(took)};
    l->timed = V_NONE;
    return aio_twin(vm, "slow_callback", 2, args);
}
