#include "view/timeline_local.h"

#include "view/dish.h"
#include "view/format.h"

/* Lanes of what tasks share: who has it, who waits for it, how full it is. */

static const TraceObject *object_of(const Timeline *l, const Row *row) {
    return trace_object_at(model_trace(l->m), row->id);
}

static Rect stay_rect(const Timeline *l, const Stay *s, float y, float h) {
    return (Rect){l->area.x + s->from, y, s->to - s->from, h};
}

static void name_stay(Timeline *l, const Stay *s, Rect r) {
    char name[TIMELINE_NAME];
    if (!s->task || r.h < 1.05f * l->t->type[SIZE_SMALL]) return;
    timeline_task_name(l, s->task, name);
    timeline_words(l, r, (BarWords){.text = name, .ground = true, .strong = !s->waits});
}

static void draw_holder(Timeline *l, const Stay *s, Rect r) {
    const Hue *hue = &l->t->hues[cast_role(l->show->cast, s->task).hue];
    Color fill = s->task ? hue->base : timeline_color(l, TOKEN_STEEL),
          edge = s->task ? hue->deep : timeline_color(l, TOKEN_STEEL_DEEP);
    draw_frame(l->d, draw_snap(l->d, r), 4, paint_plain(fill), 1.6f, edge);
    name_stay(l, s, r);
}

static void draw_waiter(Timeline *l, const Stay *s, Rect r) {
    lane_draw(l->d, l->t, LOOK_LOCK, cast_role(l->show->cast, s->task).hue,
              (Rect){r.x, r.y + r.h / 2 - r.h / 2 / 0.62f, r.w, r.h / 0.62f});
    name_stay(l, s, r);
}

/* Where it is folded: in use, or fought for, without names. */
static void draw_folded(const Timeline *l, const KeptLane *lane, float y, float h) {
    for (uint32_t i = 0; i < lane->bars.len; i++) {
        const Bar *bar = &lane->bars.items[i];
        if (bar->folded == 1 || bar->state == LANE_FREE || bar->state == LANE_OVER) continue;
        HueId hue = cast_role(l->show->cast, bar->task).hue;
        Color c = bar->task ? l->t->hues[hue].base : timeline_color(l, TOKEN_STEEL_LOW);
        draw_rect(l->d, (Rect){l->area.x + bar->from, y, bar->to - bar->from, h}, c);
    }
}

static uint32_t most_waiting(const KeptLane *lane) {
    uint32_t most = 0;
    for (uint32_t i = 0; i < lane->stays.len; i++)
        if (lane->stays.items[i].waits && lane->stays.items[i].place + 1 > most)
            most = lane->stays.items[i].place + 1;
    return most;
}

/* Its holder above, those who wait below, at their places in the line. */
static void draw_lock(Timeline *l, const Row *row) {
    const KeptLane *lane = bars_of_row(l, row);
    float pad = 0.06f * row->h, y = rows_y(l, row) + pad, all = row->h - 2 * pad, held = 0.58f * all;
    uint32_t line = most_waiting(lane);
    float room = all - held - 2, each = room / (float)(line ? line : 1);
    draw_folded(l, lane, y, held);
    for (uint32_t i = 0; i < lane->stays.len; i++) {
        const Stay *s = &lane->stays.items[i];
        if (s->waits) draw_waiter(l, s, stay_rect(l, s, y + held + 2 + each * (float)s->place, each - 1));
        else draw_holder(l, s, stay_rect(l, s, y, held));
    }
}

static void draw_permits(Timeline *l, const Row *row, uint32_t permits) {
    const KeptLane *lane = bars_of_row(l, row);
    float pad = 0.1f * l->permit, y = rows_y(l, row) + pad, each = (row->h - 2 * pad) / (float)permits;
    for (uint32_t i = 0; i < permits; i++) {
        Rect r = {l->area.x, y + each * (float)i, l->area.w, each - 2};
        draw_frame(l->d, draw_snap(l->d, r), 4, paint_plain(0), 1.2f, timeline_color(l, TOKEN_LINE));
    }
    draw_folded(l, lane, y, each * (float)permits - 2);
    for (uint32_t i = 0; i < lane->stays.len; i++) {
        const Stay *s = &lane->stays.items[i];
        if (!s->waits && s->place < permits)
            draw_holder(l, s, stay_rect(l, s, y + each * (float)s->place, each - 2));
    }
}

/* --- levels --------------------------------------------------------------------------------- */

/* A step area: its scale, and what is full. */
typedef struct Area {
    Timeline *l;
    const KeptLane *lane;
    Rect r;
    float most;     /* level that is as high as the area */
    uint32_t limit; /* 0: none */
} Area;

static float area_y(const Area *a, uint32_t level) {
    return a->r.y + a->r.h - a->r.h * gfx_min(1, (float)level / a->most);
}

static void area_points(const Area *a, Point *points, uint32_t *count) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < a->lane->bars.len; i++) {
        const Bar *bar = &a->lane->bars.items[i];
        float y = area_y(a, bar->folded > 1 ? bar->level_max : bar->level);
        points[n++] = (Point){gfx_max(a->r.x, a->l->area.x + bar->from), y};
        points[n++] = (Point){gfx_min(a->r.x + a->r.w, a->l->area.x + bar->to), y};
    }
    *count = n;
}

static void draw_steps(const Area *a) {
    enum { POINTS_MOST = 4096 };
    Point points[POINTS_MOST + 2];
    uint32_t n = 0;
    if (a->lane->bars.len == 0 || 2 * a->lane->bars.len > POINTS_MOST) return;
    area_points(a, points, &n);
    float foot = a->r.y + a->r.h;
    draw_polyline(a->l->d, points, n, (LineStyle){.width = 2, .color = timeline_color(a->l, TOKEN_WOOD_LOW)});
    points[n] = (Point){points[n - 1].x, foot};
    points[n + 1] = (Point){points[0].x, foot};
    Paint wood = paint_plain(color_fade(timeline_color(a->l, TOKEN_WOOD), 0.55f));
    draw_polygon(a->l->d, points, n + 2, wood);
}

/* Somebody waits there: to take, along the foot; to put, or for a permit, along the line of what fits. */
static void draw_blocked(const Area *a) {
    for (uint32_t i = 0; i < a->lane->bars.len; i++) {
        const Bar *bar = &a->lane->bars.items[i];
        if (!bar->waiters_max) continue;
        bool full = a->limit && bar->level_max >= a->limit;
        float h = 8, y = full ? area_y(a, a->limit) : a->r.y + a->r.h;
        Rect r = {a->l->area.x + bar->from, y - h / 2, bar->to - bar->from, h};
        Paint dots = {PAINT_DOTS, timeline_color(a->l, TOKEN_INK2), 0, 2.6f, 8};
        draw_frame(a->l->d, r, 0, dots, 0, 0);
    }
}

static void draw_limit(const Area *a) {
    Timeline *l = a->l;
    if (!a->limit) return;
    float y = area_y(a, a->limit), x = a->r.x, to = a->r.x + a->r.w;
    LineStyle dashes = {.width = 2, .color = timeline_color(l, TOKEN_LINE2), .dash = 6, .gap = 5};
    draw_polyline(l->d, (Point[]){{x, y}, {to, y}}, 2, dashes);
}

/* The level where it changes, if the words have room. */
static void draw_levels(const Area *a) {
    Timeline *l = a->l;
    TextStyle style = timeline_small(l, FACE_SEMI, TOKEN_INK);
    float size = style.size, next = a->r.x;
    uint32_t last = UINT32_MAX;
    for (uint32_t i = 0; i < a->lane->bars.len; i++) {
        const Bar *bar = &a->lane->bars.items[i];
        float from = gfx_max(a->r.x, l->area.x + bar->from),
              to = gfx_min(a->r.x + a->r.w, l->area.x + bar->to);
        Buf text = {0};
        format_count(&text, bar->level);
        float w = text_width(l->d, style, buf_cstr(&text));
        if (bar->folded == 1 && bar->level != last && from + 6 >= next && to - from > w + 10) {
            float y = gfx_max(a->r.y - 0.2f * size, area_y(a, bar->level) - 1.1f * size);
            text_line(l->d, style, (Rect){from + 6, y, w + 1, size}, TEXT_LEFT, buf_cstr(&text));
            next = from + w + 14;
            last = bar->level;
        }
        buf_deinit(&text);
    }
}

static uint32_t most_level(const KeptLane *lane) {
    uint32_t most = 1;
    for (uint32_t i = 0; i < lane->bars.len; i++)
        if (lane->bars.items[i].level_max > most) most = lane->bars.items[i].level_max;
    return most;
}

static void draw_area(Timeline *l, const Row *row, uint32_t limit) {
    const KeptLane *lane = bars_of_row(l, row);
    float y = rows_y(l, row), size = l->t->type[SIZE_SMALL];
    Area a = {.l = l, .lane = lane, .limit = limit};
    float above = row->h > 2 * size ? 0.55f * size : 4;
    a.r = (Rect){l->area.x, y + above, l->area.w, row->h - above - 5};
    a.most = (float)(limit ? limit : most_level(lane) + 1);
    draw_steps(&a);
    draw_limit(&a);
    draw_blocked(&a);
    if (row->h > 2 * size) draw_levels(&a);
}

/* --- bells ------------------------------------------------------------------------------------- */

static void draw_bell(Timeline *l, const Row *row, bool event) {
    const KeptLane *lane = bars_of_row(l, row);
    float h = 0.62f * l->lane, y = rows_y(l, row) + (row->h - h) / 2;
    for (uint32_t i = 0; i < lane->bars.len; i++) {
        const Bar *bar = &lane->bars.items[i];
        Rect r = {l->area.x + bar->from, y, bar->to - bar->from, h};
        if (bar->state == LANE_CONTENDED) {
            Paint line = {PAINT_DASHDOT, timeline_color(l, TOKEN_INK2), timeline_color(l, TOKEN_SURFACE),
                          2.6f, 11};
            draw_frame(l->d, draw_snap(l->d, r), 4, line, 1.6f, timeline_color(l, TOKEN_LINE2));
        } else if (bar->state == LANE_IN_USE && event) {
            draw_frame(l->d, draw_snap(l->d, r), 4, paint_plain(timeline_color(l, TOKEN_WOOD_HIGH)), 1.6f,
                       timeline_color(l, TOKEN_WOOD_LOW));
            timeline_words(l, r, (BarWords){.text = timeline_say(l, MSG_TIMELINE_SET)});
        } else {
            draw_rect(l->d, draw_snap(l->d, (Rect){r.x, y + h / 2 - 1, r.w, 2}),
                      timeline_color(l, TOKEN_LINE));
        }
    }
}

void timeline_object(Timeline *l, const Row *row) {
    const TraceObject *o = object_of(l, row);
    switch (o->kind) {
    case OBJECT_LOCK: draw_lock(l, row); break;
    case OBJECT_SEMAPHORE:
    case OBJECT_BOUNDED_SEMAPHORE:
        if (o->count && o->count <= 4) draw_permits(l, row, o->count);
        else draw_area(l, row, o->count);
        break;
    case OBJECT_EVENT: draw_bell(l, row, true); break;
    case OBJECT_CONDITION: draw_bell(l, row, false); break;
    default: draw_area(l, row, o->count); break;
    }
}
