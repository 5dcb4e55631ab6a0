#include "view/numbers_panel.h"

#include "model/called.h"
#include "ui/layout.h"
#include "view/format.h"

#define ROW 42.0f
#define EDGE 18.0f

typedef struct Page {
    Ui *ui;
    DrawList *d;
    const Theme *t;
    NumbersPanel *panel;
    const NumbersShow *show;
    const Numbers *n;
    float k;
    DrawerClick click;
} Page;

static const char *say(const Page *p, MsgId id) {
    return msg_text(p->show->speech->lang, id);
}

static bool is_queue(ObjectKind kind) {
    return kind == OBJECT_QUEUE || kind == OBJECT_LIFO_QUEUE || kind == OBJECT_PRIORITY_QUEUE;
}

static bool has_line(ObjectKind kind) {
    return kind >= OBJECT_LOCK && kind <= OBJECT_BARRIER;
}

/* --- reckoning ------------------------------------------------------------------------------ */

static void list_rows(NumbersPanel *panel) {
    const Trace *t = model_trace(panel->model);
    panel->tasks.len = panel->lines.len = panel->queues.len = 0;
    for (TaskId i = 1; i <= panel->numbers->tasks; i++)
        if (!trace_task_at(t, i)->library) vec_push(&panel->tasks, i);
    for (ObjectId i = 1; i <= panel->numbers->objects; i++) {
        ObjectKind kind = trace_object_at(t, i)->kind;
        if (has_line(kind)) vec_push(&panel->lines, i);
        if (is_queue(kind)) vec_push(&panel->queues, i);
    }
}

/* All of it is walked each time, so it is done when the record has doubled, and at its end: no more than
 * twice the work of one walk, however it grew. */
static void reckon(NumbersPanel *panel, const Model *m) {
    Cursor end = model_end(m);
    if (panel->model != m) numbers_panel_forget(panel);
    bool grown = panel->until != end && (model_over(m) || end / 2 >= panel->until);
    if (panel->numbers && !grown) return;
    numbers_free(panel->numbers);
    panel->numbers = numbers_new(m, end);
    panel->model = m;
    panel->until = end;
    list_rows(panel);
}

static void put_duration(const Page *p, Nanoseconds ns, float width, Rect *r) {
    Buf text = {0};
    Rect at = cut_left(r, width);
    if (ns) words_add_duration(p->show->speech->lang, ns, &text);
    else buf_addc(&text, '-');
    text_line(p->d, drawer_small(p->t), at, TEXT_RIGHT, buf_cstr(&text));
    buf_deinit(&text);
}

static void draw_task(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    Page *p = ctx;
    TaskId task = p->panel->tasks.items[index];
    const TaskNumbers *n = &p->n->of_task[task];
    (void)chosen;
    if (task == p->show->selected) draw_rect(ui->draw, r, p->t->colors[TOKEN_ACCENT_PALE]);
    Rect in = rect_inset(r, EDGE, 0), name = cut_left(&in, 200 * p->k);
    drawer_task(ui, p->t, p->show->speech, p->show->cast, task, LOOK_RUNNING, -1, &name);
    put_duration(p, n->running, 100 * p->k, &in);
    put_duration(p, n->ready, 100 * p->k, &in);
    put_duration(p, n->waiting, 100 * p->k, &in);
}

DrawerClick numbers_panel(Ui *ui, const Theme *t, NumbersPanel *panel, const NumbersShow *show, Rect r) {
    Page p = {.ui = ui, .d = ui->draw, .t = t, .panel = panel, .show = show, .k = drawer_scale(t)};
    SectionRow taken;
    p.click = drawer_nothing();
    reckon(panel, show->speech->model);
    p.n = panel->numbers;
    Section section = {.title = say(&p, MSG_STATS_TASKS),
                       .count = panel->tasks.len,
                       .row = ROW * p.k,
                       .draw = draw_task,
                       .ctx = &p};
    if (section_list(ui, t, ui_id("numbers"), &panel->list, &section, 1, r, &taken))
        p.click.task = panel->tasks.items[taken.row];
    return p.click;
}

void numbers_panel_forget(NumbersPanel *panel) {
    numbers_free(panel->numbers);
    panel->numbers = NULL;
    panel->model = NULL;
    panel->list = (SectionList){0};
}

void numbers_panel_deinit(NumbersPanel *panel) {
    numbers_panel_forget(panel);
    vec_deinit(&panel->tasks);
    vec_deinit(&panel->lines);
    vec_deinit(&panel->queues);
}
