/* sleep: a turn's rest, or a timer. */
#include "loop/aio.h"

enum { DELAY, RESULT, FUTURE, SLOTS };
enum { FRESH, RESTED, TIMED }; /* stages */

static Value begin(VM *vm, Frame *f, double delay) {
    if (delay <= 0) {
        f->stage = RESTED;
        return vm_yield(vm, V_NONE);
    }
    Loop *l = aio_need_loop(vm);
    if (!l) return V_ERROR;
    Future *future = future_new(vm, l);
    f->slots[FUTURE] = from_obj(future);
    f->stage = TIMED;
    timers_add(vm, &l->timers, loop_ticks(loop_time(vm) + delay),
               (Ticket){from_obj(future), f->slots[RESULT]});
    return future_wait(vm, future);
}

/* The timer needs no cancelling: whoever else wakes the sleeper has ended the future first. */
static Value step(VM *vm, Frame *f, Value v) {
    if (f->stage == FRESH) {
        double delay;
        Value given = f->slots[DELAY];
        if (v == V_ERROR) return v;
        if (v != V_UNDEF) given = v; /* a number that Python made */
        if (!int_is(given) && !float_is(given)) {
            if (class_special(vm, class_of(vm, given), SP_FLOAT) == V_UNDEF)
                return vm_raise(vm, T_TYPE_ERROR, "'<=' not supported between instances of '%s' and 'int'",
                                type_name(vm, given));
            return vm_tail(vm, from_obj(vm->types[T_FLOAT]), 1, &given);
        }
        return num_to_double(vm, given, &delay) ? begin(vm, f, delay) : V_ERROR;
    }
    if (v == V_ERROR) return v;
    return f->stage == RESTED ? f->slots[RESULT] : future_waited(vm, as_future(f->slots[FUTURE]));
}

static Value sleep_for(VM *vm, Value *a, int n) {
    (void)n;
    Str *name = aio(vm)->sleep_name;
    return coroutine_new(vm, name, name, step, SLOTS,
                         (Value[]){a[0], a[1] == V_UNDEF ? V_NONE : a[1], V_NONE});
}

static const NativeDef functions[] = {
    {"sleep", sleep_for, 1, 2, NF_PYTHON, "delay, result"},
    {0},
};

void sleep_setup(VM *vm, ModuleObj *m) {
    aio(vm)->sleep_name = str_intern(vm, "sleep", 5);
    aio_functions(vm, m, functions);
}
