#include "view/timeline_local.h"

#include "model/cause.h"
#include "model/steps.h"

/* Why the chosen turn came about, on its left, and what came of it, on its right: arrows from turn to turn,
 * across the lanes. What a task did to itself needs none: its own lane shows it. */

enum { EFFECTS_MOST = 32, EFFECTS_BOLD = 6 };

/* Whose arrows are shown; 0: none's. */
static TurnId chosen_turn(const TimelineShow *show) {
    const Model *m = show->model;
    if (show->selected_event != NEVER && show->selected_event <= model_end(m))
        return model_turn_at(m, show->selected_event);
    if (!show->selected || show->selected > moment_tasks_made(m, model_end(m))) return 0;
    TurnId turn = model_turn_at(m, show->at);
    if (turn && model_turn(m, turn).task == show->selected) return turn;
    Cursor last = step_to_turn_of(m, show->at, show->selected, WAY_BACK);
    turn = last == NEVER ? 0 : model_turn_at(m, last);
    return turn && model_turn(m, turn).task == show->selected ? turn : 0;
}

/* --- arrows ------------------------------------------------------------------------------- */

typedef struct Arrow {
    Point from, to;
    float bow; /* to the right; to the left where below 0 */
    float width;
} Arrow;

static Point toward(Point a, Point b, float by) {
    float dx = b.x - a.x, dy = b.y - a.y, length = sqrtf(dx * dx + dy * dy);
    if (length < 1) return a;
    return (Point){a.x + dx * by / length, a.y + dy * by / length};
}

static void draw_head(const Timeline *l, Point tip, Point before, float size, Color c) {
    Point foot = toward(tip, before, size), side = {(foot.y - tip.y) * 0.45f, (tip.x - foot.x) * 0.45f};
    Point points[] = {tip, {foot.x + side.x, foot.y + side.y}, {foot.x - side.x, foot.y - side.y}};
    draw_polygon(l->d, points, 3, paint_plain(c));
}

static void draw_arrow(const Timeline *l, const Arrow *a) {
    float dy = a->to.y - a->from.y, size = 2.2f * a->width + 4;
    Point c1 = {a->from.x + a->bow, a->from.y + 0.3f * dy}, c2 = {a->to.x + a->bow, a->to.y - 0.3f * dy};
    Point end = toward(a->to, c2, 0.8f * size);
    Color casing = timeline_color(l, TOKEN_SURFACE), accent = timeline_color(l, TOKEN_ACCENT);
    draw_curve(l->d, a->from, c1, c2, end,
               (LineStyle){.width = a->width + (a->width > 3 ? 6 : 3), .color = casing, .round_ends = true});
    draw_curve(l->d, a->from, c1, c2, end,
               (LineStyle){.width = a->width, .color = accent, .round_ends = true});
    draw_head(l, a->to, c2, size, accent);
}

/* Where a turn lies on the screen; of no width: its row is nowhere. */
static Rect rect_of_turn(const Timeline *l, TurnId turn) {
    Turn t = model_turn(l->m, turn);
    uint32_t row = rows_of_task(l->lanes, t.task);
    if (row == NEVER) return (Rect){0};
    Rect r = rows_rect(l, &l->lanes->rows.items[row]);
    float from = timeline_x(l, view_share(&l->view, view_point(l->m, t.begun)));
    float to =
        timeline_x(l, view_share(&l->view, view_point(l->m, t.ended == NEVER ? model_end(l->m) : t.ended)));
    float h = gfx_min(r.h, l->lane) * 0.74f;
    return (Rect){from, r.y + (r.h - h) / 2, gfx_max(3, to - from), h};
}

static Arrow arrow_between(Rect a, Rect b, bool right, float width) {
    bool down = b.y > a.y;
    float bow = gfx_max(14, gfx_min(70, 0.22f * fabsf(b.y - a.y)));
    Arrow arrow = {.from = {a.x + a.w / 2, down ? a.y + a.h + 2 : a.y - 2},
                   .to = {b.x + b.w / 2, down ? b.y - 5 : b.y + b.h + 5},
                   .bow = right ? bow : -bow,
                   .width = width};
    if (right) arrow.from.x = a.x + 0.75f * a.w;
    else arrow.to.x = b.x + 0.25f * b.w;
    return arrow;
}

static float arrow_width(const Timeline *l, bool bold) {
    return (l->t->choice.presentation ? 5 : 3.5f) * (bold ? 1 : 0.6f);
}

static void draw_cause(const Timeline *l, TurnId turn, Rect here) {
    Cause cause = cause_of_turn(l->m, turn);
    if (!cause.turn || !cause.by || model_turn(l->m, cause.turn).task == model_turn(l->m, turn).task) return;
    Rect there = rect_of_turn(l, cause.turn);
    Arrow arrow = arrow_between(there, here, false, arrow_width(l, true));
    if (there.w > 0 && there.y != here.y) draw_arrow(l, &arrow);
}

static void draw_effects(const Timeline *l, TurnId turn, Rect here) {
    EventIndex ready[EFFECTS_MOST];
    uint32_t n = cause_woken(l->m, turn, 0, EFFECTS_MOST, ready);
    TaskId own = model_turn(l->m, turn).task;
    for (uint32_t i = 0; i < n; i++) {
        TurnId then = cause_turn_of_ready(l->m, ready[i]);
        if (!then || trace_at(model_trace(l->m), ready[i])->task == own) continue;
        if (l->show->hide_future && model_turn(l->m, then).begun > l->show->at) continue;
        Rect there = rect_of_turn(l, then);
        Arrow arrow = arrow_between(here, there, true, arrow_width(l, n <= EFFECTS_BOLD));
        if (there.w > 0 && there.y != here.y) draw_arrow(l, &arrow);
    }
}

void timeline_causes(Timeline *l) {
    TurnId turn = chosen_turn(l->show);
    if (!turn) return;
    Rect here = rect_of_turn(l, turn);
    if (here.w <= 0 || (l->show->hide_future && model_turn(l->m, turn).begun > l->show->at)) return;
    draw_push_clip(l->d, (Rect){l->area.x - 4, l->body.y, l->panel.x + l->panel.w - l->area.x, l->body.h});
    draw_cause(l, turn, here);
    draw_effects(l, turn, here);
    draw_frame(l->d, rect_inset(here, -3, -3), 5, paint_plain(0), 2, timeline_color(l, TOKEN_SURFACE));
    draw_frame(l->d, rect_inset(here, -5, -5), 6, paint_plain(0), 3, timeline_color(l, TOKEN_ACCENT));
    draw_pop(l->d);
}

/* --- walking along them -------------------------------------------------------------------------- */

/* Of a timer it is the turn that set it; of what happened in none, one farther back. */
static TurnId turn_before(const Model *m, TurnId turn) {
    Cause cause = cause_of_turn(m, turn);
    if (cause.turn) return cause.turn;
    EventIndex e = cause.set ? cause.set : cause.event;
    while (e && event_kind(trace_at(model_trace(m), e)) != EV_TURN_BEGUN) e = cause_of(m, e);
    return e ? model_turn_at(m, e) : 0;
}

/* The first that somebody else did because of it; if nobody did, its own next one. */
static TurnId turn_after(const Model *m, TurnId turn) {
    EventIndex ready[EFFECTS_MOST];
    uint32_t n = cause_woken(m, turn, 0, EFFECTS_MOST, ready);
    TaskId own = model_turn(m, turn).task;
    TurnId first = 0;
    for (uint32_t i = 0; i < n; i++) {
        TurnId then = cause_turn_of_ready(m, ready[i]);
        if (!then) continue;
        if (trace_at(model_trace(m), ready[i])->task != own) return then;
        if (!first) first = then;
    }
    return first;
}

TurnId cause_step(const TimelineShow *show, bool back) {
    TurnId turn = chosen_turn(show);
    if (!turn) turn = model_turn_at(show->model, show->at);
    if (!turn) return 0;
    TurnId next = back ? turn_before(show->model, turn) : turn_after(show->model, turn);
    if (show->hide_future && next && model_turn(show->model, next).begun > show->at) return 0;
    return next;
}
