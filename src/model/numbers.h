/* What a run comes to, in numbers: reckoned in one walk over the record up to a cursor. */
#ifndef TOQUE_MODEL_NUMBERS_H
#define TOQUE_MODEL_NUMBERS_H

#include "model/moment.h"

typedef uint64_t Nanoseconds;

typedef struct TaskNumbers {
    uint32_t turns;
    Nanoseconds running, ready, waiting; /* running: time that it blocks included */
    Nanoseconds blocking;
    Nanoseconds waits[WAIT_KINDS]; /* of waiting */
    Nanoseconds made, ended;       /* when; ended: the end of what was walked, if it was not over */
    TaskState state;
} TaskNumbers;

/* Of a lock, a semaphore, a condition, an event, a barrier. */
typedef struct LineNumbers {
    uint32_t taken;      /* times that somebody got it */
    uint32_t waited_for; /* times that somebody had to wait first */
    Nanoseconds wait, longest_wait;
    Nanoseconds held; /* time in which somebody was inside */
    uint32_t most_waiters, most_inside;
} LineNumbers;

typedef struct QueueNumbers {
    uint32_t put, taken;
    double mean_length; /* over the time from its making */
    uint32_t most;
    Nanoseconds full;                       /* as long as it was full and */
    Nanoseconds full_blocked;               /* somebody waited to put */
    Nanoseconds empty;                      /* as long as it was empty and */
    Nanoseconds empty_blocked;              /* somebody waited to take */
    uint32_t waited_to_put, waited_to_take; /* times */
} QueueNumbers;

typedef struct ObjectNumbers {
    LineNumbers line;
    QueueNumbers queue; /* of queues only */
} ObjectNumbers;

typedef struct Numbers {
    Nanoseconds length; /* of the run */
    Nanoseconds busy;   /* the chef works: in turns and callbacks, without what he is blocked */
    Nanoseconds blocked, idle;
    Nanoseconds other;      /* the rest: between turns, and outside of all loops */
    Nanoseconds one_by_one; /* the same work, and the same sleeps, requests and jobs, one after the other */
    uint32_t turns, rounds;
    uint32_t most_tasks; /* at once, not over; of the program, not of the library */
    uint32_t most_ready;
    uint32_t tasks, objects;  /* how many; the lists have one more, as 0 is none */
    TaskNumbers *of_task;     /* by TaskId; owned */
    ObjectNumbers *of_object; /* by ObjectId; owned */
} Numbers;

Numbers *numbers_new(const Model *m, Cursor until);
void numbers_free(Numbers *n);

#endif
