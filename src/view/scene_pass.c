/* The pass: queues, with who waits to put and who waits to take. */
#include "view/scene_build.h"

enum { PASSES = 4, SLOT_PITCH = 60, ROW = 46 };

#define PASS_LEFT 34.0f
#define WAITER 74.0f

static float pass_right(const Builder *b) {
    return b->cx - BOARD_HALF - 10;
}

/* How many places are drawn: all of them, or those that are taken and one more. */
static uint32_t slots_of(const ObjectMoment *o) {
    uint32_t slots = o->capacity ? o->capacity : o->inside + 1;
    return slots < THING_SLOTS ? slots : THING_SLOTS;
}

static void fill(Builder *b, SceneThing *t, const ObjectMoment *o) {
    t->count = o->inside;
    t->room = o->capacity;
    t->shown = moment_items(b->model, build_at(b), t->object, 0, THING_SLOTS, t->items);
    if (t->shown > t->count) t->shown = t->count;
}

/* Who waits to put stands at the left, who waits to take at the right, and with them who waits until all
 * is done. */
static void add_pass(Builder *b, ObjectId id, float x, float w) {
    ObjectMoment o = moment_object(b->model, build_at(b), id);
    uint32_t taking = build_waiting(b, id, LINE_GET), putting = build_waiting(b, id, LINE_PUT),
             joining = build_waiting(b, id, LINE_JOIN);
    float right = x + w;
    if (putting) {
        build_line(b, id, LINE_PUT,
                   (Row){{x, 452, putting > 1 ? WAITER + 40 : WAITER, 60}, 28, 24, 20, true, false});
        x += putting > 1 ? WAITER + 40 : WAITER;
    }
    float keep = (taking ? WAITER + 20 : 0) + (joining ? WAITER : 0);
    uint32_t slots = slots_of(&o);
    SceneThing *t = build_thing(b, THING_PASS, id, (Rect){x, SHELF_TOP, 0, 64});
    fill(b, t, &o);
    float room = right - x - keep - (t->room ? 0 : 30);
    t->pitch = gfx_min(SLOT_PITCH, room / (float)slots);
    if (t->pitch < 30) t->pitch = 30;
    while (t->pitch * (float)slots > room && slots > 1) slots--;
    t->slots = slots;
    t->at.w = t->pitch * (float)slots;
    x += t->at.w + (t->room ? 12 : 42);
    if (taking) {
        float space = gfx_max(WAITER, right - x - (joining ? WAITER : 0));
        build_line(b, id, LINE_GET, (Row){{x, 452, space, 60}, 30, 26, 20, true, false});
    }
    if (joining) {
        float space = taking ? WAITER : gfx_max(WAITER, right - x);
        build_line(b, id, LINE_JOIN, (Row){{right - space, 452, space, 60}, 28, 24, 20, true, false});
    }
}

/* One of many: its length as a bar. */
static void add_pass_cell(Builder *b, ObjectId id, Rect at) {
    ObjectMoment o = moment_object(b->model, build_at(b), id);
    SceneThing *t = build_thing(b, THING_PASS, id, (Rect){at.x, at.y, at.w - 84, at.h});
    fill(b, t, &o);
    t->small = true;
    float x = at.x + at.w - 78;
    LineKind lines[] = {LINE_PUT, LINE_GET, LINE_JOIN};
    for (int i = 0; i < 3; i++) {
        if (!build_waiting(b, id, lines[i])) continue;
        build_line(b, id, lines[i], (Row){{x, at.y, 72, at.h}, 16, 16, 16, false, false});
        x += 40;
    }
}

void build_passes(Builder *b) {
    static const ObjectKind kinds[] = {OBJECT_QUEUE, OBJECT_LIFO_QUEUE, OBJECT_PRIORITY_QUEUE};
    ObjectId ids[PASSES];
    uint32_t all, n = build_objects(b, (Kinds){kinds, 3}, PASSES, ids, &all), ever = 0;
    for (int i = 0; i < 3; i++) ever += b->stock->objects[kinds[i]];
    bool more = all > n;
    if (more) n = build_objects(b, (Kinds){kinds, 3}, PASSES - 1, ids, &all);
    float whole = pass_right(b) - PASS_LEFT, half = whole / 2;
    for (uint32_t i = 0; i < n; i++) {
        if (ever == 1) add_pass(b, ids[i], PASS_LEFT, whole);
        else if (ever == 2) add_pass(b, ids[i], PASS_LEFT + half * (float)i, half - 16);
        else
            add_pass_cell(
                b, ids[i],
                (Rect){PASS_LEFT + half * (float)(i % 2), 422 + ROW * (float)(i / 2), half - 12, 42});
    }
    if (!more) return;
    SceneThing *t = build_thing(b, THING_MORE, 0, (Rect){PASS_LEFT + half, 422 + ROW, half - 12, 42});
    t->count = all - n;
    t->of = THING_PASS;
}
