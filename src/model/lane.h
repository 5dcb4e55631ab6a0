/* Walking over the levels of a lane, from coarse to fine. Inside of the room. */
#ifndef TOQUE_MODEL_LANE_H
#define TOQUE_MODEL_LANE_H

#include "model/index.h"
#include "model/lanes.h"

enum { SPAN_STATES = 9 }; /* as many as any kind of lane has */
_Static_assert((int)SPAN_STATES >= (int)TASK_STATES && (int)SPAN_STATES >= (int)CHEF_STATES, "all fit");

/* What the states in a span took, and the longest time of one state in it. */
typedef struct SpanSums {
    float times[SPAN_STATES];
    float longest;
    uint8_t state; /* of the longest */
    TaskId task;
    EventIndex reason; /* of waiting: what the end of the turn names */
} SpanSums;

/* An event with where it lies. Number NEVER: the end of the record. */
typedef struct LanePoint {
    EventIndex event;
    uint64_t time;
    double position;
} LanePoint;

typedef struct LaneWalk LaneWalk;

/* How a kind of lane goes from its levels to spans. Entries are numbered from 0. */
typedef struct LaneShape {
    const LevelShape *levels;
    uint32_t entries;     /* for a node of the finest level */
    double folded_pixels; /* a node that is no wider is one span: its entries would be too thin */
    void (*fold)(LaneWalk *w, const void *node, LaneSpan span, uint64_t until, uint32_t entries);
    void (*draw)(LaneWalk *w, uint32_t first, uint32_t after); /* these entries one by one */
    double (*position)(LaneWalk *w, uint32_t entry);           /* of its beginning */
    EventIndex (*event)(const LaneWalk *w, uint32_t entry);    /* with which it begins */
} LaneShape;

struct LaneWalk {
    const Model *m;
    const LaneWindow *window;
    const LaneShape *shape;
    const Levels *levels;
    uint32_t entries; /* in all */
    uint32_t id;
    double pixel; /* its width on the axis */
    LaneSpans *out;
    uint32_t first; /* of ours in `out` */
    SpanSums sums;  /* of the last span */
    bool waits;     /* the spans of a task have a reason to be looked up */
    TurnId near;    /* the last that was asked for: the next one is not far */
    /* Of the chef: the span that is not over yet. */
    LaneSpan open;
    LanePoint open_begin;
    bool is_open;
};

void lane_walk(LaneWalk *w);
/* Adds a span with what was in it; together with the last one if both are too thin to be seen. */
void lane_add(LaneWalk *w, LaneSpan *span, const SpanSums *sums);
/* One that is not folded, from here to there. `reason`: of a task that waits. */
void lane_add_one(LaneWalk *w, LaneSpan *span, const LanePoint *begin, const LanePoint *end,
                  EventIndex reason);
uint8_t lane_most(const SpanSums *sums); /* the state that took the most time */
/* Whether the walk is beyond the window already. */
static inline bool lane_is_past(const LaneWalk *w, double position) {
    return position > w->window->to;
}
LanePoint lane_point(LaneWalk *w, EventIndex i);
static inline double lane_position_of(const LaneWalk *w, uint64_t time, double turns) {
    return w->window->axis.per_second * ((double)time / 1e9) + w->window->axis.per_turn * turns;
}

void lane_of_task(LaneWalk *w);
void lane_of_chef(LaneWalk *w);
void lane_of_object(LaneWalk *w);

#endif
