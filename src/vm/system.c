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

/* --- frames as objects --------------------------------------------------------------- */

/* Of a frame object: where it stands, what called it, its names. The first is all that the
 * frame object of a traceback or a generator has. */
enum { FRAME_PLACE, FRAME_BACK, FRAME_GLOBALS, FRAME_LOCALS, FRAME_SLOTS };

static Value locals_of(VM *vm, const Frame *f) {
    if (f->code->flags & CODE_MODULE) return from_obj(f->globals);
    if (f->names) return from_obj(f->names);
    Value d = dict_new(vm);
    for (uint32_t i = 0; i < f->code->slot_count; i++) {
        Value v = f->slots[i];
        if (is_kind(v, KIND_CELL)) v = AS(Cell, v)->value;
        if (v != V_UNDEF && f->code->slot_names[i]) dict_set_str(vm, AS(Dict, d), f->code->slot_names[i], v);
    }
    return d;
}

static Value frame_object(VM *vm, const Frame *f) {
    uint32_t next = (uint32_t)(f->ip - f->code->words);
    Traceback *place = heap_new(vm, vm->types[T_TRACEBACK], KIND_TRACEBACK, sizeof *place);
    place->next = V_NONE;
    place->code = f->code;
    place->word = next ? next - 1 : 0;
    Value r = record_new(vm, vm->types[T_FRAME], FRAME_SLOTS);
    Value *slots = AS(Record, r)->slots;
    slots[FRAME_PLACE] = from_obj(place);
    slots[FRAME_GLOBALS] = from_obj(f->globals);
    slots[FRAME_LOCALS] = locals_of(vm, f);
    return r;
}

Value system_frame_object(VM *vm, uint32_t level) {
    Value first = V_UNDEF, last = V_UNDEF;
    for (const Frame *f = vm->frame; f; f = f->back) {
        if (!f->code || f->code->flags & CODE_LIBRARY) continue;
        if (level > 0) {
            level--;
            continue;
        }
        Value r = frame_object(vm, f);
        if (last == V_UNDEF) first = r;
        else AS(Record, last)->slots[FRAME_BACK] = r;
        last = r;
    }
    return first;
}

static Value frame_slot(Value frame, uint32_t slot) {
    const Record *r = AS(Record, frame);
    return r->n > slot ? r->slots[slot] : V_NONE;
}

static Value get_back(VM *vm, Value *args, int n) {
    return (void)vm, (void)n, frame_slot(args[0], FRAME_BACK);
}
static Value get_globals(VM *vm, Value *args, int n) {
    (void)n;
    Value v = frame_slot(args[0], FRAME_GLOBALS);
    return is_dict(v) ? v : from_obj(AS(ModuleObj, vm->main_module)->attrs);
}
static Value get_locals(VM *vm, Value *args, int n) {
    (void)n;
    Value v = frame_slot(args[0], FRAME_LOCALS);
    return is_dict(v) ? v : dict_new(vm);
}
static Value clear(VM *vm, Value *args, int n) {
    return (void)vm, (void)args, (void)n, V_NONE;
}

static const NativeDef frame_methods[] = {
    {"f_back", get_back, 1, 1, NF_GETTER, NULL},
    {"f_globals", get_globals, 1, 1, NF_GETTER, NULL},
    {"f_locals", get_locals, 1, 1, NF_GETTER, NULL},
    {"clear", clear, 1, 1, NF_SELF, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

void system_setup(VM *vm) {
    class_add_methods(vm, vm->types[T_FRAME], frame_methods);
}
