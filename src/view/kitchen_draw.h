/* What the files of the kitchen share: the room (kitchen_room.c), the things in it (kitchen_things.c,
 * kitchen_stove.c, kitchen_shelf.c), the dishes (kitchen.c) and the words on all of them (kitchen_words.c). */
#ifndef TOQUE_VIEW_KITCHEN_DRAW_H
#define TOQUE_VIEW_KITCHEN_DRAW_H

#include "gfx/text.h"
#include "view/kitchen.h"

#define COUNTER_Y 388.0f

/* What is taken by words and by dishes: no name goes over another. */
typedef struct Taken {
    VEC(Rect) words;
    VEC(Rect) dishes; /* by their number among the plates */
} Taken;

typedef struct Kitchen {
    DrawList *draw;
    const Showing *show;
    const Scene *scene;
    Taken *taken; /* not owned */
    float cx;     /* where the chef stands */
    uint64_t now;
    Rect whole; /* the panel, in units: the room goes on beyond the scene */
} Kitchen;

static inline Color kitchen_color(const Kitchen *k, TokenId token) {
    return k->show->theme->colors[token];
}
static inline Paint kitchen_paint(const Kitchen *k, TokenId token) {
    return paint_plain(kitchen_color(k, token));
}
static inline const Hue *kitchen_hue(const Kitchen *k, TaskId task) {
    return &k->show->theme->hues[cast_role(k->scene->cast, task).hue];
}
static inline void kitchen_frame(const Kitchen *k, Rect r, float radius, TokenId fill, float width,
                                 TokenId edge) {
    draw_frame(k->draw, r, radius, kitchen_paint(k, fill), width, kitchen_color(k, edge));
}

/* --- words (kitchen_words.c) ------------------------------------------------------------ */

enum { WORDS = 96 };

/* The kitchen's word, or asyncio's, which stands behind it in the list. */
const char *kitchen_word(const Kitchen *k, MsgId word);
/* Into `out` of WORDS bytes, which is returned. */
const char *kitchen_words(const Kitchen *k, MsgId msg, const char *first, const char *second, char *out);
const char *kitchen_count(uint32_t n, char *out);
const char *kitchen_of(const Kitchen *k, uint32_t n, uint32_t m, char *out); /* "1 of 3"; m 0: "1" */
const char *kitchen_time(const Kitchen *k, uint64_t nanoseconds, char *out); /* "1.200 s" */
const char *kitchen_left(const Kitchen *k, uint64_t nanoseconds, char *out); /* "0.9 s", "85 ms" */
const char *kitchen_task_name(const Kitchen *k, TaskId task, char *out);
const char *kitchen_object_name(const Kitchen *k, ObjectId object, char *out);
const char *kitchen_plate_name(const Kitchen *k, const ScenePlate *p, char *out);
/* As people say it: a text without its quotes. */
const char *kitchen_item(const Kitchen *k, const Item *item, char *out);

typedef struct Saying {
    float x, y; /* the baseline */
    float size;
    FaceId face;
    TokenId color;
    TextAlign align;
    float most; /* room; 0: as much as it takes */
} Saying;

void kitchen_say(const Kitchen *k, Saying w, const char *text);
float kitchen_said_width(const Kitchen *k, Saying w, const char *text);
/* "Rail 2": the word quiet but firm, the number quieter. */
void kitchen_title(const Kitchen *k, Saying at, const char *word, const char *number);

/* Cuts a name to a width at its end, keeping its number; "" if not even four letters fit. */
const char *kitchen_cut(const Kitchen *k, TextStyle style, float width, char *name);

void kitchen_take(const Kitchen *k, Rect words);
bool kitchen_is_free(const Kitchen *k, Rect words, uint32_t but_plate);
/* How far words may go to the right of a place, or to both sides of it: before the next words or dish. */
float kitchen_room_right(const Kitchen *k, Rect from, uint32_t but_plate);
float kitchen_room_around(const Kitchen *k, Rect middle, uint32_t but_plate);

/* --- parts -------------------------------------------------------------------------------- */

void kitchen_room(const Kitchen *k);
void kitchen_lamp(const Kitchen *k);
void kitchen_chef(const Kitchen *k); /* behind the board and the dish on it */
void kitchen_board(const Kitchen *k);
void kitchen_thing(const Kitchen *k, const SceneThing *t);
void kitchen_ticket(const Kitchen *k, const ScenePlate *p);
void kitchen_arrow(const Kitchen *k, const Point *way, uint32_t count,
                   LineStyle style); /* its head at the end */
/* A word on an arrow, if there is room for it. */
bool kitchen_pill(const Kitchen *k, Point at, const char *word, Color edge);
void kitchen_cycle_arrows(const Kitchen *k);

void kitchen_draw_oven(const Kitchen *k, const SceneThing *t);
void kitchen_draw_stove(const Kitchen *k, const SceneThing *t);
void kitchen_draw_cook(const Kitchen *k, const SceneThing *t);
void kitchen_draw_pass(const Kitchen *k, const SceneThing *t);
void kitchen_draw_ended(const Kitchen *k, const SceneThing *t);
void kitchen_draw_drawer(const Kitchen *k, const SceneThing *t);
void kitchen_draw_cycle(const Kitchen *k, const SceneThing *t);
void kitchen_draw_node(const Kitchen *k, const SceneThing *t);

#endif
