/* One mistake each: exactly one error, with its sentence, its place and what to do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lang/lang.h"

#include <string.h>

typedef struct Mistake {
    const char *text;
    uint32_t line, column;
    MsgId msg, hint;
} Mistake;

static void read_text(const char *text, Source *source, Diags *diags) {
    Module m;
    *diags = (Diags){0};
    source_init(source, "test.py", text, strlen(text));
    bool ok = lang_parse(&m, source, NULL, diags);
    assert_int_equal(ok, diags->errors == 0);
    diags_sort(diags);
    lang_deinit(&m);
}

static void check(const Mistake *mistake) {
    Source source;
    Diags diags;
    read_text(mistake->text, &source, &diags);
    Buf told = {0};
    diags_print(&diags, &source, LANG_EN, &told);
    if (diags.errors != 1) fail_msg("%s\n%u errors:\n%s", mistake->text, diags.errors, buf_cstr(&told));
    const Diag *d = &diags.list.items[0];
    Position at = source_position(&source, d->span.start);
    bool same = d->text.msg == mistake->msg && d->hint.msg == mistake->hint && at.line == mistake->line &&
                at.column == mistake->column;
    if (!same) fail_msg("%s\n%s", mistake->text, buf_cstr(&told));
    buf_deinit(&told);
    diags_deinit(&diags);
    source_deinit(&source);
}

static void test_one_each(void **state) {
    (void)state;
    static const Mistake mistakes[] = {
        {"print \"hello\"", 1, 1, MSG_PRINT_PARENS, MSG_HINT_PRINT_PARENS},
        {"print x, y", 1, 1, MSG_PRINT_PARENS, MSG_HINT_PRINT_PARENS},
        {"if x = 3:\n  pass", 1, 6, MSG_ASSIGN_INSIDE, MSG_HINT_COMPARE_EQUAL},
        {"if x == 3\n  pass", 1, 10, MSG_COLON_MISSING, MSG_NONE},
        {"if x => 3:\n  pass", 1, 6, MSG_OPERATOR_WRONG, MSG_HINT_WRITE},
        {"if a: pass\nelse if b: pass", 2, 1, MSG_ELSE_CONDITION, MSG_HINT_WRITE},
        {"if a: pass else: pass", 1, 12, MSG_WORD_OWN_LINE, MSG_NONE},
        {"else: pass", 1, 1, MSG_WORD_ALONE, MSG_HINT_WORD_ALONE},
        {"if x == 1 then:\n  pass", 1, 11, MSG_BLOCK_MARK, MSG_HINT_BLOCK_MARK},
        {"while True {\n  x = 1\n}", 1, 12, MSG_BLOCK_MARK, MSG_HINT_BLOCK_MARK},
        {"for i in range(3)\n  print(i)", 1, 18, MSG_COLON_MISSING, MSG_NONE},
        {"for i = 0 to 5:\n  pass", 1, 7, MSG_FOR_IN, MSG_HINT_FOR_IN},
        {"def f:\n  pass", 1, 5, MSG_DEF_PARENS, MSG_HINT_DEF_PARENS},
        {"def f()\n  pass", 1, 8, MSG_COLON_MISSING, MSG_NONE},
        {"def f(a b): pass", 1, 7, MSG_COMMA_MISSING, MSG_HINT_COMMA_MISSING},
        {"def f(a=1, b): pass", 1, 12, MSG_PARAM_DEFAULT_ORDER, MSG_HINT_PARAM_DEFAULT_ORDER},
        {"def f(a, a): pass", 1, 10, MSG_PARAM_TWICE, MSG_NONE},
        {"def f(*): pass", 1, 7, MSG_PARAM_STAR_ALONE, MSG_NONE},
        {"def f(**a, b): pass", 1, 12, MSG_PARAM_AFTER_DOUBLE, MSG_NONE},
        {"def f((a, b)): pass", 1, 7, MSG_PARAM_TUPLE, MSG_HINT_PARAM_TUPLE},
        {"def f(a, /, b, /): pass", 1, 16, MSG_PARAM_SLASH_TWICE, MSG_NONE},
        {"class C\n  pass", 1, 8, MSG_COLON_MISSING, MSG_NONE},
        {"class = 3", 1, 1, MSG_KEYWORD_NAME, MSG_HINT_KEYWORD_NAME},
        {"print(class)", 1, 7, MSG_KEYWORD_NAME, MSG_HINT_KEYWORD_NAME},
        {"f(class=1)", 1, 3, MSG_KEYWORD_NAME, MSG_HINT_KEYWORD_NAME},
        {"x.import", 1, 3, MSG_KEYWORD_NAME, MSG_HINT_KEYWORD_NAME},
        {"def while(): pass", 1, 5, MSG_KEYWORD_NAME, MSG_HINT_KEYWORD_NAME},
        {"import class", 1, 8, MSG_KEYWORD_NAME, MSG_HINT_KEYWORD_NAME},
        {"f = lambda x: return x", 1, 15, MSG_STATEMENT_INSIDE, MSG_NONE},
        {"function f():\n  pass", 1, 1, MSG_WORD_WRONG, MSG_HINT_WRITE},
        {"whlie x:\n  pass", 1, 1, MSG_WORD_WRONG, MSG_HINT_MEANT},
        {"esle:\n  pass", 1, 1, MSG_WORD_WRONG, MSG_HINT_MEANT},
        {"For i in x:\n  pass", 1, 1, MSG_WORD_WRONG, MSG_HINT_MEANT},
        {"switch x:\n  case 1:\n    pass", 1, 1, MSG_WORD_WRONG, MSG_HINT_WRITE},
        {"improt asyncio", 1, 1, MSG_WORD_WRONG, MSG_HINT_MEANT},
        {"int x = 5", 1, 1, MSG_WORD_WRONG, MSG_HINT_DECLARATION},
        {"let x = 5", 1, 1, MSG_WORD_WRONG, MSG_HINT_DECLARATION},
        {"x = new Foo()", 1, 5, MSG_WORD_WRONG, MSG_HINT_WRITE},
        {"import a from b", 1, 10, MSG_IMPORT_ORDER, MSG_HINT_IMPORT_ORDER},
        {"catch:\n  pass", 1, 1, MSG_WORD_WRONG, MSG_HINT_WRITE},
        {"f(x):\n  pass", 1, 5, MSG_COLON_STRAY, MSG_HINT_COLON_DEF},
        {"sleep 3", 1, 7, MSG_UNEXPECTED, MSG_HINT_CALL},
        {"x = 1 y = 2", 1, 7, MSG_UNEXPECTED, MSG_HINT_TWO_STATEMENTS},
        {"x = 5 +", 1, 7, MSG_OPERAND_MISSING, MSG_NONE},
        {"x = (3 *\n)", 1, 8, MSG_OPERAND_MISSING, MSG_NONE},
        {"x = a and", 1, 7, MSG_OPERAND_MISSING, MSG_NONE},
        {"x = not", 1, 5, MSG_OPERAND_MISSING, MSG_NONE},
        {"import", 1, 1, MSG_OPERAND_MISSING, MSG_NONE},
        {"from a import", 1, 8, MSG_OPERAND_MISSING, MSG_NONE},
        {"f(a b)", 1, 3, MSG_COMMA_MISSING, MSG_HINT_COMMA_MISSING},
        {"[1, 2 3]", 1, 5, MSG_COMMA_MISSING, MSG_HINT_COMMA_MISSING},
        {"{1: 2 3: 4}", 1, 5, MSG_COMMA_MISSING, MSG_HINT_COMMA_MISSING},
        {"print(hello world)", 1, 7, MSG_COMMA_MISSING, MSG_HINT_COMMA_MISSING},
        {"x = 'l'eau'", 1, 7, MSG_STRING_ENDED, MSG_HINT_STRING_APOSTROPHE},
        {"x = \"abc", 1, 5, MSG_STRING_OPEN, MSG_HINT_STRING_OPEN},
        {"x = 'abc", 1, 5, MSG_STRING_OPEN, MSG_HINT_STRING_APOSTROPHE},
        {"x = '''abc", 1, 5, MSG_STRING_TRIPLE_OPEN, MSG_HINT_STRING_OPEN},
        {"x = (1, 2", 1, 5, MSG_BRACKET_OPEN, MSG_NONE},
        {"x = [1, 2\ny = 3", 1, 5, MSG_BRACKET_OPEN, MSG_NONE},
        {"x = (1, 2]", 1, 10, MSG_BRACKET_MISMATCH, MSG_NONE},
        {"x = 1)", 1, 6, MSG_BRACKET_UNMATCHED, MSG_NONE},
        {"f(1, 2\npass", 1, 2, MSG_BRACKET_OPEN, MSG_NONE},
        {"i++", 1, 2, MSG_OPERATOR_WRONG, MSG_HINT_WRITE},
        {"i--", 1, 2, MSG_OPERATOR_WRONG, MSG_HINT_WRITE},
        {"a && b", 1, 3, MSG_OPERATOR_WRONG, MSG_HINT_WRITE},
        {"a || b", 1, 3, MSG_OPERATOR_WRONG, MSG_HINT_WRITE},
        {"if !a: pass", 1, 4, MSG_STRAY_SIGN, MSG_HINT_STRAY_NOT},
        {"a <> b", 1, 3, MSG_OPERATOR_WRONG, MSG_HINT_WRITE},
        {"a === b", 1, 3, MSG_OPERATOR_WRONG, MSG_HINT_WRITE},
        {"a ? b : c", 1, 3, MSG_STRAY_SIGN, MSG_HINT_STRAY_QUESTION},
        {"$x = 1", 1, 1, MSG_STRAY_SIGN, MSG_HINT_STRAY_DOLLAR},
        {"// note", 1, 1, MSG_COMMENT_WRONG, MSG_HINT_COMMENT},
        {"x := 5", 1, 3, MSG_WALRUS_HERE, MSG_HINT_WRITE},
        {"if (x = 3): pass", 1, 7, MSG_ASSIGN_INSIDE, MSG_HINT_COMPARE_EQUAL},
        {"{a = 1}", 1, 4, MSG_ASSIGN_INSIDE, MSG_HINT_DICT_PAIR},
        {"global q = 5", 1, 10, MSG_ASSIGN_INSIDE, MSG_HINT_OWN_LINE},
        {"x = yield = 1", 1, 5, MSG_ASSIGN_YIELD, MSG_HINT_COMPARE_EQUAL},
        {"f() = 1", 1, 1, MSG_ASSIGN_CALL, MSG_HINT_COMPARE_EQUAL},
        {"f() += 1", 1, 1, MSG_AUGMENT_TARGET, MSG_NONE},
        {"x + 1 = 2", 1, 1, MSG_ASSIGN_EXPRESSION, MSG_HINT_COMPARE_EQUAL},
        {"None = 1", 1, 1, MSG_ASSIGN_CONSTANT, MSG_HINT_COMPARE_EQUAL},
        {"1 = x", 1, 1, MSG_ASSIGN_LITERAL, MSG_HINT_COMPARE_EQUAL},
        {"\"a\" = x", 1, 1, MSG_ASSIGN_LITERAL, MSG_HINT_COMPARE_EQUAL},
        {"f\"{a}\" = x", 1, 1, MSG_ASSIGN_FSTRING, MSG_HINT_COMPARE_EQUAL},
        {"[a for a in b] = c", 1, 1, MSG_ASSIGN_COMPREHENSION, MSG_HINT_COMPARE_EQUAL},
        {"(a, f()) = b", 1, 5, MSG_ASSIGN_CALL, MSG_NONE},
        {"for f() in x: pass", 1, 5, MSG_ASSIGN_CALL, MSG_NONE},
        {"with a as f(): pass", 1, 11, MSG_ASSIGN_CALL, MSG_NONE},
        {"del f()", 1, 5, MSG_DELETE_TARGET, MSG_NONE},
        {"a, b += 1", 1, 1, MSG_AUGMENT_TARGET, MSG_NONE},
        {"a, b: int", 1, 1, MSG_ANNOTATE_SEVERAL, MSG_NONE},
        {"x + 1: int", 1, 1, MSG_ANNOTATE_TARGET, MSG_NONE},
        {"*a = b", 1, 1, MSG_STARRED_TARGET, MSG_NONE},
        {"*a, *b = c", 1, 5, MSG_STARRED_TWICE, MSG_NONE},
        {"*a", 1, 1, MSG_STARRED_ALONE, MSG_NONE},
        {"(*a)", 1, 2, MSG_STARRED_ALONE, MSG_NONE},
        {"a == b = c", 1, 1, MSG_ASSIGN_COMPARISON, MSG_HINT_COMPARE_EQUAL},
        {"f(a=1, a=2)", 1, 8, MSG_KEYWORD_REPEATED, MSG_NONE},
        {"f(a=1, b)", 1, 8, MSG_POSITIONAL_AFTER_KEYWORD, MSG_NONE},
        {"f(**a, b)", 1, 8, MSG_POSITIONAL_AFTER_DOUBLE, MSG_NONE},
        {"f(**a, *b)", 1, 8, MSG_STAR_AFTER_DOUBLE, MSG_NONE},
        {"f(a.b=1)", 1, 3, MSG_KEYWORD_EXPRESSION, MSG_HINT_COMPARE_EQUAL},
        {"f(x for x in y, 1)", 1, 3, MSG_GENERATOR_PARENS, MSG_HINT_GENERATOR_PARENS},
        {"f(a=x for x in y)", 1, 3, MSG_KEYWORD_CLAUSE, MSG_HINT_KEYWORD_CLAUSE},
        {"[x, y for x in z]", 1, 2, MSG_COMP_TUPLE, MSG_HINT_COMP_TUPLE},
        {"[*a for a in b]", 1, 2, MSG_COMP_UNPACKING, MSG_NONE},
        {"{**a for a in b}", 1, 2, MSG_COMP_UNPACKING, MSG_NONE},
        {"{1: 2, 3}", 1, 8, MSG_DICT_COLON, MSG_NONE},
        {"{1:}", 1, 3, MSG_DICT_VALUE, MSG_NONE},
        {"a if b", 1, 1, MSG_IF_WITHOUT_ELSE, MSG_HINT_IF_WITHOUT_ELSE},
        {"(f() := 1)", 1, 2, MSG_WALRUS_TARGET, MSG_HINT_WALRUS_TARGET},
        {"1 + not a", 1, 5, MSG_NEEDS_BRACKETS, MSG_HINT_NEEDS_BRACKETS},
        {"1 + lambda: 2", 1, 5, MSG_NEEDS_BRACKETS, MSG_HINT_NEEDS_BRACKETS},
        {"a = b = yield + 1", 1, 9, MSG_YIELD_OUTSIDE, MSG_NONE},
        {"except A: pass", 1, 1, MSG_WORD_ALONE, MSG_HINT_WORD_ALONE},
        {"try: pass\nx = 1", 1, 1, MSG_TRY_ALONE, MSG_HINT_TRY_ALONE},
        {"try: pass\nexcept A, B: pass", 2, 8, MSG_EXCEPT_PARENS, MSG_HINT_EXCEPT_PARENS},
        {"try: pass\nexcept: pass\nexcept A: pass", 2, 1, MSG_EXCEPT_BARE_LAST, MSG_NONE},
        {"try: pass\nexcept* A: pass\nexcept B: pass", 3, 1, MSG_EXCEPT_MIXED, MSG_NONE},
        {"try: pass\nexcept*: pass", 2, 7, MSG_EXCEPT_STAR_BARE, MSG_NONE},
        {"raise A, \"b\"", 1, 8, MSG_RAISE_COMMA, MSG_HINT_RAISE_COMMA},
        {"async x", 1, 1, MSG_ASYNC_ALONE, MSG_HINT_ASYNC_ALONE},
        {"@a\nx = 1", 2, 1, MSG_DECORATOR_ALONE, MSG_NONE},
        {"if x:\ny = 1", 2, 1, MSG_BLOCK_EMPTY, MSG_HINT_BLOCK_EMPTY},
        {"  x = 1", 1, 3, MSG_INDENT_UNEXPECTED, MSG_HINT_INDENT_UNEXPECTED},
        {"if a:\n    x\n  y", 3, 1, MSG_INDENT_NO_LEVEL, MSG_HINT_INDENT_NO_LEVEL},
        {"if a:\n\tx\n        y", 3, 1, MSG_INDENT_TABS, MSG_HINT_INDENT_TABS},
        {"def f():", 1, 9, MSG_BLOCK_EMPTY, MSG_HINT_BLOCK_EMPTY},
        {"x = 012", 1, 5, MSG_NUMBER_LEADING_ZERO, MSG_HINT_NUMBER_LEADING_ZERO},
        {"x = 1__0", 1, 5, MSG_NUMBER_BAD, MSG_HINT_NUMBER_UNDERSCORE},
        {"x = 3abc", 1, 5, MSG_NUMBER_BAD, MSG_HINT_NUMBER_BAD},
        {"x = 0b12", 1, 5, MSG_NUMBER_BAD_DIGIT, MSG_NONE},
        {"x = “a”", 1, 5, MSG_STRAY_QUOTE, MSG_HINT_STRAY_TYPE},
        {"x = a – b", 1, 7, MSG_STRAY_DASH, MSG_HINT_STRAY_TYPE},
        {"x = « a »", 1, 5, MSG_STRAY_QUOTE, MSG_HINT_STRAY_TYPE},
        {"x\xC2\xA0"
         "= 1",
         1, 2, MSG_STRAY_SPACE, MSG_HINT_STRAY_SPACE},
        {"x\xE2\x80\x8B"
         " = 1",
         1, 2, MSG_STRAY_INVISIBLE, MSG_HINT_STRAY_INVISIBLE},
        {"x = €", 1, 5, MSG_STRAY_SIGN, MSG_HINT_STRAY_IN_STRING},
        {"x \\ y", 1, 3, MSG_BACKSLASH_THEN, MSG_HINT_BACKSLASH_THEN},
        {"x = '\\x4'", 1, 6, MSG_STRING_ESCAPE_SHORT, MSG_NONE},
        {"x = '\\N{DASH}'", 1, 6, MSG_STRING_ESCAPE_NAME, MSG_HINT_STRING_ESCAPE_NAME},
        {"x = b'é'", 1, 7, MSG_BYTES_NOT_ASCII, MSG_HINT_BYTES_NOT_ASCII},
        {"x = 'a' b'b'", 1, 9, MSG_BYTES_AND_TEXT, MSG_NONE},
        {"x = f'{'", 1, 7, MSG_FSTRING_OPEN, MSG_HINT_FSTRING_OPEN},
        {"x = f'}'", 1, 7, MSG_FSTRING_SINGLE, MSG_HINT_FSTRING_SINGLE},
        {"x = f'{}'", 1, 7, MSG_FSTRING_EMPTY, MSG_HINT_FSTRING_EMPTY},
        {"x = f'{a b}'", 1, 10, MSG_UNEXPECTED, MSG_NONE},
        {"x = f'{a!x}'", 1, 10, MSG_FSTRING_CONVERSION, MSG_NONE},
        {"x = f'{a['b']}'", 1, 10, MSG_STRING_ENDED, MSG_HINT_FSTRING_QUOTES},
        {"x = f'{a\\n}'", 1, 9, MSG_FSTRING_BACKSLASH, MSG_HINT_FSTRING_BACKSLASH},
        {"return 1", 1, 1, MSG_RETURN_OUTSIDE, MSG_NONE},
        {"break", 1, 1, MSG_JUMP_OUTSIDE, MSG_NONE},
        {"class C:\n  continue", 2, 3, MSG_JUMP_OUTSIDE, MSG_NONE},
        {"yield 1", 1, 1, MSG_YIELD_OUTSIDE, MSG_NONE},
        {"def f():\n  await x", 2, 3, MSG_AWAIT_IN_DEF, MSG_HINT_ASYNC_DEF},
        {"lambda: await x", 1, 9, MSG_AWAIT_IN_LAMBDA, MSG_NONE},
        {"class C:\n  await x", 2, 3, MSG_AWAIT_IN_CLASS, MSG_NONE},
        {"def f():\n  async for a in b: pass", 2, 3, MSG_ASYNC_FOR_IN_DEF, MSG_HINT_ASYNC_DEF},
        {"def f():\n  async with a: pass", 2, 3, MSG_ASYNC_WITH_IN_DEF, MSG_HINT_ASYNC_DEF},
        {"def f():\n  [a async for a in b]", 2, 6, MSG_ASYNC_COMPREHENSION, MSG_HINT_ASYNC_DEF},
        {"async def f():\n  yield 1\n  return 2", 3, 3, MSG_RETURN_IN_ASYNC_GENERATOR, MSG_NONE},
        {"async def f():\n  yield from a", 2, 3, MSG_YIELD_FROM_ASYNC, MSG_HINT_YIELD_FROM_ASYNC},
        {"[(yield) for a in b]", 1, 3, MSG_YIELD_IN_COMPREHENSION, MSG_NONE},
        {"def f(a):\n  global a", 2, 3, MSG_DECLARED_PARAM, MSG_NONE},
        {"def f():\n  a = 1\n  global a", 3, 3, MSG_DECLARED_AFTER_ASSIGN, MSG_HINT_DECLARED_FIRST},
        {"def f():\n  print(a)\n  global a", 3, 3, MSG_DECLARED_AFTER_USE, MSG_HINT_DECLARED_FIRST},
        {"def f():\n  nonlocal a", 2, 3, MSG_NONLOCAL_UNBOUND, MSG_HINT_NONLOCAL_UNBOUND},
        {"nonlocal a", 1, 1, MSG_NONLOCAL_MODULE, MSG_NONE},
        {"def f():\n  global a\n  nonlocal a", 3, 3, MSG_DECLARED_BOTH, MSG_NONE},
        {"def f():\n  import *", 2, 3, MSG_OPERAND_MISSING, MSG_NONE},
        {"def f():\n  from a import *", 2, 17, MSG_IMPORT_STAR_INSIDE, MSG_NONE},
        {"x = 1\nfrom __future__ import annotations", 2, 1, MSG_FUTURE_LATE, MSG_HINT_FUTURE_LATE},
        {"from __future__ import braces", 1, 24, MSG_FUTURE_UNKNOWN, MSG_NONE},
        {"[a := 1 for a in b]", 1, 2, MSG_WALRUS_ITERATION, MSG_NONE},
        {"[a for a in (b := c)]", 1, 14, MSG_WALRUS_IN_ITERABLE, MSG_NONE},
        {"class C:\n  [a := b for b in c]", 2, 4, MSG_WALRUS_IN_CLASS, MSG_NONE},
        {"match x:\n  x = 1", 2, 3, MSG_CASE_EXPECTED, MSG_NONE},
        {"match x:\n  case 1: pass\n  default: pass", 3, 3, MSG_CASE_EXPECTED, MSG_HINT_WRITE},
        {"match x\n  case 1: pass", 1, 8, MSG_COLON_MISSING, MSG_NONE},
        {"match x:\n  case {a: 1}: pass", 2, 9, MSG_PATTERN_KEY, MSG_NONE},
        {"match x:\n  case f'{a}': pass", 2, 8, MSG_PATTERN_FSTRING, MSG_NONE},
        {"match x:\n  case [*a, *b]: pass", 2, 13, MSG_PATTERN_STARS, MSG_NONE},
        {"match x:\n  case C(a=1, b): pass", 2, 15, MSG_PATTERN_ORDER, MSG_NONE},
        {"match x:\n  case 1 as _: pass", 2, 13, MSG_PATTERN_AS_WILDCARD, MSG_NONE},
        {"match x:\n  case 1 + 2: pass", 2, 8, MSG_PATTERN_COMPUTED, MSG_NONE},
        {"#!/bin/python\n# coding: latin-1\nx = 'é'", 2, 11, MSG_CODING_OTHER, MSG_HINT_CODING_OTHER},
        {"x = 1j", 1, 5, MSG_SUBSET_IMAGINARY, MSG_NONE},
    };
    for (size_t i = 0; i < sizeof mistakes / sizeof *mistakes; i++) check(&mistakes[i]);
}

/* --- several in one text -------------------------------------------------------------- */

/* The lines of all errors of a text, as "1 4 9". */
static void check_lines(const char *text, const char *want) {
    Source source;
    Diags diags;
    Buf lines = {0};
    read_text(text, &source, &diags);
    for (uint32_t i = 0; i < diags.list.len; i++) {
        uint32_t line = source_line_of(&source, diags.list.items[i].span.start);
        buf_printf(&lines, i > 0 ? " %u" : "%u", line);
    }
    assert_string_equal(buf_cstr(&lines), want);
    buf_deinit(&lines);
    diags_deinit(&diags);
    source_deinit(&source);
}

static void test_all_are_told(void **state) {
    (void)state;
    check_lines("x = 1 +\ny = 2\nz = )\n\ndef f(:\n    return 012\nreturn\n", "1 3 5 6 7");
    check_lines("if x = 1:\n    y = (\nelif:\n    pass\nelse\n    z z\n", "1 2 3 5 6");
    check_lines("class C\n    def f(self)\n        retrun 1\n    def g(self):\n        await x\n", "1 2 3 5");
}

static void test_one_mistake_has_no_followers(void **state) {
    (void)state;
    /* What belongs to a wrong header is still its block. */
    check_lines("function f(x):\n    return x\nprint(f(1))\n", "1");
    check_lines("fi x:\n    pass\nelif y:\n    pass\nelse:\n    pass\n", "1");
    check_lines("try\n    x\nexcept A\n    y\n", "1 3");
    check_lines("switch x:\n    case 1:\n        pass\n    case 2:\n        pass\n", "1");
    check_lines("for i in range(10:\n    print(i)\nprint(2)\n", "1");
    /* An open bracket swallows nothing but its own lines. */
    check_lines("x = f(1,\n      2\ny = 3\nz = 4\n", "1");
    check_lines("x = [\n    1,\n    2\ndef f():\n    return 1\n", "1");
    check_lines("print(f(1, 2)\nfor i in x:\n    print(i)\n", "1");
    /* A closed one hides what follows a mistake in it. */
    check_lines("x = f(1 2,\n      3 4,\n      5 6)\ny = 7\n", "1");
    /* A wrong indentation is wrong once. */
    check_lines("if x:\n        a\n    b\n    c\nd\n", "3");
    check_lines("x = 1\n    y = 2\n    z = 3\nt = 4\n", "2");
    check_lines("if x:\n\ta\n        b\n        c\n\td\n", "3");
}

static void test_a_second_place(void **state) {
    (void)state;
    Source source;
    Diags diags;
    read_text("x = (1,\n  2]\n", &source, &diags);
    assert_int_equal(diags.list.items[0].span.start, 11);
    assert_int_equal(diags.list.items[0].also.start, 4);
    diags_deinit(&diags);
    source_deinit(&source);
    read_text("def f():\n  await x\n", &source, &diags);
    assert_int_equal(diags.list.items[0].also.start, 4);
    diags_deinit(&diags);
    source_deinit(&source);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_each),
        cmocka_unit_test(test_all_are_told),
        cmocka_unit_test(test_one_mistake_has_no_followers),
        cmocka_unit_test(test_a_second_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
