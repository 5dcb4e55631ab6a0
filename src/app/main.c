/* toque: see `toque help`. */
#include "app/check.h"
#include "app/cli.h"
#include "app/explain.h"
#include "app/export.h"
#include "app/headless.h"
#include "app/stats.h"

#include <signal.h>
#include <stdio.h>

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

/* There is no window yet to open it in. */
static int open_file(const Cli *cli) {
    fprintf(stderr, "%s\n", msg_text(cli->lang, MSG_CLI_NO_WINDOW));
    return headless_run(cli);
}

static int (*const commands[COMMAND_COUNT])(const Cli *) = {
    [COMMAND_NONE] = open_file,  [COMMAND_RUN] = headless_run, [COMMAND_EXPLAIN] = explain_run,
    [COMMAND_STATS] = stats_run, [COMMAND_CHECK] = check_run,  [COMMAND_EXPORT] = export_run,
    [COMMAND_HELP] = help,       [COMMAND_VERSION] = version,
};

int main(int argc, char **argv) {
    (void)argc;
    Cli cli;
    Buf problem = {0};
    signal(SIGPIPE, SIG_IGN); /* a write fails instead, and the run ends in order */
    if (!cli_parse(&cli, argv, &problem)) {
        buf_printf(&problem, "%s\n", msg_text(cli.lang, MSG_CLI_SEE_HELP));
        return say(stderr, &problem, EXIT_USAGE);
    }
    buf_deinit(&problem);
    return commands[cli.command](&cli);
}
