/* What hangs and stands at the wall: locks on their hooks, bells, trays, each with its line. */
#include "view/scene_build.h"

enum { ROWS = 4, ROW = 48, TRAY_PLACES = 6 };

#define WALL_TOP 196.0f

static ThingKind thing_of(ObjectKind kind) {
    if (kind == OBJECT_EVENT) return THING_BELL;
    return kind == OBJECT_BARRIER ? THING_TRAY : THING_LOCK;
}

static void fill(Builder *b, SceneThing *t, const ObjectMoment *o) {
    t->task = o->holder;
    t->set = o->set;
    t->count = o->kind == OBJECT_CONDITION ? o->holder != 0 : o->inside;
    t->room = o->capacity;
    if (t->kind == THING_LOCK) t->tool = build_tool(b, t->object);
    t->wide = o->kind == OBJECT_CONDITION; /* with a bell */
}

/* The widest that the chef's arm leaves. */
static float wall_width(const Builder *b) {
    return b->cx - 152 - WALL_LEFT;
}

/* A condition has two lines: for its lock, and for its bell. */
static void add_lines(Builder *b, const SceneThing *t, Row row) {
    const TraceObject *o = trace_object_at(model_trace(b->model), t->object);
    if (o->kind == OBJECT_CONDITION && o->count && build_waiting(b, o->count, LINE_MAIN)) {
        Row first = row;
        first.in.w = row.in.w * 0.48f;
        first.names = false;
        build_line(b, o->count, LINE_MAIN, first);
        row.in.x += row.in.w * 0.52f;
        row.in.w *= 0.48f;
        row.names = false;
    }
    build_line(b, t->object, LINE_MAIN, row);
}

/* The dishes stand on their places. */
static void add_tray(Builder *b, SceneThing *t, float width) {
    uint32_t places = t->room < TRAY_PLACES ? t->room : TRAY_PLACES;
    if (!places) places = 1;
    t->slots = places;
    t->pitch = gfx_min(74, width / (float)places);
    t->at = (Rect){WALL_LEFT, 300, t->pitch * (float)places, 84};
    float radius = gfx_min(30, t->pitch * 0.43f);
    TaskId tasks[ASKED];
    Waiter waiters[ASKED];
    uint32_t n = moment_waiters(b->model, build_at(b), t->object, LINE_MAIN, 0, ASKED, waiters), kept = 0;
    uint32_t all = build_waiting(b, t->object, LINE_MAIN);
    for (uint32_t i = 0; i < n; i++)
        if (moment_task_state(b->model, build_at(b), waiters[i].task) == TASK_WAITING)
            tasks[kept++] = waiters[i].task;
    for (uint32_t i = 0; i < kept && i < places; i++) {
        Point at = {t->at.x + t->pitch * ((float)i + 0.5f), 366 - radius};
        ScenePlate *p = build_plate(b, tasks[i], at, radius, LABEL_BELOW);
        if (i + 1 == places && all > places) build_stack(b, p, all - places);
    }
}

static void add_alone(Builder *b, ObjectId id) {
    ObjectMoment o = moment_object(b->model, build_at(b), id);
    float width = wall_width(b);
    SceneThing *t = build_thing(b, thing_of(o.kind), id, (Rect){WALL_LEFT, WALL_TOP, 92, 96});
    fill(b, t, &o);
    SceneThing thing = *t;
    if (thing.kind == THING_TRAY) {
        uint32_t at = b->scene->things.len - 1;
        add_tray(b, &thing, width);
        b->scene->things.items[at] = thing;
        return;
    }
    add_lines(b, &thing, (Row){{WALL_LEFT, 308, width, 76}, 36, 30, 20, true, false});
}

/* One of two: its line stands beside it. */
static void add_half(Builder *b, ObjectId id, uint32_t nth) {
    ObjectMoment o = moment_object(b->model, build_at(b), id);
    float y = 184 + 102 * (float)nth;
    SceneThing *t = build_thing(b, thing_of(o.kind), id, (Rect){WALL_LEFT, y, 66, 70});
    fill(b, t, &o);
    t->small = true;
    SceneThing thing = *t;
    float x = WALL_LEFT + 82, right = WALL_LEFT + wall_width(b);
    add_lines(b, &thing, (Row){{x, y + 48, right - x, 48}, 22, 22, 16, true, false});
}

static void add_in_rows(Builder *b, ObjectId id, uint32_t nth) {
    ObjectMoment o = moment_object(b->model, build_at(b), id);
    float y = 178 + ROW * (float)nth, right = WALL_LEFT + wall_width(b);
    SceneThing *t = build_thing(b, thing_of(o.kind), id, (Rect){WALL_LEFT, y, 40, 42});
    fill(b, t, &o);
    t->small = true;
    SceneThing thing = *t;
    float x = right - 84;
    add_lines(b, &thing, (Row){{x, y + 2, 84, 40}, 17, 17, 17, false, false});
}

void build_wall(Builder *b) {
    static const ObjectKind kinds[] = {OBJECT_LOCK, OBJECT_EVENT, OBJECT_CONDITION, OBJECT_BARRIER};
    ObjectId ids[ROWS];
    uint32_t ever = 0, all;
    for (int i = 0; i < 4; i++) ever += b->stock->objects[kinds[i]];
    ever -= b->stock->condition_locks < ever ? b->stock->condition_locks : 0;
    uint32_t n = build_objects(b, (Kinds){kinds, 4}, ROWS, ids, &all);
    bool more = all > n;
    if (more) n = build_objects(b, (Kinds){kinds, 4}, ROWS - 1, ids, &all);
    for (uint32_t i = 0; i < n; i++) {
        if (ever <= 1 && n == 1) add_alone(b, ids[i]);
        else if (ever <= 2 && n <= 2) add_half(b, ids[i], i);
        else add_in_rows(b, ids[i], i);
    }
    if (!more) return;
    SceneThing *t = build_thing(b, THING_MORE, 0, (Rect){WALL_LEFT, 178 + ROW * (float)n, 200, 40});
    t->count = all - n;
    t->of = THING_LOCK;
}
