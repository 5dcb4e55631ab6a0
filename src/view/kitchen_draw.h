/* What the files of the kitchen share: the room (kitchen_room.c), the things in it
 * (kitchen_things.c), and the dishes with their names (kitchen.c). */
#ifndef TOQUE_VIEW_KITCHEN_DRAW_H
#define TOQUE_VIEW_KITCHEN_DRAW_H

#include "gfx/text.h"
#include "view/kitchen.h"

#define COUNTER_Y 388.0f

typedef struct Kitchen {
    DrawList *draw;
    const Showing *show;
    const Scene *scene;
    float cx; /* where the chef stands */
} Kitchen;

static inline Color kitchen_color(const Kitchen *k, TokenId token) {
    return k->show->theme->colors[token];
}

/* --- words (kitchen_words.c) ------------------------------------------------------------ */

enum { WORDS = 96 };

/* The kitchen's word, or asyncio's, which stands behind it in the list. */
const char *kitchen_word(const Kitchen *k, MsgId word);
/* Into `out` of WORDS bytes, which is returned. */
const char *kitchen_words(const Kitchen *k, MsgId msg, const char *first, const char *second, char *out);
const char *kitchen_count(uint32_t n, char *out);
const char *kitchen_time(const Kitchen *k, uint64_t nanoseconds, char *out); /* "1.200 s" */
const char *kitchen_left(const Kitchen *k, uint64_t nanoseconds, char *out); /* "0.9 s", "85 ms" */
const char *kitchen_task_name(const Kitchen *k, TaskId task, char *out);
const char *kitchen_object_name(const Kitchen *k, ObjectId object, char *out);

typedef struct Words {
    float x, y; /* the baseline */
    float size;
    FaceId face;
    TokenId color;
    TextAlign align;
    float most; /* room; 0: as much as it takes */
} Words;

void kitchen_say(const Kitchen *k, Words w, const char *text);
float kitchen_said_width(const Kitchen *k, Words w, const char *text);

/* --- parts -------------------------------------------------------------------------------- */

void kitchen_room(const Kitchen *k);
void kitchen_chef(const Kitchen *k); /* behind the board and the dish on it */
void kitchen_board(const Kitchen *k);
void kitchen_thing(const Kitchen *k, const SceneThing *t);
void kitchen_ticket(const Kitchen *k, const ScenePlate *p);

#endif
