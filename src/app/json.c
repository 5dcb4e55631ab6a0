#include "app/json.h"

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

static void add_quoted(Buf *out, const char *text, size_t len) {
    buf_addc(out, '"');
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c == '"' || c == '\\') buf_printf(out, "\\%c", c);
        else if (c == '\n') buf_adds(out, "\\n");
        else if (c < ' ') buf_printf(out, "\\u%04x", c);
        else buf_addc(out, (char)c);
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
