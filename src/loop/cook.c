#include "loop/cook.h"

#include "loop/run.h"

/* --- who stands at the board -------------------------------------------------------------- */

/* What a cook does is not done by the task that the chef has at the board. */
static void record_hand_over(VM *vm, Cook *c) {
    if (!recorder(vm)) return;
    record_at_board(vm, c->begun ? EV_JOB_GOES_ON : EV_JOB_BEGUN, c->number, 0);
    c->meanwhile = recorder(vm)->task;
    recorder(vm)->task = 0;
}

static void record_hand_back(VM *vm, const Cook *c) {
    if (recorder(vm)) recorder(vm)->task = c->meanwhile;
}

void cook_works(VM *vm, Cook *c) {
    record_hand_over(vm, c);
    c->state = COOK_WORKS;
    c->begun = true;
    c->idles = c->listens = false;
    c->wait++;
    c->before = aio(vm)->running;
    aio(vm)->cook = c;
    aio(vm)->running = c->running;
    fiber_switch(vm, c->fiber);
}

void cook_rests(VM *vm, Cook *c) {
    record_hand_back(vm, c);
    aio(vm)->cook = NULL;
    c->running = aio(vm)->running;
    aio(vm)->running = c->before;
    fiber_switch(vm, NULL);
}

static Fiber *cook_fiber(VM *vm, Cook *c);

static uint32_t at_work(const Loop *l) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < l->cooks.len; i++)
        n += l->cooks.items[i]->state != COOK_QUEUED && l->cooks.items[i]->state != COOK_DONE;
    return n;
}

static void take_place(VM *vm, Cook *c) {
    c->fiber = cook_fiber(vm, c);
    crew_ready(vm, c);
}

/* One who has waited for a free place gets a ticket. */
static void call_next(VM *vm, Loop *l) {
    for (uint32_t i = 0; i < l->cooks.len; i++) {
        Cook *c = l->cooks.items[i];
        if (c->state != COOK_QUEUED) continue;
        take_place(vm, c);
        return;
    }
}

static void end_work(VM *vm, Cook *c, Value outcome) {
    c->outcome = outcome;
    c->state = COOK_DONE;
    c->wait++;
    Loop *l = as_loop(c->loop);
    EventIndex before = record_because(
        vm, record(vm, EV_JOB_ENDED, c->number, c->failed ? OUTCOME_RAISED : OUTCOME_RETURNED));
    crew_leaves(vm, c);
    loop_ready(vm, l, from_obj(c), from_small(c->wait));
    record_because(vm, before);
    cook_rests(vm, c);
    call_next(vm, l);
}

/* His first frame: it calls the function and keeps what comes of it. An error of the futures that
 * threads share becomes asyncio's. */
static Value work(VM *vm, Frame *f, Value v) {
    enum { FRESH, CALLED, RAISED };
    Cook *c = AS(Cook, f->slots[0]);
    if (f->stage == FRESH) {
        f->stage = CALLED;
        const Tuple *args = AS(Tuple, c->args);
        return vm_tail(vm, c->function, (int)args->len, args->items);
    }
    if (f->stage == CALLED && v == V_ERROR) {
        f->stage = RAISED;
        c->failed = true;
        v = vm->error;
        vm->error = V_UNDEF;
        if (module_is_loaded(vm, "_cook_futures")) return aio_twin(vm, "error_for_loop", 1, &v);
    }
    end_work(vm, c, v);
    return vm_pause(vm);
}

static Fiber *cook_fiber(VM *vm, Cook *c) {
    Value self = from_obj(c);
    return fiber_new(vm, work, 1, &self);
}

/* --- his work ------------------------------------------------------------------------------- */

enum { FRESH, READY, GONE }; /* stages of a frame that switches */

/* He begins at once; whoever gave him the work goes on when he first waits. Slot: the cook. */
static Value start(VM *vm, Frame *f, Value v) {
    (void)v;
    Cook *c = AS(Cook, f->slots[0]);
    if (f->stage == GONE) return c->future;
    if (f->stage++ == READY) cook_works(vm, c);
    return vm_pause(vm);
}

static Value driver_of(VM *vm, const Loop *l) {
    const Aio *a = aio(vm);
    if (a->cook) return a->cook->driver;
    return a->running == V_NONE ? l->self : a->running;
}

Value cook_begin(VM *vm, Loop *l, Value function, Value args) {
    Cook *c = record_sized(vm, aio(vm)->cook_class, COOK_VALUES, sizeof *c);
    c->loop = l->self;
    c->driver = driver_of(vm, l);
    c->future = from_obj(future_new(vm, l));
    c->over = from_obj(future_new(vm, l));
    c->function = function;
    c->args = args;
    c->number = record_object(vm, OBJECT_JOB, 0);
    as_future(c->future)->number = c->number;
    record(vm, EV_JOB_SUBMITTED, c->number, record_function_name(vm, function));
    bool waits = at_work(l) >= COOKS_AT_ONCE;
    vec_push(&l->cooks, c);
    vec_push(&aio(vm)->crew, c);
    if (!waits && fiber_running(vm)) take_place(vm, c);
    if (waits || fiber_running(vm)) return c->future;
    c->fiber = cook_fiber(vm, c);
    c->state = COOK_WORKS;
    return vm_tail_step(vm, start, 1, (Value[]){from_obj(c)});
}

/* Slots: when he wakes, or None; whether his loop idles meanwhile; whether he can be called. */
static Value wait_step(VM *vm, Frame *f, Value v) {
    (void)v;
    if (f->stage == GONE) return V_NONE;
    if (f->stage++ == READY) {
        Cook *c = aio(vm)->cook;
        double wakes = f->slots[0] == V_NONE ? 0 : as_float(f->slots[0]);
        crew_waits(vm, c, f->slots[0] == V_NONE ? NULL : &wakes);
        c->idles = f->slots[1] == V_TRUE;
        c->listens = f->slots[2] == V_TRUE;
        cook_rests(vm, c);
    }
    return vm_pause(vm);
}

static Value after(VM *vm, double seconds) {
    return from_float(loop_time(vm) + seconds);
}

Value cook_sleep(VM *vm, Ticks length) {
    return vm_tail_step(vm, wait_step, 3, (Value[]){after(vm, (double)length / 1e9), V_FALSE, V_FALSE});
}

Value cook_idle(VM *vm, const Ticks *length) {
    Value wakes = length ? after(vm, (double)*length / 1e9) : V_NONE;
    return vm_tail_step(vm, wait_step, 3, (Value[]){wakes, V_TRUE, V_FALSE});
}

/* _cook_stand(timeout): whoever has to wait for what a loop does (the future of
 * run_coroutine_threadsafe, which Python keeps) stands there until he is called. */
static Value cook_stand(VM *vm, Value *a, int n) {
    (void)n;
    double seconds = 0;
    if (a[0] != V_NONE && !num_to_double(vm, a[0], &seconds)) return V_ERROR;
    if (!aio(vm)->cook) return crew_stand(vm, a[0] == V_NONE ? V_NONE : from_float(seconds));
    Value wakes = a[0] == V_NONE ? V_NONE : after(vm, seconds);
    return vm_tail_step(vm, wait_step, 3, (Value[]){wakes, V_FALSE, V_TRUE});
}

static Value cook_now(VM *vm, Value *a, int n) {
    (void)a, (void)n;
    return aio(vm)->cook ? from_obj(aio(vm)->cook) : V_NONE;
}

/* None is the chef. */
static Value cook_call(VM *vm, Value *a, int n) {
    (void)n;
    if (a[0] == V_NONE) {
        crew_call_chef(vm);
        return V_NONE;
    }
    Cook *c = AS(Cook, a[0]);
    if (c->listens && c->state != COOK_READY) crew_ready(vm, c);
    return V_NONE;
}

/* --- bringing it ------------------------------------------------------------------------------ */

static void deliver(VM *vm, Cook *c) {
    Loop *l = as_loop(c->loop);
    Future *f = as_future(c->future);
    if (f->state == FUTURE_PENDING) {
        if (c->failed) future_set_exception(vm, f, c->outcome);
        else future_set_result(vm, f, c->outcome);
    }
    future_set_result(vm, as_future(c->over), V_NONE);
    fiber_free(vm, c->fiber);
    c->fiber = NULL;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < l->cooks.len; i++)
        if (l->cooks.items[i] != c) l->cooks.items[kept++] = l->cooks.items[i];
    l->cooks.len = kept;
}

Value cook_turn(VM *vm, Cook *c, Value wait) {
    if (wait != from_small(c->wait)) return V_NONE;
    if (c->state == COOK_DONE) {
        deliver(vm, c);
        return V_NONE;
    }
    cook_works(vm, c);
    return vm_pause(vm);
}

static const NativeDef functions[] = {
    {"_cook_now", cook_now, 0, 0, 0, NULL},
    {"_cook_stand", cook_stand, 1, 1, 0, NULL},
    {"_cook_call", cook_call, 1, 1, 0, NULL},
    {0},
};

void cooks_setup(VM *vm, ModuleObj *m) {
    aio(vm)->cook_class =
        class_define(vm, "_asyncio", "Cook", class_get(vm, T_OBJECT), KIND_RECORD, NULL, NULL);
    aio_functions(vm, m, functions);
}
