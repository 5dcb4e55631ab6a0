/* The chain of holders from an object up to what runs: whether it is whole still, and how another is found. */
#ifndef TOQUE_VM_CHAIN_H
#define TOQUE_VM_CHAIN_H

#include "vm/frame.h"

typedef struct Search Search;

/* One step of a chain: the place in a holder that holds the next. Without a frame and a holder the chain
 * hangs on a root. */
typedef struct Link {
    Frame *frame; /* a running one, of no generator; or NULL */
    Obj *holder;
    uint32_t at; /* where: of a frame or a container; of others not known */
} Link;

enum { LINKS_MAX = 12 };

typedef struct Tether {
    Obj *object;
    uint32_t n;   /* links that are known, the object's own holder first; what is above is believed */
    bool is_held; /* the chain was whole when it was last looked at */
    Link links[LINKS_MAX];
} Tether;

bool tether_is_whole(VM *vm, Tether *t);
/* Most are held by what runs, or by what that holds: these are asked before all that lives is searched. What is
 * whole of the chain is kept, as much of it as possible; where nobody is found all of it stays as it was, for
 * it tells what died with what. */
bool tether_fasten_nearby(VM *vm, Tether *t);
void tether_fasten(Search *s, Tether *t, uint32_t seen); /* as the search has found it: see holders.h */

#endif
