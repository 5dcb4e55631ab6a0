/* Pixels: shapes cover what they should, edges are smooth, and a part of a picture is as the whole. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "gfx/picture.h"

#include <stdlib.h>

typedef struct Desk {
    Pencil pencil;
    Picture picture;
    DrawList list;
} Desk;

enum { SIDE = 100 };

static int open_desk(void **state) {
    Desk *k = calloc(1, sizeof *k);
    pencil_init(&k->pencil, TOQUE_ASSETS);
    picture_init(&k->picture, SIDE, SIDE);
    draw_begin(&k->list, k->pencil.fonts, SIDE, SIDE, 1);
    draw_rect(&k->list, (Rect){0, 0, SIDE, SIDE}, 0xFFFFFFFF);
    *state = k;
    return 0;
}

static int close_desk(void **state) {
    Desk *k = *state;
    draw_deinit(&k->list);
    picture_deinit(&k->picture);
    pencil_deinit(&k->pencil);
    free(k);
    return 0;
}

static void paint(Desk *k) {
    Canvas c = picture_canvas(&k->picture);
    pencil_draw(&k->pencil, &c, &k->list);
}

static uint32_t at(const Desk *k, int x, int y) {
    return picture_pixel(&k->picture, x, y);
}

/* How much black there is on white, in pixels. */
static double ink(const Desk *k) {
    double sum = 0;
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++) sum += 1 - (double)(at(k, x, y) & 255) / 255;
    return sum;
}

static void assert_ink(const Desk *k, double expected, double tolerance) {
    if (fabs(ink(k) - expected) > tolerance) print_error("ink is %f, not %f\n", ink(k), expected);
    assert_true(fabs(ink(k) - expected) <= tolerance);
}

static const Color black = 0xFF000000;

static void test_rectangle_on_whole_pixels_is_sharp(void **state) {
    Desk *k = *state;
    draw_rect(&k->list, (Rect){10, 20, 30, 5}, black);
    paint(k);
    assert_int_equal(at(k, 10, 20), 0);
    assert_int_equal(at(k, 39, 24), 0);
    assert_int_equal(at(k, 9, 20), 0xFFFFFF);
    assert_int_equal(at(k, 40, 24), 0xFFFFFF);
    assert_int_equal(at(k, 10, 25), 0xFFFFFF);
    assert_ink(k, 150, 0.01);
}

static void test_half_a_pixel_is_half_covered(void **state) {
    Desk *k = *state;
    draw_rect(&k->list, (Rect){10.5f, 20.25f, 30, 5}, black);
    paint(k);
    assert_in_range(at(k, 10, 22) & 255, 126, 129);
    assert_in_range(at(k, 20, 20) & 255, 62, 66);
    assert_ink(k, 150, 0.6);
}

static void test_disc_and_ring_have_their_area(void **state) {
    Desk *k = *state;
    draw_disc(&k->list, (Point){50, 50}, 30, black);
    paint(k);
    assert_ink(k, 3.14159 * 900, 6);
    draw_disc(&k->list, (Point){50, 50}, 40, 0xFFFFFFFF);
    draw_ring(&k->list, (Point){50, 50}, 30, 6, black);
    paint(k);
    assert_ink(k, 2 * 3.14159 * 30 * 6, 6);
    assert_int_equal(at(k, 50, 50), 0xFFFFFF);
}

static void test_frame_and_fill_leave_no_gap(void **state) {
    Desk *k = *state;
    draw_frame(&k->list, (Rect){10, 10, 60, 40}, 12, paint_plain(black), 3.3f, black);
    paint(k);
    double round_missing = (4 - 3.14159) * 12 * 12;
    assert_ink(k, 60 * 40 - round_missing, 3);
    for (int y = 16; y < 44; y++)
        for (int x = 10; x < 70; x++) assert_int_equal(at(k, x, 30), 0);
}

static void test_arc_is_a_quarter(void **state) {
    Desk *k = *state;
    draw_arc(&k->list, (Point){50, 50}, 20, 0, GFX_PI / 2, (ArcStyle){.width = 40, .color = black});
    paint(k);
    assert_ink(k, 3.14159 * 1600 / 4, 8);
    assert_int_equal(at(k, 60, 40), 0); /* from 12 to 3 o'clock */
    assert_int_equal(at(k, 40, 40), 0xFFFFFF);
    assert_int_equal(at(k, 60, 60), 0xFFFFFF);
}

static void test_polygon_and_line_have_their_area(void **state) {
    Desk *k = *state;
    draw_polygon(&k->list, (Point[]){{10, 10}, {90, 20}, {30, 80}}, 3, paint_plain(black));
    paint(k);
    assert_ink(k, 0.5 * (80 * 70 - 20 * 10), 3);
    draw_rect(&k->list, (Rect){0, 0, SIDE, SIDE}, 0xFFFFFFFF);
    draw_line(&k->list, (Point){10, 10}, (Point){70, 90}, 4, black);
    paint(k);
    assert_ink(k, 400, 3);
    draw_rect(&k->list, (Rect){0, 0, SIDE, SIDE}, 0xFFFFFFFF);
    draw_polyline(&k->list, (Point[]){{10, 50}, {90, 50}}, 2,
                  (LineStyle){.width = 4, .color = black, .dash = 10, .gap = 10});
    paint(k);
    assert_ink(k, 4 * 4 * 10, 2);
}

static void test_stroke_is_laid_once(void **state) {
    Desk *k = *state;
    /* Its sides overlap at the bend: a translucent stroke must not be darker there. */
    draw_polyline(&k->list, (Point[]){{10, 50}, {50, 50}, {50, 10}}, 3,
                  (LineStyle){.width = 10, .color = 0x80000000});
    paint(k);
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++) assert_true((at(k, x, y) & 255) >= 0x7E);
}

static void test_patterns_mark_and_leave_ground(void **state) {
    Desk *k = *state;
    for (uint32_t kind = PAINT_HATCH; kind <= PAINT_DASHDOT; kind++) {
        draw_rect(&k->list, (Rect){0, 0, SIDE, SIDE}, 0xFFFFFFFF);
        draw_frame(&k->list, (Rect){0, 40, 100, 16}, 0, (Paint){kind, black, 0xFFFFFFFF, 3, 10}, 0, 0);
        paint(k);
        double part = ink(k) / 1600;
        assert_true(part > 0.1 && part < 0.7);
    }
}

static void random_shapes(DrawList *d) {
    draw_frame(d, (Rect){3.3f, 4.1f, 80, 50}, 9, (Paint){PAINT_HATCH, black, 0xFFCCE8D8, 3.6f, 9}, 2,
               0xFF007151);
    draw_curve(d, (Point){-20, 50}, (Point){40, -40}, (Point){80, 160}, (Point){140, 10},
               (LineStyle){.width = 5, .color = 0xFFB93718});
    draw_arc(d, (Point){60, 60}, 28, 1, 4, (ArcStyle){8, 0xFF0072B2, true});
    draw_polygon(d, (Point[]){{-50, 90}, {150, 70}, {60, 99}}, 3, paint_plain(0x80123456));
    draw_text(d, FACE_BOLD, 19, (Point){5, 60}, 0xFF2E241E, "Salad", 5);
    draw_sprite_turned(d, "bell", (Rect){40, 40, 50, 50}, 0.3f, 0xFFFFFFFF);
}

/* Damage repaints boxes of a picture: their borders must not show. */
static void test_a_part_is_painted_as_the_whole(void **state) {
    Desk *k = *state;
    random_shapes(&k->list);
    paint(k);
    Picture parts;
    picture_init(&parts, SIDE, SIDE);
    Canvas c = picture_canvas(&parts);
    for (int y = 0; y < SIDE; y += 13)
        for (int x = 0; x < SIDE; x += 17) {
            c.clip = box_cut((Box){x, y, x + 17, y + 13}, (Box){0, 0, SIDE, SIDE});
            pencil_draw(&k->pencil, &c, &k->list);
        }
    for (int y = 0; y < SIDE; y++)
        for (int x = 0; x < SIDE; x++)
            for (int shift = 0; shift < 24; shift += 8) {
                int whole = (int)(at(k, x, y) >> shift & 255),
                    part = (int)(picture_pixel(&parts, x, y) >> shift & 255);
                assert_in_range(whole - part + 2, 0, 4);
            }
    picture_deinit(&parts);
}

static void test_strange_numbers_paint_nothing_outside(void **state) {
    Desk *k = *state;
    const float odd[] = {NAN, INFINITY, -INFINITY, 1e30f, -1e30f, 0, 1e-30f};
    for (int i = 0; i < 7; i++)
        for (int j = 0; j < 7; j++) {
            draw_frame(&k->list, (Rect){odd[i], 10, odd[j], 30}, odd[j], paint_plain(black), odd[i], black);
            draw_disc(&k->list, (Point){odd[i], odd[j]}, 30, black);
            draw_arc(&k->list, (Point){50, 50}, odd[i], odd[j], 3, (ArcStyle){5, black, true});
            draw_line(&k->list, (Point){odd[i], 3}, (Point){7, odd[j]}, 3, black);
            draw_polyline(&k->list, (Point[]){{1, 1}, {odd[i], odd[j]}}, 2,
                          (LineStyle){.width = odd[j], .color = black});
            draw_text(&k->list, FACE_TEXT, odd[i], (Point){10, odd[j]}, black, "a", 1);
            draw_sprite(&k->list, "pizza", (Rect){odd[i], 5, 20, odd[j]}, 0xFFFFFFFF);
        }
    paint(k); /* the sanitizers judge */
}

static void test_missing_sprite_is_noted_once(void **state) {
    Desk *k = *state;
    for (int i = 0; i < 3; i++)
        draw_sprite(&k->list, "no-such", (Rect){10, 10, 20 + (float)i, 20}, 0xFFFFFFFF);
    paint(k);
    assert_int_equal(k->pencil.lacks.count, 1);
    assert_int_equal(k->pencil.lacks.list[0].msg, MSG_WINDOW_SPRITE_MISSING);
    assert_int_not_equal(at(k, 10, 15), 0xFFFFFF);
}

static void test_sprites_are_drawn_once_a_size(void **state) {
    Desk *k = *state;
    draw_sprite(&k->list, "pizza", (Rect){10, 10, 20, 20}, 0xFFFFFFFF);
    draw_sprite(&k->list, "pizza", (Rect){40, 10, 20, 20}, 0xFFFFFFFF);
    draw_sprite(&k->list, "state-lock", (Rect){60, 60, 30, 30}, 0xFF009E73);
    paint(k);
    uint64_t drawn = sprites_drawn(k->pencil.sprites);
    assert_int_equal(drawn, 2);
    assert_int_equal(at(k, 75, 80), 0x009E73); /* tinted */
    paint(k);
    assert_int_equal(sprites_drawn(k->pencil.sprites), drawn);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_desk, close_desk)
    const struct CMUnitTest tests[] = {
        TEST(test_rectangle_on_whole_pixels_is_sharp),
        TEST(test_half_a_pixel_is_half_covered),
        TEST(test_disc_and_ring_have_their_area),
        TEST(test_frame_and_fill_leave_no_gap),
        TEST(test_arc_is_a_quarter),
        TEST(test_polygon_and_line_have_their_area),
        TEST(test_stroke_is_laid_once),
        TEST(test_patterns_mark_and_leave_ground),
        TEST(test_a_part_is_painted_as_the_whole),
        TEST(test_strange_numbers_paint_nothing_outside),
        TEST(test_missing_sprite_is_noted_once),
        TEST(test_sprites_are_drawn_once_a_size),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
