/* What is refused because it is not in the subset or can only fail. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lang/lang.h"

#include <string.h>

static const char *const asyncio_names[] = {"gather", "run", "sleep", "TaskGroup", NULL};
static const char *const os_path_names[] = {"join", NULL};
static const KnownModule modules[] = {
    {"asyncio", asyncio_names}, {"math", NULL}, {"os", (const char *const[]){"getcwd", NULL}},
    {"os.path", os_path_names}, {NULL, NULL},
};
static const char *const builtins[] = {
    "print", "range", "len", "int", "super", "Exception", "NameError", "ImportError", NULL,
};

typedef struct Case {
    const char *text;
    MsgId msg; /* MSG_NONE: accepted */
    MsgId hint;
    const char *argument; /* of the hint */
} Case;

static void check(const Case *c, bool library) {
    Source source;
    Module m;
    Diags diags = {0};
    Buf told = {0};
    LangOptions options = {.modules = modules, .builtins = builtins, .library = library};
    source_init(&source, "test.py", c->text, strlen(c->text));
    lang_parse(&m, &source, &options, &diags);
    diags_print(&diags, &source, LANG_EN, &told);
    const Diag *d = diags.list.len > 0 ? &diags.list.items[0] : NULL;
    bool same = diags.errors == (c->msg && !library ? 1u : 0u);
    if (same && d) {
        same = d->text.msg == c->msg && d->hint.msg == c->hint &&
               (!c->argument || strcmp(d->hint.args[0], c->argument) == 0);
    }
    if (!same) fail_msg("%s\n%s", c->text, buf_cstr(&told));
    buf_deinit(&told);
    diags_deinit(&diags);
    lang_deinit(&m);
    source_deinit(&source);
}

#define CHECK_ALL(cases) \
    for (size_t i = 0; i < sizeof(cases) / sizeof *(cases); i++) check(&(cases)[i], false)

static void test_modules(void **state) {
    (void)state;
    static const Case cases[] = {
        {"import asyncio, math, os.path", MSG_NONE, MSG_NONE, NULL},
        {"from os import path, getcwd", MSG_NONE, MSG_NONE, NULL},
        {"from __future__ import annotations", MSG_NONE, MSG_NONE, NULL},
        {"import asnycio", MSG_MODULE_UNKNOWN, MSG_HINT_MEANT, "asyncio"},
        {"import requests", MSG_MODULE_UNKNOWN, MSG_HINT_MODULE_HTTP, NULL},
        {"import subprocess", MSG_MODULE_UNKNOWN, MSG_HINT_MODULE_WORLD, NULL},
        {"import zzzzzz", MSG_MODULE_UNKNOWN, MSG_NONE, NULL},
        {"from numpy import array", MSG_MODULE_UNKNOWN, MSG_NONE, NULL},
        {"from . import x", MSG_IMPORT_RELATIVE, MSG_HINT_IMPORT_RELATIVE, NULL},
        {"def f():\n  try:\n    import socket\n  except ImportError: pass", MSG_MODULE_UNKNOWN,
         MSG_HINT_MODULE_WORLD, NULL},
    };
    CHECK_ALL(cases);
}

static void test_attributes(void **state) {
    (void)state;
    static const Case cases[] = {
        {"from asyncio import slep", MSG_ATTRIBUTE_UNKNOWN, MSG_HINT_MEANT, "sleep"},
        {"from asyncio import sleep, TaskGroup as T", MSG_NONE, MSG_NONE, NULL},
        {"from math import anything", MSG_NONE, MSG_NONE, NULL},
        {"import asyncio\nasyncio.gahter()", MSG_ATTRIBUTE_UNKNOWN, MSG_HINT_MEANT, "gather"},
        {"import asyncio as a\ndef f(): return [a.slep for x in a]", MSG_ATTRIBUTE_UNKNOWN, MSG_HINT_MEANT,
         "sleep"},
        {"import os.path\nos.path.joiin('a')", MSG_ATTRIBUTE_UNKNOWN, MSG_HINT_MEANT, "join"},
        {"def f():\n  import asyncio\n  asyncio.x", MSG_ATTRIBUTE_UNKNOWN, MSG_NONE, NULL},
        {"import asyncio\nasyncio.__name__", MSG_NONE, MSG_NONE, NULL},
        {"import math\nmath.anything", MSG_NONE, MSG_NONE, NULL},
        /* Not surely the module: left to the run. */
        {"import asyncio\nasyncio = 3\nasyncio.x", MSG_NONE, MSG_NONE, NULL},
        {"import asyncio\ndef f(asyncio): asyncio.x", MSG_NONE, MSG_NONE, NULL},
        {"import asyncio\ndef f(asyncio): return [asyncio.x for a in asyncio]", MSG_NONE, MSG_NONE, NULL},
        {"import asyncio\ndef f():\n  global asyncio\n  asyncio = 1\nasyncio.x", MSG_NONE, MSG_NONE, NULL},
        {"import asyncio\nasyncio.mine = 1\nasyncio.mine", MSG_NONE, MSG_NONE, NULL},
        {"import asyncio\nx = asyncio\nx.y", MSG_NONE, MSG_NONE, NULL},
    };
    CHECK_ALL(cases);
}

static void test_names(void **state) {
    (void)state;
    static const Case cases[] = {
        {"pirnt(1)", MSG_NAME_UNKNOWN, MSG_HINT_MEANT, "print"},
        {"total = 1\nprint(totl)", MSG_NAME_UNKNOWN, MSG_HINT_MEANT, "total"},
        {"def f(number): return nubmer", MSG_NAME_UNKNOWN, MSG_HINT_MEANT, "number"},
        {"def f(number):\n  def g(): return nubmer", MSG_NAME_UNKNOWN, MSG_HINT_MEANT, "number"},
        {"class C:\n  value = 1\n  other = vaule", MSG_NAME_UNKNOWN, MSG_HINT_MEANT, "value"},
        /* Nothing is near: a NameError when it is reached. */
        {"print(something_else)", MSG_NONE, MSG_NONE, NULL},
        /* Names of a class are not seen from its methods. */
        {"class C:\n  value = 1\n  def f(self): return vaule", MSG_NONE, MSG_NONE, NULL},
        {"def f():\n  global counter\n  counter = 1\nprint(counter)", MSG_NONE, MSG_NONE, NULL},
        {"print(__name__, __file__)", MSG_NONE, MSG_NONE, NULL},
        {"class C:\n  print(__qualname__)\n  def f(self): return __class__", MSG_NONE, MSG_NONE, NULL},
        {"from math import *\ntotal = 1\nprint(totl)", MSG_NONE, MSG_NONE, NULL},
        {"value: int = 1\ndef f():\n  x: vaule = 1", MSG_NONE, MSG_NONE, NULL},
        {"print([y for x in range(3) for y in range(x)], [len for _ in ''])", MSG_NONE, MSG_NONE, NULL},
    };
    CHECK_ALL(cases);
}

/* Where a NameError may be what the program is about. */
static void test_guarded_names(void **state) {
    (void)state;
    static const Case cases[] = {
        {"try: pirnt(1)\nexcept NameError: pass", MSG_NONE, MSG_NONE, NULL},
        {"try: pass\nfinally: pirnt(1)", MSG_NAME_UNKNOWN, MSG_HINT_MEANT, "print"},
        {"def f(): pirnt(1)\ntry: f()\nexcept NameError: pass", MSG_NONE, MSG_NONE, NULL},
        {"def suppress(x): pass\nwith suppress(NameError): pirnt(1)", MSG_NONE, MSG_NONE, NULL},
        {"t = 1\nwith t.raises(NameError): pirnt(1)", MSG_NONE, MSG_NONE, NULL},
    };
    CHECK_ALL(cases);
}

static void test_absent_builtins(void **state) {
    (void)state;
    static const Case cases[] = {
        {"open('x')", MSG_SUBSET_OPEN, MSG_HINT_SUBSET_OPEN, NULL},
        {"x = input()", MSG_SUBSET_INPUT, MSG_HINT_SUBSET_INPUT, NULL},
        {"eval('1')", MSG_SUBSET_EVAL, MSG_HINT_SUBSET_EVAL, NULL},
        {"try: breakpoint()\nexcept Exception: pass", MSG_SUBSET_BREAKPOINT, MSG_HINT_SUBSET_BREAKPOINT,
         NULL},
        {"memoryview(b'')", MSG_SUBSET_BUILTIN, MSG_HINT_WRITE, "bytes"},
        {"ValueError()", MSG_SUBSET_BUILTIN, MSG_NONE, NULL},
        {"complex(1)", MSG_SUBSET_COMPLEX, MSG_NONE, NULL},
        {"def open(x): pass\nopen('x')", MSG_NONE, MSG_NONE, NULL},
        {"def f(input): return input", MSG_NONE, MSG_NONE, NULL},
        {"x = null", MSG_NAME_FOREIGN, MSG_HINT_WRITE, "None"},
        {"x = true", MSG_NAME_FOREIGN, MSG_HINT_WRITE, "True"},
        {"x = 1j", MSG_SUBSET_IMAGINARY, MSG_NONE, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) check(&cases[i], false);
}

/* Where CPython warns too. */
static void test_warnings(void **state) {
    (void)state;
    static const Case cases[] = {
        {"len is 1", MSG_WARN_IDENTITY, MSG_HINT_WRITE, "=="},
        {"1 < len is not 'a'", MSG_WARN_IDENTITY, MSG_HINT_WRITE, "!="},
        {"len is None is len", MSG_NONE, MSG_NONE, NULL},
        {"assert (len, 'message')", MSG_WARN_ASSERT, MSG_HINT_WARN_ASSERT, NULL},
        {"assert ()", MSG_NONE, MSG_NONE, NULL},
        {"[(1, 2) (3, 4)]", MSG_WARN_CALL, MSG_HINT_WARN_COMMA, NULL},
        {"[[1, 2] [3, 4]]", MSG_WARN_INDEX, MSG_HINT_WARN_COMMA, NULL},
        {"'abc'[1], [1][0:1], (lambda: 1)()", MSG_NONE, MSG_NONE, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        Source source;
        Module m;
        Diags diags = {0};
        LangOptions options = {.builtins = builtins};
        source_init(&source, "test.py", cases[i].text, strlen(cases[i].text));
        assert_true(lang_parse(&m, &source, &options, &diags));
        assert_int_equal(diags.list.len, cases[i].msg ? 1 : 0);
        if (cases[i].msg) {
            assert_int_equal(diags.list.items[0].level, DIAG_WARNING);
            assert_int_equal(diags.list.items[0].text.msg, cases[i].msg);
            assert_int_equal(diags.list.items[0].hint.msg, cases[i].hint);
        }
        diags_deinit(&diags);
        lang_deinit(&m);
        source_deinit(&source);
    }
}

static void test_library_is_not_checked(void **state) {
    (void)state;
    check(&(Case){"import zzz\nopen(pirnt)", MSG_MODULE_UNKNOWN, MSG_NONE, NULL}, true);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_modules),         cmocka_unit_test(test_attributes),
        cmocka_unit_test(test_names),           cmocka_unit_test(test_guarded_names),
        cmocka_unit_test(test_absent_builtins), cmocka_unit_test(test_library_is_not_checked),
        cmocka_unit_test(test_warnings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
