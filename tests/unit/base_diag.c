/* Diagnostics as a person reads them: the excerpt with its carets, whatever is in the line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/diag.h"

#include <string.h>

static char *print(const char *text, Span span, Span also, Lang lang, Buf *out) {
    Source s;
    Diags d = {0};
    source_init(&s, "lesson.py", text, strlen(text));
    Diag *diag = diag_error(&d, span, MSG_FILE_ENCODING, "0xE9", NULL);
    diag_hint(&d, diag, MSG_CLI_MEANT, "that", NULL);
    if (also.end) diag_also(diag, also);
    diags_print(&d, &s, lang, out);
    diags_deinit(&d);
    source_deinit(&s);
    return buf_cstr(out);
}

/* The two lines of the excerpt alone. */
static void assert_excerpt(const char *text, Span span, const char *want) {
    Buf out = {0};
    char *got = strchr(print(text, span, (Span){0}, LANG_EN, &out), '\n') + 1;
    char *end = strstr(got, "\n  help:");
    assert_non_null(end);
    end[1] = '\0';
    assert_string_equal(got, want);
    buf_deinit(&out);
}

static void test_whole(void **state) {
    (void)state;
    Buf out = {0};
    print("a\nif x == 3\n", (Span){5, 6}, (Span){0}, LANG_EN, &out);
    assert_string_equal(
        buf_cstr(&out),
        "lesson.py:2:4: error: The text is not valid UTF-8 here (byte 0xE9). Save the file as "
        "UTF-8 in your editor.\n"
        "    2 | if x == 3\n"
        "      |    ^\n"
        "  help: Did you mean 'that'?\n");
    buf_deinit(&out);
}

static void test_french(void **state) {
    (void)state;
    Buf out = {0};
    char *text = print("x", (Span){0, 1}, (Span){0}, LANG_FR, &out);
    assert_non_null(strstr(text, "lesson.py:1:1: erreur : Ici"));
    assert_non_null(strstr(text, "\n  aide : "));
    buf_deinit(&out);
}

static void test_second_place(void **state) {
    (void)state;
    Buf out = {0};
    char *text = print("f(1,\n  2\n", (Span){7, 8}, (Span){1, 2}, LANG_EN, &out);
    assert_non_null(strstr(text, "    2 |   2\n"
                                 "      |   ^\n"
                                 "  it has to do with line 1, column 2:\n"
                                 "    1 | f(1,\n"
                                 "      |  ^\n"));
    buf_deinit(&out);
}

static void test_span(void **state) {
    (void)state;
    assert_excerpt("print(total)", (Span){6, 11}, "    1 | print(total)\n      |       ^^^^^\n");
}

static void test_span_over_lines_stops_at_the_end_of_the_first(void **state) {
    (void)state;
    assert_excerpt("f(a,\nb)", (Span){1, 7}, "    1 | f(a,\n      |  ^^^\n");
}

static void test_end_of_line(void **state) {
    (void)state;
    assert_excerpt("if x\n  y", (Span){4, 4}, "    1 | if x\n      |     ^\n");
}

static void test_end_of_file(void **state) {
    (void)state;
    assert_excerpt("x", (Span){1, 1}, "    1 | x\n      |  ^\n");
    assert_excerpt("", (Span){0, 0}, "    1 | \n      | ^\n");
}

static void test_tab(void **state) {
    (void)state;
    assert_excerpt("\tx = 1", (Span){1, 2}, "    1 |     x = 1\n      |     ^\n");
}

static void test_wide(void **state) {
    (void)state;
    assert_excerpt("\"日本\" x", (Span){9, 10}, "    1 | \"日本\" x\n      |        ^\n");
}

static void test_control_characters_are_not_sent_to_the_terminal(void **state) {
    (void)state;
    assert_excerpt("a\x1b[2J b", (Span){6, 7}, "    1 | a\xEF\xBF\xBD[2J b\n      |       ^\n");
}

static void test_long_line_is_cut_around_the_place(void **state) {
    (void)state;
    enum { LONG = 1000000 };
    char *text = mem_alloc(LONG + 1);
    memset(text, 'a', LONG);
    text[LONG] = '\0';
    text[500000] = '!';
    Buf out = {0};
    char *line = strchr(print(text, (Span){500000, 500001}, (Span){0}, LANG_EN, &out), '\n') + 1;
    char *carets = strchr(line, '\n') + 1;
    assert_true(carets - line < 120);
    assert_non_null(strstr(line, "    1 | …a"));
    /* The ellipsis is three bytes and one column. */
    assert_int_equal(strchr(line, '!') - line - 2, strchr(carets, '^') - carets);
    buf_deinit(&out);
    mem_free(text);
}

static void test_no_more_than_the_limit_are_kept(void **state) {
    (void)state;
    Source s;
    Diags d = {0};
    Buf out = {0};
    source_init(&s, "x.py", "x", 1);
    for (int i = 0; i < DIAG_LIMIT + 7; i++)
        diag_hint(&d, diag_error(&d, (Span){0, 1}, MSG_CLI_MEANT, "a", NULL), MSG_CLI_MEANT, "b", NULL);
    assert_int_equal(d.list.len, DIAG_LIMIT);
    assert_int_equal(d.errors, DIAG_LIMIT + 7);
    diags_print(&d, &s, LANG_EN, &out);
    assert_non_null(strstr(buf_cstr(&out), "And 7 more"));
    buf_deinit(&out);
    diags_deinit(&d);
    source_deinit(&s);
}

static void test_sorted_by_place(void **state) {
    (void)state;
    Diags d = {0};
    diag_error(&d, (Span){5, 6}, MSG_CLI_MEANT, "late", NULL);
    diag_error(&d, (Span){2, 3}, MSG_CLI_MEANT, "first", NULL);
    diag_error(&d, (Span){2, 3}, MSG_CLI_MEANT, "second", NULL);
    diags_sort(&d);
    assert_string_equal(d.list.items[0].text.args[0], "first");
    assert_string_equal(d.list.items[1].text.args[0], "second");
    assert_string_equal(d.list.items[2].text.args[0], "late");
    diags_deinit(&d);
}

static void test_endless_argument_is_cut(void **state) {
    (void)state;
    Diags d = {0};
    char name[1000];
    memset(name, 'x', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    diag_error(&d, (Span){0, 1}, MSG_CLI_MEANT, name, NULL);
    assert_int_equal(strlen(d.list.items[0].text.args[0]), 100 + strlen("…"));
    diags_deinit(&d);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_whole),
        cmocka_unit_test(test_french),
        cmocka_unit_test(test_second_place),
        cmocka_unit_test(test_span),
        cmocka_unit_test(test_span_over_lines_stops_at_the_end_of_the_first),
        cmocka_unit_test(test_end_of_line),
        cmocka_unit_test(test_end_of_file),
        cmocka_unit_test(test_tab),
        cmocka_unit_test(test_wide),
        cmocka_unit_test(test_control_characters_are_not_sent_to_the_terminal),
        cmocka_unit_test(test_long_line_is_cut_around_the_place),
        cmocka_unit_test(test_no_more_than_the_limit_are_kept),
        cmocka_unit_test(test_sorted_by_place),
        cmocka_unit_test(test_endless_argument_is_cut),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
