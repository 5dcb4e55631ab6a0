#include "loop/replay.h"

#include "base/mem.h"
#include "base/vec.h"

/* Marks say how far a run is recorded after so many instructions. With them, a fresh run gets to
 * the last mark before an event at once and from there by single instructions. */
enum { MARK_EVERY = 1024 };

typedef struct Mark {
    uint64_t steps;
    EventIndex events; /* recorded by then */
} Mark;

struct Replay {
    const Program *program;
    RunOptions options;
    Run *run;         /* owned */
    EventIndex since; /* events that were recorded before the last instruction */
    VEC(Mark) marks;  /* one every MARK_EVERY instructions, as far as a run has got */
};

static bool swallow(void *data, Stream stream, const char *bytes, size_t n) {
    (void)data, (void)stream, (void)bytes, (void)n;
    return true;
}

static EventIndex recorded(const Replay *r) {
    return trace_count(run_trace(r->run));
}

static bool goes_on(const Replay *r) {
    return run_end(r->run) == END_NONE;
}

static void restart(Replay *r) {
    run_free(r->run);
    r->run = run_new(r->program, &r->options);
    r->since = 0;
}

/* What was recorded is counted only. */
static void advance(Replay *r, uint64_t instructions) {
    r->since = recorded(r);
    if (instructions) run_advance(r->run, instructions);
    run_forget(r->run, recorded(r));
}

static void advance_until(Replay *r, uint64_t steps) {
    uint64_t now = run_steps(r->run);
    if (now < steps) advance(r, steps - now);
}

Replay *replay_new(const Program *p, const RunOptions *options) {
    Replay *r = mem_zalloc(sizeof *r);
    r->program = p;
    r->options = *options;
    r->options.write = swallow;
    r->options.record = true;
    r->run = run_new(p, &r->options);
    return r;
}

void replay_free(Replay *r) {
    if (!r) return;
    run_free(r->run);
    vec_deinit(&r->marks);
    mem_free(r);
}

/* Marks the way until the event is recorded, and somewhat further. */
static void explore(Replay *r, EventIndex event) {
    Mark last = r->marks.len ? r->marks.items[r->marks.len - 1] : (Mark){0};
    if (last.events > event) return;
    if (run_steps(r->run) > last.steps) restart(r);
    advance_until(r, last.steps);
    while (recorded(r) <= event && goes_on(r)) {
        advance(r, MARK_EVERY);
        vec_push(&r->marks, ((Mark){run_steps(r->run), recorded(r)}));
    }
}

/* The instructions that are surely executed before the event. */
static uint64_t steps_before(const Replay *r, EventIndex event) {
    size_t low = 0, high = r->marks.len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (r->marks.items[middle].events <= event) low = middle + 1;
        else high = middle;
    }
    return low ? r->marks.items[low - 1].steps : 0;
}

bool replay_to(Replay *r, EventIndex event) {
    if (recorded(r) <= event || event < r->since) {
        explore(r, event);
        if (recorded(r) > event) restart(r);
        advance_until(r, steps_before(r, event));
        while (recorded(r) <= event && goes_on(r)) advance(r, 1);
    }
    return goes_on(r);
}

void replay_locals(Replay *r, TaskId task, const LocalsTeller *teller) {
    run_locals(r->run, task, teller);
}
