/* The record of a run: everything that its scheduler did, in order, and nothing else that the
 * views may ask. Events are 24 bytes each and are only ever appended; what they name (texts,
 * places in the source, objects, tasks) stands in side tables and is known by a number, 0
 * being none of each. Two runs of one program make the same record, byte for byte.
 *
 * Whoever records calls the functions of the first half; a NULL trace records nothing. */
#ifndef TOQUE_TRACE_TRACE_H
#define TOQUE_TRACE_TRACE_H

#include "base/buf.h"
#include "base/slabs.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum EventKind {
#define EVENT(id, text, a, b) EV_##id,
#include "trace/events.def"
    EVENT_KINDS
} EventKind;

typedef enum FieldKind {
#define FIELD(id) FIELD_##id,
#include "trace/events.def"
} FieldKind;

typedef enum ObjectKind {
    OBJECT_NONE,
#define OBJECT(id, name, count) OBJECT_##id,
#include "trace/kinds.def"
    OBJECT_KINDS
} ObjectKind;

typedef enum TurnEnd {
#define TURN(id, text) TURN_##id,
#include "trace/kinds.def"
} TurnEnd;

typedef enum Outcome {
#define OUTCOME(id, text) OUTCOME_##id,
#include "trace/kinds.def"
} Outcome;

typedef enum Ending {
#define ENDING(id, text) ENDING_##id,
#include "trace/kinds.def"
} Ending;

typedef enum TraceBarrier {
#define BARRIER(id, text) BARRIER_##id,
#include "trace/kinds.def"
} TraceBarrier;

/* Numbers in the record. */
typedef uint32_t EventIndex; /* 0: the start of the run */
typedef uint32_t TaskId;     /* from 1, in the order in which tasks were made */
typedef uint32_t ObjectId;
typedef uint32_t StringId;
typedef uint32_t SpotId;
typedef uint32_t PlaceId;
typedef uint32_t ValueCode; /* a string, or a small int: trace_value_int */
typedef uint32_t NameCode;  /* a string, or "Task-N": trace_name_number */

enum {
    PLACE_BITS = 24,
    PLACE_MAX = (1 << PLACE_BITS) - 1, /* deeper or more places than that are recorded as 0 */
    CHUNK_BITS = 12,
    CHUNK_EVENTS = 1 << CHUNK_BITS,
};

typedef struct TraceEvent {
    uint64_t time; /* nanoseconds of virtual time */
    TaskId task;
    uint32_t kind_place; /* the kind in the top 8 bits */
    uint32_t a, b;
} TraceEvent;
_Static_assert(sizeof(TraceEvent) == 24, "an event takes 24 bytes");

/* Where a function stands: a part of the source, lines and columns from 1, columns in code
 * points, the end exclusive. */
typedef struct TraceSpot {
    StringId function;
    uint32_t line, column, end_line, end_column;
} TraceSpot;

/* A stack of awaits: the innermost spot, and the place of who awaits it (0: nobody). */
typedef struct TracePlace {
    PlaceId parent;
    SpotId spot;
} TracePlace;

typedef struct TraceObject {
    ObjectKind kind;
    uint32_t number; /* among its kind, from 1 */
    uint32_t count;  /* see kinds.def */
    StringId name;   /* 0 until it is known */
    EventIndex made, named;
} TraceObject;

typedef struct TraceTask {
    StringId function : 31; /* of its coroutine; no StringId has more bits */
    bool library : 1;       /* an affair of asyncio's own, which no program speaks of */
    EventIndex made;        /* its TASK_MADE, which has its first name and its maker */
    EventIndex coroutine;   /* COROUTINE_MADE, or 0 */
} TraceTask;

typedef struct TraceTables TraceTables;

typedef struct Trace {
    TraceEvent *next, *end; /* what is free of the last chunk */
    EventIndex count;
    EventIndex cap;       /* no more events than that */
    EventIndex forgotten; /* those before are gone: see trace_forget */
    EventIndex released;  /* nobody asks for those before */
    bool full;            /* an event beyond the cap was dropped */
    TraceEvent **chunks;  /* in slabs; NULL: forgotten */
    TraceEvent *spare;    /* chunks that were forgotten, for new events, in a chain */
    Slabs slabs;
    uint32_t chunk_count, chunk_room;
    TraceTables *tables; /* owned */
} Trace;

/* --- recording ---------------------------------------------------------------------- */

/* `cap`: of events; 0: as many as can be numbered. Never NULL. */
Trace *trace_new(const char *program, EventIndex cap);
void trace_free(Trace *t);

bool trace_grow(Trace *t); /* makes room for one more; false at the cap */

/* Returns the event's index, by which later events name it. 0 if it was not recorded. */
static inline EventIndex trace_add(Trace *t, EventKind kind, uint64_t time, TaskId task, PlaceId place,
                                   uint32_t a, uint32_t b) {
    if (!t || (t->next == t->end && !trace_grow(t))) return 0;
    *t->next++ = (TraceEvent){time, task, (uint32_t)kind << PLACE_BITS | place, a, b};
    return t->count++;
}

/* The same with one number in both fields (FIELD_WIDE). */
static inline EventIndex trace_add_wide(Trace *t, EventKind kind, uint64_t time, TaskId task, PlaceId place,
                                        uint64_t wide) {
    return trace_add(t, kind, time, task, place, (uint32_t)wide, (uint32_t)(wide >> 32));
}

StringId trace_string(Trace *t, const char *text, size_t len); /* equal texts have one number */
StringId trace_cstring(Trace *t, const char *text);
/* Those that an event alone speaks of, and no table: what is written, values, messages, names that a
 * program gives to tasks. `once`: it is not looked for. */
StringId trace_passing(Trace *t, const char *text, size_t len);
StringId trace_passing_once(Trace *t, const char *text, size_t len);

SpotId trace_spot(Trace *t, const TraceSpot *spot);
PlaceId trace_place(Trace *t, PlaceId parent, SpotId spot); /* 0 when there are too many */

/* A new object, with its MADE event. Its name is told when it is known, by a NAMED event. */
ObjectId trace_make(Trace *t, ObjectKind kind, uint64_t time, TaskId task, PlaceId place, uint32_t count);
void trace_name(Trace *t, ObjectId object, uint64_t time, TaskId task, PlaceId place, StringId name);

/* A new task, with its TASK_MADE event. `coroutine`: its COROUTINE_MADE, or 0. */
TaskId trace_make_task(Trace *t, uint64_t time, PlaceId place, TaskId maker, NameCode name, StringId function,
                       EventIndex coroutine);

void trace_library_task(Trace *t, TaskId task);

#define CODE_NUMBER 0x80000000u /* in a ValueCode and a NameCode: the rest is a number */

/* Whether an int can be told without a text: in 31 bits. */
static inline bool trace_value_fits(int64_t i) {
    return i >= -0x40000000 && i < 0x40000000;
}
static inline ValueCode trace_value_int(int64_t i) {
    return CODE_NUMBER | ((uint32_t)i & 0x7FFFFFFFu);
}
static inline NameCode trace_name_number(uint32_t n) { /* "Task-n" */
    return CODE_NUMBER | n;
}

/* For who prints a record as it grows, maybe for ever. The events before that one cannot be asked
 * for any more: their memory is for others, as far as whole chunks go. If it is the last one, the
 * passing texts go as well. */
void trace_forget(Trace *t, EventIndex before);
/* Objects and tasks are forgotten when whoever records says so: if many are new, those that the
 * program can still reach are kept, and then the rest is swept away. Only after trace_forget. */
bool trace_wants_sweep(const Trace *t);
void trace_keep_object(Trace *t, ObjectId id);
void trace_keep_task(Trace *t, TaskId id);
void trace_sweep(Trace *t);

/* --- reading ------------------------------------------------------------------------ */

static inline EventIndex trace_count(const Trace *t) {
    return t->count;
}
static inline const TraceEvent *trace_at(const Trace *t, EventIndex i) {
    return &t->chunks[i >> CHUNK_BITS][i & (CHUNK_EVENTS - 1)];
}
static inline EventKind event_kind(const TraceEvent *e) {
    return (EventKind)(e->kind_place >> PLACE_BITS);
}
static inline PlaceId event_place(const TraceEvent *e) {
    return e->kind_place & PLACE_MAX;
}
static inline uint64_t event_wide(const TraceEvent *e) {
    return (uint64_t)e->b << 32 | e->a;
}

const char *event_name(EventKind kind);           /* "TURN_BEGUN" */
FieldKind event_field(EventKind kind, int field); /* 0: a, 1: b */
const char *object_kind_name(ObjectKind kind);

const char *trace_text(const Trace *t, StringId id, size_t *len); /* terminated; len may be NULL */
const TraceSpot *trace_spot_at(const Trace *t, SpotId id);
const TracePlace *trace_place_at(const Trace *t, PlaceId id);
const TraceObject *trace_object_at(const Trace *t, ObjectId id);
const TraceTask *trace_task_at(const Trace *t, TaskId id);
uint32_t trace_tasks(const Trace *t);   /* how many there are; the last one's number */
uint32_t trace_objects(const Trace *t); /* likewise */
size_t trace_memory(const Trace *t);    /* bytes, side tables included */

/* As text, for a person to read: one line an event. Deterministic. */
void trace_dump_event(const Trace *t, EventIndex i, Buf *out);
void trace_dump(const Trace *t, Buf *out);

#endif
