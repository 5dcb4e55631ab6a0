#include "base/diag.h"

#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum {
    TAB = 4,
    ARG_POINTS = 100, /* of an argument that is shown: a name may be a million characters long */
    WINDOW = 100,     /* columns of a source line that are shown */
    LEAD = 60,        /* of these, before the place when the line is cut */
};

/* --- gathering -------------------------------------------------------------------- */

/* Beyond the limit one more slot takes every diagnostic, and none is kept. */
static Diag *new_diag(Diags *d) {
    vec_reserve(&d->list, DIAG_LIMIT + 1); /* once: pointers into it stay valid */
    Diag *diag = &d->list.items[d->list.len];
    if (d->list.len < DIAG_LIMIT) d->list.len++;
    else d->dropped++;
    *diag = (Diag){0};
    return diag;
}

static bool is_kept(const Diags *d, const Diag *diag) {
    return diag != &d->list.items[DIAG_LIMIT];
}

static const char *copy_arg(Diags *d, const char *arg) {
    size_t len = strlen(arg), points = 0;
    for (size_t i = 0; i < len; i++) {
        if (((unsigned char)arg[i] & 0xC0) == 0x80 || points++ < ARG_POINTS) continue;
        char *cut = arena_strndup(&d->arena, arg, i + strlen("…"));
        memcpy(cut + i, "…", strlen("…"));
        return cut;
    }
    return arena_strndup(&d->arena, arg, len);
}

static void set_text(Diags *d, DiagText *text, MsgId msg, va_list args) {
    *text = (DiagText){.msg = msg};
    for (const char *arg; text->nargs < DIAG_ARGS && (arg = va_arg(args, const char *));)
        text->args[text->nargs++] = copy_arg(d, arg);
}

Diag *diag_error(Diags *d, Span span, MsgId msg, ...) {
    Diag *diag = new_diag(d);
    d->errors++;
    diag->level = DIAG_ERROR;
    diag->span = span;
    va_list args;
    va_start(args, msg);
    if (is_kept(d, diag)) set_text(d, &diag->text, msg, args);
    va_end(args);
    return diag;
}

Diag *diag_warning(Diags *d, Span span, MsgId msg, ...) {
    Diag *diag = new_diag(d);
    diag->level = DIAG_WARNING;
    diag->span = span;
    va_list args;
    va_start(args, msg);
    if (is_kept(d, diag)) set_text(d, &diag->text, msg, args);
    va_end(args);
    return diag;
}

void diag_hint(Diags *d, Diag *diag, MsgId msg, ...) {
    va_list args;
    va_start(args, msg);
    if (is_kept(d, diag)) set_text(d, &diag->hint, msg, args);
    va_end(args);
}

void diag_also(Diag *diag, Span span) {
    diag->also = span;
}

/* Stable: two at one place stay in the order in which they were found. */
void diags_sort(Diags *d) {
    for (uint32_t i = 1; i < d->list.len; i++) {
        Diag moving = d->list.items[i];
        uint32_t j = i;
        for (; j && d->list.items[j - 1].span.start > moving.span.start; j--)
            d->list.items[j] = d->list.items[j - 1];
        d->list.items[j] = moving;
    }
}

void diags_deinit(Diags *d) {
    vec_deinit(&d->list);
    arena_deinit(&d->arena);
    *d = (Diags){0};
}

/* --- the excerpt ------------------------------------------------------------------ */

/* One character of a source line as it is drawn: nothing that a terminal would obey. */
static int draw_width(uint32_t c) {
    if (c == '\t') return TAB;
    if (c < 0x20 || (c >= 0x7F && c < 0xA0)) return 1;
    return utf8_width(c);
}

static void draw(Buf *out, uint32_t c) {
    if (c == '\t') buf_pad(out, ' ', TAB);
    else if (c < 0x20 || (c >= 0x7F && c < 0xA0)) buf_adds(out, "\xEF\xBF\xBD");
    else buf_add_utf8(out, c);
}

static uint32_t next_char(const char **p, const char *end) {
    int32_t c = utf8_next(p, end);
    return c < 0 ? 0xFFFD : (uint32_t)c;
}

static size_t width_of(const char *p, const char *end) {
    size_t width = 0;
    while (p < end) width += (size_t)draw_width(next_char(&p, end));
    return width;
}

/* Where to begin so that `place` stands about LEAD columns to the right of it. */
static const char *window_start(const char *line, const char *place) {
    size_t before = width_of(line, place);
    if (before <= LEAD) return line;
    for (size_t cut = before - LEAD; cut > 0 && line < place;) {
        size_t w = (size_t)draw_width(next_char(&line, place));
        cut -= w < cut ? w : cut;
    }
    return line;
}

/* The line of the span's start, and carets under the part of the span that it holds. */
static void excerpt(const Source *s, Span span, Buf *out) {
    uint32_t number = source_line_of(s, span.start), len;
    const char *line = source_line(s, number, &len), *end = line + len;
    uint32_t at = span.start - source_line_start(s, number);
    const char *from = line + (at < len ? at : len);
    const char *to = span.end > span.start ? line + at + (span.end - span.start) : from;
    const char *start = len > WINDOW ? window_start(line, from) : line;
    if (to > end) to = end;
    buf_printf(out, "%5u | ", number);
    size_t column = 0, first = 0, marked = 0;
    if (start > line) {
        buf_adds(out, "…");
        column = 1;
    }
    const char *p = start;
    while (p < end && (len <= WINDOW || column < WINDOW)) {
        const char *here = p;
        uint32_t c = next_char(&p, end);
        size_t w = (size_t)draw_width(c);
        if (here < from) first += w;
        else if (here < to) marked += w;
        column += w;
        draw(out, c);
    }
    if (p < end) buf_adds(out, "…");
    buf_adds(out, "\n      | ");
    buf_pad(out, ' ', first + (start > line ? 1 : 0));
    buf_pad(out, '^', marked ? marked : 1);
    buf_addc(out, '\n');
}

/* --- printing --------------------------------------------------------------------- */

static void add_text(Buf *out, Lang lang, const DiagText *text) {
    msg_format(out, lang, text->msg, text->args, text->nargs);
}

static void print_also(const Source *s, Span span, Lang lang, Buf *out) {
    char line[16], column[16];
    Position at = source_position(s, span.start);
    snprintf(line, sizeof line, "%u", at.line);
    snprintf(column, sizeof column, "%u", at.column);
    buf_adds(out, "  ");
    msg_format(out, lang, MSG_DIAG_ALSO, (const char *const[]){line, column}, 2);
    buf_addc(out, '\n');
    excerpt(s, span, out);
}

static void print_one(const Diag *d, const Source *s, Lang lang, Buf *out) {
    Position at = source_position(s, d->span.start);
    buf_printf(out, "%s:%u:%u: ", s->name, at.line, at.column);
    buf_adds(out, msg_text(lang, d->level == DIAG_ERROR ? MSG_DIAG_ERROR : MSG_DIAG_WARNING));
    buf_addc(out, ' ');
    add_text(out, lang, &d->text);
    buf_addc(out, '\n');
    excerpt(s, d->span, out);
    if (d->also.end > d->also.start) print_also(s, d->also, lang, out);
    if (d->hint.msg == MSG_NONE) return;
    buf_printf(out, "  %s ", msg_text(lang, MSG_DIAG_HELP));
    add_text(out, lang, &d->hint);
    buf_addc(out, '\n');
}

void diags_print(const Diags *d, const Source *source, Lang lang, Buf *out) {
    for (uint32_t i = 0; i < d->list.len; i++) print_one(&d->list.items[i], source, lang, out);
    if (d->dropped == 0) return;
    char more[16];
    snprintf(more, sizeof more, "%u", d->dropped);
    msg_format(out, lang, MSG_DIAG_MORE, (const char *const[]){more}, 1);
    buf_addc(out, '\n');
}
