/* The record: what is appended is found again, equal things have one number, a cap holds. */
#include "trace/trace.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

static void first_event_is_the_start(void **state) {
    (void)state;
    Trace *t = trace_new("lesson.py", 0);
    assert_int_equal(trace_count(t), 1);
    const TraceEvent *e = trace_at(t, 0);
    assert_int_equal(event_kind(e), EV_RUN_BEGUN);
    assert_string_equal(trace_text(t, e->a, NULL), "lesson.py");
    trace_free(t);
}

static void events_are_found_by_their_index(void **state) {
    (void)state;
    enum { MANY = 3 * CHUNK_EVENTS + 7 };
    Trace *t = trace_new("", 0);
    for (uint32_t i = 1; i < MANY; i++)
        assert_int_equal(trace_add(t, EV_READY, i * 10u, i % 5, PLACE_MAX - i % 3, i, ~i), i);
    for (uint32_t i = 1; i < MANY; i++) {
        const TraceEvent *e = trace_at(t, i);
        assert_int_equal(event_kind(e), EV_READY);
        assert_int_equal(e->time, i * 10u);
        assert_int_equal(e->task, i % 5);
        assert_int_equal(event_place(e), PLACE_MAX - i % 3);
        assert_int_equal(e->a, i);
        assert_int_equal(e->b, ~i);
    }
    trace_free(t);
}

static void the_last_kind_fits(void **state) {
    (void)state;
    assert_true(EVENT_KINDS <= 1 << (32 - PLACE_BITS));
    Trace *t = trace_new("", 0);
    EventIndex i = trace_add_wide(t, EVENT_KINDS - 1, 0, 0, 0, 0x123456789ABCDEFu);
    assert_int_equal(event_kind(trace_at(t, i)), EVENT_KINDS - 1);
    assert_true(event_wide(trace_at(t, i)) == 0x123456789ABCDEFu);
    trace_free(t);
}

static void a_cap_drops_the_rest(void **state) {
    (void)state;
    enum { CAP = CHUNK_EVENTS + 3 };
    Trace *t = trace_new("", CAP);
    for (uint32_t i = 1; i < CAP; i++) assert_int_equal(trace_add(t, EV_SLEEPS, i, 0, 0, 0, 0), i);
    assert_false(t->full);
    size_t memory = trace_memory(t);
    for (uint32_t i = 0; i < 10; i++) {
        assert_int_equal(trace_add(t, EV_SLEEPS, i, 0, 0, 0, 0), 0);
        assert_int_equal(trace_make(t, OBJECT_LOCK, 0, 0, 0, 0), 0);
        assert_int_equal(trace_make_task(t, 0, 0, 0, 0, 0, 0), 0);
        assert_int_equal(trace_string(t, "more", 4), 0);
    }
    assert_true(t->full);
    assert_int_equal(trace_count(t), CAP);
    assert_int_equal(trace_memory(t), memory);
    trace_free(t);
}

static void what_is_forgotten_is_freed(void **state) {
    (void)state;
    Trace *t = trace_new("", 0);
    size_t most = 0;
    for (uint32_t i = 1; i < 100 * CHUNK_EVENTS; i++) {
        trace_add(t, EV_SLEEPS, i, 0, 0, i, 0);
        trace_forget(t, trace_count(t));
        if (trace_memory(t) > most) most = trace_memory(t);
    }
    assert_true(most < 3 * CHUNK_EVENTS * sizeof(TraceEvent));
    assert_int_equal(trace_at(t, trace_count(t) - 1)->a, 100 * CHUNK_EVENTS - 1);
    trace_free(t);
}

static void nothing_is_recorded_without_a_record(void **state) {
    (void)state;
    assert_int_equal(trace_add(NULL, EV_SLEEPS, 0, 0, 0, 0, 0), 0);
    assert_int_equal(trace_string(NULL, "a", 1), 0);
    assert_int_equal(trace_spot(NULL, &(TraceSpot){0}), 0);
    assert_int_equal(trace_place(NULL, 0, 0), 0);
    assert_int_equal(trace_make(NULL, OBJECT_LOCK, 0, 0, 0, 0), 0);
    assert_int_equal(trace_make_task(NULL, 0, 0, 0, 0, 0, 0), 0);
    trace_name(NULL, 1, 0, 0, 0, 1);
    trace_free(NULL);
}

static void equal_texts_have_one_number(void **state) {
    (void)state;
    enum { MANY = 5000 };
    Trace *t = trace_new("", 0);
    StringId ids[MANY];
    char text[32];
    assert_int_equal(trace_cstring(t, ""), 0);
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < MANY; i++) {
            int n = snprintf(text, sizeof text, "text number %d", i);
            StringId id = trace_string(t, text, (size_t)n);
            if (round == 0) ids[i] = id;
            assert_int_equal(id, ids[i]);
            assert_string_equal(trace_text(t, id, NULL), text);
        }
    assert_int_not_equal(ids[0], ids[1]);
    assert_int_not_equal(trace_passing_once(t, "text number 0", 13), ids[0]);
    size_t len;
    StringId with_nul = trace_string(t, "a\0b", 3);
    trace_text(t, with_nul, &len);
    assert_int_equal(len, 3);
    assert_int_not_equal(with_nul, trace_string(t, "a", 1));
    trace_free(t);
}

static void equal_places_have_one_number(void **state) {
    (void)state;
    Trace *t = trace_new("", 0);
    StringId f = trace_cstring(t, "cook");
    SpotId one = trace_spot(t, &(TraceSpot){f, 3, 5, 3, 20}),
           two = trace_spot(t, &(TraceSpot){f, 4, 5, 4, 20});
    assert_int_equal(trace_spot(t, &(TraceSpot){f, 3, 5, 3, 20}), one);
    assert_int_not_equal(one, two);
    PlaceId root = trace_place(t, 0, one), deep = trace_place(t, root, two);
    assert_int_equal(trace_place(t, 0, one), root);
    assert_int_equal(trace_place(t, root, two), deep);
    assert_int_not_equal(trace_place(t, 0, two), deep);
    assert_int_equal(trace_place_at(t, deep)->parent, root);
    assert_int_equal(trace_spot_at(t, trace_place_at(t, deep)->spot)->line, 4);
    trace_free(t);
}

/* A recursion of coroutines may be as deep as it likes: there is no number beyond the last. */
static void places_end_at_their_bits(void **state) {
    (void)state;
    Trace *t = trace_new("", 0);
    SpotId spot = trace_spot(t, &(TraceSpot){0, 1, 1, 1, 2});
    PlaceId place = 0;
    for (uint32_t i = 1; i <= PLACE_MAX; i++) place = trace_place(t, place, spot);
    assert_int_equal(place, PLACE_MAX);
    assert_int_equal(trace_place(t, place, spot), 0);
    assert_int_equal(trace_place(t, 0, spot), 1);
    trace_free(t);
}

static void objects_and_tasks_are_counted(void **state) {
    (void)state;
    Trace *t = trace_new("", 0);
    ObjectId lock = trace_make(t, OBJECT_LOCK, 1, 0, 0, 0), queue = trace_make(t, OBJECT_QUEUE, 2, 0, 0, 5);
    ObjectId second = trace_make(t, OBJECT_LOCK, 3, 0, 0, 0);
    assert_int_equal(trace_object_at(t, lock)->number, 1);
    assert_int_equal(trace_object_at(t, second)->number, 2);
    assert_int_equal(trace_object_at(t, queue)->count, 5);
    assert_int_equal(trace_at(t, trace_object_at(t, queue)->made)->a, queue);
    trace_name(t, lock, 4, 0, 0, trace_cstring(t, "knife"));
    assert_string_equal(trace_text(t, trace_object_at(t, lock)->name, NULL), "knife");
    TaskId task = trace_make_task(t, 5, 0, 0, trace_name_number(1), trace_cstring(t, "main"), 0);
    assert_int_equal(task, 1);
    assert_int_equal(trace_at(t, trace_task_at(t, task)->made)->task, 1);
    assert_int_equal(trace_tasks(t), 1);
    assert_int_equal(trace_objects(t), 3);
    trace_free(t);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_event_is_the_start),    cmocka_unit_test(events_are_found_by_their_index),
        cmocka_unit_test(the_last_kind_fits),          cmocka_unit_test(a_cap_drops_the_rest),
        cmocka_unit_test(what_is_forgotten_is_freed),  cmocka_unit_test(nothing_is_recorded_without_a_record),
        cmocka_unit_test(equal_texts_have_one_number), cmocka_unit_test(equal_places_have_one_number),
        cmocka_unit_test(places_end_at_their_bits),    cmocka_unit_test(objects_and_tasks_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
