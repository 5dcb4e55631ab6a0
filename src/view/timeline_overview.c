#include "view/timeline_local.h"

/* The whole run in a thin strip, with a window for what is in sight, which can be dragged. */

static TimelineView view_of_strip(const Timeline *l) {
    TimelinePanel all = *l->p;
    all.width = l->overview.w;
    return view_of_all(&all, l->m, l->p->axis);
}

static bool is_kept(const TimelineLanes *lanes, const TimelineView *v, float width, Cursor end) {
    return lanes->strip_view.per_second == v->per_second && lanes->strip_view.per_turn == v->per_turn &&
           lanes->strip_width == width && lanes->strip_end == end;
}

static void read_strip(Timeline *l, const TimelineView *v) {
    TimelineLanes *lanes = l->lanes;
    if (is_kept(lanes, v, l->overview.w, model_end(l->m))) return;
    lanes->strip_view = *v;
    lanes->strip_width = l->overview.w;
    lanes->strip_end = model_end(l->m);
    lanes->strip.lane = (Lane){LANE_CHEF, 0};
    lanes->strip.bars.len = 0;
    bars_read(l, &lanes->strip, v, l->overview.w);
}

static float strip_x(const Timeline *l, const TimelineView *v, ViewPoint p) {
    double share = view_share(v, p);
    return l->overview.x + (float)(share < 0 ? 0 : share > 1 ? 1 : share) * l->overview.w;
}

static void draw_strip(const Timeline *l) {
    const TimelineLanes *lanes = l->lanes;
    Rect r = rect_inset(l->overview, 0, 3);
    float end = l->show->hide_future ? strip_x(l, &lanes->strip_view, view_point(l->m, l->show->at))
                                     : l->overview.x + l->overview.w;
    for (uint32_t i = 0; i < lanes->strip.bars.len; i++) {
        const Bar *bar = &lanes->strip.bars.items[i];
        float x = l->overview.x + bar->from, w = gfx_min(end - x, bar->to - bar->from);
        if (w <= 0 || (bar->folded == 1 && bar->state != CHEF_TURN && bar->state != CHEF_BLOCKED)) continue;
        float h = bar->folded > 1 ? r.h * gfx_max(0.2f, bar->busy) : r.h;
        Color c = bar->state == CHEF_BLOCKED || !bar->task
                      ? timeline_color(l, TOKEN_INK2)
                      : l->t->hues[cast_role(l->show->cast, bar->task).hue].base;
        draw_rect(l->d, (Rect){x, r.y + r.h - h, w, h}, c);
    }
}

/* Outside of the window it is paler. */
static void draw_window(const Timeline *l, float from, float to) {
    Rect all = l->overview;
    Color veil = color_fade(timeline_color(l, TOKEN_SURFACE), 0.6f);
    draw_rect(l->d, (Rect){all.x, all.y, from - all.x, all.h}, veil);
    draw_rect(l->d, (Rect){to, all.y, all.x + all.w - to, all.h}, veil);
    draw_frame(l->d, draw_snap(l->d, (Rect){from, all.y, to - from, all.h}), 5, paint_plain(0), 2,
               timeline_color(l, TOKEN_INK));
}

static void drag(Timeline *l, UiTouch t, float from, float to) {
    TimelinePanel *p = l->p;
    float x = ui_mouse(l->ui).x;
    if (t.pressed) {
        p->drag = DRAG_OVERVIEW;
        bool in = x >= from && x <= to;
        p->grabbed.x = in ? x - (from + to) / 2 : 0;
    }
    if (p->drag != DRAG_OVERVIEW) return;
    double share = (double)((x - p->grabbed.x - l->overview.x) / l->overview.w);
    ViewPoint middle = view_point_of_share(l->m, &l->lanes->strip_view, share < 0 ? 0 : share);
    TimelineView v = p->view;
    v.from = v.per_second * middle.seconds + v.per_turn * middle.turns - 0.5;
    view_go(p, l->m, v, l->ui->now);
    p->moved = 0;
    ui_wake_at(l->ui, l->ui->now);
}

void timeline_overview(Timeline *l) {
    if (l->overview.h <= 0) return;
    TimelineView strip = view_of_strip(l);
    read_strip(l, &strip);
    float from = strip_x(l, &strip, view_point_of_share(l->m, &l->view, 0));
    float to = gfx_max(from + 8, strip_x(l, &strip, view_point_of_share(l->m, &l->view, 1)));
    draw_push_clip(l->d, rect_inset(l->overview, -1, 0));
    draw_round(l->d, draw_snap(l->d, l->overview), 5, timeline_color(l, TOKEN_SUNKEN));
    draw_strip(l);
    draw_window(l, from, to);
    float now = strip_x(l, &strip, view_point(l->m, l->show->at));
    draw_rect(l->d, (Rect){now - 1, l->overview.y, 2.5f, l->overview.h}, timeline_color(l, TOKEN_ACCENT));
    draw_pop(l->d);
    UiTouch t = ui_touch(l->ui, ui_child(l->id, 5), rect_inset(l->overview, 0, -3), UI_NO_STOP);
    if (t.hover) l->ui->cursor = UI_CURSOR_HAND;
    drag(l, t, from, to);
}
