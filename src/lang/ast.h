/* The syntax tree of a scenario, after CPython's ast, and the scopes of its names.
 *
 * All nodes live in the module's arena and die with it. Lists are linked by `next` in
 * source order. Strings are UTF-8 in the arena; names are interned within the module, so
 * that equal names are equal pointers. Every node knows its span in the source. */
#ifndef TOQUE_LANG_AST_H
#define TOQUE_LANG_AST_H

#include "base/diag.h"

#include <stdbool.h>

typedef struct Expr Expr;
typedef struct Stmt Stmt;
typedef struct Pattern Pattern;
typedef struct Scope Scope;

typedef const char *Name; /* interned in the module */

/* --- expressions ------------------------------------------------------------------ */

typedef enum ExprKind {
    EX_NONE_LIT,
    EX_TRUE,
    EX_FALSE,
    EX_ELLIPSIS,
    EX_INT,       /* text: decimal, or 0x… 0o… 0b…, without underscores */
    EX_FLOAT,     /* number */
    EX_STR,       /* bytes: UTF-8, surrogates encoded; adjacent literals are joined */
    EX_BYTES,     /* bytes */
    EX_FSTRING,   /* list: EX_STR and EX_FORMATTED */
    EX_FORMATTED, /* one {…} of an f-string; spec is an EX_FSTRING or NULL */
    EX_NAME,
    EX_ATTRIBUTE,
    EX_SUBSCRIPT, /* left[right]; a tuple index is an EX_TUPLE */
    EX_SLICE,     /* only as an index: a, b, c may each be NULL */
    EX_CALL,
    EX_TUPLE,
    EX_LIST,
    EX_SET,     /* list; elements may be EX_STARRED */
    EX_DICT,    /* list of EX_PAIR */
    EX_PAIR,    /* left: right; left NULL for **right */
    EX_STARRED, /* left: *x in a display, a call or a target */
    EX_UNARY,
    EX_BINARY,
    EX_AND,
    EX_OR,      /* list of two or more */
    EX_COMPARE, /* left, then list, one CompareOp each */
    EX_IF,      /* left if cond else right */
    EX_LAMBDA,
    EX_LISTCOMP,
    EX_SETCOMP,
    EX_DICTCOMP,
    EX_GENERATOR,
    EX_AWAIT,
    EX_YIELD,
    EX_YIELD_FROM, /* left; NULL in a bare yield */
    EX_WALRUS,     /* name := left */
} ExprKind;

typedef enum UnaryOp { UN_NEG, UN_POS, UN_INVERT, UN_NOT } UnaryOp;

typedef enum BinaryOp {
    BIN_ADD,
    BIN_SUB,
    BIN_MUL,
    BIN_DIV,
    BIN_FLOORDIV,
    BIN_MOD,
    BIN_POW,
    BIN_MATMUL,
    BIN_AND,
    BIN_OR,
    BIN_XOR,
    BIN_LSHIFT,
    BIN_RSHIFT,
    BIN_COUNT
} BinaryOp;

typedef enum CompareOp {
    CMP_LT,
    CMP_LE,
    CMP_EQ,
    CMP_NE,
    CMP_GT,
    CMP_GE, /* the rich comparisons come first */
    CMP_IN,
    CMP_NOT_IN,
    CMP_IS,
    CMP_IS_NOT
} CompareOp;

/* One `for … in … if …` of a comprehension. */
typedef struct Clause Clause;
struct Clause {
    Clause *next;
    Expr *target, *iter;
    Expr *conditions; /* list */
    bool is_async;
    Span span;
};

typedef struct Keyword Keyword;
struct Keyword {
    Keyword *next;
    Name name; /* NULL for **value */
    Expr *value;
    Span span;
};

typedef struct Param Param;
struct Param {
    Param *next;
    Name name;
    Expr *annotation, *default_value; /* may be NULL */
    Span span;
};

typedef struct Params {
    Param *positional_only, *positional, *keyword_only; /* lists */
    Param *star, *double_star;                          /* *args, **kwargs; NULL if absent */
    int positional_only_count, positional_count, keyword_only_count;
} Params;

struct Expr {
    ExprKind kind;
    Span span;
    Expr *next;         /* in the list that it is an element of */
    bool parenthesized; /* (x): matters for targets, `not`, annotations and generators */
    union {
        double number;
        Name text; /* EX_INT */
        struct {
            const char *bytes;
            uint32_t len;
        } str; /* EX_STR, EX_BYTES */
        struct {
            Expr *value;
            Expr *spec;
            char conversion;   /* 0 s r a */
            const char *debug; /* `{x=}`: the text up to and with =; else NULL */
        } formatted;
        Name name; /* EX_NAME */
        struct {
            Expr *object;
            Name name;
            Span name_span;
        } attribute;
        struct {
            Expr *left, *right;
        } pair; /* SUBSCRIPT, PAIR, STARRED/AWAIT/YIELD… (left) */
        struct {
            Expr *lower, *upper, *step;
        } slice;
        struct {
            Expr *callee;
            Expr *args;
            Keyword *keywords;
        } call; /* args may be STARRED */
        struct {
            Expr *items;
            uint32_t count;
        } list; /* TUPLE LIST SET DICT FSTRING AND OR */
        struct {
            UnaryOp op;
            Expr *operand;
        } unary;
        struct {
            BinaryOp op;
            Expr *left, *right;
        } binary;
        struct {
            Expr *left, *rest;
            CompareOp *ops;
            uint32_t count;
        } compare; /* count of rest */
        struct {
            Expr *cond, *then, *otherwise;
        } cond;
        struct {
            Params *params;
            Expr *body;
            Scope *scope;
        } lambda;
        /* For a dict comprehension element is the key and value its value. */
        struct {
            Expr *element, *value;
            Clause *clauses;
            Scope *scope;
        } comp;
        struct {
            Name name;
            Span name_span;
            Expr *value;
        } walrus;
    } as;
};

/* --- patterns --------------------------------------------------------------------- */

typedef enum PatternKind {
    PAT_VALUE,     /* a dotted name or a literal: compared with == */
    PAT_SINGLETON, /* None, True, False: compared with is */
    PAT_CAPTURE,   /* name; NULL for _ */
    PAT_AS,        /* inner as name */
    PAT_OR,
    PAT_SEQUENCE, /* items; one may be PAT_STAR */
    PAT_STAR,     /* *name; NULL for *_ */
    PAT_MAPPING,  /* keys (expressions) beside items; rest is **rest or NULL */
    PAT_CLASS,    /* cls(items, names=…) */
} PatternKind;

struct Pattern {
    PatternKind kind;
    Span span;
    Pattern *next;
    Name name;      /* CAPTURE, AS, STAR; MAPPING: **rest */
    Name keyword;   /* set on those items of PAT_CLASS that are given by keyword */
    Expr *value;    /* VALUE, SINGLETON; CLASS: the class */
    Expr *keys;     /* MAPPING: list, as long as items */
    Pattern *inner; /* AS */
    Pattern *items; /* OR, SEQUENCE, MAPPING, CLASS */
    uint32_t count; /* of items */
};

/* --- statements ------------------------------------------------------------------- */

typedef enum StmtKind {
    ST_EXPR,
    ST_ASSIGN,
    ST_AUG_ASSIGN,
    ST_ANN_ASSIGN,
    ST_RETURN,
    ST_RAISE,
    ST_ASSERT,
    ST_DELETE,
    ST_PASS,
    ST_BREAK,
    ST_CONTINUE,
    ST_GLOBAL,
    ST_NONLOCAL,
    ST_IMPORT,
    ST_IMPORT_FROM,
    ST_IF,
    ST_WHILE,
    ST_FOR,
    ST_WITH,
    ST_TRY,
    ST_MATCH,
    ST_FUNCTION,
    ST_CLASS,
} StmtKind;

typedef struct Handler Handler;
struct Handler { /* except (type) as name: */
    Handler *next;
    Expr *type; /* NULL in a bare except */
    Name name;  /* or NULL */
    Stmt *body;
    Span span;
};

typedef struct WithItem WithItem;
struct WithItem {
    WithItem *next;
    Expr *context, *target; /* target may be NULL */
};

typedef struct MatchCase MatchCase;
struct MatchCase {
    MatchCase *next;
    Pattern *pattern;
    Expr *guard; /* or NULL */
    Stmt *body;
    Span span;
};

typedef struct Alias Alias;
struct Alias { /* import a.b as c; from m import a as c */
    Alias *next;
    Name name, as; /* as is NULL if absent; name is "*" for a star import */
    Span span;
};

struct Stmt {
    StmtKind kind;
    Span span; /* of a compound statement: all of it */
    Span head; /* of a compound statement: up to its colon; else as span */
    Stmt *next;
    union {
        Expr *expr; /* EXPR, RETURN (NULL if bare) */
        struct {
            Expr *targets; /* list: a = b = … */
            Expr *value;
        } assign;
        struct {
            Expr *target, *value;
            BinaryOp op;
        } aug;
        struct {
            Expr *target, *annotation, *value;
            bool simple;
        } ann; /* value may be NULL */
        struct {
            Expr *exc, *cause;
        } raise; /* both may be NULL */
        struct {
            Expr *test, *message;
        } assertion;
        Expr *targets; /* DELETE: list */
        struct {
            Name *names;
            uint32_t count;
        } names;        /* GLOBAL, NONLOCAL */
        Alias *aliases; /* IMPORT */
        struct {
            Name module;
            Span module_span;
            int level;
            Alias *aliases;
        } from; /* module is NULL in `from . import` */
        struct {
            Expr *cond;
            Stmt *body, *orelse;
        } branch; /* IF, WHILE; elif is an IF in orelse */
        struct {
            Expr *target, *iter;
            Stmt *body, *orelse;
            bool is_async;
        } loop;
        struct {
            WithItem *items;
            Stmt *body;
            bool is_async;
        } with;
        struct {
            Stmt *body;
            Handler *handlers;
            Stmt *orelse, *finally;
            bool is_star;
        } try_;
        struct {
            Expr *subject;
            MatchCase *cases;
        } match;
        struct {
            Name name;
            Span name_span;
            Params *params;
            Expr *returns;
            Stmt *body;
            Expr *decorators; /* list */
            Scope *scope;
            bool is_async;
        } function;
        struct {
            Name name;
            Span name_span;
            Expr *bases; /* list, may be STARRED */
            Keyword *keywords;
            Stmt *body;
            Expr *decorators;
            Scope *scope;
        } class_;
    } as;
};

/* --- scopes ----------------------------------------------------------------------- */

typedef enum ScopeKind {
    SCOPE_MODULE,
    SCOPE_FUNCTION,
    SCOPE_LAMBDA,
    SCOPE_CLASS,
    SCOPE_GENERATOR,    /* a generator expression: a function of its own */
    SCOPE_COMPREHENSION /* list, set, dict: run inside the frame of `host` (see below) */
} ScopeKind;

typedef enum SymbolKind {
    SYM_LOCAL,           /* a fast local; in a module or class: an entry of its namespace */
    SYM_CELL,            /* local, and used by an inner function */
    SYM_FREE,            /* of an enclosing function */
    SYM_GLOBAL_EXPLICIT, /* declared global */
    SYM_GLOBAL,          /* not bound in any enclosing function: module, then builtins */
} SymbolKind;

typedef struct Symbol {
    Name name;
    SymbolKind kind;
    bool is_param;
    bool is_bound; /* assigned, imported, deleted, … in this scope */
    bool is_used;
    bool passes_free; /* class: its own, and yet inner functions use an enclosing one's */
    Name module;      /* if it is only ever bound by importing this module; else NULL */
    Span first;       /* where it first stands in this scope */
} Symbol;

/* A class body's own names are SYM_LOCAL (namespace) or, when they are of an enclosing
 * function, SYM_FREE (looked up in the namespace first). A class hands an enclosing
 * function's name on to its methods: as SYM_FREE, or, if the class also has a name like
 * it, by `passes_free`. `__class__`, SYM_FREE in a method, is the cell that the innermost
 * class with needs_class_cell makes; the class itself has no symbol for it.
 *
 * A comprehension (not a generator expression) has a Scope of its own, but no code of its
 * own: it runs in the frame of the nearest enclosing scope that is not a comprehension
 * (`host`), in slots of its own. Its SYM_LOCAL and SYM_CELL symbols are those slots, also
 * when the host is a module or a class. A SYM_CELL there gets a fresh cell each time that
 * the comprehension starts. Its SYM_FREE symbols are cells of the host or free in the host
 * too (the host's own symbol is then SYM_CELL or SYM_FREE) unless the host's symbol is
 * SYM_LOCAL in a function: names that only inlined comprehensions use do not become cells;
 * the comprehension's symbol is then SYM_LOCAL with from_host set. A comprehension within
 * another one sees its names in the same way: from_host (a slot) or SYM_FREE (a cell) is
 * the variable of the nearest enclosing scope of the frame that has it. In a class host the
 * class's own names are not visible to a comprehension, except in its outermost iterable,
 * which is compiled in the host's scope. */
struct Scope {
    ScopeKind kind;
    Scope *parent, *host;
    Name name;       /* unmangled; "<module>", "<lambda>", "<listcomp>", "<genexpr>", … */
    Name class_name; /* for private names (__x): the innermost class, or NULL */
    uint32_t *table; /* private to scope_find, with table_mask */
    uint32_t table_mask;
    Symbol *symbols; /* params first, in order (pos-only, pos, kw-only, *args, **kwargs) */
    uint32_t count;
    bool *from_host;   /* per symbol, only in a comprehension: it is the host's own local */
    bool is_generator; /* has yield */
    bool is_coroutine; /* async def, or a module with await at top level */
    bool has_star_import;
    bool needs_class_cell; /* class: a method uses super() or __class__ */
    Stmt *stmt;            /* FUNCTION, CLASS: its statement */
};

const Symbol *scope_find(const Scope *s, Name name); /* NULL if not mentioned there */
/* `__x` in a class becomes `_Class__x`; other names come back as they are. Already applied
 * to every Name in the tree that Python mangles, so only messages need the original. */

typedef struct Module {
    Source *source; /* borrowed; must outlive the tree */
    Arena arena;
    Stmt *body;
    Scope *scope;
    bool future_annotations; /* from __future__ import annotations: they are not evaluated */
    const char *docstring;   /* or NULL */
    void *names;             /* the intern table; private */
    /* Lines at which a statement begins that somebody wants to hear of, in order; borrowed. */
    const uint32_t *watched;
    uint32_t watched_count;
} Module;

#endif
