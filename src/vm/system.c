#include "vm/system.h"

#include "vm/vm_internal.h"

Dict *system_modules(VM *vm) {
    return vm->modules;
}
Value system_handled(VM *vm) {
    return error_handled(vm);
}

static Value sys_value(VM *vm, const char *name) {
    Value sys = vm->modules ? dict_get_str(vm->modules, str_intern(vm, "sys", 3)) : V_UNDEF;
    if (!is_kind(sys, KIND_MODULE)) return V_UNDEF;
    return dict_get_str(AS(ModuleObj, sys)->attrs, str_intern(vm, name, strlen(name)));
}

bool system_hooked(VM *vm) {
    return sys_value(vm, "excepthook") != sys_value(vm, "__excepthook__") ||
           sys_value(vm, "stderr") != sys_value(vm, "__stderr__");
}

uint32_t system_depth(const VM *vm) {
    return vm->depth;
}
uint32_t system_recursion_limit(const VM *vm) {
    return vm->depth_limit;
}
void system_set_recursion_limit(VM *vm, uint32_t limit) {
    vm->depth_limit = limit;
}

SystemFrame system_frame(VM *vm, uint32_t level) {
    for (const Frame *f = vm->frame; f; f = f->back) {
        if (!f->code || f->code->flags & CODE_LIBRARY || level-- > 0) continue;
        uint32_t next = (uint32_t)(f->ip - f->code->words);
        return (SystemFrame){f->code, f->code->lines[next ? next - 1 : 0], f->globals};
    }
    return (SystemFrame){0};
}
