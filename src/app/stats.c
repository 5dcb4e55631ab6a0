#include "app/stats.h"

#include "app/bars.h"
#include "app/json.h"
#include "app/output.h"
#include "app/recorded.h"
#include "app/table.h"
#include "model/called.h"
#include "model/numbers.h"

#include <inttypes.h>
#include <string.h>
#include <unistd.h>

typedef struct Stats {
    const Cli *cli;
    Speech speech;
    const Trace *trace;
    Numbers *numbers; /* owned */
    Buf out;
} Stats;

static bool is_queue(ObjectKind kind) {
    return kind == OBJECT_QUEUE || kind == OBJECT_LIFO_QUEUE || kind == OBJECT_PRIORITY_QUEUE;
}

static bool has_line(ObjectKind kind) {
    return kind >= OBJECT_LOCK && kind <= OBJECT_BARRIER;
}

static bool is_shown(const Stats *s, TaskId task) {
    return !trace_task_at(s->trace, task)->library;
}

/* What a task waited for the longest. */
static WaitKind most_of(const TaskNumbers *n) {
    WaitKind most = WAIT_NONE;
    for (int i = 1; i < WAIT_KINDS; i++)
        if (n->waits[i] > n->waits[most]) most = (WaitKind)i;
    return most;
}

/* --- as text -------------------------------------------------------------------------------- */

static const MsgId waits[WAIT_KINDS] = {
#define WAIT(id, name) [WAIT_##id] = MSG_STATS_WAIT_##id,
#include "model/states.def"
};

static const char *text_of(const Stats *s, MsgId msg) {
    return msg_text(s->cli->lang, msg);
}

static void cell_number(Table *t, uint32_t n) {
    Buf text = {0};
    buf_printf(&text, "%" PRIu32, n);
    table_take(t, &text);
}

/* Nothing where there was none, so that what there is stands out. */
static void cell_duration(const Stats *s, Table *t, Nanoseconds ns) {
    Buf text = {0};
    if (ns) words_add_duration(s->cli->lang, ns, &text);
    else buf_addc(&text, '-');
    table_take(t, &text);
}

static void heads(const Stats *s, Table *t, const MsgId *msgs, uint32_t count) {
    table_begin(t, count);
    for (uint32_t i = 0; i < count; i++) table_cell(t, text_of(s, msgs[i]));
}

static void print(Stats *s, MsgId title, Table *t) {
    if (t->cells.len > t->columns) {
        buf_printf(&s->out, "\n%s\n", text_of(s, title));
        table_print(t, &s->out);
    }
    table_deinit(t);
}

static void tasks_table(Stats *s) {
    static const MsgId columns[] = {MSG_STATS_NAME,  MSG_STATS_TURNS,   MSG_STATS_RUNNING,
                                    MSG_STATS_READY, MSG_STATS_WAITING, MSG_STATS_MOST_FOR};
    Table t;
    heads(s, &t, columns, sizeof columns / sizeof *columns);
    for (TaskId i = 1; i <= s->numbers->tasks; i++) {
        const TaskNumbers *n = &s->numbers->of_task[i];
        Buf name = {0};
        if (!is_shown(s, i)) continue;
        called_task(&s->speech, i, &name);
        table_take(&t, &name);
        cell_number(&t, n->turns);
        cell_duration(s, &t, n->running);
        cell_duration(s, &t, n->ready);
        cell_duration(s, &t, n->waiting);
        table_cell(&t, n->waiting ? text_of(s, waits[most_of(n)]) : "-");
    }
    print(s, MSG_STATS_TASKS, &t);
}

static void cell_object(const Stats *s, Table *t, ObjectId object) {
    Buf name = {0};
    called_object(&s->speech, object, &name);
    table_take(t, &name);
}

static void locks_table(Stats *s) {
    static const MsgId columns[] = {MSG_STATS_NAME,       MSG_STATS_TAKEN, MSG_STATS_WAITED,
                                    MSG_STATS_LONGEST,    MSG_STATS_TOTAL, MSG_STATS_MOST_WAITERS,
                                    MSG_STATS_MOST_INSIDE};
    Table t;
    heads(s, &t, columns, sizeof columns / sizeof *columns);
    for (ObjectId i = 1; i <= s->numbers->objects; i++) {
        const LineNumbers *n = &s->numbers->of_object[i].line;
        if (!has_line(trace_object_at(s->trace, i)->kind)) continue;
        cell_object(s, &t, i);
        cell_number(&t, n->taken);
        cell_number(&t, n->waited_for);
        cell_duration(s, &t, n->longest_wait);
        cell_duration(s, &t, n->wait);
        cell_number(&t, n->most_waiters);
        cell_number(&t, n->most_inside);
    }
    print(s, MSG_STATS_LOCKS, &t);
}

static void queues_table(Stats *s) {
    static const MsgId columns[] = {MSG_STATS_NAME, MSG_STATS_PUT,  MSG_STATS_GOT,  MSG_STATS_MEAN,
                                    MSG_STATS_MOST, MSG_STATS_FULL, MSG_STATS_EMPTY};
    Table t;
    heads(s, &t, columns, sizeof columns / sizeof *columns);
    for (ObjectId i = 1; i <= s->numbers->objects; i++) {
        const QueueNumbers *n = &s->numbers->of_object[i].queue;
        Buf mean = {0};
        if (!is_queue(trace_object_at(s->trace, i)->kind)) continue;
        cell_object(s, &t, i);
        cell_number(&t, n->put);
        cell_number(&t, n->taken);
        msg_number(&mean, s->cli->lang, n->mean_length, 2);
        table_take(&t, &mean);
        cell_number(&t, n->most);
        cell_duration(s, &t, n->full_blocked);
        cell_duration(s, &t, n->empty_blocked);
    }
    print(s, MSG_STATS_QUEUES, &t);
}

static void add_share(Buf *out, Nanoseconds part, Nanoseconds whole) {
    buf_printf(out, "%.0f", whole ? 100.0 * (double)part / (double)whole : 0);
}

static void sentence(Stats *s, MsgId msg, Buf *args, int count) {
    const char *texts[6];
    for (int i = 0; i < count; i++) texts[i] = buf_cstr(&args[i]);
    msg_format(&s->out, s->cli->lang, msg, texts, count);
    buf_addc(&s->out, '\n');
    for (int i = 0; i < count; i++) buf_deinit(&args[i]);
}

static void the_whole(Stats *s) {
    const Numbers *n = s->numbers;
    Lang lang = s->cli->lang;
    Buf length[3] = {0}, slow[1] = {0}, chef[6] = {0}, most[1] = {0};
    words_add_duration(lang, n->length, &length[0]);
    buf_printf(&length[1], "%" PRIu32, n->turns);
    buf_printf(&length[2], "%" PRIu32, n->rounds);
    sentence(s, MSG_STATS_LENGTH, length, 3);
    words_add_duration(lang, n->one_by_one, &slow[0]);
    sentence(s, MSG_STATS_ONE_BY_ONE, slow, 1);
    const Nanoseconds parts[] = {n->busy, n->blocked, n->idle};
    for (int i = 0; i < 3; i++) {
        words_add_duration(lang, parts[i], &chef[2 * i]);
        add_share(&chef[2 * i + 1], parts[i], n->length);
    }
    sentence(s, MSG_STATS_CHEF, chef, 6);
    buf_printf(&most[0], "%" PRIu32, n->most_tasks);
    sentence(s, MSG_STATS_MOST_TASKS, most, 1);
}

static void as_text(Stats *s) {
    the_whole(s);
    tasks_table(s);
    locks_table(s);
    queues_table(s);
    bars_add(&s->speech, &s->out);
}

/* --- as JSON -------------------------------------------------------------------------------- */

static void seconds(Json *j, const char *name, Nanoseconds ns) {
    json_number(j, name, (double)ns / 1e9);
}

static void json_task(Stats *s, Json *j, TaskId task) {
    const TaskNumbers *n = &s->numbers->of_task[task];
    Buf name = {0};
    called_task(&s->speech, task, &name);
    json_open(j, NULL, '{');
    json_text(j, "name", name.data, name.len);
    json_text(j, "state", task_state_name(n->state), strlen(task_state_name(n->state)));
    json_integer(j, "turns", n->turns);
    seconds(j, "made", n->made);
    seconds(j, "ended", n->ended);
    seconds(j, "running", n->running);
    seconds(j, "blocking", n->blocking);
    seconds(j, "ready", n->ready);
    seconds(j, "waiting", n->waiting);
    json_open(j, "waits", '{');
    for (int i = 1; i < WAIT_KINDS; i++)
        if (n->waits[i]) seconds(j, wait_kind_name((WaitKind)i), n->waits[i]);
    json_close(j, '}');
    json_close(j, '}');
    buf_deinit(&name);
}

static void json_line(Json *j, const LineNumbers *n) {
    json_integer(j, "taken", n->taken);
    json_integer(j, "waited_for", n->waited_for);
    seconds(j, "wait", n->wait);
    seconds(j, "longest_wait", n->longest_wait);
    seconds(j, "held", n->held);
    json_integer(j, "most_waiters", n->most_waiters);
    json_integer(j, "most_inside", n->most_inside);
}

static void json_queue(Json *j, const QueueNumbers *n) {
    json_integer(j, "put", n->put);
    json_integer(j, "taken", n->taken);
    json_number(j, "mean_length", n->mean_length);
    json_integer(j, "most", n->most);
    seconds(j, "full", n->full);
    seconds(j, "full_blocked", n->full_blocked);
    seconds(j, "empty", n->empty);
    seconds(j, "empty_blocked", n->empty_blocked);
}

static void json_object(Stats *s, Json *j, ObjectId object) {
    ObjectKind kind = trace_object_at(s->trace, object)->kind;
    Buf name = {0};
    if (!has_line(kind) && !is_queue(kind)) return;
    called_object(&s->speech, object, &name);
    json_open(j, NULL, '{');
    json_text(j, "name", name.data, name.len);
    json_text(j, "kind", object_kind_name(kind), strlen(object_kind_name(kind)));
    if (has_line(kind)) json_line(j, &s->numbers->of_object[object].line);
    else json_queue(j, &s->numbers->of_object[object].queue);
    json_close(j, '}');
    buf_deinit(&name);
}

static void as_json(Stats *s) {
    Json j = {.out = &s->out};
    const Numbers *n = s->numbers;
    json_open(&j, NULL, '{');
    seconds(&j, "length", n->length);
    seconds(&j, "one_by_one", n->one_by_one);
    seconds(&j, "busy", n->busy);
    seconds(&j, "blocked", n->blocked);
    seconds(&j, "idle", n->idle);
    seconds(&j, "other", n->other);
    json_integer(&j, "turns", n->turns);
    json_integer(&j, "rounds", n->rounds);
    json_integer(&j, "most_tasks", n->most_tasks);
    json_integer(&j, "most_ready", n->most_ready);
    json_open(&j, "tasks", '[');
    for (TaskId i = 1; i <= n->tasks; i++)
        if (is_shown(s, i)) json_task(s, &j, i);
    json_close(&j, ']');
    json_open(&j, "objects", '[');
    for (ObjectId i = 1; i <= n->objects; i++) json_object(s, &j, i);
    json_close(&j, ']');
    json_close(&j, '}');
    buf_addc(&s->out, '\n');
}

/* --- the whole ------------------------------------------------------------------------------- */

static void write_numbers(const Cli *cli, const Recorded *r, Output *o) {
    Stats s = {.cli = cli, .speech = {r->model, cli->lang, VOCABULARY_ASYNCIO, 0}};
    s.trace = model_trace(r->model);
    s.numbers = numbers_new(r->model, model_end(r->model));
    if (cli->json) as_json(&s);
    else as_text(&s);
    output_write(o, STDOUT_FILENO, s.out.data, s.out.len);
    numbers_free(s.numbers);
    buf_deinit(&s.out);
}

int stats_run(const Cli *cli) {
    Recorded r;
    Output o;
    Buf said = {0};
    int code = EXIT_USAGE;
    output_init(&o);
    bool ok = recorded_make(&r, cli, cli->argv[0], &said);
    if (ok) recorded_report(&r, cli->lang, &said);
    if (said.len) output_write(&o, STDERR_FILENO, said.data, said.len);
    if (ok) {
        write_numbers(cli, &r, &o);
        code = recorded_exit_code(&r);
    }
    recorded_free(&r);
    if (!output_flush(&o)) code = EXIT_PROGRAM;
    output_deinit(&o);
    buf_deinit(&said);
    return code;
}
