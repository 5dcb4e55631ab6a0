/* toque: see `toque help`. */
#include "app/check.h"
#include "app/cli.h"
#include "app/explain.h"
#include "app/export.h"
#include "app/hand_over.h"
#include "app/headless.h"
#include "app/stats.h"
#include "base/mem.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>

static int say(FILE *where, Buf *text, int code) {
    fwrite(text->data, 1, text->len, where);
    buf_deinit(text);
    return fflush(where) == 0 ? code : EXIT_PROGRAM;
}

static int help(const Cli *cli) {
    Buf text = {0};
    cli_help(cli->lang, &text);
    return say(stdout, &text, EXIT_FINE);
}

static int version(const Cli *cli) {
    (void)cli;
    return puts("toque " TOQUE_VERSION) < 0 || fflush(stdout) != 0 ? EXIT_PROGRAM : EXIT_FINE;
}

static int (*const commands[COMMAND_COUNT])(const Cli *) = {
    [COMMAND_RUN] = headless_run, [COMMAND_EXPLAIN] = explain_run, [COMMAND_STATS] = stats_run,
    [COMMAND_CHECK] = check_run,  [COMMAND_EXPORT] = export_run,   [COMMAND_HELP] = help,
    [COMMAND_VERSION] = version,
};

int main(int argc, char **argv) {
    Cli cli;
    size_t size = ((size_t)argc + 1) * sizeof *argv;
    char **given = mem_alloc(size); /* as reading moves words about */
    memcpy(given, argv, size);
    Buf problem = {0};
    signal(SIGPIPE, SIG_IGN); /* a write fails instead, and the run ends in order */
    if (!cli_parse(&cli, argv, &problem)) {
        mem_free(given);
        buf_printf(&problem, "%s\n", msg_text(cli.lang, MSG_CLI_SEE_HELP));
        return say(stderr, &problem, EXIT_USAGE);
    }
    buf_deinit(&problem);
    /* What has a picture is another program's. */
    int code = commands[cli.command] ? commands[cli.command](&cli) : hand_over(&cli, given);
    mem_free(given);
    return code;
}
