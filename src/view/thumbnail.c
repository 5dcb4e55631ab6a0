#include "view/thumbnail.h"

#include "model/called.h"
#include "model/lanes.h"
#include "view/code_marks.h"
#include "view/dish.h"

#define NOMINAL 410.0    /* pixels of a card's width: what is seen there decides */
#define TURN_PIXELS 14.0 /* a turn is a square, so that it is seen to be one */
#define TURNS_MOST 0.45  /* of the width: the rest belongs to time */
#define LATE 0.15        /* when the others begin so late, what was before is shown too */
#define TAIL 0.25        /* of the length: who waits for ever is seen to */

enum { SOME = 64, MILLISECOND = 1000000 };

typedef struct Thumber {
    Thumbnail *out;
    const Model *model;
    const Cast *cast;
    LaneWindow window;
    double length; /* of the axis, with a tail */
    bool stuck;    /* the run is over, and somebody waits */
    TaskId tasks[THUMB_LANES];
} Thumber;

/* --- which tasks ------------------------------------------------------------------------- */

static bool is_shown(const Model *m, TaskId task) {
    return !trace_task_at(model_trace(m), task)->library;
}

static double made_at(const Model *m, TaskId task) {
    return (double)model_time(m, trace_task_at(model_trace(m), task)->made);
}

/* The first of those that tasks of the program have made; returns how many. */
static uint32_t first_children(const Thumber *th, TaskId *out) {
    uint32_t found = 0, all = trace_tasks(model_trace(th->model));
    for (TaskId task = 1; task <= all && task < SOME && found < THUMB_LANES; task++)
        if (is_shown(th->model, task) && moment_maker(th->model, task)) out[found++] = task;
    return found;
}

static TaskId first_root(const Thumber *th) {
    uint32_t all = trace_tasks(model_trace(th->model));
    for (TaskId task = 1; task <= all && task < SOME; task++)
        if (is_shown(th->model, task) && !moment_maker(th->model, task)) return task;
    return 0;
}

/* The dishes tell the story; who made them is shown where they are few, or are made late. */
static void choose_tasks(Thumber *th) {
    TaskId children[THUMB_LANES], root = first_root(th);
    uint32_t count = first_children(th, children), lanes = 0;
    double end = (double)model_time(th->model, model_end(th->model));
    bool late = count > 0 && made_at(th->model, children[0]) > LATE * end;
    if (root && (count < 3 || late)) th->tasks[lanes++] = root;
    for (uint32_t i = 0; i < count && lanes < THUMB_LANES; i++) th->tasks[lanes++] = children[i];
    th->out->lanes = lanes;
}

/* --- where it lies ------------------------------------------------------------------------- */

/* Every turn takes TURN_PIXELS beside its time, or less where there are many. */
static Axis axis_for(const Model *m) {
    double seconds = (double)model_time(m, model_end(m)) / 1e9, turns = model_turns(m);
    if (seconds < 0.001 || turns == 0) return AXIS_TURNS;
    double pixels = TURN_PIXELS;
    if (pixels * turns > TURNS_MOST * NOMINAL) pixels = TURNS_MOST * NOMINAL / turns;
    double whole = seconds / (1 - pixels * turns / NOMINAL);
    return axis_kitchen(pixels * whole / NOMINAL);
}

/* Somebody waits at the end of it all: a deadlock. */
static bool is_stuck(const Thumber *th) {
    if (!model_over(th->model)) return false;
    for (uint32_t i = 0; i < th->out->lanes; i++)
        if (moment_task_state(th->model, model_end(th->model), th->tasks[i]) == TASK_WAITING) return true;
    return false;
}

static void set_window(Thumber *th) {
    Axis axis = axis_for(th->model);
    double length = axis_length(th->model, axis);
    th->stuck = is_stuck(th);
    th->length = length * (th->stuck ? 1 + TAIL : 1);
    th->window = (LaneWindow){.axis = axis, .from = 0, .to = th->length, .width = (uint32_t)NOMINAL};
}

/* --- spans ----------------------------------------------------------------------------------- */

/* A turn in which the chef stares, and is not said to be at work. */
static bool is_stare(const Model *m, const LaneSpan *span) {
    uint64_t from = model_time(m, span->begin),
             to = model_time(m, span->end == NEVER ? model_end(m) : span->end);
    if (span->folded > 1 || to - from < MILLISECOND) return false;
    Cursor at = model_at_time(m, from + (to - from) / 2);
    return moment_chef(m, at).state == CHEF_BLOCKED && !called_note(m, DIRECTIVE_WORK, at);
}

static LookId look_of(const Model *m, const LaneSpan *span) {
    TaskMoment moment = {.state = span->state, .wait.kind = span->wait};
    if (moment.state == TASK_RUNNING && is_stare(m, span)) return LOOK_BLOCKED;
    return moment.state == TASK_CREATED ? LOOK_READY : code_look(&moment);
}

static void add(Thumber *th, uint32_t lane, LookId look, double from, double to) {
    ThumbSpan span = {
        .look = look, .lane = lane, .from = (float)(from / th->length), .to = (float)(to / th->length)};
    span.hue = cast_role(th->cast, th->tasks[lane]).hue;
    vec_push(&th->out->spans, span);
}

static void add_lane(Thumber *th, uint32_t lane) {
    LaneSpans spans = {0};
    double end = 0;
    lane_spans(th->model, (Lane){LANE_TASK, th->tasks[lane]}, &th->window, &spans);
    for (uint32_t i = 0; i < spans.len; i++) {
        const LaneSpan *span = &spans.items[i];
        bool waits = span->end == NEVER && span->state == TASK_WAITING;
        end = waits && th->stuck ? th->length : span->to;
        add(th, lane, look_of(th->model, span), span->from, end);
    }
    TaskState last = moment_task_state(th->model, model_end(th->model), th->tasks[lane]);
    if (last == TASK_FAILED || last == TASK_LOST) add(th, lane, LOOK_FAILED, end, end);
    if (last == TASK_CANCELLED) add(th, lane, LOOK_CANCELLED, end, end);
    vec_deinit(&spans);
}

void thumbnail_make(Thumbnail *thumb, const Model *m, const Cast *cast) {
    Thumber th = {.out = thumb, .model = m, .cast = cast};
    thumb->spans.len = 0;
    choose_tasks(&th);
    set_window(&th);
    if (th.length <= 0) return;
    for (uint32_t i = 0; i < thumb->lanes; i++) add_lane(&th, i);
}

void thumbnail_deinit(Thumbnail *thumb) {
    vec_deinit(&thumb->spans);
    *thumb = (Thumbnail){0};
}

/* --- the picture -------------------------------------------------------------------------------- */

#define PITCH 27.0f
#define BAR 0.74f /* of the pitch */
#define BADGE 0.42f

static void draw_span(DrawList *d, const Theme *t, const ThumbSpan *s, Rect r, float pitch) {
    float y = r.y + pitch * (float)s->lane, h = pitch * BAR, room = r.w - pitch;
    Rect bar = {r.x + s->from * room, y + (pitch - h) / 2, gfx_max(3, (s->to - s->from) * room), h};
    float radius = BADGE * pitch;
    if (theme_look(s->look)->lane == LANE_NOTHING)
        dish_badge(d, t, (Point){bar.x + radius + 4, y + pitch / 2}, radius, s->look);
    else lane_draw(d, t, s->look, s->hue, bar);
}

void thumbnail_draw(DrawList *d, const Theme *t, const Thumbnail *thumb, Rect r) {
    if (thumb->lanes == 0) return;
    float pitch = gfx_min(PITCH, r.h / (float)thumb->lanes);
    if (r.h > THUMB_LANES * PITCH) pitch = r.h / THUMB_LANES; /* a large card has large lanes */
    for (uint32_t i = 0; i < thumb->spans.len; i++) draw_span(d, t, &thumb->spans.items[i], r, pitch);
}
