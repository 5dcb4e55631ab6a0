/* The variables of a task at any cursor, through the model's face: whichever way one comes, the same is
 * told, and a key that is held down need not run the program again for every event. */
#include "app/locals_replay.h"
#include "base/mem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static const char kitchen[] = "import asyncio\n"
                              "async def cook(dish, steps):\n"
                              "    for step in range(steps):\n"
                              "        await asyncio.sleep(0.1)\n"
                              "    return dish\n"
                              "async def main():\n"
                              "    served = await asyncio.gather(cook('pizza', 30), cook('bread', 20))\n"
                              "    print(served)\n"
                              "asyncio.run(main())\n";

typedef struct Kitchen {
    Program *program;
    Run *run;
    LocalsReplay *replay;
    LocalsSource source;
} Kitchen;

static int set_up(void **state) {
    const RunOptions options = {.record = true};
    Kitchen *k = mem_zalloc(sizeof *k);
    k->program = program_new("test.py", NULL, kitchen, strlen(kitchen));
    k->run = run_new(k->program, &options);
    while (run_advance(k->run, 1000000) == END_NONE) continue;
    k->replay = locals_replay_new(k->program, &options);
    k->source = locals_replay_source(k->replay);
    *state = k;
    return 0;
}

static int tear_down(void **state) {
    Kitchen *k = *state;
    locals_replay_free(k->replay);
    run_free(k->run);
    program_free(k->program);
    mem_free(k);
    return 0;
}

static void tell_function(void *data, const char *name, uint32_t line) {
    buf_printf(data, "%s:%u ", name, line);
}

static void tell_variable(void *data, const char *name, const char *value) {
    buf_printf(data, "%s=%s ", name, value);
}

static const char *told(const Kitchen *k, Cursor at, TaskId task, Buf *out) {
    LocalsTeller teller = {out, tell_function, tell_variable};
    buf_clear(out);
    if (!k->source.tell(k->source.data, at, task, &teller)) buf_adds(out, "beyond the end");
    return buf_cstr(out);
}

static EventIndex nth_turn_end(const Trace *t, TaskId task, int nth) {
    for (EventIndex i = 0; i < trace_count(t); i++)
        if (event_kind(trace_at(t, i)) == EV_TURN_ENDED && trace_at(t, i)->task == task && --nth == 0)
            return i;
    fail();
    return 0;
}

static void test_what_is_told(void **state) {
    const Kitchen *k = *state;
    const Trace *t = run_trace(k->run);
    Buf out = {0};
    EventIndex fifth = nth_turn_end(t, 2, 5);
    assert_string_equal(told(k, fifth, 2, &out), "cook:4 dish='pizza' steps=30 step=4 ");
    assert_string_equal(told(k, fifth, 2, &out), "cook:4 dish='pizza' steps=30 step=4 ");
    assert_string_equal(told(k, nth_turn_end(t, 2, 2), 2, &out), "cook:4 dish='pizza' steps=30 step=1 ");
    assert_string_equal(told(k, fifth, 3, &out), "cook:4 dish='bread' steps=20 step=3 ");
    assert_string_equal(told(k, trace_count(t) + 5, 2, &out), "beyond the end");
    buf_deinit(&out);
}

static void test_a_key_held_down(void **state) {
    const Kitchen *k = *state;
    EventIndex count = trace_count(run_trace(k->run));
    Buf *there = mem_zalloc(count * sizeof *there), back = {0};
    for (EventIndex i = 0; i < count; i++) told(k, i, 2, &there[i]);
    assert_int_equal(locals_replay_restarts(k->replay), 0);
    for (EventIndex i = count; i-- > 0;) assert_string_equal(told(k, i, 2, &back), buf_cstr(&there[i]));
    assert_true(locals_replay_restarts(k->replay) <= count / 64 + 1);
    for (EventIndex i = 0; i < count; i++) buf_deinit(&there[i]);
    mem_free(there);
    buf_deinit(&back);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_what_is_told, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_a_key_held_down, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
