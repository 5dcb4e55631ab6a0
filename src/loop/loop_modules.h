/* The modules that a run can import: the library's, and what asyncio is built on. */
#ifndef TOQUE_LOOP_LOOP_MODULES_H
#define TOQUE_LOOP_LOOP_MODULES_H

#include "vm/vm.h"

extern const ModuleDef record_module;   /* record_python.c */
extern const ModuleDef scenario_module; /* scenario.c */

const ModuleDef *loop_module_find(const char *name); /* NULL if there is none */
/* Nobody holds this async generator any more: the loop that runs closes it in a task. */
Value loop_asyncgen_begun(VM *vm, Value generator);
void loop_asyncgen_dropped(VM *vm, Value generator);
Value loop_current_task(VM *vm);

#endif
