/* The library finds what can be opened, knows it at once, and learns what a run shows bit by bit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/fold.h"
#include "base/mem.h"
#include "desk/library.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BUDGET = 100000, SLICES_MOST = 10000 };

typedef struct Shelf {
    char folder[32];
    Places places;
    Library *library;
    char *recent[3];
    int recents;
} Shelf;

static char *put(const Shelf *s, const char *name, const char *text) {
    char *path = places_join(s->folder, name);
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    fputs(text, f);
    fclose(f);
    return path;
}

static void put_away(char *path) {
    unlink(path);
    mem_free(path);
}

static int open_shelf(void **state) {
    Shelf *s = calloc(1, sizeof *s);
    strcpy(s->folder, "/tmp/toque-library-XXXXXX");
    assert_non_null(mkdtemp(s->folder));
    places_find(&s->places, NULL);
    mem_free(s->places.own); /* nobody's own files but ours */
    s->places.own = mem_strndup(s->folder, strlen(s->folder));
    s->library = library_new(LANG_EN);
    *state = s;
    return 0;
}

static int close_shelf(void **state) {
    Shelf *s = *state;
    library_free(s->library);
    places_deinit(&s->places);
    int left = rmdir(s->folder);
    free(s);
    return left;
}

static void scan(Shelf *s) {
    library_scan(s->library, &s->places, s->recent, s->recents);
}

static void learn(Shelf *s) {
    int slices = 0;
    while (library_advance(s->library, BUDGET)) assert_true(slices++ < SLICES_MOST);
}

static const GalleryCard *card_titled(const Shelf *s, const char *title) {
    uint32_t count;
    const GalleryCard *cards = library_cards(s->library, &count);
    for (uint32_t i = 0; i < count; i++)
        if (strcmp(cards[i].title, title) == 0) return &cards[i];
    return NULL;
}

static uint32_t count_of(const Shelf *s) {
    uint32_t count;
    library_cards(s->library, &count);
    return count;
}

static void test_what_comes_with_the_program(void **state) {
    Shelf *s = *state;
    scan(s);
    uint32_t count, chapters = 0;
    const GalleryCard *cards = library_cards(s->library, &count);
    assert_true(count >= 12);
    for (uint32_t i = 0; i < count; i++) { /* all that the gallery says is known at once */
        assert_true(cards[i].title && cards[i].about && cards[i].chapter && cards[i].words);
        assert_in_range(cards[i].level, 1, 3);
        assert_int_equal(cards[i].langs, 1u << LANG_EN | 1u << LANG_FR);
        assert_true(!cards[i].own && !cards[i].problem);
        chapters += i == 0 || strcmp(cards[i].chapter, cards[i - 1].chapter) != 0;
    }
    assert_int_equal(chapters, 4); /* each of them in one piece */
    assert_string_equal(cards[0].title, "The chef and three dishes");
    assert_string_equal(cards[0].chapter, "One chef, many dishes");
    assert_string_equal(cards[0].chapter_about, "coroutines, tasks, gather");
    learn(s);
    cards = library_cards(s->library, &count);
    for (uint32_t i = 0; i < count; i++) {
        assert_true(cards[i].solved);
        assert_true(cards[i].thumb && cards[i].thumb->lanes > 0 && cards[i].thumb->spans.len > 0);
    }
    assert_true(fold_has_words(cards[0].words, "three dishes") && fold_has_words(cards[0].words, "gather"));
    assert_false(fold_has_words(cards[0].words, "trois"));
    uint32_t deadlocks = 0; /* what a chapter says of itself is not said of each file */
    for (uint32_t i = 0; i < count; i++) deadlocks += fold_has_words(cards[i].words, "deadlock");
    assert_int_equal(deadlocks, 1);
    library_speak(s->library, LANG_FR);
    cards = library_cards(s->library, &count);
    assert_string_equal(cards[0].title, "Le chef et trois plats");
    assert_string_equal(cards[0].chapter, "Un chef, plusieurs plats");
    assert_string_equal(cards[0].chapter_about, "coroutines, tâches, gather");
    assert_true(fold_has_words(cards[0].words, "trois plats"));
    assert_true(cards[0].solved); /* it was not forgotten */
}

static void test_the_users_own_come_first(void **state) {
    Shelf *s = *state;
    char *b = put(s, "b.py", "#: title B\nprint('b')\n"), *a = put(s, "a.py", "print('a')\n");
    char *other = put(s, "notes.txt", "no scenario"), *hidden = put(s, ".c.py", "print('c')\n");
    s->recent[s->recents++] = b;
    s->recent[s->recents++] = places_join(s->places.scenarios, "02_one_after_the_other.py"); /* no twin */
    s->recent[s->recents++] = places_join(s->folder, "gone.py");
    scan(s);
    uint32_t count;
    const GalleryCard *cards = library_cards(s->library, &count);
    assert_string_equal(cards[0].title, "B"); /* opened last */
    assert_string_equal(cards[1].title, "a.py");
    assert_string_equal(cards[2].title, "The chef and three dishes");
    assert_true(cards[0].own && cards[1].own && !cards[2].own);
    assert_null(cards[0].chapter);
    learn(s);
    assert_false(card_titled(s, "B")->solved); /* it expects nothing */
    mem_free(s->recent[1]);
    mem_free(s->recent[2]);
    put_away(hidden);
    put_away(other);
    put_away(a);
    put_away(b);
    s->recents = 0;
    scan(s);
    assert_int_equal(count_of(s), count - 2);
}

static void test_what_cannot_be_run_says_why(void **state) {
    Shelf *s = *state;
    char *broken = put(s, "broken.py", "#: title Broken\nprint((1)\n");
    char *binary = put(s, "binary.py", "\xFF\xFE\x01");
    char *large = put(s, "large.py", "#: title Large\nprint(1)\n");
    assert_int_equal(truncate(large, 11 << 20), 0);
    scan(s);
    learn(s);
    assert_string_equal(card_titled(s, "Broken")->problem, "Line 2: The bracket '(' is never closed.");
    assert_non_null(strstr(card_titled(s, "binary.py")->problem, "UTF-16"));
    assert_non_null(card_titled(s, "large.py")->problem);
    library_speak(s->library, LANG_FR);
    learn(s);
    assert_int_equal(strncmp(card_titled(s, "Broken")->problem, "Ligne 2 : ", 10), 0);
    put_away(broken);
    broken = put(s, "broken.py", "#: title Mended | fr: Réparé\n#: expect time < 1\nprint(1)\n");
    scan(s);
    learn(s);
    assert_null(card_titled(s, "Réparé")->problem);
    assert_true(card_titled(s, "Réparé")->solved);
    put_away(large);
    put_away(binary);
    put_away(broken);
}

/* Neither a program without end nor one that eats memory holds the gallery up. */
static void test_every_run_is_bounded(void **state) {
    Shelf *s = *state;
    char *endless = put(s, "endless.py", "#: title Endless\n#: expect time < 9\nwhile True:\n    pass\n");
    char *sleepy = put(s, "sleepy.py",
                       "#: title Sleepy\n#: expect time < 9\nimport asyncio\nasync def main():\n"
                       "    while True:\n        await asyncio.sleep(1)\nasyncio.run(main())\n");
    char *hungry = put(s, "hungry.py", "#: title Hungry\na = []\nwhile True:\n    a.append('x' * 10000)\n");
    char *other = put(s, "other.py", "#: title Other\n#: expect output equals \"2\"\nprint(1)\n");
    scan(s);
    learn(s);
    assert_false(card_titled(s, "Endless")->solved);
    assert_false(card_titled(s, "Sleepy")->solved);
    assert_false(card_titled(s, "Other")->solved);
    assert_true(card_titled(s, "Sleepy")->thumb->spans.len > 0);
    assert_non_null(card_titled(s, "Hungry")->thumb);
    put_away(endless);
    put_away(sleepy);
    put_away(hungry);
    put_away(other);
}

static void test_no_folder_is_no_trouble(void **state) {
    Shelf *s = *state;
    Places none = {.assets = (char[]){""},
                   .scenarios = (char[]){"/no such folder"},
                   .own = (char[]){""},
                   .prefs = (char[]){""}};
    library_scan(s->library, &none, NULL, 0);
    assert_int_equal(count_of(s), 0);
    assert_false(library_advance(s->library, BUDGET));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_what_comes_with_the_program, open_shelf, close_shelf),
        cmocka_unit_test_setup_teardown(test_the_users_own_come_first, open_shelf, close_shelf),
        cmocka_unit_test_setup_teardown(test_what_cannot_be_run_says_why, open_shelf, close_shelf),
        cmocka_unit_test_setup_teardown(test_every_run_is_bounded, open_shelf, close_shelf),
        cmocka_unit_test_setup_teardown(test_no_folder_is_no_trouble, open_shelf, close_shelf),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
