#include "view/tasks_panel.h"

#include "model/called.h"
#include "model/why.h"
#include "ui/layout.h"
#include "view/code_marks.h"
#include "view/format.h"

#include <stdio.h>
#include <string.h>

#define ROW 40.0f
#define INDENT 26.0f
#define EDGE 18.0f
#define CARET 26.0f

typedef struct Page {
    Ui *ui;
    DrawList *d;
    const Theme *t;
    TasksPanel *panel;
    const TasksShow *show;
    const Model *m;
    float k;
    DrawerClick click;
} Page;

static const char *say(const Page *p, MsgId id) {
    return msg_text(p->show->speech->lang, id);
}

/* --- rows of the tree ------------------------------------------------------------------------ */

static void put_caret(Page *p, const TreeRow *row, Rect r) {
    Point m = rect_middle(r);
    float s = 5 * p->k;
    if (!row->below) return;
    Point down[] = {{m.x - s, m.y - 0.5f * s}, {m.x, m.y + 0.6f * s}, {m.x + s, m.y - 0.5f * s}};
    Point right[] = {{m.x - 0.5f * s, m.y - s}, {m.x + 0.6f * s, m.y}, {m.x - 0.5f * s, m.y + s}};
    LineStyle style = {.width = 2.2f * p->k, .color = p->t->colors[TOKEN_INK2], .round_ends = true};
    draw_polyline(p->d, row->open ? down : right, 3, style);
}

static void put_chip(Page *p, TaskId id, const TaskMoment *task, Rect *r) {
    Buf text = {0};
    code_chip(p->m, p->show->at, p->show->speech->lang, id, task, &text);
    drawer_chip(p->ui, p->t, code_look(task), cast_role(p->show->cast, id).hue, buf_cstr(&text), r);
    buf_deinit(&text);
}

static uint32_t line_of(const Page *p, PlaceId place) {
    const Trace *t = model_trace(p->m);
    return place ? trace_spot_at(t, trace_place_at(t, place)->spot)->line : 0;
}

static void put_task(Page *p, const TreeRow *row, Rect r) {
    TaskMoment task = moment_task(p->m, p->show->at, row->task);
    if (row->again) draw_push_opacity(p->d, 0.55f);
    put_chip(p, row->task, &task, &r);
    cut_right(&r, 10 * p->k);
    drawer_task(p->ui, p->t, p->show->speech, p->show->cast, row->task, code_look(&task), -1, &r);
    if (row->again) draw_pop(p->d);
}

static void put_group(Page *p, const TreeRow *row, Rect r) {
    Buf name = {0}, count = {0};
    called_object(p->show->speech, row->object, &name);
    format_count(&count, row->below);
    if (row->below) drawer_word_right(p->ui, drawer_small(p->t), buf_cstr(&count), r.w, &r);
    cut_right(&r, 10 * p->k);
    drawer_word(p->ui, drawer_small(p->t), buf_cstr(&name), r.w, &r);
    buf_deinit(&name);
    buf_deinit(&count);
}

static void put_made(Page *p, const TreeRow *row, Rect r) {
    Buf count = {0};
    format_count(&count, row->below);
    drawer_word_right(p->ui, drawer_small(p->t), buf_cstr(&count), r.w, &r);
    cut_right(&r, 10 * p->k);
    drawer_word(p->ui, drawer_small(p->t), say(p, MSG_TASKS_MADE), r.w, &r);
    buf_deinit(&count);
}

static void draw_row(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    Page *p = ctx;
    TreeRow row = task_tree_row(&p->panel->tree, index);
    (void)chosen;
    if (row.kind == TREE_TASK && row.task == p->show->selected)
        draw_rect(ui->draw, r, p->t->colors[TOKEN_ACCENT_PALE]);
    Rect in = rect_inset(r, EDGE, 0);
    float most = in.w * 0.4f; /* deep rows are not pushed out of sight */
    cut_left(&in, gfx_min((float)row.depth * INDENT * p->k, most));
    put_caret(p, &row, cut_left(&in, CARET * p->k));
    if (row.kind == TREE_TASK) put_task(p, &row, in);
    else if (row.kind == TREE_GROUP) put_group(p, &row, in);
    else put_made(p, &row, in);
}

static void take_row(Page *p, uint32_t number) {
    TreeRow row = task_tree_row(&p->panel->tree, number);
    if (row.kind == TREE_TASK && row.task != p->show->selected) p->click.task = row.task;
    else task_tree_fold(&p->panel->tree, number);
}

static void put_tree(Page *p, Rect r) {
    Section section = {.empty = say(p, MSG_TASKS_NONE),
                       .count = p->panel->tree.count,
                       .row = ROW * p->k,
                       .draw = draw_row,
                       .ctx = p};
    SectionRow taken;
    if (section_list(p->ui, p->t, ui_id("tasks"), &p->panel->list, &section, 1, r, &taken))
        take_row(p, taken.row);
}

DrawerClick tasks_panel(Ui *ui, const Theme *t, TasksPanel *panel, const TasksShow *show, Rect r) {
    Page p = {.ui = ui, .d = ui->draw, .t = t, .panel = panel, .show = show, .k = drawer_scale(t)};
    p.m = show->speech->model;
    p.click = drawer_nothing();
    task_tree_find(&panel->tree, p.m, show->at);
    put_tree(&p, r);
    (void)line_of;
    return p.click;
}

void tasks_panel_forget(TasksPanel *panel) {
    task_tree_forget(&panel->tree);
    panel->told.len = 0;
    panel->told_of = 0;
    panel->list = (SectionList){0};
}

void tasks_panel_deinit(TasksPanel *panel) {
    task_tree_deinit(&panel->tree);
    buf_deinit(&panel->text);
    vec_deinit(&panel->told);
    *panel = (TasksPanel){0};
}
