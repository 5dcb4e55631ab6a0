#include "app/explain.h"

#include "app/locals_replay.h"
#include "app/output.h"
#include "app/program_file.h"
#include "app/recorded.h"
#include "model/called.h"
#include "model/moment.h"
#include "model/story.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct Explain {
    const Cli *cli;
    Output out;
    Recorded recorded;
    Speech speech;
} Explain;

static bool hand_out(void *data, const char *text, size_t len) {
    return output_write(data, STDOUT_FILENO, text, len);
}

static void complain(Explain *x, const Buf *sentence) {
    if (sentence->len) output_write(&x->out, STDERR_FILENO, sentence->data, sentence->len);
}

static int complain_of(Explain *x, MsgId msg, const char *a, const char *b) {
    Buf sentence = {0};
    msg_format(&sentence, x->cli->lang, msg, (const char *const[]){a, b}, 2);
    buf_addc(&sentence, '\n');
    complain(x, &sentence);
    buf_deinit(&sentence);
    return EXIT_USAGE;
}

/* --- which part ----------------------------------------------------------------------------- */

/* By its whole name, or by its function's, which several may share. */
static bool is_called(const Explain *x, TaskId task, const char *name) {
    const Trace *t = model_trace(x->recorded.model);
    Buf called = {0};
    called_task(&x->speech, task, &called);
    bool is = strcmp(buf_cstr(&called), name) == 0 ||
              strcmp(trace_text(t, trace_task_at(t, task)->function, NULL), name) == 0;
    buf_deinit(&called);
    return is;
}

static int unknown_task(Explain *x) {
    enum { SHOWN = 20 };
    const Trace *t = model_trace(x->recorded.model);
    Buf all = {0};
    uint32_t shown = 0;
    for (TaskId i = 1; i <= trace_tasks(t) && shown < SHOWN; i++) {
        if (trace_task_at(t, i)->library) continue;
        if (shown++) buf_adds(&all, ", ");
        called_task(&x->speech, i, &all);
    }
    if (shown == SHOWN) buf_adds(&all, ", …");
    int code = complain_of(x, MSG_STORY_NO_TASK, x->cli->task, buf_cstr(&all));
    buf_deinit(&all);
    return code;
}

static int tell(Explain *x, const Story *story) {
    story_tell(story, hand_out, &x->out);
    return recorded_exit_code(&x->recorded);
}

/* By TaskId; NULL, said, if there is none of that name. */
static bool *those_called(Explain *x) {
    uint32_t tasks = trace_tasks(model_trace(x->recorded.model)), found = 0;
    bool *only = calloc(tasks + 1, sizeof *only);
    if (!only) abort();
    for (TaskId i = 1; i <= tasks; i++) found += only[i] = is_called(x, i, x->cli->task);
    if (found) return only;
    unknown_task(x);
    free(only);
    return NULL;
}

static int tell_task(Explain *x) {
    bool *only = those_called(x);
    if (!only) return EXIT_USAGE;
    Story story = {&x->speech, 0, model_end(x->recorded.model), only};
    int code = tell(x, &story);
    free(only);
    return code;
}

static int tell_turn(Explain *x) {
    const Model *m = x->recorded.model;
    char asked[24], have[24];
    if (x->cli->turn > model_turns(m)) {
        snprintf(asked, sizeof asked, "%" PRIu64, x->cli->turn);
        snprintf(have, sizeof have, "%" PRIu32, model_turns(m));
        return complain_of(x, MSG_STORY_NO_TURN, asked, have);
    }
    Turn turn = model_turn(m, (TurnId)x->cli->turn);
    Story story = {&x->speech, turn.begun, turn.ended == NEVER ? model_end(m) : turn.ended, NULL};
    return tell(x, &story);
}

/* --- at a moment ------------------------------------------------------------------------------- */

/* "    bake (line 5): dish = 'pizza', minute = 1" */
typedef struct Variables {
    Lang lang;
    Buf *out;
    size_t start; /* of what is told of the task */
    bool first;   /* of its function */
} Variables;

static void tell_function(void *data, const char *name, uint32_t line) {
    Variables *v = data;
    char number[16];
    snprintf(number, sizeof number, "%" PRIu32, line);
    if (v->out->len > v->start) buf_addc(v->out, '\n');
    buf_printf(v->out, "    %s ", name);
    msg_format(v->out, v->lang, MSG_STORY_LINE, (const char *const[]){number}, 1);
    v->first = true;
}

static void tell_variable(void *data, const char *name, const char *value) {
    Variables *v = data;
    buf_printf(v->out, "%s %s = %s", v->first ? ":" : ",", name, value);
    v->first = false;
}

typedef struct Locals {
    Lang lang;
    LocalsSource source;
} Locals;

static void add_variables(void *data, Cursor at, TaskId task, Buf *out) {
    const Locals *l = data;
    Variables v = {l->lang, out, out->len, true};
    l->source.tell(l->source.data, at, task, &(LocalsTeller){&v, tell_function, tell_variable});
    if (out->len > v.start) buf_addc(out, '\n');
}

static void tell_tasks(Explain *x, Cursor at, const bool *only, Buf *out) {
    RunOptions options = program_file_options(x->cli);
    LocalsReplay *replay = locals_replay_new(x->recorded.program, &options);
    Locals locals = {x->cli->lang, locals_replay_source(replay)};
    story_tasks(&x->speech, at, only, add_variables, &locals, out);
    locals_replay_free(replay);
}

static int tell_moment(Explain *x) {
    const Model *m = x->recorded.model;
    Buf text = {0};
    uint64_t end = model_time(m, model_end(m));
    Cursor at = model_at_time(m, (uint64_t)x->cli->at);
    bool *only = x->cli->task ? those_called(x) : NULL;
    if (x->cli->task && !only) return EXIT_USAGE;
    x->speech.now = (uint64_t)x->cli->at < end ? (uint64_t)x->cli->at : end;
    if (only) tell_tasks(x, at, only, &text);
    else story_moment(&x->speech, at, &text);
    hand_out(&x->out, text.data, text.len);
    buf_deinit(&text);
    free(only);
    return recorded_exit_code(&x->recorded);
}

static int tell_all(Explain *x) {
    Story story = {&x->speech, 0, model_end(x->recorded.model), NULL};
    Buf head = {0};
    story_head(&x->speech, &head);
    if (head.len) hand_out(&x->out, head.data, head.len);
    buf_deinit(&head);
    int code = tell(x, &story);
    Buf said = {0};
    recorded_report(&x->recorded, x->cli->lang, &said);
    complain(x, &said);
    buf_deinit(&said);
    return code;
}

static int tell_part(Explain *x) {
    if (x->cli->at >= 0) return tell_moment(x);
    if (x->cli->turn) return tell_turn(x);
    return x->cli->task ? tell_task(x) : tell_all(x);
}

int explain_run(const Cli *cli) {
    Explain x = {.cli = cli};
    Buf said = {0};
    int code = EXIT_USAGE;
    output_init(&x.out);
    bool ok = recorded_make(&x.recorded, cli, cli->argv[0], &said);
    complain(&x, &said);
    x.speech = (Speech){x.recorded.model, cli->lang, cli->plain ? VOCABULARY_ASYNCIO : VOCABULARY_KITCHEN, 0};
    if (ok) code = tell_part(&x);
    recorded_free(&x.recorded);
    output_flush(&x.out);
    output_deinit(&x.out);
    buf_deinit(&said);
    return code;
}
