/* The trace format of chrome://tracing, which ui.perfetto.dev and speedscope read as well: a track
 * for the loop and for each task, states as slices, wake-ups as flows, queues and semaphores as
 * counters, the rest as instants. */
#include "app/export.h"

#include "app/json.h"
#include "model/called.h"
#include "model/stays.h"
#include "model/why.h"

#include <stdlib.h>
#include <string.h>

enum { PROCESS = 1, LOOP_TRACK = 0 };

/* One event of theirs. Slices come before what happens in them, otherwise they stay as they were written. */
typedef struct Piece {
    uint64_t ns;
    bool in_slice;
    uint32_t number;
    size_t start, end; /* in the text */
} Piece;

typedef struct Writer {
    const Speech *speech;
    const Trace *trace;
    Buf text; /* owned; of all pieces */
    Json json;
    VEC(Piece) pieces;
    VEC(uint32_t) inside; /* of queues, by object: items */
    EventIndex callback;  /* CALLBACK_BEGUN, until it has ended; 0: none runs */
} Writer;

static bool is_library(const Writer *w, TaskId task) {
    return task && trace_task_at(w->trace, task)->library;
}

static void open_piece(Writer *w, uint64_t ns, bool in_slice) {
    vec_push(&w->pieces, ((Piece){ns, in_slice, w->pieces.len, w->text.len, 0}));
    w->json = (Json){.out = &w->text};
    json_open(&w->json, NULL, '{');
}

static void close_piece(Writer *w) {
    json_close(&w->json, '}');
    vec_last(&w->pieces).end = w->text.len;
}

static void open_event(Writer *w, const char *phase, TaskId track, uint64_t ns) {
    Json *j = &w->json;
    open_piece(w, ns, *phase != 'X');
    json_text(j, "ph", phase, strlen(phase));
    json_integer(j, "pid", PROCESS);
    json_integer(j, "tid", track);
    json_number(j, "ts", (double)ns / 1000);
}

static void add_name(Writer *w, const Buf *name) {
    json_text(&w->json, "name", name->data, name->len);
}

/* --- tracks -------------------------------------------------------------------------------- */

static void open_metadata(Writer *w, const char *what, TaskId track) {
    Json *j = &w->json;
    open_piece(w, 0, false);
    json_text(j, "ph", "M", 1);
    json_integer(j, "pid", PROCESS);
    json_integer(j, "tid", track);
    json_text(j, "name", what, strlen(what));
    json_open(j, "args", '{');
}

static void close_metadata(Writer *w) {
    json_close(&w->json, '}');
    close_piece(w);
}

static void name_track(Writer *w, const char *what, TaskId track, const char *name, size_t len) {
    open_metadata(w, what, track);
    json_text(&w->json, "name", name, len);
    close_metadata(w);
}

static void name_thread(Writer *w, TaskId track, const char *name, size_t len) {
    name_track(w, "thread_name", track, name, len);
    open_metadata(w, "thread_sort_index", track);
    json_integer(&w->json, "sort_index", track);
    close_metadata(w);
}

static void name_tracks(Writer *w, const char *program) {
    const char *loop = words_template(w->speech, MSG_KITCHEN_NOUN_LOOP);
    name_track(w, "process_name", LOOP_TRACK, program, strlen(program));
    name_thread(w, LOOP_TRACK, loop, strlen(loop));
    for (TaskId i = 1; i <= trace_tasks(w->trace); i++) {
        Buf name = {0};
        if (is_library(w, i)) continue;
        called_task(w->speech, i, &name);
        name_thread(w, i, name.data, name.len);
        buf_deinit(&name);
    }
}

/* --- slices -------------------------------------------------------------------------------- */

static void slice_name(Writer *w, const Stay *s, Buf *out) {
    buf_adds(out, task_state_name(s->state));
    if (!s->wait) return;
    Wait wait = moment_wait(w->speech->model, s->wait);
    buf_adds(out, ": ");
    if (wait.object) called_object(w->speech, wait.object, out);
    else if (wait.task) called_task(w->speech, wait.task, out);
    else buf_adds(out, wait_kind_name(wait.kind));
}

static void add_why(Writer *w, EventIndex event) {
    Sentence why = {0};
    why_event(w->speech, event, &why);
    json_open(&w->json, "args", '{');
    json_text(&w->json, "why", why.text.data, why.text.len);
    if (called_line(w->speech->model, event))
        json_integer(&w->json, "line", called_line(w->speech->model, event));
    json_close(&w->json, '}');
    sentence_deinit(&why);
}

static void add_slice(void *data, const Stay *s) {
    Writer *w = data;
    const Model *m = w->speech->model;
    uint64_t from = model_time(m, s->from), to = model_time(m, s->to);
    Buf name = {0};
    if (is_library(w, s->task) || (from == to && s->state != TASK_RUNNING)) return;
    slice_name(w, s, &name);
    open_event(w, "X", s->task, from);
    json_number(&w->json, "dur", (double)(to - from) / 1000);
    add_name(w, &name);
    json_text(&w->json, "cat", "state", 5);
    add_why(w, s->wait ? s->wait : s->from);
    close_piece(w);
    buf_deinit(&name);
}

static void loop_slice(Writer *w, EventIndex at, uint64_t from, uint64_t length, const Buf *name) {
    open_event(w, "X", LOOP_TRACK, from);
    json_number(&w->json, "dur", (double)length / 1000);
    add_name(w, name);
    json_text(&w->json, "cat", "loop", 4);
    add_why(w, at);
    close_piece(w);
}

static void add_turn(Writer *w, Turn turn) {
    const Model *m = w->speech->model;
    EventIndex end = turn.ended == NEVER ? model_end(m) : turn.ended;
    Buf name = {0};
    if (is_library(w, turn.task)) return;
    called_task(w->speech, turn.task, &name);
    uint64_t from = model_time(m, turn.begun);
    loop_slice(w, turn.begun, from, model_time(m, end) - from, &name);
    buf_deinit(&name);
}

/* --- what happens -------------------------------------------------------------------------- */

/* From whoever's doing it was to the turn that came of it. */
static void add_flow(Writer *w, Turn turn) {
    const TraceEvent *ready = trace_at(w->trace, turn.ready), *cause = trace_at(w->trace, ready->a);
    TaskId by = event_kind(cause) == EV_HANDED ? cause->b : cause->task;
    if (event_kind(cause) == EV_TASK_MADE) by = cause->a;
    if (!ready->a || !by || by == turn.task || is_library(w, by) || is_library(w, turn.task)) return;
    for (int end = 0; end < 2; end++) {
        const TraceEvent *e = end ? trace_at(w->trace, turn.begun) : cause;
        open_event(w, end ? "f" : "s", end ? turn.task : by, e->time);
        json_text(&w->json, "name", "wakes", 5);
        json_text(&w->json, "cat", "wake", 4);
        json_integer(&w->json, "id", turn.begun);
        if (end) json_text(&w->json, "bp", "e", 1);
        close_piece(w);
    }
}

static void add_counter(Writer *w, ObjectId object, uint64_t time, const char *what, uint32_t n) {
    Buf name = {0};
    called_object(w->speech, object, &name);
    open_event(w, "C", LOOP_TRACK, time);
    add_name(w, &name);
    json_open(&w->json, "args", '{');
    json_integer(&w->json, what, n);
    json_close(&w->json, '}');
    close_piece(w);
    buf_deinit(&name);
}

static bool is_semaphore(const Writer *w, ObjectId object) {
    ObjectKind kind = trace_object_at(w->trace, object)->kind;
    return kind == OBJECT_SEMAPHORE || kind == OBJECT_BOUNDED_SEMAPHORE;
}

static void add_instant(Writer *w, EventIndex at) {
    const TraceEvent *e = trace_at(w->trace, at);
    Sentence why = {0};
    if (is_library(w, e->task)) return;
    why_event(w->speech, at, &why);
    open_event(w, "i", e->task, e->time);
    add_name(w, &why.text);
    json_text(&w->json, "s", "t", 1);
    close_piece(w);
    sentence_deinit(&why);
}

/* The chef stands still no longer than the run lasts. */
static void still_slice(Writer *w, EventIndex at, const char *what) {
    const Model *m = w->speech->model;
    const TraceEvent *e = trace_at(w->trace, at);
    uint64_t left = model_time(m, model_end(m)) - e->time, length = event_wide(e);
    Buf name = {0};
    buf_adds(&name, what);
    loop_slice(w, at, e->time, length < left ? length : left, &name);
    buf_deinit(&name);
}

/* At its end: what a callback is called stands in the event that asked for it. */
static void callback_slice(Writer *w, EventIndex end) {
    if (!w->callback) return;
    const TraceEvent *begun = trace_at(w->trace, w->callback), *asked = trace_at(w->trace, begun->a);
    Buf name = {0};
    buf_adds(&name, trace_text(w->trace, asked->b, NULL));
    if (!name.len) buf_adds(&name, "callback");
    loop_slice(w, w->callback, begun->time, trace_at(w->trace, end)->time - begun->time, &name);
    buf_deinit(&name);
    w->callback = 0;
}

static void add_made(Writer *w, const TraceEvent *e) {
    switch (trace_object_at(w->trace, e->a)->kind) {
    case OBJECT_SEMAPHORE:
    case OBJECT_BOUNDED_SEMAPHORE: add_counter(w, e->a, e->time, "free", e->b); break;
    case OBJECT_QUEUE:
    case OBJECT_LIFO_QUEUE:
    case OBJECT_PRIORITY_QUEUE: add_counter(w, e->a, e->time, "items", 0); break;
    default: break;
    }
}

static void add_event(Writer *w, EventIndex at) {
    const TraceEvent *e = trace_at(w->trace, at);
    switch (event_kind(e)) {
    case EV_IDLE: still_slice(w, at, "idle"); break;
    case EV_BLOCK_BEGUN: still_slice(w, at, "blocked"); break;
    case EV_CALLBACK_BEGUN: w->callback = at; break;
    case EV_RUN_ENDED:
    case EV_CALLBACK_ENDED: callback_slice(w, at); break;
    case EV_MADE: add_made(w, e); break;
    case EV_PUT: add_counter(w, e->a, e->time, "items", ++w->inside.items[e->a]); break;
    case EV_TAKEN:
        if (w->inside.items[e->a]) add_counter(w, e->a, e->time, "items", --w->inside.items[e->a]);
        break;
    case EV_GOT:
    case EV_RELEASED:
        if (is_semaphore(w, e->a)) add_counter(w, e->a, e->time, "free", e->b);
        break;
    case EV_RAISED:
    case EV_CAUGHT:
    case EV_LOST:
    case EV_OUTPUT:
    case EV_EVENT_SET:
    case EV_CANCEL_ASKED:
    case EV_COROUTINE_LOST:
    case EV_TASK_LOST:
    case EV_TIMEOUT_EXPIRED:
    case EV_DEADLOCK: add_instant(w, at); break;
    default: break;
    }
}

/* --- the whole ----------------------------------------------------------------------------- */

static int by_time(const void *a, const void *b) {
    const Piece *x = a, *y = b;
    if (x->ns != y->ns) return x->ns < y->ns ? -1 : 1;
    if (x->in_slice != y->in_slice) return x->in_slice ? 1 : -1;
    return x->number < y->number ? -1 : 1;
}

static void write_pieces(Writer *w, Buf *out) {
    qsort(w->pieces.items, w->pieces.len, sizeof *w->pieces.items, by_time);
    buf_adds(out, "{\"displayTimeUnit\": \"ms\", \"traceEvents\": [");
    for (uint32_t i = 0; i < w->pieces.len; i++) {
        const Piece *p = &w->pieces.items[i];
        if (i) buf_addc(out, ',');
        buf_add(out, w->text.data + p->start, p->end - p->start);
    }
    buf_adds(out, "]}\n");
}

void export_perfetto(const Speech *s, const char *name, Buf *out) {
    Writer w = {.speech = s, .trace = model_trace(s->model)};
    for (ObjectId i = 0; i <= trace_objects(w.trace); i++) vec_push(&w.inside, 0);
    name_tracks(&w, name);
    stays_walk(s->model, add_slice, &w);
    for (TurnId i = 1; i <= model_turns(s->model); i++) {
        add_turn(&w, model_turn(s->model, i));
        add_flow(&w, model_turn(s->model, i));
    }
    for (EventIndex i = 0; i <= model_end(s->model); i++) add_event(&w, i);
    write_pieces(&w, out);
    buf_deinit(&w.text);
    vec_deinit(&w.pieces);
    vec_deinit(&w.inside);
}
