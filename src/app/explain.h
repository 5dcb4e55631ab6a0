/* `toque explain`: the story of a run. */
#ifndef TOQUE_APP_EXPLAIN_H
#define TOQUE_APP_EXPLAIN_H

#include "app/cli.h"

int explain_run(const Cli *cli); /* the exit code */

#endif
