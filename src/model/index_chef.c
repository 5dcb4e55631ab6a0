#include "model/index.h"

/* --- his levels --------------------------------------------------------------------------- */

static void merge_chef(void *node, const void *four) {
    ChefNode *into = node;
    const ChefNode *from = four;
    for (int i = 1; i < LEVEL_FAN; i++) {
        for (int state = 0; state < CHEF_STATES; state++) into->times[state] += from[i].times[state];
        into->changes += from[i].changes;
        if (from[i].longest <= into->longest) continue;
        into->longest = from[i].longest;
        into->task = from[i].task;
    }
}

const LevelShape chef_shape = {sizeof(ChefNode), merge_chef};

/* --- what he does after an event --------------------------------------------------------------- */

static bool last_is_open(const Spans *s) {
    return s->begins.len && spans_end(s, s->begins.len - 1) == NEVER;
}

static ChefState state_after(const Model *m, const TraceEvent *e) {
    switch (event_kind(e)) {
    case EV_BLOCK_BEGUN: return CHEF_BLOCKED;
    case EV_IDLE: return CHEF_IDLE;
    case EV_RUN_ENDED: return CHEF_OVER;
    default: break;
    }
    if (m->running) return CHEF_TURN;
    if (last_is_open(&m->runs)) return CHEF_CALLBACK;
    return last_is_open(&m->loops) ? CHEF_LOOP : CHEF_OUTSIDE;
}

/* --- reading ------------------------------------------------------------------------------------- */

/* The time since the event before, as what he did after that. */
static void spend(Model *m, uint64_t time) {
    ChefNode *node = &m->node;
    float length = (float)(time - m->chef_since);
    m->chef_since = time;
    node->times[m->chef] += length;
    if (m->chef != CHEF_TURN || length <= node->longest) return;
    node->longest = length;
    node->task = m->running;
}

/* Called before the event changes who is at the board, and after. */
void index_chef_before(Model *m, EventIndex i, const TraceEvent *e) {
    spend(m, e->time);
    if (i % CHEF_EVENTS) return;
    if (i) levels_add(&m->chef_levels, &chef_shape, &m->node);
    m->node = (ChefNode){.head = {e->time, m->running ? turns_begun(m) - 1 : turns_begun(m)}};
}

void index_chef_after(Model *m, const TraceEvent *e) {
    ChefState state = state_after(m, e);
    if (state != m->chef || event_kind(e) == EV_TURN_BEGUN) m->node.changes++;
    m->chef = state;
}
