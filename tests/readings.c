/* Runs a program as `toque run` does, but with a clock that moves when it is read, and by nothing that the
 * program does: that of tools/virtual_clock.py. What is then different from CPython is not the clock.
 *
 *     readings PROGRAM.py */
#include "support/read_program.h"

#include <stdio.h>

enum { SLICE = 1 << 24 }; /* instructions */

static bool show(void *data, Stream stream, const char *bytes, size_t n) {
    (void)data;
    return fwrite(bytes, 1, n, stream == STREAM_ERR ? stderr : stdout) == n;
}

static int run(const Program *program) {
    Buf report = {0};
    Run *run = run_new(program, &(RunOptions){.clock_by_readings = true, .write = show});
    while (run_advance(run, SLICE) == END_NONE) continue;
    int code = run_exit_code(run);
    run_report(run, LANG_EN, &report);
    fputs(buf_cstr(&report), stderr);
    buf_deinit(&report);
    run_free(run);
    return code;
}

int main(int argc, char **argv) {
    Buf problems = {0};
    Program *program = argc == 2 ? read_program(argv[1]) : NULL;
    if (!program) return 2;
    program_report(program, LANG_EN, &problems);
    fputs(buf_cstr(&problems), stderr);
    int code = program_ok(program) ? run(program) : 2;
    program_free(program);
    buf_deinit(&problems);
    return code;
}
