/* A program run to its end (or for so many turns), with the model of its record and the cast: what a
 * view of a real run needs. */
#ifndef TOQUE_TESTS_PLAYED_H
#define TOQUE_TESTS_PLAYED_H

#include "loop/engine.h"
#include "model/model.h"
#include "view/cast.h"

typedef struct Played {
    Program *program;
    Run *run;
    Model *model;
    Cast *cast;
} Played;

/* False: it cannot be run; why is on standard error. `turns`: 0: all of it. */
bool played_init(Played *p, const char *name, const char *text, size_t len, uint64_t turns);
void played_deinit(Played *p);

#endif
