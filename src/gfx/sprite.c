#include "gfx/sprite.h"

#include "base/mem.h"
#include "base/vec.h"
#include "gfx/draw.h"

#include <SDL.h>
#include <SDL_image.h>
#include <stdio.h>
#include <string.h>

enum {
    LARGEST = 1400,       /* pixels */
    KEPT_MOST = 48 << 20, /* bytes of pixels; then all are dropped and drawn again as needed */
    FILE_MOST = 1 << 20,
};

typedef struct Picture {
    char name[SPRITE_NAME_MAX];
    int32_t size;     /* as it was asked for */
    int32_t w, h;     /* 0: there is none */
    uint32_t *pixels; /* owned; alpha multiplied in */
} Picture;

typedef struct File {
    char name[SPRITE_NAME_MAX];
    char *text; /* owned; NULL: missing */
    size_t len;
} File;

struct Sprites {
    char *folder;
    Lacks *lacks;
    VEC(File) files;
    VEC(Picture) pictures;
    VEC(uint32_t) slots; /* index + 1 by (name, size): open addressing, a power of two */
    size_t bytes;
    uint64_t drawn;
};

Sprites *sprites_new(const char *folder, Lacks *lacks) {
    Sprites *s = mem_zalloc(sizeof *s);
    s->folder = mem_strndup(folder, strlen(folder));
    s->lacks = lacks;
    return s;
}

static void drop_pictures(Sprites *s) {
    for (uint32_t i = 0; i < s->pictures.len; i++) mem_free(s->pictures.items[i].pixels);
    vec_deinit(&s->pictures);
    vec_deinit(&s->slots);
    s->bytes = 0;
}

void sprites_free(Sprites *s) {
    if (!s) return;
    drop_pictures(s);
    for (uint32_t i = 0; i < s->files.len; i++) SDL_free(s->files.items[i].text);
    vec_deinit(&s->files);
    mem_free(s->folder);
    mem_free(s);
}

static File *file_of(Sprites *s, const char *name) {
    for (uint32_t i = 0; i < s->files.len; i++)
        if (strcmp(s->files.items[i].name, name) == 0) return &s->files.items[i];
    File new = {0};
    snprintf(new.name, sizeof new.name, "%s", name);
    char path[1024];
    snprintf(path, sizeof path, "%s/%s.svg", s->folder, name);
    new.text = SDL_LoadFile(path, &new.len);
    if (!new.text || new.len > FILE_MOST)
        lack_note(s->lacks, MSG_WINDOW_SPRITE_MISSING, path, SDL_GetError());
    vec_push(&s->files, new);
    return &vec_last(&s->files);
}

static SDL_Surface *draw_svg(const File *file, int32_t size) {
    if (!file->text || file->len > FILE_MOST) return NULL;
    SDL_RWops *text = SDL_RWFromConstMem(file->text, (int)file->len);
    SDL_Surface *drawn = text ? IMG_LoadSizedSVG_RW(text, size, size) : NULL;
    if (text) SDL_RWclose(text);
    if (!drawn) return NULL;
    SDL_Surface *same = SDL_ConvertSurfaceFormat(drawn, SDL_PIXELFORMAT_ARGB8888, 0);
    SDL_FreeSurface(drawn);
    return same;
}

static uint32_t multiplied(uint32_t pixel) {
    uint32_t a = weight_of(pixel >> 24);
    return pixel_mix(0, pixel, a) | (pixel & 0xFF000000u);
}

static void take_pixels(Sprites *s, Picture *p, const SDL_Surface *surface) {
    p->w = surface->w;
    p->h = surface->h;
    size_t count = (size_t)p->w * (size_t)p->h;
    p->pixels = mem_alloc(count * sizeof(uint32_t));
    for (int32_t y = 0; y < p->h; y++) {
        const uint8_t *row = (const uint8_t *)surface->pixels + (ptrdiff_t)y * surface->pitch;
        const uint32_t *from = (const uint32_t *)(const void *)row;
        for (int32_t x = 0; x < p->w; x++) p->pixels[y * p->w + x] = multiplied(from[x]);
    }
    s->bytes += count * sizeof(uint32_t);
}

static uint32_t *slot_of(Sprites *s, const char *name, int32_t size) {
    uint64_t hash = draw_hash(&size, sizeof size, 1);
    for (const char *p = name; *p; p++) hash = (hash ^ (uint8_t)*p) * 0x100000001B3u;
    uint32_t mask = s->slots.cap - 1, i = (uint32_t)(hash >> 20) & mask;
    for (;; i = (i + 1) & mask) {
        uint32_t at = s->slots.items[i];
        if (!at) break;
        const Picture *p = &s->pictures.items[at - 1];
        if (p->size == size && strcmp(p->name, name) == 0) break;
    }
    return &s->slots.items[i];
}

static void grow_slots(Sprites *s) {
    uint32_t cap = s->slots.cap ? s->slots.cap * 2 : 256;
    vec_deinit(&s->slots);
    vec_reserve(&s->slots, cap);
    memset(s->slots.items, 0, s->slots.cap * sizeof(uint32_t));
    for (uint32_t i = 0; i < s->pictures.len; i++)
        *slot_of(s, s->pictures.items[i].name, s->pictures.items[i].size) = i + 1;
}

static const Picture *picture_of(Sprites *s, const char *name, int32_t size) {
    if (s->pictures.len * 2 >= s->slots.cap) grow_slots(s);
    uint32_t *slot = slot_of(s, name, size);
    if (!*slot) {
        Picture new = {.size = size};
        snprintf(new.name, sizeof new.name, "%s", name);
        SDL_Surface *surface = draw_svg(file_of(s, name), size);
        if (surface) take_pixels(s, &new, surface);
        SDL_FreeSurface(surface);
        s->drawn++;
        vec_push(&s->pictures, new);
        *slot = s->pictures.len;
    }
    return &s->pictures.items[*slot - 1];
}

/* The tint of a use, 0 to 255 each. */
typedef struct Tint {
    uint32_t r, g, b, a;
    bool none;
} Tint;

static Tint tint_of(Color c) {
    return (Tint){c >> 16 & 255, c >> 8 & 255, c & 255, c >> 24, c == 0xFFFFFFFFu};
}

static uint32_t times(uint32_t a, uint32_t b) { /* of 255 */
    return ((a * b + 128) * 257) >> 16;
}

/* s, alpha multiplied in, over d. */
static uint32_t over(uint32_t d, uint32_t s, const Tint *t) {
    if (!t->none) {
        uint32_t r = times(s >> 16 & 255, t->r), g = times(s >> 8 & 255, t->g), b = times(s & 255, t->b);
        s = times(s >> 24, t->a) << 24 | times(r, t->a) << 16 | times(g, t->a) << 8 | times(b, t->a);
    }
    uint32_t rest = 256 - weight_of(s >> 24);
    uint32_t rb = ((d & 0xFF00FF) * rest >> 8) & 0xFF00FF, g = ((d & 0x00FF00) * rest >> 8) & 0x00FF00;
    return (rb | g) + (s & 0xFFFFFF);
}

static void copy(const Canvas *c, const Picture *p, int32_t x, int32_t y, const Tint *tint) {
    Box box = box_cut((Box){x, y, x + p->w, y + p->h}, c->clip);
    for (int32_t row = box.y0; row < box.y1; row++) {
        const uint32_t *from = p->pixels + (ptrdiff_t)(row - y) * p->w - x;
        uint32_t *to = canvas_row(c, row);
        for (int32_t i = box.x0; i < box.x1; i++)
            if (from[i] >> 24) to[i] = over(to[i], from[i], tint);
    }
}

static uint32_t texel(const Picture *p, int32_t x, int32_t y) {
    return x < 0 || y < 0 || x >= p->w || y >= p->h ? 0 : p->pixels[y * p->w + x];
}

static uint32_t mix_texel(uint32_t a, uint32_t b, uint32_t t) { /* t: 0…256 */
    uint32_t rb = ((a & 0xFF00FF) * (256 - t) + (b & 0xFF00FF) * t) >> 8 & 0xFF00FF;
    uint32_t ag = ((a >> 8 & 0xFF00FF) * (256 - t) + (b >> 8 & 0xFF00FF) * t) & 0xFF00FF00u;
    return rb | ag;
}

static uint32_t smooth(const Picture *p, float x, float y) {
    float fx = floorf(x), fy = floorf(y);
    int32_t ix = (int32_t)fx, iy = (int32_t)fy;
    uint32_t tx = (uint32_t)((x - fx) * 256), ty = (uint32_t)((y - fy) * 256);
    return mix_texel(mix_texel(texel(p, ix, iy), texel(p, ix + 1, iy), tx),
                     mix_texel(texel(p, ix, iy + 1), texel(p, ix + 1, iy + 1), tx), ty);
}

static void copy_turned(const Canvas *c, const Picture *p, Point middle, float angle, const Tint *tint) {
    float reach = sqrtf((float)(p->w * p->w + p->h * p->h)) / 2 + 1, cs = cosf(angle), sn = sinf(angle);
    Box box = box_cut(box_of(rect_around(middle, reach)), c->clip);
    for (int32_t y = box.y0; y < box.y1; y++)
        for (int32_t x = box.x0; x < box.x1; x++) {
            float dx = (float)x + 0.5f - middle.x, dy = (float)y + 0.5f - middle.y;
            float u = dx * cs + dy * sn + (float)p->w / 2 - 0.5f,
                  v = dy * cs - dx * sn + (float)p->h / 2 - 0.5f;
            if (u <= -1 || v <= -1 || u >= (float)p->w || v >= (float)p->h) continue;
            uint32_t *to = canvas_row(c, y) + x;
            *to = over(*to, smooth(p, u, v), tint);
        }
}

static void draw_missing(const Canvas *c, Rect r, Color tint) {
    Box b = box_of(r);
    Color gray = (tint & 0xFF000000u) | 0x8A8A8A;
    for (int32_t y = b.y0; y < b.y1; y++) {
        float t = ((float)(y - b.y0) + 0.5f) / (float)(b.y1 - b.y0);
        int32_t x = b.x0 + (int32_t)(t * (float)(b.x1 - b.x0)), across = b.x1 - 1 - (x - b.x0);
        if (y == b.y0 || y == b.y1 - 1) canvas_span(c, y, b.x0, b.x1, gray, 255);
        canvas_span(c, y, b.x0, b.x0 + 1, gray, 255);
        canvas_span(c, y, b.x1 - 1, b.x1, gray, 255);
        canvas_span(c, y, x, x + 1, gray, 255);
        canvas_span(c, y, across, across + 1, gray, 255);
    }
}

void sprite_paint(Sprites *s, const Canvas *c, const SpriteUse *use) {
    int32_t size = gfx_whole(roundf(fminf(use->rect.w, use->rect.h)));
    if (size < 1) return;
    if (s->bytes > KEPT_MOST) drop_pictures(s);
    const Picture *p = picture_of(s, use->name, size < LARGEST ? size : LARGEST);
    Point middle = rect_middle(use->rect);
    Tint tint = tint_of(use->tint);
    if (!p->pixels) draw_missing(c, use->rect, use->tint);
    else if (use->angle == 0)
        copy(c, p, gfx_whole(roundf(middle.x - (float)p->w / 2)),
             gfx_whole(roundf(middle.y - (float)p->h / 2)), &tint);
    else copy_turned(c, p, middle, use->angle, &tint);
}

size_t sprites_bytes(const Sprites *s) {
    return s->bytes;
}

uint64_t sprites_drawn(const Sprites *s) {
    return s->drawn;
}
