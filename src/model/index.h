/* The index beside a record. Inside of the room.
 *
 * The record itself is the state: an index only says where in it to look. Each task has the
 * numbers of its turns, each object its events; what begins and ends (stays in lines, items,
 * timers) are spans. Every MARK_EVENTS events there is a mark with what can only be counted. */
#ifndef TOQUE_MODEL_INDEX_H
#define TOQUE_MODEL_INDEX_H

#include "model/chains.h"
#include "model/levels.h"
#include "model/map.h"
#include "model/moment.h"
#include "model/ready.h"
#include "model/spans.h"
#include "model/steps.h"

/* Doubling would leave half of a long list free. */
#define vec_push_tight(v, x)                                                             \
    do {                                                                                 \
        if ((v)->len == (v)->cap && (v)->cap >= 64) {                                    \
            (v)->cap += (v)->cap / 16;                                                   \
            (v)->items = mem_realloc((v)->items, (size_t)(v)->cap * sizeof *(v)->items); \
        }                                                                                \
        vec_push(v, x);                                                                  \
    } while (0)

enum {
    MARK_BITS = 9,
    MARK_EVENTS = 1 << MARK_BITS,
    CHEF_EVENTS = 192, /* for a node of the chef's levels */
    TASK_TURNS = 4,    /* for a node of a task's */
    TASK_FEW = 32,     /* turns; a task with fewer has no levels */
    OBJECT_STEPS = 32,
    LINE_WORDS = 4, /* of 64 bits */
};

/* --- marks ------------------------------------------------------------------------------ */

typedef struct Mark {
    MomentCounts counts;        /* before its first event */
    TurnId turns;               /* likewise */
    uint64_t kinds[2];          /* which kinds of events there are in it */
    uint64_t lines[LINE_WORDS]; /* of which source lines, by a hash: no bit, no such line */
    bool troubles;
} Mark;

/* What a task does, and what it waits for. */
typedef struct Doing {
    TaskState state;
    WaitKind wait;
} Doing;

/* What the task of an event does after it, by what it did before. */
Doing doing_after(const Model *m, EventIndex i, const TraceEvent *e, Doing before);
/* What an event changes in the counts, but for what its task does. */
void count_event(const Model *m, MomentCounts *counts, EventIndex i, const TraceEvent *e);
void count_task(MomentCounts *counts, Doing before, Doing after);
/* The mark in which an event is. */
static inline uint32_t mark_of(EventIndex i) {
    return i >> MARK_BITS;
}
static inline bool mark_has(const Mark *mark, EventKind kind) {
    return mark->kinds[kind >> 6] >> (kind & 63) & 1;
}
/* Whether there may be events of that line in it. */
bool mark_may_have_line(const Mark *mark, uint32_t line);

/* --- tasks ------------------------------------------------------------------------------- */

/* Entries: turns, each with what follows it until the next. Waiting is the rest. */
typedef struct TaskNode {
    NodeHead head;

    float running, ready; /* nanoseconds */
} TaskNode;
extern const LevelShape task_shape;

typedef struct TaskIndex {
    History turns;
    EventIndex done;  /* TASK_DONE or TASK_LOST; NEVER */
    EventIndex ready; /* the last READY, if no turn has followed; 0 */
    Link groups;      /* GROUP_BEGUN of what it has begun */
    Link awaited;     /* AWAITS_TASK and GROUP_TASK of it */
    uint32_t ordinal; /* among the tasks of its function */
    /* As of the end of what was read. */
    ObjectId line;  /* in which it stands, if line_kind says that it does */
    uint32_t place; /* its span there */
    uint8_t state, wait;
    uint8_t line_kind; /* LINES: it is in none */
} TaskIndex;

/* --- objects -------------------------------------------------------------------------------- */

/* What an event changes in an object: a byte for each. */
typedef uint8_t StepCode;
enum {
    STEP_WAITER_JOINS = 1,
    STEP_WAITER_LEAVES = 2,
    STEP_IN = 4, /* one more inside; of an event: it is set */
    STEP_OUT = 8,
    STEP_SAYS =
        16, /* the event says itself how things are: permits, the barrier's state, what is unfinished */
};

void step_apply(StepCode code, uint32_t *level, uint32_t *waiters);

typedef struct ObjectIndex ObjectIndex;
/* What is so after the first `steps` of its steps: ObjectMoment.inside, and who waits but for join. */
void object_level(const ObjectIndex *o, uint32_t steps, uint32_t *level, uint32_t *waiters);

typedef struct ObjectNode {
    NodeHead head;
    uint32_t level, waiters; /* at the beginning: before its first entry */
    uint32_t level_max, waiters_max;
    float in_use, contended; /* nanoseconds; in_use: without the contended */
} ObjectNode;
extern const LevelShape object_shape;

/* Of what has lines, holders, or items. */
typedef struct Resource {
    VEC(StepCode) codes; /* of its steps */
    Spans lines[LINES];
    Spans inside;            /* GOT to RELEASED, PUT to TAKEN */
    VEC(uint32_t) open;      /* of inside, for holders */
    uint32_t level, waiters; /* as of the end of what was read */
    ObjectNode node;         /* in the making */
    uint64_t changed;        /* when the last step was */
    Levels *levels;
} Resource;

struct ObjectIndex {
    History steps;      /* all events that name it but MADE and NAMED */
    uint32_t awaited;   /* the first of its steps by which somebody awaits it */
    ObjectId outer;     /* of a group: what was open in its task when it began, the last begun */
    EventIndex begun;   /* of a group, timeout, job, request; 0: not */
    EventIndex ended;   /* and of a future; NEVER: not */
    uint32_t ordinal;   /* among those of its name, or, without one, of its kind */
    Resource *resource; /* owned; NULL: none */
};

/* --- the chef -------------------------------------------------------------------------------- */

/* Entries: events. */
typedef struct ChefNode {
    NodeHead head;
    TaskId task; /* of the longest turn */
    float longest;
    float times[CHEF_OVER]; /* nanoseconds, by state; after the end there is no time */
    uint32_t changes;       /* how often he turned to something else, but for the first event */
    uint8_t state;          /* after the first event */
    bool turns;             /* with the first event */
} ChefNode;
extern const LevelShape chef_shape;

/* What the chef does, and what of it goes on below: he may stand still in a turn. */
typedef struct ChefDoing {
    ChefState state;
    TaskId task; /* at the board */
    bool in_callback, in_loop;
} ChefDoing;

/* A READY that comes after the turn in which its cause was. */
typedef struct LateReady {
    EventIndex cause, ready;
} LateReady;

/* --- the whole --------------------------------------------------------------------------------- */

struct Model {
    const Trace *trace;
    EventIndex next; /* to be read */
    VEC(Mark) marks;
    History begun; /* of turns, from number 1; [0] is none */
    Ends ended;
    VEC(EventIndex) readied; /* of each SPAN_BLOCK turns: the first READY of theirs */
    VEC(TaskIndex) tasks;
    VEC(ObjectIndex) objects;
    History over[TASK_STATES]; /* TASK_DONE and TASK_LOST events, by the state they lead to */
    History of_kind[OBJECT_KINDS];
    Spans timers;
    VEC(uint64_t) dues; /* of timers */
    Spans callbacks;
    Spans jobs;
    Chains chains;
    VEC(LateReady) late;  /* by causes */
    Map functions;        /* StringId: how many tasks have it */
    Map names;            /* StringId: how many objects have it */
    Map task_names;       /* TaskId: the StringId of its last TASK_NAMED */
    VEC(Levels *) levels; /* of tasks; owned */
    Map levels_of;        /* TaskId: which of these, + 1; of a task with few turns there are none */
    Map cancels;          /* TaskId: the Link of its last CANCEL_ASKED or _DELIVERED */
    Spans runs;           /* of callbacks: BEGUN to ENDED */
    Spans loops;          /* LOOP_RUNS to LOOP_STOPS */
    /* As of the end of what was read. */
    MomentCounts counts;
    TaskId running;
    ReadyTasks rail;
    ChefDoing chef;
    uint64_t chef_since; /* the time of the event before */
    ChefNode node;       /* in the making */
    Levels *chef_levels;
    bool ends; /* RUN_ENDED was read */
};

static inline const TraceEvent *event_at(const Model *m, EventIndex i) {
    return trace_at(m->trace, i);
}
static inline uint64_t time_at(const Model *m, EventIndex i) {
    return trace_at(m->trace, i)->time;
}
static inline const TaskIndex *task_index(const Model *m, TaskId task) {
    return &m->tasks.items[task];
}
static inline const Levels *levels_of_task(const Model *m, TaskId task) {
    uint32_t which = map_get(&m->levels_of, task);
    return which ? m->levels.items[which - 1] : NULL;
}
static inline const ObjectIndex *object_index(const Model *m, ObjectId id) {
    return &m->objects.items[id];
}
static inline EventIndex turn_end(const Model *m, TurnId turn) { /* NEVER: not yet */
    return ends_at(&m->ended, &m->begun, turn);
}
static inline TurnId turns_begun(const Model *m) { /* the number of the last */
    return m->begun.len - 1;
}

/* model_turn_at, fast if the answer is near to that turn. */
TurnId turn_near(const Model *m, Cursor at, TurnId near);
/* How many turns lie before an event, its own turn in part; `turn` is model_turn_at. */
double turns_before(const Model *m, Cursor at, TurnId turn);

/* The line of the program that runs when an event happens; 0: it does not say. */
uint32_t event_line(const Model *m, const TraceEvent *e);
/* The state that the end of a task leads to: TASK_DONE or TASK_LOST. */
TaskState state_of_end(const TraceEvent *e);

ObjectId event_object(const TraceEvent *e); /* which one it is about; 0: none */
/* The tasks on the rail, without the callbacks. */
uint32_t rail_tasks(const Model *m, Cursor at, uint32_t first, uint32_t count, TaskId *out);

void chef_after(ChefDoing *chef, const TraceEvent *e);
ChefDoing chef_before(const Model *m, EventIndex i); /* after the event before it */

/* --- reading an event, each for its part ----------------------------------------------------------- */

void index_task_event(Model *m, EventIndex i, const TraceEvent *e);
void index_object_event(Model *m, EventIndex i, const TraceEvent *e);
void index_chef_before(Model *m, EventIndex i, const TraceEvent *e);
void index_chef_after(Model *m, EventIndex i, const TraceEvent *e);
void index_free_object(ObjectIndex *o);
size_t index_object_memory(const ObjectIndex *o);

#endif
