/* Input as values: names of keys there and back, the dump of every kind; motion without a clock. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "ui/ease.h"
#include "ui/input.h"
#include "ui/layout.h"

static void assert_key(const char *name, Key key, uint32_t mods, const char *back) {
    Key got;
    uint32_t got_mods;
    assert_true(key_parse(name, &got, &got_mods));
    assert_int_equal(got, key);
    assert_int_equal(got_mods, mods);
    Buf out = {0};
    key_name(got, got_mods, &out);
    assert_string_equal(buf_cstr(&out), back);
    buf_deinit(&out);
}

static void test_names_of_keys(void **state) {
    (void)state;
    assert_key("Ctrl+Shift+P", 'p', MOD_CTRL | MOD_SHIFT, "Ctrl+Shift+P");
    assert_key("shift+ctrl+p", 'p', MOD_CTRL | MOD_SHIFT, "Ctrl+Shift+P");
    assert_key("Ctrl++", '+', MOD_CTRL, "Ctrl++");
    assert_key("Space", ' ', 0, "Space");
    assert_key("PageDown", KEY_PAGE_DOWN, 0, "PageDown");
    assert_key("F5", KEY_F5, 0, "F5");
    assert_key("é", 0xE9, 0, "é");
    Key key;
    uint32_t mods;
    assert_false(key_parse("", &key, &mods));
    assert_false(key_parse("Ctrl+Nothing", &key, &mods));
}

static void assert_dump(Input in, const char *expected) {
    Buf out = {0};
    input_dump(&in, &out);
    assert_string_equal(buf_cstr(&out), expected);
    buf_deinit(&out);
    input_deinit(&in);
}

static void test_every_input_has_a_dump(void **state) {
    (void)state;
    assert_dump((Input){.kind = INPUT_KEY, .mods = MOD_ALT, .key = {KEY_LEFT, true}},
                "key Alt+Left repeats\n");
    assert_dump((Input){.kind = INPUT_TEXT, .text = "é"}, "text \"é\"\n");
    assert_dump((Input){.kind = INPUT_MOVE, .mouse = {.at = {3.2f, 4}}}, "move 3,4\n");
    assert_dump((Input){.kind = INPUT_PRESS, .mouse = {{3, 4}, BUTTON_LEFT, 2}},
                "press 3,4 button 1 clicks 2\n");
    assert_dump((Input){.kind = INPUT_RELEASE, .mouse = {{3, 4}, BUTTON_RIGHT, 1}},
                "release 3,4 button 3 clicks 1\n");
    assert_dump((Input){.kind = INPUT_WHEEL, .wheel = {{3, 4}, 0, -1}}, "wheel 3,4 by 0.00,-1.00\n");
    assert_dump((Input){.kind = INPUT_LEAVE}, "leave\n");
    assert_dump((Input){.kind = INPUT_DROP, .drop = {mem_strndup("a.py", 4)}}, "drop a.py\n");
    assert_dump((Input){.kind = INPUT_RESIZE, .resize = {1280, 720}}, "resize 1280x720\n");
    assert_dump((Input){.kind = INPUT_EXPOSE}, "expose\n");
    assert_dump((Input){.kind = INPUT_LOST}, "lost\n");
    assert_dump((Input){.kind = INPUT_QUIT}, "quit\n");
    assert_dump((Input){.kind = INPUT_TICK}, "tick\n");
}

static void test_motion_begins_and_ends_where_it_should(void **state) {
    (void)state;
    for (Ease how = EASE_LINEAR; how <= EASE_IN_OUT_CUBIC; how++) {
        assert_true(ease(how, 0) == 0 && ease(how, 1) == 1 && ease(how, -1) == 0 && ease(how, 2) == 1);
        for (float t = 0; t < 1; t += 0.05f) assert_true(ease(how, t) <= ease(how, t + 0.05f));
    }
    Tween t = {0};
    tween_set(&t, 10);
    assert_false(tween_moves(&t, 0));
    tween_go(&t, 100, 20, 200, EASE_LINEAR);
    assert_true(tween_at(&t, 100) == 10 && tween_at(&t, 200) == 15 && tween_at(&t, 400) == 20);
    tween_go(&t, 200, 0, 100, EASE_LINEAR); /* turned round on its way */
    assert_true(tween_at(&t, 200) == 15 && tween_at(&t, 250) == 7.5f && !tween_moves(&t, 301));
    tween_go(&t, 250, 40, 0, EASE_LINEAR);
    assert_true(tween_at(&t, 250) == 40);
}

static void test_cutting(void **state) {
    (void)state;
    Rect r = {10, 10, 100, 50}, left = cut_left(&r, 30), foot = cut_bottom(&r, 20);
    assert_true(left.w == 30 && left.h == 50 && r.x == 40 && r.w == 70);
    assert_true(foot.y == 40 && foot.h == 20 && r.h == 30);
    assert_true(cut_right(&r, 500).w == 70 && r.w == 0);
    Rect column = rect_column((Rect){0, 0, 110, 10}, 1, 3, 10);
    assert_true(column.x == 40 && column.w == 30);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names_of_keys),
        cmocka_unit_test(test_every_input_has_a_dump),
        cmocka_unit_test(test_motion_begins_and_ends_where_it_should),
        cmocka_unit_test(test_cutting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
