/* One encoding or decoding under way, for the files of codecs. */
#ifndef TOQUE_VM_CODEC_JOB_H
#define TOQUE_VM_CODEC_JOB_H

#include "vm/text.h"

typedef enum OnError {
    ON_STRICT,
    ON_IGNORE,
    ON_REPLACE,
    ON_BACKSLASH,
    ON_XML,
    ON_ESCAPE,
    ON_PASS,
    ON_UNKNOWN,
} OnError;

typedef struct Codec Codec;

/* One encoding or decoding under way. */
typedef struct Job {
    VM *vm;
    const Codec *codec;
    Value source;
    Text in;
    Buf *out; /* decoding: UTF-8 */
    OnError on_error;
    Value handler;    /* its name */
    const char *name; /* of the encoding, as errors give it */
    int charmap;      /* codec_charmap: which */
} Job;

struct Codec {
    const char *name;
    bool (*encode)(Job *j);
    bool (*decode)(Job *j);
};

enum { REPLACEMENT = 0xFFFD, BOM = 0xFEFF };

/* What the error handler makes of code points [start, end) that the encoding lacks. */
bool codec_cannot_encode(Job *j, uint32_t start, uint32_t end, const char *reason);
/* What it makes of bytes that mean nothing; *next is where to go on. */
bool codec_cannot_decode(Job *j, uint32_t start, uint32_t end, const char *reason, uint32_t *next);

/* codec_byte.c: one byte a character. codec_escape.c: as in a literal. */
extern const Codec codec_unicode_escape, codec_raw_unicode_escape, codec_charmap;
int codec_find_charmap(const char *name); /* for Job.charmap; -1 if there is none */

#endif
