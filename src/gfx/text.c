#include "gfx/text.h"

#include <string.h>

static float width_of(const DrawList *d, TextStyle t, const char *s, size_t len) {
    return d->fonts ? font_width(d->fonts, t.face, t.size, s, len) : 0.6f * t.size * (float)len;
}

float text_width(const DrawList *d, TextStyle style, const char *s) {
    return width_of(d, style, s, strlen(s));
}

float text_baseline(TextStyle style, Rect r) {
    return r.y + r.h / 2 + style.size * FONT_CAP / 2;
}

static const char ellipsis[] = "…";

/* How much of a text stands before the ellipsis. No space is left before it. */
static size_t cut_to(const DrawList *d, TextStyle t, const char *s, size_t len, float width) {
    float room = width - width_of(d, t, ellipsis, sizeof ellipsis - 1);
    if (room <= 0 || !d->fonts) return 0;
    size_t fits = font_fit(d->fonts, t.face, t.size, s, len, room);
    while (fits && s[fits - 1] == ' ') fits--;
    return fits;
}

static float aligned(TextAlign align, Rect r, float width) {
    if (align == TEXT_LEFT) return r.x;
    return align == TEXT_MIDDLE ? r.x + (r.w - width) / 2 : r.x + r.w - width;
}

float text_line(DrawList *d, TextStyle style, Rect r, TextAlign align, const char *s) {
    size_t len = strlen(s);
    float width = width_of(d, style, s, len), base = text_baseline(style, r);
    if (width <= r.w + 0.5f) {
        draw_text(d, style.face, style.size, (Point){aligned(align, r, width), base}, style.color, s, len);
        return width;
    }
    char text[512];
    len = cut_to(d, style, s, len < sizeof text - sizeof ellipsis ? len : sizeof text - sizeof ellipsis, r.w);
    if (len == 0) return 0;
    memcpy(text, s, len);
    memcpy(text + len, ellipsis, sizeof ellipsis);
    width = text_width(d, style, text);
    draw_text(d, style.face, style.size, (Point){aligned(align, r, width), base}, style.color, text,
              strlen(text));
    return width;
}

/* One character and where the next one begins; a digit takes the width of "0". */
static size_t clock_step(const DrawList *d, TextStyle t, const char *s, float *width, float *inset) {
    size_t n = 1;
    while (((unsigned char)s[n] & 0xC0) == 0x80) n++;
    *width = width_of(d, t, s, n);
    *inset = 0;
    if (*s < '0' || *s > '9') return n;
    float cell = width_of(d, t, "0", 1);
    *inset = (cell - *width) / 2;
    *width = cell;
    return n;
}

float text_clock(DrawList *d, TextStyle style, Point at, const char *s) {
    float x = at.x, width, inset;
    while (*s) {
        size_t n = clock_step(d, style, s, &width, &inset);
        draw_text(d, style.face, style.size, (Point){x + inset, at.y}, style.color, s, n);
        x += width;
        s += n;
    }
    return x - at.x;
}

float text_clock_width(const DrawList *d, TextStyle style, const char *s) {
    float sum = 0, width, inset;
    while (*s) {
        s += clock_step(d, style, s, &width, &inset);
        sum += width;
    }
    return sum;
}

/* Where the line that begins at s ends: behind the last word that fits. */
static size_t line_end(const DrawList *d, TextStyle t, float width, const char *s, size_t len) {
    if (width_of(d, t, s, len) <= width) return len;
    size_t fits = d->fonts ? font_fit(d->fonts, t.face, t.size, s, len, width) : (size_t)(width / t.size);
    size_t end = fits;
    if (s[fits] == ' ') return fits;
    while (end && s[end - 1] != ' ') end--;
    if (end) return end;
    if (fits) return fits;
    size_t one = 1; /* nothing fits: a character a line, so that it ends */
    while (one < len && ((unsigned char)s[one] & 0xC0) == 0x80) one++;
    return one;
}

uint32_t text_wrap(const DrawList *d, TextStyle style, float width, const char *s, TextLine *lines,
                   uint32_t most) {
    uint32_t count = 0;
    for (;;) {
        size_t len = strcspn(s, "\n"), end = line_end(d, style, width, s, len), shown = end;
        while (shown && s[shown - 1] == ' ') shown--;
        if (count < most) lines[count] = (TextLine){s, shown};
        count++;
        s += end;
        while (end < len && *s == ' ') s++, end++;
        if (*s == '\n') s++;
        else if (*s == '\0') return count;
    }
}
