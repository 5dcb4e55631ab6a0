#include "model/circle.h"

enum { STARTS = 1000, BRANCHES = 64 };

typedef struct Circle {
    const Model *m;
    Cursor at;
    CircleStep *path;
    uint32_t len;
} Circle;

static bool follow(Circle *c, TaskId task);

static bool any_child(Circle *c, ObjectId group) {
    Child children[BRANCHES];
    uint32_t n = moment_children(c->m, c->at, group, 0, BRANCHES, children);
    for (uint32_t i = 0; i < n; i++)
        if (children[i].task && task_state_live(children[i].state) && follow(c, children[i].task))
            return true;
    return false;
}

static bool any_holder(Circle *c, ObjectId object) {
    Holder holders[BRANCHES];
    uint32_t n = moment_inside(c->m, c->at, object, 0, BRANCHES, holders);
    for (uint32_t i = 0; i < n; i++)
        if (holders[i].task && follow(c, holders[i].task)) return true;
    return false;
}

/* Who it is that must do something first, where that is known. */
static bool follow_wait(Circle *c, const Wait *wait) {
    switch (wait->kind) {
    case WAIT_TASK: return wait->task && follow(c, wait->task);
    case WAIT_GROUP: return any_child(c, wait->object);
    case WAIT_LOCK:
    case WAIT_SEMAPHORE: return any_holder(c, wait->object);
    default: return false;
    }
}

/* True when the way is back where it began. */
static bool follow(Circle *c, TaskId task) {
    if (c->len && task == c->path[0].task) return true;
    if (c->len == CIRCLE_MOST) return false;
    for (uint32_t i = 0; i < c->len; i++)
        if (c->path[i].task == task) return false;
    TaskMoment now = moment_task(c->m, c->at, task);
    if (now.state != TASK_WAITING) return false;
    c->path[c->len++] = (CircleStep){task, now.wait};
    if (follow_wait(c, &now.wait)) return true;
    c->len--;
    return false;
}

uint32_t circle_find(const Model *m, Cursor at, CircleStep out[CIRCLE_MOST]) {
    Circle c = {.m = m, .at = at, .path = out};
    TaskId tasks = moment_tasks_made(m, at);
    for (TaskId task = 1; task <= tasks && task <= STARTS; task++)
        if (follow(&c, task)) return c.len;
    return 0;
}
