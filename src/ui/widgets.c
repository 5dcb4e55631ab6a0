#include "ui/widgets.h"

#include "ui/layout.h"

#define BUTTON_RADIUS 10.0f
#define OFF_OPACITY 0.4f
#define GLIDE_MS 160.0

static TextStyle label_style(const Ui *ui, Color color) {
    return (TextStyle){FACE_SEMI, ui->style->text, color};
}

static float icon_size(const Ui *ui) {
    return roundf(ui->style->text * 1.2f);
}

static float icon_gap(const Ui *ui) {
    return ui->style->text * 0.5f;
}

static float content_width(const Ui *ui, UiButton b) {
    float label = b.label ? text_width(ui->draw, label_style(ui, 0), b.label) : 0;
    float icon = b.icon ? icon_size(ui) : 0;
    return label + icon + (b.label && b.icon ? icon_gap(ui) : 0);
}

float ui_button_width(const Ui *ui, UiButton b) {
    return ceilf(content_width(ui, b) + ui->style->text * (b.label ? 1.8f : 1.3f));
}

typedef struct Colors {
    Color fill, border, ink;
} Colors;

static Colors button_colors(const UiStyle *s, UiButton b, UiTouch t) {
    Colors c = {s->surface, s->line, s->ink};
    if (b.look == BUTTON_PRIMARY) c = (Colors){s->accent, s->accent, s->accent_ink};
    if (b.look == BUTTON_QUIET) c = (Colors){s->surface & 0xFFFFFFu, 0, s->ink2};
    if (b.on) c = (Colors){s->accent_pale, s->accent, s->ink};
    float press = t.held ? 0.16f : 0.07f * t.warm;
    if (b.look == BUTTON_QUIET && !b.on) c.fill = color_fade(s->ink, press);
    else c.fill = color_mix(c.fill, s->ink, press);
    return c;
}

static void draw_content(Ui *ui, Rect r, UiButton b, Color ink) {
    float w = content_width(ui, b), x = r.x + (r.w - w) / 2, icon = icon_size(ui);
    if (b.icon) {
        draw_sprite(ui->draw, b.icon, (Rect){x, r.y + (r.h - icon) / 2, icon, icon}, ink);
        x += icon + icon_gap(ui);
    }
    if (b.label)
        text_line(ui->draw, label_style(ui, ink), (Rect){x, r.y, r.x + r.w - x, r.h}, TEXT_LEFT, b.label);
}

bool ui_button(Ui *ui, UiId id, Rect r, UiButton b) {
    UiTouch t = {0};
    if (!b.off) t = ui_touch(ui, id, r, UI_STOP);
    if (t.hover) ui->cursor = UI_CURSOR_HAND;
    Colors c = button_colors(ui->style, b, t);
    Rect face = draw_snap(ui->draw, r);
    if (b.off) draw_push_opacity(ui->draw, OFF_OPACITY);
    draw_frame(ui->draw, face, BUTTON_RADIUS, paint_plain(c.fill), ui->style->hairline, c.border);
    draw_content(ui, face, b, c.ink);
    if (b.off) draw_pop(ui->draw);
    ui_focus_ring(ui, id, face, BUTTON_RADIUS);
    if (b.tip) ui_tip(ui, id, r, b.tip);
    return t.clicked;
}

/* Arrow keys of a widget that holds one of several, with its ends. */
static int moved_by_keys(Ui *ui, UiId id, int count, int at) {
    int to = at;
    switch (ui_key_for(ui, id)) {
    case KEY_LEFT:
    case KEY_UP: to = at - 1; break;
    case KEY_RIGHT:
    case KEY_DOWN: to = at + 1; break;
    case KEY_HOME: to = 0; break;
    case KEY_END: to = count - 1; break;
    default: return at;
    }
    ui_take(ui);
    ui->focus_shown = true;
    return to < 0 ? 0 : to >= count ? count - 1 : to;
}

static float segment_padding(const Ui *ui) {
    return ui->style->text * 0.9f;
}

static float segment_width(const Ui *ui, const char *label) {
    return ceilf(text_width(ui->draw, label_style(ui, 0), label) + 2 * segment_padding(ui));
}

float ui_segments_width(const Ui *ui, const char *const *labels, int count) {
    float w = 4;
    for (int i = 0; i < count; i++) w += segment_width(ui, labels[i]);
    return w;
}

/* Each label's part of the width, as its text needs it; what is left is shared. */
static Rect segment_rect(const Ui *ui, Rect r, const char *const *labels, int count, int which) {
    float more = (r.w - ui_segments_width(ui, labels, count)) / (float)count, x = r.x + 2;
    for (int i = 0; i < which; i++) x += segment_width(ui, labels[i]) + more;
    return (Rect){x, r.y + 2, segment_width(ui, labels[which]) + more, r.h - 4};
}

/* Touches all labels; the whole is one stop for the keyboard. */
static int touch_segments(Ui *ui, UiId id, Rect r, const char *const *labels, int count, int chosen) {
    ui_touch(ui, id, r, UI_STOP);
    for (int i = 0; i < count; i++) {
        UiTouch t =
            ui_touch(ui, ui_child(id, (uint32_t)i), segment_rect(ui, r, labels, count, i), UI_NO_STOP);
        if (t.hover) ui->cursor = UI_CURSOR_HAND;
        if (t.pressed || t.clicked) chosen = i;
        if (t.pressed) ui->focus = id;
    }
    return moved_by_keys(ui, id, count, chosen);
}

int ui_segments(Ui *ui, UiId id, Rect r, const char *const *labels, int count, int chosen) {
    const UiStyle *s = ui->style;
    DrawList *d = ui->draw;
    r = draw_snap(d, r);
    chosen = touch_segments(ui, id, r, labels, count, chosen);
    draw_frame(d, r, BUTTON_RADIUS, paint_plain(s->sunken), s->hairline, s->line);
    Rect at = segment_rect(ui, r, labels, count, chosen);
    float x = ui_toward(ui, ui_child(id, 1000), at.x - r.x, GLIDE_MS, EASE_OUT_QUAD);
    float w = ui_toward(ui, ui_child(id, 1001), at.w, GLIDE_MS, EASE_OUT_QUAD);
    Rect knob = draw_snap(d, (Rect){r.x + x, at.y, w, at.h});
    draw_frame(d, knob, BUTTON_RADIUS - 1, paint_plain(s->surface), s->outline, s->ink2);
    for (int i = 0; i < count; i++) {
        TextStyle style = label_style(ui, i == chosen ? s->ink : s->ink2);
        if (i != chosen) style.face = FACE_TEXT;
        text_line(d, style, segment_rect(ui, r, labels, count, i), TEXT_MIDDLE, labels[i]);
    }
    ui_focus_ring(ui, id, r, BUTTON_RADIUS);
    return chosen;
}

int ui_tabs(Ui *ui, UiId id, Rect r, const char *const *labels, int count, int chosen) {
    const UiStyle *s = ui->style;
    DrawList *d = ui->draw;
    chosen = touch_segments(ui, id, r, labels, count, chosen);
    draw_rect(d, draw_snap(d, (Rect){r.x, r.y + r.h - s->hairline, r.w, s->hairline}), s->line);
    for (int i = 0; i < count; i++) {
        TextStyle style = label_style(ui, i == chosen ? s->ink : s->ink2);
        text_line(d, style, segment_rect(ui, r, labels, count, i), TEXT_MIDDLE, labels[i]);
    }
    Rect at = segment_rect(ui, r, labels, count, chosen);
    float x = ui_toward(ui, ui_child(id, 1000), at.x - r.x, GLIDE_MS, EASE_OUT_QUAD);
    draw_round(d, (Rect){r.x + x, r.y + r.h - 4, at.w, 4}, 2, s->ink);
    ui_focus_ring(ui, id, r, 6);
    return chosen;
}

#define SLIDER_KNOB 10.0f

static float stop_x(Rect r, int stops, float at) {
    float inset = SLIDER_KNOB + 2;
    return r.x + inset + (stops > 1 ? at / (float)(stops - 1) : 0) * (r.w - 2 * inset);
}

static int stop_under(Rect r, int stops, float x) {
    float first = stop_x(r, stops, 0), last = stop_x(r, stops, (float)(stops - 1));
    float t = last > first ? (x - first) / (last - first) * (float)(stops - 1) : 0;
    int at = (int)(gfx_max(0, t) + 0.5f);
    return at < stops ? at : stops - 1;
}

int ui_slider(Ui *ui, UiId id, Rect r, int stops, int at) {
    const UiStyle *s = ui->style;
    DrawList *d = ui->draw;
    UiTouch t = ui_touch(ui, id, r, UI_STOP);
    if (t.hover) ui->cursor = UI_CURSOR_HAND;
    if (t.pressed || ui->active == id) at = stop_under(r, stops, ui_mouse(ui).x);
    at = moved_by_keys(ui, id, stops, at);
    float x = stop_x(r, stops, ui_toward(ui, ui_child(id, 1), (float)at, 90, EASE_OUT_QUAD));
    float y = r.y + r.h / 2, first = stop_x(r, stops, 0), last = stop_x(r, stops, (float)(stops - 1));
    draw_round(d, (Rect){first, y - 2, last - first, 4}, 2, s->line2);
    draw_round(d, (Rect){first, y - 2, x - first, 4}, 2, s->accent);
    for (int i = 0; i < stops; i++) {
        Point dot = {stop_x(r, stops, (float)i), y};
        draw_disc(d, dot, 4, dot.x <= x ? s->accent : s->line2);
    }
    draw_frame(d, rect_around((Point){x, y}, SLIDER_KNOB + 2 + t.warm), SLIDER_KNOB + 3,
               paint_plain(s->surface), 4, s->accent);
    ui_focus_ring(ui, id, rect_inset(r, 0, r.h / 2 - SLIDER_KNOB - 4), BUTTON_RADIUS);
    return at;
}

float ui_keycap_width(const Ui *ui, const char *label, float height) {
    float w = ceilf(text_width(ui->draw, (TextStyle){FACE_SEMI, height * 0.46f, 0}, label) + height * 0.6f);
    return gfx_max(w, height);
}

void ui_keycap(Ui *ui, Rect r, const char *label, bool primary) {
    const UiStyle *s = ui->style;
    Color fill = primary ? s->accent : s->sunken, border = primary ? s->accent : s->line2;
    TextStyle style = {FACE_SEMI, r.h * 0.46f, primary ? s->accent_ink : s->ink};
    r = draw_snap(ui->draw, r);
    draw_frame(ui->draw, r, r.h * 0.2f, paint_plain(fill), s->hairline, border);
    text_line(ui->draw, style, r, TEXT_MIDDLE, label);
}

static float within(UiSplit s, float at) {
    return gfx_max(s.least, gfx_min(at, s.most));
}

enum { SPLIT_STEP = 20 };

float ui_splitter(Ui *ui, UiId id, Rect bar, UiSplit split) {
    Rect grip = split.upright ? rect_inset(bar, -2, 0) : rect_inset(bar, 0, -2);
    UiTouch t = ui_touch(ui, id, grip, UI_STOP);
    Point mouse = ui_mouse(ui);
    float at = split.at;
    if (t.hover || ui->active == id) ui->cursor = split.upright ? UI_CURSOR_ACROSS : UI_CURSOR_UPRIGHT;
    if (ui->active == id && !t.pressed) at = split.upright ? mouse.x : mouse.y;
    Key key = ui_key_for(ui, id);
    if (key == (split.upright ? KEY_LEFT : KEY_UP)) at -= SPLIT_STEP, ui_take(ui);
    if (key == (split.upright ? KEY_RIGHT : KEY_DOWN)) at += SPLIT_STEP, ui_take(ui);
    float size = 48, thick = 4;
    Rect mark = split.upright ? rect_centred(bar, thick, size) : rect_centred(bar, size, thick);
    draw_round(ui->draw, mark, 2, color_fade(ui->style->line2, ui->active == id ? 1 : t.warm));
    ui_focus_ring(ui, id, mark, 2);
    return within(split, at);
}

void ui_panel(Ui *ui, Rect r, float radius) {
    draw_frame(ui->draw, draw_snap(ui->draw, r), radius, paint_plain(ui->style->surface), ui->style->hairline,
               ui->style->line);
}

/* Only along the panel's edges: what is under it costs as much as three panels and is never seen. */
void ui_shadow(Ui *ui, Rect r, float radius, Color shadow) {
    static const float grown[] = {6, 3, 1}, strength[] = {0.35f, 0.35f, 0.30f};
    const float down = 4, out = 6 + down, in = gfx_min(radius + 1, r.h / 2);
    const Rect strips[] = {{r.x - out, r.y - out, r.w + 2 * out, out + in},
                           {r.x - out, r.y + r.h - in, r.w + 2 * out, in + out},
                           {r.x - out, r.y + in, out + 1, r.h - 2 * in},
                           {r.x + r.w - 1, r.y + in, out + 1, r.h - 2 * in}};
    for (int strip = 0; strip < 4; strip++) {
        draw_push_clip(ui->draw, strips[strip]);
        for (int i = 0; i < 3; i++) {
            Rect big = rect_inset((Rect){r.x, r.y + down, r.w, r.h}, -grown[i], -grown[i]);
            draw_round(ui->draw, big, radius + grown[i], color_fade(shadow, strength[i]));
        }
        draw_pop(ui->draw);
    }
}
