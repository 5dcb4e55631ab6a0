/* Where the program finds what belongs to it, and where it keeps what belongs to the user. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "desk/places.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_there(const char *folder, const char *name) {
    char *path = places_join(folder, name);
    bool there = access(path, R_OK) == 0;
    mem_free(path);
    return there;
}

static void test_found_from_any_folder(void **state) {
    (void)state;
    char here[4096];
    assert_non_null(getcwd(here, sizeof here));
    assert_int_equal(chdir("/"), 0);
    Places p;
    places_find(&p, "toque");
    assert_true(is_there(p.assets, "fonts/OFL-Inter.txt"));
    assert_true(is_there(p.assets, "sprites/toque.svg"));
    assert_true(is_there(p.scenarios, "01_chef_and_three_dishes.py"));
    places_deinit(&p);
    assert_int_equal(chdir(here), 0);
}

static void test_the_users_own_is_where_the_system_says(void **state) {
    (void)state;
    char folder[] = "/tmp/toque-places-XXXXXX";
    assert_non_null(mkdtemp(folder));
    setenv("XDG_DATA_HOME", folder, 1);
    Places p;
    places_find(&p, NULL);
    assert_int_equal(strncmp(p.prefs, folder, strlen(folder)), 0);
    assert_true(is_there(folder, "toque"));
    assert_false(is_there(p.prefs, "scenarios")); /* nothing is made before it is needed */
    assert_true(places_make_own(&p));
    assert_true(places_make_own(&p)); /* it is there already */
    assert_true(is_there(p.prefs, "scenarios"));
    rmdir(p.own);
    rmdir(p.prefs);
    rmdir(folder);
    places_deinit(&p);
    places_deinit(&p);
}

static void test_no_place_to_write_is_no_trouble(void **state) {
    (void)state;
    setenv("XDG_DATA_HOME", "/dev/null/none", 1);
    Places p;
    places_find(&p, NULL);
    assert_string_equal(p.prefs, "");
    assert_string_equal(p.own, "");
    assert_false(places_make_own(&p));
    assert_true(is_there(p.assets, "fonts"));
    places_deinit(&p);
}

static void assert_typed(const char *text, const char *path) {
    Buf out = {0};
    places_typed(text, &out);
    assert_string_equal(buf_cstr(&out), path);
    buf_deinit(&out);
}

static void test_paths_as_they_are_typed(void **state) {
    (void)state;
    setenv("HOME", "/home/ada", 1);
    assert_typed("lesson.py", "lesson.py");
    assert_typed("  /a b/c.py ", "/a b/c.py");
    assert_typed("~/lesson.py", "/home/ada/lesson.py");
    assert_typed("~ada/lesson.py", "~ada/lesson.py"); /* no home but one's own is known */
    assert_typed("file:///tmp/a.py", "/tmp/a.py");
    assert_typed("", "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_found_from_any_folder),
        cmocka_unit_test(test_the_users_own_is_where_the_system_says),
        cmocka_unit_test(test_paths_as_they_are_typed),
        cmocka_unit_test(test_no_place_to_write_is_no_trouble),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
