/* `toque check`: whether runs are what their authors expect. */
#ifndef TOQUE_APP_CHECK_H
#define TOQUE_APP_CHECK_H

#include "app/cli.h"

int check_run(const Cli *cli); /* the exit code */

#endif
