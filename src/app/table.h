/* Tables of text with aligned columns. */
#ifndef TOQUE_APP_TABLE_H
#define TOQUE_APP_TABLE_H

#include "base/buf.h"
#include "base/vec.h"

enum { TABLE_COLUMNS = 12 };

/* Zeroed memory is an empty one. */
typedef struct Table {
    VEC(char *) cells; /* owned; row by row */
    uint32_t columns;
} Table;

void table_begin(Table *t, uint32_t columns);
void table_cell(Table *t, const char *text);
void table_take(Table *t, Buf *text); /* its text, which is then empty */
/* The first column to the left, the others to the right. */
void table_print(const Table *t, Buf *out);
void table_deinit(Table *t);

#endif
