/* The auditor: a right record passes, each kind of wrong one is named at its event. */
#include "trace/audit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

typedef struct Kitchen {
    Trace *trace;
    Audit *audit;
    uint64_t time;
    ObjectId lock;
} Kitchen;

static EventIndex add(Kitchen *k, EventKind kind, TaskId task, uint32_t a, uint32_t b) {
    return trace_add(k->trace, kind, ++k->time, task, 0, a, b);
}

static void make_task(Kitchen *k) {
    trace_make_task(k->trace, ++k->time, 0, 0, 0, 0, 0);
}

static void turn(Kitchen *k, TaskId task) {
    EventIndex ready = add(k, EV_READY, task, 0, 0);
    add(k, EV_TURN_BEGUN, task, ready, 0);
}

/* Two tasks, the first at the board with the lock. */
static int open_kitchen(void **state) {
    Kitchen *k = calloc(1, sizeof *k);
    k->trace = trace_new("lesson.py", 0);
    k->audit = audit_new(k->trace);
    k->lock = trace_make(k->trace, OBJECT_LOCK, 0, 0, 0, 0);
    make_task(k);
    make_task(k);
    turn(k, 1);
    add(k, EV_GOT, 1, k->lock, 0);
    *state = k;
    return 0;
}

static int close_kitchen(void **state) {
    Kitchen *k = *state;
    audit_free(k->audit);
    trace_free(k->trace);
    free(k);
    return 0;
}

static void expect_fine(Kitchen *k) {
    Buf breach = {0};
    if (!audit_read(k->audit, &breach)) fail_msg("%s", buf_cstr(&breach));
    buf_deinit(&breach);
}

/* The last event is wrong, for that reason, and stays so. */
static void expect_wrong(Kitchen *k, const char *why) {
    Buf breach = {0};
    assert_false(audit_read(k->audit, &breach));
    if (!strstr(buf_cstr(&breach), why)) fail_msg("%s", buf_cstr(&breach));
    Buf last = {0};
    trace_dump_event(k->trace, trace_count(k->trace) - 1, &last);
    assert_non_null(strstr(buf_cstr(&breach), buf_cstr(&last)));
    size_t said = breach.len;
    assert_false(audit_read(k->audit, &breach));
    assert_int_equal(breach.len, said);
    buf_deinit(&breach);
    buf_deinit(&last);
}

static void a_whole_life_is_fine(void **state) {
    Kitchen *k = *state;
    expect_fine(k);
    add(k, EV_TURN_ENDED, 1, TURN_YIELDS, 0);
    turn(k, 2);
    EventIndex wanted = add(k, EV_WANTED, 2, k->lock, 1);
    add(k, EV_TURN_ENDED, 2, TURN_WAITS, wanted);
    add(k, EV_READY, 1, 0, 0);
    add(k, EV_ROUND, 0, 2, 1);
    expect_fine(k);
    assert_int_equal(audit_ready(k->audit), 1);
    add(k, EV_TURN_BEGUN, 1, 0, 0);
    EventIndex released = add(k, EV_RELEASED, 1, k->lock, 0);
    EventIndex handed = add(k, EV_HANDED, 2, k->lock, 1);
    add(k, EV_READY, 2, handed, 0);
    add(k, EV_TASK_DONE, 1, OUTCOME_RETURNED, 0);
    add(k, EV_TURN_ENDED, 1, TURN_RETURNS, 0);
    assert_int_equal(audit_live(k->audit), 2);
    expect_fine(k);
    assert_int_equal(audit_live(k->audit), 1);
    add(k, EV_TURN_BEGUN, 2, released, 0);
    add(k, EV_GOT, 2, k->lock, 0);
    add(k, EV_TASK_DONE, 2, OUTCOME_RAISED, 0);
    add(k, EV_TURN_ENDED, 2, TURN_RAISES, 0);
    add(k, EV_ROUND, 0, 3, 0);
    expect_fine(k);
    assert_int_equal(audit_live(k->audit), 0);
}

static void two_at_the_board(void **state) {
    Kitchen *k = *state;
    turn(k, 2);
    expect_wrong(k, "two tasks are at the board");
}

static void at_the_board_without_being_ready(void **state) {
    Kitchen *k = *state;
    add(k, EV_TURN_ENDED, 1, TURN_WAITS, 1);
    add(k, EV_TURN_BEGUN, 2, 0, 0);
    expect_wrong(k, "not ready (it was new)");
}

static void ready_twice(void **state) {
    Kitchen *k = *state;
    add(k, EV_READY, 2, 0, 0);
    add(k, EV_READY, 2, 0, 0);
    expect_wrong(k, "in another place (it was ready)");
}

static void ready_at_the_board(void **state) {
    Kitchen *k = *state;
    add(k, EV_READY, 1, 0, 0);
    expect_wrong(k, "in another place (it was at the board)");
}

static void in_no_place(void **state) {
    Kitchen *k = *state;
    add(k, EV_TURN_ENDED, 1, TURN_YIELDS, 0);
    add(k, EV_ROUND, 0, 2, 0);
    expect_wrong(k, "a task is in no place");
}

static void waits_for_nothing(void **state) {
    Kitchen *k = *state;
    add(k, EV_TURN_ENDED, 1, TURN_WAITS, 0);
    expect_wrong(k, "nothing says what a task waits for");
}

static void ends_without_an_end(void **state) {
    Kitchen *k = *state;
    add(k, EV_TURN_ENDED, 1, TURN_RETURNS, 0);
    expect_wrong(k, "does not fit");
}

static void two_lines(void **state) {
    Kitchen *k = *state;
    add(k, EV_WANTED, 1, 1, 1);
    add(k, EV_GET_WANTED, 1, trace_make(k->trace, OBJECT_QUEUE, k->time, 1, 0, 0), 1);
    expect_wrong(k, "two lines");
}

static void another_line(void **state) {
    Kitchen *k = *state;
    add(k, EV_LEFT, 1, k->lock, 0);
    expect_wrong(k, "where it does not stand");
}

static void two_holders(void **state) {
    Kitchen *k = *state;
    add(k, EV_GOT, 1, k->lock, 0);
    expect_wrong(k, "two holders");
}

static void nobody_holds(void **state) {
    Kitchen *k = *state;
    add(k, EV_RELEASED, 1, k->lock, 0);
    add(k, EV_RELEASED, 1, k->lock, 0);
    expect_wrong(k, "nobody holds");
}

static void time_back(void **state) {
    Kitchen *k = *state;
    k->time -= 2;
    add(k, EV_OUTPUT, 1, 0, 1);
    expect_wrong(k, "time goes back");
}

static void cause_from_the_future(void **state) {
    Kitchen *k = *state;
    add(k, EV_READY, 2, trace_count(k->trace), 0);
    expect_wrong(k, "a cause comes after");
}

static void no_such_task(void **state) {
    Kitchen *k = *state;
    add(k, EV_READY, 3, 0, 0);
    expect_wrong(k, "no such task");
}

static void a_full_record_is_not_judged(void **state) {
    Kitchen *k = *state;
    k->trace->cap = trace_count(k->trace);
    k->trace->end = k->trace->next;
    turn(k, 2);
    expect_fine(k);
}

int main(void) {
#define TEST(f) cmocka_unit_test_setup_teardown(f, open_kitchen, close_kitchen)
    const struct CMUnitTest tests[] = {
        TEST(a_whole_life_is_fine),
        TEST(two_at_the_board),
        TEST(at_the_board_without_being_ready),
        TEST(ready_twice),
        TEST(ready_at_the_board),
        TEST(in_no_place),
        TEST(waits_for_nothing),
        TEST(ends_without_an_end),
        TEST(two_lines),
        TEST(another_line),
        TEST(two_holders),
        TEST(nobody_holds),
        TEST(time_back),
        TEST(cause_from_the_future),
        TEST(no_such_task),
        TEST(a_full_record_is_not_judged),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
