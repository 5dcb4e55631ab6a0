#include "model/chains.h"

/* A chain of one needs no link: it is the event itself. Of very high numbers it is not. */
static Link alone(EventIndex event) {
    return event < LINK_ALONE ? event | LINK_ALONE : 0;
}

/* Jumps are as long as the two before them together, if these are equal: then any link is reached
 * in about twice the logarithm of the chain's length. */
static Link add_link(Chains *c, Link before, EventIndex event) {
    if (c->links.len == 0) vec_push(&c->links, (ChainLink){0});
    const ChainLink *b = &c->links.items[before], *j = &c->links.items[b->jump];
    bool equal = b->depth - j->depth == j->depth - c->links.items[j->jump].depth;
    ChainLink link = {event, before, before && equal ? b->jump : before, b->depth + 1};
    if (c->links.len == c->links.cap && c->links.cap >= 8)
        vec_reserve(&c->links, c->links.cap + c->links.cap / 4);
    vec_push(&c->links, link);
    return c->links.len - 1;
}

void chains_add(Chains *c, Link *newest, EventIndex event) {
    if (*newest & LINK_ALONE) *newest = add_link(c, 0, chains_event(c, *newest));
    else if (*newest == 0 && (*newest = alone(event)) != 0) return;
    *newest = add_link(c, *newest, event);
}

Link chains_at(const Chains *c, Link newest, Cursor at) {
    Link link = newest;
    while (link && chains_event(c, link) > at) {
        if (link & LINK_ALONE) return 0;
        const ChainLink *l = &c->links.items[link];
        link = l->jump && c->links.items[l->jump].event > at ? l->jump : l->before;
    }
    return link;
}
