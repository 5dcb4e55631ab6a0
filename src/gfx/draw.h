/* A draw list: the picture as data. A view appends commands; then the list is hashed to see what
 * changed (damage.h), painted (paint_list.h) or dumped as text for a test. One command is one small
 * struct in a buffer of bytes, with its points or its text behind it. Clips, moves, scales and
 * opacity are resolved when a command is appended: every command stands for itself, in pixels. */
#ifndef TOQUE_GFX_DRAW_H
#define TOQUE_GFX_DRAW_H

#include "base/buf.h"
#include "base/vec.h"
#include "gfx/face.h"
#include "gfx/geom.h"

/* Patterns tell states apart without a hue. They are fixed to the shape's left end and middle. */
typedef enum PaintKind {
    PAINT_PLAIN,
    PAINT_HATCH,    /* diagonal stripes: `size` wide, one every `pitch` */
    PAINT_BARS,     /* upright ones */
    PAINT_DOTS,     /* a row of dots of radius `size` */
    PAINT_DASHDOT,  /* a dash of length 2.4 `size`, a dot, in turn, every `pitch` */
    PAINT_GRADIENT, /* from `ground` at the top to `color` at the foot */
} PaintKind;

typedef struct Paint {
    uint32_t kind; /* PaintKind */
    Color color;
    Color ground; /* beneath the pattern; may be transparent */
    float size, pitch;
} Paint;

static inline Paint paint_plain(Color c) {
    return (Paint){.kind = PAINT_PLAIN, .color = c};
}

typedef enum DrawKind {
#define DRAW_KIND(id, name, type) DRAW_##id,
#include "gfx/draw_kinds.def"
#undef DRAW_KIND
    DRAW_KIND_COUNT
} DrawKind;

typedef struct DrawHead {
    uint32_t kind; /* DrawKind */
    uint32_t size; /* bytes, with what stands behind the struct; a multiple of 8 */
    Box box;       /* all that it may touch, clipped */
} DrawHead;

typedef struct DrawRound {
    DrawHead head;
    Rect rect;
    float radius;
    float border_width;
    Paint fill;
    Color border;
} DrawRound;

typedef struct DrawArc {
    DrawHead head;
    Point middle;
    float radius; /* of the middle of the stroke; a pie has half its own, and a width of twice that */
    float width;
    float from, sweep; /* radians, clockwise from 12 o'clock */
    Color color;
    uint32_t round_ends;
} DrawArc;

typedef struct DrawLine {
    DrawHead head;
    float width, dash, gap; /* dash 0: solid */
    Color color;
    uint32_t closed, round_ends;
    uint32_t count; /* Points behind */
} DrawLine;

typedef struct DrawPolygon {
    DrawHead head;
    Rect rect; /* around it: where a pattern begins */
    Paint fill;
    uint32_t count; /* Points behind */
} DrawPolygon;

typedef struct DrawText {
    DrawHead head;
    Point at; /* where the baseline begins */
    float size;
    uint32_t face; /* FaceId */
    Color color;
    uint32_t len; /* bytes behind */
} DrawText;

enum { SPRITE_NAME_MAX = 24 };

typedef struct DrawSprite {
    DrawHead head;
    Rect rect;
    float angle; /* clockwise, about the middle */
    Color tint;  /* multiplied with the picture; its alpha is the opacity */
    char name[SPRITE_NAME_MAX];
} DrawSprite;

typedef struct DrawState {
    Box clip;
    float dx, dy, scale;
    float opacity;
} DrawState;

/* Zeroed memory is a list to begin. */
typedef struct DrawList {
    Buf bytes;           /* the commands */
    struct Fonts *fonts; /* not owned; NULL: texts are not measured */
    VEC(DrawState) saved;
    DrawState now;
    int32_t width, height; /* in pixels */
    uint32_t count;
} DrawList;

/* Empties the list. `scale` is how many pixels a unit has (a dense display: 2). */
void draw_begin(DrawList *d, struct Fonts *fonts, int32_t width, int32_t height, float scale);
void draw_deinit(DrawList *d);

/* Each push is undone by one draw_pop. */
void draw_push_clip(DrawList *d, Rect r);
void draw_push_place(DrawList *d, float dx, float dy, float scale); /* the origin, then the scale */
void draw_push_opacity(DrawList *d, float opacity);
void draw_pop(DrawList *d);

/* Where a rectangle lies in pixels, and a point of the display in the units in force. */
Rect draw_placed(const DrawList *d, Rect r);
Point draw_unplaced(const DrawList *d, Point pixel);

/* r on whole pixels of the display: an edge of one pixel stays sharp. */
Rect draw_snap(const DrawList *d, Rect r);

void draw_rect(DrawList *d, Rect r, Color fill);
void draw_round(DrawList *d, Rect r, float radius, Color fill);
/* The border lies inside r. A transparent fill leaves a frame. */
void draw_frame(DrawList *d, Rect r, float radius, Paint fill, float border_width, Color border);
void draw_disc(DrawList *d, Point middle, float radius, Color fill);
void draw_ring(DrawList *d, Point middle, float radius, float width, Color color);
/* Fills what rounding r's corners leaves free: rounds off what was drawn there. */
void draw_corners(DrawList *d, Rect r, float radius, Color color);

typedef struct ArcStyle {
    float width;
    Color color;
    bool round_ends;
} ArcStyle;

void draw_arc(DrawList *d, Point middle, float radius, float from, float sweep, ArcStyle style);

typedef struct LineStyle {
    float width;
    Color color;
    float dash, gap;
    bool closed, round_ends;
} LineStyle;

void draw_line(DrawList *d, Point a, Point b, float width, Color color);
void draw_polyline(DrawList *d, const Point *points, uint32_t count, LineStyle style);
void draw_curve(DrawList *d, Point from, Point control1, Point control2, Point to, LineStyle style);
void draw_polygon(DrawList *d, const Point *points, uint32_t count, Paint fill);

void draw_text(DrawList *d, FaceId face, float size, Point baseline, Color color, const char *s, size_t len);
/* Fits the picture into r, its proportions kept. tint 0xFFFFFFFF: as it is. */
void draw_sprite(DrawList *d, const char *name, Rect r, Color tint);
void draw_sprite_turned(DrawList *d, const char *name, Rect r, float angle, Color tint);

/* The commands in order: NULL to begin, NULL at the end. */
const DrawHead *draw_next(const DrawList *d, const DrawHead *at);
uint64_t draw_hash(const void *bytes, size_t len, uint64_t seed);
bool draw_same(const DrawList *a, const DrawList *b);
/* One line a command; the same list gives the same text. */
void draw_dump(const DrawList *d, Buf *out);

#endif
