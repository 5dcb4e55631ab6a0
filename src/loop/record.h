/* The loop's side of the record (src/trace): what happens is told here, by whom and where is
 * found out here. Nothing of it changes the run: it takes no memory of the program's and no
 * virtual time, so that a run is the same whether it is recorded or not.
 *
 * All of these do nothing and answer 0 if the run is not recorded. */
#ifndef TOQUE_LOOP_RECORD_H
#define TOQUE_LOOP_RECORD_H

#include "loop/clock.h"
#include "trace/audit.h"
#include "trace/trace.h"
#include "vm/vm_internal.h"

enum {
    PLACE_SLOTS = 1024,   /* a power of two */
    NAME_SLOTS = 64,      /* likewise */
    STACK_SHOWN = 64,     /* of a deeper stack a place has the innermost functions */
    MOST_UNNAMED = 256,   /* of more in one turn the later ones have no name */
    MOST_SEARCHES = 4096, /* for a name; who makes more objects than that does not name them */
};

typedef struct Recorder {
    Trace *trace; /* owned */
    const Clock *clock;
    Audit *audit;                   /* owned; NULL: nobody checks the record */
    TaskId task;                    /* at the board; 0: nobody */
    EventIndex cause;               /* why whoever is woken now is woken */
    ObjectId request;               /* the next sleep is the waiting for its answer */
    ObjectId unnamed[MOST_UNNAMED]; /* made since the last turn's end, when variables hold them */
    uint32_t unnamed_count, searches;
    /* Places, by the instruction and by the place below. */
    struct {
        const uint32_t *ip;
        PlaceId below, place;
    } places[PLACE_SLOTS];
    struct {
        const Code *code;
        StringId name;
    } names[NAME_SLOTS]; /* of coroutines */
} Recorder;

Recorder *recorder_new(const char *program, const Clock *clock, EventIndex cap, bool audited);
void recorder_free(Recorder *r);
extern const Watch recorder_watch; /* with the recorder as watcher */

static inline Recorder *recorder(VM *vm) {
    return vm->host.watcher;
}

/* --- places --------------------------------------------------------------------------- */

PlaceId record_here(VM *vm);                   /* of the function that runs, down from its task */
PlaceId record_stand(VM *vm, Value coroutine); /* of what a coroutine waits in */
uint32_t record_line(const Frame *f);          /* at which a function stands that is not C's */
/* Whether the running function is the library's own: what it makes is not the program's. */
bool record_in_library(VM *vm);
static inline uint64_t record_time(VM *vm) { /* of what is recorded now */
    return (uint64_t)clock_at(recorder(vm)->clock, vm->steps);
}

/* --- events --------------------------------------------------------------------------- */

/* About the task at the board, where it stands. */
EventIndex record_at_board(VM *vm, EventKind kind, uint32_t a, uint32_t b);
EventIndex record_about(VM *vm, EventKind kind, TaskId task, PlaceId place, uint32_t a, uint32_t b);

static inline EventIndex record(VM *vm, EventKind kind, uint32_t a, uint32_t b) {
    return recorder(vm) ? record_at_board(vm, kind, a, b) : 0;
}

EventIndex record_wide(VM *vm, EventKind kind, Ticks wide);
ObjectId record_object(VM *vm, ObjectKind kind, uint32_t count);

/* The same, of an object that may be none of those that the record tells of (0). */
static inline EventIndex record_of(VM *vm, EventKind kind, ObjectId object, uint32_t b) {
    return object && recorder(vm) ? record_at_board(vm, kind, object, b) : 0;
}
/* An object, if the program makes it and not the library for itself; with the name of the variable
 * or attribute that it is stored in at once. */
ObjectId record_made_here(VM *vm, ObjectKind kind, uint32_t count);

/* What is woken from now on is woken because of that event. Returns the cause before, to be
 * put back. */
static inline EventIndex record_because(VM *vm, EventIndex cause) {
    Recorder *r = recorder(vm);
    if (!r) return 0;
    EventIndex before = r->cause;
    r->cause = cause;
    return before;
}
static inline EventIndex record_cause(VM *vm) {
    return recorder(vm) ? recorder(vm)->cause : 0;
}

/* Forgets the tasks and objects that the program can reach no more: after trace_forget. */
void record_sweep(VM *vm);

/* Holds what was recorded to what must be true. Ends the program if it is not: that is ours. */
void record_check(VM *vm);
/* After that, between two rounds, when the record must agree with the loop about who is ready and how
 * many there are: `ready` and `live` tasks of a loop, which `is_only_one`. */
void record_check_round(VM *vm, uint32_t ready, uint32_t live, bool is_only_one);

/* --- texts ---------------------------------------------------------------------------- */

StringId record_str(VM *vm, Value str);
StringId record_exception(VM *vm, Value exception); /* "ValueError: too many" */
ValueCode record_value(VM *vm, Value v);            /* a short repr; 0 for None */
void record_value_text(VM *vm, Value v, Buf *out);  /* the same as a text */
uint32_t record_count(Value number);                /* as far as it is a number that fits */
StringId record_function_name(VM *vm, Value callable);
StringId record_coroutine_name(VM *vm, Value coroutine);

#endif
