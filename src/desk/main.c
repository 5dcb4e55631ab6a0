/* toque-desk: what of toque needs fonts and pictures. `toque` hands over to it, so that all the
 * commands without a picture start without loading what only a picture needs. */
#include "app/cli.h"
#include "desk/live.h"
#include "desk/shot.h"

#include <stdio.h>

int main(int argc, char **argv) {
    (void)argc;
    Cli cli;
    Buf problem = {0};
    if (!cli_parse(&cli, argv, &problem)) {
        fprintf(stderr, "%s", buf_cstr(&problem));
        buf_deinit(&problem);
        return EXIT_USAGE;
    }
    buf_deinit(&problem);
    return cli.command == COMMAND_SHOT ? shot_run(&cli) : live_run(&cli);
}
