/* The timeline of real runs: what is in sight has one lane and its words have their own place, clicks and keys
 * say where they go, the axes and the zoom keep in sight what was. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "gfx/pencil.h"
#include "model/axes.h"
#include "sheet/played.h"
#include "view/timeline.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char kitchen[] = "import asyncio\n"
                              "knife = asyncio.Lock()\n"
                              "stove = asyncio.Semaphore(2)\n"
                              "shelf = asyncio.Queue(maxsize=2)\n"
                              "bell = asyncio.Event()\n"
                              "async def soup():\n"
                              "    async with stove:\n"
                              "        await asyncio.sleep(2.1)  #: label Simmering\n"
                              "    await shelf.put('soup')\n"
                              "async def salad():\n"
                              "    async with knife:\n"
                              "        await asyncio.sleep(1.2)  #: label Draining\n"
                              "    await shelf.put('salad')\n"
                              "    bell.set()\n"
                              "async def sauce():\n"
                              "    async with knife:\n"
                              "        pass\n"
                              "    await bell.wait()\n"
                              "    await shelf.put('sauce')\n"
                              "async def waiter():\n"
                              "    for i in range(3):\n"
                              "        await shelf.get()\n"
                              "        await asyncio.sleep(0.3)\n"
                              "async def main():\n"
                              "    start = asyncio.create_task\n"
                              "    await asyncio.gather(*[start(f(), name=f.__name__)\n"
                              "                           for f in (soup, salad, sauce, waiter)])\n"
                              "asyncio.run(main())\n";

static const char pages[] = "import asyncio\n"
                            "net = asyncio.Semaphore(50)\n"
                            "async def fetch(i):\n"
                            "    async with net:\n"
                            "        await asyncio.sleep(0.1 + i % 7 / 10)\n"
                            "async def main():\n"
                            "    await asyncio.gather(*[fetch(i) for i in range(900)])\n"
                            "asyncio.run(main())\n";

typedef struct Stand {
    Played played;
    Fonts *fonts;
    Ui ui;
    Theme theme;
    DrawList list;
    TimelinePanel panel;
    TimelineShow show;
    Rect at;
    double now;
    TimelineAct act; /* of the last pass */
} Stand;

static void send(Stand *s, Input in) {
    s->now += 10;
    draw_begin(&s->list, s->fonts, (int32_t)(s->at.x + s->at.w + 40), (int32_t)(s->at.y + s->at.h + 40), 1);
    ui_begin(&s->ui, &s->list, &s->theme.ui, &in, s->now);
    s->act = timeline_panel(&s->ui, &s->theme, &s->panel, &s->show, s->at);
    ui_end(&s->ui);
}

static void settle(Stand *s) {
    for (int i = 0; i < 300; i++) {
        s->now += 1000;
        send(s, (Input){.kind = INPUT_TICK});
        bool blinks = s->panel.searching && i > 20; /* the caret never rests */
        if (i > 1 && (s->ui.wake == 0 || blinks)) return;
    }
    fail_msg("it never comes to rest");
}

static Stand *stand_at(const char *text, uint64_t turns) {
    static Lacks lacks;
    Stand *s = calloc(1, sizeof *s);
    assert_true(played_init(&s->played, "kitchen.py", text, strlen(text), turns));
    s->fonts = fonts_new(TOQUE_ASSETS "/fonts", &lacks);
    theme_init(&s->theme, (ThemeChoice){.text = 1});
    s->at = (Rect){20, 20, 1200, 420};
    s->show = (TimelineShow){.model = s->played.model, .cast = s->played.cast, .selected_event = NEVER};
    settle(s);
    return s;
}

static Stand *stand(const char *text) {
    Stand *s = stand_at(text, 0);
    s->show.at = model_turn(s->show.model, 6).begun;
    settle(s);
    return s;
}

static void leave(Stand *s) {
    timeline_deinit(&s->panel);
    ui_deinit(&s->ui);
    draw_deinit(&s->list);
    fonts_free(s->fonts);
    played_deinit(&s->played);
    free(s);
}

/* --- what is drawn -------------------------------------------------------------------------- */

/* A text's letters, as far as they are in sight. */
static Rect letters(const Stand *s, const DrawHead *h) {
    const DrawText *t = (const DrawText *)h;
    float w = font_width(s->fonts, (FaceId)t->face, t->size, (const char *)(t + 1), t->len);
    float x0 = t->at.x, x1 = t->at.x + w, y0 = t->at.y - FONT_CAP * t->size, y1 = t->at.y;
    x0 = gfx_max(x0, (float)h->box.x0), x1 = gfx_min(x1, (float)h->box.x1);
    y0 = gfx_max(y0, (float)h->box.y0), y1 = gfx_min(y1, (float)h->box.y1);
    return (Rect){x0, y0, x1 - x0, y1 - y0};
}

static bool meet(Rect a, Rect b) {
    return a.w > 0 && a.h > 0 && b.w > 0 && b.h > 0 && a.x + 0.5f < b.x + b.w && b.x + 0.5f < a.x + a.w &&
           a.y + 0.5f < b.y + b.h && b.y + 0.5f < a.y + a.h;
}

static void assert_words_apart(const Stand *s) {
    for (const DrawHead *a = draw_next(&s->list, NULL); a; a = draw_next(&s->list, a)) {
        if (a->kind != DRAW_TEXT) continue;
        const DrawText *ta = (const DrawText *)a;
        Rect ra = letters(s, a);
        bool in = ra.w <= 0 || ra.h <= 0 ||
                  (ra.x >= s->at.x - 0.5f && ra.y >= s->at.y - 0.5f &&
                   ra.x + ra.w <= s->at.x + s->at.w + 0.5f && ra.y + ra.h <= s->at.y + s->at.h + 0.5f);
        if (!in) print_error("outside: \"%.*s\"\n", (int)ta->len, (const char *)(ta + 1));
        assert_true(in);
        for (const DrawHead *b = draw_next(&s->list, a); b; b = draw_next(&s->list, b)) {
            if (b->kind != DRAW_TEXT || !meet(ra, letters(s, b))) continue;
            const DrawText *tb = (const DrawText *)b;
            fail_msg("\"%.*s\" and \"%.*s\" at %.0f×%.0f, text %.1f", (int)ta->len, (const char *)(ta + 1),
                     (int)tb->len, (const char *)(tb + 1), (double)s->at.w, (double)s->at.h,
                     (double)s->theme.choice.text);
        }
    }
}

/* How often a text stands in the column of labels, or elsewhere; where the last one is. */
static int count_text(const Stand *s, const char *text, bool label, Point *where) {
    int n = 0;
    for (const DrawHead *h = draw_next(&s->list, NULL); h; h = draw_next(&s->list, h)) {
        const DrawText *t = (const DrawText *)h;
        if (h->kind != DRAW_TEXT || t->len != strlen(text) || memcmp(t + 1, text, t->len) != 0) continue;
        if ((t->at.x < s->at.x + 154 * s->theme.choice.text) != label) continue;
        if (where) *where = (Point){t->at.x + 4, t->at.y - 5};
        n++;
    }
    return n;
}

static void test_each_has_one_lane(void **state) {
    (void)state;
    Stand *s = stand(kitchen);
    static const char *const names[] = {"Chef",   "main",  "soup",  "salad", "sauce",
                                        "waiter", "knife", "stove", "shelf", "bell"};
    for (int i = 0; i < 10; i++) {
        if (count_text(s, names[i], true, NULL) != 1) fail_msg("%s has not one label", names[i]);
    }
    assert_true(count_text(s, "soup", false, NULL) >= 1); /* on the stove */
    assert_true(count_text(s, "maxsize 2", false, NULL) == 1);
    s->show.lang = LANG_FR;
    s->show.vocabulary = VOCABULARY_ASYNCIO;
    settle(s);
    assert_int_equal(count_text(s, "Boucle", true, NULL), 1);
    leave(s);
}

static void test_the_same_moment_is_the_same_picture(void **state) {
    (void)state;
    Stand *a = stand(kitchen), *b = stand(kitchen);
    assert_true(draw_same(&a->list, &b->list));
    Cursor at = a->show.at;
    a->show.at = model_end(a->show.model);
    settle(a);
    assert_false(draw_same(&a->list, &b->list));
    a->show.at = at;
    settle(a);
    assert_true(draw_same(&a->list, &b->list));
    leave(a);
    leave(b);
}

static void test_words_have_their_place(void **state) {
    (void)state;
    static const float sizes[][2] = {{1240, 306}, {700, 200}, {1880, 860}, {420, 500}, {200, 90}, {60, 40}};
    Stand *s = stand(kitchen);
    for (int big = 0; big < 2; big++)
        for (int lang = 0; lang < LANG_COUNT; lang++)
            for (int i = 0; i < 6; i++)
                for (float text = 1; text <= 3; text += 1) {
                    theme_init(&s->theme, (ThemeChoice){.text = text, .presentation = big});
                    s->show.lang = (Lang)lang;
                    s->panel.axis = (TimelineAxis)(i % TIMELINE_AXES);
                    s->at.w = sizes[i][0], s->at.h = sizes[i][1];
                    settle(s);
                    assert_words_apart(s);
                }
    leave(s);
}

static void test_words_while_zooming(void **state) {
    (void)state;
    Stand *s = stand(kitchen);
    for (int axis = 0; axis < TIMELINE_AXES; axis++) {
        timeline_do(&s->panel, &s->show, (TimelineCommand)(TIMELINE_AXIS_CLOCK + axis), s->now);
        for (int i = 0; i < 14; i++) {
            timeline_do(&s->panel, &s->show, TIMELINE_ZOOM_IN, s->now);
            send(s, (Input){.kind = INPUT_TICK}); /* in motion */
            assert_words_apart(s);
            settle(s);
            assert_words_apart(s);
        }
        timeline_do(&s->panel, &s->show, TIMELINE_FIT, s->now);
    }
    leave(s);
}

static void test_the_future_can_be_hidden(void **state) {
    (void)state;
    Stand *s = stand(kitchen);
    s->show.at = model_turn(s->show.model, 1).begun; /* nothing is made yet */
    s->show.hide_future = true;
    settle(s);
    assert_int_equal(count_text(s, "waiter", true, NULL), 0);
    assert_int_equal(count_text(s, "main", true, NULL), 1);
    leave(s);
}

/* --- commands --------------------------------------------------------------------------------- */

static TimelineAct command(Stand *s, TimelineCommand c) {
    TimelineAct act = timeline_do(&s->panel, &s->show, c, s->now);
    settle(s);
    return act;
}

static double share_of(const Stand *s, Cursor at) {
    const TimelineView *v = &s->panel.shown;
    Axis axis = {v->per_second, v->per_turn};
    return axis_position(s->show.model, axis, at) - v->from;
}

static void test_zoom_pan_fit(void **state) {
    (void)state;
    Stand *s = stand(kitchen);
    TimelineView all = s->panel.shown;
    assert_true(share_of(s, model_end(s->show.model)) <= 1);
    double before = share_of(s, s->show.at);
    command(s, TIMELINE_ZOOM_IN);
    command(s, TIMELINE_ZOOM_IN);
    assert_true(s->panel.shown.per_second > 2 * all.per_second);
    assert_true(fabs(share_of(s, s->show.at) - before) < 0.01); /* about the playhead */
    command(s, TIMELINE_PAN_RIGHT);
    assert_true(share_of(s, s->show.at) < before);
    command(s, TIMELINE_ZOOM_OUT);
    command(s, TIMELINE_ZOOM_OUT);
    command(s, TIMELINE_ZOOM_OUT);
    assert_false(s->panel.placed); /* as far as all of it, no farther */
    assert_memory_equal(&s->panel.shown, &all, sizeof all);
    command(s, TIMELINE_ZOOM_IN);
    command(s, TIMELINE_FIT);
    assert_memory_equal(&s->panel.shown, &all, sizeof all);
    leave(s);
}

static void test_another_axis_keeps_the_moment_in_sight(void **state) {
    (void)state;
    Stand *s = stand(kitchen);
    for (int zoom = 0; zoom < 9; zoom++) {
        for (int axis = 0; axis < TIMELINE_AXES + 1; axis++) {
            TimelineAxis was = s->panel.axis;
            timeline_do(&s->panel, &s->show, TIMELINE_AXIS_NEXT, s->now);
            assert_true(s->panel.axis != was);
            for (int i = 0; i < 30; i++) {
                send(s, (Input){.kind = INPUT_TICK});
                double share = share_of(s, s->show.at);
                assert_true(share >= -0.01 && share <= 1.01);
            }
            settle(s);
        }
        command(s, TIMELINE_ZOOM_IN);
    }
    leave(s);
}

static void test_the_view_follows(void **state) {
    (void)state;
    Stand *s = stand(kitchen);
    for (int i = 0; i < 6; i++) command(s, TIMELINE_ZOOM_IN);
    s->show.at = model_end(s->show.model);
    s->show.playing = true;
    settle(s);
    assert_true(share_of(s, s->show.at) >= 0 && share_of(s, s->show.at) <= 1);
    s->show.playing = false;
    for (int i = 0; i < 9; i++) command(s, TIMELINE_PAN_LEFT); /* looking elsewhere is allowed */
    assert_true(share_of(s, s->show.at) > 1);
    leave(s);
}

static void test_walking_along_causes(void **state) {
    (void)state;
    Stand *s = stand(kitchen);
    const Model *m = s->show.model;
    TurnId last = model_turns(m);
    while (model_turn(m, last).task != 1) last--; /* asyncio's own tasks follow */
    s->show.at = model_turn(m, last).begun;
    s->show.selected = 1;
    settle(s);
    int steps = 0;
    for (;; steps++) {
        TimelineAct act = command(s, TIMELINE_CAUSE_BACK);
        if (act.go == NEVER) break;
        TurnId turn = model_turn_at(m, act.go);
        assert_true(turn < last && act.chose && act.task == model_turn(m, turn).task);
        s->show.at = act.go;
        s->show.selected = act.task;
        s->show.selected_event = timeline_chosen(&s->panel);
        settle(s);
        assert_int_equal(timeline_chosen(&s->panel), act.go);
        last = turn;
    }
    assert_true(steps >= 2);
    TimelineAct act = command(s, TIMELINE_CAUSE_FORTH);
    assert_true(act.go != NEVER && act.go > s->show.at);
    s->show.at = 3; /* gone elsewhere */
    settle(s);
    assert_int_equal(timeline_chosen(&s->panel), NEVER);
    leave(s);
}

static void test_folding(void **state) {
    (void)state;
    Stand *s = stand(kitchen);
    command(s, TIMELINE_FOLD_ALL);
    assert_int_equal(count_text(s, "main", true, NULL), 1);
    assert_int_equal(count_text(s, "salad", true, NULL), 0);
    command(s, TIMELINE_UNFOLD_ALL);
    assert_int_equal(count_text(s, "salad", true, NULL), 1);
    leave(s);
}

/* --- the mouse ---------------------------------------------------------------------------------- */

static void mouse(Stand *s, InputKind kind, Point at, int clicks) {
    send(s, (Input){.kind = kind, .mouse = {at, BUTTON_LEFT, clicks}});
}

/* What came of it in either pass. */
static TimelineAct click(Stand *s, Point at, int clicks) {
    mouse(s, INPUT_MOVE, at, 0);
    mouse(s, INPUT_PRESS, at, clicks);
    TimelineAct first = s->act;
    mouse(s, INPUT_RELEASE, at, clicks);
    return first.go != NEVER || first.chose ? first : s->act;
}

/* In the middle of an event's place on the row of a label. */
static Point place_on(const Stand *s, const char *name, Cursor at) {
    Point label = {0, 0};
    assert_int_equal(count_text(s, name, true, &label), 1);
    return (Point){s->at.x + 154 + (float)share_of(s, at) * s->panel.width, label.y};
}

static void test_a_click_chooses(void **state) {
    (void)state;
    Stand *s = stand(kitchen);
    const Model *m = s->show.model;
    for (TurnId turn = 2; turn <= 5; turn++) {
        Turn t = model_turn(m, turn);
        char name[32];
        snprintf(name, sizeof name, "%s",
                 trace_text(model_trace(m), trace_task_at(model_trace(m), t.task)->function, NULL));
        Point at = place_on(s, name, (t.begun + t.ended) / 2);
        TimelineAct act = click(s, at, 1);
        assert_true(act.chose);
        assert_int_equal(act.task, t.task);
        assert_int_equal(act.go, t.begun);
        at.y = s->at.y + 5 + 36 + 15; /* on the chef's lane, the same one */
        act = click(s, at, 1);
        assert_int_equal(act.task, t.task);
        assert_int_equal(act.go, t.begun);
    }
    Point label;
    count_text(s, "salad", true, &label);
    TimelineAct act = click(s, label, 1);
    assert_true(act.chose && act.task == 3 && act.go == NEVER);
    count_text(s, "knife", true, &label);
    act = click(s, label, 1);
    assert_true(act.chose && act.task == 0);
    assert_string_equal(object_kind_name(trace_object_at(model_trace(m), act.object)->kind), "lock");
    leave(s);
}

static void test_a_double_click_zooms(void **state) {
    (void)state;
    Stand *s = stand(kitchen);
    Turn t = model_turn(s->show.model, 3);
    click(s, place_on(s, "salad", (t.begun + t.ended) / 2), 1);
    click(s, place_on(s, "salad", (t.begun + t.ended) / 2), 2);
    settle(s);
    assert_true(s->panel.placed);
    assert_true(share_of(s, t.begun) > 0 && share_of(s, t.ended) < 1);
    leave(s);
}

static void test_the_playhead_drags(void **state) {
    (void)state;
    Stand *s = stand(kitchen);
    Point at = {s->at.x + 160, s->at.y + 14};
    mouse(s, INPUT_MOVE, at, 0);
    mouse(s, INPUT_PRESS, at, 1);
    Cursor last = 0;
    for (; at.x < s->at.x + s->at.w - 20; at.x += 40) {
        mouse(s, INPUT_MOVE, at, 0);
        assert_true(s->act.go != NEVER && s->act.go >= last);
        s->show.at = last = s->act.go;
    }
    assert_int_equal(last, model_end(s->show.model));
    mouse(s, INPUT_RELEASE, at, 1);
    mouse(s, INPUT_MOVE, (Point){s->at.x + 300, at.y}, 0);
    assert_int_equal(s->act.go, NEVER); /* let go */
    leave(s);
}

static void test_wheel_and_drag(void **state) {
    (void)state;
    Stand *s = stand(kitchen);
    Point at = {s->at.x + 500, s->at.y + 150};
    double share = (double)((at.x - s->at.x - 154) / s->panel.width);
    TimelineView v = s->panel.shown;
    Cursor under = axis_cursor(s->show.model, (Axis){v.per_second, v.per_turn}, v.from + share);
    double before = share_of(s, under);
    at.x = s->at.x + 154 + (float)before * s->panel.width;
    mouse(s, INPUT_MOVE, at, 0);
    for (int i = 0; i < 4; i++) {
        send(s, (Input){.kind = INPUT_WHEEL, .mods = MOD_CTRL, .wheel = {at, 0, -1}});
        assert_true(s->ui.used);
    }
    settle(s);
    assert_true(s->panel.shown.per_second > 2 * v.per_second);
    assert_true(fabs(share_of(s, under) - before) < 0.02);
    double from = s->panel.shown.from;
    send(s, (Input){.kind = INPUT_WHEEL, .mods = MOD_SHIFT, .wheel = {at, 0, 1}});
    settle(s);
    assert_true(s->panel.shown.from > from);
    from = s->panel.shown.from;
    mouse(s, INPUT_PRESS, at, 1);
    mouse(s, INPUT_MOVE, (Point){at.x - 60, at.y}, 0);
    mouse(s, INPUT_MOVE, (Point){at.x - 120, at.y}, 0);
    assert_true(s->panel.view.from > from);
    mouse(s, INPUT_RELEASE, (Point){at.x - 120, at.y}, 1);
    assert_false(s->act.chose); /* that was no click */
    leave(s);
}

static void test_a_tip_says_why(void **state) {
    (void)state;
    Stand *s = stand(kitchen);
    Turn t = model_turn(s->show.model, 4);
    Point at = place_on(s, "sauce", t.ended + 8);
    mouse(s, INPUT_MOVE, at, 0);
    mouse(s, INPUT_MOVE, at, 0);
    settle(s);
    assert_non_null(strstr(s->ui.tip, "sauce"));
    assert_true(s->ui.tip_id != 0);
    leave(s);
}

/* --- the keyboard ----------------------------------------------------------------------------------- */

static void key(Stand *s, Key k) {
    send(s, (Input){.kind = INPUT_KEY, .key = {k, false}});
}

static void test_by_keyboard_alone(void **state) {
    (void)state;
    Stand *s = stand(kitchen);
    key(s, KEY_TAB);
    assert_int_equal(s->ui.focus, ui_id("timeline"));
    key(s, KEY_HOME);
    for (int i = 0; i < 3; i++) key(s, KEY_DOWN);
    for (int i = 0; i < 2; i++) key(s, KEY_RIGHT);
    settle(s);
    assert_true(s->ui.tip_id == ui_id("timeline"));
    key(s, KEY_ENTER);
    assert_true(s->act.chose && s->act.task == 3 && s->act.go != NEVER); /* the third row: salad */
    s->show.selected = 3;
    settle(s);
    key(s, KEY_TAB); /* on to the first thing in the panel */
    assert_true(s->ui.focus != ui_id("timeline"));
    leave(s);
}

static void type(Stand *s, const char *text) {
    Input in = {.kind = INPUT_TEXT};
    snprintf(in.text, sizeof in.text, "%s", text);
    send(s, in);
    settle(s);
}

static void test_search(void **state) {
    (void)state;
    Stand *s = stand(kitchen);
    command(s, TIMELINE_SEARCH);
    type(s, "SA");
    assert_int_equal(s->panel.found, 3); /* salad */
    key(s, KEY_ENTER);
    settle(s);
    assert_int_equal(s->panel.found, 4); /* sauce */
    key(s, KEY_ENTER);
    settle(s);
    assert_int_equal(s->panel.found, 3);
    type(s, "xyz");
    assert_int_equal(s->panel.found, 0);
    assert_int_equal(count_text(s, "no task is called that", false, NULL), 1);
    assert_words_apart(s);
    key(s, KEY_ESCAPE);
    settle(s);
    assert_false(s->panel.searching);
    leave(s);
}

/* --- very many ------------------------------------------------------------------------------------------ */

static void test_many_are_shares(void **state) {
    (void)state;
    Stand *s = stand(pages);
    assert_int_equal(count_text(s, "fetch", true, NULL), 1);
    assert_int_equal(count_text(s, "900", true, NULL), 1);
    assert_int_equal(count_text(s, "waiting for net", false, NULL), 1);
    assert_true(s->list.count < 1500);
    assert_words_apart(s);
    s->show.selected = 500; /* has a row below the others' */
    settle(s);
    char name[32] = "fetch 499";
    assert_int_equal(count_text(s, name, true, NULL), 1);
    s->show.selected = 0;
    command(s, TIMELINE_UNFOLD_ALL);
    assert_int_equal(count_text(s, "fetch 1", true, NULL), 1);
    assert_true(s->list.count < 3000);
    command(s, TIMELINE_SEARCH);
    type(s, "fetch 777");
    assert_int_equal(count_text(s, "fetch 777", true, NULL), 2); /* typed, and scrolled to */
    assert_words_apart(s);
    leave(s);
}

/* --- odd runs ------------------------------------------------------------------------------------------- */

static void test_odd_runs(void **state) {
    (void)state;
    static const char *const programs[] = {
        "",
        "print(1)\n",
        "import time\ntime.sleep(3)\n",
        "import asyncio\nasync def main():\n    pass\nasyncio.run(main())\n",
        "import asyncio\nasync def main():\n    await asyncio.Event().wait()\nasyncio.run(main())\n",
        "import asyncio\nasync def main():\n    raise ValueError\nasyncio.run(main())\n",
        "import asyncio, time\nasync def main():\n    await asyncio.to_thread(time.sleep, "
        "1)\nasyncio.run(main())\n",
        "import asyncio\nasync def main():\n    async with asyncio.timeout(1):\n        await "
        "asyncio.sleep(9)\n"
        "asyncio.run(main())\n",
        "import asyncio\nasync def main():\n    s = [asyncio.Lock() for _ in range(300)]\n    b = "
        "asyncio.Barrier(2)\n"
        "    c = asyncio.Condition()\n    q = asyncio.LifoQueue()\n    e = asyncio.Semaphore(0)\n    await "
        "q.get()\n"
        "asyncio.run(main())\n",
    };
    for (size_t i = 0; i < sizeof programs / sizeof *programs; i++) {
        Stand *s = stand_at(programs[i], 0);
        for (int axis = 0; axis < TIMELINE_AXES; axis++) {
            timeline_do(&s->panel, &s->show, TIMELINE_AXIS_NEXT, s->now);
            for (int zoom = 0; zoom < 3; zoom++) {
                settle(s);
                assert_words_apart(s);
                timeline_do(&s->panel, &s->show, TIMELINE_ZOOM_IN, s->now);
            }
            s->show.at = model_end(s->show.model);
        }
        leave(s);
    }
}

/* An endless run: what shows all of it goes on to, what shows a part stays there. */
static void test_the_record_grows(void **state) {
    (void)state;
    static const char text[] = "import asyncio\n"
                               "async def work():\n"
                               "    while True: await asyncio.sleep(0.5)\n"
                               "async def main():\n"
                               "    for i in range(99999):\n"
                               "        asyncio.create_task(work())\n"
                               "        await asyncio.sleep(7)\n"
                               "asyncio.run(main())\n";
    Stand *s = stand_at(text, 40);
    Played grown;
    for (uint64_t turns = 60; turns < 3000; turns *= 2) {
        assert_true(played_init(&grown, "kitchen.py", text, strlen(text), turns));
        s->show.model = grown.model; /* another one, with more in it */
        s->show.cast = grown.cast;
        settle(s);
        double end = share_of(s, model_end(grown.model));
        assert_true(end > 0.9 && end <= 1);
        assert_words_apart(s);
        s->show.model = s->played.model;
        s->show.cast = s->played.cast;
        played_deinit(&grown);
    }
    leave(s);
}

static void test_nothing_is_told_of_the_future(void **state) {
    (void)state;
    Stand *s = stand(kitchen);
    s->show.hide_future = true;
    for (TurnId turn = 1; turn <= model_turns(s->show.model); turn += 3) {
        s->show.at = model_turn(s->show.model, turn).begun;
        settle(s);
        float now = s->at.x + 154 + (float)share_of(s, s->show.at) * s->panel.width;
        for (const DrawHead *h = draw_next(&s->list, NULL); h; h = draw_next(&s->list, h)) {
            Rect r = h->kind == DRAW_TEXT ? letters(s, h) : (Rect){0};
            bool flag = r.y < s->at.y + 30;
            if (r.w > 0 && r.x > s->at.x + 154 && !flag) assert_true(r.x <= now);
        }
    }
    leave(s);
}

/* Anything at all, in any order: it must stand it, and say nothing that is not there. */
static void test_a_monkey(void **state) {
    (void)state;
    static const InputKind kinds[] = {INPUT_MOVE, INPUT_PRESS, INPUT_RELEASE, INPUT_WHEEL,
                                      INPUT_KEY,  INPUT_TICK,  INPUT_TEXT,    INPUT_LEAVE};
    static const Key keys[] = {KEY_LEFT, KEY_RIGHT, KEY_UP,     KEY_DOWN, KEY_ENTER, KEY_TAB,
                               KEY_HOME, KEY_END,   KEY_ESCAPE, 'a',      ' '};
    Stand *s = stand(kitchen);
    Cursor end = model_end(s->show.model);
    srand(7);
    for (int i = 0; i < 4000; i++) {
        Input in = {.kind = kinds[rand() % 8], .mods = (uint32_t)(rand() % 4)};
        Point at = {(float)(rand() % 1300), (float)(rand() % 500)};
        if (in.kind == INPUT_KEY) in.key.key = keys[rand() % 11];
        else if (in.kind == INPUT_WHEEL)
            in.wheel.at = at, in.wheel.dy = (float)(rand() % 5 - 2), in.wheel.dx = (float)(rand() % 3 - 1);
        else if (in.kind == INPUT_TEXT) in.text[0] = (char)('a' + rand() % 26);
        else if (in.kind != INPUT_TICK && in.kind != INPUT_LEAVE)
            in.mouse.at = at, in.mouse.button = 1, in.mouse.clicks = 1 + rand() % 2;
        if (rand() % 20 == 0) s->at.w = (float)(rand() % 1900), s->at.h = (float)(rand() % 900);
        if (rand() % 10 == 0)
            timeline_do(&s->panel, &s->show, (TimelineCommand)(rand() % TIMELINE_COMMANDS), s->now);
        send(s, in);
        if (s->act.go != NEVER) assert_true(s->act.go <= end), s->show.at = s->act.go;
        if (s->act.chose) s->show.selected = s->act.task, s->show.selected_object = s->act.object;
        s->show.selected_event = timeline_chosen(&s->panel);
        s->show.hide_future = i / 500 % 2;
        assert_true(s->list.saved.len == 0);
    }
    leave(s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_has_one_lane),
        cmocka_unit_test(test_the_same_moment_is_the_same_picture),
        cmocka_unit_test(test_words_have_their_place),
        cmocka_unit_test(test_words_while_zooming),
        cmocka_unit_test(test_the_future_can_be_hidden),
        cmocka_unit_test(test_zoom_pan_fit),
        cmocka_unit_test(test_another_axis_keeps_the_moment_in_sight),
        cmocka_unit_test(test_the_view_follows),
        cmocka_unit_test(test_walking_along_causes),
        cmocka_unit_test(test_folding),
        cmocka_unit_test(test_a_click_chooses),
        cmocka_unit_test(test_a_double_click_zooms),
        cmocka_unit_test(test_the_playhead_drags),
        cmocka_unit_test(test_wheel_and_drag),
        cmocka_unit_test(test_a_tip_says_why),
        cmocka_unit_test(test_by_keyboard_alone),
        cmocka_unit_test(test_search),
        cmocka_unit_test(test_many_are_shares),
        cmocka_unit_test(test_odd_runs),
        cmocka_unit_test(test_the_record_grows),
        cmocka_unit_test(test_nothing_is_told_of_the_future),
        cmocka_unit_test(test_a_monkey),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
