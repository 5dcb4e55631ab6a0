/* What the desk does when it is asked for something: a row an action. */
#include "desk/desk_parts.h"

static const Model *model_of(const Desk *d) {
    return d->session->model;
}

static void go(Desk *d, Cursor at) {
    if (at != NEVER) player_go(&d->player, model_of(d), at);
}

/* --- moving ------------------------------------------------------------------------------------ */

static void step_on(Desk *d, int way) {
    do
        if (!player_step(&d->player, model_of(d), d->step, (Way)way)) return;
    while (d->step == STEP_TURN && session_tidies(d->session, d->player.at));
}
static void play(Desk *d, int unused) {
    (void)unused;
    if (d->player.playing) d->player.playing = false;
    else player_play(&d->player, model_of(d), d->ui.now);
}
static void to_end(Desk *d, int way) {
    go(d, way == WAY_BACK ? 0 : model_end(model_of(d)));
}
static void set_step(Desk *d, int step) {
    static const int preferred[] = {[STEP_EVENT] = 0, [STEP_LINE] = 1, [STEP_TURN] = 2, [STEP_ROUND] = 3};
    d->step = (Step)step;
    d->prefs.step = preferred[step];
}
static void change_speed(Desk *d, int by) {
    int speed = d->player.speed + by;
    if (speed >= 0 && speed < PLAYER_SPEEDS) d->player.speed = d->prefs.speed = speed;
}

/* --- searching ------------------------------------------------------------------------------------ */

/* Of the chosen task, or of the one at the board. */
static void to_turn(Desk *d, int way) {
    const Model *m = model_of(d);
    TaskId task = d->task ? d->task : moment_chef(m, d->player.at).task;
    if (task) go(d, step_to_turn_of(m, d->player.at, task, (Way)way));
}
static void to_print(Desk *d, int way) {
    go(d, step_to_output(model_of(d), d->player.at, (Way)way));
}
static void to_trouble(Desk *d, int way) {
    go(d, step_to_trouble(model_of(d), d->player.at, (Way)way));
}
static void to_line(Desk *d, int way) {
    const Model *m = model_of(d);
    uint32_t line = d->line ? d->line : step_line_at(m, d->player.at);
    if (line) go(d, step_to_line(m, d->player.at, line, (Way)way));
}

static void timeline(Desk *d, int command) {
    TimelineShow show = desk_timeline(d);
    DeskWish wish = {.go = NEVER};
    desk_take_timeline(&wish, timeline_do(&d->timeline, &show, (TimelineCommand)command, d->ui.now));
    desk_grant(d, &wish, d->ui.now);
    static const int preferred[] = {[TIMELINE_CLOCK] = 0, [TIMELINE_TURNS] = 1, [TIMELINE_KITCHEN] = 2};
    d->prefs.axis = preferred[d->timeline.axis];
}
static void fold(Desk *d, int unused) {
    (void)unused;
    timeline(d, d->folded ? TIMELINE_UNFOLD_ALL : TIMELINE_FOLD_ALL);
    d->folded = !d->folded;
}

/* The next task that is not over, round and round. */
static void choose_task(Desk *d, int way) {
    enum { TRIES = 4096 };
    const Model *m = model_of(d);
    uint32_t made = moment_tasks_made(m, d->player.at);
    TaskId task = d->task;
    for (uint32_t i = 0; i < made && i < TRIES; i++) {
        task = way == WAY_FORTH ? task % made + 1 : task <= 1 ? made : task - 1;
        if (!task_state_live(moment_task_state(m, d->player.at, task))) continue;
        d->task = task;
        return;
    }
}
static void choose_none(Desk *d, int unused) {
    (void)unused;
    d->task = d->object = 0;
}

/* --- panels and looks -------------------------------------------------------------------------------- */

static void toggle_full(Desk *d, int panel) {
    d->full = d->full == (PanelId)panel ? PANEL_NONE : (PanelId)panel;
}
static void toggle_drawer(Desk *d, int drawer) {
    d->drawers ^= 1u << drawer;
    bool *const preferred[] = {&d->prefs.drawer_output, &d->prefs.drawer_loop, &d->prefs.drawer_tasks,
                               &d->prefs.drawer_numbers};
    *preferred[drawer] = d->drawers >> drawer & 1;
}
static void next_words(Desk *d, int by) {
    d->vocabulary = (Vocabulary)(((int)d->vocabulary + by) % VOCABULARIES);
    d->prefs.vocabulary = (int)d->vocabulary;
}
static void next_theme(Desk *d, int by) {
    d->choice.id = (ThemeId)(((int)d->choice.id + by) % THEME_COUNT);
    desk_retheme(d);
}
static void next_language(Desk *d, int by) {
    d->lang = (Lang)(((int)d->lang + by) % LANG_COUNT);
    d->prefs.language = (int)d->lang + 1;
    if (d->library) library_speak(d->library, d->lang);
    if (d->session) code_labels_find(&d->marks, model_trace(model_of(d)), d->lang);
}
/* By quarters; 0: back to normal. */
static void resize_text(Desk *d, int by) {
    d->choice.text = by ? d->choice.text + 0.25f * (float)by : 1;
    desk_retheme(d);
}
static void toggle_still(Desk *d, int unused) {
    (void)unused;
    d->choice.still = !d->choice.still;
    desk_retheme(d);
}

/* --- the window ------------------------------------------------------------------------------------------ */

static void present(Desk *d, int unused) {
    (void)unused;
    d->choice.presentation = !d->choice.presentation;
    desk_retheme(d);
}
static void blank(Desk *d, int unused) {
    (void)unused;
    d->blank = true;
}
static void fill_screen(Desk *d, int unused) {
    (void)unused;
    d->fullscreen = d->prefs.fullscreen = !d->fullscreen;
}
/* What is open is closed; with nothing open it toggles the presentation, as clickers send F5 and Esc
 * from one button. */
static void leave(Desk *d, int unused) {
    if (d->overlay) d->overlay = OVERLAY_NONE;
    else if (d->notice.len) buf_clear(&d->notice);
    else if (d->full) d->full = PANEL_NONE;
    else if (d->session) present(d, unused);
}
static void toggle_overlay(Desk *d, int overlay) {
    desk_show_overlay(d, d->overlay == (Overlay)overlay ? OVERLAY_NONE : (Overlay)overlay);
}
static void to_gallery(Desk *d, int unused) {
    (void)unused;
    desk_close(d);
}
/* At the same time of the run, as far as that makes sense. */
static void reload(Desk *d, int unused) {
    (void)unused;
    Buf path = {0};
    uint64_t time = d->player.now;
    buf_add(&path, d->session->path.data, d->session->path.len);
    if (desk_open(d, buf_cstr(&path))) go(d, model_at_time(model_of(d), time));
    buf_deinit(&path);
}
static void simulate(Desk *d, int whole) {
    d->session->whole = whole;
    d->session->stopped = !whole;
}
static void quit(Desk *d, int unused) {
    (void)unused;
    d->over = true;
}

/* --- the table ---------------------------------------------------------------------------------------------- */

typedef struct Deed {
    void (*act)(Desk *d, int how);
    int how;
    bool anywhere; /* also in the gallery */
} Deed;

static const Deed deeds[ACTION_COUNT] = {
    [ACTION_NEXT] = {step_on, WAY_FORTH, false},
    [ACTION_BACK] = {step_on, WAY_BACK, false},
    [ACTION_PLAY] = {play, 0, false},
    [ACTION_FIRST] = {to_end, WAY_BACK, false},
    [ACTION_LAST] = {to_end, WAY_FORTH, false},
    [ACTION_STEP_TURN] = {set_step, STEP_TURN, false},
    [ACTION_STEP_LINE] = {set_step, STEP_LINE, false},
    [ACTION_STEP_EVENT] = {set_step, STEP_EVENT, false},
    [ACTION_STEP_ROUND] = {set_step, STEP_ROUND, false},
    [ACTION_FASTER] = {change_speed, 1, false},
    [ACTION_SLOWER] = {change_speed, -1, false},
    [ACTION_TURN_NEXT] = {to_turn, WAY_FORTH, false},
    [ACTION_TURN_BACK] = {to_turn, WAY_BACK, false},
    [ACTION_PRINT_NEXT] = {to_print, WAY_FORTH, false},
    [ACTION_PRINT_BACK] = {to_print, WAY_BACK, false},
    [ACTION_TROUBLE_NEXT] = {to_trouble, WAY_FORTH, false},
    [ACTION_TROUBLE_BACK] = {to_trouble, WAY_BACK, false},
    [ACTION_LINE_NEXT] = {to_line, WAY_FORTH, false},
    [ACTION_LINE_BACK] = {to_line, WAY_BACK, false},
    [ACTION_CAUSE_BACK] = {timeline, TIMELINE_CAUSE_BACK, false},
    [ACTION_CAUSE_FORTH] = {timeline, TIMELINE_CAUSE_FORTH, false},
    [ACTION_TASK_NEXT] = {choose_task, WAY_FORTH, false},
    [ACTION_TASK_BACK] = {choose_task, WAY_BACK, false},
    [ACTION_TASK_NONE] = {choose_none, 0, false},
    [ACTION_FIND_TASK] = {toggle_overlay, OVERLAY_FIND, false},
    [ACTION_AXIS_NEXT] = {timeline, TIMELINE_AXIS_NEXT, false},
    [ACTION_AXIS_CLOCK] = {timeline, TIMELINE_AXIS_CLOCK, false},
    [ACTION_AXIS_TURNS] = {timeline, TIMELINE_AXIS_TURNS, false},
    [ACTION_AXIS_KITCHEN] = {timeline, TIMELINE_AXIS_KITCHEN, false},
    [ACTION_ZOOM_IN] = {timeline, TIMELINE_ZOOM_IN, false},
    [ACTION_ZOOM_OUT] = {timeline, TIMELINE_ZOOM_OUT, false},
    [ACTION_FIT] = {timeline, TIMELINE_FIT, false},
    [ACTION_PAN_LEFT] = {timeline, TIMELINE_PAN_LEFT, false},
    [ACTION_PAN_RIGHT] = {timeline, TIMELINE_PAN_RIGHT, false},
    [ACTION_FOLD] = {fold, 0, false},
    [ACTION_SEARCH] = {timeline, TIMELINE_SEARCH, false},
    [ACTION_FULL_CODE] = {toggle_full, PANEL_CODE, false},
    [ACTION_FULL_KITCHEN] = {toggle_full, PANEL_KITCHEN, false},
    [ACTION_FULL_TIMELINE] = {toggle_full, PANEL_TIMELINE, false},
    [ACTION_FULL_OUTPUT] = {toggle_full, PANEL_OUTPUT, false},
    [ACTION_FULL_LOOP] = {toggle_full, PANEL_LOOP, false},
    [ACTION_FULL_TASKS] = {toggle_full, PANEL_TASKS, false},
    [ACTION_FULL_NUMBERS] = {toggle_full, PANEL_NUMBERS, false},
    [ACTION_OUTPUT] = {toggle_drawer, DRAWER_OUTPUT, false},
    [ACTION_LOOP] = {toggle_drawer, DRAWER_LOOP, false},
    [ACTION_TASKS] = {toggle_drawer, DRAWER_TASKS, false},
    [ACTION_NUMBERS] = {toggle_drawer, DRAWER_NUMBERS, false},
    [ACTION_WORDS] = {next_words, 1, false},
    [ACTION_THEME] = {next_theme, 1, true},
    [ACTION_LANGUAGE] = {next_language, 1, true},
    [ACTION_LARGER] = {resize_text, 1, true},
    [ACTION_SMALLER] = {resize_text, -1, true},
    [ACTION_NORMAL_SIZE] = {resize_text, 0, true},
    [ACTION_STILL] = {toggle_still, 0, true},
    [ACTION_PRESENT] = {present, 0, false},
    [ACTION_BLANK] = {blank, 0, true},
    [ACTION_FULLSCREEN] = {fill_screen, 0, true},
    [ACTION_LEAVE] = {leave, 0, true},
    [ACTION_MENU] = {toggle_overlay, OVERLAY_MENU, true},
    [ACTION_PALETTE] = {toggle_overlay, OVERLAY_PALETTE, true},
    [ACTION_KEYS] = {toggle_overlay, OVERLAY_KEYS, true},
    [ACTION_GALLERY] = {to_gallery, 0, false},
    [ACTION_RELOAD] = {reload, 0, false},
    [ACTION_WHOLE] = {simulate, true, false},
    [ACTION_STOP] = {simulate, false, false},
    [ACTION_QUIT] = {quit, 0, true},
};

bool desk_can(const Desk *d, ActionId action) {
    return action && deeds[action].act && (d->session || deeds[action].anywhere);
}

void desk_do(Desk *d, ActionId action, double now) {
    d->ui.now = now;
    if (!desk_can(d, action)) return;
    if (d->blank && action != ACTION_QUIT) d->blank = false; /* any key brings the picture back */
    else deeds[action].act(d, deeds[action].how);
}

/* --- wishes ---------------------------------------------------------------------------------------------------- */

void desk_grant(Desk *d, const DeskWish *wish, double now) {
    if (wish->chose) {
        d->task = wish->task;
        d->object = wish->object;
    }
    if (wish->go != NEVER) go(d, wish->go);
    if (wish->line) {
        d->line = wish->line;
        Cursor next = step_to_line(model_of(d), d->player.at, wish->line, WAY_FORTH);
        go(d, next != NEVER ? next : step_to_line(model_of(d), d->player.at, wish->line, WAY_BACK));
    }
    if (wish->speed) change_speed(d, wish->speed - 1 - d->player.speed);
    if (wish->step) set_step(d, wish->step - 1);
    if (wish->open) desk_open(d, wish->open);
    if (wish->action) desk_do(d, wish->action, now);
}
