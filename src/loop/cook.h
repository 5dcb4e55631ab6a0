/* Second cooks: functions that run_in_executor and to_thread give away. Each has a stack of his
 * own. A cook works until he has to wait (time.sleep, a loop of his own with nothing to do) or is
 * done; then the chef goes on. So several wait at the same virtual time, and the loop meanwhile
 * serves its tasks. crew.c says who works next. */
#ifndef TOQUE_LOOP_COOK_H
#define TOQUE_LOOP_COOK_H

#include "loop/aio.h"
#include "vm/fiber.h"

typedef enum CookState {
    COOK_QUEUED, /* there is no place for him yet */
    COOK_READY,
    COOK_WORKS,
    COOK_SLEEPS,
    COOK_STANDS, /* until somebody calls him */
    COOK_DONE
} CookState;

struct Cook {
    RECORD_FIELDS;
    Value loop;   /* that he works for */
    Value driver; /* the chef's, which has his tickets and his timer; see crew.c */
    Value future; /* what the program awaits */
    Value over;   /* a future that is done when he is, whatever becomes of the other */
    Value function, args;
    Value outcome; /* a result, or an exception if it failed */
    Value running; /* the loop that runs in his thread, or None */
    Value before;  /* the loop that ran when he was let in, or None */
    CookState state;
    bool begun, failed;
    bool idles;    /* he waits since his own loop has nothing to do */
    bool listens;  /* he waits for a call */
    uint32_t wait; /* the number of his wait: tickets and timers of others are void */
    uint64_t turn; /* among those who are ready: the lowest is first */
    double wakes;  /* a sleeper */
    EventIndex timer;
    Fiber *fiber;
    ObjectId number;  /* in the record */
    TaskId meanwhile; /* who was at the board when he was let in */
};

enum { COOK_VALUES = 9, COOKS_AT_ONCE = 32 };

static inline bool is_cook(VM *vm, Value v) {
    return is_kind(v, KIND_RECORD) && as_obj(v)->cls == aio(vm)->cook_class;
}

Value cook_begin(VM *vm, Loop *l, Value function, Value args); /* the future, in the end */
/* The turn of a ticket of his, for the wait of that number: V_FRAME if he works, else V_NONE. */
Value cook_turn(VM *vm, Cook *c, Value wait);
void cook_works(VM *vm, Cook *c);             /* at once: whoever calls returns vm_pause */
void cook_rests(VM *vm, Cook *c);             /* the same for him: the chef goes on */
Value cook_sleep(VM *vm, Ticks length);       /* time.sleep while a cook works: V_TAIL */
Value cook_idle(VM *vm, const Ticks *length); /* his loop has nothing to do for so long, or (NULL) at all */

/* --- the crew ------------------------------------------------------------------------------ */

void crew_ready(VM *vm, Cook *c);
/* He waits, until then if `wakes` is not NULL. */
void crew_waits(VM *vm, Cook *c, const double *wakes);
void crew_leaves(VM *vm, const Cook *c);
void crew_look(VM *vm, Cook *c); /* there is something to do in his loop */
/* The chef's loop begins to run: whoever is at work goes on by it. */
void crew_follow(VM *vm, Loop *l);
bool crew_is_needed(VM *vm);             /* somebody would work while the chef stands still */
Value crew_sleep(VM *vm, Ticks length);  /* the chef's time.sleep meanwhile: V_TAIL */
Value crew_stand(VM *vm, Value timeout); /* until he is called; seconds or None: V_TAIL */
void crew_call_chef(VM *vm);
bool crew_join(VM *vm); /* the program is over but for them: true if there is something to do */

#endif
