#include "view/menu.h"

#include "ui/layout.h"
#include "ui/widgets.h"
#include "view/keys.h"

#define ROW 44.0f
#define HEAD 38.0f
#define RULE 13.0f
#define PAD 8.0f
#define MARK 34.0f

typedef struct List {
    Ui *ui;
    const Theme *t;
    Menu *m;
    const MenuShow *show;
    float k;
    bool icons; /* some item has one */
} List;

static UiId menu_id(void) {
    return ui_id("menu");
}

void menu_open(Menu *m, Ui *ui) {
    *m = (Menu){0};
    ui->focus = menu_id();
    ui->focus_shown = false;
}

static float item_height(const List *l, uint32_t i) {
    const MenuItem *item = &l->show->items[i];
    return ((item->head ? HEAD : ROW) + (item->rule ? RULE : 0)) * l->k;
}

static float content_height(const List *l) {
    float h = 0;
    for (uint32_t i = 0; i < l->show->count; i++) h += item_height(l, i);
    return h;
}

static TextStyle name_style(const List *l, bool head) {
    const Theme *t = l->t;
    if (head) return (TextStyle){FACE_SEMI, t->type[SIZE_SMALL], t->colors[TOKEN_INK2]};
    return (TextStyle){FACE_TEXT, t->type[SIZE_BODY], t->colors[TOKEN_INK]};
}

static TextStyle keys_style(const List *l) {
    return (TextStyle){FACE_TEXT, l->t->type[SIZE_SMALL], l->t->colors[TOKEN_INK2]};
}

/* Returns the width of an item's keys. */
static float say_keys(const List *l, const MenuItem *item, Buf *out) {
    if (item->keys) keys_say(out, l->show->lang, item->keys);
    return text_width(l->ui->draw, keys_style(l), buf_cstr(out));
}

static float item_width(const List *l, const MenuItem *item) {
    float w = text_width(l->ui->draw, name_style(l, item->head), item->name) + (MARK + 2 * 14) * l->k;
    if (l->icons && !item->head) w += MARK * l->k;
    Buf keys = {0};
    if (item->keys) w += say_keys(l, item, &keys) + 32 * l->k;
    buf_deinit(&keys);
    return w;
}

/* Under what opened it, in the window. */
static Rect card_rect(const List *l, Rect under, Rect window) {
    float w = 260 * l->k;
    for (uint32_t i = 0; i < l->show->count; i++) w = gfx_max(w, item_width(l, &l->show->items[i]));
    w = gfx_min(w + 4, window.w - 16);
    float y = under.y + under.h + 6, bottom = window.y + window.h - 8, h = content_height(l) + 2 * PAD * l->k;
    if (y + gfx_min(h, 160) > bottom) y = gfx_max(window.y + 8, bottom - h);
    h = gfx_min(h, bottom - y);
    float x = gfx_max(window.x + 8, gfx_min(under.x, window.x + window.w - w - 8));
    return draw_snap(l->ui->draw, (Rect){x, y, w, h});
}

static bool can_be_chosen(const MenuItem *item) {
    return !item->head && !item->off;
}

/* From one item to the next that can be chosen, around the ends. Items count from 1 here. */
static uint32_t next_item(const List *l, uint32_t from, bool back) {
    uint32_t n = l->show->count, at = from ? from - 1 : back ? 0 : n - 1;
    for (uint32_t i = 0; i < n; i++) {
        at = (at + (back ? n - 1 : 1)) % n;
        if (can_be_chosen(&l->show->items[at])) return at + 1;
    }
    return from;
}

static void reveal(List *l, ScrollView v) {
    float top = 0;
    for (uint32_t i = 0; i + 1 < l->m->chosen; i++) top += item_height(l, i);
    scroll_reveal(&l->m->scroll, l->ui, v, top, item_height(l, l->m->chosen - 1));
}

static int32_t take_keys(List *l, ScrollView v) {
    Ui *ui = l->ui;
    uint32_t *at = &l->m->chosen;
    if (ui->used || ui->input->kind != INPUT_KEY || l->show->count == 0) return CHOICE_OPEN;
    switch (ui->input->key.key) {
    case KEY_UP: *at = next_item(l, *at, true); break;
    case KEY_DOWN: *at = next_item(l, *at, false); break;
    case KEY_HOME: *at = next_item(l, 0, false); break;
    case KEY_END: *at = next_item(l, 0, true); break;
    case KEY_ENTER:
    case ' ': ui_take(ui); return *at ? (int32_t)*at - 1 : CHOICE_OPEN;
    case KEY_ESCAPE:
    case KEY_LEFT:
    case KEY_TAB: ui_take(ui); return CHOICE_CLOSED;
    default:
        if (!(ui->input->mods & MOD_CTRL)) ui_take(ui);
        return CHOICE_OPEN;
    }
    ui_take(ui);
    if (*at) reveal(l, v);
    return CHOICE_OPEN;
}

/* A tick, as two strokes: it stands for a switch that is on. */
static void draw_check(const List *l, Rect r) {
    Point m = rect_middle(r);
    float s = 7 * l->k;
    Point tick[] = {{m.x - s, m.y}, {m.x - 0.25f * s, m.y + 0.75f * s}, {m.x + s, m.y - 0.8f * s}};
    LineStyle style = {.width = 2.6f * l->k, .color = l->t->colors[TOKEN_INK], .round_ends = true};
    draw_polyline(l->ui->draw, tick, 3, style);
}

static void draw_words(const List *l, const MenuItem *item, Rect r) {
    DrawList *d = l->ui->draw;
    Rect in = rect_inset(r, 14 * l->k, 0);
    Rect mark = cut_left(&in, MARK * l->k);
    if (item->on) draw_check(l, rect_centred(mark, 20 * l->k, 20 * l->k));
    if (l->icons) {
        Rect icon = cut_left(&in, MARK * l->k);
        float size = 22 * l->k;
        if (item->icon)
            draw_sprite(d, item->icon, (Rect){icon.x, icon.y + (icon.h - size) / 2, size, size},
                        l->t->colors[TOKEN_INK2]);
    }
    Buf keys = {0};
    float w = say_keys(l, item, &keys);
    if (item->keys && w + 40 * l->k < in.w) {
        text_line(d, keys_style(l), cut_right(&in, w + 1), TEXT_RIGHT, buf_cstr(&keys));
        cut_right(&in, 16 * l->k);
    }
    buf_deinit(&keys);
    text_line(d, name_style(l, false), in, TEXT_LEFT, item->name);
}

static bool put_item(List *l, uint32_t i, Rect r) {
    const MenuItem *item = &l->show->items[i];
    DrawList *d = l->ui->draw;
    if (item->rule) {
        Rect rule = cut_top(&r, RULE * l->k);
        rule = (Rect){rule.x + 12, rule.y + rule.h / 2, rule.w - 24, 1.5f};
        draw_rect(d, draw_snap(d, rule), l->t->colors[TOKEN_LINE]);
    }
    if (item->head) {
        text_line(d, name_style(l, true), rect_inset(r, 16 * l->k, 0), TEXT_LEFT, item->name);
        return false;
    }
    if (item->off) {
        draw_push_opacity(d, 0.45f);
        draw_words(l, item, r);
        draw_pop(d);
        return false;
    }
    UiTouch touch = ui_touch(l->ui, ui_child(menu_id(), 16 + i), r, UI_NO_STOP);
    if (touch.hover) l->ui->cursor = UI_CURSOR_HAND;
    if (touch.hover && l->ui->input->kind == INPUT_MOVE) l->m->chosen = i + 1;
    if (l->m->chosen == i + 1) draw_round(d, rect_inset(r, 6, 1), 8, l->t->colors[TOKEN_ACCENT_PALE]);
    draw_words(l, item, r);
    return touch.clicked;
}

int32_t menu(Ui *ui, const Theme *t, Menu *m, const MenuShow *show, Rect under, Rect window) {
    List l = {.ui = ui, .t = t, .m = m, .show = show, .k = t->type[SIZE_BODY] / 20};
    for (uint32_t i = 0; i < show->count; i++) l.icons |= show->items[i].icon != NULL;
    ui_modal(ui, window);
    UiTouch outside = ui_touch(ui, ui_id("menu.outside"), window, UI_NO_STOP);
    Rect card = card_rect(&l, under, window);
    ui_shadow(ui, card, 12, t->colors[TOKEN_SHADOW]);
    draw_frame(ui->draw, card, 12, paint_plain(t->colors[TOKEN_SURFACE]), 1.5f, t->colors[TOKEN_LINE2]);
    ScrollView v = {.view = rect_inset(card, 2, PAD * l.k), .content = content_height(&l), .step = ROW * l.k};
    int32_t choice = take_keys(&l, v);
    float y = v.view.y - ui_scroll_begin(ui, menu_id(), &m->scroll, v);
    for (uint32_t i = 0; i < show->count; i++) {
        Rect r = {v.view.x, y, v.view.w, item_height(&l, i)};
        if (put_item(&l, i, r)) choice = (int32_t)i;
        y += r.h;
    }
    ui_scroll_end(ui, menu_id(), &m->scroll, v);
    if (choice == CHOICE_OPEN && outside.clicked) choice = CHOICE_CLOSED;
    return choice;
}
