/* Depth and length: limits are told, and nothing takes more than linear time or the stack. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lang/lang.h"

static void repeat(Buf *out, const char *text, int times) {
    for (int i = 0; i < times; i++) buf_adds(out, text);
}

/* The first error of a text, which is emptied. */
static MsgId read_text(Buf *text) {
    Source source;
    Module m;
    Diags diags = {0};
    source_init(&source, "test.py", text->data, text->len);
    lang_parse(&m, &source, NULL, &diags);
    MsgId msg = diags.errors > 0 ? diags.list.items[0].text.msg : MSG_NONE;
    lang_deinit(&m);
    diags_deinit(&diags);
    source_deinit(&source);
    buf_clear(text);
    return msg;
}

static void check(const char *before, const char *part, int times, const char *after, MsgId want) {
    Buf text = {0};
    buf_adds(&text, before);
    repeat(&text, part, times);
    buf_adds(&text, after);
    assert_string_equal(msg_key(read_text(&text)), msg_key(want));
    buf_deinit(&text);
}

static void nest(const char *open, const char *close, int depth, MsgId want) {
    Buf text = {0};
    buf_adds(&text, "x = ");
    repeat(&text, open, depth);
    buf_adds(&text, "1");
    repeat(&text, close, depth);
    assert_string_equal(msg_key(read_text(&text)), msg_key(want));
    buf_deinit(&text);
}

static void test_brackets(void **state) {
    (void)state;
    nest("(", ")", 200, MSG_NONE);
    nest("(", ")", 201, MSG_BRACKETS_TOO_DEEP);
    nest("[", "]", 10000, MSG_BRACKETS_TOO_DEEP);
    nest("{1: ", "}", 200, MSG_NONE);
    nest("f(", ")", 200, MSG_NONE);
    check("", "(", 100000, "", MSG_BRACKETS_TOO_DEEP);
}

static void test_chains(void **state) {
    (void)state;
    check("a", ".b", 1000, "", MSG_NONE);
    check("a", ".b", 10000, "", MSG_TOO_DEEP);
    check("a", "()", 10000, "", MSG_TOO_DEEP);
    check("a", "[0]", 10000, "", MSG_TOO_DEEP);
    check("x = 1", " + 1", 1000, "", MSG_NONE);
    check("x = 1", " + 1", 10000, "", MSG_TOO_DEEP);
    check("match x:\n  case a", ".b", 10000, ": pass", MSG_TOO_DEEP);
    /* Flat lists have no limit. */
    check("x = 1", " and 1", 10000, "", MSG_NONE);
    check("x = 1", " < 1", 10000, "", MSG_NONE);
    check("x = ", "'a' ", 10000, "", MSG_NONE);
    check("", "a = ", 10000, "1", MSG_NONE);
}

static void test_prefixes(void **state) {
    (void)state;
    check("x = ", "-", 100, "1", MSG_NONE);
    check("x = ", "- ", 10000, "1", MSG_TOO_DEEP);
    check("x = ", "not ", 10000, "1", MSG_TOO_DEEP);
    check("x = ", "lambda: ", 10000, "1", MSG_TOO_DEEP);
    check("x = 1", " ** 1", 10000, "", MSG_TOO_DEEP);
    check("x = ", "1 if 1 else ", 10000, "1", MSG_TOO_DEEP);
    check("*", "*", 10000, "", MSG_UNEXPECTED);
}

static void test_blocks(void **state) {
    (void)state;
    check("if x: pass\n", "elif x: pass\n", 900, "", MSG_NONE);
    check("if x: pass\n", "elif x: pass\n", 100000, "", MSG_TOO_DEEP);
    Buf text = {0};
    for (int depth = 98; depth <= 120; depth += 22) {
        for (int i = 0; i <= depth; i++) {
            repeat(&text, " ", i);
            buf_adds(&text, i < depth ? "if x:\n" : "pass\n");
        }
        assert_int_equal(read_text(&text), depth < 100 ? MSG_NONE : MSG_INDENT_TOO_DEEP);
    }
    buf_deinit(&text);
}

static void test_long_texts(void **state) {
    (void)state;
    check("x = ", "a", 1000000, "", MSG_NONE);
    check("x = '", "a", 1000000, "'", MSG_NONE);
    check("x = [", "1, ", 300000, "]", MSG_NONE);
    check("f(", "a, ", 300000, ")", MSG_NONE);
    check("", "x = 1\n", 300000, "", MSG_NONE);
    check("", "\n", 1000000, "", MSG_NONE);
    check("# ", "a", 1000000, "", MSG_NONE);
}

static void test_many_names(void **state) {
    (void)state;
    Buf text = {0};
    for (int i = 0; i < 50000; i++) buf_printf(&text, "name%d = %d\n", i, i);
    assert_int_equal(read_text(&text), MSG_NONE);
    buf_adds(&text, "f(");
    for (int i = 0; i < 50000; i++) buf_printf(&text, "name%d=1, ", i);
    buf_adds(&text, ")");
    assert_int_equal(read_text(&text), MSG_NONE);
    buf_deinit(&text);
}

/* Each of these was once read again for every error. */
static void test_many_errors(void **state) {
    (void)state;
    check("", "x = (1, 2\n", 50000, "", MSG_BRACKET_OPEN);
    check("", "f(a b\n", 50000, "", MSG_BRACKET_OPEN);
    check("", "x y\n", 100000, "", MSG_UNEXPECTED);
    check("", "if x:\n        a\n    b\n", 50000, "", MSG_INDENT_NO_LEVEL);
    check("", "match x\n", 50000, "", MSG_COLON_MISSING);
    check("", "with (a\n", 50000, "", MSG_BRACKET_OPEN);
    check("x = ", "'''", 10001, "", MSG_STRING_TRIPLE_OPEN);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_brackets),    cmocka_unit_test(test_chains),
        cmocka_unit_test(test_prefixes),    cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_long_texts),  cmocka_unit_test(test_many_names),
        cmocka_unit_test(test_many_errors),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
