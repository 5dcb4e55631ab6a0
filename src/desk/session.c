#include "desk/session.h"

#include "app/file.h"
#include "app/program_file.h"
#include "base/mem.h"
#include "model/moment.h"
#include "trace/notes.h"

#include <string.h>

enum { SLICE = 1 << 17 /* instructions */, OUTPUTS = 256 };

/* --- opening ------------------------------------------------------------------------------ */

static void start(Session *s, const RunOptions *o) {
    RunOptions options = *o;
    options.record = true;
    options.record_cap = SESSION_MOST;
    s->run = run_new(s->program, &options);
    s->model = model_new(run_trace(s->run));
    s->cast = cast_new(s->model);
    s->locals = locals_replay_new(s->program, &options);
    s->locals_source = locals_replay_source(s->locals);
    session_work(s);
}

Session *session_open(const char *path, const RunOptions *options, Lang lang, Buf *problem) {
    Buf text = {0};
    if (!file_read(path, lang, &text, problem)) {
        buf_deinit(&text);
        return NULL;
    }
    Session *s = mem_zalloc(sizeof *s);
    file_full_path(path, &s->path);
    buf_cstr(&s->path);
    source_init(&s->source, session_name(s), text.data, text.len);
    highlight_read(&s->highlight, s->source.text, s->source.len);
    code_rows_find(&s->rows, &s->source, &s->highlight);
    s->program = program_file_of_text(path, s->source.text, s->source.len);
    buf_deinit(&text);
    program_report(s->program, lang, &s->warnings);
    if (program_ok(s->program)) start(s, options);
    if (s->run && run_end(s->run) != END_REFUSED) return s;
    if (s->run) run_report(s->run, lang, problem);
    else buf_add(problem, s->warnings.data, s->warnings.len);
    session_free(s);
    return NULL;
}

void session_free(Session *s) {
    if (!s) return;
    output_text_deinit(&s->output);
    locals_replay_free(s->locals);
    cast_free(s->cast);
    model_free(s->model);
    if (s->run) run_free(s->run);
    program_free(s->program);
    vec_deinit(&s->tidying);
    code_rows_deinit(&s->rows);
    highlight_deinit(&s->highlight);
    source_deinit(&s->source);
    buf_deinit(&s->warnings);
    buf_deinit(&s->path);
    mem_free(s);
}

/* --- simulating ------------------------------------------------------------------------------- */

static void read_output(Session *s) {
    EventIndex some[OUTPUTS];
    uint32_t n;
    while ((n = moment_outputs(s->model, model_end(s->model), s->outputs, OUTPUTS, some)) > 0) {
        output_text_add(&s->output, model_trace(s->model), some, n);
        s->outputs += n;
    }
}

static void find_tidying(Session *s) {
    const Trace *t = model_trace(s->model);
    uint32_t made = moment_tasks_made(s->model, model_end(s->model));
    while (s->tasks < made)
        if (trace_task_at(t, ++s->tasks)->library) vec_push(&s->tidying, s->tasks);
}

TurnId session_turns(const Session *s, Cursor at) {
    TurnId turns = model_turn_at(s->model, at);
    for (uint32_t i = 0; i < s->tidying.len; i++) turns -= moment_turns_of(s->model, at, s->tidying.items[i]);
    return turns;
}

bool session_tidies(const Session *s, Cursor at) {
    TurnId turn = model_running_at(s->model, at);
    return turn && trace_task_at(model_trace(s->model), model_turn(s->model, turn).task)->library;
}

bool session_over(const Session *s) {
    return run_end(s->run) != END_NONE;
}

bool session_cut(const Session *s) {
    End end = run_end(s->run);
    return end == END_MEMORY || end == END_STEPS || end == END_OUTPUT || end == END_UNTIL;
}

bool session_hungry(const Session *s, Cursor at) {
    if (session_over(s) || s->stopped || s->full) return false;
    return s->whole || model_end(s->model) - at < SESSION_AHEAD;
}

void session_work(Session *s) {
    run_advance(s->run, SLICE);
    s->full = run_trace(s->run)->full;
    if (model_follow(s->model)) {
        cast_follow(s->cast);
        read_output(s);
        find_tidying(s);
    }
}

/* --- what it says of itself --------------------------------------------------------------------- */

const char *session_name(const Session *s) {
    const char *path = s->path.data, *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static const Note *note_of(const Session *s, DirectiveKind kind) {
    const Trace *t = model_trace(s->model);
    NoteId id = trace_note_next(t, kind, 0);
    return id ? trace_note_at(t, id) : NULL;
}

const char *session_title(const Session *s, Lang lang) {
    const Note *note = note_of(s, DIRECTIVE_TITLE);
    const char *title = note ? note_text(model_trace(s->model), note, lang) : "";
    return *title ? title : session_name(s);
}

DirectiveChoice session_choice(const Session *s, DirectiveKind kind) {
    const Note *note = note_of(s, kind);
    return note ? note->choice : DIRECTIVE_CHOICES;
}
