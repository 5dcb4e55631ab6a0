#include "lib/pylib.h"

#include <string.h>

const PyFile *pylib_find(const char *name) {
    for (const PyFile *f = pylib_files; f->name; f++)
        if (strcmp(f->name, name) == 0) return f;
    return NULL;
}

const PyFile *pylib_next_core(const PyFile *last) {
    for (const PyFile *f = last ? last + 1 : pylib_files; f->name; f++)
        if (strncmp(f->name, "core_", 5) == 0) return f;
    return NULL;
}
