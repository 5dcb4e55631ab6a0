/* The kitchen: a scene as a picture. The chef's room with what the scenario uses in it, the dishes in
 * their places, and words on what they belong to. */
#ifndef TOQUE_VIEW_KITCHEN_H
#define TOQUE_VIEW_KITCHEN_H

#include "base/msg.h"
#include "view/scene.h"

/* How it is to be shown. */
typedef struct Showing {
    const Theme *theme;
    const Model *model;
    Lang lang;
    bool asyncio_words; /* instead of the kitchen's */
    TaskId selected;    /* 0: none */
    uint64_t now;       /* of a player between two events: the time there; 0: that of the cursor */
    bool playing;       /* moves join on to each other */
} Showing;

/* Where a scene stands in its panel: the corner of its room, and how many pixels a unit has. */
typedef struct KitchenPlace {
    float x, y, scale;
} KitchenPlace;

float kitchen_width(Rect panel); /* of the scene that fills a panel */
KitchenPlace kitchen_place(const Scene *scene, Rect panel);
void kitchen_draw(DrawList *d, const Showing *show, const Scene *scene, Rect panel);

#endif
