/* Measuring, cutting and wrapping text, and what happens without a font. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "gfx/picture.h"
#include "gfx/text.h"

static Lacks lacks;

static int open_fonts(void **state) {
    *state = fonts_new(TOQUE_ASSETS "/fonts", &lacks);
    return lacks.count == 0 ? 0 : -1;
}

static int close_fonts(void **state) {
    fonts_free(*state);
    return 0;
}

static float width(Fonts *f, FaceId face, float size, const char *s) {
    return font_width(f, face, size, s, strlen(s));
}

static void test_widths_scale_exactly(void **state) {
    Fonts *f = *state;
    float one = width(f, FACE_TEXT, 10, "The chef and three dishes");
    assert_true(one > 100 && one < 150);
    assert_true(fabsf(width(f, FACE_TEXT, 25, "The chef and three dishes") - 2.5f * one) < 0.01f);
    assert_true(width(f, FACE_BOLD, 10, "The chef and three dishes") > one);
    assert_true(fabsf(width(f, FACE_CODE, 10, "iiii") - width(f, FACE_CODE, 10, "MMMM")) < 0.01f);
}

static void test_pairs_are_kerned(void **state) {
    Fonts *f = *state;
    assert_true(width(f, FACE_TEXT, 100, "AV") <
                width(f, FACE_TEXT, 100, "A") + width(f, FACE_TEXT, 100, "V") - 1);
    assert_true(fabsf(width(f, FACE_TEXT, 100, "nn") - 2 * width(f, FACE_TEXT, 100, "n")) < 1);
}

static void test_utf8_and_unknown_characters(void **state) {
    Fonts *f = *state;
    assert_true(fabsf(width(f, FACE_TEXT, 20, "é") - width(f, FACE_TEXT, 20, "e")) < 0.5f);
    assert_true(width(f, FACE_TEXT, 20, "漢") > 5);
    assert_true(width(f, FACE_TEXT, 20, "\xff\xfe") > 5); /* not UTF-8: two boxes */
    assert_true(width(f, FACE_TEXT, 20, "\n\t") == 0);
}

static void test_fit_ends_at_a_character(void **state) {
    Fonts *f = *state;
    const char *s = "éééé";
    for (float w = 0; w < 60; w += 1.5f) {
        size_t fits = font_fit(f, FACE_TEXT, 20, s, strlen(s), w);
        assert_int_equal(fits % 2, 0);
        assert_true(font_width(f, FACE_TEXT, 20, s, fits) <= w + 0.02f);
    }
    assert_int_equal(font_caret(f, FACE_TEXT, 20, s, 8, -5), 0);
    assert_int_equal(font_caret(f, FACE_TEXT, 20, s, 8, 500), 8);
    assert_int_equal(font_caret(f, FACE_TEXT, 20, s, 8, width(f, FACE_TEXT, 20, "é") * 1.1f), 2);
}

static void test_ellipsis_and_alignment(void **state) {
    DrawList d = {0};
    draw_begin(&d, *state, 400, 100, 1);
    TextStyle style = {FACE_TEXT, 20, 0xFF000000};
    float w = text_line(&d, style, (Rect){0, 0, 100, 40}, TEXT_LEFT, "A name that is much too long");
    assert_true(w <= 100.5f && w > 70);
    assert_true(text_line(&d, style, (Rect){0, 50, 5, 40}, TEXT_LEFT, "Nothing fits") == 0);
    text_line(&d, style, (Rect){100, 0, 300, 40}, TEXT_RIGHT, "right");
    Buf out = {0};
    draw_dump(&d, &out);
    assert_non_null(strstr(buf_cstr(&out), "…\"\n"));
    const DrawText *last = (const DrawText *)draw_next(&d, draw_next(&d, NULL));
    assert_true(fabsf(last->at.x + text_width(&d, style, "right") - 400) < 0.01f);
    buf_deinit(&out);
    draw_deinit(&d);
}

static void test_wrapping_loses_no_word(void **state) {
    DrawList d = {0};
    draw_begin(&d, *state, 400, 100, 1);
    TextStyle style = {FACE_TEXT, 20, 0xFF000000};
    const char *s = "Salad holds the knife,\nso sauce still waits: supercalifragilisticexpialidocious.";
    for (float w = 1; w < 700; w += 37) {
        TextLine lines[100];
        uint32_t n = text_wrap(&d, style, w, s, lines, 100);
        size_t letters = 0, expected = 0;
        for (uint32_t i = 0; i < n; i++)
            for (size_t j = 0; j < lines[i].len; j++) letters += lines[i].s[j] != ' ';
        for (const char *p = s; *p; p++) expected += *p != ' ' && *p != '\n';
        assert_int_equal(letters, expected);
        for (uint32_t i = 0; w > 30 && i < n; i++)
            assert_true(font_width(*state, FACE_TEXT, 20, lines[i].s, lines[i].len) <= w + 0.1f);
    }
    draw_deinit(&d);
}

static void test_a_clock_does_not_tremble(void **state) {
    DrawList d = {0};
    draw_begin(&d, *state, 400, 100, 1);
    TextStyle style = {FACE_BOLD, 34, 0xFF000000};
    assert_true(fabsf(text_clock_width(&d, style, "1.111 s") - text_clock_width(&d, style, "8.408 s")) <
                0.01f);
    draw_deinit(&d);
}

static void paint_words(Fonts *f, Picture *p) {
    Canvas c = picture_canvas(p);
    for (float x = 0; x < 3; x += 0.25f)
        font_paint(f, &c, FACE_TEXT, 20, (Point){x, 30}, 0xFFFFFFFF, "salad été 漢", strlen("salad été 漢"));
}

static void test_glyphs_are_drawn_once(void **state) {
    Picture p;
    picture_init(&p, 200, 50);
    paint_words(*state, &p);
    uint64_t drawn = fonts_drawn(*state);
    assert_true(drawn > 0 && drawn <= 4 * 8);
    paint_words(*state, &p);
    assert_int_equal(fonts_drawn(*state), drawn);
    uint32_t light = 0;
    for (int y = 0; y < 50; y++)
        for (int x = 0; x < 200; x++) light += (picture_pixel(&p, x, y) & 255) > 128;
    assert_true(light > 100);
    picture_deinit(&p);
}

static void test_without_fonts_there_is_still_a_picture(void **state) {
    (void)state;
    Lacks none = {0};
    Fonts *f = fonts_new("no/such/folder", &none);
    assert_true(none.count > 0);
    assert_int_equal(none.list[0].msg, MSG_WINDOW_FONT_MISSING);
    Buf out = {0};
    lack_say(&none.list[0], LANG_FR, &out);
    assert_non_null(strstr(buf_cstr(&out), "no/such/folder"));
    assert_true(width(f, FACE_TEXT, 20, "salad") > 20);
    Picture p;
    picture_init(&p, 200, 50);
    paint_words(f, &p);
    picture_deinit(&p);
    buf_deinit(&out);
    fonts_free(f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_widths_scale_exactly),
        cmocka_unit_test(test_pairs_are_kerned),
        cmocka_unit_test(test_utf8_and_unknown_characters),
        cmocka_unit_test(test_fit_ends_at_a_character),
        cmocka_unit_test(test_ellipsis_and_alignment),
        cmocka_unit_test(test_wrapping_loses_no_word),
        cmocka_unit_test(test_a_clock_does_not_tremble),
        cmocka_unit_test(test_glyphs_are_drawn_once),
        cmocka_unit_test(test_without_fonts_there_is_still_a_picture),
    };
    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
