#include "app/json.h"

#include "base/utf8.h"

#include <inttypes.h>

static void begin(Json *j, const char *name) {
    if (j->behind) buf_addc(j->out, ',');
    if (!name) buf_addc(j->out, '\n');
    else if (j->behind) buf_addc(j->out, ' ');
    j->behind = true;
    if (name) buf_printf(j->out, "\"%s\": ", name);
}

void json_open(Json *j, const char *name, char bracket) {
    begin(j, name);
    buf_addc(j->out, bracket);
    j->behind = false;
}

void json_close(Json *j, char bracket) {
    buf_addc(j->out, bracket);
    j->behind = true;
}

/* A Python text may hold what is no Unicode: lone surrogates, which JSON cannot. */
static void add_quoted(Buf *out, const char *text, size_t len) {
    const char *end = text + len;
    buf_addc(out, '"');
    for (const char *p = text, *from = p; p < end; from = p) {
        int32_t c = utf8_next(&p, end);
        if (c < 0) buf_adds(out, "\xEF\xBF\xBD");
        else if (c == '"' || c == '\\') buf_printf(out, "\\%c", (char)c);
        else if (c == '\n') buf_adds(out, "\\n");
        else if (c < ' ') buf_printf(out, "\\u%04x", (unsigned)c);
        else buf_add(out, from, (size_t)(p - from));
    }
    buf_addc(out, '"');
}

void json_text(Json *j, const char *name, const char *text, size_t len) {
    begin(j, name);
    add_quoted(j->out, text, len);
}

void json_number(Json *j, const char *name, double number) {
    begin(j, name);
    buf_printf(j->out, "%.15g", number);
}

void json_integer(Json *j, const char *name, uint64_t number) {
    begin(j, name);
    buf_printf(j->out, "%" PRIu64, number);
}

void json_bool(Json *j, const char *name, bool is) {
    begin(j, name);
    buf_adds(j->out, is ? "true" : "false");
}
