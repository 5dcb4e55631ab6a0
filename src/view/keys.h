/* Keys for a person to read. They come as key_parse reads them, several with spaces between them:
 * "Ctrl+Shift+p F1"; a capital letter is one with Shift. */
#ifndef TOQUE_VIEW_KEYS_H
#define TOQUE_VIEW_KEYS_H

#include "base/buf.h"
#include "base/msg.h"

#include <stdbool.h>

enum { CAP_MAX = 24 };

/* What stands on one key. */
typedef struct Cap {
    char text[CAP_MAX];
    bool other; /* another way begins with it: it is not pressed together with the one before */
} Cap;

/* The next cap; moves on behind it. False at the end. Begin with *part 0. */
bool keys_next(Lang lang, const char **keys, int *part, Cap *cap);
/* The first way, as one word: "Ctrl+Maj+P". */
void keys_say(Buf *out, Lang lang, const char *keys);

#endif
