/* One line for each statement, expressions as nested brackets; made to be compared with
 * what a few lines of Python print of CPython's own tree. */
#include "lang/lang.h"

#include <string.h>

typedef struct Dump {
    Buf *out;
    size_t depth; /* of blocks */
} Dump;

static void dump_expr(Dump *d, const Expr *e);
static void dump_block(Dump *d, const Stmt *s);

static void text(Dump *d, const char *s) {
    buf_adds(d->out, s);
}

/* --- literals ------------------------------------------------------------------------ */

static void dump_string(Dump *d, const char *prefix, const char *bytes, size_t len, bool ascii) {
    text(d, prefix);
    text(d, "\"");
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)bytes[i];
        if (c == '"' || c == '\\') buf_printf(d->out, "\\%c", c);
        else if (c == '\n') text(d, "\\n");
        else if (c < 0x20 || c == 0x7F || (ascii && c >= 0x80)) buf_printf(d->out, "\\x%02x", c);
        else buf_addc(d->out, (char)c);
    }
    text(d, "\"");
}

static void dump_formatted(Dump *d, const Expr *e) {
    text(d, "(format ");
    if (e->as.formatted.debug) {
        dump_string(d, "=", e->as.formatted.debug, strlen(e->as.formatted.debug), false);
        text(d, " ");
    }
    dump_expr(d, e->as.formatted.value);
    if (e->as.formatted.conversion) buf_printf(d->out, " !%c", e->as.formatted.conversion);
    if (e->as.formatted.spec) {
        text(d, " ");
        dump_expr(d, e->as.formatted.spec);
    }
    text(d, ")");
}

/* --- lists of things ----------------------------------------------------------------- */

static void dump_list(Dump *d, const char *name, const Expr *items) {
    buf_printf(d->out, "(%s", name);
    for (; items; items = items->next) {
        text(d, " ");
        dump_expr(d, items);
    }
    text(d, ")");
}

static void dump_call(Dump *d, const char *name, const Expr *callee, const Expr *args, const Keyword *k) {
    buf_printf(d->out, "(%s", name);
    if (callee) {
        text(d, " ");
        dump_expr(d, callee);
    }
    for (; args; args = args->next) {
        text(d, " ");
        dump_expr(d, args);
    }
    for (; k; k = k->next) {
        buf_printf(d->out, k->name ? " %s=" : " **", k->name);
        dump_expr(d, k->value);
    }
    text(d, ")");
}

static void dump_param(Dump *d, const char *stars, const Param *p) {
    buf_printf(d->out, " %s%s", stars, p->name);
    if (p->annotation) {
        text(d, ":");
        dump_expr(d, p->annotation);
    }
    if (p->default_value) {
        text(d, "=");
        dump_expr(d, p->default_value);
    }
}

static void dump_params(Dump *d, const Params *ps) {
    text(d, "(params");
    for (const Param *p = ps->positional_only; p; p = p->next) dump_param(d, "", p);
    if (ps->positional_only) text(d, " /");
    for (const Param *p = ps->positional; p; p = p->next) dump_param(d, "", p);
    if (ps->star) dump_param(d, "*", ps->star);
    else if (ps->keyword_only) text(d, " *");
    for (const Param *p = ps->keyword_only; p; p = p->next) dump_param(d, "", p);
    if (ps->double_star) dump_param(d, "**", ps->double_star);
    text(d, ")");
}

static void dump_comprehension(Dump *d, const char *name, const Expr *e) {
    buf_printf(d->out, "(%s ", name);
    dump_expr(d, e->as.comp.element);
    if (e->as.comp.value) {
        text(d, " : ");
        dump_expr(d, e->as.comp.value);
    }
    for (const Clause *c = e->as.comp.clauses; c; c = c->next) {
        text(d, c->is_async ? " (async-for " : " (for ");
        dump_expr(d, c->target);
        text(d, " ");
        dump_expr(d, c->iter);
        for (const Expr *test = c->conditions; test; test = test->next) {
            text(d, " if ");
            dump_expr(d, test);
        }
        text(d, ")");
    }
    text(d, ")");
}

static void dump_compare(Dump *d, const Expr *e) {
    static const char *const ops[] = {
        [CMP_LT] = "<",  [CMP_LE] = "<=", [CMP_EQ] = "==",         [CMP_NE] = "!=", [CMP_GT] = ">",
        [CMP_GE] = ">=", [CMP_IN] = "in", [CMP_NOT_IN] = "not-in", [CMP_IS] = "is", [CMP_IS_NOT] = "is-not",
    };
    text(d, "(compare ");
    dump_expr(d, e->as.compare.left);
    const Expr *right = e->as.compare.rest;
    for (uint32_t i = 0; i < e->as.compare.count; i++, right = right->next) {
        buf_printf(d->out, " %s ", ops[e->as.compare.ops[i]]);
        dump_expr(d, right);
    }
    text(d, ")");
}

/* A name and up to three parts, of which those that are NULL show as `-`. */
static void dump_parts(Dump *d, const char *name, int count, const Expr *a, const Expr *b, const Expr *c) {
    const Expr *parts[] = {a, b, c};
    buf_printf(d->out, "(%s", name);
    for (int i = 0; i < count; i++) {
        text(d, " ");
        dump_expr(d, parts[i]);
    }
    text(d, ")");
}

static const char *const binary_names[BIN_COUNT] = {
    [BIN_ADD] = "+", [BIN_SUB] = "-",     [BIN_MUL] = "*",     [BIN_DIV] = "/", [BIN_FLOORDIV] = "//",
    [BIN_MOD] = "%", [BIN_POW] = "**",    [BIN_MATMUL] = "@",  [BIN_AND] = "&", [BIN_OR] = "|",
    [BIN_XOR] = "^", [BIN_LSHIFT] = "<<", [BIN_RSHIFT] = ">>",
};

static void dump_expr(Dump *d, const Expr *e) {
    static const char *const unary[] = {
        [UN_NEG] = "neg",
        [UN_POS] = "pos",
        [UN_INVERT] = "invert",
        [UN_NOT] = "not",
    };
    if (!e) {
        text(d, "-");
        return;
    }
    switch (e->kind) {
    case EX_NONE_LIT: text(d, "None"); break;
    case EX_TRUE: text(d, "True"); break;
    case EX_FALSE: text(d, "False"); break;
    case EX_ELLIPSIS: text(d, "..."); break;
    case EX_INT: text(d, e->as.text); break;
    case EX_FLOAT: buf_printf(d->out, "%.17gf", e->as.number); break;
    case EX_STR: dump_string(d, "", e->as.str.bytes, e->as.str.len, false); break;
    case EX_BYTES: dump_string(d, "b", e->as.str.bytes, e->as.str.len, true); break;
    case EX_FSTRING: dump_list(d, "fstring", e->as.list.items); break;
    case EX_FORMATTED: dump_formatted(d, e); break;
    case EX_NAME: text(d, e->as.name); break;
    case EX_ATTRIBUTE:
        text(d, "(. ");
        dump_expr(d, e->as.attribute.object);
        buf_printf(d->out, " %s)", e->as.attribute.name);
        break;
    case EX_SUBSCRIPT: dump_parts(d, "index", 2, e->as.pair.left, e->as.pair.right, NULL); break;
    case EX_SLICE: dump_parts(d, "slice", 3, e->as.slice.lower, e->as.slice.upper, e->as.slice.step); break;
    case EX_CALL: dump_call(d, "call", e->as.call.callee, e->as.call.args, e->as.call.keywords); break;
    case EX_TUPLE: dump_list(d, "tuple", e->as.list.items); break;
    case EX_LIST: dump_list(d, "list", e->as.list.items); break;
    case EX_SET: dump_list(d, "set", e->as.list.items); break;
    case EX_DICT: dump_list(d, "dict", e->as.list.items); break;
    case EX_PAIR: dump_parts(d, "pair", 2, e->as.pair.left, e->as.pair.right, NULL); break;
    case EX_STARRED: dump_parts(d, "star", 1, e->as.pair.left, NULL, NULL); break;
    case EX_UNARY: dump_parts(d, unary[e->as.unary.op], 1, e->as.unary.operand, NULL, NULL); break;
    case EX_BINARY:
        dump_parts(d, binary_names[e->as.binary.op], 2, e->as.binary.left, e->as.binary.right, NULL);
        break;
    case EX_AND: dump_list(d, "and", e->as.list.items); break;
    case EX_OR: dump_list(d, "or", e->as.list.items); break;
    case EX_COMPARE: dump_compare(d, e); break;
    case EX_IF: dump_parts(d, "if", 3, e->as.cond.cond, e->as.cond.then, e->as.cond.otherwise); break;
    case EX_LAMBDA:
        text(d, "(lambda ");
        dump_params(d, e->as.lambda.params);
        text(d, " ");
        dump_expr(d, e->as.lambda.body);
        text(d, ")");
        break;
    case EX_LISTCOMP: dump_comprehension(d, "listcomp", e); break;
    case EX_SETCOMP: dump_comprehension(d, "setcomp", e); break;
    case EX_DICTCOMP: dump_comprehension(d, "dictcomp", e); break;
    case EX_GENERATOR: dump_comprehension(d, "generator", e); break;
    case EX_AWAIT: dump_parts(d, "await", 1, e->as.pair.left, NULL, NULL); break;
    case EX_YIELD: dump_parts(d, "yield", 1, e->as.pair.left, NULL, NULL); break;
    case EX_YIELD_FROM: dump_parts(d, "yield-from", 1, e->as.pair.left, NULL, NULL); break;
    case EX_WALRUS:
        buf_printf(d->out, "(:= %s ", e->as.walrus.name);
        dump_expr(d, e->as.walrus.value);
        text(d, ")");
        break;
    }
}

/* --- patterns ------------------------------------------------------------------------ */

static void dump_pattern(Dump *d, const Pattern *pat) {
    static const char *const names[] = {
        [PAT_VALUE] = "value",     [PAT_SINGLETON] = "singleton",
        [PAT_CAPTURE] = "capture", [PAT_AS] = "as",
        [PAT_OR] = "or",           [PAT_SEQUENCE] = "sequence",
        [PAT_STAR] = "star",       [PAT_MAPPING] = "mapping",
        [PAT_CLASS] = "class",
    };
    buf_printf(d->out, "(%s", names[pat->kind]);
    if (pat->value) {
        text(d, " ");
        dump_expr(d, pat->value);
    }
    if (pat->inner) {
        text(d, " ");
        dump_pattern(d, pat->inner);
    }
    const Expr *key = pat->keys;
    for (const Pattern *item = pat->items; item; item = item->next) {
        text(d, " ");
        if (key) {
            dump_expr(d, key);
            text(d, ":");
            key = key->next;
        }
        if (item->keyword) buf_printf(d->out, "%s=", item->keyword);
        dump_pattern(d, item);
    }
    if (pat->name) buf_printf(d->out, " >%s", pat->name);
    text(d, ")");
}

/* --- statements ---------------------------------------------------------------------- */

static void line(Dump *d, const char *name) {
    buf_pad(d->out, ' ', d->depth * 2);
    text(d, name);
}

static void part(Dump *d, const Expr *e) {
    text(d, " ");
    dump_expr(d, e);
}

static void block(Dump *d, const Stmt *body) {
    text(d, "\n");
    d->depth++;
    dump_block(d, body);
    d->depth--;
}

static void named_block(Dump *d, const char *name, const Stmt *body) {
    if (!body) return;
    line(d, name);
    block(d, body);
}

static void dump_aliases(Dump *d, const Alias *a) {
    for (; a; a = a->next) {
        buf_printf(d->out, " %s", a->name);
        if (a->as) buf_printf(d->out, ":%s", a->as);
    }
    text(d, "\n");
}

static void dump_function(Dump *d, const Stmt *s) {
    for (const Expr *e = s->as.function.decorators; e; e = e->next) {
        line(d, "@");
        dump_expr(d, e);
        text(d, "\n");
    }
    line(d, s->as.function.is_async ? "async-def " : "def ");
    buf_printf(d->out, "%s ", s->as.function.name);
    dump_params(d, s->as.function.params);
    if (s->as.function.returns) part(d, s->as.function.returns);
    block(d, s->as.function.body);
}

static void dump_class(Dump *d, const Stmt *s) {
    for (const Expr *e = s->as.class_.decorators; e; e = e->next) {
        line(d, "@");
        dump_expr(d, e);
        text(d, "\n");
    }
    line(d, "class ");
    buf_printf(d->out, "%s ", s->as.class_.name);
    dump_call(d, "bases", NULL, s->as.class_.bases, s->as.class_.keywords);
    block(d, s->as.class_.body);
}

static void dump_try(Dump *d, const Stmt *s) {
    line(d, s->as.try_.is_star ? "try-star" : "try");
    block(d, s->as.try_.body);
    for (const Handler *h = s->as.try_.handlers; h; h = h->next) {
        line(d, "except");
        part(d, h->type);
        if (h->name) buf_printf(d->out, " %s", h->name);
        block(d, h->body);
    }
    named_block(d, "else", s->as.try_.orelse);
    named_block(d, "finally", s->as.try_.finally);
}

static void dump_with(Dump *d, const Stmt *s) {
    line(d, s->as.with.is_async ? "async-with" : "with");
    for (const WithItem *item = s->as.with.items; item; item = item->next) {
        part(d, item->context);
        text(d, ":");
        dump_expr(d, item->target);
    }
    block(d, s->as.with.body);
}

static void dump_match(Dump *d, const Stmt *s) {
    line(d, "match");
    part(d, s->as.match.subject);
    text(d, "\n");
    for (const MatchCase *c = s->as.match.cases; c; c = c->next) {
        line(d, "case ");
        dump_pattern(d, c->pattern);
        part(d, c->guard);
        block(d, c->body);
    }
}

static void dump_targets(Dump *d, const char *name, const Expr *targets) {
    line(d, name);
    for (; targets; targets = targets->next) part(d, targets);
}

static void dump_simple(Dump *d, const Stmt *s) {
    switch (s->kind) {
    case ST_EXPR:
        line(d, "expr");
        part(d, s->as.expr);
        break;
    case ST_RETURN:
        line(d, "return");
        part(d, s->as.expr);
        break;
    case ST_ASSIGN:
        dump_targets(d, "assign", s->as.assign.targets);
        text(d, " =");
        part(d, s->as.assign.value);
        break;
    case ST_AUG_ASSIGN:
        line(d, "augment ");
        text(d, binary_names[s->as.aug.op]);
        part(d, s->as.aug.target);
        part(d, s->as.aug.value);
        break;
    case ST_ANN_ASSIGN:
        line(d, s->as.ann.simple ? "annotate" : "annotate-other");
        part(d, s->as.ann.target);
        part(d, s->as.ann.annotation);
        part(d, s->as.ann.value);
        break;
    case ST_RAISE:
        line(d, "raise");
        part(d, s->as.raise.exc);
        part(d, s->as.raise.cause);
        break;
    case ST_ASSERT:
        line(d, "assert");
        part(d, s->as.assertion.test);
        part(d, s->as.assertion.message);
        break;
    case ST_DELETE: dump_targets(d, "delete", s->as.targets); break;
    case ST_GLOBAL:
    case ST_NONLOCAL:
        line(d, s->kind == ST_GLOBAL ? "global" : "nonlocal");
        for (uint32_t i = 0; i < s->as.names.count; i++) buf_printf(d->out, " %s", s->as.names.names[i]);
        break;
    case ST_BREAK: line(d, "break"); break;
    case ST_CONTINUE: line(d, "continue"); break;
    default: line(d, "pass"); break;
    }
    text(d, "\n");
}

static void dump_stmt(Dump *d, const Stmt *s) {
    switch (s->kind) {
    case ST_IMPORT:
        line(d, "import");
        dump_aliases(d, s->as.aliases);
        break;
    case ST_IMPORT_FROM:
        line(d, "from ");
        buf_pad(d->out, '.', (size_t)s->as.from.level);
        text(d, s->as.from.module ? s->as.from.module : "");
        dump_aliases(d, s->as.from.aliases);
        break;
    case ST_IF:
    case ST_WHILE:
        line(d, s->kind == ST_IF ? "if" : "while");
        part(d, s->as.branch.cond);
        block(d, s->as.branch.body);
        named_block(d, "else", s->as.branch.orelse);
        break;
    case ST_FOR:
        line(d, s->as.loop.is_async ? "async-for" : "for");
        part(d, s->as.loop.target);
        part(d, s->as.loop.iter);
        block(d, s->as.loop.body);
        named_block(d, "else", s->as.loop.orelse);
        break;
    case ST_WITH: dump_with(d, s); break;
    case ST_TRY: dump_try(d, s); break;
    case ST_MATCH: dump_match(d, s); break;
    case ST_FUNCTION: dump_function(d, s); break;
    case ST_CLASS: dump_class(d, s); break;
    default: dump_simple(d, s); break;
    }
}

static void dump_block(Dump *d, const Stmt *s) {
    for (; s; s = s->next) dump_stmt(d, s);
}

void lang_dump(const Module *m, Buf *out) {
    Dump d = {.out = out};
    dump_block(&d, m->body);
}
