/* Draw lists: what is appended, how it reads as text, and which cells of a picture it changes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "gfx/damage.h"
#include "gfx/draw.h"

static void begin(DrawList *d) {
    draw_begin(d, NULL, 640, 480, 1);
}

static void assert_dump(const DrawList *d, const char *expected) {
    Buf out = {0};
    draw_dump(d, &out);
    assert_string_equal(buf_cstr(&out), expected);
    buf_deinit(&out);
}

static void test_every_kind_reads_as_text(void **state) {
    (void)state;
    DrawList d = {0};
    begin(&d);
    draw_rect(&d, (Rect){10, 20, 30, 40.26f}, 0xFFE69F00);
    draw_frame(&d, (Rect){0, 0, 100, 20}, 4, (Paint){PAINT_HATCH, 0xFF009E73, 0xFFCCE8D8, 3.6f, 9}, 2,
               0xFF007151);
    draw_corners(&d, (Rect){0, 0, 100, 20}, 16, 0xFF000000);
    draw_arc(&d, (Point){50, 50}, 20, 0, GFX_PI, (ArcStyle){4, 0x80B93718, true});
    draw_line(&d, (Point){1, 1}, (Point){9, 9}, 2, 0xFF000000);
    draw_polygon(&d, (Point[]){{0, 0}, {10, 0}, {0, 10}}, 3, paint_plain(0xFF123456));
    draw_text(&d, FACE_SEMI, 20, (Point){5, 25}, 0xFF2E241E, "salad", 5);
    draw_sprite(&d, "pizza", (Rect){0, 0, 32, 32}, 0xFFFFFFFF);
    draw_sprite_turned(&d, "bell", (Rect){100, 100, 32, 32}, GFX_PI / 2, 0x80FFFFFF);
    assert_dump(&d, "round 10 20 30 40.3 fill #E69F00\n"
                    "round 0 0 100 20 radius 4 fill #009E73 hatch on #CCE8D8 3.6 9 border #007151 2\n"
                    "corners 0 0 100 20 radius 10 fill #000000\n"
                    "arc 50 50 radius 20 width 4 degrees 0 180 fill #B93718/128 round-ends\n"
                    "line width 2 fill #000000 points 1 1 9 9\n"
                    "polygon fill #123456 points 0 0 10 0 0 10\n"
                    "text 5 25 semi 20 fill #2E241E \"salad\"\n"
                    "sprite pizza 0 0 32 32\n"
                    "sprite bell 100 100 32 32 tint #FFFFFF/128 turned 90\n");
    draw_deinit(&d);
}

static void test_place_scale_and_opacity_are_resolved(void **state) {
    (void)state;
    DrawList d = {0};
    draw_begin(&d, NULL, 640, 480, 2);
    draw_push_place(&d, 10, 10, 1.5f);
    draw_push_opacity(&d, 0.5f);
    draw_rect(&d, (Rect){1, 1, 10, 10}, 0xFF000000);
    draw_pop(&d);
    draw_rect(&d, (Rect){0, 0, 1, 1}, 0xFF000000);
    draw_pop(&d);
    draw_rect(&d, (Rect){0, 0, 1, 1}, 0xFF000000);
    assert_dump(&d, "round 23 23 30 30 fill #000000/128\n"
                    "round 20 20 3 3 fill #000000\n"
                    "round 0 0 2 2 fill #000000\n");
    draw_deinit(&d);
}

static void test_what_cannot_be_seen_is_left_out(void **state) {
    (void)state;
    DrawList d = {0};
    begin(&d);
    draw_rect(&d, (Rect){-50, 0, 40, 40}, 0xFF000000);
    draw_rect(&d, (Rect){0, 0, 40, 40}, 0x00123456);
    draw_rect(&d, (Rect){0, 0, 0, 40}, 0xFF000000);
    draw_rect(&d, (Rect){NAN, 0, 40, 40}, 0xFF000000);
    draw_text(&d, FACE_TEXT, 20, (Point){10, 20}, 0xFF000000, "", 0);
    draw_push_clip(&d, (Rect){100, 100, 50, 50});
    draw_push_clip(&d, (Rect){0, 0, 120, 120});
    draw_rect(&d, (Rect){0, 0, 90, 90}, 0xFF000000);
    draw_rect(&d, (Rect){110, 110, 90, 90}, 0xFF000000);
    const DrawHead *last = draw_next(&d, NULL);
    while (last && draw_next(&d, last)) last = draw_next(&d, last);
    assert_non_null(last);
    assert_int_equal(last->box.x1, 120);
    assert_int_equal(last->box.y0, 110);
    assert_int_equal(d.count, 1);
    draw_deinit(&d);
}

static void test_same_list_has_the_same_bytes(void **state) {
    (void)state;
    DrawList a = {0}, b = {0};
    for (int i = 0; i < 2; i++) {
        DrawList *d = i ? &b : &a;
        begin(d);
        draw_text(d, FACE_TEXT, 20, (Point){10, 20}, 0xFF000000, "abc", 3);
        draw_line(d, (Point){1, 1}, (Point){9, 9}, 2, 0xFF000000);
    }
    assert_true(draw_same(&a, &b));
    draw_rect(&b, (Rect){0, 0, 1, 1}, 0xFF000000);
    assert_false(draw_same(&a, &b));
    draw_deinit(&a);
    draw_deinit(&b);
}

static void background(DrawList *d) {
    begin(d);
    draw_rect(d, (Rect){0, 0, 640, 480}, 0xFFF0E5D4);
}

static void test_only_what_changed_is_damaged(void **state) {
    (void)state;
    DrawList d = {0};
    Damage damage = {0};
    background(&d);
    damage_find(&damage, &d);
    assert_int_equal(damage.boxes.len, 1); /* the first picture is all new */
    assert_int_equal(damage.boxes.items[0].x1, 640);
    assert_int_equal(damage.boxes.items[0].y1, 480);
    damage_find(&damage, &d);
    assert_int_equal(damage.boxes.len, 0);
    background(&d);
    draw_rect(&d, (Rect){70, 70, 20, 20}, 0xFF000000);
    damage_find(&damage, &d);
    assert_int_equal(damage.boxes.len, 1);
    assert_int_equal(damage.boxes.items[0].x0, DAMAGE_CELL);
    assert_int_equal(damage.boxes.items[0].x1, 2 * DAMAGE_CELL);
    background(&d); /* it went: its cell is painted again */
    damage_find(&damage, &d);
    assert_int_equal(damage.boxes.len, 1);
    damage_all(&damage);
    damage_find(&damage, &d);
    assert_int_equal(damage.boxes.items[0].x1, 640);
    damage_deinit(&damage);
    draw_deinit(&d);
}

static void test_colors(void **state) {
    (void)state;
    assert_int_equal(color_mix(0xFF000000, 0xFFFFFFFF, 0.5f), 0xFF808080);
    assert_int_equal(color_fade(0xFF123456, 0.5f), 0x80123456);
    assert_true(color_contrast(0xFFFFFFFF, 0xFF000000) > 20.9f);
    assert_true(color_contrast(0xFFFFFFFF, 0xFFFFFFFF) < 1.01f);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_kind_reads_as_text),
        cmocka_unit_test(test_place_scale_and_opacity_are_resolved),
        cmocka_unit_test(test_what_cannot_be_seen_is_left_out),
        cmocka_unit_test(test_same_list_has_the_same_bytes),
        cmocka_unit_test(test_only_what_changed_is_damaged),
        cmocka_unit_test(test_colors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
