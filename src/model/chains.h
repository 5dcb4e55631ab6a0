/* Rare things about many owners: each owner has a chain of events, the newest first, in one array
 * for all. A second link jumps far back, so that the newest before a cursor is found in the time of a
 * binary search. Zeroed memory is empty; link 0 is the end of a chain. */
#ifndef TOQUE_MODEL_CHAINS_H
#define TOQUE_MODEL_CHAINS_H

#include "base/vec.h"
#include "model/model.h"

typedef uint32_t Link;

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

static inline const ChainLink *chains_link(const Chains *c, Link link) {
    return &c->links.items[link];
}

#endif
