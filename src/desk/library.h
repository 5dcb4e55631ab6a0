/* What the gallery shows: the scenarios that come with the program, and the user's own. Their
 * directives are read at once, so that the gallery can open; what costs more, a run for the picture
 * and the verdict, is done a little at a time. */
#ifndef TOQUE_DESK_LIBRARY_H
#define TOQUE_DESK_LIBRARY_H

#include "desk/places.h"
#include "view/gallery.h"

typedef struct Library Library;

/* Knows nothing before the first scan. Never NULL. */
Library *library_new(Lang lang);
void library_free(Library *l);

/* Looks at the folders and at those files; call it whenever the gallery opens. What has not changed
 * since the last time is not read or run again. `recent`: full paths, the last one first. */
void library_scan(Library *l, const Places *places, char *const *recent, int recent_count);
/* Titles and reasons in that language from now on. */
void library_speak(Library *l, Lang lang);

/* Reads and runs a little more: about that many instructions. False: there is nothing left to do.
 * The cards may be others afterwards. */
bool library_advance(Library *l, uint64_t budget);

const GalleryCard *library_cards(const Library *l, uint32_t *count);

#endif
