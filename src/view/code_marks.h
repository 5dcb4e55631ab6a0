/* Who stands at which line of the source at a cursor, and what it waits for: the marks of the code
 * panel, from the model. Many tasks at one line in one state are one mark with their number. */
#ifndef TOQUE_VIEW_CODE_MARKS_H
#define TOQUE_VIEW_CODE_MARKS_H

#include "model/moment.h"
#include "view/code_panel.h"

/* Tasks that are looked at: about half a microsecond each, so that a frame stays short. The rest is
 * counted in `beyond`, which the panel's foot says. */
enum { CODE_TASKS_MOST = 4000 };

/* Which picture and hue a task has: the same as in all other views. */
typedef struct CodeCast {
    void (*role)(const void *ctx, TaskId task, HueId *hue, const char **sprite);
    const void *ctx;
} CodeCast;

/* Zeroed memory is an empty one. */
typedef struct CodeMarks {
    VEC(CodeMark) marks; /* by line; of a line, the running one first */
    VEC(CodeLabel) labels;
    Buf names;             /* of the marks */
    uint32_t running_line; /* 0: none is known */
    uint32_t beyond;       /* tasks that were not looked at */
} CodeMarks;

/* `now`: the virtual time, where that is later than the cursor's; or 0. */
void code_marks_find(CodeMarks *c, const Model *m, Cursor at, uint64_t now, Lang lang, CodeCast cast);
/* The author's labels of lines; they are the same at every cursor. */
void code_labels_find(CodeMarks *c, const Trace *t, Lang lang);
void code_marks_deinit(CodeMarks *c);

/* What a task waits for, in a word or two: "1.8 s", "knife", "2nd". Nothing if it runs or is over. */
void code_chip(const Model *m, Cursor at, Lang lang, TaskId id, const TaskMoment *task, Buf *out);
/* How a task in that state looks. */
LookId code_look(const TaskMoment *task);

#endif
