#include "gfx/polygon.h"

#include "base/vec.h"

#include <stdlib.h>

typedef struct Edge {
    float x0, y0, x1, y1; /* y0 < y1 */
    float way;            /* +1: the outline runs down here; -1: up */
} Edge;

typedef struct Edges {
    VEC(Edge) list;
} Edges;

static void add_edge(Edges *e, Point a, Point b) {
    if (a.y == b.y || !isfinite(a.x + a.y + b.x + b.y)) return;
    if (a.y < b.y) vec_push(&e->list, ((Edge){a.x, a.y, b.x, b.y, 1}));
    else vec_push(&e->list, ((Edge){b.x, b.y, a.x, a.y, -1}));
}

static void add_contour(Edges *e, const Point *points, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) add_edge(e, points[i], points[i + 1 < count ? i + 1 : 0]);
}

static int by_top(const void *a, const void *b) {
    float x = ((const Edge *)a)->y0, y = ((const Edge *)b)->y0;
    return (x > y) - (x < y);
}

/* One row in work: change[i] is how the covered area grows at pixel i of the clip. */
typedef struct Row {
    float *change; /* owned; clip width + 2, zero outside [low, high] */
    uint8_t *cover;
    int32_t width, left;
    int32_t low, high;
} Row;

static void change(Row *r, int32_t i, float by) {
    r->change[i] += by;
    if (i < r->low) r->low = i;
    if (i > r->high) r->high = i;
}

/* A piece of an edge within one row: from xa to xb while the outline falls by `fall`. The pixels
 * it crosses get the area to its right, all pixels further right the whole of it. */
static void add_inside(Row *r, float x0, float x1, float fall) {
    int32_t first = (int32_t)x0, last = (int32_t)x1;
    if (first == last) {
        float right = (float)(first + 1) - (x0 + x1) / 2;
        change(r, first, fall * right);
        change(r, first + 1, fall * (1 - right));
        return;
    }
    float slope = fall / (x1 - x0), before = 0;
    for (int32_t i = first; i <= last; i++) {
        float from = gfx_max(x0, (float)i), to = gfx_min(x1, (float)(i + 1));
        float part = (to - from) * slope, right = (float)(i + 1) - (from + to) / 2;
        change(r, i, before + part * right);
        before = part * (1 - right);
    }
    change(r, last + 1, before);
}

/* What lies left of the clip still covers all of it; what lies right of it, nothing. So a part of a
 * picture is drawn as the whole is. */
static void add_piece(Row *r, float xa, float xb, float fall) {
    float x0 = gfx_min(xa, xb), x1 = gfx_max(xa, xb), limit = (float)r->width;
    if (x0 >= limit) return;
    if (x1 <= 0) {
        change(r, 0, fall);
        return;
    }
    float slope = x1 > x0 ? fall / (x1 - x0) : 0;
    if (x0 < 0) {
        change(r, 0, -x0 * slope);
        fall += x0 * slope;
        x0 = 0;
    }
    if (x1 > limit) {
        fall -= (x1 - limit) * slope;
        x1 = limit;
    }
    add_inside(r, x0, x1, fall);
}

static void add_to_row(Row *r, const Edge *e, int32_t y) {
    float top = gfx_max(e->y0, (float)y), foot = gfx_min(e->y1, (float)(y + 1));
    if (foot <= top) return;
    float slope = (e->x1 - e->x0) / (e->y1 - e->y0), left = (float)r->left;
    add_piece(r, e->x0 + (top - e->y0) * slope - left, e->x0 + (foot - e->y0) * slope - left,
              (foot - top) * e->way);
}

static void flush_row(Row *r, const Ink *ink, int32_t y) {
    if (r->low > r->high) return;
    float area = 0;
    for (int32_t i = r->low; i <= r->high; i++) area += r->change[i];
    /* What is not closed here is closed to the right of the clip. */
    if (fabsf(area) > 1.0f / 512 && r->high < r->width) r->high = r->width;
    area = 0;
    int32_t end = r->high + 1 < r->width ? r->high + 1 : r->width;
    for (int32_t i = r->low; i <= r->high; i++) {
        area += r->change[i];
        r->change[i] = 0;
        float part = gfx_min(1, fabsf(area)); /* overlapping parts of a stroke count once */
        if (i < end) r->cover[i] = (uint8_t)(part * 255 + 0.5f);
    }
    if (end > r->low) ink_mask(ink, y, r->left + r->low, end - r->low, r->cover + r->low);
    r->low = r->width + 2;
    r->high = -1;
}

static void fill_rows(Edges *e, const Ink *ink, Row *row) {
    Box clip = ink->canvas->clip;
    VEC(uint32_t) active = {0};
    uint32_t next = 0;
    int32_t y = gfx_whole(floorf(e->list.items[0].y0));
    for (y = y < clip.y0 ? clip.y0 : y; y < clip.y1; y++) {
        while (next < e->list.len && e->list.items[next].y0 < (float)(y + 1)) {
            vec_push(&active, next);
            next++;
        }
        uint32_t kept = 0;
        for (uint32_t i = 0; i < active.len; i++) {
            const Edge *edge = &e->list.items[active.items[i]];
            add_to_row(row, edge, y);
            if (edge->y1 > (float)(y + 1)) active.items[kept++] = active.items[i];
        }
        active.len = kept;
        flush_row(row, ink, y);
        if (kept == 0 && next == e->list.len) break;
    }
    vec_deinit(&active);
}

static void fill_edges(Edges *e, const Ink *ink) {
    Box clip = ink->canvas->clip;
    if (e->list.len && !box_empty(clip)) {
        qsort(e->list.items, e->list.len, sizeof(Edge), by_top);
        int32_t width = clip.x1 - clip.x0;
        size_t cells = (size_t)width + 2;
        Row row = {mem_zalloc(cells * sizeof(float)), mem_alloc(cells), width, clip.x0, width + 2, -1};
        fill_rows(e, ink, &row);
        mem_free(row.change);
        mem_free(row.cover);
    }
    vec_deinit(&e->list);
}

void polygon_fill(const Ink *ink, const Point *points, uint32_t count) {
    Edges e = {0};
    add_contour(&e, points, count);
    fill_edges(&e, ink);
}

/* The outline of a stroke: its left side there, its right side back. */
typedef struct Outline {
    VEC(Point) there, back;
} Outline;

static Point normal(Point a, Point b) {
    float dx = b.x - a.x, dy = b.y - a.y, len = sqrtf(dx * dx + dy * dy);
    return len > 0 ? (Point){-dy / len, dx / len} : (Point){0, 0};
}

static Point offset(Point p, Point n, float by) {
    return (Point){p.x + n.x * by, p.y + n.y * by};
}

static void both_sides(Outline *o, Point p, Point n, float half) {
    vec_push(&o->there, offset(p, n, half));
    vec_push(&o->back, offset(p, n, -half));
}

enum { ROUND_STEPS = 6 };

/* The sides turn from normal a to normal b about p. A slight bend keeps one point on each side, so
 * that a flattened curve stays smooth; a sharp one is rounded. */
static void turn(Outline *o, Point p, Point a, Point b, float half) {
    float along = a.x * b.x + a.y * b.y;
    if (along > 0.5f) {
        Point middle = {a.x + b.x, a.y + b.y};
        both_sides(o, p, middle, half / (1 + along));
        return;
    }
    float angle = atan2f(a.x * b.y - a.y * b.x, along);
    for (int i = 0; i <= ROUND_STEPS; i++) {
        float t = angle * (float)i / ROUND_STEPS, c = cosf(t), s = sinf(t);
        both_sides(o, p, (Point){a.x * c - a.y * s, a.x * s + a.y * c}, half);
    }
}

/* Half a circle about p: from the left side over the end to the right one. */
static void round_end(Outline *o, Point p, Point n, float half) {
    for (int i = 1; i < 2 * ROUND_STEPS; i++) {
        float t = -GFX_PI * (float)i / (2 * ROUND_STEPS), c = cosf(t), s = sinf(t);
        vec_push(&o->there, offset(p, (Point){n.x * c - n.y * s, n.x * s + n.y * c}, half));
    }
}

static void add_outline(Edges *e, Outline *o, bool closed) {
    if (closed) add_contour(e, o->there.items, o->there.len);
    for (uint32_t i = 0, j = o->back.len; j && i < --j; i++) {
        Point swap = o->back.items[i];
        o->back.items[i] = o->back.items[j];
        o->back.items[j] = swap;
    }
    if (closed) {
        add_contour(e, o->back.items, o->back.len);
    } else {
        for (uint32_t i = 0; i < o->back.len; i++) vec_push(&o->there, o->back.items[i]);
        add_contour(e, o->there.items, o->there.len);
    }
    vec_deinit(&o->there);
    vec_deinit(&o->back);
}

typedef struct Stroke {
    Edges *edges;
    float half;
    bool closed, round_ends;
} Stroke;

static void stroke_closed(const Stroke *s, const Point *p, uint32_t n) {
    Outline o = {0};
    for (uint32_t i = 0; i < n; i++)
        turn(&o, p[i], normal(p[i ? i - 1 : n - 1], p[i]), normal(p[i], p[i + 1 < n ? i + 1 : 0]), s->half);
    add_outline(s->edges, &o, true);
}

static void stroke_open(const Stroke *s, const Point *p, uint32_t n) {
    Outline o = {0};
    Point first = normal(p[0], p[1]), last = normal(p[n - 2], p[n - 1]);
    if (s->round_ends) round_end(&o, p[0], (Point){-first.x, -first.y}, s->half);
    both_sides(&o, p[0], first, s->half);
    for (uint32_t i = 1; i + 1 < n; i++)
        turn(&o, p[i], normal(p[i - 1], p[i]), normal(p[i], p[i + 1]), s->half);
    both_sides(&o, p[n - 1], last, s->half);
    if (s->round_ends) round_end(&o, p[n - 1], last, s->half);
    add_outline(s->edges, &o, false);
}

static void stroke(const Stroke *s, const Point *p, uint32_t n) {
    if (n < 2) return;
    if (s->closed && n > 2) stroke_closed(s, p, n);
    else stroke_open(s, p, n);
}

typedef struct Points {
    VEC(Point) list;
} Points;

/* Without repeated points, which have no direction. */
static Points distinct(const Point *p, uint32_t n, bool closed) {
    Points out = {0};
    for (uint32_t i = 0; i < n; i++)
        if (!out.list.len || p[i].x != vec_last(&out.list).x || p[i].y != vec_last(&out.list).y)
            vec_push(&out.list, p[i]);
    Point *q = out.list.items;
    while (closed && out.list.len > 1 && q[0].x == vec_last(&out.list).x && q[0].y == vec_last(&out.list).y)
        out.list.len--;
    return out;
}

/* Cuts a line into dashes and strokes each. */
static void stroke_dashes(const Stroke *s, const DrawLine *line, const Point *p, uint32_t n) {
    Points piece = {0};
    float left = line->dash;
    bool on = true;
    vec_push(&piece.list, p[0]);
    for (uint32_t i = 1; i < n; i++) {
        Point at = p[i - 1];
        float dx = p[i].x - at.x, dy = p[i].y - at.y, len = sqrtf(dx * dx + dy * dy), done = 0;
        while (len - done > left) {
            done += left;
            at = (Point){p[i - 1].x + dx * done / len, p[i - 1].y + dy * done / len};
            if (on) {
                vec_push(&piece.list, at);
                stroke(s, piece.list.items, piece.list.len);
            }
            piece.list.len = 0;
            on = !on;
            left = on ? line->dash : line->gap;
            if (on) vec_push(&piece.list, at);
        }
        left -= len - done;
        if (on) vec_push(&piece.list, p[i]);
    }
    if (on) stroke(s, piece.list.items, piece.list.len);
    vec_deinit(&piece.list);
}

/* More dashes than this along one line cannot be told apart, and a tiny one would take for ever. */
enum { DASH_LEAST = 1 };

void polygon_stroke(const Ink *ink, const DrawLine *line, const Point *points) {
    Edges edges = {0};
    Points p = distinct(points, line->count, line->closed != 0);
    bool dashed = line->dash >= DASH_LEAST && line->gap >= DASH_LEAST;
    Stroke s = {&edges, line->width / 2, line->closed && !dashed, line->round_ends != 0};
    if (dashed && line->closed && p.list.len) {
        Point first = p.list.items[0];
        vec_push(&p.list, first);
    }
    if (dashed && p.list.len > 1) stroke_dashes(&s, line, p.list.items, p.list.len);
    else stroke(&s, p.list.items, p.list.len);
    vec_deinit(&p.list);
    fill_edges(&edges, ink);
}
