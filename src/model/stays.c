#include "model/stays.h"

#include "base/vec.h"

typedef struct Walk {
    const Trace *trace;
    StayOut out;
    void *data;
    VEC(Stay) now; /* by task */
} Walk;

static void move(Walk *w, TaskId task, TaskState to, EventIndex at, EventIndex wait) {
    Stay *s = &w->now.items[task];
    s->to = at;
    if (s->state >= TASK_CREATED && s->state <= TASK_WAITING) w->out(w->data, s);
    *s = (Stay){.task = task, .state = to, .from = at, .wait = wait};
}

/* A turn without a wait behind it is followed by a READY, or it was the last one. */
static void end_turn(Walk *w, const TraceEvent *e, EventIndex at) {
    bool waits = e->a == TURN_WAITS;
    if (e->a == TURN_WAITS || e->a == TURN_YIELDS)
        move(w, e->task, waits ? TASK_WAITING : TASK_READY, at, waits ? e->b : 0);
    else move(w, e->task, TASK_DONE, at, 0);
}

static void follow(Walk *w, const TraceEvent *e, EventIndex at) {
    TaskState is = e->task ? w->now.items[e->task].state : TASK_ABSENT;
    switch (event_kind(e)) {
    case EV_TASK_MADE:
        w->now.items[e->task] = (Stay){.task = e->task, .state = TASK_CREATED, .from = at};
        break;
    case EV_READY: move(w, e->task, TASK_READY, at, 0); break;
    case EV_TURN_BEGUN: move(w, e->task, TASK_RUNNING, at, 0); break;
    case EV_TURN_ENDED: end_turn(w, e, at); break;
    case EV_TASK_LOST: move(w, e->task, TASK_LOST, at, 0); break;
    case EV_TASK_DONE:
        if (is != TASK_RUNNING) move(w, e->task, TASK_DONE, at, 0);
        break;
    default: break;
    }
}

void stays_walk(const Model *m, StayOut out, void *data) {
    Walk w = {.trace = model_trace(m), .out = out, .data = data};
    TaskId tasks = trace_tasks(w.trace);
    EventIndex end = model_end(m);
    for (TaskId i = 0; i <= tasks; i++) vec_push(&w.now, ((Stay){.task = i}));
    for (EventIndex i = 0; i <= end; i++) follow(&w, trace_at(w.trace, i), i);
    for (TaskId i = 1; i <= tasks; i++) move(&w, i, TASK_ABSENT, end, 0);
    vec_deinit(&w.now);
}
