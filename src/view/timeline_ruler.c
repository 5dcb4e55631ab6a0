#include "view/timeline_local.h"

#include "view/format.h"

#include <string.h>

/* The strip at the top: when it is. Where turns can be seen, runs of them at one time of the clock are
 * bound together, with that time once above them: there the clock stands still. Elsewhere times at
 * round distances. */

enum { LABELS_MOST = 256 };

#define LABEL_GAP 12.0f
#define LABEL_PITCH 110.0f /* pixels from one round time to the next, at least, at type 18 */

typedef struct Ruler {
    Timeline *l;
    float next;  /* where the next label may begin */
    bool united; /* one of them has had its unit */
    Rect flag;   /* of the playhead: no label is under it */
    char last[32];
} Ruler;

/* --- labels --------------------------------------------------------------------------------- */

static float end_of_past(const Timeline *l) {
    return l->show->hide_future ? l->area.x + l->now : l->area.x + l->area.w;
}

static TextStyle label_style(const Timeline *l) {
    return timeline_small(l, FACE_TEXT, TOKEN_INK2);
}

/* Above x; false if it has no room. */
static bool put_label(Ruler *r, float x, const char *text) {
    Timeline *l = r->l;
    float w = text_width(l->d, label_style(l), text), from = x - w / 2;
    if (from < l->area.x) from = l->area.x;
    if (x < l->area.x - 1 || x > end_of_past(l) || from + w > l->area.x + l->area.w) return false;
    if (from < r->next || strcmp(text, r->last) == 0) return false;
    if (from < r->flag.x + r->flag.w + 6 && from + w > r->flag.x - 6) return false;
    Rect at = {from, l->head.y, w + 1, l->head.h * 0.68f};
    text_line(l->d, label_style(l), at, TEXT_LEFT, text);
    r->next = from + w + LABEL_GAP;
    strncpy(r->last, text, sizeof r->last - 1);
    return true;
}

/* "1.2": as many decimals as it has, to the microsecond. */
static void add_seconds(Buf *out, Lang lang, uint64_t time, int decimals) {
    uint64_t unit = 1;
    for (int i = decimals; i < 9; i++) unit *= 10;
    time = (time + unit / 2) / unit * unit;
    uint64_t part = time % 1000000000u / unit;
    format_count(out, time / 1000000000u);
    while (decimals > 0 && part % 10 == 0) part /= 10, decimals--;
    if (decimals > 0)
        buf_printf(out, "%s%0*llu", msg_text(lang, MSG_DECIMAL_POINT), decimals, (unsigned long long)part);
}

static void with_unit(Buf *out, Lang lang, MsgId unit) {
    Buf number = {0};
    buf_add(&number, out->data, out->len);
    buf_clear(out);
    msg_format(out, lang, unit, (const char *const[]){buf_cstr(&number)}, 1);
    buf_deinit(&number);
}

/* The unit is said once. */
static bool label_time(Ruler *r, float x, uint64_t time, int decimals) {
    Buf text = {0};
    add_seconds(&text, r->l->show->lang, time, decimals);
    if (!r->united) with_unit(&text, r->l->show->lang, MSG_PANEL_SECONDS);
    bool put = put_label(r, x, buf_cstr(&text));
    r->united |= put;
    buf_deinit(&text);
    return put;
}

static void tick(const Timeline *l, float x) {
    float h = 6 * l->k, y = l->head.y + l->head.h - h;
    if (x >= l->area.x - 1 && x <= end_of_past(l))
        draw_rect(l->d, draw_snap(l->d, (Rect){x - 1, y, 2, h}), timeline_color(l, TOKEN_LINE2));
}

/* --- bands ------------------------------------------------------------------------------------- */

/* Turns at one time of the clock, in pixels of the window. */
typedef struct Band {
    float from, to;
    uint32_t turns;
    uint64_t time;
} Band;

static bool is_turn(const Bar *bar) {
    return bar->folded == 1 && (bar->state == CHEF_TURN || bar->state == CHEF_CALLBACK);
}

static bool breaks(const Bar *bar) {
    return bar->folded > 1 || bar->state == CHEF_IDLE || bar->state == CHEF_BLOCKED ||
           bar->state == CHEF_OVER;
}

/* The one that begins at bar *i or behind it; false: there is none. */
static bool next_band(const Timeline *l, const KeptLane *chef, uint32_t *i, Band *band) {
    for (; *i < chef->bars.len && !is_turn(&chef->bars.items[*i]); (*i)++) {
    }
    if (*i == chef->bars.len) return false;
    const Bar *first = &chef->bars.items[*i];
    *band = (Band){.from = first->from, .to = first->to, .time = model_time(l->m, first->begin)};
    for (; *i < chef->bars.len && !breaks(&chef->bars.items[*i]); (*i)++) {
        const Bar *bar = &chef->bars.items[*i];
        if (!is_turn(bar)) continue;
        band->to = bar->to;
        band->turns++;
    }
    band->from += l->area.x;
    band->to += l->area.x;
    return true;
}

static Rect band_rect(const Timeline *l, const Band *band, float top, float bottom) {
    float from = gfx_max(band->from, l->area.x), to = gfx_min(band->to, end_of_past(l));
    return (Rect){from, top, to - from, bottom - top};
}

void timeline_bands(Timeline *l) {
    if (l->p->axis == TIMELINE_CLOCK && !view_moves(l->p, l->ui->now)) return;
    const KeptLane *chef = bars_of(l, (Lane){LANE_CHEF, 0});
    Band band;
    for (uint32_t i = 0; next_band(l, chef, &i, &band);) {
        Rect r = band_rect(l, &band, l->area.y, l->area.y + l->area.h);
        if (l->p->axis == TIMELINE_TURNS)
            r.w = gfx_min(r.w, 1.5f); /* they are everywhere: where one begins */
        if (r.w > 0) draw_rect(l->d, draw_snap(l->d, r), timeline_color(l, TOKEN_SUNKEN));
    }
}

static void bracket(const Timeline *l, const Band *band) {
    Color c = timeline_color(l, TOKEN_LINE2);
    float h = 7 * l->k, y = l->head.y + l->head.h - h, right = end_of_past(l);
    Rect r = rect_inset(band_rect(l, band, y, y + h), 1, 0);
    if (r.w <= 0) return;
    draw_rect(l->d, draw_snap(l->d, (Rect){r.x, y, r.w, 2}), c);
    if (band->from >= l->area.x) draw_rect(l->d, draw_snap(l->d, (Rect){r.x, y, 2, h}), c);
    if (band->to <= right) draw_rect(l->d, draw_snap(l->d, (Rect){r.x + r.w - 2, y, 2, h}), c);
}

/* How many there were. */
static uint32_t mark_bands(Ruler *r) {
    Timeline *l = r->l;
    const KeptLane *chef = bars_of(l, (Lane){LANE_CHEF, 0});
    uint32_t n = 0;
    Band band;
    for (uint32_t i = 0; next_band(l, chef, &i, &band); n++) {
        float middle = (gfx_max(band.from, l->area.x) + gfx_min(band.to, l->area.x + l->area.w)) / 2;
        if (band.to <= l->area.x || band.from >= l->area.x + l->area.w) continue;
        if (band.turns > 1) bracket(l, &band);
        else tick(l, middle);
        float now = l->area.x + l->now; /* there the flag says it */
        if (now < band.from - 1 || now > band.to + 1) label_time(r, middle, band.time, 3);
    }
    return n;
}

/* --- round times --------------------------------------------------------------------------------- */

/* 1, 2 or 5 times a power of ten, not below. */
static uint64_t round_up(double least) {
    uint64_t unit = 1;
    while ((double)unit * 10 <= least) unit *= 10;
    static const uint64_t steps[] = {1, 2, 5, 10};
    for (int i = 0; i < 4; i++)
        if ((double)(unit * steps[i]) >= least) return unit * steps[i];
    return unit * 10;
}

static int decimals_of(uint64_t step) {
    int n = 9;
    while (n > 0 && step % 10 == 0) step /= 10, n--;
    return n;
}

static double labels_in_sight(const Timeline *l) {
    return (double)gfx_max(1, l->area.w / (LABEL_PITCH * l->t->type[SIZE_SMALL] / 18));
}

static void mark_times(Ruler *r) {
    Timeline *l = r->l;
    Axis axis = {l->view.per_second, l->view.per_turn};
    uint64_t from = axis_time(l->m, axis, l->view.from), to = axis_time(l->m, axis, l->view.from + 1);
    uint64_t step = round_up((double)(to - from) / labels_in_sight(l));
    uint64_t at = from ? (from + step - 1) / step * step : 0;
    for (int i = 0; i < LABELS_MOST && at <= to; i++, at += step) {
        float x = timeline_x(l, axis_of_time(l->m, axis, at) - l->view.from);
        if (label_time(r, x, at, decimals_of(step))) tick(l, x);
    }
}

static void mark_turns(Ruler *r) {
    Timeline *l = r->l;
    double first = l->view.from / l->view.per_turn, last = (l->view.from + 1) / l->view.per_turn;
    uint64_t step = round_up((last - first) / labels_in_sight(l));
    uint64_t at = first > 0 ? ((uint64_t)first + step - 1) / step * step : 0;
    for (int i = 0; i < LABELS_MOST && (double)at <= last && at <= model_turns(l->m); i++, at += step) {
        Buf text = {0};
        format_count(&text, at);
        if (!r->united) with_unit(&text, l->show->lang, MSG_TIMELINE_TURN);
        float x = timeline_x(l, (double)at * l->view.per_turn - l->view.from);
        bool put = put_label(r, x, buf_cstr(&text));
        if (put) tick(l, x);
        r->united |= put;
        buf_deinit(&text);
    }
}

/* --- the playhead ----------------------------------------------------------------------------------- */

static uint64_t time_now(const Timeline *l) {
    uint64_t at = model_time(l->m, l->show->at);
    return l->show->time > at ? l->show->time : at;
}

static Rect flag_rect(const Timeline *l, const char *text) {
    TextStyle style = timeline_small(l, FACE_BOLD, TOKEN_ACCENT_INK);
    float w = text_clock_width(l->d, style, text) + style.size * 1.1f, h = l->head.h * 0.74f;
    float x = l->area.x + l->now - w / 2, most = l->panel.x + l->panel.w - w;
    x = gfx_max(l->area.x - w / 2, gfx_min(x, most));
    return draw_snap(l->d, (Rect){x, l->head.y, w, h});
}

static bool now_in_sight(const Timeline *l) {
    return l->now >= -1 && l->now <= l->area.w + 1;
}

static void draw_flag(const Timeline *l, Rect r, const char *text) {
    TextStyle style = timeline_small(l, FACE_BOLD, TOKEN_ACCENT_INK);
    Color accent = timeline_color(l, TOKEN_ACCENT);
    float x = l->area.x + l->now, foot = r.y + r.h, w = text_clock_width(l->d, style, text);
    draw_round(l->d, r, 7 * l->k, accent);
    Point arrow[] = {{x - 7 * l->k, foot - 1}, {x + 7 * l->k, foot - 1}, {x, foot + 8 * l->k}};
    draw_polygon(l->d, arrow, 3, paint_plain(accent));
    text_clock(l->d, style, (Point){r.x + (r.w - w) / 2, text_baseline(style, r)}, text);
}

void timeline_ruler(Timeline *l) {
    Buf now = {0};
    format_time(&now, l->show->lang, time_now(l), 3);
    Ruler r = {.l = l, .next = gfx_max(l->area.x, l->field.x + l->field.w + 8), .flag = {-1e6f, 0, 0, 0}};
    if (now_in_sight(l)) r.flag = flag_rect(l, buf_cstr(&now));
    draw_push_clip(l->d,
                   (Rect){l->area.x - 2, l->head.y, l->panel.x + l->panel.w - l->area.x + 2, l->head.h});
    bool bands = l->p->axis != TIMELINE_CLOCK && mark_bands(&r) > 0;
    if (!bands && l->p->axis == TIMELINE_TURNS) mark_turns(&r);
    else if (!bands) mark_times(&r);
    draw_pop(l->d);
    bool covered = r.flag.x < l->field.x + l->field.w; /* by the field of the search */
    if (now_in_sight(l) && !covered) draw_flag(l, r.flag, buf_cstr(&now));
    buf_deinit(&now);
}

/* What is to come is under a veil; the playhead stands at its edge. */
void timeline_playhead(Timeline *l) {
    float x = l->area.x + l->now, top = l->area.y, bottom = l->area.y + l->area.h;
    float from = gfx_max(l->area.x, x), right = l->panel.x + l->panel.w;
    if (from < right && !l->show->hide_future)
        draw_rect(l->d, (Rect){from, top, right - from - 2, bottom - top},
                  timeline_color(l, TOKEN_FUTURE_VEIL));
    if (!now_in_sight(l)) return;
    float w = l->t->choice.presentation ? 5 : 3.5f, head = l->head.y + l->head.h * 0.74f;
    draw_rect(l->d, (Rect){x - w / 2, head, w, bottom - head}, timeline_color(l, TOKEN_ACCENT));
}
