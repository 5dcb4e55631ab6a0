#include "desk/desk_parts.h"
#include "model/called.h"
#include "model/why.h"
#include "ui/layout.h"
#include "ui/widgets.h"

#define HEAD 46.0f /* of a drawer */

static void role(const void *ctx, TaskId task, HueId *hue, const char **sprite) {
    Role r = cast_role(ctx, task);
    *hue = r.hue;
    *sprite = r.sprite;
}

static CodeCast code_cast(const Desk *d) {
    return (CodeCast){role, d->session->cast};
}

/* --- the panels ---------------------------------------------------------------------------------- */

static void draw_code(Plan *p, Rect r) {
    Desk *d = p->d;
    code_marks_find(&d->marks, p->model, d->player.at, d->player.now, d->lang, code_cast(d));
    CodeShow show = {.lang = d->lang,
                     .name = session_name(d->session),
                     .source = &d->session->source,
                     .highlight = &d->session->highlight,
                     .rows = &d->session->rows,
                     .labels = d->marks.labels.items,
                     .label_count = d->marks.labels.len,
                     .marks = d->marks.marks.items,
                     .mark_count = d->marks.marks.len,
                     .running_line = d->marks.running_line,
                     .beyond = d->marks.beyond};
    CodeClick click = code_panel(&d->ui, &d->theme, &d->code, &show, r);
    if (click.mark) plan_choose(p, d->marks.marks.items[click.mark - 1].task, 0);
    else if (click.line) p->wish->line = click.line;
}

static void draw_kitchen(Plan *p, Rect r) {
    Desk *d = p->d;
    Showing show = {.theme = &d->theme,
                    .model = p->model,
                    .lang = d->lang,
                    .asyncio_words = d->vocabulary == VOCABULARY_ASYNCIO,
                    .selected = d->task,
                    .now = d->player.now,
                    .playing = d->player.playing};
    KitchenAct act = kitchen_panel(&d->ui, &d->kitchen, &show, d->session->cast, d->player.at, r);
    if (act.chosen) plan_choose(p, act.task, act.object);
}

TimelineShow desk_timeline(const Desk *d) {
    return (TimelineShow){.model = d->session->model,
                          .cast = d->session->cast,
                          .lang = d->lang,
                          .vocabulary = d->vocabulary,
                          .at = d->player.at,
                          .time = d->player.now,
                          .selected = d->task,
                          .selected_object = d->object,
                          .selected_event = timeline_chosen(&d->timeline),
                          .whole = d->choice.presentation,
                          .playing = d->player.playing};
}

void desk_take_timeline(DeskWish *wish, TimelineAct act) {
    if (act.go != NEVER) wish->go = act.go;
    if (!act.chose) return;
    wish->chose = true;
    wish->task = act.task;
    wish->object = act.object;
}

static void draw_timeline(Plan *p, Rect r) {
    Desk *d = p->d;
    TimelineShow show = desk_timeline(d);
    desk_take_timeline(p->wish, timeline_panel(&d->ui, &d->theme, &d->timeline, &show, r));
}

static bool is_coarse(const Desk *d) {
    return d->player.playing || d->step == STEP_TURN || d->step == STEP_ROUND;
}

/* What the sentence is about: between two steps by turns it is the turn, not its single events. */
static EventIndex told_event(const Plan *p) {
    const Desk *d = p->d;
    Cursor at = d->player.at;
    TurnId turn = is_coarse(d) ? model_running_at(p->model, at) : 0;
    return turn ? model_turn(p->model, turn).begun : at;
}

/* What the author says of the lines that are reached in the turn at the board: of all of it if one
 * steps by turns, else as they are reached. */
static void add_captions(Plan *p) {
    enum { LOOKED_AT = 4096 };
    Cursor at = p->d->player.at;
    TurnId id = model_running_at(p->model, at);
    if (!id) return;
    Turn turn = model_turn(p->model, id);
    Cursor last = is_coarse(p->d) && turn.ended != NEVER ? turn.ended : at;
    for (EventIndex i = turn.begun; i <= last && i - turn.begun < LOOKED_AT; i++) {
        if (event_kind(trace_at(model_trace(p->model), i)) != EV_REACHED) continue;
        buf_addc(&p->d->why.text, ' ');
        buf_adds(&p->d->why.text, called_text(&p->speech, DIRECTIVE_SAY, i));
    }
}

void desk_why(Plan *p, Rect r) {
    Desk *d = p->d;
    EventIndex event = told_event(p);
    sentence_clear(&d->why);
    if (d->player.playing && event == d->player.at) why_chef(&p->speech, event, &d->why);
    else why_event(&p->speech, event, &d->why);
    if (d->task && d->task != moment_chef(p->model, d->player.at).task) {
        buf_addc(&d->why.text, ' ');
        why_task(&p->speech, d->player.at, d->task, &d->why);
    }
    if (!d->task && event_kind(trace_at(model_trace(p->model), event)) != EV_REACHED) add_captions(p);
    WhyShow show = {&d->why, code_cast(d), step_trouble(p->model, event) != TROUBLE_NONE};
    TaskId task = why_panel(&d->ui, &d->theme, &show, r);
    if (task) plan_choose(p, task, 0);
}

/* --- the drawers ---------------------------------------------------------------------------------- */

static void take_click(Plan *p, DrawerClick click) {
    if (click.task) plan_choose(p, click.task, 0);
    if (click.cursor != NEVER) p->wish->go = click.cursor;
    if (click.line) p->wish->line = click.line;
}

static void draw_output(Plan *p, Rect r) {
    Desk *d = p->d;
    OutputShow show = {d->lang, &d->session->output, model_trace(p->model), d->player.at};
    Cursor go = output_panel(&d->ui, &d->theme, &d->output, &show, r);
    if (go != NEVER) p->wish->go = go;
}

static void draw_loop(Plan *p, Rect r) {
    Desk *d = p->d;
    LoopShow show = {&p->speech, d->session->cast, d->player.at, d->task};
    take_click(p, loop_panel(&d->ui, &d->theme, &d->loop, &show, r));
}

static void draw_tasks(Plan *p, Rect r) {
    Desk *d = p->d;
    TasksShow show = {&p->speech, d->session->cast,    d->player.at,
                      d->task,    &d->session->source, &d->session->locals_source};
    take_click(p, tasks_panel(&d->ui, &d->theme, &d->tasks, &show, r));
}

static void draw_numbers(Plan *p, Rect r) {
    Desk *d = p->d;
    NumbersShow show = {&p->speech, d->session->cast, d->task};
    take_click(p, numbers_panel(&d->ui, &d->theme, &d->numbers, &show, r));
}

typedef struct Drawer {
    MsgId title;
    const char *icon;
    ActionId close, full;
    void (*draw)(Plan *p, Rect r);
} Drawer;

static const Drawer drawers[DRAWER_COUNT] = {
    [DRAWER_OUTPUT] = {MSG_PANEL_OUTPUT, "ui-output", ACTION_OUTPUT, ACTION_FULL_OUTPUT, draw_output},
    [DRAWER_LOOP] = {MSG_PANEL_LOOP, "ui-loop", ACTION_LOOP, ACTION_FULL_LOOP, draw_loop},
    [DRAWER_TASKS] = {MSG_PANEL_TASKS, "ui-tree", ACTION_TASKS, ACTION_FULL_TASKS, draw_tasks},
    [DRAWER_NUMBERS] = {MSG_PANEL_NUMBERS, "ui-numbers", ACTION_NUMBERS, ACTION_FULL_NUMBERS, draw_numbers},
};

static void head_button(Plan *p, const Drawer *drawer, Rect *r, const char *icon, ActionId action) {
    float side = r->h;
    UiButton button = {.icon = icon, .look = BUTTON_QUIET, .tip = plan_text(p, action_at(action)->name)};
    Rect at = rect_centred(cut_right(r, side), side - 4, side - 4);
    if (ui_button(&p->d->ui, ui_child(ui_id(drawer->icon), (uint32_t)action), at, button))
        p->wish->action = action;
}

static void draw_drawer(Plan *p, const Drawer *drawer, Rect r) {
    Ui *ui = &p->d->ui;
    const Theme *t = &p->d->theme;
    ui_panel(ui, r, DESK_RADIUS);
    Rect in = rect_inset(r, 2, 2), head = cut_top(&in, HEAD * p->type);
    draw_rect(ui->draw, draw_snap(ui->draw, (Rect){in.x, in.y - 1.5f, in.w, 1.5f}), t->colors[TOKEN_LINE]);
    head_button(p, drawer, &head, "ui-minus", p->d->full ? drawer->full : drawer->close);
    if (!p->d->full) head_button(p, drawer, &head, "ui-fit", drawer->full);
    head = rect_inset(head, 16, 0);
    float icon = 24 * p->type;
    draw_sprite(ui->draw, drawer->icon, rect_centred(cut_left(&head, icon), icon, icon),
                t->colors[TOKEN_INK2]);
    cut_left(&head, 8);
    TextStyle style = {FACE_SEMI, t->type[SIZE_BODY], t->colors[TOKEN_INK]};
    text_line(ui->draw, style, head, TEXT_LEFT, plan_text(p, drawer->title));
    drawer->draw(p, in);
}

void desk_panel(Plan *p, PanelId id, Rect r) {
    switch (id) {
    case PANEL_CODE: draw_code(p, r); break;
    case PANEL_KITCHEN: draw_kitchen(p, r); break;
    case PANEL_TIMELINE: draw_timeline(p, r); break;
    case PANEL_NONE: break;
    default: draw_drawer(p, &drawers[id - PANEL_OUTPUT], r);
    }
}
