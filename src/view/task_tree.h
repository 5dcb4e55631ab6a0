/* Who awaits whom, as rows of a tree: under each task those that it awaits, by itself or through a
 * group, then those that it made and nobody awaits. Large families are folded until somebody unfolds
 * them, and then they are one run of rows that is not looked into: the work is that of small families,
 * however many tasks there are. */
#ifndef TOQUE_VIEW_TASK_TREE_H
#define TOQUE_VIEW_TASK_TREE_H

#include "base/vec.h"
#include "model/history.h"
#include "model/moment.h"

typedef enum TreeKind {
    TREE_TASK,
    TREE_GROUP,    /* gather, TaskGroup, …: its children are below */
    TREE_MADE,     /* those that a task made, if they are too many to look at each */
    TREE_CHILDREN, /* a run of rows: a large group's children */
    TREE_CHILD,    /* a run of rows: all those that a task made */
} TreeKind;

enum { FAMILY_MOST = 48 }; /* a larger one is folded at first */

/* One row, or a run of them. */
typedef struct TreeRow {
    TreeKind kind;
    uint32_t depth;
    TaskId task;     /* of TREE_MADE and TREE_CHILD: who made them */
    ObjectId object; /* of groups, and of futures in them */
    uint32_t below;  /* how many are right under it */
    bool open;       /* these are shown */
    bool again;      /* it stands elsewhere in the tree, with what is below it */
    uint32_t first;  /* the number of its first row in the tree */
    uint32_t count;  /* of rows: 1, but for runs */
} TreeRow;

/* A row that somebody folded or unfolded by hand. */
typedef struct TreeFold {
    TreeKind kind;
    uint32_t id;
    bool open;
} TreeFold;

/* A group, and how many of its children are known to be in it. */
typedef struct TreeSeen {
    ObjectId group;
    uint32_t children;
} TreeSeen;

/* Zeroed memory is an empty tree. */
typedef struct TaskTree {
    VEC(TreeRow) rows;
    uint32_t count; /* of rows, those of runs too */
    VEC(TreeFold) folds;
    VEC(History) made;   /* by task: the tasks that it made */
    VEC(uint8_t) placed; /* by task: it is in the rows; in a group */
    VEC(TreeSeen) seen;  /* groups whose children were looked at */
    const Model *model;  /* not owned */
    Cursor at, end;      /* as of when the rows are */
    bool stale;          /* somebody has folded something since */
} TaskTree;

/* The rows at a cursor. Nothing is done if they are there already. */
void task_tree_find(TaskTree *tree, const Model *m, Cursor at);
/* The row of that number; of a run, as if it stood alone. */
TreeRow task_tree_row(const TaskTree *tree, uint32_t number);
/* Where a task stands; UINT32_MAX: nowhere, or within a run. */
uint32_t task_tree_where(const TaskTree *tree, TaskId task);
void task_tree_fold(TaskTree *tree, uint32_t number); /* or unfold */
void task_tree_forget(TaskTree *tree);                /* another run is shown */
void task_tree_deinit(TaskTree *tree);

#endif
