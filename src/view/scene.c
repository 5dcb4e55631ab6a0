#include "view/scene.h"

#include "view/code_marks.h"

enum {
    ON_RAIL = 4, /* tickets that are drawn; of more the last is a bundle */
    IN_OVEN = 8, /* dishes that are drawn */
    OVEN_SPACED = 4,
    IN_LINE = 3,
    SERVED_SHOWN = 3,
    MENUS_SHOWN = 2,
    WALL_SHOWN = 5,
    STOVES_SHOWN = 2,
    BURNERS_SHOWN = 4,
    PASSES_SHOWN = 2,
    ASKED = 64, /* of a list, at a time */
};

#define COUNTER_TOP 388.0f
#define SHELF_TOP 450.0f
#define BOARD_HALF 145.0f

typedef struct Builder {
    Scene *scene;
    const Model *model;
    const Cast *cast;
    MomentCounts counts;
    float cx; /* where the chef stands */
} Builder;

static float right_of_chef(const Builder *b) {
    return b->cx + 190;
}

/* --- plates ---------------------------------------------------------------------------- */

static LookId look_of(const Builder *b, const TaskMoment *t) {
    bool stares = t->state == TASK_RUNNING && b->scene->chef.state == CHEF_BLOCKED;
    return stares ? LOOK_BLOCKED : code_look(t);
}

static void set_timer(const Builder *b, ScenePlate *p, const Wait *w) {
    if (!w->timer || w->until <= b->scene->time) return;
    uint64_t begun = model_time(b->model, w->timer);
    p->time_left = w->until - b->scene->time;
    p->time_whole = w->until > begun ? w->until - begun : p->time_left;
    p->dish.left = (float)((double)p->time_left / (double)p->time_whole);
}

static bool is_library(const Builder *b, TaskId task) {
    return trace_task_at(model_trace(b->model), task)->library;
}

static bool holds_a_lock(const Builder *b, TaskId task) {
    for (uint32_t i = 0; i < b->scene->things.len; i++) {
        const SceneThing *t = &b->scene->things.items[i];
        if (t->kind == THING_LOCK && t->task == task) return true;
    }
    return false;
}

static bool is_clocked(const Builder *b, TaskId task) {
    ObjectId groups[8];
    uint32_t n = moment_open_groups(b->model, b->scene->at, task, 0, 8, groups);
    for (uint32_t i = 0; i < n; i++) {
        ObjectKind kind = trace_object_at(model_trace(b->model), groups[i])->kind;
        if (kind == OBJECT_TIMEOUT || kind == OBJECT_WAIT_FOR) return true;
    }
    return false;
}

/* The plate may be given marks until the next one is added. */
static ScenePlate *add_plate(Builder *b, TaskId task, Point at, float radius, LabelSide label) {
    TaskMoment moment = moment_task(b->model, b->scene->at, task);
    Role role = cast_role(b->cast, task);
    ScenePlate p = {
        .task = task,
        .label = label,
        .dish = {.at = at, .radius = radius, .hue = role.hue, .sprite = role.sprite, .left = -1},
    };
    p.dish.look = look_of(b, &moment);
    p.struck = moment.state == TASK_CANCELLED;
    p.running = moment.state == TASK_RUNNING;
    if (moment.state == TASK_WAITING) set_timer(b, &p, &moment.wait);
    if (task_state_live(moment.state)) p.clocked = is_clocked(b, task);
    vec_push(&b->scene->plates, p);
    return &vec_last(&b->scene->plates);
}

const ScenePlate *scene_plate(const Scene *s, TaskId task) {
    for (uint32_t i = 0; i < s->plates.len; i++)
        if (s->plates.items[i].task == task) return &s->plates.items[i];
    return NULL;
}

static SceneThing *add_thing(Builder *b, ThingKind kind, ObjectId object, Rect at) {
    vec_push(&b->scene->things, ((SceneThing){.kind = kind, .object = object, .at = at}));
    return &vec_last(&b->scene->things);
}

/* Some of a line of `n` from x on, `pitch` apart; the last stands for those that have no room. */
typedef struct Row {
    Point from;
    float pitch, radius;
    uint32_t room;
    LabelSide label;
} Row;

static void add_row(Builder *b, const TaskId *tasks, uint32_t given, uint32_t n, Row row) {
    uint32_t shown = n < row.room ? n : row.room;
    if (shown > given) shown = given;
    for (uint32_t i = 0; i < shown; i++) {
        Point at = {row.from.x + row.pitch * (float)i, row.from.y};
        ScenePlate *p = add_plate(b, tasks[i], at, row.radius, row.label);
        if (i + 1 == shown) p->more = n - shown;
    }
}

/* --- the rail and the board ---------------------------------------------------------------- */

static void add_rail(Builder *b) {
    RailEntry entries[ON_RAIL];
    uint32_t n = b->counts.states[TASK_READY] + b->counts.callbacks;
    uint32_t shown = moment_rail(b->model, b->scene->at, 0, ON_RAIL, entries);
    float end = b->cx - 128, pitch = n > 3 ? 105 : 118, radius = n > 3 ? 42 : 49;
    add_thing(b, THING_RAIL, 0, (Rect){26, 40, end - 26, 12})->count = n;
    for (uint32_t i = shown; i-- > 0;) {
        if (!entries[i].task) continue;
        Point at = {end - 70 - pitch * (float)i, 52};
        ScenePlate *p = add_plate(b, entries[i].task, at, radius, LABEL_ON_TICKET);
        p->on_ticket = true;
        p->next = i == 0;
        if (i + 1 == ON_RAIL) p->more = n - ON_RAIL;
    }
}

static void add_board(Builder *b) {
    TaskId task = b->scene->chef.task;
    if (!task || is_library(b, task)) return;
    ScenePlate *p = add_plate(b, task, (Point){b->cx, 340}, 54, LABEL_BELOW);
    p->dish.no_badge = true;
    p->holds = holds_a_lock(b, task);
}

/* --- menus --------------------------------------------------------------------------------- */

static uint32_t take_children(Builder *b, SceneThing *menu, ObjectId group) {
    Child children[THING_CHILDREN];
    menu->room = moment_object(b->model, b->scene->at, group).inside;
    uint32_t n = moment_children(b->model, b->scene->at, group, 0, THING_CHILDREN, children);
    for (uint32_t i = 0; i < n; i++) {
        menu->children[menu->shown++] = children[i].task;
        if (!task_state_live(children[i].state)) menu->count++;
    }
    return n;
}

/* Those among the first; of a longer menu the rest is counted in one go each. */
static void count_done(Builder *b, SceneThing *menu, ObjectId group) {
    Child children[ASKED];
    menu->count = 0;
    for (uint32_t first = 0, n; (n = moment_children(b->model, b->scene->at, group, first, ASKED, children));
         first += n)
        for (uint32_t i = 0; i < n; i++)
            if (!task_state_live(children[i].state)) menu->count++;
}

static void add_menu(Builder *b, TaskId task, const Wait *w, uint32_t nth) {
    float shift = 24.0f * (float)nth;
    uint32_t rows = 1;
    SceneThing *menu = add_thing(b, THING_MENU, w->object, (Rect){28 + shift, 172 + shift, 176, 0});
    menu->task = task;
    if (w->kind == WAIT_TASK) {
        menu->children[menu->shown++] = w->task;
        menu->room = 1;
        menu->count = !task_state_live(moment_task_state(b->model, b->scene->at, w->task));
    } else {
        take_children(b, menu, w->object);
        if (menu->room > THING_CHILDREN) count_done(b, menu, w->object);
    }
    if (menu->room <= THING_CHILDREN) rows = (menu->shown + 2) / 3;
    else rows = 2;
    menu->at.h = 46 + 48 * (float)(rows ? rows : 1) + 38;
}

static bool has_menu(WaitKind kind) {
    return kind == WAIT_GROUP || kind == WAIT_TASK;
}

static void add_menus(Builder *b) {
    TaskId waiting[ASKED];
    uint32_t menus = 0, n = moment_tasks(b->model, b->scene->at, TASK_WAITING, 0, ASKED, waiting);
    for (uint32_t i = 0; i < n; i++) {
        TaskMoment t = moment_task(b->model, b->scene->at, waiting[i]);
        if (!has_menu(t.wait.kind) || is_library(b, waiting[i])) continue;
        if (menus < MENUS_SHOWN) add_menu(b, waiting[i], &t.wait, menus);
        menus++;
    }
}

/* --- the oven ------------------------------------------------------------------------------ */

static bool is_in_the_oven(const Builder *b, const TimerMoment *t) {
    if (!t->task || is_library(b, t->task)) return false;
    if (t->use != TIMER_SLEEP && t->use != TIMER_REQUEST) return false;
    return !scene_plate(b->scene, t->task); /* on the stove: it holds a burner meanwhile */
}

static void add_oven_row(Builder *b, const TaskId *in, uint32_t shown, uint32_t n, Rect oven) {
    float width = oven.w - 28, y = oven.y + 36 + 56;
    if (n == 1) {
        add_plate(b, in[0], (Point){oven.x + 70, y}, 37, LABEL_RIGHT);
        return;
    }
    bool spaced = n <= OVEN_SPACED;
    float radius = !spaced ? 22 : n == 2 ? 32 : n == 3 ? 30 : 27, pitch = width / (float)shown;
    for (uint32_t i = 0; i < shown; i++) {
        Point at = {oven.x + 14 + pitch * ((float)i + 0.5f), spaced ? y - 8 : y};
        ScenePlate *p = add_plate(b, in[i], at, radius, spaced ? LABEL_BELOW : LABEL_NONE);
        p->dish.no_badge = true;
        if (i + 1 == shown) p->more = n - shown;
    }
}

static void add_oven(Builder *b) {
    uint32_t n = b->counts.waits[WAIT_SLEEP] + b->counts.waits[WAIT_REQUEST], shown = 0;
    TaskId in[IN_OVEN];
    Rect oven = {right_of_chef(b), 20, b->scene->width - 26 - right_of_chef(b), 164};
    for (uint32_t i = 0; i < b->scene->plates.len; i++) /* those on the stove sleep as well */
        if (b->scene->plates.items[i].dish.look == LOOK_ASLEEP) n--;
    if (!n) return;
    TimerMoment timers[ASKED];
    uint32_t asked = moment_timers(b->model, b->scene->at, 0, ASKED, timers);
    for (uint32_t i = 0; i < asked && shown < IN_OVEN; i++)
        if (is_in_the_oven(b, &timers[i])) in[shown++] = timers[i].task;
    if (n < shown) n = shown;
    add_thing(b, THING_OVEN, 0, oven)->count = n;
    add_oven_row(b, in, shown, n, oven);
}

/* --- things that are waited at --------------------------------------------------------------- */

/* Who was called is still in the line, but its ticket is on the rail. */
static bool is_waiting(const Builder *b, TaskId task) {
    return task && moment_task_state(b->model, b->scene->at, task) == TASK_WAITING;
}

static uint32_t waiters_of(const Builder *b, ObjectId id, LineKind line, uint32_t most, TaskId *out) {
    Waiter waiters[ASKED];
    uint32_t n = moment_waiters(b->model, b->scene->at, id, line, 0, most, waiters), kept = 0;
    for (uint32_t i = 0; i < n; i++)
        if (is_waiting(b, waiters[i].task) && !scene_plate(b->scene, waiters[i].task))
            out[kept++] = waiters[i].task;
    return kept;
}

static void add_line(Builder *b, ObjectId id, LineKind line, uint32_t n, Row row) {
    TaskId tasks[IN_LINE];
    uint32_t given = waiters_of(b, id, line, IN_LINE, tasks);
    add_row(b, tasks, given, n < given ? given : n, row);
}

static ThingKind thing_of(ObjectKind kind) {
    switch (kind) {
    case OBJECT_LOCK: return THING_LOCK;
    case OBJECT_EVENT:
    case OBJECT_CONDITION: return THING_BELL;
    case OBJECT_BARRIER: return THING_TRAY;
    case OBJECT_SEMAPHORE:
    case OBJECT_BOUNDED_SEMAPHORE: return THING_STOVE;
    case OBJECT_QUEUE:
    case OBJECT_LIFO_QUEUE:
    case OBJECT_PRIORITY_QUEUE: return THING_PASS;
    default: return THING_KINDS;
    }
}

/* The objects of some kinds that are there by now, in the order of making. */
static uint32_t objects_of(const Builder *b, const ObjectKind *kinds, uint32_t kind_count, uint32_t most,
                           ObjectId *out) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < kind_count && n < most; i++)
        n += moment_objects(b->model, b->scene->at, kinds[i], 0, most - n, out + n);
    return n;
}

static void fill_thing(SceneThing *t, const ObjectMoment *o) {
    t->task = o->holder;
    t->set = o->set;
    t->count = o->inside;
    t->room = o->capacity;
}

/* One thing on the wall has its line beneath; of several each has its line beside it. */
static void add_wall_thing(Builder *b, ObjectId id, uint32_t nth, uint32_t n) {
    ObjectMoment o = moment_object(b->model, b->scene->at, id);
    float height = n == 1 ? 176 : n == 2 ? 92 : 48, y = (n > 2 ? 178.0f : 204.0f) + height * (float)nth;
    SceneThing *t = add_thing(b, thing_of(o.kind), id, (Rect){232, y, n == 1 ? 92 : height - 8, height - 8});
    fill_thing(t, &o);
    t->small = n > 1;
    uint32_t waiting = o.waiters[LINE_MAIN];
    Row row = {{268, 346}, 92, waiting > 1 ? 30 : 36, IN_LINE, waiting > 1 ? LABEL_BELOW : LABEL_RIGHT};
    if (n > 1)
        row = (Row){{232 + height + 110, y + height / 2 - 4}, height * 0.8f, height * 0.36f, 2, LABEL_NONE};
    add_line(b, id, LINE_MAIN, waiting, row);
}

static void add_wall(Builder *b) {
    static const ObjectKind kinds[] = {OBJECT_LOCK, OBJECT_EVENT, OBJECT_CONDITION, OBJECT_BARRIER};
    ObjectId ids[WALL_SHOWN];
    uint32_t n = objects_of(b, kinds, 4, WALL_SHOWN, ids);
    for (uint32_t i = 0; i < n; i++) add_wall_thing(b, ids[i], i, n);
}

float scene_burner_pitch(const SceneThing *stove) {
    return stove->room <= 2 && stove->at.w > 300 ? 196 : 104;
}

/* A dish with a burner sits on it while it sleeps; at the board or on the rail it only keeps it. */
static void add_burners(Builder *b, ObjectId id, SceneThing *stove, uint32_t burners) {
    Holder holders[BURNERS_SHOWN];
    uint32_t n = moment_inside(b->model, b->scene->at, id, 0, burners, holders);
    float pitch = scene_burner_pitch(stove);
    bool wide = pitch > 104;
    for (uint32_t i = 0; i < n; i++) {
        TaskId task = holders[i].task;
        TaskMoment t = task ? moment_task(b->model, b->scene->at, task) : (TaskMoment){0};
        if (t.state != TASK_WAITING || has_menu(t.wait.kind) || scene_plate(b->scene, task)) continue;
        Point at = {stove->at.x + 70 + pitch * (float)i, stove->at.y - 62};
        ScenePlate *p = add_plate(b, task, at, 38, wide ? LABEL_RIGHT : LABEL_BELOW);
        p->dish.no_badge = p->dish.look == LOOK_ASLEEP;
    }
}

static void add_stove(Builder *b, ObjectId id, uint32_t nth, uint32_t n) {
    ObjectMoment o = moment_object(b->model, b->scene->at, id);
    float x = right_of_chef(b), whole = b->scene->width - 26 - x,
          w = (whole - 12 * (float)(n - 1)) / (float)n;
    uint32_t burners = o.capacity < BURNERS_SHOWN ? o.capacity : BURNERS_SHOWN;
    uint32_t waiting = o.waiters[LINE_MAIN];
    Rect front = {x + (w + 12) * (float)nth, 344, w, 44};
    if (waiting && n == 1) front.w = gfx_min(w, 60 + 104 * (float)gfx_max(2, (float)burners));
    SceneThing *t = add_thing(b, THING_STOVE, id, front);
    fill_thing(t, &o);
    SceneThing stove = *t;
    add_burners(b, id, &stove, n == 1 ? burners : burners > 2 ? 2 : burners);
    Row row = {{front.x + front.w + 40, 346}, 76, 30, 2, LABEL_BELOW};
    if (n > 1) row = (Row){{front.x + w - 30, 300}, 40, 22, 1, LABEL_NONE};
    add_line(b, id, LINE_MAIN, waiting, row);
}

static void add_stoves(Builder *b) {
    static const ObjectKind kinds[] = {OBJECT_SEMAPHORE, OBJECT_BOUNDED_SEMAPHORE};
    ObjectId ids[STOVES_SHOWN];
    uint32_t n = objects_of(b, kinds, 2, STOVES_SHOWN, ids);
    for (uint32_t i = 0; i < n; i++) add_stove(b, ids[i], i, n);
}

/* --- the pass ----------------------------------------------------------------------------------- */

static float pass_width(uint32_t room, uint32_t count) {
    uint32_t slots = room ? room : count + 1;
    return 60.0f * (float)(slots < THING_SLOTS ? slots : THING_SLOTS);
}

static float add_pass(Builder *b, ObjectId id, float x, float most) {
    ObjectMoment o = moment_object(b->model, b->scene->at, id);
    uint32_t putting = o.waiters[LINE_PUT], taking = o.waiters[LINE_GET];
    if (putting) {
        add_line(b, id, LINE_PUT, putting, (Row){{x + 30, 482}, 0, 30, 1, LABEL_BELOW});
        x += 96;
    }
    float w = gfx_min(pass_width(o.capacity, o.inside), most - x);
    SceneThing *t = add_thing(b, THING_PASS, id, (Rect){x, SHELF_TOP, w, 64});
    fill_thing(t, &o);
    t->shown = moment_items(b->model, b->scene->at, id, 0, THING_SLOTS, t->items);
    x += w + 20;
    if (taking) {
        add_line(b, id, LINE_GET, taking, (Row){{x + 34, 482}, 0, 30, 1, LABEL_RIGHT});
        x += 170;
    }
    return x + 20;
}

static void add_passes(Builder *b) {
    static const ObjectKind kinds[] = {OBJECT_QUEUE, OBJECT_LIFO_QUEUE, OBJECT_PRIORITY_QUEUE};
    ObjectId ids[PASSES_SHOWN];
    uint32_t n = objects_of(b, kinds, 3, PASSES_SHOWN, ids);
    float x = 34;
    for (uint32_t i = 0; i < n; i++) x = add_pass(b, ids[i], x, b->cx - BOARD_HALF);
}

/* --- what is over ---------------------------------------------------------------------------------- */

static void add_ended(Builder *b, ThingKind kind, TaskState state, float x) {
    TaskId tasks[SERVED_SHOWN];
    uint32_t n = b->counts.states[state];
    uint32_t given = moment_tasks(b->model, b->scene->at, state, 0, SERVED_SHOWN, tasks);
    add_thing(b, kind, 0, (Rect){x, SHELF_TOP - 22, 200, 70})->count = n;
    if (n <= 2)
        add_row(b, tasks, given, n,
                (Row){{x + 34, 482}, 104, n == 1 ? 30 : 28, 2, n == 1 ? LABEL_RIGHT : LABEL_NONE});
    else add_row(b, tasks, given, n, (Row){{x + 34, 482}, 60, 28, SERVED_SHOWN, LABEL_NONE});
}

static void add_over(Builder *b) {
    uint32_t failed = b->counts.states[TASK_FAILED] + b->counts.states[TASK_LOST];
    float x = right_of_chef(b), pitch = failed ? 144 : 216;
    add_ended(b, THING_SERVED, TASK_DONE, x);
    add_ended(b, THING_STRUCK, TASK_CANCELLED, x + pitch);
    if (failed) add_ended(b, THING_BURNT, TASK_FAILED, x + 2 * pitch);
}

void scene_make(Scene *s, const Model *m, const Cast *cast, Cursor at, float width) {
    Builder b = {.scene = s, .model = m, .cast = cast, .counts = moment_counts(m, at), .cx = 0.487f * width};
    s->plates.len = s->things.len = 0;
    s->width = width;
    s->cast = cast;
    s->at = at;
    s->time = model_time(m, at);
    s->chef = moment_chef(m, at);
    TimerMoment first;
    s->next_ring = moment_timers(m, at, 0, 1, &first) ? first.due : 0;
    add_rail(&b);
    add_menus(&b);
    add_wall(&b);
    add_board(&b);
    add_stoves(&b);
    add_oven(&b);
    add_passes(&b);
    add_over(&b);
}

void scene_deinit(Scene *s) {
    vec_deinit(&s->plates);
    vec_deinit(&s->things);
}
