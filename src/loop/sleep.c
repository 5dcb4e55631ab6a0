/* sleep: a turn's rest, or a timer. */
#include "loop/aio.h"

enum { DELAY, RESULT, FUTURE, SLOTS };
enum { FRESH, RESTED, TIMED }; /* stages */

/* A request of aiohttp sleeps until its answer is there: then that is what is waited for. */
static EventIndex record_sleep(VM *vm, EventIndex timer) {
    if (!recorder(vm)) return 0;
    ObjectId request = recorder(vm)->request;
    if (!request) return record(vm, EV_SLEEPS, timer, 0);
    recorder(vm)->request = 0;
    record(vm, EV_REQUEST_SENT, request, timer);
    return record(vm, EV_AWAITS, request, 0);
}

static Value begin(VM *vm, Frame *f, double delay) {
    if (delay <= 0) {
        if (recorder(vm)) recorder(vm)->request = 0;
        f->stage = RESTED;
        return vm_yield(vm, V_NONE);
    }
    Loop *l = aio_need_loop(vm);
    if (!l) return V_ERROR;
    Future *future = future_new(vm, l);
    f->slots[FUTURE] = from_obj(future);
    f->stage = TIMED;
    loop_timer(vm, l, loop_time(vm) + delay, from_obj(future), f->slots[RESULT]);
    future->reason = record_sleep(vm, future->timer);
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
    if (v == V_ERROR) {
        if (f->stage == TIMED) timers_cancelled(&future_loop(as_future(f->slots[FUTURE]))->timers);
        return v;
    }
    return f->stage == RESTED ? f->slots[RESULT] : future_waited(vm, as_future(f->slots[FUTURE]));
}

static Value sleep_for(VM *vm, Value *a, int n) {
    (void)n;
    Str *name = aio(vm)->sleep_name;
    return coroutine_new(vm, name, name, step, SLOTS,
                         (Value[]){a[0], a[1] == V_UNDEF ? V_NONE : a[1], V_NONE});
}

static const NativeDef functions[] = {
    {"sleep", sleep_for, 1, 2, NF_COROUTINE, "delay, result"},
    {0},
};

void sleep_setup(VM *vm, ModuleObj *m) {
    aio(vm)->sleep_name = str_intern(vm, "sleep", 5);
    aio_functions(vm, m, functions);
}
