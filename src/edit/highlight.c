#include "edit/highlight.h"

#include "lang/lexer.h"

#include <stdlib.h>

static void add(Highlight *h, Span span, PartKind kind) {
    if (span.end > span.start) vec_push(&h->parts, ((TextPart){span, kind}));
}

static void add_token(Highlight *h, Token t, TokenKind before) {
    if (t.kind == TOK_STRING) add(h, t.span, PART_STRING);
    else if (t.kind == TOK_NUMBER) add(h, t.span, PART_NUMBER);
    else if (token_is_keyword(t.kind)) add(h, t.span, PART_KEYWORD);
    else if (t.kind == TOK_NAME && (before == KW_DEF || before == KW_CLASS)) add(h, t.span, PART_DEFINED);
}

static void add_comments(Highlight *h, const char *text, const Comments *comments) {
    for (uint32_t i = 0; i < comments->list.len; i++) {
        Span s = comments->list.items[i];
        bool directive = s.end - s.start > 1 && text[s.start + 1] == ':';
        add(h, s, directive ? PART_DIRECTIVE : PART_COMMENT);
    }
}

static int by_start(const void *a, const void *b) {
    uint32_t x = ((const TextPart *)a)->span.start, y = ((const TextPart *)b)->span.start;
    return (x > y) - (x < y);
}

/* A token that is read twice after an error counts once. */
static void drop_overlaps(Highlight *h) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < h->parts.len; i++)
        if (kept == 0 || h->parts.items[i].span.start >= h->parts.items[kept - 1].span.end)
            h->parts.items[kept++] = h->parts.items[i];
    h->parts.len = kept;
}

void highlight_read(Highlight *h, const char *text, uint32_t len) {
    h->parts.len = 0;
    Comments comments = {0};
    Lexer lexer;
    lexer_init(&lexer, text, 0, len, NULL);
    lexer.comments = &comments;
    TokenKind before = TOK_NEWLINE;
    for (Token t = lexer_next(&lexer); t.kind != TOK_END; t = lexer_next(&lexer)) {
        if (t.kind == TOK_ERROR) lexer_recover(&lexer, (Resume){.at_next_line = true});
        add_token(h, t, before);
        before = t.kind;
    }
    add_comments(h, text, &comments);
    vec_deinit(&comments.list);
    if (h->parts.len) qsort(h->parts.items, h->parts.len, sizeof(TextPart), by_start);
    drop_overlaps(h);
}

uint32_t highlight_from(const Highlight *h, uint32_t offset) {
    uint32_t low = 0, high = h->parts.len;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (h->parts.items[middle].span.end > offset) high = middle;
        else low = middle + 1;
    }
    return low;
}

void highlight_deinit(Highlight *h) {
    vec_deinit(&h->parts);
}
