/* JSON, written as it comes: commas and quotes are put where they belong. */
#ifndef TOQUE_APP_JSON_H
#define TOQUE_APP_JSON_H

#include "base/buf.h"

#include <stdbool.h>

typedef struct Json {
    Buf *out;
    bool behind; /* a value of the same list or object */
} Json;

/* `name`: of a member, or NULL in a list and at the top. */
void json_open(Json *j, const char *name, char bracket); /* { or [ */
void json_close(Json *j, char bracket);
void json_text(Json *j, const char *name, const char *text, size_t len);
void json_number(Json *j, const char *name, double number);
void json_integer(Json *j, const char *name, uint64_t number);
void json_bool(Json *j, const char *name, bool is);

#endif
