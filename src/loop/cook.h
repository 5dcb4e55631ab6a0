/* Second cooks: functions that run_in_executor and to_thread give away. Each has a stack of its
 * own. A cook works until he has to wait (time.sleep) or is done; then the chef goes on. So
 * several wait at the same virtual time, and the loop meanwhile serves its tasks. */
#ifndef TOQUE_LOOP_COOK_H
#define TOQUE_LOOP_COOK_H

#include "loop/aio.h"

typedef enum CookState {
    COOK_QUEUED,
    COOK_WORKS,
    COOK_SLEEPS,
    COOK_STANDS,
    COOK_CALLED,
    COOK_DONE
} CookState;

struct Cook {
    RECORD_FIELDS;
    Value loop;
    Value future; /* what the program awaits */
    Value over;   /* a future that is done when he is, whatever becomes of the other */
    Value function, args;
    Value outcome; /* a result, or an exception if it failed */
    Value running; /* the loop that runs in his thread, or None */
    CookState state;
    bool failed;
    bool interrupts; /* his loop ran when he was let in */
    Fiber *fiber;
    ObjectId number;  /* in the record */
    TaskId meanwhile; /* who was at the board when he was let in */
};

enum { COOK_VALUES = 7, COOKS_AT_ONCE = 32 };

Value cook_begin(VM *vm, Loop *l, Value function, Value args); /* the future, in the end */
Value cook_turn(VM *vm, Cook *c);       /* his ticket's turn: V_FRAME if he works, else V_NONE */
Value cook_sleep(VM *vm, Ticks length); /* time.sleep while a cook works: V_TAIL */

#endif
