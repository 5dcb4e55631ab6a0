#include "view/kitchen_draw.h"

#include <stdio.h>
#include <string.h>

/* --- names ------------------------------------------------------------------------------ */

static float whole_radius(const Dish *dish) { /* with its timer's ring */
    return dish->left >= 0 ? dish->radius * 1.34f : dish->radius;
}

typedef struct Label {
    const ScenePlate *plate;
    uint32_t number; /* of the plate */
    float size;
    char name[WORDS], left[WORDS]; /* left: of its timer, or "" */
} Label;

static Pill pill_of(const Label *l, const char *text) {
    return (Pill){text, l->plate->dish.hue, l->size, false};
}

/* The name, and the time left behind it, cut to what there is room for. False: there is too little. */
static bool fit_label(const Kitchen *k, Label *l, float room, char *out) {
    if (l->plate->name_most > 0) room = gfx_min(room, l->plate->name_most);
    TextStyle style = {FACE_SEMI, l->size, 0};
    char tail[WORDS + 2] = "";
    if (*l->left) snprintf(tail, sizeof tail, "  %s", l->left);
    float rest = text_width(k->draw, style, tail) + 1.1f * l->size + 2;
    snprintf(out, WORDS, "%s", l->name);
    if (room < rest || !*kitchen_cut(k, style, room - rest, out)) return false;
    size_t len = strlen(out);
    snprintf(out + len, 2 * WORDS - len, "%s", tail);
    return true;
}

static bool put_pill(const Kitchen *k, const Label *l, const char *text, Point at) {
    Pill pill = pill_of(l, text);
    Rect r = {at.x, at.y - 0.75f * l->size, pill_width(k->draw, &pill), 1.5f * l->size};
    if (!kitchen_is_free(k, r, l->number)) return false;
    kitchen_take(k, r);
    pill_draw(k->draw, k->show->theme, at, &pill);
    return true;
}

/* Time left stands under the name. */
static bool label_right(const Kitchen *k, Label *l) {
    char text[2 * WORDS];
    const Dish *dish = &l->plate->dish;
    Label name = *l;
    name.left[0] = '\0';
    float x = dish->at.x + whole_radius(dish) + 12, y = *l->left ? dish->at.y - 16 : dish->at.y;
    Rect from = {x, y - 14, 0, *l->left ? 52 : 28};
    TokenId ink = l->plate->in_oven ? TOKEN_IN_OVEN : TOKEN_INK;
    Saying time = {x + 3, dish->at.y + 30, 22, FACE_SEMI, ink, TEXT_LEFT, 0};
    float room = kitchen_room_right(k, from, l->number) - 4;
    bool named = fit_label(k, &name, room, text) && put_pill(k, &name, text, (Point){x, y});
    if (!*l->left) return named;
    if (!named) { /* that alone */
        if (kitchen_said_width(k, time, l->left) > room) return false;
        time.y = dish->at.y + 8;
    }
    kitchen_say(k, time, l->left);
    return true;
}

static bool label_left(const Kitchen *k, Label *l) {
    const Dish *dish = &l->plate->dish;
    Pill pill = pill_of(l, l->name);
    float w = pill_width(k->draw, &pill);
    return put_pill(k, l, l->name, (Point){dish->at.x - whole_radius(dish) - 12 - w, dish->at.y});
}

static bool label_below(const Kitchen *k, Label *l) {
    char text[2 * WORDS];
    const Dish *dish = &l->plate->dish;
    float y = l->plate->running ? 440 : dish->at.y + whole_radius(dish) + 13;
    if (l->plate->on_burner) y = 367, l->left[0] = '\0'; /* on the stove's front */
    Rect around = {dish->at.x, y - 14, 0, 28};
    if (!fit_label(k, l, kitchen_room_around(k, around, l->number) - 4, text)) return false;
    Pill pill = pill_of(l, text);
    return put_pill(k, l, text, (Point){dish->at.x - pill_width(k->draw, &pill) / 2, y});
}

/* What cannot be placed is left out: hue and picture stay. */
static void draw_label(const Kitchen *k, const ScenePlate *p, uint32_t number) {
    Label l = {.plate = p, .number = number, .size = p->running ? 22 : 18};
    kitchen_plate_name(k, p, l.name);
    if (!*l.name) return;
    if (p->dish.left >= 0) kitchen_left(k, p->time_left, l.left);
    if (p->label == LABEL_LEFT && label_left(k, &l)) return;
    if (p->label == LABEL_RIGHT && label_right(k, &l)) return;
    if (p->label == LABEL_RIGHT && p->in_oven) return;
    if (label_below(k, &l)) return;
    if (p->label == LABEL_BELOW && !p->running && p->name_most <= 0) label_right(k, &l);
}

/* --- dishes ------------------------------------------------------------------------------ */

/* Those beneath a stack peep out, and a number says how many they are. */
static void draw_stack(const Kitchen *k, const ScenePlate *p) {
    char text[WORDS] = "+";
    Dish under = p->dish;
    under.no_badge = true;
    under.left = -1;
    float r = p->dish.radius, step = gfx_max(4, 0.22f * r);
    for (int i = p->more > 1 ? 2 : 1; i > 0; i--) {
        under.at.x = p->dish.at.x + step * (float)i;
        under.at.y = p->dish.at.y - 0.5f * step * (float)i;
        dish_draw(k->draw, k->show->theme, &under);
    }
    kitchen_count(p->bare ? p->more + 1 : p->more, p->bare ? text : text + 1);
    TokenId ink = p->in_oven ? TOKEN_IN_OVEN : TOKEN_INK;
    float x = p->dish.at.x + whole_radius(&p->dish) + 2 * step + 4;
    kitchen_say(k, (Saying){x, p->dish.at.y + 7, r < 20 ? 18 : 22, FACE_BOLD, ink, TEXT_LEFT, 0}, text);
}

typedef struct Chip {
    Point at;
    float radius;
    const char *sprite;
    Color edge;
} Chip;

static void draw_chip(const Kitchen *k, Chip c) {
    draw_frame(k->draw, rect_around(c.at, c.radius), c.radius, kitchen_paint(k, TOKEN_PLATE),
               gfx_max(1.6f, 0.08f * c.radius), c.edge);
    draw_sprite(k->draw, c.sprite, rect_around(c.at, c.radius * 0.7f), 0xFFFFFFFF);
}

/* What it holds lies beside the dish in the hand, and rides on any other: the first at its upper right. */
static void draw_chips(const Kitchen *k, const ScenePlate *p) {
    static const Point rim[] = {{0.76f, -0.76f}, {-0.76f, -0.76f}, {-0.8f, 0.72f}, {0.8f, 0.72f}};
    static const Point board[] = {{98, 18}, {-98, 18}, {112, -42}, {-112, -42}};
    const Dish *dish = &p->dish;
    Color edge = k->show->theme->hues[dish->hue].deep, out = kitchen_color(k, TOKEN_OUT);
    const char *chips[4];
    uint32_t n = 0;
    if (p->clocked) chips[n++] = "hourglass";
    for (int i = 0; i < PLATE_TOOLS && p->tools[i]; i++) chips[n++] = p->tools[i];
    if (p->permit) chips[n++] = "burner-lit";
    float r = whole_radius(dish), size = gfx_max(11, 0.36f * dish->radius);
    for (uint32_t i = 0; i < n; i++) {
        bool lies = p->running && !p->flying;
        Point by = lies ? board[i] : (Point){rim[i].x * r, rim[i].y * r};
        Chip chip = {{dish->at.x + by.x, dish->at.y + by.y}, lies ? 29 : size, chips[i], edge};
        if (i == 0 && p->clocked) chip.edge = out;
        draw_chip(k, chip);
    }
}

static void draw_plate(const Kitchen *k, const ScenePlate *p) {
    const Dish *dish = &p->dish;
    if (p->more) draw_stack(k, p);
    dish_draw(k->draw, k->show->theme, dish);
    if (dish->radius >= 19) draw_chips(k, p);
}

static void draw_selection(const Kitchen *k, const ScenePlate *p) {
    if (!k->show->selected || k->show->selected != p->task) return;
    float r = whole_radius(&p->dish) + 5;
    Rect at = p->on_ticket ? scene_plate_rect(p) : rect_around(p->dish.at, p->running ? r * 1.22f : r);
    if (p->on_ticket) at = rect_inset(at, -5, -5);
    draw_frame(k->draw, at, p->on_ticket ? 8 : at.w / 2, paint_plain(0), 3.4f, kitchen_color(k, TOKEN_INK));
}

/* The name stands beside the dish on the board even while all else is veiled. */
static bool is_veiled(const Kitchen *k) {
    return k->scene->chef.state == CHEF_BLOCKED && !k->scene->work;
}

static void take_dishes(const Kitchen *k) {
    k->taken->dishes.len = 0;
    for (uint32_t i = 0; i < k->scene->plates.len; i++) {
        const ScenePlate *p = &k->scene->plates.items[i];
        Rect r = p->on_ticket ? scene_plate_rect(p) : rect_around(p->dish.at, 0.94f * whole_radius(&p->dish));
        vec_push(&k->taken->dishes, r);
    }
}

static void draw_plates(const Kitchen *k, bool flying) {
    for (uint32_t i = 0; i < k->scene->plates.len; i++) {
        const ScenePlate *p = &k->scene->plates.items[i];
        if (p->flying != flying || (p->running && is_veiled(k))) continue;
        if (p->on_ticket) kitchen_ticket(k, p);
        else draw_plate(k, p);
        draw_selection(k, p);
    }
}

static void draw_labels(const Kitchen *k) {
    for (uint32_t i = 0; i < k->scene->plates.len; i++) {
        const ScenePlate *p = &k->scene->plates.items[i];
        bool labelled = p->label != LABEL_NONE && p->label != LABEL_ON_TICKET && !p->on_ticket;
        if (labelled && !(p->running && is_veiled(k))) draw_label(k, p, i);
    }
}

/* --- what befalls everybody ------------------------------------------------------------------- */

/* A card below the oven: one line, or two where nothing else stands there. */
static void draw_card(const Kitchen *k, const char *large, const char *small, TokenId edge) {
    float x = k->cx + 190, w = k->scene->width - 26 - x;
    bool alone = true;
    for (uint32_t i = 0; i < k->scene->things.len; i++) {
        ThingKind kind = k->scene->things.items[i].kind;
        alone &= kind != THING_STOVE && kind != THING_COOK;
    }
    Rect card = alone ? (Rect){x + 8, 218, w - 16, 124} : (Rect){x, 190, w, 44};
    if (!alone && k->scene->stuck) card = (Rect){k->cx - 165, 418, 330, 40}; /* nobody is at the board */
    kitchen_frame(k, card, alone ? 16 : 12, TOKEN_SURFACE, 4, edge);
    Rect in = rect_inset(card, alone ? 24 : 12, 0);
    float clock = alone ? 72 : 34;
    draw_sprite(k->draw, "timer", (Rect){in.x, in.y + (in.h - clock) / 2, clock, clock}, 0xFFFFFFFF);
    in.x += clock + 12;
    in.w -= clock + 12;
    float size = alone ? 38 : 22;
    Saying w1 = {in.x, alone ? in.y + 62 : in.y + 30, size, FACE_BOLD, TOKEN_INK, TEXT_LEFT, in.w};
    while (kitchen_said_width(k, w1, large) > in.w && w1.size > 18) w1.size -= 1;
    kitchen_say(k, w1, large);
    Saying w2 = {in.x, in.y + 94, 20, FACE_TEXT, TOKEN_INK2, TEXT_LEFT, in.w};
    if (!alone) {
        float said = kitchen_said_width(k, w1, large) + 12;
        w2 = (Saying){in.x + said, w1.y, 18, FACE_TEXT, TOKEN_INK2, TEXT_LEFT, in.w - said};
    }
    if (w2.most > 20) kitchen_say(k, w2, small);
}

/* While he stands and stares everybody loses time: the room turns grey but for him. */
static void draw_lost_time(const Kitchen *k) {
    char time[WORDS], whole[WORDS], text[WORDS], of[WORDS];
    draw_rect(k->draw, k->whole, kitchen_color(k, TOKEN_BLOCKED_VEIL));
    draw_rect(k->draw, (Rect){k->cx - 196, COUNTER_Y, 392, 26}, kitchen_color(k, TOKEN_WOOD));
    draw_sprite(k->draw, "lamp", (Rect){k->cx - 52, -36, 104, 104}, 0xFFFFFFFF);
    kitchen_chef(k);
    kitchen_board(k);
    for (uint32_t i = 0; i < k->scene->plates.len; i++) {
        const ScenePlate *p = &k->scene->plates.items[i];
        if (!p->running) continue;
        draw_plate(k, p);
        draw_label(k, p, i);
    }
    uint64_t since = model_time(k->show->model, k->scene->chef.since), all = k->scene->chef.until - since;
    uint64_t lost = k->now > since ? k->now - since : 0;
    bool under_way = lost > 0 && lost < all;
    kitchen_left(k, under_way ? lost : all, time);
    kitchen_words(k, MSG_THING_LOST, time, "", text);
    if (under_way) kitchen_words(k, MSG_THING_LOST_OF, kitchen_left(k, all, whole), "", of);
    draw_card(k, text, under_way ? of : msg_text(k->show->lang, MSG_THING_LOST_FOR), TOKEN_ACCENT);
}

static void draw_work(const Kitchen *k) {
    char time[WORDS], text[WORDS];
    uint64_t since = model_time(k->show->model, k->scene->chef.since);
    kitchen_words(k, MSG_THING_WORKS, kitchen_left(k, k->scene->chef.until - since, time), "", text);
    const char *what = note_text(model_trace(k->show->model), k->scene->work, k->show->lang);
    draw_card(k, *what ? what : text, *what ? text : "", TOKEN_LINE2);
}

/* The exception flies to whoever awaited the dish. */
static void draw_fall(const Kitchen *k) {
    const Scene *s = k->scene;
    const ScenePlate *from = scene_plate(s, s->fall.from), *to = scene_plate(s, s->fall.to);
    if (!s->fall.from || !from || !to || from->more || to->more) return;
    Rect goal = scene_plate_rect(to);
    float r = from->dish.radius;
    Point a = {from->dish.at.x - 1.15f * r, from->dish.at.y - 0.35f * r}, b = rect_middle(goal), way[17];
    b.x += goal.w / 2 + (to->running ? 58 : 8);
    Point control = {(a.x + b.x) / 2 + 30, gfx_min(a.y, b.y) - 10};
    if (b.x > a.x - 60) control.x = a.x;
    for (int i = 0; i < 17; i++) {
        float t = (float)i / 16, u = 1 - t;
        way[i] = (Point){u * u * a.x + 2 * u * t * control.x + t * t * b.x,
                         u * u * a.y + 2 * u * t * control.y + t * t * b.y};
    }
    LineStyle style = {.width = 5, .color = kitchen_color(k, TOKEN_ACCENT), .round_ends = true};
    kitchen_arrow(k, way, 17, style);
    char name[WORDS];
    const char *text = s->fall.what ? trace_text(model_trace(k->show->model), s->fall.what, NULL) : "";
    snprintf(name, sizeof name, "%.*s", (int)strcspn(text, ":"), text);
    for (int i = 4; *name && i < 13; i++)
        if (kitchen_pill(k, way[i], name, style.color)) return;
}

/* --- all of it ----------------------------------------------------------------------------------- */

float kitchen_width(Rect panel) {
    float w = panel.h > 0 ? panel.w * SCENE_HEIGHT / panel.h : SCENE_WIDTH_LEAST;
    return gfx_max(SCENE_WIDTH_LEAST, gfx_min(w, SCENE_WIDTH_MOST));
}

KitchenPlace kitchen_place(const Scene *scene, Rect panel) {
    float scale = gfx_min(panel.w / scene->width, panel.h / SCENE_HEIGHT);
    return (KitchenPlace){panel.x + (panel.w - scene->width * scale) / 2,
                          panel.y + (panel.h - SCENE_HEIGHT * scale) / 2, scale};
}

static void draw_scene(const Kitchen *k) {
    kitchen_room(k);
    kitchen_lamp(k);
    if (!is_veiled(k)) kitchen_chef(k);
    take_dishes(k);
    for (uint32_t i = 0; i < k->scene->things.len; i++) kitchen_thing(k, &k->scene->things.items[i]);
    kitchen_board(k);
    if (k->scene->cycle) kitchen_cycle_arrows(k);
    draw_plates(k, false);
    draw_fall(k);
    draw_labels(k);
    if (is_veiled(k)) draw_lost_time(k);
    else if (k->scene->work) draw_work(k);
    else if (k->scene->stuck && !k->scene->cycle)
        draw_card(k, msg_text(k->show->lang, MSG_THING_STUCK), kitchen_word(k, MSG_THING_STUCK_WHY),
                  TOKEN_ACCENT);
    draw_plates(k, true);
}

void kitchen_draw(DrawList *d, const Showing *show, const Scene *scene, Rect panel) {
    Taken taken = {0};
    Kitchen k = {.draw = d,
                 .show = show,
                 .scene = scene,
                 .taken = &taken,
                 .cx = 0.487f * scene->width,
                 .now = show->now ? show->now : scene->time};
    KitchenPlace place = kitchen_place(scene, panel);
    float unit = place.scale > 0 ? 1 / place.scale : 0;
    k.whole = (Rect){(panel.x - place.x) * unit, (panel.y - place.y) * unit, panel.w * unit, panel.h * unit};
    draw_push_clip(d, panel);
    draw_rect(d, panel, kitchen_color(&k, TOKEN_WALL));
    draw_push_place(d, place.x, place.y, place.scale);
    draw_scene(&k);
    draw_pop(d);
    draw_corners(d, panel, 16, kitchen_color(&k, TOKEN_BG));
    draw_pop(d);
    vec_deinit(&taken.words);
    vec_deinit(&taken.dishes);
}
