#include "view/task_tree.h"

enum {
    GROUPS_MOST = 64,  /* open groups of one task that are looked at */
    ROWS_MOST = 4000,  /* unfolded by themselves: what comes later is folded at first */
    CHAIN_MOST = 1000, /* of who awaits whom, upwards */
    LEFT_MOST = 1000,  /* tasks among which those without a place are looked for */
};

/* A tree in the making. */
typedef struct Planter {
    TaskTree *tree;
    const Model *m;
    Cursor at;
    TaskId last;          /* that is made by now */
    VEC(TreeRow) waiting; /* to be put, the next last */
} Planter;

/* Bits of TaskTree.placed. */
enum {
    PLACED = 1,  /* in a row */
    CLAIMED = 2, /* in a group that is open */
    KNOWN = 4,   /* in a group, open or not */
};

/* --- who made whom ----------------------------------------------------------------------- */

static void forget_made(TaskTree *tree) {
    for (uint32_t i = 0; i < tree->made.len; i++) history_deinit(&tree->made.items[i]);
    tree->made.len = 0;
}

/* Makers never change: only new tasks are looked at. */
static void follow_made(TaskTree *tree, const Model *m) {
    uint32_t tasks = moment_tasks_made(m, model_end(m));
    if (tree->made.len == 0) vec_push(&tree->made, (History){0});
    while (tree->made.len <= tasks) {
        TaskId task = tree->made.len;
        vec_push(&tree->made, (History){0});
        if (!trace_task_at(model_trace(m), task)->library)
            history_add(&tree->made.items[moment_maker(m, task)], task);
    }
}

/* --- who awaits whom ------------------------------------------------------------------------ */

/* Under whom a task belongs. */
static TaskId parent_of(const Planter *p, TaskId task) {
    Awaiter a;
    TaskId parent = 0;
    if (moment_awaiters(p->m, p->at, task, 0, 1, &a))
        parent = a.task ? a.task : moment_object(p->m, p->at, a.group).owner;
    return parent && parent != task ? parent : moment_maker(p->m, task);
}

/* Tasks that await each other in a ring have no beginning: the first that was made stands for it. */
static bool begins_ring(const Planter *p, TaskId task) {
    TaskId up = parent_of(p, task), least = task;
    for (int i = 0; i < CHAIN_MOST && up && up != task; i++) {
        if (up < least) least = up;
        up = parent_of(p, up);
    }
    return up == task && least == task;
}

static bool is_group(ObjectKind kind) {
    return kind >= OBJECT_GATHER && kind <= OBJECT_TASK_GROUP;
}

/* The groups below a task: what it has begun, and what it awaits though another began it. */
static uint32_t groups_of(const Planter *p, TaskId task, ObjectId *out) {
    ObjectId open[GROUPS_MOST];
    uint32_t n = moment_open_groups(p->m, p->at, task, 0, GROUPS_MOST, open), kept = 0;
    Wait wait = moment_task(p->m, p->at, task).wait;
    bool there = wait.kind != WAIT_GROUP || !wait.object;
    for (uint32_t i = n; i-- > 0;) { /* the first that was begun is the outermost */
        ObjectKind kind = trace_object_at(model_trace(p->m), open[i])->kind;
        there |= open[i] == wait.object;
        if (is_group(kind)) out[kept++] = open[i];
    }
    if (!there && kept < GROUPS_MOST) out[kept++] = wait.object;
    return kept;
}

/* --- rows --------------------------------------------------------------------------------------- */

/* Whatever is to be looked at waits on a stack of its own, as awaits can go very deep. */
static void later(Planter *p, TreeRow row) {
    vec_push(&p->waiting, row);
}

/* What was laid there since, in the order in which it was. */
static void turn_around(Planter *p, uint32_t from) {
    for (uint32_t i = from, j = p->waiting.len; i + 1 < j; i++) {
        TreeRow row = p->waiting.items[i];
        p->waiting.items[i] = p->waiting.items[--j];
        p->waiting.items[j] = row;
    }
}

static bool is_open(const Planter *p, TreeKind kind, uint32_t id, uint32_t below) {
    const TaskTree *tree = p->tree;
    if (below == 0) return false;
    for (uint32_t i = 0; i < tree->folds.len; i++)
        if (tree->folds.items[i].kind == kind && tree->folds.items[i].id == id)
            return tree->folds.items[i].open;
    return below <= FAMILY_MOST && tree->rows.len < ROWS_MOST;
}

static void lay_child(Planter *p, Child child, uint32_t depth) {
    TreeKind kind = child.task ? TREE_TASK : TREE_GROUP;
    later(p, (TreeRow){.kind = kind, .depth = depth, .task = child.task, .object = child.future});
}

static void lay_group(Planter *p, TreeRow *row) {
    Child children[FAMILY_MOST];
    uint32_t depth = row->depth + 1;
    row->below = moment_object(p->m, p->at, row->object).inside;
    if (!is_group(trace_object_at(model_trace(p->m), row->object)->kind)) row->below = 0;
    row->open = is_open(p, TREE_GROUP, row->object, row->below);
    if (row->open && row->below > FAMILY_MOST) {
        later(p,
              (TreeRow){.kind = TREE_CHILDREN, .depth = depth, .object = row->object, .count = row->below});
    } else if (row->open) {
        uint32_t n = moment_children(p->m, p->at, row->object, 0, FAMILY_MOST, children);
        for (uint32_t i = 0; i < n; i++) lay_child(p, children[i], depth);
    }
}

static uint32_t *children_seen(TaskTree *tree, ObjectId group) {
    for (uint32_t i = 0; i < tree->seen.len; i++)
        if (tree->seen.items[i].group == group) return &tree->seen.items[i].children;
    vec_push(&tree->seen, ((TreeSeen){group, 0}));
    return &vec_last(&tree->seen).children;
}

/* Children of a group have their place there, done or not, and not with who made them. A large group only
 * grows, so those that are new are looked at. */
static void claim_children(Planter *p, ObjectId group, uint32_t count) {
    VEC(Child) children = {0};
    bool large = count > FAMILY_MOST;
    uint32_t few = 0, *seen = large ? children_seen(p->tree, group) : &few, n;
    if (*seen >= count) return;
    vec_reserve(&children, count - *seen);
    n = moment_children(p->m, p->at, group, *seen, count - *seen, children.items);
    for (uint32_t i = 0; i < n; i++) p->tree->placed.items[children.items[i].task] |= large ? KNOWN : CLAIMED;
    *seen = count;
    vec_deinit(&children);
}

static bool is_awaited(const Planter *p, TaskId task) {
    Awaiter a;
    return moment_awaiters(p->m, p->at, task, 0, 1, &a) > 0;
}

static void lay_all_made(Planter *p, TaskId maker, uint32_t n, uint32_t depth) {
    later(p, (TreeRow){.kind = TREE_MADE, .depth = depth, .task = maker, .below = n});
}

/* Those that a task made and nobody awaits. If they are very many it is not asked who awaits each:
 * then all that it made are one row, and so they are if large groups of its have ended. */
static void lay_made(Planter *p, TaskId maker, uint32_t in_groups, uint32_t depth) {
    const History *made = &p->tree->made.items[maker];
    uint32_t n = history_upto(made, p->last), loose = 0, from = p->waiting.len;
    uint8_t elsewhere = n > FAMILY_MOST ? PLACED | CLAIMED | KNOWN : PLACED | CLAIMED;
    for (uint32_t i = 0; i < n; i++) {
        TaskId task = history_at(made, i);
        if (p->tree->placed.items[task] & elsewhere) continue;
        if (++loose > FAMILY_MOST && maker) {
            p->waiting.len = from;
            lay_all_made(p, maker, n, depth);
            return;
        }
        if (is_awaited(p, task) && !begins_ring(p, task)) continue;
        later(p, (TreeRow){.kind = TREE_TASK, .depth = depth, .task = task});
    }
    if (n > FAMILY_MOST && n > loose + in_groups) lay_all_made(p, maker, n, depth);
}

static void lay_below(Planter *p, TaskId task, uint32_t depth) {
    ObjectId groups[GROUPS_MOST + 1];
    Wait wait = moment_task(p->m, p->at, task).wait;
    uint32_t n = groups_of(p, task, groups), in_groups = 0;
    if (wait.kind == WAIT_TASK && wait.task)
        later(p, (TreeRow){.kind = TREE_TASK, .depth = depth, .task = wait.task});
    for (uint32_t i = 0; i < n; i++) {
        uint32_t inside = moment_object(p->m, p->at, groups[i]).inside;
        in_groups += inside;
        claim_children(p, groups[i], inside);
        later(p, (TreeRow){.kind = TREE_GROUP, .depth = depth, .object = groups[i]});
    }
    lay_made(p, task, in_groups, depth);
}

/* What a task made long ago is no news: it is folded if there is nothing else. */
static bool only_made(const Planter *p, uint32_t from) {
    return p->waiting.len == from + 1 && p->waiting.items[from].kind == TREE_MADE;
}

static void lay_task(Planter *p, TreeRow *row) {
    uint8_t *placed = &p->tree->placed.items[row->task];
    uint32_t from = p->waiting.len;
    row->again = *placed & PLACED;
    if (row->again) return;
    *placed |= PLACED;
    lay_below(p, row->task, row->depth + 1);
    bool only = only_made(p, from);
    row->below = p->waiting.len - from;
    row->open = is_open(p, TREE_TASK, row->task, only ? FAMILY_MOST + 1 : row->below);
    if (!row->open) p->waiting.len = from;
    else if (only) p->waiting.items[from].open = true;
}

static bool stands_there(const Planter *p, ObjectId group) {
    for (uint32_t i = 0; i < p->tree->rows.len; i++)
        if (p->tree->rows.items[i].kind == TREE_GROUP && p->tree->rows.items[i].object == group) return true;
    return false;
}

static void put(Planter *p, TreeRow row) {
    uint32_t from = p->waiting.len;
    row.first = p->tree->count;
    if (row.count == 0) row.count = 1;
    if (row.kind == TREE_GROUP && stands_there(p, row.object)) row.again = true;
    else if (row.kind == TREE_GROUP) lay_group(p, &row);
    if (row.kind == TREE_TASK) lay_task(p, &row);
    if (row.kind == TREE_MADE && (row.open = is_open(p, TREE_MADE, row.task, row.open ? 1 : row.below)))
        later(p, (TreeRow){.kind = TREE_CHILD, .depth = row.depth + 1, .task = row.task, .count = row.below});
    turn_around(p, from);
    p->tree->count += row.count;
    vec_push(&p->tree->rows, row);
}

static void put_waiting(Planter *p) {
    while (p->waiting.len) {
        TreeRow row = p->waiting.items[--p->waiting.len];
        put(p, row);
    }
}

/* Whether the way up from a task ends at a row that is there. */
static bool hangs_on(const Planter *p, TaskId task) {
    for (int i = 0; i < CHAIN_MOST && task; i++, task = parent_of(p, task))
        if (p->tree->placed.items[task] & PLACED) return true;
    return false;
}

/* Who made one of a ring may itself stand below that ring: nobody is left out. */
static void put_left(Planter *p) {
    if (p->last > LEFT_MOST) return;
    for (TaskId task = 1; task <= p->last; task++) {
        if (trace_task_at(model_trace(p->m), task)->library || hangs_on(p, task)) continue;
        if (!task_state_live(moment_task_state(p->m, p->at, task))) continue;
        later(p, (TreeRow){.kind = TREE_TASK, .task = task});
        put_waiting(p);
    }
}

/* Nobody is placed. Who is in a large group stays there, unless one goes back to before that was so. */
static void begin_marks(TaskTree *tree, Cursor at) {
    if (at < tree->at) tree->placed.len = tree->seen.len = 0;
    for (uint32_t i = 0; i < tree->placed.len; i++) tree->placed.items[i] &= KNOWN;
    while (tree->placed.len < tree->made.len) vec_push(&tree->placed, 0);
}

void task_tree_find(TaskTree *tree, const Model *m, Cursor at) {
    if (tree->model != m) task_tree_forget(tree);
    if (tree->model == m && tree->at == at && tree->end == model_end(m) && !tree->stale) return;
    Planter p = {.tree = tree, .m = m, .at = at, .last = moment_tasks_made(m, at)};
    follow_made(tree, m);
    begin_marks(tree, at);
    tree->rows.len = tree->count = 0;
    lay_made(&p, 0, 0, 0);
    turn_around(&p, 0);
    put_waiting(&p);
    put_left(&p);
    vec_deinit(&p.waiting);
    tree->model = m;
    tree->at = at;
    tree->end = model_end(m);
    tree->stale = false;
}

static const TreeRow *entry_of(const TaskTree *tree, uint32_t number) {
    uint32_t low = 0, high = tree->rows.len - 1;
    while (low < high) {
        uint32_t middle = (low + high + 1) / 2;
        if (tree->rows.items[middle].first <= number) low = middle;
        else high = middle - 1;
    }
    return &tree->rows.items[low];
}

TreeRow task_tree_row(const TaskTree *tree, uint32_t number) {
    TreeRow row = *entry_of(tree, number);
    uint32_t i = number - row.first;
    if (row.kind == TREE_CHILDREN) {
        Child child = {0};
        moment_children(tree->model, tree->at, row.object, i, 1, &child);
        return (TreeRow){.kind = child.task ? TREE_TASK : TREE_GROUP,
                         .depth = row.depth,
                         .task = child.task,
                         .object = child.future,
                         .first = number,
                         .count = 1};
    }
    if (row.kind == TREE_CHILD) {
        TaskId task = history_at(&tree->made.items[row.task], i);
        return (TreeRow){.kind = TREE_TASK, .depth = row.depth, .task = task, .first = number, .count = 1};
    }
    return row;
}

uint32_t task_tree_where(const TaskTree *tree, TaskId task) {
    for (uint32_t i = 0; i < tree->rows.len; i++) {
        const TreeRow *row = &tree->rows.items[i];
        if (row->kind == TREE_TASK && row->task == task && !row->again) return row->first;
    }
    return UINT32_MAX;
}

void task_tree_fold(TaskTree *tree, uint32_t number) {
    const TreeRow *row = entry_of(tree, number);
    uint32_t id = row->kind == TREE_GROUP ? row->object : row->task;
    if (row->count > 1 || !row->below) return;
    tree->stale = true;
    for (uint32_t i = 0; i < tree->folds.len; i++) {
        TreeFold *fold = &tree->folds.items[i];
        if (fold->kind != row->kind || fold->id != id) continue;
        fold->open = !row->open;
        return;
    }
    vec_push(&tree->folds, ((TreeFold){row->kind, id, !row->open}));
}

void task_tree_forget(TaskTree *tree) {
    forget_made(tree);
    tree->rows.len = tree->count = tree->folds.len = tree->placed.len = tree->seen.len = 0;
    tree->at = 0;
    tree->model = NULL;
}

void task_tree_deinit(TaskTree *tree) {
    forget_made(tree);
    vec_deinit(&tree->rows);
    vec_deinit(&tree->folds);
    vec_deinit(&tree->made);
    vec_deinit(&tree->placed);
    vec_deinit(&tree->seen);
    *tree = (TaskTree){0};
}
