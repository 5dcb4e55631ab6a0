/* A bar of text for each task, where a terminal that is wide enough looks on. */
#ifndef TOQUE_APP_BARS_H
#define TOQUE_APP_BARS_H

#include "model/words.h"

void bars_add(const Speech *s, Buf *out);

#endif
