/* What one round of a loop runs: its handles, in order. Turns of tasks, callbacks, and what asyncio
 * itself has to do between them, such as waking who slept. */
#ifndef TOQUE_MODEL_ROUND_H
#define TOQUE_MODEL_ROUND_H

#include "base/vec.h"
#include "model/model.h"

typedef enum HandleKind {
    HANDLE_TURN,
    HANDLE_CALLBACK,
    HANDLE_WAKE, /* of asyncio's own: it makes a task ready */
} HandleKind;

typedef struct Handle {
    HandleKind kind;
    TaskId task;      /* whose turn it is, who is woken; 0: a callback */
    EventIndex begun; /* TURN_BEGUN, CALLBACK_BEGUN, READY */
    EventIndex ended; /* the last event of it; NEVER: not in the record */
} Handle;

/* Zeroed memory is no round. */
typedef struct RoundHandles {
    const Model *model;  /* not owned */
    uint32_t round;      /* as model_round_at counts them; 0: none */
    uint32_t number;     /* as its loop counts it */
    uint32_t planned;    /* how many handles the loop took up; some are asyncio's own and leave no trace */
    EventIndex begun;    /* its ROUND */
    EventIndex read;     /* the record's end when it was read */
    VEC(Handle) handles; /* those that the record has, maybe later than any cursor */
} RoundHandles;

/* Those of the round at a cursor. Nothing is done if they are there already. Takes the time of the
 * round's handles, not of its events. */
void round_find(RoundHandles *r, const Model *m, Cursor at);
/* How many of them have begun at a cursor. */
uint32_t round_begun(const RoundHandles *r, Cursor at);
void round_deinit(RoundHandles *r);

#endif
