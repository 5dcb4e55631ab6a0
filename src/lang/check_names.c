/* Names that nothing binds. */
#include "lang/check.h"

#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

typedef struct Absent {
    const char *name;
    MsgId msg, hint;
    const char *instead;
} Absent;

/* What Python has and a scenario has not, and what other languages call something else. */
static const Absent absent[] = {
    {"open", MSG_SUBSET_OPEN, MSG_HINT_SUBSET_OPEN, NULL},
    {"input", MSG_SUBSET_INPUT, MSG_HINT_SUBSET_INPUT, NULL},
    {"eval", MSG_SUBSET_EVAL, MSG_HINT_SUBSET_EVAL, NULL},
    {"exec", MSG_SUBSET_EVAL, MSG_HINT_SUBSET_EVAL, NULL},
    {"compile", MSG_SUBSET_EVAL, MSG_HINT_SUBSET_EVAL, NULL},
    {"__import__", MSG_SUBSET_DYNAMIC_IMPORT, MSG_HINT_SUBSET_DYNAMIC_IMPORT, NULL},
    {"breakpoint", MSG_SUBSET_BREAKPOINT, MSG_HINT_SUBSET_BREAKPOINT, NULL},
    {"complex", MSG_SUBSET_COMPLEX, MSG_NONE, NULL},
    {"memoryview", MSG_SUBSET_BUILTIN, MSG_HINT_WRITE, "bytes"},
    {"bytearray", MSG_SUBSET_BUILTIN, MSG_HINT_WRITE, "list, bytes"},
    {"exit", MSG_SUBSET_BUILTIN, MSG_HINT_WRITE, "raise SystemExit"},
    {"quit", MSG_SUBSET_BUILTIN, MSG_HINT_WRITE, "raise SystemExit"},
    {"null", MSG_NAME_FOREIGN, MSG_HINT_WRITE, "None"},
    {"NULL", MSG_NAME_FOREIGN, MSG_HINT_WRITE, "None"},
    {"Null", MSG_NAME_FOREIGN, MSG_HINT_WRITE, "None"},
    {"nil", MSG_NAME_FOREIGN, MSG_HINT_WRITE, "None"},
    {"none", MSG_NAME_FOREIGN, MSG_HINT_WRITE, "None"},
    {"undefined", MSG_NAME_FOREIGN, MSG_HINT_WRITE, "None"},
    {"nullptr", MSG_NAME_FOREIGN, MSG_HINT_WRITE, "None"},
    {"true", MSG_NAME_FOREIGN, MSG_HINT_WRITE, "True"},
    {"TRUE", MSG_NAME_FOREIGN, MSG_HINT_WRITE, "True"},
    {"false", MSG_NAME_FOREIGN, MSG_HINT_WRITE, "False"},
    {"FALSE", MSG_NAME_FOREIGN, MSG_HINT_WRITE, "False"},
    {"this", MSG_NAME_FOREIGN, MSG_HINT_WRITE, "self"},
};

/* The builtins of CPython 3.11 that are not here unless the engine lists them, besides
 * those above. */
static const char *const python_builtins[] = {
    "ArithmeticError",
    "AssertionError",
    "AttributeError",
    "BaseException",
    "BaseExceptionGroup",
    "BlockingIOError",
    "BrokenPipeError",
    "BufferError",
    "BytesWarning",
    "ChildProcessError",
    "ConnectionAbortedError",
    "ConnectionError",
    "ConnectionRefusedError",
    "ConnectionResetError",
    "DeprecationWarning",
    "EOFError",
    "Ellipsis",
    "EncodingWarning",
    "EnvironmentError",
    "Exception",
    "ExceptionGroup",
    "FileExistsError",
    "FileNotFoundError",
    "FloatingPointError",
    "FutureWarning",
    "GeneratorExit",
    "IOError",
    "ImportError",
    "ImportWarning",
    "IndentationError",
    "IndexError",
    "InterruptedError",
    "IsADirectoryError",
    "KeyError",
    "KeyboardInterrupt",
    "LookupError",
    "MemoryError",
    "ModuleNotFoundError",
    "NameError",
    "NotADirectoryError",
    "NotImplemented",
    "NotImplementedError",
    "OSError",
    "OverflowError",
    "PendingDeprecationWarning",
    "PermissionError",
    "ProcessLookupError",
    "RecursionError",
    "ReferenceError",
    "ResourceWarning",
    "RuntimeError",
    "RuntimeWarning",
    "StopAsyncIteration",
    "StopIteration",
    "SyntaxError",
    "SyntaxWarning",
    "SystemError",
    "SystemExit",
    "TabError",
    "TimeoutError",
    "TypeError",
    "UnboundLocalError",
    "UnicodeDecodeError",
    "UnicodeEncodeError",
    "UnicodeError",
    "UnicodeTranslateError",
    "UnicodeWarning",
    "UserWarning",
    "ValueError",
    "Warning",
    "ZeroDivisionError",
    "abs",
    "aiter",
    "all",
    "anext",
    "any",
    "ascii",
    "bin",
    "bool",
    "bytes",
    "callable",
    "chr",
    "classmethod",
    "copyright",
    "credits",
    "delattr",
    "dict",
    "dir",
    "divmod",
    "enumerate",
    "filter",
    "float",
    "format",
    "frozenset",
    "getattr",
    "globals",
    "hasattr",
    "hash",
    "help",
    "hex",
    "id",
    "int",
    "isinstance",
    "issubclass",
    "iter",
    "len",
    "license",
    "list",
    "locals",
    "map",
    "max",
    "min",
    "next",
    "object",
    "oct",
    "ord",
    "pow",
    "print",
    "property",
    "range",
    "repr",
    "reversed",
    "round",
    "set",
    "setattr",
    "slice",
    "sorted",
    "staticmethod",
    "str",
    "sum",
    "super",
    "tuple",
    "type",
    "vars",
    "zip",
};

/* Every module and class body has these. */
static const char *const given[] = {
    "__name__",    "__doc__",    "__file__",  "__builtins__", "__annotations__", "__spec__",   "__loader__",
    "__package__", "__cached__", "__debug__", "__dict__",     "__class__",       "__module__", "__qualname__",
};

static bool is_among(const char *name, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (strcmp(words[i], name) == 0) return true;
    }
    return false;
}

static const Absent *find_absent(const char *name) {
    for (size_t i = 0; i < COUNT(absent); i++) {
        if (strcmp(absent[i].name, name) == 0) return &absent[i];
    }
    return NULL;
}

/* --- what a name could have been ----------------------------------------------------- */

typedef struct Words {
    VEC(const char *) list;
} Words;

static void add_scope(Words *words, const Scope *s) {
    for (uint32_t i = 0; i < s->count; i++) {
        if (s->symbols[i].is_bound) vec_push(&words->list, s->symbols[i].name);
    }
}

static const char *find_near(const Checker *c, const char *name) {
    Words words = {0};
    for (const Scope *s = c->scope; s; s = s->parent) {
        /* The names of a class are seen from its own body only. */
        if (s == c->scope || s->kind != SCOPE_CLASS) add_scope(&words, s);
    }
    for (const char *const *b = c->options->builtins; *b; b++) vec_push(&words.list, *b);
    const char *near = nearest_word(name, words.list.items, words.list.len);
    vec_deinit(&words.list);
    return near;
}

/* --- the check ----------------------------------------------------------------------- */

static bool is_known(const Checker *c, Name name) {
    const Symbol *here = scope_find(c->scope, name);
    if (here && here->kind != SYM_GLOBAL && here->kind != SYM_GLOBAL_EXPLICIT) return true;
    const Symbol *global = scope_find(c->module->scope, name);
    if (global && global->is_bound) return true;
    return nameset_has(&c->globals, name) || nameset_has(&c->builtins, name) ||
           is_among(name, given, COUNT(given));
}

static bool refuse_absent(Checker *c, const Expr *e) {
    const char *name = e->as.name;
    const Absent *a = find_absent(name);
    if (!a && !is_among(name, python_builtins, COUNT(python_builtins))) return false;
    Diag *diag = diag_error(c->diags, e->span, a ? a->msg : MSG_SUBSET_BUILTIN, name, NULL);
    if (a && a->hint) diag_hint(c->diags, diag, a->hint, a->instead ? a->instead : name, NULL);
    return true;
}

void check_name(Checker *c, Expr *e) {
    if (!c->options->builtins || is_known(c, e->as.name)) return;
    bool sure = c->check_names || find_absent(e->as.name);
    if (!sure || nameset_has(&c->told, e->as.name)) return;
    if (refuse_absent(c, e)) {
        nameset_add(&c->told, e->as.name);
        return;
    }
    if (c->guarded > 0) return;
    const char *near = find_near(c, e->as.name);
    if (!near) return; /* a NameError when it is reached, as in CPython */
    nameset_add(&c->told, e->as.name);
    Diag *diag = diag_error(c->diags, e->span, MSG_NAME_UNKNOWN, e->as.name, NULL);
    diag_hint(c->diags, diag, MSG_HINT_MEANT, near, NULL);
}
