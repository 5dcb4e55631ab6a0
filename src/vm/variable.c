/* Variables that are no slot of a frame: those of a module, the built-in ones, those of a class body;
 * and what is said where there is none. */
#include "vm/vm_internal.h"

Value variable_unknown(VM *vm, Str *name) {
    Buf b = {0};
    str_to_utf8(name, &b);
    Value e = vm_raise(vm, T_NAME_ERROR, "name '%s' is not defined", buf_cstr(&b));
    AS(Exception, vm->error)->extra[0] = from_obj(name);
    buf_deinit(&b);
    return e;
}

Value variable_unbound(VM *vm, const Frame *f, uint32_t slot) {
    Buf b = {0};
    str_to_utf8(f->code->slot_names[slot], &b);
    Value e;
    if (slot >= f->code->free_start) {
        e = vm_raise(
            vm, T_NAME_ERROR,
            "cannot access free variable '%s' where it is not associated with a value in enclosing scope",
            buf_cstr(&b));
    } else {
        e = vm_raise(vm, T_UNBOUND_LOCAL_ERROR,
                     "cannot access local variable '%s' where it is not associated with a value",
                     buf_cstr(&b));
    }
    buf_deinit(&b);
    return e;
}

/* The module's names, then the built-in ones; remembered while neither dict gets or loses a key. */
Value variable_global(VM *vm, Frame *f, Site *s) {
    DictEntry *e = dict_entry_str(f->globals, s->name);
    if (e) {
        s->key = f->globals;
        s->version = f->globals->version;
        s->index = (uint32_t)(e - f->globals->entries);
        s->kind = SITE_ENTRY;
        return e->value;
    }
    Value v = dict_get_str(vm->builtins, s->name);
    if (v == V_UNDEF) return variable_unknown(vm, s->name);
    s->key = f->globals;
    s->version = f->globals->version;
    s->kind = SITE_BUILTIN;
    s->value = v;
    return v;
}

Value variable_named(VM *vm, const Frame *f, Site *s) {
    if (f->names) {
        Value v = dict_get_str(f->names, s->name);
        if (v != V_UNDEF) return v;
    }
    Value v = dict_get_str(f->globals, s->name);
    if (v == V_UNDEF) v = dict_get_str(vm->builtins, s->name);
    return v == V_UNDEF ? variable_unknown(vm, s->name) : v;
}
