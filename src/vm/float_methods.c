/* The class float: making one from other things, and its methods. */
#include "vm/format.h"
#include "vm/num.h"
#include "vm/vm_internal.h"

#include <math.h>

/* --- making ----------------------------------------------------------------------------------- */

static Value boxed(VM *vm, Class *cls, Value inner) {
    if (inner == V_ERROR || cls == class_get(vm, T_FLOAT)) return inner;
    Boxed *b = heap_new(vm, cls, KIND_BOXED, sizeof *b);
    b->inner = inner;
    return from_obj(b);
}

static Value not_a_number(VM *vm, Value text) {
    Buf repr = {0};
    Value r = V_ERROR;
    if (val_repr(vm, text, &repr) == YES) {
        r = vm_raise(vm, T_VALUE_ERROR, "could not convert string to float: %.*s", (int)repr.len, repr.data);
    }
    buf_deinit(&repr);
    return r;
}

static bool is_blank(char c) {
    return c == ' ' || (c >= 9 && c <= 13);
}

static Value from_text(VM *vm, Value text) {
    Buf ascii = {0};
    if (is_str(text)) num_ascii(AS(Str, text), &ascii);
    else buf_add(&ascii, AS(Bytes, text)->data, AS(Bytes, text)->len);
    size_t start = 0, end = ascii.len;
    while (start < end && is_blank(ascii.data[start])) start++;
    while (end > start && is_blank(ascii.data[end - 1])) end--;
    double d;
    bool ok = start < end && float_parse(ascii.data + start, end - start, &d);
    buf_deinit(&ascii);
    return ok ? from_float(d) : not_a_number(vm, text);
}

static bool asks_python(VM *vm, Value v) {
    if (!is_obj(v)) return false;
    Class *c = class_of(vm, v);
    if (c == class_get(vm, c->builtin) && c->builtin != T_OBJECT) return false;
    return special_is_python(vm, c, SP_FLOAT) || special_is_python(vm, c, SP_INDEX);
}

static Value float_construct(VM *vm, Value *args, int n) {
    (void)n;
    Class *cls = AS(Class, args[0]);
    Value v = args[1];
    if (v == V_UNDEF) return boxed(vm, cls, from_float(0.0));
    if (is_float(v)) return boxed(vm, cls, v);
    if (asks_python(vm, v)) return vm_twin(vm, TWIN_FLOAT_OF, 2, args[0], v);
    if (num_is(v)) {
        double d;
        return num_to_double(vm, v, &d) ? boxed(vm, cls, from_float(d)) : V_ERROR;
    }
    if (is_str(v) || is_kind(v, KIND_BYTES)) return boxed(vm, cls, from_text(vm, v));
    return vm_raise(vm, T_TYPE_ERROR, "float() argument must be a string or a real number, not '%s'",
                    type_name(vm, v));
}

static Value float_new(VM *vm, Value *args, int n) {
    if (!is_class(args[0])) {
        return vm_raise(vm, T_TYPE_ERROR, "float.__new__(X): X is not a type object (%s)",
                        type_name(vm, args[0]));
    }
    const Class *cls = AS(Class, args[0]);
    if (!class_derives(cls, class_get(vm, T_FLOAT))) {
        return vm_raise(vm, T_TYPE_ERROR, "float.__new__(%s): %s is not a subtype of float", class_name(cls),
                        class_name(cls));
    }
    return float_construct(vm, args, n);
}

const NativeDef float_construct_def = {"float", float_construct, 1, 2, 0, NULL};

/* --- methods ------------------------------------------------------------------------------------ */

static double self_of(const Value *args) {
    return as_float(num_plain(args[0]));
}

static Value float_self(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return num_plain(args[0]);
}

static Value float_zero(VM *vm, Value *args, int n) {
    (void)vm, (void)args, (void)n;
    return from_float(0.0);
}

static Value float_is_integer(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    double d = self_of(args);
    return from_bool(isfinite(d) && d == floor(d));
}

static Value float_hex(VM *vm, Value *args, int n) {
    (void)n;
    Buf text = {0};
    float_to_hex(self_of(args), &text);
    Value result = str_new(vm, text.data, text.len);
    buf_deinit(&text);
    return result;
}

static Value float_fromhex(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_str(args[1])) {
        return vm_raise(vm, T_TYPE_ERROR, "bad argument type for built-in operation");
    }
    Buf text = {0};
    str_to_utf8(AS(Str, args[1]), &text);
    Value v = float_from_hex(vm, text.data, text.len);
    buf_deinit(&text);
    if (v == V_ERROR || AS(Class, args[0]) == class_get(vm, T_FLOAT)) return v;
    return vm_tail(vm, args[0], 1, &v);
}

static Value float_as_integer_ratio(VM *vm, Value *args, int n) {
    (void)n;
    return float_ratio(vm, self_of(args));
}

static Value float_int(VM *vm, Value *args, int n) {
    (void)n;
    return int_from_double(vm, self_of(args));
}

static Value float_floor(VM *vm, Value *args, int n) {
    (void)n;
    return int_from_double(vm, floor(self_of(args)));
}

static Value float_ceil(VM *vm, Value *args, int n) {
    (void)n;
    return int_from_double(vm, ceil(self_of(args)));
}

static Value float_round_method(VM *vm, Value *args, int n) {
    (void)n;
    int64_t digits;
    if (args[1] == V_UNDEF || is_none(args[1])) return int_from_double(vm, nearbyint(self_of(args)));
    Tri ok = index_arg(vm, args[1], true, &digits);
    if (ok == NEEDS_PYTHON) return vm_twin(vm, TWIN_ROUND_TO, 2, num_plain(args[0]), args[1]);
    return ok == YES ? float_round(vm, self_of(args), digits) : V_ERROR;
}

static Value float_abs(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return from_float(fabs(self_of(args)));
}

static Value float_neg(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return from_float(-self_of(args));
}

static Value float_bool(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return from_bool(self_of(args) != 0);
}

static Value float_hash_method(VM *vm, Value *args, int n) {
    (void)n;
    return int_from_i64(vm, (int64_t)float_hash(self_of(args)));
}

static Value float_repr_method(VM *vm, Value *args, int n) {
    (void)n;
    Buf text = {0};
    float_repr(self_of(args), &text);
    Value result = str_new(vm, text.data, text.len);
    buf_deinit(&text);
    return result;
}

static Value float_format(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_str(args[1])) {
        return vm_raise(vm, T_TYPE_ERROR, "__format__() argument must be str, not %s",
                        type_name(vm, args[1]));
    }
    return format_float(vm, args[0], AS(Str, args[1]));
}

static Value float_getformat(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_str(args[1])) {
        return vm_raise(vm, T_TYPE_ERROR, "__getformat__() argument must be str, not %s",
                        type_name(vm, args[1]));
    }
    if (str_is(AS(Str, args[1]), "double") || str_is(AS(Str, args[1]), "float")) {
        return str_from(vm, "IEEE, little-endian");
    }
    return vm_raise(vm, T_VALUE_ERROR, "__getformat__() argument 1 must be 'double' or 'float'");
}

static Value float_getnewargs(VM *vm, Value *args, int n) {
    (void)n;
    Value v = num_plain(args[0]);
    return tuple_from(vm, &v, 1);
}

static Value float_divmod_method(VM *vm, Value *args, int n) {
    (void)n;
    return num_divmod(vm, args[0], args[1]);
}

static Value float_rdivmod(VM *vm, Value *args, int n) {
    (void)n;
    return num_divmod(vm, args[1], args[0]);
}

static Value float_pow(VM *vm, Value *args, int n) {
    (void)n;
    return num_pow(vm, num_plain(args[0]), args[1], args[2] == V_UNDEF ? V_NONE : args[2]);
}

static Value float_rpow(VM *vm, Value *args, int n) {
    (void)n;
    return num_pow(vm, args[1], num_plain(args[0]), args[2] == V_UNDEF ? V_NONE : args[2]);
}

static Value compare_slot(CompareOp op, Value left, Value right) {
    return num_is(right) ? from_bool(num_compare(op, left, right)) : V_NOT_IMPLEMENTED;
}

#define NUM_SLOT(name, op)                                  \
    static Value slot_##name(VM *vm, Value *args, int n) {  \
        (void)n;                                            \
        return num_binary(vm, BIN_##op, args[0], args[1]);  \
    }                                                       \
    static Value slot_r##name(VM *vm, Value *args, int n) { \
        (void)n;                                            \
        return num_binary(vm, BIN_##op, args[1], args[0]);  \
    }
#define INT_SLOT(name, op)
#include "vm/num_slots.def"
#define COMPARISON(name, op)                               \
    static Value slot_##name(VM *vm, Value *args, int n) { \
        (void)vm, (void)n;                                 \
        return compare_slot(CMP_##op, args[0], args[1]);   \
    }
#include "vm/comparisons.def"
#undef NUM_SLOT
#undef INT_SLOT

#define SLOT (NF_SELF | NF_SLOT)

const NativeDef float_methods[] = {
#define NUM_SLOT(name, op) \
    {"__" #name "__", slot_##name, 2, 2, SLOT, NULL}, {"__r" #name "__", slot_r##name, 2, 2, SLOT, NULL},
#define INT_SLOT(name, op)
#include "vm/num_slots.def"
#define COMPARISON(name, op) {"__" #name "__", slot_##name, 2, 2, SLOT, NULL},
#include "vm/comparisons.def"
#undef NUM_SLOT
#undef INT_SLOT
    {"__pow__", float_pow, 2, 3, SLOT, NULL},
    {"__rpow__", float_rpow, 2, 3, SLOT, NULL},
    {"__divmod__", float_divmod_method, 2, 2, SLOT, NULL},
    {"__rdivmod__", float_rdivmod, 2, 2, SLOT, NULL},
    {"__neg__", float_neg, 1, 1, SLOT, NULL},
    {"__pos__", float_self, 1, 1, SLOT, NULL},
    {"__abs__", float_abs, 1, 1, SLOT, NULL},
    {"__bool__", float_bool, 1, 1, SLOT, NULL},
    {"__hash__", float_hash_method, 1, 1, SLOT, NULL},
    {"__repr__", float_repr_method, 1, 1, SLOT, NULL},
    {"__int__", float_int, 1, 1, SLOT, NULL},
    {"__float__", float_self, 1, 1, SLOT, NULL},
    {"__new__", float_new, 1, 2, NF_STATIC, NULL},
    {"__format__", float_format, 2, 2, NF_SELF, NULL},
    {"__round__", float_round_method, 1, 2, NF_SELF, NULL},
    {"__trunc__", float_int, 1, 1, NF_SELF, NULL},
    {"__floor__", float_floor, 1, 1, NF_SELF, NULL},
    {"__ceil__", float_ceil, 1, 1, NF_SELF, NULL},
    {"__getformat__", float_getformat, 2, 2, NF_CLASS, NULL},
    {"__getnewargs__", float_getnewargs, 1, 1, NF_SELF, NULL},
    {"is_integer", float_is_integer, 1, 1, NF_SELF, NULL},
    {"hex", float_hex, 1, 1, NF_SELF, NULL},
    {"fromhex", float_fromhex, 2, 2, NF_CLASS, NULL},
    {"as_integer_ratio", float_as_integer_ratio, 1, 1, NF_SELF, NULL},
    {"conjugate", float_self, 1, 1, NF_SELF, NULL},
    {"real", float_self, 1, 1, NF_SELF | NF_GETTER, NULL},
    {"imag", float_zero, 1, 1, NF_SELF | NF_GETTER, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};
