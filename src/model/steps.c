#include "model/steps.h"

#include "model/index.h"

/* --- troubles ------------------------------------------------------------------------------ */

static Trouble of_kind(const TraceEvent *e) {
    static const Trouble troubles[EVENT_KINDS] = {
        [EV_PUT_WANTED] = TROUBLE_FULL,           [EV_GET_WANTED] = TROUBLE_EMPTY,
        [EV_CANCEL_ASKED] = TROUBLE_CANCELLATION, [EV_TIMEOUT_EXPIRED] = TROUBLE_CANCELLATION,
        [EV_RAISED] = TROUBLE_EXCEPTION,          [EV_LOST] = TROUBLE_EXCEPTION,
        [EV_BLOCK_BEGUN] = TROUBLE_BLOCKED,       [EV_COROUTINE_LOST] = TROUBLE_UNAWAITED,
        [EV_TASK_LOST] = TROUBLE_UNAWAITED,       [EV_DEADLOCK] = TROUBLE_DEADLOCK,
    };
    return troubles[event_kind(e)];
}

Trouble step_trouble(const Model *m, EventIndex event) {
    const TraceEvent *e = event_at(m, event);
    ObjectId object = event_object(e);
    if (!object) return of_kind(e);
    ObjectKind kind = trace_object_at(m->trace, object)->kind;
    if (kind == OBJECT_AS_COMPLETED) return TROUBLE_NONE; /* its queue is nobody's */
    if (event_kind(e) != EV_WANTED) return of_kind(e);
    bool fought_for = kind == OBJECT_LOCK || kind == OBJECT_SEMAPHORE || kind == OBJECT_BOUNDED_SEMAPHORE;
    return fought_for ? TROUBLE_CONTENTION : TROUBLE_NONE;
}

/* --- searching, mark by mark ---------------------------------------------------------------- */

typedef struct Search {
    const Model *m;
    bool (*in_mark)(const struct Search *s, const Mark *mark); /* whether it is worth looking */
    bool (*is)(const struct Search *s, EventIndex i);
    uint32_t number; /* what is looked for: a kind, a line */
} Search;

static Cursor search_forth(const Search *s, EventIndex from) {
    for (EventIndex i = from; i < s->m->next; i++) {
        if (!s->in_mark(s, &s->m->marks.items[mark_of(i)])) i |= MARK_EVENTS - 1;
        else if (s->is(s, i)) return i;
        if (i == NEVER) break;
    }
    return NEVER;
}

/* From the event before `before` down to the first. */
static Cursor search_back(const Search *s, EventIndex before) {
    for (EventIndex i = before; i > 0; i--) {
        if (!s->in_mark(s, &s->m->marks.items[mark_of(i - 1)]))
            i = ((i - 1) & ~(EventIndex)(MARK_EVENTS - 1)) + 1;
        else if (s->is(s, i - 1)) return i - 1;
    }
    return NEVER;
}

static Cursor search(const Search *s, Cursor at, Way way) {
    return way == WAY_FORTH ? search_forth(s, at + 1) : search_back(s, at);
}

static bool has_kind(const Search *s, const Mark *mark) {
    return mark_has(mark, (EventKind)s->number);
}
static bool is_kind(const Search *s, EventIndex i) {
    return event_kind(event_at(s->m, i)) == (EventKind)s->number;
}
static Cursor next_of_kind(const Model *m, Cursor at, EventKind kind, Way way) {
    return search(&(Search){m, has_kind, is_kind, kind}, at, way);
}

/* --- lines ------------------------------------------------------------------------------------- */

/* Who runs which line; neither is 0 in a task, task is 0 outside of them. */
typedef struct Running {
    TaskId task;
    uint32_t line;
} Running;

static Running running_at(const Model *m, Cursor at) {
    ChefMoment chef = moment_chef(m, at);
    if (!chef.place) return (Running){chef.task, 0};
    SpotId spot = trace_place_at(m->trace, chef.place)->spot;
    return (Running){chef.task, trace_spot_at(m->trace, spot)->line};
}

uint32_t step_line_at(const Model *m, Cursor at) {
    return running_at(m, at).line;
}

/* A turn ends where the task stands, without that line running once more. */
static bool arrives(const Model *m, EventIndex i) {
    const TraceEvent *e = event_at(m, i);
    if (!event_line(m, e) || event_kind(e) == EV_TURN_ENDED) return false;
    if (i == 0 || event_kind(e) == EV_TURN_BEGUN) return true;
    Running before = running_at(m, i - 1), now = running_at(m, i);
    return now.line && (now.line != before.line || now.task != before.task);
}

static bool may_have_line(const Search *s, const Mark *mark) {
    return mark_may_have_line(mark, s->number);
}
static bool arrives_at_line(const Search *s, EventIndex i) {
    return event_line(s->m, event_at(s->m, i)) == s->number && arrives(s->m, i);
}

Cursor step_to_line(const Model *m, Cursor at, uint32_t line, Way way) {
    return search(&(Search){m, may_have_line, arrives_at_line, line}, at, way);
}

static bool any_line(const Search *s, const Mark *mark) {
    (void)s;
    uint64_t lines = 0;
    for (uint32_t i = 0; i < LINE_WORDS; i++) lines |= mark->lines[i];
    return lines != 0;
}
static bool arrives_somewhere(const Search *s, EventIndex i) {
    return arrives(s->m, i);
}

/* --- the others ----------------------------------------------------------------------------------- */

static bool has_trouble(const Search *s, const Mark *mark) {
    (void)s;
    return mark->troubles;
}
static bool is_trouble(const Search *s, EventIndex i) {
    return step_trouble(s->m, i) != TROUBLE_NONE;
}

Cursor step_to_trouble(const Model *m, Cursor at, Way way) {
    return search(&(Search){m, has_trouble, is_trouble, 0}, at, way);
}

Cursor step_to_output(const Model *m, Cursor at, Way way) {
    return next_of_kind(m, at, EV_OUTPUT, way);
}

static Cursor next_turn(const Model *m, Cursor at, Way way) {
    if (way == WAY_BACK) {
        TurnId turn = at ? model_turn_at(m, at - 1) : 0;
        return turn ? history_at(&m->begun, turn) : NEVER;
    }
    TurnId turn = model_turn_at(m, at) + 1;
    return turn < m->begun.len ? history_at(&m->begun, turn) : NEVER;
}

Cursor step_to_turn_of(const Model *m, Cursor at, TaskId id, Way way) {
    if (!id || id >= m->tasks.len || (way == WAY_BACK && at == 0)) return NEVER;
    const TaskIndex *task = task_index(m, id);
    uint32_t turns = history_upto(&task->turns, model_turn_at(m, way == WAY_BACK ? at - 1 : at));
    if (way == WAY_BACK) return turns ? history_at(&m->begun, history_at(&task->turns, turns - 1)) : NEVER;
    return turns < task->turns.len ? history_at(&m->begun, history_at(&task->turns, turns)) : NEVER;
}

Cursor step_by(const Model *m, Cursor at, Step size, Way way) {
    Cursor border = way == WAY_FORTH ? model_end(m) : 0;
    if (at == border) return NEVER;
    Cursor to = NEVER;
    switch (size) {
    case STEP_LINE: to = search(&(Search){m, any_line, arrives_somewhere, 0}, at, way); break;
    case STEP_TURN: to = next_turn(m, at, way); break;
    case STEP_ROUND: to = next_of_kind(m, at, EV_ROUND, way); break;
    default: to = way == WAY_FORTH ? at + 1 : at - 1;
    }
    return to == NEVER ? border : to;
}
