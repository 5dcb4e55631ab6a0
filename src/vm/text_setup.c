/* What text adds to a new VM: classes, functions, helpers of core_text.py. */
#include "vm/format.h"
#include "vm/repr.h"
#include "vm/str_class.h"
#include "vm/str_methods.h"
#include "vm/textio.h"
#include "vm/vm_internal.h"

static Value chr(VM *vm, Value *args, int n) {
    (void)n;
    int64_t i;
    Tri t = index_arg(vm, args[0], true, &i);
    if (t == NEEDS_PYTHON) return vm_twin(vm, TWIN_CHR, 1, args[0]);
    if (t == FAILED) return V_ERROR;
    if (i > INT32_MAX || i < INT32_MIN)
        return vm_raise(vm, T_OVERFLOW_ERROR, "Python int too large to convert to C int");
    if (i < 0 || i > 0x10FFFF) return vm_raise(vm, T_VALUE_ERROR, "chr() arg not in range(0x110000)");
    return str_char(vm, (uint32_t)i);
}

static Value ord(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_str(args[0]) && !is_bytes(args[0]))
        return vm_raise(vm, T_TYPE_ERROR, "ord() expected string of length 1, but %s found",
                        type_name(vm, args[0]));
    Text t = text_of(args[0]);
    if (t.len == 1) return from_small(text_at(&t, 0));
    return vm_raise(vm, T_TYPE_ERROR, "ord() expected a character, but string of length %u found", t.len);
}

static Value repr(VM *vm, Value *args, int n) {
    (void)n;
    return obj_repr(vm, args[0]);
}

static Value ascii(VM *vm, Value *args, int n) {
    (void)n;
    return obj_ascii(vm, args[0]);
}

static Value format(VM *vm, Value *args, int n) {
    (void)n;
    if (args[1] != V_UNDEF && !is_str(args[1]))
        return vm_raise(vm, T_TYPE_ERROR, "format() argument 2 must be str, not %s",
                        is_none(args[1]) ? "None" : type_name(vm, args[1]));
    return obj_format(vm, args[0], args[1]);
}

static const NativeDef builtins[] = {
    {"chr", chr, 1, 1, 0, NULL},
    {"ord", ord, 1, 1, 0, NULL},
    {"repr", repr, 1, 1, 0, NULL},
    {"ascii", ascii, 1, 1, 0, NULL},
    {"format", format, 1, 2, 0, NULL},
    {"print", textio_print, 0, -1, NF_KEYWORDS, NULL},
    {0},
};

/* (class, s): a str of that class. */
static Value str_of(VM *vm, Value *args, int n) {
    (void)n;
    return str_of_class(vm, AS(Class, args[0]), AS(Str, args[1]));
}

static const NativeDef core[] = {
    {"_str_of", str_of, 2, 2, 0, NULL},
    {0},
};

void text_setup(VM *vm) {
    Class *str = class_get(vm, T_STR), *bytes = class_get(vm, T_BYTES);
    str->construct = &str_construct_def;
    bytes->construct = &bytes_construct_def;
    const NativeDef *const of_str[] = {text_methods, text_case_methods, str_case_methods,
                                       str_translate_methods, str_methods};
    const NativeDef *const of_bytes[] = {text_methods, text_case_methods, bytes_methods,
                                         bytes_decode_methods};
    for (size_t i = 0; i < sizeof of_str / sizeof of_str[0]; i++) class_add_methods(vm, str, of_str[i]);
    for (size_t i = 0; i < sizeof of_bytes / sizeof of_bytes[0]; i++)
        class_add_methods(vm, bytes, of_bytes[i]);
    repr_setup(vm);
    textio_setup(vm);
    vm_add_builtins(vm, builtins);
    const NativeDef *const helpers[] = {core, repr_core, format_core, percent_core};
    for (size_t i = 0; i < sizeof helpers / sizeof helpers[0]; i++) vm_add_core(vm, helpers[i]);
}
