#include "view/loop_panel.h"

#include "model/called.h"
#include "model/why.h"
#include "ui/layout.h"
#include "view/format.h"

#include <stdio.h>

#define ROW 42.0f
#define EDGE 18.0f
#define TOKEN_WIDTH 92.0f
#define STRIP 96.0f
#define TWO_COLUMNS 880.0f /* at least so wide, for rail and timers side by side */
#define GAP 12.0f

/* What of this is shown, and where. */
typedef enum Part { PART_ROUND, PART_RAIL, PART_TIMERS, PART_COOKS, PARTS } Part;

typedef struct Page {
    Ui *ui;
    DrawList *d;
    const Theme *t;
    LoopPanel *panel;
    const LoopShow *show;
    const Model *m;
    const Trace *trace;
    Lang lang;
    MomentCounts counts;
    uint64_t now;
    float k;
    DrawerClick click;
    Buf texts[PARTS];  /* what is said behind the titles */
    const char *round; /* "Round 7"; NULL: none has begun */
} Page;

static const char *say(const Page *p, MsgId id) {
    return msg_text(p->lang, id);
}

/* Messages come in pairs: the kitchen's word, then asyncio's. */
static const char *say_by_vocabulary(const Page *p, MsgId kitchen) {
    return say(p, p->show->speech->vocabulary == VOCABULARY_KITCHEN ? kitchen : kitchen + 1);
}

/* --- what is asked of the model ---------------------------------------------------------------- */

static void forget_pages(LoopPanel *panel, const Model *m, Cursor at) {
    if (panel->model == m && panel->at == at && panel->end == model_end(m)) return;
    panel->rail.count = panel->timers.count = 0;
    panel->model = m;
    panel->at = at;
    panel->end = model_end(m);
}

/* Where the page with a row begins: some rows before it, as one scrolls both ways. */
static uint32_t page_for(uint32_t row) {
    return row > LOOP_PAGE / 4 ? row - LOOP_PAGE / 4 : 0;
}

static bool rail_at(const Page *p, uint32_t row, RailEntry *out) {
    LoopRail *rail = &p->panel->rail;
    if (row < rail->first || row >= rail->first + rail->count) {
        rail->first = page_for(row);
        rail->count = moment_rail(p->m, p->show->at, rail->first, LOOP_PAGE, rail->rows);
        if (row >= rail->first + rail->count) return false;
    }
    *out = rail->rows[row - rail->first];
    return true;
}

static bool timer_at(const Page *p, uint32_t row, TimerMoment *out) {
    LoopTimers *timers = &p->panel->timers;
    if (row < timers->first || row >= timers->first + timers->count) {
        timers->first = page_for(row);
        timers->count = moment_timers(p->m, p->show->at, timers->first, LOOP_PAGE, timers->rows);
        if (row >= timers->first + timers->count) return false;
    }
    *out = timers->rows[row - timers->first];
    return true;
}

/* --- pieces ------------------------------------------------------------------------------------- */

static void put_ground(const Page *p, TaskId task, Rect r) {
    if (task && task == p->show->selected) draw_rect(p->d, r, p->t->colors[TOKEN_ACCENT_PALE]);
}

static void put_task(const Page *p, TaskId task, LookId look, float left, Rect *r) {
    drawer_task(p->ui, p->t, p->show->speech, p->show->cast, task, look, left, r);
}

/* What is not a task is square, as all things. */
static void put_square(const Page *p, const char *glyph, Point middle, float size) {
    Rect r = draw_snap(p->d, rect_around(middle, size / 2));
    draw_frame(p->d, r, 5 * p->k, paint_plain(p->t->colors[TOKEN_SUNKEN]), 1.6f, p->t->colors[TOKEN_LINE2]);
    draw_sprite(p->d, glyph, rect_inset(r, size * 0.2f, size * 0.2f), p->t->colors[TOKEN_INK]);
}

/* The same room as a task's dish takes, then the name of the function. */
static void put_callback(const Page *p, StringId name, Rect *r) {
    Rect at = cut_left(r, 34 * p->k);
    put_square(p, "ui-loop", rect_middle(at), 24 * p->k);
    cut_left(r, 7 * p->k);
    drawer_word(p->ui, drawer_text(p->t), trace_text(p->trace, name, NULL), r->w, r);
}

/* --- this round ------------------------------------------------------------------------------- */

static const Handle *handle_at(const Page *p, uint32_t i) {
    const RoundHandles *r = &p->panel->round;
    return i < r->handles.len ? &r->handles.items[i] : NULL;
}

static uint32_t all_handles(const Page *p) {
    const RoundHandles *r = &p->panel->round;
    return r->planned > r->handles.len ? r->planned : r->handles.len;
}

static bool runs_now(const Page *p, const Handle *h) {
    return h && h->kind != HANDLE_WAKE && h->begun <= p->show->at && h->ended > p->show->at;
}

static bool is_done(const Page *p, const Handle *h) {
    return h && h->begun <= p->show->at && !runs_now(p, h);
}

static LookId look_of(const Page *p, const Handle *h) {
    if (runs_now(p, h)) return LOOK_RUNNING;
    return is_done(p, h) ? LOOK_DONE : LOOK_READY;
}

/* Those that leave no trace are asyncio's own: they have no task and no name. */
static void put_picture(const Page *p, const Handle *h, Point at) {
    bool dish = h && h->kind == HANDLE_TURN && !trace_task_at(p->trace, h->task)->library;
    float r = 19 * p->k;
    if (dish) {
        Role role = cast_role(p->show->cast, h->task);
        Dish d = {
            .at = at, .radius = r, .hue = role.hue, .sprite = role.sprite, .left = -1, .no_badge = true};
        d.look = look_of(p, h);
        dish_draw(p->d, p->t, &d);
    } else {
        put_square(p, h && h->kind == HANDLE_WAKE ? "state-sleep" : "ui-loop", at, 1.6f * r);
    }
    if (is_done(p, h)) {
        Point corner = {at.x + 0.74f * r, at.y + 0.72f * r};
        dish_badge(p->d, p->t, corner, 9 * p->k, LOOK_DONE);
    }
}

static void name_handle(const Page *p, const Handle *h, Buf *out) {
    if (!h) buf_adds(out, say(p, MSG_LOOP_OWN));
    else if (h->kind == HANDLE_CALLBACK)
        buf_adds(out, trace_text(p->trace, trace_at(p->trace, trace_at(p->trace, h->begun)->a)->b, NULL));
    else called_task(p->show->speech, h->task, out);
}

static void tell_handle(Page *p, const Handle *h, UiId id, Rect r) {
    Sentence s = {0};
    if (h) why_event(p->show->speech, h->begun, &s);
    else buf_adds(&s.text, say(p, MSG_LOOP_OWN_TIP));
    ui_tip(p->ui, id, r, buf_cstr(&s.text));
    sentence_deinit(&s);
}

static void put_token(Page *p, uint32_t i, Rect r) {
    const Handle *h = handle_at(p, i);
    UiId id = ui_child(ui_id("loop.handle"), i);
    UiTouch touch = ui_touch(p->ui, id, r, h ? UI_STOP : UI_NO_STOP);
    bool now = runs_now(p, h), later = h && h->begun > p->show->at;
    if (h && touch.hover) p->ui->cursor = UI_CURSOR_HAND;
    if (h && touch.clicked) p->click.cursor = h->begun;
    Rect ground = rect_inset(r, 3, 2);
    if (now) draw_round(p->d, ground, 10, p->t->colors[TOKEN_LIT]);
    else draw_round(p->d, ground, 10, color_fade(p->t->colors[TOKEN_INK], 0.05f * touch.warm));
    ui_focus_ring(p->ui, id, rect_inset(ground, 5, 5), 5);
    put_picture(p, h, (Point){r.x + r.w / 2, r.y + 34 * p->k});
    Buf name = {0};
    name_handle(p, h, &name);
    TextStyle style = drawer_text(p->t);
    style.color = p->t->colors[later || now ? TOKEN_INK : TOKEN_INK2];
    if (!now) style.face = FACE_TEXT;
    Rect word = {r.x + 4, r.y + r.h - 32 * p->k, r.w - 8, 28 * p->k};
    drawer_name(p->ui, style, buf_cstr(&name), TEXT_MIDDLE, word);
    buf_deinit(&name);
    tell_handle(p, h, id, ground);
}

static void put_more(const Page *p, uint32_t n, Rect r) {
    char text[24];
    Buf count = {0};
    format_count(&count, n);
    snprintf(text, sizeof text, "+%s", buf_cstr(&count));
    text_line(p->d, drawer_small(p->t), r, TEXT_MIDDLE, text);
    buf_deinit(&count);
}

/* As many as fit, with the one that runs in sight; at the ends the number of the others. */
static void draw_strip(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    Page *p = ctx;
    (void)ui, (void)index, (void)chosen;
    uint32_t all = all_handles(p), begun = round_begun(&p->panel->round, p->show->at);
    Rect in = rect_inset(r, EDGE - 8, 0);
    float width = TOKEN_WIDTH * p->k, more = 64 * p->k;
    uint32_t fit = (uint32_t)gfx_max(1, in.w / width), first = 0;
    if (fit < all) {
        fit = (uint32_t)gfx_max(1, (in.w - 2 * more) / width);
        uint32_t before = fit / 2;
        first = begun > before ? begun - 1 - before : 0;
        if (begun == 0 || begun <= before) first = 0;
        if (first + fit > all) first = all - fit;
        Rect left = cut_left(&in, more), right = cut_right(&in, more);
        if (first > 0) put_more(p, first, left);
        if (first + fit < all) put_more(p, all - first - fit, right);
    }
    for (uint32_t i = first; i < first + fit && i < all; i++) put_token(p, i, cut_left(&in, width));
}

/* --- the rail --------------------------------------------------------------------------------- */

static void put_why(const Page *p, EventIndex ready, Rect r) {
    Sentence clause = {0};
    why_cause(p->show->speech, ready, &clause);
    drawer_word(p->ui, drawer_small(p->t), buf_cstr(&clause.text), r.w, &r);
    sentence_deinit(&clause);
}

enum { NAMES_MEASURED = 24 }; /* rows: more are seldom in sight */

/* As the names in sight need it, and not too much of the row. */
static float names_width(float widest, Rect r) {
    return gfx_min(widest, r.w * 0.45f);
}

static float widest_on_rail(const Page *p) {
    const LoopRail *rail = &p->panel->rail;
    float w = 120 * p->k;
    for (uint32_t i = 0; i < rail->count && i < NAMES_MEASURED; i++)
        if (rail->rows[i].task)
            w = gfx_max(w, drawer_task_width(p->ui, p->t, p->show->speech, rail->rows[i].task));
    return w;
}

/* The flag of who is next, or the place on the rail, and room behind it. */
static void put_place(const Page *p, uint32_t index, Rect *r) {
    const char *next = say(p, MSG_PANEL_NEXT_ONE);
    char number[12];
    float flag = drawer_flag_width(p->ui, p->t, next);
    bool fits = flag < r->w * 0.3f;
    Rect place = cut_left(r, fits ? flag : 44 * p->k);
    snprintf(number, sizeof number, "%u", index + 1);
    if (index == 0 && fits) drawer_flag(p->ui, p->t, next, &place);
    else text_line(p->d, drawer_small(p->t), place, TEXT_MIDDLE, number);
    cut_left(r, 16 * p->k);
}

static void draw_ready(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    Page *p = ctx;
    RailEntry entry;
    (void)ui, (void)chosen;
    if (!rail_at(p, index, &entry)) return;
    put_ground(p, entry.task, r);
    Rect in = rect_inset(r, EDGE, 0);
    put_place(p, index, &in);
    Rect name = cut_left(&in, names_width(widest_on_rail(p), in));
    if (entry.task) put_task(p, entry.task, LOOK_READY, -1, &name);
    else put_callback(p, trace_at(p->trace, entry.since)->b, &name);
    cut_left(&in, GAP * p->k);
    put_why(p, entry.since, in);
}

/* --- timers ------------------------------------------------------------------------------------- */

static const MsgId uses[TIMER_USES] = {
    [TIMER_UNKNOWN] = MSG_LOOP_TIMER_UNKNOWN,   [TIMER_SLEEP] = MSG_LOOP_TIMER_SLEEP,
    [TIMER_CALLBACK] = MSG_LOOP_TIMER_CALLBACK, [TIMER_TIMEOUT] = MSG_LOOP_TIMER_TIMEOUT,
    [TIMER_REQUEST] = MSG_LOOP_TIMER_REQUEST,   [TIMER_JOB] = MSG_LOOP_TIMER_JOB};

/* What it is set for: the author's words for it, or what the program calls it. */
static void tell_use(const Page *p, const TimerMoment *timer, Buf *out) {
    const char *label = timer->use == TIMER_SLEEP ? called_text(p->show->speech, DIRECTIVE_LABEL,
                                                                timer->purpose ? timer->purpose : timer->set)
                                                  : "";
    if (*label) buf_adds(out, label);
    else if (timer->object) called_object(p->show->speech, timer->object, out);
    else buf_adds(out, say(p, uses[timer->use]));
}

static float part_left(const Page *p, const TimerMoment *timer) {
    uint64_t set = trace_at(p->trace, timer->set)->time;
    if (timer->due <= p->now || timer->due <= set) return 0;
    return (float)((double)(timer->due - p->now) / (double)(timer->due - set));
}

/* Who waits for it: of another cook's timer whoever sent him the work. */
static TaskId for_whom(const Page *p, const TimerMoment *timer) {
    if (timer->task || !timer->object) return timer->task;
    return moment_object(p->m, p->show->at, timer->object).owner;
}

static float widest_of_timers(const Page *p) {
    const LoopTimers *timers = &p->panel->timers;
    float w = 120 * p->k;
    for (uint32_t i = 0; i < timers->count && i < NAMES_MEASURED; i++) {
        TaskId task = for_whom(p, &timers->rows[i]);
        if (task) w = gfx_max(w, drawer_task_width(p->ui, p->t, p->show->speech, task));
    }
    return w;
}

static void put_timer(const Page *p, const TimerMoment *timer, Rect in) {
    Buf left = {0}, use = {0};
    format_left(&left, p->lang, timer->due > p->now ? timer->due - p->now : 0);
    Rect time = cut_right(&in, 92 * p->k);
    drawer_word_right(p->ui, drawer_text(p->t), buf_cstr(&left), time.w, &time);
    cut_right(&in, GAP * p->k);
    if (in.w > 420 * p->k) {
        Rect clock = cut_right(&in, 110 * p->k);
        drawer_clock(p->ui, p->t, p->lang, timer->due, &clock);
        cut_right(&in, GAP * p->k);
    }
    Rect name = cut_left(&in, names_width(widest_of_timers(p), in));
    TaskId task = for_whom(p, timer);
    if (task) put_task(p, task, LOOK_ASLEEP, part_left(p, timer), &name);
    else if (timer->use == TIMER_CALLBACK && timer->purpose)
        put_callback(p, trace_at(p->trace, timer->purpose)->b, &name);
    else put_square(p, "state-sleep", (Point){name.x + 17 * p->k, name.y + name.h / 2}, 24 * p->k);
    cut_left(&in, GAP * p->k);
    tell_use(p, timer, &use);
    drawer_word(p->ui, drawer_small(p->t), buf_cstr(&use), in.w, &in);
    buf_deinit(&left);
    buf_deinit(&use);
}

static void draw_timer(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    Page *p = ctx;
    TimerMoment timer;
    (void)ui, (void)chosen;
    if (!timer_at(p, index, &timer)) return;
    put_ground(p, for_whom(p, &timer), r);
    put_timer(p, &timer, rect_inset(r, EDGE, 0));
}

/* --- other cooks ---------------------------------------------------------------------------------- */

static void draw_job(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    Page *p = ctx;
    ObjectId id;
    Buf name = {0}, left = {0};
    (void)ui, (void)chosen;
    if (!moment_jobs(p->m, p->show->at, index, 1, &id)) return;
    ObjectMoment job = moment_object(p->m, p->show->at, id);
    put_ground(p, job.owner, r);
    Rect in = rect_inset(r, EDGE, 0), picture = cut_left(&in, 34 * p->k);
    draw_sprite(p->d, "cook2", rect_centred(picture, 34 * p->k, 34 * p->k), 0xFFFFFFFF);
    cut_left(&in, 7 * p->k);
    if (job.due) format_left(&left, p->lang, job.due > p->now ? job.due - p->now : 0);
    else buf_adds(&left, say(p, MSG_LOOP_JOB_WORKS));
    drawer_word_right(p->ui, drawer_text(p->t), buf_cstr(&left), in.w * 0.4f, &in);
    cut_right(&in, GAP * p->k);
    called_object(p->show->speech, id, &name);
    Rect what = cut_left(&in, gfx_min(in.w, in.w * 0.55f));
    drawer_word(p->ui, drawer_text(p->t), buf_cstr(&name), what.w, &what);
    cut_left(&in, GAP * p->k);
    if (job.owner) put_task(p, job.owner, LOOK_TASK, -1, &in);
    buf_deinit(&name);
    buf_deinit(&left);
}

/* --- the whole --------------------------------------------------------------------------------------- */

static void count_into(Page *p, Part part, uint64_t n) {
    if (n) format_count(&p->texts[part], n);
}

static void say_round(Page *p) {
    uint32_t all = all_handles(p), begun = round_begun(&p->panel->round, p->show->at);
    const RoundHandles *r = &p->panel->round;
    bool last = begun == r->handles.len && !runs_now(p, handle_at(p, begun - 1));
    Buf done = {0}, of = {0};
    format_count(&done, last && begun ? all : begun);
    format_count(&of, all);
    msg_format(&p->texts[PART_ROUND], p->lang, MSG_PANEL_OF,
               (const char *const[]){buf_cstr(&done), buf_cstr(&of)}, 2);
    buf_deinit(&done);
    buf_deinit(&of);
}

static Section section_of(Page *p, Part part) {
    Section s = {.row = ROW * p->k, .ctx = p};
    switch (part) {
    case PART_ROUND:
        s.title = p->round;
        s.count = all_handles(p) > 0;
        s.row = STRIP * p->k;
        s.plain = true;
        s.draw = draw_strip;
        break;
    case PART_RAIL:
        s.title = say_by_vocabulary(p, MSG_THING_RAIL);
        s.empty = say(p, MSG_LOOP_NOBODY_READY);
        s.count = p->counts.states[TASK_READY] + p->counts.callbacks;
        s.draw = draw_ready;
        break;
    case PART_TIMERS:
        s.title = say(p, MSG_LOOP_TIMERS);
        s.empty = say(p, MSG_LOOP_NO_TIMER);
        s.count = p->counts.timers;
        s.draw = draw_timer;
        break;
    default:
        s.title = say_by_vocabulary(p, MSG_LOOP_COOKS);
        s.count = p->counts.jobs;
        s.draw = draw_job;
    }
    s.said = buf_cstr(&p->texts[part]);
    return s;
}

/* A row that is clicked chooses its task; clicked again, it leads to where that began. */
static void take(Page *p, TaskId task, EventIndex since) {
    if (task && task != p->show->selected) p->click.task = task;
    else p->click.cursor = since;
}

static void take_row(Page *p, Part part, uint32_t row) {
    RailEntry entry;
    TimerMoment timer;
    ObjectId job;
    if (part == PART_RAIL && rail_at(p, row, &entry)) take(p, entry.task, entry.since);
    if (part == PART_TIMERS && timer_at(p, row, &timer)) take(p, for_whom(p, &timer), timer.set);
    if (part == PART_COOKS && moment_jobs(p->m, p->show->at, row, 1, &job))
        take(p, moment_object(p->m, p->show->at, job).owner, trace_object_at(p->trace, job)->made);
}

static void put_parts(Page *p, const char *name, SectionList *list, const Part *parts, uint32_t n, Rect r) {
    Section sections[PARTS];
    SectionRow taken;
    for (uint32_t i = 0; i < n; i++) sections[i] = section_of(p, parts[i]);
    if (section_list(p->ui, p->t, ui_id(name), list, sections, n, r, &taken))
        take_row(p, parts[taken.section], taken.row);
}

static void put_all(Page *p, Rect r) {
    static const Part all[] = {PART_ROUND, PART_RAIL, PART_TIMERS, PART_COOKS};
    static const Part left[] = {PART_ROUND, PART_RAIL}, right[] = {PART_TIMERS, PART_COOKS};
    if (r.w < TWO_COLUMNS * p->k) {
        put_parts(p, "loop", &p->panel->left, all, PARTS, r);
        return;
    }
    Rect half = cut_left(&r, r.w * 0.54f);
    draw_rect(p->d, draw_snap(p->d, (Rect){r.x, r.y, 1.5f, r.h}), p->t->colors[TOKEN_LINE]);
    cut_left(&r, 2);
    put_parts(p, "loop", &p->panel->left, left, 2, half);
    put_parts(p, "loop.timers", &p->panel->right, right, 2, r);
}

DrawerClick loop_panel(Ui *ui, const Theme *t, LoopPanel *panel, const LoopShow *show, Rect r) {
    Page p = {.ui = ui, .d = ui->draw, .t = t, .panel = panel, .show = show, .k = drawer_scale(t)};
    Buf round = {0};
    p.m = show->speech->model;
    p.trace = model_trace(p.m);
    p.lang = show->speech->lang;
    p.click = drawer_nothing();
    p.counts = moment_counts(p.m, show->at);
    p.now = model_time(p.m, show->at);
    round_find(&panel->round, p.m, show->at);
    forget_pages(panel, p.m, show->at);
    say_round(&p);
    count_into(&p, PART_RAIL, (uint64_t)p.counts.states[TASK_READY] + p.counts.callbacks);
    count_into(&p, PART_TIMERS, p.counts.timers);
    count_into(&p, PART_COOKS, p.counts.jobs);
    if (panel->round.round) {
        Buf number = {0};
        format_count(&number, panel->round.round);
        msg_format(&round, p.lang, MSG_LOOP_ROUND_NUMBER, (const char *const[]){buf_cstr(&number)}, 1);
        buf_deinit(&number);
        p.round = buf_cstr(&round);
    }
    put_all(&p, r);
    for (int i = 0; i < PARTS; i++) buf_deinit(&p.texts[i]);
    buf_deinit(&round);
    return p.click;
}

void loop_panel_deinit(LoopPanel *panel) {
    round_deinit(&panel->round);
    *panel = (LoopPanel){0};
}
