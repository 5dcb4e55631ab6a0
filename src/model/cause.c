#include "model/cause.h"

#include "model/index.h"

/* --- one step back -------------------------------------------------------------------------- */

/* Kinds whose own first field names what they are due to. */
static bool names_its_cause(EventKind kind) {
    static const bool names[EVENT_KINDS] = {
        [EV_READY] = true,          [EV_TURN_BEGUN] = true,       [EV_TIMER_FIRED] = true,
        [EV_CALLBACK_READY] = true, [EV_CALLBACK_BEGUN] = true,   [EV_CALLBACK_ENDED] = true,
        [EV_BLOCK_ENDED] = true,    [EV_CANCEL_DELIVERED] = true, [EV_COROUTINE_USED] = true,
        [EV_COROUTINE_LOST] = true,
    };
    return names[kind];
}

/* The turn or the callback in which it happens. */
static EventIndex within(const Model *m, EventIndex event) {
    TurnId turn = model_turn_at(m, event);
    if (turn && turn_end(m, turn) >= event) return history_at(&m->begun, turn);
    uint32_t run = history_upto(&m->runs.begins, event);
    if (run && spans_end(&m->runs, run - 1) >= event) return spans_begin(&m->runs, run - 1);
    return 0;
}

EventIndex cause_of(const Model *m, EventIndex event) {
    if (event == 0) return 0;
    const TraceEvent *e = event_at(m, event);
    EventKind kind = event_kind(e);
    if (names_its_cause(kind)) return e->a;
    if (kind == EV_TIMEOUT_EXPIRED) return e->b;
    EventIndex begun = within(m, event);
    return begun < event ? begun : 0;
}

/* --- the chain of turns -------------------------------------------------------------------------- */

Cause cause_of_turn(const Model *m, TurnId turn) {
    EventIndex ready = model_turn(m, turn).ready;
    Cause cause = {.ready = ready, .event = ready ? event_at(m, ready)->a : 0};
    EventIndex done = cause.event;
    if (done && event_kind(event_at(m, done)) == EV_TIMER_FIRED) done = cause.set = event_at(m, done)->a;
    EventIndex begun = done ? within(m, done) : 0;
    /* A callback goes on to what called it, until somebody's turn. */
    while (begun && event_kind(event_at(m, begun)) != EV_TURN_BEGUN) {
        EventIndex why = cause_of(m, begun);
        if (why && event_kind(event_at(m, why)) == EV_CALLBACK_READY) why = cause_of(m, why);
        if (why && event_kind(event_at(m, why)) == EV_TIMER_FIRED) why = cause_of(m, why);
        begun = why ? within(m, why) : 0;
    }
    if (!begun) return cause;
    cause.turn = model_turn_at(m, begun);
    cause.by = event_at(m, begun)->task;
    return cause;
}

TurnId cause_turn_of_ready(const Model *m, EventIndex ready) {
    TaskId id = event_at(m, ready)->task;
    if (!id) return 0;
    const TaskIndex *task = task_index(m, id);
    uint32_t next = history_upto(&task->turns, model_turn_at(m, ready));
    if (next == task->turns.len) return 0;
    TurnId turn = history_at(&task->turns, next);
    return model_turn(m, turn).ready == ready ? turn : 0;
}

/* --- forward ---------------------------------------------------------------------------------------- */

typedef struct Page {
    uint32_t first, count, n;
    EventIndex *out;
} Page;

static void page_add(Page *p, EventIndex i) {
    if (p->first > 0) p->first--;
    else if (p->n < p->count) p->out[p->n++] = i;
}

/* Those that come within the turn. */
static void woken_at_once(const Model *m, Turn t, Page *p) {
    EventIndex end = t.ended == NEVER ? m->next : t.ended;
    for (EventIndex i = t.begun + 1; i < end && p->n < p->count; i++)
        if (event_kind(event_at(m, i)) == EV_READY) page_add(p, i);
}

static void woken_late(const Model *m, Turn t, Page *p) {
    uint32_t low = 0, high = m->late.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (m->late.items[middle].cause < t.begun) low = middle + 1;
        else high = middle;
    }
    for (; low < m->late.len && m->late.items[low].cause <= t.ended && p->n < p->count; low++)
        page_add(p, m->late.items[low].ready);
}

/* A timer's handle runs in the round after it, and wakes then. */
static void woken_by_timer(const Model *m, EventIndex fired, Page *p) {
    enum { ROUNDS = 3 };
    uint32_t rounds = 0;
    for (EventIndex i = fired + 1; i < m->next && rounds <= ROUNDS; i++) {
        const TraceEvent *e = event_at(m, i);
        rounds += event_kind(e) == EV_ROUND;
        if (event_kind(e) == EV_READY && e->a == fired) {
            page_add(p, i);
            return;
        }
    }
}

static void woken_by_timers(const Model *m, Turn t, Page *p) {
    uint32_t timer = t.begun ? history_upto(&m->timers.begins, t.begun) : 0;
    for (; timer < m->timers.begins.len && spans_begin(&m->timers, timer) <= t.ended && p->n < p->count;
         timer++) {
        EventIndex end = spans_end(&m->timers, timer);
        if (end != NEVER && event_kind(event_at(m, end)) == EV_TIMER_FIRED) woken_by_timer(m, end, p);
    }
}

uint32_t cause_woken(const Model *m, TurnId turn, uint32_t first, uint32_t count, EventIndex *out) {
    Page p = {first, count, 0, out};
    Turn t = model_turn(m, turn);
    woken_at_once(m, t, &p);
    woken_late(m, t, &p);
    woken_by_timers(m, t, &p);
    return p.n;
}
