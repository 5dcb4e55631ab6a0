#include "view/strip.h"

#include "base/buf.h"
#include "ui/layout.h"
#include "ui/widgets.h"
#include "view/format.h"

#define TURN_MOST 26.0   /* a turn's width, if there is room */
#define TURNS_SHARE 0.65 /* of the width, for all turns together */
#define PAST_VEIL 0.62f

/* Positions are pixels: seconds and turns have their share of the width. */
static Axis strip_axis(const Model *m, double width) {
    double seconds = axis_length(m, AXIS_CLOCK), turns = axis_length(m, AXIS_TURNS);
    double turn = turns > 0 ? TURN_MOST : 0;
    if (turns * turn > width * TURNS_SHARE) turn = width * TURNS_SHARE / turns;
    if (seconds <= 0) return (Axis){0, turns > 0 ? width / turns : 0};
    return (Axis){(width - turns * turn) / seconds, turn};
}

static double position_now(const StripShow *show, Axis axis) {
    double at = axis_position(show->model, axis, show->at);
    uint64_t time = model_time(show->model, show->at);
    if (show->now > time) at += axis.per_second * (double)(show->now - time) / 1e9;
    return at;
}

static void draw_count(Ui *ui, const Theme *t, const StripShow *show, Rect *left) {
    Buf turn = {0}, all = {0};
    format_count(&turn, show->turn);
    buf_adds(&all, " / ");
    format_count(&all, show->turns);
    if (show->more) buf_adds(&all, " …");
    TextStyle strong = {FACE_BOLD, t->type[SIZE_TITLE], t->colors[TOKEN_INK]};
    TextStyle rest = {FACE_TEXT, t->type[SIZE_BODY], t->colors[TOKEN_INK2]};
    float w = text_width(ui->draw, rest, buf_cstr(&all));
    text_line(ui->draw, rest, cut_right(left, w + 1), TEXT_LEFT, buf_cstr(&all));
    w = text_width(ui->draw, strong, buf_cstr(&turn));
    text_line(ui->draw, strong, cut_right(left, w + 1), TEXT_RIGHT, buf_cstr(&turn));
    cut_right(left, 18);
    Rect rule = cut_right(left, 1.5f);
    draw_rect(ui->draw, draw_snap(ui->draw, rect_inset(rule, 0, 14)), t->colors[TOKEN_LINE]);
    cut_right(left, 18);
    buf_deinit(&turn);
    buf_deinit(&all);
}

static void draw_span(Ui *ui, const Theme *t, const StripShow *show, const LaneSpan *span, Rect lane) {
    if (span->state != CHEF_TURN && span->state != CHEF_BLOCKED) return;
    float x = lane.x + (float)span->from, w = gfx_max((float)(span->to - span->from), 1);
    HueId hue = span->task ? cast_role(show->cast, span->task).hue : HUE_COUNT;
    Rect bar = {x, lane.y, w, lane.h};
    if (hue == HUE_COUNT) draw_rect(ui->draw, bar, t->colors[TOKEN_LINE2]);
    else if (w < 4) draw_rect(ui->draw, bar, t->hues[hue].base);
    else lane_draw(ui->draw, t, span->state == CHEF_BLOCKED ? LOOK_BLOCKED : LOOK_RUNNING, hue, bar);
}

static void draw_playhead(Ui *ui, const Theme *t, float x, Rect r) {
    Color accent = t->colors[TOKEN_ACCENT];
    draw_line(ui->draw, (Point){x, r.y + 6}, (Point){x, r.y + r.h - 6}, 5, accent);
    draw_disc(ui->draw, (Point){x, r.y + 8}, 8, accent);
    draw_disc(ui->draw, (Point){x, r.y + r.h - 8}, 8, accent);
}

static void draw_lane(Ui *ui, const Theme *t, const StripShow *show, Strip *s, Axis axis, Rect lane, Rect r) {
    LaneWindow window = {axis, 0, lane.w, (uint32_t)gfx_max(lane.w, 1)};
    s->spans.len = 0;
    lane_spans(show->model, (Lane){LANE_CHEF, 0}, &window, &s->spans);
    float middle = lane.y + lane.h / 2, x = lane.x + (float)position_now(show, axis);
    LineStyle dots = {.width = 2.4f, .color = t->colors[TOKEN_LINE2], .dash = 2.4f, .gap = 6};
    draw_polyline(ui->draw, (Point[]){{lane.x, middle}, {lane.x + lane.w, middle}}, 2, dots);
    for (uint32_t i = 0; i < s->spans.len; i++) draw_span(ui, t, show, &s->spans.items[i], lane);
    Rect future = {x, r.y + 4, lane.x + lane.w - x + 4, r.h - 8};
    if (future.w > 0) draw_rect(ui->draw, future, color_fade(t->colors[TOKEN_SURFACE], PAST_VEIL));
    draw_playhead(ui, t, x, r);
}

Cursor strip(Ui *ui, const Theme *t, Strip *s, const StripShow *show, Rect r) {
    UiId id = ui_id("strip");
    ui_panel(ui, r, 20);
    Rect lane = rect_inset(r, 30, 0);
    float icon = gfx_min(40, r.h * 0.5f);
    draw_sprite(ui->draw, "toque", rect_centred(cut_left(&lane, icon), icon, icon), t->colors[TOKEN_INK]);
    cut_left(&lane, 22);
    draw_count(ui, t, show, &lane);
    lane = rect_inset(lane, 0, r.h * 0.24f);
    Axis axis = strip_axis(show->model, lane.w);
    draw_lane(ui, t, show, s, axis, lane, r);
    UiTouch touch = ui_touch(ui, id, (Rect){lane.x, r.y, lane.w, r.h}, UI_NO_STOP);
    if (!touch.pressed && ui->active != id) return NEVER;
    return axis_cursor(show->model, axis, gfx_max(0, ui_mouse(ui).x - lane.x));
}

void strip_deinit(Strip *s) {
    vec_deinit(&s->spans);
}
