/* Who holds an object: a search from what runs and from the roots down, nearest first, which remembers
 * by whom each object was found. It marks what it has seen with a mark of its own and takes that back. */
#ifndef TOQUE_VM_HOLDERS_H
#define TOQUE_VM_HOLDERS_H

#include "vm/vm_internal.h"

typedef struct Origin {
    uint32_t parent; /* which of the objects that were seen; ORIGIN_NONE: a frame, or a root */
    Frame *frame;    /* a running one; NULL: a root */
} Origin;

enum { ORIGIN_NONE = UINT32_MAX };

struct Search {
    VM *vm;
    VEC(Origin) origins;   /* of each object that was seen, as in heap.gray */
    VEC(uint32_t) found;   /* which of them were wanted */
    VEC(uint32_t) later;   /* which of them lead everywhere */
    uint32_t gone_on;      /* how many of those were looked at */
    uint32_t wanted;       /* objects with OBJ_WANTED that were not found yet */
    uint8_t mark;          /* of what was not seen */
    struct Graves *graves; /* once it is asked for a fate; owned */
};

typedef enum Fate {
    FATE_FREED,     /* counting references would have ended it */
    FATE_IN_A_RING, /* what holds it is dead, but holds itself: only a collector ends that */
    FATE_WAITS,     /* what holds it has a last turn first */
} Fate;

/* From here to the end nothing may be allocated. Objects that are looked for have OBJ_WANTED, which they
 * lose when they are found. */
void search_run(Search *s, VM *vm, uint32_t wanted);
Obj *search_object(const Search *s, uint32_t seen);
/* Of one that was not found. Others that die loudly have OBJ_WANTED too, and keep it until the last is asked for. */
Fate search_fate(Search *s, const Obj *o);
void search_end(Search *s);

/* Whether one object refers to another. */
bool obj_refers_to(VM *vm, Obj *holder, const Obj *child);

#endif
