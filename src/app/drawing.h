/* A drawing of lanes, as SVG: what every lane of it is drawn with. */
#ifndef TOQUE_APP_DRAWING_H
#define TOQUE_APP_DRAWING_H

#include "base/vec.h"
#include "model/axes.h"
#include "model/words.h"

enum { DRAWING_LEFT = 150, DRAWING_TOP = 60, DRAWING_LANE = 28, DRAWING_BAR = 20 }; /* pixels */

typedef struct Drawing {
    const Speech *speech;
    const Model *model;
    Axis axis;
    double scale;          /* pixels a unit of the axis */
    double width;          /* of the lanes, in pixels */
    VEC(uint32_t) lane_of; /* by task, from 1; 0: none */
    uint32_t lanes, hidden;
    Buf *out;
} Drawing;

const char *drawing_colour(TaskId task);
double drawing_x(const Drawing *d, EventIndex at);
double drawing_x_of(const Drawing *d, double position); /* on the axis */
double drawing_y(uint32_t lane);                        /* its top */

/* Open: a title may stand in it, then drawing_title closes it. */
void drawing_rectangle(const Drawing *d, double from, double to, double y, double height, const char *style);
void drawing_title(const Drawing *d, Buf *text); /* and frees the text */
void drawing_label(const Drawing *d, double x, double y, const char *more, const char *text);

/* Lanes of locks, semaphores, queues and their like, below those that there are. */
void drawing_things(Drawing *d);

#endif
