/* Runs a scenario and records all that its scheduler does, as the window will: for measuring.
 *
 *     bench_record PROGRAM.py
 *
 * What the program writes goes where it should. Then, as one line on standard error: how many
 * events there are, and how many bytes the record takes with all of its tables. */
#include "support/read_program.h"

#include <stdio.h>
#include <stdlib.h>

enum { SLICE = 1 << 24 }; /* instructions */

static bool show(void *data, Stream stream, const char *bytes, size_t n) {
    (void)data;
    return fwrite(bytes, 1, n, stream == STREAM_ERR ? stderr : stdout) == n;
}

static int measure(const Program *program) {
    Run *run = run_new(program, &(RunOptions){.record = true, .write = show});
    while (run_advance(run, SLICE) == END_NONE) continue;
    int code = run_exit_code(run);
    const Trace *t = run_trace(run);
    fprintf(stderr, "%u events, %zu bytes\n", trace_count(t), trace_memory(t));
    run_free(run);
    return code;
}

int main(int argc, char **argv) {
    Buf problems = {0};
    if (argc != 2) {
        fprintf(stderr, "usage: bench_record PROGRAM.py\n");
        return 2;
    }
    Program *program = read_program(argv[1]);
    if (!program) return 2;
    program_report(program, LANG_EN, &problems);
    fputs(buf_cstr(&problems), stderr);
    int code = program_ok(program) ? measure(program) : 2;
    program_free(program);
    buf_deinit(&problems);
    return code;
}
