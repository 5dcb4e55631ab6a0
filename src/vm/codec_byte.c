/* Encodings of one byte a character, beyond ASCII and Latin-1. All have ASCII below. */
#include "vm/codec_job.h"

#include "vm/charmaps.inc"

static const char undefined[] = "character maps to <undefined>";

static int byte_of(const uint16_t *map, uint32_t c) {
    if (c < 0x80) return (int)c;
    for (int i = 0; i < 128; i++)
        if (map[i] == c) return i + 128;
    return -1;
}

static bool encode(Job *j) {
    const uint16_t *map = charmaps[j->charmap];
    for (uint32_t i = 0; i < j->in.len;) {
        uint32_t end = i;
        int byte;
        while (end < j->in.len && (byte = byte_of(map, text_at(&j->in, end))) >= 0)
            buf_addc(j->out, (char)byte), end++;
        i = end;
        while (end < j->in.len && byte_of(map, text_at(&j->in, end)) < 0) end++;
        if (end > i && !codec_cannot_encode(j, i, end, undefined)) return false;
        i = end;
    }
    return true;
}

static bool decode(Job *j) {
    const uint16_t *map = charmaps[j->charmap];
    for (uint32_t i = 0; i < j->in.len;) {
        unsigned char byte = j->in.data[i];
        uint32_t c = byte < 0x80 ? byte : map[byte - 0x80];
        if (c == 0 && byte != 0) {
            if (!codec_cannot_decode(j, i, i + 1, undefined, &i)) return false;
            continue;
        }
        buf_add_utf8(j->out, c);
        i++;
    }
    return true;
}

const Codec codec_charmap = {"charmap", encode, decode};

int codec_find_charmap(const char *name) {
    for (size_t i = 0; i < sizeof charmap_names / sizeof charmap_names[0]; i++)
        if (strcmp(charmap_names[i].name, name) == 0) return charmap_names[i].map;
    return -1;
}
