/* Runs a scenario from a C program, with nothing but the engine's face. */
#include "loop/engine.h"

#include <stdio.h>

static bool show(void *data, Stream stream, const char *bytes, size_t n) {
    (void)data;
    return fwrite(bytes, 1, n, stream == STREAM_ERR ? stderr : stdout) == n;
}

int main(void) {
    const char text[] = "for dish in ['pizza', 'salad']:\n    print('order:', dish)\n";
    Program *program = program_new("example.py", NULL, text, sizeof text - 1);
    Buf problems = {0};
    program_report(program, LANG_EN, &problems);
    fputs(buf_cstr(&problems), stderr);
    buf_deinit(&problems);
    int code = 2;
    if (program_ok(program)) {
        Run *run = run_new(program, &(RunOptions){.seed = 1, .write = show});
        while (run_advance(run, 10000) == END_NONE) continue;
        code = run_exit_code(run);
        run_free(run);
    }
    program_free(program);
    return code;
}
