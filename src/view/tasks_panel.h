/* The tasks drawer: who awaits whom as a tree (who made whom, where nobody awaits), and of the
 * selected task what it does and why, the chain of its awaits down the source, its open timeouts,
 * and its variables at this moment. Of many tasks only what is unfolded is looked at. */
#ifndef TOQUE_VIEW_TASKS_PANEL_H
#define TOQUE_VIEW_TASKS_PANEL_H

#include "base/source.h"
#include "model/locals.h"
#include "view/drawer.h"
#include "view/task_tree.h"

typedef struct TasksShow {
    const Speech *speech; /* with the model */
    const Cast *cast;
    Cursor at;
    TaskId selected;            /* 0: none; where there is room, the one at the board is told about */
    const Source *source;       /* for the text of lines; NULL: only their numbers */
    const LocalsSource *locals; /* NULL: no variables are told */
} TasksShow;

/* What the source of variables told, as lines: the name of a function, or a variable and its value. */
typedef struct ToldLine {
    uint32_t name, value; /* places in text; value 0: it is a function */
    uint32_t line;        /* of a function */
} ToldLine;

/* Its own state; zeroed memory is a good start. */
typedef struct TasksPanel {
    SectionList list, detail;
    TaskTree tree;
    TaskId followed; /* the selected task that was brought into sight */
    /* What was told, and of what: it is asked for again when one of these is another. */
    Buf text;
    VEC(ToldLine) told;
    Cursor told_at;
    TaskId told_of; /* 0: nothing was */
} TasksPanel;

/* task: to be selected; line: of its chain of awaits. */
DrawerClick tasks_panel(Ui *ui, const Theme *t, TasksPanel *panel, const TasksShow *show, Rect r);
/* Another run is shown: nothing that is known of the last one holds. */
void tasks_panel_forget(TasksPanel *panel);
void tasks_panel_deinit(TasksPanel *panel);

#endif
