/* Whose each name is. Whole libraries were compared with CPython's symtable elsewhere. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lang/lang.h"
#include "lang/scope.h"

#include <string.h>

static const char *const kinds[] = {
    [SYM_LOCAL] = "local",   [SYM_CELL] = "cell", [SYM_FREE] = "free", [SYM_GLOBAL_EXPLICIT] = "declared",
    [SYM_GLOBAL] = "global",
};

/* "f: a=cell b=local | <listcomp>: …", without the module. A name that a comprehension
 * shares with its frame ends in `!`. */
static void describe(const Module *m, Buf *out) {
    for (const Scope *s = scope_next(m->scope); s; s = scope_next(s)) {
        if (out->len > 0) buf_adds(out, " | ");
        buf_adds(out, s->name);
        if (s->is_generator) buf_adds(out, "*");
        if (s->is_coroutine) buf_adds(out, "~");
        if (s->needs_class_cell) buf_adds(out, "^");
        buf_addc(out, ':');
        for (uint32_t i = 0; i < s->count; i++) {
            const Symbol *symbol = &s->symbols[i];
            assert_ptr_equal(scope_find(s, symbol->name), symbol);
            buf_printf(out, " %s=%s", symbol->name, kinds[symbol->kind]);
            if (s->from_host && s->from_host[i]) buf_adds(out, "!");
            if (symbol->passes_free) buf_adds(out, "+free");
        }
    }
}

static void check(const char *text, const char *want) {
    Source source;
    Module m;
    Diags diags = {0};
    Buf out = {0};
    source_init(&source, "test.py", text, strlen(text));
    if (lang_parse(&m, &source, NULL, &diags)) describe(&m, &out);
    else diags_print(&diags, &source, LANG_EN, &out);
    assert_string_equal(buf_cstr(&out), want);
    lang_deinit(&m);
    buf_deinit(&out);
    diags_deinit(&diags);
    source_deinit(&source);
}

static void test_functions(void **state) {
    (void)state;
    check("def f(a, b=1, *c, d, **e): x = y", "f: a=local b=local d=local c=local e=local x=local y=global");
    check("def f():\n  global x\n  x = 1", "f: x=declared");
    check("def f():\n  for a in b: del c\n  import d.e as g, h.i",
          "f: a=local b=global c=local g=local h=local");
}

static void test_closures(void **state) {
    (void)state;
    check("def f(a):\n  def g(): return a", "f: a=cell g=local | g: a=free");
    check("def f():\n  a = 1\n  def g():\n    def h(): a",
          "f: a=cell g=local | g: h=local a=free | h: a=free");
    check("def f():\n  a = 1\n  def g():\n    nonlocal a\n    a = 2", "f: a=cell g=local | g: a=free");
    check("def f():\n  a = 1\n  def g():\n    global a\n    def h(): a",
          "f: a=local g=local | g: a=declared h=local | h: a=global");
    check("def f(a): return lambda b=a: a + b", "f: a=cell | <lambda>: b=local a=free");
}

static void test_classes(void **state) {
    (void)state;
    check("class C:\n  x = 1\n  def f(self): x", "C: x=local f=local | f: self=local x=global");
    check("def f(x):\n  class C:\n    y = x\n    def g(self): x",
          "f: x=cell C=local | C: y=local x=free g=local | g: self=local x=free");
    check("def f(x):\n  class C:\n    x = 1\n    def g(self): x",
          "f: x=cell C=local | C: x=local+free g=local | g: self=local x=free");
    check("class C:\n  def f(self): super().f()", "C^: f=local | f: self=local super=global __class__=free");
    check("class C:\n  def f(self): return [__class__ for a in b]",
          "C^: f=local | f: self=local b=global __class__=free | <listcomp>: a=local __class__=free");
}

/* They run in the frame around them: what they share with it need not be a cell. */
static void test_comprehensions(void **state) {
    (void)state;
    check("def f(a): return [a + b for b in a]", "f: a=local | <listcomp>: b=local a=local!");
    check("def f(a): return [lambda: a + b for b in a]",
          "f: a=cell | <listcomp>: b=cell a=free | <lambda>: a=free b=free");
    check("def f(a): return [[a + b + c for c in b] for b in a]",
          "f: a=local | <listcomp>: b=local a=local! | <listcomp>: c=local a=local! b=local!");
    check("def f(a): return (a for b in c)", "f: a=cell c=global | <genexpr>*: b=local a=free");
    check("x = [y for y in z]", "<listcomp>: y=local");
    check("class C:\n  x = 1\n  y = [x for i in x]", "C: x=local y=local | <listcomp>: i=local x=global");
    check("def f(a):\n  def g(): return [a for b in c]",
          "f: a=cell g=local | g: c=global a=free | <listcomp>: b=local a=free");
}

static void test_walrus(void **state) {
    (void)state;
    check("def f(a): return [b := c for c in a]", "f: a=local b=local | <listcomp>: c=local b=local!");
    check("def f(a): return [[b := c for c in d] for d in a]",
          "f: a=local b=local | <listcomp>: d=local b=local! | <listcomp>: c=local b=local!");
    check("[b := c for c in a]", "<listcomp>: c=local b=declared");
    check("def f(a): return (b := c for c in a)", "f: a=local b=cell | <genexpr>*: c=local b=free");
}

static void test_generators_and_coroutines(void **state) {
    (void)state;
    check("def f(): yield", "f*:");
    check("async def f(): await g()", "f~: g=global");
    check("async def f(): yield 1", "f*~:");
    check("lambda: (yield)", "<lambda>*:");
    check("(await a for b in c)", "<genexpr>*~: b=local a=global");
    check("async def f(): return [a async for a in b]", "f~: b=global | <listcomp>~: a=local");
}

static void test_await_makes_the_module_a_coroutine(void **state) {
    (void)state;
    static const char *const texts[] = {"await a", "async for a in b: pass", "async with a: pass",
                                        "[a async for a in b]", "x = [await a for a in b]"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        Source source;
        Module m;
        Diags diags = {0};
        source_init(&source, "test.py", texts[i], strlen(texts[i]));
        assert_true(lang_parse(&m, &source, NULL, &diags));
        assert_true(m.scope->is_coroutine);
        lang_deinit(&m);
        source_deinit(&source);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_functions),
        cmocka_unit_test(test_closures),
        cmocka_unit_test(test_classes),
        cmocka_unit_test(test_comprehensions),
        cmocka_unit_test(test_walrus),
        cmocka_unit_test(test_generators_and_coroutines),
        cmocka_unit_test(test_await_makes_the_module_a_coroutine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
