#include "view/keys_page.h"

#include "ui/layout.h"
#include "ui/widgets.h"
#include "view/dish.h"
#include "view/keys.h"

#define ROW 34.0f
#define HEAD 44.0f
#define COLUMN_GAP 48.0f
#define COLUMN_MOST 560.0f
#define SAMPLE 84.0f /* a bar of the timeline */
enum { COLUMNS_MOST = 6 };

typedef struct Page {
    Ui *ui;
    const Theme *t;
    const KeysShow *show;
    float k;
    uint32_t columns;
    float column; /* width of one */
    float height; /* of the highest */
} Page;

static UiId page_id(void) {
    return ui_id("keys");
}

void keys_page_open(KeysPage *p, Ui *ui) {
    *p = (KeysPage){0};
    ui->focus = page_id();
    ui->focus_shown = false;
}

/* --- keys as caps ------------------------------------------------------------------------- */

static float cap_height(const Page *p) {
    return 28 * p->k;
}

static float gap_before(const Page *p, const Cap *cap) {
    return (cap->other ? 14 : 5) * p->k;
}

static float caps_width(const Page *p, const char *keys) {
    Cap cap;
    int part = 0;
    float w = 0;
    while (keys_next(p->show->lang, &keys, &part, &cap))
        w += (w > 0 ? gap_before(p, &cap) : 0) + ui_keycap_width(p->ui, cap.text, cap_height(p));
    return w;
}

/* What does not fit is left out: the first ways are the best. */
static void put_caps(const Page *p, const char *keys, Rect r) {
    Cap cap;
    int part = 0;
    float x = r.x, h = cap_height(p);
    while (keys_next(p->show->lang, &keys, &part, &cap)) {
        if (x > r.x) x += gap_before(p, &cap);
        float w = ui_keycap_width(p->ui, cap.text, h);
        if (x + w > r.x + r.w + 1) return;
        ui_keycap(p->ui, (Rect){x, r.y + (r.h - h) / 2, w, h}, cap.text, false);
        x += w;
    }
}

/* --- columns ---------------------------------------------------------------------------------- */

static const char *say(const Page *p, MsgId id) {
    return msg_text(p->show->lang, id);
}

static TextStyle name_style(const Page *p) {
    return (TextStyle){FACE_TEXT, p->t->type[SIZE_BODY], p->t->colors[TOKEN_INK]};
}

static bool has_keys(const PaletteItem *item) {
    return item->keys && *item->keys;
}

/* Behind the groups of keys comes what the bars of the timeline mean. */
static const struct {
    LookId look;
    MsgId means;
} legend[] = {{LOOK_RUNNING, MSG_LEGEND_RUNNING}, {LOOK_READY, MSG_LEGEND_READY},
              {LOOK_BLOCKED, MSG_LEGEND_BLOCKED}, {LOOK_ASLEEP, MSG_LEGEND_ASLEEP},
              {LOOK_LOCK, MSG_LEGEND_LOCK},       {LOOK_QUEUE, MSG_LEGEND_QUEUE},
              {LOOK_EVENT, MSG_LEGEND_EVENT},     {LOOK_TASK, MSG_LEGEND_TASK}};
enum { LEGEND_ROWS = sizeof legend / sizeof *legend };

static uint32_t groups(const Page *p) {
    return p->show->count + 1;
}

static uint32_t group_rows(const Page *p, uint32_t group) {
    if (group == p->show->count) return LEGEND_ROWS;
    const KeysGroup *g = &p->show->groups[group];
    uint32_t rows = 0;
    for (uint32_t i = 0; i < g->count; i++) rows += has_keys(&g->items[i]);
    return rows;
}

static float group_height(const Page *p, uint32_t group) {
    uint32_t rows = group_rows(p, group);
    return rows ? (HEAD + ROW * (float)rows) * p->k : 0;
}

static float widest_row(const Page *p) {
    float w = 0;
    for (uint32_t i = 0; i < p->show->count; i++)
        for (uint32_t j = 0; j < p->show->groups[i].count; j++) {
            const PaletteItem *item = &p->show->groups[i].items[j];
            if (!has_keys(item)) continue;
            w = gfx_max(w, text_width(p->ui->draw, name_style(p), item->name) + caps_width(p, item->keys));
        }
    for (int i = 0; i < LEGEND_ROWS; i++)
        w = gfx_max(w, SAMPLE * p->k + text_width(p->ui->draw, name_style(p), say(p, legend[i].means)));
    return w + 28 * p->k;
}

/* Groups stay whole; one goes to the next column when this one is `limit` high. Returns how many
 * columns that takes, and the height of the highest. */
static uint32_t flow(const Page *p, float limit, float *highest) {
    uint32_t columns = 1;
    float h = 0;
    *highest = 0;
    for (uint32_t i = 0; i < groups(p); i++) {
        float g = group_height(p, i);
        if (h > 0 && h + g > limit) columns++, h = 0;
        h += g;
        *highest = gfx_max(*highest, h);
    }
    return columns;
}

/* As many columns as fit beside each other, then the lowest height that needs no more. */
static void lay_out(Page *p, float width) {
    float wish = gfx_min(widest_row(p), COLUMN_MOST * p->k), gap = COLUMN_GAP * p->k, total = 0, tallest = 0;
    for (uint32_t i = 0; i < groups(p); i++) {
        float g = group_height(p, i);
        total += g;
        tallest = gfx_max(tallest, g);
    }
    uint32_t most = (uint32_t)gfx_max(1, (width + gap) / (wish + gap));
    if (most > COLUMNS_MOST) most = COLUMNS_MOST;
    float limit = gfx_max(tallest, total / (float)most);
    while (flow(p, limit, &p->height) > most) limit += ROW * p->k / 2;
    p->columns = flow(p, limit, &p->height);
    p->height = limit;
    flow(p, limit, &p->height);
    p->column = gfx_min(wish, (width + gap) / (float)p->columns - gap);
}

static void put_row(const Page *p, const PaletteItem *item, Rect r) {
    Rect row = r;
    float w = gfx_min(caps_width(p, item->keys), r.w * 0.62f);
    put_caps(p, item->keys, cut_right(&r, w));
    cut_right(&r, 12 * p->k);
    text_line(p->ui->draw, name_style(p), r, TEXT_LEFT, item->name);
    draw_rect(p->ui->draw, draw_snap(p->ui->draw, (Rect){row.x, row.y + row.h - 1, row.w, 1.5f}),
              p->t->colors[TOKEN_LINE]);
}

static void put_meaning(const Page *p, LookId look, MsgId means, Rect r) {
    Rect bar = cut_left(&r, SAMPLE * p->k);
    lane_draw(p->ui->draw, p->t, look, HUE_SKY, rect_inset(bar, 0, 7 * p->k));
    cut_left(&r, 16 * p->k);
    text_line(p->ui->draw, name_style(p), r, TEXT_LEFT, say(p, means));
}

static void put_group(const Page *p, uint32_t group, float x, float y) {
    if (group_height(p, group) == 0) return;
    bool keys = group < p->show->count;
    const KeysGroup *g = keys ? &p->show->groups[group] : NULL;
    TextStyle title = {FACE_BOLD, p->t->type[SIZE_BODY], p->t->colors[TOKEN_INK]};
    Rect row = {x, y, p->column, HEAD * p->k};
    cut_top(&row, 8 * p->k);
    text_line(p->ui->draw, title, row, TEXT_LEFT, keys ? g->title : say(p, MSG_LEGEND_TITLE));
    row = (Rect){x, y + HEAD * p->k, p->column, ROW * p->k};
    for (uint32_t i = 0; i < (keys ? g->count : LEGEND_ROWS); i++) {
        if (keys && !has_keys(&g->items[i])) continue;
        if (keys) put_row(p, &g->items[i], row);
        else put_meaning(p, legend[i].look, legend[i].means, row);
        row.y += row.h;
    }
}

static void put_groups(const Page *p, Rect view, float offset) {
    float gap = COLUMN_GAP * p->k, x = view.x, h = 0;
    for (uint32_t i = 0; i < groups(p); i++) {
        float g = group_height(p, i);
        if (h > 0 && h + g > p->height + 0.5f) x += p->column + gap, h = 0;
        put_group(p, i, x, view.y + h - offset);
        h += g;
    }
}

/* --- the page ------------------------------------------------------------------------------------ */

static void put_head(const Page *p, Rect r) {
    TextStyle title = {FACE_BOLD, p->t->type[SIZE_TITLE], p->t->colors[TOKEN_INK]};
    TextStyle hint = {FACE_TEXT, p->t->type[SIZE_SMALL], p->t->colors[TOKEN_INK2]};
    const char *what = say(p, MSG_KEYS_CLOSE), *name = say(p, MSG_KEYS_TITLE);
    float w = text_width(p->ui->draw, hint, what);
    if (w + text_width(p->ui->draw, title, name) + 24 < r.w)
        text_line(p->ui->draw, hint, cut_right(&r, w + 1), TEXT_RIGHT, what);
    text_line(p->ui->draw, title, r, TEXT_LEFT, name);
}

/* Esc, and the keys that open it, close it; the others are nobody's while it is there, but for those
 * that scroll. */
static bool closed_by_key(Ui *ui) {
    if (ui->used || ui->input->kind != INPUT_KEY || (ui->input->mods & MOD_CTRL)) return false;
    Key key = ui->input->key.key;
    ui_take(ui);
    return key == KEY_ESCAPE || key == '?' || key == KEY_F1 || key == KEY_ENTER;
}

bool keys_page(Ui *ui, const Theme *t, KeysPage *page, const KeysShow *show, Rect window) {
    Page p = {.ui = ui, .t = t, .show = show, .k = t->type[SIZE_BODY] / 20};
    ui_modal(ui, window);
    ui->focus = page_id();
    draw_rect(ui->draw, window, t->colors[TOKEN_QUESTION_VEIL]);
    float margin = gfx_min(24, window.w * 0.03f), pad = gfx_min(32 * p.k, window.w * 0.04f), head = 64 * p.k;
    lay_out(&p, window.w - 2 * margin - 2 * pad - 20);
    float gap = COLUMN_GAP * p.k, all = (p.column + gap) * (float)p.columns - gap;
    float w = gfx_min(window.w - 2 * margin, all + 2 * pad + 20);
    float h = gfx_min(window.h - 2 * margin, p.height + head + pad);
    Rect card = draw_snap(ui->draw, rect_centred(window, w, h));
    ui_shadow(ui, card, 16, t->colors[TOKEN_SHADOW]);
    draw_frame(ui->draw, card, 16, paint_plain(t->colors[TOKEN_SURFACE]), 1.5f, t->colors[TOKEN_LINE2]);
    UiTouch anywhere = ui_touch(ui, ui_id("keys.anywhere"), window, UI_NO_STOP);
    Rect in = rect_inset(card, pad, 0);
    put_head(&p, cut_top(&in, head));
    cut_bottom(&in, gfx_min(pad / 2, 16));
    ScrollView v = {.view = in, .content = p.height, .step = ROW * p.k, .keys = true};
    float offset = ui_scroll_begin(ui, page_id(), &page->scroll, v);
    put_groups(&p, in, offset);
    ui_scroll_end(ui, page_id(), &page->scroll, v);
    bool clicked = anywhere.clicked || (ui->clicked == page_id() && ui->input->kind == INPUT_RELEASE);
    return !(clicked || closed_by_key(ui));
}
