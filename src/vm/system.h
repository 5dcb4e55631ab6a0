/* What the modules sys and inspect may know of the VM, and set in it. */
#ifndef TOQUE_VM_SYSTEM_H
#define TOQUE_VM_SYSTEM_H

#include "vm/vm.h"

Dict *system_modules(VM *vm); /* sys.modules itself: name to module */
Value system_handled(VM *vm); /* the exception that the running code is handling, or V_NONE */
/* Whether the program put something of its own in the place of sys.excepthook or sys.stderr. */
bool system_hooked(VM *vm);
uint32_t system_depth(const VM *vm);
uint32_t system_recursion_limit(const VM *vm);
void system_set_recursion_limit(VM *vm, uint32_t limit);

/* The frame that is `level` calls above the program's innermost one: where it stands, its
 * globals (NULL if there is none that far up). */
typedef struct SystemFrame {
    Code *code;
    uint32_t line;
    Dict *globals;
} SystemFrame;
SystemFrame system_frame(VM *vm, uint32_t level);

/* The same frame as an object, with those above it (f_back), or V_UNDEF. It is a picture: what
 * runs later does not change it. */
Value system_frame_object(VM *vm, uint32_t level);

#endif
