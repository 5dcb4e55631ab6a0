#include "view/timeline_local.h"

#include "model/called.h"
#include "view/dish.h"
#include "view/task_look.h"

#include <stdio.h>

/* The chef's lane and those of tasks. */

#define BAR 0.74f      /* of a lane: the height of a running bar */
#define GLYPH_LEAST 14 /* pixels: smaller ones cannot be told apart */
#define THREAD 8.0f    /* pixels: a thread is thin in high lanes too */
#define STROKE 2.5f    /* pixels: what is thinner has no inside */
#define LANE_OF_GLYPHS 20
#define OUTLINE_LEAST 6 /* pixels of an empty outline that can be seen as one */
#define LABELS_FROM 32  /* lanes that are lower have no labels in their bars, at type 18 */

/* --- words on bars ------------------------------------------------------------------------ */

static float glyph_size(const Timeline *l, float lane) {
    return gfx_min(lane * 0.6f, l->t->type[SIZE_SMALL] * 0.9f);
}

/* They begin inside the bar and move with the view; what does not fit is left out. */
bool timeline_words(Timeline *l, Rect bar, BarWords words) {
    TextStyle style = timeline_small(l, words.strong ? FACE_SEMI : FACE_TEXT, TOKEN_INK);
    float pad = 0.35f * style.size,
          glyph = words.glyph ? gfx_max(GLYPH_LEAST, glyph_size(l, bar.h * 1.2f)) : 0;
    float from = gfx_max(bar.x, l->area.x), to = gfx_min(bar.x + bar.w, l->area.x + l->area.w);
    float text = *words.text ? text_width(l->d, style, words.text) : 0;
    float w = glyph + text + (glyph > 0 && text > 0 ? pad : 0), all = w + 2 * pad;
    if (w <= 0 || to - from < all + 2) return false;
    float middle = bar.y + bar.h / 2, x = from + (words.ground ? 3 : 0) + pad;
    float ground = gfx_min(bar.h + 4, gfx_max(glyph, text > 0 ? 1.15f * style.size : 0) + 2);
    if (words.ground)
        draw_round(l->d, (Rect){from + 3, middle - ground / 2, all, ground}, 5,
                   timeline_color(l, TOKEN_SURFACE));
    if (glyph > 0)
        draw_sprite(l->d, words.glyph, (Rect){x, middle - glyph / 2, glyph, glyph},
                    timeline_color(l, TOKEN_INK));
    Rect line = {x + w - text, bar.y, text + 1, bar.h};
    if (text > 0) text_line(l->d, style, line, TEXT_LEFT, words.text);
    return true;
}

static bool has_labels(const Timeline *l) {
    return l->lane >= LABELS_FROM * l->t->type[SIZE_SMALL] / 27 && l->lane >= 1.55f * l->t->type[SIZE_SMALL];
}

/* Where the clock alone gives room, a turn has next to none: it is a stroke then. */
static bool draw_stroke(const Timeline *l, Rect r, Color c) {
    if (r.w >= STROKE) return false;
    draw_rect(l->d, draw_snap(l->d, (Rect){r.x, r.y, 2, r.h}), c);
    return true;
}

/* --- tasks ------------------------------------------------------------------------------------ */

LookId timeline_look(const Bar *bar) {
    return bar->state == TASK_ABSENT ? LOOK_DONE : task_look((TaskState)bar->state, (WaitKind)bar->wait);
}

/* What ends a turn names the event that says for what the task waits. */
static EventIndex reason_of(const Timeline *l, const Bar *bar) {
    const TraceEvent *e = trace_at(model_trace(l->m), bar->begin);
    return event_kind(e) == EV_TURN_ENDED && e->b ? e->b : bar->begin;
}

static const TraceObject *object_of(const Timeline *l, ObjectId id) {
    return trace_object_at(model_trace(l->m), id);
}

/* A group for one is called by that one; others by what the program calls them. */
static void name_group(const Timeline *l, const Bar *bar, char *out) {
    const TraceObject *o = object_of(l, bar->object);
    Child child;
    bool one = o->kind == OBJECT_WAIT_FOR || o->kind == OBJECT_SHIELD;
    if (one && moment_children(l->m, bar->begin, bar->object, 0, 1, &child) && child.task) {
        timeline_task_name(l, child.task, out);
        return;
    }
    snprintf(out, TIMELINE_NAME, "%s", object_kind_name(o->kind));
}

static void name_wait(const Timeline *l, const Bar *bar, char *out) {
    const char *label = called_text(&l->speech, DIRECTIVE_LABEL, reason_of(l, bar));
    out[0] = '\0';
    bool asleep =
        timeline_look(bar) == LOOK_ASLEEP; /* a line's label is about its pause, not about a lock there */
    if (*label && (asleep || !(bar->object || bar->task))) snprintf(out, TIMELINE_NAME, "%s", label);
    else if (bar->wait == WAIT_GROUP && bar->object) name_group(l, bar, out);
    else if (bar->object) timeline_object_name(l, bar->object, out);
    else if (bar->task) timeline_task_name(l, bar->task, out);
}

static void label_wait(Timeline *l, const Bar *bar, LookId look, Rect r) {
    char text[TIMELINE_NAME] = "";
    bool asleep = look == LOOK_ASLEEP, labels = has_labels(l);
    if (bar->state != TASK_WAITING || bar->folded > 1 || (asleep && !labels)) return;
    if (l->lane < LANE_OF_GLYPHS || r.w < 2 * GLYPH_LEAST) return;
    BarWords words = {.glyph = theme_look(look)->glyph, .text = text, .ground = !asleep};
    if (labels) name_wait(l, bar, text);
    if (!timeline_words(l, r, words) && text[0]) {
        words.text = "";
        timeline_words(l, r, words);
    }
}

/* An empty bar behind a pill with a label is as high as the label needs. */
static float height_for(const Timeline *l, LookId look) {
    float h = BAR * l->lane;
    if (look == LOOK_TASK) return gfx_min(h, THREAD * l->k / theme_look(look)->height);
    return look == LOOK_ASLEEP && has_labels(l) ? h * 0.9f / theme_look(look)->height : h;
}

/* How many bars from one on are folded, beside each other, and about as busy. */
static uint32_t as_busy(const Bar *bar, uint32_t most, float h) {
    uint32_t n = 1;
    while (n < most && bar[n].folded > 1 && fabsf(bar[n].busy - bar->busy) * h < 1 &&
           bar[n].from == bar[n - 1].to)
        n++;
    return n;
}

/* The share of work, as a band in the middle. */
static void draw_work(const Timeline *l, const Bar *bars, uint32_t count, HueId hue, Rect r) {
    for (uint32_t i = 0, n; i < count; i += n) {
        const Bar *bar = &bars[i];
        n = as_busy(bar, count - i, r.h);
        float h = r.h * bar->busy, x = l->area.x + bar->from;
        if (bar->folded > 1 && h >= 1 && timeline_look(bar) != LOOK_RUNNING)
            draw_rect(l->d, (Rect){x, r.y + (r.h - h) / 2, bar[n - 1].to - bar->from, h},
                      l->t->hues[hue].base);
    }
}

static bool looks_alike(const Bar *a, const Bar *b) {
    return a->folded > 1 && b->folded > 1 && timeline_look(a) == timeline_look(b) && a->to == b->from;
}

static Rect bar_rect(const Timeline *l, const Bar *bar, float y, float lane, float h) {
    return (Rect){l->area.x + bar->from, y + (lane - h) / 2, bar->to - bar->from, h};
}

/* Folded ones beside each other that look alike are one bar, with the share of work on it. */
static void draw_bars(Timeline *l, const KeptLane *lane, HueId hue, Rect r) {
    for (uint32_t i = 0, n; i < lane->bars.len; i += n) {
        const Bar *bar = &lane->bars.items[i];
        for (n = 1;
             i + n < lane->bars.len && looks_alike(&lane->bars.items[i + n - 1], &lane->bars.items[i + n]);
             n++) {
        }
        LookId look = timeline_look(bar);
        if (look == LOOK_NEW && bar->to - bar->from < OUTLINE_LEAST) continue;
        Rect at = bar_rect(l, bar, r.y, r.h, height_for(l, look));
        at.w = lane->bars.items[i + n - 1].to - bar->from;
        bool thin = at.w < STROKE && (bar->folded > 1 || look == LOOK_RUNNING);
        if (thin && draw_stroke(l, bar_rect(l, bar, r.y, r.h, BAR * l->lane), l->t->hues[hue].deep)) continue;
        lane_draw(l->d, l->t, look, hue, at);
        draw_work(l, bar, n, hue, bar_rect(l, bar, r.y, r.h, BAR * l->lane));
        if (n == 1) label_wait(l, bar, look, at);
    }
}

static void draw_badge(const Timeline *l, TaskId task, Rect r) {
    EventIndex end = moment_task_end(l->m, task);
    if (end == NEVER) return;
    LookId look = task_look(moment_task_state(l->m, model_end(l->m), task), WAIT_NONE);
    float radius = gfx_min(0.34f * r.h, 16 * l->k);
    TurnId turn = model_running_at(l->m, end);
    EventIndex last = turn ? model_turn(l->m, turn).ended : end; /* its last turn is over a little later */
    if (last == NEVER) last = model_end(l->m);
    float x = timeline_x(l, view_share(&l->view, view_point(l->m, last))) + radius + 4;
    if (x - radius < l->area.x || x + radius + 2 > l->panel.x + l->panel.w) return;
    dish_badge(l->d, l->t, (Point){x, r.y + r.h / 2}, radius, look);
}

/* A blocking call: he stares, unless the author says that it is work. */
static void draw_blocked(Timeline *l, const Bar *bar, HueId hue, Rect r) {
    const char *work = called_text(&l->speech, DIRECTIVE_WORK, bar->begin);
    lane_draw(l->d, l->t, *work ? LOOK_RUNNING : LOOK_BLOCKED, hue, r);
    timeline_words(l, r,
                   (BarWords){.text = *work ? work : timeline_say(l, MSG_TIMELINE_STARES), .ground = true});
}

/* While it stands still in its turn, everybody does. */
static void draw_stares(Timeline *l, TaskId task, HueId hue, Rect r) {
    const KeptLane *chef = bars_of(l, (Lane){LANE_CHEF, 0});
    for (uint32_t i = 0; i < chef->bars.len; i++) {
        const Bar *bar = &chef->bars.items[i];
        if (bar->state != CHEF_BLOCKED || bar->task != task || bar->folded > 1) continue;
        draw_blocked(l, bar, hue, bar_rect(l, bar, r.y, r.h, BAR * l->lane));
    }
}

void timeline_task(Timeline *l, const Row *row) {
    Rect r = rows_rect(l, row);
    HueId hue = cast_role(l->show->cast, row->id).hue;
    draw_bars(l, bars_of_row(l, row), hue, r);
    draw_stares(l, row->id, hue, r);
    draw_badge(l, row->id, r);
}

/* --- the chef ------------------------------------------------------------------------------------ */

static void draw_idle(Timeline *l, Rect r) {
    float y = r.y + r.h / 2, from = gfx_max(r.x, l->area.x) + 5,
          to = gfx_min(r.x + r.w, l->area.x + l->area.w) - 5;
    TextStyle style = timeline_small(l, FACE_TEXT, TOKEN_INK2);
    const char *word = timeline_say(l, MSG_TIMELINE_IDLE);
    float w = text_width(l->d, style, word) + 16, middle = (from + to) / 2;
    bool said = to - from > w + 30;
    LineStyle dots = {.width = 2, .color = timeline_color(l, TOKEN_LINE2), .dash = 2, .gap = 6};
    float ends[][2] = {{from, said ? middle - w / 2 : to}, {middle + w / 2, to}};
    for (int i = 0; i < (said ? 2 : 1); i++)
        if (ends[i][1] - ends[i][0] > 4)
            draw_polyline(l->d, (Point[]){{ends[i][0], y}, {ends[i][1], y}}, 2, dots);
    if (said) text_line(l->d, style, (Rect){middle - w / 2, r.y, w, r.h}, TEXT_MIDDLE, word);
}

/* What is asyncio's own affair has no hue. */
static ChefState shown_state(const Timeline *l, const Bar *bar) {
    bool own = bar->state == CHEF_TURN && trace_task_at(model_trace(l->m), bar->task)->library;
    return own ? CHEF_CALLBACK : (ChefState)bar->state;
}

static void draw_chef_bar(Timeline *l, const Bar *bar, Rect r) {
    HueId hue = cast_role(l->show->cast, bar->task).hue;
    switch (shown_state(l, bar)) {
    case CHEF_TURN:
        if (!draw_stroke(l, r, l->t->hues[hue].deep)) lane_draw(l->d, l->t, LOOK_RUNNING, hue, r);
        break;
    case CHEF_BLOCKED: draw_blocked(l, bar, hue, r); break;
    case CHEF_IDLE: draw_idle(l, r); break;
    case CHEF_CALLBACK:
        draw_frame(l->d, draw_snap(l->d, rect_inset(r, 0, r.h * 0.2f)), 4,
                   paint_plain(timeline_color(l, TOKEN_STEEL_LOW)), 1.6f,
                   timeline_color(l, TOKEN_STEEL_DEEP));
        break;
    default: break;
    }
}

/* Folded: a column as high as his share of work there. */
static void draw_share(const Timeline *l, const Bar *bar, Rect r) {
    if (draw_stroke(l, r, timeline_color(l, TOKEN_INK))) return;
    float h = r.h * gfx_max(bar->busy, bar->state == CHEF_TURN ? 0.12f : 0.04f);
    draw_rect(l->d, (Rect){r.x, r.y + r.h - h, r.w, h}, timeline_color(l, TOKEN_INK));
}

void timeline_chef(Timeline *l, const Row *row) {
    const KeptLane *lane = bars_of_row(l, row);
    float h = BAR * l->chef;
    for (uint32_t i = 0, n; i < lane->bars.len; i += n) {
        const Bar *bar = &lane->bars.items[i];
        Rect at = bar_rect(l, bar, l->area.y, l->chef, h);
        n = bar->folded > 1 && at.w >= STROKE ? as_busy(bar, lane->bars.len - i, h) : 1;
        at.w = bar[n - 1].to - bar->from;
        if (bar->folded > 1) draw_share(l, bar, at);
        else draw_chef_bar(l, bar, at);
    }
}
