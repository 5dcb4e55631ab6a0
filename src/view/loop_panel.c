#include "view/loop_panel.h"

#include "model/called.h"
#include "model/why.h"
#include "ui/layout.h"
#include "view/code_marks.h"
#include "view/format.h"

#define ROW 42.0f
#define EDGE 18.0f

typedef struct Page {
    Ui *ui;
    DrawList *d;
    const Theme *t;
    LoopPanel *panel;
    const LoopShow *show;
    const Model *m;
    MomentCounts counts;
    uint64_t now;
    float k;
    DrawerClick click;
} Page;

static const char *say(const Page *p, MsgId id) {
    return msg_text(p->show->speech->lang, id);
}

static bool in_kitchen(const Page *p) {
    return p->show->speech->vocabulary == VOCABULARY_KITCHEN;
}

static void put_selected(const Page *p, TaskId task, Rect r) {
    if (task && task == p->show->selected) draw_rect(p->d, r, p->t->colors[TOKEN_ACCENT_PALE]);
}

/* --- the rail ------------------------------------------------------------------------------- */

static void put_callback(const Page *p, EventIndex since, Rect *r) {
    const TraceEvent *e = trace_at(model_trace(p->m), since);
    cut_left(r, 41 * p->k);
    drawer_word(p->ui, drawer_text(p->t), trace_text(model_trace(p->m), e->b, NULL), r->w, r);
}

static void put_why(const Page *p, EventIndex ready, Rect r) {
    Sentence clause = {0};
    why_cause(p->show->speech, ready, &clause);
    drawer_word(p->ui, drawer_small(p->t), buf_cstr(&clause.text), r.w, &r);
    sentence_deinit(&clause);
}

static void draw_ready(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    Page *p = ctx;
    RailEntry entry;
    (void)chosen, (void)ui;
    if (!moment_rail(p->m, p->show->at, index, 1, &entry)) return;
    put_selected(p, entry.task, r);
    Rect in = rect_inset(r, EDGE, 0);
    if (entry.task) drawer_task(p->ui, p->t, p->show->speech, p->show->cast, entry.task, LOOK_READY, -1, &in);
    else put_callback(p, entry.since, &in);
    cut_left(&in, 12 * p->k);
    put_why(p, entry.since, in);
}

/* --- timers ---------------------------------------------------------------------------------- */

static void draw_timer(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    Page *p = ctx;
    TimerMoment timer;
    Buf left = {0};
    (void)chosen, (void)ui;
    if (!moment_timers(p->m, p->show->at, index, 1, &timer)) return;
    put_selected(p, timer.task, r);
    Rect in = rect_inset(r, EDGE, 0);
    format_left(&left, p->show->speech->lang, timer.due > p->now ? timer.due - p->now : 0);
    drawer_word_right(p->ui, drawer_text(p->t), buf_cstr(&left), in.w, &in);
    buf_deinit(&left);
    cut_right(&in, 12 * p->k);
    if (timer.task)
        drawer_task(p->ui, p->t, p->show->speech, p->show->cast, timer.task, LOOK_ASLEEP, -1, &in);
}

static void add(Section *sections, uint32_t *n, Section section) {
    sections[(*n)++] = section;
}

DrawerClick loop_panel(Ui *ui, const Theme *t, LoopPanel *panel, const LoopShow *show, Rect r) {
    Page p = {.ui = ui, .d = ui->draw, .t = t, .panel = panel, .show = show, .k = drawer_scale(t)};
    Section sections[SECTIONS_MOST];
    uint32_t n = 0;
    SectionRow taken;
    p.m = show->speech->model;
    p.click = drawer_nothing();
    p.counts = moment_counts(p.m, show->at);
    p.now = model_time(p.m, show->at);
    round_find(&panel->round, p.m, show->at);
    add(sections, &n,
        (Section){.title = say(&p, in_kitchen(&p) ? MSG_THING_RAIL : MSG_THING_RAIL_ASYNCIO),
                  .empty = say(&p, MSG_LOOP_NOBODY_READY),
                  .count = p.counts.states[TASK_READY] + p.counts.callbacks,
                  .row = ROW * p.k,
                  .draw = draw_ready,
                  .ctx = &p});
    add(sections, &n,
        (Section){.title = say(&p, MSG_LOOP_TIMERS),
                  .empty = say(&p, MSG_LOOP_NO_TIMER),
                  .count = p.counts.timers,
                  .row = ROW * p.k,
                  .draw = draw_timer,
                  .ctx = &p});
    if (section_list(ui, t, ui_id("loop"), &panel->left, sections, n, r, &taken)) {
        RailEntry entry;
        TimerMoment timer;
        if (taken.section == 0 && moment_rail(p.m, show->at, taken.row, 1, &entry)) p.click.task = entry.task;
        if (taken.section == 1 && moment_timers(p.m, show->at, taken.row, 1, &timer))
            p.click.task = timer.task;
    }
    return p.click;
}

void loop_panel_deinit(LoopPanel *panel) {
    round_deinit(&panel->round);
    *panel = (LoopPanel){0};
}
