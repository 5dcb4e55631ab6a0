/* Running a program on a VM: made, loaded, advanced in slices, looked at, freed. */
#ifndef TOQUE_VM_RUN_H
#define TOQUE_VM_RUN_H

#include "lang/lang.h"
#include "vm/vm.h"

typedef struct VMOptions {
    size_t memory_cap;                                 /* bytes; 0: none */
    uint64_t step_limit;                               /* instructions; 0: none */
    uint32_t recursion;                                /* 0: CPython's 1000 */
    const ModuleDef *(*find_module)(const char *name); /* what can be imported */
    /* The n-th file of the core library (twins), or NULL past the last. */
    const char *(*core_file)(int n, size_t *len, const char **name);
} VMOptions;

typedef enum RunStatus {
    RUN_MORE, /* the budget is used up: call again */
    RUN_DONE,
    RUN_FAILED, /* an uncaught exception */
    RUN_EXIT,   /* SystemExit: vm_exit_code */
    RUN_MEMORY, /* a limit was reached */
    RUN_STEPS,
    RUN_STOPPED, /* vm_stop was called */
} RunStatus;

VM *vm_new(const VMOptions *options, const Host *host);
void vm_free(VM *vm);

/* Compiles the module as __main__ and prepares its first frame. */
bool vm_load_main(VM *vm, const Module *module, Diags *diags);
/* Executes about `budget` instructions. */
RunStatus vm_advance(VM *vm, uint64_t budget);
/* Ends the run at the next instruction, from inside a Host callback (a closed pipe). */
void vm_stop(VM *vm);

uint64_t vm_steps(const VM *vm); /* instructions executed so far */
int vm_exit_code(const VM *vm);

#endif
