/* The classes int and bool: making them from other things, and their methods. */
#include "base/utf8.h"
#include "vm/format.h"
#include "vm/num.h"
#include "vm/vm_internal.h"

enum { BASE_LEAST = 2, BASE_MOST = 36 };

/* --- making ---------------------------------------------------------------------------------- */

static Value boxed(VM *vm, Class *cls, Value inner) {
    if (inner == V_ERROR || inner == V_TAIL || cls == class_get(vm, T_INT)) return inner;
    Boxed *b = heap_new(vm, cls, KIND_BOXED, sizeof *b);
    b->inner = inner;
    return from_obj(b);
}

static Value invalid_literal(VM *vm, Value text, int base) {
    Buf repr = {0};
    Value r = V_ERROR;
    if (val_repr(vm, text, &repr) == YES) {
        /* CPython shows 200 characters of it. */
        const char *p = repr.data, *end = repr.data + repr.len;
        for (int i = 0; i < 200 && p < end; i++) utf8_next(&p, end);
        r = vm_raise(vm, T_VALUE_ERROR, "invalid literal for int() with base %d: %.*s", base,
                     (int)(p - repr.data), repr.data);
    }
    buf_deinit(&repr);
    return r;
}

static bool is_blank(unsigned char c) {
    return c == ' ' || (c >= 9 && c <= 13);
}

static void strip_bytes(const Bytes *b, Buf *out) {
    const unsigned char *p = b->data, *end = p + b->len;
    while (p < end && is_blank(*p)) p++;
    while (end > p && is_blank(end[-1])) end--;
    buf_add(out, p, (size_t)(end - p));
}

static Value from_text(VM *vm, Value text, int base) {
    Buf ascii = {0};
    if (is_str(text)) num_ascii(AS(Str, text), &ascii);
    else strip_bytes(AS(Bytes, text), &ascii);
    Value v = int_from_text(vm, ascii.data, ascii.len, base);
    buf_deinit(&ascii);
    return v == V_UNDEF ? invalid_literal(vm, text, base) : v;
}

static Value with_base(VM *vm, Class *cls, Value text, Value base) {
    int64_t n;
    if (text == V_UNDEF) return vm_raise(vm, T_TYPE_ERROR, "int() missing string argument");
    Tri ok = index_arg(vm, base, true, &n);
    if (ok == NEEDS_PYTHON) return vm_twin(vm, TWIN_INT_BASE, 3, from_obj(cls), text, base);
    if (ok != YES) return V_ERROR;
    if (n != 0 && (n < BASE_LEAST || n > BASE_MOST)) {
        return vm_raise(vm, T_VALUE_ERROR, "int() base must be >= 2 and <= 36, or 0");
    }
    if (!is_str(text) && !is_kind(text, KIND_BYTES)) {
        return vm_raise(vm, T_TYPE_ERROR, "int() can't convert non-string with explicit base");
    }
    return boxed(vm, cls, from_text(vm, text, (int)n));
}

/* Whether the class answers int() in Python: then the twin asks it. */
static bool asks_python(VM *vm, Value v) {
    if (!is_obj(v)) return false;
    Class *c = class_of(vm, v);
    if (c == class_get(vm, c->builtin) && c->builtin != T_OBJECT) return false;
    return special_is_python(vm, c, SP_INT) || special_is_python(vm, c, SP_INDEX) ||
           special_is_python(vm, c, SP_TRUNC);
}

static Value int_construct(VM *vm, Value *args, int n) {
    (void)n;
    Class *cls = AS(Class, args[0]);
    Value v = args[1], base = args[2];
    if (base != V_UNDEF) return with_base(vm, cls, v, base);
    if (v == V_UNDEF) return boxed(vm, cls, from_small(0));
    if (asks_python(vm, v)) return vm_twin(vm, TWIN_INT_OF, 2, args[0], v);
    if (int_is(v)) return boxed(vm, cls, num_plain(v));
    if (float_is(v)) return boxed(vm, cls, int_from_double(vm, as_float(num_plain(v))));
    if (is_str(v) || is_kind(v, KIND_BYTES)) return boxed(vm, cls, from_text(vm, v, 10));
    return vm_raise(vm, T_TYPE_ERROR,
                    "int() argument must be a string, a bytes-like object or a real number, not '%s'",
                    type_name(vm, v));
}

static Value int_new(VM *vm, Value *args, int n) {
    if (!is_class(args[0])) {
        return vm_raise(vm, T_TYPE_ERROR, "int.__new__(X): X is not a type object (%s)",
                        type_name(vm, args[0]));
    }
    const Class *cls = AS(Class, args[0]);
    if (!class_derives(cls, class_get(vm, T_INT))) {
        return vm_raise(vm, T_TYPE_ERROR, "int.__new__(%s): %s is not a subtype of int", class_name(cls),
                        class_name(cls));
    }
    return int_construct(vm, args, n);
}

static Value bool_construct(VM *vm, Value *args, int n) {
    (void)n;
    if (args[1] == V_UNDEF) return V_FALSE;
    Tri truth = val_truth(vm, args[1]);
    if (truth == NEEDS_PYTHON) return vm_twin(vm, TWIN_TRUTH, 1, args[1]);
    return truth == FAILED ? V_ERROR : from_bool(truth == YES);
}

static Value bool_new(VM *vm, Value *args, int n) {
    if (!is_class(args[0])) {
        return vm_raise(vm, T_TYPE_ERROR, "bool.__new__(X): X is not a type object (%s)",
                        type_name(vm, args[0]));
    }
    const Class *cls = AS(Class, args[0]);
    if (cls != class_get(vm, T_BOOL)) {
        return vm_raise(vm, T_TYPE_ERROR, "bool.__new__(%s): %s is not a subtype of bool", class_name(cls),
                        class_name(cls));
    }
    return bool_construct(vm, args, n);
}

const NativeDef int_construct_def = {"int", int_construct, 1, 3, 0, "cls, x, /, base"};
const NativeDef bool_construct_def = {"bool", bool_construct, 1, 2, 0, NULL};

/* --- bytes ------------------------------------------------------------------------------------ */

/* "big" or "little"; FAILED if it is neither. */
static Tri is_little(VM *vm, const char *function, Value order) {
    if (order == V_UNDEF) return NO;
    if (!is_str(order)) {
        vm_raise(vm, T_TYPE_ERROR, "%s() argument 'byteorder' must be str, not %s", function,
                 type_name(vm, order));
        return FAILED;
    }
    if (str_is(AS(Str, order), "little")) return YES;
    if (str_is(AS(Str, order), "big")) return NO;
    vm_raise(vm, T_VALUE_ERROR, "byteorder must be either 'little' or 'big'");
    return FAILED;
}

static void reverse(unsigned char *bytes, size_t n) {
    for (size_t i = 0; i < n / 2; i++) {
        unsigned char swapped = bytes[i];
        bytes[i] = bytes[n - 1 - i];
        bytes[n - 1 - i] = swapped;
    }
}

static void negate_bytes(unsigned char *little, size_t n) {
    unsigned carry = 1;
    for (size_t i = 0; i < n; i++) {
        carry += (unsigned char)~little[i];
        little[i] = (unsigned char)carry;
        carry >>= 8;
    }
}

/* Whether the int can be told in so many bytes. */
static bool fits_bytes(Value v, size_t length, bool is_signed) {
    size_t bits = int_bits(v);
    if (!is_signed) return bits <= length * 8;
    if (v == from_small(0) || (v == from_small(-1) && length == 0)) return true; /* as CPython */
    if (int_sign(v) > 0) return bits < length * 8;
    /* -2**(8n-1) alone has all the bits. */
    IntView room;
    bool power = mpz_scan1(int_view(v, &room), 0) == bits - 1;
    return bits < length * 8 || (bits == length * 8 && power);
}

static Value write_bytes(VM *vm, Value v, size_t length, bool little) {
    IntView room;
    size_t count;
    unsigned char *bytes = mem_zalloc(length + 1);
    mpz_export(bytes, &count, -1, 1, 0, 0, int_view(v, &room));
    if (int_sign(v) < 0) negate_bytes(bytes, length);
    if (!little) reverse(bytes, length);
    Value result = bytes_new(vm, bytes, length);
    mem_free(bytes);
    return result;
}

static Tri flag_arg(VM *vm, Value v) {
    return v == V_UNDEF ? NO : val_truth(vm, v);
}

static Value int_to_bytes(VM *vm, Value *args, int n) {
    (void)n;
    int64_t length = 1;
    Value v = num_plain(args[0]);
    if (args[1] != V_UNDEF) {
        Tri ok = index_arg(vm, args[1], false, &length);
        if (ok == NEEDS_PYTHON) {
            Value order = args[2] == V_UNDEF ? str_from(vm, "big") : args[2];
            Value is_signed = args[3] == V_UNDEF ? V_FALSE : args[3];
            return vm_twin(vm, TWIN_TO_BYTES, 4, args[0], args[1], order, is_signed);
        }
        if (ok != YES) return V_ERROR;
    }
    Tri little = is_little(vm, "to_bytes", args[2]);
    Tri is_signed = flag_arg(vm, args[3]);
    if (little == FAILED || is_signed == FAILED) return V_ERROR;
    if (length < 0) return vm_raise(vm, T_VALUE_ERROR, "length argument must be non-negative");
    if (int_sign(v) < 0 && !is_signed) {
        return vm_raise(vm, T_OVERFLOW_ERROR, "can't convert negative int to unsigned");
    }
    if (!fits_bytes(v, (size_t)length, is_signed != NO)) {
        return vm_raise(vm, T_OVERFLOW_ERROR, "int too big to convert");
    }
    if (!heap_can_hold(vm, (size_t)length * 2)) return V_ERROR;
    return write_bytes(vm, v, (size_t)length, little == YES);
}

static Value read_bytes(VM *vm, const Bytes *b, bool little, bool is_signed) {
    BigInt *result = int_big(vm);
    bool negative = is_signed && b->len && (b->data[little ? b->len - 1 : 0] & 0x80);
    mpz_import(result->z, b->len, little ? -1 : 1, 1, 0, 0, b->data);
    if (negative) {
        BigInt *range = int_big(vm);
        mpz_setbit(range->z, (mp_bitcnt_t)b->len * 8);
        mpz_sub(result->z, result->z, range->z);
        int_settle(vm, range);
    }
    return int_settle(vm, result);
}

/* The bytes of a list of ints. */
static Value pack_bytes(VM *vm, Value items) {
    const Value *from = is_list(items) ? AS(List, items)->items : AS(Tuple, items)->items;
    uint32_t n = is_list(items) ? AS(List, items)->len : AS(Tuple, items)->len;
    Buf bytes = {0};
    for (uint32_t i = 0; i < n; i++) {
        int64_t b;
        if (index_arg(vm, from[i], true, &b) != YES) return buf_deinit(&bytes), V_ERROR;
        if (b < 0 || b > 255) {
            buf_deinit(&bytes);
            return vm_raise(vm, T_VALUE_ERROR, "bytes must be in range(0, 256)");
        }
        buf_addc(&bytes, (char)b);
    }
    Value result = bytes_new(vm, bytes.data, bytes.len);
    buf_deinit(&bytes);
    return result;
}

/* A generator, or an object of the program that can be walked or made bytes. */
static bool makes_bytes(VM *vm, Value v) {
    Class *c = class_of(vm, v);
    return class_special(vm, c, SP_ITER) != V_UNDEF || class_special(vm, c, SP_BYTES) != V_UNDEF;
}

static Value int_from_bytes(VM *vm, Value *args, int n) {
    (void)n;
    Value source = args[1];
    Tri little = is_little(vm, "from_bytes", args[2]);
    Tri is_signed = flag_arg(vm, args[3]);
    if (little == FAILED || is_signed == FAILED) return V_ERROR;
    if (!is_kind(source, KIND_BYTES)) {
        if (is_obj(source) && !is_str(source) && !iter_is_native(vm, source) && makes_bytes(vm, source)) {
            Value order = from_bool(little == YES);
            return vm_twin(vm, TWIN_FROM_BYTES, 4, args[0], source, order, from_bool(is_signed != NO));
        }
        if (is_str(source) || !iter_is_native(vm, source)) {
            return vm_raise(vm, T_TYPE_ERROR, "cannot convert '%s' object to bytes", type_name(vm, source));
        }
        source = iter_to_list(vm, source);
        if (source != V_ERROR) source = pack_bytes(vm, source);
        if (source == V_ERROR) return V_ERROR;
    }
    Value v = read_bytes(vm, AS(Bytes, source), little == YES, is_signed != NO);
    return AS(Class, args[0]) == class_get(vm, T_INT) ? v : vm_tail(vm, args[0], 1, &v);
}

/* --- methods ------------------------------------------------------------------------------------ */

static Value int_bit_length(VM *vm, Value *args, int n) {
    (void)n;
    return int_from_u64(vm, int_bits(num_plain(args[0])));
}

static Value int_bit_count(VM *vm, Value *args, int n) {
    (void)n;
    IntView room;
    Value v = num_plain(args[0]);
    mpz_srcptr z = int_view(v, &room);
    size_t limbs = mpz_size(z);
    return int_from_u64(vm, limbs ? mpn_popcount(mpz_limbs_read(z), (mp_size_t)limbs) : 0);
}

static Value int_self(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return num_plain(args[0]);
}

static Value int_zero(VM *vm, Value *args, int n) {
    (void)vm, (void)args, (void)n;
    return from_small(0);
}

static Value int_one(VM *vm, Value *args, int n) {
    (void)vm, (void)args, (void)n;
    return from_small(1);
}

static Value int_as_integer_ratio(VM *vm, Value *args, int n) {
    (void)n;
    Value pair[] = {num_plain(args[0]), from_small(1)};
    return tuple_from(vm, pair, 2);
}

static Value int_float(VM *vm, Value *args, int n) {
    (void)n;
    double d;
    return num_to_double(vm, args[0], &d) ? from_float(d) : V_ERROR;
}

static Value int_abs(VM *vm, Value *args, int n) {
    (void)n;
    Value v = num_plain(args[0]);
    return int_sign(v) < 0 ? num_unary(vm, UN_NEG, v) : v;
}

static Value int_neg(VM *vm, Value *args, int n) {
    (void)n;
    return num_unary(vm, UN_NEG, args[0]);
}

static Value int_invert(VM *vm, Value *args, int n) {
    (void)n;
    return num_unary(vm, UN_INVERT, args[0]);
}

static Value int_bool(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return from_bool(num_truth(args[0]));
}

static Value int_hash_method(VM *vm, Value *args, int n) {
    (void)n;
    return int_from_i64(vm, (int64_t)num_hash(args[0]));
}

static Value int_repr(VM *vm, Value *args, int n) {
    (void)n;
    Buf text = {0};
    bool ok = int_to_decimal(vm, num_plain(args[0]), &text);
    Value result = ok ? str_new(vm, text.data, text.len) : V_ERROR;
    buf_deinit(&text);
    return result;
}

static Value bool_repr(VM *vm, Value *args, int n) {
    (void)n;
    return str_from(vm, args[0] == V_TRUE ? "True" : "False");
}

static Value int_format(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_str(args[1])) {
        return vm_raise(vm, T_TYPE_ERROR, "__format__() argument must be str, not %s",
                        type_name(vm, args[1]));
    }
    return format_int(vm, args[0], AS(Str, args[1]));
}

static Value int_round_method(VM *vm, Value *args, int n) {
    (void)n;
    Value v = num_plain(args[0]);
    if (args[1] == V_UNDEF) return v;
    if (int_is(args[1])) return int_round(vm, v, num_plain(args[1]));
    int64_t digits;
    if (index_arg(vm, args[1], true, &digits) == NEEDS_PYTHON) {
        return vm_twin(vm, TWIN_ROUND_TO, 2, v, args[1]);
    }
    return V_ERROR;
}

static Value int_getnewargs(VM *vm, Value *args, int n) {
    (void)n;
    Value v = num_plain(args[0]);
    return tuple_from(vm, &v, 1);
}

static Value int_divmod_method(VM *vm, Value *args, int n) {
    (void)n;
    return int_is(args[1]) ? num_divmod(vm, args[0], args[1]) : V_NOT_IMPLEMENTED;
}

static Value int_rdivmod(VM *vm, Value *args, int n) {
    (void)n;
    return int_is(args[1]) ? num_divmod(vm, args[1], args[0]) : V_NOT_IMPLEMENTED;
}

static Value int_pow(VM *vm, Value *args, int n) {
    (void)n;
    Value modulus = args[2] == V_UNDEF ? V_NONE : args[2];
    if (!int_is(args[1]) || !(int_is(modulus) || is_none(modulus))) return V_NOT_IMPLEMENTED;
    return num_pow(vm, num_plain(args[0]), args[1], modulus);
}

static Value int_rpow(VM *vm, Value *args, int n) {
    (void)n;
    Value modulus = args[2] == V_UNDEF ? V_NONE : args[2];
    if (!int_is(args[1]) || !(int_is(modulus) || is_none(modulus))) return V_NOT_IMPLEMENTED;
    return num_pow(vm, args[1], num_plain(args[0]), modulus);
}

static Value binary_slot(VM *vm, BinaryOp op, Value left, Value right, Value other) {
    if (!int_is(other)) return V_NOT_IMPLEMENTED;
    return int_binary(vm, op, num_plain(left), num_plain(right));
}

static Value compare_slot(CompareOp op, Value left, Value right) {
    return int_is(right) ? from_bool(num_compare(op, left, right)) : V_NOT_IMPLEMENTED;
}

#define NUM_SLOT(name, op)                                           \
    static Value slot_##name(VM *vm, Value *args, int n) {           \
        (void)n;                                                     \
        return binary_slot(vm, BIN_##op, args[0], args[1], args[1]); \
    }                                                                \
    static Value slot_r##name(VM *vm, Value *args, int n) {          \
        (void)n;                                                     \
        return binary_slot(vm, BIN_##op, args[1], args[0], args[1]); \
    }
#define INT_SLOT(name, op) NUM_SLOT(name, op)
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

const NativeDef int_methods[] = {
#define NUM_SLOT(name, op) \
    {"__" #name "__", slot_##name, 2, 2, SLOT, NULL}, {"__r" #name "__", slot_r##name, 2, 2, SLOT, NULL},
#define INT_SLOT(name, op) NUM_SLOT(name, op)
#include "vm/num_slots.def"
#define COMPARISON(name, op) {"__" #name "__", slot_##name, 2, 2, SLOT, NULL},
#include "vm/comparisons.def"
#undef NUM_SLOT
#undef INT_SLOT
    {"__pow__", int_pow, 2, 3, SLOT, NULL},
    {"__rpow__", int_rpow, 2, 3, SLOT, NULL},
    {"__divmod__", int_divmod_method, 2, 2, SLOT, NULL},
    {"__rdivmod__", int_rdivmod, 2, 2, SLOT, NULL},
    {"__neg__", int_neg, 1, 1, SLOT, NULL},
    {"__pos__", int_self, 1, 1, SLOT, NULL},
    {"__invert__", int_invert, 1, 1, SLOT, NULL},
    {"__abs__", int_abs, 1, 1, SLOT, NULL},
    {"__bool__", int_bool, 1, 1, SLOT, NULL},
    {"__hash__", int_hash_method, 1, 1, SLOT, NULL},
    {"__repr__", int_repr, 1, 1, SLOT, NULL},
    {"__int__", int_self, 1, 1, SLOT, NULL},
    {"__index__", int_self, 1, 1, SLOT, NULL},
    {"__float__", int_float, 1, 1, SLOT, NULL},
    {"__new__", int_new, 1, 3, NF_STATIC, "cls, x, /, base"},
    {"__format__", int_format, 2, 2, NF_SELF, NULL},
    {"__round__", int_round_method, 1, 2, NF_SELF, NULL},
    {"__trunc__", int_self, 1, 1, NF_SELF, NULL},
    {"__floor__", int_self, 1, 1, NF_SELF, NULL},
    {"__ceil__", int_self, 1, 1, NF_SELF, NULL},
    {"__getnewargs__", int_getnewargs, 1, 1, NF_SELF, NULL},
    {"bit_length", int_bit_length, 1, 1, NF_SELF, NULL},
    {"bit_count", int_bit_count, 1, 1, NF_SELF, NULL},
    {"conjugate", int_self, 1, 1, NF_SELF, NULL},
    {"as_integer_ratio", int_as_integer_ratio, 1, 1, NF_SELF, NULL},
    {"to_bytes", int_to_bytes, 1, 4, NF_SELF, "self, length, byteorder, *, signed"},
    {"from_bytes", int_from_bytes, 2, 4, NF_CLASS, "cls, bytes, byteorder, *, signed"},
    {"real", int_self, 1, 1, NF_SELF | NF_GETTER, NULL},
    {"imag", int_zero, 1, 1, NF_SELF | NF_GETTER, NULL},
    {"numerator", int_self, 1, 1, NF_SELF | NF_GETTER, NULL},
    {"denominator", int_one, 1, 1, NF_SELF | NF_GETTER, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static Value bool_and(VM *vm, Value *args, int n) {
    (void)n;
    return int_is(args[1]) ? num_binary(vm, BIN_AND, args[0], args[1]) : V_NOT_IMPLEMENTED;
}

static Value bool_or(VM *vm, Value *args, int n) {
    (void)n;
    return int_is(args[1]) ? num_binary(vm, BIN_OR, args[0], args[1]) : V_NOT_IMPLEMENTED;
}

static Value bool_xor(VM *vm, Value *args, int n) {
    (void)n;
    return int_is(args[1]) ? num_binary(vm, BIN_XOR, args[0], args[1]) : V_NOT_IMPLEMENTED;
}

const NativeDef bool_methods[] = {
    {"__new__", bool_new, 1, 2, NF_STATIC, NULL},
    {"__repr__", bool_repr, 1, 1, SLOT, NULL},
    {"__and__", bool_and, 2, 2, SLOT, NULL},
    {"__rand__", bool_and, 2, 2, SLOT, NULL},
    {"__or__", bool_or, 2, 2, SLOT, NULL},
    {"__ror__", bool_or, 2, 2, SLOT, NULL},
    {"__xor__", bool_xor, 2, 2, SLOT, NULL},
    {"__rxor__", bool_xor, 2, 2, SLOT, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};
