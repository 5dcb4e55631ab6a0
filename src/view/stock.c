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

/* --- the children of groups --------------------------------------------------------------------- */

#define number_at(v, i) ((i) < (v)->len ? (v)->items[i] : 0)

#define set_number(v, i, n)                        \
    do {                                           \
        while ((v)->len <= (i)) vec_push((v), 0u); \
        (v)->items[i] = (n);                       \
    } while (0)

static Tally *tally_numbered(Stock *s, uint32_t number) {
    return number ? &s->tallies.items[number - 1] : NULL;
}

static bool has_tally(ObjectKind kind) {
    return kind == OBJECT_GATHER || kind == OBJECT_WAIT || kind == OBJECT_AS_COMPLETED ||
           kind == OBJECT_TASK_GROUP;
}

static uint32_t tally_of(Stock *s, ObjectId group) {
    uint32_t number = number_at(&s->tally_of, group);
    if (number || !has_tally(trace_object_at(model_trace(s->model), group)->kind)) return number;
    vec_push(&s->tallies, (Tally){0});
    set_number(&s->tally_of, group, s->tallies.len);
    return s->tallies.len;
}

static void tally_child(Stock *s, EventIndex at, ObjectId group, TaskId task) {
    uint32_t number = tally_of(s, group), before = number_at(&s->child_of, task);
    Tally *tally = tally_numbered(s, number), *other = tally_numbered(s, before);
    if (!tally) return;
    if (other && other != tally && !other->ended) other->unsure = true;
    vec_push(&tally->children, at);
    if (moment_task_end(s->model, task) < at) vec_push(&tally->over, at);
    set_number(&s->child_of, task, number);
}

static void tally_end(Stock *s, EventIndex at, TaskId task) {
    Tally *tally = tally_numbered(s, number_at(&s->child_of, task));
    if (tally) vec_push(&tally->over, at);
}

static void tally_closes(Stock *s, ObjectId group, bool ended) {
    Tally *tally = tally_numbered(s, number_at(&s->tally_of, group));
    if (!tally) return;
    tally->ended |= ended;
    tally->unsure |= !ended;
}

/* --- what is used ------------------------------------------------------------------------------- */

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
    case EV_GROUP_TASK: tally_child(s, i, e->a, e->b); break;
    case EV_GROUP_FUTURE:
        tally_of(s, e->a);
        tally_closes(s, e->a, false);
        break;
    case EV_GROUP_ENDED: tally_closes(s, e->a, true); break;
    case EV_TASK_DONE:
        use_end(s, e);
        tally_end(s, i, e->task);
        break;
    case EV_TASK_LOST:
        s->used[USE_FAILED] = true;
        tally_end(s, i, e->task);
        break;
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
    for (uint32_t i = 0; i < s->tallies.len; i++) {
        vec_deinit(&s->tallies.items[i].children);
        vec_deinit(&s->tallies.items[i].over);
    }
    vec_deinit(&s->tallies);
    vec_deinit(&s->tally_of);
    vec_deinit(&s->child_of);
}

/* One that is done in its own turn is at the board until that turn ends. */
bool stock_tally(const Stock *s, Cursor at, ObjectId group, uint32_t *children, uint32_t *over) {
    uint32_t number = number_at(&s->tally_of, group);
    const Tally *tally = number ? &s->tallies.items[number - 1] : NULL;
    if (!tally || tally->unsure) return false;
    *children = later(tally->children.items, tally->children.len, sizeof(EventIndex), at);
    *over = later(tally->over.items, tally->over.len, sizeof(EventIndex), at);
    TurnId turn = model_running_at(s->model, at);
    TaskId running = turn ? model_turn(s->model, turn).task : 0;
    bool at_board = running && number_at(&s->child_of, running) == number;
    if (at_board && moment_task_end(s->model, running) <= at && *over) --*over;
    return true;
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
