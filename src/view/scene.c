#include "view/scene_build.h"

#include "model/called.h"
#include "view/code_marks.h"

#include <string.h>

/* --- plates ---------------------------------------------------------------------------- */

bool build_is_library(const Builder *b, TaskId task) {
    return task && trace_task_at(model_trace(b->model), task)->library;
}

static LookId look_of(const Builder *b, const TaskMoment *t) {
    bool stares = t->state == TASK_RUNNING && b->scene->chef.state == CHEF_BLOCKED;
    return stares ? LOOK_BLOCKED : code_look(t);
}

static void set_timer(const Builder *b, ScenePlate *p, EventIndex timer, uint64_t until) {
    if (!timer || until <= b->scene->time) return;
    uint64_t begun = model_time(b->model, timer);
    p->time_left = until - b->scene->time;
    p->time_whole = until > begun ? until - begun : p->time_left;
    p->dish.left = (float)((double)p->time_left / (double)p->time_whole);
}

static bool is_timeout(const Builder *b, ObjectId group, bool only_wait_for) {
    ObjectKind kind = trace_object_at(model_trace(b->model), group)->kind;
    if (kind != OBJECT_WAIT_FOR && (kind != OBJECT_TIMEOUT || only_wait_for)) return false;
    return moment_object(b->model, build_at(b), group).timer != 0;
}

static bool is_clocked(const Builder *b, TaskId task) {
    ObjectId groups[8];
    uint32_t n = moment_open_groups(b->model, build_at(b), task, 0, 8, groups);
    for (uint32_t i = 0; i < n; i++)
        if (is_timeout(b, groups[i], false)) return true;
    return false;
}

/* One that waits in a wait_for is inside of it, and so under its timeout. */
static bool is_clocked_by_another(const Builder *b, TaskId task) {
    Awaiter awaiters[4];
    uint32_t n = moment_awaiters(b->model, build_at(b), task, 0, 4, awaiters);
    for (uint32_t i = 0; i < n; i++)
        if (awaiters[i].group && is_timeout(b, awaiters[i].group, true)) return true;
    return false;
}

static void set_moment(Builder *b, ScenePlate *p) {
    TaskMoment moment = moment_task(b->model, build_at(b), p->task);
    Role role = cast_role(b->cast, p->task);
    p->dish.hue = role.hue;
    p->dish.sprite = role.sprite;
    p->dish.look = look_of(b, &moment);
    p->state = moment.state;
    p->struck = moment.cancelling;
    p->running = moment.state == TASK_RUNNING;
    if (task_state_live(moment.state))
        p->clocked = is_clocked(b, p->task) || is_clocked_by_another(b, p->task);
    if (moment.state != TASK_WAITING) return;
    p->wait = moment.wait.kind;
    b->placed[p->wait]++;
    set_timer(b, p, moment.wait.timer, moment.wait.until);
    if (p->wait != WAIT_JOB || !moment.wait.object) return;
    ObjectMoment job = moment_object(b->model, build_at(b), moment.wait.object);
    set_timer(b, p, job.timer, job.due);
}

ScenePlate *build_plate(Builder *b, TaskId task, Point at, float radius, LabelSide label) {
    ScenePlate p = {.task = task,
                    .label = label,
                    .dish = {.at = at, .radius = radius, .sprite = "plate1", .look = LOOK_NEW, .left = -1}};
    if (task) set_moment(b, &p);
    vec_push(&b->scene->plates, p);
    return &vec_last(&b->scene->plates);
}

void build_stack(Builder *b, ScenePlate *p, uint32_t more) {
    p->more += more;
    if (p->state == TASK_WAITING) b->placed[p->wait] += more;
    if (more) p->label = LABEL_NONE;
}

const ScenePlate *scene_plate(const Scene *s, TaskId task) {
    for (uint32_t i = 0; task && i < s->plates.len; i++)
        if (s->plates.items[i].task == task) return &s->plates.items[i];
    return NULL;
}

Rect scene_plate_rect(const ScenePlate *p) {
    float r = p->dish.radius;
    return p->on_ticket ? (Rect){p->dish.at.x - r, p->dish.at.y, 2 * r, 2.4f * r}
                        : rect_around(p->dish.at, r);
}

const ScenePlate *scene_stack(const Scene *s, TaskState state, WaitKind wait) {
    for (uint32_t i = 0; i < s->plates.len; i++) {
        const ScenePlate *p = &s->plates.items[i];
        if (p->more && p->state == state && (state != TASK_WAITING || p->wait == wait)) return p;
    }
    return NULL;
}

SceneThing *build_thing(Builder *b, ThingKind kind, ObjectId object, Rect at) {
    vec_push(&b->scene->things, ((SceneThing){.kind = kind, .object = object, .at = at}));
    return &vec_last(&b->scene->things);
}

/* --- rows ------------------------------------------------------------------------------------ */

enum { SAID = 58 }; /* width of what a stack says of itself */

/* Of `n` dishes as many as there is room for; how far they are apart is in `pitch`. */
static uint32_t row_room(const Row *row, uint32_t n, float *pitch, float *radius) {
    *radius = n == 1 ? row->radius : row->several;
    *pitch = 2 * row->several + (row->names ? 32 : 14);
    if (row->beside && n == 2) *pitch = row->in.w / 2;
    if ((float)n * *pitch <= row->in.w + 14) return n;
    *pitch = row->in.w / (float)n;
    *radius = gfx_min(*radius, *pitch * 0.44f);
    if (*radius >= row->least) return n;
    *radius = row->least;
    *pitch = 2 * row->least + 8;
    float left = row->in.w - SAID;
    return left < *pitch ? 1 : (uint32_t)(left / *pitch);
}

void build_row(Builder *b, const TaskId *tasks, uint32_t given, uint32_t n, Row row) {
    float pitch, radius, y = row.in.y + row.in.h / 2;
    if (n < given) n = given;
    uint32_t shown = row_room(&row, n, &pitch, &radius);
    if (shown > given) shown = given;
    if (shown == 1 && n > 1) radius = gfx_min(row.several, (row.in.w - SAID) / 2);
    if (radius < row.least) radius = row.least;
    for (uint32_t i = 0; i < shown; i++) {
        LabelSide label = !row.names ? LABEL_NONE : n == 1 || row.beside ? LABEL_RIGHT : LABEL_BELOW;
        Point at = {row.in.x + radius + pitch * (float)i, y};
        ScenePlate *p = build_plate(b, tasks[i], at, radius, label);
        p->bare = shown == 1;
        if (label == LABEL_BELOW && n > 1) p->name_most = pitch - 4;
        if (label == LABEL_RIGHT && n > 1) p->name_most = pitch - 2 * radius - 14;
        if (i + 1 == shown) build_stack(b, p, n - shown);
    }
}

/* Who was called is still in the line, but its ticket is on the rail. */
static bool is_waiting(const Builder *b, TaskId task) {
    return task && !build_is_library(b, task) &&
           moment_task_state(b->model, build_at(b), task) == TASK_WAITING;
}

/* That nobody waits in any such line is known at once. */
static bool somebody_waits(const Builder *b, ObjectId id, LineKind line) {
    static const WaitKind waits[OBJECT_KINDS] = {
        [OBJECT_LOCK] = WAIT_LOCK,           [OBJECT_EVENT] = WAIT_EVENT,
        [OBJECT_CONDITION] = WAIT_CONDITION, [OBJECT_SEMAPHORE] = WAIT_SEMAPHORE,
        [OBJECT_BARRIER] = WAIT_BARRIER,     [OBJECT_BOUNDED_SEMAPHORE] = WAIT_SEMAPHORE};
    static const WaitKind of_queue[LINES] = {
        [LINE_GET] = WAIT_GET, [LINE_PUT] = WAIT_PUT, [LINE_JOIN] = WAIT_JOIN};
    WaitKind wait = waits[trace_object_at(model_trace(b->model), id)->kind];
    return b->counts.waits[wait ? wait : of_queue[line]] > 0;
}

/* The first ones; and how many there are in all, less those who do not wait any more. */
static uint32_t waiters_of(Builder *b, ObjectId id, LineKind line, TaskId *out, uint32_t *all) {
    Waiter waiters[HELD];
    uint32_t kept = 0, called = 0;
    *all = 0;
    if (!somebody_waits(b, id, line)) return 0;
    uint32_t n = moment_waiters(b->model, build_at(b), id, line, 0, HELD, waiters);
    *all = n < HELD ? n : moment_object(b->model, build_at(b), id).waiters[line];
    if (n == HELD && !is_waiting(b, waiters[n - 1].task)) {
        /* All of them are being called, the first first: the last one stands for those who are not yet. */
        n = moment_waiters(b->model, build_at(b), id, line, *all - 1, 1, waiters);
        *all = n;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (!is_waiting(b, waiters[i].task) || scene_plate(b->scene, waiters[i].task)) called++;
        else if (kept < ASKED) out[kept++] = waiters[i].task;
    }
    *all = kept ? *all - called : 0;
    return kept;
}

uint32_t build_waiting(Builder *b, ObjectId object, LineKind line) {
    TaskId tasks[ASKED];
    uint32_t all;
    waiters_of(b, object, line, tasks, &all);
    return all;
}

void build_line(Builder *b, ObjectId object, LineKind line, Row row) {
    TaskId tasks[ASKED];
    uint32_t all, given = waiters_of(b, object, line, tasks, &all);
    if (all) build_row(b, tasks, given, all, row);
}

/* --- objects ------------------------------------------------------------------------------------- */

static bool is_hidden(const Builder *b, ObjectId object) {
    for (uint32_t i = 0; i < b->hidden_count; i++)
        if (b->hidden[i] == object) return true;
    return false;
}

/* A lock that a condition has made for itself, or that it was given, hangs with the condition. */
static bool is_of_condition(const Builder *b, ObjectId lock) {
    ObjectId conditions[ASKED];
    uint32_t n = moment_objects(b->model, build_at(b), OBJECT_CONDITION, 0, ASKED, conditions);
    for (uint32_t i = 0; i < n; i++)
        if (trace_object_at(model_trace(b->model), conditions[i])->count == lock) return true;
    return false;
}

typedef struct Candidate {
    ObjectId id;
    uint32_t score;
} Candidate;

typedef struct Candidates {
    VEC(Candidate) list;
} Candidates;

static uint32_t score_of(const Builder *b, ObjectId id) {
    ObjectMoment o = moment_object(b->model, build_at(b), id);
    if (o.waiters[LINE_MAIN] || o.waiters[LINE_PUT] || o.waiters[LINE_JOIN]) return 3;
    return o.inside || o.holder ? 2 : 1;
}

static void offer(Builder *b, Candidates *c, ObjectId id) {
    for (uint32_t i = 0; i < c->list.len; i++)
        if (c->list.items[i].id == id) return;
    if (is_hidden(b, id)) return;
    if (b->stock->condition_locks && trace_object_at(model_trace(b->model), id)->kind == OBJECT_LOCK &&
        is_of_condition(b, id))
        return;
    vec_push(&c->list, ((Candidate){id, 0}));
}

static bool is_of(Kinds kinds, ObjectKind kind) {
    for (uint32_t i = 0; i < kinds.count; i++)
        if (kinds.kinds[i] == kind) return true;
    return false;
}

/* The first that were made, and those at which somebody waits. */
static void find_candidates(Builder *b, Kinds kinds, Candidates *c, uint32_t *all) {
    ObjectId ids[ASKED];
    *all = 0;
    for (uint32_t i = 0; i < kinds.count; i++) {
        uint32_t n = moment_objects(b->model, build_at(b), kinds.kinds[i], 0, ASKED, ids);
        *all += moment_objects_made(b->model, build_at(b), kinds.kinds[i]);
        for (uint32_t k = 0; k < n; k++) offer(b, c, ids[k]);
    }
    if (*all <= c->list.len) return;
    for (uint32_t i = 0; i < b->scanned.len; i++) {
        TaskMoment t = moment_task(b->model, build_at(b), b->scanned.items[i]);
        ObjectId object = t.state == TASK_WAITING ? t.wait.object : 0;
        if (object && is_of(kinds, trace_object_at(model_trace(b->model), object)->kind)) offer(b, c, object);
    }
}

/* Takes the best out of the list, of equals the first; 0: none is left. */
static Candidate *best_of(Candidates *c) {
    Candidate *best = NULL;
    for (uint32_t i = 0; i < c->list.len; i++) {
        Candidate *one = &c->list.items[i];
        if (one->score && (!best || one->score > best->score)) best = one;
    }
    return best;
}

static void put_in_order(ObjectId *ids, uint32_t n) {
    for (uint32_t i = 1; i < n; i++)
        for (uint32_t k = i; k > 0 && ids[k - 1] > ids[k]; k--) {
            ObjectId swap = ids[k];
            ids[k] = ids[k - 1];
            ids[k - 1] = swap;
        }
}

uint32_t build_objects(Builder *b, Kinds kinds, uint32_t most, ObjectId *out, uint32_t *all) {
    Candidates c = {0};
    uint32_t n = 0;
    find_candidates(b, kinds, &c, all);
    bool few = c.list.len <= most;
    for (uint32_t i = 0; i < c.list.len; i++)
        c.list.items[i].score = few ? 1 : score_of(b, c.list.items[i].id);
    for (Candidate *best; n < most && (best = best_of(&c)); best->score = 0) out[n++] = best->id;
    put_in_order(out, n);
    if (*all < c.list.len || few) *all = c.list.len;
    vec_deinit(&c.list);
    return n;
}

/* --- who holds what ---------------------------------------------------------------------------- */

/* One tool for each lock, so that who has it is seen. */
const char *build_tool(const Builder *b, ObjectId lock) {
    static const char *const tools[] = {"knife", "peeler", "whisk", "ladle"};
    const TraceObject *o = trace_object_at(model_trace(b->model), lock);
    if (o->kind == OBJECT_CONDITION && o->count) return build_tool(b, o->count);
    return tools[(o->number - 1) % (sizeof tools / sizeof *tools)];
}

static void find_holds(Builder *b, ObjectKind kind, uint32_t objects) {
    ObjectId ids[ASKED];
    Holder holders[ASKED];
    uint32_t n = moment_objects(b->model, build_at(b), kind, 0, objects, ids);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t inside = moment_inside(b->model, build_at(b), ids[i], 0, ASKED, holders);
        for (uint32_t k = 0; k < inside && b->holds.len < HELD; k++) {
            const char *tool = kind == OBJECT_LOCK ? build_tool(b, ids[i]) : NULL;
            if (holders[k].task) vec_push(&b->holds, ((Hold){holders[k].task, tool}));
        }
    }
}

static void give_tools(Builder *b) {
    for (uint32_t i = 0; i < b->scene->plates.len; i++) {
        ScenePlate *p = &b->scene->plates.items[i];
        uint32_t tools = 0;
        for (uint32_t k = 0; p->task && task_state_live(p->state) && k < b->holds.len; k++) {
            if (b->holds.items[k].task != p->task) continue;
            if (!b->holds.items[k].tool) p->permit = !p->on_burner;
            else if (tools < PLATE_TOOLS) p->tools[tools++] = b->holds.items[k].tool;
        }
    }
}

/* --- nobody is left out -------------------------------------------------------------------------- */

static ScenePlate *last_plate(Builder *b, WaitKind wait, bool stack) {
    for (uint32_t i = b->scene->plates.len; i > 0; i--) {
        ScenePlate *p = &b->scene->plates.items[i - 1];
        if (p->state == TASK_WAITING && p->wait == wait && (p->more || !stack)) return p;
    }
    return NULL;
}

static TaskId somebody(const Builder *b, WaitKind wait) {
    for (uint32_t i = 0; i < b->scanned.len; i++) {
        TaskMoment t = moment_task(b->model, build_at(b), b->scanned.items[i]);
        if (t.state == TASK_WAITING && t.wait.kind == wait && !scene_plate(b->scene, b->scanned.items[i]))
            return b->scanned.items[i];
    }
    return 0;
}

/* Where those stand that wait for what has no place of its own. */
static Point aside(const Builder *b, uint32_t nth) {
    float x = b->stock->used[USE_RECIPES] ? 158 : 20; /* beside the drawer's */
    return (Point){b->cx + x + 62 * (float)nth, 488};
}

/* The lines of very many are counted by their beginnings. What the moment says counts: what is too few or
 * too many is put right in the last stack. */
static void put_right(Builder *b) {
    uint32_t beside = 0;
    for (WaitKind wait = WAIT_NONE + 1; wait < WAIT_KINDS; wait++) {
        uint32_t have = b->placed[wait], want = b->counts.waits[wait];
        ScenePlate *p = last_plate(b, wait, true);
        if (want > have) {
            if (!p) p = last_plate(b, wait, false);
            TaskId task = p ? 0 : somebody(b, wait);
            if (!p && task) p = build_plate(b, task, aside(b, beside++), 22, LABEL_NONE);
            if (p && want > b->placed[wait]) build_stack(b, p, want - b->placed[wait]);
        } else if (p && want < have) {
            uint32_t over = have - want;
            p->more -= over < p->more ? over : p->more;
        }
    }
}

/* What the library does for itself no program speaks of. */
static void leave_out_library(Builder *b) {
    for (uint32_t i = 0; i < b->stock->library.len && i < SCANNED; i++) {
        TaskMoment t = moment_task(b->model, build_at(b), b->stock->library.items[i]);
        if (b->counts.states[t.state]) b->counts.states[t.state]--;
        if (t.state == TASK_WAITING && b->counts.waits[t.wait.kind]) b->counts.waits[t.wait.kind]--;
    }
}

static void scan(Builder *b) {
    TaskId ids[SCANNED];
    uint32_t n = moment_live(b->model, build_at(b), 0, SCANNED, ids);
    for (uint32_t i = 0; i < n; i++)
        if (!build_is_library(b, ids[i])) vec_push(&b->scanned, ids[i]);
}

/* --- who failed last, and whom that reaches --------------------------------------------------------- */

/* As long as who awaited it has not been at the board since. */
static void find_fall(Builder *b) {
    TaskId failed;
    Awaiter awaiter;
    if (!moment_tasks(b->model, build_at(b), TASK_FAILED, 0, 1, &failed)) return;
    EventIndex end = moment_task_end(b->model, failed);
    if (build_is_library(b, failed) || end == NEVER || !end) return;
    if (!moment_awaiters(b->model, end - 1, failed, 0, 1, &awaiter) || !awaiter.task) return;
    TaskMoment t = moment_task(b->model, build_at(b), awaiter.task);
    bool reached = t.state == TASK_READY || t.state == TASK_RUNNING;
    if (!reached || t.since < end) return;
    if (moment_turns_of(b->model, build_at(b), awaiter.task) >
        moment_turns_of(b->model, end, awaiter.task) + 1)
        return;
    b->scene->fall = (SceneFall){failed, awaiter.task, trace_at(model_trace(b->model), end)->b};
}

static void build_all(Builder *b) {
    build_rail(b);
    build_board(b);
    build_cycle(b);
    build_menus(b);
    build_wall(b);
    if (!b->scene->cycle) {
        build_stoves(b);
        build_cooks(b);
        build_oven(b);
    }
    build_passes(b);
    build_drawer(b);
    build_over(b);
    put_right(b);
    give_tools(b);
    find_fall(b);
}

void scene_make(Scene *s, const Model *m, const Cast *cast, Cursor at, float width) {
    Builder b = {.scene = s, .model = m, .cast = cast, .stock = cast_stock(cast), .cx = 0.487f * width};
    s->plates.len = s->things.len = 0;
    s->width = width;
    s->cast = cast;
    s->at = at;
    s->time = model_time(m, at);
    s->chef = moment_chef(m, at);
    s->work = s->chef.state == CHEF_BLOCKED ? called_note(m, DIRECTIVE_WORK, s->chef.since) : NULL;
    s->cycle = 0;
    s->stuck = b.stock->deadlock <= at;
    s->fall = (SceneFall){0};
    b.counts = moment_counts(m, at);
    leave_out_library(&b);
    scan(&b);
    find_holds(&b, OBJECT_LOCK, ASKED);
    find_holds(&b, OBJECT_SEMAPHORE, 8);
    find_holds(&b, OBJECT_BOUNDED_SEMAPHORE, 8);
    build_all(&b);
    vec_deinit(&b.scanned);
    vec_deinit(&b.holds);
}

#define copy_list(to, from)                                                                       \
    do {                                                                                          \
        vec_reserve(to, (from)->len);                                                             \
        if ((from)->len) memcpy((to)->items, (from)->items, (from)->len * sizeof *(from)->items); \
        (to)->len = (from)->len;                                                                  \
    } while (0)

void scene_copy(Scene *to, const Scene *from) {
    Scene kept = *to;
    *to = *from;
    to->plates = kept.plates;
    to->things = kept.things;
    copy_list(&to->plates, &from->plates);
    copy_list(&to->things, &from->things);
}

void scene_deinit(Scene *s) {
    vec_deinit(&s->plates);
    vec_deinit(&s->things);
}
