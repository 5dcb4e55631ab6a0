/* Who is played by which dish: the picture and the hue of every task, the same in all views and at
 * every cursor. Tasks of one name share their picture; their hue as well, unless they are so few
 * that each can have its own. */
#ifndef TOQUE_VIEW_CAST_H
#define TOQUE_VIEW_CAST_H

#include "view/stock.h"
#include "view/theme.h"

typedef struct Role {
    const char *sprite;
    HueId hue;
} Role;

typedef struct Cast Cast;

Cast *cast_new(const Model *m); /* the model is not owned */
void cast_free(Cast *c);
void cast_follow(Cast *c); /* gives roles to the tasks that were made since */
Role cast_role(const Cast *c, TaskId task);
const Stock *cast_stock(const Cast *c);    /* what the run uses */
const char *cast_sprite(const char *name); /* by a word in it; NULL: it has none */

#endif
