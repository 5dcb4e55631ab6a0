#include "view/timeline_local.h"

#include "model/why.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#include <string.h>

#define PLAYHEAD_MS 300.0
#define DRAG_FROM 4.0f /* pixels: less is a click */
#define ZOOM_STEP 1.25
#define KEY_ZOOM 1.6
#define PAN_STEP 0.2
#define EDGE 6.0f /* pixels */

static const TimelineAct nothing = {.go = NEVER};

const char *timeline_say(const Timeline *l, MsgId msg) {
    return msg_text(l->show->lang, msg + (l->show->vocabulary == VOCABULARY_ASYNCIO ? 1 : 0));
}

/* --- layout --------------------------------------------------------------------------------- */

static void lay_out(Timeline *l, Rect r) {
    bool big = l->t->choice.presentation;
    float k = l->k = l->t->choice.text, margin = 14;
    float labels = gfx_min((big ? 206 : 140) * k, r.w * 0.3f), head = (big ? 52 : 36) * k;
    l->panel = r;
    Rect in = {r.x, r.y + 5, r.w, gfx_max(0, r.h - 9)};
    l->chef = (big ? 62 : 30) * k;
    l->overview = (Rect){0};
    if (l->p->placed && in.h > head + l->chef + 60 * k) {
        l->overview = cut_bottom(&in, 20 * k);
        l->overview = (Rect){r.x + margin + labels, l->overview.y + 4, r.w - labels - 2 * margin, 16 * k};
    }
    Rect top = cut_top(&in, head);
    l->corner = (Rect){top.x + margin - 4, top.y, labels, top.h};
    l->head = (Rect){top.x + margin + labels, top.y, gfx_max(1, top.w - labels - 2 * margin), top.h};
    l->area = (Rect){l->head.x, in.y, l->head.w, in.h};
    cut_top(&in, l->chef);
    l->body = in;
    l->field = timeline_field(l);
    l->p->width = l->area.w;
    l->p->turn_width = big ? 25 : 13;
}

/* --- the playhead ------------------------------------------------------------------------------ */

static ViewPoint point_now(const Timeline *l) {
    ViewPoint at = view_point(l->m, l->show->at);
    double time = (double)l->show->time / 1e9;
    if (time > at.seconds) at.seconds = time;
    return at;
}

static ViewPoint playhead_at(const TimelinePanel *p, double now) {
    double part = (double)tween_at(&p->playhead, now);
    return (ViewPoint){p->gone[0] + (p->goal[0] - p->gone[0]) * part,
                       p->gone[1] + (p->goal[1] - p->gone[1]) * part};
}

/* It slides to where the cursor went; while playing, time itself moves it. */
static void move_playhead(Timeline *l) {
    TimelinePanel *p = l->p;
    ViewPoint goal = point_now(l);
    bool still = l->ui->style->still || p->drag == DRAG_PLAYHEAD || l->show->playing || !p->lanes->rows.len;
    if (goal.seconds != p->goal[0] || goal.turns != p->goal[1]) {
        ViewPoint from = playhead_at(p, l->ui->now);
        p->gone[0] = from.seconds, p->gone[1] = from.turns;
        p->goal[0] = goal.seconds, p->goal[1] = goal.turns;
        tween_set(&p->playhead, 0);
        tween_go(&p->playhead, l->ui->now, 1, still ? 0 : PLAYHEAD_MS, EASE_IN_OUT_CUBIC);
    }
    if (tween_moves(&p->playhead, l->ui->now)) ui_wake_at(l->ui, l->ui->now);
}

/* A cursor that left what is in sight is followed; where only the view moved, it is let be. */
static void follow(Timeline *l) {
    TimelinePanel *p = l->p;
    bool moved = l->show->at != p->followed || l->show->playing;
    if (moved && p->chosen && p->chosen - 1 != l->show->at) p->chosen = 0; /* the walk was left */
    p->followed = l->show->at;
    if (moved && p->drag == DRAG_NONE) view_reveal(p, l->m, point_now(l), l->ui->now);
}

/* The row of what was selected elsewhere, or found, is brought into sight. */
static void reveal_row(Timeline *l) {
    TimelinePanel *p = l->p;
    TaskId task = p->found ? p->found : l->show->selected;
    if (p->revealed == task) return;
    p->revealed = task;
    uint32_t row = rows_of_task(l->lanes, task);
    if (row == NEVER || p->drag != DRAG_NONE) return;
    const Row *at = &l->lanes->rows.items[row];
    scroll_reveal(&p->scroll, l->ui,
                  (ScrollView){.view = l->body, .content = l->lanes->height, .step = l->lane}, at->y, at->h);
}

/* --- rows ------------------------------------------------------------------------------------------ */

static void draw_lane_of(Timeline *l, const Row *row) {
    switch (row->kind) {
    case ROW_CHEF: timeline_chef(l, row); break;
    case ROW_TASK: timeline_task(l, row); break;
    case ROW_OBJECT: timeline_object(l, row); break;
    case ROW_CROWD: timeline_crowd(l, row); break;
    default: break;
    }
}

/* Those in sight: the first and the one after the last. */
static void rows_in_sight(const Timeline *l, uint32_t *first, uint32_t *after) {
    const TimelineLanes *lanes = l->lanes;
    uint32_t from = rows_at(lanes, l->scroll);
    *first = from == NEVER ? 1 : from;
    for (*after = *first; *after < lanes->rows.len; (*after)++)
        if (lanes->rows.items[*after].y > l->scroll + l->body.h) break;
}

/* What is to come is not even drawn where it is to be hidden. */
static Rect lanes_clip(const Timeline *l, Rect r) {
    float right = l->panel.x + l->panel.w - 2;
    if (l->show->hide_future) right = gfx_max(l->area.x, gfx_min(right, l->area.x + l->now));
    return (Rect){l->area.x - 1, r.y, right - l->area.x + 1, r.h};
}

static void draw_rows(Timeline *l) {
    uint32_t first, after;
    rows_in_sight(l, &first, &after);
    Color line = timeline_color(l, TOKEN_LINE);
    for (uint32_t i = first; i < after; i++) {
        const Row *row = &l->lanes->rows.items[i];
        float y = rows_y(l, row);
        draw_rect(l->d, draw_snap(l->d, (Rect){l->area.x, y, l->area.w, 1}), color_fade(line, 0.7f));
        draw_push_clip(l->d, lanes_clip(l, l->body));
        draw_lane_of(l, row);
        draw_pop(l->d);
    }
}

static void draw_labels(Timeline *l) {
    uint32_t first, after, count = l->lanes->rows.len;
    rows_in_sight(l, &first, &after);
    for (uint32_t i = first; i < after && count == l->lanes->rows.len; i++)
        timeline_label(l, &l->lanes->rows.items[i]);
}

static void draw_chef(Timeline *l) {
    const Row *chef = &l->lanes->rows.items[0];
    draw_push_clip(l->d, lanes_clip(l, (Rect){0, l->area.y, 0, l->chef}));
    timeline_chef(l, chef);
    draw_pop(l->d);
    timeline_label(l, chef);
}

/* --- the mouse --------------------------------------------------------------------------------------- */

static double share_at(const Timeline *l, float x) {
    return (double)((x - l->area.x) / l->area.w);
}

static Cursor cursor_at(const Timeline *l, float x) {
    float most = gfx_min(l->area.w, gfx_max(0, x - l->area.x));
    return view_cursor(l->m, &l->p->shown, (double)(most / l->area.w));
}

static bool over(const Timeline *l, Rect r) {
    Point at = ui_mouse(l->ui);
    return rect_has(r, at.x, at.y);
}

static void take_wheel(Timeline *l) {
    Ui *ui = l->ui;
    if (ui->used || ui->input->kind != INPUT_WHEEL || !over(l, l->panel)) return;
    float dx = ui->input->wheel.dx, dy = ui->input->wheel.dy;
    uint32_t mods = ui->input->mods;
    double now = ui->now;
    if (mods == MOD_CTRL && dy != 0)
        view_zoom(l->p, l->m, share_at(l, ui_mouse(ui).x), pow(ZOOM_STEP, (double)-dy), now);
    else if (mods == MOD_SHIFT && dx + dy != 0) view_pan(l->p, l->m, (double)(dx + dy) * PAN_STEP / 2, now);
    else if (mods == 0 && dx != 0 && dy == 0) view_pan(l->p, l->m, (double)dx * PAN_STEP / 2, now);
    else return;
    ui_take(ui);
}

/* At the edge the view goes along. */
static void go_to_mouse(Timeline *l) {
    float x = ui_mouse(l->ui).x;
    bool left = x<l->area.x + EDGE, right = x> l->area.x + l->area.w - EDGE;
    if (left || right) {
        view_pan(l->p, l->m, right ? 0.02 : -0.02, l->ui->now);
        l->p->moved = 0;
    }
    l->act.go = cursor_at(l, ui_mouse(l->ui).x);
    ui_wake_at(l->ui, l->ui->now);
}

static void drag_pan(Timeline *l) {
    TimelinePanel *p = l->p;
    Point at = ui_mouse(l->ui);
    if (p->drag == DRAG_PRESSED &&
        (fabsf(at.x - p->grabbed.x) > DRAG_FROM || fabsf(at.y - p->grabbed.y) > DRAG_FROM))
        p->drag = DRAG_PAN;
    if (p->drag != DRAG_PAN) return;
    double by = (double)((p->grabbed.x - at.x) / l->area.w);
    view_pan(p, l->m, p->grabbed_from + by - p->view.from, l->ui->now);
    p->moved = 0; /* it hangs on the mouse */
    float most = gfx_max(0, l->lanes->height - l->body.h);
    tween_set(&p->scroll.at, gfx_max(0, gfx_min(most, p->grabbed_scroll + p->grabbed.y - at.y)));
}

static bool near_playhead(const Timeline *l) {
    return fabsf(ui_mouse(l->ui).x - l->area.x - l->now) < 6;
}

static void press_body(Timeline *l) {
    TimelinePanel *p = l->p;
    p->drag = near_playhead(l) ? DRAG_PLAYHEAD : DRAG_PRESSED;
    p->grabbed = ui_mouse(l->ui);
    p->grabbed_from = p->view.from;
    p->grabbed_scroll = l->scroll;
}

/* What is under the mouse; NULL: nothing. */
static const Row *row_under(const Timeline *l) {
    Point at = ui_mouse(l->ui);
    if (rect_has((Rect){l->panel.x, l->area.y, l->panel.w, l->chef}, at.x, at.y))
        return &l->lanes->rows.items[0];
    if (!rect_has(l->body, at.x, at.y)) return NULL;
    uint32_t i = rows_at(l->lanes, at.y - l->body.y + l->scroll);
    return i == NEVER ? NULL : &l->lanes->rows.items[i];
}

static const Bar *bar_under(Timeline *l, const Row *row) {
    float x = ui_mouse(l->ui).x - l->area.x;
    if (!row || x < 0 || (l->show->hide_future && x > l->now)) return NULL;
    KeptLane *lane = bars_of_row(l, row);
    return lane ? bars_at(lane, x) : NULL;
}

TaskId timeline_chef_task(const Timeline *l, const Bar *bar) {
    bool own = bar->task && trace_task_at(model_trace(l->m), bar->task)->library;
    return own ? 0 : bar->task;
}

static void choose(Timeline *l, const Row *row, const Bar *bar) {
    l->act.chose = true;
    l->act.task = row && row->kind == ROW_TASK ? row->id : 0;
    l->act.object = row && row->kind == ROW_OBJECT ? row->id : 0;
    if (row && row->kind == ROW_CHEF && bar) l->act.task = timeline_chef_task(l, bar);
}

static ViewPoint end_of(const Timeline *l, const Bar *bar) {
    return view_point(l->m, bar->end == NEVER ? model_end(l->m) : bar->end);
}

static void zoom_to(Timeline *l, const Bar *bar) {
    ViewPoint from = view_point(l->m, bar->begin), to = end_of(l, bar);
    double dt = (to.seconds - from.seconds) * 0.15, dn = (to.turns - from.turns) * 0.15;
    view_range(l->p, l->m, (ViewPoint){from.seconds - dt, from.turns - dn},
               (ViewPoint){to.seconds + dt, to.turns + dn}, l->ui->now);
}

static void click_body(Timeline *l) {
    const Row *row = row_under(l);
    bool label = ui_mouse(l->ui).x < l->area.x;
    const Bar *bar = label ? NULL : bar_under(l, row);
    if (label && row && row->kind == ROW_CROWD) {
        rows_fold(l->lanes, row);
        return;
    }
    if (row && row->kind == ROW_CROWD) { /* none of its tasks is meant, but a time is */
        l->act.go = cursor_at(l, ui_mouse(l->ui).x);
        return;
    }
    choose(l, label || bar ? row : NULL, bar);
    if (!bar) return;
    l->act.go = bar->begin;
    if (l->ui->clicks == 2) zoom_to(l, bar);
}

static void end_drag(Timeline *l) {
    if (l->ui->input->kind == INPUT_RELEASE || l->ui->active == 0) l->p->drag = DRAG_NONE;
}

/* --- the whole ------------------------------------------------------------------------------------------- */

static void say_why(Timeline *l, const Row *row, const Bar *bar, Sentence *out) {
    if (row->kind == ROW_TASK) why_task(&l->speech, bar->begin, row->id, out);
    else if (row->kind == ROW_CHEF && bar->state != CHEF_TURN) why_chef(&l->speech, bar->begin, out);
    else why_event(&l->speech, bar->begin, out);
}

/* The first sentence, if both are too long for a tip. */
static void cut_sentence(const Timeline *l, Buf *text) {
    TextStyle style = timeline_small(l, FACE_TEXT, TOKEN_INK);
    float most = (float)l->d->width / l->d->now.scale * 0.8f;
    if (text->len < UI_TIP_MAX && text_width(l->d, style, buf_cstr(text)) < most) return;
    char *stop = strstr(buf_cstr(text), ". ");
    if (stop) text->len = (size_t)(stop + 1 - text->data);
    size_t n = text->len < UI_TIP_MAX - 4 ? text->len : UI_TIP_MAX - 4;
    if (n == text->len) return;
    while (n > 0 && ((unsigned char)text->data[n] & 0xC0) == 0x80) n--;
    text->len = n;
    buf_adds(text, "…");
}

void timeline_tip(Timeline *l, UiId id, const Row *row, const Bar *bar) {
    Sentence why = {0};
    say_why(l, row, bar, &why);
    cut_sentence(l, &why.text);
    float from = gfx_max(0, bar->from), to = gfx_min(l->area.w, bar->to);
    float h = row->kind == ROW_CHEF ? l->chef : row->h;
    ui_tip(l->ui, id, (Rect){l->area.x + from, rows_y(l, row), to - from, h}, buf_cstr(&why.text));
    sentence_deinit(&why);
}

static void tip_of_crowd(Timeline *l, UiId id, const Row *row) {
    float x = ui_mouse(l->ui).x;
    Buf words = {0};
    if (x < l->area.x || (l->show->hide_future && x > l->area.x + l->now)) return;
    timeline_crowd_words(l, row, x - l->area.x, &words);
    if (words.len > 0) {
        cut_sentence(l, &words);
        ui_tip(l->ui, id, (Rect){x, rows_y(l, row), 1, row->h}, buf_cstr(&words));
    }
    buf_deinit(&words);
}

static UiId body_id(const Timeline *l) {
    return ui_child(l->id, 1);
}
static UiId head_id(const Timeline *l) {
    return ui_child(l->id, 2);
}
static UiId chef_id(const Timeline *l) {
    return ui_child(l->id, 3);
}

static void touch_head(Timeline *l) {
    UiTouch t = ui_touch(l->ui, head_id(l), l->head, UI_NO_STOP);
    if (t.hover) l->ui->cursor = UI_CURSOR_HAND;
    if (t.pressed) l->p->drag = DRAG_PLAYHEAD;
}

static void touch_body(Timeline *l, UiId id, UiTouch t) {
    if (t.pressed) press_body(l);
    if (l->ui->active == id) drag_pan(l);
    if (t.clicked && l->p->drag == DRAG_PRESSED && l->ui->input->kind == INPUT_RELEASE) click_body(l);
    if (!t.hover || l->p->drag != DRAG_NONE) return;
    const Row *row = row_under(l);
    const Bar *bar = bar_under(l, row);
    if (bar) timeline_tip(l, id, row, bar);
    else if (row && row->kind == ROW_CROWD) tip_of_crowd(l, id, row);
}

static ScrollView scroll_view(const Timeline *l) {
    return (ScrollView){.view = l->body, .content = l->lanes->height, .step = l->lane};
}

static UiTouch touch_of(const Ui *ui, UiId id) {
    return (UiTouch){.hover = ui->hot == id && (ui->active == 0 || ui->active == id),
                     .pressed = ui->pressed == id,
                     .clicked = ui->clicked == id};
}

static void draw_all(Timeline *l) {
    timeline_ruler(l);
    draw_push_clip(l->d, l->panel);
    timeline_bands(l);
    draw_chef(l);
    touch_body(l, chef_id(l),
               ui_touch(l->ui, chef_id(l), (Rect){l->panel.x, l->area.y, l->panel.w, l->chef}, UI_NO_STOP));
    ScrollView view = scroll_view(l);
    l->scroll = ui_scroll_begin(l->ui, body_id(l), &l->p->scroll, view);
    touch_body(l, body_id(l), touch_of(l->ui, body_id(l)));
    draw_rows(l);
    draw_labels(l);
    ui_scroll_end(l->ui, body_id(l), &l->p->scroll, view);
    timeline_playhead(l);
    timeline_causes(l);
    timeline_focus(l);
    timeline_overview(l);
    draw_pop(l->d);
    touch_head(l);
    if (l->p->drag == DRAG_PLAYHEAD) go_to_mouse(l);
    if (l->p->searching) timeline_search(l);
    else timeline_axis_button(l);
}

static void say_empty(const Timeline *l) {
    TextStyle style = {FACE_TEXT, l->t->type[SIZE_BODY], timeline_color(l, TOKEN_INK2)};
    text_line(l->d, style, rect_inset(l->panel, 18, 0), TEXT_MIDDLE,
              msg_text(l->show->lang, MSG_TIMELINE_EMPTY));
}

TimelineAct timeline_panel(Ui *ui, const Theme *t, TimelinePanel *panel, const TimelineShow *show, Rect r) {
    Timeline l = {.ui = ui,
                  .d = ui->draw,
                  .t = t,
                  .p = panel,
                  .show = show,
                  .m = show->model,
                  .id = ui_id("timeline"),
                  .speech = {show->model, show->lang, show->vocabulary, show->time},
                  .act = nothing};
    ui_panel(ui, r, t->choice.presentation ? 20 : 16);
    l.lanes = rows_of_panel(panel, show->model);
    lay_out(&l, r);
    if (model_end(show->model) == 0 || l.area.w < 20 || l.body.h < 8) {
        say_empty(&l);
        return nothing;
    }
    move_playhead(&l);
    take_wheel(&l);
    rows_find(&l);
    rows_measure(&l);
    follow(&l);
    reveal_row(&l);
    l.view = view_now(panel, l.m, ui->now, ui->style->still);
    if (view_moves(panel, ui->now) && panel->moved > 0) ui_wake_at(ui, ui->now);
    l.now = timeline_x(&l, view_share(&l.view, playhead_at(panel, ui->now))) - l.area.x;
    bars_begin(&l);
    crowds_begin(&l);
    ui_touch(ui, l.id, r, UI_STOP);
    timeline_keys(&l);
    draw_all(&l);
    bars_end(&l);
    crowds_end(&l);
    end_drag(&l);
    return l.act;
}

/* --- commands ------------------------------------------------------------------------------------------------ */

EventIndex timeline_chosen(const TimelinePanel *p) {
    return p->chosen ? p->chosen - 1 : NEVER;
}

static double share_of_now(const TimelinePanel *p, const TimelineShow *show) {
    double share = view_share(&p->view, view_point(show->model, show->at));
    return share >= 0 && share <= 1 ? share : 0.5;
}

static TimelineAct walk(TimelinePanel *p, const TimelineShow *show, bool back) {
    TurnId turn = cause_step(show, back);
    if (!turn) return nothing;
    Turn t = model_turn(show->model, turn);
    p->chosen = t.begun + 1;
    return (TimelineAct){.go = t.begun, .task = t.task, .chose = true};
}

TimelineAct timeline_do(TimelinePanel *p, const TimelineShow *show, TimelineCommand command, double now) {
    const Model *m = show->model;
    TimelineLanes *lanes = rows_of_panel(p, m);
    switch (command) {
    case TIMELINE_ZOOM_IN: view_zoom(p, m, share_of_now(p, show), KEY_ZOOM, now); break;
    case TIMELINE_ZOOM_OUT: view_zoom(p, m, share_of_now(p, show), 1 / KEY_ZOOM, now); break;
    case TIMELINE_FIT: view_fit(p, now); break;
    case TIMELINE_PAN_LEFT: view_pan(p, m, -PAN_STEP, now); break;
    case TIMELINE_PAN_RIGHT: view_pan(p, m, PAN_STEP, now); break;
    case TIMELINE_AXIS_NEXT: view_axis(p, m, (TimelineAxis)((p->axis + 1) % TIMELINE_AXES), now); break;
    case TIMELINE_AXIS_CLOCK: view_axis(p, m, TIMELINE_CLOCK, now); break;
    case TIMELINE_AXIS_TURNS: view_axis(p, m, TIMELINE_TURNS, now); break;
    case TIMELINE_AXIS_KITCHEN: view_axis(p, m, TIMELINE_KITCHEN, now); break;
    case TIMELINE_FOLD_ALL: rows_fold_all(lanes, m, true); break;
    case TIMELINE_UNFOLD_ALL: rows_fold_all(lanes, m, false); break;
    case TIMELINE_CAUSE_BACK: return walk(p, show, true);
    case TIMELINE_CAUSE_FORTH: return walk(p, show, false);
    case TIMELINE_SEARCH:
        if (p->searching) timeline_search_end(p);
        else p->searching = true;
        break;
    case TIMELINE_SEARCH_NEXT: timeline_search_from(p, p->found); break;
    default: break;
    }
    return nothing;
}
