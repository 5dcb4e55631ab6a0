#include "ui/ui.h"

#include <stdio.h>

#define HOVER_MS 90.0
#define TIP_MS 500.0

UiId ui_id(const char *name) {
    uint32_t h = 2166136261u;
    for (; *name; name++) h = (h ^ (uint8_t)*name) * 16777619u;
    return h ? h : 1;
}

UiId ui_child(UiId parent, uint32_t number) {
    uint32_t h = (parent ^ (number + 0x9E3779B9u)) * 16777619u;
    h ^= h >> 15;
    return h ? h : 1;
}

static bool inside(Box b, Point p) {
    return p.x >= (float)b.x0 && p.y >= (float)b.y0 && p.x < (float)b.x1 && p.y < (float)b.y1;
}

static UiId topmost(const Ui *ui, Point p) {
    for (uint32_t i = ui->last.len; i-- > 0;)
        if (inside(ui->last.items[i].box, p)) return ui->last.items[i].id;
    return 0;
}

static UiStop stop_of(const Ui *ui, UiId id) {
    for (uint32_t i = 0; i < ui->last.len; i++)
        if (ui->last.items[i].id == id) return ui->last.items[i].stop;
    return UI_NO_STOP;
}

/* Those that the keyboard can reach: behind the last modal mark. */
static uint32_t first_reachable(const Ui *ui) {
    uint32_t first = 0;
    for (uint32_t i = 0; i < ui->last.len; i++)
        if (ui->last.items[i].modal) first = i + 1;
    return first;
}

static void walk_focus(Ui *ui, bool back) {
    uint32_t first = first_reachable(ui), count = ui->last.len - first, at = 0;
    if (count == 0) return;
    bool found = false;
    for (uint32_t i = 0; i < count && !found; i++) {
        found = ui->last.items[first + i].id == ui->focus;
        if (found) at = i;
    }
    if (!found) at = back ? 0 : count - 1;
    for (uint32_t i = 0; i < count; i++) {
        at = (at + (back ? count - 1 : 1)) % count;
        const UiHit *hit = &ui->last.items[first + at];
        if (!hit->stop) continue;
        ui->focus = hit->id;
        break;
    }
    ui->focus_shown = true;
    ui->used = true;
}

static void take_key(Ui *ui, const Input *in) {
    if (in->key.key == KEY_TAB && !(in->mods & ~(uint32_t)MOD_SHIFT)) walk_focus(ui, in->mods & MOD_SHIFT);
    else if ((in->key.key == KEY_ENTER || in->key.key == ' ') && in->mods == 0 && ui->focus_shown &&
             stop_of(ui, ui->focus) == UI_STOP)
        ui->clicked = ui->focus;
}

static void take_press(Ui *ui, const Input *in) {
    ui->mouse = in->mouse.at;
    ui->hot = topmost(ui, ui->mouse);
    ui->clicks = in->mouse.clicks;
    ui->focus_shown = false;
    if (in->mouse.button != BUTTON_LEFT) return;
    ui->active = ui->pressed = ui->hot;
    ui->focus = stop_of(ui, ui->hot) ? ui->hot : 0;
    ui->used = ui->hot != 0;
}

static void take_release(Ui *ui, const Input *in) {
    ui->mouse = in->mouse.at;
    ui->hot = topmost(ui, ui->mouse);
    if (in->mouse.button != BUTTON_LEFT) return;
    if (ui->active && ui->active == ui->hot) ui->clicked = ui->active;
    ui->used = ui->active != 0;
}

static void take_input(Ui *ui, const Input *in) {
    switch (in->kind) {
    case INPUT_MOVE:
        ui->mouse = in->mouse.at;
        ui->hot = topmost(ui, ui->mouse);
        break;
    case INPUT_WHEEL:
        ui->mouse = in->wheel.at;
        ui->hot = topmost(ui, ui->mouse);
        break;
    case INPUT_PRESS: take_press(ui, in); break;
    case INPUT_RELEASE: take_release(ui, in); break;
    case INPUT_LEAVE: ui->mouse = (Point){-1e6f, -1e6f}, ui->hot = ui->active = 0; break;
    case INPUT_KEY: take_key(ui, in); break;
    default: break;
    }
}

void ui_begin(Ui *ui, DrawList *draw, const UiStyle *style, const Input *input, double now) {
    ui->draw = draw;
    ui->style = style;
    ui->input = input;
    ui->now = now;
    ui->used = false;
    ui->pressed = ui->clicked = 0;
    ui->cursor = UI_CURSOR_ARROW;
    ui->wake = 0;
    ui->hits.len = 0;
    for (uint32_t i = 0; i < ui->motions.len; i++) ui->motions.items[i].seen = false;
    take_input(ui, input);
}

static void forget_unseen(Ui *ui) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < ui->motions.len; i++)
        if (ui->motions.items[i].seen) ui->motions.items[kept++] = ui->motions.items[i];
    ui->motions.len = kept;
}

static void draw_tip(Ui *ui) {
    const UiStyle *s = ui->style;
    DrawList *d = ui->draw;
    if (!ui->tip_id || ui->now < ui->tip_since + TIP_MS) return;
    TextStyle text = {FACE_TEXT, s->small, s->surface};
    float w = text_width(d, text, ui->tip) + 24, h = s->small * 1.9f;
    Rect r = {ui->tip_at.x + (ui->tip_at.w - w) / 2, ui->tip_at.y + ui->tip_at.h + 8, w, h};
    if (r.y + h > (float)d->height) r.y = ui->tip_at.y - h - 8;
    r.x = gfx_max(4, gfx_min(r.x, (float)d->width - w - 4));
    draw_round(d, draw_snap(d, r), 8, s->ink);
    text_line(d, text, r, TEXT_MIDDLE, ui->tip);
}

void ui_end(Ui *ui) {
    if (ui->input->kind == INPUT_RELEASE) ui->active = 0;
    draw_tip(ui);
    forget_unseen(ui);
    bool there = ui->tip_id == 0;
    for (uint32_t i = 0; i < ui->hits.len; i++) there |= ui->hits.items[i].id == ui->tip_id;
    if (!there) ui->tip_id = 0;
    ui->last.len = 0;
    for (uint32_t i = 0; i < ui->hits.len; i++) vec_push(&ui->last, ui->hits.items[i]);
}

void ui_deinit(Ui *ui) {
    vec_deinit(&ui->hits);
    vec_deinit(&ui->last);
    vec_deinit(&ui->motions);
}

static void add_hit(Ui *ui, UiId id, Rect r, UiStop stop, bool modal) {
    Box box = box_cut(box_of(draw_placed(ui->draw, r)), ui->draw->now.clip);
    vec_push(&ui->hits, ((UiHit){id, box, stop, modal}));
}

UiTouch ui_touch(Ui *ui, UiId id, Rect r, UiStop stop) {
    add_hit(ui, id, r, stop, false);
    UiTouch t = {.hover = ui->hot == id && (ui->active == 0 || ui->active == id),
                 .held = ui->active == id && ui->hot == id,
                 .pressed = ui->pressed == id,
                 .clicked = ui->clicked == id,
                 .focused = ui->focus == id};
    if (t.clicked) ui->used = true;
    t.warm = ui_toward(ui, id, t.hover ? 1 : 0, HOVER_MS, EASE_LINEAR);
    return t;
}

void ui_modal(Ui *ui, Rect r) {
    add_hit(ui, 0, r, UI_NO_STOP, true);
}

void ui_focus_ring(Ui *ui, UiId id, Rect r, float radius) {
    if (!ui->focus_shown || ui->focus != id) return;
    Rect ring = rect_inset(r, -6, -6); /* 3 wide at a distance of 3 */
    draw_frame(ui->draw, ring, radius + 6, paint_plain(0), 3, ui->style->accent);
}

Point ui_mouse(const Ui *ui) {
    return draw_unplaced(ui->draw, ui->mouse);
}

Key ui_key_for(const Ui *ui, UiId id) {
    if (ui->used || ui->input->kind != INPUT_KEY || ui->focus != id) return KEY_NONE;
    return ui->input->key.key;
}

void ui_take(Ui *ui) {
    ui->used = true;
}

void ui_wake_at(Ui *ui, double when) {
    if (ui->wake == 0 || when < ui->wake) ui->wake = when;
}

static UiMotion *motion_of(Ui *ui, UiId id, float target) {
    for (uint32_t i = 0; i < ui->motions.len; i++)
        if (ui->motions.items[i].id == id) return &ui->motions.items[i];
    UiMotion new = {.id = id};
    tween_set(&new.tween, target); /* what appears is where it belongs */
    vec_push(&ui->motions, new);
    return &vec_last(&ui->motions);
}

float ui_toward(Ui *ui, UiId id, float target, double length, Ease how) {
    UiMotion *m = motion_of(ui, id, target);
    m->seen = true;
    tween_go(&m->tween, ui->now, target, ui->style->still ? 0 : length, how);
    if (tween_moves(&m->tween, ui->now)) ui_wake_at(ui, ui->now);
    return tween_at(&m->tween, ui->now);
}

void ui_tip(Ui *ui, UiId id, Rect r, const char *text) {
    bool wanted = (ui->hot == id && ui->active == 0) || (ui->focus == id && ui->focus_shown);
    if (!wanted) {
        if (ui->tip_id == id) ui->tip_id = 0;
        return;
    }
    if (ui->tip_id != id) {
        ui->tip_id = id;
        ui->tip_since = ui->now;
    }
    snprintf(ui->tip, sizeof ui->tip, "%s", text);
    ui->tip_at = draw_placed(ui->draw, r);
    if (ui->now < ui->tip_since + TIP_MS) ui_wake_at(ui, ui->tip_since + TIP_MS);
}
