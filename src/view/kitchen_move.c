#include "view/kitchen_move.h"

#include "ui/ease.h"

#define TRAVEL 280.0
#define CLOSE_UP 200.0
#define LATER 40.0 /* for each place further back */
#define CLOCK 300.0
#define ARC 0.12f
#define NEAR 150.0f /* within a line, and not from one place to another */

enum { MOVES_MOST = 64 };

/* --- where a task is -------------------------------------------------------------------------- */

static Dish dish_of(const ScenePlate *p) {
    Dish dish = p->dish;
    if (!p->on_ticket) return dish;
    dish.at.y += 1.2f * dish.radius;
    dish.radius *= 0.62f;
    return dish;
}

static bool in_menu(const Scene *s, TaskId task, Dish *out) {
    for (uint32_t i = 0; i < s->things.len; i++) {
        const SceneThing *t = &s->things.items[i];
        if (t->kind != THING_MENU || t->task != task || !t->set) continue;
        out->at = (Point){t->at.x + t->at.w / 2, t->at.y + 20};
        out->radius = 18;
        return true;
    }
    return false;
}

/* What it looks like if it has no plate of its own there. */
static Dish face_of(const Scene *s, TaskId task) {
    Role role = cast_role(s->cast, task);
    return (Dish){.hue = role.hue, .sprite = role.sprite, .look = LOOK_READY, .left = -1, .no_badge = true};
}

/* In its menu, or in the stack of its like. False: nobody knows. */
static bool home_of(const Model *m, const Scene *s, TaskId task, Dish *out) {
    TaskMoment t = moment_task(m, s->at, task);
    *out = face_of(s, task);
    if (in_menu(s, task, out)) return true;
    const ScenePlate *stack = scene_stack(s, t.state, t.wait.kind);
    if (t.state == TASK_ABSENT || !stack) return false;
    Dish dish = dish_of(stack);
    out->at = dish.at;
    out->radius = dish.radius;
    return true;
}

/* A new one comes from the board, where it was made. */
static bool birthplace(const Model *m, const Scene *to, TaskId task, Dish *out) {
    TaskId maker = moment_maker(m, task);
    const ScenePlate *p = maker ? scene_plate(to, maker) : NULL;
    if (!p || !p->running) return false;
    *out = face_of(to, task);
    out->at = p->dish.at;
    out->radius = 12;
    return true;
}

/* --- moves ------------------------------------------------------------------------------------ */

static const PlateMove *move_of(const KitchenMove *move, TaskId task) {
    for (uint32_t i = 0; i < move->moves.len; i++)
        if (move->moves.items[i].task == task) return &move->moves.items[i];
    return NULL;
}

static float part_of(const PlateMove *p, double now) {
    float part = p->length > 0 ? (float)((now - p->start) / p->length) : 1;
    return ease(p->arc ? EASE_IN_OUT_CUBIC : EASE_OUT_CUBIC, gfx_clamp01(part));
}

static Dish dish_at(const PlateMove *p, double now) {
    float t = part_of(p, now), dx = p->to.at.x - p->from.at.x, dy = p->to.at.y - p->from.at.y;
    Dish dish = p->to;
    dish.at = (Point){p->from.at.x + dx * t, p->from.at.y + dy * t};
    if (p->arc) dish.at.y -= 4 * t * (1 - t) * ARC * sqrtf(dx * dx + dy * dy);
    dish.radius = p->from.radius + (p->to.radius - p->from.radius) * t;
    return dish;
}

static bool is_same_place(const Dish *a, const Dish *b) {
    return fabsf(a->at.x - b->at.x) < 0.5f && fabsf(a->at.y - b->at.y) < 0.5f &&
           fabsf(a->radius - b->radius) < 0.5f;
}

typedef struct Way {
    const Model *m;
    const Scene *from, *to;
    double now;
} Way;

static float distance(const Dish *a, const Dish *b) {
    float dx = a->at.x - b->at.x, dy = a->at.y - b->at.y;
    return sqrtf(dx * dx + dy * dy);
}

/* The nearer the chef, the sooner it moves on. */
static double lateness(const Scene *s, const ScenePlate *p) {
    double places = 0;
    for (uint32_t i = 0; i < s->plates.len; i++)
        places += s->plates.items[i].on_ticket && s->plates.items[i].dish.at.x > p->dish.at.x;
    return LATER * places;
}

static bool starts_somewhere(const Way *w, const ScenePlate *to, const ScenePlate *was, Dish *out) {
    if (was) *out = dish_of(was);
    else if (!home_of(w->m, w->from, to->task, out)) return birthplace(w->m, w->to, to->task, out);
    return true;
}

static void add_arrival(KitchenMove *next, const KitchenMove *running, const Way *w, const ScenePlate *p) {
    const ScenePlate *was = scene_plate(w->from, p->task);
    PlateMove m = {.task = p->task, .to = dish_of(p), .start = w->now, .length = TRAVEL, .arc = true};
    if (!starts_somewhere(w, p, was, &m.from)) return;
    const PlateMove *old = move_of(running, p->task);
    bool same = is_same_place(&m.from, &m.to) && (!was || was->on_ticket == p->on_ticket);
    if (same && !old) return;
    if (same) {
        m = *old;
        m.to = dish_of(p);
    } else {
        m.ticket = was && was->on_ticket && p->on_ticket;
        bool in_line = was && was->state == p->state && was->wait == p->wait && !was->on_ticket &&
                       distance(&m.from, &m.to) < NEAR;
        m.arc = !m.ticket && !in_line;
        if (!m.arc) m.length = CLOSE_UP;
        if (m.ticket) m.start += lateness(w->to, p);
        if (old) m.from = dish_at(old, w->now);
    }
    vec_push(&next->moves, m);
}

/* Into a stack or a menu. */
static void add_departure(KitchenMove *next, const KitchenMove *running, const Way *w, const ScenePlate *p) {
    PlateMove m = {.task = p->task, .from = dish_of(p), .start = w->now, .length = TRAVEL, .arc = true};
    if (scene_plate(w->to, p->task) || !home_of(w->m, w->to, p->task, &m.to)) return;
    const PlateMove *old = move_of(running, p->task);
    if (old) m.from = dish_at(old, w->now);
    m.ghost = true;
    vec_push(&next->moves, m);
}

void move_begin(KitchenMove *move, const Model *m, const Scene *from, const Scene *to, double now,
                bool joined) {
    KitchenMove next = {0}, none = {0};
    const KitchenMove *running = joined ? move : &none;
    Way w = {m, from, to, now};
    for (uint32_t i = 0; i < to->plates.len && next.moves.len < MOVES_MOST; i++)
        if (to->plates.items[i].task) add_arrival(&next, running, &w, &to->plates.items[i]);
    for (uint32_t i = 0; i < from->plates.len && next.moves.len < MOVES_MOST; i++)
        if (from->plates.items[i].task) add_departure(&next, running, &w, &from->plates.items[i]);
    if (!joined && from->time != to->time) {
        next.time_from = from->time;
        next.clock_start = now;
        next.clock_length = CLOCK;
    }
    vec_deinit(&move->moves);
    *move = next;
}

void move_stop(KitchenMove *move) {
    move->moves.len = 0;
    move->clock_length = 0;
}

static bool clock_runs(const KitchenMove *move, double now) {
    return move->clock_length > 0 && now < move->clock_start + move->clock_length;
}

bool move_runs(const KitchenMove *move, double now) {
    for (uint32_t i = 0; i < move->moves.len; i++)
        if (now < move->moves.items[i].start + move->moves.items[i].length) return true;
    return clock_runs(move, now);
}

/* --- shown ---------------------------------------------------------------------------------------- */

void move_time(Scene *s, uint64_t time) {
    for (uint32_t i = 0; i < s->plates.len; i++) {
        ScenePlate *p = &s->plates.items[i];
        if (p->dish.left < 0) continue;
        uint64_t rings = s->time + p->time_left;
        p->time_left = rings > time ? rings - time : 0;
        if (p->time_left > p->time_whole) p->time_left = p->time_whole;
        p->dish.left = (float)((double)p->time_left / (double)(p->time_whole ? p->time_whole : 1));
    }
    s->time = time;
}

static uint64_t time_shown(const KitchenMove *move, const Scene *to, double now) {
    if (!clock_runs(move, now)) return to->time;
    float part = ease(EASE_IN_OUT_CUBIC, (float)((now - move->clock_start) / move->clock_length));
    double from = (double)move->time_from, time = (double)to->time;
    return (uint64_t)(from + (time - from) * (double)part);
}

static ScenePlate *plate_in(Scene *s, TaskId task) {
    for (uint32_t i = 0; i < s->plates.len; i++)
        if (s->plates.items[i].task == task) return &s->plates.items[i];
    return NULL;
}

/* A ticket moves as paper; all others travel as dishes, and hang up when they have come. */
static void show_on_way(Scene *s, const PlateMove *p, double now) {
    Dish dish = dish_at(p, now);
    ScenePlate *plate = p->ghost ? NULL : plate_in(s, p->task);
    if (!plate) {
        vec_push(&s->plates, ((ScenePlate){.task = p->task, .dish = dish, .flying = true}));
        return;
    }
    if (p->ticket) {
        plate->dish.at.x = dish.at.x;
        return;
    }
    dish.left = plate->dish.left;
    dish.look = plate->dish.look;
    dish.no_badge = plate->dish.no_badge;
    plate->dish = dish;
    plate->on_ticket = plate->next = false;
    if (!p->arc) return;
    plate->flying = true;
    plate->label = LABEL_NONE;
    plate->more = 0;
}

void move_show(const KitchenMove *move, const Scene *to, double now, Scene *out) {
    scene_copy(out, to);
    move_time(out, time_shown(move, to, now));
    for (uint32_t i = 0; i < move->moves.len; i++) {
        const PlateMove *p = &move->moves.items[i];
        if (now < p->start + p->length) show_on_way(out, p, now);
    }
}

void move_deinit(KitchenMove *move) {
    vec_deinit(&move->moves);
}
