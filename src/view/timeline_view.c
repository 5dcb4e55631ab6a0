#include "view/timeline_local.h"

/* Where one looks. A view says for each event how far from the left it lies, as a share of the width,
 * linear in time and turns; so the way from one view to another is a mixture of their numbers, on
 * which every event travels straight, and none overtakes another. */

#define MOVE_MS 240.0
#define TURNS_SHARE 0.75f  /* of the kitchen's axis, at most: the rest is for time */
#define FIT_MARGIN 34.0f   /* right of the end, for the badges there */
#define MOST_TURN 0.25     /* of the width, that one turn has at the closest */
#define LEAST_SECONDS 1e-7 /* in the width */

static const double SECOND = 1e9;

/* Seconds of room for a turn: as much as makes it as wide as it should be, if all is in sight. */
static double room_of_turn(const TimelinePanel *p, const Model *m) {
    double time = (double)model_time(m, model_end(m)) / SECOND, turns = model_turns(m);
    if (turns < 1 || time <= 0) return 0;
    double width = (double)gfx_max(1, p->width - FIT_MARGIN), share = p->turn_width * turns / width;
    if (share > TURNS_SHARE) share = TURNS_SHARE;
    return share / (1 - share) * time / turns;
}

static Axis axis_of(const TimelinePanel *p, const Model *m, TimelineAxis axis) {
    if (axis == TIMELINE_CLOCK) return AXIS_CLOCK;
    if (axis == TIMELINE_TURNS || model_time(m, model_end(m)) == 0) return AXIS_TURNS;
    return axis_kitchen(p->placed && p->per_turn > 0 ? (double)p->per_turn : room_of_turn(p, m));
}

static TimelineView view_from(Axis axis, double from, double width) {
    return (TimelineView){axis.per_second / width, axis.per_turn / width, from / width};
}

static Axis axis_in(const TimelineView *v) {
    return (Axis){v->per_second, v->per_turn};
}

ViewPoint view_point(const Model *m, Cursor at) {
    return (ViewPoint){(double)model_time(m, at) / SECOND, axis_position(m, AXIS_TURNS, at)};
}

Cursor view_cursor(const Model *m, const TimelineView *v, double share) {
    return axis_cursor(m, axis_in(v), v->from + share);
}

ViewPoint view_point_of_share(const Model *m, const TimelineView *v, double share) {
    ViewPoint p = view_point(m, view_cursor(m, v, share));
    p.seconds = (double)axis_time(m, axis_in(v), v->from + share) / SECOND;
    return p;
}

TimelineView view_of_all(const TimelinePanel *p, const Model *m, TimelineAxis axis) {
    Axis a = axis_of(p, m, axis);
    double length = axis_length(m, a), margin = (double)(FIT_MARGIN / gfx_max(4 * FIT_MARGIN, p->width));
    if (length <= 0) return view_from(a, 0, a.per_turn > 0 ? 1 : 1e-3);
    return view_from(a, 0, length / (1 - margin));
}

bool view_moves(const TimelinePanel *p, double now) {
    return p->moved > 0 && now < p->moved + MOVE_MS;
}

static TimelineView mixture(const TimelineView *a, const TimelineView *b, double part) {
    return (TimelineView){a->per_second + (b->per_second - a->per_second) * part,
                          a->per_turn + (b->per_turn - a->per_turn) * part,
                          a->from + (b->from - a->from) * part};
}

TimelineView view_now(TimelinePanel *p, const Model *m, double now, bool still) {
    if (!p->placed) {
        p->per_turn = (float)room_of_turn(p, m);
        p->view = view_of_all(p, m, p->axis);
    }
    if (still || !view_moves(p, now)) p->moved = 0;
    p->shown = p->view;
    if (p->moved > 0)
        p->shown =
            mixture(&p->left, &p->view, (double)ease(EASE_IN_OUT_CUBIC, (float)((now - p->moved) / MOVE_MS)));
    return p->shown;
}

/* From wherever it is. */
static void set_out(TimelinePanel *p, double now) {
    p->left = p->shown;
    p->moved = now > 0 ? now : 1e-9;
}

/* Not farther away than all of it, not closer than can be of use, and never beside the run. */
void view_go(TimelinePanel *p, const Model *m, TimelineView to, double now) {
    TimelineView all = view_of_all(p, m, p->axis);
    if (to.per_second <= all.per_second && to.per_turn <= all.per_turn) {
        view_fit(p, now);
        return;
    }
    double closer = 1;
    if (to.per_turn > MOST_TURN) closer = MOST_TURN / to.per_turn;
    if (to.per_second * LEAST_SECONDS * closer > 1) closer = 1 / (to.per_second * LEAST_SECONDS);
    if (closer < 1) {
        double middle = to.from + 0.5;
        to = (TimelineView){to.per_second * closer, to.per_turn * closer, middle * closer - 0.5};
    }
    double end = axis_length(m, axis_in(&to)) - 0.8;
    if (to.from > end) to.from = end;
    if (to.from < 0) to.from = 0;
    set_out(p, now);
    p->placed = true;
    p->view = to;
}

void view_fit(TimelinePanel *p, double now) {
    if (!p->placed) return;
    set_out(p, now);
    p->placed = false;
}

void view_zoom(TimelinePanel *p, const Model *m, double share, double factor, double now) {
    TimelineView v = p->view;
    view_go(p, m,
            (TimelineView){v.per_second * factor, v.per_turn * factor, (v.from + share) * factor - share},
            now);
}

void view_pan(TimelinePanel *p, const Model *m, double shares, double now) {
    TimelineView v = p->view;
    v.from += shares;
    if (p->placed) view_go(p, m, v, now);
}

void view_range(TimelinePanel *p, const Model *m, ViewPoint from, ViewPoint to, double now) {
    Axis a = axis_of(p, m, p->axis);
    TimelineView one = {a.per_second, a.per_turn, 0};
    double begin = view_share(&one, from), end = view_share(&one, to);
    double least = a.per_turn > 0 ? a.per_turn / MOST_TURN : 1e-6;
    if (end - begin < least) {
        begin = (begin + end - least) / 2;
        end = begin + least;
    }
    view_go(p, m, view_from(a, begin, end - begin), now);
}

/* What was in sight stays in sight: its ends are where they were. */
void view_axis(TimelinePanel *p, const Model *m, TimelineAxis axis, double now) {
    if (axis == p->axis) return;
    ViewPoint from = view_point_of_share(m, &p->view, 0), to = view_point_of_share(m, &p->view, 1);
    p->axis = axis;
    if (p->placed) view_range(p, m, from, to, now);
    else set_out(p, now);
}

/* A place that is out of sight comes to the first part of the width, as more follows it. */
void view_reveal(TimelinePanel *p, const Model *m, ViewPoint point, double now) {
    double share = view_share(&p->view, point);
    if (!p->placed || (share >= 0 && share <= 0.97)) return;
    TimelineView v = p->view;
    v.from += share - 0.2;
    view_go(p, m, v, now);
}
