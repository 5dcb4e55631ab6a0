/* Tokens to a tree, by its dump. That it is CPython's tree for whole libraries was compared
 * elsewhere; here is one line for each thing that the grammar has. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lang/lang.h"

#include <string.h>

typedef struct Example {
    const char *text, *dump;
} Example;

static void check(const char *text, const char *want) {
    Source source;
    Module m;
    Diags diags = {0};
    Buf out = {0};
    source_init(&source, "test.py", text, strlen(text));
    bool ok = lang_parse(&m, &source, NULL, &diags);
    if (ok) lang_dump(&m, &out);
    else diags_print(&diags, &source, LANG_EN, &out);
    assert_string_equal(buf_cstr(&out), want);
    lang_deinit(&m);
    buf_deinit(&out);
    diags_deinit(&diags);
    source_deinit(&source);
}

static void check_all(const Example *examples, size_t count) {
    for (size_t i = 0; i < count; i++) check(examples[i].text, examples[i].dump);
}

#define CHECK_ALL(examples) check_all(examples, sizeof(examples) / sizeof *(examples))

static void test_operators(void **state) {
    (void)state;
    static const Example examples[] = {
        {"a + b * c ** -d", "expr (+ a (* b (** c (neg d))))\n"},
        {"-a ** b", "expr (neg (** a b))\n"},
        {"a - b - c", "expr (- (- a b) c)\n"},
        {"a | b ^ c & d << e", "expr (| a (^ b (& c (<< d e))))\n"},
        {"not a == b", "expr (not (compare a == b))\n"},
        {"a < b <= c not in d is not e", "expr (compare a < b <= c not-in d is-not e)\n"},
        {"a or b and c or d", "expr (or a (and b c) d)\n"},
        {"a if b else c if d else e", "expr (if b a (if d c e))\n"},
        {"await a ** b", "expr (** (await a) b)\n"},
        {"(a := 1) + 2", "expr (+ (:= a 1) 2)\n"},
        {"a @ b // c % d", "expr (% (// (@ a b) c) d)\n"},
    };
    CHECK_ALL(examples);
}

static void test_literals(void **state) {
    (void)state;
    static const Example examples[] = {
        {"1_000, 0x_FF, 00", "expr (tuple 1000 0xFF 0)\n"},
        {"1.5, None, True, ...", "expr (tuple 1.5f None True ...)\n"},
        {"'a' \"b\" 'c\\n\\x41\\u00e9\\101'", "expr \"abc\\nAéA\"\n"},
        {"'\\d\\\n'", "expr \"\\\\d\"\n"},
        {"r'\\n'", "expr \"\\\\n\"\n"},
        {"b'\\xff\\n'", "expr b\"\\xff\\n\"\n"},
        {"[], [1, *a], {1, 2}, {}, ()", "expr (tuple (list) (list 1 (star a)) (set 1 2) (dict) (tuple))\n"},
        {"{1: 2, **a}", "expr (dict (pair 1 2) (pair - a))\n"},
        {"1,", "expr (tuple 1)\n"},
    };
    CHECK_ALL(examples);
}

static void test_fstrings(void **state) {
    (void)state;
    static const Example examples[] = {
        {"f'a{b}c{{d}}'", "expr (fstring \"a\" (format b) \"c{d}\")\n"},
        {"f'{a!r:>{w}.2f}'", "expr (fstring (format a !r (fstring \">\" (format w) \".2f\")))\n"},
        {"f'{a = }'", "expr (fstring (format =\"a = \" a !r))\n"},
        {"f'{a=:>3}'", "expr (fstring (format =\"a=\" a (fstring \">3\")))\n"},
        {"'a' f'{b}' 'c'", "expr (fstring \"a\" (format b) \"c\")\n"},
        {"f'{a[\"b\"]}{x != y}{(lambda: 1)}'",
         "expr (fstring (format (index a \"b\")) (format (compare x != y)) (format (lambda (params) 1)))\n"},
        {"f'''{\na\n}'''", "expr (fstring (format a))\n"},
        {"f'{a, b}{*c, d}'", "expr (fstring (format (tuple a b)) (format (tuple (star c) d)))\n"},
        {"f''", "expr (fstring)\n"},
        {"rf'\\{a}'", "expr (fstring \"\\\\\" (format a))\n"},
    };
    CHECK_ALL(examples);
}

static void test_calls(void **state) {
    (void)state;
    static const Example examples[] = {
        {"f(a, *b, c=1, **d)", "expr (call f a (star b) c=1 **d)\n"},
        {"f(x for x in y)", "expr (call f (generator x (for x y)))\n"},
        {"a.b[c](d).e", "expr (. (call (index (. a b) c) d) e)\n"},
        {"a[1:2, ::3, *b]", "expr (index a (tuple (slice 1 2 -) (slice - - 3) (star b)))\n"},
        {"a[:]", "expr (index a (slice - - -))\n"},
        {"f(a := 1)", "expr (call f (:= a 1))\n"},
    };
    CHECK_ALL(examples);
}

static void test_functions(void **state) {
    (void)state;
    static const Example examples[] = {
        {"def f(a, /, b: int = 1, *c, d, e=2, **g) -> h: pass",
         "def f (params a / b:int=1 *c d e=2 **g) h\n  pass\n"},
        {"def f(*, a): pass", "def f (params * a)\n  pass\n"},
        {"lambda a, *b: c", "expr (lambda (params a *b) c)\n"},
        {"@a.b\n@c(1)\nasync def f(): return", "@(. a b)\n@(call c 1)\nasync-def f (params)\n  return -\n"},
        {"class C(A, metaclass=M): x = 1", "class C (bases A metaclass=M)\n  assign x = 1\n"},
        {"def f():\n  yield\n  x = yield a, b\n  yield from c",
         "def f (params)\n  expr (yield -)\n  assign x = (yield (tuple a b))\n  expr (yield-from c)\n"},
    };
    CHECK_ALL(examples);
}

static void test_comprehensions(void **state) {
    (void)state;
    static const Example examples[] = {
        {"[a for b, c in d if e if f for g in h]",
         "expr (listcomp a (for (tuple b c) d if e if f) (for g h))\n"},
        {"{a: b for a in c}", "expr (dictcomp a : b (for a c))\n"},
        {"{a async for a in b}", "expr (setcomp a (async-for a b))\n"},
        {"(a for a in b)", "expr (generator a (for a b))\n"},
    };
    CHECK_ALL(examples);
}

static void test_statements(void **state) {
    (void)state;
    static const Example examples[] = {
        {"a = b, *c = d", "assign a (tuple b (star c)) = d\n"},
        {"a += 1; b: int; c.d: int = 2; (e): int",
         "augment + a 1\nannotate b int -\nannotate-other (. c d) int 2\nannotate-other e int -\n"},
        {"del a, b[0], (c, d)", "delete a (index b 0) (tuple c d)\n"},
        {"raise A from b", "raise A b\n"},
        {"assert a, b", "assert a b\n"},
        {"import a.b as c, d", "import a.b:c d\n"},
        {"from ..a import (b as c, d,)", "from ..a b:c d\n"},
        {"from . import *", "from . *\n"},
        {"if a: b\nelif c: d\nelse: e", "if a\n  expr b\nelse\n  if c\n    expr d\n  else\n    expr e\n"},
        {"while a:\n  break\nelse:\n  b", "while a\n  break\nelse\n  expr b\n"},
        {"for a, b in c, d: continue", "for (tuple a b) (tuple c d)\n  continue\n"},
        {"try: a\nexcept B as c: d\nexcept: e\nelse: f\nfinally: g",
         "try\n  expr a\nexcept B c\n  expr d\nexcept -\n  expr e\nelse\n  expr f\nfinally\n  expr g\n"},
        {"try: a\nexcept* B: c", "try-star\n  expr a\nexcept B\n  expr c\n"},
        {"async for a in b: pass", "async-for a b\n  pass\n"},
    };
    CHECK_ALL(examples);
}

static void test_with(void **state) {
    (void)state;
    static const Example examples[] = {
        {"with a as b, c: pass", "with a:b c:-\n  pass\n"},
        {"with (a as b, c as d,): pass", "with a:b c:d\n  pass\n"},
        {"with (a, b): pass", "with a:- b:-\n  pass\n"},
        {"with (a, b) as c: pass", "with (tuple a b):c\n  pass\n"},
        {"with (a): pass", "with a:-\n  pass\n"},
        {"with (a).b as c: pass", "with (. a b):c\n  pass\n"},
        {"with (yield_): pass", "with yield_:-\n  pass\n"},
        {"with (a for a in b): pass", "with (generator a (for a b)):-\n  pass\n"},
        {"with (a := b): pass", "with (:= a b):-\n  pass\n"},
        {"with a as (b, c): pass", "with a:(tuple b c)\n  pass\n"},
    };
    CHECK_ALL(examples);
}

static void test_match(void **state) {
    (void)state;
    static const Example examples[] = {
        {"match a:\n case 1 | -2 | 'x': pass\n case None: pass\n case b.c: pass\n case _ if d: pass",
         "match a\ncase (or (value 1) (value (neg 2)) (value \"x\")) -\n  pass\n"
         "case (singleton None) -\n  pass\ncase (value (. b c)) -\n  pass\ncase (capture) d\n  pass\n"},
        {"match a, b:\n case [x, *y], (z): pass",
         "match (tuple a b)\ncase (sequence (sequence (capture >x) (star >y)) (capture >z)) -\n  pass\n"},
        {"match a:\n case {'k': v, **rest}: pass",
         "match a\ncase (mapping \"k\":(capture >v) >rest) -\n  pass\n"},
        {"match a:\n case C(x, y=1) as z: pass",
         "match a\ncase (as (class C (capture >x) y=(value 1)) >z) -\n  pass\n"},
        {"match (a):\n case (): pass", "match a\ncase (sequence) -\n  pass\n"},
    };
    CHECK_ALL(examples);
}

/* match and case are names wherever they do not open a match statement. */
static void test_soft_keywords(void **state) {
    (void)state;
    static const Example examples[] = {
        {"match = 1", "assign match = 1\n"},
        {"match(a)", "expr (call match a)\n"},
        {"match[a]", "expr (index match a)\n"},
        {"match.a = case", "assign (. match a) = case\n"},
        {"match * a", "expr (* match a)\n"},
        {"match -a", "expr (- match a)\n"},
        {"match[a]: int", "annotate-other (index match a) int -\n"},
        {"match: int = 1", "annotate match int 1\n"},
        {"match {}:\n case _: pass", "match (dict)\ncase (capture) -\n  pass\n"},
        {"match -a:\n case _: pass", "match (neg a)\ncase (capture) -\n  pass\n"},
        {"match match:\n case case: pass", "match match\ncase (capture >case) -\n  pass\n"},
        {"type = 1; _ = 2", "assign type = 1\nassign _ = 2\n"},
    };
    CHECK_ALL(examples);
}

static void test_private_names(void **state) {
    (void)state;
    static const Example examples[] = {
        {"class C:\n  def __f(self, __a): self.__b = __a, __c__",
         "class C (bases)\n  def _C__f (params self _C__a)\n"
         "    assign (. self _C__b) = (tuple _C__a __c__)\n"},
        {"class __C:\n  import __m, __p.q\n  __x = 1",
         "class __C (bases)\n  import __m:_C__m __p.q\n  assign _C__x = 1\n"},
        {"class __:\n  __x = 1", "class __ (bases)\n  assign __x = 1\n"},
        {"__x = 1", "assign __x = 1\n"},
    };
    CHECK_ALL(examples);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_operators),     cmocka_unit_test(test_literals),
        cmocka_unit_test(test_fstrings),      cmocka_unit_test(test_calls),
        cmocka_unit_test(test_functions),     cmocka_unit_test(test_comprehensions),
        cmocka_unit_test(test_statements),    cmocka_unit_test(test_with),
        cmocka_unit_test(test_match),         cmocka_unit_test(test_soft_keywords),
        cmocka_unit_test(test_private_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
