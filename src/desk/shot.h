/* `toque shot`: one picture of a run, without a window and without a display. */
#ifndef TOQUE_DESK_SHOT_H
#define TOQUE_DESK_SHOT_H

#include "app/cli.h"

int shot_run(const Cli *cli);

#endif
