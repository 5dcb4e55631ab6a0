#include "view/gallery_card.h"

#include "ui/layout.h"
#include "ui/widgets.h"

#include <ctype.h>

#define RADIUS 16.0f
#define THUMB 102.0f
#define TITLE_LINE 31.0f /* all at a text scale of 1 */
#define ABOUT_LINE 24.0f
#define FOOT 34.0f
#define SIDE 20.0f

enum { ABOUT_LINES = 2, PROBLEM_LINES = 3, LEVELS = 3 };

float gallery_card_height(float k) {
    return roundf((THUMB + 8 + TITLE_LINE + ABOUT_LINES * ABOUT_LINE + FOOT + 20) * k);
}

typedef struct Card {
    Ui *ui;
    const Theme *t;
    const CardShow *show;
} Card;

static TextStyle style_of(const Card *c, FaceId face, float size, TokenId color) {
    return (TextStyle){face, size * c->show->k, c->t->colors[color]};
}

/* Up to `most` lines, the last one cut where there is more. Returns how many. */
static uint32_t paragraph(const Card *c, TextStyle style, Rect r, float pitch, uint32_t most, const char *s) {
    TextLine lines[PROBLEM_LINES];
    uint32_t n = text_wrap(c->ui->draw, style, r.w, s, lines, most);
    uint32_t shown = n < most ? n : most;
    for (uint32_t i = 0; i < shown; i++) {
        Rect line = {r.x, r.y + pitch * (float)i, r.w, pitch};
        if (n > most && i + 1 == most) {
            text_line(c->ui->draw, style, line, TEXT_LEFT, lines[i].s);
            break;
        }
        Point at = {line.x, text_baseline(style, line)};
        draw_text(c->ui->draw, style.face, style.size, at, style.color, lines[i].s, lines[i].len);
    }
    return shown;
}

/* The run at a glance, or why there is none. */
static void thumb(const Card *c, Rect r) {
    const GalleryCard *card = c->show->card;
    float k = c->show->k;
    Rect in = rect_inset(r, SIDE * k, 12 * k);
    if (card->problem) {
        Rect sign = cut_left(&in, 40 * k);
        draw_sprite(c->ui->draw, "ui-warn", rect_centred(sign, 30 * k, 30 * k), c->t->colors[TOKEN_ACCENT]);
        cut_left(&in, 12 * k);
        TextStyle style = style_of(c, FACE_TEXT, 18, TOKEN_INK);
        TextLine lines[PROBLEM_LINES];
        uint32_t n = text_wrap(c->ui->draw, style, in.w, card->problem, lines, PROBLEM_LINES);
        float spare = in.h - (float)(n < PROBLEM_LINES ? n : PROBLEM_LINES) * in.h / PROBLEM_LINES;
        cut_top(&in, spare / 2); /* in the middle, as the sign is */
        paragraph(c, style, in, (in.h + spare / 2) / PROBLEM_LINES, PROBLEM_LINES, card->problem);
    } else if (card->thumb) {
        thumbnail_draw(c->ui->draw, c->t, card->thumb, rect_inset(r, SIDE * k, 10 * k));
    }
}

static void level(const Card *c, Rect *left) {
    if (c->show->card->level == 0) return;
    float size = 24 * c->show->k;
    for (int i = 0; i < LEVELS; i++) {
        bool on = i < c->show->card->level;
        Rect at = rect_centred(cut_left(left, size), size, size);
        draw_sprite(c->ui->draw, "toque", at, c->t->colors[on ? TOKEN_INK : TOKEN_LINE]);
        cut_left(left, 6 * c->show->k);
    }
    cut_left(left, 18 * c->show->k);
}

static void solved(const Card *c, Rect left) {
    if (!c->show->card->solved) return;
    float k = c->show->k;
    const char *word = msg_text(c->show->lang, MSG_GALLERY_SOLVED);
    TextStyle style = style_of(c, FACE_SEMI, 18, TOKEN_OK);
    float w = text_width(c->ui->draw, style, word) + 56 * k, h = 30 * k;
    if (w > left.w) return;
    Rect pill = draw_snap(c->ui->draw, rect_centred(cut_left(&left, w), w, h));
    draw_frame(c->ui->draw, pill, pill.h / 2, paint_plain(0), 2, c->t->colors[TOKEN_OK]);
    Rect in = rect_inset(pill, 14 * k, 0);
    draw_sprite(c->ui->draw, "state-done", rect_centred(cut_left(&in, 16 * k), 16 * k, 16 * k), style.color);
    cut_left(&in, 8 * k);
    text_line(c->ui->draw, style, in, TEXT_LEFT, word);
}

/* "EN FR", at the right end; what is left of the row is the rest's. */
static void languages(const Card *c, Rect *left) {
    char names[LANG_COUNT * 5 + 1];
    size_t n = 0;
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        if (!(c->show->card->langs >> lang & 1)) continue;
        if (n) names[n++] = ' ', names[n++] = ' ';
        for (const char *s = lang_name((Lang)lang); *s; s++) names[n++] = (char)toupper((unsigned char)*s);
    }
    names[n] = '\0';
    TextStyle style = style_of(c, FACE_SEMI, 18, TOKEN_INK2);
    float w = text_width(c->ui->draw, style, names);
    text_line(c->ui->draw, style, cut_right(left, w), TEXT_RIGHT, names);
    cut_right(left, 12 * c->show->k);
}

static void words(const Card *c, Rect r) {
    const GalleryCard *card = c->show->card;
    float k = c->show->k;
    Rect in = rect_inset(r, SIDE * k, 0), foot = cut_bottom(&in, (FOOT + 12) * k);
    cut_bottom(&foot, 12 * k);
    cut_top(&in, 10 * k);
    /* A title that is longer than its line takes one of the other text's. */
    TextStyle title = style_of(c, FACE_BOLD, 24, TOKEN_INK);
    float pitch = TITLE_LINE * k, below = ABOUT_LINE * k;
    uint32_t lines = paragraph(c, title, in, pitch, 2, card->title ? card->title : card->path);
    cut_top(&in, pitch * (float)lines);
    uint32_t about = in.h >= 2 * below - 1 ? ABOUT_LINES : 1;
    if (card->about) paragraph(c, style_of(c, FACE_TEXT, 18, TOKEN_INK2), in, below, about, card->about);
    languages(c, &foot);
    level(c, &foot);
    solved(c, foot);
}

static void surface(const Card *c, Rect r, float top, Color edge) {
    DrawList *d = c->ui->draw;
    draw_push_clip(d, (Rect){r.x, r.y, r.w, top});
    draw_round(d, r, RADIUS, c->t->colors[TOKEN_SUNKEN]);
    draw_pop(d);
    draw_push_clip(d, (Rect){r.x, r.y + top, r.w, r.h - top});
    draw_round(d, r, RADIUS, c->t->colors[TOKEN_SURFACE]);
    draw_pop(d);
    thumb(c, (Rect){r.x, r.y, r.w, top});
    words(c, (Rect){r.x, r.y + top, r.w, r.h - top});
    draw_frame(d, r, RADIUS, paint_plain(0), c->t->ui.hairline, edge);
}

bool gallery_card(Ui *ui, const Theme *t, UiId id, const CardShow *show, Rect r) {
    Card c = {ui, t, show};
    UiTouch touch = ui_touch(ui, id, r, UI_NO_STOP);
    if (touch.hover) ui->cursor = UI_CURSOR_HAND;
    r = draw_snap(ui->draw, r);
    ui_shadow(ui, r, RADIUS, t->colors[TOKEN_SHADOW]);
    surface(&c, r, THUMB * show->k, color_mix(t->colors[TOKEN_LINE], t->colors[TOKEN_LINE2], touch.warm));
    if (show->chosen)
        draw_frame(ui->draw, rect_inset(r, -2, -2), RADIUS + 2, paint_plain(0), 4, t->colors[TOKEN_ACCENT]);
    return touch.clicked;
}
