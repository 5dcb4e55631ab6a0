#include "view/stock.h"

enum { LOOKED_AT = 256 }; /* cards, to find a few */

/* The first in an ordered list that is later. */
static uint32_t later(const EventIndex *items, uint32_t len, size_t stride, Cursor at) {
    uint32_t low = 0, high = len;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (*(const EventIndex *)((const char *)items + middle * stride) <= at) low = middle + 1;
        else high = middle;
    }
    return low;
}

static uint32_t cards_made(const Stock *s, Cursor at) {
    return s->cards.len ? later(&s->cards.items->made, s->cards.len, sizeof(Recipe), at) : 0;
}

static void take_card(Stock *s, EventIndex made, EventIndex at, bool lost) {
    uint32_t after = cards_made(s, made);
    if (!after || s->cards.items[after - 1].made != made) return;
    Recipe *card = &s->cards.items[after - 1];
    if (card->gone != NEVER) return;
    card->gone = at;
    card->lost = lost;
    s->used[USE_RECIPES] |= lost || s->seen > made; /* else it is cooked as soon as it is written */
    vec_push(&s->gone, at);
}

static void use_end(Stock *s, const TraceEvent *e) {
    static const StockUse uses[] = {[OUTCOME_RETURNED] = USE_DONE,
                                    [OUTCOME_RAISED] = USE_FAILED,
                                    [OUTCOME_CANCELLED] = USE_CANCELLED,
                                    [OUTCOME_EXPIRED] = USE_CANCELLED};
    if (!trace_task_at(model_trace(s->model), e->task)->library) s->used[uses[e->a]] = true;
}

static bool is_semaphore(const Stock *s, ObjectId object) {
    ObjectKind kind = trace_object_at(model_trace(s->model), object)->kind;
    return kind == OBJECT_SEMAPHORE || kind == OBJECT_BOUNDED_SEMAPHORE;
}

static void follow_event(Stock *s, EventIndex i, const TraceEvent *e) {
    switch (event_kind(e)) {
    case EV_OUTPUT:
    case EV_TURN_ENDED:
    case EV_ROUND: s->seen = i; break;
    case EV_SLEEPS:
    case EV_REQUEST_SENT: s->used[USE_TIMERS] = true; break;
    case EV_BLOCK_BEGUN: s->used[USE_BLOCKS] = true; break;
    case EV_JOB_SUBMITTED: s->used[USE_JOBS] = true; break;
    case EV_TASK_DONE: use_end(s, e); break;
    case EV_TASK_LOST: s->used[USE_FAILED] = true; break;
    case EV_WANTED: s->used[USE_LINES] |= is_semaphore(s, e->a); break;
    case EV_DEADLOCK: s->deadlock = i; break;
    case EV_COROUTINE_MADE: vec_push(&s->cards, ((Recipe){.made = i, .gone = NEVER})); break;
    case EV_COROUTINE_USED: take_card(s, e->a, i, false); break;
    case EV_COROUTINE_LOST: take_card(s, e->a, i, true); break;
    case EV_TASK_MADE: {
        EventIndex coroutine = trace_task_at(model_trace(s->model), e->task)->coroutine;
        if (coroutine) take_card(s, coroutine, i, false);
        break;
    }
    default: break;
    }
}

static void follow_tables(Stock *s) {
    const Trace *t = model_trace(s->model);
    for (uint32_t end = trace_objects(t); s->next_object <= end; s->next_object++) {
        if (!s->next_object) continue;
        const TraceObject *o = trace_object_at(t, s->next_object);
        s->objects[o->kind]++;
        if (o->kind == OBJECT_CONDITION && o->count) s->condition_locks++;
    }
    for (uint32_t end = trace_tasks(t); s->next_task <= end; s->next_task++) {
        if (!s->next_task) continue;
        if (trace_task_at(t, s->next_task)->library) vec_push(&s->library, s->next_task);
        else s->used[USE_TASKS] = true;
    }
}

void stock_follow(Stock *s) {
    const Trace *t = model_trace(s->model);
    if (!s->next) s->deadlock = NEVER;
    if (!trace_count(t)) return;
    for (EventIndex end = model_end(s->model); s->next <= end; s->next++)
        follow_event(s, s->next, trace_at(t, s->next));
    follow_tables(s);
}

void stock_deinit(Stock *s) {
    vec_deinit(&s->cards);
    vec_deinit(&s->gone);
    vec_deinit(&s->library);
}

uint32_t stock_cards(const Stock *s, Cursor at) {
    return cards_made(s, at) - later(s->gone.items, s->gone.len, sizeof(EventIndex), at);
}

uint32_t stock_last_cards(const Stock *s, Cursor at, bool lost, uint32_t count, EventIndex *out) {
    uint32_t n = 0, end = cards_made(s, at), least = end > LOOKED_AT ? end - LOOKED_AT : 0;
    for (uint32_t i = end; i > least && n < count; i--) {
        const Recipe *card = &s->cards.items[i - 1];
        bool is_gone = card->gone <= at;
        if (lost ? is_gone && card->lost : !is_gone) out[n++] = card->made;
    }
    return n;
}
