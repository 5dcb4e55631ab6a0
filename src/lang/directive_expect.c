/* The values of `expect`. */
#include "lang/directive.h"

#include <stdlib.h>
#include <string.h>

typedef enum ExpectShape { DURATION, STRING, ORDER, LIMIT, NAMES, NOTHING, EXCEPTION } ExpectShape;

static const struct {
    const char *words;
    ExpectShape shape;
} expects[EXPECT_KINDS] = {
#define EXPECT(id, words, shape) [EXPECT_##id] = {words, shape},
#include "base/directives.def"
};

/* --- pieces --------------------------------------------------------------------------- */

static bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

static bool is_end(const DirectiveReader *r, uint32_t at) {
    return at >= r->end || is_blank(r->text[at]);
}

/* Moves behind `words` if they come next; a blank in them is any number of blanks. */
static bool skip_words(DirectiveReader *r, const char *words) {
    uint32_t at = r->at;
    for (; *words; words++) {
        if (*words == ' ') {
            if (!is_end(r, at)) return false;
            while (at < r->end && is_blank(r->text[at])) at++;
        } else if (at >= r->end || r->text[at++] != *words) {
            return false;
        }
    }
    if (!is_end(r, at)) return false;
    r->at = at;
    directive_blanks(r);
    return true;
}

/* A sign may stand at once before its number: <3.6 */
static bool read_compare(DirectiveReader *r, Compare *compare) {
    for (int c = 0; c < COMPARE_KINDS; c++) {
        const char *sign = compare_sign((Compare)c);
        size_t n = strlen(sign);
        if (r->end - r->at < n || memcmp(r->text + r->at, sign, n) != 0) continue;
        r->at += (uint32_t)n;
        directive_blanks(r);
        *compare = (Compare)c;
        return true;
    }
    return false;
}

static char escaped(char c) {
    return c == 'n' ? '\n' : c == 't' ? '\t' : c;
}

/* "…" with \n, \t, \" and \\ in it. */
static bool read_string(DirectiveReader *r, const char **out) {
    char quote = r->at < r->end ? r->text[r->at] : '\0';
    uint32_t start = r->at;
    if (quote != '"' && quote != '\'')
        return directive_wrong(r, directive_rest(r), MSG_EXPECT_STRING, NULL, NULL);
    Buf text = {0};
    for (r->at++; r->at < r->end && r->text[r->at] != quote; r->at++) {
        char c = r->text[r->at];
        if (c == '\\' && r->at + 1 < r->end) c = escaped(r->text[++r->at]);
        buf_addc(&text, c);
    }
    bool closed = r->at < r->end;
    if (closed) {
        r->at++;
        directive_blanks(r);
        *out = arena_strndup(&r->out->arena, buf_cstr(&text), text.len);
    }
    buf_deinit(&text);
    return closed || directive_wrong(r, (Span){start, r->end}, MSG_EXPECT_STRING_OPEN, NULL, NULL);
}

/* A word, or several in quotes; "cook()" is called cook. */
static bool read_name(DirectiveReader *r, const char **out) {
    if (r->at < r->end && (r->text[r->at] == '"' || r->text[r->at] == '\'')) return read_string(r, out);
    Span span = directive_word(r);
    if (span.end == span.start) return directive_wrong(r, directive_rest(r), MSG_EXPECT_NAME, NULL, NULL);
    if (span.end - span.start > 2 && memcmp(r->text + span.end - 2, "()", 2) == 0) span.end -= 2;
    *out = directive_copy(r, span);
    return true;
}

/* --- shapes --------------------------------------------------------------------------- */

static void read_time(DirectiveReader *r, Directive *d) {
    const char *what = expects[d->expect].words;
    if (!read_compare(r, &d->compare)) {
        directive_wrong(r, directive_rest(r), MSG_EXPECT_COMPARE, what, NULL);
        return;
    }
    bool within = d->compare == COMPARE_WITHIN;
    if (!directive_duration(r, within ? &d->slack : &d->number) || !within) return;
    if (skip_words(r, "of")) directive_duration(r, &d->number);
    else directive_wrong(r, directive_rest(r), MSG_EXPECT_OF, NULL, NULL);
}

static void read_two(DirectiveReader *r, Directive *d, bool (*read)(DirectiveReader *r, const char **out)) {
    if (!read(r, &d->words[0])) return;
    if (skip_words(r, "before")) read(r, &d->words[1]);
    else directive_wrong(r, directive_rest(r), MSG_EXPECT_BEFORE, NULL, NULL);
}

static void read_limit(DirectiveReader *r, Directive *d) {
    if (!read_name(r, &d->words[0])) return;
    bool compares = read_compare(r, &d->compare) && d->compare != COMPARE_WITHIN;
    char *end = NULL;
    Span span = directive_word(r);
    const char *word = directive_copy(r, span);
    long n = strtol(word, &end, 10);
    if (!compares || end == word || *end || n < 0)
        directive_wrong(r, span.end > span.start ? span : directive_rest(r), MSG_EXPECT_LIMIT, NULL, NULL);
    d->number = n;
}

static void read_shape(DirectiveReader *r, Directive *d) {
    switch (expects[d->expect].shape) {
    case DURATION: read_time(r, d); break;
    case STRING: read_string(r, &d->words[0]); break;
    case ORDER: read_two(r, d, read_string); break;
    case NAMES: read_two(r, d, read_name); break;
    case LIMIT: read_limit(r, d); break;
    case EXCEPTION: read_name(r, &d->words[0]); break;
    case NOTHING: break;
    }
}

/* Two have a beginning in common: `output "a" before "b"` stands behind the longer ones. */
void directive_read_expect(DirectiveReader *r, Directive *d) {
    const char *known[EXPECT_KINDS];
    Span first = directive_rest(r);
    for (int e = 0; e < EXPECT_KINDS; e++) {
        known[e] = expects[e].words;
        if (r->wrong || !skip_words(r, known[e])) continue;
        d->expect = (ExpectKind)e;
        read_shape(r, d);
        return;
    }
    if (r->at < r->end) first = directive_word(r);
    directive_did_you_mean(r, first, MSG_EXPECT_UNKNOWN, directive_copy(r, first), known, EXPECT_KINDS);
}
