/* A line of those who wait for something, the first come at its front.
 *
 * Each stands there as a future of its own, which is done when it is its turn. One that is
 * cancelled stays until its task has had its turn and leaves: CPython counts it until then, and so
 * does `waiters:` in a repr. Joining, leaving and finding whom to wake take no longer in a line of
 * ten thousand. */
#ifndef TOQUE_LOOP_LINE_H
#define TOQUE_LOOP_LINE_H

#include "loop/aio.h"

typedef struct Line Line;

typedef struct Place {
    Future future; /* its `waiting` is what the line is for, while it stands */
    struct Place *before, *behind;
    Line *line; /* NULL: it has left */
} Place;

struct Line {
    Place *first, *last;
    Place *wakable; /* those before it are done: nobody needs to look at them again */
    uint32_t len;
    bool used;       /* somebody has stood in it */
    ObjectId number; /* in the record, of what it is for; 0: it is not told of */
};

/* For the collector: the payload of what has one line (the Line itself), and the marking of two (Line[2]). */
extern const Payload one_line;
ObjectId line_number_of(const Record *owner); /* in the record; 0: it is none of these */
void lines_mark_two(VM *vm, void *payload);

/* Stands behind the others who wait for `of`. `loop` is where `of` keeps the loop that it is
 * bound to. The place (to be waited for), V_ERROR, or V_TAIL if it is bound to another loop:
 * then the step goes on with the error. */
Value line_join(VM *vm, Line *l, Value of, Value *loop);
/* However the waiting has ended. */
void line_leave(Place *p);
/* The first who is not done, or NULL. */
Place *line_to_wake(Line *l);
bool line_wake_first(VM *vm, Line *l, Value with); /* false if nobody waits */
/* The same, as the handing over of what the line is for: the record says so. */
void line_hand(VM *vm, Place *p, Value with);
/* For the record: who stands at that place waits, in the words of `kind`. */
void line_told(VM *vm, Value place, EventKind kind, uint32_t b);
void line_told_left(VM *vm, const Place *p);
bool line_all_cancelled(const Line *l);
Value line_as_deque(VM *vm, const Line *l); /* what a program sees that looks */

static inline Place *as_place(Value v) {
    return AS(Place, v);
}

#endif
