/* What the files share that build a scene: one for each part of the kitchen. Inside of the scene. */
#ifndef TOQUE_VIEW_SCENE_BUILD_H
#define TOQUE_VIEW_SCENE_BUILD_H

#include "view/scene.h"

enum {
    ASKED = 64,    /* of a list, at a time */
    SCANNED = 512, /* tasks that are looked at one by one */
    HELD = 256,    /* holders that are known */
};

#define COUNTER_TOP 388.0f
#define SHELF_TOP 450.0f
#define BOARD_HALF 145.0f
#define WALL_LEFT 232.0f

/* Who holds what. */
typedef struct Hold {
    TaskId task;
    const char *tool; /* NULL: a permit */
} Hold;

typedef struct Builder {
    Scene *scene;
    const Model *model;
    const Cast *cast;
    const Stock *stock;
    MomentCounts counts; /* of the program's tasks, without the library's */
    uint32_t placed[WAIT_KINDS];
    VEC(TaskId) scanned; /* the first that live */
    VEC(Hold) holds;
    ObjectId hidden[8]; /* what stands in the circle, and is not on the wall */
    uint32_t hidden_count;
    float cx; /* where the chef stands */
} Builder;

static inline Cursor build_at(const Builder *b) {
    return b->scene->at;
}
static inline float build_right(const Builder *b) { /* where the oven begins */
    return b->cx + 190;
}
static inline float build_right_width(const Builder *b) {
    return b->scene->width - 26 - build_right(b);
}

bool build_is_library(const Builder *b, TaskId task);
/* A plate of its own. It may be given marks until the next one is added. */
ScenePlate *build_plate(Builder *b, TaskId task, Point at, float radius, LabelSide label);
void build_stack(Builder *b, ScenePlate *p, uint32_t more);
SceneThing *build_thing(Builder *b, ThingKind kind, ObjectId object, Rect at);

/* Some of a line of `n`, from x on, within a width; the last one stands for those without room. */
typedef struct Row {
    Rect in;      /* the dishes' middles are at its left end and in its middle's height */
    float radius; /* of one alone */
    float several, least;
    bool names;
    bool beside; /* names stand at the right, of one or of two */
} Row;

void build_row(Builder *b, const TaskId *tasks, uint32_t given, uint32_t n, Row row);
/* Those who stand in a line of an object. */
void build_line(Builder *b, ObjectId object, LineKind line, Row row);
uint32_t build_waiting(Builder *b, ObjectId object, LineKind line); /* how many */

/* The objects of some kinds that are to be seen: at most that many, those first at which most
 * happens, in the order of making. Returns how many; `all`: of how many. */
typedef struct Kinds {
    const ObjectKind *kinds;
    uint32_t count;
} Kinds;
uint32_t build_objects(Builder *b, Kinds kinds, uint32_t most, ObjectId *out, uint32_t *all);

const char *build_tool(const Builder *b, ObjectId lock);

/* --- the parts ------------------------------------------------------------------------------- */

void build_rail(Builder *b);
void build_board(Builder *b);
void build_drawer(Builder *b);
void build_over(Builder *b); /* served, struck off, burnt */
void build_menus(Builder *b);
void build_wall(Builder *b);
void build_stoves(Builder *b);
void build_cooks(Builder *b);
void build_oven(Builder *b);
void build_passes(Builder *b);
void build_cycle(Builder *b);

#endif
