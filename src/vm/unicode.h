/* What Unicode 14 says about a code point, as the str methods of CPython 3.11 see it. */
#ifndef TOQUE_VM_UNICODE_H
#define TOQUE_VM_UNICODE_H

#include <stdbool.h>
#include <stdint.h>

typedef enum CaseMapping { TO_UPPER, TO_LOWER, TO_TITLE, TO_FOLDED } CaseMapping;

enum { CASE_MOST = 3 }; /* code points that one can become */

bool uni_is_alpha(uint32_t c);
bool uni_is_decimal(uint32_t c);
bool uni_is_digit(uint32_t c);
bool uni_is_numeric(uint32_t c);
bool uni_is_lower(uint32_t c);
bool uni_is_upper(uint32_t c);
bool uni_is_title(uint32_t c);
bool uni_is_space(uint32_t c);
bool uni_is_line_break(uint32_t c);
bool uni_is_printable(uint32_t c);
bool uni_is_id_start(uint32_t c); /* with "_" */
bool uni_is_id_continue(uint32_t c);
bool uni_is_cased(uint32_t c);
bool uni_is_case_ignored(uint32_t c); /* when looking whether a sigma ends a word */

int uni_decimal(uint32_t c); /* 0 to 9 of what int() takes, or -1 */

/* Writes what `c` becomes and returns how many. */
int uni_map(CaseMapping how, uint32_t c, uint32_t out[CASE_MOST]);

#endif
