#include "app/table.h"

#include <stdbool.h>
#include <string.h>

void table_begin(Table *t, uint32_t columns) {
    *t = (Table){.columns = columns};
}

void table_cell(Table *t, const char *text) {
    vec_push(&t->cells, mem_strndup(text, strlen(text)));
}

void table_take(Table *t, Buf *text) {
    table_cell(t, buf_cstr(text));
    buf_deinit(text);
}

/* By characters. */
static size_t width(const char *text) {
    size_t n = 0;
    for (; *text; text++) n += ((unsigned char)*text & 0xC0) != 0x80;
    return n;
}

void table_print(const Table *t, Buf *out) {
    size_t widths[TABLE_COLUMNS] = {0};
    for (uint32_t i = 0; i < t->cells.len; i++) {
        size_t w = width(t->cells.items[i]), *most = &widths[i % t->columns];
        if (w > *most) *most = w;
    }
    for (uint32_t i = 0; i < t->cells.len; i++) {
        const char *text = t->cells.items[i];
        uint32_t column = i % t->columns;
        bool last = column + 1 == t->columns;
        buf_adds(out, "  ");
        if (column) buf_pad(out, ' ', widths[column] - width(text));
        buf_adds(out, text);
        if (!column && !last) buf_pad(out, ' ', widths[column] - width(text));
        if (last) buf_addc(out, '\n');
    }
}

void table_deinit(Table *t) {
    for (uint32_t i = 0; i < t->cells.len; i++) mem_free(t->cells.items[i]);
    vec_deinit(&t->cells);
}
