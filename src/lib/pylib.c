#include "lib/pylib.h"

#include <string.h>

const ModuleDef *pylib_core(int n) {
    for (const ModuleDef *m = pylib_modules; m->name; m++)
        if (strncmp(m->name, "core_", 5) == 0 && n-- == 0) return m;
    return NULL;
}
