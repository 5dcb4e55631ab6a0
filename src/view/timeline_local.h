/* What the files of the timeline share: where one looks (timeline_view.c), which rows there are
 * (timeline_rows.c), what is in them as bars of pixels (timeline_bars.c), and how each part is drawn. */
#ifndef TOQUE_VIEW_TIMELINE_LOCAL_H
#define TOQUE_VIEW_TIMELINE_LOCAL_H

#include "gfx/text.h"
#include "model/axes.h"
#include "model/lanes.h"
#include "view/timeline.h"

enum { TIMELINE_NAME = 64, LINE_MOST = 3 /* that are drawn of those who wait */ };

/* --- rows --------------------------------------------------------------------------------- */

typedef enum RowKind { ROW_CHEF, ROW_TASK, ROW_CROWD, ROW_OBJECT, ROW_MORE } RowKind;

typedef struct Row {
    RowKind kind;
    uint32_t id; /* TaskId, ObjectId; of a crowd its number; of ROW_MORE how many are left out */
    uint8_t depth;
    bool folds, folded; /* there is something below it; that is not shown */
    float y, h;         /* from the top of all rows */
} Row;

/* The tasks of one function. */
typedef struct Crowd {
    StringId function;
    TaskId first;
    uint32_t tasks;
    bool open; /* each task has a row */
} Crowd;

/* --- bars --------------------------------------------------------------------------------- */

/* A span in pixels from the left of the lanes, or several that are too thin. */
typedef struct Bar {
    float from, to;
    EventIndex begin, end; /* as in LaneSpan */
    uint32_t folded;       /* 1: one state alone */
    uint8_t state, wait;
    TaskId task;
    ObjectId object;
    uint32_t level, level_max, waiters, waiters_max;
    float busy; /* of folded ones: how much of its room is work */
} Bar;

/* Somebody's stay before or in an object. */
typedef struct Stay {
    float from, to;
    TaskId task;
    EventIndex begin;
    uint32_t place; /* among those that are there at the same time, from 0 */
    bool waits;
} Stay;

typedef struct KeptLane {
    Lane lane;
    bool used; /* in this pass */
    bool named;
    char name[TIMELINE_NAME];
    VEC(Bar) bars;
    VEC(Stay) stays;
} KeptLane;

/* What the tasks of a crowd do, from the foot of its row. */
typedef enum Share {
    SHARE_DONE,
    SHARE_RUNNING,
    SHARE_READY,
    SHARE_ASLEEP,
    SHARE_QUEUE,
    SHARE_LOCK,
    SHARE_EVENT,
    SHARE_TASK,
    SHARES
} Share;

/* How many of them do it, in each column of pixels. */
typedef struct CrowdPicture {
    TimelineView view;
    Cursor end; /* of the model */
    uint32_t columns;
    float *steps;        /* owned; by share, then by column: how much more than in the one before */
    uint32_t tasks, all; /* that are in it, that are to be */
    TaskId next, last;   /* to be added */
    uint32_t residue;
    ObjectId objects[SHARES]; /* for which all wait; 0: none, NEVER: several */
} CrowdPicture;

typedef struct KeptCrowd {
    uint32_t crowd;
    bool used; /* in this pass */
    bool at_work;
    CrowdPicture shown, making;
} KeptCrowd;

typedef struct TimelineLanes {
    const Model *model;
    const Trace *trace;
    Cursor end; /* of the model, as of the rows */
    uint32_t tasks, objects;
    VEC(Crowd) crowds;
    VEC(Row) rows;
    VEC(TaskId) folded; /* whose children are not shown */
    bool changed;       /* rows are to be made anew */
    TaskId pinned[2];   /* shown below their crowd: the selected one, the found one */
    float height;       /* of all rows but the chef's */
    VEC(KeptLane) kept;
    TimelineView view; /* of what is kept */
    float width;
    Cursor kept_end;
    Lang lang;
    Vocabulary vocabulary;
    LaneSpans spans; /* of the lane that is being read */
    KeptLane strip;  /* the whole run of the chef, for the overview */
    TimelineView strip_view;
    float strip_width;
    Cursor strip_end;
    VEC(KeptCrowd) pictures;
    float *heights; /* owned: for the crowd that is being drawn */
    Point *outline; /* owned: likewise */
    uint32_t room;  /* columns that there is memory for in both */
} TimelineLanes;

/* --- the whole ------------------------------------------------------------------------------ */

typedef enum TimelineDrag { DRAG_NONE, DRAG_PRESSED, DRAG_PAN, DRAG_PLAYHEAD, DRAG_OVERVIEW } TimelineDrag;

/* A pass over the panel. */
typedef struct Timeline {
    Ui *ui;
    DrawList *d;
    const Theme *t;
    TimelinePanel *p;
    const TimelineShow *show;
    const Model *m;
    TimelineLanes *lanes;
    Speech speech;
    UiId id;
    Rect panel;
    Rect head;                                    /* the strip of the axis, right of the labels */
    Rect corner;                                  /* left of it */
    Rect body;                                    /* all rows but the chef's, with their labels */
    Rect area;                                    /* the rows, the chef's too, without labels */
    Rect field;                                   /* of the search; of no width if there is none */
    Rect overview;                                /* of no height if there is none */
    float k;                                      /* of type */
    float lane, chef, lock, permit, queue, crowd; /* heights */
    float scroll;
    TimelineView view;
    float now; /* where the playhead is, in pixels from the left of the area */
    TimelineAct act;
} Timeline;

static inline Color timeline_color(const Timeline *l, TokenId token) {
    return l->t->colors[token];
}
static inline TextStyle timeline_small(const Timeline *l, FaceId face, TokenId color) {
    return (TextStyle){face, l->t->type[SIZE_SMALL], l->t->colors[color]};
}
static inline float timeline_x(const Timeline *l, double position) { /* of a share of the width */
    double x = position * (double)l->area.w;
    return l->area.x + (float)(x < -1e5 ? -1e5 : x > 1e5 ? 1e5 : x);
}

/* --- timeline_view.c ------------------------------------------------------------------------- */

typedef struct ViewPoint {
    double seconds, turns;
} ViewPoint;

static inline double view_share(const TimelineView *v, ViewPoint p) {
    return v->per_second * p.seconds + v->per_turn * p.turns - v->from;
}
ViewPoint view_point(const Model *m, Cursor at);
ViewPoint view_point_of_share(const Model *m, const TimelineView *v, double share);
Cursor view_cursor(const Model *m, const TimelineView *v, double share);
TimelineView view_of_all(const TimelinePanel *p, const Model *m, TimelineAxis axis);
/* What is to be seen at that time. */
TimelineView view_now(TimelinePanel *p, const Model *m, double now, bool still);
void view_go(TimelinePanel *p, const Model *m, TimelineView to, double now);
void view_fit(TimelinePanel *p, double now);
void view_zoom(TimelinePanel *p, const Model *m, double share, double factor, double now);
void view_pan(TimelinePanel *p, const Model *m, double shares, double now);
void view_axis(TimelinePanel *p, const Model *m, TimelineAxis axis, double now);
void view_range(TimelinePanel *p, const Model *m, ViewPoint from, ViewPoint to, double now);
void view_reveal(TimelinePanel *p, const Model *m, ViewPoint point, double now);
bool view_moves(const TimelinePanel *p, double now);

/* --- timeline_rows.c ------------------------------------------------------------------------- */

void rows_find(Timeline *l);
void rows_measure(Timeline *l);
uint32_t rows_of_task(const TimelineLanes *lanes, TaskId task); /* NEVER: it has none */
uint32_t rows_at(const TimelineLanes *lanes, float y);
void rows_fold(TimelineLanes *lanes, const Row *row);
void rows_fold_all(TimelineLanes *lanes, const Model *m, bool fold);
TimelineLanes *rows_of_panel(TimelinePanel *p, const Model *m);
/* A row's top on the screen. */
float rows_y(const Timeline *l, const Row *row);
static inline Rect rows_rect(const Timeline *l, const Row *row) { /* its lane */
    return (Rect){l->area.x, rows_y(l, row), l->area.w, row->h};
}

/* --- timeline_bars.c -------------------------------------------------------------------------- */

void bars_read(Timeline *l, KeptLane *lane, const TimelineView *view, float width);
void bars_begin(Timeline *l);
void bars_end(Timeline *l);
KeptLane *bars_of(Timeline *l, Lane lane);
KeptLane *bars_of_row(Timeline *l, const Row *row); /* NULL: it has none */
const Bar *bars_at(const KeptLane *lane, float x);  /* NULL: none is there */
const char *bars_name(Timeline *l, KeptLane *lane);

/* --- timeline_crowd.c -------------------------------------------------------------------------- */

void crowds_begin(Timeline *l);
void crowds_end(Timeline *l);
void crowds_drop(TimelineLanes *lanes);
void timeline_crowd(Timeline *l, const Row *row);
void timeline_crowd_words(Timeline *l, const Row *row, float x, Buf *out);

/* --- drawing ------------------------------------------------------------------------------------ */

LookId timeline_look(const Bar *bar);
/* Words on a bar, moved so that they stay in sight; returns false if they do not fit. */
typedef struct BarWords {
    const char *glyph; /* NULL: none */
    const char *text;  /* "": none */
    bool ground;       /* on a surface of their own */
    bool strong;
} BarWords;
bool timeline_words(Timeline *l, Rect bar, BarWords words);
void timeline_task_name(const Timeline *l, TaskId task, char *out); /* TIMELINE_NAME bytes */
void timeline_object_name(const Timeline *l, ObjectId object, char *out);
const char *timeline_say(const Timeline *l,
                         MsgId msg); /* of a pair: asyncio's word stands behind the kitchen's */

void timeline_ruler(Timeline *l); /* the strip at the top, and the bands below it */
void timeline_bands(Timeline *l);
void timeline_playhead(Timeline *l); /* and the veil */
void timeline_overview(Timeline *l);
void timeline_chef(Timeline *l, const Row *row);
void timeline_task(Timeline *l, const Row *row);
void timeline_object(Timeline *l, const Row *row);
void timeline_label(Timeline *l, const Row *row);
void timeline_causes(Timeline *l);
void timeline_focus(Timeline *l); /* what the keyboard has chosen */
void timeline_tip(Timeline *l, UiId id, const Row *row, const Bar *bar);

/* --- what is asked ------------------------------------------------------------------------------- */

TurnId cause_step(const TimelineShow *show, bool back);
TaskId timeline_chef_task(const Timeline *l, const Bar *bar); /* none of asyncio's own */
void timeline_keys(Timeline *l);
void timeline_axis_button(Timeline *l);
Rect timeline_field(const Timeline *l);
void timeline_search(Timeline *l);
bool timeline_matches(const Timeline *l, TaskId task); /* what is searched */
void timeline_search_from(TimelinePanel *p, TaskId after);
void timeline_search_end(TimelinePanel *p);

#endif
