/* The marks of the code panel at every turn of a real run: who stands where, and why. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "loop/engine.h"
#include "model/steps.h"
#include "view/code_marks.h"

#include <string.h>

static const char kitchen[] = "import asyncio\n"                                                   /* 1 */
                              "knife = asyncio.Lock()\n"                                           /* 2 */
                              "async def salad():\n"                                               /* 3 */
                              "    async with knife:\n"                                            /* 4 */
                              "        await asyncio.sleep(1.5)  #: label Slicing | fr: Tranche\n" /* 5 */
                              "async def main():\n"                                                /* 6 */
                              "    await asyncio.gather(*[salad() for _ in range(5)])\n"           /* 7 */
                              "asyncio.run(main())\n";

typedef struct Played {
    Program *program;
    Run *run;
    Model *model;
} Played;

static bool swallow(void *data, Stream stream, const char *bytes, size_t n) {
    (void)data, (void)stream, (void)bytes, (void)n;
    return true;
}

static Played play(const char *text) {
    Played p = {.program = program_new("kitchen.py", NULL, text, strlen(text))};
    assert_true(program_ok(p.program));
    RunOptions options = {.record = true, .write = swallow};
    p.run = run_new(p.program, &options);
    while (run_advance(p.run, 1000000) == END_NONE) {
    }
    p.model = model_new(run_trace(p.run));
    model_follow(p.model);
    return p;
}

static void stop(Played *p) {
    model_free(p->model);
    run_free(p->run);
    program_free(p->program);
}

static void role(const void *ctx, TaskId task, HueId *hue, const char **sprite) {
    (void)ctx;
    *hue = (HueId)(task % HUE_COUNT);
    *sprite = "pizza";
}

static void dump(const CodeMarks *c, Buf *out) {
    for (uint32_t i = 0; i < c->marks.len; i++) {
        const CodeMark *m = &c->marks.items[i];
        buf_printf(out, "%u %s%s %s ×%u \"%s\"\n", m->line, theme_look(m->look)->glyph, m->running ? "!" : "",
                   m->name, m->count, m->chip);
    }
}

static void assert_marks(const Played *p, Cursor at, Lang lang, const char *expected) {
    CodeMarks c = {0};
    Buf out = {0};
    code_marks_find(&c, p->model, at, 0, lang, (CodeCast){role, NULL});
    dump(&c, &out);
    assert_string_equal(buf_cstr(&out), expected);
    buf_deinit(&out);
    code_marks_deinit(&c);
}

static void test_marks_of_a_moment(void **state) {
    (void)state;
    Played p = play(kitchen);
    /* main, then the five; the fourth salad runs, the first has the knife. */
    Turn fifth = model_turn(p.model, 5);
    assert_marks(&p, fifth.begun, LANG_EN,
                 "3 state-running! salad 4 ×1 \"\"\n"
                 "3 state-ready salad 5 ×1 \"next\"\n"
                 "4 state-lock salad 2 ×1 \"knife\"\n"
                 "4 state-lock salad 3 ×1 \"knife\"\n"
                 "5 state-sleep salad 1 ×1 \"1.5 s\"\n"
                 "7 state-task main ×1 \"0 of 5\"\n");
    Turn seventh = model_turn(p.model, 7);
    assert_marks(&p, seventh.begun, LANG_FR,
                 "4 state-lock salad 2 ×4 \"4\"\n"
                 "5 state-running! salad 1 ×1 \"\"\n"
                 "7 state-task main ×1 \"0 sur 5\"\n");
    stop(&p);
}

static void test_every_live_task_is_marked_once(void **state) {
    (void)state;
    Played p = play(kitchen);
    CodeMarks c = {0};
    Cursor at = 0;
    for (int turn = 1; at != NEVER && turn < 40; turn++) {
        code_marks_find(&c, p.model, at, 0, LANG_EN, (CodeCast){role, NULL});
        TaskId live[16];
        uint32_t n = moment_live(p.model, at, 0, 16, live), marked = 0, running = 0, placed = 0;
        for (uint32_t i = 0; i < n; i++) placed += moment_task(p.model, at, live[i]).place != 0;
        for (uint32_t i = 0; i < c.marks.len; i++)
            marked += c.marks.items[i].count, running += c.marks.items[i].running;
        assert_true(running <= 1);
        assert_true(marked >= placed && marked <= n);
        assert_int_equal(c.beyond, 0);
        at = step_by(p.model, at, STEP_TURN, WAY_FORTH);
    }
    code_marks_deinit(&c);
    stop(&p);
}

static void test_labels_are_the_authors(void **state) {
    (void)state;
    Played p = play(kitchen);
    CodeMarks c = {0};
    code_labels_find(&c, run_trace(p.run), LANG_FR);
    assert_int_equal(c.labels.len, 1);
    assert_int_equal(c.labels.items[0].line, 5);
    assert_string_equal(c.labels.items[0].text, "Tranche");
    code_marks_deinit(&c);
    stop(&p);
}

static void test_ten_thousand_are_counted(void **state) {
    (void)state;
    Played p = play("import asyncio\n"
                    "async def page():\n"
                    "    await asyncio.sleep(1)\n"
                    "async def main():\n"
                    "    await asyncio.gather(*[page() for _ in range(10000)])\n"
                    "asyncio.run(main())\n");
    CodeMarks c = {0};
    Cursor at = model_turn(p.model, 10001).begun;
    code_marks_find(&c, p.model, at, 0, LANG_EN, (CodeCast){role, NULL});
    uint32_t marked = 0;
    for (uint32_t i = 0; i < c.marks.len; i++) marked += c.marks.items[i].count;
    assert_true(c.marks.len <= 4);
    assert_int_equal(marked + c.beyond, 10001);
    code_marks_deinit(&c);
    stop(&p);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_marks_of_a_moment),
        cmocka_unit_test(test_every_live_task_is_marked_once),
        cmocka_unit_test(test_labels_are_the_authors),
        cmocka_unit_test(test_ten_thousand_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
