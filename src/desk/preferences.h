/* What is remembered from one session to the next: a text file, `key value` in each line. A line that
 * is damaged is passed over, and so is a key that nobody knows: what is left of it stays at its
 * default, and nothing is ever refused because of it. */
#ifndef TOQUE_DESK_PREFERENCES_H
#define TOQUE_DESK_PREFERENCES_H

#include "base/buf.h"

#include <stdbool.h>

enum { RECENT_MOST = 24 }; /* files: three screens of the gallery's cards are more than one looks for */

typedef struct Preferences {
#define WORD(name, words, otherwise) int name;
#define NUMBER(name, least, most, otherwise) float name;
#define FLAG(name, otherwise) bool name;
#include "desk/preferences.def"
    char *recent[RECENT_MOST]; /* owned; full paths of files that were opened, the last first */
    int recent_count;
} Preferences;

void preferences_init(Preferences *p); /* the defaults */
void preferences_deinit(Preferences *p);

/* The file in that folder (Places.prefs). Init first: what it does not say stays. */
void preferences_load(Preferences *p, const char *folder);
/* At once or not at all: a crash or a full disk leaves the old file. False: it could not be written.
 * A file that says the same already is not written again. */
bool preferences_save(const Preferences *p, const char *folder);

/* Puts a file in front of the recent ones, or takes it out: it has gone. */
void preferences_opened(Preferences *p, const char *path);
void preferences_forget(Preferences *p, const char *path);

/* The file's text. */
void preferences_read(Preferences *p, const char *text, size_t len);
void preferences_write(const Preferences *p, Buf *out);

#endif
