#include "lib/lib.h"
#include "lib/pylib.h"

#define MODULE(id) extern const ModuleDef id##_module;
#include "lib/modules.def"
#undef MODULE

static const ModuleDef *const c_modules[] = {
#define MODULE(id) &id##_module,
#include "lib/modules.def"
#undef MODULE
};

const ModuleDef *module_find(const char *name) {
    for (size_t i = 0; i < sizeof c_modules / sizeof *c_modules; i++)
        if (strcmp(c_modules[i]->name, name) == 0) return c_modules[i];
    for (const ModuleDef *m = pylib_modules; m->name; m++)
        if (strcmp(m->name, name) == 0) return m;
    return NULL;
}
