/* Texts in several languages, the words that were meant, and where lines begin. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/diag.h"
#include "base/hash.h"
#include "base/utf8.h"

#include <string.h>

static void test_languages(void **state) {
    (void)state;
    assert_int_equal(lang_from_name("fr"), LANG_FR);
    assert_int_equal(lang_from_name("fr_CA.UTF-8"), LANG_FR);
    assert_int_equal(lang_from_name("frr_DE"), LANG_EN);
    assert_int_equal(lang_from_name("C"), LANG_EN);
    assert_int_equal(lang_from_name(NULL), LANG_EN);
    assert_true(lang_is_known("en"));
    assert_false(lang_is_known("fr_FR"));
    assert_string_equal(lang_name(LANG_FR), "fr");
}

static void test_message_takes_its_arguments(void **state) {
    (void)state;
    Buf out = {0};
    msg_format(&out, LANG_EN, MSG_CLI_VALUE_MISSING, (const char *const[]){"--seed", "{0}"}, 2);
    assert_string_equal(buf_cstr(&out), "toque: --seed needs a value: --seed {0}");
    buf_deinit(&out);
}

static void test_number_has_the_point_of_its_language(void **state) {
    (void)state;
    Buf out = {0};
    msg_number(&out, LANG_EN, 2.65, 1);
    buf_addc(&out, ' ');
    msg_number(&out, LANG_FR, -0.5, 2);
    buf_addc(&out, ' ');
    msg_number(&out, LANG_FR, 12.6, 0);
    assert_string_equal(buf_cstr(&out), "2.6 -0,50 13"); /* 2.65 is a little less */
    buf_deinit(&out);
}

static void test_no_text_is_empty(void **state) {
    (void)state;
    for (int lang = 0; lang < LANG_COUNT; lang++)
        for (int id = 1; id < MSG_COUNT; id++) assert_true(strlen(msg_text((Lang)lang, (MsgId)id)) > 0);
}

static const char *nearest(const char *word) {
    static const char *const words[] = {"print", "range", "random", "asyncio", "time", "len", "x"};
    return nearest_word(word, words, sizeof words / sizeof *words);
}

static void test_nearest_word(void **state) {
    (void)state;
    assert_string_equal(nearest("pritn"), "print");
    assert_string_equal(nearest("asynico"), "asyncio");
    assert_string_equal(nearest("Range"), "range");
    assert_string_equal(nearest("tim"), "time");
    assert_null(nearest("banana"));
    assert_null(nearest("print")); /* what is written is not what was meant */
}

static void test_lines_of_all_systems(void **state) {
    (void)state;
    const char text[] = "\xEF\xBB\xBF"
                        "a\r\nb\rc\n";
    Source s;
    source_init(&s, "x", text, sizeof text - 1);
    assert_string_equal(s.text, "a\nb\nc\n");
    assert_int_equal(source_line_of(&s, 4), 3);
    source_deinit(&s);
}

static void test_columns_count_code_points(void **state) {
    (void)state;
    Source s;
    source_init(&s, "x", "é = 日本", strlen("é = 日本"));
    assert_int_equal(source_position(&s, 5).column, 5);
    assert_int_equal(source_position(&s, 8).column, 6);
    source_deinit(&s);
}

static void test_utf8_is_strict(void **state) {
    (void)state;
    assert_int_equal(utf8_check("ab\xC3\xA9", 4), 4);
    assert_int_equal(utf8_check("ab\xC0\x80", 4), 2);       /* overlong */
    assert_int_equal(utf8_check("\xED\xA0\x80", 3), 0);     /* a surrogate */
    assert_int_equal(utf8_check("\xF4\x90\x80\x80", 4), 0); /* above the last */
    assert_int_equal(utf8_check("x\xE6\x97", 3), 1);        /* cut off */
}

static void test_hash_is_cpythons(void **state) {
    (void)state;
    /* hash('abc') under PYTHONHASHSEED=0. */
    assert_int_equal(hash_sip13("abc", 3), (uint64_t)-4594863902769663758);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_languages),
        cmocka_unit_test(test_message_takes_its_arguments),
        cmocka_unit_test(test_number_has_the_point_of_its_language),
        cmocka_unit_test(test_no_text_is_empty),
        cmocka_unit_test(test_nearest_word),
        cmocka_unit_test(test_lines_of_all_systems),
        cmocka_unit_test(test_columns_count_code_points),
        cmocka_unit_test(test_utf8_is_strict),
        cmocka_unit_test(test_hash_is_cpythons),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
