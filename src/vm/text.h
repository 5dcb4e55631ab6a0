/* What the files of text (str, bytes, their methods, formatting) share among themselves.
 * What others use is in vm.h and format.h. */
#ifndef TOQUE_VM_TEXT_H
#define TOQUE_VM_TEXT_H

#include "vm/vm.h"

/* --- scratch memory ------------------------------------------------------------------ */

/* An empty buffer that belongs to the VM, so that the end of a run frees it whatever
 * happened. Given back in the reverse order of borrowing. */
Buf *text_borrow(VM *vm);
void text_return(VM *vm, Buf *b);
Value text_take(VM *vm, Buf *b); /* its UTF-8 as a str; gives it back */
void text_free(VM *vm);          /* when the VM ends */

/* --- strings, beyond vm.h ------------------------------------------------------------ */

Value str_too_long(VM *vm);
Value str_plain(VM *vm, Str *s); /* a str of class str itself */
Value str_of_class(VM *vm, Class *cls, Str *s);
Value str_from_ascii(VM *vm, const char *ascii, size_t len);
Value str_from_latin(VM *vm, const void *bytes, size_t n);
Value str_from_span(VM *vm, const unsigned char *data, uint8_t width, size_t n); /* narrowed */
void str_part_to_utf8(const Str *s, uint32_t start, uint32_t end, Buf *out);
uint64_t text_hash(const void *bytes, size_t n);

/* Code points in memory: the least width that holds them, and copying to another width
 * (which must hold them). */
uint8_t points_width(const unsigned char *data, uint8_t width, size_t n, bool *ascii);
void points_convert(unsigned char *to, uint8_t to_width, const unsigned char *from, uint8_t width, size_t n);

/* memcpy for what is mostly short: two words that may overlap. */
static inline void text_copy(unsigned char *to, const unsigned char *from, size_t n) {
    if (n > 16) {
        memcpy(to, from, n);
    } else if (n >= 8) {
        uint64_t first, last;
        memcpy(&first, from, 8);
        memcpy(&last, from + n - 8, 8);
        memcpy(to, &first, 8);
        memcpy(to + n - 8, &last, 8);
    } else {
        for (size_t i = 0; i < n; i++) to[i] = from[i];
    }
}

static inline void points_copy(unsigned char *to, uint8_t to_width, const unsigned char *from, uint8_t width,
                               size_t n) {
    if (to_width == width) text_copy(to, from, n * width);
    else points_convert(to, to_width, from, width, n);
}

/* --- str and bytes alike ------------------------------------------------------------- */

/* Most methods are the same for str and bytes, and are written once over this view. */
typedef struct Text {
    Value owner;
    const unsigned char *data;
    uint32_t len;
    uint8_t width;
    bool is_bytes;
} Text;

static inline bool is_bytes(Value v) {
    return is_kind(v, KIND_BYTES);
}

static inline Text text_of(Value v) { /* a str or bytes */
    if (is_bytes(v)) return (Text){v, AS(Bytes, v)->data, AS(Bytes, v)->len, 1, true};
    const Str *s = AS(Str, v);
    return (Text){v, s->data, s->len, s->width, false};
}

static inline uint32_t text_at(const Text *t, uint32_t i) {
    if (t->width == 1) return t->data[i];
    if (t->width == 2) return ((const uint16_t *)(const void *)t->data)[i];
    return ((const uint32_t *)(const void *)t->data)[i];
}

Value text_sub(VM *vm, const Text *t, uint32_t start, uint32_t end); /* a plain str or bytes */

/* By character below 256: SPACE_BYTES, white space to bytes; SPACE_STR, to str. */
enum { SPACE_BYTES = 1, SPACE_STR = 2 };
extern const unsigned char text_spaces[256];
bool text_is_wide_space(uint32_t c);

static inline bool text_is_space(const Text *t, uint32_t i) {
    uint32_t c = text_at(t, i);
    if (c < 256) return text_spaces[c] & (t->is_bytes ? SPACE_BYTES : SPACE_STR);
    return text_is_wide_space(c);
}

/* A result being built, of a length and width that are known. */
typedef struct TextOut {
    VM *vm;
    Value result; /* V_ERROR: there is no room */
    unsigned char *data;
    size_t at; /* code points so far */
    uint8_t width;
} TextOut;

TextOut text_begin(VM *vm, bool bytes, size_t len, uint8_t width);
static inline void text_put(TextOut *out, const Text *from, size_t start, size_t end) {
    points_copy(out->data + out->at * out->width, out->width, from->data + start * from->width, from->width,
                end - start);
    out->at += end - start;
}
void text_fill(TextOut *out, uint32_t point, size_t n);
Value text_end(TextOut *out);

/* An argument that must be of the same sort as self: false and a TypeError otherwise. */
bool text_like(VM *vm, const Text *self, Value arg, const char *what, Text *out);
/* start and end, as slices have them, from args[at] and args[at + 1]. */
Tri text_bounds(VM *vm, Value *args, int n, int at, uint32_t len, uint32_t *start, uint32_t *end);
/* An int argument that was maybe not given. */
Tri text_int(VM *vm, Value arg, int64_t otherwise, int64_t *out);
Tri text_c_int(VM *vm, Value arg, int64_t otherwise, int64_t *out); /* one of 32 bits */
/* The same call again, once Python has made ints of what has only an __index__. */
Value text_with_ints(VM *vm, const char *method, int n, const Value *args);

/* --- looking for text in text -------------------------------------------------------- */

enum { NOT_FOUND = -1 };
int64_t search_first(const Text *in, const Text *what, uint32_t start, uint32_t end);
int64_t search_last(const Text *in, const Text *what, uint32_t start, uint32_t end);
uint32_t search_count(const Text *in, const Text *what, uint32_t start, uint32_t end, uint32_t most);
bool text_has_at(const Text *in, const Text *what, uint32_t at); /* which must be inside */

#endif
