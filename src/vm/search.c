/* Looking for text in text. glibc's memmem takes linear time whatever the needle, so wider
 * strings are searched by it too, as bytes: a hit that is not on a code point is skipped. */
#define _GNU_SOURCE
#include "base/mem.h"
#include "vm/text.h"

/* The needle in the width of the text that it is looked for in. */
typedef struct Needle {
    const unsigned char *data;
    size_t bytes;
    unsigned char *own; /* to be freed */
} Needle;

static Needle needle_for(const Text *in, const Text *what) {
    Needle n = {what->data, (size_t)what->len * in->width, NULL};
    if (what->width != in->width) {
        n.own = mem_alloc(n.bytes);
        points_copy(n.own, in->width, what->data, what->width, what->len);
        n.data = n.own;
    }
    return n;
}

static const unsigned char *find_byte(const Text *in, unsigned char byte, uint32_t start, uint32_t end) {
    return memchr(in->data + start, byte, end - start);
}

static int64_t find_needle(const Text *in, const Needle *n, uint32_t start, uint32_t end) {
    const unsigned char *p = in->data + (size_t)start * in->width, *stop = in->data + (size_t)end * in->width;
    while ((size_t)(stop - p) >= n->bytes) {
        const unsigned char *hit = memmem(p, (size_t)(stop - p), n->data, n->bytes);
        if (!hit) return NOT_FOUND;
        size_t at = (size_t)(hit - in->data);
        if (at % in->width == 0) return (int64_t)(at / in->width);
        p = hit + 1;
    }
    return NOT_FOUND;
}

int64_t search_first(const Text *in, const Text *what, uint32_t start, uint32_t end) {
    if (start > end || what->len > end - start || what->width > in->width) return NOT_FOUND;
    if (what->len == 0) return start;
    if (what->len == 1 && in->width == 1) {
        const unsigned char *hit = find_byte(in, what->data[0], start, end);
        return hit ? hit - in->data : NOT_FOUND;
    }
    Needle n = needle_for(in, what);
    int64_t at = find_needle(in, &n, start, end);
    mem_free(n.own);
    return at;
}

bool text_has_at(const Text *in, const Text *what, uint32_t at) {
    if (what->width == in->width)
        return memcmp(in->data + (size_t)at * in->width, what->data, (size_t)what->len * in->width) == 0;
    for (uint32_t i = 0; i < what->len; i++)
        if (text_at(in, at + i) != text_at(what, i)) return false;
    return true;
}

int64_t search_last(const Text *in, const Text *what, uint32_t start, uint32_t end) {
    if (start > end || what->len > end - start || what->width > in->width) return NOT_FOUND;
    if (what->len == 0) return end;
    uint32_t first = text_at(what, 0);
    for (int64_t at = (int64_t)end - what->len; at >= start; at--)
        if (text_at(in, (uint32_t)at) == first && text_has_at(in, what, (uint32_t)at)) return at;
    return NOT_FOUND;
}

static uint32_t count_byte(const Text *in, unsigned char byte, uint32_t start, uint32_t end, uint32_t most) {
    uint32_t count = 0;
    while (count < most) {
        const unsigned char *hit = find_byte(in, byte, start, end);
        if (!hit) break;
        count++;
        start = (uint32_t)(hit - in->data) + 1;
    }
    return count;
}

/* How often, without overlaps; emptiness is before each code point and at the end. */
uint32_t search_count(const Text *in, const Text *what, uint32_t start, uint32_t end, uint32_t most) {
    if (start > end) return 0;
    if (what->len == 0) return end - start < most ? end - start + 1 : most;
    if (what->len > end - start || what->width > in->width) return 0;
    if (what->len == 1 && in->width == 1) return count_byte(in, what->data[0], start, end, most);
    Needle n = needle_for(in, what);
    uint32_t count = 0;
    while (count < most) {
        int64_t at = find_needle(in, &n, start, end);
        if (at < 0) break;
        count++;
        start = (uint32_t)at + what->len;
    }
    mem_free(n.own);
    return count;
}
