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
    if (!s->task || r.h < l->t->type[SIZE_SMALL]) return;
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

static Color folded_color(const Timeline *l, const Bar *bar) {
    if (!bar->task) return timeline_color(l, TOKEN_STEEL_LOW);
    return l->t->hues[cast_role(l->show->cast, bar->task).hue].base;
}

static bool is_folded_use(const Bar *bar) {
    return bar->folded > 1 && bar->state != LANE_FREE && bar->state != LANE_OVER;
}

/* Where it is folded: in use, or fought for, without names. */
static void draw_folded(const Timeline *l, const KeptLane *lane, float y, float h) {
    for (uint32_t i = 0, n; i < lane->bars.len; i += n) {
        const Bar *bar = &lane->bars.items[i];
        Color c = folded_color(l, bar);
        for (n = 1; i + n < lane->bars.len && is_folded_use(&bar[n]) && folded_color(l, &bar[n]) == c; n++) {
        }
        if (!is_folded_use(bar)) n = 1;
        else
            draw_rect(l->d, draw_snap(l->d, (Rect){l->area.x + bar->from, y, bar[n - 1].to - bar->from, h}),
                      c);
    }
}

/* The line before it, where it is folded. */
static void draw_folded_line(const Timeline *l, const KeptLane *lane, float y, float h) {
    Paint bars = {PAINT_BARS, timeline_color(l, TOKEN_INK2), timeline_color(l, TOKEN_SURFACE), 2.4f, 7};
    for (uint32_t i = 0, n; i < lane->bars.len; i += n) {
        const Bar *bar = &lane->bars.items[i];
        for (n = 1; i + n < lane->bars.len && bar->waiters_max && bar[n].folded > 1 && bar[n].waiters_max;
             n++) {
        }
        if (bar->folded == 1 || !bar->waiters_max) continue;
        draw_frame(l->d, (Rect){l->area.x + bar->from, y, bar[n - 1].to - bar->from, h}, 0, bars, 0, 0);
    }
}

/* Those who have no bar of their own are counted, at the right end of what they wait. */
static void draw_more(Timeline *l, const KeptLane *lane, float y, float h) {
    TextStyle style = timeline_small(l, FACE_SEMI, TOKEN_INK);
    for (uint32_t i = 0; i < lane->bars.len; i++) {
        const Bar *bar = &lane->bars.items[i];
        if (bar->waiters <= LINE_MOST || bar->folded > 1) continue;
        Buf text = {0};
        buf_adds(&text, "+");
        format_count(&text, bar->waiters - LINE_MOST);
        float w = text_width(l->d, style, buf_cstr(&text)) + 8, to = gfx_min(bar->to, l->area.w);
        if (to - gfx_max(0, bar->from) > 2 * w && h >= style.size) {
            Rect r = {l->area.x + to - w - 3, y + (h - 1.2f * style.size) / 2, w, 1.2f * style.size};
            draw_round(l->d, r, 5, timeline_color(l, TOKEN_SURFACE));
            text_line(l->d, style, r, TEXT_MIDDLE, buf_cstr(&text));
        }
        buf_deinit(&text);
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
    float pad = 0.06f * row->h, y = rows_y(l, row) + pad, all = row->h - 2 * pad, held = 0.53f * all;
    uint32_t line = most_waiting(lane);
    float room = all - held - 2, each = room / (float)(line ? line : 1);
    draw_folded(l, lane, y, held);
    draw_folded_line(l, lane, y + held + 2, room - 1);
    for (uint32_t i = 0; i < lane->stays.len; i++) {
        const Stay *s = &lane->stays.items[i];
        if (s->waits) draw_waiter(l, s, stay_rect(l, s, y + held + 2 + each * (float)s->place, each - 1));
        else draw_holder(l, s, stay_rect(l, s, y, held));
    }
    draw_more(l, lane, y + held + 2, room);
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
    Rect said;      /* where that is written: nothing else is */
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

/* Whether nothing is drawn near the line of what fits, between two places. */
static bool is_below_limit(const Area *a, float from, float to) {
    for (uint32_t i = 0; i < a->lane->bars.len; i++) {
        const Bar *bar = &a->lane->bars.items[i];
        bool meets = a->l->area.x + bar->from < to && a->l->area.x + bar->to > from;
        if (meets && 3 * bar->level_max > 2 * a->limit) return false;
    }
    return true;
}

/* "maxsize 3" on its line, where there is room. */
static void say_limit(Area *a, float y) {
    Timeline *l = a->l;
    TextStyle style = timeline_small(l, FACE_TEXT, TOKEN_INK2);
    Buf number = {0}, text = {0};
    format_count(&number, a->limit);
    msg_format(&text, l->show->lang, MSG_TIMELINE_MAXSIZE, (const char *const[]){buf_cstr(&number)}, 1);
    float w = text_width(l->d, style, buf_cstr(&text)), end = l->show->hide_future ? l->now : l->area.w;
    static const float places[] = {0.28f, 0.5f, 0.1f, 0.7f, 0.85f};
    for (int i = 0; i < 5; i++) {
        float x = l->area.x + places[i] * l->area.w - w / 2, from = x - 8, to = x + w + 8;
        if (to > l->area.x + end || from < l->area.x || !is_below_limit(a, from - 30, to)) continue;
        if (from < l->area.x + l->now && to > l->area.x + l->now) continue; /* the playhead is there */
        draw_rect(l->d, (Rect){from, y - 0.6f * style.size, to - from, 1.2f * style.size},
                  timeline_color(l, TOKEN_SURFACE));
        text_line(l->d, style, (Rect){x, y - style.size / 2, w + 1, style.size}, TEXT_LEFT, buf_cstr(&text));
        a->said = (Rect){from, y - style.size, to - from, 2 * style.size};
        break;
    }
    buf_deinit(&number);
    buf_deinit(&text);
}

static bool is_queue(const Area *a) {
    ObjectKind kind = trace_object_at(model_trace(a->l->m), a->lane->lane.id)->kind;
    return kind == OBJECT_QUEUE || kind == OBJECT_LIFO_QUEUE || kind == OBJECT_PRIORITY_QUEUE;
}

static void draw_limit(Area *a) {
    Timeline *l = a->l;
    if (!a->limit) return;
    float y = area_y(a, a->limit), x = a->r.x, to = a->r.x + a->r.w;
    LineStyle dashes = {.width = 2, .color = timeline_color(l, TOKEN_LINE2), .dash = 6, .gap = 5};
    draw_polyline(l->d, (Point[]){{x, y}, {to, y}}, 2, dashes);
    if (is_queue(a) && a->r.h > 1.7f * l->t->type[SIZE_SMALL]) say_limit(a, y);
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
        float y = gfx_max(a->r.y - 0.2f * size, area_y(a, bar->level) - 1.1f * size);
        bool free = from + 6 >= next &&
                    !(from < a->said.x + a->said.w && from + w + 12 > a->said.x && y < a->said.y + a->said.h);
        if (bar->folded == 1 && bar->level != last && free && to - from > w + 10) {
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

/* So many wait, where the words have room. */
static void say_waiters(Timeline *l, const Bar *bar, Rect r) {
    Buf text = {0};
    format_count(&text, bar->waiters);
    if (bar->folded == 1) timeline_words(l, r, (BarWords){.text = buf_cstr(&text), .ground = true});
    buf_deinit(&text);
}

/* Who waits comes and goes: all of that is one bar. */
static uint32_t draw_line_of_bell(Timeline *l, const Bar *bar, uint32_t most, float y, float h) {
    uint32_t n = 1;
    while (n < most && bar[n].state == LANE_CONTENDED) n++;
    Paint line = {PAINT_DASHDOT, timeline_color(l, TOKEN_INK2), timeline_color(l, TOKEN_SURFACE), 2.6f, 11};
    Rect r = {l->area.x + bar->from, y, bar[n - 1].to - bar->from, h};
    draw_frame(l->d, draw_snap(l->d, r), 4, line, 1.6f, timeline_color(l, TOKEN_LINE2));
    for (uint32_t i = 0; i < n; i++)
        say_waiters(l, &bar[i], (Rect){l->area.x + bar[i].from, y, bar[i].to - bar[i].from, h});
    return n;
}

static void draw_bell_bar(Timeline *l, const Bar *bar, float y, float h, bool event) {
    Rect r = {l->area.x + bar->from, y, bar->to - bar->from, h};
    if (bar->state != LANE_IN_USE || !event) {
        draw_rect(l->d, draw_snap(l->d, (Rect){r.x, y + h / 2 - 1, r.w, 2}), timeline_color(l, TOKEN_LINE));
        return;
    }
    draw_frame(l->d, draw_snap(l->d, r), 4, paint_plain(timeline_color(l, TOKEN_WOOD_HIGH)), 1.6f,
               timeline_color(l, TOKEN_WOOD_LOW));
    timeline_words(l, r, (BarWords){.text = timeline_say(l, MSG_TIMELINE_SET)});
}

static void draw_bell(Timeline *l, const Row *row, bool event) {
    const KeptLane *lane = bars_of_row(l, row);
    float h = 0.7f * l->lane, y = rows_y(l, row) + (row->h - h) / 2;
    for (uint32_t i = 0, n; i < lane->bars.len; i += n) {
        const Bar *bar = &lane->bars.items[i];
        n = 1;
        if (bar->state == LANE_CONTENDED) n = draw_line_of_bell(l, bar, lane->bars.len - i, y, h);
        else draw_bell_bar(l, bar, y, h, event);
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
