/* Lanes of the timeline: what a chef, a task, or an object did, as spans ready to draw. Where
 * spans would be thinner than can be seen, many are folded into one that says how many and
 * what was most of it; the work depends on the pixels and not on the length of the run. */
#ifndef TOQUE_MODEL_LANES_H
#define TOQUE_MODEL_LANES_H

#include "base/vec.h"
#include "model/axes.h"
#include "model/moment.h"

typedef enum LaneKind { LANE_CHEF, LANE_TASK, LANE_OBJECT } LaneKind;

typedef struct Lane {
    LaneKind kind;
    uint32_t id; /* TaskId or ObjectId; of LANE_CHEF 0 */
} Lane;

/* One state that lasts, or several, folded: then state, task, wait and object are those that took the
 * most time, level and waiters those at the beginning. */
typedef struct LaneSpan {
    double from, to;    /* positions on the axis; not clipped to the window */
    EventIndex begin;   /* the event by which it begins */
    EventIndex end;     /* by which it ends; NEVER: it lasts to the end of the record */
    uint32_t folded;    /* how many states are in it; 1: this one alone */
    uint8_t state;      /* ChefState, TaskState, or of an object LaneObjectState */
    uint8_t wait;       /* of a waiting task: WaitKind */
    TaskId task;        /* chef: who is at the board. Lock: who holds it. Task: for whom it waits, or 0 */
    ObjectId object;    /* task: what it waits for, or 0 */
    uint32_t level;     /* object: ObjectMoment.inside */
    uint32_t level_max; /* the most in the span */
    uint32_t waiters;   /* object: in all its lines but that of join */
    uint32_t waiters_max;
} LaneSpan;

/* An object is idle, in use, or in use and somebody waits. Of an event IN_USE: it is set. Of a queue: it
 * holds something. Of a group, a timeout, a job, a request, a future: it is open. */
typedef enum LaneObjectState {
    LANE_FREE,
    LANE_IN_USE,
    LANE_CONTENDED,
    LANE_OVER,
} LaneObjectState;

typedef struct LaneWindow {
    Axis axis;
    double from, to; /* positions that are seen */
    uint32_t width;  /* pixels for them */
} LaneWindow;

typedef VEC(LaneSpan) LaneSpans;

/* Adds the spans of a lane that meet the window, in order, each touching the next, 4 a pixel at most.
 * A task's begin where it is made and end where it is over. */
void lane_spans(const Model *m, Lane lane, const LaneWindow *window, LaneSpans *out);

#endif
