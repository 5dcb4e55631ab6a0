/* How the tools of tests and of measuring open a program. */
#ifndef TOQUE_TESTS_READ_PROGRAM_H
#define TOQUE_TESTS_READ_PROGRAM_H

#include "loop/engine.h"

/* It goes by its path. NULL, said on standard error: the file cannot be read. */
Program *read_program(const char *path);

#endif
