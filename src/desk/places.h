/* Where things are: what comes with the program, found from where its own file lies, so that it may be
 * started from any folder, in a build tree or installed; and what belongs to the user, which alone is
 * ever written. Folders that end without a slash; "" where there is none. */
#ifndef TOQUE_DESK_PLACES_H
#define TOQUE_DESK_PLACES_H

#include "base/buf.h"

#include <stdbool.h>

typedef struct Places {
    char *assets;    /* owned; fonts/ and sprites/ */
    char *scenarios; /* owned; those that come with the program */
    char *own;       /* owned; the user's; it need not be there yet */
    char *prefs;     /* owned; "": there is no place that can be written */
} Places;

/* `argv0` helps where the system does not say which file is running; it may be NULL. */
void places_find(Places *p, const char *argv0);
void places_deinit(Places *p);

/* Makes the user's own folder if it is not there. False: it cannot be written. */
bool places_make_own(const Places *p);

/* A path as somebody types or pastes it: without blanks about it or "file://", "~" is the home folder. */
void places_typed(const char *text, Buf *out);

/* Of a folder, owned by the caller: "folder/name". */
char *places_join(const char *folder, const char *name);

#endif
