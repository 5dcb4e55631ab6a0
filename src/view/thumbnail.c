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

enum {
    SOME = 64,       /* tasks that are looked at */
    TURNS_SEEN = 36, /* of a longer run the beginning is shown: more could not be told apart */
    MILLISECOND = 1000000,
};

typedef struct Thumber {
    Thumbnail *out;
    const Model *model;
    const Cast *cast;
    Cursor end; /* of what is shown */
    LaneWindow window;
    double length; /* of the axis, with a tail */
    bool stuck;    /* the run is over, and somebody waits */
    TaskId tasks[THUMB_LANES];
    uint32_t looks[THUMB_LANES]; /* bit 1 << LookId: it is ever so */
} Thumber;

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
    ThumbSpan span = {.look = look, .lane = lane, .from = (float)from, .to = (float)to};
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
        end = waits && th->stuck ? th->length : span->to < th->length ? span->to : th->length;
        if (span->from < th->length) add(th, lane, look_of(th->model, span), span->from, end);
    }
    TaskState last = moment_task_state(th->model, th->end, th->tasks[lane]);
    if (last == TASK_FAILED || last == TASK_LOST) add(th, lane, LOOK_FAILED, end, end);
    if (last == TASK_CANCELLED) add(th, lane, LOOK_CANCELLED, end, end);
    vec_deinit(&spans);
}

/* Positions become parts of the whole, from the first that is seen to the last. */
static void spread(Thumbnail *thumb) {
    float from = 1e30f, to = 0;
    for (uint32_t i = 0; i < thumb->spans.len; i++) {
        from = gfx_min(from, thumb->spans.items[i].from);
        to = gfx_max(to, thumb->spans.items[i].to);
    }
    for (uint32_t i = 0; to > from && i < thumb->spans.len; i++) {
        ThumbSpan *s = &thumb->spans.items[i];
        s->from = (s->from - from) / (to - from);
        s->to = (s->to - from) / (to - from);
    }
}

/* --- which tasks ------------------------------------------------------------------------- */

static bool is_shown(const Model *m, TaskId task) {
    return !trace_task_at(model_trace(m), task)->library;
}

static double made_at(const Model *m, TaskId task) {
    return (double)model_time(m, trace_task_at(model_trace(m), task)->made);
}

static uint32_t looks_of(Thumber *th, TaskId task) {
    LaneSpans spans = {0};
    uint32_t looks = 0;
    lane_spans(th->model, (Lane){LANE_TASK, task}, &th->window, &spans);
    for (uint32_t i = 0; i < spans.len; i++) looks |= 1u << look_of(th->model, &spans.items[i]);
    vec_deinit(&spans);
    return looks;
}

/* What all lanes but one show. */
static uint32_t looks_without(const Thumber *th, uint32_t lane) {
    uint32_t looks = 0;
    for (uint32_t i = 0; i < th->out->lanes; i++)
        if (i != lane) looks |= th->looks[i];
    return looks;
}

static void put(Thumber *th, uint32_t lane, TaskId task) {
    th->tasks[lane] = task;
    th->looks[lane] = looks_of(th, task);
}

/* All lanes are taken: a task that shows what none of them does comes for one that adds nothing. */
static void put_if_it_tells(Thumber *th, TaskId task, uint32_t first) {
    uint32_t looks = looks_of(th, task);
    if (!(looks & ~looks_without(th, THUMB_LANES))) return;
    for (uint32_t lane = th->out->lanes; lane-- > first;) {
        if (th->looks[lane] & ~looks_without(th, lane) & ~looks) continue;
        memmove(&th->tasks[lane], &th->tasks[lane + 1], (th->out->lanes - lane - 1) * sizeof *th->tasks);
        memmove(&th->looks[lane], &th->looks[lane + 1], (th->out->lanes - lane - 1) * sizeof *th->looks);
        put(th, th->out->lanes - 1, task);
        return;
    }
}

/* Those that tasks of the program have made; the first of the others is their root. */
static uint32_t find_children(const Thumber *th, TaskId *out, TaskId *root) {
    uint32_t found = 0, all = trace_tasks(model_trace(th->model));
    *root = 0;
    for (TaskId task = 1; task <= all && task < SOME; task++) {
        if (!is_shown(th->model, task)) continue;
        if (moment_maker(th->model, task)) out[found++] = task;
        else if (!*root) *root = task;
    }
    return found;
}

/* The dishes tell the story; who made them is shown where they are few, or are made late. */
static void choose_tasks(Thumber *th) {
    TaskId children[SOME], root;
    uint32_t count = find_children(th, children, &root), *lanes = &th->out->lanes;
    double end = (double)model_time(th->model, th->end);
    bool late = count > 0 && made_at(th->model, children[0]) > LATE * end;
    *lanes = 0;
    if (root && (count < 3 || late)) put(th, (*lanes)++, root);
    uint32_t first = *lanes;
    for (uint32_t i = 0; i < count; i++) {
        if (*lanes < THUMB_LANES) put(th, (*lanes)++, children[i]);
        else put_if_it_tells(th, children[i], first);
    }
}

/* --- where it lies ------------------------------------------------------------------------- */

static Cursor last_shown(const Model *m) {
    if (model_turns(m) <= TURNS_SEEN) return model_end(m);
    return model_turn(m, TURNS_SEEN + 1).begun;
}

/* Every turn takes TURN_PIXELS beside its time, or less where there are many. */
static Axis axis_for(const Model *m, Cursor end) {
    double seconds = (double)model_time(m, end) / 1e9, turns = model_turn_at(m, end);
    if (seconds < 0.001 || turns == 0) return AXIS_TURNS;
    double pixels = TURN_PIXELS;
    if (pixels * turns > TURNS_MOST * NOMINAL) pixels = TURNS_MOST * NOMINAL / turns;
    double whole = seconds / (1 - pixels * turns / NOMINAL);
    return axis_kitchen(pixels * whole / NOMINAL);
}

/* Somebody waits at the end of it all: a deadlock. */
static bool is_stuck(const Thumber *th) {
    if (!model_over(th->model) || th->end < model_end(th->model)) return false;
    for (uint32_t i = 0; i < th->out->lanes; i++)
        if (moment_task_state(th->model, th->end, th->tasks[i]) == TASK_WAITING) return true;
    return false;
}

static void set_window(Thumber *th) {
    Axis axis = axis_for(th->model, th->end);
    th->length = axis_position(th->model, axis, th->end);
    th->window = (LaneWindow){.axis = axis, .from = 0, .to = th->length, .width = (uint32_t)NOMINAL};
}

static void add_tail(Thumber *th) {
    th->stuck = is_stuck(th);
    if (th->stuck) th->length *= 1 + TAIL;
}

void thumbnail_make(Thumbnail *thumb, const Model *m, const Cast *cast) {
    Thumber th = {.out = thumb, .model = m, .cast = cast, .end = last_shown(m)};
    thumb->spans.len = 0;
    set_window(&th);
    choose_tasks(&th);
    add_tail(&th);
    for (uint32_t i = 0; th.length > 0 && i < thumb->lanes; i++) add_lane(&th, i);
    spread(thumb);
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
