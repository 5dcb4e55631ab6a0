/* The primitives that others are built of: a condition holds a lock, a barrier a condition, a
 * queue an event.
 *
 * A coroutine in C that waits for one of them, itself or on the way to something else, does so in
 * two steps. X_want gives V_TRUE if there is nothing to wait for; else its result is what the
 * coroutine's step returns. When the step goes on with `v`, X_woken(…, v) says how the waiting
 * went: V_TRUE, V_ERROR, or again what the step returns. Between the two the place in the line is
 * kept in slots of the coroutine's frame, which are V_NONE at first. */
#ifndef TOQUE_LOOP_PRIMITIVES_H
#define TOQUE_LOOP_PRIMITIVES_H

#include "loop/line.h"

/* Methods as CPython's are, which are Python. */
enum { NF_PLAIN_METHOD = NF_SELF | NF_PYTHON, NF_ASYNC_METHOD = NF_PLAIN_METHOD | NF_COROUTINE };

typedef enum CoroutineId {
#define COROUTINE(id, qualname) COROUTINE_##id,
#include "loop/coroutines.def"
#undef COROUTINE
    COROUTINE_COUNT
} CoroutineId;

Value primitive_coroutine(VM *vm, CoroutineId id, NativeStep step, int n, const Value *slots);
/* In the place of a coroutine that would not have to wait: an awaitable that gives `result`. */
Value primitive_at_once(VM *vm, Value result);
bool is_cancelled_error(VM *vm, Value exc);
/* "<asyncio.locks.Lock object at 0x… [locked, waiters:2]>": `state` is what stands in brackets. */
Value primitive_repr(VM *vm, Value self, const char *state, const Line *l);

/* `_loop`, read or set: as a Record, each of them begins with it. */
enum { PRIMITIVE_LOOP };
Value primitive_loop(VM *vm, Value *a, int n);

/* Whether a subclass (or the object itself) has a method of its own in the place of one of ours
 * that C would else go past. */
bool primitive_overrides(VM *vm, Value self, const char *method);
/* A subclass whose own __init__ will call ours. */
bool primitive_has_own_init(VM *vm, Class *cls);

/* --- locks ------------------------------------------------------------------------------ */

typedef struct Lock {
    RECORD_FIELDS;
    Value loop;
    Value holder; /* the task that took it last, while it is locked */
    bool locked;
    Line line;
} Lock;

Lock *lock_new(VM *vm, Class *cls);
bool is_plain_lock(VM *vm, Value v); /* one whose methods C may go past */
Value lock_want(VM *vm, Lock *l, Value *place);
Value lock_woken(VM *vm, Lock *l, Value place, Value v);
Value lock_release(VM *vm, Lock *l); /* V_NONE or V_ERROR */
/* Its methods acquire, __aenter__ and __aexit__: coroutines. */
Value lock_acquire(VM *vm, Value lock);
Value lock_enter(VM *vm, Value lock);
Value lock_leave(VM *vm, Value lock);

/* --- events ------------------------------------------------------------------------------ */

typedef struct Event {
    RECORD_FIELDS;
    Value loop;
    Value owner; /* the queue whose join() waits for it, or None */
    bool set;
    Line line;
} Event;

Event *event_new(VM *vm, Class *cls);
void event_set(VM *vm, Event *e);
Value event_want(VM *vm, Event *e, Value *place);
Value event_woken(VM *vm, Value place, Value v);

/* --- conditions ---------------------------------------------------------------------------- */

typedef struct Condition {
    RECORD_FIELDS;
    Value loop;
    Value lock;
    Value owner; /* the barrier that it is a part of, or None */
    Line line;
} Condition;

/* What a waiting for a condition keeps in the frame. */
enum { WAIT_STAGE, WAIT_PLACE, WAIT_ERROR, WAIT_CANCELLED, WAIT_SLOTS };

Condition *condition_new(VM *vm, Class *cls, Value lock);
/* NULL: a lock that only Python can ask. */
Lock *condition_lock(VM *vm, const Condition *c);
/* With a lock of ours. The lock is held when it is over, however it is over. */
Value condition_want(VM *vm, Condition *c, Value *slots);
Value condition_woken(VM *vm, Condition *c, Value *slots, Value v);
Value condition_notify_all(VM *vm, Condition *c); /* V_NONE or V_ERROR */

/* --- barriers ------------------------------------------------------------------------------ */

ObjectId barrier_number(Value barrier); /* in the record */

/* --- queues ------------------------------------------------------------------------------- */

bool queue_waits_to_put(Value queue, const Place *p); /* else to get */

/* In the record it goes by that number: the library's own, which the program does not see. */
void queue_told_as(VM *vm, Value queue, ObjectId number);

#endif
