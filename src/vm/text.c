/* What the methods of str and bytes share: views, results being built, arguments. */
#include "vm/text.h"
#include "vm/vm_internal.h"

#include "base/mem.h"
#include "vm/unicode.h"

#include <assert.h>

/* --- scratch memory ------------------------------------------------------------------ */

enum { SCRATCH_KEPT = 1 << 20 }; /* bytes; what one great repr needed is not kept */

typedef struct TextState {
    VEC(Buf *) scratch; /* owned */
    uint32_t borrowed;
} TextState;

static TextState *state(VM *vm) {
    TextState *s = vm->states[STATE_TEXT];
    return s ? s : vm_state(vm, STATE_TEXT, sizeof *s);
}

Buf *text_borrow(VM *vm) {
    TextState *s = state(vm);
    if (s->borrowed == s->scratch.len) vec_push(&s->scratch, mem_zalloc(sizeof(Buf)));
    Buf *b = s->scratch.items[s->borrowed++];
    buf_clear(b);
    return b;
}

void text_return(VM *vm, Buf *b) {
    TextState *s = state(vm);
    assert(s->borrowed > 0 && s->scratch.items[s->borrowed - 1] == b);
    s->borrowed--;
    if (b->cap > SCRATCH_KEPT) buf_deinit(b);
}

Value text_take(VM *vm, Buf *b) {
    Value v = str_new(vm, b->data, b->len);
    text_return(vm, b);
    return v;
}

void text_free(VM *vm) {
    TextState *s = state(vm);
    for (uint32_t i = 0; i < s->scratch.len; i++) {
        buf_deinit(s->scratch.items[i]);
        mem_free(s->scratch.items[i]);
    }
    vec_deinit(&s->scratch);
}

/* --- views --------------------------------------------------------------------------- */

Value text_sub(VM *vm, const Text *t, uint32_t start, uint32_t end) {
    if (!t->is_bytes) return str_sub(vm, AS(Str, t->owner), start, end);
    if (start == 0 && end >= t->len && is_exact(vm, t->owner, T_BYTES)) return t->owner;
    return start < end ? bytes_new(vm, t->data + start, end - start) : bytes_new(vm, NULL, 0);
}

const unsigned char text_spaces[256] = {
    ['\t'] = 3, ['\n'] = 3, ['\v'] = 3, ['\f'] = 3, ['\r'] = 3, [' '] = 3,
    [0x1C] = 2, [0x1D] = 2, [0x1E] = 2, [0x1F] = 2, [0x85] = 2, [0xA0] = 2,
};

bool text_is_wide_space(uint32_t c) {
    return uni_is_space(c);
}

/* --- results ------------------------------------------------------------------------- */

TextOut text_begin(VM *vm, bool bytes, size_t len, uint8_t width) {
    TextOut out = {.vm = vm, .result = V_ERROR, .width = width};
    if (len > UINT32_MAX) {
        str_too_long(vm);
    } else if (bytes) {
        out.result = bytes_new(vm, NULL, len);
        if (out.result != V_ERROR) out.data = AS(Bytes, out.result)->data;
    } else if (len == 0) {
        out.result = str_new(vm, "", 0);
    } else {
        Str *s = str_blank(vm, (uint32_t)len, width);
        out.data = str_bytes(s);
        out.result = from_obj(s);
    }
    return out;
}

void text_fill(TextOut *out, uint32_t point, size_t n) {
    unsigned char *to = out->data + out->at * out->width;
    if (out->width == 1) memset(to, (int)point, n);
    else
        for (size_t i = 0; i < n; i++)
            points_copy(to + i * out->width, out->width, (const unsigned char *)&point, 4, 1);
    out->at += n;
}

/* What was wide may have been left out: the result is then narrowed. */
Value text_end(TextOut *out) {
    if (!is_str(out->result)) return out->result;
    Str *s = AS(Str, out->result);
    bool ascii;
    uint8_t least = points_width(s->data, s->width, s->len, &ascii);
    if (least < s->width || s->len == 1) return str_from_span(out->vm, s->data, s->width, s->len);
    s->ascii = ascii;
    return out->result;
}

/* --- arguments ----------------------------------------------------------------------- */

bool text_like(VM *vm, const Text *self, Value arg, const char *what, Text *out) {
    if (self->is_bytes ? is_bytes(arg) : is_str(arg)) {
        *out = text_of(arg);
        return true;
    }
    if (self->is_bytes)
        vm_raise(vm, T_TYPE_ERROR, "a bytes-like object is required, not '%s'", type_name(vm, arg));
    else
        vm_raise(vm, T_TYPE_ERROR, "%s%smust be str, not %s", what, *what ? " " : "",
                 is_none(arg) && *what ? "None" : type_name(vm, arg));
    return false;
}

Tri text_int(VM *vm, Value arg, int64_t otherwise, int64_t *out) {
    *out = otherwise;
    if (arg == V_UNDEF) return YES;
    Tri t = index_arg(vm, arg, false, out);
    if (t == FAILED && vm_error_is(vm, T_OVERFLOW_ERROR)) {
        vm_clear_error(vm);
        vm_raise(vm, T_OVERFLOW_ERROR, "Python int too large to convert to C ssize_t");
    }
    return t;
}

Tri text_c_int(VM *vm, Value arg, int64_t otherwise, int64_t *out) {
    *out = otherwise;
    if (arg == V_UNDEF) return YES;
    Tri t = index_arg(vm, arg, true, out);
    if (t != YES || (*out >= INT32_MIN && *out <= INT32_MAX)) return t;
    vm_raise(vm, T_OVERFLOW_ERROR, "Python int too large to convert to C int");
    return FAILED;
}

static Tri bound(VM *vm, Value arg, uint32_t len, uint32_t otherwise, uint32_t *out) {
    *out = otherwise;
    if (arg == V_UNDEF || is_none(arg)) return YES;
    int64_t i;
    Tri t = index_arg(vm, arg, true, &i);
    if (t == FAILED && vm_error_is(vm, T_TYPE_ERROR)) {
        vm_clear_error(vm);
        vm_raise(vm, T_TYPE_ERROR, "slice indices must be integers or None or have an __index__ method");
    }
    if (t != YES) return t;
    if (i < 0) i = i + len < 0 ? 0 : i + len;
    *out = i > UINT32_MAX ? UINT32_MAX : (uint32_t)i;
    return YES;
}

/* A start behind the end stays there: ''.find('', 1) finds nothing. */
Tri text_bounds(VM *vm, Value *args, int n, int at, uint32_t len, uint32_t *start, uint32_t *end) {
    Tri t = bound(vm, at < n ? args[at] : V_UNDEF, len, 0, start);
    if (t != YES) return t;
    t = bound(vm, at + 1 < n ? args[at + 1] : V_UNDEF, len, len, end);
    if (*end > len) *end = len;
    return t;
}

Value text_with_ints(VM *vm, const char *method, int n, const Value *args) {
    while (n > 0 && args[n - 1] == V_UNDEF) n--;
    Value all = tuple_from(vm, args, (uint32_t)n);
    for (int i = 0; i < n; i++)
        if (args[i] == V_UNDEF) AS(Tuple, all)->items[i] = V_NONE;
    return vm_twin(vm, TWIN_TEXT_WITH_INTS, 2, str_from(vm, method), all);
}
