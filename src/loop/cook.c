#include "loop/cook.h"

#include "loop/run.h"

/* --- who stands at the board -------------------------------------------------------------- */

/* What a cook does is not done by the task that the chef has at the board. */
static void record_hand_over(VM *vm, Cook *c) {
    if (!recorder(vm)) return;
    record_at_board(vm, c->state == COOK_QUEUED ? EV_JOB_BEGUN : EV_JOB_GOES_ON, c->number, 0);
    c->meanwhile = recorder(vm)->task;
    recorder(vm)->task = 0;
}

static void record_hand_back(VM *vm, const Cook *c) {
    if (recorder(vm)) recorder(vm)->task = c->meanwhile;
}

static void hand_over_to(VM *vm, Cook *c) {
    record_hand_over(vm, c);
    c->state = COOK_WORKS;
    aio(vm)->cook = c;
    c->interrupts = aio(vm)->running != V_NONE;
    aio(vm)->running = c->running;
    fiber_switch(vm, c->fiber);
}

static void hand_back(VM *vm, Cook *c) {
    record_hand_back(vm, c);
    aio(vm)->cook = NULL;
    c->running = aio(vm)->running;
    aio(vm)->running = c->interrupts ? c->loop : V_NONE;
    fiber_switch(vm, NULL);
}

static Fiber *cook_fiber(VM *vm, Cook *c);

static uint32_t at_work(const Loop *l) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < l->cooks.len; i++)
        n += l->cooks.items[i]->state != COOK_QUEUED && l->cooks.items[i]->state != COOK_DONE;
    return n;
}

/* One who has waited for a free place gets a ticket. */
static void call_next(VM *vm, Loop *l) {
    for (uint32_t i = 0; i < l->cooks.len; i++) {
        Cook *c = l->cooks.items[i];
        if (c->state != COOK_QUEUED || c->fiber) continue;
        c->fiber = cook_fiber(vm, c);
        loop_ready(vm, l, from_obj(c), V_NONE);
        return;
    }
}

/* His first frame: it calls the function and keeps what comes of it. */
static Value work(VM *vm, Frame *f, Value v) {
    Cook *c = AS(Cook, f->slots[0]);
    if (f->stage++ == 0) {
        const Tuple *args = AS(Tuple, c->args);
        return vm_tail(vm, c->function, (int)args->len, args->items);
    }
    c->failed = v == V_ERROR;
    c->outcome = c->failed ? vm->error : v;
    vm->error = V_UNDEF;
    c->state = COOK_DONE;
    Loop *l = as_loop(c->loop);
    Outcome outcome = c->failed ? OUTCOME_RAISED : OUTCOME_RETURNED;
    EventIndex before = record_because(vm, record(vm, EV_JOB_ENDED, c->number, outcome));
    loop_ready(vm, l, from_obj(c), V_NONE);
    record_because(vm, before);
    hand_back(vm, c);
    call_next(vm, l);
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
    if (f->stage++ == READY) hand_over_to(vm, c);
    return vm_pause(vm);
}

Value cook_begin(VM *vm, Loop *l, Value function, Value args) {
    Cook *c = record_sized(vm, aio(vm)->cook_class, COOK_VALUES, sizeof *c);
    c->loop = l->self;
    c->future = from_obj(future_new(vm, l));
    c->over = from_obj(future_new(vm, l));
    c->function = function;
    c->args = args;
    c->number = record_object(vm, OBJECT_JOB, 0);
    as_future(c->future)->number = c->number;
    record(vm, EV_JOB_SUBMITTED, c->number, record_function_name(vm, function));
    bool waits = fiber_running(vm) || at_work(l) >= COOKS_AT_ONCE;
    vec_push(&l->cooks, c);
    if (waits) return c->future;
    c->fiber = cook_fiber(vm, c);
    return vm_tail_step(vm, start, 1, (Value[]){from_obj(c)});
}

/* Slots: when he wakes. */
static Value sleep_step(VM *vm, Frame *f, Value v) {
    (void)v;
    if (f->stage == GONE) return V_NONE;
    if (f->stage++ == READY) {
        Cook *c = aio(vm)->cook;
        c->state = COOK_SLEEPS;
        record(vm, EV_JOB_WAITS, c->number,
               loop_timer(vm, as_loop(c->loop), as_float(f->slots[0]), from_obj(c), V_NONE));
        hand_back(vm, c);
    }
    return vm_pause(vm);
}

Value cook_sleep(VM *vm, Ticks length) {
    return vm_tail_step(vm, sleep_step, 1, (Value[]){from_float(loop_time(vm) + (double)length / 1e9)});
}

/* Whoever has to wait for what the loop does (the future of run_coroutine_threadsafe, which Python
 * keeps) stands there until he is called. The chef himself would wait for himself. */
static Value stand_step(VM *vm, Frame *f, Value v) {
    (void)v;
    if (f->stage == GONE) return V_NONE;
    if (f->stage++ == READY) {
        Cook *c = aio(vm)->cook;
        if (!c) {
            run_deadlocked(vm);
            return vm_pause(vm);
        }
        c->state = COOK_STANDS;
        record(vm, EV_JOB_STANDS, c->number, 0);
        hand_back(vm, c);
    }
    return vm_pause(vm);
}

static Value cook_stand(VM *vm, Value *a, int n) {
    (void)a, (void)n;
    return vm_tail_step(vm, stand_step, 0, NULL);
}

static Value cook_now(VM *vm, Value *a, int n) {
    (void)a, (void)n;
    return aio(vm)->cook ? from_obj(aio(vm)->cook) : V_NONE;
}

static Value cook_loop(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return AS(Cook, a[0])->loop;
}

static Value cook_call(VM *vm, Value *a, int n) {
    (void)n;
    Cook *c = AS(Cook, a[0]);
    if (c->state != COOK_STANDS) return V_NONE;
    c->state = COOK_CALLED;
    loop_ready(vm, as_loop(c->loop), a[0], V_NONE);
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

Value cook_turn(VM *vm, Cook *c) {
    if (c->state == COOK_DONE) {
        deliver(vm, c);
        return V_NONE;
    }
    hand_over_to(vm, c);
    return vm_pause(vm);
}

static const NativeDef functions[] = {
    {"_cook_now", cook_now, 0, 0, 0, NULL},
    {"_cook_loop", cook_loop, 1, 1, 0, NULL},
    {"_cook_stand", cook_stand, 0, 0, 0, NULL},
    {"_cook_call", cook_call, 1, 1, 0, NULL},
    {0},
};

void cooks_setup(VM *vm, ModuleObj *m) {
    aio(vm)->cook_class =
        class_define(vm, "_asyncio", "Cook", class_get(vm, T_OBJECT), KIND_RECORD, NULL, NULL);
    aio_functions(vm, m, functions);
}
