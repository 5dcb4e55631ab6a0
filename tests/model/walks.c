#include "judge.h"

#include "base/vec.h"
#include "model/cause.h"
#include "model/numbers.h"
#include "model/steps.h"

#include <stdio.h>

/* --- steps: the way back stops where the way forth does ------------------------------------------ */

static bool stops_agree(const Model *m, Step size) {
    enum { MOST = 2000 };
    VEC(Cursor) stops = {0};
    Cursor at = 0;
    vec_push(&stops, at);
    while (stops.len < MOST && (at = step_by(m, at, size, WAY_FORTH)) != NEVER) vec_push(&stops, at);
    bool good = true;
    for (uint32_t i = stops.len; good && i > 1; i--) {
        Cursor back = step_by(m, stops.items[i - 1], size, WAY_BACK);
        good = back == stops.items[i - 2];
        if (!good)
            printf("step %d: %u, back from %u, is not %u\n", (int)size, back, stops.items[i - 1],
                   stops.items[i - 2]);
    }
    vec_deinit(&stops);
    return good;
}

static bool line_is_found(const Model *m, Cursor at) {
    uint32_t line = step_line_at(m, at);
    Cursor back = line ? step_to_line(m, at + 1, line, WAY_BACK) : NEVER;
    if (!line || back == NEVER || step_line_at(m, back) == line) return true;
    return printf("line %u is not where it was found, at %u\n", line, back), false;
}

bool steps_agree(const Model *m) {
    for (Step size = STEP_EVENT; size < STEPS; size++)
        if (!stops_agree(m, size)) return false;
    for (Cursor at = 0; at < model_end(m); at += model_end(m) / 100 + 1)
        if (!line_is_found(m, at)) return false;
    return true;
}

/* --- causes: what a turn is due to says that it brought this about ----------------------------------- */

static bool is_woken_by(const Model *m, TurnId turn, EventIndex ready) {
    EventIndex woken[16];
    for (uint32_t n, first = 0; (n = cause_woken(m, turn, first, 16, woken)) != 0; first += n)
        for (uint32_t i = 0; i < n; i++)
            if (woken[i] == ready) return true;
    return false;
}

static bool cause_agrees(const Model *m, TurnId turn) {
    Cause c = cause_of_turn(m, turn);
    if (c.turn >= turn) return printf("turn %u is due to turn %u\n", turn, c.turn), false;
    if (!c.turn || !c.ready) return true;
    Turn by = model_turn(m, c.turn);
    EventIndex done = c.set ? c.set : c.event;
    if (done < by.begun || done > by.ended) return true; /* by way of a callback */
    const TraceEvent *e = trace_at(model_trace(m), c.event);
    if (event_kind(e) == EV_TURN_ENDED && e->task == model_turn(m, turn).task)
        return true; /* it let others go first */
    if (cause_turn_of_ready(m, c.ready) != turn)
        return printf("READY %u does not lead to turn %u\n", c.ready, turn), false;
    return is_woken_by(m, c.turn, c.ready) ||
           (printf("turn %u does not know that it woke %u\n", c.turn, c.ready), false);
}

bool causes_agree(const Model *m) {
    for (TurnId turn = 1; turn <= model_turns(m); turn += model_turns(m) / 400 + 1)
        if (!cause_agrees(m, turn)) return false;
    for (EventIndex i = 1; i <= model_end(m); i += model_end(m) / 400 + 1)
        if (cause_of(m, i) >= i) return printf("event %u comes before its cause\n", i), false;
    return true;
}

/* --- numbers: the parts are the whole ------------------------------------------------------------------- */

static bool task_adds_up(const Numbers *n, TaskId id) {
    const TaskNumbers *t = &n->of_task[id];
    Nanoseconds waits = 0;
    for (uint32_t w = 0; w < WAIT_KINDS; w++) waits += t->waits[w];
    if (waits == t->waiting && t->running + t->ready + t->waiting <= t->ended - t->made) return true;
    return printf("the times of task %u do not add up\n", id), false;
}

bool numbers_add_up(const Model *m) {
    Numbers *n = numbers_new(m, model_end(m));
    bool good = n->busy + n->blocked + n->idle + n->other == n->length && n->turns == model_turns(m) &&
                n->rounds == model_rounds(m);
    if (!good) printf("the times of the chef do not add up\n");
    for (TaskId id = 1; good && id <= n->tasks; id++) {
        good = task_adds_up(n, id) && n->of_task[id].state == moment_task_state(m, model_end(m), id) &&
               n->of_task[id].turns == moment_turns_of(m, model_end(m), id);
        if (!good) printf("the numbers of task %u are not its moment's\n", id);
    }
    numbers_free(n);
    return good;
}
