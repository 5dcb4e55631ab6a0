#include "view/code_marks.h"

#include "model/names.h"
#include "trace/notes.h"
#include "view/format.h"
#include "view/task_look.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SLICE = 256, TOGETHER = 2 }; /* more than TOGETHER of a kind at one line are counted */

LookId code_look(const TaskMoment *task) {
    return task_look(task->state, task->wait.kind);
}

/* What is being found, and for whom. */
typedef struct Finder {
    CodeMarks *out;
    const Model *model;
    Cursor at;
    uint64_t now;
    Lang lang;
    CodeCast cast;
    uint32_t line_of_turn; /* where the task at the board is */
    VEC(RailEntry) rail;
} Finder;

static uint32_t line_of_place(const Model *m, PlaceId place) {
    const Trace *t = model_trace(m);
    return place ? trace_spot_at(t, trace_place_at(t, place)->spot)->line : 0;
}

static void ordinal(Buf *out, Lang lang, uint32_t n) {
    uint32_t last = n % 10, tens = n % 100 / 10;
    MsgId form = tens == 1 || last == 0 || last > 3 ? MSG_PANEL_NTH : MSG_PANEL_NTH + last;
    char text[16];
    snprintf(text, sizeof text, "%u", n);
    msg_format(out, lang, form, (const char *const[]){text}, 1);
}

static void say_rail(const Finder *f, TaskId task, Buf *out) {
    for (uint32_t i = 0; i < f->rail.len; i++) {
        if (f->rail.items[i].task != task) continue;
        if (i == 0) buf_adds(out, msg_text(f->lang, MSG_PANEL_NEXT_ONE));
        else ordinal(out, f->lang, i + 1);
        return;
    }
}

static void say_group(const Finder *f, ObjectId group, Buf *out) {
    Buf over = {0}, all = {0};
    format_count(&over, moment_children_over(f->model, f->at, group));
    format_count(&all, moment_object(f->model, f->at, group).inside);
    msg_format(out, f->lang, MSG_PANEL_OF, (const char *const[]){buf_cstr(&over), buf_cstr(&all)}, 2);
    buf_deinit(&over);
    buf_deinit(&all);
}

static void say_wait(const Finder *f, const Wait *wait, Buf *out) {
    if (wait->until) format_left(out, f->lang, wait->until > f->now ? wait->until - f->now : 0);
    else if (wait->kind == WAIT_GROUP && wait->object) say_group(f, wait->object, out);
    else if (wait->object) name_add_object(f->model, wait->object, out);
    else if (wait->task) name_add_task(f->model, wait->task, out);
}

/* Cut between two characters, where it is too long for a chip. */
static void keep_chip(CodeMark *mark, const Buf *text) {
    size_t n = text->len < CHIP_MAX ? text->len : CHIP_MAX - 1;
    while (n < text->len && n > 0 && ((unsigned char)text->data[n] & 0xC0) == 0x80) n--;
    if (n) memcpy(mark->chip, text->data, n);
    mark->chip[n] = '\0';
}

static void say_why(const Finder *f, const TaskMoment *task, CodeMark *mark) {
    Buf text = {0};
    if (task->state == TASK_READY) say_rail(f, mark->task, &text);
    else if (task->state == TASK_WAITING) say_wait(f, &task->wait, &text);
    keep_chip(mark, &text);
    buf_deinit(&text);
}

static void add_task(Finder *f, TaskId id) {
    TaskMoment task = moment_task(f->model, f->at, id);
    CodeMark mark = {.task = id, .count = 1, .look = code_look(&task), .running = task.state == TASK_RUNNING};
    mark.line = mark.running ? f->line_of_turn : line_of_place(f->model, task.place);
    if (mark.line == 0) return;
    vec_push(&f->out->marks, mark);
}

static int by_line(const void *a, const void *b) {
    const CodeMark *x = a, *y = b;
    if (x->line != y->line) return x->line < y->line ? -1 : 1;
    if (x->running != y->running) return x->running ? -1 : 1;
    if (x->look != y->look) return x->look < y->look ? -1 : 1;
    return (x->task > y->task) - (x->task < y->task);
}

/* Runs of more than TOGETHER marks of one line and look become one. */
static void join_crowds(CodeMarks *c) {
    uint32_t kept = 0, n;
    for (uint32_t i = 0; i < c->marks.len; i += n) {
        const CodeMark *first = &c->marks.items[i];
        for (n = 1; i + n < c->marks.len; n++)
            if (first[n].line != first->line || first[n].look != first->look) break;
        uint32_t marks = n > TOGETHER ? 1 : n;
        for (uint32_t j = 0; j < marks; j++) {
            c->marks.items[kept] = c->marks.items[i + j];
            c->marks.items[kept++].count = n > TOGETHER ? n : 1;
        }
    }
    c->marks.len = kept;
}

/* Names are in one buffer, which moves while it grows: their places first, pointers at the end. */
static void name_marks(Finder *f) {
    CodeMarks *c = f->out;
    VEC(size_t) starts = {0};
    buf_clear(&c->names);
    for (uint32_t i = 0; i < c->marks.len; i++) {
        vec_push(&starts, c->names.len);
        name_add_task(f->model, c->marks.items[i].task, &c->names);
        buf_addc(&c->names, '\0');
    }
    for (uint32_t i = 0; i < c->marks.len; i++) c->marks.items[i].name = c->names.data + starts.items[i];
    vec_deinit(&starts);
}

static void dress_marks(Finder *f) {
    for (uint32_t i = 0; i < f->out->marks.len; i++) {
        CodeMark *mark = &f->out->marks.items[i];
        f->cast.role(f->cast.ctx, mark->task, &mark->hue, &mark->sprite);
        TaskMoment task = moment_task(f->model, f->at, mark->task);
        if (mark->count == 1) {
            say_why(f, &task, mark);
            continue;
        }
        Buf count = {0};
        format_count(&count, mark->count);
        keep_chip(mark, &count);
        buf_deinit(&count);
    }
}

static void read_rail(Finder *f) {
    vec_reserve(&f->rail, SLICE);
    f->rail.len = moment_rail(f->model, f->at, 0, SLICE, f->rail.items);
}

void code_chip(const Model *m, Cursor at, Lang lang, TaskId id, const TaskMoment *task, Buf *out) {
    Finder f = {.model = m, .at = at, .now = model_time(m, at), .lang = lang};
    if (task->state == TASK_WAITING) say_wait(&f, &task->wait, out);
    if (task->state != TASK_READY) return;
    read_rail(&f);
    say_rail(&f, id, out);
    vec_deinit(&f.rail);
}

static uint32_t add_tasks(Finder *f) {
    TaskId ids[SLICE];
    uint32_t first = 0, n;
    while (first < CODE_TASKS_MOST && (n = moment_live(f->model, f->at, first, SLICE, ids)) > 0) {
        for (uint32_t i = 0; i < n; i++) add_task(f, ids[i]);
        first += n;
    }
    return first;
}

static uint32_t count_live(const Model *m, Cursor at) {
    MomentCounts counts = moment_counts(m, at);
    return counts.states[TASK_CREATED] + counts.states[TASK_READY] + counts.states[TASK_RUNNING] +
           counts.states[TASK_WAITING];
}

void code_marks_find(CodeMarks *c, const Model *m, Cursor at, uint64_t now, Lang lang, CodeCast cast) {
    ChefMoment chef = moment_chef(m, at);
    Finder f = {.out = c, .model = m, .at = at, .now = model_time(m, at), .lang = lang, .cast = cast};
    if (now > f.now) f.now = now;
    c->running_line = f.line_of_turn = line_of_place(m, chef.place);
    if (chef.state == CHEF_IDLE || chef.state == CHEF_OVER) c->running_line = 0;
    c->marks.len = 0;
    read_rail(&f);
    uint32_t seen = add_tasks(&f), live = count_live(m, at);
    c->beyond = live > seen ? live - seen : 0;
    if (c->marks.len) qsort(c->marks.items, c->marks.len, sizeof(CodeMark), by_line);
    join_crowds(c);
    name_marks(&f);
    dress_marks(&f);
    vec_deinit(&f.rail);
}

void code_labels_find(CodeMarks *c, const Trace *t, Lang lang) {
    c->labels.len = 0;
    for (NoteId id = trace_note_next(t, DIRECTIVE_LABEL, 0); id;
         id = trace_note_next(t, DIRECTIVE_LABEL, id)) {
        const Note *note = trace_note_at(t, id);
        const char *text = note_text(t, note, lang);
        /* Only one that stands behind its line's code hides the comment there. */
        if (*text && note->line == note->code_line) vec_push(&c->labels, ((CodeLabel){note->line, text}));
    }
}

void code_marks_deinit(CodeMarks *c) {
    vec_deinit(&c->marks);
    vec_deinit(&c->labels);
    buf_deinit(&c->names);
    *c = (CodeMarks){0};
}
