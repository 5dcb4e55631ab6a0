/* Measures the model on great records: bench_moments FILE.py… Each program is run with a record; then
 * its index is made, and moments and lanes are asked of it. bench/model runs it on the programs here. */
#include "base/vec.h"
#include "model/lanes.h"
#include "support/read_program.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { SLICE = 1 << 24, SEEKS = 4000, SHOWN = 12, LANES = 40, WIDTH = 1900, ZOOMS = 10, PLACES = 9 };

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* The same numbers everywhere. */
static uint32_t next_random(uint64_t *state) {
    *state = *state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*state >> 33);
}

/* --- moments --------------------------------------------------------------------------------- */

/* As much as a screen shows of one: it is asked in parts, as views do. */
static uint32_t see(const Model *m, Cursor at) {
    RailEntry rail[SHOWN];
    TimerMoment timers[SHOWN];
    TaskId tasks[SHOWN];
    Awaiter awaiters[SHOWN];
    Waiter waiters[SHOWN];
    uint32_t seen = moment_counts(m, at).rounds + (uint32_t)moment_chef(m, at).state;
    seen += moment_rail(m, at, 0, SHOWN, rail) + moment_timers(m, at, 0, SHOWN, timers);
    uint32_t live = moment_live(m, at, 0, SHOWN, tasks);
    for (uint32_t i = 0; i < live; i++) {
        seen += moment_task(m, at, tasks[i]).since;
        seen += moment_awaiters(m, at, tasks[i], 0, SHOWN, awaiters);
    }
    static const ObjectKind kinds[] = {OBJECT_LOCK, OBJECT_SEMAPHORE, OBJECT_QUEUE};
    for (uint32_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        ObjectId objects[SHOWN];
        uint32_t n = moment_objects(m, at, kinds[k], 0, SHOWN, objects);
        for (uint32_t i = 0; i < n; i++) {
            seen += moment_object(m, at, objects[i]).inside;
            seen += moment_waiters(m, at, objects[i], LINE_MAIN, 0, SHOWN, waiters);
        }
    }
    return seen;
}

static void time_seeks(const Model *m) {
    uint64_t random = 1;
    double total = 0, most = 0;
    uint32_t seen = 0;
    for (uint32_t i = 0; i < SEEKS; i++) {
        Cursor at = (Cursor)((uint64_t)next_random(&random) * model_end(m) >> 31);
        double start = now();
        seen += see(m, at);
        double took = now() - start;
        total += took;
        if (took > most) most = took;
    }
    printf("  a moment as a screen shows it   mean %.3f ms, most %.3f ms%s\n", total / SEEKS * 1e3,
           most * 1e3, seen ? "" : " (nothing seen)");
}

/* --- lanes -------------------------------------------------------------------------------------- */

static double draw(const Model *m, const Lane *lanes, uint32_t count, const LaneWindow *window,
                   LaneSpans *spans) {
    double start = now();
    spans->len = 0;
    for (uint32_t i = 0; i < count; i++) lane_spans(m, lanes[i], window, spans);
    return now() - start;
}

/* The chef, the objects that lines form at, and tasks: the first of them. */
static uint32_t choose(const Model *m, Lane *lanes) {
    uint32_t n = 0;
    lanes[n++] = (Lane){LANE_CHEF, 0};
    static const ObjectKind kinds[] = {OBJECT_LOCK, OBJECT_SEMAPHORE, OBJECT_QUEUE};
    for (uint32_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
        ObjectId objects[4];
        uint32_t len = moment_objects(m, model_end(m), kinds[k], 0, 4, objects);
        for (uint32_t i = 0; i < len; i++) lanes[n++] = (Lane){LANE_OBJECT, objects[i]};
    }
    uint32_t tasks = moment_tasks_made(m, model_end(m));
    for (TaskId id = 1; id <= tasks && n < LANES; id++) lanes[n++] = (Lane){LANE_TASK, id};
    return n;
}

static void time_axis(const Model *m, const char *name, Axis axis) {
    Lane lanes[LANES];
    LaneSpans spans = {0};
    uint32_t count = choose(m, lanes);
    double length = axis_length(m, axis), most_of_all = 0;
    printf("  %u lanes, %d pixels, %-8s", count, WIDTH, name);
    double part = 1;
    draw(m, lanes, count, &(LaneWindow){axis, 0, length, WIDTH},
         &spans); /* their memory is kept from frame to frame */
    for (uint32_t zoom = 0; zoom < ZOOMS; zoom++, part /= 4) {
        double most = 0;
        for (uint32_t place = 0; place < PLACES; place++) {
            double from = length * (1 - part) * place / (PLACES - 1);
            LaneWindow window = {axis, from, from + length * part, WIDTH};
            double took = draw(m, lanes, count, &window, &spans);
            if (took > most) most = took;
        }
        printf(" %5.2f", most * 1e3);
        if (most > most_of_all) most_of_all = most;
    }
    printf("   most %.2f ms\n", most_of_all * 1e3);
    vec_deinit(&spans);
}

/* --- a program ------------------------------------------------------------------------------------ */

static void measure(const Trace *t) {
    Model *m = model_new(t);
    double start = now();
    model_follow(m);
    double took = now() - start, events = trace_count(t);
    printf("  %.0f events, %u tasks, %u turns\n", events, trace_tasks(t), model_turns(m));
    printf("  index                           %.3f s, %.0f ns an event\n", took, took / events * 1e9);
    printf("  bytes an event                  %.1f: events 24, the record's tables %.1f, index %.1f\n",
           ((double)trace_memory(t) + (double)model_memory(m)) / events,
           (double)trace_memory(t) / events - 24, (double)model_memory(m) / events);
    time_seeks(m);
    printf("  milliseconds, the most at each zoom, from all to a fourth of that before:\n");
    time_axis(m, "clock", AXIS_CLOCK);
    time_axis(m, "turns", AXIS_TURNS);
    time_axis(m, "kitchen", axis_kitchen(1e-5));
    model_free(m);
}

static bool bench(const char *path) {
    Program *program = read_program(path);
    bool ok = program && program_ok(program);
    if (ok) {
        RunOptions options = {.record = true, .memory = (size_t)4 << 30};
        Run *run = run_new(program, &options);
        double start = now();
        while (run_advance(run, SLICE) == END_NONE) continue;
        printf("%s, run in %.1f s\n", path, now() - start);
        measure(run_trace(run));
        run_free(run);
    }
    program_free(program);
    return ok;
}

int main(int argc, char **argv) {
    bool good = argc > 1;
    for (int i = 1; i < argc; i++) good &= bench(argv[i]);
    return !good;
}
