/* Strings: making, sharing, comparing. The methods of class str are in str_methods*.c. */
#include "vm/text.h"
#include "vm/vm_internal.h"

#include "base/hash.h"
#include "base/utf8.h"

#include <assert.h>
#include <stdio.h>

enum {
    INLINE_LEAST = 8,      /* bytes that a Str has in itself anyway */
    SHARE_FROM = 96,       /* bytes; shorter sums are simply copied */
    ASK_FROM = 64 * 1024,  /* bytes; longer strings ask the heap whether they fit */
    BUFFER_MOST = 1 << 30, /* bytes in a shared buffer, whose sizes have 32 bits */
    INTERNS_FIRST = 1024,
};

/* Open-addressed, by the strings' own hashes. */
struct InternTable {
    Str **slots;   /* owned; NULL: free */
    uint32_t size; /* power of two */
    uint32_t used;
};

/* --- code points in memory ---------------------------------------------------------- */

static bool all_ascii(const unsigned char *p, size_t n) {
    uint64_t word;
    for (; n >= 8; n -= 8, p += 8) {
        memcpy(&word, p, 8);
        if (word & 0x8080808080808080u) return false;
    }
    for (; n > 0; n--)
        if (*p++ & 0x80) return false;
    return true;
}

static uint32_t point_at(const unsigned char *data, uint8_t width, size_t i) {
    if (width == 1) return data[i];
    if (width == 2) return ((const uint16_t *)(const void *)data)[i];
    return ((const uint32_t *)(const void *)data)[i];
}

static uint8_t width_of(uint32_t point) {
    return point < 0x100 ? 1 : point < 0x10000 ? 2 : 4;
}

uint8_t points_width(const unsigned char *data, uint8_t width, size_t n, bool *ascii) {
    *ascii = false;
    if (width == 1) {
        *ascii = all_ascii(data, n);
        return 1;
    }
    uint32_t all = 0;
    for (size_t i = 0; i < n; i++) all |= point_at(data, width, i);
    *ascii = all < 0x80;
    return width_of(all);
}

void points_convert(unsigned char *to, uint8_t to_width, const unsigned char *from, uint8_t width, size_t n) {
    if (to_width == 1) {
        for (size_t i = 0; i < n; i++) to[i] = (unsigned char)point_at(from, width, i);
    } else if (to_width == 2) {
        uint16_t *out = (uint16_t *)(void *)to;
        for (size_t i = 0; i < n; i++) out[i] = (uint16_t)point_at(from, width, i);
    } else {
        uint32_t *out = (uint32_t *)(void *)to;
        for (size_t i = 0; i < n; i++) out[i] = point_at(from, width, i);
    }
}

/* --- making ------------------------------------------------------------------------- */

static Str *new_inline(VM *vm, Class *cls, uint32_t len, uint8_t width) {
    size_t bytes = (size_t)len * width;
    if (bytes >= ASK_FROM) heap_can_hold(vm, bytes); /* or the run ends: it is no absurd size */
    Str *s =
        heap_new(vm, cls, KIND_STR, offsetof(Str, store) + (bytes > INLINE_LEAST ? bytes : INLINE_LEAST));
    s->len = len;
    s->width = width;
    s->data = s->store.inline_data;
    return s;
}

Str *str_blank(VM *vm, uint32_t len, uint8_t width) {
    return new_inline(vm, vm->types[T_STR], len, width);
}

unsigned char *str_bytes(Str *s) {
    assert(s->data == s->store.inline_data);
    return s->store.inline_data;
}

Value str_too_long(VM *vm) {
    return vm_raise(vm, T_MEMORY_ERROR, "%s", "");
}

static Value empty(VM *vm) {
    return from_obj(str_intern(vm, "", 0));
}

Value str_char(VM *vm, uint32_t point) {
    if (point < 256 && vm->chars[point]) return from_obj(vm->chars[point]);
    Str *s = str_blank(vm, 1, width_of(point));
    points_copy(s->store.inline_data, s->width, (const unsigned char *)&point, 4, 1);
    s->ascii = point < 0x80;
    if (point < 256) vm->chars[point] = s = str_intern_value(vm, s);
    return from_obj(s);
}

Value str_from_span(VM *vm, const unsigned char *data, uint8_t width, size_t n) {
    if (n == 0) return empty(vm);
    if (n == 1) return str_char(vm, point_at(data, width, 0));
    if (n > UINT32_MAX) return str_too_long(vm);
    bool ascii;
    uint8_t least = points_width(data, width, n, &ascii);
    Str *s = str_blank(vm, (uint32_t)n, least);
    points_copy(s->store.inline_data, least, data, width, n);
    s->ascii = ascii;
    return from_obj(s);
}

Value str_from_latin(VM *vm, const void *bytes, size_t n) {
    return str_from_span(vm, bytes, 1, n);
}

static Value from_wide_utf8(VM *vm, const char *utf8, size_t len) {
    uint32_t all = 0;
    size_t n = 0;
    for (const char *p = utf8, *end = utf8 + len; p < end; n++) all |= (uint32_t)utf8_next(&p, end);
    if (n > UINT32_MAX) return str_too_long(vm);
    if (n == 1) return str_char(vm, all);
    Str *s = str_blank(vm, (uint32_t)n, width_of(all));
    const char *p = utf8, *end = utf8 + len;
    unsigned char *to = str_bytes(s);
    for (size_t i = 0; i < n; i++) {
        uint32_t c = (uint32_t)utf8_next(&p, end);
        points_copy(to + i * s->width, s->width, (const unsigned char *)&c, 4, 1);
    }
    return from_obj(s);
}

Value str_from_ascii(VM *vm, const char *ascii, size_t len) {
    if (len == 0) return empty(vm);
    if (len == 1) return str_char(vm, (unsigned char)*ascii);
    if (len > UINT32_MAX) return str_too_long(vm);
    Str *s = str_blank(vm, (uint32_t)len, 1);
    memcpy(s->store.inline_data, ascii, len);
    s->ascii = true;
    return from_obj(s);
}

Value str_new(VM *vm, const char *utf8, size_t len) {
    if (!all_ascii((const unsigned char *)utf8, len)) return from_wide_utf8(vm, utf8, len);
    return str_from_ascii(vm, utf8, len);
}

Value str_from(VM *vm, const char *utf8) {
    return str_new(vm, utf8, strlen(utf8));
}

Value str_format(VM *vm, const char *format, ...) {
    Buf *b = text_borrow(vm);
    va_list args;
    va_start(args, format);
    buf_vprintf(b, format, args);
    va_end(args);
    return text_take(vm, b);
}

Value str_plain(VM *vm, Str *s) {
    if (s->obj.cls == vm->types[T_STR]) return from_obj(s);
    return str_from_span(vm, s->data, s->width, s->len);
}

Value str_of_class(VM *vm, Class *cls, Str *s) {
    if (cls == vm->types[T_STR]) return str_plain(vm, s);
    Str *copy = new_inline(vm, cls, s->len, s->width);
    memcpy(copy->store.inline_data, s->data, (size_t)s->len * s->width);
    copy->ascii = s->ascii;
    copy->hash = s->hash;
    return from_obj(copy);
}

Value str_sub(VM *vm, Str *s, uint32_t start, uint32_t end) {
    if (start == 0 && end >= s->len) return str_plain(vm, s);
    if (start >= end) return empty(vm);
    if (!s->ascii || end - start == 1)
        return str_from_span(vm, s->data + (size_t)start * s->width, s->width, end - start);
    Str *sub = str_blank(vm, end - start, 1);
    memcpy(sub->store.inline_data, s->data + start, end - start);
    sub->ascii = true;
    return from_obj(sub);
}

/* --- adding ------------------------------------------------------------------------- */

static Str *new_in_buffer(VM *vm, StrBuffer *buffer, uint32_t len, uint8_t width) {
    Str *s = heap_new(vm, vm->types[T_STR], KIND_STR, sizeof(Str));
    s->len = len;
    s->width = width;
    s->store.buffer = buffer;
    s->data = buffer->bytes;
    buffer->refs++;
    return s;
}

/* For a sum that is added to again: half as much is kept free behind it. */
static Str *begin_buffer(VM *vm, const Str *a, uint32_t len, uint8_t width) {
    size_t bytes = (size_t)len * width, cap = bytes + bytes / 2;
    heap_can_hold(vm, sizeof(StrBuffer) + cap);
    StrBuffer *buffer = heap_array(vm, NULL, 0, sizeof(StrBuffer) + cap);
    *buffer = (StrBuffer){.used = (uint32_t)bytes, .cap = (uint32_t)cap};
    points_copy(buffer->bytes, width, a->data, a->width, a->len);
    return new_in_buffer(vm, buffer, len, width);
}

static bool can_append(const Str *a, uint8_t width, size_t more) {
    if (a->data == a->store.inline_data || a->width != width) return false;
    const StrBuffer *buffer = a->store.buffer;
    return (size_t)a->len * width == buffer->used && buffer->cap - buffer->used >= more;
}

Value str_concat(VM *vm, Str *a, Str *b) {
    if (b->len == 0) return str_plain(vm, a);
    if (a->len == 0) return str_plain(vm, b);
    uint64_t len = (uint64_t)a->len + b->len;
    if (len > UINT32_MAX) return str_too_long(vm);
    uint8_t width = a->width > b->width ? a->width : b->width;
    size_t at = (size_t)a->len * width, more = (size_t)b->len * width;
    Str *s;
    unsigned char *to;
    bool again = a->sum && at + more >= SHARE_FROM && at + more <= BUFFER_MOST;
    if (!again) {
        s = str_blank(vm, (uint32_t)len, width);
        to = s->store.inline_data;
        points_copy(to, width, a->data, a->width, a->len);
    } else {
        if (can_append(a, width, more)) {
            s = new_in_buffer(vm, a->store.buffer, (uint32_t)len, width);
            s->store.buffer->used += (uint32_t)more;
        } else {
            s = begin_buffer(vm, a, (uint32_t)len, width);
        }
        to = s->store.buffer->bytes;
    }
    points_copy(to + at, width, b->data, b->width, b->len);
    s->sum = true;
    s->ascii = a->ascii && b->ascii;
    return from_obj(s);
}

/* --- UTF-8 out ---------------------------------------------------------------------- */

void str_part_to_utf8(const Str *s, uint32_t start, uint32_t end, Buf *out) {
    if (s->ascii) {
        buf_add(out, s->data + start, end - start);
        return;
    }
    for (uint32_t i = start; i < end; i++) buf_add_utf8(out, str_at(s, i));
}

void str_to_utf8(const Str *s, Buf *out) {
    str_part_to_utf8(s, 0, s->len, out);
}

/* --- comparing ---------------------------------------------------------------------- */

bool str_is(const Str *s, const char *ascii) {
    return s->width == 1 && strlen(ascii) == s->len && memcmp(s->data, ascii, s->len) == 0;
}

bool str_equal(const Str *a, const Str *b) {
    if (a == b) return true;
    if (a->len != b->len || a->width != b->width) return false;
    if (a->hash && b->hash && a->hash != b->hash) return false;
    return memcmp(a->data, b->data, (size_t)a->len * a->width) == 0;
}

int str_compare(const Str *a, const Str *b) {
    uint32_t n = a->len < b->len ? a->len : b->len;
    if (a->width == 1 && b->width == 1) {
        int c = memcmp(a->data, b->data, n);
        if (c) return c < 0 ? -1 : 1;
    } else {
        for (uint32_t i = 0; i < n; i++) {
            uint32_t x = str_at(a, i), y = str_at(b, i);
            if (x != y) return x < y ? -1 : 1;
        }
    }
    return (a->len > b->len) - (a->len < b->len);
}

/* CPython's: nothing hashes to -1, and emptiness to 0. */
uint64_t text_hash(const void *bytes, size_t n) {
    if (n == 0) return 0;
    uint64_t h = hash_sip13(bytes, n);
    return h == UINT64_MAX ? UINT64_MAX - 1 : h;
}

uint64_t str_hash(Str *s) {
    if (!s->hash) s->hash = text_hash(s->data, (size_t)s->len * s->width);
    return s->hash;
}

/* --- interning ---------------------------------------------------------------------- */

static void place(InternTable *t, Str *s) {
    uint32_t i = (uint32_t)str_hash(s) & (t->size - 1);
    while (t->slots[i]) i = (i + 1) & (t->size - 1);
    t->slots[i] = s;
}

static InternTable *table_with_room(VM *vm) {
    InternTable **home = vm_interns(vm);
    if (!*home) *home = mem_zalloc(sizeof **home);
    InternTable *t = *home;
    if ((t->used + 1) * 2 <= t->size) return t;
    InternTable old = *t;
    t->size = old.size ? old.size * 2 : INTERNS_FIRST;
    t->slots = mem_zalloc(t->size * sizeof *t->slots);
    for (uint32_t i = 0; i < old.size; i++)
        if (old.slots[i]) place(t, old.slots[i]);
    mem_free(old.slots);
    return t;
}

Str *str_intern_value(VM *vm, Str *s) {
    if (s->interned) return s;
    InternTable *t = table_with_room(vm);
    uint32_t i = (uint32_t)str_hash(s) & (t->size - 1);
    for (; t->slots[i]; i = (i + 1) & (t->size - 1))
        if (str_equal(t->slots[i], s)) return t->slots[i];
    /* A str of a subclass has attributes and methods of its own: its plain copy is the one. */
    if (s->obj.cls != vm->types[T_STR]) {
        Str *copy = str_blank(vm, s->len, s->width);
        memcpy(copy->store.inline_data, s->data, (size_t)s->len * s->width);
        copy->ascii = s->ascii;
        copy->hash = s->hash;
        s = copy;
    }
    s->interned = true;
    t->slots[i] = s;
    t->used++;
    return s;
}

Str *str_intern(VM *vm, const char *utf8, size_t len) {
    if (!all_ascii((const unsigned char *)utf8, len))
        return str_intern_value(vm, AS(Str, str_new(vm, utf8, len)));
    InternTable *t = table_with_room(vm);
    uint64_t hash = text_hash(utf8, len);
    for (uint32_t i = (uint32_t)hash & (t->size - 1); t->slots[i]; i = (i + 1) & (t->size - 1)) {
        Str *s = t->slots[i];
        if (s->len == len && s->width == 1 && memcmp(s->data, utf8, len) == 0) return s;
    }
    Str *s = str_blank(vm, (uint32_t)len, 1);
    memcpy(s->store.inline_data, utf8, len);
    s->ascii = true;
    s->hash = hash;
    return str_intern_value(vm, s);
}

void interns_each(InternTable *t, void (*each)(void *data, Str *s), void *data) {
    for (uint32_t i = 0; t && i < t->size; i++)
        if (t->slots[i]) each(data, t->slots[i]);
}

void interns_free(InternTable *t) {
    if (!t) return;
    mem_free(t->slots);
    mem_free(t);
}
