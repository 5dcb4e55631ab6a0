#include "model/chains.h"

/* Jumps are as long as the two before them together, if these are equal: then any link is reached
 * in about twice the logarithm of the chain's length. */
void chains_add(Chains *c, Link *newest, EventIndex event) {
    if (c->links.len == 0) vec_push(&c->links, (ChainLink){0});
    Link before = *newest;
    const ChainLink *b = &c->links.items[before], *j = &c->links.items[b->jump];
    bool equal = b->depth - j->depth == j->depth - c->links.items[j->jump].depth;
    ChainLink link = {event, before, before && equal ? b->jump : before, b->depth + 1};
    if (c->links.len == c->links.cap && c->links.cap >= 8)
        vec_reserve(&c->links, c->links.cap + c->links.cap / 4);
    *newest = c->links.len;
    vec_push(&c->links, link);
}

Link chains_at(const Chains *c, Link newest, Cursor at) {
    Link link = newest;
    while (link && chains_link(c, link)->event > at) {
        const ChainLink *l = chains_link(c, link);
        link = l->jump && chains_link(c, l->jump)->event > at ? l->jump : l->before;
    }
    return link;
}
