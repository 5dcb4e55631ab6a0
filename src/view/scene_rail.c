/* Where dishes begin and where they end: the rail, the board, the drawer with the recipe cards, and what is
 * served, struck off, burnt. */
#include "view/scene_build.h"

enum { ON_RAIL = 4, ON_RAIL_SPACED = 3 };

/* --- the rail and the board ---------------------------------------------------------------- */

/* The next ones that a program speaks of. */
static uint32_t rail_of(const Builder *b, RailEntry *out, uint32_t most) {
    RailEntry entries[2 * ON_RAIL];
    uint32_t n = moment_rail(b->model, build_at(b), 0, 2 * ON_RAIL, entries), kept = 0;
    for (uint32_t i = 0; i < n && kept < most; i++)
        if (!build_is_library(b, entries[i].task)) out[kept++] = entries[i];
    return kept;
}

static void add_ticket(Builder *b, RailEntry entry, Point at, float radius) {
    ScenePlate *p = build_plate(b, entry.task, at, radius, LABEL_ON_TICKET);
    p->on_ticket = true;
    if (entry.task) return;
    p->dish.sprite = "recipe";
    p->state = TASK_READY;
    p->dish.look = LOOK_READY;
}

void build_rail(Builder *b) {
    RailEntry entries[ON_RAIL];
    uint32_t n = b->counts.states[TASK_READY] + b->counts.callbacks;
    if (!b->stock->used[USE_TASKS] && !n) return;
    float end = b->cx - 128, width = end - 26;
    uint32_t room = width < 3 * 105 + 110 ? ON_RAIL_SPACED : ON_RAIL;
    uint32_t shown = rail_of(b, entries, room);
    if (n < shown) n = shown;
    float pitch = n > ON_RAIL_SPACED ? 105 : 118, radius = n > ON_RAIL_SPACED ? 42 : 49;
    build_thing(b, THING_RAIL, 0, (Rect){26, 40, width, 12})->count = n;
    for (uint32_t i = shown; i-- > 0;) {
        add_ticket(b, entries[i], (Point){end - 70 - pitch * (float)i, 52}, radius);
        ScenePlate *p = &vec_last(&b->scene->plates);
        p->next = i == 0;
        if (i + 1 == shown && n > shown) build_stack(b, p, n - shown);
    }
}

void build_board(Builder *b) {
    TaskId task = b->scene->chef.task;
    if (!task || build_is_library(b, task)) return;
    build_plate(b, task, (Point){b->cx, 340}, 54, LABEL_BELOW)->dish.no_badge = true;
}

/* --- the drawer -------------------------------------------------------------------------------- */

static void add_card(Builder *b, EventIndex card, Point at) {
    const Trace *t = model_trace(b->model);
    const char *sprite = cast_sprite(trace_text(t, trace_at(t, card)->a, NULL));
    ScenePlate *p = build_plate(b, 0, at, 20, LABEL_BELOW);
    p->card = card;
    p->dish.hue = HUE_COCOA;
    p->dish.sprite = sprite ? sprite : "recipe";
    p->dish.look = LOOK_NEW;
    p->dish.no_badge = true;
}

/* Whoever is made and not on the rail yet is among the last that were made. */
static void add_created(Builder *b, Point at) {
    TaskId tasks[4];
    uint32_t n = b->counts.states[TASK_CREATED], given = 0;
    TaskId made = n ? moment_tasks_made(b->model, build_at(b)) : 0;
    for (TaskId task = made; task > 0 && made - task < ASKED && given < n && given < 4; task--)
        if (moment_task_state(b->model, build_at(b), task) == TASK_CREATED && !build_is_library(b, task))
            tasks[given++] = task;
    if (given) build_row(b, tasks, given, n, (Row){{at.x, at.y - 20, 100, 40}, 20, 20, 16, false, false});
}

/* In the middle of the counter's front, below the name of what is on the board. */
void build_drawer(Builder *b) {
    EventIndex lost[2];
    float x = b->cx - 108;
    add_created(b, (Point){b->cx + 60, 490});
    if (!b->stock->used[USE_RECIPES]) return;
    SceneThing *t = build_thing(b, THING_DRAWER, 0, (Rect){x, 458, 76, 56});
    t->count = stock_cards(b->stock, build_at(b));
    uint32_t n = stock_last_cards(b->stock, build_at(b), true, 2, lost);
    for (uint32_t i = 0; i < n; i++) add_card(b, lost[i], (Point){x + 126 + 68 * (float)i, 482});
}

/* --- what is over ---------------------------------------------------------------------------------- */

typedef struct Ended {
    ThingKind kind;
    TaskState state;
    uint32_t count;
    bool used;
} Ended;

static uint32_t ended_tasks(const Builder *b, TaskState state, TaskId *out) {
    TaskId tasks[ASKED];
    uint32_t n = moment_tasks(b->model, build_at(b), state, 0, ASKED, tasks), kept = 0;
    for (uint32_t i = 0; i < n && kept < ASKED; i++)
        if (!build_is_library(b, tasks[i])) out[kept++] = tasks[i];
    return kept;
}

static void add_ended(Builder *b, const Ended *e, Rect at) {
    TaskId tasks[2 * ASKED];
    uint32_t given = ended_tasks(b, e->state, tasks);
    if (e->state == TASK_FAILED && given < 8) given += ended_tasks(b, TASK_LOST, tasks + given);
    build_thing(b, e->kind, 0, at)->count = e->count;
    Row row = {{at.x + 4, 456, at.w - 12, 56}, 30, 28, 20, e->count <= 2, true};
    if (e->count > 8) given = given ? 1 : 0; /* one stack */
    if (e->count) build_row(b, tasks, given, e->count, row);
}

void build_over(Builder *b) {
    const uint32_t *n = b->counts.states;
    uint32_t burnt = n[TASK_FAILED] + n[TASK_LOST], shares = 0;
    const Ended all[] = {
        {THING_SERVED, TASK_DONE, n[TASK_DONE], b->stock->used[USE_DONE] || n[TASK_DONE]},
        {THING_STRUCK, TASK_CANCELLED, n[TASK_CANCELLED], b->stock->used[USE_CANCELLED] || n[TASK_CANCELLED]},
        {THING_BURNT, TASK_FAILED, burnt, b->stock->used[USE_FAILED] || burnt},
    };
    for (int i = 0; i < 3; i++) shares += all[i].used;
    float x = build_right(b) - 4, w = shares ? (b->scene->width - 20 - x) / (float)shares : 0;
    for (int i = 0; i < 3; i++) {
        if (!all[i].used) continue;
        add_ended(b, &all[i], (Rect){x, 428, w - 8, 84});
        x += w;
    }
}
