#include "view/gallery.h"

#include "base/fold.h"
#include "ui/layout.h"
#include "ui/widgets.h"
#include "view/gallery_card.h"

#include <ctype.h>
#include <stdio.h>

#define MARGIN 34.0f
#define CHAPTER 44.0f /* its heading, at a text scale of 1 */
#define CHAPTER_GAP 22.0f
#define TITLE_GAP 10.0f
#define ACROSS 24.0f /* between cards */
#define DOWN 20.0f
#define CARD_LEAST 400.0f /* the width under which a column goes */

typedef struct Gallery {
    Ui *ui;
    const Theme *t;
    GalleryPanel *panel;
    const GalleryShow *show;
    float k; /* the text's scale */
    Rect view;
    uint32_t columns;
    float width, height; /* of a card */
    float content;
    GalleryPress press;
} Gallery;

static const char *say(const Gallery *g, MsgId id) {
    return msg_text(g->show->lang, id);
}

static TextStyle style_of(const Gallery *g, FaceId face, float size, TokenId color) {
    return (TextStyle){face, size * g->k, g->t->colors[color]};
}

/* --- which cards, and where --------------------------------------------------------------- */

static bool same_text(const char *a, const char *b) {
    return strcmp(a ? a : "", b ? b : "") == 0;
}

static bool same_chapter(const GalleryCard *a, const GalleryCard *b) {
    return a->own == b->own && same_text(a->chapter, b->chapter);
}

static const GalleryCard *card_at(const Gallery *g, uint32_t place) {
    return &g->show->cards[g->panel->places.items[place].card];
}

static bool begins_chapter(const Gallery *g, uint32_t place) {
    return place == 0 || !same_chapter(card_at(g, place - 1), card_at(g, place));
}

static void find_matches(Gallery *g) {
    Buf query = {0};
    g->panel->places.len = 0;
    if (!g->panel->by_path) fold_add(&query, g->panel->search.text.data, g->panel->search.text.len);
    const char *words = buf_cstr(&query);
    for (uint32_t i = 0; i < g->show->count; i++) {
        const GalleryCard *card = &g->show->cards[i];
        if (!fold_has_words(card->words ? card->words : "", words)) continue;
        vec_push(&g->panel->places, ((GalleryPlace){.card = i}));
    }
    buf_deinit(&query);
}

/* Each chapter begins a row; the heading stands above it. */
static void place_cards(Gallery *g) {
    uint32_t row = 0, column = 0;
    float y = 0;
    for (uint32_t i = 0; i < g->panel->places.len; i++) {
        bool first = begins_chapter(g, i);
        if (i > 0 && (first || column == g->columns)) {
            row++, column = 0;
            y += g->height + (first ? CHAPTER_GAP : DOWN);
        }
        if (first) y += (CHAPTER + TITLE_GAP) * g->k;
        GalleryPlace *place = &g->panel->places.items[i];
        place->row = row;
        place->column = column++;
        place->y = y;
    }
    g->content = y + g->height + MARGIN;
}

/* Who comes back finds what was opened last, among all there is. */
static void choose_opened(Gallery *g) {
    GalleryPanel *p = g->panel;
    for (uint32_t i = 0; p->opened && i < p->places.len; i++) {
        if (p->places.items[i].card + 1 != p->opened) continue;
        p->chosen = i;
        p->column = (float)p->places.items[i].column;
        p->reveal = true;
        p->opened = 0;
    }
}

static void lay_out(Gallery *g) {
    float room = g->view.w - 2 * MARGIN, least = CARD_LEAST * g->k;
    g->columns = (uint32_t)gfx_max(1, (room + ACROSS) / (least + ACROSS));
    g->width = floorf((room - ACROSS * (float)(g->columns - 1)) / (float)g->columns);
    g->height = gallery_card_height(g->k);
    find_matches(g);
    place_cards(g);
    choose_opened(g);
    uint32_t count = g->panel->places.len;
    if (g->panel->chosen >= count) g->panel->chosen = count ? count - 1 : 0;
}

static ScrollView scroll_view(const Gallery *g) {
    return (ScrollView){.view = g->view, .content = g->content, .step = 40 * g->k, .keys = true};
}

static void reveal(Gallery *g) {
    g->panel->reveal = false;
    if (g->panel->places.len == 0) return;
    const GalleryPlace *place = &g->panel->places.items[g->panel->chosen];
    bool first = g->panel->chosen < g->columns && place->row == 0;
    float above = first ? place->y : (CHAPTER + TITLE_GAP) * g->k;
    scroll_reveal(&g->panel->scroll, g->ui, scroll_view(g), place->y - above, g->height + above + 12);
}

/* --- keys ---------------------------------------------------------------------------------- */

static UiId grid_id(void) {
    return ui_id("gallery.cards");
}

static UiId field_id(void) {
    return ui_id("gallery.search");
}

/* Who types searches, wherever the focus is; but a "/" only goes there, and "?" asks for help. */
static void take_typing(Gallery *g) {
    Ui *ui = g->ui;
    const Input *in = ui->input;
    bool elsewhere = ui->focus_shown && ui->focus != 0 && ui->focus != grid_id();
    if (ui->used || ui->focus == field_id() || elsewhere) return;
    bool empty = g->panel->search.text.len == 0;
    bool removes = in->kind == INPUT_KEY && in->key.key == KEY_BACKSPACE && !empty;
    bool types = in->kind == INPUT_TEXT && *in->text != '?' && (*in->text != ' ' || !empty);
    if (!types && !removes) return;
    ui->focus = field_id();
    if (types && strcmp(in->text, "/") == 0) ui_take(ui);
}

static bool is_for_grid(const Gallery *g) {
    UiId focus = g->ui->focus;
    return focus == 0 || focus == grid_id() || focus == field_id();
}

static uint32_t row_of(const Gallery *g, uint32_t place) {
    return g->panel->places.items[place].row;
}

/* The card of a row that is nearest to a column; the last one of a shorter row. */
static uint32_t in_row(const Gallery *g, uint32_t row) {
    uint32_t best = 0;
    for (uint32_t i = 0; i < g->panel->places.len; i++)
        if (row_of(g, i) == row && (float)g->panel->places.items[i].column <= g->panel->column + 0.5f)
            best = i;
    return best;
}

static uint32_t by_rows(const Gallery *g, int rows) {
    int last = (int)row_of(g, g->panel->places.len - 1), to = (int)row_of(g, g->panel->chosen) + rows;
    return in_row(g, (uint32_t)(to < 0 ? 0 : to > last ? last : to));
}

static int page_rows(const Gallery *g) {
    return (int)gfx_max(1, g->view.h / (g->height + DOWN));
}

/* The keys that walk. While a search is being written, those along a line are the field's. */
static bool walk(Gallery *g, Key key, uint32_t *to) {
    uint32_t at = g->panel->chosen, last = g->panel->places.len - 1;
    bool writing = g->ui->focus == field_id() && g->panel->search.text.len > 0;
    switch (key) {
    case KEY_UP: *to = by_rows(g, -1); return true;
    case KEY_DOWN: *to = by_rows(g, 1); return true;
    case KEY_PAGE_UP: *to = by_rows(g, -page_rows(g)); return true;
    case KEY_PAGE_DOWN: *to = by_rows(g, page_rows(g)); return true;
    default: break;
    }
    if (writing) return false;
    switch (key) {
    case KEY_LEFT: *to = at ? at - 1 : 0; return true;
    case KEY_RIGHT: *to = at < last ? at + 1 : last; return true;
    case KEY_HOME: *to = 0; return true;
    case KEY_END: *to = last; return true;
    default: return false;
    }
}

static bool is_upright(Key key) {
    return key == KEY_UP || key == KEY_DOWN || key == KEY_PAGE_UP || key == KEY_PAGE_DOWN;
}

static void take_walk(Gallery *g) {
    Ui *ui = g->ui;
    uint32_t to = 0;
    if (ui->used || ui->input->kind != INPUT_KEY || ui->input->mods || !is_for_grid(g) ||
        g->panel->places.len == 0)
        return;
    Key key = ui->input->key.key;
    if (!walk(g, key, &to)) return;
    ui_take(ui);
    g->panel->chosen = to;
    if (!is_upright(key)) g->panel->column = (float)g->panel->places.items[to].column;
    g->panel->reveal = true;
    ui->focus_shown = true;
    if (ui->focus == 0) ui->focus = grid_id();
}

/* Leaves what is begun, one thing at a time; then Esc means what it means elsewhere. */
static void take_escape(Gallery *g) {
    Ui *ui = g->ui;
    GalleryPanel *p = g->panel;
    if (ui->used || ui->input->kind != INPUT_KEY || ui->input->key.key != KEY_ESCAPE) return;
    bool begun = p->search.text.len > 0 || p->by_path || ui->focus == field_id();
    if (!begun) return;
    field_set(&p->search, "");
    p->by_path = false;
    p->chosen = 0;
    ui->focus = grid_id();
    ui_take(ui);
}

/* The search has done what it was for. */
static void open_card(Gallery *g, uint32_t place) {
    if (place >= g->panel->places.len) return;
    g->press = (GalleryPress){GALLERY_OPEN, g->panel->places.items[place].card};
    g->panel->opened = g->press.card + 1;
    field_set(&g->panel->search, "");
    g->panel->by_path = false;
    g->ui->focus = grid_id();
}

/* --- the head --------------------------------------------------------------------------------- */

#define HEAD 124.0f
#define HEAD_GAP 16.0f

static UiButton file_button(const Gallery *g, bool words) {
    const char *label = say(g, MSG_GALLERY_FILE);
    return (UiButton){.label = words ? label : NULL,
                      .icon = "ui-file",
                      .on = g->panel->by_path,
                      .tip = words ? NULL : label};
}

static void language_name(const Gallery *g, char *out, size_t size) {
    const char *name = lang_name(g->show->lang);
    size_t i = 0;
    for (; name[i] && i + 1 < size; i++) out[i] = (char)toupper((unsigned char)name[i]);
    out[i] = '\0';
}

static bool icon_button(Gallery *g, Rect *left, const char *id, const char *icon, MsgId tip) {
    float size = 48 * g->k;
    Rect r = rect_centred(cut_right(left, size), size, size);
    return ui_button(g->ui, ui_id(id), r, (UiButton){.icon = icon, .look = BUTTON_QUIET, .tip = say(g, tip)});
}

static float buttons_width(const Gallery *g, bool words) {
    return ui_button_width(g->ui, file_button(g, words)) + 54 * g->k + 2 * 48 * g->k + 3 * HEAD_GAP;
}

/* From the right end: help, colours, language, and what opens a file. */
static void buttons(Gallery *g, Rect *left, bool words) {
    char name[8];
    const char *shade = g->t->choice.id == THEME_LIGHT ? "ui-moon" : "ui-sun";
    if (icon_button(g, left, "gallery.help", "ui-help", MSG_PANEL_HELP)) g->press.action = GALLERY_HELP;
    if (icon_button(g, left, "gallery.theme", shade, MSG_PANEL_THEME)) g->press.action = GALLERY_THEME;
    cut_right(left, HEAD_GAP / 2);
    language_name(g, name, sizeof name);
    UiButton language = {.label = name, .tip = say(g, MSG_PANEL_LANGUAGE)};
    if (ui_button(g->ui, ui_id("gallery.language"),
                  rect_centred(cut_right(left, 54 * g->k), 54 * g->k, 44 * g->k), language))
        g->press.action = GALLERY_LANGUAGE;
    cut_right(left, HEAD_GAP);
    UiButton file = file_button(g, words);
    float w = ui_button_width(g->ui, file);
    if (ui_button(g->ui, ui_id("gallery.file"), rect_centred(cut_right(left, w), w, 60 * g->k), file)) {
        g->panel->by_path = !g->panel->by_path;
        field_set(&g->panel->search, "");
        g->ui->focus = field_id();
    }
    cut_right(left, HEAD_GAP);
}

static void search(Gallery *g, Rect r) {
    GalleryPanel *p = g->panel;
    MsgId hint = p->by_path ? MSG_GALLERY_PATH : MSG_GALLERY_SEARCH;
    FieldLook look = {
        .hint = say(g, hint), .icon = p->by_path ? "ui-file" : "ui-search", .key = p->by_path ? NULL : "/"};
    FieldChange change = ui_field(g->ui, field_id(), &p->search, r, look);
    if (change.changed) {
        p->chosen = 0;
        p->column = 0;
        p->reveal = true;
    }
    if (!change.entered) return;
    lay_out(g);
    if (p->by_path || p->places.len == 0) {
        if (p->search.text.len) g->press.action = GALLERY_PATH;
    } else open_card(g, p->chosen);
}

typedef enum MarkSize { MARK_ALONE, MARK_NAME, MARK_TAGLINE } MarkSize;

static void mark(Gallery *g, Rect r, MarkSize size) {
    DrawList *d = g->ui->draw;
    Rect at = rect_centred(cut_left(&r, 68 * g->k), 68 * g->k, 68 * g->k);
    draw_round(d, draw_snap(d, at), 16 * g->k, g->t->colors[TOKEN_ACCENT]);
    draw_sprite(d, "toque", rect_inset(at, 13 * g->k, 13 * g->k), g->t->colors[TOKEN_ACCENT_INK]);
    if (size == MARK_ALONE) return;
    cut_left(&r, 20 * g->k);
    float w = text_line(d, style_of(g, FACE_BOLD, 46, TOKEN_INK), r, TEXT_LEFT, "Toque");
    cut_left(&r, w + 26 * g->k);
    r.y += 4 * g->k; /* on one line with the name */
    if (size == MARK_TAGLINE)
        text_line(d, style_of(g, FACE_TEXT, 24, TOKEN_INK2), r, TEXT_LEFT, say(g, MSG_GALLERY_TAGLINE));
}

static float name_width(const Gallery *g) {
    return 88 * g->k + text_width(g->ui->draw, style_of(g, FACE_BOLD, 46, TOKEN_INK), "Toque");
}

static float tagline_width(const Gallery *g) {
    return 26 * g->k +
           text_width(g->ui->draw, style_of(g, FACE_TEXT, 24, TOKEN_INK2), say(g, MSG_GALLERY_TAGLINE));
}

/* One row where there is room; else the words go, and then the search has a row of its own. */
static Rect head(Gallery *g, Rect r) {
    float full = 520 * g->k, room = r.w - 2 * MARGIN, name = name_width(g) + 40;
    bool tagline = name + tagline_width(g) + full + buttons_width(g, true) <= room;
    bool words = tagline || name + full * 0.7f + buttons_width(g, true) <= room;
    bool one = words || name + full * 0.7f + buttons_width(g, false) <= room;
    Rect row = rect_inset(cut_top(&r, (one ? HEAD : 96) * g->k), MARGIN, 0), left = row;
    if (!one) words = name + buttons_width(g, true) <= room;
    bool named = one || name + buttons_width(g, words) <= room;
    mark(g, row, tagline ? MARK_TAGLINE : named ? MARK_NAME : MARK_ALONE);
    buttons(g, &left, words);
    if (one) {
        cut_left(&left, name);
        search(g, rect_centred(cut_right(&left, gfx_min(full, left.w)), gfx_min(full, left.w), 60 * g->k));
    } else {
        Rect second = rect_inset(cut_top(&r, 74 * g->k), MARGIN, 0);
        search(g, (Rect){second.x, second.y, second.w, 60 * g->k});
    }
    return r;
}

/* --- the chapters ------------------------------------------------------------------------------- */

static const char *chapter_name(const Gallery *g, const GalleryCard *card) {
    if (card->chapter && *card->chapter) return card->chapter;
    return say(g, card->own ? MSG_GALLERY_OWN : MSG_GALLERY_OTHER);
}

typedef struct Chapter {
    uint32_t number;
    const char *about; /* or NULL */
} Chapter;

/* As it is when nothing is searched for: a chapter keeps its number. */
static Chapter chapter_of(const Gallery *g, const GalleryCard *card) {
    const GalleryCard *cards = g->show->cards;
    Chapter c = {0};
    for (uint32_t i = 0; i < g->show->count; i++) {
        bool first = i == 0 || !same_chapter(&cards[i - 1], &cards[i]);
        if (first && !cards[i].own && &cards[i] <= card) c.number++;
        if (!c.about && same_chapter(&cards[i], card)) c.about = cards[i].chapter_about;
    }
    return c;
}

/* The disc with the chapter's number; the user's own files have a picture in it. */
static void chapter_disc(Gallery *g, const GalleryCard *card, uint32_t number, Point at) {
    char text[16];
    DrawList *d = g->ui->draw;
    float radius = 20 * g->k;
    draw_disc(d, at, radius, g->t->colors[TOKEN_INK]);
    if (card->own) {
        draw_sprite(d, "ui-file", rect_around(at, 0.55f * radius), g->t->colors[TOKEN_SURFACE]);
        return;
    }
    snprintf(text, sizeof text, "%u", number);
    text_line(d, style_of(g, FACE_BOLD, 20, TOKEN_SURFACE), rect_around(at, radius), TEXT_MIDDLE, text);
}

static void heading(Gallery *g, const GalleryCard *card, float y) {
    Chapter chapter = chapter_of(g, card);
    Rect r = {g->view.x + MARGIN, y, g->view.w - 2 * MARGIN, CHAPTER * g->k};
    chapter_disc(g, card, chapter.number, (Point){r.x + 20 * g->k, r.y + r.h / 2});
    cut_left(&r, 54 * g->k);
    DrawList *d = g->ui->draw;
    float w = text_line(d, style_of(g, FACE_BOLD, 29, TOKEN_INK), r, TEXT_LEFT, chapter_name(g, card));
    cut_left(&r, w + 18 * g->k);
    r.y += 2 * g->k;
    if (chapter.about && r.w > 80 * g->k)
        text_line(d, style_of(g, FACE_TEXT, 20, TOKEN_INK2), r, TEXT_LEFT, chapter.about);
}

static bool in_sight(const Gallery *g, float y, float height) {
    return y + height >= g->view.y && y <= g->view.y + g->view.h;
}

static void cards(Gallery *g, float offset) {
    bool focused = is_for_grid(g) || !g->ui->focus_shown;
    for (uint32_t i = 0; i < g->panel->places.len; i++) {
        const GalleryPlace *place = &g->panel->places.items[i];
        const GalleryCard *card = card_at(g, i);
        float y = g->view.y + place->y - offset, above = (CHAPTER + TITLE_GAP) * g->k;
        if (begins_chapter(g, i) && in_sight(g, y - above, above)) heading(g, card, y - above);
        if (!in_sight(g, y - 12, g->height + 24)) continue;
        Rect r = {g->view.x + MARGIN + (g->width + ACROSS) * (float)place->column, y, g->width, g->height};
        CardShow shown = {card, g->show->lang, g->k, i == g->panel->chosen && focused};
        UiId id = ui_child(grid_id(), 16 + place->card);
        if (gallery_card(g->ui, g->t, id, &shown, r)) open_card(g, i);
    }
}

/* --- the whole ------------------------------------------------------------------------------------ */

static void said_in_the_middle(Gallery *g, MsgId msg, MsgId help) {
    Buf text = {0};
    const char *query = buf_cstr(&g->panel->search.text);
    msg_format(&text, g->show->lang, msg, (const char *const[]){query}, 1);
    Rect r = rect_inset(g->view, MARGIN, 0);
    TextStyle title = style_of(g, FACE_SEMI, 24, TOKEN_INK), small = style_of(g, FACE_TEXT, 20, TOKEN_INK2);
    r.y += gfx_min(80 * g->k, r.h / 4);
    r.h = title.size * 1.5f;
    text_line(g->ui->draw, title, r, TEXT_MIDDLE, buf_cstr(&text));
    TextLine lines[4];
    uint32_t n = text_wrap(g->ui->draw, small, r.w, say(g, help), lines, 4);
    for (uint32_t i = 0; i < n && i < 4; i++) {
        float w = font_width(g->ui->draw->fonts, small.face, small.size, lines[i].s, lines[i].len);
        Point at = {r.x + (r.w - w) / 2, r.y + r.h + small.size * (1.2f + 1.4f * (float)i)};
        draw_text(g->ui->draw, small.face, small.size, at, small.color, lines[i].s, lines[i].len);
    }
    buf_deinit(&text);
}

static void body(Gallery *g, Rect r) {
    g->view = r;
    lay_out(g);
    take_walk(g);
    if (g->panel->reveal) reveal(g);
    ScrollView view = scroll_view(g);
    float offset = ui_scroll_begin(g->ui, grid_id(), &g->panel->scroll, view);
    if (g->ui->clicked == grid_id() && g->ui->input->kind == INPUT_KEY) open_card(g, g->panel->chosen);
    cards(g, offset);
    if (g->show->count == 0) said_in_the_middle(g, MSG_GALLERY_EMPTY, MSG_GALLERY_EMPTY_HELP);
    else if (g->panel->places.len == 0)
        said_in_the_middle(g, MSG_GALLERY_NO_MATCH, MSG_GALLERY_NO_MATCH_HELP);
    ui_scroll_end(g->ui, grid_id(), &g->panel->scroll, view);
}

GalleryPress gallery_panel(Ui *ui, const Theme *t, GalleryPanel *panel, const GalleryShow *show, Rect r) {
    Gallery g = {.ui = ui, .t = t, .panel = panel, .show = show, .k = t->type[SIZE_BODY] / 20};
    g.view = r;
    draw_rect(ui->draw, r, t->colors[TOKEN_BG]);
    take_escape(&g);
    take_typing(&g);
    body(&g, head(&g, r));
    return g.press;
}

void gallery_deinit(GalleryPanel *panel) {
    field_deinit(&panel->search);
    vec_deinit(&panel->places);
    *panel = (GalleryPanel){0};
}
