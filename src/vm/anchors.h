/* Where CPython 3.11 puts `^` among the `~` under a failing expression: at the operator of a
 * binary operation, at the brackets of a subscript. It reads the text of the expression
 * again, and so do we. */
#ifndef TOQUE_VM_ANCHORS_H
#define TOQUE_VM_ANCHORS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Finds the bytes [*left, *right) of an expression of one line to be marked with `^`. False
 * if it is another sort of expression: then all of it is. */
bool anchors_find(const char *expression, size_t len, uint32_t *left, uint32_t *right);

#endif
