/* What of a picture changed. The window is cut into cells; each has a hash of the commands that
 * touch it. Cells whose hash differs from the last picture's are painted again, and nothing else:
 * a picture that stays as it was costs no pixel. */
#ifndef TOQUE_GFX_DAMAGE_H
#define TOQUE_GFX_DAMAGE_H

#include "gfx/draw.h"

enum { DAMAGE_CELL = 64 };

/* Zeroed memory knows no last picture: all is damaged. */
typedef struct Damage {
    VEC(uint64_t) last, now;
    int32_t width, height; /* of the last picture, in pixels */
    int32_t columns, rows;
    VEC(Box) boxes; /* of the last damage_find */
} Damage;

/* Finds what differs from the list given before; boxes do not overlap. */
void damage_find(Damage *d, const DrawList *list);
void damage_all(Damage *d); /* forget the last picture: its pixels are lost */
void damage_deinit(Damage *d);

#endif
