/* The bars and panels: what a press says, which line is in sight, and that nothing overlaps or is
 * drawn outside at any size of type or window. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "gfx/pencil.h"
#include "sheet/panels.h"
#include "view/format.h"
#include "view/output_panel.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Desk {
    Fonts *fonts;
    Panels panels;
    DrawList list;
    double now;
    float width, height;
} Desk;

static void send(Desk *k, Input in) {
    k->now += 10;
    draw_begin(&k->list, k->fonts, (int32_t)k->width, (int32_t)k->height, 1);
    panels_draw(&k->panels, &k->list, k->width, k->height, &in, k->now);
}

static void settle(Desk *k) {
    for (int i = 0; i < 3; i++) {
        k->now += 1000;
        send(k, (Input){.kind = INPUT_TICK});
    }
}

static int open_desk(void **state) {
    static Lacks lacks;
    Desk *k = calloc(1, sizeof *k);
    k->fonts = fonts_new(TOQUE_ASSETS "/fonts", &lacks);
    k->width = 1920;
    k->height = 1080;
    panels_init(&k->panels, (ThemeChoice){.text = 1}, LANG_EN);
    *state = k;
    settle(k);
    return 0;
}

static int close_desk(void **state) {
    Desk *k = *state;
    draw_deinit(&k->list);
    panels_deinit(&k->panels);
    fonts_free(k->fonts);
    free(k);
    return 0;
}

static Box box_under(const Desk *k, UiId id) {
    for (uint32_t i = 0; i < k->panels.ui.last.len; i++)
        if (k->panels.ui.last.items[i].id == id) return k->panels.ui.last.items[i].box;
    return (Box){0};
}

static void click(Desk *k, UiId id) {
    Box b = box_under(k, id);
    assert_false(box_empty(b));
    Input in = {.kind = INPUT_PRESS,
                .mouse = {{(float)(b.x0 + b.x1) / 2, (float)(b.y0 + b.y1) / 2}, BUTTON_LEFT, 1}};
    send(k, in);
    in.kind = INPUT_RELEASE;
    send(k, in);
}

static void assert_press(BarPress press, BarAction action, int value) {
    assert_int_equal(press.action, action);
    assert_int_equal(press.value, value);
}

static void test_buttons_say_what_they_are(void **state) {
    Desk *k = *state;
    static const struct {
        const char *id;
        BarAction action;
    } moves[] = {{"bar.first", BAR_FIRST},
                 {"bar.back", BAR_BACK},
                 {"bar.play", BAR_PLAY},
                 {"bar.next", BAR_NEXT},
                 {"bar.last", BAR_LAST}};
    for (int i = 0; i < 5; i++) {
        click(k, ui_id(moves[i].id));
        assert_press(k->panels.foot, moves[i].action, 0);
    }
    click(k, ui_child(ui_id("bar.drawer"), DRAWER_TASKS));
    assert_press(k->panels.foot, BAR_DRAWER, DRAWER_TASKS);
    static const struct {
        const char *id;
        BarAction action;
    } tops[] = {{"top.menu", BAR_MENU},
                {"top.language", BAR_LANGUAGE},
                {"top.theme", BAR_THEME},
                {"top.present", BAR_PRESENT},
                {"top.help", BAR_HELP}};
    for (int i = 0; i < 5; i++) {
        click(k, ui_id(tops[i].id));
        assert_press(k->panels.top, tops[i].action, 0);
    }
    k->panels.transport.at_end = true; /* there is nothing behind: the button is dead */
    send(k, (Input){.kind = INPUT_TICK});
    assert_true(box_empty(box_under(k, ui_id("bar.next"))));
}

static void test_steps_and_speed(void **state) {
    Desk *k = *state;
    Box b = box_under(k, ui_child(ui_id("bar.step"), 1));
    send(k, (Input){.kind = INPUT_PRESS, .mouse = {{(float)b.x0 + 5, (float)b.y0 + 5}, BUTTON_LEFT, 1}});
    assert_press(k->panels.foot, BAR_STEP, STEP_LINE);
    k->panels.ui.focus = ui_id("bar.speed");
    send(k, (Input){.kind = INPUT_KEY, .key = {KEY_RIGHT, false}});
    assert_press(k->panels.foot, BAR_SPEED, SPEED_NORMAL + 1);
}

static bool has(const Desk *k, const char *text) {
    Buf out = {0};
    draw_dump(&k->list, &out);
    bool found = strstr(buf_cstr(&out), text) != NULL;
    buf_deinit(&out);
    return found;
}

static void test_code_shows_where_it_is(void **state) {
    Desk *k = *state;
    assert_true(has(k, "\"salad\"")); /* being defined */
    assert_true(has(k, "\"Baking\""));
    assert_false(has(k, "#: label Baking")); /* its label says it */
    assert_true(has(k, "\"1.8 s\""));
    assert_true(has(k, "\"main\"")); /* out of sight: named at the foot */
    k->panels.running_line = 38;
    settle(k);
    assert_true(has(k, "\"pizza\"")); /* now this one is */
    assert_true(has(k, "\"1 of 7\""));
    click(k, ui_child(ui_id("code.number"), 37));
    assert_int_equal(k->panels.click.line, 37);
    click(k, ui_child(ui_id("code.far"), 0)); /* scrolls there */
    settle(k);
    assert_true(has(k, "\"1.8 s\""));
    click(k, ui_child(ui_id("code.chip"), 0));
    assert_int_equal(k->panels.click.mark, 1);
}

static void test_names_in_the_sentence(void **state) {
    Desk *k = *state;
    assert_true(has(k, "\"rail.\"")); /* the first sentence ends its line */
    uint32_t names = 0;
    for (uint32_t i = 0; i < k->panels.ui.last.len; i++)
        names += k->panels.ui.last.items[i].id == ui_child(ui_id("why.name"), 0);
    assert_int_equal(names, 1);
    click(k, ui_child(ui_id("why.name"), 0));
    assert_int_equal(k->panels.named, 1);
    for (float text = 1; text <= 3; text += 1) { /* nothing is left out, however narrow it gets */
        theme_init(&k->panels.theme, (ThemeChoice){.text = text});
        k->width = 1280;
        settle(k);
        assert_true(has(k, "\"timer\"") && has(k, "\"knife\"") && has(k, "\"waits.\""));
    }
}

static bool seen_between(const DrawHead *h, float from, float to) {
    float middle = (float)(h->box.y0 + h->box.y1) / 2;
    return middle >= from && middle <= to;
}

/* Texts of the bars, by the boxes that the list knows: none may lie on another. */
static void assert_no_overlap(const Desk *k, float from, float to) {
    for (const DrawHead *a = draw_next(&k->list, NULL); a; a = draw_next(&k->list, a)) {
        const DrawText *ta = (const DrawText *)a;
        if (a->kind != DRAW_TEXT || !seen_between(a, from, to)) continue;
        float wa = font_width(k->fonts, (FaceId)ta->face, ta->size, (const char *)(ta + 1), ta->len);
        assert_true(ta->at.x >= 0 && ta->at.x + wa <= k->width + 0.5f);
        for (const DrawHead *b = draw_next(&k->list, a); b; b = draw_next(&k->list, b)) {
            const DrawText *tb = (const DrawText *)b;
            if (b->kind != DRAW_TEXT || !seen_between(b, from, to)) continue;
            float wb = font_width(k->fonts, (FaceId)tb->face, tb->size, (const char *)(tb + 1), tb->len);
            bool apart = ta->at.x + wa <= tb->at.x + 0.5f || tb->at.x + wb <= ta->at.x + 0.5f;
            if (!apart)
                print_error("\"%.*s\" and \"%.*s\"\n", (int)ta->len, (const char *)(ta + 1), (int)tb->len,
                            (const char *)(tb + 1));
            assert_true(apart);
        }
    }
}

static void test_bars_fit_any_window(void **state) {
    Desk *k = *state;
    static const float sizes[][2] = {{1024, 640}, {1280, 720}, {1920, 1080}, {3840, 2160}};
    for (int lang = 0; lang < LANG_COUNT; lang++)
        for (int i = 0; i < 4; i++)
            for (float text = 1; text <= 3; text += 0.5f) {
                k->width = sizes[i][0];
                k->height = sizes[i][1];
                theme_init(&k->panels.theme, (ThemeChoice){.text = text});
                k->panels.transport.lang = (Lang)lang;
                settle(k);
                assert_no_overlap(k, 0, TOP_BAR_HEIGHT * text);
                assert_no_overlap(k, k->height - TRANSPORT_HEIGHT * text, k->height);
            }
}

static void assert_format(const char *expected, void (*format)(Buf *, Lang, uint64_t), Lang lang,
                          uint64_t n) {
    Buf out = {0};
    format(&out, lang, n);
    assert_string_equal(buf_cstr(&out), expected);
    buf_deinit(&out);
}

static void clock_time(Buf *out, Lang lang, uint64_t ns) {
    format_time(out, lang, ns, 3);
}

static void count(Buf *out, Lang lang, uint64_t n) {
    (void)lang;
    format_count(out, n);
}

static void test_numbers_by_language(void **state) {
    (void)state;
    assert_format("1.200 s", clock_time, LANG_EN, 1200000000);
    assert_format("1,199 s", clock_time, LANG_FR, 1199999999);
    assert_format("0.000 s", clock_time, LANG_EN, 0);
    assert_format("1\u202f234.500 s", clock_time, LANG_EN, 1234500000000);
    assert_format("1.8 s", format_left, LANG_EN, 1800000000);
    assert_format("1.9 s", format_left, LANG_EN, 1800000001);
    assert_format("85 ms", format_left, LANG_EN, 84100000);
    assert_format("0 ms", format_left, LANG_FR, 0);
    assert_format("48\u202f112", count, LANG_EN, 48112);
    assert_format("1\u202f000\u202f001", count, LANG_EN, 1000001);
}

static EventIndex print(Trace *t, const char *s) {
    return trace_add(t, EV_OUTPUT, 5, 0, 0, trace_passing_once(t, s, strlen(s)), 1);
}

static void test_output_is_cut_into_lines(void **state) {
    (void)state;
    Trace *t = trace_new("x.py", 0);
    OutputText o = {0};
    EventIndex e[] = {print(t, "one"), print(t, "\n"), print(t, "two\nthree"), print(t, " more\n\n"),
                      print(t, "end")};
    output_text_add(&o, t, e, 3);
    output_text_add(&o, t, e + 3, 2);
    size_t end;
    static const uint32_t lines[] = {1, 1, 3, 4, 5};
    static const size_t ends[] = {3, 4, 13, 20, 23};
    assert_int_equal(output_text_lines_at(&o, e[0] - 1, &end), 0);
    for (int i = 0; i < 5; i++) {
        assert_int_equal(output_text_lines_at(&o, e[i], &end), lines[i]);
        assert_int_equal(end, ends[i]);
    }
    output_text_deinit(&o);
    trace_free(t);
}

typedef struct Printed {
    Trace *trace;
    OutputText text;
    EventIndex events[60];
} Printed;

static Cursor look_at_output(Desk *k, OutputPanel *panel, Printed *p, Cursor at, Input in) {
    k->now += 1000;
    draw_begin(&k->list, k->fonts, 600, 400, 1);
    ui_begin(&k->panels.ui, &k->list, &k->panels.theme.ui, &in, k->now);
    OutputShow show = {LANG_EN, &p->text, p->trace, at};
    Cursor taken = output_panel(&k->panels.ui, &k->panels.theme, panel, &show, (Rect){0, 0, 600, 400});
    ui_end(&k->panels.ui);
    return taken;
}

static void test_output_follows_and_leads_back(void **state) {
    Desk *k = *state;
    Printed p = {.trace = trace_new("x.py", 0)};
    for (int i = 0; i < 60; i++) {
        char line[20];
        snprintf(line, sizeof line, "line %d\n", i);
        p.events[i] = print(p.trace, line);
    }
    output_text_add(&p.text, p.trace, p.events, 60);
    OutputPanel panel = {0};
    Input tick = {.kind = INPUT_TICK};
    look_at_output(k, &panel, &p, p.events[0] - 1, tick);
    assert_true(has(k, "Nothing is printed yet."));
    for (int i = 0; i < 3; i++) look_at_output(k, &panel, &p, p.events[59], tick);
    assert_true(has(k, "\"line 59\""));
    assert_false(has(k, "\"line 9\""));
    for (int i = 0; i < 3; i++) look_at_output(k, &panel, &p, p.events[9], tick);
    assert_false(has(k, "\"line 10\""));
    Box b = box_under(k, ui_child(ui_id("output"), 16 + 4));
    Input press = {.kind = INPUT_PRESS, .mouse = {{50, (float)b.y0 + 5}, BUTTON_LEFT, 1}};
    assert_int_equal(look_at_output(k, &panel, &p, p.events[9], press), NEVER);
    press.kind = INPUT_RELEASE;
    assert_int_equal(look_at_output(k, &panel, &p, p.events[9], press), p.events[4]);
    output_text_deinit(&p.text);
    trace_free(p.trace);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_desk, close_desk)
    const struct CMUnitTest tests[] = {
        TEST(test_buttons_say_what_they_are), TEST(test_steps_and_speed),
        TEST(test_code_shows_where_it_is),    TEST(test_names_in_the_sentence),
        TEST(test_bars_fit_any_window),       TEST(test_numbers_by_language),
        TEST(test_output_is_cut_into_lines),  TEST(test_output_follows_and_leads_back),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
