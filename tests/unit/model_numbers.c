/* A small record made by hand, and what the model says of it. */
#include "model/cause.h"
#include "model/names.h"
#include "model/numbers.h"
#include "model/steps.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

typedef struct Kitchen {
    Trace *t;
    Model *m;
    ObjectId lock;
    TaskId cook, waiter;
    EventIndex fired;
} Kitchen;

static EventIndex turn(Kitchen *k, uint64_t time, TaskId task, EventIndex ready) {
    return trace_add(k->t, EV_TURN_BEGUN, time, task, 0, ready, 0);
}

/* The cook takes the lock and sleeps from 2 to 12; the waiter wants it at 3 and gets it at 13. */
static int make(void **state) {
    static Kitchen k;
    Trace *t = k.t = trace_new("kitchen.py", 0);
    StringId name = trace_cstring(t, "cook"), knife = trace_cstring(t, "knife");
    ObjectId loop = trace_make(t, OBJECT_LOOP, 0, 0, 0, 0);
    k.lock = trace_make(t, OBJECT_LOCK, 0, 0, 0, 0);
    trace_name(t, k.lock, 0, 0, 0, knife);
    trace_add(t, EV_LOOP_RUNS, 0, 0, 0, loop, 0);
    k.cook = trace_make_task(t, 0, 0, 0, trace_name_number(1), name, 0);
    EventIndex cook_ready = trace_add(t, EV_READY, 0, k.cook, 0, 5, 0);
    k.waiter = trace_make_task(t, 0, 0, k.cook, trace_name_number(2), name, 0);
    EventIndex waiter_ready = trace_add(t, EV_READY, 0, k.waiter, 0, 7, 0);
    trace_add(t, EV_ROUND, 0, 0, 0, 1, 2);
    turn(&k, 1, k.cook, cook_ready);
    trace_add(t, EV_GOT, 1, k.cook, 0, k.lock, 0);
    EventIndex set = trace_add_wide(t, EV_TIMER_SET, 2, k.cook, 0, 12);
    EventIndex sleeps = trace_add(t, EV_SLEEPS, 2, k.cook, 0, set, 0);
    trace_add(t, EV_TURN_ENDED, 2, k.cook, 0, TURN_WAITS, sleeps);
    turn(&k, 3, k.waiter, waiter_ready);
    EventIndex wanted = trace_add(t, EV_WANTED, 3, k.waiter, 0, k.lock, 1);
    trace_add(t, EV_TURN_ENDED, 3, k.waiter, 0, TURN_WAITS, wanted);
    trace_add_wide(t, EV_IDLE, 3, 0, 0, 9);
    k.fired = trace_add(t, EV_TIMER_FIRED, 12, 0, 0, set, 0);
    trace_add(t, EV_ROUND, 12, 0, 0, 2, 1);
    cook_ready = trace_add(t, EV_READY, 12, k.cook, 0, k.fired, 0);
    turn(&k, 12, k.cook, cook_ready);
    EventIndex released = trace_add(t, EV_RELEASED, 13, k.cook, 0, k.lock, 0);
    waiter_ready = trace_add(t, EV_READY, 13, k.waiter, 0, released, 0);
    trace_add(t, EV_TASK_DONE, 13, k.cook, 0, OUTCOME_RETURNED, 0);
    trace_add(t, EV_TURN_ENDED, 13, k.cook, 0, TURN_RETURNS, 0);
    turn(&k, 13, k.waiter, waiter_ready);
    trace_add(t, EV_GOT, 13, k.waiter, 0, k.lock, 0);
    trace_add(t, EV_RELEASED, 15, k.waiter, 0, k.lock, 0);
    trace_add(t, EV_TASK_DONE, 15, k.waiter, 0, OUTCOME_RAISED, 0);
    trace_add(t, EV_TURN_ENDED, 15, k.waiter, 0, TURN_RAISES, 0);
    trace_add(t, EV_LOOP_STOPS, 15, 0, 0, loop, 0);
    trace_add(t, EV_RUN_ENDED, 16, 0, 0, ENDING_NORMAL, 0);
    k.m = model_new(t);
    model_follow(k.m);
    *state = &k;
    return 0;
}

static int unmake(void **state) {
    Kitchen *k = *state;
    model_free(k->m);
    trace_free(k->t);
    return 0;
}

static void the_chef(void **state) {
    Kitchen *k = *state;
    Numbers *n = numbers_new(k->m, model_end(k->m));
    assert_int_equal(n->length, 16);
    assert_int_equal(n->busy, 1 + 1 + 2);
    assert_int_equal(n->idle, 9);
    assert_int_equal(n->blocked, 0);
    assert_int_equal(n->other, 16 - 4 - 9);
    assert_int_equal(n->one_by_one, 4 + 3 + 10);
    assert_int_equal(n->turns, 4);
    assert_int_equal(n->rounds, 2);
    assert_int_equal(n->most_tasks, 2);
    assert_int_equal(n->most_ready, 2);
    numbers_free(n);
}

static void the_tasks(void **state) {
    Kitchen *k = *state;
    Numbers *n = numbers_new(k->m, model_end(k->m));
    const TaskNumbers *cook = &n->of_task[k->cook], *waiter = &n->of_task[k->waiter];
    assert_int_equal(cook->waits[WAIT_SLEEP], 10);
    assert_int_equal(cook->running, 2);
    assert_int_equal(cook->ready, 1);
    assert_int_equal(cook->state, TASK_DONE);
    assert_int_equal(waiter->waits[WAIT_LOCK], 10);
    assert_int_equal(waiter->waiting, 10);
    assert_int_equal(waiter->ready, 3);
    assert_int_equal(waiter->state, TASK_FAILED);
    assert_int_equal(waiter->ended, 15);
    numbers_free(n);
}

static void the_lock(void **state) {
    Kitchen *k = *state;
    Numbers *n = numbers_new(k->m, model_end(k->m));
    const LineNumbers *lock = &n->of_object[k->lock].line;
    assert_int_equal(lock->taken, 2);
    assert_int_equal(lock->waited_for, 1);
    assert_int_equal(lock->wait, 10);
    assert_int_equal(lock->longest_wait, 10);
    assert_int_equal(lock->held, 12 + 2);
    assert_int_equal(lock->most_waiters, 1);
    assert_int_equal(lock->most_inside, 1);
    numbers_free(n);
}

static void up_to_a_cursor(void **state) {
    Kitchen *k = *state;
    Numbers *n = numbers_new(k->m, k->fired);
    assert_int_equal(n->length, 12);
    assert_int_equal(n->of_task[k->cook].waits[WAIT_SLEEP], 10);
    assert_int_equal(n->of_task[k->cook].state, TASK_WAITING);
    assert_int_equal(n->of_object[k->lock].line.wait, 9);
    numbers_free(n);
}

static void names(void **state) {
    Kitchen *k = *state;
    Buf text = {0};
    name_add_task(k->m, k->waiter, &text);
    buf_addc(&text, ' ');
    name_add_object(k->m, k->lock, &text);
    assert_string_equal(buf_cstr(&text), "cook 2 knife");
    buf_deinit(&text);
}

static void causes(void **state) {
    Kitchen *k = *state;
    Cause cause = cause_of_turn(k->m, 4);
    assert_int_equal(event_kind(trace_at(k->t, cause.event)), EV_RELEASED);
    assert_int_equal(cause.turn, 3);
    assert_int_equal(cause.by, k->cook);
    cause = cause_of_turn(k->m, 3);
    assert_int_equal(cause.event, k->fired);
    assert_int_equal(cause.turn, 1);
    assert_int_equal(cause_of_turn(k->m, 1).turn, 0);
    EventIndex woken[4];
    assert_int_equal(cause_woken(k->m, 1, 0, 4, woken), 1);
    assert_int_equal(cause_turn_of_ready(k->m, woken[0]), 3);
    assert_int_equal(cause_woken(k->m, 3, 0, 4, woken), 1);
    assert_int_equal(cause_turn_of_ready(k->m, woken[0]), 4);
}

static void steps(void **state) {
    Kitchen *k = *state;
    const Model *m = k->m;
    Cursor at = 0;
    for (TurnId turn = 1; turn <= 4; turn++) {
        at = step_by(m, at, STEP_TURN, WAY_FORTH);
        assert_int_equal(at, model_turn(m, turn).begun);
    }
    at = step_by(m, at, STEP_TURN, WAY_FORTH);
    assert_int_equal(at, model_end(m));
    assert_int_equal(step_by(m, at, STEP_EVENT, WAY_FORTH), NEVER);
    assert_int_equal(step_by(m, at, STEP_TURN, WAY_BACK), model_turn(m, 4).begun);
    assert_int_equal(step_to_turn_of(m, at, k->cook, WAY_BACK), model_turn(m, 3).begun);
    Cursor trouble = step_to_trouble(m, 0, WAY_FORTH);
    assert_int_equal(step_trouble(m, trouble), TROUBLE_CONTENTION);
    assert_int_equal(step_to_trouble(m, trouble, WAY_FORTH), NEVER);
    assert_int_equal(step_to_output(m, 0, WAY_FORTH), NEVER);
    assert_int_equal(step_by(m, k->fired, STEP_ROUND, WAY_FORTH), model_at_round(m, 2));
    assert_int_equal(step_by(m, k->fired, STEP_ROUND, WAY_BACK), model_at_round(m, 1));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_chef),       cmocka_unit_test(the_tasks), cmocka_unit_test(the_lock),
        cmocka_unit_test(up_to_a_cursor), cmocka_unit_test(names),     cmocka_unit_test(causes),
        cmocka_unit_test(steps),
    };
    return cmocka_run_group_tests(tests, make, unmake);
}
