/* A deadlock's circle: each waits for what the next one has. It stands in the place of oven and stove. */
#include "view/scene_build.h"

enum { NODES = 12, STEPS = 64 };

/* Whom a task waits for, and through what. */
typedef struct Want {
    TaskId task;
    ObjectId object; /* 0: for the next task itself */
} Want;

static TaskId who_has(const Builder *b, TaskId task, ObjectId *object) {
    TaskMoment t = moment_task(b->model, build_at(b), task);
    Holder holder;
    *object = 0;
    if (t.state != TASK_WAITING) return 0;
    if (t.wait.kind == WAIT_TASK) return t.wait.task;
    if (t.wait.kind != WAIT_LOCK && t.wait.kind != WAIT_SEMAPHORE) return 0;
    *object = t.wait.object;
    return moment_inside(b->model, build_at(b), t.wait.object, 0, 1, &holder) ? holder.task : 0;
}

/* The circle that a task's wants lead into; 0: they end somewhere. */
static uint32_t circle_from(const Builder *b, TaskId task, Want *out) {
    Want way[STEPS];
    for (uint32_t n = 0; n < STEPS && task; n++) {
        for (uint32_t i = 0; i < n; i++) {
            if (way[i].task != task) continue;
            for (uint32_t k = i; k < n; k++) out[k - i] = way[k];
            return n - i;
        }
        way[n].task = task;
        task = who_has(b, task, &way[n].object);
    }
    return 0;
}

static uint32_t find_circle(const Builder *b, Want *out) {
    for (uint32_t i = 0; i < b->scanned.len; i++) {
        uint32_t n = circle_from(b, b->scanned.items[i], out);
        if (n) return n;
    }
    return 0;
}

static Point on_circle(const Builder *b, float part) {
    float left = b->cx + 168, right = b->scene->width - 10, a = part * 2 * GFX_PI;
    float rx = (right - left) / 2 - 66;
    return (Point){(left + right) / 2 - rx * cosf(a), 206 - 138 * sinf(a)};
}

static void add_task_node(Builder *b, TaskId task, float part, float radius) {
    float side = cosf(part * 2 * GFX_PI);
    LabelSide label = fabsf(side) < 0.3f ? LABEL_BELOW : side > 0 ? LABEL_RIGHT : LABEL_LEFT;
    build_plate(b, task, on_circle(b, part), radius, label);
}

static void add_object_node(Builder *b, ObjectId object, float part, float radius) {
    SceneThing *t = build_thing(b, THING_NODE, object, rect_around(on_circle(b, part), radius));
    ObjectKind kind = trace_object_at(model_trace(b->model), object)->kind;
    t->tool = kind == OBJECT_LOCK ? build_tool(b, object) : "burner-lit";
    t->set = sinf(part * 2 * GFX_PI) < -0.3f; /* its name stands above it */
    if (b->hidden_count < 8) b->hidden[b->hidden_count++] = object;
}

void build_cycle(Builder *b) {
    Want wants[STEPS];
    if (!b->scene->stuck) return;
    uint32_t n = find_circle(b, wants), nodes = 0, nth = 0;
    for (uint32_t i = 0; i < n; i++) nodes += wants[i].object ? 2 : 1;
    if (!n || nodes > NODES) return;
    float left = b->cx + 168, radius = nodes > 4 ? 32 : 46;
    build_thing(b, THING_CYCLE, 0, (Rect){left, 10, b->scene->width - 10 - left, 382});
    b->scene->cycle_plate = b->scene->plates.len;
    b->scene->cycle_thing = b->scene->things.len;
    for (uint32_t i = 0; i < n; i++) {
        add_task_node(b, wants[i].task, (float)nth++ / (float)nodes, radius);
        if (wants[i].object)
            add_object_node(b, wants[i].object, (float)nth++ / (float)nodes, nodes > 4 ? 28 : 38);
    }
    b->scene->cycle = nodes;
}
