/* Where a dish cooks without the chef: on a burner, with another cook, in the oven. */
#include "view/scene_build.h"

enum { BURNERS = 4, STOVE_ROWS = 4, ROW = 44, COOKS = 3 };

#define STOVE_TOP 344.0f
#define ROWS_TOP 204.0f
#define LOST_TIME 44.0f /* the height of what says how much time is lost, below the oven */

/* Where what stands below the oven begins. */
static float rows_top(const Builder *b) {
    return ROWS_TOP + (b->stock->used[USE_BLOCKS] ? LOST_TIME : 0);
}

/* --- the stove ---------------------------------------------------------------------------------- */

static uint32_t stoves_ever(const Builder *b) {
    return b->stock->objects[OBJECT_SEMAPHORE] + b->stock->objects[OBJECT_BOUNDED_SEMAPHORE];
}

static bool sits_on_it(const Builder *b, TaskId task) {
    TaskMoment t = moment_task(b->model, build_at(b), task);
    if (t.state != TASK_WAITING || scene_plate(b->scene, task)) return false;
    return t.wait.kind == WAIT_SLEEP || t.wait.kind == WAIT_REQUEST || t.wait.kind == WAIT_JOB;
}

/* A dish with a burner sits on it while it sleeps; at the board or on the rail it only keeps it. The burner
 * that stands for several has all the others that sleep. */
static void add_burners(Builder *b, const SceneThing *stove, float radius, LabelSide label) {
    Holder holders[HELD];
    uint32_t n = moment_inside(b->model, build_at(b), stove->object, 0, HELD, holders), shown = 0, more = 0;
    bool stack = stove->room > stove->slots;
    for (uint32_t i = 0; i < n; i++) {
        if (!stack && i >= stove->slots) break;
        if (!holders[i].task || !sits_on_it(b, holders[i].task)) continue;
        if (shown == stove->slots) {
            more++;
            continue;
        }
        float nth = (float)(stack ? shown : i);
        Point at = {stove->at.x + stove->pitch * (nth + 0.5f), STOVE_TOP - 24 - radius};
        ScenePlate *p = build_plate(b, holders[i].task, at, radius, label);
        p->on_burner = true;
        p->dish.no_badge = p->dish.look == LOOK_ASLEEP;
        shown++;
    }
    if (n == HELD && stove->count > n) more += stove->count - n;
    if (more) build_stack(b, &vec_last(&b->scene->plates), more);
}

static void add_stove(Builder *b, ObjectId id) {
    ObjectMoment o = moment_object(b->model, build_at(b), id);
    bool fixed = o.capacity > 2 && b->stock->used[USE_LINES]; /* they stay where they are */
    float width = build_right_width(b), line = fixed || build_waiting(b, id, LINE_MAIN) ? 126.0f : 0;
    SceneThing *t = build_thing(b, THING_STOVE, id, (Rect){build_right(b), STOVE_TOP, width - line, 44});
    t->count = o.inside;
    t->room = o.capacity;
    t->slots = o.capacity > BURNERS ? BURNERS - 1 : o.capacity ? o.capacity : 1;
    t->wide = t->slots <= 2 && line <= 0;
    t->pitch = gfx_min(t->wide ? 196 : 116, (t->at.w - 8) / (float)t->slots);
    SceneThing stove = *t;
    float radius = gfx_min(38, stove.pitch * 0.36f);
    bool single = stove.slots == 1;
    bool crowd = stove.room > stove.slots;
    add_burners(b, &stove, radius, crowd ? LABEL_NONE : stove.wide || single ? LABEL_RIGHT : LABEL_BELOW);
    float x = stove.at.x + stove.at.w + 10;
    if (line > 0) build_line(b, id, LINE_MAIN, (Row){{x, 316, line - 8, 60}, 30, 26, 20, true, false});
}

/* One of several is a row: who cooks there, and who waits. */
static void add_stove_row(Builder *b, ObjectId id, uint32_t nth) {
    Holder holders[ASKED];
    TaskId cooking[ASKED];
    ObjectMoment o = moment_object(b->model, build_at(b), id);
    float x = build_right(b), y = rows_top(b) + ROW * (float)nth, w = build_right_width(b);
    SceneThing *t = build_thing(b, THING_STOVE, id, (Rect){x, y, 150, 40});
    t->small = true;
    t->count = o.inside;
    t->room = o.capacity;
    uint32_t n = moment_inside(b->model, build_at(b), id, 0, ASKED, holders), kept = 0;
    for (uint32_t i = 0; i < n; i++)
        if (holders[i].task && sits_on_it(b, holders[i].task)) cooking[kept++] = holders[i].task;
    float rest = w - 158;
    if (kept)
        build_row(b, cooking, kept, kept, (Row){{x + 158, y, rest * 0.5f, 40}, 15, 15, 15, false, false});
    build_line(b, id, LINE_MAIN,
               (Row){{x + 166 + rest * 0.55f, y, rest * 0.45f - 8, 40}, 16, 16, 16, false, false});
}

void build_stoves(Builder *b) {
    static const ObjectKind kinds[] = {OBJECT_SEMAPHORE, OBJECT_BOUNDED_SEMAPHORE};
    ObjectId ids[STOVE_ROWS];
    uint32_t room = b->stock->used[USE_BLOCKS] ? STOVE_ROWS - 1 : STOVE_ROWS;
    uint32_t all, n = build_objects(b, (Kinds){kinds, 2}, room, ids, &all);
    bool more = all > n;
    if (more) n = build_objects(b, (Kinds){kinds, 2}, room - 1, ids, &all);
    for (uint32_t i = 0; i < n; i++) {
        if (stoves_ever(b) == 1) add_stove(b, ids[i]);
        else add_stove_row(b, ids[i], i);
    }
    if (!more) return;
    SceneThing *t =
        build_thing(b, THING_MORE, 0, (Rect){build_right(b), rows_top(b) + ROW * (float)n, 200, 40});
    t->count = all - n;
    t->of = THING_STOVE;
}

/* --- other cooks ------------------------------------------------------------------------------------ */

/* Without a stove they have its place; else there is room for one, right of the oven. */
static Rect cooks_place(const Builder *b) {
    if (!stoves_ever(b)) {
        float top = rows_top(b) - 8;
        return (Rect){build_right(b), top, build_right_width(b), 388 - top};
    }
    return (Rect){b->scene->width - 26 - 128, 20, 128, 164};
}

static TaskId who_waits_for(const Builder *b, ObjectId job) {
    for (uint32_t i = 0; i < b->scanned.len; i++) {
        TaskMoment t = moment_task(b->model, build_at(b), b->scanned.items[i]);
        if (t.state == TASK_WAITING && t.wait.kind == WAIT_JOB && t.wait.object == job)
            return b->scanned.items[i];
    }
    return 0;
}

void build_cooks(Builder *b) {
    if (!b->stock->used[USE_JOBS] && !b->counts.jobs) return;
    ObjectId jobs[COOKS];
    Rect in = cooks_place(b);
    uint32_t room = in.w > 300 ? COOKS : 1, n = moment_jobs(b->model, build_at(b), 0, room, jobs);
    if (b->counts.jobs > n && in.w > 300) in.w -= 56; /* for the number of the others */
    float pitch = in.w / (float)(n > 1 ? n : 1);
    if (n <= 1) pitch = gfx_min(pitch, 190);
    for (uint32_t i = 0; i < (n ? n : 1); i++) {
        Rect at = {in.x + pitch * (float)i, in.y, pitch, in.h};
        SceneThing *t = build_thing(b, THING_COOK, n ? jobs[i] : 0, at);
        TaskId task = n ? who_waits_for(b, jobs[i]) : 0;
        t->task = task;
        t->count = n ? 1 : 0;
        float radius = in.h > 180 ? 30 : 26;
        Point plate = {at.x + at.w / 2, at.y + at.h - 16 - radius};
        if (!task || scene_plate(b->scene, task)) continue;
        ScenePlate *p = build_plate(b, task, plate, radius, n == 1 && in.w > 300 ? LABEL_RIGHT : LABEL_BELOW);
        p->dish.no_badge = true;
    }
    if (n == room && b->counts.jobs > n) vec_last(&b->scene->things).waiting = b->counts.jobs - n;
}

/* --- the oven ------------------------------------------------------------------------------ */

enum { OVEN_SPACED = 4, OVEN_MOST = 18 };

static bool holds_a_permit(const Builder *b, TaskId task) {
    for (uint32_t i = 0; i < b->holds.len; i++)
        if (b->holds.items[i].task == task && !b->holds.items[i].tool) return true;
    return false;
}

static bool is_in_the_oven(const Builder *b, const TimerMoment *t) {
    if (!t->task || build_is_library(b, t->task)) return false;
    if (t->use != TIMER_SLEEP && t->use != TIMER_REQUEST) return false;
    if (scene_plate(b->scene, t->task)) return false; /* on the stove: it holds a burner meanwhile */
    bool stack = b->placed[WAIT_SLEEP] + b->placed[WAIT_REQUEST] > ASKED;
    return !stack || !holds_a_permit(b, t->task);
}

static ScenePlate *add_in_oven(Builder *b, TaskId task, Point at, float radius, LabelSide label) {
    ScenePlate *p = build_plate(b, task, at, radius, label);
    p->in_oven = true;
    p->dish.no_badge = true;
    return p;
}

/* Two rows of small ones. */
static void add_crowd(Builder *b, const TaskId *in, uint32_t shown, uint32_t n, Rect window) {
    uint32_t per = shown > 8 || window.w < 46 * (float)shown ? (shown + 1) / 2 : shown;
    float pitch = window.w / (float)per, rows = per < shown ? 2 : 1;
    float radius = gfx_min(rows > 1 ? 18 : 24, pitch / 2 / 1.34f - 1);
    for (uint32_t i = 0; i < shown; i++) {
        Point at = {window.x + pitch * ((float)(i % per) + 0.5f),
                    window.y + window.h * ((float)(i / per) + 0.5f) / rows};
        ScenePlate *p = add_in_oven(b, in[i], at, radius, LABEL_NONE);
        if (i + 1 == shown) build_stack(b, p, n - shown);
    }
}

/* Of very many the first to ring, and all the others behind it. */
static void add_soonest(Builder *b, const TaskId *in, uint32_t n, Rect window) {
    float y = window.y + window.h / 2, said = n > 9999 ? 152 : n > 999 ? 138 : 114;
    add_in_oven(b, in[0], (Point){window.x + 48, y}, 34, LABEL_RIGHT);
    ScenePlate *p = add_in_oven(b, in[1], (Point){window.x + window.w - said, y}, 28, LABEL_NONE);
    build_stack(b, p, n - 2);
}

static void add_spaced(Builder *b, const TaskId *in, uint32_t n, Rect window) {
    float radius = n == 2 ? 32 : n == 3 ? 30 : 27, pitch = window.w / (float)n;
    for (uint32_t i = 0; i < n; i++) {
        Point at = {window.x + pitch * ((float)i + 0.5f), window.y + window.h / 2 - 9};
        add_in_oven(b, in[i], at, radius, LABEL_BELOW);
    }
}

static void add_dishes(Builder *b, const TaskId *in, uint32_t given, uint32_t n, Rect oven) {
    Rect window = {oven.x + 20, oven.y + 38, oven.w - 40, oven.h - 54};
    uint32_t most = 2 * (uint32_t)(window.w / 44);
    if (most > OVEN_MOST) most = OVEN_MOST;
    if (n == 1) add_in_oven(b, in[0], (Point){oven.x + 70, window.y + window.h / 2}, 37, LABEL_RIGHT);
    else if (n <= OVEN_SPACED && n == given && window.w > 100 * (float)n) add_spaced(b, in, n, window);
    else if (n <= most && n == given) add_crowd(b, in, given, n, window);
    else if (given >= 2) add_soonest(b, in, n, window);
    else if (given) {
        ScenePlate *p = add_in_oven(b, in[0], (Point){oven.x + 70, window.y + window.h / 2}, 34, LABEL_NONE);
        build_stack(b, p, n - 1);
    }
}

static bool is_among(TaskId task, const TaskId *in, uint32_t n) {
    for (uint32_t i = 0; i < n; i++)
        if (in[i] == task) return true;
    return false;
}

/* Those whose timer has just rung stand in it until they are called to the rail. */
static uint32_t add_rung(const Builder *b, TaskId *in, uint32_t given, uint32_t n) {
    for (uint32_t i = 0; i < b->scanned.len && given < OVEN_MOST && given < n; i++) {
        TaskId task = b->scanned.items[i];
        TaskMoment t = moment_task(b->model, build_at(b), task);
        bool sleeps = t.state == TASK_WAITING && (t.wait.kind == WAIT_SLEEP || t.wait.kind == WAIT_REQUEST);
        if (sleeps && !scene_plate(b->scene, task) && !is_among(task, in, given)) in[given++] = task;
    }
    return given;
}

void build_oven(Builder *b) {
    uint32_t all = b->counts.waits[WAIT_SLEEP] + b->counts.waits[WAIT_REQUEST];
    uint32_t placed = b->placed[WAIT_SLEEP] + b->placed[WAIT_REQUEST];
    uint32_t n = all > placed ? all - placed : 0, given = 0;
    if (!n && !b->stock->used[USE_TIMERS]) return;
    TaskId in[OVEN_MOST];
    Rect oven = {build_right(b), 20, build_right_width(b), 164};
    if (stoves_ever(b) && b->stock->used[USE_JOBS]) oven.w -= 140;
    TimerMoment timers[HELD];
    uint32_t asked = n ? moment_timers(b->model, build_at(b), 0, HELD, timers) : 0;
    for (uint32_t i = 0; i < asked && given < OVEN_MOST && given < n; i++)
        if (is_in_the_oven(b, &timers[i])) in[given++] = timers[i].task;
    build_thing(b, THING_OVEN, 0, oven)->count = n;
    if (given < n) given = add_rung(b, in, given, n);
    if (given) add_dishes(b, in, given, n, oven);
}
