#include "trace/trace.h"

#include "trace/tables.h"

#include <string.h>

/* Chunks, so that a record grows without being copied and an index finds its event at once. */

Trace *trace_new(const char *program, EventIndex cap) {
    Trace *t = mem_zalloc(sizeof *t);
    t->cap = cap ? cap : UINT32_MAX;
    t->tables = tables_new();
    StringId name = trace_cstring(t, program);
    trace_add(t, EV_RUN_BEGUN, 0, 0, 0, name, 0);
    return t;
}

void trace_free(Trace *t) {
    if (!t) return;
    slabs_deinit(&t->slabs);
    mem_free(t->chunks);
    tables_free(t->tables);
    mem_free(t);
}

static TraceEvent *new_chunk(Trace *t) {
    const size_t size = CHUNK_EVENTS * sizeof(TraceEvent);
    TraceEvent *chunk = t->spare;
    if (!chunk) return slabs_take(&t->slabs, size);
    memcpy(&t->spare, (void *)chunk, sizeof(TraceEvent *)); /* the next spare one stands in it */
    return chunk;
}

bool trace_grow(Trace *t) {
    TraceEvent *chunk = t->count < t->cap ? new_chunk(t) : NULL;
    if (!chunk) {
        t->full = true;
        return false;
    }
    if (t->chunk_count == t->chunk_room) {
        t->chunk_room = t->chunk_room ? t->chunk_room * 2 : 16;
        t->chunks = mem_realloc(t->chunks, t->chunk_room * sizeof *t->chunks);
    }
    EventIndex left = t->cap - t->count;
    t->next = chunk;
    t->end = t->next + (left < CHUNK_EVENTS ? left : CHUNK_EVENTS);
    t->chunks[t->chunk_count++] = t->next;
    return true;
}

/* The last chunk stays, as it is still being written. */
void trace_forget(Trace *t, EventIndex before) {
    for (; t->released < before; t->released++) tables_forget_event(t->tables, trace_at(t, t->released));
    if (before == t->count) tables_forget_texts(t->tables);
    for (EventIndex end;
         (end = t->forgotten + CHUNK_EVENTS) > t->forgotten && end <= before && end < t->count;
         t->forgotten = end) {
        TraceEvent **chunk = &t->chunks[t->forgotten >> CHUNK_BITS];
        memcpy((void *)*chunk, &t->spare, sizeof(TraceEvent *));
        t->spare = *chunk;
        *chunk = NULL;
    }
}

size_t trace_memory(const Trace *t) {
    size_t chunks = t->chunk_count - (t->forgotten >> CHUNK_BITS);
    return sizeof *t + t->chunk_room * sizeof *t->chunks + chunks * CHUNK_EVENTS * sizeof(TraceEvent) +
           tables_memory(t->tables);
}

/* --- the words ------------------------------------------------------------------------ */

static const struct {
    const char *name;
    FieldKind fields[2];
} kinds[EVENT_KINDS] = {
#define EVENT(id, text, a, b) [EV_##id] = {#id, {FIELD_##a, FIELD_##b}},
#include "trace/events.def"
};

static const char *const object_kinds[OBJECT_KINDS] = {
    [OBJECT_NONE] = "",
#define OBJECT(id, name, count) [OBJECT_##id] = name,
#include "trace/kinds.def"
};

const char *event_name(EventKind kind) {
    return kinds[kind].name;
}

FieldKind event_field(EventKind kind, int field) {
    return kinds[kind].fields[field];
}

const char *object_kind_name(ObjectKind kind) {
    return object_kinds[kind];
}
