/* The desk without a window: what keys and clicks do to a run that is shown, at any size, and that
 * what is drawn stays inside. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "desk/desk.h"
#include "gfx/pencil.h"

#include <stdio.h>
#include <string.h>

#define FOUR_COOKS TOQUE_ASSETS "/../tests/desk/four_cooks.py"

typedef struct Room {
    Places places;
    Desk desk;
    DrawList list;
    Lacks lacks;
    Fonts *fonts;
    int32_t width, height;
    double now;
} Room;

static void send(Room *r, Input in) {
    r->now += 20;
    DeskFrame frame = {&r->list, r->fonts, r->width, r->height, r->now};
    desk_pass(&r->desk, &in, &frame);
}

static void tick(Room *r, double after) {
    r->now += after;
    send(r, (Input){.kind = INPUT_TICK});
}

/* As SDL sends it: a key that prints comes twice. */
static void press(Room *r, const char *name) {
    Input in = {.kind = INPUT_KEY};
    assert_true(key_parse(name, &in.key.key, &in.mods));
    send(r, in);
    if (strlen(name) != 1 && strcmp(name, "Space") != 0) return;
    Input text = {.kind = INPUT_TEXT};
    snprintf(text.text, sizeof text.text, "%s", strcmp(name, "Space") == 0 ? " " : name);
    send(r, text);
}

static void type(Room *r, const char *text) {
    Input in = {.kind = INPUT_TEXT};
    snprintf(in.text, sizeof in.text, "%s", text);
    send(r, in);
}

static int open_room(void **state) {
    Room *r = mem_zalloc(sizeof *r);
    r->fonts = fonts_new(TOQUE_ASSETS "/fonts", &r->lacks);
    r->width = 1920;
    r->height = 1080;
    Preferences prefs;
    preferences_init(&prefs);
    prefs.still = true;
    places_find(&r->places, NULL);
    desk_init(&r->desk, &r->places, &prefs, LANG_EN);
    assert_true(desk_open(&r->desk, FOUR_COOKS));
    while (desk_work(&r->desk)) continue;
    tick(r, 1000);
    *state = r;
    return 0;
}

static int close_room(void **state) {
    Room *r = *state;
    desk_deinit(&r->desk);
    places_deinit(&r->places);
    draw_deinit(&r->list);
    fonts_free(r->fonts);
    mem_free(r);
    return 0;
}

static TurnId turn_of(const Room *r) {
    return model_turn_at(r->desk.session->model, r->desk.player.at);
}

static Cursor end_of(const Room *r) {
    return model_end(r->desk.session->model);
}

static void test_ten_keys_are_ten_steps_and_ten_steps_back(void **state) {
    Room *r = *state;
    for (int i = 0; i < 10; i++) press(r, "Right");
    assert_int_equal(turn_of(r), 10);
    for (int i = 0; i < 4; i++) press(r, "PageUp");
    assert_int_equal(turn_of(r), 6);
    for (int i = 0; i < 20; i++) press(r, "Left");
    assert_int_equal(r->desk.player.at, 0);
}

static void test_steps_of_four_sizes_lead_to_the_end_and_back(void **state) {
    Room *r = *state;
    static const char *const sizes[] = {"1", "2", "3", "4"};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        uint32_t forth = 0, back = 0;
        press(r, "Home");
        press(r, sizes[i]);
        for (; r->desk.player.at < end_of(r); forth++) press(r, "Right");
        for (; r->desk.player.at > 0; back++) press(r, "Left");
        assert_int_equal(forth, back);
        assert_true(forth > 1);
    }
}

static void test_the_ends(void **state) {
    Room *r = *state;
    press(r, "End");
    assert_int_equal(r->desk.player.at, end_of(r));
    press(r, "Right");
    assert_int_equal(r->desk.player.at, end_of(r));
    press(r, "Home");
    assert_int_equal(r->desk.player.at, 0);
}

static void test_playing_reaches_the_end_and_stops(void **state) {
    Room *r = *state;
    press(r, "Space");
    assert_true(r->desk.player.playing);
    Cursor last = 0;
    for (int i = 0; i < 20000 && r->desk.player.playing; i++) {
        tick(r, 30);
        assert_true(r->desk.player.at >= last);
        assert_true(r->desk.player.now >= model_time(r->desk.session->model, r->desk.player.at));
        last = r->desk.player.at;
    }
    assert_false(r->desk.player.playing);
    assert_int_equal(r->desk.player.at, end_of(r));
    press(r, "p"); /* from the start again */
    assert_true(r->desk.player.playing);
    assert_int_equal(r->desk.player.at, 0);
    press(r, "Right");
    assert_false(r->desk.player.playing);
}

static void test_an_idle_desk_wants_no_time(void **state) {
    Room *r = *state;
    press(r, "Right");
    tick(r, 5000);
    tick(r, 5000);
    assert_false(desk_work(&r->desk));
    assert_true(desk_wake(&r->desk) == 0);
}

static void test_prints_and_turns_and_troubles_are_found(void **state) {
    Room *r = *state;
    const Model *m = r->desk.session->model;
    press(r, "Right");
    type(r, "w");
    assert_int_equal(event_kind(trace_at(model_trace(m), r->desk.player.at)), EV_OUTPUT);
    press(r, "Down");
    assert_true(r->desk.task != 0);
    TaskId task = r->desk.task;
    type(r, "j");
    assert_int_equal(model_turn(m, turn_of(r)).task, task);
    type(r, "J");
    while (desk_work(&r->desk)) continue;
    type(r, "x");
    assert_true(step_trouble(r->desk.session->model, r->desk.player.at) != TROUBLE_NONE);
}

static void test_looks_are_switched_live(void **state) {
    Room *r = *state;
    ThemeId theme = r->desk.theme.choice.id;
    type(r, "d");
    assert_int_not_equal(r->desk.theme.choice.id, theme);
    type(r, "L");
    assert_int_equal(r->desk.lang, LANG_FR);
    type(r, "k");
    assert_int_equal(r->desk.vocabulary, VOCABULARY_ASYNCIO);
    press(r, "Ctrl+=");
    assert_true(r->desk.theme.choice.text > 1.2f);
    press(r, "Ctrl+0");
    assert_true(r->desk.theme.choice.text == 1);
}

static void test_a_clicker_toggles_the_presentation_with_either_key(void **state) {
    Room *r = *state;
    press(r, "F5");
    assert_true(r->desk.choice.presentation);
    press(r, "Esc");
    assert_false(r->desk.choice.presentation);
    press(r, "Esc");
    assert_true(r->desk.choice.presentation);
    press(r, "F5");
    assert_false(r->desk.choice.presentation);
    type(r, "b");
    assert_true(r->desk.blank);
    press(r, "PageDown"); /* brings the picture back, and moves nothing */
    assert_false(r->desk.blank);
    assert_int_equal(r->desk.player.at, 0);
}

static void test_what_was_open_stays_when_a_file_cannot_be_opened(void **state) {
    Room *r = *state;
    press(r, "Right");
    Cursor at = r->desk.player.at;
    assert_false(desk_open(&r->desk, "none.py"));
    assert_non_null(r->desk.session);
    assert_int_equal(r->desk.player.at, at);
    assert_true(r->desk.notice.len > 0);
    tick(r, 20);
    press(r, "Esc");
    assert_int_equal(r->desk.notice.len, 0);
}

static void test_reading_again_stays_at_the_same_time(void **state) {
    Room *r = *state;
    for (int i = 0; i < 8; i++) press(r, "Right");
    uint64_t time = r->desk.player.now;
    press(r, "Ctrl+r");
    while (desk_work(&r->desk)) continue;
    tick(r, 20);
    assert_true(r->desk.player.now <= time);
    assert_true(r->desk.player.at > 0);
}

/* --- what is drawn -------------------------------------------------------------------------- */

static void assert_inside(const Room *r) {
    for (const DrawHead *h = draw_next(&r->list, NULL); h; h = draw_next(&r->list, h)) {
        assert_true(h->box.x0 >= 0 && h->box.y0 >= 0);
        assert_true(h->box.x1 <= r->width && h->box.y1 <= r->height);
    }
}

static void test_the_same_moment_is_the_same_picture(void **state) {
    Room *r = *state;
    Buf first = {0}, second = {0};
    press(r, "F5"); /* the code scrolls no more than it has to, so it hangs on the way there */
    for (int i = 0; i < 6; i++) press(r, "Right");
    tick(r, 5000);
    draw_dump(&r->list, &first);
    for (int i = 0; i < 5; i++) press(r, "Right");
    for (int i = 0; i < 5; i++) press(r, "Left");
    tick(r, 5000);
    draw_dump(&r->list, &second);
    assert_int_equal(first.len, second.len);
    assert_memory_equal(first.data, second.data, first.len);
    buf_deinit(&first);
    buf_deinit(&second);
}

static void test_it_fits_any_window(void **state) {
    Room *r = *state;
    static const int32_t sizes[][2] = {{1024, 640},  {1280, 720},  {1366, 768},
                                       {1920, 1200}, {3840, 2160}, {640, 1400}};
    static const char *const keys[] = {"o", "Ctrl+=", "Ctrl+=", "Ctrl+=", "F5", "Ctrl+3", "Ctrl+1", "F5"};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        r->width = sizes[i][0];
        r->height = sizes[i][1];
        for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
            press(r, keys[k]);
            press(r, "Right");
            tick(r, 1000);
            assert_inside(r);
        }
        press(r, "Ctrl+0");
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_room, close_room)
        TEST(test_ten_keys_are_ten_steps_and_ten_steps_back),
        TEST(test_steps_of_four_sizes_lead_to_the_end_and_back),
        TEST(test_the_ends),
        TEST(test_playing_reaches_the_end_and_stops),
        TEST(test_an_idle_desk_wants_no_time),
        TEST(test_prints_and_turns_and_troubles_are_found),
        TEST(test_looks_are_switched_live),
        TEST(test_a_clicker_toggles_the_presentation_with_either_key),
        TEST(test_what_was_open_stays_when_a_file_cannot_be_opened),
        TEST(test_reading_again_stays_at_the_same_time),
        TEST(test_the_same_moment_is_the_same_picture),
        TEST(test_it_fits_any_window),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
