/* The record as text: a sentence for every kind, which tells its fields. */
#include "trace/trace.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

/* A record with something of each table. */
static Trace *kitchen(void) {
    Trace *t = trace_new("lesson.py", 0);
    StringId f = trace_cstring(t, "main"), g = trace_cstring(t, "cook");
    PlaceId outer = trace_place(t, 0, trace_spot(t, &(TraceSpot){f, 9, 5, 9, 20}));
    trace_place(t, outer, trace_spot(t, &(TraceSpot){g, 4, 16, 4, 30})); /* number 2 */
    trace_make(t, OBJECT_LOCK, 1000, 0, 0, 0);
    trace_make_task(t, 2000, outer, 0, trace_name_number(1), f, 0);
    trace_make_task(t, 3000, outer, 1, trace_cstring(t, "Léa"), g, 0);
    return t;
}

static void expect(const Trace *t, EventIndex i, const char *line) {
    Buf out = {0};
    trace_dump_event(t, i, &out);
    assert_string_equal(buf_cstr(&out), line);
    buf_deinit(&out);
}

static void a_line_tells_time_task_and_place(void **state) {
    (void)state;
    Trace *t = kitchen();
    expect(t, 0, "       0     0.000000000  -                     the run of \"lesson.py\" begins\n");
    expect(t, 1, "       1     0.000001000  -                     makes lock 1\n");
    expect(t, 3,
           "       3     0.000003000  T2 cook               task Léa is made by T1 main"
           "                         main:9:5\n");
    EventIndex i = trace_add(t, EV_WANTED, 12345678901u, 2, 2, 1, 3);
    expect(t, i,
           "       4    12.345678901  T2 cook               waits for lock 1, as number 3"
           "                       main:9:5 > cook:4:16\n");
    trace_free(t);
}

/* Lines do not change when more becomes known, so that a record can be printed as it grows. */
static void a_name_counts_from_when_it_is_known(void **state) {
    (void)state;
    Trace *t = kitchen();
    EventIndex before = trace_add(t, EV_GOT, 4000, 1, 0, 1, 0);
    trace_name(t, 1, 5000, 1, 0, trace_cstring(t, "knife"));
    EventIndex after = trace_add(t, EV_RELEASED, 6000, 1, 0, 1, 0);
    expect(t, before, "       4     0.000004000  T1 main               gets lock 1\n");
    expect(t, before + 1, "       5     0.000005000  T1 main               lock 1 is called \"knife\"\n");
    expect(t, after, "       6     0.000006000  T1 main               gives lock 1 knife back\n");
    trace_free(t);
}

static void values_are_ints_or_texts(void **state) {
    (void)state;
    Trace *t = kitchen();
    static const struct {
        int64_t i;
        bool fits;
    } ints[] = {{0, true}, {-1, true}, {0x3FFFFFFF, true}, {-0x40000000, true}, {0x40000000, false}};
    for (size_t i = 0; i < sizeof ints / sizeof *ints; i++)
        assert_int_equal(trace_value_fits(ints[i].i), ints[i].fits);
    expect(t, trace_add(t, EV_TASK_DONE, 0, 0, 0, OUTCOME_RETURNED, trace_value_int(-0x40000000)),
           "       4     0.000000000  -                     is done: returned -1073741824\n");
    expect(t, trace_add(t, EV_TASK_DONE, 0, 0, 0, OUTCOME_RETURNED, trace_value_int(0x3FFFFFFF)),
           "       5     0.000000000  -                     is done: returned 1073741823\n");
    expect(t, trace_add(t, EV_OUTPUT, 0, 0, 0, trace_cstring(t, "a\t\"b\"\\\n"), 1),
           "       6     0.000000000  -                     writes \"a\\x09\\\"b\\\"\\\\\\n\" on standard "
           "output\n");
    trace_free(t);
}

static void parts_without_a_field_are_left_out(void **state) {
    (void)state;
    Trace *t = kitchen();
    StringId why = trace_cstring(t, "too late");
    expect(t, trace_add(t, EV_CANCEL_ASKED, 0, 2, 0, 0, 0),
           "       4     0.000000000  T2 cook               is to be cancelled\n");
    expect(t, trace_add(t, EV_CANCEL_ASKED, 0, 2, 0, 1, why),
           "       5     0.000000000  T2 cook               is to be cancelled, by T1 main: \"too late\"\n");
    expect(t, trace_add(t, EV_CANCEL_ASKED, 0, 2, 0, 0, why),
           "       6     0.000000000  T2 cook               is to be cancelled: \"too late\"\n");
    trace_free(t);
}

static void a_deep_stack_is_cut(void **state) {
    (void)state;
    Trace *t = kitchen();
    PlaceId place = 0;
    for (uint32_t line = 1; line <= 10; line++)
        place = trace_place(t, place, trace_spot(t, &(TraceSpot){trace_cstring(t, "f"), line, 1, line, 2}));
    Buf out = {0};
    trace_dump_event(t, trace_add(t, EV_TASK_LOST, 0, 1, place, 0, 0), &out);
    assert_non_null(strstr(buf_cstr(&out), "2 more > f:3:1 > f:4:1"));
    assert_non_null(strstr(buf_cstr(&out), "f:9:1 > f:10:1\n"));
    buf_deinit(&out);
    trace_free(t);
}

/* Whatever a and b hold that the kind allows, the sentence is whole. */
static void every_kind_has_a_sentence(void **state) {
    (void)state;
    Trace *t = kitchen();
    for (EventKind kind = 0; kind < EVENT_KINDS; kind++) {
        for (uint32_t value = 0; value <= 1; value++) {
            EventIndex i = trace_add(t, kind, 0, 1, 2, value, value);
            Buf out = {0};
            trace_dump_event(t, i, &out);
            const char *line = buf_cstr(&out);
            assert_null(strpbrk(line, "{}[]?"));
            assert_ptr_equal(strchr(line, '\n'), line + out.len - 1);
            for (int field = 0; field < 2; field++) {
                if (event_field(kind, field) != FIELD_OBJECT || !value) continue;
                assert_non_null(strstr(line, "lock 1"));
            }
            buf_deinit(&out);
        }
        assert_true(event_name(kind)[0] != '\0');
    }
    trace_free(t);
}

static void the_same_record_gives_the_same_bytes(void **state) {
    (void)state;
    Trace *one = kitchen(), *two = kitchen();
    Buf a = {0}, b = {0};
    trace_dump(one, &a);
    trace_dump(two, &b);
    assert_string_equal(buf_cstr(&a), buf_cstr(&b));
    buf_deinit(&a);
    buf_deinit(&b);
    trace_free(one);
    trace_free(two);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_tells_time_task_and_place),
        cmocka_unit_test(a_name_counts_from_when_it_is_known),
        cmocka_unit_test(values_are_ints_or_texts),
        cmocka_unit_test(parts_without_a_field_are_left_out),
        cmocka_unit_test(a_deep_stack_is_cut),
        cmocka_unit_test(every_kind_has_a_sentence),
        cmocka_unit_test(the_same_record_gives_the_same_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
