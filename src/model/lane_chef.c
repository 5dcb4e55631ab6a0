#include "model/lane.h"

/* The chef: entries are all events. A span of his may go on from one node of events to the next. */

static double position(const LaneWalk *w, uint32_t entry) {
    return lane_position(w, entry);
}

static void close_open(LaneWalk *w, EventIndex end, double to) {
    if (!w->is_open) return;
    w->is_open = false;
    if (w->open.begin == end) return;
    w->open.end = end;
    w->open.to = to;
    lane_add_one(w, w->open, 0);
}

static void open_new(LaneWalk *w, const ChefDoing *chef, EventIndex begin) {
    w->is_open = true;
    w->open = (LaneSpan){
        .from = lane_position(w, begin), .begin = begin, .state = (uint8_t)chef->state, .task = chef->task};
}

/* True when he turns to something else. */
static bool look_at(const LaneWalk *w, ChefDoing *chef, EventIndex i) {
    ChefDoing before = *chef;
    const TraceEvent *e = event_at(w->m, i);
    chef_after(chef, e);
    return chef->state != before.state || chef->task != before.task || event_kind(e) == EV_TURN_BEGUN;
}

static void draw(LaneWalk *w, uint32_t first, uint32_t after) {
    ChefDoing chef = chef_before(w->m, first);
    bool follows = w->out->len > w->first;
    if (!w->is_open && first > 0) open_new(w, &chef, follows ? first : moment_chef(w->m, first - 1).since);
    for (EventIndex i = first; i < after; i++) {
        if (!look_at(w, &chef, i) && i > 0) continue;
        double at = lane_position(w, i);
        close_open(w, i, at);
        open_new(w, &chef, i);
        if (lane_is_past(w, at)) return;
    }
}

static void fold(LaneWalk *w, const void *node, double from, double to, uint32_t first, uint32_t after) {
    const ChefNode *n = node;
    SpanSums sums = {0};
    close_open(w, first, from);
    for (uint32_t s = 0; s < CHEF_OVER; s++) sums.times[s] = n->times[s];
    sums.longest[CHEF_TURN] = n->longest;
    sums.task[CHEF_TURN] = n->task;
    LaneSpan span = {.from = from, .to = to, .begin = first, .end = after, .folded = n->changes + 1};
    span.state = n->state;
    for (uint8_t s = 0; s < CHEF_OVER; s++)
        if (sums.times[s] > sums.times[span.state]) span.state = s;
    if (span.state == CHEF_TURN) span.task = n->task;
    lane_add(w, span, &sums);
}

static const LaneShape shape = {&chef_shape, CHEF_EVENTS, fold, draw, position};

/* Where the last span ends, beyond the window. */
static EventIndex end_of_open(const LaneWalk *w) {
    EventIndex begin = w->open.begin;
    ChefDoing chef = chef_before(w->m, begin);
    chef_after(&chef, event_at(w->m, begin));
    for (EventIndex i = begin + 1; i < w->m->next; i++)
        if (look_at(w, &chef, i)) return i;
    return NEVER;
}

void lane_of_chef(LaneWalk *w) {
    w->shape = &shape;
    w->levels = w->m->chef_levels;
    w->entries = w->m->next;
    lane_walk(w);
    if (!w->is_open) return;
    EventIndex end = end_of_open(w);
    close_open(w, end, lane_position(w, end));
}
