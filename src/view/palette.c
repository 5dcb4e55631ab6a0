#include "view/palette.h"

#include "base/utf8.h"
#include "ui/layout.h"
#include "ui/widgets.h"
#include "view/keys.h"

#include <stdlib.h>
#include <string.h>

/* --- how well a name fits ----------------------------------------------------------------- */

enum {
    LETTERS = 96, /* of a name that are looked at; longer names are cut on the screen too */
    TYPED = 48,
    FITS = 1000, /* any fit */
    WORD_START = 16,
    IN_A_ROW = 12,
    AT_ONCE = 40, /* the name begins with it */
    NO_WAY = -100000,
};

/* Latin-1's letters with accents, from U+00C0 on, without them. */
static const char bare[] = "aaaaaaaceeeeiiiidnooooo.ouuuuy.saaaaaaaceeeeiiiidnooooo.ouuuuy.y";

static uint32_t fold(int32_t code) {
    if (code >= 'A' && code <= 'Z') return (uint32_t)code + 32;
    if (code >= 0xC0 && code <= 0xFF && bare[code - 0xC0] != '.') return (uint32_t)bare[code - 0xC0];
    return (uint32_t)code;
}

static uint32_t letters_of(const char *s, uint32_t *out, uint32_t most) {
    const char *end = s + strlen(s);
    uint32_t n = 0;
    while (s < end && n < most) {
        int32_t code = utf8_next(&s, end);
        bool oe = code == 0x152 || code == 0x153;
        out[n++] = oe ? 'o' : fold(code);
        if (oe && n < most) out[n++] = 'e';
    }
    return n;
}

static bool between_words(uint32_t letter) {
    return letter < 0x80 && !(letter >= 'a' && letter <= 'z') && !(letter >= '0' && letter <= '9');
}

static bool is_within(const uint32_t *typed, uint32_t n, const uint32_t *name, uint32_t len) {
    uint32_t found = 0;
    for (uint32_t i = 0; i < len && found < n; i++) found += name[i] == typed[found];
    return found == n;
}

static int32_t letter_score(const uint32_t *name, uint32_t at) {
    return at == 0 || between_words(name[at - 1]) ? WORD_START : 0;
}

/* The best way to find the typed letters in the name: ending[i] is that of those so far, the last at
 * letter i. */
static int32_t best_way(const uint32_t *typed, uint32_t n, const uint32_t *name, uint32_t len) {
    int32_t ending[LETTERS], next[LETTERS];
    for (uint32_t i = 0; i < len; i++)
        ending[i] = name[i] == typed[0] ? letter_score(name, i) + (i == 0 ? AT_ONCE : 0) : NO_WAY;
    for (uint32_t k = 1; k < n; k++) {
        int32_t before = NO_WAY; /* the best that ends earlier */
        for (uint32_t i = 0; i < len; i++) {
            int32_t row = i ? ending[i - 1] + IN_A_ROW : NO_WAY;
            int32_t way = row > before ? row : before;
            next[i] = name[i] == typed[k] && way > NO_WAY / 2 ? way + letter_score(name, i) : NO_WAY;
            if (ending[i] > before) before = ending[i];
        }
        memcpy(ending, next, len * sizeof *ending);
    }
    int32_t best = NO_WAY;
    for (uint32_t i = 0; i < len; i++)
        if (ending[i] > best) best = ending[i];
    return best;
}

int32_t palette_score(const char *typed, const char *name) {
    uint32_t a[TYPED], b[LETTERS], n = 0, all = letters_of(typed, a, TYPED);
    for (uint32_t i = 0; i < all; i++) /* spaces only help a person to read */
        if (a[i] != ' ') a[n++] = a[i];
    uint32_t len = letters_of(name, b, LETTERS);
    if (n == 0) return FITS;
    if (!is_within(a, n, b, len)) return 0;
    return FITS + best_way(a, n, b, len) - (int32_t)len / 4;
}

static int by_score(const void *a, const void *b) {
    const PaletteHit *x = a, *y = b;
    if (x->score != y->score) return x->score > y->score ? -1 : 1;
    return (x->item > y->item) - (x->item < y->item);
}

static void find_hits(Palette *p, const PaletteShow *show) {
    const char *typed = buf_cstr(&p->field.text);
    p->hits.len = 0;
    for (uint32_t i = 0; i < show->count; i++) {
        int32_t score = palette_score(typed, show->items[i].name);
        if (score > 0) vec_push(&p->hits, ((PaletteHit){i, score}));
    }
    if (p->hits.len) qsort(p->hits.items, p->hits.len, sizeof(PaletteHit), by_score);
    p->items = show->items;
    p->count = show->count;
    p->stale = false;
}

/* --- the card ------------------------------------------------------------------------------- */

#define CARD_WIDTH 760.0f
#define ROW 46.0f
#define FIELD 54.0f
#define PAD 12.0f
enum { ROWS_MOST = 9 };

typedef struct Card {
    Ui *ui;
    const Theme *t;
    Palette *p;
    const PaletteShow *show;
    float k;
} Card;

static UiId field_id(void) {
    return ui_id("palette.field");
}

void palette_open(Palette *p, Ui *ui, const char *text) {
    field_set(&p->field, text);
    p->field.anchor = 0;
    p->list = (ListState){0};
    p->stale = true;
    ui->focus = field_id();
    ui->focus_shown = false;
}

void palette_deinit(Palette *p) {
    field_deinit(&p->field);
    vec_deinit(&p->hits);
    *p = (Palette){0};
}

static void draw_row(void *ctx, Ui *ui, uint32_t index, Rect r, bool chosen) {
    const Card *c = ctx;
    const Theme *t = c->t;
    uint32_t which = c->p->hits.items[index].item;
    const PaletteItem *item = &c->show->items[which];
    Rect in = rect_inset(r, 16 * c->k, 0);
    if (chosen) draw_rect(ui->draw, (Rect){r.x, r.y, 4 * c->k, r.h}, t->colors[TOKEN_ACCENT]);
    if (item->off) draw_push_opacity(ui->draw, 0.45f);
    if (c->show->picture) {
        c->show->picture(c->show->ctx, ui, which, cut_left(&in, r.h - 8 * c->k));
        cut_left(&in, 8 * c->k);
    }
    TextStyle keys = {FACE_SEMI, t->type[SIZE_SMALL], t->colors[TOKEN_INK2]};
    if (item->keys) {
        Buf text = {0};
        keys_say(&text, c->show->lang, item->keys);
        float w = text_width(ui->draw, keys, buf_cstr(&text));
        if (w < in.w * 0.5f) text_line(ui->draw, keys, cut_right(&in, w + 1), TEXT_RIGHT, buf_cstr(&text));
        cut_right(&in, 16 * c->k);
        buf_deinit(&text);
    }
    TextStyle name = {FACE_TEXT, t->type[SIZE_BODY], t->colors[TOKEN_INK]};
    text_line(ui->draw, name, in, TEXT_LEFT, item->name);
    if (item->off) draw_pop(ui->draw);
}

/* The arrows are for the list while the letters are for the field. */
static void walk(Card *c, UiList list) {
    Ui *ui = c->ui;
    uint32_t at = c->p->list.chosen, last = list.count - 1,
             page = (uint32_t)gfx_max(1, list.view.h / list.row);
    if (list.count == 0) return;
    switch (ui_key_for(ui, field_id())) {
    case KEY_UP: at = at ? at - 1 : last; break;
    case KEY_DOWN: at = at < last ? at + 1 : 0; break;
    case KEY_PAGE_UP: at = at > page ? at - page : 0; break;
    case KEY_PAGE_DOWN: at = last - at > page ? at + page : last; break;
    default: return;
    }
    ui_take(ui);
    c->p->list.chosen = at;
    ScrollView v = {.view = list.view, .content = (float)list.count * list.row, .step = list.row};
    scroll_reveal(&c->p->list.scroll, ui, v, (float)at * list.row, list.row);
}

static int32_t chosen_item(const Palette *p, const PaletteShow *show) {
    if (p->list.chosen >= p->hits.len) return CHOICE_OPEN;
    uint32_t item = p->hits.items[p->list.chosen].item;
    return item >= show->count || show->items[item].off ? CHOICE_OPEN : (int32_t)item;
}

static void draw_nothing(const Card *c, Rect r) {
    TextStyle style = {FACE_TEXT, c->t->type[SIZE_BODY], c->t->colors[TOKEN_INK2]};
    text_line(c->ui->draw, style, rect_inset(r, 16 * c->k, 0), TEXT_LEFT,
              msg_text(c->show->lang, MSG_PALETTE_NOTHING));
}

static Rect card_rect(const Card *c, Rect window) {
    float rows = (float)(c->p->hits.len < ROWS_MOST ? c->p->hits.len : ROWS_MOST);
    float h = (FIELD + 3 * PAD) * c->k + gfx_max(1, rows) * ROW * c->k;
    float w = gfx_min(CARD_WIDTH * c->k, window.w - 32);
    float top = gfx_min(window.h * 0.12f, gfx_max(16, (window.h - h) / 2));
    h = gfx_min(h, window.h - top - 16);
    return draw_snap(c->ui->draw, (Rect){window.x + (window.w - w) / 2, window.y + top, w, h});
}

static bool put_away(Ui *ui, bool outside) {
    bool escape = !ui->used && ui->input->kind == INPUT_KEY && ui->input->key.key == KEY_ESCAPE;
    if (escape || outside) ui_take(ui);
    return escape || outside;
}

/* Commands of the window have no keys while somebody types here, but for those with Ctrl. */
static void keep_keys(Ui *ui) {
    bool key = ui->input->kind == INPUT_KEY && !(ui->input->mods & MOD_CTRL);
    if (key || ui->input->kind == INPUT_TEXT) ui_take(ui);
}

static FieldChange put_field(Card *c, Rect r) {
    const char *hint = c->show->hint ? c->show->hint : msg_text(c->show->lang, MSG_PALETTE_HINT);
    FieldChange change = ui_field(c->ui, field_id(), &c->p->field, r, (FieldLook){hint, "ui-search", NULL});
    if (change.changed) {
        c->p->stale = true;
        c->p->list = (ListState){0};
        ui_wake_at(c->ui, c->ui->now); /* the card's height follows */
    }
    return change;
}

int32_t palette(Ui *ui, const Theme *t, Palette *p, const PaletteShow *show, Rect window) {
    Card c = {.ui = ui, .t = t, .p = p, .show = show, .k = t->type[SIZE_BODY] / 20};
    if (p->stale || p->items != show->items || p->count != show->count) find_hits(p, show);
    ui_modal(ui, window);
    UiTouch outside = ui_touch(ui, ui_id("palette.outside"), window, UI_NO_STOP);
    draw_push_opacity(ui->draw, 0.45f);
    draw_rect(ui->draw, window, t->colors[TOKEN_QUESTION_VEIL]);
    draw_pop(ui->draw);
    Rect card = card_rect(&c, window);
    ui_shadow(ui, card, 16, t->colors[TOKEN_SHADOW]);
    ui_touch(ui, ui_id("palette.card"), card, UI_NO_STOP);
    draw_frame(ui->draw, card, 16, paint_plain(t->colors[TOKEN_SURFACE]), 1.5f, t->colors[TOKEN_LINE2]);
    ui->focus = field_id();
    Rect in = rect_inset(card, PAD * c.k, PAD * c.k);
    FieldChange change = put_field(&c, cut_top(&in, FIELD * c.k));
    cut_top(&in, PAD * c.k);
    if (p->stale) find_hits(p, show);
    UiList list = {in, ROW * c.k, p->hits.len, draw_row, &c};
    walk(&c, list);
    bool taken = ui_list(ui, ui_id("palette.list"), &p->list, list);
    ui->focus = field_id();
    if (p->hits.len == 0) draw_nothing(&c, (Rect){in.x, in.y, in.w, ROW * c.k});
    int32_t choice = taken || change.entered ? chosen_item(p, show) : CHOICE_OPEN;
    if (choice == CHOICE_OPEN && put_away(ui, outside.clicked)) choice = CHOICE_CLOSED;
    keep_keys(ui);
    return choice;
}
