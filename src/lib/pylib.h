/* The files of src/pylib, which are built into the program. "json.py" is called "json",
 * "asyncio/locks.py" "asyncio.locks". */
#ifndef TOQUE_LIB_PYLIB_H
#define TOQUE_LIB_PYLIB_H

#include <stddef.h>

typedef struct PyFile {
    const char *name;
    const char *text; /* UTF-8, terminated */
    size_t length;
} PyFile;

extern const PyFile pylib_files[]; /* sorted by name; ended by a NULL name */

const PyFile *pylib_find(const char *name); /* NULL if there is none */

/* The files core_*.py, which hold the twins of functions in C, one after the other: the
 * first for NULL, then the one behind `last`, NULL at the end. */
const PyFile *pylib_next_core(const PyFile *last);

#endif
