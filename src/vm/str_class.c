/* Class str: its constructor, operators and table of methods. */
#include "vm/str_class.h"
#include "vm/codec.h"
#include "vm/containers.h"
#include "vm/format.h"
#include "vm/str_methods.h"

/* --- making ------------------------------------------------------------------------------- */

static Value decoded(VM *vm, Value object, Value encoding, Value errors) {
    if (!codec_check_names(vm, "str", encoding, errors)) return V_ERROR;
    if (is_str(object)) return vm_raise(vm, T_TYPE_ERROR, "decoding str is not supported");
    if (is_bytes(object) && AS(Bytes, object)->len == 0) return str_new(vm, "", 0); /* in any encoding */
    if (is_bytes(object)) return codec_decode(vm, object, encoding, errors);
    return vm_raise(vm, T_TYPE_ERROR, "decoding to str: need a bytes-like object, %s found",
                    type_name(vm, object));
}

static Value construct(VM *vm, Value *args, int n) {
    (void)n;
    Class *cls = AS(Class, args[0]);
    bool plain = cls == class_get(vm, T_STR);
    Value s;
    if (args[1] == V_UNDEF) s = str_new(vm, "", 0);
    else if (args[2] != V_UNDEF || args[3] != V_UNDEF) s = decoded(vm, args[1], args[2], args[3]);
    else s = obj_str(vm, args[1]);
    if (s == V_ERROR || plain) return s;
    if (s == V_TAIL) return vm_twin(vm, TWIN_STR_NEW, 2, args[0], args[1]);
    return str_of_class(vm, cls, AS(Str, s));
}

static Value new_(VM *vm, Value *args, int n) {
    if (!is_class(args[0]) || !class_derives(AS(Class, args[0]), class_get(vm, T_STR)))
        return vm_raise(vm, T_TYPE_ERROR, "str.__new__(X): X is not a type object (%s)",
                        type_name(vm, args[0]));
    return construct(vm, args, n);
}

const NativeDef str_construct_def = {"str", construct, 1, 4, 0, "object, encoding, errors"};

/* --- encode, format --------------------------------------------------------------------------- */

static Value encode(VM *vm, Value *args, int n) {
    (void)n;
    if (!codec_check_names(vm, "encode", args[1], args[2])) return V_ERROR;
    return codec_encode(vm, AS(Str, args[0]), args[1], args[2]);
}

static Value decode(VM *vm, Value *args, int n) {
    (void)n;
    if (!codec_check_names(vm, "decode", args[1], args[2])) return V_ERROR;
    return codec_decode(vm, args[0], args[1], args[2]);
}

static Value format(VM *vm, Value *args, int n) {
    return format_fields(vm, args[0], args + 1, n - 1, args[n]);
}

static Value format_map(VM *vm, Value *args, int n) {
    (void)n;
    return format_fields_map(vm, args[0], args[1]);
}

/* --- operators, for str and bytes -------------------------------------------------------------- */

static bool same_sort(Value a, Value b) {
    return is_str(a) ? is_str(b) : is_bytes(a) && is_bytes(b);
}

static Value add(VM *vm, Value a, Value b) {
    if (is_str(a)) return str_concat(vm, AS(Str, a), AS(Str, b));
    Text x = text_of(a), y = text_of(b);
    TextOut out = text_begin(vm, true, (size_t)x.len + y.len, 1);
    if (out.result == V_ERROR) return V_ERROR;
    text_put(&out, &x, 0, x.len);
    text_put(&out, &y, 0, y.len);
    return out.result;
}

static bool can_index(VM *vm, Value v) {
    return int_is(v) || class_special(vm, class_of(vm, v), SP_INDEX) != V_UNDEF;
}

static Value repeat(VM *vm, Value text, Value times) {
    if (int_is(times)) return text_repeat(vm, text, times);
    return text_with_ints(vm, "__mul__", 2, (Value[]){text, times});
}

static bool is_text(Value v) {
    return is_str(v) || is_bytes(v);
}

Value str_binary(VM *vm, BinaryOp op, Value a, Value b) {
    if (op == BIN_ADD && same_sort(a, b)) return add(vm, a, b);
    if (op == BIN_MUL && is_text(a) && !is_text(b) && can_index(vm, b)) return repeat(vm, a, b);
    if (op == BIN_MUL && is_text(b) && !is_text(a) && can_index(vm, a)) return repeat(vm, b, a);
    if (op == BIN_MOD && is_text(a)) return format_percent(vm, a, b);
    return V_NOT_IMPLEMENTED;
}

static Value slot_add(VM *vm, Value *args, int n) {
    (void)n;
    if (same_sort(args[0], args[1])) return add(vm, args[0], args[1]);
    return vm_raise(vm, T_TYPE_ERROR,
                    is_str(args[0]) ? "can only concatenate str (not \"%s\") to str"
                                    : "can't concat %s to bytes",
                    type_name(vm, args[1]));
}

static Value slot_mul(VM *vm, Value *args, int n) {
    (void)n;
    int64_t times;
    if (can_index(vm, args[1])) return repeat(vm, args[0], args[1]);
    return index_arg(vm, args[1], false, &times) == FAILED ? V_ERROR : V_NOT_IMPLEMENTED;
}

static Value slot_mod(VM *vm, Value *args, int n) {
    (void)n;
    return format_percent(vm, args[0], args[1]);
}

static Value slot_rmod(VM *vm, Value *args, int n) {
    (void)n;
    return same_sort(args[0], args[1]) ? format_percent(vm, args[1], args[0]) : V_NOT_IMPLEMENTED;
}

static Value slot_len(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return from_small(text_of(args[0]).len);
}

static Value slot_getitem(VM *vm, Value *args, int n) {
    (void)n;
    return text_getitem(vm, args[0], args[1]);
}

static Value slot_iter(VM *vm, Value *args, int n) {
    (void)n;
    return iter_of(vm, args[0]);
}

#define COMPARISON(name, op)                                 \
    static Value name(VM *vm, Value *args, int n) {          \
        (void)n;                                             \
        return kind_compare(vm, CMP_##op, args[0], args[1]); \
    }
#include "vm/comparisons.def"

static Value hash(VM *vm, Value *args, int n) {
    (void)n;
    if (is_str(args[0])) return hash_to_value(vm, str_hash(AS(Str, args[0])));
    return hash_to_value(vm, bytes_hash(AS(Bytes, args[0])));
}

static Value getnewargs(VM *vm, Value *args, int n) {
    (void)n;
    Text t = text_of(args[0]);
    Value copy = t.is_bytes ? bytes_new(vm, t.data, t.len) : str_from_span(vm, t.data, t.width, t.len);
    return copy == V_ERROR ? copy : tuple_from(vm, &copy, 1);
}

/* --- tables -------------------------------------------------------------------------------------- */

enum { SLOT = NF_SELF | NF_SLOT };
static const char bounded[] = "text, start, end, /"; /* named, so that wrong counts are told CPython's way */

const NativeDef text_methods[] = {
    {"find", text_find, 2, 4, NF_SELF, bounded},
    {"rfind", text_rfind, 2, 4, NF_SELF, bounded},
    {"index", text_index, 2, 4, NF_SELF, bounded},
    {"rindex", text_rindex, 2, 4, NF_SELF, bounded},
    {"count", text_count, 2, 4, NF_SELF, bounded},
    {"startswith", text_startswith, 2, 4, NF_SELF, bounded},
    {"endswith", text_endswith, 2, 4, NF_SELF, bounded},
    {"removeprefix", text_removeprefix, 2, 2, NF_SELF, NULL},
    {"removesuffix", text_removesuffix, 2, 2, NF_SELF, NULL},
    {"split", text_split, 1, 3, NF_SELF, "sep, maxsplit"},
    {"rsplit", text_rsplit, 1, 3, NF_SELF, "sep, maxsplit"},
    {"splitlines", text_splitlines, 1, 2, NF_SELF, "keepends"},
    {"partition", text_partition, 2, 2, NF_SELF, NULL},
    {"rpartition", text_rpartition, 2, 2, NF_SELF, NULL},
    {"strip", text_strip, 1, 2, NF_SELF, NULL},
    {"lstrip", text_lstrip, 1, 2, NF_SELF, NULL},
    {"rstrip", text_rstrip, 1, 2, NF_SELF, NULL},
    {"join", text_join, 2, 2, NF_SELF, NULL},
    {"replace", text_replace, 3, 4, NF_SELF, NULL},
    {"center", text_center, 2, 3, NF_SELF, NULL},
    {"ljust", text_ljust, 2, 3, NF_SELF, NULL},
    {"rjust", text_rjust, 2, 3, NF_SELF, NULL},
    {"zfill", text_zfill, 2, 2, NF_SELF, NULL},
    {"expandtabs", text_expandtabs, 1, 2, NF_SELF, "tabsize"},
    {"__contains__", text_contains, 2, 2, SLOT, NULL},
    {"__getitem__", slot_getitem, 2, 2, SLOT, NULL},
    {"__len__", slot_len, 1, 1, SLOT, NULL},
    {"__iter__", slot_iter, 1, 1, SLOT, NULL},
    {"__add__", slot_add, 2, 2, SLOT, NULL},
    {"__mul__", slot_mul, 2, 2, SLOT, NULL},
    {"__rmul__", slot_mul, 2, 2, SLOT, NULL},
    {"__mod__", slot_mod, 2, 2, SLOT, NULL},
    {"__rmod__", slot_rmod, 2, 2, SLOT, NULL},
#define COMPARISON(name, op) {"__" #name "__", name, 2, 2, SLOT, NULL},
#include "vm/comparisons.def"
    {"__hash__", hash, 1, 1, SLOT, NULL},
    {"__getnewargs__", getnewargs, 1, 1, NF_SELF, NULL},
    {0},
};

const NativeDef str_methods[] = {
    {"encode", encode, 1, 3, NF_SELF, "encoding, errors"},
    {"format", format, 1, -1, NF_SELF | NF_KEYWORDS, NULL},
    {"format_map", format_map, 2, 2, NF_SELF, NULL},
    {"__new__", new_, 1, 4, NF_STATIC, NULL},
    {0},
};

const NativeDef bytes_decode_methods[] = {
    {"decode", decode, 1, 3, NF_SELF, "encoding, errors"},
    {0},
};
