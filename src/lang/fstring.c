/* f-strings, as Python 3.11 reads them: the literal is cut into text and {…} first, then
 * the text within each pair of braces is parsed as an expression in brackets. So it can
 * hold neither a backslash, nor `#`, nor the quotes of the literal itself. */
#include "lang/parser.h"

#include <string.h>

typedef struct FString {
    Parser *p;
    const Literal *lit;
    Span token;
    uint32_t at, end;
} FString;

static Expr *parse_replacement(FString *f, int level);

static Span here(const FString *f) {
    return (Span){f->at, f->at < f->end ? f->at + 1 : f->at};
}

/* --- text --------------------------------------------------------------------------- */

/* Skips an escape, of which the braces of \N{…} are a part. */
static void skip_escape(FString *f) {
    const char *text = f->lit->text;
    f->at++;
    if (f->at >= f->end || text[f->at] == '{' || text[f->at] == '}') return;
    if (text[f->at++] != 'N' || f->at >= f->end || text[f->at] != '{') return;
    while (f->at < f->end && text[f->at] != '}') f->at++;
    if (f->at < f->end) f->at++;
}

/* Appends text up to the next {, or the end. Within a format spec } is an end too, and
 * doubled braces mean nothing. */
static void read_text(FString *f, bool in_spec, Buf *out) {
    const char *text = f->lit->text;
    uint32_t start = f->at;
    while (f->at < f->end) {
        char c = text[f->at];
        if (c == '\\' && !f->lit->raw) {
            skip_escape(f);
            continue;
        }
        if (c != '{' && c != '}') {
            f->at++;
            continue;
        }
        if (in_spec) break;
        if (f->at + 1 < f->end && text[f->at + 1] == c) {
            decode_text(f->p, f->lit, start, f->at + 1, out);
            f->at += 2;
            start = f->at;
            continue;
        }
        if (c == '{') break;
        Diag *diag = fail(f->p, here(f), MSG_FSTRING_SINGLE, NULL, NULL);
        fail_hint(f->p, diag, MSG_HINT_FSTRING_SINGLE, NULL, NULL);
        return;
    }
    if (start < f->at) decode_text(f->p, f->lit, start, f->at, out);
}

/* --- finding the end of an expression ------------------------------------------------ */

/* At a quote: moves to the last character of that string. False if it has no end. */
static bool skip_string(FString *f) {
    const char *text = f->lit->text;
    char quote = text[f->at];
    bool triple = f->at + 2 < f->end && text[f->at + 1] == quote && text[f->at + 2] == quote;
    uint32_t start = f->at;
    for (f->at += triple ? 3 : 1; f->at < f->end; f->at++) {
        if (text[f->at] == '\\') break;
        if (text[f->at] != quote) continue;
        if (!triple) return true;
        if (f->at + 2 < f->end && text[f->at + 1] == quote && text[f->at + 2] == quote) {
            f->at += 2;
            return true;
        }
    }
    if (f->at < f->end) return false; /* at a backslash, which the caller refuses */
    fail(f->p, (Span){start, f->end}, MSG_FSTRING_STRING_OPEN, NULL, NULL);
    return false;
}

/* Whether the character ends the expression, outside of brackets. Moves over the first
 * one of `!=` `==` `<=` `>=`. */
static bool ends_expression(FString *f) {
    char c = f->lit->text[f->at];
    if (!strchr("!:}=<>", c) || c == '\0') return false;
    char next = f->at + 1 < f->end ? f->lit->text[f->at + 1] : '\0';
    if (next == '=' && strchr("!=<>", c)) {
        f->at++;
        return false;
    }
    return c != '<' && c != '>';
}

static void refuse(FString *f, MsgId msg, MsgId hint) {
    Diag *diag = fail(f->p, here(f), msg, NULL, NULL);
    fail_hint(f->p, diag, hint, NULL, NULL);
}

/* f'{a['x']}': the quote that was to open a text has ended the f-string. */
static bool ends_at_own_quote(FString *f) {
    const char *after = f->lit->text + f->token.end;
    if (*after == '\0' || strchr(" \t\n)]},.:;+*%", *after)) return false;
    Span quote = {f->token.end - 1, f->token.end};
    Diag *diag = fail(f->p, quote, MSG_STRING_ENDED, snippet(f->p, quote), NULL);
    fail_hint(f->p, diag, MSG_HINT_FSTRING_QUOTES, NULL, NULL);
    return true;
}

/* Moves to the character that ends the expression. False after an error. */
static bool find_end(FString *f) {
    uint32_t open[MAX_BRACKETS];
    int depth = 0;
    for (; f->at < f->end; f->at++) {
        char c = f->lit->text[f->at];
        if ((c == '\'' || c == '"') && !skip_string(f) && f->p->panic) return false;
        c = f->lit->text[f->at];
        if (c == '\'' || c == '"') continue;
        if (c == '\\') {
            refuse(f, MSG_FSTRING_BACKSLASH, MSG_HINT_FSTRING_BACKSLASH);
            return false;
        }
        if (c == '#') {
            refuse(f, MSG_FSTRING_COMMENT, MSG_NONE);
            return false;
        }
        if (depth == 0 && ends_expression(f)) return true;
        if (c == '(' || c == '[' || c == '{') {
            if (depth >= MAX_BRACKETS) {
                refuse(f, MSG_BRACKETS_TOO_DEEP, MSG_NONE);
                return false;
            }
            open[depth++] = f->at;
        } else if ((c == ')' || c == ']' || c == '}') && depth > 0) {
            depth--; /* a wrong one is found when the expression is parsed */
        }
    }
    if (ends_at_own_quote(f)) return false;
    if (depth > 0) {
        Span span = {open[depth - 1], open[depth - 1] + 1};
        fail(f->p, span, MSG_BRACKET_OPEN, snippet(f->p, span), NULL);
        return false;
    }
    return true;
}

/* --- replacement fields -------------------------------------------------------------- */

static bool is_blank(const char *text, uint32_t start, uint32_t end) {
    while (start < end && strchr(" \t\n\f", text[start]) && text[start]) start++;
    return start == end;
}

static Expr *parse_inner(FString *f, uint32_t start, uint32_t end) {
    Parser *p = f->p;
    if (is_blank(f->lit->text, start, end)) {
        Diag *diag = fail(p, (Span){start - 1, end}, MSG_FSTRING_EMPTY, NULL, NULL);
        fail_hint(p, diag, MSG_HINT_FSTRING_EMPTY, NULL, NULL);
        return new_expr(p, EX_NONE_LIT, f->token);
    }
    Parser inner = *p;
    lexer_init(&inner.lexer, f->lit->text, start, end, p->diags);
    inner.lexer.inside = true;
    inner.lexer.line_start = false;
    inner.prev = (Token){.span = {start, start}};
    Expr *e = new_expr(p, EX_NONE_LIT, f->token);
    if (enter(&inner)) {
        advance(&inner);
        e = parse_group(&inner, start, TOK_END);
        /* The braces take the place of the brackets of a tuple. */
        if (e->span.start == start && !e->parenthesized) e->span = (Span){start - 1, end + 1};
    }
    if (inner.panic) fail_quietly(p);
    return e;
}

static char read_conversion(FString *f) {
    f->at++;
    char c = f->at < f->end ? f->lit->text[f->at] : '\0';
    if (c != 's' && c != 'r' && c != 'a') {
        refuse(f, MSG_FSTRING_CONVERSION, MSG_NONE);
        return 0;
    }
    f->at++;
    return c;
}

/* `{x=}`: keeps the text up to and with the `=`, and the blanks around it. */
static const char *read_debug(FString *f, uint32_t start) {
    f->at++;
    while (f->at < f->end && is_blank(f->lit->text, f->at, f->at + 1)) f->at++;
    return arena_strndup(f->p->arena, f->lit->text + start, f->at - start);
}

static void read_parts(FString *f, int level, Buf *text, ExprList *parts) {
    for (;;) {
        read_text(f, level > 0, text);
        if (f->p->panic || f->at >= f->end || f->lit->text[f->at] != '{') return;
        flush_text(f->p, text, parts, f->token);
        list_add(parts, parse_replacement(f, level));
    }
}

static Expr *read_spec(FString *f, int level) {
    uint32_t start = ++f->at;
    ExprList parts = {0};
    Buf text = {0};
    read_parts(f, level + 1, &text, &parts);
    Span span = {start, f->at};
    flush_text(f->p, &text, &parts, span);
    buf_deinit(&text);
    return new_list(f->p, EX_FSTRING, span, parts);
}

static char current(const FString *f) {
    return f->at < f->end ? f->lit->text[f->at] : '\0';
}

/* At a {. */
static Expr *parse_replacement(FString *f, int level) {
    enum { MAX_LEVEL = 2 };
    Parser *p = f->p;
    uint32_t open = f->at++, start = f->at;
    Expr *e = new_expr(p, EX_FORMATTED, f->token);
    e->as.formatted.value = new_expr(p, EX_NONE_LIT, f->token);
    if (level >= MAX_LEVEL) {
        refuse(f, MSG_FSTRING_TOO_DEEP, MSG_NONE);
        return e;
    }
    if (!find_end(f)) return e;
    if (f->at >= f->end) {
        Diag *diag = fail(p, (Span){open, open + 1}, MSG_FSTRING_OPEN, NULL, NULL);
        fail_hint(p, diag, MSG_HINT_FSTRING_OPEN, NULL, NULL);
        return e;
    }
    e->as.formatted.value = parse_inner(f, start, f->at);
    if (p->panic) return e;
    if (current(f) == '=') e->as.formatted.debug = read_debug(f, start);
    if (current(f) == '!') e->as.formatted.conversion = read_conversion(f);
    if (!p->panic && current(f) == ':') e->as.formatted.spec = read_spec(f, level);
    if (p->panic) return e;
    if (current(f) != '}') {
        fail(p, (Span){open, f->at}, MSG_FSTRING_OPEN, NULL, NULL);
        return e;
    }
    f->at++;
    e->span = (Span){open, f->at};
    bool plain = !e->as.formatted.spec && !e->as.formatted.conversion;
    if (e->as.formatted.debug && plain) e->as.formatted.conversion = 'r';
    return e;
}

void parse_fstring(Parser *p, const Literal *lit, Buf *pending, ExprList *parts, Span token) {
    FString f = {.p = p, .lit = lit, .token = token, .at = lit->body.start, .end = lit->body.end};
    read_parts(&f, 0, pending, parts);
}
