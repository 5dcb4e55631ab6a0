/* What lies over the window: how the palette finds, what its keys and those of the menu do, that the page of
 * keys and the banner fit, and how keys are written. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "gfx/pencil.h"
#include "view/banner.h"
#include "view/keys.h"
#include "view/keys_page.h"
#include "view/menu.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Desk {
    Fonts *fonts;
    Ui ui;
    Theme theme;
    DrawList list;
    double now;
    float width, height;
    Palette palette;
    Menu menu;
    KeysPage keys;
} Desk;

static int open_desk(void **state) {
    static Lacks lacks;
    Desk *k = calloc(1, sizeof *k);
    k->fonts = fonts_new(TOQUE_ASSETS "/fonts", &lacks);
    k->width = 1280;
    k->height = 720;
    theme_init(&k->theme, (ThemeChoice){.text = 1});
    *state = k;
    return 0;
}

static int close_desk(void **state) {
    Desk *k = *state;
    palette_deinit(&k->palette);
    ui_deinit(&k->ui);
    draw_deinit(&k->list);
    fonts_free(k->fonts);
    free(k);
    return 0;
}

static Rect begin(Desk *k, const Input *in) {
    draw_begin(&k->list, k->fonts, (int32_t)k->width, (int32_t)k->height, 1);
    ui_begin(&k->ui, &k->list, &k->theme.ui, in, k->now += 500);
    return (Rect){0, 0, k->width, k->height};
}

static const Input tick = {.kind = INPUT_TICK};

static Input key(Key code) {
    return (Input){.kind = INPUT_KEY, .key = {code, false}};
}

static Box box_under(const Desk *k, UiId id) {
    for (uint32_t i = 0; i < k->ui.last.len; i++)
        if (k->ui.last.items[i].id == id) return k->ui.last.items[i].box;
    return (Box){0};
}

static Input mouse(InputKind kind, Point at) {
    return (Input){.kind = kind, .mouse = {at, BUTTON_LEFT, 1}};
}

static Point middle_of(const Desk *k, UiId id) {
    Box b = box_under(k, id);
    assert_false(box_empty(b));
    return (Point){(float)(b.x0 + b.x1) / 2, (float)(b.y0 + b.y1) / 2};
}

static bool has(const Desk *k, const char *text) {
    Buf out = {0};
    draw_dump(&k->list, &out);
    bool found = strstr(buf_cstr(&out), text) != NULL;
    buf_deinit(&out);
    return found;
}

/* --- finding ---------------------------------------------------------------------------------- */

static void assert_better(const char *typed, const char *better, const char *worse) {
    int32_t a = palette_score(typed, better), b = palette_score(typed, worse);
    if (a <= b) print_error("%s: \"%s\" %d, \"%s\" %d\n", typed, better, a, worse, b);
    assert_true(a > b);
}

static void test_letters_in_their_order(void **state) {
    (void)state;
    assert_true(palette_score("", "Anything") > 0);
    assert_true(palette_score("ns", "Next step") > 0);
    assert_int_equal(palette_score("sn", "Next"), 0);
    assert_int_equal(palette_score("next!", "Next step"), 0);
    assert_true(palette_score("NEXT step", "Next step") > 0);
    assert_true(palette_score("theme", "Thème suivant") > 0); /* accents and case do not matter */
    assert_true(palette_score("THÈME", "Theme") > 0);
    assert_true(palette_score("oeuf", "Œuf") > 0);
    assert_better("ste", "Step back", "Next step");
    assert_better("ns", "Next step", "Presentation");
    assert_better("pl", "Play or pause", "Export the example");
    assert_better("fetch-3", "fetch-3", "fetch-31");
}

static const PaletteItem items[] = {{"Next step", "Right", false},
                                    {"Step back", "Left", false},
                                    {"To the end", "End", true},
                                    {"Play or pause", "Space p", false},
                                    {"Thème suivant", NULL, false}};
enum { ITEMS = sizeof items / sizeof *items };

static int32_t look(Desk *k, Input in) {
    PaletteShow show = {.items = items, .count = ITEMS};
    Rect window = begin(k, &in);
    ui_touch(&k->ui, ui_id("below"), window, UI_STOP);
    int32_t choice = palette(&k->ui, &k->theme, &k->palette, &show, window);
    ui_end(&k->ui);
    return choice;
}

static void type(Desk *k, const char *text) {
    Input in = {.kind = INPUT_TEXT};
    strncpy(in.text, text, INPUT_TEXT_MAX - 1);
    assert_int_equal(look(k, in), CHOICE_OPEN);
    assert_true(k->ui.used);
}

static void test_palette_by_keyboard(void **state) {
    Desk *k = *state;
    palette_open(&k->palette, &k->ui, "");
    assert_int_equal(look(k, tick), CHOICE_OPEN);
    assert_int_equal(k->palette.hits.len, ITEMS);
    type(k, "ste");
    assert_int_equal(look(k, tick), CHOICE_OPEN);
    assert_int_equal(k->palette.hits.len, 2);
    assert_int_equal(look(k, key(KEY_DOWN)), CHOICE_OPEN);
    assert_int_equal(look(k, key(KEY_ENTER)), 0); /* the second best: Next step */
    palette_open(&k->palette, &k->ui, "");
    assert_int_equal(look(k, key(KEY_UP)), CHOICE_OPEN); /* around the end */
    assert_int_equal(look(k, key(KEY_ENTER)), 4);
    palette_open(&k->palette, &k->ui, "");
    type(k, "to the end");
    assert_int_equal(look(k, key(KEY_ENTER)), CHOICE_OPEN); /* it is off */
    type(k, "zz");
    look(k, tick);
    assert_true(has(k, "\"Nothing is called that.\""));
    assert_int_equal(look(k, key(KEY_ENTER)), CHOICE_OPEN);
    assert_int_equal(look(k, key(KEY_F5)), CHOICE_OPEN);
    assert_true(k->ui.used); /* it is no command now */
    assert_int_equal(look(k, key(KEY_ESCAPE)), CHOICE_CLOSED);
    assert_true(k->ui.used);
}

static void test_palette_by_mouse(void **state) {
    Desk *k = *state;
    palette_open(&k->palette, &k->ui, "");
    for (int i = 0; i < 2; i++) look(k, tick);
    assert_true(has(k, "\"Space\"")); /* the first way */
    Point at = middle_of(k, ui_child(ui_id("palette.list"), 16 + 3));
    assert_int_equal(look(k, mouse(INPUT_PRESS, at)), CHOICE_OPEN);
    assert_int_equal(look(k, mouse(INPUT_RELEASE, at)), 3);
    palette_open(&k->palette, &k->ui, "");
    look(k, tick);
    at = middle_of(k, ui_id("palette.field"));
    assert_int_equal(look(k, mouse(INPUT_PRESS, at)), CHOICE_OPEN);
    assert_int_equal(look(k, mouse(INPUT_RELEASE, at)), CHOICE_OPEN);
    at = (Point){5, 700};
    assert_int_equal(look(k, mouse(INPUT_PRESS, at)), CHOICE_OPEN);
    assert_int_equal(look(k, mouse(INPUT_RELEASE, at)), CHOICE_CLOSED);
}

static void test_a_hundred_thousand_names(void **state) {
    Desk *k = *state;
    enum { MANY = 100000 };
    PaletteItem *many = calloc(MANY, sizeof *many);
    char *names = calloc(MANY, 20);
    for (int i = 0; i < MANY; i++) {
        snprintf(names + 20 * i, 20, "fetch-%d", i);
        many[i].name = names + 20 * i;
    }
    PaletteShow show = {.items = many, .count = MANY};
    palette_open(&k->palette, &k->ui, "f9999");
    for (int i = 0; i < 3; i++) {
        Rect window = begin(k, &tick);
        palette(&k->ui, &k->theme, &k->palette, &show, window);
        ui_end(&k->ui);
    }
    assert_true(has(k, "\"fetch-9999\""));
    assert_string_equal(many[k->palette.hits.items[0].item].name, "fetch-9999");
    assert_true(k->list.count < 100);
    free(names);
    free(many);
}

/* --- the menu ------------------------------------------------------------------------------------ */

static const MenuItem entries[] = {{.name = "Theme", .head = true},
                                   {.name = "Light", .on = true},
                                   {.name = "Dark", .off = true},
                                   {.name = "Contrast"},
                                   {.name = "Quit", .rule = true}};

static int32_t look_at_menu(Desk *k, Input in) {
    MenuShow show = {LANG_EN, entries, 5};
    Rect window = begin(k, &in);
    int32_t choice = menu(&k->ui, &k->theme, &k->menu, &show, (Rect){14, 8, 46, 46}, window);
    ui_end(&k->ui);
    return choice;
}

static void test_menu_by_keyboard(void **state) {
    Desk *k = *state;
    menu_open(&k->menu, &k->ui);
    assert_int_equal(look_at_menu(k, tick), CHOICE_OPEN);
    assert_int_equal(look_at_menu(k, key(KEY_ENTER)), CHOICE_OPEN); /* nothing is chosen */
    look_at_menu(k, key(KEY_DOWN));
    look_at_menu(k, key(KEY_DOWN)); /* over what is off */
    assert_int_equal(look_at_menu(k, key(KEY_ENTER)), 3);
    look_at_menu(k, key(KEY_DOWN));
    look_at_menu(k, key(KEY_DOWN)); /* around, over the head */
    assert_int_equal(look_at_menu(k, key(' ')), 1);
    look_at_menu(k, key(KEY_UP));
    assert_int_equal(look_at_menu(k, key(KEY_ENTER)), 4);
    assert_int_equal(look_at_menu(k, key(KEY_ESCAPE)), CHOICE_CLOSED);
}

static void test_menu_by_mouse(void **state) {
    Desk *k = *state;
    menu_open(&k->menu, &k->ui);
    look_at_menu(k, tick);
    assert_true(box_empty(box_under(k, ui_child(ui_id("menu"), 16 + 2)))); /* off */
    Point at = middle_of(k, ui_child(ui_id("menu"), 16 + 3));
    look_at_menu(k, mouse(INPUT_PRESS, at));
    assert_int_equal(look_at_menu(k, mouse(INPUT_RELEASE, at)), 3);
    at = (Point){900, 600};
    look_at_menu(k, mouse(INPUT_PRESS, at));
    assert_int_equal(look_at_menu(k, mouse(INPUT_RELEASE, at)), CHOICE_CLOSED);
    k->height = 200; /* it scrolls where it does not fit */
    for (int i = 0; i < 5; i++) look_at_menu(k, key(KEY_UP));
    for (int i = 0; i < 3; i++) look_at_menu(k, tick);
    assert_int_equal(k->menu.chosen, 4);
}

/* --- keys ------------------------------------------------------------------------------------------- */

static void assert_caps(Lang lang, const char *keys, const char *expected) {
    Buf out = {0};
    Cap cap;
    int part = 0;
    while (keys_next(lang, &keys, &part, &cap)) {
        if (out.len) buf_adds(&out, cap.other ? " | " : " ");
        buf_adds(&out, cap.text);
    }
    assert_string_equal(buf_cstr(&out), expected);
    buf_deinit(&out);
}

static void test_keys_as_on_a_keyboard(void **state) {
    (void)state;
    assert_caps(LANG_EN, "Ctrl+Shift+p", "Ctrl Shift P");
    assert_caps(LANG_EN, "Right PageDown Enter", "→ | Page Down | Enter");
    assert_caps(LANG_FR, "Ctrl+Shift+p Esc", "Ctrl Maj P | Échap");
    assert_caps(LANG_EN, "Ctrl+= Ctrl++", "Ctrl = | Ctrl +");
    assert_caps(LANG_EN, "+ =", "+ | =");
    assert_caps(LANG_EN, "j J", "J | Shift J");
    assert_caps(LANG_EN, "b .", "B | .");
    assert_caps(LANG_EN, "", "");
    Buf out = {0};
    keys_say(&out, LANG_FR, "Ctrl+Shift+p F1");
    assert_string_equal(buf_cstr(&out), "Ctrl+Maj+P");
    buf_deinit(&out);
}

static const PaletteItem many_keys[] = {
    {"Next step, which is a long name for a command", "Right PageDown Enter", false},
    {"Back", "Left", false},
    {"Play", "Space p", false},
    {"Without keys", NULL, false},
    {"First", "Home", false},
    {"Last", "End", false},
    {"Larger", "Ctrl+= Ctrl++", false},
    {"Smaller", "-", false},
    {"Kitchen", "k K", false},
    {"Empty", "", false}};

static bool look_at_keys(Desk *k, Input in) {
    const KeysGroup groups[] = {{"Moving", many_keys, 10}, {"Looks", many_keys, 5}, {"Window", many_keys, 7}};
    KeysShow show = {LANG_EN, groups, 3};
    Rect window = begin(k, &in);
    bool open = keys_page(&k->ui, &k->theme, &k->keys, &show, window);
    ui_end(&k->ui);
    return open;
}

static void test_page_of_keys_fits(void **state) {
    Desk *k = *state;
    static const float sizes[][2] = {{1024, 640}, {1280, 720}, {1920, 1080}, {3840, 2160}};
    for (int i = 0; i < 4; i++)
        for (float text = 1; text <= 3; text += 0.5f) {
            k->width = sizes[i][0];
            k->height = sizes[i][1];
            theme_init(&k->theme, (ThemeChoice){.text = text});
            keys_page_open(&k->keys, &k->ui);
            for (int j = 0; j < 2; j++) assert_true(look_at_keys(k, tick));
            assert_true(has(k, "\"Keys\""));
            assert_false(has(k, "Without keys"));
            /* What the timeline's bars mean stands last: a small window must be scrolled to it. */
            if (text == 1 && i >= 2) assert_true(has(k, "\"blocks the loop\""));
            for (const DrawHead *h = draw_next(&k->list, NULL); h; h = draw_next(&k->list, h)) {
                const DrawText *t = (const DrawText *)h;
                if (h->kind != DRAW_TEXT) continue;
                float w = font_width(k->fonts, (FaceId)t->face, t->size, (const char *)(t + 1), t->len);
                assert_true(t->at.x >= 0 && t->at.x + w <= k->width);
            }
        }
}

static void test_page_of_keys_closes(void **state) {
    Desk *k = *state;
    keys_page_open(&k->keys, &k->ui);
    k->height = 300;
    assert_true(look_at_keys(k, tick));
    assert_true(look_at_keys(k, key(KEY_DOWN))); /* scrolls */
    for (int i = 0; i < 2; i++) assert_true(look_at_keys(k, tick));
    assert_true(k->keys.scroll.at.to > 0);
    assert_false(look_at_keys(k, key(KEY_ESCAPE)));
    Point anywhere = {k->width / 2, k->height / 2}, outside = {3, 3};
    assert_true(look_at_keys(k, mouse(INPUT_PRESS, anywhere)));
    assert_false(look_at_keys(k, mouse(INPUT_RELEASE, anywhere)));
    assert_true(look_at_keys(k, mouse(INPUT_PRESS, outside)));
    assert_false(look_at_keys(k, mouse(INPUT_RELEASE, outside)));
}

/* --- the banner ---------------------------------------------------------------------------------------- */

static BannerPress look_at_banner(Desk *k, Input in, const BannerShow *show) {
    Rect r = begin(k, &in);
    r.h = banner_height(&k->ui, &k->theme, show, r.w);
    BannerPress press = banner(&k->ui, &k->theme, show, r);
    ui_end(&k->ui);
    return press;
}

static BannerPress press_on(Desk *k, const char *id, const BannerShow *show) {
    look_at_banner(k, tick, show);
    Point at = middle_of(k, ui_id(id));
    look_at_banner(k, mouse(INPUT_PRESS, at), show);
    return look_at_banner(k, mouse(INPUT_RELEASE, at), show);
}

static void test_banner_says_all_and_what_was_pressed(void **state) {
    Desk *k = *state;
    BannerShow show = {.kind = BANNER_TROUBLE,
                       .text =
                           "The file could not be read: there is no such file, or another program has it.",
                       .more = "What was open stays.",
                       .place = "line 21, column 28",
                       .button = "Try again",
                       .closes = true};
    assert_int_equal(press_on(k, "banner.button", &show), BANNER_BUTTON);
    assert_int_equal(press_on(k, "banner.place", &show), BANNER_PLACE);
    assert_int_equal(press_on(k, "banner.close", &show), BANNER_CLOSE);
    look_at_banner(k, (Input){.kind = INPUT_LEAVE}, &show); /* and with it the tooltip */
    for (float text = 1; text <= 3; text += 1) {
        k->width = 1024;
        theme_init(&k->theme, (ThemeChoice){.text = text});
        look_at_banner(k, tick, &show);
        float bottom = banner_height(&k->ui, &k->theme, &show, k->width);
        assert_true(has(k, "it.\"") && has(k, "stays.\""));
        for (const DrawHead *h = draw_next(&k->list, NULL); h; h = draw_next(&k->list, h))
            if (h->kind == DRAW_TEXT) assert_true(((const DrawText *)h)->at.y < bottom);
    }
}

static void test_banner_of_work_wakes_only_while_it_moves(void **state) {
    Desk *k = *state;
    BannerShow show = {.kind = BANNER_WORKING, .text = "Still simulating…", .part = -1};
    look_at_banner(k, tick, &show);
    assert_true(k->ui.wake > 0);
    show.part = 0.4f;
    look_at_banner(k, tick, &show);
    assert_true(k->ui.wake == 0);
    theme_init(&k->theme, (ThemeChoice){.text = 1, .still = true});
    show.part = -1;
    look_at_banner(k, tick, &show);
    assert_true(k->ui.wake == 0);
}

int main(void) {
#define TEST(name) cmocka_unit_test_setup_teardown(name, open_desk, close_desk)
    const struct CMUnitTest tests[] = {
        TEST(test_letters_in_their_order),
        TEST(test_palette_by_keyboard),
        TEST(test_palette_by_mouse),
        TEST(test_a_hundred_thousand_names),
        TEST(test_menu_by_keyboard),
        TEST(test_menu_by_mouse),
        TEST(test_keys_as_on_a_keyboard),
        TEST(test_page_of_keys_fits),
        TEST(test_page_of_keys_closes),
        TEST(test_banner_says_all_and_what_was_pressed),
        TEST(test_banner_of_work_wakes_only_while_it_moves),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
