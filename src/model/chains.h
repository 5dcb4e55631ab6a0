/* Rare things about many owners: each owner has a chain of events, the newest first, in one array
 * for all. A second link jumps far back, so that the newest before a cursor is found in the time of a
 * binary search. Zeroed memory is empty; link 0 is the end of a chain. */
#ifndef TOQUE_MODEL_CHAINS_H
#define TOQUE_MODEL_CHAINS_H

#include "base/vec.h"
#include "model/model.h"

typedef uint32_t Link;
#define LINK_ALONE 0x80000000u /* the rest is the event, the only one of its chain */

typedef struct ChainLink {
    EventIndex event;
    Link before, jump;
    uint32_t depth;
} ChainLink;

typedef struct Chains {
    VEC(ChainLink) links;
} Chains;

void chains_add(Chains *c, Link *newest, EventIndex event);
/* The newest of the chain that is no later than that; 0: none. */
Link chains_at(const Chains *c, Link newest, Cursor at);

static inline EventIndex chains_event(const Chains *c, Link link) {
    return link & LINK_ALONE ? link & ~LINK_ALONE : c->links.items[link].event;
}
static inline Link chains_before(const Chains *c, Link link) {
    return link & LINK_ALONE ? 0 : c->links.items[link].before;
}

#endif
