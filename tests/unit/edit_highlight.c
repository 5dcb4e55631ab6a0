/* Which parts of a text are coloured as what, in texts that are right and wrong. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/buf.h"
#include "edit/highlight.h"

#include <string.h>

static const char *const names[] = {"keyword", "defined", "string", "number", "comment", "directive"};

static void assert_parts(const char *text, const char *expected) {
    Highlight h = {0};
    highlight_read(&h, text, (uint32_t)strlen(text));
    Buf out = {0};
    for (uint32_t i = 0; i < h.parts.len; i++) {
        TextPart p = h.parts.items[i];
        buf_printf(&out, "%s<%.*s> ", names[p.kind], (int)(p.span.end - p.span.start), text + p.span.start);
    }
    assert_string_equal(buf_cstr(&out), expected);
    buf_deinit(&out);
    highlight_deinit(&h);
}

static void test_parts_of_a_program(void **state) {
    (void)state;
    assert_parts("async def pizza():  # hot\n    await asyncio.sleep(3.0)  #: label Baking\n",
                 "keyword<async> keyword<def> defined<pizza> comment<# hot> keyword<await> number<3.0> "
                 "directive<#: label Baking> ");
    assert_parts("class A: x = 'a' \"b\" f'{x}'\n",
                 "keyword<class> defined<A> string<'a'> string<\"b\"> string<f'{x}'> ");
    assert_parts("", "");
    assert_parts("# only", "comment<# only> ");
}

static void test_a_wrong_text_is_read_on(void **state) {
    (void)state;
    assert_parts("x = 'open\nif y:\n  return 1\n", "keyword<if> keyword<return> number<1> ");
    assert_parts("x = (1, \ndef f(): pass\n", "number<1> keyword<def> defined<f> keyword<pass> ");
    assert_parts("x = $\nif 2: pass\n", "keyword<if> number<2> keyword<pass> ");
    assert_parts("if 1:\n  a\n b\nwhile 2: pass\n",
                 "keyword<if> number<1> keyword<while> number<2> keyword<pass> ");
}

static void test_from(void **state) {
    (void)state;
    Highlight h = {0};
    highlight_read(&h, "if 1: pass", 10);
    assert_int_equal(highlight_from(&h, 0), 0);
    assert_int_equal(highlight_from(&h, 2), 1);
    assert_int_equal(highlight_from(&h, 6), 2);
    assert_int_equal(highlight_from(&h, 10), 3);
    highlight_deinit(&h);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_parts_of_a_program),
        cmocka_unit_test(test_a_wrong_text_is_read_on),
        cmocka_unit_test(test_from),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
