#include "desk/desk.h"

#include "desk/desk_parts.h"
#include "ui/input.h"

/* In the order in which preferences.def names them. */
static const TimelineAxis axes[] = {TIMELINE_CLOCK, TIMELINE_TURNS, TIMELINE_KITCHEN};
static const Step steps[] = {STEP_EVENT, STEP_LINE, STEP_TURN, STEP_ROUND};

static uint32_t drawers_of(const Preferences *p) {
    return (uint32_t)p->drawer_output << DRAWER_OUTPUT | (uint32_t)p->drawer_loop << DRAWER_LOOP |
           (uint32_t)p->drawer_tasks << DRAWER_TASKS | (uint32_t)p->drawer_numbers << DRAWER_NUMBERS;
}

/* What a scenario may have changed for itself is as the person left it. */
static void prefer(Desk *d) {
    d->step = steps[d->prefs.step];
    d->player.speed = d->prefs.speed;
    d->timeline.axis = axes[d->prefs.axis];
    d->drawers = drawers_of(&d->prefs);
}

void desk_init(Desk *d, const Places *places, Preferences *prefs, Lang lang) {
    *d = (Desk){.places = places, .prefs = *prefs, .lang = lang, .tab = PANEL_KITCHEN};
    *prefs = (Preferences){0};
    d->choice = (ThemeChoice){.id = (ThemeId)d->prefs.theme, .text = d->prefs.text, .still = d->prefs.still};
    d->vocabulary = (Vocabulary)d->prefs.vocabulary;
    d->fullscreen = d->prefs.fullscreen;
    prefer(d);
    desk_retheme(d);
}

void desk_deinit(Desk *d) {
    desk_close(d);
    ui_deinit(&d->ui);
    preferences_deinit(&d->prefs);
    library_free(d->library);
    gallery_deinit(&d->gallery);
    strip_deinit(&d->strip);
    timeline_deinit(&d->timeline);
    tasks_panel_deinit(&d->tasks);
    numbers_panel_deinit(&d->numbers);
    palette_deinit(&d->palette);
    desk_list_deinit(&d->list);
    sentence_deinit(&d->why);
    buf_deinit(&d->notice);
}

void desk_retheme(Desk *d) {
    theme_init(&d->theme, d->choice);
    d->choice = d->theme.choice;
    d->prefs.theme = (int)d->choice.id;
    d->prefs.text = d->choice.text;
    d->prefs.still = d->choice.still;
}

/* --- what is open --------------------------------------------------------------------------- */

/* What the panels know of a run that is no longer shown. */
static void forget_run(Desk *d) {
    code_marks_deinit(&d->marks);
    kitchen_panel_deinit(&d->kitchen);
    loop_panel_deinit(&d->loop);
    timeline_forget(&d->timeline);
    tasks_panel_forget(&d->tasks);
    numbers_panel_forget(&d->numbers);
    d->marks = (CodeMarks){0};
    d->kitchen = (KitchenPanel){0};
    d->loop = (LoopPanel){0};
    d->code = (CodePanel){0};
    d->output = (OutputPanel){0};
    d->overlay = OVERLAY_NONE;
}

void desk_close(Desk *d) {
    session_free(d->session);
    d->session = NULL;
    forget_run(d);
    d->player = (Player){.speed = d->player.speed};
    d->task = d->object = d->line = 0;
    d->full = PANEL_NONE;
    d->scanned = false;
}

/* The author's wishes for the opening, in the order of directives.def. */
static void open_as_wished(Desk *d) {
    DirectiveChoice step = session_choice(d->session, DIRECTIVE_STEP);
    DirectiveChoice speed = session_choice(d->session, DIRECTIVE_SPEED);
    static const Step wished[] = {STEP_TURN, STEP_LINE, STEP_EVENT, STEP_ROUND};
    prefer(d);
    if (step != DIRECTIVE_CHOICES) d->step = wished[step - CHOICE_STEP_TURN];
    DirectiveChoice axis = session_choice(d->session, DIRECTIVE_AXIS);
    DirectiveChoice view = session_choice(d->session, DIRECTIVE_VIEW);
    static const PanelId views[] = {PANEL_KITCHEN, PANEL_TIMELINE, PANEL_CODE};
    if (axis != DIRECTIVE_CHOICES) d->timeline.axis = axes[axis - CHOICE_AXIS_CLOCK];
    if (view >= CHOICE_VIEW_OUTPUT && view <= CHOICE_VIEW_NUMBERS)
        d->drawers |= 1u << (view - CHOICE_VIEW_OUTPUT);
    else if (view != DIRECTIVE_CHOICES) d->tab = views[view - CHOICE_VIEW_KITCHEN];
    if (speed != DIRECTIVE_CHOICES) d->player.speed = (int)(speed - CHOICE_SPEED_EIGHTH);
}

bool desk_open(Desk *d, const char *path) {
    Buf problem = {0};
    Session *s = session_open(path, &d->options, d->lang, &problem);
    buf_clear(&d->notice);
    d->refused = !s;
    if (!s) {
        buf_add(&d->notice, problem.data, problem.len);
        buf_deinit(&problem);
        return false;
    }
    desk_close(d);
    d->session = s;
    preferences_opened(&d->prefs, buf_cstr(&s->path));
    buf_add(&d->notice, s->warnings.data, s->warnings.len);
    buf_deinit(&problem);
    code_labels_find(&d->marks, model_trace(s->model), d->lang);
    open_as_wished(d);
    return true;
}

#define LIBRARY_SLICE 200000 /* instructions */

/* --- a pass ------------------------------------------------------------------------------------- */

bool desk_work(Desk *d) {
    if (!d->session) return d->library && library_advance(d->library, LIBRARY_SLICE);
    if (!session_hungry(d->session, d->player.at)) return false;
    session_work(d->session);
    return true;
}

double desk_wake(const Desk *d) {
    if (d->player.playing) return d->ui.now;
    return d->ui.wake;
}

/* Whether what is typed goes into a field. */
static bool typing(const Desk *d) {
    for (uint32_t i = 0; i < d->ui.last.len; i++)
        if (d->ui.last.items[i].id == d->ui.focus) return d->ui.last.items[i].stop == UI_TYPING;
    return false;
}

/* The command of an input that no widget wanted. */
static ActionId command_of(Desk *d, const Input *in) {
    if (in->kind == INPUT_KEY) d->swallow = d->ui.used;
    if (in->kind == INPUT_TEXT && (d->swallow || typing(d))) return ACTION_NONE;
    return d->ui.used ? ACTION_NONE : action_of(in);
}

void desk_pass(Desk *d, const Input *in, const DeskFrame *f) {
    if (d->session) player_follow(&d->player, d->session->model, f->now, session_over(d->session));
    float scale = desk_scale(f);
    draw_begin(f->list, f->fonts, f->width, f->height, scale);
    ui_begin(&d->ui, f->list, &d->theme.ui, in, f->now);
    DeskWish wish = {.go = NEVER};
    desk_draw(d, (Rect){0, 0, (float)f->width / scale, (float)f->height / scale}, &wish);
    ui_end(&d->ui);
    if (!wish.action) wish.action = command_of(d, in);
    desk_grant(d, &wish, f->now);
    if (in->kind == INPUT_DROP) desk_open(d, in->drop.path);
    if (in->kind == INPUT_QUIT) d->over = true;
}
