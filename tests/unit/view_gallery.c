/* The gallery: cards are found by eye, by search and by keys; nothing overlaps or is cut off at any size
 * of type or window; a thumbnail tells what happened. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/fold.h"
#include "gfx/pencil.h"
#include "loop/engine.h"
#include "sheet/panels.h"
#include "view/gallery.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CARDS = 11 };

/* Two chapters of six and four, and a file of the user's that cannot be run. */
static const char *const titles[CARDS] = {
    "Mine",    "Three dishes", "One by one", "A recipe", "The rail", "A very long title that goes on",
    "The end", "One knife",    "Two fires",  "The pass", "The bell"};

typedef struct Desk {
    Fonts *fonts;
    Ui ui;
    Theme theme;
    GalleryPanel panel;
    GalleryShow show;
    GalleryCard cards[CARDS];
    Thumbnail thumb;
    GalleryPress press;
    DrawList list;
    double now;
    float width, height;
} Desk;

static void send(Desk *k, Input in) {
    k->now += 10;
    draw_begin(&k->list, k->fonts, (int32_t)k->width, (int32_t)k->height, 1);
    ui_begin(&k->ui, &k->list, &k->theme.ui, &in, k->now);
    k->press = gallery_panel(&k->ui, &k->theme, &k->panel, &k->show, (Rect){0, 0, k->width, k->height});
    ui_end(&k->ui);
}

static void settle(Desk *k) {
    for (int i = 0; i < 3; i++) {
        k->now += 1000;
        send(k, (Input){.kind = INPUT_TICK});
    }
}

static void key(Desk *k, Key which) {
    send(k, (Input){.kind = INPUT_KEY, .key = {which, false}});
}

/* As a key that prints comes: it goes down, and then it types. */
static void type(Desk *k, const char *text) {
    Input in = {.kind = INPUT_KEY, .key = {(Key)*text, false}};
    send(k, in);
    in = (Input){.kind = INPUT_TEXT};
    strcpy(in.text, text);
    send(k, in);
}

static void make_cards(Desk *k) {
    for (uint32_t i = 0; i < CARDS; i++) {
        k->cards[i] =
            (GalleryCard){.path = titles[i],
                          .title = titles[i],
                          .about = "What it is about, in as many words as two lines can hold or more",
                          .chapter = i == 0  ? NULL
                                     : i < 7 ? "The chef"
                                             : "Sharing",
                          .chapter_about = i == 1 || i == 8 ? "tasks and locks" : NULL,
                          .words = i == 7   ? "asyncio.lock couteau"
                                   : i == 0 ? "mine"
                                            : "asyncio",
                          .level = (int)(i % 4),
                          .langs = i % 2 ? 3 : 0,
                          .thumb = &k->thumb,
                          .own = i == 0,
                          .solved = i % 3 == 1,
                          .problem = i == 0 ? "Line 5: The bracket '(' is never closed." : NULL};
    }
    k->show = (GalleryShow){LANG_EN, k->cards, CARDS};
}

static int open_desk(void **state) {
    static Lacks lacks;
    Desk *k = calloc(1, sizeof *k);
    k->fonts = fonts_new(TOQUE_ASSETS "/fonts", &lacks);
    k->width = 1920;
    k->height = 1080;
    theme_init(&k->theme, (ThemeChoice){.text = 1});
    make_cards(k);
    *state = k;
    settle(k);
    return 0;
}

static int close_desk(void **state) {
    Desk *k = *state;
    draw_deinit(&k->list);
    ui_deinit(&k->ui);
    gallery_deinit(&k->panel);
    thumbnail_deinit(&k->thumb);
    fonts_free(k->fonts);
    free(k);
    return 0;
}

static uint32_t count_of(const Desk *k, const char *text) {
    Buf out = {0}, quoted = {0};
    uint32_t count = 0;
    buf_printf(&quoted, "\"%s\"", text);
    draw_dump(&k->list, &out);
    for (const char *at = buf_cstr(&out); (at = strstr(at, buf_cstr(&quoted))); at++) count++;
    buf_deinit(&out);
    buf_deinit(&quoted);
    return count;
}

static uint32_t chosen_card(const Desk *k) {
    return k->panel.places.items[k->panel.chosen].card;
}

/* --- what is drawn ---------------------------------------------------------------------------- */

static void test_cards_stand_under_their_chapters(void **state) {
    Desk *k = *state;
    for (int i = 0; i < 7; i++) assert_int_equal(count_of(k, titles[i]), 1);
    assert_int_equal(count_of(k, "Your files"), 1);
    assert_int_equal(count_of(k, "The chef"), 1);
    assert_int_equal(count_of(k, "1"), 1);
    assert_int_equal(count_of(k, "Line 5: The bracket '(' is never closed."), 1);
    DrawList first = k->list;
    k->list = (DrawList){0};
    send(k, (Input){.kind = INPUT_TICK});
    assert_true(draw_same(&first, &k->list)); /* the same again draws the same */
    draw_deinit(&first);
}

typedef struct Label {
    float x0, x1, y0, y1;
    const char *s;
    uint32_t len;
} Label;

static uint32_t labels_of(const Desk *k, Label *out, uint32_t most) {
    uint32_t n = 0;
    for (const DrawHead *h = draw_next(&k->list, NULL); h; h = draw_next(&k->list, h)) {
        const DrawText *t = (const DrawText *)h;
        if (h->kind != DRAW_TEXT || box_empty(h->box) || n == most) continue;
        const char *s = (const char *)(t + 1);
        float w = font_width(k->fonts, (FaceId)t->face, t->size, s, t->len);
        out[n++] = (Label){t->at.x, t->at.x + w, t->at.y - t->size * FONT_CAP, t->at.y, s, t->len};
    }
    return n;
}

static void assert_in_order(const Desk *k) {
    enum { MOST = 400 };
    static Label labels[MOST];
    uint32_t n = labels_of(k, labels, MOST);
    for (uint32_t i = 0; i < n; i++) {
        const Label *a = &labels[i];
        assert_true(a->x0 >= 0 && a->x1 <= k->width + 0.5f);
        for (uint32_t j = i + 1; j < n; j++) {
            const Label *b = &labels[j];
            bool apart = a->x1 <= b->x0 + 0.5f || b->x1 <= a->x0 + 0.5f || a->y1 <= b->y0 || b->y1 <= a->y0;
            /* What is scrolled under the head is clipped there. */
            bool under = (a->y0 < b->y0 ? b->y0 - a->y0 : a->y0 - b->y0) > 40;
            if (!apart && !under)
                print_error("\"%.*s\" on \"%.*s\" at %g×%g, type %g\n", (int)a->len, a->s, (int)b->len, b->s,
                            (double)k->width, (double)k->height, (double)k->theme.choice.text);
            assert_true(apart || under);
        }
    }
}

static void test_it_fits_any_window(void **state) {
    Desk *k = *state;
    static const float sizes[][2] = {{1024, 640}, {1280, 720}, {1920, 1080}, {3840, 2160}, {400, 300}};
    for (int lang = 0; lang < LANG_COUNT; lang++)
        for (int i = 0; i < 5; i++)
            for (float text = 1; text <= (i == 4 ? 1 : 3); text += 0.5f) {
                k->width = sizes[i][0];
                k->height = sizes[i][1];
                k->show.lang = (Lang)lang;
                theme_init(&k->theme, (ThemeChoice){.id = (ThemeId)lang, .text = text});
                settle(k);
                if (i < 4) assert_in_order(k);
            }
}

/* --- keys --------------------------------------------------------------------------------------- */

static void test_arrows_walk_in_two_directions(void **state) {
    Desk *k = *state;
    assert_int_equal(chosen_card(k), 0);
    key(k, KEY_DOWN);
    assert_int_equal(chosen_card(k), 1);
    key(k, KEY_RIGHT);
    key(k, KEY_RIGHT);
    key(k, KEY_RIGHT);
    assert_int_equal(chosen_card(k), 4);
    key(k, KEY_DOWN);
    assert_int_equal(chosen_card(k), 6); /* the row has only two */
    key(k, KEY_DOWN);
    assert_int_equal(chosen_card(k), 10); /* and the column is not forgotten */
    key(k, KEY_DOWN);
    assert_int_equal(chosen_card(k), 10);
    settle(k);
    assert_int_equal(count_of(k, "The bell"), 1); /* brought into sight */
    key(k, KEY_UP);
    key(k, KEY_UP);
    assert_int_equal(chosen_card(k), 4);
    key(k, KEY_LEFT);
    assert_int_equal(chosen_card(k), 3);
    key(k, KEY_HOME);
    assert_int_equal(chosen_card(k), 0);
    key(k, KEY_LEFT);
    assert_int_equal(chosen_card(k), 0);
    key(k, KEY_END);
    assert_int_equal(chosen_card(k), 10);
    key(k, KEY_PAGE_UP);
    assert_true(chosen_card(k) < 10);
    key(k, KEY_ENTER);
    assert_int_equal(k->press.action, GALLERY_OPEN);
    assert_int_equal(k->press.card, chosen_card(k));
}

static void test_typing_searches(void **state) {
    Desk *k = *state;
    type(k, "L");
    type(k, "o");
    assert_int_equal(k->panel.places.len, 1);
    settle(k);
    assert_int_equal(count_of(k, "One knife"), 1);
    assert_int_equal(count_of(k, "Three dishes"), 0);
    assert_int_equal(count_of(k, "2"), 1); /* the chapter keeps its number */
    assert_int_equal(count_of(k, "tasks and locks"), 1);
    key(k, KEY_ENTER);
    assert_int_equal(k->press.action, GALLERY_OPEN);
    assert_int_equal(k->press.card, 7);
    settle(k); /* who comes back sees all, with that one chosen */
    assert_int_equal(k->panel.places.len, CARDS);
    assert_int_equal(chosen_card(k), 7);
    type(k, "l");
    assert_int_equal(k->panel.places.len, 1);
    key(k, KEY_ESCAPE);
    settle(k);
    assert_int_equal(k->panel.places.len, CARDS);
    type(k, "q");
    assert_int_equal(k->panel.places.len, 0);
    settle(k);
    assert_int_equal(count_of(k, "Nothing matches “q”."), 1);
    key(k, KEY_BACKSPACE);
    assert_int_equal(k->panel.search.text.len, 0);
    settle(k);
    assert_int_equal(k->panel.places.len, CARDS);
}

static void test_some_keys_are_not_for_the_search(void **state) {
    Desk *k = *state;
    type(k, "?"); /* the page of keys */
    assert_int_equal(k->panel.search.text.len, 0);
    assert_false(k->ui.used);
    key(k, KEY_ESCAPE); /* nothing is begun here */
    assert_false(k->ui.used);
    type(k, "/");
    assert_int_equal(k->panel.search.text.len, 0);
    assert_int_equal(k->ui.focus, ui_id("gallery.search"));
    type(k, "/"); /* there it is a letter */
    assert_int_equal(k->panel.search.text.len, 1);
}

static void test_a_path_opens(void **state) {
    Desk *k = *state;
    for (int i = 0; i < 8 && k->ui.focus != ui_id("gallery.file"); i++) key(k, KEY_TAB);
    key(k, KEY_ENTER);
    settle(k);
    assert_true(k->panel.by_path);
    assert_int_equal(count_of(k, "Path of a file; or drop the file here"), 1);
    for (const char *s = "/a.py"; *s; s++) type(k, (char[]){*s, '\0'});
    settle(k);
    assert_int_equal(k->panel.places.len, CARDS); /* it is no search */
    key(k, KEY_ENTER);
    assert_int_equal(k->press.action, GALLERY_PATH);
    assert_string_equal(buf_cstr(&k->panel.search.text), "/a.py");
    key(k, KEY_ESCAPE);
    assert_false(k->panel.by_path);
}

static void click(Desk *k, UiId id) {
    for (uint32_t i = 0; i < k->ui.last.len; i++) {
        Box b = k->ui.last.items[i].box;
        if (k->ui.last.items[i].id != id) continue;
        Input in = {.kind = INPUT_PRESS,
                    .mouse = {{(float)(b.x0 + b.x1) / 2, (float)(b.y0 + b.y1) / 2}, BUTTON_LEFT, 1}};
        send(k, in);
        in.kind = INPUT_RELEASE;
        send(k, in);
        return;
    }
    fail();
}

static void test_clicks(void **state) {
    Desk *k = *state;
    click(k, ui_child(ui_id("gallery.cards"), 16 + 3));
    assert_int_equal(k->press.action, GALLERY_OPEN);
    assert_int_equal(k->press.card, 3);
    static const struct {
        const char *id;
        GalleryAction action;
    } buttons[] = {{"gallery.language", GALLERY_LANGUAGE},
                   {"gallery.theme", GALLERY_THEME},
                   {"gallery.help", GALLERY_HELP}};
    for (int i = 0; i < 3; i++) {
        click(k, ui_id(buttons[i].id));
        assert_int_equal(k->press.action, buttons[i].action);
    }
}

static void test_an_empty_gallery_says_so(void **state) {
    Desk *k = *state;
    k->show.count = 0;
    settle(k);
    key(k, KEY_DOWN);
    key(k, KEY_ENTER);
    assert_int_equal(k->press.action, GALLERY_NOTHING);
    settle(k);
    assert_int_equal(count_of(k, "There are no scenarios here."), 1);
}

/* Whatever comes, in whatever order, nothing breaks and what is chosen is there. */
static void test_a_monkey(void **state) {
    Desk *k = *state;
    static const Key keys[] = {KEY_UP,      KEY_DOWN,      KEY_LEFT,   KEY_RIGHT, KEY_HOME,
                               KEY_END,     KEY_ENTER,     KEY_ESCAPE, KEY_TAB,   KEY_BACKSPACE,
                               KEY_PAGE_UP, KEY_PAGE_DOWN, KEY_DELETE, ' '};
    static const char *const texts[] = {"a", "/", "?", " ", "é", "lock", "x", ".py"};
    uint32_t seed = 1;
    for (int i = 0; i < 4000; i++) {
        seed = seed * 1664525u + 1013904223u;
        uint32_t what = seed >> 24, how = seed >> 12 & 0xFF;
        Input in = {.kind = INPUT_TICK};
        Point at = {(float)(seed & 2047), (float)(seed >> 11 & 1023)};
        if (what < 120)
            in = (Input){.kind = INPUT_KEY, .mods = how % 9 ? 0 : how % 8, .key = {keys[how % 14], false}};
        else if (what < 160) in = (Input){.kind = INPUT_TEXT}, strcpy(in.text, texts[how % 8]);
        else if (what < 190) in = (Input){.kind = INPUT_MOVE, .mouse = {at, 0, 0}};
        else if (what < 210)
            in = (Input){.kind = INPUT_PRESS, .mouse = {at, BUTTON_LEFT, (int)(how % 3) + 1}};
        else if (what < 230) in = (Input){.kind = INPUT_RELEASE, .mouse = {at, BUTTON_LEFT, 1}};
        else if (what < 240) in = (Input){.kind = INPUT_WHEEL, .wheel = {at, 0, (float)(int)(how % 7) - 3}};
        else if (what < 246) k->width = 300 + (float)(how * 8), k->height = 200 + (float)(how * 4);
        else if (what < 250)
            theme_init(&k->theme, (ThemeChoice){.id = how % THEME_COUNT, .text = 1 + (float)(how % 3)});
        else if (what < 253) k->show.count = how % (CARDS + 1);
        send(k, in);
        assert_true(k->press.action != GALLERY_OPEN || k->press.card < k->show.count);
        assert_true(k->panel.places.len == 0 || k->panel.chosen < k->panel.places.len);
    }
}

/* --- the run at a glance --------------------------------------------------------------------------- */

static void make_thumb(Thumbnail *thumb, const char *text) {
    Program *program = program_new("t.py", NULL, text, strlen(text));
    assert_true(program_ok(program));
    Run *run = run_new(program, &(RunOptions){.record = true, .steps = 1000000});
    while (run_advance(run, 100000) == END_NONE) {
    }
    Model *m = model_new(run_trace(run));
    Cast *cast = cast_new(m);
    model_follow(m);
    cast_follow(cast);
    thumbnail_make(thumb, m, cast);
    cast_free(cast);
    model_free(m);
    run_free(run);
    program_free(program);
    for (uint32_t i = 0; i < thumb->spans.len; i++) {
        const ThumbSpan *s = &thumb->spans.items[i];
        assert_true(s->from >= 0 && s->from <= s->to && s->to <= 1 && s->lane < thumb->lanes);
    }
}

static float share_of(const Thumbnail *thumb, uint32_t lane, LookId look) {
    float sum = 0;
    for (uint32_t i = 0; i < thumb->spans.len; i++) {
        const ThumbSpan *s = &thumb->spans.items[i];
        if (s->lane == lane && s->look == look) sum += s->to - s->from;
    }
    return sum;
}

static bool shows(const Thumbnail *thumb, LookId look) {
    for (uint32_t i = 0; i < thumb->spans.len; i++)
        if (thumb->spans.items[i].look == look) return true;
    return false;
}

static void test_a_thumbnail_is_true(void **state) {
    (void)state;
    Thumbnail thumb = {0};
    make_thumb(&thumb, "import asyncio\n"
                       "async def nap(n):\n    await asyncio.sleep(n)\n"
                       "async def main():\n    await asyncio.gather(nap(3), nap(2), nap(1))\n"
                       "asyncio.run(main())\n");
    assert_int_equal(thumb.lanes, 3); /* the dishes, without main */
    float three = share_of(&thumb, 0, LOOK_ASLEEP), one = share_of(&thumb, 2, LOOK_ASLEEP);
    assert_true(three > 2 * one && three < 4 * one); /* turns of others lie within */
    make_thumb(&thumb, "import asyncio, time\n"
                       "async def bad():\n    time.sleep(2)\n    raise ValueError\n"
                       "async def main():\n    await asyncio.gather(bad(), return_exceptions=True)\n"
                       "asyncio.run(main())\n");
    assert_true(share_of(&thumb, 1, LOOK_BLOCKED) > 0.5f);
    assert_true(shows(&thumb, LOOK_FAILED));
    thumbnail_deinit(&thumb);
}

static void test_a_thumbnail_shows_what_is_rare(void **state) {
    (void)state;
    Thumbnail thumb = {0};
    make_thumb(&thumb, "import asyncio\n"
                       "lock = asyncio.Lock()\n"
                       "async def nap():\n    await asyncio.sleep(1)\n"
                       "async def cut():\n    async with lock:\n        await asyncio.sleep(1)\n"
                       "async def main():\n"
                       "    await asyncio.gather(*(nap() for _ in range(9)), cut(), cut())\n"
                       "asyncio.run(main())\n");
    assert_int_equal(thumb.lanes, THUMB_LANES);
    assert_true(shows(&thumb, LOOK_LOCK));
    thumbnail_deinit(&thumb);
}

static void test_a_thumbnail_of_no_end_and_of_no_task(void **state) {
    (void)state;
    Thumbnail thumb = {0};
    make_thumb(&thumb, "import asyncio\n"
                       "async def main():\n    while True:\n        await asyncio.sleep(1)\n"
                       "asyncio.run(main())\n");
    assert_int_equal(thumb.lanes, 1);
    assert_true(shows(&thumb, LOOK_ASLEEP) && thumb.spans.len < 200);
    make_thumb(&thumb, "print('no task at all')\n");
    assert_int_equal(thumb.spans.len, 0);
    make_thumb(&thumb, "import asyncio\n"
                       "async def main():\n    await asyncio.Event().wait()\n"
                       "asyncio.run(main())\n");
    assert_true(share_of(&thumb, 0, LOOK_EVENT) > 0.1f); /* who waits for ever is seen to */
    thumbnail_deinit(&thumb);
}

/* --- folding ------------------------------------------------------------------------------------------ */

static void assert_fold(const char *text, const char *expected) {
    Buf out = {0};
    fold_add(&out, text, strlen(text));
    assert_string_equal(buf_cstr(&out), expected);
    buf_deinit(&out);
}

static void test_letters_fold(void **state) {
    (void)state;
    assert_fold("Étaler la PÂTE à l’œuf", "etaler la pate a l'oeuf");
    assert_fold("ŁÓDŹ ß 漢 ×", "lodz ss 漢 ×");
    assert_true(fold_has_words("the knife and the board", " board  kni "));
    assert_false(fold_has_words("the knife and the board", "knife fork"));
    assert_true(fold_has_words("", "  "));
    assert_true(fold_has_words("asyncio.lock()", "lock"));
    assert_false(fold_has_words("the loop is blocked", "lock")); /* short: only where a word begins */
    assert_true(fold_has_words("a boundedsemaphore", "semaphore"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_cards_stand_under_their_chapters, open_desk, close_desk),
        cmocka_unit_test_setup_teardown(test_it_fits_any_window, open_desk, close_desk),
        cmocka_unit_test_setup_teardown(test_arrows_walk_in_two_directions, open_desk, close_desk),
        cmocka_unit_test_setup_teardown(test_typing_searches, open_desk, close_desk),
        cmocka_unit_test_setup_teardown(test_some_keys_are_not_for_the_search, open_desk, close_desk),
        cmocka_unit_test_setup_teardown(test_a_path_opens, open_desk, close_desk),
        cmocka_unit_test_setup_teardown(test_clicks, open_desk, close_desk),
        cmocka_unit_test_setup_teardown(test_an_empty_gallery_says_so, open_desk, close_desk),
        cmocka_unit_test_setup_teardown(test_a_monkey, open_desk, close_desk),
        cmocka_unit_test(test_a_thumbnail_is_true),
        cmocka_unit_test(test_a_thumbnail_shows_what_is_rare),
        cmocka_unit_test(test_a_thumbnail_of_no_end_and_of_no_task),
        cmocka_unit_test(test_letters_fold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
