#include "model/index.h"

/* --- the chef ----------------------------------------------------------------------------- */

/* The span that is open, if the last one is: these do not lie in each other. */
static EventIndex open_since(const Spans *s, Cursor at) {
    uint32_t begun = history_upto(&s->begins, at);
    return begun && spans_end(s, begun - 1) > at ? spans_begin(s, begun - 1) : 0;
}

static EventIndex last_end(const Spans *s, Cursor at) {
    uint32_t begun = history_upto(&s->begins, at);
    if (begun && spans_end(s, begun - 1) <= at) return spans_end(s, begun - 1);
    return begun > 1 ? spans_end(s, begun - 2) : 0;
}

static EventIndex later(EventIndex a, EventIndex b) {
    return a > b ? a : b;
}

/* Between two turns: since the last thing that was something else. */
static EventIndex loop_since(const Model *m, Cursor at, EventIndex runs) {
    TurnId turn = model_turn_at(m, at);
    EventIndex since = later(runs, last_end(&m->runs, at));
    if (turn) since = later(since, turn_end(m, turn));
    for (EventIndex i = at; i > since; i--)
        if (event_kind(event_at(m, i - 1)) == EV_IDLE) return i;
    return since;
}

/* The last event from `since` on that says which line runs. */
static PlaceId place_since(const Model *m, Cursor at, EventIndex since) {
    for (EventIndex i = at; i >= since; i--) {
        const TraceEvent *e = event_at(m, i);
        if (event_line(m, e)) return event_place(e);
        if (i == 0) break;
    }
    return 0;
}

/* Who sleeps on the job says until when. */
static ChefMoment standing_still(const Model *m, Cursor at, ChefMoment chef) {
    const TraceEvent *e = event_at(m, at);
    if (event_kind(e) == EV_BLOCK_BEGUN) {
        chef.state = CHEF_BLOCKED;
        chef.since = at;
        chef.until = e->time + event_wide(e);
    } else if (event_kind(e) == EV_IDLE) {
        chef = (ChefMoment){.state = CHEF_IDLE, .since = at, .until = e->time + event_wide(e)};
    } else if (event_kind(e) == EV_RUN_ENDED) {
        chef = (ChefMoment){.state = CHEF_OVER, .since = at};
    }
    return chef;
}

ChefMoment moment_chef(const Model *m, Cursor at) {
    ChefMoment chef = {.state = CHEF_OUTSIDE};
    TurnId turn = model_running_at(m, at);
    EventIndex runs = open_since(&m->loops, at), callback = open_since(&m->runs, at);
    if (turn) {
        Turn t = model_turn(m, turn);
        chef = (ChefMoment){.state = CHEF_TURN, .task = t.task, .since = t.begun};
    } else if (callback) {
        chef = (ChefMoment){.state = CHEF_CALLBACK, .since = callback};
    } else if (runs) {
        chef = (ChefMoment){.state = CHEF_LOOP, .since = loop_since(m, at, runs)};
    } else {
        chef.since = last_end(&m->loops, at);
    }
    if (chef.state != CHEF_LOOP) chef.place = place_since(m, at, chef.since);
    return standing_still(m, at, chef);
}

/* --- the timers ----------------------------------------------------------------------------- */

/* What a timer is for, the next events say. */
static TimerMoment purpose_of(const Model *m, Cursor at, EventIndex set) {
    enum { SOON = 8 };
    TimerMoment t = {.set = set, .due = event_wide(event_at(m, set))};
    for (EventIndex i = set + 1; i <= at && i <= set + SOON; i++) {
        const TraceEvent *e = event_at(m, i);
        EventKind kind = event_kind(e);
        bool by_a = kind == EV_SLEEPS || kind == EV_CALLBACK_LATER;
        bool by_b = kind == EV_TIMEOUT_ARMED || kind == EV_TIMEOUT_MOVED || kind == EV_REQUEST_SENT ||
                    kind == EV_JOB_WAITS;
        if (!(by_a && e->a == set) && !(by_b && e->b == set)) continue;
        static const TimerUse uses[EVENT_KINDS] = {
            [EV_SLEEPS] = TIMER_SLEEP,          [EV_CALLBACK_LATER] = TIMER_CALLBACK,
            [EV_TIMEOUT_ARMED] = TIMER_TIMEOUT, [EV_TIMEOUT_MOVED] = TIMER_TIMEOUT,
            [EV_REQUEST_SENT] = TIMER_REQUEST,  [EV_JOB_WAITS] = TIMER_JOB,
        };
        t.purpose = i;
        t.use = uses[kind];
        t.task = kind == EV_CALLBACK_LATER || kind == EV_JOB_WAITS ? 0 : e->task;
        t.object = by_b ? e->a : 0;
        break;
    }
    return t;
}

/* Of those that are set, the numbers of the `most` that ring first; kept as a heap, the last on top. */
typedef struct Soonest {
    const Model *m;
    uint32_t *heap, len, most;
} Soonest;

static bool rings_later(const Soonest *s, uint32_t a, uint32_t b) {
    uint64_t due_a = s->m->dues.items[a], due_b = s->m->dues.items[b];
    return due_a != due_b ? due_a > due_b : a > b;
}

static void sift_down(Soonest *s, uint32_t at) {
    uint32_t moved = s->heap[at];
    for (uint32_t child; (child = 2 * at + 1) < s->len; at = child) {
        if (child + 1 < s->len && rings_later(s, s->heap[child + 1], s->heap[child])) child++;
        if (!rings_later(s, s->heap[child], moved)) break;
        s->heap[at] = s->heap[child];
    }
    s->heap[at] = moved;
}

static void offer(Soonest *s, uint32_t timer) {
    if (s->len == s->most) {
        if (!rings_later(s, s->heap[0], timer)) return;
        s->heap[0] = timer;
        sift_down(s, 0);
        return;
    }
    uint32_t at = s->len++;
    for (uint32_t parent; at > 0; at = parent) {
        parent = (at - 1) / 2;
        if (!rings_later(s, timer, s->heap[parent])) break;
        s->heap[at] = s->heap[parent];
    }
    s->heap[at] = timer;
}

/* Taking the last one off the top again and again leaves them in order. */
static void into_order(Soonest *s) {
    uint32_t len = s->len;
    while (s->len > 1) {
        uint32_t last = s->heap[0];
        s->heap[0] = s->heap[--s->len];
        sift_down(s, 0);
        s->heap[s->len] = last;
    }
    s->len = len;
}

/* There may be very many, and few are asked for. */
static void offer_all(Soonest *s, Cursor at) {
    const Spans *timers = &s->m->timers;
    const uint64_t *dues = s->m->dues.items;
    uint32_t set = history_upto(&timers->begins, at);
    for (uint32_t i = spans_skip(timers, at, 0); i < set; i = spans_skip(timers, at, i)) {
        uint32_t block = (i | (SPAN_BLOCK - 1)) + 1, end = block < set ? block : set;
        for (; i < end; i++)
            if ((s->len < s->most || dues[i] < dues[s->heap[0]]) && spans_end(timers, i) > at) offer(s, i);
    }
}

uint32_t moment_timers(const Model *m, Cursor at, uint32_t first, uint32_t count, TimerMoment *out) {
    uint32_t set = history_upto(&m->timers.begins, at), n = 0;
    uint32_t most = count < set && first < set - count ? first + count : set;
    if (first >= most) return 0;
    Soonest s = {.m = m, .heap = mem_alloc(most * sizeof *s.heap), .most = most};
    offer_all(&s, at);
    into_order(&s);
    for (uint32_t i = first; i < s.len; i++) out[n++] = purpose_of(m, at, spans_begin(&m->timers, s.heap[i]));
    mem_free(s.heap);
    return n;
}

/* --- the output, the cooks --------------------------------------------------------------------- */

uint32_t moment_outputs(const Model *m, Cursor at, uint32_t first, uint32_t count, EventIndex *out) {
    uint32_t low = 0, high = mark_of(at) + 1; /* the first mark before which there were more than that */
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (m->marks.items[middle].counts.outputs <= first) low = middle + 1;
        else high = middle;
    }
    uint32_t mark = low - 1, n = 0, number = m->marks.items[mark].counts.outputs;
    for (; mark <= mark_of(at) && n < count; mark++) {
        if (!mark_has(&m->marks.items[mark], EV_OUTPUT)) continue;
        EventIndex i = mark << MARK_BITS, end = i + MARK_EVENTS;
        for (; i <= at && i < end && n < count; i++) {
            if (event_kind(event_at(m, i)) != EV_OUTPUT) continue;
            if (number++ >= first) out[n++] = i;
        }
    }
    return n;
}

uint32_t moment_jobs(const Model *m, Cursor at, uint32_t first, uint32_t count, ObjectId *out) {
    uint32_t n = 0;
    for (uint32_t i = spans_next(&m->jobs, at, 0); i != NEVER && n < count;
         i = spans_next(&m->jobs, at, i + 1)) {
        if (first > 0) first--;
        else out[n++] = event_at(m, spans_begin(&m->jobs, i))->a;
    }
    return n;
}
