#include "app/drawing.h"

#include "model/called.h"
#include "model/lanes.h"

#include <inttypes.h>
#include <stdio.h>

enum { MOST = 40, LEVEL = 12, QUEUE_ABOVE = 13, WAITERS = 7 }; /* pixels: the level above, who waits below */

static const char neutral[] = "#7A8B99";

/* One lane in the making. */
typedef struct Thing {
    const Drawing *d;
    ObjectId id;
    ObjectKind kind;
    uint32_t full; /* the level at which its bar is as high as it can be */
    double y;
} Thing;

static bool is_queue(ObjectKind kind) {
    return kind == OBJECT_QUEUE || kind == OBJECT_LIFO_QUEUE || kind == OBJECT_PRIORITY_QUEUE;
}

static bool counts(ObjectKind kind) {
    return is_queue(kind) || kind == OBJECT_SEMAPHORE || kind == OBJECT_BOUNDED_SEMAPHORE ||
           kind == OBJECT_BARRIER;
}

/* --- in words ------------------------------------------------------------------------------------ */

static void add_message(const Thing *t, MsgId msg, const char *a, const char *b, Buf *out) {
    msg_format(out, t->d->speech->lang, msg, (const char *const[]){a, b}, 2);
}

static void add_count(const Thing *t, uint32_t level, Buf *out) {
    const TraceObject *o = trace_object_at(model_trace(t->d->model), t->id);
    char is[16], most[16];
    snprintf(is, sizeof is, "%" PRIu32, level);
    snprintf(most, sizeof most, "%" PRIu32, o->count);
    if (o->count) add_message(t, MSG_THING_OF, is, most, out);
    else buf_adds(out, is);
}

static void add_holder(const Thing *t, TaskId holder, Buf *out) {
    Buf name = {0};
    if (holder) {
        called_task(t->d->speech, holder, &name);
        add_message(t, MSG_THING_HAS_IT, buf_cstr(&name), "", out);
    } else {
        add_message(t, MSG_THING_FREE, "", "", out);
    }
    buf_deinit(&name);
}

/* What it holds; of a condition nothing is to be told but who waits. */
static void add_level(const Thing *t, const LaneSpan *s, Buf *out) {
    if (counts(t->kind)) add_count(t, s->level_max, out);
    else if (t->kind == OBJECT_LOCK) add_holder(t, s->task, out);
    else if (t->kind == OBJECT_EVENT)
        add_message(t, s->level ? MSG_THING_BELL_SET_ASYNCIO : MSG_THING_BELL_CLEAR_ASYNCIO, "", "", out);
}

static void add_waiters(const Thing *t, uint32_t waiters, Buf *out) {
    char number[16];
    if (!waiters) return;
    snprintf(number, sizeof number, "%" PRIu32, waiters);
    if (out->len) buf_adds(out, ", ");
    add_message(t, MSG_THING_WAITING, number, "", out);
}

static void tooltip(const Thing *t, const LaneSpan *s) {
    Lang lang = t->d->speech->lang;
    EventIndex end = s->end == NEVER ? model_end(t->d->model) : s->end;
    Buf text = {0}, state = {0};
    called_object(t->d->speech, t->id, &text);
    add_level(t, s, &state);
    add_waiters(t, s->waiters_max, &state);
    buf_printf(&text, ": %s, ", buf_cstr(&state));
    words_add_time(lang, model_time(t->d->model, s->begin), &text);
    buf_adds(&text, " – ");
    words_add_time(lang, model_time(t->d->model, end), &text);
    drawing_title(t->d, &text);
    buf_deinit(&state);
}

/* Where there is room for it: who has it, or how much is in it. */
static void label_span(const Thing *t, const LaneSpan *s, double from, double to) {
    enum { LETTER = 6, MARGIN = 8 };
    Buf text = {0};
    if (t->kind == OBJECT_LOCK && s->task) called_task(t->d->speech, s->task, &text);
    else if (counts(t->kind) && s->folded == 1) add_count(t, s->level, &text);
    if (text.len && (double)text.len * LETTER + MARGIN < to - from)
        drawing_label(t->d, from + MARGIN / 2.0, t->y + LEVEL - 2, " font-size=\"10\"", buf_cstr(&text));
    buf_deinit(&text);
}

/* --- as a picture --------------------------------------------------------------------------------- */

/* The level as a bar that is more or less high, in the colour of who holds a lock. */
static void draw_level(const Thing *t, const LaneSpan *s, double from, double to) {
    char style[64];
    uint32_t level = t->kind == OBJECT_BARRIER ? s->waiters_max : s->level_max;
    if (!level) return;
    double height = LEVEL * (level < t->full ? (double)level / t->full : 1);
    snprintf(style, sizeof style, "fill=\"%s\" opacity=\"0.6\"", s->task ? drawing_colour(s->task) : neutral);
    drawing_rectangle(t->d, from, to, t->y + LEVEL - height, height, style);
    tooltip(t, s);
}

static void draw_waiters(const Thing *t, const LaneSpan *s, double from, double to) {
    double height = 1 + 2.0 * s->waiters_max;
    if (!s->waiters_max) return;
    drawing_rectangle(t->d, from, to, t->y + QUEUE_ABOVE, height < WAITERS ? height : WAITERS,
                      "fill=\"#2B2620\" opacity=\"0.6\"");
    tooltip(t, s);
}

static void draw_span(const Thing *t, const LaneSpan *s) {
    double from = drawing_x_of(t->d, s->from), to = drawing_x_of(t->d, s->to);
    draw_level(t, s, from, to);
    draw_waiters(t, s, from, to);
    label_span(t, s, from, to);
}

/* A queue without an end is as high as it ever gets. */
static uint32_t full_level(const Thing *t, const LaneSpans *spans) {
    uint32_t count = counts(t->kind) ? trace_object_at(model_trace(t->d->model), t->id)->count : 1, most = 1;
    for (uint32_t i = 0; i < spans->len; i++)
        if (spans->items[i].level_max > most) most = spans->items[i].level_max;
    return count ? count : most;
}

static void draw_frame(const Thing *t) {
    Buf name = {0};
    double right = DRAWING_LEFT + t->d->width;
    called_object(t->d->speech, t->id, &name);
    drawing_label(t->d, 8, t->y + 12, "", buf_cstr(&name));
    buf_printf(t->d->out, "<line x1=\"%d\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#B9B2A3\"/>\n",
               DRAWING_LEFT, t->y + LEVEL, right, t->y + LEVEL);
    if (is_queue(t->kind) && trace_object_at(model_trace(t->d->model), t->id)->count)
        buf_printf(t->d->out,
                   "<line x1=\"%d\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#B9B2A3\" "
                   "stroke-dasharray=\"3 3\"/>\n",
                   DRAWING_LEFT, t->y, right, t->y);
    buf_deinit(&name);
}

static void draw_thing(Drawing *d, ObjectId id) {
    Thing t = {.d = d, .id = id, .kind = trace_object_at(model_trace(d->model), id)->kind};
    LaneWindow window = {d->axis, 0, axis_length(d->model, d->axis), (uint32_t)d->width};
    LaneSpans spans = {0};
    t.y = drawing_y(++d->lanes);
    lane_spans(d->model, (Lane){LANE_OBJECT, id}, &window, &spans);
    t.full = full_level(&t, &spans);
    draw_frame(&t);
    for (uint32_t i = 0; i < spans.len; i++) draw_span(&t, &spans.items[i]);
    vec_deinit(&spans);
}

static bool is_thing(const Trace *t, ObjectId id) {
    const TraceObject *o = trace_object_at(t, id);
    TaskId maker = trace_at(t, o->made)->task;
    return o->kind >= OBJECT_LOCK && o->kind <= OBJECT_PRIORITY_QUEUE &&
           !(maker && trace_task_at(t, maker)->library);
}

void drawing_things(Drawing *d) {
    const Trace *t = model_trace(d->model);
    uint32_t drawn = 0;
    for (ObjectId id = 1; id <= trace_objects(t); id++) {
        if (!is_thing(t, id)) continue;
        if (drawn++ < MOST) draw_thing(d, id);
        else d->hidden++;
    }
}
