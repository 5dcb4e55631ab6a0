#include "app/headless.h"

#include "app/output.h"
#include "app/program_file.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum {
    SLICE = 1 << 24,        /* instructions; nobody waits for the end of one */
    EVENTS_SLICE = 1 << 16, /* the events of one are kept until they are printed */
};

static bool write_out(void *data, Stream stream, const char *bytes, size_t n) {
    return output_write(data, stream == STREAM_ERR ? STDERR_FILENO : STDOUT_FILENO, bytes, n);
}

static void complain(Output *o, Buf *sentence) {
    if (sentence->len) output_write(o, STDERR_FILENO, sentence->data, sentence->len);
}

/* Those since the last time, which need not be kept then. */
static EventIndex print_events(Run *run, EventIndex from, Output *o) {
    const Trace *t = run_trace(run);
    Buf text = {0};
    for (; from < trace_count(t); from++) trace_dump_event(t, from, &text);
    complain(o, &text);
    buf_deinit(&text);
    run_forget(run, from);
    return from;
}

/* False: there are no more numbers for events. */
static bool execute_with_events(Run *run, Output *o) {
    EventIndex printed = 0;
    End end;
    do {
        end = run_advance(run, EVENTS_SLICE);
        printed = print_events(run, printed, o);
    } while (end == END_NONE && !run_trace(run)->full);
    return !run_trace(run)->full;
}

static void explain_full_record(const Cli *cli, const Run *run, Buf *sentence) {
    char count[16];
    snprintf(count, sizeof count, "%u", trace_count(run_trace(run)));
    msg_format(sentence, cli->lang, MSG_RUN_EVENTS, (const char *const[]){count}, 1);
    buf_addc(sentence, '\n');
}

static int execute(const Cli *cli, const Program *program, Output *o, Buf *sentence) {
    RunOptions options = program_file_options(cli);
    options.record = cli->events;
    options.write = write_out;
    options.data = o;
    Run *run = run_new(program, &options);
    bool whole = true;
    if (cli->events) whole = execute_with_events(run, o);
    else
        while (run_advance(run, SLICE) == END_NONE) continue;
    run_report(run, cli->lang, sentence);
    if (!whole) explain_full_record(cli, run, sentence);
    int code = whole ? run_exit_code(run) : EXIT_LIMIT;
    run_free(run);
    return code;
}

/* A reader that has gone (`toque run … | head`) wants no more and needs no explanation. */
static void explain_failed_write(const Cli *cli, const Output *o, Buf *sentence) {
    if (o->error == EPIPE) return;
    msg_format(sentence, cli->lang, MSG_OUTPUT_FAILED, (const char *const[]){strerror(o->error)}, 1);
    buf_addc(sentence, '\n');
}

int headless_run(const Cli *cli) {
    Output o;
    Buf sentence = {0};
    output_init(&o);
    Program *program = program_file_load(cli->argv[0], cli->lang, &sentence);
    complain(&o, &sentence);
    buf_clear(&sentence);
    int code = EXIT_USAGE;
    if (program && program_ok(program)) code = execute(cli, program, &o, &sentence);
    program_free(program);
    if (!output_flush(&o)) {
        code = EXIT_PROGRAM;
        explain_failed_write(cli, &o, &sentence);
        o.error = 0;
    }
    complain(&o, &sentence);
    buf_deinit(&sentence);
    output_deinit(&o);
    return code;
}
