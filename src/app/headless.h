/* `toque run`: a scenario without a window. */
#ifndef TOQUE_APP_HEADLESS_H
#define TOQUE_APP_HEADLESS_H

#include "app/cli.h"

int headless_run(const Cli *cli); /* the exit code */

#endif
