/* Where everything stands in the kitchen at one moment. A scene is reckoned from the moment alone,
 * so the same moment is the same scene, whichever way one came; what moves is only the way from
 * one scene to the next (kitchen_move.h).
 *
 * Lengths are the kitchen's own units: it is 520 of them high, and as wide as its panel allows. */
#ifndef TOQUE_VIEW_SCENE_H
#define TOQUE_VIEW_SCENE_H

#include "base/vec.h"
#include "model/moment.h"
#include "trace/notes.h"
#include "view/cast.h"
#include "view/dish.h"

enum { SCENE_HEIGHT = 520, SCENE_WIDTH_LEAST = 1080, SCENE_WIDTH_MOST = 1280 };

/* Words at a dish. */
typedef enum LabelSide { LABEL_NONE, LABEL_RIGHT, LABEL_LEFT, LABEL_BELOW, LABEL_ON_TICKET } LabelSide;

enum { PLATE_TOOLS = 2 };

typedef struct ScenePlate {
    TaskId task;     /* 0: a callback, or */
    EventIndex card; /* a coroutine that never became a task: its COROUTINE_MADE */
    Dish dish;
    TaskState state;
    WaitKind wait;
    bool on_ticket; /* drawn as a ticket on the rail */
    bool next;      /* the ticket that is nearest the chef */
    bool running;
    bool clocked; /* an hourglass rides on it: it is under a timeout */
    bool struck;  /* it is to be cancelled: the stamp is on its ticket */
    bool on_burner;
    bool permit;                    /* it holds a permit of a semaphore, and is elsewhere */
    bool bare;                      /* its count alone, without "+" */
    bool flying;                    /* on its way: above all else */
    bool in_oven;                   /* its words stand on the dark */
    const char *tools[PLATE_TOOLS]; /* of the locks that it holds; NULL: none */
    LabelSide label;
    float name_most;                /* room for its name; 0: as much as there is */
    uint32_t more;                  /* drawn as a stack: so many others are under it */
    uint64_t time_left, time_whole; /* of its timer; 0: none */
} ScenePlate;

typedef enum ThingKind {
    THING_RAIL,
    THING_MENU,
    THING_LOCK, /* of a condition as well: a bell hangs on it */
    THING_BELL, /* an event */
    THING_TRAY, /* a barrier */
    THING_OVEN,
    THING_STOVE,
    THING_PASS,
    THING_SERVED,
    THING_STRUCK,
    THING_BURNT,
    THING_COOK,
    THING_DRAWER,
    THING_CYCLE, /* the ground of a circle of who waits for whom; its nodes: THING_NODE */
    THING_NODE,
    THING_MORE, /* there are `count` more of such things */
    THING_KINDS
} ThingKind;

enum { THING_CHILDREN = 12, THING_SLOTS = 8 };

typedef struct SceneChild {
    TaskId task; /* 0: a future */
    TaskState state;
} SceneChild;

typedef struct SceneThing {
    ThingKind kind;
    ThingKind of;    /* of THING_MORE */
    ObjectId object; /* 0: none */
    TaskId task;     /* who holds the lock; whose menu it is; for whom a cook works */
    Rect at;
    bool small; /* one of many: a row */
    bool set;   /* of a bell: it has rung; of a menu: its task stands here */
    bool wide;  /* of a stove: words beside the dishes */
    const char *tool;
    float pitch;      /* from one slot, burner, place to the next */
    uint32_t count;   /* in it: tickets, dishes, items, permits taken, children that are done */
    uint32_t room;    /* slots, burners, places, children; 0: without limit */
    uint32_t slots;   /* of them that are drawn */
    uint32_t waiting; /* of a menu: further tasks that stand behind it */
    uint32_t shown;   /* of the following */
    SceneChild children[THING_CHILDREN]; /* of a menu */
    Item items[THING_SLOTS];             /* of the pass */
} SceneThing;

/* A way of an exception: from the burnt dish to who awaited it. */
typedef struct SceneFall {
    TaskId from, to;
    StringId what; /* "ValueError: …" */
} SceneFall;

typedef struct Scene {
    float width;
    const Cast *cast; /* not owned */
    Cursor at;
    uint64_t time;
    ChefMoment chef;
    const Note *work; /* what he does with his own hands while everybody waits; NULL: nothing */
    bool stuck;       /* nothing can ever happen again */
    uint32_t cycle;   /* nodes of the circle; 0: there is none */
    uint32_t cycle_plate, cycle_thing; /* the first of them, a plate; and the first that is a thing */
    SceneFall fall;                    /* from 0: none */
    VEC(ScenePlate) plates;
    VEC(SceneThing) things;
} Scene;

/* Zeroed memory is an empty scene, to be made anew as often as one likes. */
void scene_make(Scene *s, const Model *m, const Cast *cast, Cursor at, float width);
void scene_copy(Scene *to, const Scene *from);
void scene_deinit(Scene *s);

const ScenePlate *scene_plate(const Scene *s, TaskId task); /* NULL: it has none of its own */
/* Where an entry of a menu is; its radius in `radius`. False: there is no room for it. */
bool scene_child(const SceneThing *menu, uint32_t nth, Point *at, float *radius);
/* The paper of a ticket, or the square around a dish. */
Rect scene_plate_rect(const ScenePlate *p);
/* The one into which a task in that state goes that has no plate of its own; NULL: there is none. */
const ScenePlate *scene_stack(const Scene *s, TaskState state, WaitKind wait);

#endif
