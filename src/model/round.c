#include "model/round.h"

static void add(RoundHandles *r, HandleKind kind, TaskId task, EventIndex begun, EventIndex ended) {
    vec_push(&r->handles, ((Handle){kind, task, begun, ended}));
}

/* From a turn's beginning to behind its end, without a look at what is between. */
static EventIndex take_turn(RoundHandles *r, EventIndex i, TurnId *turn) {
    Turn t = model_turn(r->model, ++*turn);
    add(r, HANDLE_TURN, t.task, i, t.ended);
    return t.ended == NEVER ? NEVER : t.ended + 1;
}

static EventIndex take_callback(RoundHandles *r, EventIndex i, EventIndex last) {
    const Trace *t = model_trace(r->model);
    EventIndex end = i;
    while (end <= last && event_kind(trace_at(t, end)) != EV_CALLBACK_ENDED) end++;
    add(r, HANDLE_CALLBACK, 0, i, end <= last ? end : NEVER);
    return end <= last ? end + 1 : NEVER;
}

static void read_handles(RoundHandles *r, EventIndex last) {
    const Trace *t = model_trace(r->model);
    TurnId turn = model_turn_at(r->model, r->begun);
    for (EventIndex i = r->begun + 1; i <= last;) {
        const TraceEvent *e = trace_at(t, i);
        switch (event_kind(e)) {
        case EV_TURN_BEGUN: i = take_turn(r, i, &turn); break;
        case EV_CALLBACK_BEGUN: i = take_callback(r, i, last); break;
        case EV_READY: add(r, HANDLE_WAKE, e->task, i, i), i++; break;
        case EV_ROUND:
        case EV_IDLE:
        case EV_LOOP_STOPS:
        case EV_TIMER_FIRED: return; /* what comes now is before the next round */
        default: i++;
        }
    }
}

void round_find(RoundHandles *r, const Model *m, Cursor at) {
    uint32_t round = model_round_at(m, at);
    bool last = round == model_rounds(m); /* it may have grown */
    if (r->model == m && r->round == round && (!last || r->read == model_end(m))) return;
    r->model = m;
    r->round = round;
    r->read = model_end(m);
    r->handles.len = 0;
    r->number = r->planned = 0;
    if (!round) return;
    r->begun = model_at_round(m, round);
    const TraceEvent *e = trace_at(model_trace(m), r->begun);
    r->number = e->a;
    r->planned = e->b;
    read_handles(r, r->read);
}

uint32_t round_begun(const RoundHandles *r, Cursor at) {
    uint32_t low = 0, high = r->handles.len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (r->handles.items[middle].begun <= at) low = middle + 1;
        else high = middle;
    }
    return low;
}

void round_deinit(RoundHandles *r) {
    vec_deinit(&r->handles);
    *r = (RoundHandles){0};
}
