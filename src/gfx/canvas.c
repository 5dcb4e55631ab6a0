#include "gfx/canvas.h"

static void fill(uint32_t *to, int32_t count, uint32_t color) {
    for (int32_t i = 0; i < count; i++) to[i] = color;
}

static void blend(uint32_t *to, int32_t count, uint32_t color, uint32_t weight) {
    uint32_t rb = (color & 0xFF00FF) * weight, g = (color & 0x00FF00) * weight, rest = 256 - weight;
    for (int32_t i = 0; i < count; i++) {
        uint32_t d = to[i];
        to[i] =
            (((d & 0xFF00FF) * rest + rb) >> 8 & 0xFF00FF) | (((d & 0x00FF00) * rest + g) >> 8 & 0x00FF00);
    }
}

void canvas_span(const Canvas *c, int32_t y, int32_t x0, int32_t x1, Color color, uint32_t cover) {
    if (x0 < c->clip.x0) x0 = c->clip.x0;
    if (x1 > c->clip.x1) x1 = c->clip.x1;
    if (x0 >= x1 || y < c->clip.y0 || y >= c->clip.y1) return;
    uint32_t weight = weight_of(color_alpha(color)) * weight_of(cover) >> 8;
    if (weight >= 256) fill(canvas_row(c, y) + x0, x1 - x0, color & 0xFFFFFF);
    else if (weight > 0) blend(canvas_row(c, y) + x0, x1 - x0, color & 0xFFFFFF, weight);
}

void canvas_mask(const Canvas *c, int32_t y, int32_t x, int32_t count, Color color, const uint8_t *cover) {
    if (y < c->clip.y0 || y >= c->clip.y1) return;
    int32_t from = x < c->clip.x0 ? c->clip.x0 - x : 0;
    int32_t to = x + count > c->clip.x1 ? c->clip.x1 - x : count;
    uint32_t alpha = weight_of(color_alpha(color)), plain = color & 0xFFFFFF;
    uint32_t *row = canvas_row(c, y) + x;
    for (int32_t i = from; i < to; i++) {
        if (cover[i] == 0) continue;
        uint32_t weight = alpha * weight_of(cover[i]) >> 8;
        row[i] = weight == 256 ? plain : pixel_mix(row[i], plain, weight);
    }
}
