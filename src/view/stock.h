/* What a run uses, from its beginning to the end of what is known of it: so that a place that will
 * be needed stands in the kitchen from the start, and one that never is does not stand there at all.
 * And the recipe cards: coroutines that were made and are not cooked yet. */
#ifndef TOQUE_VIEW_STOCK_H
#define TOQUE_VIEW_STOCK_H

#include "base/vec.h"
#include "model/moment.h"

typedef enum StockUse {
    USE_TASKS, /* of the program, not of the library */
    USE_TIMERS,
    USE_JOBS,
    USE_RECIPES,
    USE_DONE,
    USE_CANCELLED,
    USE_FAILED,
    USE_LINES,  /* before a semaphore */
    USE_BLOCKS, /* the chef stands still */
    STOCK_USES
} StockUse;

/* A coroutine that was not awaited where it was made. */
typedef struct Recipe {
    EventIndex made, gone; /* NEVER: it is still there */
    bool lost;             /* it went without ever being awaited */
} Recipe;

/* The children of a gather, a TaskGroup and the like, so that those that are over need not be looked for
 * among a hundred thousand. */
typedef struct Tally {
    VEC(EventIndex) children; /* GROUP_TASK */
    VEC(EventIndex) over;     /* of them */
    bool ended;
    bool unsure; /* it has futures, or tasks that it shares: who asks must count */
} Tally;

/* Zeroed memory with a model is a stock that has not followed yet. */
typedef struct Stock {
    const Model *model;  /* not owned */
    EventIndex next;     /* to be read */
    EventIndex deadlock; /* NEVER: none */
    EventIndex seen;     /* the last at which there is something to see */
    bool used[STOCK_USES];
    uint32_t objects[OBJECT_KINDS]; /* how many are ever made */
    uint32_t condition_locks;       /* locks that only a condition uses */
    ObjectId next_object;
    VEC(Recipe) cards;
    VEC(EventIndex) gone; /* of cards, in order */
    VEC(TaskId) library;  /* tasks that no program speaks of */
    TaskId next_task;
    VEC(Tally) tallies;
    VEC(uint32_t) tally_of; /* by ObjectId: its number, from 1; 0: none */
    VEC(uint32_t) child_of; /* by TaskId: likewise */
} Stock;

void stock_follow(Stock *s);
void stock_deinit(Stock *s);

/* How many children a group has by then, and how many are over. False: they must be counted. */
bool stock_tally(const Stock *s, Cursor at, ObjectId group, uint32_t *children, uint32_t *over);

uint32_t stock_cards(const Stock *s, Cursor at); /* in the drawer */
/* The last ones that were made, or (lost) that went without being awaited: the last first. */
uint32_t stock_last_cards(const Stock *s, Cursor at, bool lost, uint32_t count, EventIndex *out);

#endif
