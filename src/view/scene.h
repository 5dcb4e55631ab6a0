/* Where everything stands in the kitchen at one moment. A scene is reckoned from the moment alone,
 * so the same moment is the same scene, whichever way one came; what moves is only the way from
 * one scene to the next (kitchen.h).
 *
 * Lengths are the kitchen's own units: it is 520 of them high, and as wide as its panel allows. */
#ifndef TOQUE_VIEW_SCENE_H
#define TOQUE_VIEW_SCENE_H

#include "base/vec.h"
#include "model/moment.h"
#include "view/cast.h"
#include "view/dish.h"

enum { SCENE_HEIGHT = 520, SCENE_WIDTH_LEAST = 1080, SCENE_WIDTH_MOST = 1280, SCENE_NAME = 48 };

/* Words at a dish or a thing. */
typedef enum LabelSide { LABEL_NONE, LABEL_RIGHT, LABEL_BELOW, LABEL_ON_TICKET } LabelSide;

typedef struct ScenePlate {
    TaskId task;
    Dish dish;
    bool on_ticket; /* drawn as a ticket on the rail */
    bool next;      /* the ticket that is nearest the chef */
    bool running;
    bool clocked; /* an hourglass rides on it: it is under a timeout */
    bool struck;  /* cancelled */
    bool holds;   /* a lock: the knife rides on it */
    LabelSide label;
    uint32_t more;                  /* drawn as a stack: so many others are under it */
    uint64_t time_left, time_whole; /* of its timer; 0: none */
} ScenePlate;

typedef enum ThingKind {
    THING_RAIL,
    THING_MENU,
    THING_LOCK,
    THING_BELL, /* an event, a condition, a future */
    THING_TRAY, /* a barrier */
    THING_OVEN,
    THING_STOVE,
    THING_PASS,
    THING_SERVED,
    THING_STRUCK,
    THING_BURNT,
    THING_COOK,
    THING_KINDS
} ThingKind;

enum { THING_CHILDREN = 12, THING_SLOTS = 8 };

typedef struct SceneThing {
    ThingKind kind;
    ObjectId object; /* 0: none */
    TaskId task;     /* who holds the lock; whose menu it is; for whom a cook works */
    Rect at;
    bool small;       /* one of many: a row */
    bool set;         /* of a bell: it has rung */
    uint32_t count;   /* in it: tickets, dishes, items, permits taken, children that are done */
    uint32_t room;    /* slots, burners, places, children; 0: without limit */
    uint32_t waiting; /* that have no plate of their own in the scene */
    uint32_t shown;   /* of the following */
    TaskId children[THING_CHILDREN]; /* of a menu */
    Item items[THING_SLOTS];         /* of the pass */
} SceneThing;

typedef struct Scene {
    float width;
    const Cast *cast; /* not owned */
    Cursor at;
    uint64_t time;
    ChefMoment chef;
    uint64_t next_ring; /* when he is idle; 0: never */
    VEC(ScenePlate) plates;
    VEC(SceneThing) things;
} Scene;

/* Zeroed memory is an empty scene, to be made anew as often as one likes. */
void scene_make(Scene *s, const Model *m, const Cast *cast, Cursor at, float width);
void scene_deinit(Scene *s);
float scene_burner_pitch(const SceneThing *stove);          /* from one burner's middle to the next */
const ScenePlate *scene_plate(const Scene *s, TaskId task); /* NULL: it has none of its own */

#endif
