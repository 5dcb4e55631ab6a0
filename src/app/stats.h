/* `toque stats`: where the time of a run goes. */
#ifndef TOQUE_APP_STATS_H
#define TOQUE_APP_STATS_H

#include "app/cli.h"

int stats_run(const Cli *cli); /* the exit code */

#endif
