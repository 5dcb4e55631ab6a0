#include "view/transport.h"

#include "ui/layout.h"
#include "ui/widgets.h"
#include "view/format.h"

#include <string.h>

#define GAP 8.0f
#define GROUP_GAP 34.0f

static const Step step_order[] = {STEP_TURN, STEP_LINE, STEP_EVENT, STEP_ROUND}; /* as on the bar */
enum { STEP_COUNT = sizeof step_order / sizeof *step_order };

static const struct {
    MsgId label;
    const char *icon;
} drawers[DRAWER_COUNT] = {[DRAWER_OUTPUT] = {MSG_PANEL_OUTPUT, "ui-output"},
                           [DRAWER_LOOP] = {MSG_PANEL_LOOP, "ui-loop"},
                           [DRAWER_TASKS] = {MSG_PANEL_TASKS, "ui-tree"},
                           [DRAWER_NUMBERS] = {MSG_PANEL_NUMBERS, "ui-numbers"}};

static const char *const speeds[SPEEDS] = {"1/8×", "1/4×", "1/2×", "1×", "2×", "4×", "8×", "16×"};

/* A bar in work. `spare` says how much of it is left out. */
typedef struct Bar {
    Ui *ui;
    const Theme *t;
    const TransportShow *show;
    Rect left; /* what is free yet */
    float k;   /* the text's scale */
    int spare; /* 0 nothing, 1 words, 2 the speed, 3 the drawers, 4 the steps */
    BarPress press;
} Bar;

static const char *say(const Bar *b, MsgId id) {
    return msg_text(b->show->lang, id);
}

static void press(Bar *b, BarAction action, int value) {
    b->press = (BarPress){action, value};
}

static void caption(Bar *b, MsgId id) {
    if (b->spare > 0) return;
    TextStyle style = {FACE_TEXT, b->t->type[SIZE_BODY], b->t->colors[TOKEN_INK2]};
    float w = text_width(b->ui->draw, style, say(b, id));
    text_line(b->ui->draw, style, cut_left(&b->left, w + 1), TEXT_LEFT, say(b, id));
    cut_left(&b->left, 16);
}

static Rect centred_row(Rect r, float h) {
    return (Rect){r.x, r.y + (r.h - h) / 2, r.w, h};
}

static bool move_button(Bar *b, const char *name, const char *icon, MsgId tip, bool off) {
    UiButton button = {.icon = icon, .off = off, .tip = say(b, tip)};
    bool pressed = ui_button(b->ui, ui_id(name), cut_left(&b->left, 56 * b->k), button);
    cut_left(&b->left, GAP - 2);
    return pressed;
}

static UiButton next_button(const Bar *b) {
    return (UiButton){
        .label = say(b, MSG_PANEL_NEXT), .icon = "ui-next", .look = BUTTON_PRIMARY, .off = b->show->at_end};
}

static float next_width(const Bar *b) {
    return gfx_max(138 * b->k, ui_button_width(b->ui, next_button(b)));
}

static void moves(Bar *b) {
    const TransportShow *s = b->show;
    if (move_button(b, "bar.first", "ui-first", MSG_PANEL_FIRST, s->at_start)) press(b, BAR_FIRST, 0);
    if (move_button(b, "bar.back", "ui-back", MSG_PANEL_BACK, s->at_start)) press(b, BAR_BACK, 0);
    const char *icon = s->playing ? "ui-pause" : "ui-play";
    if (move_button(b, "bar.play", icon, s->playing ? MSG_PANEL_PAUSE : MSG_PANEL_PLAY, s->at_end))
        press(b, BAR_PLAY, 0);
    if (ui_button(b->ui, ui_id("bar.next"), cut_left(&b->left, next_width(b)), next_button(b)))
        press(b, BAR_NEXT, 0);
    cut_left(&b->left, GAP - 2);
    if (move_button(b, "bar.last", "ui-last", MSG_PANEL_LAST, s->at_end)) press(b, BAR_LAST, 0);
}

static void step_labels(const Bar *b, const char **labels) {
    for (int i = 0; i < STEP_COUNT; i++) labels[i] = say(b, MSG_PANEL_STEP_EVENT + step_order[i]);
}

static int step_place(Step step) {
    for (int i = 0; i < STEP_COUNT; i++)
        if (step_order[i] == step) return i;
    return 0;
}

static void steps(Bar *b) {
    if (b->spare > 3) return;
    const char *labels[STEP_COUNT];
    step_labels(b, labels);
    cut_left(&b->left, GROUP_GAP - GAP);
    caption(b, MSG_PANEL_STEP);
    int at = step_place(b->show->step);
    Rect r = cut_left(&b->left, ui_segments_width(b->ui, labels, STEP_COUNT));
    int chosen = ui_segments(b->ui, ui_id("bar.step"), r, labels, STEP_COUNT, at);
    if (chosen != at) press(b, BAR_STEP, (int)step_order[chosen]);
}

#define SLIDER_WIDTH 176.0f

static void speed(Bar *b) {
    if (b->spare > 1) return;
    cut_left(&b->left, GROUP_GAP);
    caption(b, MSG_PANEL_SPEED);
    int at = ui_slider(b->ui, ui_id("bar.speed"), cut_left(&b->left, SLIDER_WIDTH), SPEEDS, b->show->speed);
    if (at != b->show->speed) press(b, BAR_SPEED, at);
    cut_left(&b->left, 12);
    TextStyle style = {FACE_SEMI, b->t->type[SIZE_BODY], b->t->colors[TOKEN_INK]};
    text_line(b->ui->draw, style, cut_left(&b->left, 60 * b->k), TEXT_LEFT, speeds[b->show->speed]);
}

static UiButton drawer_button(const Bar *b, int which) {
    const char *label = say(b, drawers[which].label);
    UiButton button = {.label = label, .icon = drawers[which].icon, .on = b->show->drawers >> which & 1};
    if (b->spare > 0) button.label = NULL, button.tip = label;
    return button;
}

static void drawer_buttons(Bar *b) {
    for (int i = DRAWER_COUNT; b->spare < 3 && i-- > 0;) {
        UiButton button = drawer_button(b, i);
        Rect r = cut_right(&b->left, ui_button_width(b->ui, button));
        if (ui_button(b->ui, ui_child(ui_id("bar.drawer"), (uint32_t)i), r, button)) press(b, BAR_DRAWER, i);
        cut_right(&b->left, GAP);
    }
}

static float caption_width(const Bar *b, MsgId id) {
    TextStyle style = {FACE_TEXT, b->t->type[SIZE_BODY], 0};
    return b->spare > 0 ? 0 : text_width(b->ui->draw, style, say(b, id)) + 17;
}

/* How wide the bar is with so much left out. */
static float needed(Bar *b) {
    const char *labels[STEP_COUNT];
    step_labels(b, labels);
    float w = 4 * (56 * b->k + GAP - 2) + next_width(b) + GAP;
    if (b->spare <= 3)
        w += GROUP_GAP + caption_width(b, MSG_PANEL_STEP) + ui_segments_width(b->ui, labels, STEP_COUNT);
    if (b->spare <= 1) w += GROUP_GAP + caption_width(b, MSG_PANEL_SPEED) + SLIDER_WIDTH + 12 + 60 * b->k;
    for (int i = 0; b->spare < 3 && i < DRAWER_COUNT; i++)
        w += GAP + ui_button_width(b->ui, drawer_button(b, i));
    return w;
}

static float scale_of(const Theme *t) {
    return t->type[SIZE_BODY] / 20;
}

static void bar_surface(Ui *ui, const Theme *t, Rect r, bool line_below) {
    draw_rect(ui->draw, draw_snap(ui->draw, r), t->colors[TOKEN_SURFACE]);
    float line = 2, y = line_below ? r.y + r.h - line : r.y;
    draw_rect(ui->draw, draw_snap(ui->draw, (Rect){r.x, y, r.w, line}), t->colors[TOKEN_LINE]);
}

BarPress transport_bar(Ui *ui, const Theme *t, const TransportShow *show, Rect r) {
    Bar b = {.ui = ui, .t = t, .show = show, .k = scale_of(t)};
    bar_surface(ui, t, r, false);
    b.left = centred_row(rect_inset(r, 16, 0), 46 * b.k);
    while (b.spare < 4 && needed(&b) > b.left.w) b.spare++;
    moves(&b);
    steps(&b);
    speed(&b);
    drawer_buttons(&b);
    return b.press;
}

/* --- the bar at the head -------------------------------------------------------------- */

static bool top_icon(Ui *ui, Rect *left, const char *name, const char *icon, const char *tip, float k) {
    UiButton button = {.icon = icon, .look = BUTTON_QUIET, .tip = tip};
    bool pressed = ui_button(ui, ui_id(name), rect_centred(cut_right(left, 50 * k), 46 * k, 46 * k), button);
    cut_right(left, GAP);
    return pressed;
}

/* The language is shown by its name, framed. */
static bool language_button(Ui *ui, Rect *left, const TopShow *show, float k) {
    char name[8];
    strncpy(name, lang_name(show->lang), sizeof name - 1);
    name[sizeof name - 1] = '\0';
    for (char *p = name; *p; p++) *p = (char)(*p >= 'a' && *p <= 'z' ? *p & ~32 : *p);
    Rect r = rect_centred(cut_right(left, 48 * k), 48 * k, 38 * k);
    cut_right(left, GAP);
    UiButton button = {.label = name, .tip = msg_text(show->lang, MSG_PANEL_LANGUAGE)};
    return ui_button(ui, ui_id("top.language"), r, button);
}

static void top_icons(Ui *ui, const Theme *t, const TopShow *show, Rect *left, BarPress *press) {
    float k = scale_of(t);
    const char *shade = t->choice.id == THEME_LIGHT ? "ui-moon" : "ui-sun";
    if (top_icon(ui, left, "top.help", "ui-help", msg_text(show->lang, MSG_PANEL_HELP), k))
        press->action = BAR_HELP;
    if (top_icon(ui, left, "top.present", "ui-present", msg_text(show->lang, MSG_PANEL_PRESENT), k))
        press->action = BAR_PRESENT;
    if (top_icon(ui, left, "top.theme", shade, msg_text(show->lang, MSG_PANEL_THEME), k))
        press->action = BAR_THEME;
    if (language_button(ui, left, show, k)) press->action = BAR_LANGUAGE;
}

typedef struct Clock {
    Buf time, turn, turns;
    const char *note;
    float note_width;
    float time_width, word_width, turn_width, turns_width, all;
    TextStyle big, word, number, rest;
} Clock;

static Clock clock_of(const DrawList *d, const Theme *t, const TopShow *show) {
    Color ink = t->colors[TOKEN_INK], ink2 = t->colors[TOKEN_INK2];
    Clock c = {.big = {FACE_BOLD, t->type[SIZE_CLOCK], ink},
               .word = {FACE_TEXT, t->type[SIZE_BODY], ink2},
               .number = {FACE_BOLD, t->type[SIZE_TITLE], ink},
               .rest = {FACE_TEXT, t->type[SIZE_BODY], ink2}};
    format_time(&c.time, show->lang, show->time, 3);
    format_count(&c.turn, show->turn);
    buf_adds(&c.turns, "/ ");
    format_count(&c.turns, show->turns);
    if (show->more) buf_adds(&c.turns, " …");
    c.time_width = text_clock_width(d, c.big, buf_cstr(&c.time));
    c.word_width = text_width(d, c.word, msg_text(show->lang, MSG_PANEL_TURN));
    c.turn_width = text_width(d, c.number, buf_cstr(&c.turn));
    c.turns_width = text_width(d, c.rest, buf_cstr(&c.turns));
    c.note = show->note;
    c.note_width = show->note ? 14 + text_width(d, c.rest, show->note) : 0;
    c.all = c.time_width + 32 + c.word_width + 10 + c.turn_width + 8 + c.turns_width + c.note_width;
    return c;
}

static void draw_clock(DrawList *d, const Theme *t, const TopShow *show, Clock *c, Rect r) {
    text_clock(d, c->big, (Point){r.x, text_baseline(c->big, r)}, buf_cstr(&c->time));
    float x = r.x + c->time_width + 16, base = text_baseline(c->number, r);
    draw_rect(d, draw_snap(d, (Rect){x - 1, r.y + r.h * 0.26f, 1.5f, r.h * 0.48f}), t->colors[TOKEN_LINE]);
    x += 16;
    const char *word = msg_text(show->lang, MSG_PANEL_TURN);
    draw_text(d, c->word.face, c->word.size, (Point){x, base}, c->word.color, word, strlen(word));
    x += c->word_width + 10;
    draw_text(d, c->number.face, c->number.size, (Point){x, base}, c->number.color, c->turn.data,
              c->turn.len);
    x += c->turn_width + 8;
    draw_text(d, c->rest.face, c->rest.size, (Point){x, base}, c->rest.color, c->turns.data, c->turns.len);
    if (!c->note) return;
    x += c->turns_width + 14;
    draw_text(d, c->rest.face, c->rest.size, (Point){x, base}, t->colors[TOKEN_ACCENT], c->note,
              strlen(c->note));
}

/* The clock stands where it is wanted; the title has what is left of it, and yields to it. */
static void title_and_clock(Ui *ui, const Theme *t, const TopShow *show, Rect r) {
    Clock c = clock_of(ui->draw, t, show);
    float room = 24, x = gfx_max(r.x + room, gfx_min(show->clock_x - c.all / 2, r.x + r.w - c.all - room));
    if (c.all < r.w) draw_clock(ui->draw, t, show, &c, (Rect){x, r.y, c.all, r.h});
    else x = r.x + r.w;
    TextStyle title = {FACE_BOLD, t->type[SIZE_TITLE], t->colors[TOKEN_INK]};
    if (show->title)
        text_line(ui->draw, title, (Rect){r.x, r.y, x - r.x - room, r.h}, TEXT_LEFT, show->title);
    buf_deinit(&c.time);
    buf_deinit(&c.turn);
    buf_deinit(&c.turns);
}

BarPress top_bar(Ui *ui, const Theme *t, const TopShow *show, Rect r) {
    BarPress press = {BAR_NOTHING, 0};
    float k = scale_of(t);
    bar_surface(ui, t, r, true);
    Rect left = rect_inset(r, 14, 0);
    UiButton menu = {.icon = "ui-menu", .look = BUTTON_QUIET, .tip = msg_text(show->lang, MSG_PANEL_MENU)};
    if (ui_button(ui, ui_id("top.menu"), rect_centred(cut_left(&left, 46 * k), 46 * k, 46 * k), menu))
        press.action = BAR_MENU;
    cut_left(&left, GAP);
    Rect mark = rect_centred(cut_left(&left, 40 * k), 40 * k, 40 * k);
    draw_round(ui->draw, draw_snap(ui->draw, mark), 10 * k, t->colors[TOKEN_ACCENT]);
    draw_sprite(ui->draw, "toque", rect_inset(mark, 8 * k, 8 * k), t->colors[TOKEN_ACCENT_INK]);
    cut_left(&left, 16);
    top_icons(ui, t, show, &left, &press);
    title_and_clock(ui, t, show, left);
    return press;
}
