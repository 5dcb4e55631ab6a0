#include "base/source.h"

#include "base/utf8.h"

#include <string.h>

/* Every kind of line end becomes "\n". */
static void copy_lines(Source *s, const char *text, size_t len) {
    for (size_t i = 0; i < len; i++) {
        char c = text[i];
        if (c == '\r') {
            if (i + 1 < len && text[i + 1] == '\n') continue;
            c = '\n';
        }
        s->text[s->len++] = c;
    }
}

void source_init(Source *s, const char *name, const char *text, size_t len) {
    *s = (Source){0};
    s->name = mem_strndup(name, strlen(name));
    s->text = mem_alloc(len + 1);
    if (len >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
        text += 3;
        len -= 3;
    }
    if (memchr(text, '\r', len)) {
        copy_lines(s, text, len);
    } else {
        memcpy(s->text, text, len);
        s->len = (uint32_t)len;
    }
    s->text[s->len] = '\0';
    vec_push(&s->line_starts, 0);
    const char *end = s->text + s->len;
    for (const char *p = s->text; (p = memchr(p, '\n', (size_t)(end - p))) != NULL;)
        vec_push(&s->line_starts, (uint32_t)(++p - s->text));
}

void source_deinit(Source *s) {
    mem_free(s->name);
    mem_free(s->text);
    vec_deinit(&s->line_starts);
    *s = (Source){0};
}

uint32_t source_line_of(const Source *s, uint32_t offset) {
    uint32_t lo = 0, hi = s->line_starts.len;
    while (hi - lo > 1) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (s->line_starts.items[mid] <= offset) lo = mid;
        else hi = mid;
    }
    return lo + 1;
}

Position source_position(const Source *s, uint32_t offset) {
    if (offset > s->len) offset = s->len;
    uint32_t line = source_line_of(s, offset);
    uint32_t start = source_line_start(s, line);
    return (Position){line, (uint32_t)utf8_count(s->text + start, offset - start) + 1};
}

uint32_t source_line_start(const Source *s, uint32_t line) {
    if (line == 0 || line > s->line_starts.len) return s->len;
    return s->line_starts.items[line - 1];
}

const char *source_line(const Source *s, uint32_t line, uint32_t *len) {
    uint32_t start = source_line_start(s, line);
    uint32_t end = line < s->line_starts.len ? s->line_starts.items[line] - 1 : s->len;
    *len = end > start ? end - start : 0;
    return s->text + start;
}
