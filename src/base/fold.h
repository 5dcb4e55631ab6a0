/* Text as a search sees it: small letters, without accents. */
#ifndef TOQUE_BASE_FOLD_H
#define TOQUE_BASE_FOLD_H

#include "base/buf.h"

#include <stdbool.h>

/* Appends `len` bytes of UTF-8 so folded; what belongs to no Latin letter stays. */
void fold_add(Buf *out, const char *s, size_t len);
/* Every word of the query is somewhere in the text; both are folded. No word is in every text. */
bool fold_has_words(const char *text, const char *query);

#endif
