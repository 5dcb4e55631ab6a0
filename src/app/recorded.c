#include "app/recorded.h"

#include "app/program_file.h"

enum { SLICE = 1 << 20 };

static void run(Recorded *r, const Cli *cli, const char *const *argv) {
    RunOptions options = program_file_options(cli);
    options.argv = argv;
    options.record = true;
    if (!options.steps) options.steps = RECORD_STEPS;
    options.record_cap = RECORD_LIMIT;
    r->run = run_new(r->program, &options);
    r->model = model_new(run_trace(r->run));
    while (run_advance(r->run, SLICE) == END_NONE && !r->too_long) r->too_long = run_trace(r->run)->full;
    model_follow(r->model);
}

bool recorded_make(Recorded *r, const Cli *cli, const char *file, Buf *said) {
    const char *alone[] = {file, NULL};
    *r = (Recorded){.program = program_file_load(file, cli->lang, said)};
    if (!r->program || !program_ok(r->program)) return false;
    run(r, cli, cli->argv[0] == file && cli->command != COMMAND_CHECK ? cli->argv : alone);
    if (run_end(r->run) != END_REFUSED) return true;
    run_report(r->run, cli->lang, said);
    return false;
}

void recorded_free(Recorded *r) {
    model_free(r->model);
    run_free(r->run);
    program_free(r->program);
    *r = (Recorded){0};
}

void recorded_report(const Recorded *r, Lang lang, Buf *said) {
    End end = run_end(r->run);
    if (r->too_long) buf_printf(said, "%s\n", msg_text(lang, MSG_STORY_TOO_LONG));
    else if (end == END_STEPS || end == END_MEMORY || end == END_OUTPUT) run_report(r->run, lang, said);
}

int recorded_exit_code(const Recorded *r) {
    return r->too_long ? EXIT_LIMIT : run_exit_code(r->run);
}
