#include "view/kitchen.h"

#include "view/kitchen_draw.h"

#include <stdio.h>

/* --- names ------------------------------------------------------------------------------ */

/* The name beside or beneath a dish, and the time left behind it or under it. */
static void draw_label(const Kitchen *k, const ScenePlate *p) {
    char name[WORDS], time[WORDS];
    const Dish *dish = &p->dish;
    bool at_board = p->running;
    Pill pill = {kitchen_task_name(k, p->task, name), dish->hue, at_board ? 22 : 18, false};
    float w = pill_width(k->draw, &pill), r = dish->left >= 0 ? dish->radius * 1.32f : dish->radius;
    if (p->label == LABEL_RIGHT) {
        float x = dish->at.x + r + 14, y = dish->left >= 0 ? dish->at.y - 16 : dish->at.y;
        pill_draw(k->draw, k->show->theme, (Point){x, y}, &pill);
        if (dish->left < 0) return;
        TokenId ink = dish->at.y < 200 ? TOKEN_IN_OVEN : TOKEN_INK;
        kitchen_say(k, (Words){x + 3, dish->at.y + 30, 22, FACE_SEMI, ink, TEXT_LEFT, 0},
                    kitchen_left(k, p->time_left, time));
        return;
    }
    char both[2 * WORDS];
    if (dish->left >= 0) {
        snprintf(both, sizeof both, "%s  %s", name, kitchen_left(k, p->time_left, time));
        pill.name = both;
        w = pill_width(k->draw, &pill);
    }
    float y = at_board ? 440 : dish->at.y + r + 12;
    pill_draw(k->draw, k->show->theme, (Point){dish->at.x - w / 2, y}, &pill);
}

/* --- dishes ------------------------------------------------------------------------------ */

/* Those beneath a stack peep out, and a number says how many they are. */
static void draw_stack(const Kitchen *k, const ScenePlate *p) {
    char text[WORDS] = "+";
    Dish under = p->dish;
    under.no_badge = true;
    under.left = -1;
    for (int i = 2; i > 0; i--) {
        under.at.x = p->dish.at.x + 8 * (float)i;
        under.at.y = p->dish.at.y - 4 * (float)i;
        dish_draw(k->draw, k->show->theme, &under);
    }
    kitchen_count(p->more, text + 1);
    TokenId ink = p->dish.at.y < 200 ? TOKEN_IN_OVEN : TOKEN_INK;
    kitchen_say(
        k, (Words){p->dish.at.x + p->dish.radius + 24, p->dish.at.y + 7, 22, FACE_BOLD, ink, TEXT_LEFT, 0},
        text);
}

static void draw_chip(const Kitchen *k, Point at, float radius, const char *sprite, Color edge) {
    draw_frame(k->draw, rect_around(at, radius), radius, paint_plain(kitchen_color(k, TOKEN_PLATE)), 2.4f,
               edge);
    draw_sprite(k->draw, sprite, rect_around(at, radius * 0.7f), 0xFFFFFFFF);
}

static void draw_plate(const Kitchen *k, const ScenePlate *p) {
    const Dish *dish = &p->dish;
    if (p->more) draw_stack(k, p);
    dish_draw(k->draw, k->show->theme, dish);
    Color edge = k->show->theme->hues[dish->hue].deep;
    if (p->clocked) {
        float r = dish->left >= 0 ? dish->radius * 1.2f : dish->radius;
        Point at = {dish->at.x + 0.74f * r, dish->at.y - 0.74f * r};
        draw_chip(k, at, gfx_max(13, 0.34f * dish->radius), "hourglass", kitchen_color(k, TOKEN_OUT));
    }
    if (p->holds) draw_chip(k, (Point){dish->at.x + 98, 358}, 29, "knife", edge);
    if (k->show->selected && k->show->selected == p->task)
        draw_ring(k->draw, dish->at, dish->radius * 1.5f, 3, kitchen_color(k, TOKEN_ACCENT));
}

static void draw_plates(const Kitchen *k) {
    for (uint32_t i = 0; i < k->scene->plates.len; i++) {
        const ScenePlate *p = &k->scene->plates.items[i];
        if (p->on_ticket) kitchen_ticket(k, p);
        else draw_plate(k, p);
    }
    for (uint32_t i = 0; i < k->scene->plates.len; i++) {
        const ScenePlate *p = &k->scene->plates.items[i];
        if (p->label == LABEL_RIGHT || p->label == LABEL_BELOW) draw_label(k, p);
    }
}

/* While he stands and stares everybody loses time: the room turns grey but for him. */
static void draw_lost_time(const Kitchen *k) {
    char time[WORDS], text[WORDS];
    float x = k->cx + 210;
    Rect card = {x, 210, gfx_min(330, k->scene->width - 26 - x), 110};
    draw_rect(k->draw, (Rect){0, 0, k->scene->width, SCENE_HEIGHT}, kitchen_color(k, TOKEN_BLOCKED_VEIL));
    kitchen_chef(k);
    kitchen_board(k);
    draw_frame(k->draw, card, 16, paint_plain(kitchen_color(k, TOKEN_SURFACE)), 4,
               kitchen_color(k, TOKEN_ACCENT));
    uint64_t lost = k->scene->chef.until - model_time(k->show->model, k->scene->chef.since);
    kitchen_left(k, lost, time);
    Point middle = rect_middle(card);
    kitchen_say(k, (Words){middle.x, middle.y + 4, 40, FACE_BOLD, TOKEN_INK, TEXT_MIDDLE, 0},
                kitchen_words(k, MSG_THING_LOST, time, "", text));
    kitchen_say(k, (Words){middle.x, middle.y + 36, 22, FACE_TEXT, TOKEN_INK2, TEXT_MIDDLE, 0},
                msg_text(k->show->lang, MSG_THING_LOST_FOR));
    for (uint32_t i = 0; i < k->scene->plates.len; i++) {
        const ScenePlate *p = &k->scene->plates.items[i];
        if (!p->running) continue;
        draw_plate(k, p);
        draw_label(k, p);
    }
}

float kitchen_width(Rect panel) {
    float w = panel.h > 0 ? panel.w * SCENE_HEIGHT / panel.h : SCENE_WIDTH_LEAST;
    return gfx_max(SCENE_WIDTH_LEAST, gfx_min(w, SCENE_WIDTH_MOST));
}

KitchenPlace kitchen_place(const Scene *scene, Rect panel) {
    float scale = gfx_min(panel.w / scene->width, panel.h / SCENE_HEIGHT);
    return (KitchenPlace){panel.x + (panel.w - scene->width * scale) / 2,
                          panel.y + (panel.h - SCENE_HEIGHT * scale) / 2, scale};
}

void kitchen_draw(DrawList *d, const Showing *show, const Scene *scene, Rect panel) {
    Kitchen k = {d, show, scene, 0.487f * scene->width};
    KitchenPlace place = kitchen_place(scene, panel);
    draw_push_clip(d, panel);
    draw_rect(d, panel, kitchen_color(&k, TOKEN_WALL));
    draw_push_place(d, place.x, place.y, place.scale);
    kitchen_room(&k);
    kitchen_chef(&k);
    for (uint32_t i = 0; i < scene->things.len; i++) kitchen_thing(&k, &scene->things.items[i]);
    kitchen_board(&k);
    draw_plates(&k);
    if (scene->chef.state == CHEF_BLOCKED) draw_lost_time(&k);
    draw_pop(d);
    draw_corners(d, panel, 16, kitchen_color(&k, TOKEN_BG));
    draw_pop(d);
}
