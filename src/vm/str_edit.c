/* str and bytes: joining, replacing, padding, repeating, indexing. */
#include "vm/containers.h"
#include "vm/str_methods.h"

/* --- join ------------------------------------------------------------------------------ */

static Value wrong_item(VM *vm, bool bytes, uint32_t i, Value item) {
    return vm_raise(vm, T_TYPE_ERROR,
                    bytes ? "sequence item %u: expected a bytes-like object, %s found"
                          : "sequence item %u: expected str instance, %s found",
                    i, type_name(vm, item));
}

static Value join_str(VM *vm, const Str *sep, const Value *items, uint32_t n) {
    uint64_t len = n > 1 ? (uint64_t)sep->len * (n - 1) : 0;
    uint8_t width = n > 1 ? sep->width : 1;
    bool ascii = sep->ascii;
    for (uint32_t i = 0; i < n; i++) {
        if (!is_str(items[i])) return wrong_item(vm, false, i, items[i]);
        const Str *s = AS(Str, items[i]);
        len += s->len;
        ascii &= s->ascii;
        if (s->width > width) width = s->width;
    }
    TextOut out = text_begin(vm, false, len, width);
    if (out.result == V_ERROR || len == 0) return out.result;
    unsigned char *to = out.data;
    for (uint32_t i = 0; i < n; i++) {
        if (i > 0) points_copy(to, width, sep->data, sep->width, sep->len), to += (size_t)sep->len * width;
        const Str *s = AS(Str, items[i]);
        points_copy(to, width, s->data, s->width, s->len);
        to += (size_t)s->len * width;
    }
    vm_charge(vm, len / 64);
    if (!ascii || len == 1) return text_end(&out);
    AS(Str, out.result)->ascii = true;
    return out.result;
}

static Value join_bytes(VM *vm, const Text *sep, const Value *items, uint32_t n) {
    uint64_t len = n > 1 ? (uint64_t)sep->len * (n - 1) : 0;
    for (uint32_t i = 0; i < n; i++) {
        if (!is_bytes(items[i])) return wrong_item(vm, true, i, items[i]);
        len += AS(Bytes, items[i])->len;
    }
    TextOut out = text_begin(vm, true, len, 1);
    if (out.result == V_ERROR) return V_ERROR;
    for (uint32_t i = 0; i < n; i++) {
        if (i > 0) text_put(&out, sep, 0, sep->len);
        Text t = text_of(items[i]);
        text_put(&out, &t, 0, t.len);
    }
    vm_charge(vm, len / 64);
    return text_end(&out);
}

Value text_join(VM *vm, Value *args, int n) {
    (void)n;
    Text sep = text_of(args[0]);
    const Value *items;
    uint32_t count;
    if (!iter_is_native(vm, args[1])) {
        Class *c = class_of(vm, args[1]);
        if (class_special(vm, c, SP_ITER) == V_UNDEF && class_special(vm, c, SP_GETITEM) == V_UNDEF)
            return vm_raise(vm, T_TYPE_ERROR, "can only join an iterable");
        return vm_twin(vm, TWIN_TEXT_JOIN, 2, args[0], args[1]);
    }
    if (!iter_items(vm, args[1], &items, &count)) return V_ERROR;
    bool itself = count == 1 && is_exact(vm, items[0], sep.is_bytes ? T_BYTES : T_STR);
    if (itself) return items[0];
    return sep.is_bytes ? join_bytes(vm, &sep, items, count) : join_str(vm, AS(Str, args[0]), items, count);
}

/* --- replace ---------------------------------------------------------------------------- */

/* Emptiness is found before each code point and at the end. */
static void interleave(TextOut *out, const Text *self, const Text *by, uint32_t count) {
    for (uint32_t i = 0; i < self->len || count > 0; i++) {
        if (count > 0) {
            text_put(out, by, 0, by->len);
            count--;
        }
        if (i < self->len) text_put(out, self, i, i + 1);
    }
}

static void put_replaced(TextOut *out, const Text *self, const Text *old, const Text *by, const Buf *hits) {
    uint32_t start = 0;
    for (size_t i = 0; i < hits->len; i += sizeof(uint32_t)) {
        uint32_t at;
        memcpy(&at, hits->data + i, sizeof at);
        text_put(out, self, start, at);
        text_put(out, by, 0, by->len);
        start = at + old->len;
    }
    text_put(out, self, start, self->len);
}

/* The places of the old text, as uint32_t each; not asked for emptiness. */
static uint32_t find_all(const Text *self, const Text *old, uint32_t most, Buf *hits) {
    uint32_t count = 0, start = 0;
    for (int64_t at; count < most && (at = search_first(self, old, start, self->len)) >= 0; count++) {
        start = (uint32_t)at;
        buf_add(hits, &start, sizeof start);
        start += old->len;
    }
    return count;
}

static Value replaced(VM *vm, const Text *self, const Text *old, const Text *by, uint32_t count,
                      const Buf *hits) {
    if (count == 0) return text_sub(vm, self, 0, self->len);
    uint64_t len = self->len - (uint64_t)old->len * count + (uint64_t)by->len * count;
    TextOut out = text_begin(vm, self->is_bytes, len, self->width > by->width ? self->width : by->width);
    if (out.result == V_ERROR) return V_ERROR;
    if (len == 0) return out.result;
    if (old->len == 0) interleave(&out, self, by, count);
    else put_replaced(&out, self, old, by, hits);
    return text_end(&out);
}

static Value replace(VM *vm, const Text *self, const Text *old, const Text *by, uint32_t most) {
    Buf *hits = text_borrow(vm);
    uint32_t count = old->len ? find_all(self, old, most, hits) : search_count(self, old, 0, self->len, most);
    Value v = replaced(vm, self, old, by, count, hits);
    text_return(vm, hits);
    return v;
}

Value text_replace(VM *vm, Value *args, int n) {
    Text self = text_of(args[0]), old, by;
    if (!text_like(vm, &self, args[1], "replace() argument 1", &old)) return V_ERROR;
    if (!text_like(vm, &self, args[2], "replace() argument 2", &by)) return V_ERROR;
    int64_t most;
    Tri t = text_int(vm, args[3], -1, &most);
    if (t == NEEDS_PYTHON) return text_with_ints(vm, "replace", n, args);
    if (t == FAILED) return V_ERROR;
    return replace(vm, &self, &old, &by, most < 0 || most > UINT32_MAX ? UINT32_MAX : (uint32_t)most);
}

/* --- padding ---------------------------------------------------------------------------- */

static Value pad(VM *vm, const Text *t, uint64_t left, uint64_t right, uint32_t fill) {
    if (left + right == 0) return text_sub(vm, t, 0, t->len);
    uint8_t width = fill > 0xFFFF ? 4 : fill > 0xFF ? 2 : 1;
    TextOut out = text_begin(vm, t->is_bytes, t->len + left + right, t->width > width ? t->width : width);
    if (out.result == V_ERROR) return V_ERROR;
    text_fill(&out, fill, left);
    text_put(&out, t, 0, t->len);
    text_fill(&out, fill, right);
    return text_end(&out);
}

static Value bad_fill(VM *vm, const char *name, bool bytes, Value arg) {
    if (bytes)
        return vm_raise(vm, T_TYPE_ERROR, "%s() argument 2 must be a byte string of length 1, not %s", name,
                        is_none(arg) ? "None" : type_name(vm, arg));
    if (is_str(arg))
        return vm_raise(vm, T_TYPE_ERROR, "The fill character must be exactly one character long");
    return vm_raise(vm, T_TYPE_ERROR, "The fill character must be a unicode character, not %s",
                    type_name(vm, arg));
}

/* How many fill characters go to the left of `all`. */
typedef uint64_t (*Share)(uint64_t all, uint64_t width);

static Value justify(VM *vm, Value *args, int n, const char *name, Share left_share) {
    Text self = text_of(args[0]);
    int64_t width;
    Tri t = text_int(vm, args[1], 0, &width);
    if (t == NEEDS_PYTHON) return text_with_ints(vm, name, n, args);
    if (t == FAILED) return V_ERROR;
    uint32_t fill = ' ';
    if (args[2] != V_UNDEF) {
        if (self.is_bytes ? !is_bytes(args[2]) : !is_str(args[2]))
            return bad_fill(vm, name, self.is_bytes, args[2]);
        Text given = text_of(args[2]);
        if (given.len != 1) return bad_fill(vm, name, self.is_bytes, args[2]);
        fill = text_at(&given, 0);
    }
    uint64_t all = width > self.len ? (uint64_t)width - self.len : 0, left = left_share(all, (uint64_t)width);
    return pad(vm, &self, left, all - left, fill);
}

/* CPython's middle: an odd one goes to the left when the width is odd. */
static uint64_t half(uint64_t all, uint64_t width) {
    return all / 2 + (all & width & 1);
}

static uint64_t none_of_it(uint64_t all, uint64_t width) {
    (void)all, (void)width;
    return 0;
}

static uint64_t all_of_it(uint64_t all, uint64_t width) {
    (void)width;
    return all;
}

Value text_center(VM *vm, Value *args, int n) {
    return justify(vm, args, n, "center", half);
}

Value text_ljust(VM *vm, Value *args, int n) {
    return justify(vm, args, n, "ljust", none_of_it);
}

Value text_rjust(VM *vm, Value *args, int n) {
    return justify(vm, args, n, "rjust", all_of_it);
}

Value text_zfill(VM *vm, Value *args, int n) {
    Text self = text_of(args[0]);
    int64_t width;
    Tri t = text_int(vm, args[1], 0, &width);
    if (t == NEEDS_PYTHON) return text_with_ints(vm, "zfill", n, args);
    if (t == FAILED) return V_ERROR;
    if (width <= self.len) return text_sub(vm, &self, 0, self.len);
    uint32_t sign = self.len && (text_at(&self, 0) == '+' || text_at(&self, 0) == '-') ? 1 : 0;
    TextOut out = text_begin(vm, self.is_bytes, (size_t)width, self.width);
    if (out.result == V_ERROR) return V_ERROR;
    text_put(&out, &self, 0, sign);
    text_fill(&out, '0', (size_t)width - self.len);
    text_put(&out, &self, sign, self.len);
    return text_end(&out);
}

/* --- expandtabs ------------------------------------------------------------------------- */

/* Calls `put` for each run of text and for each run of blanks in the place of a tab. */
static uint64_t expand(const Text *t, int64_t tab, TextOut *out) {
    uint64_t len = 0, column = 0;
    for (uint32_t i = 0; i < t->len; i++) {
        uint32_t c = text_at(t, i);
        if (c == '\t') {
            uint64_t blanks = tab > 0 ? (uint64_t)tab - column % (uint64_t)tab : 0;
            if (out) text_fill(out, ' ', blanks);
            column += blanks;
            len += blanks;
            continue;
        }
        if (out) text_put(out, t, i, i + 1);
        column = c == '\n' || c == '\r' ? 0 : column + 1;
        len++;
    }
    return len;
}

Value text_expandtabs(VM *vm, Value *args, int n) {
    Text self = text_of(args[0]);
    int64_t tab;
    Tri t = text_c_int(vm, args[1], 8, &tab);
    if (t == NEEDS_PYTHON) return text_with_ints(vm, "expandtabs", n, args);
    if (t == FAILED) return V_ERROR;
    TextOut out = text_begin(vm, self.is_bytes, expand(&self, tab, NULL), self.width);
    if (out.result == V_ERROR) return V_ERROR;
    expand(&self, tab, &out);
    return text_end(&out);
}

/* --- text * times ------------------------------------------------------------------------ */

Value text_repeat(VM *vm, Value text, Value times) {
    Text t = text_of(text);
    int64_t n;
    if (index_arg(vm, times, false, &n) != YES) return V_ERROR;
    if (n <= 0 || t.len == 0) return text_sub(vm, &t, 0, 0);
    if (n == 1) return text_sub(vm, &t, 0, t.len);
    /* Both factors are below 2**63: whatever is past the address space ends here. */
    if ((uint64_t)n > ((uint64_t)1 << 40) / t.len) return vm_raise(vm, T_MEMORY_ERROR, "%s", "");
    TextOut out = text_begin(vm, t.is_bytes, t.len * (size_t)n, t.width);
    if (out.result == V_ERROR) return V_ERROR;
    size_t all = t.len * (size_t)n, done = t.len;
    if (t.len == 1) {
        text_fill(&out, text_at(&t, 0), all);
    } else {
        text_put(&out, &t, 0, t.len);
        for (; done < all; done += done) {
            size_t more = done < all - done ? done : all - done;
            memcpy(out.data + done * t.width, out.data, more * t.width);
        }
    }
    vm_charge(vm, all / 64);
    return text_end(&out);
}

/* --- text[index] --------------------------------------------------------------------------- */

static Value sliced(VM *vm, const Text *t, const SliceSpan *r) {
    if (r->step == 1) return text_sub(vm, t, (uint32_t)r->start, (uint32_t)(r->start + r->count));
    TextOut out = text_begin(vm, t->is_bytes, (size_t)r->count, t->width);
    if (out.result == V_ERROR) return V_ERROR;
    for (int64_t i = 0; i < r->count; i++) {
        size_t at = (size_t)(r->start + i * r->step);
        text_put(&out, t, at, at + 1);
    }
    return text_end(&out);
}

static Value bad_index(VM *vm, const Text *t, Value index) {
    return vm_raise(vm, T_TYPE_ERROR,
                    t->is_bytes ? "byte indices must be integers or slices, not %s"
                                : "string indices must be integers, not '%s'",
                    type_name(vm, index));
}

Value text_getitem(VM *vm, Value text, Value index) {
    Text t = text_of(text);
    int64_t i;
    if (is_kind(index, KIND_SLICE)) {
        SliceSpan r;
        Tri tri = slice_span(vm, index, t.len, &r);
        if (tri == NEEDS_PYTHON) return text_with_ints(vm, "__getitem__", 2, (Value[]){text, index});
        return tri == YES ? sliced(vm, &t, &r) : V_ERROR;
    }
    Tri tri = is_int(index) ? (i = as_small(index), YES) : index_arg(vm, index, false, &i);
    if (tri == NEEDS_PYTHON) return text_with_ints(vm, "__getitem__", 2, (Value[]){text, index});
    if (tri == FAILED) {
        bool too_great = vm_error_is(vm, T_OVERFLOW_ERROR);
        vm_clear_error(vm);
        return too_great ? vm_raise(vm, T_INDEX_ERROR, "cannot fit 'int' into an index-sized integer")
                         : bad_index(vm, &t, index);
    }
    if (i < 0) i += t.len;
    if (i < 0 || i >= t.len)
        return vm_raise(vm, T_INDEX_ERROR, t.is_bytes ? "index out of range" : "string index out of range");
    return t.is_bytes ? from_small(t.data[i]) : str_char(vm, text_at(&t, (uint32_t)i));
}
