/* A line for each stay of a task in a state. */
#include "app/export.h"

#include "model/called.h"
#include "model/stays.h"

#include <inttypes.h>

typedef struct Csv {
    const Speech *speech;
    Buf *out;
} Csv;

static void add_quoted(Buf *out, const Buf *text) {
    buf_addc(out, '"');
    for (size_t i = 0; i < text->len; i++) {
        if (text->data[i] == '"') buf_addc(out, '"');
        buf_addc(out, text->data[i]);
    }
    buf_addc(out, '"');
}

static void add_seconds(Buf *out, uint64_t ns) {
    buf_printf(out, ",%" PRIu64 ".%09" PRIu64, ns / 1000000000, ns % 1000000000);
}

/* What a task waits for: "lock", "sleep", and its name. */
static void add_wait(const Csv *c, const Stay *s) {
    Buf name = {0};
    Wait wait = s->wait ? moment_wait(c->speech->model, s->wait) : (Wait){0};
    buf_printf(c->out, ",%s,", s->wait ? wait_kind_name(wait.kind) : "");
    if (wait.object) called_object(c->speech, wait.object, &name);
    else if (wait.task) called_task(c->speech, wait.task, &name);
    add_quoted(c->out, &name);
    buf_deinit(&name);
}

static void add_stay(void *data, const Stay *s) {
    const Csv *c = data;
    const Model *m = c->speech->model;
    if (trace_task_at(model_trace(m), s->task)->library) return;
    uint64_t from = model_time(m, s->from), to = model_time(m, s->to);
    Buf name = {0};
    called_task(c->speech, s->task, &name);
    buf_printf(c->out, "%" PRIu32 ",", s->task);
    add_quoted(c->out, &name);
    buf_printf(c->out, ",%s", task_state_name(s->state));
    add_seconds(c->out, from);
    add_seconds(c->out, to);
    add_seconds(c->out, to - from);
    add_wait(c, s);
    buf_printf(c->out, ",%" PRIu32 "\n", called_line(m, s->from));
    buf_deinit(&name);
}

void export_csv(const Speech *s, const char *name, Buf *out) {
    Csv c = {s, out};
    (void)name;
    buf_adds(out, "task,name,state,from,to,seconds,waits_for,what,line\n");
    stays_walk(s->model, add_stay, &c);
}
