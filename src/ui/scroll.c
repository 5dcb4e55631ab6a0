#include "ui/scroll.h"

#define GLIDE_MS 160.0
#define WHEEL_LINES 3.0f
#define BAR_WIDTH 8.0f
#define LEAST_KNOB 32.0f

static float furthest(ScrollView v) {
    return gfx_max(0, v.content - v.view.h);
}

void scroll_to(Scroll *s, const Ui *ui, ScrollView v, float offset) {
    offset = gfx_max(0, gfx_min(roundf(offset), furthest(v)));
    tween_go(&s->at, ui->now, offset, ui->style->still ? 0 : GLIDE_MS, EASE_OUT_QUAD);
}

void scroll_reveal(Scroll *s, const Ui *ui, ScrollView v, float top, float height) {
    float at = s->at.to;
    if (top < at) scroll_to(s, ui, v, top);
    else if (top + height > at + v.view.h) scroll_to(s, ui, v, top + height - v.view.h);
}

static void take_wheel(Ui *ui, Scroll *s, ScrollView v) {
    if (ui->used || ui->input->kind != INPUT_WHEEL || ui->input->mods) return;
    Point at = draw_unplaced(ui->draw, ui->input->wheel.at);
    if (!rect_has(v.view, at.x, at.y) || ui->input->wheel.dy == 0 || furthest(v) <= 0) return;
    scroll_to(s, ui, v, s->at.to + ui->input->wheel.dy * WHEEL_LINES * v.step);
    ui_take(ui);
}

static void take_keys(Ui *ui, UiId id, Scroll *s, ScrollView v) {
    float to = s->at.to, page = gfx_max(v.step, v.view.h - v.step);
    switch (ui_key_for(ui, id)) {
    case KEY_UP: to -= v.step; break;
    case KEY_DOWN: to += v.step; break;
    case KEY_PAGE_UP: to -= page; break;
    case KEY_PAGE_DOWN: to += page; break;
    case KEY_HOME: to = 0; break;
    case KEY_END: to = furthest(v); break;
    default: return;
    }
    scroll_to(s, ui, v, to);
    ui_take(ui);
}

float ui_scroll_begin(Ui *ui, UiId id, Scroll *s, ScrollView v) {
    ui_touch(ui, id, v.view, v.keys ? UI_STOP : UI_NO_STOP);
    take_wheel(ui, s, v);
    if (v.keys) take_keys(ui, id, s, v);
    if (s->at.to > furthest(v)) tween_set(&s->at, furthest(v));
    if (tween_moves(&s->at, ui->now)) ui_wake_at(ui, ui->now);
    draw_push_clip(ui->draw, v.view);
    return roundf(tween_at(&s->at, ui->now));
}

static Rect knob_rect(ScrollView v, float at) {
    float h = gfx_max(LEAST_KNOB, v.view.h * v.view.h / v.content);
    float y = furthest(v) > 0 ? at / furthest(v) * (v.view.h - h) : 0;
    return (Rect){v.view.x + v.view.w - BAR_WIDTH - 2, v.view.y + y, BAR_WIDTH, h};
}

static void drag_bar(Ui *ui, UiId bar, Scroll *s, ScrollView v) {
    float y = ui_mouse(ui).y;
    Rect knob = knob_rect(v, tween_at(&s->at, ui->now));
    if (ui->pressed == bar) s->grabbed = rect_has(knob, knob.x, y) ? y - knob.y : knob.h / 2;
    if (ui->active != bar) return;
    float room = v.view.h - knob.h;
    float at = room > 0 ? (y - s->grabbed - v.view.y) / room * furthest(v) : 0;
    tween_set(&s->at, gfx_max(0, gfx_min(at, furthest(v))));
}

void ui_scroll_end(Ui *ui, UiId id, Scroll *s, ScrollView v) {
    draw_pop(ui->draw);
    if (furthest(v) <= 0) return;
    UiId bar = ui_child(id, 7);
    UiTouch t = ui_touch(ui, bar, (Rect){v.view.x + v.view.w - 14, v.view.y, 14, v.view.h}, UI_NO_STOP);
    drag_bar(ui, bar, s, v);
    Color c =
        color_mix(ui->style->line, ui->style->line2, t.held || ui->active == bar ? 1 : 0.4f + 0.6f * t.warm);
    draw_round(ui->draw, knob_rect(v, tween_at(&s->at, ui->now)), BAR_WIDTH / 2, c);
    ui_focus_ring(ui, id, rect_inset(v.view, 6, 6), 8);
}

static uint32_t chosen_by_keys(Ui *ui, UiId id, const ListState *s, UiList l, bool *moved) {
    uint32_t page = (uint32_t)gfx_max(1, l.view.h / l.row - 1), at = s->chosen, last = l.count - 1;
    bool none = at > last;
    *moved = true;
    switch (ui_key_for(ui, id)) {
    case KEY_UP: return none ? last : at ? at - 1 : 0;
    case KEY_DOWN: return none ? 0 : at < last ? at + 1 : last;
    case KEY_PAGE_UP: return none || at < page ? 0 : at - page;
    case KEY_PAGE_DOWN: return none ? 0 : last - at < page ? last : at + page;
    case KEY_HOME: return 0;
    case KEY_END: return last;
    default: *moved = false; return at;
    }
}

static bool draw_rows(Ui *ui, UiId id, ListState *s, UiList l, float offset) {
    bool taken = false;
    uint32_t first = (uint32_t)(offset / l.row), end = (uint32_t)((offset + l.view.h) / l.row) + 1;
    for (uint32_t i = first; i < end && i < l.count; i++) {
        Rect r = {l.view.x, l.view.y + (float)i * l.row - offset, l.view.w, l.row};
        UiId row = ui_child(id, 16 + i);
        UiTouch t = ui_touch(ui, row, r, UI_NO_STOP);
        if (t.hover) ui->cursor = UI_CURSOR_HAND;
        if (t.pressed) s->chosen = i, ui->focus = id;
        if (t.clicked) taken = true;
        Color back = i == s->chosen ? ui->style->accent_pale : color_fade(ui->style->ink, 0.05f * t.warm);
        draw_rect(ui->draw, r, back);
        l.draw(l.ctx, ui, i, r, i == s->chosen);
    }
    return taken;
}

bool ui_list(Ui *ui, UiId id, ListState *s, UiList l) {
    ScrollView v = {.view = l.view, .content = (float)l.count * l.row, .step = l.row};
    bool moved = false, taken = false;
    if (l.count) s->chosen = chosen_by_keys(ui, id, s, l, &moved);
    if (moved) {
        ui_take(ui);
        ui->focus_shown = true;
        scroll_reveal(&s->scroll, ui, v, (float)s->chosen * l.row, l.row);
    }
    v.keys = true; /* a stop for the keyboard; its own keys were taken above */
    float offset = ui_scroll_begin(ui, id, &s->scroll, v);
    if (ui->clicked == id && ui->input->kind == INPUT_KEY) taken = s->chosen < l.count;
    taken |= draw_rows(ui, id, s, l, offset);
    ui_scroll_end(ui, id, &s->scroll, v);
    return taken;
}
