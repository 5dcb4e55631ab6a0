/* What the compiler makes of a program: a few dumps that a person can read, the depth of
 * the stack along every way, and what it refuses. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "vm/run.h"

#include <string.h>

/* --- a program compiled, in a VM that never runs it -------------------------------- */

typedef struct Compiled {
    Source source;
    Module module;
    Diags diags;
    VM *vm;
    Code *code; /* NULL if it was refused */
} Compiled;

static void compile(Compiled *c, const char *text) {
    static const VMOptions options;
    static const Host host;
    static const LangOptions lang = {.library = true};
    memset(c, 0, sizeof *c);
    source_init(&c->source, "lesson.py", text, strlen(text));
    c->vm = vm_new(&options, &host);
    if (lang_parse(&c->module, &c->source, &lang, &c->diags))
        c->code = compile_module(c->vm, &c->module, 0, &c->diags);
}

static void discard(Compiled *c) {
    lang_deinit(&c->module);
    vm_free(c->vm);
    diags_deinit(&c->diags);
    source_deinit(&c->source);
}

/* Of the n-th inner code; -1: the module's own. */
static void assert_dump(const char *text, int n, const char *want) {
    Compiled c;
    Buf out = {0};
    compile(&c, text);
    assert_non_null(c.code);
    code_dump(n < 0 ? c.code : c.code->codes[n], &out);
    assert_string_equal(buf_cstr(&out), want);
    buf_deinit(&out);
    discard(&c);
}

static void assert_refused(const char *text, MsgId msg) {
    Compiled c;
    compile(&c, text);
    assert_null(c.code);
    assert_int_equal(c.diags.list.len, 1);
    assert_int_equal(c.diags.list.items[0].text.msg, msg);
    discard(&c);
}

/* --- dumps -------------------------------------------------------------------------- */

static void test_conditions_make_no_bools(void **state) {
    (void)state;
    assert_dump("def f(a, b, c):\n"
                "    if a and not b or c is None:\n"
                "        return 1\n",
                0,
                "code f line 1 stack 1 slots a b c\n"
                "    2    0  LOAD_FAST a\n"
                "    2    1  POP_JUMP_IF_FALSE to 4\n"
                "    2    2  LOAD_FAST b\n"
                "    2    3  POP_JUMP_IF_FALSE to 6\n"
                "    2    4  LOAD_FAST c\n"
                "    2    5  POP_JUMP_IF_NOT_NONE to 8\n"
                "    3    6  LOAD_CONST 1\n"
                "    3    7  RETURN_VALUE\n"
                "    2    8  LOAD_CONST None\n"
                "    2    9  RETURN_VALUE\n");
}

static void test_finally_is_compiled_on_each_way_out(void **state) {
    (void)state;
    assert_dump("def f(a):\n"
                "    try:\n"
                "        return a()\n"
                "    finally:\n"
                "        b\n",
                0,
                "code f line 1 stack 3 slots a\n"
                "    2    0  NOP\n"
                "    3    1  LOAD_FAST a\n"
                "    3    2  CALL\n"
                "    5    3  LOAD_GLOBAL b\n"
                "    5    4  POP\n"
                "    5    5  RETURN_VALUE\n"
                "    0    6  PUSH_EXC_INFO\n"
                "    5    7  LOAD_GLOBAL b\n"
                "    5    8  POP\n"
                "    5    9  RERAISE\n"
                "    0   10  SWAP 2\n"
                "    0   11  POP_EXCEPT\n"
                "    0   12  RERAISE\n"
                "  1 to 3 handled at 6 depth 0\n"
                "  6 to 10 handled at 10 depth 1\n");
}

static void test_comprehension_has_fresh_cells_in_the_same_frame(void **state) {
    (void)state;
    assert_dump("f = [lambda: x for x in y]\n", -1,
                "code <module> line 1 stack 3 slots x\n"
                "    1    0  LOAD_GLOBAL y\n"
                "    1    1  GET_ITER\n"
                "    1    2  CLEAR_FAST x\n"
                "    1    3  MAKE_CELL x\n"
                "    1    4  BUILD_LIST\n"
                "    1    5  SWAP 2\n"
                "    1    6  FOR_ITER to 13\n"
                "    1    7  STORE_DEREF x\n"
                "    1    8  LOAD_CLOSURE x\n"
                "    1    9  BUILD_TUPLE 1\n"
                "    1   10  MAKE_FUNCTION <lambda> flags 8\n"
                "    1   11  LIST_APPEND 2\n"
                "    1   12  JUMP_BACK to 6\n"
                "    1   13  CLEAR_FAST x\n"
                "    1   14  STORE_GLOBAL f\n"
                "    1   15  LOAD_CONST None\n"
                "    1   16  RETURN_VALUE\n"
                "  2 to 13 in <listcomp>\n"
                "code <listcomp>.<locals>.<lambda> line 1 stack 1 slots | x\n"
                "    1    0  LOAD_DEREF x\n"
                "    1    1  RETURN_VALUE\n");
}

static void test_await_is_a_loop_of_send(void **state) {
    (void)state;
    assert_dump("async def f():\n"
                "    return await g.h(1, k=2)\n",
                0,
                "code f line 1 stack 5 slots\n"
                "    1    0  RETURN_GENERATOR\n"
                "    2    1  LOAD_GLOBAL g\n"
                "    2    2  LOAD_METHOD h\n"
                "    2    3  LOAD_CONST 1\n"
                "    2    4  LOAD_CONST 2\n"
                "    2    5  LOAD_CONST (\"k\")\n"
                "    2    6  CALL_METHOD_KW 2\n"
                "    2    7  GET_AWAITABLE\n"
                "    2    8  LOAD_CONST None\n"
                "    2    9  SEND to 12\n"
                "    2   10  YIELD_VALUE\n"
                "    2   11  JUMP_BACK to 9\n"
                "    2   12  RETURN_VALUE\n");
}

static void test_captures_wait_until_all_has_matched(void **state) {
    (void)state;
    assert_dump("def f(p):\n"
                "    match p:\n"
                "        case [1, x]:\n"
                "            return x\n",
                0,
                "code f line 1 stack 3 slots p x\n"
                "    2    0  LOAD_FAST p\n"
                "    3    1  MATCH_SEQUENCE\n"
                "    3    2  POP_JUMP_IF_FALSE to 14\n"
                "    3    3  GET_LEN\n"
                "    3    4  LOAD_CONST 2\n"
                "    3    5  COMPARE_OP ==\n"
                "    3    6  POP_JUMP_IF_FALSE to 14\n"
                "    3    7  UNPACK_SEQUENCE 2\n"
                "    3    8  LOAD_CONST 1\n"
                "    3    9  COMPARE_OP ==\n"
                "    3   10  POP_JUMP_IF_FALSE to 14\n"
                "    3   11  STORE_FAST x\n"
                "    4   12  LOAD_FAST x\n"
                "    4   13  RETURN_VALUE\n"
                "    3   14  POP\n"
                "    3   15  LOAD_CONST None\n"
                "    3   16  RETURN_VALUE\n");
}

static void test_constants_are_folded_and_kept_apart(void **state) {
    (void)state;
    assert_dump("x = -1, 2 ** 10, 1, 1.0, True, 7 // 2\n"
                "a, b = b, a\n"
                "c in [1, 2]\n",
                -1,
                "code <module> line 1 stack 2 slots\n"
                "    1    0  LOAD_CONST (-1, 1024, 1, 1.0, True, 3)\n"
                "    1    1  STORE_GLOBAL x\n"
                "    2    2  LOAD_GLOBAL b\n"
                "    2    3  LOAD_GLOBAL a\n"
                "    2    4  SWAP 2\n"
                "    2    5  STORE_GLOBAL a\n"
                "    2    6  STORE_GLOBAL b\n"
                "    3    7  LOAD_GLOBAL c\n"
                "    3    8  LOAD_CONST (1, 2)\n"
                "    3    9  CONTAINS_OP\n"
                "    3   10  POP\n"
                "    3   11  LOAD_CONST None\n"
                "    3   12  RETURN_VALUE\n");
}

static void test_what_cannot_run_is_dropped(void **state) {
    (void)state;
    assert_dump("def f():\n"
                "    while True:\n"
                "        g()\n"
                "    h()\n",
                0,
                "code f line 1 stack 1 slots\n"
                "    2    0  NOP\n"
                "    3    1  LOAD_GLOBAL g\n"
                "    3    2  CALL\n"
                "    3    3  POP\n"
                "    2    4  JUMP_BACK to 1\n");
}

/* --- the stack ---------------------------------------------------------------------- */

typedef struct Walk {
    const Code *code;
    int *depth; /* before each word; -1: not reached */
    uint32_t *todo;
    uint32_t todo_count;
} Walk;

static void reach(Walk *w, uint32_t at, int depth) {
    assert_in_range(at, 0, w->code->word_count - 1);
    assert_in_range(depth, 0, w->code->max_stack);
    if (w->depth[at] >= 0) {
        assert_int_equal(w->depth[at], depth);
        return;
    }
    w->depth[at] = depth;
    w->todo[w->todo_count++] = at;
}

static void reach_handlers(Walk *w, uint32_t at) {
    for (uint32_t i = 0; i < w->code->handled_count; i++) {
        const Handled *h = &w->code->handled[i];
        if (at < h->start || at >= h->end) continue;
        assert_true(w->depth[at] >= (int)h->depth);
        reach(w, h->target, (int)h->depth + 1);
        return;
    }
}

static void step(Walk *w, uint32_t at) {
    OpCode op = op_plain(OP_OF(w->code->words[at]));
    uint32_t arg = ARG_OF(w->code->words[at]);
    int depth = w->depth[at];
    if (op == OP_RETURN_VALUE) assert_int_equal(depth, 1);
    if (op_jumps(op)) assert_true(op == OP_JUMP_BACK ? arg <= at : arg > at);
    if (op_jumps(op)) reach(w, arg, depth + op_effect(op, arg, true));
    if (op_falls_on(op)) reach(w, at + 1, depth + op_effect(op, arg, false));
    reach_handlers(w, at);
}

/* Every word can be reached, always at one depth; a return leaves nothing behind; handlers
 * are apart and in order. */
static void assert_sound(const Code *code) {
    Walk w = {.code = code};
    w.depth = mem_alloc(code->word_count * sizeof *w.depth);
    w.todo = mem_alloc(code->word_count * sizeof *w.todo);
    for (uint32_t i = 0; i < code->word_count; i++) w.depth[i] = -1;
    reach(&w, 0, 0);
    while (w.todo_count) step(&w, w.todo[--w.todo_count]);
    for (uint32_t i = 0; i < code->word_count; i++) assert_true(w.depth[i] >= 0);
    for (uint32_t i = 0; i + 1 < code->handled_count; i++)
        assert_true(code->handled[i].end <= code->handled[i + 1].start);
    mem_free(w.depth);
    mem_free(w.todo);
    for (uint32_t i = 0; i < code->code_count; i++) assert_sound(code->codes[i]);
}

static void assert_all_sound(const char *text) {
    Compiled c;
    compile(&c, text);
    assert_non_null(c.code);
    assert_sound(c.code);
    discard(&c);
}

static void test_depth_of_exits(void **state) {
    (void)state;
    assert_all_sound("def f(a, b):\n"
                     "    for x in a:\n"
                     "        with b as c, x:\n"
                     "            try:\n"
                     "                if c: break\n"
                     "                if b: continue\n"
                     "                if a: return c(x)\n"
                     "            except (A, B) as e:\n"
                     "                if e: break\n"
                     "                return e\n"
                     "            except C:\n"
                     "                continue\n"
                     "            else:\n"
                     "                return 1\n"
                     "            finally:\n"
                     "                if c: return 2\n"
                     "                for y in x: break\n"
                     "    else:\n"
                     "        return 3\n");
}

static void test_depth_of_groups(void **state) {
    (void)state;
    assert_all_sound("def f(a):\n"
                     "    while a:\n"
                     "        try:\n"
                     "            a()\n"
                     "        except* A as e:\n"
                     "            raise\n"
                     "        except* B:\n"
                     "            pass\n"
                     "        else:\n"
                     "            break\n"
                     "        finally:\n"
                     "            continue\n");
}

static void test_depth_of_coroutines(void **state) {
    (void)state;
    assert_all_sound("async def f(a):\n"
                     "    async with a as b:\n"
                     "        async for x in b:\n"
                     "            yield await x, [y async for y in x if await y for z in y]\n"
                     "            if x: return\n"
                     "            if b: break\n"
                     "        else:\n"
                     "            yield (await z async for z in b)\n"
                     "    {k: v for k in a async for v in k}\n"
                     "await f(1)\n");
}

static void test_depth_of_patterns(void **state) {
    (void)state;
    assert_all_sound("def f(a):\n"
                     "    match a:\n"
                     "        case [x, [y, *_, z]] | (z, [x, y]) if x: return x\n"
                     "        case {'k': [v, w], **rest}: pass\n"
                     "        case A(x, B(y=1) as b, k=None) | A(x, b): return b\n"
                     "        case [*_] | {} | 1: pass\n"
                     "        case (1 | 2 as n), *m: return m\n"
                     "        case _ if a: return 1\n");
}

static void test_depth_of_expressions(void **state) {
    (void)state;
    assert_all_sound("class A(B, *c, k=1, **d):\n"
                     "    x: int = [a for a in b if a for c in [a] if c]\n"
                     "    def f(self, a=1, /, b=2, *c: 3, d=4, e, **g) -> 5: return super().f\n"
                     "    a.b[c] += d < e < f and (g or h) if not i in j else {**k, l: m}\n"
                     "    print(f'{a!r:>{b}}{c=}', *d, e=f, **g)\n"
                     "    x, (y, *z) = w = [*a, b, *c]\n"
                     "    assert 1 < a < 3, (lambda: (yield))\n"
                     "    del a, b.c, d[e], (f, [g])\n");
}

/* --- what is refused ---------------------------------------------------------------- */

static void test_too_many_blocks(void **state) {
    (void)state;
    Buf text = {0};
    for (size_t i = 0; i < 21; i++) {
        buf_pad(&text, ' ', i);
        buf_adds(&text, "while a:\n");
    }
    buf_pad(&text, ' ', 21);
    buf_adds(&text, "pass\n");
    assert_refused(buf_cstr(&text), MSG_TOO_MANY_BLOCKS);
    buf_deinit(&text);
}

/* Each finally doubles what it contains: the limit on words must end it soon. */
static void test_finally_in_finally(void **state) {
    (void)state;
    Buf text = {0};
    for (size_t i = 0; i < 19; i++) {
        buf_pad(&text, ' ', i);
        buf_adds(&text, "try: a()\n");
        buf_pad(&text, ' ', i);
        buf_adds(&text, "finally:\n");
    }
    buf_pad(&text, ' ', 19);
    buf_adds(&text, "b()\n");
    assert_refused(buf_cstr(&text), MSG_CODE_TOO_LARGE);
    buf_deinit(&text);
}

static void test_patterns_in_vain(void **state) {
    (void)state;
    assert_refused("match a:\n case x: pass\n case 1: pass\n", MSG_PATTERN_CAPTURE_NOT_LAST);
    assert_refused("match a:\n case _ | 1: pass\n", MSG_PATTERN_WILDCARD_NOT_LAST);
    assert_refused("match a:\n case [x, x]: pass\n", MSG_PATTERN_NAME_TWICE);
    assert_refused("match a:\n case [x] | [y]: pass\n", MSG_PATTERN_NAMES_DIFFER);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_conditions_make_no_bools),
        cmocka_unit_test(test_finally_is_compiled_on_each_way_out),
        cmocka_unit_test(test_comprehension_has_fresh_cells_in_the_same_frame),
        cmocka_unit_test(test_await_is_a_loop_of_send),
        cmocka_unit_test(test_captures_wait_until_all_has_matched),
        cmocka_unit_test(test_constants_are_folded_and_kept_apart),
        cmocka_unit_test(test_what_cannot_run_is_dropped),
        cmocka_unit_test(test_depth_of_exits),
        cmocka_unit_test(test_depth_of_groups),
        cmocka_unit_test(test_depth_of_coroutines),
        cmocka_unit_test(test_depth_of_patterns),
        cmocka_unit_test(test_depth_of_expressions),
        cmocka_unit_test(test_too_many_blocks),
        cmocka_unit_test(test_finally_in_finally),
        cmocka_unit_test(test_patterns_in_vain),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
