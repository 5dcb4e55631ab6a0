#include "view/timeline_local.h"

/* Which rows there are, from the top: the chef, the tasks, each below the one that made it, and the
 * things they share. More than MANY tasks are one row for each function. */

enum {
    MANY = 60,
    DEPTH_MOST = 4,
    CROWD_ROWS_MOST = 2000, /* of one function; what is beyond is counted in a row of its own */
    OBJECT_ROWS_MOST = 200, /* of one kind */
    SLICE = 256,
};

static const ObjectKind shown_kinds[] = {
    OBJECT_LOCK,           OBJECT_SEMAPHORE, OBJECT_BOUNDED_SEMAPHORE, OBJECT_QUEUE,   OBJECT_LIFO_QUEUE,
    OBJECT_PRIORITY_QUEUE, OBJECT_EVENT,     OBJECT_CONDITION,         OBJECT_BARRIER,
};
enum { SHOWN_KINDS = sizeof shown_kinds / sizeof *shown_kinds };

/* --- what there is ---------------------------------------------------------------------- */

static Crowd *crowd_of(TimelineLanes *lanes, StringId function) {
    for (uint32_t i = 0; i < lanes->crowds.len; i++)
        if (lanes->crowds.items[i].function == function) return &lanes->crowds.items[i];
    return NULL;
}

static bool is_hidden(const Model *m, TaskId task) {
    return trace_task_at(model_trace(m), task)->library;
}

/* Tasks that were made since the last time. */
static void follow_tasks(TimelineLanes *lanes, const Model *m) {
    uint32_t tasks = moment_tasks_made(m, model_end(m));
    for (TaskId task = lanes->tasks + 1; task <= tasks; task++) {
        if (is_hidden(m, task)) continue;
        StringId function = trace_task_at(model_trace(m), task)->function;
        Crowd *crowd = crowd_of(lanes, function);
        if (!crowd) {
            vec_push(&lanes->crowds, ((Crowd){.function = function, .first = task}));
            crowd = &vec_last(&lanes->crowds);
        }
        crowd->tasks++;
    }
    if (tasks > lanes->tasks) lanes->changed = true;
    lanes->tasks = tasks;
}

static void follow_objects(TimelineLanes *lanes, const Model *m) {
    uint32_t objects = 0;
    for (int i = 0; i < SHOWN_KINDS; i++) objects += moment_objects_made(m, model_end(m), shown_kinds[i]);
    if (objects != lanes->objects) lanes->changed = true;
    lanes->objects = objects;
}

static uint32_t task_count(const TimelineLanes *lanes) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < lanes->crowds.len; i++) n += lanes->crowds.items[i].tasks;
    return n;
}

static bool is_crowded(const TimelineLanes *lanes) {
    return task_count(lanes) > MANY;
}

/* --- the rows ------------------------------------------------------------------------------ */

static void add_row(TimelineLanes *lanes, Row row) {
    vec_push(&lanes->rows, row);
}

static bool is_folded(const TimelineLanes *lanes, TaskId task) {
    for (uint32_t i = 0; i < lanes->folded.len; i++)
        if (lanes->folded.items[i] == task) return true;
    return false;
}

/* Few tasks: the tree of who made whom. */
typedef struct Tree {
    TimelineLanes *lanes;
    const Model *m;
    TaskId tasks[MANY], makers[MANY];
    uint32_t count;
} Tree;

static TaskId shown_maker(const Model *m, TaskId task) {
    TaskId maker = moment_maker(m, task);
    while (maker && is_hidden(m, maker)) maker = moment_maker(m, maker);
    return maker;
}

static void read_tree(Tree *tree) {
    for (TaskId task = 1; task <= tree->lanes->tasks && tree->count < MANY; task++) {
        if (is_hidden(tree->m, task)) continue;
        tree->makers[tree->count] = shown_maker(tree->m, task);
        tree->tasks[tree->count++] = task;
    }
}

static void add_children(Tree *tree, TaskId maker, uint8_t depth) {
    for (uint32_t i = 0; i < tree->count; i++) {
        if (tree->makers[i] != maker) continue;
        TaskId task = tree->tasks[i];
        bool folds = false, folded = is_folded(tree->lanes, task);
        for (uint32_t k = 0; k < tree->count; k++) folds |= tree->makers[k] == task;
        add_row(
            tree->lanes,
            (Row){.kind = ROW_TASK, .id = task, .depth = depth, .folds = folds, .folded = folds && folded});
        if (folds && !folded) add_children(tree, task, depth < DEPTH_MOST ? depth + 1 : depth);
    }
}

static void add_tree(TimelineLanes *lanes, const Model *m) {
    Tree tree = {.lanes = lanes, .m = m};
    read_tree(&tree);
    add_children(&tree, 0, 0);
}

static void add_pinned(TimelineLanes *lanes, const Model *m, const Crowd *crowd) {
    for (int i = 0; i < 2; i++) {
        TaskId task = lanes->pinned[i];
        if (!task || task > lanes->tasks || (i == 1 && task == lanes->pinned[0])) continue;
        if (!is_hidden(m, task) && trace_task_at(model_trace(m), task)->function == crowd->function)
            add_row(lanes, (Row){.kind = ROW_TASK, .id = task, .depth = 1});
    }
}

static void add_all_of(TimelineLanes *lanes, const Model *m, const Crowd *crowd) {
    uint32_t n = 0;
    for (TaskId task = crowd->first; task <= lanes->tasks && n < CROWD_ROWS_MOST; task++) {
        if (is_hidden(m, task) || trace_task_at(model_trace(m), task)->function != crowd->function) continue;
        add_row(lanes, (Row){.kind = ROW_TASK, .id = task, .depth = 1});
        n++;
    }
    if (n == crowd->tasks) return;
    add_row(lanes, (Row){.kind = ROW_MORE, .id = crowd->tasks - n, .depth = 1});
    add_pinned(lanes, m, crowd);
}

static void add_crowds(TimelineLanes *lanes, const Model *m) {
    for (uint32_t i = 0; i < lanes->crowds.len; i++) {
        const Crowd *crowd = &lanes->crowds.items[i];
        if (crowd->tasks == 1) {
            add_row(lanes, (Row){.kind = ROW_TASK, .id = crowd->first});
            continue;
        }
        add_row(lanes, (Row){.kind = ROW_CROWD, .id = i, .folds = true, .folded = !crowd->open});
        if (crowd->open) add_all_of(lanes, m, crowd);
        else add_pinned(lanes, m, crowd);
    }
}

/* The lock that a condition makes for itself has no lane of its own; it may go by the condition's name. */
static bool is_inner_lock(const Model *m, ObjectId id) {
    const Trace *t = model_trace(m);
    const TraceObject *lock = trace_object_at(t, id);
    ObjectId conditions[SLICE];
    if (lock->kind != OBJECT_LOCK) return false;
    uint32_t n = moment_objects(m, model_end(m), OBJECT_CONDITION, 0, SLICE, conditions);
    for (uint32_t i = 0; i < n; i++) {
        const TraceObject *condition = trace_object_at(t, conditions[i]);
        if (condition->count == id && (!lock->name || lock->name == condition->name)) return true;
    }
    return false;
}

static void add_objects(TimelineLanes *lanes, const Model *m, ObjectKind kind) {
    ObjectId ids[SLICE];
    uint32_t n = moment_objects(m, model_end(m), kind, 0, OBJECT_ROWS_MOST, ids);
    for (uint32_t i = 0; i < n; i++)
        if (!is_inner_lock(m, ids[i])) add_row(lanes, (Row){.kind = ROW_OBJECT, .id = ids[i]});
    uint32_t all = moment_objects_made(m, model_end(m), kind);
    if (all > n) add_row(lanes, (Row){.kind = ROW_MORE, .id = all - n});
}

static void make_rows(TimelineLanes *lanes, const Model *m) {
    lanes->rows.len = 0;
    add_row(lanes, (Row){.kind = ROW_CHEF});
    if (is_crowded(lanes)) add_crowds(lanes, m);
    else add_tree(lanes, m);
    for (int i = 0; i < SHOWN_KINDS; i++) add_objects(lanes, m, shown_kinds[i]);
    lanes->changed = false;
}

/* --- kept from pass to pass ------------------------------------------------------------------- */

static bool is_other(const TimelineLanes *lanes, const Model *m) {
    return lanes->model != m || lanes->trace != model_trace(m) || model_end(m) < lanes->end;
}

static void drop(TimelineLanes *lanes) {
    for (uint32_t i = 0; i < lanes->kept.len; i++) {
        vec_deinit(&lanes->kept.items[i].bars);
        vec_deinit(&lanes->kept.items[i].stays);
    }
    vec_deinit(&lanes->kept);
    vec_deinit(&lanes->crowds);
    vec_deinit(&lanes->rows);
    vec_deinit(&lanes->folded);
    vec_deinit(&lanes->spans);
    crowds_drop(lanes);
    vec_deinit(&lanes->strip.bars);
    *lanes = (TimelineLanes){0};
}

TimelineLanes *rows_of_panel(TimelinePanel *p, const Model *m) {
    if (!p->lanes) p->lanes = mem_zalloc(sizeof *p->lanes);
    if (is_other(p->lanes, m)) {
        drop(p->lanes);
        p->lanes->model = m;
        p->lanes->trace = model_trace(m);
        p->lanes->changed = true;
        p->found = p->search_at = p->revealed = 0;
        p->chosen = 0;
    }
    return p->lanes;
}

void timeline_forget(TimelinePanel *p) {
    if (p->lanes) drop(p->lanes);
    p->chosen = 0;
    p->placed = false;
    p->moved = 0;
    p->followed = 0;
}

void timeline_deinit(TimelinePanel *p) {
    if (p->lanes) drop(p->lanes);
    mem_free(p->lanes);
    field_deinit(&p->search);
    *p = (TimelinePanel){0};
}

void rows_find(Timeline *l) {
    TimelineLanes *lanes = l->lanes;
    TaskId pinned[2] = {l->show->selected, l->p->found};
    if (model_end(l->m) != lanes->end) {
        follow_tasks(lanes, l->m);
        follow_objects(lanes, l->m);
        lanes->end = model_end(l->m);
    }
    for (int i = 0; i < 2; i++) {
        if (pinned[i] == lanes->pinned[i]) continue;
        lanes->pinned[i] = pinned[i];
        if (is_crowded(lanes)) lanes->changed = true;
    }
    if (lanes->changed) make_rows(lanes, l->m);
}

/* --- heights ------------------------------------------------------------------------------------ */

static float object_height(const Timeline *l, ObjectId id) {
    const TraceObject *o = trace_object_at(model_trace(l->m), id);
    enum { PERMITS_DRAWN = 4 };
    switch (o->kind) {
    case OBJECT_LOCK: return l->lock;
    case OBJECT_SEMAPHORE:
    case OBJECT_BOUNDED_SEMAPHORE:
        if (o->count == 0 || o->count > PERMITS_DRAWN) return l->queue;
        return l->permit * (float)o->count + 0.2f * l->permit;
    case OBJECT_QUEUE:
    case OBJECT_LIFO_QUEUE:
    case OBJECT_PRIORITY_QUEUE:
    case OBJECT_BARRIER: return l->queue;
    default: return gfx_max(l->lane, 1.28f * l->t->type[SIZE_SMALL]);
    }
}

static float height_of(const Timeline *l, const Row *row) {
    switch (row->kind) {
    case ROW_CHEF: return 0; /* it stands above the others, and stays there */
    case ROW_CROWD: return l->crowd;
    case ROW_OBJECT: return object_height(l, row->id);
    default: return l->lane;
    }
}

static float measure(Timeline *l, float *tasks) {
    float y = 0;
    *tasks = 0;
    for (uint32_t i = 0; i < l->lanes->rows.len; i++) {
        Row *row = &l->lanes->rows.items[i];
        row->y = y;
        row->h = height_of(l, row);
        y += row->h;
        if (row->kind == ROW_TASK) *tasks += row->h;
    }
    return y;
}

static void set_heights(Timeline *l, float lane) {
    float small = l->t->type[SIZE_SMALL], label = 1.28f * small;
    bool big = l->t->choice.presentation;
    l->lane = lane;
    l->lock = big ? 80 * l->k : gfx_max(1.75f * lane, 2.9f * small);
    l->permit = big ? 36 * l->k : gfx_max(0.95f * lane, 21 * l->k);
    l->queue = big ? 94 * l->k : gfx_max(2.1f * lane, label * 2);
    l->crowd = gfx_max(60 * l->k, big ? 92 * l->k : label * 2.7f);
}

/* Lanes are as high as in the pictures; a little lower where all of them, or at least the tasks, are in
 * sight then; higher, up to where they have room for labels, where there is nothing else to show. */
void rows_measure(Timeline *l) {
    float small = l->t->type[SIZE_SMALL], tasks;
    bool big = l->t->choice.presentation;
    float usual = big ? 47 * l->k : 1.28f * small,
          least = big ? 1.56f * small : gfx_max(20 * l->k, 1.11f * small);
    float most = gfx_max(usual, (big ? 3.2f : 2.6f) * small), room = l->body.h;
    set_heights(l, usual);
    float all = measure(l, &tasks), lane = usual;
    if (all > 0 && all < room) lane = gfx_min(most, usual * room / all);
    else if (tasks > 0 && all > room && all - tasks + tasks * least / usual <= room)
        lane = usual * (room - (all - tasks)) / tasks;
    else if (tasks > room && tasks * least / usual <= room) lane = usual * room / tasks;
    lane = floorf(lane);
    set_heights(l, lane);
    l->lanes->height = measure(l, &tasks);
}

/* --- looking ------------------------------------------------------------------------------------- */

float rows_y(const Timeline *l, const Row *row) {
    return row->kind == ROW_CHEF ? l->area.y : l->body.y + row->y - l->scroll;
}

static uint32_t find_row(const TimelineLanes *lanes, RowKind kind, uint32_t id) {
    for (uint32_t i = 0; i < lanes->rows.len; i++)
        if (lanes->rows.items[i].kind == kind && lanes->rows.items[i].id == id) return i;
    return NEVER;
}

/* Its own, or that of its crowd, or of who made it. */
uint32_t rows_of_task(const TimelineLanes *lanes, TaskId task) {
    if (!task || task > lanes->tasks || !lanes->model) return NEVER;
    uint32_t row = find_row(lanes, ROW_TASK, task);
    if (row != NEVER) return row;
    if (is_crowded(lanes)) {
        StringId function = trace_task_at(lanes->trace, task)->function;
        for (uint32_t i = 0; i < lanes->crowds.len; i++)
            if (lanes->crowds.items[i].function == function) return find_row(lanes, ROW_CROWD, i);
        return NEVER;
    }
    TaskId maker = moment_maker(lanes->model, task);
    return maker && maker != task ? rows_of_task(lanes, maker) : NEVER;
}

uint32_t rows_at(const TimelineLanes *lanes, float y) {
    uint32_t low = 1, high = lanes->rows.len; /* the first that begins below */
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (lanes->rows.items[middle].y <= y) low = middle + 1;
        else high = middle;
    }
    if (y < 0 || low <= 1 || low > lanes->rows.len) return NEVER;
    const Row *row = &lanes->rows.items[low - 1];
    return y < row->y + row->h ? low - 1 : NEVER;
}

void rows_fold(TimelineLanes *lanes, const Row *row) {
    lanes->changed = true;
    if (row->kind == ROW_CROWD) {
        Crowd *crowd = &lanes->crowds.items[row->id];
        crowd->open = !crowd->open;
        return;
    }
    for (uint32_t i = 0; i < lanes->folded.len; i++) {
        if (lanes->folded.items[i] != row->id) continue;
        lanes->folded.items[i] = vec_last(&lanes->folded);
        lanes->folded.len--;
        return;
    }
    vec_push(&lanes->folded, row->id);
}

void rows_fold_all(TimelineLanes *lanes, const Model *m, bool fold) {
    lanes->changed = true;
    lanes->folded.len = 0;
    for (uint32_t i = 0; i < lanes->crowds.len; i++) lanes->crowds.items[i].open = !fold;
    if (!fold || is_crowded(lanes)) return;
    for (TaskId task = 1; task <= lanes->tasks; task++)
        if (!is_hidden(m, task) && !shown_maker(m, task)) vec_push(&lanes->folded, task);
}
