#include "lang/coding.h"

#include <string.h>

enum { LONGEST = 40 };

static bool is_name_char(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
}

/* The name of the encoding that a comment line declares. Empty if it declares none. */
static Span declared(const Source *s, uint32_t line) {
    uint32_t len, i = 0;
    const char *text = source_line(s, line, &len);
    while (i < len && strchr(" \t\f", text[i])) i++;
    if (i == len || text[i] != '#') return (Span){0, 0};
    for (; i + 7 < len; i++) {
        if (memcmp(text + i, "coding", 6) != 0 || (text[i + 6] != ':' && text[i + 6] != '=')) continue;
        uint32_t start = i + 7;
        while (start < len && (text[start] == ' ' || text[start] == '\t')) start++;
        uint32_t end = start;
        while (end < len && is_name_char(text[end])) end++;
        uint32_t base = source_line_start(s, line);
        if (end > start) return (Span){base + start, base + end};
    }
    return (Span){0, 0};
}

/* utf-8, UTF8, utf_8-sig … */
static bool is_utf8(const char *name) {
    char plain[LONGEST];
    size_t n = 0;
    for (; *name && n + 1 < sizeof plain; name++) {
        if (*name != '-' && *name != '_') plain[n++] = (char)(*name | 0x20);
    }
    plain[n] = '\0';
    return strncmp(plain, "utf8", 4) == 0;
}

static bool is_ascii(const Source *s) {
    for (uint32_t i = 0; i < s->len; i++) {
        if ((unsigned char)s->text[i] >= 0x80) return false;
    }
    return true;
}

static bool is_blank_or_comment(const Source *s, uint32_t line) {
    uint32_t len, i = 0;
    const char *text = source_line(s, line, &len);
    while (i < len && strchr(" \t\f", text[i])) i++;
    return i == len || text[i] == '#';
}

/* Python looks at the first two lines, and at the second only below a comment. */
void coding_check(const Source *source, Diags *diags) {
    Span span = declared(source, 1);
    if (span.end == 0 && source->line_starts.len > 1 && is_blank_or_comment(source, 1)) {
        span = declared(source, 2);
    }
    if (span.end == 0) return;
    char name[LONGEST] = {0};
    uint32_t len = span.end - span.start;
    memcpy(name, source->text + span.start, len < LONGEST ? len : LONGEST - 1);
    if (is_utf8(name) || is_ascii(source)) return;
    Diag *diag = diag_error(diags, span, MSG_CODING_OTHER, name, NULL);
    diag_hint(diags, diag, MSG_HINT_CODING_OTHER, NULL);
}
