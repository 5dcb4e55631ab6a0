#include "model/index.h"

/* --- his levels --------------------------------------------------------------------------- */

static void merge_chef(void *node, const void *four) {
    ChefNode *into = node;
    const ChefNode *from = four;
    for (int i = 1; i < LEVEL_FAN; i++) {
        for (int state = 0; state < CHEF_OVER; state++) into->times[state] += from[i].times[state];
        into->changes += from[i].changes + from[i].turns;
        if (from[i].longest <= into->longest) continue;
        into->longest = from[i].longest;
        into->task = from[i].task;
    }
}

const LevelShape chef_shape = {sizeof(ChefNode), merge_chef};

/* --- what he does after an event --------------------------------------------------------------- */

static ChefState goes_on(const ChefDoing *chef) {
    if (chef->task) return CHEF_TURN;
    if (chef->in_callback) return CHEF_CALLBACK;
    return chef->in_loop ? CHEF_LOOP : CHEF_OUTSIDE;
}

void chef_after(ChefDoing *chef, const TraceEvent *e) {
    switch (event_kind(e)) {
    case EV_TURN_BEGUN: chef->task = e->task; break;
    case EV_TURN_ENDED: chef->task = 0; break;
    case EV_CALLBACK_BEGUN: chef->in_callback = true; break;
    case EV_CALLBACK_ENDED: chef->in_callback = false; break;
    case EV_LOOP_RUNS: chef->in_loop = true; break;
    case EV_LOOP_STOPS: chef->in_loop = false; break;
    case EV_BLOCK_BEGUN: chef->state = CHEF_BLOCKED; return;
    case EV_IDLE: chef->state = CHEF_IDLE; return;
    case EV_RUN_ENDED: chef->state = CHEF_OVER; return;
    default: break;
    }
    chef->state = goes_on(chef);
}

static bool is_open_before(const Spans *s, EventIndex i) {
    uint32_t begun = i ? history_upto(&s->begins, i - 1) : 0;
    return begun && spans_end(s, begun - 1) >= i;
}

ChefDoing chef_before(const Model *m, EventIndex i) {
    if (i == 0) return (ChefDoing){.state = CHEF_OUTSIDE};
    TurnId turn = model_running_at(m, i - 1);
    ChefDoing chef = {
        .task = turn ? model_turn(m, turn).task : 0,
        .in_callback = is_open_before(&m->runs, i),
        .in_loop = is_open_before(&m->loops, i),
    };
    const TraceEvent *before = event_at(m, i - 1);
    EventKind kind = event_kind(before);
    bool still = kind == EV_BLOCK_BEGUN || kind == EV_IDLE || kind == EV_RUN_ENDED;
    chef.state = goes_on(&chef);
    if (still) chef_after(&chef, before);
    return chef;
}

/* --- reading ------------------------------------------------------------------------------------- */

/* The time since the event before, as what he did after that. */
static void spend(Model *m, uint64_t time) {
    ChefNode *node = &m->node;
    float length = (float)(time - m->chef_since);
    m->chef_since = time;
    if (m->chef.state < CHEF_OVER) node->times[m->chef.state] += length;
    if (m->chef.state != CHEF_TURN || length <= node->longest) return;
    node->longest = length;
    node->task = m->chef.task;
}

/* Called before the event changes who is at the board, and after. */
void index_chef_before(Model *m, EventIndex i, const TraceEvent *e) {
    spend(m, e->time);
    if (i % CHEF_EVENTS) return;
    if (i) levels_add(&m->chef_levels, &chef_shape, &m->node);
    m->node = (ChefNode){.head = {e->time, m->running ? turns_begun(m) - 1 : turns_begun(m), i}};
}

void index_chef_after(Model *m, EventIndex i, const TraceEvent *e) {
    ChefState before = m->chef.state;
    chef_after(&m->chef, e);
    bool turns = m->chef.state != before || event_kind(e) == EV_TURN_BEGUN;
    if (i % CHEF_EVENTS) {
        m->node.changes += turns;
        return;
    }
    m->node.task = m->chef.task;
    m->node.state = (uint8_t)m->chef.state;
    m->node.turns = turns;
}
