#include "lang/directive.h"

#include "lang/lexer.h"

#include <stdio.h>
#include <string.h>

typedef enum Shape { TEXT, COUNT, WORD, LATENCY, DISHES, EXPECTATION } Shape;

static const Shape shapes[DIRECTIVE_KINDS] = {
#define DIRECTIVE(id, name, shape, about) [DIRECTIVE_##id] = shape,
#include "base/directives.def"
};

enum {
    MARK = 2,            /* the length of #: */
    LONGEST_TEXT = 2000, /* bytes; nobody reads more from a wall */
    NANOSECONDS = 1000000000,
};

/* --- what is wrong ---------------------------------------------------------------------- */

bool directive_wrong(DirectiveReader *r, Span span, MsgId msg, const char *a, const char *b) {
    if (!r->wrong) diag_warning(r->diags, span, msg, a ? a : "", b ? b : "", NULL);
    r->wrong = true;
    return false;
}

static void join(Buf *out, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++) buf_printf(out, "%s%s", i ? ", " : "", words[i]);
}

/* The nearest of what there is, or all of it. */
void directive_did_you_mean(DirectiveReader *r, Span span, MsgId msg, const char *word,
                            const char *const *known, size_t count) {
    const char *meant = nearest_word(word, known, count);
    Diag *d = diag_warning(r->diags, span, msg, word, NULL);
    Buf all = {0};
    join(&all, known, count);
    if (meant) diag_hint(r->diags, d, MSG_DIRECTIVE_MEANT, meant, NULL);
    else diag_hint(r->diags, d, MSG_DIRECTIVE_ONE_OF, buf_cstr(&all), NULL);
    buf_deinit(&all);
    r->wrong = true;
}

/* --- pieces ----------------------------------------------------------------------------- */

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

const char *directive_copy(DirectiveReader *r, Span span) {
    return arena_strndup(&r->out->arena, r->text + span.start, span.end - span.start);
}

void directive_blanks(DirectiveReader *r) {
    while (r->at < r->end && is_blank(r->text[r->at])) r->at++;
}

Span directive_word(DirectiveReader *r) {
    Span span = {r->at, r->at};
    while (r->at < r->end && !is_blank(r->text[r->at])) r->at++;
    span.end = r->at;
    directive_blanks(r);
    return span;
}

Span directive_rest(const DirectiveReader *r) {
    if (r->at < r->end) return (Span){r->at, r->end};
    return (Span){r->end, r->end + 1};
}

/* A blank, a # and a blank begin a remark where no text of the author's is expected. */
static void cut_remark(DirectiveReader *r) {
    char quote = '\0';
    for (uint32_t i = r->at; i < r->end; i++) {
        char c = r->text[i];
        if (quote && c == '\\') i++;
        else if (quote) quote = c == quote ? '\0' : quote;
        else if (c == '"' || c == '\'') quote = c;
        else if (c == '#' && i > 0 && is_blank(r->text[i - 1])) r->end = i;
    }
    while (r->end > r->at && is_blank(r->text[r->end - 1])) r->end--;
}

/* A number as it is written in Python; exact, as it is read by decimal digits. */
static bool read_decimal(const char *s, const char **end, int64_t *ns) {
    int64_t whole = 0, part = 0, scale = NANOSECONDS;
    const char *p = s;
    for (; *p >= '0' && *p <= '9' && whole < 1000000000; p++) whole = whole * 10 + (*p - '0');
    bool digits = p > s;
    if (*p == '.')
        for (p++; *p >= '0' && *p <= '9'; p++, digits = true)
            if (scale > 1) part += (*p - '0') * (scale /= 10);
    *end = p;
    *ns = whole * NANOSECONDS + part;
    return digits;
}

bool directive_duration(DirectiveReader *r, int64_t *ns) {
    static const struct {
        const char *name;
        int64_t up, down;
    } units[] = {{"", 1, 1}, {"s", 1, 1}, {"ms", 1, 1000}, {"min", 60, 1}, {"h", 3600, 1}};
    Span span = directive_word(r);
    const char *word = directive_copy(r, span), *unit;
    bool ok = read_decimal(word, &unit, ns);
    uint32_t before = r->at;
    Span next = directive_word(r);
    const char *apart = directive_copy(r, next);
    bool is_apart = false;
    for (size_t i = 1; ok && !*unit && i < sizeof units / sizeof *units; i++)
        if (strcmp(units[i].name, apart) == 0) is_apart = true;
    if (is_apart) unit = apart;
    else r->at = before;
    for (size_t i = 0; ok && i < sizeof units / sizeof *units; i++) {
        if (strcmp(units[i].name, unit) != 0) continue;
        *ns = *ns * units[i].up / units[i].down;
        return true;
    }
    return directive_wrong(r, span.end > span.start ? span : directive_rest(r), MSG_DIRECTIVE_DURATION, word,
                           NULL);
}

/* --- texts in several languages ----------------------------------------------------------- */

static void tell_language(DirectiveReader *r, Span span) {
    const char *known[LANG_COUNT];
    Buf all = {0};
    for (int i = 0; i < LANG_COUNT; i++) known[i] = lang_name((Lang)i);
    join(&all, known, LANG_COUNT);
    directive_wrong(r, span, MSG_DIRECTIVE_LANGUAGE, directive_copy(r, span), buf_cstr(&all));
    buf_deinit(&all);
}

/* `about` and `say` may go on over several lines; another thing is said once. */
static void set_text(DirectiveReader *r, const Directive *d, const char **to, Span text) {
    bool goes_on = d->kind == DIRECTIVE_ABOUT || d->kind == DIRECTIVE_SAY;
    while (text.end > text.start && is_blank(r->text[text.end - 1])) text.end--;
    while (text.start < text.end && is_blank(r->text[text.start])) text.start++;
    size_t len = text.end - text.start + (*to ? strlen(*to) : 0);
    if (len > LONGEST_TEXT) {
        directive_wrong(r, text, MSG_DIRECTIVE_TOO_LONG, directive_name(d->kind), NULL);
    } else if (text.start == text.end) {
        directive_wrong(r, directive_rest(r), MSG_DIRECTIVE_NO_TEXT, directive_name(d->kind), NULL);
    } else if (!*to) {
        *to = directive_copy(r, text);
    } else if (goes_on) {
        Buf both = {0};
        buf_printf(&both, "%s %s", *to, directive_copy(r, text));
        *to = arena_strndup(&r->out->arena, both.data, both.len);
        buf_deinit(&both);
    } else {
        directive_wrong(r, text, MSG_DIRECTIVE_TWICE, directive_name(d->kind), NULL);
    }
}

/* `| fr:`: where its text begins, with the language's name in `name`; 0 if none begins here. */
static uint32_t language_begins(const DirectiveReader *r, uint32_t at, Span *name) {
    if (r->text[at] != '|') return 0;
    for (at++; at < r->end && is_blank(r->text[at]); at++) continue;
    name->start = at;
    while (at < r->end && r->text[at] >= 'a' && r->text[at] <= 'z') at++;
    name->end = at;
    if (name->end - name->start != 2) return 0;
    while (at < r->end && is_blank(r->text[at])) at++;
    return at < r->end && r->text[at] == ':' ? at + 1 : 0;
}

static bool find_language(DirectiveReader *r, Span name, Lang *lang) {
    const char *word = directive_copy(r, name);
    if (!lang_is_known(word)) return false;
    *lang = lang_from_name(word);
    return true;
}

/* The texts from r->at on; the first one goes to `to`, which is NULL for `#: | fr: …`. */
static void read_texts(DirectiveReader *r, Directive *d, const char **to) {
    Span name = {0, 0};
    while (r->at < r->end || to) {
        uint32_t bar = r->at, behind = 0;
        while (bar < r->end && (behind = language_begins(r, bar, &name)) == 0) bar++;
        if (to) set_text(r, d, to, (Span){r->at, bar});
        to = NULL;
        if (behind == 0) return;
        r->at = behind;
        Lang lang;
        if (find_language(r, name, &lang)) {
            to = &d->texts[lang];
            continue;
        }
        tell_language(r, name);
        r->wrong = false; /* the texts of the other languages are right */
        to = NULL;
        while (r->at < r->end && language_begins(r, r->at, &name) == 0) r->at++;
    }
}

const char *directive_text(const Directive *d, Lang lang) {
    if (d->texts[lang]) return d->texts[lang];
    if (d->own) return d->own;
    for (int i = 0; i < LANG_COUNT; i++)
        if (d->texts[i]) return d->texts[i];
    return NULL;
}

/* --- values ------------------------------------------------------------------------------- */

static size_t words_of(DirectiveKind kind, const char **out, DirectiveChoice *first) {
    size_t n = 0;
    for (int c = 0; c < DIRECTIVE_CHOICES; c++) {
        if (choice_directive((DirectiveChoice)c) != kind) continue;
        if (n == 0) *first = (DirectiveChoice)c;
        out[n++] = choice_word((DirectiveChoice)c);
    }
    return n;
}

static void not_chosen(DirectiveReader *r, DirectiveKind kind, Span span) {
    const char *known[DIRECTIVE_CHOICES], *word = directive_copy(r, span);
    DirectiveChoice first;
    size_t n = words_of(kind, known, &first);
    if (kind == DIRECTIVE_DISH) {
        directive_did_you_mean(r, span, MSG_DIRECTIVE_DISH, word, known, n);
        return;
    }
    Buf all = {0};
    join(&all, known, n);
    Diag *d = diag_warning(r->diags, span, MSG_DIRECTIVE_CHOICE, directive_name(kind), word, NULL);
    diag_hint(r->diags, d, MSG_DIRECTIVE_ONE_OF, buf_cstr(&all), NULL);
    buf_deinit(&all);
    r->wrong = true;
}

static bool read_choice(DirectiveReader *r, DirectiveKind kind, Span span, DirectiveChoice *out) {
    const char *known[DIRECTIVE_CHOICES], *word = directive_copy(r, span);
    DirectiveChoice first = 0;
    size_t n = words_of(kind, known, &first);
    for (size_t i = 0; i < n; i++) {
        if (strcmp(word, known[i]) != 0) continue;
        *out = (DirectiveChoice)(first + i);
        return true;
    }
    not_chosen(r, kind, span.end > span.start ? span : directive_rest(r));
    return false;
}

static void read_count(DirectiveReader *r, Directive *d) {
    Span span = directive_word(r);
    const char *word = directive_copy(r, span), *p = word;
    for (; *p >= '0' && *p <= '9' && d->number < INT64_MAX / 10 - 1; p++)
        d->number = d->number * 10 + (*p - '0');
    if (p == word || *p)
        directive_wrong(r, span.end > span.start ? span : directive_rest(r), MSG_DIRECTIVE_COUNT,
                        directive_name(d->kind), NULL);
}

static void read_latency(DirectiveReader *r, Directive *d) {
    Span span = directive_word(r);
    d->words[0] = directive_copy(r, span);
    if (r->at >= r->end) directive_wrong(r, directive_rest(r), MSG_DIRECTIVE_LATENCY, NULL, NULL);
    else directive_duration(r, &d->number);
}

/* pizza, salad: one for each task that the line makes, and again from the first one. */
static void read_dishes(DirectiveReader *r, Directive *d) {
    char most[16];
    do {
        directive_blanks(r);
        Span span = {r->at, r->at};
        while (r->at < r->end && !is_blank(r->text[r->at]) && r->text[r->at] != ',') r->at++;
        span.end = r->at;
        directive_blanks(r);
        if (d->dish_count == DIRECTIVE_DISHES) {
            snprintf(most, sizeof most, "%d", DIRECTIVE_DISHES);
            directive_wrong(r, span, MSG_DIRECTIVE_DISHES_MANY, most, NULL);
            return;
        }
        if (!read_choice(r, d->kind, span, &d->dishes[d->dish_count])) return;
        d->dish_count++;
    } while (r->at < r->end && r->text[r->at++] == ',');
}

static void read_value(DirectiveReader *r, Directive *d) {
    switch (shapes[d->kind]) {
    case TEXT: return;
    case COUNT: read_count(r, d); break;
    case WORD: read_choice(r, d->kind, directive_word(r), &d->choice); break;
    case LATENCY: read_latency(r, d); break;
    case DISHES: read_dishes(r, d); break;
    case EXPECTATION: directive_read_expect(r, d); break;
    }
    if (!r->wrong && r->at < r->end)
        directive_wrong(r, directive_rest(r), MSG_DIRECTIVE_MORE, directive_copy(r, directive_rest(r)), NULL);
}

/* --- the lines of code ---------------------------------------------------------------------- */

typedef struct Statement {
    uint32_t first, last; /* lines */
    const char *function; /* that it defines, or NULL */
    bool decorates;
} Statement;

/* A block that is open: a class has a name, a function ends what a name is made of. */
typedef struct Block {
    Span name;
    bool is_class, is_def;
} Block;

typedef struct Outline {
    VEC(Statement) statements;
    VEC(Block) blocks;
    Comments comments;
    Block opened; /* by the last statement, if a block follows */
} Outline;

/* "Kitchen.cook": a function goes by the classes that it is directly in. */
static const char *qualified(DirectiveReader *r, const Outline *o, Span name) {
    Buf text = {0};
    uint32_t from = o->blocks.len;
    while (from > 0 && !o->blocks.items[from - 1].is_def) from--;
    for (uint32_t i = from; i < o->blocks.len; i++) {
        const Block *b = &o->blocks.items[i];
        if (!b->is_class) continue;
        buf_add(&text, r->text + b->name.start, b->name.end - b->name.start);
        buf_addc(&text, '.');
    }
    buf_add(&text, r->text + name.start, name.end - name.start);
    const char *kept = arena_strndup(&r->out->arena, text.data, text.len);
    buf_deinit(&text);
    return kept;
}

static void end_statement(DirectiveReader *r, Outline *o, Statement *s, const Block *b, uint32_t last) {
    s->last = last;
    if (b->is_def) s->function = qualified(r, o, b->name);
    vec_push(&o->statements, *s);
    o->opened = *b;
}

/* One pass over the tokens. The text has been parsed: what is wrong with it has been told. */
static void read_outline(DirectiveReader *r, Outline *o) {
    Lexer lx;
    Statement s = {0};
    Block b = {0};
    TokenKind before = TOK_NEWLINE;
    lexer_init(&lx, r->text, 0, r->source->len, NULL);
    lx.comments = &o->comments;
    for (Token t = lexer_next(&lx); t.kind != TOK_END && t.kind != TOK_ERROR; t = lexer_next(&lx)) {
        if (t.kind == TOK_INDENT) {
            vec_push(&o->blocks, o->opened);
            continue;
        }
        if (t.kind == TOK_DEDENT) {
            if (o->blocks.len) o->blocks.len--;
            continue;
        }
        if (t.kind == TOK_NEWLINE) {
            end_statement(r, o, &s, &b, source_line_of(r->source, t.span.start));
        } else if (before == TOK_NEWLINE) {
            s = (Statement){source_line_of(r->source, t.span.start), 0, NULL, t.kind == TOK_AT};
            b = (Block){0};
        }
        if (t.kind == TOK_NAME && (before == KW_DEF || before == KW_CLASS))
            b = (Block){t.span, before == KW_CLASS, before == KW_DEF};
        before = t.kind;
    }
}

/* Behind decorators stands what they decorate. */
static const Statement *statement_at(const Outline *o, uint32_t line, bool alone) {
    uint32_t low = 0, high = o->statements.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (o->statements.items[middle].last < line) low = middle + 1;
        else high = middle;
    }
    while (alone && low < o->statements.len && o->statements.items[low].decorates) low++;
    return low < o->statements.len ? &o->statements.items[low] : NULL;
}

static bool is_alone(const DirectiveReader *r, uint32_t comment) {
    while (comment > 0 && is_blank(r->text[comment - 1])) comment--;
    return comment == 0 || r->text[comment - 1] == '\n';
}

/* Within a statement over several lines: the next one that is not blank and no comment. */
static uint32_t code_line_below(const DirectiveReader *r, uint32_t line, uint32_t last) {
    for (line++; line < last; line++) {
        uint32_t len, i = 0;
        const char *text = source_line(r->source, line, &len);
        while (i < len && is_blank(text[i])) i++;
        if (i < len && text[i] != '#') break;
    }
    return line;
}

static uint32_t column_of(const DirectiveReader *r, uint32_t line) {
    uint32_t len, i = 0;
    const char *text = source_line(r->source, line, &len);
    while (i < len && is_blank(text[i])) i++;
    return i;
}

/* At the end of a block nothing of it follows: then it is about the line above. */
static const Statement *above_if_block_ends(const DirectiveReader *r, const Outline *o, uint32_t line,
                                            const Statement *below) {
    const Statement *end = o->statements.items + o->statements.len, *s = below ? below : end;
    bool deeper = column_of(r, line) > (below ? column_of(r, below->first) : 0);
    return deeper && s > o->statements.items && (!below || below->first > line) ? s - 1 : below;
}

static void find_code(DirectiveReader *r, const Outline *o, Directive *d, uint32_t comment) {
    bool alone = is_alone(r, comment);
    const Statement *s = statement_at(o, d->line, alone);
    if (alone) s = above_if_block_ends(r, o, d->line, s);
    if (!s) {
        directive_wrong(r, d->span, MSG_DIRECTIVE_NO_CODE, directive_name(d->kind), NULL);
        return;
    }
    d->first = s->first;
    d->last = s->last;
    d->function = s->function;
    if (!alone) d->code_line = d->line;
    else if (s->first <= d->line && s->last > d->line) d->code_line = code_line_below(r, d->line, s->last);
    else d->code_line = s->first;
}

/* --- directives ------------------------------------------------------------------------------ */

static bool find_kind(DirectiveReader *r, Span name, DirectiveKind *kind) {
    const char *known[DIRECTIVE_KINDS], *word = directive_copy(r, name);
    for (int k = 0; k < DIRECTIVE_KINDS; k++) {
        known[k] = directive_name((DirectiveKind)k);
        if (strcmp(known[k], word) != 0) continue;
        *kind = (DirectiveKind)k;
        return true;
    }
    directive_did_you_mean(r, name, MSG_DIRECTIVE_UNKNOWN, word, known, DIRECTIVE_KINDS);
    return false;
}

/* One that says the same of the same, to which another language or another line is added. The
 * lines of code never go back, so that it can only be the last one of its kind. */
static Directive *earlier(const DirectiveReader *r, const Directive *d) {
    uint32_t last = r->last_of[d->kind];
    Directive *e = last ? &r->out->list.items[last - 1] : NULL;
    return e && e->code_line == d->code_line ? e : NULL;
}

static Directive *keep(DirectiveReader *r, const Directive *d) {
    vec_push(&r->out->list, *d);
    r->last_of[d->kind] = r->out->list.len;
    return &vec_last(&r->out->list);
}

static void read_text_directive(DirectiveReader *r, const Directive *d, bool in_language, Lang lang) {
    Directive *e = earlier(r, d);
    uint32_t before = r->last_of[d->kind];
    if (!e) e = keep(r, d);
    read_texts(r, e, in_language ? &e->texts[lang] : &e->own);
    if (directive_text(e, LANG_EN)) return;
    r->out->list.len--; /* it is the last one: it is new */
    r->last_of[d->kind] = before;
}

static void read_other(DirectiveReader *r, Directive *d, Span name, bool in_language) {
    bool many = d->kind == DIRECTIVE_EXPECT || d->kind == DIRECTIVE_LATENCY;
    if (in_language) directive_wrong(r, name, MSG_DIRECTIVE_NOT_SPOKEN, directive_name(d->kind), NULL);
    cut_remark(r);
    d->span.end = r->end > d->span.start ? r->end : d->span.end;
    read_value(r, d);
    if (!many && !r->wrong && earlier(r, d))
        directive_wrong(r, d->span, MSG_DIRECTIVE_TWICE, directive_name(d->kind), NULL);
    if (!r->wrong) keep(r, d);
}

static Span read_name(DirectiveReader *r) {
    Span name = {r->at, r->at};
    while (r->at < r->end && !is_blank(r->text[r->at]) && r->text[r->at] != '.') r->at++;
    name.end = r->at;
    return name;
}

static void read_directive(DirectiveReader *r, const Outline *o, Span comment) {
    Directive d = {.line = source_line_of(r->source, comment.start)};
    Span name = read_name(r), language = {0, 0};
    Lang lang = LANG_EN;
    d.span = (Span){name.start, r->end};
    if (name.end == name.start) {
        directive_wrong(r, comment, MSG_DIRECTIVE_NAMELESS, NULL, NULL);
        return;
    }
    if (!find_kind(r, name, &d.kind)) return;
    bool in_language = r->at < r->end && r->text[r->at] == '.';
    if (in_language) {
        r->at++;
        language = read_name(r);
        if (!find_language(r, language, &lang)) {
            tell_language(r, language.end > language.start ? language : name);
            return;
        }
    }
    directive_blanks(r);
    if (directive_is_of_code(d.kind)) find_code(r, o, &d, comment.start);
    if (r->wrong) return;
    if (shapes[d.kind] == TEXT) read_text_directive(r, &d, in_language, lang);
    else read_other(r, &d, name, in_language);
}

/* `#: | fr: …` below a directive with texts. */
static void read_more(DirectiveReader *r, uint32_t line, Span comment) {
    Directive *last = r->out->list.len ? &vec_last(&r->out->list) : NULL;
    if (!last || last->line + 1 != line || shapes[last->kind] != TEXT) {
        directive_wrong(r, comment, MSG_DIRECTIVE_NOTHING_ABOVE, NULL, NULL);
        return;
    }
    last->line = line;
    read_texts(r, last, NULL);
}

static void read_comment(DirectiveReader *r, const Outline *o, Span comment) {
    if (comment.end - comment.start < MARK || r->text[comment.start + 1] != ':') return;
    r->at = comment.start + MARK;
    r->end = comment.end;
    r->wrong = false;
    while (r->end > r->at && (is_blank(r->text[r->end - 1]) || r->text[r->end - 1] == '\f')) r->end--;
    directive_blanks(r);
    if (r->at < r->end && r->text[r->at] == '|')
        read_more(r, source_line_of(r->source, comment.start), comment);
    else read_directive(r, o, comment);
}

/* --- the whole ------------------------------------------------------------------------------- */

void directives_read(Directives *d, const Source *source, Diags *diags) {
    *d = (Directives){0};
    if (!strstr(source->text, "#:")) return;
    DirectiveReader r = {.out = d, .source = source, .diags = diags, .text = source->text};
    Outline o = {0};
    read_outline(&r, &o);
    for (uint32_t i = 0; i < o.comments.list.len; i++) read_comment(&r, &o, o.comments.list.items[i]);
    vec_deinit(&o.comments.list);
    vec_deinit(&o.statements);
    vec_deinit(&o.blocks);
}

void directives_deinit(Directives *d) {
    vec_deinit(&d->list);
    arena_deinit(&d->arena);
}

const Directive *directives_find(const Directives *d, DirectiveKind kind) {
    for (uint32_t i = 0; i < d->list.len; i++)
        if (d->list.items[i].kind == kind) return &d->list.items[i];
    return NULL;
}

/* An address fits a pattern that it begins with; * stands for anything. Only the last * is
 * ever tried again: what came before it has found its place. */
static bool fits(const char *pattern, const char *url) {
    const char *behind_star = NULL, *retry = NULL;
    while (*pattern) {
        if (*pattern == '*') {
            behind_star = ++pattern;
            retry = url;
        } else if (*url && *pattern == *url) {
            pattern++;
            url++;
        } else if (behind_star && *retry) {
            pattern = behind_star;
            url = ++retry;
        } else {
            return false;
        }
    }
    return true;
}

int64_t directives_latency(const Directives *d, const char *url) {
    for (uint32_t i = 0; i < d->list.len; i++) {
        const Directive *e = &d->list.items[i];
        if (e->kind == DIRECTIVE_LATENCY && fits(e->words[0], url)) return e->number;
    }
    return -1;
}
