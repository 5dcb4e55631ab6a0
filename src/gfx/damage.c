#include "gfx/damage.h"

static void resize(Damage *d, int32_t width, int32_t height) {
    d->width = width;
    d->height = height;
    d->columns = (width + DAMAGE_CELL - 1) / DAMAGE_CELL;
    d->rows = (height + DAMAGE_CELL - 1) / DAMAGE_CELL;
    uint32_t cells = (uint32_t)(d->columns * d->rows);
    vec_reserve(&d->last, cells + 1);
    vec_reserve(&d->now, cells + 1);
    d->last.len = d->now.len = cells;
    for (uint32_t i = 0; i < cells; i++) d->last.items[i] = 0;
}

static void hash_cells(Damage *d, const DrawList *list) {
    for (uint32_t i = 0; i < d->now.len; i++) d->now.items[i] = 1;
    for (const DrawHead *at = draw_next(list, NULL); at; at = draw_next(list, at)) {
        uint64_t hash = draw_hash(at, at->size, 0);
        Box b = at->box;
        for (int32_t y = b.y0 / DAMAGE_CELL; y <= (b.y1 - 1) / DAMAGE_CELL; y++)
            for (int32_t x = b.x0 / DAMAGE_CELL; x <= (b.x1 - 1) / DAMAGE_CELL; x++) {
                uint64_t *cell = &d->now.items[y * d->columns + x];
                *cell = (*cell ^ hash) * 0x9E3779B97F4A7C15u;
                *cell ^= *cell >> 29;
            }
    }
}

static bool differs(const Damage *d, int32_t x, int32_t y) {
    return d->now.items[y * d->columns + x] != d->last.items[y * d->columns + x];
}

/* Joins a run of cells with the box above it, if that ends at the same columns. */
static void add_run(Damage *d, Box run) {
    for (uint32_t i = 0; i < d->boxes.len; i++) {
        Box *b = &d->boxes.items[i];
        if (b->x0 == run.x0 && b->x1 == run.x1 && b->y1 == run.y0) {
            b->y1 = run.y1;
            return;
        }
    }
    vec_push(&d->boxes, run);
}

static void find_runs(Damage *d) {
    Box whole = {0, 0, d->width, d->height};
    d->boxes.len = 0;
    for (int32_t y = 0; y < d->rows; y++)
        for (int32_t x = 0; x < d->columns; x++) {
            if (!differs(d, x, y)) continue;
            int32_t from = x;
            while (x < d->columns && differs(d, x, y)) x++;
            Box run = {from * DAMAGE_CELL, y * DAMAGE_CELL, x * DAMAGE_CELL, (y + 1) * DAMAGE_CELL};
            add_run(d, box_cut(run, whole));
        }
}

void damage_find(Damage *d, const DrawList *list) {
    if (d->width != list->width || d->height != list->height) resize(d, list->width, list->height);
    hash_cells(d, list);
    find_runs(d);
    for (uint32_t i = 0; i < d->now.len; i++) d->last.items[i] = d->now.items[i];
}

void damage_all(Damage *d) {
    d->width = d->height = 0;
}

void damage_deinit(Damage *d) {
    vec_deinit(&d->last);
    vec_deinit(&d->now);
    vec_deinit(&d->boxes);
    *d = (Damage){0};
}
