#include "view/banner.h"

#include "ui/layout.h"
#include "ui/widgets.h"

#include <string.h>

#define EDGE 10.0f
#define PAD 12.0f
enum { LINES_MOST = 10 };

typedef struct Strip {
    Ui *ui;
    const Theme *t;
    const BannerShow *show;
    float k;
    TextLine lines[LINES_MOST], more[LINES_MOST];
    uint32_t line_count, more_count;
    float pitch, more_pitch;
    UiButton button, close;
    float button_width, place_width, sign;
    bool stacked; /* what can be pressed stands below the words, for want of room */
} Strip;

static TextStyle text_style(const Strip *s) {
    return (TextStyle){FACE_SEMI, s->t->type[SIZE_BODY], s->t->colors[TOKEN_INK]};
}

static TextStyle more_style(const Strip *s) {
    return (TextStyle){FACE_TEXT, s->t->type[SIZE_SMALL], s->t->colors[TOKEN_INK2]};
}

static TextStyle place_style(const Strip *s) {
    return (TextStyle){FACE_SEMI, s->t->type[SIZE_SMALL], s->t->colors[TOKEN_ACCENT]};
}

static float button_height(const Strip *s) {
    return 44 * s->k;
}

static float pressed_width(const Strip *s) {
    float w = 0;
    if (s->show->button) w += s->button_width + 16;
    if (s->show->place) w += s->place_width + 20;
    if (s->show->closes) w += button_height(s) + 8;
    return w;
}

#define LEAST_SHARE 0.45f /* of the width, for the words */

/* What the words have of the width. */
static float words_width(Strip *s, float width) {
    float all = width - EDGE - s->sign - 2 * 16, beside = all - pressed_width(s);
    s->stacked = beside < LEAST_SHARE * width && pressed_width(s) > 0;
    return gfx_max(60, s->stacked ? all : beside);
}

/* The last line that there is room for has all of the rest, to be cut with an ellipsis. */
static uint32_t wrap(const Strip *s, TextStyle style, float width, const char *text, TextLine *lines) {
    if (!text || !*text) return 0;
    uint32_t n = text_wrap(s->ui->draw, style, width, text, lines, LINES_MOST);
    if (n <= LINES_MOST) return n;
    lines[LINES_MOST - 1].len = strlen(lines[LINES_MOST - 1].s);
    return LINES_MOST;
}

static Strip measure(Ui *ui, const Theme *t, const BannerShow *show, float width) {
    Strip s = {.ui = ui, .t = t, .show = show, .k = t->type[SIZE_BODY] / 20};
    s.pitch = t->type[SIZE_BODY] * 1.4f;
    s.more_pitch = t->type[SIZE_SMALL] * 1.4f;
    s.sign = 34 * s.k + 14;
    s.button = (UiButton){.label = show->button};
    if (show->button) s.button_width = ui_button_width(ui, s.button);
    if (show->place) s.place_width = text_width(ui->draw, place_style(&s), show->place) + 2;
    float room = words_width(&s, width);
    s.line_count = wrap(&s, text_style(&s), room, show->text, s.lines);
    s.more_count = wrap(&s, more_style(&s), room, show->more, s.more);
    return s;
}

static float words_height(const Strip *s) {
    return (float)s->line_count * s->pitch + (float)s->more_count * s->more_pitch;
}

static float height_of(const Strip *s) {
    bool pressed = pressed_width(s) > 0;
    float h = gfx_max(words_height(s), pressed && !s->stacked ? button_height(s) : 34 * s->k);
    if (s->stacked) h += button_height(s) + 4;
    return ceilf(h + 2 * PAD + (s->show->kind == BANNER_WORKING ? 6 : 0));
}

float banner_height(const Ui *ui, const Theme *t, const BannerShow *show, float width) {
    Strip s = measure((Ui *)(uintptr_t)ui, t, show, width);
    return height_of(&s);
}

static void put_sign(const Strip *s, Rect at) {
    const Theme *t = s->t;
    bool trouble = s->show->kind == BANNER_TROUBLE;
    float radius = 17 * s->k;
    Point middle = {at.x + radius, at.y + at.h / 2};
    draw_disc(s->ui->draw, middle, radius, t->colors[trouble ? TOKEN_ACCENT : TOKEN_SUNKEN]);
    if (!trouble) draw_ring(s->ui->draw, middle, radius - 1, 2, t->colors[TOKEN_LINE2]);
    TextStyle style = {FACE_BOLD, radius * 1.1f, t->colors[trouble ? TOKEN_ACCENT_INK : TOKEN_INK]};
    if (s->show->kind == BANNER_WORKING)
        draw_sprite(s->ui->draw, "state-sleep", rect_around(middle, radius * 0.62f), style.color);
    else text_line(s->ui->draw, style, rect_around(middle, radius), TEXT_MIDDLE, trouble ? "!" : "i");
}

static void put_line(const Strip *s, TextStyle style, TextLine line, Rect r) {
    Buf text = {0};
    buf_add(&text, line.s, line.len);
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] == '\n') text.data[i] = ' ';
    text_line(s->ui->draw, style, r, TEXT_LEFT, buf_cstr(&text));
    buf_deinit(&text);
}

static float put_lines(const Strip *s, TextStyle style, const TextLine *lines, uint32_t n, Rect r,
                       float pitch) {
    for (uint32_t i = 0; i < n; i++)
        put_line(s, style, lines[i], (Rect){r.x, r.y + (float)i * pitch, r.w, pitch});
    return r.y + (float)n * pitch;
}

static void put_words(const Strip *s, Rect r) {
    Rect in = {r.x, r.y + (r.h - words_height(s)) / 2, r.w, r.h};
    in.y = put_lines(s, text_style(s), s->lines, s->line_count, in, s->pitch);
    put_lines(s, more_style(s), s->more, s->more_count, in, s->more_pitch);
}

/* A bar along the foot: filled so far, or with a piece that wanders where nobody knows how far. */
static void put_progress(const Strip *s, Rect r) {
    DrawList *d = s->ui->draw;
    Rect track = {r.x + EDGE + 16, r.y + r.h - 11, r.w - EDGE - 32, 6};
    draw_round(d, track, 3, s->t->colors[TOKEN_LINE]);
    if (s->show->part >= 0) {
        float w = gfx_max(6, track.w * gfx_clamp01(s->show->part));
        draw_round(d, (Rect){track.x, track.y, w, track.h}, 3, s->t->colors[TOKEN_INK2]);
        return;
    }
    const double cycle = 1600;
    float at = s->ui->style->still ? 0.5f : (float)(s->ui->now / cycle - floor(s->ui->now / cycle));
    float w = track.w * 0.2f, x = track.x + (track.w - w) * (at < 0.5f ? 2 * at : 2 - 2 * at);
    draw_round(d, (Rect){x, track.y, w, track.h}, 3, s->t->colors[TOKEN_INK2]);
    if (!s->ui->style->still) ui_wake_at(s->ui, s->ui->now + 33);
}

static bool put_place(const Strip *s, Rect r) {
    UiId id = ui_id("banner.place");
    Rect at = rect_centred(r, r.w, button_height(s));
    UiTouch touch = ui_touch(s->ui, id, at, UI_STOP);
    if (touch.hover) s->ui->cursor = UI_CURSOR_HAND;
    TextStyle style = place_style(s);
    float w = text_line(s->ui->draw, style, at, TEXT_LEFT, s->show->place);
    float y = text_baseline(style, at) + 4 * s->k;
    draw_rect(s->ui->draw, draw_snap(s->ui->draw, (Rect){at.x, y, w, 1.5f}),
              color_fade(style.color, 0.4f + 0.6f * touch.warm));
    ui_focus_ring(s->ui, id, rect_centred(at, at.w, style.size * 1.6f), 6);
    return touch.clicked;
}

/* A cross, as two strokes. */
static bool put_close(const Strip *s, Rect r) {
    UiButton button = {.look = BUTTON_QUIET, .tip = msg_text(s->show->lang, MSG_BANNER_CLOSE)};
    float size = button_height(s), arm = 7 * s->k;
    Rect at = rect_centred(r, size, size);
    bool pressed = ui_button(s->ui, ui_id("banner.close"), at, button);
    Point m = rect_middle(at);
    Color c = s->t->colors[TOKEN_INK2];
    draw_line(s->ui->draw, (Point){m.x - arm, m.y - arm}, (Point){m.x + arm, m.y + arm}, 2.4f * s->k, c);
    draw_line(s->ui->draw, (Point){m.x - arm, m.y + arm}, (Point){m.x + arm, m.y - arm}, 2.4f * s->k, c);
    return pressed;
}

static void put_surface(const Strip *s, Rect r) {
    const Theme *t = s->t;
    bool trouble = s->show->kind == BANNER_TROUBLE;
    Color edge = t->colors[trouble ? TOKEN_ACCENT : TOKEN_LINE2];
    draw_frame(s->ui->draw, r, 16, paint_plain(t->colors[TOKEN_SURFACE]), trouble ? 2.6f : 1.5f,
               trouble ? edge : t->colors[TOKEN_LINE]);
    draw_rect(s->ui->draw, (Rect){r.x, r.y, EDGE, r.h}, edge);
    draw_corners(s->ui->draw, r, EDGE / 2, t->colors[TOKEN_BG]);
}

/* What can be pressed, from the right; what is left of the row stays. */
static BannerPress put_pressed(const Strip *s, Rect *row) {
    const BannerShow *show = s->show;
    BannerPress press = BANNER_NOTHING;
    if (show->closes && put_close(s, cut_right(row, button_height(s)))) press = BANNER_CLOSE;
    if (show->closes) cut_right(row, 8);
    if (show->button) {
        Rect at = cut_right(row, s->button_width);
        if (ui_button(s->ui, ui_id("banner.button"), rect_centred(at, at.w, button_height(s)), s->button))
            press = BANNER_BUTTON;
        cut_right(row, 16);
    }
    if (show->place && put_place(s, cut_right(row, s->place_width))) press = BANNER_PLACE;
    if (show->place) cut_right(row, 20);
    return press;
}

BannerPress banner(Ui *ui, const Theme *t, const BannerShow *show, Rect r) {
    Strip s = measure(ui, t, show, r.w);
    BannerPress press = BANNER_NOTHING;
    r = draw_snap(ui->draw, r);
    put_surface(&s, r);
    draw_push_clip(ui->draw, r);
    Rect in = r;
    if (show->kind == BANNER_WORKING) put_progress(&s, r), in.h -= 6;
    cut_left(&in, EDGE + 16);
    cut_right(&in, 16);
    put_sign(&s, cut_left(&in, s.sign));
    Rect row = s.stacked ? cut_bottom(&in, button_height(&s) + PAD) : in;
    if (s.stacked) row.h -= PAD;
    press = put_pressed(&s, &row);
    if (!s.stacked) in.w = row.w;
    put_words(&s, in);
    draw_pop(ui->draw);
    return press;
}
