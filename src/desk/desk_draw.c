#include "desk/desk_parts.h"
#include "ui/layout.h"
#include "ui/widgets.h"
#include "view/format.h"

#include <stdio.h>

#define WIDTH 1920.0f /* of the design, in its own units */
#define HEIGHT 1080.0f
#define SCALE_LEAST 0.62f /* no smaller, so that type can be read; there is less room instead */
#define MARGIN 14.0f
#define GAP 12.0f
#define ROW_GAP 10.0f
#define WHY_HEIGHT 88.0f
#define CODE_LEAST 420.0f
#define CODE_MOST 900.0f
#define NARROW 1560.0f  /* units: below, the code shares a panel with the kitchen */
#define LARGE_TYPE 1.5f /* above, likewise */
#define HURRY_LEAST 1.5 /* so many times as fast is worth a word */
#define TABS_HEIGHT 46.0f
#define DRAWER_SHARE 0.44f /* of the column of code, for one; more drawers take more */

float desk_scale(const DeskFrame *f) {
    float s = gfx_min((float)f->width / WIDTH, (float)f->height / HEIGHT);
    return gfx_max(s, SCALE_LEAST);
}

/* --- the bars --------------------------------------------------------------------------------- */

static void take_press(Plan *p, BarPress press) {
    static const ActionId actions[] = {
        [BAR_FIRST] = ACTION_FIRST,       [BAR_BACK] = ACTION_BACK,   [BAR_PLAY] = ACTION_PLAY,
        [BAR_NEXT] = ACTION_NEXT,         [BAR_LAST] = ACTION_LAST,   [BAR_MENU] = ACTION_MENU,
        [BAR_LANGUAGE] = ACTION_LANGUAGE, [BAR_THEME] = ACTION_THEME, [BAR_PRESENT] = ACTION_PRESENT,
        [BAR_HELP] = ACTION_KEYS};
    if (press.action == BAR_STEP) p->wish->step = press.value + 1;
    else if (press.action == BAR_SPEED) p->wish->speed = press.value + 1;
    else if (press.action == BAR_DRAWER) p->wish->action = ACTION_OUTPUT + (ActionId)press.value;
    else if (press.action) p->wish->action = actions[press.action];
}

/* That a stretch in which nothing happens is passed faster than it would be; "" if none is. */
static void say_hurry(const Plan *p, Buf *out) {
    const Player *player = &p->d->player;
    if (!player->playing || player->hurry < HURRY_LEAST) return;
    char times[16];
    snprintf(times, sizeof times, "%.0f", player->hurry);
    msg_format(out, p->d->lang, MSG_DESK_QUICK, (const char *const[]){times}, 1);
}

static void draw_top(Plan *p, Rect r, float clock_x) {
    Desk *d = p->d;
    Buf note = {0};
    say_hurry(p, &note);
    TopShow top = {.lang = d->lang,
                   .title = session_title(d->session, d->lang),
                   .time = d->player.now,
                   .turn = session_turns(d->session, d->player.at),
                   .turns = session_turns(d->session, model_end(p->model)),
                   .more = !session_over(d->session),
                   .note = note.len ? buf_cstr(&note) : NULL,
                   .clock_x = clock_x};
    take_press(p, top_bar(&d->ui, &d->theme, &top, r));
    buf_deinit(&note);
}

static void draw_foot(Plan *p, Rect r) {
    Desk *d = p->d;
    TransportShow show = {.lang = d->lang,
                          .playing = d->player.playing,
                          .at_start = d->player.at == 0,
                          .at_end = d->player.at >= model_end(p->model) && session_over(d->session),
                          .step = d->step,
                          .speed = d->player.speed,
                          .drawers = d->drawers};
    take_press(p, transport_bar(&d->ui, &d->theme, &show, r));
}

/* --- where they are --------------------------------------------------------------------------------- */

static uint32_t drawers_open(const Desk *d) {
    uint32_t n = 0;
    for (int i = 0; i < DRAWER_COUNT; i++) n += d->drawers >> i & 1;
    return n;
}

/* The drawers share the foot of a column. */
static void draw_drawers(Plan *p, Rect *column) {
    const Desk *d = p->d;
    uint32_t n = drawers_open(d), seen = 0;
    if (n == 0) return;
    float share = DRAWER_SHARE + 0.1f * (float)(n - 1);
    Rect all = cut_bottom(column, column->h * share);
    cut_bottom(column, ROW_GAP);
    for (int i = 0; i < DRAWER_COUNT; i++)
        if (d->drawers >> i & 1)
            desk_panel(p, PANEL_OUTPUT + (PanelId)i, rect_row(all, (int)seen++, (int)n, ROW_GAP));
}

static bool is_narrow(const Plan *p) {
    return p->left.w < NARROW || p->type > LARGE_TYPE;
}

static void draw_tabs(Plan *p, Rect r) {
    Desk *d = p->d;
    const char *labels[] = {plan_text(p, MSG_DESK_KITCHEN), plan_text(p, MSG_DESK_TIMELINE),
                            plan_text(p, MSG_DESK_CODE)};
    static const PanelId panels[] = {PANEL_KITCHEN, PANEL_TIMELINE, PANEL_CODE};
    int at = d->tab == PANEL_CODE ? 2 : d->tab == PANEL_TIMELINE ? 1 : 0;
    d->tab = panels[ui_tabs(&d->ui, ui_id("desk.tabs"), r, labels, 3, at)];
}

/* One panel in front, the sentence below it; the drawers beside it. */
static void draw_narrow(Plan *p, Rect r) {
    if (drawers_open(p->d)) {
        Rect column = cut_right(&r, r.w * 0.38f);
        cut_right(&r, GAP);
        uint32_t n = drawers_open(p->d), seen = 0;
        for (int i = 0; i < DRAWER_COUNT; i++)
            if (p->d->drawers >> i & 1)
                desk_panel(p, PANEL_OUTPUT + (PanelId)i, rect_row(column, (int)seen++, (int)n, ROW_GAP));
    }
    draw_tabs(p, cut_top(&r, TABS_HEIGHT * p->type));
    cut_top(&r, ROW_GAP);
    Rect why = cut_bottom(&r, WHY_HEIGHT * p->type);
    cut_bottom(&r, ROW_GAP);
    desk_panel(p, p->d->tab, r);
    desk_why(p, why);
}

static float split_column(Plan *p, Rect r) {
    float least = CODE_LEAST, most = gfx_min(CODE_MOST, r.w * 0.6f);
    float at = gfx_max(least, gfx_min(most, p->d->prefs.code_share * r.w));
    Rect bar = {r.x + at, r.y, GAP, r.h};
    UiSplit split = {.upright = true, .at = r.x + at + GAP / 2, .least = r.x + least, .most = r.x + most};
    float moved = ui_splitter(&p->d->ui, ui_id("desk.column"), bar, split) - GAP / 2 - r.x;
    if (moved != at) p->d->prefs.code_share = moved / r.w;
    return at;
}

static float split_row(Plan *p, Rect r) {
    float least = 160, most = r.h * 0.7f;
    float at = gfx_max(least, gfx_min(most, p->d->prefs.timeline_share * r.h));
    float y = r.y + r.h - at;
    UiSplit split = {.at = y - ROW_GAP / 2, .least = r.y + r.h - most, .most = r.y + r.h - least};
    float moved = ui_splitter(&p->d->ui, ui_id("desk.row"), (Rect){r.x, y - ROW_GAP, r.w, ROW_GAP}, split);
    if (moved != split.at) p->d->prefs.timeline_share = (r.y + r.h - moved - ROW_GAP / 2) / r.h;
    return at;
}

static void draw_wide(Plan *p, Rect r) {
    float code = split_column(p, r);
    Rect column = cut_left(&r, code);
    cut_left(&r, GAP);
    draw_drawers(p, &column);
    desk_panel(p, PANEL_CODE, column);
    float timeline = split_row(p, r);
    desk_panel(p, PANEL_TIMELINE, cut_bottom(&r, timeline));
    cut_bottom(&r, ROW_GAP);
    Rect why = cut_bottom(&r, WHY_HEIGHT * p->type);
    cut_bottom(&r, ROW_GAP);
    desk_panel(p, PANEL_KITCHEN, r);
    desk_why(p, why);
}

static void draw_session(Plan *p) {
    Rect foot = cut_bottom(&p->left, TRANSPORT_HEIGHT * p->type);
    Rect top = cut_top(&p->left, TOP_BAR_HEIGHT * p->type);
    p->left = rect_inset(p->left, MARGIN, 10);
    desk_notices(p);
    Rect inner = p->left;
    bool narrow = is_narrow(p);
    float right = narrow ? inner.x : inner.x + p->d->prefs.code_share * inner.w;
    draw_top(p, top, (right + inner.x + inner.w) / 2);
    if (p->d->full) desk_panel(p, p->d->full, inner);
    else if (narrow) draw_narrow(p, inner);
    else draw_wide(p, inner);
    draw_foot(p, foot);
}

/* --- presentation --------------------------------------------------------------------------------- */

#define PRESENT_MARGIN 18.0f
#define PRESENT_WHY 152.0f
#define PRESENT_STRIP 94.0f
#define PRESENT_CLOCK 250.0f

static void draw_clock(Plan *p, Rect r) {
    Desk *d = p->d;
    Buf time = {0};
    TextStyle style = {FACE_BOLD, d->theme.type[SIZE_CLOCK], d->theme.colors[TOKEN_INK]};
    format_time(&time, d->lang, d->player.now, 3);
    ui_panel(&d->ui, r, DESK_RADIUS);
    float w = text_clock_width(d->ui.draw, style, buf_cstr(&time));
    Point at = {r.x + (r.w - w) / 2, text_baseline(style, r)};
    text_clock(d->ui.draw, style, at, buf_cstr(&time));
    buf_clear(&time);
    say_hurry(p, &time);
    TextStyle small = {FACE_SEMI, d->theme.type[SIZE_SMALL], d->theme.colors[TOKEN_ACCENT]};
    Rect foot = {r.x, r.y + r.h * 0.72f, r.w, small.size * 1.3f};
    if (time.len) text_line(d->ui.draw, small, foot, TEXT_MIDDLE, buf_cstr(&time));
    buf_deinit(&time);
}

static void draw_strip(Plan *p, Rect r) {
    Desk *d = p->d;
    StripShow show = {.model = p->model,
                      .cast = d->session->cast,
                      .lang = d->lang,
                      .at = d->player.at,
                      .now = d->player.now,
                      .turn = session_turns(d->session, d->player.at),
                      .turns = session_turns(d->session, model_end(p->model)),
                      .more = !session_over(d->session)};
    Cursor go = strip(&d->ui, &d->theme, &d->strip, &show, r);
    if (go != NEVER && go != d->player.at) p->wish->go = go;
}

/* For the last row: no bars and no heads, one panel, the sentence, the clock. */
static void draw_presentation(Plan *p) {
    Rect r = rect_inset(p->left, PRESENT_MARGIN, PRESENT_MARGIN);
    PanelId panel = p->d->full ? p->d->full : PANEL_KITCHEN;
    if (panel != PANEL_TIMELINE) {
        draw_strip(p, cut_bottom(&r, PRESENT_STRIP));
        cut_bottom(&r, GAP);
    }
    Rect why = cut_bottom(&r, PRESENT_WHY);
    draw_clock(p, cut_right(&why, PRESENT_CLOCK));
    cut_right(&why, GAP);
    desk_why(p, why);
    cut_bottom(&r, GAP);
    desk_panel(p, panel, r);
}

void desk_draw(Desk *d, Rect window, DeskWish *wish) {
    draw_rect(d->ui.draw, window, d->theme.colors[TOKEN_BG]);
    Plan p = {.d = d, .wish = wish, .window = window, .left = window, .type = d->choice.text};
    if (d->session) {
        p.model = d->session->model;
        p.speech = (Speech){p.model, d->lang, d->vocabulary, d->player.now};
        if (d->choice.presentation) draw_presentation(&p);
        else draw_session(&p);
    } else {
        desk_gallery(&p);
    }
    desk_overlay(&p);
    if (d->blank) draw_rect(d->ui.draw, window, 0xFF000000u);
}
