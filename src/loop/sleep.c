/* sleep: a turn's rest, or a timer. A coroutine; but where it is awaited at once, and by nothing
 * but that seen, the future of the timer itself is quicker. */
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

static Future *timed(VM *vm, Loop *l, double delay, Value result) {
    Future *future = future_new(vm, l);
    loop_timer(vm, l, loop_time(vm) + delay, from_obj(future), result);
    future->reason = record_sleep(vm, future->timer);
    return future;
}

static Value begin(VM *vm, Frame *f, double delay) {
    if (delay <= 0) {
        if (recorder(vm)) recorder(vm)->request = 0;
        f->stage = RESTED;
        return vm_yield(vm, V_NONE);
    }
    Loop *l = aio_need_loop(vm);
    if (!l) return V_ERROR;
    Future *future = timed(vm, l, delay, f->slots[RESULT]);
    f->slots[FUTURE] = from_obj(future);
    f->stage = TIMED;
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
        if (f->stage == TIMED) future_drop_timer(vm, as_future(f->slots[FUTURE]));
        return v;
    }
    return f->stage == RESTED ? f->slots[RESULT] : future_waited(vm, as_future(f->slots[FUTURE]));
}

/* --- without a coroutine ------------------------------------------------------------------- */

/* Rests once. Slots: the result, whether it has rested. */
static Value rest_step(VM *vm, Value self, Value sent) {
    (void)sent;
    Value *slots = AS(Record, self)->slots;
    if (slots[1] == V_TRUE) {
        aio(vm)->spare_rest = self;
        return vm_return_stop(vm, slots[0]);
    }
    slots[1] = V_TRUE;
    return V_NONE;
}

/* Only its `await` holds one, so that it can serve the next when that is over. */
static Value rest_new(VM *vm, Value result) {
    Aio *a = aio(vm);
    Value rest = a->spare_rest;
    if (rest == V_NONE) rest = record_new(vm, a->rest, 2);
    a->spare_rest = V_NONE;
    AS(Record, rest)->slots[0] = result;
    AS(Record, rest)->slots[1] = V_FALSE;
    return rest;
}

static Value rest_await(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return a[0];
}

static const NativeDef rest_methods[] = {
    {"__await__", rest_await, 1, 1, NF_SLOT, NULL},
    {0},
};

/* V_UNDEF: it takes a coroutine. */
static Value sleep_at_once(VM *vm, Value delay, Value result) {
    if ((!is_int(delay) && !is_float(delay)) || !vm_is_awaited(vm)) return V_UNDEF;
    double seconds = is_int(delay) ? (double)as_small(delay) : as_float(delay);
    if (seconds <= 0) {
        if (recorder(vm)) recorder(vm)->request = 0;
        return rest_new(vm, result);
    }
    Loop *l = aio_running(vm);
    if (!l) return V_UNDEF;
    Future *future = timed(vm, l, seconds, result);
    future->sleeps = true;
    return from_obj(future);
}

static Value sleep_for(VM *vm, Value *a, int n) {
    (void)n;
    Value result = a[1] == V_UNDEF ? V_NONE : a[1], v = sleep_at_once(vm, a[0], result);
    if (v != V_UNDEF) return v;
    Str *name = aio(vm)->sleep_name;
    return coroutine_new(vm, name, name, step, SLOTS, (Value[]){a[0], result, V_NONE});
}

static const NativeDef functions[] = {
    {"sleep", sleep_for, 1, 2, NF_PYTHON | NF_COROUTINE, "delay, result"},
    {0},
};

void sleep_setup(VM *vm, ModuleObj *m) {
    Aio *a = aio(vm);
    a->sleep_name = str_intern(vm, "sleep", 5);
    a->rest = class_define(vm, "_asyncio", "rest", class_get(vm, T_OBJECT), KIND_RECORD, NULL, rest_methods);
    a->rest->await_step = rest_step;
    a->spare_rest = V_NONE;
    aio_functions(vm, m, functions);
}
