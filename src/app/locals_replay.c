#include "app/locals_replay.h"

#include "base/mem.h"
#include "loop/replay.h"

#include <string.h>

enum {
    KEPT = 512, /* answers */
    BACK = 64,  /* events: so many before the one that is asked for are seen on a way back */
};

/* What was told: for each function its line and its name, for each variable its name and its value. */
typedef struct Answer {
    bool known;
    bool there; /* the run gets so far */
    Cursor at;
    TaskId task;
    Buf told; /* owned */
} Answer;

struct LocalsReplay {
    Replay *replay; /* owned */
    Cursor last;    /* to which it has run */
    uint32_t restarts;
    Answer answers[KEPT];
};

/* --- what is kept ------------------------------------------------------------------------- */

/* Neighbours lie beside each other, and so none of them throws the other out. */
static Answer *place_of(LocalsReplay *r, Cursor at, TaskId task) {
    return &r->answers[(at + task * 131) % KEPT];
}

static void keep_function(void *data, const char *name, uint32_t line) {
    Buf *told = data;
    buf_addc(told, 'f');
    buf_add(told, (const char *)&line, sizeof line);
    buf_add(told, name, strlen(name) + 1);
}

static void keep_variable(void *data, const char *name, const char *value) {
    Buf *told = data;
    buf_addc(told, 'v');
    buf_add(told, name, strlen(name) + 1);
    buf_add(told, value, strlen(value) + 1);
}

static void tell_kept(const Buf *told, const LocalsTeller *teller) {
    for (const char *p = told->data, *end = p + told->len; p < end;) {
        bool function = *p++ == 'f';
        uint32_t line = 0;
        if (function) memcpy(&line, p, sizeof line);
        const char *name = function ? p + sizeof line : p, *behind = name + strlen(name) + 1;
        if (function) teller->function(teller->data, name, line);
        else teller->variable(teller->data, name, behind);
        p = function ? behind : behind + strlen(behind) + 1;
    }
}

/* --- looking ------------------------------------------------------------------------------- */

static Answer *look(LocalsReplay *r, Cursor at, TaskId task) {
    Answer *a = place_of(r, at, task);
    LocalsTeller keeper = {&a->told, keep_function, keep_variable};
    buf_clear(&a->told);
    a->known = true;
    a->at = at;
    a->task = task;
    a->there = replay_to(r->replay, at);
    if (a->there) replay_locals(r->replay, task, &keeper);
    r->last = at;
    return a;
}

/* On the way back the run has to begin anew, and passes what will be asked for next. */
static Answer *look_back(LocalsReplay *r, Cursor at, TaskId task) {
    r->restarts++;
    for (Cursor before = at > BACK ? at - BACK : 0; before < at; before++) look(r, before, task);
    return look(r, at, task);
}

static bool tell(void *data, Cursor at, TaskId task, const LocalsTeller *teller) {
    LocalsReplay *r = data;
    Answer *a = place_of(r, at, task);
    if (!a->known || a->at != at || a->task != task)
        a = at < r->last ? look_back(r, at, task) : look(r, at, task);
    if (a->there) tell_kept(&a->told, teller);
    return a->there;
}

/* --- life ---------------------------------------------------------------------------------- */

LocalsReplay *locals_replay_new(const Program *p, const RunOptions *options) {
    LocalsReplay *r = mem_zalloc(sizeof *r);
    r->replay = replay_new(p, options);
    return r;
}

void locals_replay_free(LocalsReplay *r) {
    if (!r) return;
    replay_free(r->replay);
    for (uint32_t i = 0; i < KEPT; i++) buf_deinit(&r->answers[i].told);
    mem_free(r);
}

LocalsSource locals_replay_source(LocalsReplay *r) {
    return (LocalsSource){r, tell};
}

uint32_t locals_replay_restarts(const LocalsReplay *r) {
    return r->restarts;
}
