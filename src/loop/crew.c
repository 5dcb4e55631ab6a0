/* The crew: all cooks who are not done, whichever loop they work for.
 *
 * While the chef's loop runs, whoever is ready has a ticket on its rail, and whoever sleeps has a
 * timer there. While the chef himself stands still (time.sleep, a blocking result(), the end of the
 * program), they go on by themselves: first who is ready, in order, then who wakes first. A cook's
 * own loop, and what it gives to others, hangs on the chef's in the same way. */
#include "loop/cook.h"
#include "loop/run.h"

#include <math.h>

/* --- ready and waiting ----------------------------------------------------------------------- */

static void drop_timer(VM *vm, Cook *c) {
    if (c->state != COOK_SLEEPS) return;
    if (c->timer) record(vm, EV_TIMER_DROPPED, c->timer, 0);
    c->timer = 0;
    timers_cancelled(&as_loop(c->driver)->timers);
}

void crew_ready(VM *vm, Cook *c) {
    drop_timer(vm, c);
    c->state = COOK_READY;
    c->wait++;
    c->turn = ++aio(vm)->cook_turns;
    loop_ready(vm, as_loop(c->driver), from_obj(c), from_small(c->wait));
}

static void set_timer(VM *vm, Cook *c) {
    EventIndex set = loop_timer(vm, as_loop(c->driver), c->wakes, from_obj(c), from_small(c->wait));
    c->timer = set;
    record(vm, EV_JOB_WAITS, c->number, set);
}

void crew_waits(VM *vm, Cook *c, const double *wakes) {
    c->wait++;
    c->turn = ++aio(vm)->cook_turns;
    c->state = wakes ? COOK_SLEEPS : COOK_STANDS;
    if (!wakes) {
        record(vm, EV_JOB_STANDS, c->number, 0);
        return;
    }
    c->wakes = *wakes;
    set_timer(vm, c);
}

void crew_leaves(VM *vm, const Cook *c) {
    Aio *a = aio(vm);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < a->crew.len; i++)
        if (a->crew.items[i] != c) a->crew.items[kept++] = a->crew.items[i];
    a->crew.len = kept;
}

void crew_look(VM *vm, Cook *c) {
    if (!c->idles || aio(vm)->cook == c || c->state == COOK_READY) return;
    crew_ready(vm, c);
}

void crew_follow(VM *vm, Loop *l) {
    const Aio *a = aio(vm);
    for (uint32_t i = 0; i < a->crew.len; i++) {
        Cook *c = a->crew.items[i];
        if (c->driver == l->self) continue;
        CookState state = c->state;
        drop_timer(vm, c);
        c->driver = l->self;
        if (state == COOK_READY) crew_ready(vm, c);
        if (state != COOK_SLEEPS) continue;
        c->wait++;
        set_timer(vm, c);
    }
}

/* --- while the chef stands still ---------------------------------------------------------------- */

bool crew_is_needed(VM *vm) {
    return aio_is_there(vm) && aio(vm)->crew.len > 0 && !fiber_running(vm);
}

static bool is_before(const Cook *a, const Cook *b) {
    if (a->state != b->state) return a->state == COOK_READY;
    if (a->state == COOK_SLEEPS && a->wakes != b->wakes) return a->wakes < b->wakes;
    return a->turn < b->turn;
}

/* Who works next, if he does before `until`. */
static Cook *next(VM *vm, double until) {
    const Aio *a = aio(vm);
    Cook *best = NULL;
    for (uint32_t i = 0; i < a->crew.len; i++) {
        Cook *c = a->crew.items[i];
        bool can = c->state == COOK_READY || (c->state == COOK_SLEEPS && c->wakes <= until);
        if (can && (!best || is_before(c, best))) best = c;
    }
    return best;
}

static void sleep_until(VM *vm, double when) {
    const Host *host = vm_host(vm);
    Ticks length = loop_ticks(when) - host->now_ns(host->data, vm);
    if (length > 0) run_clock_moves(vm, length);
}

static void wake(VM *vm, Cook *c) {
    if (c->state != COOK_SLEEPS) return;
    sleep_until(vm, c->wakes);
    if (c->timer) record_because(vm, record(vm, EV_TIMER_FIRED, c->timer, 0));
    c->timer = 0;
    timers_cancelled(&as_loop(c->driver)->timers);
}

enum { SLOT_UNTIL, SLOT_BLOCK, SLOT_CALLED, STILL_SLOTS }; /* a float; the event as an int; a bool */

/* Nobody has anything to do before the chef goes on. */
static Value nobody(VM *vm, double until) {
    if (until < INFINITY) {
        sleep_until(vm, until);
        return V_NONE;
    }
    run_deadlocked(vm);
    return vm_pause(vm);
}

static Value goes_on(VM *vm, const Frame *f) {
    if (f->slots[SLOT_BLOCK] != V_NONE)
        record(vm, EV_BLOCK_ENDED, (EventIndex)as_small(f->slots[SLOT_BLOCK]), 0);
    return V_NONE;
}

static Value still_step(VM *vm, Frame *f, Value v) {
    (void)v;
    enum { FRESH, GOING };
    if (f->stage == FRESH) {
        f->stage = GOING;
        return vm_pause(vm); /* from here on no C function stands between the interpreter and us */
    }
    if (vm->stop) return vm_pause(vm);
    Aio *a = aio(vm);
    bool listens = f->slots[SLOT_CALLED] == V_TRUE;
    double until = as_float(f->slots[SLOT_UNTIL]);
    if (listens ? a->called : until == INFINITY && a->crew.len == 0) return goes_on(vm, f);
    Cook *c = next(vm, until);
    if (!c) {
        Value went = nobody(vm, until);
        return went == V_NONE ? goes_on(vm, f) : went;
    }
    wake(vm, c);
    cook_works(vm, c);
    return vm_pause(vm);
}

static Value stand_still(VM *vm, double until, EventIndex block, bool listens) {
    Value slots[] = {from_float(until), block ? from_small(block) : V_NONE, from_bool(listens)};
    return vm_tail_step(vm, still_step, STILL_SLOTS, slots);
}

Value crew_sleep(VM *vm, Ticks length) {
    EventIndex block = record_wide(vm, EV_BLOCK_BEGUN, length);
    return stand_still(vm, loop_time(vm) + (double)length / 1e9, block, false);
}

Value crew_stand(VM *vm, Value timeout) {
    aio(vm)->called = false;
    double until = timeout == V_NONE ? INFINITY : loop_time(vm) + as_float(timeout);
    return stand_still(vm, until, 0, true);
}

void crew_call_chef(VM *vm) {
    aio(vm)->called = true;
}

bool crew_join(VM *vm) {
    if (!aio_is_there(vm) || aio(vm)->crew.len == 0) return false;
    aio(vm)->running = V_NONE;
    Frame *f = frame_push_native(vm, still_step, STILL_SLOTS);
    f->slots[SLOT_UNTIL] = from_float(INFINITY);
    f->slots[SLOT_BLOCK] = V_NONE;
    f->slots[SLOT_CALLED] = V_FALSE;
    return true;
}
