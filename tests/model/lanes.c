#include "judge.h"

#include "model/lanes.h"

#include <stdio.h>

/* Lanes agree with moments: spans touch each other, there are not too many, and what a span that
 * is not folded says is what a moment in it says. */

typedef struct LaneProof {
    const Model *m;
    Lane lane;
    const LaneWindow *window;
    LaneSpans spans;
} LaneProof;

static bool wrong(const LaneProof *p, uint32_t i, const char *what) {
    const LaneSpan *s = &p->spans.items[i];
    printf("lane %d %u, %u pixels, axis %g %g, span %u (%u to %u, state %u, folded %u): %s\n",
           (int)p->lane.kind, p->lane.id, p->window->width, p->window->axis.per_second,
           p->window->axis.per_turn, i, s->begin, s->end, s->state, s->folded, what);
    return false;
}

static bool task_agrees(const LaneProof *p, const LaneSpan *s, Cursor at) {
    TaskMoment t = moment_task(p->m, at, p->lane.id);
    if (t.state != s->state) return false;
    return t.state != TASK_WAITING ||
           (t.wait.kind == s->wait && t.wait.object == s->object && t.wait.task == s->task);
}

static bool chef_agrees(const LaneProof *p, const LaneSpan *s, Cursor at) {
    ChefMoment chef = moment_chef(p->m, at);
    return chef.state == s->state && chef.task == s->task;
}

static bool object_agrees(const LaneProof *p, const LaneSpan *s, Cursor at) {
    ObjectMoment o = moment_object(p->m, at, p->lane.id);
    if (!o.exists) return false;
    bool lives = o.kind >= OBJECT_GATHER || o.kind == OBJECT_FUTURE || o.kind == OBJECT_LOOP;
    if (lives) return s->state == (o.over ? LANE_OVER : o.open ? LANE_IN_USE : LANE_FREE);
    uint32_t waiters = o.waiters[LINE_MAIN] + o.waiters[LINE_PUT];
    LaneObjectState state = waiters ? LANE_CONTENDED : o.inside ? LANE_IN_USE : LANE_FREE;
    if (s->state != state || s->level != o.inside || s->waiters != waiters) return false;
    return o.kind != OBJECT_LOCK || s->task == o.holder;
}

static bool agrees(const LaneProof *p, const LaneSpan *s, Cursor at) {
    switch (p->lane.kind) {
    case LANE_CHEF: return chef_agrees(p, s, at);
    case LANE_TASK: return task_agrees(p, s, at);
    default: return object_agrees(p, s, at);
    }
}

static bool check_span(const LaneProof *p, uint32_t i) {
    const LaneSpan *s = &p->spans.items[i];
    EventIndex end = s->end == NEVER ? model_end(p->m) + 1 : s->end;
    if (s->to < s->from || end <= s->begin) return wrong(p, i, "it goes back");
    if (s->folded == 0) return wrong(p, i, "nothing is in it");
    if (i > 0 && (s->from != s[-1].to || s->begin != s[-1].end))
        return wrong(p, i, "it does not touch the one before");
    if (s->folded > 1) return true;
    EventIndex step = (end - s->begin) / 5 + 1;
    for (Cursor at = s->begin; at < end; at += step)
        if (!agrees(p, s, at)) return wrong(p, i, "the moment says something else");
    return agrees(p, s, end - 1) || wrong(p, i, "the moment at its end says something else");
}

static bool check_lane(const Model *m, Lane lane, const LaneWindow *window) {
    LaneProof p = {.m = m, .lane = lane, .window = window};
    lane_spans(m, lane, window, &p.spans);
    bool good = p.spans.len <= 4 * (uint64_t)window->width + 4 || wrong(&p, 0, "too many spans");
    for (uint32_t i = 0; good && i < p.spans.len; i++) good = check_span(&p, i);
    vec_deinit(&p.spans);
    return good;
}

static bool check_lanes(const Model *m, const LaneWindow *window) {
    enum { EACH = 25 };
    bool good = check_lane(m, (Lane){LANE_CHEF, 0}, window);
    uint32_t tasks = moment_tasks_made(m, model_end(m)), objects = trace_objects(model_trace(m));
    for (TaskId id = 1; good && id <= tasks; id += tasks / EACH + 1)
        good = check_lane(m, (Lane){LANE_TASK, id}, window);
    for (ObjectId id = 1; good && id <= objects; id += objects / EACH + 1)
        good = check_lane(m, (Lane){LANE_OBJECT, id}, window);
    return good;
}

bool lanes_agree(const Model *m) {
    const Axis axes[] = {AXIS_CLOCK, AXIS_TURNS, axis_kitchen(0.01)};
    static const uint32_t widths[] = {1000000000, 900, 20};
    for (uint32_t a = 0; a < sizeof axes / sizeof *axes; a++) {
        double length = axis_length(m, axes[a]);
        for (uint32_t w = 0; w < sizeof widths / sizeof *widths; w++) {
            LaneWindow all = {axes[a], 0, length, widths[w]};
            LaneWindow part = {axes[a], length * 0.4, length * 0.5, widths[w]};
            if (!check_lanes(m, &all) || !check_lanes(m, &part)) return false;
        }
    }
    return true;
}

/* There and back again: a position finds the last of the events that lie there. */
bool axes_agree(const Model *m) {
    const Axis axes[] = {AXIS_CLOCK, AXIS_TURNS, axis_kitchen(0.01)};
    for (uint32_t a = 0; a < sizeof axes / sizeof *axes; a++) {
        double before = 0;
        EventIndex step = model_end(m) / 300 + 1;
        for (Cursor at = 0; at <= model_end(m); at += step) {
            double position = axis_position(m, axes[a], at);
            Cursor back = axis_cursor(m, axes[a], position);
            if (position < before) return printf("positions go back at %u\n", at), false;
            if (back < at || axis_position(m, axes[a], back) != position)
                return printf("axis %u: %u is found as %u\n", a, at, back), false;
            before = position;
        }
    }
    return true;
}
