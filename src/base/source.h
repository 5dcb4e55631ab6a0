/* A source text and where its lines begin. Places in it are byte offsets; lines and
 * columns (from 1, columns in code points) are worked out when a person is to read them. */
#ifndef TOQUE_BASE_SOURCE_H
#define TOQUE_BASE_SOURCE_H

#include "base/vec.h"

#include <stdint.h>

typedef struct Span {
    uint32_t start, end; /* byte offsets, end exclusive */
} Span;

typedef struct Source {
    char *name; /* owned; as it is to be shown */
    char *text; /* owned; valid UTF-8, "\n" line ends, no BOM, terminated by a NUL */
    uint32_t len;
    VEC(uint32_t) line_starts;
} Source;

typedef struct Position {
    uint32_t line, column; /* from 1 */
} Position;

/* Copies the text; CRLF and lone CR become LF and a BOM is dropped. */
void source_init(Source *s, const char *name, const char *text, size_t len);
void source_deinit(Source *s);

uint32_t source_line_of(const Source *s, uint32_t offset); /* from 1 */
Position source_position(const Source *s, uint32_t offset);
/* The line's text without its end. */
const char *source_line(const Source *s, uint32_t line, uint32_t *len);
uint32_t source_line_start(const Source *s, uint32_t line);

#endif
