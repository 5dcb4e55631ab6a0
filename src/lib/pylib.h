/* The files of src/pylib, which tools/embed.c builds into the program. "json.py" is called
 * "json", "asyncio/locks.py" "asyncio.locks" and "asyncio/__init__.py" "asyncio". */
#ifndef TOQUE_LIB_PYLIB_H
#define TOQUE_LIB_PYLIB_H

#include "vm/vm.h"

extern const ModuleDef pylib_modules[]; /* ended by a NULL name */

/* The n-th of the files core_*.py, which hold the twins of functions in C; NULL behind the last. */
const ModuleDef *pylib_core(int n);

#endif
