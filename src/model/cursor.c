#include "model/index.h"

uint64_t model_time(const Model *m, Cursor at) {
    return time_at(m, at);
}

Cursor model_at_time(const Model *m, uint64_t time) {
    Cursor low = 0, high = m->next; /* the first event after that time */
    while (low < high) {
        Cursor middle = low + (high - low) / 2;
        if (time_at(m, middle) <= time) low = middle + 1;
        else high = middle;
    }
    return low ? low - 1 : 0;
}

/* --- turns -------------------------------------------------------------------------------- */

TurnId model_turns(const Model *m) {
    return turns_begun(m);
}

Turn model_turn(const Model *m, TurnId turn) {
    EventIndex begun = history_at(&m->begun, turn);
    const TraceEvent *e = event_at(m, begun);
    return (Turn){e->task, e->a, begun, turn_end(m, turn)};
}

/* Between these two. */
static TurnId turn_between(const Model *m, Cursor at, TurnId low, TurnId high) {
    while (low < high) {
        TurnId middle = low + (high - low) / 2;
        if (history_at(&m->begun, middle) <= at) low = middle + 1;
        else high = middle;
    }
    return low - 1;
}

/* The marks say about where. */
TurnId model_turn_at(const Model *m, Cursor at) {
    uint32_t mark = mark_of(at);
    TurnId low = m->marks.items[mark].turns + 1;
    TurnId high = mark + 1 < m->marks.len ? m->marks.items[mark + 1].turns + 1 : m->begun.len;
    return turn_between(m, at, low, high);
}

/* By steps that grow, forwards or back. Number 0 is none, and has begun before everything. */
TurnId turn_near(const Model *m, Cursor at, TurnId near) {
    TurnId low = near, high = near + 1, count = m->begun.len;
    for (TurnId step = 1; low > 0 && history_at(&m->begun, low) > at; step *= 2) {
        high = low;
        low = low > step ? low - step : 0;
    }
    for (TurnId step = 1; high < count && history_at(&m->begun, high) <= at; step *= 2) {
        low = high;
        high = count - high > step ? high + step : count;
    }
    return turn_between(m, at, low + 1, high);
}

TurnId model_running_at(const Model *m, Cursor at) {
    TurnId turn = model_turn_at(m, at);
    return turn && turn_end(m, turn) > at ? turn : 0;
}

/* --- rounds --------------------------------------------------------------------------------- */

uint32_t model_rounds(const Model *m) {
    return m->counts.rounds;
}

static uint32_t count_rounds(const Model *m, EventIndex from, EventIndex to) {
    uint32_t n = 0;
    for (EventIndex i = from; i < to; i++) n += event_kind(event_at(m, i)) == EV_ROUND;
    return n;
}

uint32_t model_round_at(const Model *m, Cursor at) {
    const Mark *mark = &m->marks.items[mark_of(at)];
    return mark->counts.rounds + count_rounds(m, mark_of(at) << MARK_BITS, at + 1);
}

Cursor model_at_round(const Model *m, uint32_t round) {
    uint32_t low = 0, high = m->marks.len; /* the first mark before which there are that many */
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (m->marks.items[middle].counts.rounds < round) low = middle + 1;
        else high = middle;
    }
    uint32_t n = m->marks.items[low - 1].counts.rounds;
    EventIndex i = (low - 1) << MARK_BITS;
    for (; n < round; i++) n += event_kind(event_at(m, i)) == EV_ROUND;
    return i - 1;
}
