/* Operators on what C knows: numbers, texts, containers, and the classes of modules in C. The
 * interpreter asks here after its own fast paths and after the classes of the program. */
#include "vm/num.h"
#include "vm/num_fast.h"
#include "vm/vm_internal.h"

static const char *const binary_signs[BIN_COUNT] = {
    [BIN_ADD] = "+", [BIN_SUB] = "-",           [BIN_MUL] = "*",     [BIN_DIV] = "/", [BIN_FLOORDIV] = "//",
    [BIN_MOD] = "%", [BIN_POW] = "** or pow()", [BIN_MATMUL] = "@",  [BIN_AND] = "&", [BIN_OR] = "|",
    [BIN_XOR] = "^", [BIN_LSHIFT] = "<<",       [BIN_RSHIFT] = ">>",
};

static const char *const inplace_signs[BIN_COUNT] = {
    [BIN_ADD] = "+=", [BIN_SUB] = "-=",     [BIN_MUL] = "*=",     [BIN_DIV] = "/=", [BIN_FLOORDIV] = "//=",
    [BIN_MOD] = "%=", [BIN_POW] = "**=",    [BIN_MATMUL] = "@=",  [BIN_AND] = "&=", [BIN_OR] = "|=",
    [BIN_XOR] = "^=", [BIN_LSHIFT] = "<<=", [BIN_RSHIFT] = ">>=",
};

/* --- what the operands are ----------------------------------------------------------------- */

static bool is_text(Value v) {
    return is_kind(v, KIND_STR) || is_kind(v, KIND_BYTES);
}

/* What + joins and * repeats. */
static bool is_sequence(Value v) {
    return is_text(v) || is_list(v) || is_tuple(v);
}

/* Whether the operators of `v` are the built-in ones of its kind. Classes of programs and of
 * modules in C may have others. */
static bool is_plain(VM *vm, Value v) {
    if (!is_obj(v)) return true;
    const Obj *o = as_obj(v);
    switch ((Kind)o->kind) {
    case KIND_BIGINT: return true;
    case KIND_STR:
    case KIND_BYTES:
    case KIND_LIST:
    case KIND_TUPLE:
    case KIND_DICT:
    case KIND_SET:
    case KIND_DICT_VIEW:
    case KIND_RANGE:
    case KIND_BOXED: return o->cls == class_get(vm, o->cls->builtin);
    default: return false;
    }
}

/* --- errors --------------------------------------------------------------------------------- */

Value binary_type_error(VM *vm, const char *sign, Value a, Value b) {
    return vm_raise(vm, T_TYPE_ERROR, "unsupported operand type(s) for %s: '%s' and '%s'", sign,
                    type_name(vm, a), type_name(vm, b));
}

/* What CPython takes for half a sequence: x *= "ab" does not ask the right side then. */
static bool is_container(Value v) {
    return is_dict(v) || is_kind(v, KIND_SET) || is_kind(v, KIND_RANGE) || is_kind(v, KIND_DICT_VIEW) ||
           is_kind(v, KIND_INSTANCE) || is_kind(v, KIND_RECORD);
}

static bool is_print(Value v) {
    return is_kind(v, KIND_NATIVE) && strcmp(AS(Native, v)->def->name, "print") == 0;
}

static Value concat_error(VM *vm, Value a, Value b) {
    if (is_kind(a, KIND_BYTES)) {
        return vm_raise(vm, T_TYPE_ERROR, "can't concat %s to %s", type_name(vm, b), type_name(vm, a));
    }
    const char *name = is_str(a) ? "str" : is_list(a) ? "list" : "tuple";
    return vm_raise(vm, T_TYPE_ERROR, "can only concatenate %s (not \"%s\") to %s", name, type_name(vm, b),
                    name);
}

static Value repeat_error(VM *vm, Value a, Value b, Value count) {
    if (is_obj(count) && special_is_python(vm, class_of(vm, count), SP_INDEX)) {
        return vm_twin(vm, TWIN_REPEAT, 2, a, b);
    }
    return vm_raise(vm, T_TYPE_ERROR, "can't multiply sequence by non-int of type '%s'",
                    type_name(vm, count));
}

/* Nobody took the operation on: the words depend on what stands left. */
static Value refuse(VM *vm, BinaryOp op, const char *sign, Value a, Value b) {
    if (op == BIN_ADD && is_sequence(a)) return concat_error(vm, a, b);
    if (op == BIN_MUL && is_sequence(a)) return repeat_error(vm, a, b, b);
    bool in_place = sign != binary_signs[op];
    if (op == BIN_MUL && is_sequence(b) && !(in_place && is_container(a))) return repeat_error(vm, a, b, a);
    if (op == BIN_RSHIFT && !in_place && is_print(a)) {
        return vm_raise(vm, T_TYPE_ERROR,
                        "unsupported operand type(s) for %s: '%s' and '%s'. "
                        "Did you mean \"print(<message>, file=<output_stream>)\"?",
                        sign, type_name(vm, a), type_name(vm, b));
    }
    return binary_type_error(vm, sign, a, b);
}

/* --- binary ---------------------------------------------------------------------------------- */

/* An int that no sequence can be repeated by, be it below 0. */
static bool is_endless(Value count) {
    int64_t unused;
    return int_is(count) && !int_fits_i64(num_plain(count), &unused);
}

static Value by_kind(VM *vm, BinaryOp op, Value a, Value b) {
    if (num_is(a) && num_is(b)) return num_binary(vm, op, a, b);
    if (op == BIN_MUL && ((is_sequence(a) && is_endless(b)) || (is_sequence(b) && is_endless(a)))) {
        return vm_raise(vm, T_OVERFLOW_ERROR, "cannot fit '%s' into an index-sized integer",
                        type_name(vm, is_sequence(a) ? b : a));
    }
    Value r = V_NOT_IMPLEMENTED;
    if (is_text(a) || is_text(b)) r = str_binary(vm, op, a, b);
    return r == V_NOT_IMPLEMENTED ? seq_binary(vm, op, a, b) : r;
}

/* One operand's own method, if it is in C: the interpreter has tried those in Python.
 * V_NOT_IMPLEMENTED if there is none or it does not want to. */
static Value by_method(VM *vm, Value self, Special sp, Value other) {
    Value out = V_NOT_IMPLEMENTED;
    Tri found = special_call(vm, self, sp, 1, &other, &out);
    if (found == FAILED) return V_ERROR;
    return found == YES ? out : V_NOT_IMPLEMENTED;
}

/* Whether the operator of `v` is that of its layout: a subclass that inherits it changes nothing. */
static bool goes_by_kind(VM *vm, Value v, Special sp) {
    if (is_plain(vm, v)) return true;
    const Class *c = class_of(vm, v);
    Value f = class_special(vm, class_of(vm, v), sp);
    return is_kind(f, KIND_NATIVE) && AS(Native, f)->owner == class_get(vm, c->builtin) && is_sequence(v);
}

/* At least one operand is of a class that may have methods. The right one's come first where
 * its class derives from the left one's. */
static Value by_methods(VM *vm, BinaryOp op, Value a, Value b) {
    Special plain = (Special)(SP_ADD + op), reflected = (Special)(SP_RADD + op);
    const Class *left = class_of(vm, a), *right = class_of(vm, b);
    bool right_first = left != right && class_derives(right, left);
    Value out = V_NOT_IMPLEMENTED;
    for (int turn = 0; turn < 2 && out == V_NOT_IMPLEMENTED; turn++) {
        bool is_right = (turn == 1) != right_first;
        if (!is_right) out = goes_by_kind(vm, a, plain) ? by_kind(vm, op, a, b) : by_method(vm, a, plain, b);
        else if (left != right)
            out = goes_by_kind(vm, b, reflected) ? by_kind(vm, op, a, b) : by_method(vm, b, reflected, a);
    }
    return out;
}

static Value binary(VM *vm, BinaryOp op, const char *sign, Value a, Value b) {
    bool plain = is_plain(vm, a) && is_plain(vm, b);
    Value r = plain ? by_kind(vm, op, a, b) : by_methods(vm, op, a, b);
    return r == V_NOT_IMPLEMENTED ? refuse(vm, op, sign, a, b) : r;
}

/* The common case in few steps: ints of any size, or floats with small ints. */
static Value on_numbers(VM *vm, BinaryOp op, Value a, Value b) {
    if ((is_int(a) || is_bigint(a)) && (is_int(b) || is_bigint(b))) return int_binary(vm, op, a, b);
    if (!is_fast_number(a) || !is_fast_number(b)) return V_NOT_IMPLEMENTED;
    return float_binary(vm, op, fast_double(a), fast_double(b));
}

Value obj_binary(VM *vm, BinaryOp op, Value a, Value b) {
    Value r = on_numbers(vm, op, a, b);
    if (r != V_NOT_IMPLEMENTED) return r;
    return binary(vm, op, binary_signs[op], a, b);
}

Value obj_inplace(VM *vm, BinaryOp op, Value a, Value b) {
    Value number = on_numbers(vm, op, a, b);
    if (number != V_NOT_IMPLEMENTED) return number;
    /* CPython takes an instance of a class for half a sequence, and asks the right side no more. */
    if (op == BIN_MUL && is_kind(a, KIND_BOXED) && is_sequence(b)) {
        return binary_type_error(vm, inplace_signs[op], a, b);
    }
    if (is_obj(a) && !is_kind(a, KIND_STR)) {
        Value r = is_plain(vm, a) ? seq_inplace(vm, op, a, b) : by_method(vm, a, (Special)(SP_IADD + op), b);
        if (r != V_NOT_IMPLEMENTED) return r;
    }
    return binary(vm, op, inplace_signs[op], a, b);
}

/* --- unary ----------------------------------------------------------------------------------- */

static Value not_of(VM *vm, Value a) {
    Tri truth = val_truth(vm, a);
    if (truth == NEEDS_PYTHON) return vm_twin(vm, TWIN_NOT, 1, a);
    return truth == FAILED ? V_ERROR : from_bool(truth == NO);
}

Value obj_unary(VM *vm, UnaryOp op, Value a) {
    static const Special specials[] = {
        [UN_NEG] = SP_NEG,
        [UN_POS] = SP_POS,
        [UN_INVERT] = SP_INVERT,
    };
    static const char signs[] = {[UN_NEG] = '-', [UN_POS] = '+', [UN_INVERT] = '~'};
    if (op == UN_NOT) return not_of(vm, a);
    Value r = V_NOT_IMPLEMENTED;
    if (is_plain(vm, a)) {
        r = num_unary(vm, op, a);
    } else {
        Tri found = special_call(vm, a, specials[op], 0, NULL, &r);
        if (found == FAILED) return V_ERROR;
        if (found != YES) r = V_NOT_IMPLEMENTED;
    }
    if (r != V_NOT_IMPLEMENTED) return r;
    return vm_raise(vm, T_TYPE_ERROR, "bad operand type for unary %c: '%s'", signs[op], type_name(vm, a));
}
