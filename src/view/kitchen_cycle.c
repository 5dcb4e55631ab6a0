/* Arrows: the circle of a deadlock, and the way of an exception. */
#include "view/kitchen_draw.h"

#include <string.h>

static Point toward(Point from, Point to, float by) {
    float dx = to.x - from.x, dy = to.y - from.y, far = gfx_max(1, sqrtf(dx * dx + dy * dy));
    return (Point){from.x + dx / far * by, from.y + dy / far * by};
}

static void draw_arrow_head(const Kitchen *k, Point tip, Point from, float size, Color color) {
    Point back = toward(tip, from, size);
    float dx = (tip.x - back.x) * 0.55f, dy = (tip.y - back.y) * 0.55f;
    Point head[] = {tip, {back.x - dy, back.y + dx}, {back.x + dy, back.y - dx}};
    draw_polygon(k->draw, head, 3, paint_plain(color));
}

void kitchen_arrow(const Kitchen *k, const Point *way, uint32_t count, LineStyle style) {
    LineStyle casing = {
        .width = style.width + 6, .color = kitchen_color(k, TOKEN_SURFACE), .round_ends = true};
    Point line[32];
    uint32_t n = count < 32 ? count : 32;
    memcpy(line, way, n * sizeof *line);
    Point tip = line[n - 1], before = line[n > 3 ? n - 4 : 0];
    line[n - 1] = toward(tip, before, 12); /* the head covers the end */
    draw_polyline(k->draw, line, n, casing);
    draw_polyline(k->draw, line, n, style);
    draw_arrow_head(k, tip, before, 22, style.color);
}

/* --- the circle ---------------------------------------------------------------------------------- */

void kitchen_draw_cycle(const Kitchen *k, const SceneThing *t) {
    draw_round(k->draw, t->at, 24, color_fade(kitchen_color(k, TOKEN_SURFACE), 0.86f));
}

void kitchen_draw_node(const Kitchen *k, const SceneThing *t) {
    char name[WORDS];
    Point middle = rect_middle(t->at);
    kitchen_frame(k, t->at, 10, TOKEN_WOOD, 2.6f, TOKEN_OUT);
    draw_sprite(k->draw, t->tool, rect_inset(t->at, 8, 8), 0xFFFFFFFF);
    kitchen_object_name(k, t->object, name);
    kitchen_cut(k, (TextStyle){FACE_SEMI, 20, 0}, 140, name);
    float y = t->set ? t->at.y - 10 : t->at.y + t->at.h + 24;
    kitchen_say(k, (Saying){middle.x, y, 20, FACE_SEMI, TOKEN_INK, TEXT_MIDDLE, 0}, name);
}

typedef struct Node {
    Point at;
    float radius;
    TaskId task; /* 0: a thing */
} Node;

static uint32_t nodes_of(const Scene *s, Node *out, uint32_t most) {
    uint32_t n = 0, plate = s->cycle_plate, thing = s->cycle_thing;
    while (n < s->cycle && n + 2 <= most) {
        const ScenePlate *p = &s->plates.items[plate++];
        out[n++] = (Node){p->dish.at, p->dish.radius, p->task};
        if (p->wait == WAIT_TASK) continue;
        const SceneThing *t = &s->things.items[thing++];
        out[n++] = (Node){rect_middle(t->at), t->at.w / 2, 0};
    }
    return n;
}

/* A part of the ellipse between two of `n` nodes, short of both. */
static uint32_t bow(Node a, Node b, uint32_t n, Point middle, Point *out) {
    enum { POINTS = 17 };
    Point half = {(a.at.x + b.at.x) / 2, (a.at.y + b.at.y) / 2};
    float out_by = n == 3 ? 2.6f : n == 4 ? 1.84f : 1.6f;
    Point control = {middle.x + (half.x - middle.x) * out_by, middle.y + (half.y - middle.y) * out_by};
    if (n <= 2) control = (Point){half.x, half.y + (b.at.x > a.at.x ? -1 : 1) * 190.0f}; /* there and back */
    Point from = toward(a.at, control, a.radius + 16), to = toward(b.at, control, b.radius + 12);
    for (int i = 0; i < POINTS; i++) {
        float t = (float)i / (POINTS - 1), u = 1 - t;
        out[i] = (Point){u * u * from.x + 2 * u * t * control.x + t * t * to.x,
                         u * u * from.y + 2 * u * t * control.y + t * t * to.y};
    }
    return POINTS;
}

bool kitchen_pill(const Kitchen *k, Point at, const char *word, Color edge) {
    Saying w = {at.x, at.y + 6.5f, 18, FACE_SEMI, TOKEN_INK, TEXT_MIDDLE, 0};
    float width = kitchen_said_width(k, w, word) + 24;
    Rect r = {at.x - width / 2, at.y - 15, width, 30};
    if (!kitchen_is_free(k, r, UINT32_MAX)) return false;
    draw_frame(k->draw, r, 15, kitchen_paint(k, TOKEN_SURFACE), 2.4f, edge);
    kitchen_say(k, w, word);
    return true;
}

static void draw_step(const Kitchen *k, Node from, Node to, uint32_t nodes, Point middle) {
    Point way[32];
    bool wants = from.task != 0;
    Color color = wants ? kitchen_color(k, TOKEN_ACCENT) : kitchen_hue(k, to.task)->deep;
    LineStyle style = {.width = 6, .color = color, .round_ends = !wants};
    if (wants) style.dash = 13, style.gap = 8;
    uint32_t n = bow(from, to, nodes, middle, way);
    kitchen_arrow(k, way, n, style);
    if (nodes <= 6)
        kitchen_pill(k, way[n / 2], kitchen_word(k, wants ? MSG_THING_WANTS : MSG_THING_HELD_BY), color);
}

void kitchen_cycle_arrows(const Kitchen *k) {
    Node nodes[16];
    Point middle = {0, 0};
    uint32_t n = nodes_of(k->scene, nodes, 16);
    for (uint32_t i = 0; i < n; i++) {
        middle.x += nodes[i].at.x / (float)n;
        middle.y += nodes[i].at.y / (float)n;
    }
    for (uint32_t i = 0; i < n; i++) draw_step(k, nodes[i], nodes[(i + 1) % n], n, middle);
}
