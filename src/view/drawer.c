#include "view/drawer.h"

#include "model/called.h"
#include "ui/layout.h"
#include "view/format.h"

#include <ctype.h>
#include <string.h>

#define HEAD 44.0f
#define EDGE 18.0f

/* --- sections -------------------------------------------------------------------------------- */

typedef struct Sections {
    Ui *ui;
    const Theme *t;
    UiId id;
    SectionList *list;
    const Section *items;
    uint32_t count;
    ScrollView v;
    float offset;
    SectionRow *taken;
    bool took;
} Sections;

float drawer_scale(const Theme *t) {
    return t->type[SIZE_BODY] / 20;
}

static float head_height(const Theme *t) {
    return HEAD * drawer_scale(t);
}

static bool is_shown(const Section *s) {
    return s->count > 0 || s->empty;
}

static float head_of(const Sections *l, const Section *s) {
    return s->title ? head_height(l->t) : 0;
}

static float section_height(const Sections *l, const Section *s) {
    if (!is_shown(s)) return 0;
    return head_of(l, s) + s->row * (float)(s->count ? s->count : 1);
}

static uint32_t choosable(const Section *s) {
    return s->plain ? 0 : s->count;
}

static uint32_t all_choosable(const Sections *l) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < l->count; i++) n += choosable(&l->items[i]);
    return n;
}

/* Where a row that can be chosen is; they count from 0 over all sections. */
static SectionRow row_numbered(const Sections *l, uint32_t number) {
    for (uint32_t i = 0; i < l->count; i++) {
        uint32_t n = choosable(&l->items[i]);
        if (number < n) return (SectionRow){i, number};
        number -= n;
    }
    return (SectionRow){l->count, 0};
}

static void reveal_chosen(const Sections *l) {
    SectionRow at = row_numbered(l, l->list->chosen - 1);
    float top = 0;
    if (at.section == l->count) return;
    for (uint32_t i = 0; i < at.section; i++) top += section_height(l, &l->items[i]);
    const Section *s = &l->items[at.section];
    float head = head_of(l, s), above = at.row == 0 ? head : 0; /* the head comes with its first row */
    scroll_reveal(&l->list->scroll, l->ui, l->v, top + head + s->row * (float)at.row - above, s->row + above);
}

static void walk_by_keys(Sections *l) {
    uint32_t n = all_choosable(l), at = l->list->chosen, page;
    if (n == 0) return;
    if (at > n) at = n;
    page = (uint32_t)gfx_max(1, l->v.view.h / l->v.step - 1);
    switch (ui_key_for(l->ui, l->id)) {
    case KEY_UP: at = at > 1 ? at - 1 : 1; break;
    case KEY_DOWN: at = at < n ? at + 1 : n; break;
    case KEY_PAGE_UP: at = at > page ? at - page : 1; break;
    case KEY_PAGE_DOWN: at = n - at > page ? at + page : n; break;
    case KEY_HOME: at = 1; break;
    case KEY_END: at = n; break;
    default: return;
    }
    ui_take(l->ui);
    l->ui->focus_shown = true;
    l->list->chosen = at;
    reveal_chosen(l);
}

static void put_head(const Sections *l, const Section *s, Rect r) {
    const Theme *t = l->t;
    TextStyle title = {FACE_SEMI, t->type[SIZE_SMALL], t->colors[TOKEN_INK2]};
    Rect in = rect_inset(r, EDGE, 0);
    cut_top(&in, r.h * 0.16f);
    drawer_word(l->ui, title, s->title, in.w, &in);
    if (s->said) {
        cut_left(&in, 8 * drawer_scale(t));
        TextStyle said = {FACE_TEXT, t->type[SIZE_SMALL], t->colors[TOKEN_INK2]};
        drawer_word(l->ui, said, s->said, in.w, &in);
    }
}

static void put_row(Sections *l, uint32_t section, uint32_t row, uint32_t number, Rect r) {
    const Section *s = &l->items[section];
    bool chosen = false;
    if (!s->plain) {
        UiTouch touch = ui_touch(l->ui, ui_child(l->id, 16 + number), r, UI_NO_STOP);
        if (touch.hover) l->ui->cursor = UI_CURSOR_HAND;
        if (touch.pressed) l->list->chosen = number + 1, l->ui->focus = l->id;
        if (touch.clicked) *l->taken = (SectionRow){section, row}, l->took = true;
        chosen = l->list->chosen == number + 1;
        Color back = color_fade(l->ui->style->ink, 0.05f * touch.warm);
        if (color_alpha(back)) draw_rect(l->ui->draw, r, back);
        if (chosen && l->ui->focus == l->id && l->ui->focus_shown)
            draw_frame(l->ui->draw, rect_inset(r, 6, 1), 8, paint_plain(0), 2, l->ui->style->accent);
    }
    s->draw(s->ctx, l->ui, row, r, chosen);
}

static void put_rows(Sections *l, uint32_t section, uint32_t number, float top) {
    const Section *s = &l->items[section];
    Rect view = l->v.view;
    float from = view.y - top, to = view.y + view.h - top;
    if (to <= 0 || s->row <= 0) return;
    uint32_t first = from > 0 ? (uint32_t)(from / s->row) : 0, end = (uint32_t)(to / s->row) + 1;
    for (uint32_t i = first; i < end && i < s->count; i++)
        put_row(l, section, i, number + i, (Rect){view.x, top + (float)i * s->row, view.w, s->row});
}

static void put_section(Sections *l, uint32_t section, uint32_t number, float y) {
    const Section *s = &l->items[section];
    float head = head_of(l, s);
    if (s->title && y + head > l->v.view.y && y < l->v.view.y + l->v.view.h)
        put_head(l, s, (Rect){l->v.view.x, y, l->v.view.w, head});
    if (s->count) {
        put_rows(l, section, number, y + head);
    } else if (s->empty) {
        Rect r = {l->v.view.x, y + head, l->v.view.w, s->row};
        TextStyle style = {FACE_TEXT, l->t->type[SIZE_BODY], l->t->colors[TOKEN_INK2]};
        text_line(l->ui->draw, style, rect_inset(r, EDGE, 0), TEXT_LEFT, s->empty);
    }
}

bool section_list(Ui *ui, const Theme *t, UiId id, SectionList *list, const Section *sections, uint32_t count,
                  Rect view, SectionRow *taken) {
    Sections l = {
        .ui = ui, .t = t, .id = id, .list = list, .items = sections, .count = count, .taken = taken};
    l.v = (ScrollView){.view = view, .step = 40 * drawer_scale(t)};
    for (uint32_t i = 0; i < count; i++) l.v.content += section_height(&l, &sections[i]);
    l.v.content += EDGE / 2;
    walk_by_keys(&l);
    l.v.keys = true;
    bool enter = ui->clicked == id && ui->input->kind == INPUT_KEY;
    l.offset = ui_scroll_begin(ui, id, &list->scroll, l.v);
    float y = view.y - l.offset;
    uint32_t number = 0;
    for (uint32_t i = 0; i < count; i++) {
        if (y < view.y + view.h && is_shown(&sections[i])) put_section(&l, i, number, y);
        y += section_height(&l, &sections[i]);
        number += choosable(&sections[i]);
    }
    ui_scroll_end(ui, id, &list->scroll, l.v);
    if (enter && list->chosen && list->chosen <= number) {
        *taken = row_numbered(&l, list->chosen - 1);
        l.took = true;
    }
    return l.took;
}

/* --- pieces of rows --------------------------------------------------------------------------------- */

TextStyle drawer_text(const Theme *t) {
    return (TextStyle){FACE_SEMI, t->type[SIZE_SMALL], t->colors[TOKEN_INK]};
}

TextStyle drawer_small(const Theme *t) {
    return (TextStyle){FACE_TEXT, t->type[SIZE_SMALL], t->colors[TOKEN_INK2]};
}

void drawer_word(Ui *ui, TextStyle style, const char *s, float most, Rect *r) {
    float w = gfx_min(ceilf(text_width(ui->draw, style, s)) + 1, gfx_min(most, r->w));
    text_line(ui->draw, style, cut_left(r, w), TEXT_LEFT, s);
}

void drawer_word_right(Ui *ui, TextStyle style, const char *s, float most, Rect *r) {
    float w = gfx_min(ceilf(text_width(ui->draw, style, s)) + 1, gfx_min(most, r->w));
    text_line(ui->draw, style, cut_right(r, w), TEXT_RIGHT, s);
}

/* Where the number at a name's end begins, with what parts it from the name. */
static size_t number_at(const char *name) {
    size_t end = strlen(name), at = end;
    while (at > 0 && isdigit((unsigned char)name[at - 1])) at--;
    if (at == end) return end;
    while (at > 0 && strchr("-_ #.:", name[at - 1])) at--;
    return at;
}

/* A character shorter; "" has none. */
static size_t before(const char *s, size_t len) {
    while (len > 0 && ((unsigned char)s[--len] & 0xC0) == 0x80) continue;
    return len;
}

void drawer_name(Ui *ui, TextStyle style, const char *name, TextAlign align, Rect r) {
    size_t number = number_at(name), kept = number;
    Buf text = {0};
    buf_adds(&text, name);
    while (kept > 1 && name[number] && text_width(ui->draw, style, buf_cstr(&text)) > r.w) {
        kept = before(name, kept);
        buf_clear(&text);
        buf_add(&text, name, kept);
        buf_printf(&text, "…%s", name + number + (name[number] == ' '));
    }
    text_line(ui->draw, style, r, align, buf_cstr(&text));
    buf_deinit(&text);
}

void drawer_task(Ui *ui, const Theme *t, const Speech *speech, const Cast *cast, TaskId task, LookId look,
                 float left, Rect *r) {
    float k = drawer_scale(t), disc = 34 * k;
    Buf name = {0};
    Rect at = cut_left(r, disc);
    if (task && !trace_task_at(model_trace(speech->model), task)->library) {
        Role role = cast_role(cast, task);
        Dish dish = {.at = rect_middle(at),
                     .radius = 12 * k,
                     .hue = role.hue,
                     .sprite = role.sprite,
                     .look = look,
                     .left = left,
                     .no_badge = true};
        dish_draw(ui->draw, t, &dish);
    }
    cut_left(r, 7 * k);
    called_task(speech, task, &name);
    float w = gfx_min(ceilf(text_width(ui->draw, drawer_text(t), buf_cstr(&name))) + 1, r->w);
    drawer_name(ui, drawer_text(t), buf_cstr(&name), TEXT_LEFT, cut_left(r, w));
    buf_deinit(&name);
}

float drawer_task_width(const Ui *ui, const Theme *t, const Speech *speech, TaskId task) {
    Buf name = {0};
    called_task(speech, task, &name);
    float w = text_width(ui->draw, drawer_text(t), buf_cstr(&name)) + (34 + 7) * drawer_scale(t) + 2;
    buf_deinit(&name);
    return w;
}

static TextStyle flag_style(const Theme *t) {
    return (TextStyle){FACE_SEMI, t->type[SIZE_SMALL] * 0.94f, t->colors[TOKEN_SURFACE]};
}

float drawer_flag_width(const Ui *ui, const Theme *t, const char *s) {
    return ceilf(text_width(ui->draw, flag_style(t), s) + 20 * drawer_scale(t));
}

void drawer_flag(Ui *ui, const Theme *t, const char *s, Rect *r) {
    float h = 26 * drawer_scale(t), w = drawer_flag_width(ui, t, s);
    if (w > r->w) return;
    Rect at = cut_left(r, w);
    at = draw_snap(ui->draw, (Rect){at.x, at.y + (at.h - h) / 2, w, h});
    draw_round(ui->draw, at, h / 2, t->colors[TOKEN_INK]);
    text_line(ui->draw, flag_style(t), at, TEXT_MIDDLE, s);
}

void drawer_chip(Ui *ui, const Theme *t, LookId look, HueId hue, const char *s, Rect *r) {
    float k = drawer_scale(t), pad = 10 * k, icon = 16 * k, gap = *s ? 6 * k : 0;
    float w = ceilf(text_width(ui->draw, drawer_text(t), s)) + icon + gap + 2 * pad + 1, h = 28 * k;
    w = gfx_min(w, r->w);
    if (w < icon + 2 * pad) return;
    Rect chip = cut_right(r, w);
    chip = draw_snap(ui->draw, (Rect){chip.x, chip.y + (chip.h - h) / 2, w, h});
    draw_frame(ui->draw, chip, h / 2, paint_plain(t->hues[hue].pale), 0, 0);
    Rect in = rect_inset(chip, pad, 0);
    draw_sprite(ui->draw, theme_look(look)->glyph, rect_centred(cut_left(&in, icon), icon, icon),
                t->colors[TOKEN_INK]);
    cut_left(&in, gap);
    text_line(ui->draw, drawer_text(t), in, TEXT_LEFT, s);
}

void drawer_clock(Ui *ui, const Theme *t, Lang lang, uint64_t time, Rect *r) {
    Buf text = {0};
    TextStyle style = drawer_small(t);
    format_time(&text, lang, time, 3);
    float w = text_clock_width(ui->draw, style, buf_cstr(&text));
    if (w <= r->w) {
        Rect at = cut_right(r, w);
        text_clock(ui->draw, style, (Point){at.x, text_baseline(style, at)}, buf_cstr(&text));
    }
    buf_deinit(&text);
}
