/* The drawers at moments of real runs: what stands in them, what a click or a key asks for, and that
 * nothing overlaps or leaves its drawer at any size of type or window. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "gfx/pencil.h"
#include "model/names.h"
#include "sheet/drawers.h"

#include <stdlib.h>
#include <string.h>

static const char kitchen[] = "import asyncio, time\n"                                        /* 1 */
                              "stove = asyncio.Semaphore(2)\n"                                /* 2 */
                              "shelf = asyncio.Queue(1)\n"                                    /* 3 */
                              "async def bake(n):\n"                                          /* 4 */
                              "    await asyncio.sleep(1 + n / 10)  #: label Baking\n"        /* 5 */
                              "async def pizza(n):\n"                                         /* 6 */
                              "    async with stove:\n"                                       /* 7 */
                              "        await bake(n)\n"                                       /* 8 */
                              "    await shelf.put(n)\n"                                      /* 9 */
                              "async def careful():\n"                                        /* 10 */
                              "    async with asyncio.timeout(5):\n"                          /* 11 */
                              "        await asyncio.to_thread(time.sleep, 2)\n"              /* 12 */
                              "async def eat():\n"                                            /* 13 */
                              "    for _ in range(5): print(await shelf.get())\n"             /* 14 */
                              "async def main():\n"                                           /* 15 */
                              "    loop = asyncio.get_running_loop()\n"                       /* 16 */
                              "    loop.call_soon(print, 'hello')\n"                          /* 17 */
                              "    loop.call_later(0.5, print, 'later')\n"                    /* 18 */
                              "    guard = asyncio.create_task(careful(), name='careful')\n"  /* 19 */
                              "    eater = asyncio.create_task(eat())\n"                      /* 20 */
                              "    async with asyncio.TaskGroup() as tg:\n"                   /* 21 */
                              "        for i in range(5): tg.create_task(pizza(i))\n"         /* 22 */
                              "    await asyncio.gather(guard, asyncio.wait_for(eater, 3))\n" /* 23 */
                              "asyncio.run(main())\n";                                        /* 24 */

/* Two that wait for each other: who awaits whom has no beginning. */
static const char ring[] = "import asyncio\n"
                           "tasks = {}\n"
                           "async def one():\n"
                           "    await asyncio.sleep(0)\n"
                           "    await tasks['two']\n"
                           "async def two():\n"
                           "    await asyncio.sleep(0)\n"
                           "    await asyncio.gather(tasks['one'], asyncio.sleep(9))\n"
                           "async def main():\n"
                           "    tasks['one'] = asyncio.create_task(one())\n"
                           "    tasks['two'] = asyncio.create_task(two())\n"
                           "    await asyncio.Event().wait()\n"
                           "asyncio.run(main())\n";

static const char crowd[] = "import asyncio\n"
                            "async def page(i):\n"
                            "    await asyncio.sleep(1 + i % 10)\n"
                            "async def main():\n"
                            "    watch = [asyncio.create_task(asyncio.sleep(20)) for _ in range(3)]\n"
                            "    async with asyncio.TaskGroup() as tg:\n"
                            "        for i in range(10_000): tg.create_task(page(i))\n"
                            "asyncio.run(main())\n";

typedef struct Desk {
    Fonts *fonts;
    Drawers w;
    DrawList list;
    double now;
    float width, height;
    const char *what;
} Desk;

static void send(Desk *k, Input in) {
    draw_begin(&k->list, k->fonts, (int32_t)k->width, (int32_t)k->height, 1);
    drawers_draw(&k->w, &k->list, k->what, (Rect){0, 0, k->width, k->height}, &in, k->now += 10);
}

static void settle(Desk *k) {
    for (int i = 0; i < 3; i++) {
        k->now += 1000;
        send(k, (Input){.kind = INPUT_TICK});
    }
}

static Desk *desk_with(const char *text, const char *what) {
    static Lacks lacks;
    Desk *k = calloc(1, sizeof *k);
    k->fonts = fonts_new(TOQUE_ASSETS "/fonts", &lacks);
    k->width = 640;
    k->height = 900;
    k->what = what;
    assert_true(drawers_init(&k->w, "test.py", text, strlen(text)));
    return k;
}

static void put_away(Desk *k) {
    draw_deinit(&k->list);
    drawers_deinit(&k->w);
    fonts_free(k->fonts);
    free(k);
}

static void go_to_turn(Desk *k, TurnId turn) {
    k->w.at = model_turn(k->w.model, turn).begun;
    settle(k);
}

static bool has(const Desk *k, const char *text) {
    Buf out = {0};
    draw_dump(&k->list, &out);
    bool found = strstr(buf_cstr(&out), text) != NULL;
    buf_deinit(&out);
    return found;
}

static Box box_under(const Desk *k, UiId id) {
    for (uint32_t i = 0; i < k->w.ui.last.len; i++)
        if (k->w.ui.last.items[i].id == id) return k->w.ui.last.items[i].box;
    return (Box){0};
}

/* Returns what that asked for. */
static DrawerClick click(Desk *k, UiId id, float part) {
    Box b = box_under(k, id);
    assert_false(box_empty(b));
    Point at = {(float)b.x0 + part * (float)(b.x1 - b.x0), (float)(b.y0 + b.y1) / 2};
    Input in = {.kind = INPUT_PRESS, .mouse = {at, BUTTON_LEFT, 1}};
    send(k, in);
    in.kind = INPUT_RELEASE;
    send(k, in);
    return k->w.click;
}

static UiId row_of(const char *list, uint32_t number) {
    return ui_child(ui_id(list), 16 + number);
}

/* --- rounds ---------------------------------------------------------------------------------- */

/* Every turn is a handle of exactly one round, of the one in which it begins. */
static void test_rounds_have_every_turn_once(void **state) {
    (void)state;
    Desk *k = desk_with(kitchen, "loop");
    RoundHandles r = {0};
    TurnId turn = 0;
    for (uint32_t round = 1; round <= model_rounds(k->w.model); round++) {
        round_find(&r, k->w.model, model_at_round(k->w.model, round));
        assert_int_equal(r.round, round);
        assert_true(r.handles.len <= r.planned);
        for (uint32_t i = 0; i < r.handles.len; i++) {
            const Handle *h = &r.handles.items[i];
            assert_int_equal(model_round_at(k->w.model, h->begun), round);
            assert_int_equal(round_begun(&r, h->begun), i + 1);
            if (h->kind == HANDLE_TURN) assert_int_equal(model_turn(k->w.model, ++turn).begun, h->begun);
        }
    }
    assert_int_equal(turn, model_turns(k->w.model));
    round_deinit(&r);
    put_away(k);
}

static void test_loop_says_what_is_at_hand(void **state) {
    (void)state;
    Desk *k = desk_with(kitchen, "loop");
    go_to_turn(k, 3); /* main, careful, eat; the callback and five pizzas */
    assert_true(has(k, "\"Round 2\""));
    assert_true(has(k, "\"Rail\""));
    assert_true(has(k, "\"next\""));
    assert_true(has(k, "\"it was just ordered, by main\""));
    assert_true(has(k, "\"callback\"")); /* call_later's */
    assert_true(has(k, "\"0.5 s\""));
    assert_true(has(k, "\"5.0 s\"")); /* careful's timeout */
    assert_true(has(k, "\"Other cooks\""));
    k->w.speech.vocabulary = VOCABULARY_ASYNCIO;
    settle(k);
    assert_true(has(k, "\"Ready queue\""));
    assert_true(has(k, "\"Other threads\""));
    k->w.at = 0;
    settle(k);
    assert_true(has(k, "\"Nobody is ready.\""));
    put_away(k);
}

static void test_loop_rows_lead_somewhere(void **state) {
    (void)state;
    Desk *k = desk_with(kitchen, "loop");
    go_to_turn(k, 3);
    RailEntry first;
    assert_int_equal(moment_rail(k->w.model, k->w.at, 0, 1, &first), 1);
    assert_int_equal(click(k, row_of("loop", 0), 0.5f).task, first.task);
    assert_int_equal(k->w.selected, first.task);
    assert_int_equal(click(k, row_of("loop", 0), 0.5f).cursor,
                     first.since); /* once more: to when that began */
    go_to_turn(k, 3);
    Cursor begun = model_turn(k->w.model, 4).begun;
    assert_int_equal(click(k, ui_child(ui_id("loop.handle"), 3), 0.5f).cursor,
                     begun); /* callback, then turns */
    put_away(k);
}

static void test_loop_by_keyboard(void **state) {
    (void)state;
    Desk *k = desk_with(kitchen, "loop");
    go_to_turn(k, 3);
    k->w.ui.focus = ui_id("loop");
    k->w.ui.focus_shown = true;
    send(k, (Input){.kind = INPUT_KEY, .key = {KEY_DOWN, false}});
    send(k, (Input){.kind = INPUT_KEY, .key = {KEY_DOWN, false}});
    send(k, (Input){.kind = INPUT_KEY, .key = {KEY_ENTER, false}});
    RailEntry second;
    moment_rail(k->w.model, k->w.at, 1, 1, &second);
    assert_int_equal(k->w.click.task, second.task);
    send(k, (Input){.kind = INPUT_KEY, .key = {KEY_END, false}});
    settle(k);
    assert_true(k->w.loop.left.chosen > 2);
    put_away(k);
}

/* --- the tree ------------------------------------------------------------------------------------ */

static uint32_t times_in_tree(const TaskTree *tree, TaskId task) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < tree->rows.len; i++) {
        const TreeRow *row = &tree->rows.items[i];
        n += row->kind == TREE_TASK && row->task == task && !row->again;
    }
    return n;
}

static void assert_tree_has_all(const Desk *k, TaskTree *tree, Cursor at) {
    task_tree_find(tree, k->w.model, at);
    for (TaskId task = 1; task <= moment_tasks_made(k->w.model, at); task++) {
        if (trace_task_at(run_trace(k->w.run), task)->library) continue;
        bool live = task_state_live(moment_task_state(k->w.model, at, task));
        uint32_t times = times_in_tree(tree, task);
        if (live) assert_int_equal(times, 1);
        assert_true(times <= 1);
    }
    for (uint32_t i = 0, number = 0; i < tree->rows.len; i++) {
        assert_int_equal(tree->rows.items[i].first, number);
        number += tree->rows.items[i].count;
        if (i) assert_true(tree->rows.items[i].depth <= tree->rows.items[i - 1].depth + 1);
    }
}

static void test_every_live_task_is_in_the_tree_once(void **state) {
    (void)state;
    static const char *const programs[] = {kitchen, ring};
    for (int i = 0; i < 2; i++) {
        Desk *k = desk_with(programs[i], "tasks");
        TaskTree forth = {0}, back = {0};
        Cursor end = model_end(k->w.model);
        for (Cursor at = 0; at <= end; at++) assert_tree_has_all(k, &forth, at);
        for (Cursor at = end; at > 0; at--) assert_tree_has_all(k, &back, at - 1);
        task_tree_deinit(&forth);
        task_tree_deinit(&back);
        put_away(k);
    }
}

static void dump_tree(const Desk *k, const TaskTree *tree, Buf *out) {
    for (uint32_t i = 0; i < tree->rows.len; i++) {
        const TreeRow *row = &tree->rows.items[i];
        buf_pad(out, ' ', 2 * row->depth);
        if (row->kind == TREE_TASK) name_add_task(k->w.model, row->task, out);
        else if (row->kind == TREE_GROUP) name_add_object(k->w.model, row->object, out);
        else buf_printf(out, row->kind == TREE_MADE ? "made" : "run");
        if (row->below) buf_printf(out, " %u%s", row->below, row->open ? "" : " folded");
        if (row->again) buf_adds(out, " again");
        if (row->count > 1) buf_printf(out, " ×%u", row->count);
        buf_addc(out, '\n');
    }
}

static void assert_tree(const Desk *k, TaskTree *tree, Cursor at, const char *expected) {
    Buf out = {0};
    task_tree_find(tree, k->w.model, at);
    dump_tree(k, tree, &out);
    assert_string_equal(buf_cstr(&out), expected);
    buf_deinit(&out);
}

static Cursor at_ms(const Desk *k, uint64_t ms) {
    return model_at_time(k->w.model, ms * 1000000);
}

static void test_the_tree_is_who_awaits_whom(void **state) {
    (void)state;
    Desk *k = desk_with(kitchen, "tasks");
    TaskTree tree = {0};
    assert_tree(k, &tree, at_ms(k, 500),
                "main 3\n"
                "  task group 5\n"
                "    pizza 1\n"
                "    pizza 2\n"
                "    pizza 3\n"
                "    pizza 4\n"
                "    pizza 5\n"
                "  careful\n"
                "  eat\n");
    Desk *r = desk_with(ring, "tasks");
    TaskTree ringed = {0};
    assert_tree(r, &ringed, at_ms(r, 1000),
                "main 1\n"
                "  one 1\n"
                "    two 1\n"
                "      gather 2\n"
                "        one again\n"
                "        sleep\n");
    task_tree_deinit(&tree);
    task_tree_deinit(&ringed);
    put_away(r);
    put_away(k);
}

/* Counted in one walk, they are as many as one by one. */
static void test_children_that_are_over(void **state) {
    (void)state;
    Desk *k = desk_with(kitchen, "tasks");
    uint32_t groups = 0;
    for (Cursor at = 0; at <= model_end(k->w.model); at++)
        for (ObjectId id = 1; id <= trace_objects(run_trace(k->w.run)); id++) {
            Child children[16];
            uint32_t n = moment_children(k->w.model, at, id, 0, 16, children), over = 0;
            for (uint32_t i = 0; i < n; i++) over += children[i].state >= TASK_DONE;
            assert_int_equal(moment_children_over(k->w.model, at, id), over);
            groups += n > 0;
        }
    assert_true(groups > 100);
    put_away(k);
}

static void test_large_families_are_folded(void **state) {
    (void)state;
    Desk *k = desk_with(crowd, "tasks");
    k->w.at = at_ms(k, 5500);
    settle(k);
    assert_tree(k, &k->w.tasks.tree, k->w.at,
                "main 4\n"
                "  task group 10000 folded\n"
                "  sleep 1\n"
                "  sleep 2\n"
                "  sleep 3\n");
    click(k, ui_child(ui_id("tasks.caret"), 1), 0.5f);
    settle(k);
    assert_int_equal(k->w.selected, 0); /* only unfolded */
    assert_int_equal(k->w.tasks.tree.count, 10005);
    assert_true(has(k, "\"page 1\""));
    assert_true(k->list.count < 600); /* only what is in sight */
    send(k, (Input){.kind = INPUT_WHEEL, .wheel = {.at = {300, 400}, .dy = 2000}});
    settle(k);
    TreeRow row = task_tree_row(&k->w.tasks.tree, 6001);
    assert_int_equal(row.kind, TREE_TASK);
    assert_false(has(k, "\"page 1\""));
    click(k, row_of("tasks", 6001), 0.4f);
    assert_true(k->w.selected == 0 || k->w.selected == row.task ||
                box_empty(box_under(k, row_of("tasks", 6001))));
    put_away(k);
}

static void test_the_selected_task_is_told(void **state) {
    (void)state;
    for (float width = 640; width <= 1280; width += 640) {
        Desk *k = desk_with(kitchen, "tasks");
        k->width = width;
        k->w.at = at_ms(k, 500);
        settle(k);
        uint32_t row = task_tree_where(&k->w.tasks.tree, 4); /* the first pizza */
        click(k, row_of("tasks", row), 0.3f);
        assert_int_equal(k->w.selected, 4);
        settle(k);
        assert_true(has(k, "\"await bake(n)\""));
        assert_true(has(k, "\"await asyncio.sleep(1 + n / 10)\"")); /* without the directive */
        assert_true(has(k, "\"n\""));
        assert_true(has(k, "\"bake\""));
        uint32_t asked = k->w.asked;
        settle(k);
        assert_int_equal(asked, 1);
        assert_int_equal(k->w.asked, 1); /* what was told is kept */
        UiId link = width > 1000 ? row_of("tasks.detail", 1) : row_of("tasks", row + 2);
        assert_int_equal(click(k, link, 0.5f).line, 5);
        k->w.selected = 2; /* careful */
        settle(k);
        assert_int_equal(k->w.asked, 2);
        assert_true(has(k, "\"5.0 s\"")); /* left of its time limit */
        k->w.at = model_end(k->w.model);
        settle(k);
        assert_false(has(k, "\"await bake(n)\""));
        put_away(k);
    }
}

static void test_who_is_at_the_board_is_told(void **state) {
    (void)state;
    Desk *k = desk_with(kitchen, "tasks");
    go_to_turn(k, 4);
    assert_int_equal(k->w.asked, 0); /* no room beside the tree */
    k->width = 1280;
    settle(k);
    assert_int_equal(k->w.asked, 1);
    assert_int_equal(k->w.selected, 0);
    go_to_turn(k, 5);
    assert_int_equal(k->w.asked, 2);
    k->w.at = 0;
    settle(k);
    assert_true(has(k, "\"Select a task to see where it stands.\""));
    put_away(k);
}

/* --- numbers ----------------------------------------------------------------------------------------- */

static void test_numbers_are_reckoned_once(void **state) {
    (void)state;
    Desk *k = desk_with(kitchen, "numbers");
    settle(k);
    const Numbers *n = k->w.numbers.numbers;
    assert_true(has(k, "\"tasks at once\""));
    assert_true(has(k, "times as fast\""));
    assert_true(has(k, "\"The stove\""));
    go_to_turn(k, 5);
    assert_ptr_equal(k->w.numbers.numbers, n);
    assert_int_equal(click(k, row_of("numbers", 1), 0.5f).task, k->w.numbers.tasks.items[1]);
    k->w.speech.lang = LANG_FR;
    settle(k);
    assert_true(has(k, "fois plus rapide\""));
    put_away(k);
}

/* --- all of them ---------------------------------------------------------------------------------------- */

typedef struct Label {
    float x, y, w, size;
    const DrawText *text;
} Label;

static uint32_t labels_of(const Desk *k, Label *out, uint32_t most) {
    uint32_t n = 0;
    for (const DrawHead *h = draw_next(&k->list, NULL); h && n < most; h = draw_next(&k->list, h)) {
        const DrawText *t = (const DrawText *)h;
        if (h->kind != DRAW_TEXT || box_empty(h->box)) continue;
        float w = font_width(k->fonts, (FaceId)t->face, t->size, (const char *)(t + 1), t->len);
        out[n++] = (Label){t->at.x, t->at.y, w, t->size, t};
    }
    return n;
}

static void complain(const Label *a, const Label *b) {
    print_error("\"%.*s\" and \"%.*s\"\n", (int)a->text->len, (const char *)(a->text + 1), (int)b->text->len,
                (const char *)(b->text + 1));
}

static void assert_tidy(const Desk *k) {
    enum { MOST = 1000 };
    static Label labels[MOST];
    uint32_t n = labels_of(k, labels, MOST);
    assert_true(n < MOST);
    for (uint32_t i = 0; i < n; i++) {
        const Label *a = &labels[i];
        if (a->x < 0 || a->x + a->w > k->width + 0.5f) complain(a, a);
        assert_true(a->x >= 0 && a->x + a->w <= k->width + 0.5f);
        for (uint32_t j = i + 1; j < n; j++) {
            const Label *b = &labels[j];
            bool level = fabsf(a->y - b->y) < 0.55f * gfx_min(a->size, b->size);
            bool apart = a->x + a->w <= b->x + 0.5f || b->x + b->w <= a->x + 0.5f;
            if (level && !apart) complain(a, b);
            assert_true(!level || apart);
        }
    }
}

static void test_nothing_overlaps_at_any_size(void **state) {
    (void)state;
    static const char *const drawers[] = {"loop", "tasks", "numbers", "output"};
    static const float sizes[][2] = {{300, 200}, {486, 500}, {640, 410}, {1240, 700}, {1900, 940}};
    Desk *k = desk_with(kitchen, "loop");
    k->w.selected = 4;
    for (int lang = 0; lang < LANG_COUNT; lang++)
        for (int i = 0; i < 5; i++)
            for (int d = 0; d < 4; d++)
                for (float text = 1; text <= 3; text += 1) {
                    k->what = drawers[d];
                    k->w.speech.lang = (Lang)lang;
                    k->w.speech.vocabulary = i % 2 ? VOCABULARY_ASYNCIO : VOCABULARY_KITCHEN;
                    k->width = sizes[i][0];
                    k->height = sizes[i][1];
                    theme_init(&k->w.theme, (ThemeChoice){.text = text});
                    go_to_turn(k, i % 2 ? 9 : 4);
                    assert_tidy(k);
                }
    put_away(k);
}

static void test_the_same_moment_draws_the_same(void **state) {
    (void)state;
    static const char *const drawers[] = {"loop", "tasks", "numbers"};
    Desk *k = desk_with(kitchen, "loop");
    for (int d = 0; d < 3; d++) {
        k->what = drawers[d];
        go_to_turn(k, 6);
        Buf before = {0}, after = {0};
        draw_dump(&k->list, &before);
        go_to_turn(k, 12);
        go_to_turn(k, 6);
        draw_dump(&k->list, &after);
        assert_string_equal(buf_cstr(&before), buf_cstr(&after));
        buf_deinit(&before);
        buf_deinit(&after);
    }
    put_away(k);
}

static void test_many_tasks_are_few_commands(void **state) {
    (void)state;
    static const char *const drawers[] = {"loop", "tasks", "numbers"};
    Desk *k = desk_with(crowd, "loop");
    for (int d = 0; d < 3; d++) {
        k->what = drawers[d];
        go_to_turn(k, 5000);
        assert_true(k->list.count < 800);
    }
    put_away(k);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rounds_have_every_turn_once),
        cmocka_unit_test(test_loop_says_what_is_at_hand),
        cmocka_unit_test(test_loop_rows_lead_somewhere),
        cmocka_unit_test(test_loop_by_keyboard),
        cmocka_unit_test(test_every_live_task_is_in_the_tree_once),
        cmocka_unit_test(test_the_tree_is_who_awaits_whom),
        cmocka_unit_test(test_children_that_are_over),
        cmocka_unit_test(test_large_families_are_folded),
        cmocka_unit_test(test_the_selected_task_is_told),
        cmocka_unit_test(test_who_is_at_the_board_is_told),
        cmocka_unit_test(test_numbers_are_reckoned_once),
        cmocka_unit_test(test_nothing_overlaps_at_any_size),
        cmocka_unit_test(test_the_same_moment_draws_the_same),
        cmocka_unit_test(test_many_tasks_are_few_commands),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
