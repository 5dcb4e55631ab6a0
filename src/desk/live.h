/* A desk in a real window: the loop that waits, takes what came, and shows. */
#ifndef TOQUE_DESK_LIVE_H
#define TOQUE_DESK_LIVE_H

#include "app/cli.h"

int live_run(const Cli *cli);

#endif
