/* From the command line to the part of Toque that draws, which is a program of its own: so a command
 * without a picture starts without loading what only a picture needs. */
#ifndef TOQUE_APP_HAND_OVER_H
#define TOQUE_APP_HAND_OVER_H

#include "app/cli.h"

/* Becomes that program, with the same arguments. Comes back only if it cannot be found or started,
 * which is said on standard error; answers the exit code for that. */
int hand_over(const Cli *cli, char **argv);

#endif
