#include "view/timeline_local.h"

#include "model/called.h"
#include "model/names.h"

#include <string.h>

/* What is in a lane, as bars of pixels. They are made when a lane comes into sight and kept as long as
 * nothing changes where they lie: a moving cursor costs nothing. */

#define CALM 48.0f    /* pixels: so far folded bars look alike */
#define THINNEST 3.0f /* pixels: what is thinner is drawn together with its neighbours */

enum { INSIDE_MOST = 4, LOOK_EVERY = 4 };

/* --- keeping ------------------------------------------------------------------------------ */

static bool same_view(const TimelineView *a, const TimelineView *b) {
    return a->per_second == b->per_second && a->per_turn == b->per_turn && a->from == b->from;
}

void bars_begin(Timeline *l) {
    TimelineLanes *lanes = l->lanes;
    bool same = same_view(&lanes->view, &l->view) && lanes->width == l->area.w &&
                lanes->kept_end == model_end(l->m) && lanes->lang == l->show->lang &&
                lanes->vocabulary == l->show->vocabulary;
    for (uint32_t i = 0; i < lanes->kept.len; i++) {
        KeptLane *lane = &lanes->kept.items[i];
        lane->used = false;
        if (!same) lane->bars.len = lane->stays.len = 0, lane->named = false, lane->lane.id = NEVER;
    }
    lanes->view = l->view;
    lanes->width = l->area.w;
    lanes->kept_end = model_end(l->m);
    lanes->lang = l->show->lang;
    lanes->vocabulary = l->show->vocabulary;
}

/* What is out of sight is let go. */
void bars_end(Timeline *l) {
    TimelineLanes *lanes = l->lanes;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < lanes->kept.len; i++) {
        KeptLane *lane = &lanes->kept.items[i];
        if (lane->used) {
            lanes->kept.items[kept++] = *lane;
            continue;
        }
        vec_deinit(&lane->bars);
        vec_deinit(&lane->stays);
    }
    lanes->kept.len = kept;
}

static bool same_lane(Lane a, Lane b) {
    return a.kind == b.kind && a.id == b.id;
}

static KeptLane *find(TimelineLanes *lanes, Lane lane) {
    for (uint32_t i = 0; i < lanes->kept.len; i++)
        if (same_lane(lanes->kept.items[i].lane, lane)) return &lanes->kept.items[i];
    return NULL;
}

static KeptLane *take_free(TimelineLanes *lanes) {
    for (uint32_t i = 0; i < lanes->kept.len; i++)
        if (lanes->kept.items[i].lane.id == NEVER) return &lanes->kept.items[i];
    vec_push(&lanes->kept, (KeptLane){0});
    return &vec_last(&lanes->kept);
}

/* --- folding ------------------------------------------------------------------------------- */

/* Thin spans on their way to being one bar. */
typedef struct Heap {
    Bar bar;
    float widest; /* of one state */
    float busy;   /* pixels of work */
    bool any;
} Heap;

/* Where bars are to lie. */
typedef struct Scale {
    TimelineView view;
    float width;
} Scale;

static float pixel_of(const Scale *s, double position) {
    double x = (position - s->view.from) * (double)s->width;
    return (float)(x < -1e5 ? -1e5 : x > 1e5 ? 1e5 : x);
}

static Bar bar_of(const Scale *scale, const LaneSpan *s) {
    return (Bar){.from = pixel_of(scale, s->from),
                 .to = pixel_of(scale, s->to),
                 .begin = s->begin,
                 .end = s->end,
                 .folded = s->folded,
                 .state = s->state,
                 .wait = s->wait,
                 .task = s->task,
                 .object = s->object,
                 .level = s->level,
                 .level_max = s->level_max,
                 .waiters = s->waiters,
                 .waiters_max = s->waiters_max};
}

static bool is_work(LaneKind kind, uint8_t state) {
    if (kind == LANE_CHEF) return state == CHEF_TURN || state == CHEF_CALLBACK || state == CHEF_BLOCKED;
    return kind == LANE_TASK && state == TASK_RUNNING;
}

static void put_heap(KeptLane *lane, Heap *heap) {
    if (!heap->any) return;
    float width = heap->bar.to - heap->bar.from;
    heap->bar.busy = width > 0 ? gfx_clamp01(heap->busy / width) : 0;
    vec_push(&lane->bars, heap->bar);
    *heap = (Heap){0};
}

/* It takes the look of the widest. */
static void add_to_heap(Heap *heap, const Bar *bar, bool work) {
    float width = bar->to - bar->from;
    if (!heap->any) {
        *heap = (Heap){.bar = *bar, .widest = width, .any = true};
    } else {
        Bar *b = &heap->bar;
        b->to = bar->to;
        b->end = bar->end;
        b->folded += bar->folded;
        if (bar->level_max > b->level_max) b->level_max = bar->level_max;
        if (bar->waiters_max > b->waiters_max) b->waiters_max = bar->waiters_max;
        if (width > heap->widest) {
            heap->widest = width;
            b->state = bar->state, b->wait = bar->wait, b->task = bar->task, b->object = bar->object;
        }
    }
    if (work) heap->busy += width;
}

static void add_bar(KeptLane *lane, Heap *heap, const Bar *bar) {
    bool thin = bar->to - bar->from < THINNEST;
    if (!thin) put_heap(lane, heap);
    if (!thin && bar->folded == 1) {
        vec_push(&lane->bars, *bar);
        return;
    }
    add_to_heap(heap, bar, is_work(lane->lane.kind, bar->state));
    if (heap->bar.to - heap->bar.from >= THINNEST) put_heap(lane, heap);
}

static bool is_untold(const Bar *bar) {
    return bar->folded > 1 && bar->state == TASK_WAITING && bar->wait == WAIT_NONE;
}

/* What folded turns wait for between them is not known: a look into the middle of every fourth tells. */
static void look_into(const Timeline *l, KeptLane *lane) {
    uint32_t since = LOOK_EVERY;
    WaitKind wait = WAIT_SLEEP;
    for (uint32_t i = 0; i < lane->bars.len; i++) {
        Bar *bar = &lane->bars.items[i];
        if (!is_untold(bar)) continue;
        Cursor end = bar->end == NEVER ? model_end(l->m) : bar->end;
        if (since++ >= LOOK_EVERY) {
            TaskMoment t = moment_task(l->m, bar->begin + (end - bar->begin) / 2, lane->lane.id);
            if (t.state == TASK_WAITING) wait = t.wait.kind, since = 1;
        }
        bar->wait = (uint8_t)wait;
    }
}

/* Where turns take room of their own, all that were folded are work, as far as they reach. */
static void count_turns(const Timeline *l, const Scale *scale, LaneKind kind, Bar *bar) {
    if (bar->folded == 1 || kind == LANE_OBJECT || scale->view.per_turn <= 0 || bar->to <= bar->from) return;
    uint32_t turns = bar->folded / 3; /* of a task: each is waited and ready for */
    Cursor end = bar->end == NEVER ? model_end(l->m) : bar->end;
    if (kind == LANE_CHEF) turns = model_turn_at(l->m, end) - model_turn_at(l->m, bar->begin);
    float room = (float)(turns * scale->view.per_turn) * scale->width / (bar->to - bar->from);
    bar->busy = gfx_clamp01(gfx_max(bar->busy, room));
}

/* Beside each other, folded bars of this and that would only flicker: over some pixels they all take the
 * look of what there is most of. */
static void calm_some(KeptLane *lane, uint32_t first, uint32_t after) {
    uint32_t most = first;
    float widest = 0;
    for (uint32_t i = first; i < after; i++) {
        float sum = 0;
        const Bar *a = &lane->bars.items[i];
        for (uint32_t k = first; k < after; k++) {
            const Bar *b = &lane->bars.items[k];
            if (a->state == b->state && a->wait == b->wait) sum += b->to - b->from;
        }
        if (sum > widest) widest = sum, most = i;
    }
    const Bar like = lane->bars.items[most];
    for (uint32_t i = first; i < after; i++) {
        Bar *bar = &lane->bars.items[i];
        bar->state = like.state, bar->wait = like.wait;
    }
}

static void calm(KeptLane *lane) {
    for (uint32_t i = 0, n; i < lane->bars.len; i += n) {
        const Bar *bar = &lane->bars.items[i];
        for (n = 1;
             i + n < lane->bars.len && bar->folded > 1 && bar[n].folded > 1 && bar[n].to - bar->from < CALM;
             n++) {
        }
        if (n > 1) calm_some(lane, i, i + n);
    }
}

void bars_read(Timeline *l, KeptLane *lane, const TimelineView *view, float width) {
    LaneSpans *spans = &l->lanes->spans;
    Scale scale = {*view, width};
    LaneWindow window = {.axis = {view->per_second, view->per_turn},
                         .from = view->from,
                         .to = view->from + 1,
                         .width = (uint32_t)gfx_max(1, width)};
    Heap heap = {0};
    spans->len = 0;
    lane_spans(l->m, lane->lane, &window, spans);
    for (uint32_t i = 0; i < spans->len; i++) {
        Bar bar = bar_of(&scale, &spans->items[i]);
        add_bar(lane, &heap, &bar);
    }
    put_heap(lane, &heap);
    for (uint32_t i = 0; i < lane->bars.len; i++)
        count_turns(l, &scale, lane->lane.kind, &lane->bars.items[i]);
    if (lane->lane.kind != LANE_TASK) return;
    look_into(l, lane);
    calm(lane);
}

/* --- stays ----------------------------------------------------------------------------------- */

/* Who is in an object, or in the line before it, as bars are gone through: as many as are drawn. */
typedef struct Guests {
    const Timeline *l;
    KeptLane *lane;
    uint32_t open[INSIDE_MOST + LINE_MOST]; /* which stays go on */
    uint32_t count;
    float taken[2][INSIDE_MOST]; /* up to where each place is: inside, in the line */
} Guests;
_Static_assert((int)INSIDE_MOST >= (int)LINE_MOST, "a line has no more places");

static Stay *stay_of(const Guests *g, EventIndex begin, bool waits) {
    for (uint32_t i = 0; i < g->count; i++) {
        Stay *s = &g->lane->stays.items[g->open[i]];
        if (s->begin == begin && s->waits == waits) return s;
    }
    return NULL;
}

static uint32_t free_place(const Guests *g, bool waits) {
    uint32_t taken = 0, place = 0;
    for (uint32_t i = 0; i < g->count; i++) {
        const Stay *s = &g->lane->stays.items[g->open[i]];
        if (s->waits == waits) taken |= 1u << s->place;
    }
    while (taken >> place & 1) place++;
    return place;
}

static void go_on(const Guests *g, const Bar *bar, EventIndex begin, bool waits) {
    Stay *s = stay_of(g, begin, waits);
    if (s) s->to = bar->to;
}

static void see_off(Guests *g, const Bar *bar) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < g->count; i++) {
        const Stay *s = &g->lane->stays.items[g->open[i]];
        if (s->to >= bar->to) g->open[kept++] = g->open[i];
        else g->taken[s->waits][s->place] = s->to;
    }
    g->count = kept;
}

/* It may have been there before, where that was too thin, or no place was free for it. */
static void welcome(Guests *g, const Bar *bar, TaskId task, EventIndex begin, bool waits) {
    if (stay_of(g, begin, waits)) return;
    Scale scale = {g->l->view, g->l->area.w};
    Axis axis = {scale.view.per_second, scale.view.per_turn};
    Stay s = {.to = bar->to, .task = task, .begin = begin, .waits = waits, .place = free_place(g, waits)};
    s.from = begin < bar->begin ? pixel_of(&scale, axis_position(g->l->m, axis, begin)) : bar->from;
    s.from = gfx_max(s.from, g->taken[waits][s.place]);
    g->open[g->count++] = g->lane->stays.len;
    vec_push(&g->lane->stays, s);
}

/* First those who go on are found, then those who come take the places that are free. */
static void meet(Guests *g, const Bar *bar) {
    Holder holders[INSIDE_MOST];
    Waiter waiters[LINE_MOST];
    const Model *m = g->l->m;
    ObjectId id = g->lane->lane.id;
    uint32_t inside = bar->level ? moment_inside(m, bar->begin, id, 0, INSIDE_MOST, holders) : 0;
    uint32_t line = bar->waiters ? moment_waiters(m, bar->begin, id, LINE_MAIN, 0, LINE_MOST, waiters) : 0;
    for (uint32_t i = 0; i < inside; i++) go_on(g, bar, holders[i].got, false);
    for (uint32_t i = 0; i < line; i++) go_on(g, bar, waiters[i].since, true);
    see_off(g, bar);
    for (uint32_t i = 0; i < inside; i++) welcome(g, bar, holders[i].task, holders[i].got, false);
    for (uint32_t i = 0; i < line; i++) welcome(g, bar, waiters[i].task, waiters[i].since, true);
}

static bool has_stays(const Timeline *l, Lane lane) {
    if (lane.kind != LANE_OBJECT) return false;
    ObjectKind kind = trace_object_at(model_trace(l->m), lane.id)->kind;
    return kind == OBJECT_LOCK || kind == OBJECT_SEMAPHORE || kind == OBJECT_BOUNDED_SEMAPHORE;
}

static void read_stays(const Timeline *l, KeptLane *lane) {
    Guests g = {.l = l, .lane = lane};
    for (int i = 0; i < 2 * INSIDE_MOST; i++) g.taken[i / INSIDE_MOST][i % INSIDE_MOST] = -1e5f;
    for (uint32_t i = 0; i < lane->bars.len; i++) {
        const Bar *bar = &lane->bars.items[i];
        if (bar->folded == 1) meet(&g, bar);
        else see_off(&g, bar);
    }
}

/* --- asking ------------------------------------------------------------------------------------ */

KeptLane *bars_of(Timeline *l, Lane which) {
    KeptLane *lane = find(l->lanes, which);
    if (!lane) {
        lane = take_free(l->lanes);
        lane->lane = which;
        bars_read(l, lane, &l->view, l->area.w);
        if (has_stays(l, which)) read_stays(l, lane);
    }
    lane->used = true;
    return lane;
}

KeptLane *bars_of_row(Timeline *l, const Row *row) {
    switch (row->kind) {
    case ROW_CHEF: return bars_of(l, (Lane){LANE_CHEF, 0});
    case ROW_TASK: return bars_of(l, (Lane){LANE_TASK, row->id});
    case ROW_OBJECT: return bars_of(l, (Lane){LANE_OBJECT, row->id});
    default: return NULL;
    }
}

const Bar *bars_at(const KeptLane *lane, float x) {
    uint32_t low = 0, high = lane->bars.len; /* the first that ends beyond */
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (lane->bars.items[middle].to <= x) low = middle + 1;
        else high = middle;
    }
    if (low == lane->bars.len || lane->bars.items[low].from > x) return NULL;
    return &lane->bars.items[low];
}

/* --- names ---------------------------------------------------------------------------------------- */

/* What is too long is cut between two characters. */
static void keep_name(Buf *text, char *out) {
    size_t n = text->len < TIMELINE_NAME - 1 ? text->len : TIMELINE_NAME - 1;
    while (n < text->len && n > 0 && ((unsigned char)text->data[n] & 0xC0) == 0x80) n--;
    if (n) memcpy(out, text->data, n);
    out[n] = '\0';
    buf_deinit(text);
}

void timeline_task_name(const Timeline *l, TaskId task, char *out) {
    Buf text = {0};
    if (l->show->vocabulary == VOCABULARY_KITCHEN) called_task(&l->speech, task, &text);
    else name_add_task(l->m, task, &text);
    keep_name(&text, out);
}

void timeline_object_name(const Timeline *l, ObjectId object, char *out) {
    Buf text = {0};
    const TraceObject *o = trace_object_at(model_trace(l->m), object);
    const char *given =
        l->show->vocabulary == VOCABULARY_KITCHEN ? called_text(&l->speech, DIRECTIVE_NAME, o->made) : "";
    if (*given) buf_adds(&text, given);
    else name_add_object(l->m, object, &text);
    keep_name(&text, out);
}

const char *bars_name(Timeline *l, KeptLane *lane) {
    if (!lane->named && lane->lane.kind == LANE_TASK) timeline_task_name(l, lane->lane.id, lane->name);
    if (!lane->named && lane->lane.kind == LANE_OBJECT) timeline_object_name(l, lane->lane.id, lane->name);
    lane->named = true;
    return lane->name;
}
