#include "view/dish.h"

#define TURN (2 * GFX_PI)
#define TINY 16.0f /* below this radius only plate, rim and picture */

static float edge_width(const Dish *dish) {
    return gfx_max(1.6f, 0.035f * dish->radius);
}

/* Of the radius: a small dish has a broader rim, or its hue could not be told. */
static float rim_width(const Dish *dish) {
    return dish->radius < TINY ? 0.28f : 0.15f;
}

static float rim_middle(const Dish *dish) {
    return dish->radius * (1 - rim_width(dish) / 2);
}

static void draw_plate(DrawList *d, const Theme *t, const Dish *dish) {
    float r = dish->radius;
    Point low = {dish->at.x, dish->at.y + 0.16f * r};
    if (r >= TINY) draw_disc(d, low, r, t->colors[TOKEN_SHADOW]);
    draw_disc(d, dish->at, r - 1, t->colors[TOKEN_PLATE]); /* its edge is the rim's */
}

/* n marks of the rim, each `part` of its share of the way around. */
static void draw_marks(DrawList *d, const Dish *dish, int n, float part, Color color) {
    float share = TURN / (float)n;
    ArcStyle style = {.width = rim_width(dish) * dish->radius - edge_width(dish), .color = color};
    for (int i = 0; i < n; i++)
        draw_arc(d, dish->at, rim_middle(dish) - edge_width(dish) / 2, share * ((float)i + 0.5f - part / 2),
                 share * part, style);
}

static void draw_dots(DrawList *d, const Dish *dish, int n, float from, Color color) {
    float r = rim_middle(dish);
    for (int i = 0; i < n; i++) {
        float a = TURN * ((float)i + from) / (float)n;
        Point dot = {dish->at.x + r * sinf(a), dish->at.y - r * cosf(a)};
        draw_disc(d, dot, 0.4f * rim_width(dish) * dish->radius, color);
    }
}

static void draw_teeth(DrawList *d, const Dish *dish, const Hue *hue) {
    enum { TEETH = 22 };
    Point points[2 * TEETH];
    for (int i = 0; i < 2 * TEETH; i++) {
        float a = TURN * (float)i / (2 * TEETH), r = dish->radius * (i % 2 ? 0.93f : 1.06f);
        points[i] = (Point){dish->at.x + r * sinf(a), dish->at.y - r * cosf(a)};
    }
    draw_polygon(d, points, 2 * TEETH, paint_plain(hue->base));
    draw_polyline(d, points, 2 * TEETH,
                  (LineStyle){.width = edge_width(dish), .color = hue->deep, .closed = true});
}

/* A burnt plate is darkened, not blackened: its picture stays known. */
static void draw_burnt(DrawList *d, const Theme *t, const Dish *dish, const Hue *hue) {
    float r = dish->radius;
    draw_teeth(d, dish, hue);
    draw_disc(d, dish->at, 0.8f * r, color_mix(t->colors[TOKEN_PLATE], 0xFF5C4A41, 0.5f));
    draw_ring(d, dish->at, 0.8f * r, edge_width(dish) / 2, hue->deep);
}

static void draw_pattern(DrawList *d, const Dish *dish, const Hue *hue, Rim rim) {
    float r = dish->radius;
    switch (rim) {
    case RIM_THIN_DASHED: draw_marks(d, dish, 16, 0.5f, hue->base); break;
    case RIM_BLOCKS: draw_marks(d, dish, 8, 0.78f, hue->base); break;
    case RIM_DOTS: draw_dots(d, dish, 14, 0, hue->base); break;
    case RIM_DASH_DOT:
        draw_marks(d, dish, 4, 0.62f, hue->base);
        draw_dots(d, dish, 4, 0, hue->base);
        break;
    case RIM_DOUBLE: draw_ring(d, dish->at, 0.86f * r, 0.05f * r, hue->base); break;
    default: break;
    }
}

static Color rim_ground(const Theme *t, const Hue *hue, Rim rim) {
    if (rim == RIM_SOLID) return hue->base;
    if (rim == RIM_DOUBLE) return t->colors[TOKEN_PLATE];
    return color_mix(t->colors[TOKEN_PLATE], hue->base, 0.25f);
}

static void draw_rim(DrawList *d, const Theme *t, const Dish *dish, const Hue *hue) {
    float r = dish->radius, edge = edge_width(dish);
    Rim rim = theme_look(dish->look)->rim;
    if (rim == RIM_TOOTHED) {
        draw_burnt(d, t, dish, hue);
        return;
    }
    float inner = (1 - rim_width(dish)) * r,
          outer = r - edge / 2; /* beneath the edge, whose outside is the only one */
    draw_ring(d, dish->at, (inner + outer) / 2, outer - inner, rim_ground(t, hue, rim));
    draw_pattern(d, dish, hue, rim);
    draw_ring(d, dish->at, r - edge / 2, edge, rim == RIM_DOUBLE ? hue->base : hue->deep);
    if (r >= TINY) draw_ring(d, dish->at, 0.85f * r, edge / 2, color_fade(hue->deep, 0.6f));
}

static void draw_halo(DrawList *d, const Theme *t, const Dish *dish) {
    float r = dish->radius, gap = 0.055f, width = r < TINY ? 0.2f : 0.15f;
    draw_ring(d, dish->at, r * (1 + gap / 2), gap * r + 1, t->colors[TOKEN_SURFACE]);
    draw_ring(d, dish->at, r * (1 + gap + width / 2), width * r, t->colors[TOKEN_ACCENT]);
}

/* What is left of a timer ends at 12 o'clock; its beginning has a knob and goes round with the clock. */
static void draw_timer(DrawList *d, const Theme *t, const Dish *dish, const Hue *hue) {
    float r = dish->radius, at = 1.21f * r, width = 0.19f * r, edge = edge_width(dish);
    float left = gfx_clamp01(dish->left), from = TURN * (1 - left);
    draw_ring(d, dish->at, at, width + 3, t->colors[TOKEN_SURFACE]);
    draw_ring(d, dish->at, at, width, t->colors[TOKEN_LINE]);
    draw_arc(d, dish->at, at, from, TURN * left, (ArcStyle){width * 0.9f, hue->deep, true});
    draw_arc(d, dish->at, at, from, TURN * left, (ArcStyle){width * 0.9f - edge * 1.4f, hue->base, true});
    Point knob = {dish->at.x + at * sinf(from), dish->at.y - at * cosf(from)};
    draw_frame(d, rect_around(knob, 0.16f * r), 0.16f * r, paint_plain(t->colors[TOKEN_SURFACE]), edge * 1.2f,
               hue->deep);
}

void dish_badge(DrawList *d, const Theme *t, Point at, float radius, LookId look) {
    draw_disc(d, at, radius + 2, t->colors[TOKEN_SURFACE]);
    draw_disc(d, at, radius, t->colors[TOKEN_INK]);
    draw_sprite(d, theme_look(look)->glyph, rect_around(at, radius * 0.62f), t->colors[TOKEN_SURFACE]);
}

static void draw_struck(DrawList *d, const Theme *t, const Dish *dish) {
    float r = 0.72f * dish->radius, x = r * 0.82f, y = r * 0.57f;
    Point a = {dish->at.x - x, dish->at.y + y}, b = {dish->at.x + x, dish->at.y - y};
    LineStyle casing = {.width = 0.16f * r + 3, .color = t->colors[TOKEN_PLATE], .round_ends = true};
    LineStyle bar = {.width = 0.16f * r, .color = 0xFF5C4A41, .round_ends = true};
    draw_polyline(d, (Point[]){a, b}, 2, casing);
    draw_polyline(d, (Point[]){a, b}, 2, bar);
}

static bool has_badge(const Dish *dish) {
    return !dish->no_badge && dish->radius >= TINY && dish->look != LOOK_RUNNING &&
           dish->look != LOOK_BLOCKED && dish->look != LOOK_ASLEEP;
}

void dish_draw(DrawList *d, const Theme *t, const Dish *dish) {
    const Hue *hue = &t->hues[dish->hue];
    float r = dish->radius;
    if (dish->left >= 0) draw_timer(d, t, dish, hue);
    draw_plate(d, t, dish);
    draw_rim(d, t, dish, hue);
    if (dish->look == LOOK_RUNNING || dish->look == LOOK_BLOCKED) draw_halo(d, t, dish);
    Color tint = dish->look == LOOK_CANCELLED ? 0x6BFFFFFF
                 : dish->look == LOOK_FAILED  ? 0xFFA0988F
                                              : 0xFFFFFFFF;
    draw_sprite(d, dish->sprite, rect_around(dish->at, 0.68f * r), tint);
    if (dish->look == LOOK_CANCELLED) draw_struck(d, t, dish);
    if (dish->look == LOOK_FAILED && r >= TINY)
        draw_sprite(d, "smoke", (Rect){dish->at.x - 0.3f * r, dish->at.y - 1.35f * r, r, r}, 0xFFFFFFFF);
    Point corner = {dish->at.x + 0.74f * r, dish->at.y + 0.72f * r};
    if (has_badge(dish)) dish_badge(d, t, corner, gfx_max(12, 0.29f * r), dish->look);
}

static TextStyle pill_text(const Pill *p, Color color) {
    return (TextStyle){FACE_SEMI, p->size, color};
}

float pill_width(const DrawList *d, const Pill *p) {
    return ceilf(text_width(d, pill_text(p, 0), p->name) + 1.1f * p->size);
}

float pill_draw(DrawList *d, const Theme *t, Point at, const Pill *p) {
    const Hue *hue = &t->hues[p->hue];
    float h = p->size * (p->in_sentence ? 1.3f : 1.5f), w = pill_width(d, p),
          band = gfx_max(2.6f, 0.13f * p->size);
    Rect r = draw_snap(d, (Rect){at.x, at.y - h / 2, w, h});
    draw_frame(d, r, r.h / 2, paint_plain(hue->base), 1.3f, hue->deep);
    Rect inside = rect_inset(r, band, band);
    draw_round(d, inside, inside.h / 2, hue->pale);
    text_line(d, pill_text(p, t->colors[TOKEN_INK]), r, TEXT_MIDDLE, p->name);
    return w;
}

static const uint32_t lane_paints[] = {
    [LANE_HATCH] = PAINT_HATCH, [LANE_STARES] = PAINT_HATCH,     [LANE_BARS] = PAINT_BARS,
    [LANE_DOTS] = PAINT_DOTS,   [LANE_DASH_DOT] = PAINT_DASHDOT, [LANE_THREAD] = PAINT_PLAIN};

static Paint lane_paint(const Theme *t, const Look *look, const Hue *hue, float h) {
    /* Lower lanes have a finer pattern: the sizes are those of a bar 17 high. */
    float fit = gfx_min(1, h / 10.5f);
    Paint p = {.kind = lane_paints[look->lane], .color = hue->base, .ground = t->colors[TOKEN_SURFACE]};
    p.size = look->size * fit;
    p.pitch = look->pitch * (look->lane == LANE_HATCH ? 1 : fit);
    if (look->lane == LANE_HATCH) p.ground = hue->pale;
    if (look->lane == LANE_STARES) p.color = 0xFF5F6468, p.ground = hue->base;
    return p;
}

void lane_draw(DrawList *d, const Theme *t, LookId id, HueId which, Rect r) {
    const Look *look = theme_look(id);
    const Hue *hue = &t->hues[which];
    if (look->lane == LANE_NOTHING || r.w <= 0) return;
    float h = r.h * look->height;
    Rect bar = {r.x, r.y + (r.h - h) / 2, r.w, h};
    switch (look->lane) {
    case LANE_SOLID: draw_frame(d, draw_snap(d, bar), 4, paint_plain(hue->base), 2, hue->deep); break;
    case LANE_PILL: draw_frame(d, bar, h / 2, paint_plain(hue->pale), 1.6f, hue->deep); break;
    case LANE_THREAD: draw_frame(d, draw_snap(d, bar), 0, paint_plain(hue->base), 1, hue->deep); break;
    case LANE_OUTLINE: {
        Rect in = rect_inset(bar, 1, 1);
        Point corners[] = {
            {in.x, in.y}, {in.x + in.w, in.y}, {in.x + in.w, in.y + in.h}, {in.x, in.y + in.h}};
        draw_polyline(d, corners, 4,
                      (LineStyle){.width = 1.6f, .color = hue->deep, .dash = 5, .gap = 4, .closed = true});
        break;
    }
    default: draw_frame(d, draw_snap(d, bar), 4, lane_paint(t, look, hue, h), 1.6f, hue->deep); break;
    }
}
