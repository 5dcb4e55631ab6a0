#include "lib/lib.h"

#define KNOWN(name, ...) {name, (const char *const[]){__VA_ARGS__, NULL}},

const KnownModule known_modules[] = {
#include "lib/known.def"
    {NULL, NULL},
};

const char *const known_builtins[] = {
#define BUILTIN(name) name,
#include "lib/known_builtins.def"
#undef BUILTIN
    NULL,
};
