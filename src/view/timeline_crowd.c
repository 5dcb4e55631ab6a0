#include "view/timeline_local.h"

#include "view/format.h"

#include <stdio.h>
#include <string.h>

/* Tasks of one function as one row: in each column of pixels, how many of them are in which state, stacked
 * from the foot. A picture is made task by task, a slice in each pass; until it is ready the one before
 * stands for it. The order is such that the tasks of any part are spread over all of them. */

#define COLUMN 3.0f /* pixels */

enum {
    STRIDE = 64,       /* every so-manieth task, then those between */
    SLICE_WORK = 9000, /* spans in a pass: about a millisecond */
    TASK_WORK = 6,     /* as much as so many spans */
    LOOK_WORK = 4,     /* a look at a moment likewise */
    SKIPS = 16,        /* so many tasks of others are as much as a span */
};

static const LookId share_looks[SHARES] = {
    [SHARE_DONE] = LOOK_DONE,     [SHARE_RUNNING] = LOOK_RUNNING, [SHARE_READY] = LOOK_READY,
    [SHARE_ASLEEP] = LOOK_ASLEEP, [SHARE_QUEUE] = LOOK_QUEUE,     [SHARE_LOCK] = LOOK_LOCK,
    [SHARE_EVENT] = LOOK_EVENT,   [SHARE_TASK] = LOOK_TASK};

static const MsgId share_words[SHARES] = {
    [SHARE_DONE] = MSG_TIMELINE_DONE,     [SHARE_RUNNING] = MSG_TIMELINE_RUNNING,
    [SHARE_READY] = MSG_TIMELINE_READY,   [SHARE_ASLEEP] = MSG_TIMELINE_ASLEEP,
    [SHARE_QUEUE] = MSG_TIMELINE_WAITING, [SHARE_LOCK] = MSG_TIMELINE_WAITING,
    [SHARE_EVENT] = MSG_TIMELINE_WAITING, [SHARE_TASK] = MSG_TIMELINE_WAITING};

/* --- making a picture ------------------------------------------------------------------------ */

static Share share_of(const LaneSpan *s) {
    Bar bar = {.state = s->state, .wait = s->wait};
    LookId look = timeline_look(&bar);
    if (look == LOOK_BARRIER) return SHARE_EVENT;
    if (look == LOOK_NEW) return SHARE_READY; /* made, and not begun: on its way to the rail */
    for (int i = 0; i < SHARES; i++)
        if (share_looks[i] == look) return (Share)i;
    return SHARE_DONE;
}

/* Sums of differences: the columns behind `at` have `by` more; the one in which it lies, its part. */
static void add_step(float *row, uint32_t columns, double at, float by) {
    double most = (double)columns;
    at = at < 0 ? 0 : at > most ? most : at;
    uint32_t i = (uint32_t)at;
    float part = (float)(at - (double)i);
    row[i] += by * (1 - part);
    row[i + 1] += by * part;
}

static void add_stretch(CrowdPicture *p, Share share, double from, double to) {
    float *row = p->steps + (size_t)share * (p->columns + 2);
    add_step(row, p->columns, from * p->columns, 1);
    add_step(row, p->columns, to * p->columns, -1);
}

static void note_object(CrowdPicture *p, Share share, ObjectId object) {
    if (object && !p->objects[share]) p->objects[share] = object;
    else if (object != p->objects[share]) p->objects[share] = NEVER;
}

/* About which event lies so far into a folded span: they are spread evenly enough. */
static Cursor event_within(const Model *m, const LaneSpan *s, double position) {
    Cursor end = s->end == NEVER ? model_end(m) : s->end;
    double part = s->to > s->from ? (position - s->from) / (s->to - s->from) : 0;
    return s->begin + (Cursor)((double)(end - s->begin) * (part < 0 ? 0 : part > 1 ? 1 : part));
}

/* What is folded is looked at once in each column that it fills: in the middle of what it has of it. */
static uint32_t add_folded(Timeline *l, CrowdPicture *p, TaskId task, const LaneSpan *s) {
    double from = s->from - p->view.from, to = s->to - p->view.from, column = 1.0 / p->columns;
    from = from < 0 ? 0 : from;
    to = to > 1 ? 1 : to;
    uint32_t looks = 0;
    for (double next; from < to; from = next, looks++) {
        next = (floor(from / column + 1e-6) + 1) * column;
        if (next > to) next = to;
        TaskMoment t = moment_task(l->m, event_within(l->m, s, p->view.from + (from + next) / 2), task);
        LaneSpan seen = {.state = (uint8_t)t.state, .wait = (uint8_t)t.wait.kind};
        if (task_state_live(t.state)) add_stretch(p, share_of(&seen), from, next);
    }
    return LOOK_WORK * looks;
}

static uint32_t add_span(Timeline *l, CrowdPicture *p, TaskId task, const LaneSpan *s) {
    if (s->folded > 1) return add_folded(l, p, task, s);
    Share share = share_of(s);
    add_stretch(p, share, s->from - p->view.from, s->to - p->view.from);
    if (share >= SHARE_QUEUE) note_object(p, share, s->object);
    return 1;
}

static uint32_t add_task(Timeline *l, CrowdPicture *p, TaskId task) {
    LaneSpans *spans = &l->lanes->spans;
    LaneWindow window = {.axis = {p->view.per_second, p->view.per_turn},
                         .from = p->view.from,
                         .to = p->view.from + 1,
                         .width = p->columns * (uint32_t)COLUMN};
    uint32_t work = TASK_WORK;
    spans->len = 0;
    lane_spans(l->m, (Lane){LANE_TASK, task}, &window, spans);
    for (uint32_t i = 0; i < spans->len; i++) work += add_span(l, p, task, &spans->items[i]);
    EventIndex end = moment_task_end(l->m, task);
    if (end != NEVER) {
        double over = axis_length(l->m, window.axis) - p->view.from;
        add_stretch(p, SHARE_DONE, axis_position(l->m, window.axis, end) - p->view.from, over);
    }
    p->tasks++;
    return work;
}

static void begin_picture(const Timeline *l, CrowdPicture *p, const Crowd *crowd) {
    p->view = l->view;
    p->end = model_end(l->m);
    p->columns = (uint32_t)gfx_max(1, floorf(l->area.w / COLUMN));
    size_t size = (size_t)SHARES * (p->columns + 2) * sizeof(float);
    p->steps = mem_realloc(p->steps, size);
    memset(p->steps, 0, size);
    memset(p->objects, 0, sizeof p->objects);
    p->tasks = 0;
    p->all = crowd->tasks;
    p->last = l->lanes->tasks;
    p->residue = 0;
    p->next = crowd->first;
}

/* True when all of its tasks are in it. */
static bool go_on(Timeline *l, CrowdPicture *p, const Crowd *crowd, int32_t *work) {
    const Trace *t = model_trace(l->m);
    uint32_t skipped = 0;
    while (p->tasks<p->all && * work> 0) {
        if (p->next > p->last) {
            if (++p->residue == STRIDE) break;
            p->next = crowd->first + p->residue;
            continue;
        }
        const TraceTask *task = trace_task_at(t, p->next);
        if (task->function == crowd->function && !task->library) *work -= (int32_t)add_task(l, p, p->next);
        else if (++skipped % SKIPS == 0) --*work;
        p->next += STRIDE;
    }
    return p->tasks >= p->all || p->residue >= STRIDE;
}

static bool same_picture(const Timeline *l, const CrowdPicture *p) {
    return p->tasks && p->end == model_end(l->m) && p->view.from == l->view.from &&
           p->view.per_second == l->view.per_second && p->view.per_turn == l->view.per_turn &&
           p->columns == (uint32_t)gfx_max(1, floorf(l->area.w / COLUMN));
}

static KeptCrowd *kept_of(TimelineLanes *lanes, uint32_t crowd) {
    for (uint32_t i = 0; i < lanes->pictures.len; i++)
        if (lanes->pictures.items[i].crowd == crowd) return &lanes->pictures.items[i];
    vec_push(&lanes->pictures, ((KeptCrowd){.crowd = crowd}));
    return &vec_last(&lanes->pictures);
}

static void swap(KeptCrowd *k) {
    CrowdPicture shown = k->shown;
    k->shown = k->making;
    k->making = shown;
    k->at_work = false;
}

static void take_up(Timeline *l, KeptCrowd *k, const Crowd *crowd) {
    if (!k->at_work && !same_picture(l, &k->shown)) {
        begin_picture(l, &k->making, crowd);
        k->at_work = true;
    }
    int32_t work = SLICE_WORK / (int32_t)l->lanes->pictures.len; /* each has its part of the pass */
    if (k->at_work && go_on(l, &k->making, crowd, &work)) swap(k);
    if (k->at_work || !same_picture(l, &k->shown)) ui_wake_at(l->ui, l->ui->now);
}

void crowds_begin(Timeline *l) {
    for (uint32_t i = 0; i < l->lanes->pictures.len; i++) l->lanes->pictures.items[i].used = false;
}

static void free_crowd(KeptCrowd *k) {
    mem_free(k->shown.steps);
    mem_free(k->making.steps);
}

void crowds_end(Timeline *l) {
    TimelineLanes *lanes = l->lanes;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < lanes->pictures.len; i++) {
        if (lanes->pictures.items[i].used) lanes->pictures.items[kept++] = lanes->pictures.items[i];
        else free_crowd(&lanes->pictures.items[i]);
    }
    lanes->pictures.len = kept;
}

void crowds_drop(TimelineLanes *lanes) {
    for (uint32_t i = 0; i < lanes->pictures.len; i++) free_crowd(&lanes->pictures.items[i]);
    vec_deinit(&lanes->pictures);
    mem_free(lanes->heights);
    mem_free(lanes->outline);
}

/* --- as heights ----------------------------------------------------------------------------------- */

/* A picture that is not of this view is stretched into its place. */
typedef struct Stack {
    Timeline *l;
    const CrowdPicture *p;
    HueId hue;
    Rect r;
    float *tops;       /* by share, then by column: its upper edge, from the foot, in pixels */
    float from, width; /* of the first column, of each; in pixels */
} Stack;

/* Of a place that was a share of the width in the picture's view. */
static float restretched(const Stack *s, double share) {
    const TimelineView *old = &s->p->view, *new = &s->l->view;
    double by = old->per_second > 0 ? new->per_second / old->per_second : new->per_turn / old->per_turn;
    return timeline_x(s->l, (share + old->from) * by - new->from);
}

/* The record ends within a column: what is there of it stands for all of it. */
static float part_of_column(const CrowdPicture *p, uint32_t c, double end) {
    double part = end * p->columns - c;
    return part > 0.05 && part < 1 ? (float)part : 1;
}

static void reckon(Stack *s) {
    const CrowdPicture *p = s->p;
    float scale = s->r.h / (float)(p->tasks ? p->tasks : 1);
    double end = view_share(&p->view, view_point(s->l->m, p->end));
    for (int share = 0; share < SHARES; share++) {
        const float *steps = p->steps + (size_t)share * (p->columns + 2);
        float *tops = s->tops + (size_t)share * p->columns, count = 0;
        for (uint32_t c = 0; c < p->columns; c++) {
            count += steps[c];
            tops[c] = (share ? s->tops[(size_t)(share - 1) * p->columns + c] : 0) +
                      gfx_max(0, count) * scale / part_of_column(p, c, end);
        }
    }
    s->from = restretched(s, 0);
    s->width = (restretched(s, 1) - s->from) / (float)p->columns;
}

static float top_at(const Stack *s, int share, uint32_t c) {
    return share < 0 ? 0 : s->tops[(size_t)share * s->p->columns + c];
}

static float thickness(const Stack *s, int share, uint32_t c) {
    return top_at(s, share, c) - top_at(s, share - 1, c);
}

static float column_x(const Stack *s, uint32_t c) {
    float x = s->from + ((float)c + 0.5f) * s->width;
    if (c == 0) x = s->from;
    return c + 1 == s->p->columns ? s->from + s->width * (float)s->p->columns : x;
}

/* --- drawing --------------------------------------------------------------------------------------- */

#define SEEN 0.4f /* pixels: thinner stretches are left out */

static Paint paint_of(const Stack *s, int share) {
    const Theme *t = s->l->t;
    const Hue *hue = &t->hues[s->hue];
    const Look *look = theme_look(share_looks[share]);
    switch ((Share)share) {
    case SHARE_RUNNING: return paint_plain(hue->base);
    case SHARE_READY: return (Paint){PAINT_HATCH, hue->base, hue->pale, look->size, look->pitch};
    case SHARE_ASLEEP: return paint_plain(hue->pale);
    case SHARE_LOCK: return (Paint){PAINT_BARS, hue->base, t->colors[TOKEN_SURFACE], look->size, look->pitch};
    case SHARE_TASK: return paint_plain(color_mix(hue->pale, hue->base, 0.4f));
    case SHARE_DONE: return paint_plain(t->colors[TOKEN_SUNKEN]);
    default: return paint_plain(t->colors[TOKEN_SURFACE]);
    }
}

/* Dots come in rows: those whose height is in the stretch. */
static void draw_dot_rows(const Stack *s, int share, uint32_t first, uint32_t after) {
    const Theme *t = s->l->t;
    uint32_t kind = share == SHARE_QUEUE ? PAINT_DOTS : PAINT_DASHDOT;
    float pitch = 9, size = 2.4f, foot = s->r.y + s->r.h;
    for (float y = pitch * 0.7f; y < s->r.h; y += pitch) {
        for (uint32_t c = first, n; c < after; c += n) {
            bool in = top_at(s, share - 1, c) <= y - size && top_at(s, share, c) >= y + size;
            for (n = 1; c + n < after; n++)
                if ((top_at(s, share - 1, c + n) <= y - size && top_at(s, share, c + n) >= y + size) != in)
                    break;
            Rect r = {column_x(s, c), foot - y - size - 1, column_x(s, c + n - 1) - column_x(s, c),
                      2 * size + 2};
            if (in && r.w > 4)
                draw_frame(s->l->d, r, 0, (Paint){kind, t->hues[s->hue].base, 0, size, 9}, 0, 0);
        }
    }
}

static void draw_stretch(const Stack *s, int share, uint32_t first, uint32_t after) {
    uint32_t n = after - first;
    Point *points = s->l->lanes->outline;
    float foot = s->r.y + s->r.h;
    for (uint32_t i = 0; i < n; i++) {
        float x = column_x(s, first + i);
        points[i] = (Point){x, foot - top_at(s, share, first + i)};
        points[2 * n - 1 - i] = (Point){x, foot - top_at(s, share - 1, first + i)};
    }
    draw_polygon(s->l->d, points, 2 * n, paint_of(s, share));
    if (share == SHARE_QUEUE || share == SHARE_EVENT) draw_dot_rows(s, share, first, after);
    if (share != SHARE_DONE)
        draw_polyline(s->l->d, points, n, (LineStyle){.width = 1.6f, .color = s->l->t->hues[s->hue].deep});
}

static void draw_share(const Stack *s, int share) {
    uint32_t columns = s->p->columns;
    for (uint32_t c = 0; c < columns;) {
        while (c < columns && thickness(s, share, c) < SEEN) c++;
        uint32_t first = c;
        while (c < columns && thickness(s, share, c) >= SEEN) c++;
        if (first > 0) first--; /* it comes out of nothing */
        uint32_t after = c < columns ? c + 1 : c;
        if (after - first > 1) draw_stretch(s, share, first, after);
    }
}

/* --- words ----------------------------------------------------------------------------------------- */

static void say_share(const Stack *s, int share, char *out) {
    Lang lang = s->l->show->lang;
    ObjectId object = s->p->objects[share];
    snprintf(out, TIMELINE_NAME, "%s", msg_text(lang, share_words[share]));
    if (share_words[share] != MSG_TIMELINE_WAITING || !object || object == NEVER) return;
    char name[TIMELINE_NAME];
    Buf text = {0};
    timeline_object_name(s->l, object, name);
    msg_format(&text, lang, MSG_TIMELINE_WAITING_FOR, (const char *const[]){name}, 1);
    snprintf(out, TIMELINE_NAME, "%s", buf_cstr(&text));
    buf_deinit(&text);
}

/* The height that a stretch has all along some columns, and where. */
static float common_height(const Stack *s, int share, uint32_t first, uint32_t n, float *middle) {
    float low = 0, high = 1e6f;
    for (uint32_t c = first; c < first + n; c += 2) {
        low = gfx_max(low, top_at(s, share - 1, c));
        high = gfx_min(high, top_at(s, share, c));
    }
    *middle = (low + high) / 2;
    return high - low;
}

/* Where, within bounds, a stretch has room for words so wide; NEVER: nowhere. */
typedef struct Spot {
    uint32_t column;
    float height, middle;
} Spot;

static Spot roomiest(const Stack *s, int share, float w, float from, float to) {
    uint32_t n = (uint32_t)(w / s->width) + 2;
    Spot best = {NEVER, 0, 0};
    for (uint32_t c = 2; c + n + 2 < s->p->columns; c += 4) {
        float middle, high = common_height(s, share, c, n, &middle), x = column_x(s, c);
        if (x >= from && x + w <= to && high > best.height + 3) best = (Spot){c, high, middle};
    }
    return best;
}

static void draw_words(const Stack *s, int share, Rect r, const char *text) {
    Timeline *l = s->l;
    TextStyle style = timeline_small(l, FACE_TEXT, TOKEN_INK);
    float glyph = 0.8f * style.size, x = r.x + 0.5f * style.size;
    draw_frame(l->d, draw_snap(l->d, r), r.h / 2, paint_plain(timeline_color(l, TOKEN_SURFACE)), 1.5f,
               timeline_color(l, TOKEN_LINE2));
    draw_sprite(l->d, theme_look(share_looks[share])->glyph, (Rect){x, r.y + (r.h - glyph) / 2, glyph, glyph},
                style.color);
    text_line(l->d, style, (Rect){x + glyph + 0.3f * style.size, r.y, r.w, r.h}, TEXT_LEFT, text);
}

/* On the highest stretch of that state, rather in the past; never across the playhead. */
static void label_share(const Stack *s, int share) {
    Timeline *l = s->l;
    char text[TIMELINE_NAME];
    TextStyle style = timeline_small(l, FACE_TEXT, TOKEN_INK);
    say_share(s, share, text);
    float h = 1.3f * style.size, w = text_width(l->d, style, text) + 2.2f * style.size,
          now = l->area.x + l->now;
    Spot spot = roomiest(s, share, w, l->area.x, gfx_min(now - 12, l->area.x + l->area.w));
    if (spot.height < h + 3 && !l->show->hide_future)
        spot = roomiest(s, share, w, gfx_max(now + 12, l->area.x), l->area.x + l->area.w);
    if (spot.column == NEVER || spot.height < h + 3) return;
    draw_words(s, share,
               (Rect){column_x(s, spot.column) + s->width, s->r.y + s->r.h - spot.middle - h / 2, w, h},
               text);
}

static bool make_room(Timeline *l, uint32_t columns) {
    if (l->lanes->room < columns) {
        l->lanes->heights = mem_realloc(l->lanes->heights, (size_t)SHARES * columns * sizeof(float));
        l->lanes->outline = mem_realloc(l->lanes->outline, 2 * (size_t)columns * sizeof(Point));
        l->lanes->room = columns;
    }
    return columns > 1;
}

/* What is ready of a picture stands for all of it, until one is. */
static const CrowdPicture *picture_of(const KeptCrowd *k) {
    return k->shown.tasks ? &k->shown : &k->making;
}

static bool can_stretch(const Timeline *l, const CrowdPicture *p) {
    return p->tasks && (p->view.per_second > 0) == (l->view.per_second > 0) &&
           fabs(p->view.per_turn * l->view.per_second - l->view.per_turn * p->view.per_second) <=
               1e-3 * fabs(l->view.per_turn * p->view.per_second);
}

void timeline_crowd(Timeline *l, const Row *row) {
    const Crowd *crowd = &l->lanes->crowds.items[row->id];
    KeptCrowd *k = kept_of(l->lanes, row->id);
    k->used = true;
    take_up(l, k, crowd);
    const CrowdPicture *p = picture_of(k);
    if (!can_stretch(l, p)) p = &k->making;
    if (!can_stretch(l, p) || !make_room(l, p->columns)) return;
    Stack s = {.l = l, .p = p, .hue = cast_role(l->show->cast, crowd->first).hue, .tops = l->lanes->heights};
    s.r = rect_inset(rows_rect(l, row), 0, 0.05f * row->h);
    draw_frame(l->d, draw_snap(l->d, s.r), 0, paint_plain(0), 1.2f, timeline_color(l, TOKEN_LINE));
    reckon(&s);
    for (int share = 0; share < SHARES; share++) draw_share(&s, share);
    for (int share = 0; share < SHARES; share++) label_share(&s, share);
}

/* How many do what, where the mouse is. */
void timeline_crowd_words(Timeline *l, const Row *row, float x, Buf *out) {
    const Crowd *crowd = &l->lanes->crowds.items[row->id];
    const CrowdPicture *p = &kept_of(l->lanes, row->id)->shown;
    Stack s = {.l = l, .p = p};
    if (!can_stretch(l, p) || !p->columns) return;
    uint32_t column = (uint32_t)gfx_max(0, gfx_min((float)p->columns - 1, x / l->area.w * (float)p->columns));
    buf_adds(out, trace_text(model_trace(l->m), crowd->function, NULL));
    for (int share = 0; share < SHARES; share++) {
        const float *steps = p->steps + (size_t)share * (p->columns + 2);
        char words[TIMELINE_NAME];
        float count = 0;
        for (uint32_t c = 0; c <= column; c++) count += steps[c];
        if (count < 0.5f) continue;
        say_share(&s, share, words);
        buf_adds(out, "  ·  ");
        format_count(out, (uint64_t)(count + 0.5f));
        buf_printf(out, " %s", words);
    }
}
