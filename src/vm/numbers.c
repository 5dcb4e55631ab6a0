/* The built-in functions on numbers, and the set-up of the classes of numbers. */
#include "vm/num.h"
#include "vm/vm_internal.h"

#include <math.h>

/* The special method of an object that is no plain number, where it is in C. */
static Tri special_in_c(VM *vm, Value v, Special sp, int n, const Value *args, Value *out) {
    Tri found = special_call(vm, v, sp, n, args, out);
    return found == YES && *out == V_NOT_IMPLEMENTED ? NO : found;
}

static bool is_plain_number(Value v) {
    return is_float(v) || is_int(v) || is_bool(v) || is_bigint(v);
}

/* --- abs, round ---------------------------------------------------------------------------------- */

static Value abs_function(VM *vm, Value *args, int n) {
    (void)n;
    Value v = args[0], out;
    if (is_float(v)) return from_float(fabs(as_float(v)));
    if (is_plain_number(v)) {
        v = num_plain(v);
        return int_sign(v) < 0 ? num_unary(vm, UN_NEG, v) : v;
    }
    switch (special_in_c(vm, v, SP_ABS, 0, NULL, &out)) {
    case YES: return out;
    case NEEDS_PYTHON: return vm_twin(vm, TWIN_ABS, 1, v);
    case FAILED: return V_ERROR;
    default: return vm_raise(vm, T_TYPE_ERROR, "bad operand type for abs(): '%s'", type_name(vm, v));
    }
}

static Value round_number(VM *vm, Value v, Value digits) {
    int64_t places;
    bool whole = digits == V_UNDEF || is_none(digits);
    if (is_float(v) && whole) return int_from_double(vm, nearbyint(as_float(v)));
    if (whole) return num_plain(v);
    if (int_is(digits)) {
        if (!is_float(v)) return int_round(vm, num_plain(v), num_plain(digits));
        int_clamped(digits, &places);
        return float_round(vm, as_float(v), places);
    }
    if (index_arg(vm, digits, true, &places) == NEEDS_PYTHON) return vm_twin(vm, TWIN_ROUND_TO, 2, v, digits);
    return V_ERROR;
}

static Value round_function(VM *vm, Value *args, int n) {
    (void)n;
    Value v = args[0], digits = args[1], out;
    if (is_plain_number(v)) return round_number(vm, v, digits);
    int given = digits == V_UNDEF || is_none(digits) ? 0 : 1;
    switch (special_in_c(vm, v, SP_ROUND, given, &digits, &out)) {
    case YES: return out;
    case NEEDS_PYTHON: return given ? vm_twin(vm, TWIN_ROUND, 2, v, digits) : vm_twin(vm, TWIN_ROUND, 1, v);
    case FAILED: return V_ERROR;
    default: return vm_raise(vm, T_TYPE_ERROR, "type %s doesn't define __round__ method", type_name(vm, v));
    }
}

/* --- divmod, pow --------------------------------------------------------------------------------- */

/* Whether a class of the program has its own word in an operation. The twin then asks both sides in
 * Python's order. */
static bool is_overridden(VM *vm, Value v, Special sp) {
    return is_obj(v) && !is_bigint(v) && special_is_python(vm, class_of(vm, v), sp);
}

static Value divmod_function(VM *vm, Value *args, int n) {
    (void)n;
    Value a = args[0], b = args[1], out;
    if (is_plain_number(a) && is_plain_number(b)) return num_divmod(vm, a, b);
    if (is_overridden(vm, a, SP_DIVMOD) || is_overridden(vm, b, SP_RDIVMOD)) {
        return vm_twin(vm, TWIN_DIVMOD, 2, a, b);
    }
    Tri found = special_in_c(vm, a, SP_DIVMOD, 1, &b, &out);
    if (found == NO) found = special_in_c(vm, b, SP_RDIVMOD, 1, &a, &out);
    if (found == YES) return out;
    return found == FAILED ? V_ERROR : binary_type_error(vm, "divmod()", a, b);
}

static Value pow_of_two(VM *vm, Value base, Value exponent) {
    if (is_overridden(vm, base, SP_POW) || is_overridden(vm, exponent, SP_RPOW)) {
        return vm_twin(vm, TWIN_POW, 3, base, exponent, V_NONE);
    }
    return obj_binary(vm, BIN_POW, base, exponent);
}

static Value pow_function(VM *vm, Value *args, int n) {
    (void)n;
    Value base = args[0], exponent = args[1], modulus = args[2] == V_UNDEF ? V_NONE : args[2];
    bool plain = is_plain_number(base) && is_plain_number(exponent);
    if (plain && (is_none(modulus) || is_plain_number(modulus))) return num_pow(vm, base, exponent, modulus);
    if (is_none(modulus)) return pow_of_two(vm, base, exponent);
    if (is_overridden(vm, base, SP_POW)) return vm_twin(vm, TWIN_POW, 3, base, exponent, modulus);
    Value rest[] = {exponent, modulus}, out = V_NOT_IMPLEMENTED;
    if (num_is(base) || float_is(exponent) || float_is(modulus)) {
        out = num_pow(vm, base, exponent, modulus);
    } else {
        Tri found = special_in_c(vm, base, SP_POW, 2, rest, &out);
        if (found == FAILED) return V_ERROR;
        if (found != YES) out = V_NOT_IMPLEMENTED;
    }
    if (out != V_NOT_IMPLEMENTED) return out;
    return vm_raise(vm, T_TYPE_ERROR, "unsupported operand type(s) for ** or pow(): '%s', '%s', '%s'",
                    type_name(vm, base), type_name(vm, exponent), type_name(vm, modulus));
}

/* --- bin, oct, hex --------------------------------------------------------------------------------- */

static Value in_base(VM *vm, Value v, int base, char letter, const char *name) {
    if (!int_is(v)) {
        int64_t unused;
        if (index_arg(vm, v, true, &unused) != NEEDS_PYTHON) return V_ERROR;
        return vm_twin(vm, TWIN_IN_BASE, 2, str_from(vm, name), v);
    }
    v = num_plain(v);
    Buf digits = {0}, text = {0};
    int_to_text(v, base, &digits);
    size_t sign = digits.data[0] == '-';
    buf_printf(&text, "%s0%c%.*s", sign ? "-" : "", letter, (int)(digits.len - sign), digits.data + sign);
    Value result = str_new(vm, text.data, text.len);
    buf_deinit(&digits);
    buf_deinit(&text);
    return result;
}

static Value bin_function(VM *vm, Value *args, int n) {
    (void)n;
    return in_base(vm, args[0], 2, 'b', "bin");
}

static Value oct_function(VM *vm, Value *args, int n) {
    (void)n;
    return in_base(vm, args[0], 8, 'o', "oct");
}

static Value hex_function(VM *vm, Value *args, int n) {
    (void)n;
    return in_base(vm, args[0], 16, 'x', "hex");
}

/* --- for the twins ----------------------------------------------------------------------------------- */

/* _box(cls, number): an instance of a subclass of int or float. */
static Value box(VM *vm, Value *args, int n) {
    (void)n;
    Class *cls = AS(Class, args[0]);
    if (cls == class_get(vm, T_INT) || cls == class_get(vm, T_FLOAT)) return num_plain(args[1]);
    Boxed *b = heap_new(vm, cls, KIND_BOXED, sizeof *b);
    b->inner = num_plain(args[1]);
    return from_obj(b);
}

/* _has_special(object, name): whether the class has the method, as the VM looks it up. */
static Value has_special(VM *vm, Value *args, int n) {
    (void)n;
    return from_bool(class_lookup(vm, class_of(vm, args[0]), AS(Str, args[1])) != V_UNDEF);
}

static const NativeDef functions[] = {
    {"abs", abs_function, 1, 1, 0, NULL},       {"round", round_function, 1, 2, 0, "number, ndigits"},
    {"divmod", divmod_function, 2, 2, 0, NULL}, {"pow", pow_function, 2, 3, 0, "base, exp, mod"},
    {"bin", bin_function, 1, 1, 0, NULL},       {"oct", oct_function, 1, 1, 0, NULL},
    {"hex", hex_function, 1, 1, 0, NULL},       {NULL, NULL, 0, 0, 0, NULL},
};

static const NativeDef core_functions[] = {
    {"_box", box, 2, 2, 0, NULL},
    {"_has_special", has_special, 2, 2, 0, NULL},
    {0},
};

void numbers_setup(VM *vm) {
    class_add_methods(vm, class_get(vm, T_INT), int_methods);
    class_add_methods(vm, class_get(vm, T_BOOL), bool_methods);
    class_add_methods(vm, class_get(vm, T_FLOAT), float_methods);
    class_get(vm, T_INT)->construct = &int_construct_def;
    class_get(vm, T_BOOL)->construct = &bool_construct_def;
    class_get(vm, T_FLOAT)->construct = &float_construct_def;
    vm_add_builtins(vm, functions);
    vm_add_core(vm, core_functions);
}
