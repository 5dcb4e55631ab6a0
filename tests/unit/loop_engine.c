/* The engine's face: runs that stop and go on, side by side, and how they end. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "loop/engine.h"

#include <string.h>

static bool keep(void *data, Stream stream, const char *bytes, size_t n) {
    (void)stream;
    buf_add(data, bytes, n);
    return true;
}

static bool refuse(void *data, Stream stream, const char *bytes, size_t n) {
    (void)stream, (void)bytes, (void)n;
    ++*(int *)data;
    return false;
}

static Program *program(const char *text) {
    Program *p = program_new("test.py", "/dir/test.py", text, strlen(text));
    assert_true(program_ok(p));
    return p;
}

static End finish(Run *run, uint64_t slice) {
    End end;
    while ((end = run_advance(run, slice)) == END_NONE) continue;
    return end;
}

/* Runs a text to its end and returns what it wrote, terminated. */
static char *output_of(const char *text, RunOptions options, uint64_t slice, End want, Buf *out) {
    Program *p = program(text);
    options.write = keep;
    options.data = out;
    Run *run = run_new(p, &options);
    assert_int_equal(finish(run, slice), want);
    run_free(run);
    program_free(p);
    return buf_cstr(out);
}

static const char *const counting = "def count(n):\n"
                                    "    total = 0\n"
                                    "    for i in range(n):\n"
                                    "        total += i\n"
                                    "        yield total\n"
                                    "print(sum(count(200)), sorted([3, 1, 2], key=lambda x: -x))\n"
                                    "class A:\n"
                                    "    def __repr__(self):\n"
                                    "        return 'A' + str(len([x for x in range(5)]))\n"
                                    "print([A(), A()], {A: 1}[A])\n";

static void test_slices_change_nothing(void **state) {
    (void)state;
    const uint64_t slices[] = {1, 2, 7, 100, 1000000};
    for (size_t i = 0; i < sizeof slices / sizeof *slices; i++) {
        Buf out = {0};
        assert_string_equal(output_of(counting, (RunOptions){0}, slices[i], END_NORMAL, &out),
                            "1333300 [3, 2, 1]\n[A5, A5] 1\n");
        buf_deinit(&out);
    }
}

static void test_two_runs_side_by_side(void **state) {
    (void)state;
    Program *p = program("import random\nfor i in range(50):\n    print(i, random.randint(1, 1000))\n");
    Buf a = {0}, b = {0}, c = {0};
    Run *first = run_new(p, &(RunOptions){.seed = 1, .write = keep, .data = &a});
    Run *second = run_new(p, &(RunOptions){.seed = 1, .write = keep, .data = &b});
    Run *other = run_new(p, &(RunOptions){.seed = 2, .write = keep, .data = &c});
    bool going = true;
    while (going) {
        going = run_advance(first, 10) == END_NONE;
        going |= run_advance(second, 3) == END_NONE;
        going |= run_advance(other, 17) == END_NONE;
    }
    assert_string_equal(buf_cstr(&a), buf_cstr(&b));
    assert_string_not_equal(buf_cstr(&a), buf_cstr(&c));
    assert_int_equal(run_steps(first), run_steps(second));
    assert_int_equal(run_time(first), run_time(second));
    run_free(first);
    run_free(second);
    run_free(other);
    buf_deinit(&a);
    buf_deinit(&b);
    buf_deinit(&c);
    program_free(p);
}

static void test_run_dropped_in_the_middle(void **state) {
    (void)state;
    Program *p = program("def f(n):\n    return f(n + 1) if n < 500 else 0\nwhile True:\n    f(0)\n");
    Run *run = run_new(p, &(RunOptions){0});
    assert_int_equal(run_advance(run, 1234), END_NONE);
    run_free(run);
    program_free(p);
}

static void test_traceback_has_the_path_and_diagnostics_the_name(void **state) {
    (void)state;
    Buf out = {0};
    output_of("1 / 0\n", (RunOptions){0}, 1000, END_RAISED, &out);
    assert_non_null(strstr(buf_cstr(&out), "File \"/dir/test.py\", line 1"));
    buf_clear(&out);
    const char wrong[] = "if x\n";
    Program *p = program_new("test.py", "/dir/test.py", wrong, strlen(wrong));
    assert_false(program_ok(p));
    program_report(p, LANG_EN, &out);
    assert_int_equal(strncmp(buf_cstr(&out), "test.py:1:", strlen("test.py:1:")), 0);
    program_free(p);
    buf_deinit(&out);
}

static void assert_ends(const char *text, RunOptions options, End end, int code, const char *sentence) {
    Program *p = program(text);
    Buf out = {0};
    Run *run = run_new(p, &options);
    assert_int_equal(finish(run, 1000), end);
    assert_int_equal(run_end(run), end);
    assert_int_equal(run_advance(run, 1000), end); /* it stays ended */
    assert_int_equal(run_exit_code(run), code);
    run_report(run, LANG_EN, &out);
    if (sentence) assert_non_null(strstr(buf_cstr(&out), sentence));
    else assert_int_equal(out.len, 0);
    buf_deinit(&out);
    run_free(run);
    program_free(p);
}

static void test_ends(void **state) {
    (void)state;
    const char forever[] = "while True: pass\n";
    const char talking[] = "while True: print('x' * 100)\n";
    const char growing[] = "x = []\nwhile True: x.append(object())\n";
    int calls = 0;
    assert_ends("", (RunOptions){0}, END_NORMAL, 0, NULL);
    assert_ends("import sys\nsys.exit(7)\n", (RunOptions){0}, END_NORMAL, 7, NULL);
    assert_ends("raise ValueError\n", (RunOptions){0}, END_RAISED, 1, NULL);
    assert_ends(forever, (RunOptions){.steps = 5000}, END_STEPS, 4, "after 5000 instructions");
    assert_ends(forever, (RunOptions){.until = 1000000}, END_UNTIL, 0, "after 0.001 s");
    assert_ends(growing, (RunOptions){.memory = 16 * MEGABYTE}, END_MEMORY, 4, "more than 16 MB");
    assert_ends(talking, (RunOptions){.output = 10000}, END_OUTPUT, 4, "more than 9 KB");
    assert_ends(talking, (RunOptions){.write = refuse, .data = &calls}, END_UNHEARD, 1, NULL);
    assert_int_equal(calls, 1);
}

static void test_output_is_cut_at_its_limit(void **state) {
    (void)state;
    Buf out = {0};
    output_of("while True: print('abc')\n", (RunOptions){.output = 10}, 100000, END_OUTPUT, &out);
    assert_string_equal(buf_cstr(&out), "abc\nabc\nab");
    buf_deinit(&out);
}

static void test_steps_are_counted_exactly(void **state) {
    (void)state;
    Program *p = program("while True: pass\n");
    Run *run = run_new(p, &(RunOptions){.steps = 5000});
    finish(run, 333);
    assert_in_range(run_steps(run), 5000, 5010);
    run_free(run);
    program_free(p);
}

static void test_sleeping_moves_the_clock(void **state) {
    (void)state;
    Program *p = program("import time\ntime.sleep(2.5)\n");
    Run *run = run_new(p, &(RunOptions){0});
    finish(run, 1000);
    assert_in_range(run_time(run), 2500000000u, 2501000000u);
    run_free(run);
    program_free(p);
}

static void test_until_stops_a_sleeper(void **state) {
    (void)state;
    Buf out = {0};
    output_of("import time\nfor i in range(9):\n    print(i)\n    time.sleep(1)\n",
              (RunOptions){.until = 2500000000}, 1000, END_UNTIL, &out);
    assert_string_equal(buf_cstr(&out), "0\n1\n2\n");
    buf_deinit(&out);
}

static void test_argv(void **state) {
    (void)state;
    Buf out = {0};
    const char *const argv[] = {"test.py", "a", NULL};
    output_of("import sys\nprint(sys.argv)\n", (RunOptions){.argv = argv}, 1000, END_NORMAL, &out);
    output_of("import sys\nprint(sys.argv)\n", (RunOptions){0}, 1000, END_NORMAL, &out);
    assert_string_equal(buf_cstr(&out), "['test.py', 'a']\n['test.py']\n");
    buf_deinit(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_slices_change_nothing),
        cmocka_unit_test(test_two_runs_side_by_side),
        cmocka_unit_test(test_run_dropped_in_the_middle),
        cmocka_unit_test(test_traceback_has_the_path_and_diagnostics_the_name),
        cmocka_unit_test(test_ends),
        cmocka_unit_test(test_output_is_cut_at_its_limit),
        cmocka_unit_test(test_steps_are_counted_exactly),
        cmocka_unit_test(test_sleeping_moves_the_clock),
        cmocka_unit_test(test_until_stops_a_sleeper),
        cmocka_unit_test(test_argv),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
