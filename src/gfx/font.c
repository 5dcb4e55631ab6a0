#include "gfx/font.h"

#include "base/mem.h"
#include "base/utf8.h"
#include "base/vec.h"

#include <SDL.h>
#include <SDL_ttf.h>
#include <stdio.h>
#include <string.h>

enum {
    DESIGN = 1000,        /* glyphs are measured at this size, where rounding does not matter */
    PHASES = 4,           /* places within a pixel at which a glyph is kept */
    STEPS = 4,            /* sizes are multiples of a quarter of a pixel */
    BASE_SIZE = 18,       /* × dpi / 72 is the size: at 18 a step of the dpi is a quarter pixel */
    LARGEST = 400,        /* pixels; larger text is drawn at this size */
    KEPT_MOST = 24 << 20, /* bytes of masks; then all are dropped and drawn again as needed */
    PLAIN = 128,
    NONE = -1,
};

typedef struct Mask {
    uint32_t at; /* in the masks' bytes */
    int16_t left, top;
    uint16_t w, h;
    bool ready;
} Mask;

typedef struct Glyph {
    uint32_t code;
    Mask masks[PHASES];
} Glyph;

/* The glyphs of one font in one size, found by code point. */
typedef struct Sheet {
    uint32_t face, quarters;
    VEC(Glyph) glyphs;
    int32_t plain[PLAIN]; /* of ASCII: index in glyphs, or NONE */
    VEC(int32_t) slots;   /* of the others: open addressing, a power of two */
} Sheet;

/* Widths and kerning in thousandths of the size, by (left character, right character). */
typedef struct Pair {
    uint64_t key; /* left << 32 | right; right 0: the character's own width */
    float value;
} Pair;

typedef struct Face {
    TTF_Font *design, *drawn; /* owned; NULL where there is none */
    uint32_t drawn_quarters;
    VEC(Pair) pairs; /* open addressing, a power of two; key 0 is free */
    uint32_t pair_count;
    float widths[PLAIN]; /* NAN: not measured yet */
} Face;

struct Fonts {
    Face faces[FACE_COUNT];
    VEC(Sheet) sheets;
    VEC(uint8_t) bytes;
    uint32_t last; /* sheet used last */
    uint64_t drawn;
    bool started;
};

static const char *const names[FACE_COUNT] = {
#define FACE(id, name, file) [FACE_##id] = name,
#include "gfx/faces.def"
#undef FACE
};

static const char *const files[FACE_COUNT] = {
#define FACE(id, name, file) [FACE_##id] = file,
#include "gfx/faces.def"
#undef FACE
};

const char *face_name(FaceId face) {
    return names[face];
}

/* Where systems keep a font that has most of Europe's letters, if ours are gone. */
static const char *const substitutes[] = {
    "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    "/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf",
    "/usr/share/fonts/TTF/DejaVuSans.ttf",
    "/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf",
    "/System/Library/Fonts/Helvetica.ttc",
    "C:\\Windows\\Fonts\\arial.ttf",
};

static TTF_Font *open_font(const char *path, int size) {
    TTF_Font *font = TTF_OpenFont(path, size);
    return font;
}

static bool open_pair(Face *face, const char *path) {
    face->design = open_font(path, DESIGN);
    face->drawn = face->design ? open_font(path, BASE_SIZE) : NULL;
    if (!face->drawn) {
        if (face->design) TTF_CloseFont(face->design);
        face->design = NULL;
        return false;
    }
    TTF_SetFontHinting(face->design, TTF_HINTING_NONE);
    TTF_SetFontHinting(face->drawn, TTF_HINTING_LIGHT);
    return true;
}

static void open_face(Fonts *f, FaceId id, const char *folder, Lacks *lacks) {
    Face *face = &f->faces[id];
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", folder, files[id]);
    if (!f->started || open_pair(face, path)) return;
    lack_note(lacks, MSG_WINDOW_FONT_MISSING, path, TTF_GetError());
    for (size_t i = 0; i < sizeof substitutes / sizeof *substitutes; i++)
        if (open_pair(face, substitutes[i])) return;
}

Fonts *fonts_new(const char *folder, Lacks *lacks) {
    Fonts *f = mem_zalloc(sizeof *f);
    f->started = TTF_Init() == 0;
    if (!f->started) lack_note(lacks, MSG_WINDOW_FONT_MISSING, folder, TTF_GetError());
    for (int i = 0; i < FACE_COUNT; i++) {
        for (int c = 0; c < PLAIN; c++) f->faces[i].widths[c] = NAN;
        open_face(f, (FaceId)i, folder, lacks);
    }
    return f;
}

static void drop_sheets(Fonts *f) {
    for (uint32_t i = 0; i < f->sheets.len; i++) {
        vec_deinit(&f->sheets.items[i].glyphs);
        vec_deinit(&f->sheets.items[i].slots);
    }
    f->sheets.len = 0;
    f->bytes.len = 0;
    f->last = 0;
}

void fonts_free(Fonts *f) {
    if (!f) return;
    drop_sheets(f);
    vec_deinit(&f->sheets);
    vec_deinit(&f->bytes);
    for (int i = 0; i < FACE_COUNT; i++) {
        vec_deinit(&f->faces[i].pairs);
        if (f->faces[i].design) TTF_CloseFont(f->faces[i].design);
        if (f->faces[i].drawn) TTF_CloseFont(f->faces[i].drawn);
    }
    if (f->started) TTF_Quit();
    mem_free(f);
}

/* The face that has a character: its own, else another family's; NONE: nobody. */
static int face_with(const Fonts *f, FaceId face, uint32_t code) {
    const FaceId others[] = {face, FACE_TEXT, FACE_CODE};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        TTF_Font *font = f->faces[others[i]].design;
        if (font && TTF_GlyphIsProvided32(font, code)) return (int)others[i];
    }
    return NONE;
}

/* Characters that have no picture and take no room. */
static bool silent(uint32_t code) {
    return code < 32 || (code >= 0x7F && code < 0xA0) || code == 0xAD || (code >= 0x200B && code <= 0x200F) ||
           (code >= 0xFE00 && code <= 0xFE0F) || code == 0xFEFF || utf8_width(code) == 0;
}

#define BOX_WIDTH 0.62f /* of the size: what stands for a character that no font has */

static float measure_one(const Fonts *f, FaceId id, uint32_t code) {
    if (silent(code)) return 0;
    int face = face_with(f, id, code), advance = 0;
    if (face == NONE ||
        TTF_GlyphMetrics32(f->faces[face].design, code, NULL, NULL, NULL, NULL, &advance) != 0)
        return BOX_WIDTH * (float)utf8_width(code);
    return (float)advance / DESIGN;
}

static int width_of_text(TTF_Font *font, const uint32_t *codes, int count) {
    char text[2 * UTF8_MAX + 1];
    size_t len = 0;
    for (int i = 0; i < count; i++) len += utf8_encode(codes[i], text + len);
    text[len] = '\0';
    int w = 0;
    return TTF_SizeUTF8(font, text, &w, NULL) == 0 ? w : 0;
}

/* Two marks in a row may be drawn as one by the shaper ("->"); we draw them apart. */
static bool is_mark(uint32_t code) {
    return code < PLAIN && !SDL_isalnum((int)code);
}

static bool never_kerned(const Fonts *f, FaceId id, uint32_t left, uint32_t right) {
    if (id == FACE_CODE || id == FACE_CODE_BOLD || !f->faces[id].design) return true;
    if (silent(left) || silent(right) || (is_mark(left) && is_mark(right))) return true;
    return face_with(f, id, left) != (int)id || face_with(f, id, right) != (int)id;
}

/* The shaper knows the kerning that OpenType fonts keep in tables of their own: it is what a pair's
 * width differs by from that of its parts, of which the first may reach out to the left and the
 * second to the right. */
static float measure_pair(const Fonts *f, FaceId id, uint32_t left, uint32_t right) {
    TTF_Font *font = f->faces[id].design;
    if (never_kerned(f, id, left, right)) return 0;
    int low = 0, high = 0, advance = 0, tail = 0;
    if (TTF_GlyphMetrics32(font, left, &low, NULL, NULL, NULL, &advance) != 0) return 0;
    if (TTF_GlyphMetrics32(font, right, NULL, &high, NULL, NULL, &tail) != 0) return 0;
    int apart = advance + (high > tail ? high : tail) - (low < 0 ? low : 0);
    int kerning = width_of_text(font, (uint32_t[]){left, right}, 2) - apart;
    return SDL_abs(kerning) < 3 || SDL_abs(kerning) > DESIGN / 5 ? 0 : (float)kerning / DESIGN;
}

static uint32_t slot_of(const Face *face, uint64_t key) {
    uint32_t mask = face->pairs.cap - 1, i = (uint32_t)((key * 0x9E3779B97F4A7C15u) >> 40) & mask;
    while (face->pairs.items[i].key && face->pairs.items[i].key != key) i = (i + 1) & mask;
    return i;
}

static void grow_pairs(Face *face) {
    Pair *old = face->pairs.items;
    uint32_t count = face->pairs.cap;
    face->pairs.cap = count ? count * 2 : 1024;
    face->pairs.items = mem_zalloc(face->pairs.cap * sizeof(Pair));
    for (uint32_t i = 0; i < count; i++)
        if (old[i].key) face->pairs.items[slot_of(face, old[i].key)] = old[i];
    mem_free(old);
}

/* A character's own width (right 0), or what the pair is moved together by. */
static float measured(Fonts *f, FaceId id, uint32_t left, uint32_t right) {
    Face *face = &f->faces[id];
    if (face->pair_count * 2 >= face->pairs.cap) grow_pairs(face);
    uint64_t key = (uint64_t)left << 32 | right;
    uint32_t i = slot_of(face, key);
    if (!face->pairs.items[i].key) {
        float value = right ? measure_pair(f, id, left, right) : measure_one(f, id, left);
        face->pairs.items[i] = (Pair){key, value};
        face->pair_count++;
    }
    return face->pairs.items[i].value;
}

static float width_of(Fonts *f, FaceId id, uint32_t code) {
    if (code >= PLAIN) return measured(f, id, code, 0);
    float *w = &f->faces[id].widths[code];
    if (isnan(*w)) *w = measure_one(f, id, code);
    return *w;
}

/* Walks a text: each character with where it begins. */
typedef struct Walk {
    Fonts *fonts;
    FaceId face;
    float size;
    const char *at, *end;
    float x;       /* where the next character begins, before kerning */
    uint32_t code; /* the last one read */
} Walk;

static Walk walk_begin(Fonts *f, FaceId face, float size, const char *s, size_t len) {
    return (Walk){.fonts = f, .face = face, .size = size, .at = s, .end = s + len};
}

static bool walk_next(Walk *w, float *begins) {
    if (w->at >= w->end) return false;
    int32_t read = utf8_next(&w->at, w->end);
    uint32_t code = read < 0 ? 0xFFFD : (uint32_t)read;
    if (w->code && code) w->x += measured(w->fonts, w->face, w->code, code) * w->size;
    w->code = code;
    *begins = w->x;
    w->x += width_of(w->fonts, w->face, code) * w->size;
    return true;
}

float font_width(Fonts *f, FaceId face, float size, const char *s, size_t len) {
    Walk w = walk_begin(f, face, size, s, len);
    float x;
    while (walk_next(&w, &x)) {
    }
    return w.x;
}

size_t font_fit(Fonts *f, FaceId face, float size, const char *s, size_t len, float width) {
    Walk w = walk_begin(f, face, size, s, len);
    size_t fits = 0;
    float x;
    while (walk_next(&w, &x)) {
        if (w.x > width + 0.01f) return fits;
        fits = (size_t)(w.at - s);
    }
    return len;
}

size_t font_caret(Fonts *f, FaceId face, float size, const char *s, size_t len, float at) {
    Walk w = walk_begin(f, face, size, s, len);
    const char *before = s;
    float x;
    while (walk_next(&w, &x)) {
        if (at < (x + w.x) / 2) return (size_t)(before - s);
        before = w.at;
    }
    return len;
}

static Sheet *sheet_of(Fonts *f, uint32_t face, uint32_t quarters) {
    if (f->last < f->sheets.len && f->sheets.items[f->last].face == face &&
        f->sheets.items[f->last].quarters == quarters)
        return &f->sheets.items[f->last];
    for (uint32_t i = 0; i < f->sheets.len; i++) {
        f->last = i;
        if (f->sheets.items[i].face == face && f->sheets.items[i].quarters == quarters)
            return &f->sheets.items[i];
    }
    Sheet new = {.face = face, .quarters = quarters};
    for (int i = 0; i < PLAIN; i++) new.plain[i] = NONE;
    vec_push(&f->sheets, new);
    f->last = f->sheets.len - 1;
    return &vec_last(&f->sheets);
}

static int32_t *sheet_slot(Sheet *s, uint32_t code) {
    if (code < PLAIN) return &s->plain[code];
    if (s->glyphs.len * 2 >= s->slots.cap) {
        uint32_t cap = s->slots.cap ? s->slots.cap * 2 : 64;
        vec_deinit(&s->slots);
        vec_reserve(&s->slots, cap);
        for (uint32_t i = 0; i < s->slots.cap; i++) s->slots.items[i] = NONE;
        for (uint32_t i = 0; i < s->glyphs.len; i++)
            if (s->glyphs.items[i].code >= PLAIN) *sheet_slot(s, s->glyphs.items[i].code) = (int32_t)i;
    }
    uint32_t mask = s->slots.cap - 1, i = code * 2654435761u & mask;
    while (s->slots.items[i] != NONE && s->glyphs.items[s->slots.items[i]].code != code) i = (i + 1) & mask;
    return &s->slots.items[i];
}

static Glyph *glyph_of(Sheet *s, uint32_t code) {
    int32_t *slot = sheet_slot(s, code);
    if (*slot == NONE) {
        *slot = (int32_t)s->glyphs.len;
        vec_push(&s->glyphs, (Glyph){.code = code});
    }
    return &s->glyphs.items[*slot];
}

/* A glyph as SDL_ttf draws it, PHASES times as wide as it will be. */
typedef struct Wide {
    SDL_Surface *surface; /* owned; NULL: nothing to see */
    int origin, baseline; /* in its pixels */
} Wide;

static void set_size(Face *face, uint32_t quarters) {
    if (face->drawn_quarters == quarters) return;
    /* The dpi stretches: by PHASES across only, and by quarters of a pixel. */
    TTF_SetFontSizeDPI(face->drawn, BASE_SIZE, quarters * PHASES, quarters);
    face->drawn_quarters = quarters;
}

static Wide draw_wide(Fonts *f, const Sheet *s, uint32_t code) {
    int id = face_with(f, (FaceId)s->face, code);
    if (id == NONE || silent(code)) return (Wide){0};
    Face *face = &f->faces[id];
    set_size(face, s->quarters);
    int low = 0, top = 0;
    if (TTF_GlyphMetrics32(face->drawn, code, &low, NULL, NULL, &top, NULL) != 0) return (Wide){0};
    SDL_Surface *surface = TTF_RenderGlyph32_Blended(face->drawn, code, (SDL_Color){255, 255, 255, 255});
    int ascent = TTF_FontAscent(face->drawn);
    return (Wide){surface, low < 0 ? -low : 0, top > ascent ? top : ascent};
}

static uint32_t wide_alpha(const SDL_Surface *s, int x, int y) {
    if (x < 0 || x >= s->w || y < 0 || y >= s->h) return 0;
    return *(const uint32_t *)(const void *)((const uint8_t *)s->pixels + (ptrdiff_t)y * s->pitch + 4 * x) >>
           24;
}

/* Narrows a wide glyph to a mask that begins `phase` parts of a pixel to the right of a whole one. */
static void narrow(Fonts *f, const Wide *wide, int phase, Mask *m) {
    const SDL_Surface *s = wide->surface;
    /* Of the mask, pixel x covers the wide columns from x × PHASES − phase, seen from the origin. */
    int first = -((wide->origin - phase + PHASES - 1) / PHASES) - 1;
    int last = (s->w - wide->origin + phase) / PHASES + 1;
    m->left = (int16_t)first;
    m->top = (int16_t)-wide->baseline;
    m->w = (uint16_t)(last - first);
    m->h = (uint16_t)s->h;
    m->at = f->bytes.len;
    vec_reserve(&f->bytes, f->bytes.len + (uint32_t)m->w * m->h);
    for (int y = 0; y < s->h; y++)
        for (int x = first; x < last; x++) {
            uint32_t sum = 0;
            for (int i = 0; i < PHASES; i++) sum += wide_alpha(s, x * PHASES - phase + i + wide->origin, y);
            f->bytes.items[f->bytes.len++] = (uint8_t)((sum + PHASES / 2) / PHASES);
        }
}

/* Empty rows above and below a mask would be walked at each painting. */
static void trim_rows(Fonts *f, Mask *m) {
    const uint8_t *bytes = f->bytes.items + m->at;
    int from = 0, to = m->h;
#define EMPTY(row) (bytes[(row)*m->w] == 0 && !memcmp(bytes + (row)*m->w, bytes + (row)*m->w + 1, m->w - 1u))
    while (from < to && EMPTY(from)) from++;
    while (to > from && EMPTY(to - 1)) to--;
#undef EMPTY
    m->at += (uint32_t)(from * m->w);
    m->top = (int16_t)(m->top + from);
    m->h = (uint16_t)(to - from);
}

static void draw_mask(Fonts *f, const Sheet *s, uint32_t code, int phase, Mask *m) {
    m->ready = true;
    Wide wide = draw_wide(f, s, code);
    if (!wide.surface) return;
    f->drawn++;
    if (wide.surface->format->BytesPerPixel == 4 && wide.surface->w > 0) {
        narrow(f, &wide, phase, m);
        trim_rows(f, m);
    }
    SDL_FreeSurface(wide.surface);
}

static void paint_mask(const Fonts *f, const Canvas *c, const Mask *m, int32_t x, int32_t y, Color color) {
    x += m->left;
    y += m->top;
    if (x >= c->clip.x1 || x + m->w <= c->clip.x0) return;
    for (int32_t row = 0; row < m->h; row++)
        canvas_mask(c, y + row, x, m->w, color, f->bytes.items + m->at + row * m->w);
}

/* What stands for a character that no font has. */
static void paint_box(const Canvas *c, float size, float x, float y, Color color) {
    int32_t x0 = gfx_whole(x + 0.08f * size), x1 = gfx_whole(x + 0.54f * size);
    int32_t y0 = gfx_whole(y - 0.7f * size), y1 = gfx_whole(y), edge = size > 24 ? 2 : 1;
    for (int32_t row = y0; row < y1; row++) {
        bool solid = row < y0 + edge || row >= y1 - edge;
        canvas_span(c, row, x0, solid ? x1 : x0 + edge, color, 255);
        if (!solid) canvas_span(c, row, x1 - edge, x1, color, 255);
    }
}

static bool has_box(const Fonts *f, FaceId face, uint32_t code) {
    return !silent(code) && code != ' ' && face_with(f, face, code) == NONE;
}

void font_paint(Fonts *f, const Canvas *c, FaceId face, float size, Point at, Color color, const char *s,
                size_t len) {
    uint32_t quarters = (uint32_t)(fminf(size, LARGEST) * STEPS + 0.5f);
    if (quarters < STEPS) return; /* under a pixel there is nothing to see */
    if (f->bytes.len > KEPT_MOST) drop_sheets(f);
    Sheet *sheet = sheet_of(f, (uint32_t)face, quarters);
    int32_t y = gfx_whole(roundf(at.y));
    Walk w = walk_begin(f, face, size, s, len);
    float begins;
    while (walk_next(&w, &begins)) {
        int32_t parts = gfx_whole(floorf((at.x + begins) * PHASES + 0.5f));
        int phase = parts & (PHASES - 1);
        if (parts / PHASES > c->clip.x1 + (int32_t)size) return;
        Mask *m = &glyph_of(sheet, w.code)->masks[phase];
        if (!m->ready) draw_mask(f, sheet, w.code, phase, m);
        if (m->h) paint_mask(f, c, m, (parts - phase) / PHASES, y, color);
        else if (has_box(f, face, w.code)) paint_box(c, size, at.x + begins, (float)y, color);
    }
}

size_t fonts_bytes(const Fonts *f) {
    return f->bytes.len;
}

uint64_t fonts_drawn(const Fonts *f) {
    return f->drawn;
}
