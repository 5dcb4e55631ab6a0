#include "sheet/played.h"

#include <stdio.h>

static bool swallow(void *data, Stream stream, const char *bytes, size_t n) {
    (void)data, (void)stream, (void)bytes, (void)n;
    return true;
}

bool played_init(Played *p, const char *name, const char *text, size_t len, uint64_t turns) {
    *p = (Played){.program = program_new(name, NULL, text, len)};
    if (!program_ok(p->program)) {
        Buf why = {0};
        program_report(p->program, LANG_EN, &why);
        fputs(buf_cstr(&why), stderr);
        buf_deinit(&why);
        program_free(p->program);
        return false;
    }
    RunOptions options = {.record = true, .write = swallow, .until_turns = turns};
    p->run = run_new(p->program, &options);
    while (run_advance(p->run, 10000000) == END_NONE) {
    }
    p->model = model_new(run_trace(p->run));
    model_follow(p->model);
    p->cast = cast_new(p->model);
    cast_follow(p->cast);
    return true;
}

void played_deinit(Played *p) {
    cast_free(p->cast);
    model_free(p->model);
    run_free(p->run);
    program_free(p->program);
}
