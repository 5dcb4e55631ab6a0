#include "model/index.h"

/* --- marks ------------------------------------------------------------------------------ */

static uint32_t line_bit(uint32_t line) {
    return line * 0x9E3779B1u >> 24;
}
_Static_assert(LINE_WORDS * 64 == 1 << 8, "a line's bit has 8 bits");

bool mark_may_have_line(const Mark *mark, uint32_t line) {
    uint32_t bit = line_bit(line);
    return mark->lines[bit >> 6] >> (bit & 63) & 1;
}

/* What wakes somebody, and what tells of somebody else, has the place of that task. */
uint32_t event_line(const Model *m, const TraceEvent *e) {
    PlaceId place = event_place(e);
    EventKind kind = event_kind(e);
    if (!place || kind == EV_READY || kind == EV_TASK_LOST) return 0;
    return trace_spot_at(m->trace, trace_place_at(m->trace, place)->spot)->line;
}

static void mark_event(Model *m, EventIndex i, const TraceEvent *e) {
    if (i % MARK_EVENTS == 0)
        vec_push_tight(&m->marks, ((Mark){.counts = m->counts, .turns = turns_begun(m)}));
    Mark *mark = &vec_last(&m->marks);
    EventKind kind = event_kind(e);
    mark->kinds[kind >> 6] |= (uint64_t)1 << (kind & 63);
    uint32_t line = event_line(m, e), bit = line_bit(line);
    if (line) mark->lines[bit >> 6] |= (uint64_t)1 << (bit & 63);
    if (!mark->troubles) mark->troubles = step_trouble(m, i) != TROUBLE_NONE;
}

/* --- counts ------------------------------------------------------------------------------ */

/* What rings or is dropped twice has ended the first time. */
static uint32_t ends_here(const Spans *s, EventIndex begin, EventIndex i) {
    uint32_t span = spans_find(s, begin);
    return span != NEVER && spans_end(s, span) == i;
}

/* After the event was read: it asks the spans whether it has ended them. */
void count_event(const Model *m, MomentCounts *c, EventIndex i, const TraceEvent *e) {
    switch (event_kind(e)) {
    case EV_ROUND: c->rounds++; break;
    case EV_OUTPUT: c->outputs++; break;
    case EV_TIMER_SET: c->timers++; break;
    case EV_TIMER_FIRED:
    case EV_TIMER_DROPPED: c->timers -= ends_here(&m->timers, e->a, i); break;
    case EV_CALLBACK_READY: c->callbacks++; break;
    case EV_CALLBACK_BEGUN:
    case EV_CALLBACK_DROPPED: c->callbacks -= ends_here(&m->callbacks, e->a, i); break;
    case EV_JOB_SUBMITTED: c->jobs++; break;
    case EV_JOB_ENDED:
    case EV_FUTURE_CANCELLED: c->jobs -= ends_here(&m->jobs, object_index(m, e->a)->begun, i); break;
    default: break;
    }
}

void count_task(MomentCounts *c, Doing before, Doing after) {
    if (before.state != TASK_ABSENT) c->states[before.state]--;
    if (before.state == TASK_WAITING) c->waits[before.wait]--;
    if (after.state != TASK_ABSENT) c->states[after.state]++;
    if (after.state == TASK_WAITING) c->waits[after.wait]++;
}

/* --- timers, callbacks, loops ---------------------------------------------------------------- */

static void close_span(Spans *s, EventIndex begin, EventIndex end) {
    uint32_t i = spans_find(s, begin);
    if (i != NEVER) spans_close(s, i, end);
}

static void close_last(Spans *s, EventIndex end) {
    if (s->begins.len) spans_close(s, s->begins.len - 1, end);
}

static void index_span_event(Model *m, EventIndex i, const TraceEvent *e) {
    switch (event_kind(e)) {
    case EV_TIMER_SET:
        spans_open(&m->timers, i);
        vec_push_tight(&m->dues, event_wide(e));
        break;
    case EV_TIMER_FIRED:
    case EV_TIMER_DROPPED: close_span(&m->timers, e->a, i); break;
    case EV_CALLBACK_READY: spans_open(&m->callbacks, i); break;
    case EV_CALLBACK_BEGUN:
        close_span(&m->callbacks, e->a, i);
        spans_open(&m->runs, i);
        break;
    case EV_CALLBACK_DROPPED: close_span(&m->callbacks, e->a, i); break;
    case EV_CALLBACK_ENDED: close_last(&m->runs, i); break;
    case EV_LOOP_RUNS:
        close_last(&m->loops, i);
        spans_open(&m->loops, i);
        break;
    case EV_LOOP_STOPS: close_last(&m->loops, i); break;
    case EV_RUN_ENDED:
        close_last(&m->runs, i);
        close_last(&m->loops, i);
        m->ends = true;
        break;
    default: break;
    }
}

/* --- life ---------------------------------------------------------------------------------- */

Model *model_new(const Trace *t) {
    Model *m = mem_zalloc(sizeof *m);
    m->trace = t;
    history_add(&m->begun, 0);
    ends_add(&m->ended);
    ends_set(&m->ended, &m->begun, 0, 0);
    vec_push(&m->tasks, (TaskIndex){0});
    vec_push(&m->objects, (ObjectIndex){0});
    return m;
}

void model_free(Model *m) {
    if (!m) return;
    for (uint32_t i = 0; i < m->tasks.len; i++) history_deinit(&m->tasks.items[i].turns);
    for (uint32_t i = 0; i < m->levels.len; i++) levels_free(m->levels.items[i]);
    for (uint32_t i = 0; i < m->objects.len; i++) index_free_object(&m->objects.items[i]);
    for (uint32_t i = 0; i < TASK_STATES; i++) history_deinit(&m->over[i]);
    for (uint32_t i = 0; i < OBJECT_KINDS; i++) history_deinit(&m->of_kind[i]);
    Spans *const spans[] = {&m->timers, &m->callbacks, &m->jobs, &m->runs, &m->loops};
    history_deinit(&m->begun);
    for (uint32_t i = 0; i < sizeof spans / sizeof *spans; i++) spans_deinit(spans[i]);
    ends_deinit(&m->ended);
    vec_deinit(&m->readied);
    vec_deinit(&m->marks);
    vec_deinit(&m->tasks);
    vec_deinit(&m->objects);
    vec_deinit(&m->dues);
    vec_deinit(&m->late);
    vec_deinit(&m->chains.links);
    map_deinit(&m->functions);
    map_deinit(&m->names);
    map_deinit(&m->task_names);
    map_deinit(&m->cancels);
    map_deinit(&m->levels_of);
    vec_deinit(&m->levels);
    ready_deinit(&m->rail);
    levels_free(m->chef_levels);
    mem_free(m);
}

bool model_follow(Model *m) {
    EventIndex count = trace_count(m->trace);
    if (m->next == count) return false;
    for (EventIndex i = m->next; i < count; i++) {
        const TraceEvent *e = event_at(m, i);
        mark_event(m, i, e);
        index_chef_before(m, i, e);
        index_span_event(m, i, e);
        index_object_event(m, i, e);
        index_task_event(m, i, e);
        index_chef_after(m, i, e);
        count_event(m, &m->counts, i, e);
    }
    m->next = count;
    return true;
}

static size_t tasks_memory(const Model *m) {
    size_t total = m->tasks.cap * sizeof *m->tasks.items + m->levels.cap * sizeof *m->levels.items +
                   map_memory(&m->levels_of) + ready_memory(&m->rail);
    for (uint32_t i = 0; i < m->tasks.len; i++) total += history_memory(&m->tasks.items[i].turns);
    for (uint32_t i = 0; i < m->levels.len; i++) total += levels_memory(m->levels.items[i], &task_shape);
    return total;
}

static size_t objects_memory(const Model *m) {
    size_t total = m->objects.cap * sizeof *m->objects.items;
    for (uint32_t i = 0; i < m->objects.len; i++) total += index_object_memory(&m->objects.items[i]);
    return total;
}

size_t model_memory(const Model *m) {
    size_t total = sizeof *m + tasks_memory(m) + objects_memory(m);
    for (uint32_t i = 0; i < TASK_STATES; i++) total += history_memory(&m->over[i]);
    for (uint32_t i = 0; i < OBJECT_KINDS; i++) total += history_memory(&m->of_kind[i]);
    total += history_memory(&m->begun) + ends_memory(&m->ended) + m->readied.cap * sizeof *m->readied.items;
    total += spans_memory(&m->timers) + spans_memory(&m->callbacks) + spans_memory(&m->jobs) +
             spans_memory(&m->runs) + spans_memory(&m->loops);
    total += m->marks.cap * sizeof *m->marks.items + m->dues.cap * sizeof *m->dues.items +
             m->late.cap * sizeof *m->late.items + m->chains.links.cap * sizeof *m->chains.links.items;
    total += map_memory(&m->functions) + map_memory(&m->names) + map_memory(&m->task_names) +
             map_memory(&m->cancels);
    return total + levels_memory(m->chef_levels, &chef_shape);
}

const Trace *model_trace(const Model *m) {
    return m->trace;
}

Cursor model_end(const Model *m) {
    return m->next ? m->next - 1 : 0;
}

bool model_over(const Model *m) {
    return m->ends;
}
