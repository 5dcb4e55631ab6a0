/* The model: answers what a picture or a sentence asks of a record, at any cursor, without ever
 * running anything. It keeps an index beside the record, by which each answer takes about the
 * time of a binary search. It follows a record that still grows.
 *
 * A cursor is the last event that has happened: cursor 0 is the start of the run, cursor
 * model_end the end of what is known. All answers are as of just after that event.
 *
 * Long lists are asked for in parts: those from number `first` (from 0) on, `count` at most, are
 * written to `out`; the answer is how many were. */
#ifndef TOQUE_MODEL_MODEL_H
#define TOQUE_MODEL_MODEL_H

#include "trace/trace.h"

typedef EventIndex Cursor;
typedef uint32_t TurnId; /* from 1, in the order of the run */

#define NEVER UINT32_MAX /* an event that has not come, as far as the record goes; no cursor */

typedef struct Model Model;

/* The record must outlive it and keep all of its events. Nothing is read yet. Never NULL. */
Model *model_new(const Trace *t);
void model_free(Model *m);
/* Reads what is new in the record since the last time. False if nothing is. Takes about 60 ns an event. */
bool model_follow(Model *m);

const Trace *model_trace(const Model *m);
Cursor model_end(const Model *m);    /* the last event that was read */
bool model_over(const Model *m);     /* the run's end is among what was read */
size_t model_memory(const Model *m); /* bytes of the index, the record not included */

/* --- cursors ------------------------------------------------------------------------- */

uint64_t model_time(const Model *m, Cursor at);      /* nanoseconds */
Cursor model_at_time(const Model *m, uint64_t time); /* the last event of that time or before */

/* One stay at the board. */
typedef struct Turn {
    TaskId task;
    EventIndex ready; /* the READY before it */
    EventIndex begun;
    EventIndex ended; /* NEVER: the record ends before */
} Turn;

TurnId model_turns(const Model *m);              /* how many there are; the last one's number */
Turn model_turn(const Model *m, TurnId turn);    /* 1 to model_turns */
TurnId model_turn_at(const Model *m, Cursor at); /* the last that has begun; 0: none yet */
/* The same, or 0 if it has ended by then: nobody is at the board. */
TurnId model_running_at(const Model *m, Cursor at);

/* Rounds of all loops of the run, counted from 1 in the order of the run. */
uint32_t model_rounds(const Model *m);
uint32_t model_round_at(const Model *m, Cursor at);    /* the last that has begun; 0: none yet */
Cursor model_at_round(const Model *m, uint32_t round); /* its ROUND */

#endif
