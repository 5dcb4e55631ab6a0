/* Proves the model on programs: model_proof FILE.py…
 *
 * Each is run with a record. At every cursor (of a long record at a dense sample of them) the
 * moment that the model finds is the one that the judge has walked to; a model that has followed the
 * run while it grew finds the same; and walking back finds the same once more. */
#include "base/vec.h"
#include "judge.h"
#include "support/read_program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    SLICE = 1 << 10, /* instructions between two looks at a growing record */
    LOOKS = 50000,   /* at tasks and objects, in a record */
    GROWN = 60,      /* at a record that grows */
    LONGEST = 60000, /* events; a longer record is cut there */
    STEPS_MOST = 3000000,
};

static uint64_t hash(const Buf *b) {
    uint64_t h = 1469598103934665603u;
    for (size_t i = 0; i < b->len; i++) h = (h ^ (unsigned char)b->data[i]) * 1099511628211u;
    return h;
}

/* The first lines that differ. */
static void show_difference(const Buf *model, const Buf *judge) {
    size_t start = 0, i = 0;
    for (; i < model->len && i < judge->len && model->data[i] == judge->data[i]; i++)
        if (model->data[i] == '\n') start = i + 1;
    const Buf *both[] = {model, judge};
    static const char *const names[] = {"model", "judge"};
    for (int k = 0; k < 2; k++) {
        size_t end = start;
        while (end < both[k]->len && both[k]->data[end] != '\n') end++;
        printf("  %s: %.*s\n", names[k], (int)(end - start), both[k]->data + start);
    }
}

static bool differs(const char *what, const Trace *t, Cursor at, const Buf *model, const Buf *judge) {
    if (model->len == judge->len && memcmp(model->data, judge->data, model->len) == 0) return false;
    Buf event = {0};
    trace_dump_event(t, at, &event);
    printf("%s, after\n%s", what, buf_cstr(&event));
    show_difference(model, judge);
    buf_deinit(&event);
    return true;
}

/* --- one program ------------------------------------------------------------------------------- */

typedef struct Proof {
    const Trace *t;
    Model *whole;   /* made at once */
    Model *growing; /* has followed the run */
    bool loops;
    VEC(Cursor) looked; /* cursors at which the growing record was looked at */
    VEC(Buf) texts;     /* and what was seen there; owned */
    VEC(uint64_t) walked;
} Proof;

static void look(Proof *p, bool loops) {
    Buf text = {0};
    if (!model_follow(p->growing)) return;
    moment_write(p->growing, model_end(p->growing), loops, &text);
    vec_push(&p->looked, model_end(p->growing));
    vec_push(&p->texts, text);
}

/* Every cursor, unless there is too much to see at each. */
static uint32_t stride(const Trace *t) {
    uint64_t things = trace_tasks(t) + trace_objects(t) + trace_count(t) / 10 + 10;
    return (uint32_t)(trace_count(t) * things / LOOKS + 1);
}

static bool walk(Proof *p) {
    Judge *j = judge_new(p->t);
    Buf model = {0}, judge = {0};
    bool good = true;
    uint64_t time = 0;
    for (EventIndex i = 0; good && i < trace_count(p->t); i++) {
        judge_read(j);
        if (model_time(p->whole, i) < time) printf("time goes back at %u\n", i), good = false;
        time = model_time(p->whole, i);
        if (i % stride(p->t) && i + 1 < trace_count(p->t)) continue;
        buf_clear(&model);
        buf_clear(&judge);
        moment_write(p->whole, i, p->loops, &model);
        judge_write(j, &judge);
        vec_push(&p->walked, hash(&model));
        good = !differs("the model finds another moment than the judge", p->t, i, &model, &judge);
    }
    judge_free(j);
    buf_deinit(&model);
    buf_deinit(&judge);
    return good;
}

static bool walk_back(Proof *p) {
    Buf text = {0};
    bool good = true;
    uint32_t n = p->walked.len;
    for (EventIndex i = trace_count(p->t); good && i > 0; i--) {
        if ((i - 1) % stride(p->t) && i < trace_count(p->t)) continue;
        buf_clear(&text);
        moment_write(p->growing, i - 1, p->loops, &text);
        good = n > 0 && hash(&text) == p->walked.items[--n];
        if (!good) printf("the way back finds another moment at %u\n", i - 1);
    }
    buf_deinit(&text);
    return good;
}

static bool look_again(const Proof *p) {
    Buf text = {0};
    bool good = true;
    for (uint32_t i = 0; good && i < p->looked.len; i++) {
        buf_clear(&text);
        moment_write(p->whole, p->looked.items[i], p->loops, &text);
        good = !differs("the moment was another one when it was the last", p->t, p->looked.items[i], &text,
                        &p->texts.items[i]);
    }
    buf_deinit(&text);
    return good;
}

static bool prove_record(Proof *p) {
    const Model *m = p->whole;
    return walk(p) && walk_back(p) && axes_agree(m) && lanes_agree(m) && steps_agree(m) && causes_agree(m) &&
           numbers_add_up(m);
}

static bool prove(const char *path) {
    Program *program = read_program(path);
    bool good = program != NULL;
    if (good && program_ok(program)) {
        RunOptions options = {.record = true, .record_cap = LONGEST, .steps = STEPS_MOST};
        Run *run = run_new(program, &options);
        Proof p = {
            .t = run_trace(run), .whole = model_new(run_trace(run)), .growing = model_new(run_trace(run))};
        End end;
        do {
            end = run_advance(run, SLICE);
            if (p.looked.len < GROWN) look(&p, true);
        } while (end == END_NONE && !run_trace(run)->full);
        model_follow(p.growing);
        model_follow(p.whole);
        p.loops = true;
        good = look_again(&p);
        p.loops = moment_objects_made(p.whole, model_end(p.whole), OBJECT_LOOP) > 1;
        good = good && prove_record(&p);
        model_free(p.whole);
        model_free(p.growing);
        vec_deinit(&p.looked);
        for (uint32_t i = 0; i < p.texts.len; i++) buf_deinit(&p.texts.items[i]);
        vec_deinit(&p.texts);
        vec_deinit(&p.walked);
        run_free(run);
    }
    if (!good) printf("%s: WRONG\n", path);
    program_free(program);
    return good;
}

int main(int argc, char **argv) {
    int wrong = 0;
    for (int i = 1; i < argc; i++) wrong += !prove(argv[i]);
    printf("%d of %d programs hold\n", argc - 1 - wrong, argc - 1);
    return wrong != 0;
}
