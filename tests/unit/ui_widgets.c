/* Widgets by mouse and by keyboard alone, without a window: inputs are sent, and the draw list of
 * the specimen sheet is what they act on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "gfx/pencil.h"
#include "sheet/sheet.h"

#include <stdlib.h>

typedef struct Desk {
    Fonts *fonts;
    Sheet sheet;
    DrawList list;
    double now;
    char clipboard[100];
} Desk;

static char *get_text(void *ctx) {
    const Desk *k = ctx;
    return mem_strndup(k->clipboard, strlen(k->clipboard));
}

static void set_text(void *ctx, const char *text) {
    Desk *k = ctx;
    strncpy(k->clipboard, text, sizeof k->clipboard - 1);
}

static void send(Desk *k, Input in) {
    k->now += 10;
    draw_begin(&k->list, k->fonts, SHEET_WIDTH, SHEET_HEIGHT, 1);
    sheet_draw(&k->sheet, &k->list, &in, k->now);
}

static int open_desk(void **state) {
    static Lacks lacks;
    Desk *k = calloc(1, sizeof *k);
    k->fonts = fonts_new(TOQUE_ASSETS "/fonts", &lacks);
    sheet_init(&k->sheet, (ThemeChoice){.text = 1});
    k->sheet.ui.clipboard = (UiClipboard){get_text, set_text, k};
    *state = k;
    send(k, (Input){.kind = INPUT_TICK});
    return 0;
}

static int close_desk(void **state) {
    Desk *k = *state;
    draw_deinit(&k->list);
    sheet_deinit(&k->sheet);
    fonts_free(k->fonts);
    free(k);
    return 0;
}

static void wait_ms(Desk *k, double ms) {
    k->now += ms;
    send(k, (Input){.kind = INPUT_TICK});
}

static void key(Desk *k, const char *name) {
    Input in = {.kind = INPUT_KEY};
    assert_true(key_parse(name, &in.key.key, &in.mods));
    send(k, in);
}

static void type(Desk *k, const char *s) {
    Input in = {.kind = INPUT_TEXT};
    strcpy(in.text, s);
    send(k, in);
}

static void mouse(Desk *k, InputKind kind, float x, float y) {
    send(k, (Input){.kind = kind, .mouse = {{x, y}, BUTTON_LEFT, 1}});
}

static void click(Desk *k, float x, float y) {
    mouse(k, INPUT_PRESS, x, y);
    mouse(k, INPUT_RELEASE, x, y);
}

/* The middle of what the last pass put under an id. */
static Point middle_of(const Desk *k, UiId id) {
    for (uint32_t i = 0; i < k->sheet.ui.last.len; i++) {
        Box b = k->sheet.ui.last.items[i].box;
        if (k->sheet.ui.last.items[i].id == id)
            return (Point){(float)(b.x0 + b.x1) / 2, (float)(b.y0 + b.y1) / 2};
    }
    fail_msg("there is no such widget");
    return (Point){0, 0};
}

static void focus_on(Desk *k, const char *name) {
    for (int i = 0; i < 40; i++) {
        if (k->sheet.ui.focus == ui_id(name)) return;
        key(k, "Tab");
    }
    fail_msg("Tab never comes to %s", name);
}

static void test_button_by_mouse(void **state) {
    Desk *k = *state;
    Point p = middle_of(k, ui_id("next"));
    click(k, p.x, p.y);
    assert_int_equal(k->sheet.presses, 1);
    assert_true(k->sheet.ui.used);
    mouse(k, INPUT_PRESS, p.x, p.y); /* let go elsewhere: not pressed */
    mouse(k, INPUT_RELEASE, 5, 5);
    mouse(k, INPUT_RELEASE, p.x, p.y);
    assert_int_equal(k->sheet.presses, 1);
    click(k, 5, 5);
    assert_false(k->sheet.ui.used);
    assert_int_equal(k->sheet.presses, 1);
}

static void test_everything_is_reached_by_tab(void **state) {
    Desk *k = *state;
    const char *const names[] = {"next", "step",  "speed", "toggle", "quiet",
                                 "tabs", "field", "list",  "split"};
    for (int i = 0; i < 9; i++) focus_on(k, names[i]);
    key(k, "Shift+Tab");
    assert_int_equal(k->sheet.ui.focus, ui_id("list"));
    assert_true(k->sheet.ui.focus_shown);
    focus_on(k, "next");
    key(k, "Space");
    key(k, "Enter");
    assert_int_equal(k->sheet.presses, 2);
    Point p = middle_of(k, ui_id("next"));
    click(k, p.x, p.y); /* with the mouse there is no ring, and Space is free for the app */
    assert_false(k->sheet.ui.focus_shown);
    key(k, "Space");
    assert_int_equal(k->sheet.presses, 3);
    assert_false(k->sheet.ui.used);
}

static void test_segments_and_slider(void **state) {
    Desk *k = *state;
    focus_on(k, "step");
    key(k, "Right");
    key(k, "Right");
    assert_int_equal(k->sheet.step, 2);
    key(k, "End");
    key(k, "Right");
    assert_int_equal(k->sheet.step, 3);
    Point first = middle_of(k, ui_child(ui_id("step"), 0));
    click(k, first.x, first.y);
    assert_int_equal(k->sheet.step, 0);
    Point slider = middle_of(k, ui_id("speed"));
    mouse(k, INPUT_PRESS, slider.x, slider.y);
    mouse(k, INPUT_MOVE, slider.x + 500, slider.y);
    assert_int_equal(k->sheet.speed, 4);
    mouse(k, INPUT_MOVE, slider.x - 500, slider.y);
    mouse(k, INPUT_RELEASE, slider.x - 500, slider.y);
    assert_int_equal(k->sheet.speed, 0);
    key(k, "Right");
    assert_int_equal(k->sheet.speed, 1);
}

static void test_splitter_drags_within_its_limits(void **state) {
    Desk *k = *state;
    Point p = middle_of(k, ui_id("split"));
    mouse(k, INPUT_PRESS, p.x, p.y);
    mouse(k, INPUT_MOVE, p.x - 50, p.y);
    assert_true(k->sheet.split == p.x - 50);
    mouse(k, INPUT_MOVE, 100, p.y);
    assert_true(k->sheet.split == 1700);
    mouse(k, INPUT_RELEASE, 100, p.y);
    key(k, "Right");
    assert_true(k->sheet.split == 1720);
}

static void test_list_by_keys_mouse_and_wheel(void **state) {
    Desk *k = *state;
    focus_on(k, "list");
    key(k, "Down");
    key(k, "Down");
    assert_int_equal(k->sheet.list.chosen, 2);
    key(k, "End");
    wait_ms(k, 500);
    assert_int_equal(k->sheet.list.chosen, 39);
    assert_true(tween_at(&k->sheet.list.scroll.at, k->now) == 40 * 34 - 310); /* the last row is in sight */
    Point p = middle_of(k, ui_id("list"));
    send(k, (Input){.kind = INPUT_WHEEL, .wheel = {p, 0, -100}});
    wait_ms(k, 500);
    assert_true(tween_at(&k->sheet.list.scroll.at, k->now) == 0);
    click(k, p.x, middle_of(k, ui_child(ui_id("list"), 16 + 3)).y);
    assert_int_equal(k->sheet.list.chosen, 3);
}

static void assert_field(const Desk *k, const char *text) {
    const Buf *b = &k->sheet.field.text;
    assert_int_equal(b->len, strlen(text));
    assert_memory_equal(b->data ? b->data : "", text, b->len);
}

static void test_field_edits(void **state) {
    Desk *k = *state;
    focus_on(k, "field");
    key(k, "Home");
    type(k, "é");
    assert_field(k, "égather");
    key(k, "Backspace");
    key(k, "Delete");
    assert_field(k, "ather");
    key(k, "End");
    type(k, " a b");
    key(k, "Ctrl+Backspace");
    assert_field(k, "ather a ");
    key(k, "Ctrl+A");
    key(k, "Ctrl+C");
    assert_string_equal(k->clipboard, "ather a ");
    key(k, "Right");
    key(k, "Ctrl+V");
    assert_field(k, "ather a ather a ");
    key(k, "Shift+Left");
    key(k, "Shift+Left");
    key(k, "Ctrl+X");
    assert_field(k, "ather a ather ");
    strcpy(k->clipboard, "x\ny\x01\xff");
    key(k, "Ctrl+A");
    key(k, "Ctrl+V");
    assert_field(k, "x y");
    key(k, "s"); /* a letter's key is not a command while somebody types */
    assert_true(k->sheet.ui.used);
    for (int i = 0; i < 2 * FIELD_MOST; i++) type(k, "w");
    assert_true(k->sheet.field.text.len <= FIELD_MOST);
}

static bool has_text(const Desk *k, const char *text) {
    Buf out = {0};
    draw_dump(&k->list, &out);
    bool found = strstr(buf_cstr(&out), text) != NULL;
    buf_deinit(&out);
    return found;
}

static void test_tip_comes_and_goes(void **state) {
    Desk *k = *state;
    Point p = middle_of(k, ui_child(1, 0));
    mouse(k, INPUT_MOVE, p.x, p.y);
    assert_false(has_text(k, "\"ui-first\""));
    assert_true(k->sheet.ui.wake >= k->now); /* so that somebody comes to show it */
    wait_ms(k, 600);
    assert_true(has_text(k, "\"ui-first\""));
    mouse(k, INPUT_MOVE, 5, 5);
    assert_false(has_text(k, "\"ui-first\""));
    wait_ms(k, 600);
    k->sheet.ui.focus = 0;
    wait_ms(k, 10);
    assert_true(k->sheet.ui.wake == 0); /* nothing moves: nobody need come */
}

static void test_reduced_motion_takes_no_time(void **state) {
    Desk *k = *state;
    theme_init(&k->sheet.theme, (ThemeChoice){.text = 1, .still = true});
    focus_on(k, "list");
    key(k, "End");
    assert_false(tween_moves(&k->sheet.list.scroll.at, k->now));
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_desk, close_desk)
    const struct CMUnitTest tests[] = {
        TEST(test_button_by_mouse),
        TEST(test_everything_is_reached_by_tab),
        TEST(test_segments_and_slider),
        TEST(test_splitter_drags_within_its_limits),
        TEST(test_list_by_keys_mouse_and_wheel),
        TEST(test_field_edits),
        TEST(test_tip_comes_and_goes),
        TEST(test_reduced_motion_takes_no_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
