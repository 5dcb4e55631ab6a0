/* One card of the gallery. */
#ifndef TOQUE_VIEW_GALLERY_CARD_H
#define TOQUE_VIEW_GALLERY_CARD_H

#include "view/gallery.h"

typedef struct CardShow {
    const GalleryCard *card;
    Lang lang;
    float k; /* the text's scale */
    bool chosen;
} CardShow;

float gallery_card_height(float k);
/* True: it is to be opened. */
bool gallery_card(Ui *ui, const Theme *t, UiId id, const CardShow *show, Rect r);

#endif
