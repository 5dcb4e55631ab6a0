/* Preferences come back as they were left, and no file, however damaged, keeps the program from
 * starting. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/msg.h"
#include "desk/places.h"
#include "desk/preferences.h"
#include "model/steps.h"
#include "view/theme.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/toque-preferences-XXXXXX";

static int make_folder(void **state) {
    (void)state;
    return mkdtemp(folder) ? 0 : 1;
}

static int remove_folder(void **state) {
    (void)state;
    char *path = places_join(folder, "preferences");
    unlink(path);
    mem_free(path);
    return rmdir(folder); /* nothing else is left in it */
}

static void put(const char *text, size_t len) {
    char *path = places_join(folder, "preferences");
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    fwrite(text, 1, len, f);
    fclose(f);
    mem_free(path);
}

static void load(Preferences *p, const char *text, size_t len) {
    put(text, len);
    preferences_init(p);
    preferences_load(p, folder);
}

static void assert_same(const Preferences *a, const Preferences *b) {
    Buf x = {0}, y = {0};
    preferences_write(a, &x);
    preferences_write(b, &y);
    assert_string_equal(buf_cstr(&x), buf_cstr(&y));
    buf_deinit(&x);
    buf_deinit(&y);
}

static void assert_defaults(const char *text, size_t len) {
    Preferences p, fresh;
    preferences_init(&fresh);
    load(&p, text, len);
    assert_same(&p, &fresh);
    preferences_deinit(&p);
    preferences_deinit(&fresh);
}

static void test_comes_back_as_it_was_left(void **state) {
    (void)state;
    Preferences p, back;
    preferences_init(&p);
    assert_int_equal(p.step, STEP_TURN);
    p.theme = THEME_CONTRAST;
    p.language = 1 + LANG_FR;
    p.text = 2.25f;
    p.still = true;
    p.speed = 7;
    p.code_share = 0.4321f;
    p.window_width = 3840;
    preferences_opened(&p, "/home/ada/my lesson.py");
    preferences_opened(&p, "/home/ada/été.py");
    preferences_opened(&p, "/home/ada/my lesson.py");
    assert_true(preferences_save(&p, folder));
    preferences_init(&back);
    preferences_load(&back, folder);
    assert_same(&p, &back);
    assert_int_equal(back.recent_count, 2);
    assert_string_equal(back.recent[0], "/home/ada/my lesson.py");
    assert_string_equal(back.recent[1], "/home/ada/été.py");
    preferences_forget(&back, "/home/ada/my lesson.py");
    assert_int_equal(back.recent_count, 1);
    preferences_deinit(&p);
    preferences_deinit(&back);
}

static void test_every_language_and_theme_has_a_word(void **state) {
    (void)state;
    Preferences p, back;
    for (int lang = 0; lang < LANG_COUNT; lang++)
        for (int theme = 0; theme < THEME_COUNT; theme++) {
            preferences_init(&p);
            preferences_init(&back);
            p.language = 1 + lang;
            p.theme = theme;
            Buf text = {0};
            preferences_write(&p, &text);
            preferences_read(&back, text.data, text.len);
            assert_same(&p, &back);
            assert_int_equal(back.language, 1 + lang);
            buf_deinit(&text);
        }
}

static void test_only_what_is_damaged_is_lost(void **state) {
    (void)state;
    static const char text[] = "theme dark\n"
                               "language klingon\n"
                               "text 1.5 and more\n"
                               "code_share nan\n"
                               "timeline_share 1e30\n"
                               "code_share -1\n"
                               "window_width\n"
                               "window_height \n"
                               "speed 16\r\n"
                               "fullscreen maybe\n"
                               "no_such_thing 3\n"
                               "  \n"
                               "theme\n"
                               "recent\n"
                               "recent a\xFFz\n"
                               "still   yes   \n"
                               "vocabulary asyncio";
    Preferences p, like;
    load(&p, text, sizeof text - 1);
    preferences_init(&like);
    like.theme = THEME_DARK;
    like.speed = 7;
    like.still = true;
    like.vocabulary = 1;
    assert_same(&p, &like);
    assert_int_equal(p.recent_count, 0);
    preferences_deinit(&p);
}

static void test_rubbish_is_passed_over(void **state) {
    (void)state;
    enum { SIZE = 3 << 20 };
    char *much = mem_alloc(SIZE);
    memset(much, 'x', SIZE);
    assert_defaults(much, SIZE); /* one endless line */
    memset(much, '\n', SIZE);
    assert_defaults(much, SIZE);
    memset(much, 0, SIZE);
    assert_defaults(much, SIZE);
    uint32_t seed = 7;
    for (size_t i = 0; i < SIZE; i++) much[i] = (char)((seed = seed * 1664525u + 1013904223u) >> 24);
    assert_defaults(much, SIZE);
    mem_free(much);
    assert_defaults("", 0);
    assert_defaults("theme dark\0\n", 12);
}

/* Each byte of a good file changed to others: it is read, and what is read can be written. */
static void test_any_damage_can_be_read(void **state) {
    (void)state;
    Preferences p, other;
    preferences_init(&p);
    preferences_opened(&p, "/home/ada/lesson.py");
    Buf good = {0};
    preferences_write(&p, &good);
    for (size_t i = 0; i < good.len; i++)
        for (int with = 0; with < 256; with += 5) {
            char kept = good.data[i];
            good.data[i] = (char)with;
            preferences_init(&other);
            preferences_read(&other, good.data, good.len);
            assert_in_range(other.theme, 0, THEME_COUNT - 1);
            assert_true(other.text >= 1 && other.text <= TEXT_SCALE_MOST);
            preferences_deinit(&other);
            good.data[i] = kept;
        }
    buf_deinit(&good);
    preferences_deinit(&p);
}

static void test_recent_files_are_bounded(void **state) {
    (void)state;
    Preferences p;
    char name[32];
    preferences_init(&p);
    for (int i = 0; i < 3 * RECENT_MOST; i++) {
        snprintf(name, sizeof name, "/lesson-%d.py", i);
        preferences_opened(&p, name);
    }
    preferences_opened(&p, "/two\nlines.py");
    preferences_opened(&p, "");
    preferences_opened(&p, p.recent[2]);
    assert_int_equal(p.recent_count, RECENT_MOST);
    snprintf(name, sizeof name, "/lesson-%d.py", 3 * RECENT_MOST - 3);
    assert_string_equal(p.recent[0], name);
    preferences_deinit(&p);
}

static void test_a_folder_that_cannot_be_written(void **state) {
    (void)state;
    Preferences p;
    preferences_init(&p);
    assert_false(preferences_save(&p, ""));
    assert_false(preferences_save(&p, "/dev/null"));
    preferences_load(&p, "");
    preferences_load(&p, "/dev/null");
    preferences_load(&p, "/no such folder");
    preferences_deinit(&p);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_comes_back_as_it_was_left),
        cmocka_unit_test(test_every_language_and_theme_has_a_word),
        cmocka_unit_test(test_only_what_is_damaged_is_lost),
        cmocka_unit_test(test_rubbish_is_passed_over),
        cmocka_unit_test(test_any_damage_can_be_read),
        cmocka_unit_test(test_recent_files_are_bounded),
        cmocka_unit_test(test_a_folder_that_cannot_be_written),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
