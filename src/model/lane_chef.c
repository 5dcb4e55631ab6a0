#include "model/lane.h"

/* The chef: entries are all events. A span of his may go on from one node of events to the next. */

static EventIndex event(const LaneWalk *w, uint32_t entry) {
    (void)w;
    return entry;
}

static double position(LaneWalk *w, uint32_t entry) {
    return lane_point(w, entry).position;
}

static void close_open(LaneWalk *w, LanePoint end) {
    if (w->is_open && w->open_begin.event != end.event) lane_add_one(w, &w->open, &w->open_begin, &end, 0);
    w->is_open = false;
}

static void open_new(LaneWalk *w, const ChefDoing *chef, LanePoint begin) {
    w->is_open = true;
    w->open_begin = begin;
    w->open = (LaneSpan){.state = (uint8_t)chef->state, .task = chef->task};
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
    if (!w->is_open && first > 0)
        open_new(w, &chef, lane_point(w, follows ? first : moment_chef(w->m, first - 1).since));
    for (EventIndex i = first; i < after; i++) {
        if (!look_at(w, &chef, i) && i > 0) continue;
        LanePoint at = lane_point(w, i);
        close_open(w, at);
        open_new(w, &chef, at);
        if (lane_is_past(w, at.position)) return;
    }
}

static void fold(LaneWalk *w, const void *node, LaneSpan span, uint64_t until, uint32_t entries) {
    const ChefNode *n = node;
    SpanSums sums = {.longest = n->longest, .state = CHEF_TURN, .task = n->task};
    (void)until, (void)entries;
    close_open(w, (LanePoint){span.begin, n->head.start, span.from});
    for (uint32_t s = 0; s < CHEF_OVER; s++) sums.times[s] = n->times[s];
    span.folded = n->changes + 1;
    if (n->changes == 0) sums.state = n->state;
    span.state = lane_most(&sums);
    lane_add(w, &span, &sums);
}

static const LaneShape shape = {&chef_shape, CHEF_EVENTS, 16, fold, draw, position, event};

static bool may_change(const Mark *mark) {
    static const EventKind kinds[] = {
        EV_TURN_BEGUN, EV_TURN_ENDED,  EV_CALLBACK_BEGUN, EV_CALLBACK_ENDED, EV_LOOP_RUNS,
        EV_LOOP_STOPS, EV_BLOCK_BEGUN, EV_IDLE,           EV_RUN_ENDED,
    };
    for (uint32_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (mark_has(mark, kinds[i])) return true;
    return false;
}

/* Where the last span ends, beyond the window. Standing still ends with the next event. */
static EventIndex end_of_open(const LaneWalk *w) {
    EventIndex begin = w->open_begin.event;
    ChefDoing chef = chef_before(w->m, begin);
    chef_after(&chef, event_at(w->m, begin));
    for (EventIndex i = begin + 1; i < w->m->next; i++) {
        bool still = chef.state == CHEF_BLOCKED || chef.state == CHEF_IDLE;
        if (!still && i % MARK_EVENTS == 0 && !may_change(&w->m->marks.items[mark_of(i)]))
            i += MARK_EVENTS - 1;
        else if (look_at(w, &chef, i)) return i;
    }
    return NEVER;
}

void lane_of_chef(LaneWalk *w) {
    w->shape = &shape;
    w->levels = w->m->chef_levels;
    w->entries = w->m->next;
    lane_walk(w);
    if (w->is_open) close_open(w, lane_point(w, end_of_open(w)));
}
