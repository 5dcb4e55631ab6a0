/* Running again to an event, and what is seen there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "loop/replay.h"

#include "base/mem.h"
#include <string.h>

static const char *const kitchen = "import asyncio\n"
                                   "shelf = ['salt']\n"
                                   "async def bake(dish, minutes):\n"
                                   "    for minute in range(minutes):\n"
                                   "        await asyncio.sleep(60)\n"
                                   "    return dish\n"
                                   "async def cook(dish):\n"
                                   "    oven = {'heat': 220}\n"
                                   "    return await bake(dish, 3)\n"
                                   "async def main():\n"
                                   "    menu = [asyncio.create_task(cook(d)) for d in ('pizza', 'bread')]\n"
                                   "    served = await asyncio.gather(*menu)\n"
                                   "    total = len(served)\n"
                                   "    print(total)\n"
                                   "asyncio.run(main())\n";

static bool nowhere(void *data, Stream stream, const char *bytes, size_t n) {
    (void)data, (void)stream, (void)bytes, (void)n;
    return true;
}

static const RunOptions options = {.write = nowhere, .record = true};

static Program *program(const char *text) {
    Program *p = program_new("test.py", "/dir/test.py", text, strlen(text));
    assert_true(program_ok(p));
    return p;
}

static void tell_function(void *data, const char *name, uint32_t line) {
    buf_printf(data, "%s:%u", name, line);
    buf_addc(data, ' ');
}

static void tell_variable(void *data, const char *name, const char *value) {
    buf_printf(data, "%s=%s ", name, value);
}

/* "bake:5 dish='pizza' …", terminated. */
static const char *seen(Replay *r, EventIndex event, TaskId task, Buf *out) {
    LocalsTeller teller = {out, tell_function, tell_variable};
    buf_clear(out);
    if (replay_to(r, event)) replay_locals(r, task, &teller);
    return buf_cstr(out);
}

/* The event number `nth` (from 1) of a kind about a task. */
static EventIndex nth_of(const Trace *t, EventKind kind, TaskId task, int nth) {
    for (EventIndex i = 0; i < trace_count(t); i++)
        if (event_kind(trace_at(t, i)) == kind && trace_at(t, i)->task == task && --nth == 0) return i;
    fail();
    return 0;
}

static Run *finished(const Program *p) {
    Run *run = run_new(p, &options);
    while (run_advance(run, 1000000) == END_NONE) continue;
    return run;
}

static void test_variables(void **state) {
    (void)state;
    Program *p = program(kitchen);
    Run *run = finished(p);
    Replay *r = replay_new(p, &options);
    Buf out = {0};
    const Trace *t = run_trace(run);
    EventIndex waits = nth_of(t, EV_TURN_ENDED, 2, 2);
    assert_string_equal(seen(r, waits, 2, &out), "bake:5 dish='pizza' minutes=3 minute=1 cook:9 dish='pizza' "
                                                 "oven={'heat': 220} ");
    EventIndex idle = nth_of(t, EV_IDLE, 0, 2); /* the instruction of this event begins a turn as well */
    assert_string_equal(seen(r, idle, 2, &out), "bake:5 dish='pizza' minutes=3 minute=1 cook:9 dish='pizza' "
                                                "oven={'heat': 220} ");
    EventIndex prints = nth_of(t, EV_OUTPUT, 1, 1);
    assert_string_equal(seen(r, prints, 1, &out),
                        "main:14 menu=[<Task-2>, <Task-3>] served=['pizza', 'bread'] "
                        "total=2 ");
    assert_string_equal(seen(r, prints, 2, &out), ""); /* it is over */
    assert_string_equal(seen(r, waits, 0, &out), "<module>:15 shelf=['salt'] ");
    assert_string_equal(seen(r, trace_count(t), 1, &out), ""); /* no such event */
    buf_deinit(&out);
    replay_free(r);
    run_free(run);
    program_free(p);
}

/* However one comes to an event, the same is seen there. */
static void test_any_way(void **state) {
    (void)state;
    Program *p = program(kitchen);
    Run *run = finished(p);
    EventIndex n = trace_count(run_trace(run));
    Replay *forth = replay_new(p, &options), *back = replay_new(p, &options);
    Buf *there = mem_zalloc(n * sizeof *there);
    Buf again = {0};
    for (EventIndex i = 0; i < n; i++) seen(forth, i, i % 4, &there[i]);
    for (EventIndex i = n; i-- > 0;) assert_string_equal(seen(back, i, i % 4, &again), buf_cstr(&there[i]));
    for (EventIndex i = 0; i < n; i++) buf_deinit(&there[i]);
    mem_free(there);
    buf_deinit(&again);
    replay_free(forth);
    replay_free(back);
    run_free(run);
    program_free(p);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_variables),
        cmocka_unit_test(test_any_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
