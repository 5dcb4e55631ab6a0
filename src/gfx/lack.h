/* What the outside did not give (a font, a picture, a display): noted once, said once by whoever
 * shows messages. Drawing goes on with a fallback. */
#ifndef TOQUE_GFX_LACK_H
#define TOQUE_GFX_LACK_H

#include "base/msg.h"

#include <stdbool.h>

enum { LACK_NAME = 96, LACK_MAX = 16 };

typedef struct Lack {
    MsgId msg; /* its {0} is `name`, its {1} `reason` */
    char name[LACK_NAME];
    char reason[LACK_NAME];
} Lack;

/* Zeroed memory is none. The same thing is noted once; after LACK_MAX only counted. */
typedef struct Lacks {
    Lack list[LACK_MAX];
    uint32_t count, dropped;
} Lacks;

void lack_note(Lacks *t, MsgId msg, const char *name, const char *reason);
void lack_say(const Lack *t, Lang lang, Buf *out);

#endif
