/* Text as a search sees it: small letters, without accents. */
#ifndef TOQUE_BASE_FOLD_H
#define TOQUE_BASE_FOLD_H

#include "base/buf.h"

#include <stdbool.h>

/* Appends `len` bytes of UTF-8 so folded; what belongs to no Latin letter stays. */
void fold_add(Buf *out, const char *s, size_t len);
/* Every word of the query is in the text; both are folded. A short one counts only where a word begins,
 * so that "lock" does not find "blocked". No word at all is in every text. */
bool fold_has_words(const char *text, const char *query);

#endif
