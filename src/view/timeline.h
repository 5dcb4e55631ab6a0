/* The timeline: where the time goes. A lane for the chef, for each task, lock, semaphore, queue, event,
 * condition and barrier, on one of three axes, at any zoom. What is drawn depends on the pixels and
 * not on the length of the run: only lanes in sight are asked for, and what is thinner than can be
 * seen is folded. Very many tasks are one lane for each function, with the share of every state. */
#ifndef TOQUE_VIEW_TIMELINE_H
#define TOQUE_VIEW_TIMELINE_H

#include "model/words.h"
#include "ui/field.h"
#include "ui/scroll.h"
#include "view/cast.h"

typedef enum TimelineAxis {
    TIMELINE_KITCHEN, /* true time, but no turn so thin that it cannot be seen */
    TIMELINE_CLOCK,   /* true time */
    TIMELINE_TURNS,   /* every turn as wide as the next */
    TIMELINE_AXES
} TimelineAxis;

/* What a key or the palette can ask of the timeline. */
typedef enum TimelineCommand {
    TIMELINE_ZOOM_IN,
    TIMELINE_ZOOM_OUT,
    TIMELINE_FIT,
    TIMELINE_PAN_LEFT,
    TIMELINE_PAN_RIGHT,
    TIMELINE_AXIS_NEXT,
    TIMELINE_AXIS_CLOCK,
    TIMELINE_AXIS_TURNS,
    TIMELINE_AXIS_KITCHEN,
    TIMELINE_FOLD_ALL,
    TIMELINE_UNFOLD_ALL,
    TIMELINE_CAUSE_BACK,  /* to the turn by which the chosen one came about */
    TIMELINE_CAUSE_FORTH, /* to one that came of it */
    TIMELINE_SEARCH,      /* opens the field; once more closes it */
    TIMELINE_SEARCH_NEXT,
    TIMELINE_COMMANDS
} TimelineCommand;

typedef struct TimelineShow {
    const Model *model;
    const Cast *cast; /* that has followed the model */
    Lang lang;
    Vocabulary vocabulary;
    Cursor at;
    uint64_t time; /* nanoseconds: now, where that is later than the cursor; or 0 */
    TaskId selected;
    ObjectId selected_object;
    EventIndex
        selected_event; /* in the turn whose causes and effects are shown; NEVER: the last of `selected` */
    bool hide_future;
    bool whole; /* it fills the window, for the projector */
    bool playing;
} TimelineShow;

/* Where on the axis one looks: an event lies at per_second * its time + per_turn * the turns before
 * it - from, of the width. */
typedef struct TimelineView {
    double per_second, per_turn, from;
} TimelineView;

/* Its own state; zeroed memory shows the whole run on the kitchen's axis. */
typedef struct TimelinePanel {
    TimelineAxis axis;
    bool placed;             /* it shows not the whole run but `view` */
    TimelineView view;       /* where it is, or goes to */
    TimelineView shown;      /* in the last pass */
    TimelineView left;       /* where the motion began */
    double moved;            /* when that was, in milliseconds; 0: nothing moves */
    float width;             /* of the lanes, at the last pass */
    float turn_width;        /* that a turn should have at least */
    float per_turn;          /* seconds, of the kitchen's axis */
    Cursor followed;         /* the cursor of the last pass */
    EventIndex chosen;       /* where the walk along the causes is, + 1; 0: nowhere */
    TaskId revealed;         /* the selected task whose lane was brought into sight */
    Tween playhead;          /* how far it has come from `gone` to where it belongs */
    double gone[2], goal[2]; /* seconds, turns */
    Scroll scroll;
    int drag; /* TimelineDrag */
    Point grabbed;
    double grabbed_from;
    float grabbed_scroll;
    bool searching, search_opened;
    Field search;
    TaskId found;         /* by the search; 0: none */
    TaskId search_at;     /* the next to be looked at */
    uint32_t search_left; /* how many are to be */
    bool focused;
    uint32_t focus_row; /* of the keyboard */
    EventIndex focus_begin;
    struct TimelineLanes *lanes; /* owned: rows and spans, kept from one pass to the next */
} TimelinePanel;

/* What the user asked for. */
typedef struct TimelineAct {
    Cursor go; /* NEVER: nowhere */
    TaskId task;
    ObjectId object;
    bool chose; /* task and object are to be selected, or, both 0, nothing is */
} TimelineAct;

TimelineAct timeline_panel(Ui *ui, const Theme *t, TimelinePanel *panel, const TimelineShow *show, Rect r);
/* For keys. `now`: as ui->now. */
TimelineAct timeline_do(TimelinePanel *panel, const TimelineShow *show, TimelineCommand command, double now);
/* The event to which the walk along the causes has come: it is for TimelineShow.selected_event. */
EventIndex timeline_chosen(const TimelinePanel *panel);

/* The record is another one: what was kept of the old one is dropped. */
void timeline_forget(TimelinePanel *panel);
void timeline_deinit(TimelinePanel *panel);

#endif
