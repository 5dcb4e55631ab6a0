/* Code objects: what a program can ask about the code of a function. */
#include "vm/repr.h"
#include "vm/vm_internal.h"

static Code *code_of(Value record) {
    return AS(Record, record)->payload;
}

/* One for each code: `f.__code__ is g.__code__` asks for it. It lives as long as the code. */
Value code_value(VM *vm, Code *code) {
    if (code->object != V_NONE) return code->object;
    Value v = record_new(vm, vm->types[T_CODE], 1);
    AS(Record, v)->payload = code; /* belongs to the VM, not to the record */
    return code->object = v;
}

static Value co_name(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    return from_obj(code_of(a[0])->name);
}
static Value co_qualname(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    return from_obj(code_of(a[0])->qualname);
}
static Value co_filename(VM *vm, Value *a, int n) {
    (void)n;
    return str_from(vm, code_of(a[0])->source ? code_of(a[0])->source->name : "?");
}
static Value co_firstlineno(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    return from_small(code_of(a[0])->first_line);
}
static Value co_argcount(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    return from_small(code_of(a[0])->positional);
}
static Value co_posonly(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    return from_small(code_of(a[0])->positional_only);
}
static Value co_kwonly(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    return from_small(code_of(a[0])->keyword_only);
}
/* The bits of CPython's inspect: *args 4, **kwargs 8, generator 32, coroutine 128,
 * generator that can be awaited 256, async generator 512. */
static Value co_flags(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    uint32_t f = code_of(a[0])->flags;
    int64_t flags = 3 | (f & CODE_VARARGS ? 4 : 0) | (f & CODE_VARKEYWORDS ? 8 : 0);
    if (f & CODE_AWAITABLE) flags |= 256;
    if (f & CODE_COROUTINE) flags |= f & CODE_GENERATOR ? 512 : 128;
    else if (f & CODE_GENERATOR) flags |= 32;
    return from_small(flags);
}
static Value co_varnames(VM *vm, Value *a, int n) {
    (void)n;
    const Code *c = code_of(a[0]);
    Value t = tuple_new(vm, c->free_start);
    for (uint32_t i = 0; i < c->free_start; i++) AS(Tuple, t)->items[i] = from_obj(c->slot_names[i]);
    return t;
}
static Value co_freevars(VM *vm, Value *a, int n) {
    (void)n;
    const Code *c = code_of(a[0]);
    Value t = tuple_new(vm, c->slot_count - c->free_start);
    for (uint32_t i = c->free_start; i < c->slot_count; i++)
        AS(Tuple, t)->items[i - c->free_start] = from_obj(c->slot_names[i]);
    return t;
}

static Value co_nlocals(VM *vm, Value *a, int n) {
    (void)vm;
    (void)n;
    return from_small(code_of(a[0])->free_start);
}

static Value repr(VM *vm, Value *a, int n) {
    (void)n;
    const Code *c = code_of(a[0]);
    Buf b = {0};
    buf_adds(&b, "<code object ");
    str_to_utf8(c->name, &b);
    buf_adds(&b, " at ");
    put_address(vm, a[0], &b);
    buf_printf(&b, ", file \"%s\", line %u>", c->source ? c->source->name : "?", c->first_line);
    Value v = str_new(vm, b.data, b.len);
    buf_deinit(&b);
    return v;
}

static const NativeDef code_methods[] = {
    {"co_name", co_name, 1, 1, NF_GETTER, NULL},
    {"co_qualname", co_qualname, 1, 1, NF_GETTER, NULL},
    {"co_filename", co_filename, 1, 1, NF_GETTER, NULL},
    {"co_firstlineno", co_firstlineno, 1, 1, NF_GETTER, NULL},
    {"co_argcount", co_argcount, 1, 1, NF_GETTER, NULL},
    {"co_posonlyargcount", co_posonly, 1, 1, NF_GETTER, NULL},
    {"co_kwonlyargcount", co_kwonly, 1, 1, NF_GETTER, NULL},
    {"co_flags", co_flags, 1, 1, NF_GETTER, NULL},
    {"co_nlocals", co_nlocals, 1, 1, NF_GETTER, NULL},
    {"co_varnames", co_varnames, 1, 1, NF_GETTER, NULL},
    {"co_freevars", co_freevars, 1, 1, NF_GETTER, NULL},
    {"__repr__", repr, 1, 1, NF_SLOT, NULL},
    {0},
};

void codes_setup(VM *vm) {
    class_add_methods(vm, vm->types[T_CODE], code_methods);
}
