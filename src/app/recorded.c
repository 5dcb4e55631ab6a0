#include "app/recorded.h"

#include "app/file.h"

#include <string.h>

enum { SLICE = 1 << 20 };

static Program *load(const Cli *cli, const char *file, Buf *said) {
    Buf text = {0}, path = {0};
    Program *program = NULL;
    if (file_read(file, cli->lang, &text, said)) {
        file_full_path(file, &path);
        const char *name = strcmp(file, "-") == 0 ? "<stdin>" : file;
        program = program_new(name, buf_cstr(&path), buf_cstr(&text), text.len);
        program_report(program, cli->lang, said);
    }
    buf_deinit(&text);
    buf_deinit(&path);
    return program;
}

static void run(Recorded *r, const Cli *cli, const char *const *argv) {
    RunOptions options = {
        .seed = cli->seed,
        .seeded = cli->seeded,
        .memory = cli->memory,
        .steps = cli->steps,
        .until = cli->until,
        .until_turns = cli->until_turns,
        .argv = argv,
        .record = true,
        .record_cap = RECORD_LIMIT,
    };
    r->run = run_new(r->program, &options);
    r->model = model_new(run_trace(r->run));
    while (run_advance(r->run, SLICE) == END_NONE && !r->too_long) r->too_long = run_trace(r->run)->full;
    model_follow(r->model);
}

bool recorded_make(Recorded *r, const Cli *cli, const char *file, Buf *said) {
    const char *alone[] = {file, NULL};
    *r = (Recorded){.program = load(cli, file, said)};
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

int recorded_exit_code(const Recorded *r) {
    enum { LIMIT_REACHED = 4 };
    return r->too_long ? LIMIT_REACHED : run_exit_code(r->run);
}
