/* Class bytes: what it does not share with str. */
#include "vm/codec.h"
#include "vm/containers.h"
#include "vm/str_class.h"
#include "vm/vm_internal.h"

static Value new_of_class(VM *vm, Class *cls, const void *data, size_t len) {
    if (len > UINT32_MAX) return vm_raise(vm, T_MEMORY_ERROR, "%s", "");
    if (len > 0xFFFF && !heap_can_hold(vm, len)) return V_ERROR;
    Bytes *b = heap_new(vm, cls, KIND_BYTES, sizeof *b + len);
    b->len = (uint32_t)len;
    if (data) memcpy(b->data, data, len);
    return from_obj(b);
}

/* Without data: zeros, to be written at once. */
Value bytes_new(VM *vm, const void *data, size_t len) {
    return new_of_class(vm, class_get(vm, T_BYTES), data, len);
}

uint64_t bytes_hash(Bytes *b) {
    if (!b->hash) b->hash = text_hash(b->data, b->len);
    return b->hash;
}

/* --- making ---------------------------------------------------------------------------------- */

static Value from_items(VM *vm, Value iterable) {
    const Value *items;
    uint32_t n;
    if (!iter_items(vm, iterable, &items, &n)) return V_ERROR;
    Value result = bytes_new(vm, NULL, n);
    if (result == V_ERROR) return V_ERROR;
    for (uint32_t i = 0; i < n; i++) {
        int64_t byte;
        Tri t = index_arg(vm, items[i], true, &byte);
        if (t == NEEDS_PYTHON) return V_UNDEF;
        if (t == FAILED) return V_ERROR;
        if (byte < 0 || byte > 255) return vm_raise(vm, T_VALUE_ERROR, "bytes must be in range(0, 256)");
        AS(Bytes, result)->data[i] = (unsigned char)byte;
    }
    return result;
}

static Value zeros(VM *vm, Value count) {
    int64_t n;
    if (index_arg(vm, count, false, &n) != YES) return V_ERROR;
    if (n < 0) return vm_raise(vm, T_VALUE_ERROR, "negative count");
    return bytes_new(vm, NULL, (size_t)n);
}

/* A plain bytes; V_UNDEF where Python is needed. */
static Value from_object(VM *vm, Value v) {
    Class *c = class_of(vm, v);
    if (is_bytes(v) && is_exact(vm, v, T_BYTES)) return v;
    if (class_special(vm, c, SP_BYTES) != V_UNDEF && special_is_python(vm, c, SP_BYTES)) return V_UNDEF;
    if (is_bytes(v)) return bytes_new(vm, AS(Bytes, v)->data, AS(Bytes, v)->len);
    if (is_str(v)) return vm_raise(vm, T_TYPE_ERROR, "string argument without an encoding");
    if (int_is(v)) return zeros(vm, v);
    if (iter_is_native(vm, v)) return from_items(vm, v);
    bool can = class_special(vm, c, SP_INDEX) != V_UNDEF || class_special(vm, c, SP_ITER) != V_UNDEF ||
               class_special(vm, c, SP_GETITEM) != V_UNDEF;
    return can ? V_UNDEF
               : vm_raise(vm, T_TYPE_ERROR, "cannot convert '%s' object to bytes", type_name(vm, v));
}

static Value encoded(VM *vm, Value source, Value encoding, Value errors) {
    if (!codec_check_names(vm, "bytes", encoding, errors)) return V_ERROR;
    if (!is_str(source))
        return vm_raise(vm, T_TYPE_ERROR,
                        encoding != V_UNDEF ? "encoding without a string argument"
                                            : "errors without a string argument");
    if (encoding == V_UNDEF) return vm_raise(vm, T_TYPE_ERROR, "string argument without an encoding");
    return codec_encode(vm, AS(Str, source), encoding, errors);
}

static Value construct(VM *vm, Value *args, int n) {
    (void)n;
    Class *cls = AS(Class, args[0]);
    Value v;
    if (args[2] != V_UNDEF || args[3] != V_UNDEF) v = encoded(vm, args[1], args[2], args[3]);
    else if (args[1] == V_UNDEF) v = bytes_new(vm, NULL, 0);
    else v = from_object(vm, args[1]);
    if (v == V_UNDEF) return vm_twin(vm, TWIN_BYTES_OF, 2, args[0], args[1]);
    if (v == V_ERROR || cls == class_get(vm, T_BYTES)) return v;
    return new_of_class(vm, cls, AS(Bytes, v)->data, AS(Bytes, v)->len);
}

static Value new_(VM *vm, Value *args, int n) {
    if (!is_class(args[0]) || !class_derives(AS(Class, args[0]), class_get(vm, T_BYTES)))
        return vm_raise(vm, T_TYPE_ERROR, "bytes.__new__(X): X is not a type object (%s)",
                        type_name(vm, args[0]));
    return construct(vm, args, n);
}

const NativeDef bytes_construct_def = {"bytes", construct, 1, 4, 0, "source, encoding, errors"};

static Value of_class(VM *vm, Value cls, Value bytes) {
    if (AS(Class, cls) == class_get(vm, T_BYTES)) return bytes;
    return vm_tail(vm, cls, 1, &bytes);
}

/* --- hexadecimal -------------------------------------------------------------------------------- */

static int hex_digit(uint32_t c) {
    if (c >= '0' && c <= '9') return (int)(c - '0');
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f') return (int)((c | 0x20) - 'a' + 10);
    return -1;
}

static Value bad_hex(VM *vm, uint32_t at) {
    return vm_raise(vm, T_VALUE_ERROR, "non-hexadecimal number found in fromhex() arg at position %u", at);
}

static Value fromhex(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_str(args[1]))
        return vm_raise(vm, T_TYPE_ERROR, "fromhex() argument must be str, not %s",
                        is_none(args[1]) ? "None" : type_name(vm, args[1]));
    Text t = text_of(args[1]);
    Buf *b = text_borrow(vm);
    Value v = V_NONE;
    for (uint32_t i = 0; i < t.len && v == V_NONE;) {
        uint32_t c = text_at(&t, i);
        if (c == ' ' || (c >= '\t' && c <= '\r')) {
            i++;
            continue;
        }
        int high = hex_digit(c), low = i + 1 < t.len ? hex_digit(text_at(&t, i + 1)) : -1;
        if (high < 0 || low < 0) v = bad_hex(vm, high < 0 ? i : i + 1);
        else buf_addc(b, (char)(high << 4 | low));
        i += 2;
    }
    if (v == V_NONE) v = bytes_new(vm, b->data, b->len);
    text_return(vm, b);
    return v == V_ERROR ? v : of_class(vm, args[0], v);
}

static Tri hex_separator(VM *vm, Value v, char *out) {
    if (v == V_UNDEF) return NO;
    int64_t len;
    if (!kind_has_len(v)) {
        vm_raise(vm, T_TYPE_ERROR, "object of type '%s' has no len()", type_name(vm, v));
    } else if (kind_len(vm, v, &len) != YES || len != 1) {
        vm_raise(vm, T_VALUE_ERROR, "sep must be length 1.");
    } else if (!is_str(v) && !is_bytes(v)) {
        vm_raise(vm, T_TYPE_ERROR, "sep must be str or bytes.");
    } else {
        Text t = text_of(v);
        *out = (char)text_at(&t, 0);
        if (text_at(&t, 0) < 0x80) return YES;
        vm_raise(vm, T_VALUE_ERROR, "sep must be ASCII.");
    }
    return FAILED;
}

/* Groups of bytes are counted from the right, or from the left if `group` is negative. */
static Value hex(VM *vm, Value *args, int n) {
    const Bytes *bytes = AS(Bytes, args[0]);
    char sep = 0;
    int64_t group;
    Tri has_sep = hex_separator(vm, args[1], &sep), t = text_int(vm, args[2], 1, &group);
    if (has_sep == FAILED || t == FAILED) return V_ERROR;
    if (t == NEEDS_PYTHON) return text_with_ints(vm, "hex", n, args);
    uint64_t size = group < 0 ? (uint64_t)-group : (uint64_t)group;
    Buf *b = text_borrow(vm);
    for (uint32_t i = 0; i < bytes->len; i++) {
        uint32_t edge = group < 0 ? i : bytes->len - i;
        if (has_sep == YES && i > 0 && size > 0 && edge % size == 0) buf_addc(b, sep);
        buf_addc(b, "0123456789abcdef"[bytes->data[i] >> 4]);
        buf_addc(b, "0123456789abcdef"[bytes->data[i] & 15]);
    }
    return text_take(vm, b);
}

/* --- translate --------------------------------------------------------------------------------------- */

static Value translate(VM *vm, Value *args, int n) {
    (void)n;
    Text self = text_of(args[0]), table = {0}, gone = {0};
    bool mapped = !is_none(args[1]);
    if (mapped && !text_like(vm, &self, args[1], "", &table)) return V_ERROR;
    if (mapped && table.len != 256)
        return vm_raise(vm, T_VALUE_ERROR, "translation table must be 256 characters long");
    if (args[2] != V_UNDEF && !text_like(vm, &self, args[2], "", &gone)) return V_ERROR;
    Buf *b = text_borrow(vm);
    for (uint32_t i = 0; i < self.len; i++) {
        unsigned char c = self.data[i];
        if (gone.len && memchr(gone.data, c, gone.len)) continue;
        buf_addc(b, (char)(mapped ? table.data[c] : c));
    }
    Value v = bytes_new(vm, b->data, b->len);
    text_return(vm, b);
    return v;
}

static Value maketrans(VM *vm, Value *args, int n) {
    (void)n;
    Text like = {.is_bytes = true}, from, to;
    if (!text_like(vm, &like, args[0], "", &from) || !text_like(vm, &like, args[1], "", &to)) return V_ERROR;
    if (from.len != to.len) return vm_raise(vm, T_VALUE_ERROR, "maketrans arguments must have same length");
    Value v = bytes_new(vm, NULL, 256);
    for (int i = 0; i < 256; i++) AS(Bytes, v)->data[i] = (unsigned char)i;
    for (uint32_t i = 0; i < from.len; i++) AS(Bytes, v)->data[from.data[i]] = to.data[i];
    return v;
}

static Value self_bytes(VM *vm, Value *args, int n) {
    (void)n;
    Text t = text_of(args[0]);
    return text_sub(vm, &t, 0, t.len);
}

const NativeDef bytes_methods[] = {
    {"hex", hex, 1, 3, NF_SELF, "sep, bytes_per_sep"},
    {"fromhex", fromhex, 2, 2, NF_CLASS, NULL},
    {"translate", translate, 2, 3, NF_SELF, "table, /, delete"},
    {"maketrans", maketrans, 2, 2, NF_STATIC, NULL},
    {"__bytes__", self_bytes, 1, 1, NF_SELF, NULL},
    {"__new__", new_, 1, 4, NF_STATIC, NULL},
    {0},
};
