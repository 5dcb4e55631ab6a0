/* What the desk shows when nothing is open: all that could be. */
#include "desk/desk_parts.h"

static Library *library_of(Desk *d) {
    if (!d->library) d->library = library_new(d->lang);
    if (!d->scanned) library_scan(d->library, d->places, d->prefs.recent, d->prefs.recent_count);
    d->scanned = true;
    return d->library;
}

/* It stands in the field as it was understood. */
static const char *typed_path(Desk *d) {
    Buf path = {0};
    places_typed(buf_cstr(&d->gallery.search.text), &path);
    field_set(&d->gallery.search, buf_cstr(&path));
    buf_deinit(&path);
    return buf_cstr(&d->gallery.search.text);
}

void desk_gallery(Plan *p) {
    Desk *d = p->d;
    GalleryShow show = {.lang = d->lang};
    show.cards = library_cards(library_of(d), &show.count);
    desk_notices(p);
    GalleryPress press = gallery_panel(&d->ui, &d->theme, &d->gallery, &show, p->left);
    switch (press.action) {
    case GALLERY_NOTHING: break;
    case GALLERY_OPEN: p->wish->open = show.cards[press.card].path; break;
    case GALLERY_PATH: p->wish->open = typed_path(d); break;
    case GALLERY_LANGUAGE: p->wish->action = ACTION_LANGUAGE; break;
    case GALLERY_THEME: p->wish->action = ACTION_THEME; break;
    case GALLERY_HELP: p->wish->action = ACTION_KEYS; break;
    }
}
