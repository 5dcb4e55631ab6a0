#include "view/why_panel.h"

#include "ui/layout.h"
#include "view/dish.h"

#include <string.h>

#define LINE 1.42f  /* of the size */
#define LEAST 18.0f /* smaller type there is none */
#define BAR 10.0f

/* What is never broken: a word, or a name. */
typedef struct Atom {
    uint32_t start, end;
    TaskId task;   /* a name, in a pill */
    bool strong;   /* a name of an object */
    bool spaced;   /* a space stands before it */
    bool sentence; /* it ends one */
    float width;
} Atom;

typedef struct Flow {
    Ui *ui;
    const Theme *t;
    const WhyShow *show;
    VEC(Atom) atoms;
    float size;
    Rect r; /* of the text */
    TaskId clicked;
} Flow;

static const char *text_at(const Flow *f, uint32_t offset) {
    return f->show->sentence->text.data + offset;
}

static bool is_space(char c) {
    return c == ' ' || c == '\n';
}

static bool ends_sentence(const Flow *f, uint32_t end, uint32_t all) {
    char last = *text_at(f, end - 1);
    return (last == '.' || last == '?' || last == '!') && (end == all || is_space(*text_at(f, end)));
}

static void add_words(Flow *f, uint32_t from, uint32_t to, uint32_t all) {
    while (from < to) {
        uint32_t start = from;
        while (from < to && is_space(*text_at(f, from))) from++;
        uint32_t end = from;
        while (end < to && !is_space(*text_at(f, end))) end++;
        if (end > from) {
            bool spaced = from > start || (from > 0 && is_space(*text_at(f, from - 1)));
            vec_push(
                &f->atoms,
                ((Atom){
                    .start = from, .end = end, .spaced = spaced, .sentence = ends_sentence(f, end, all)}));
        }
        from = end;
    }
}

static void add_name(Flow *f, const NameMark *mark) {
    bool spaced = mark->start > 0 && is_space(*text_at(f, mark->start - 1));
    vec_push(&f->atoms, ((Atom){.start = mark->start,
                                .end = mark->end,
                                .task = mark->task,
                                .strong = mark->task == 0,
                                .spaced = spaced}));
}

static void find_atoms(Flow *f) {
    const Sentence *s = f->show->sentence;
    uint32_t at = 0, all = (uint32_t)s->text.len;
    for (uint32_t i = 0; i < s->marks.len; i++) {
        const NameMark *mark = &s->marks.items[i];
        if (mark->start < at || mark->end <= mark->start || mark->end > all) continue;
        add_words(f, at, mark->start, all);
        add_name(f, mark);
        at = mark->end;
    }
    add_words(f, at, all, all);
}

static TextStyle style_of(const Flow *f, const Atom *a) {
    FaceId face = a->task ? FACE_SEMI : a->strong ? FACE_BOLD : FACE_TEXT;
    return (TextStyle){face, f->size, f->t->colors[TOKEN_INK]};
}

enum { NAME_MOST = 96 }; /* bytes of a name in a pill: more is cut */

static const char *name_of(const Flow *f, const Atom *a, char *out) {
    uint32_t n = a->end - a->start < NAME_MOST - 1 ? a->end - a->start : NAME_MOST - 1;
    while (n > 0 && n < a->end - a->start && ((unsigned char)*text_at(f, a->start + n) & 0xC0) == 0x80) n--;
    memcpy(out, text_at(f, a->start), n);
    out[n] = '\0';
    return out;
}

static void measure(Flow *f) {
    char name[NAME_MOST];
    for (uint32_t i = 0; i < f->atoms.len; i++) {
        Atom *a = &f->atoms.items[i];
        Pill pill = {name_of(f, a, name), HUE_ORANGE, f->size, true};
        DrawList *d = f->ui->draw;
        if (a->task) a->width = pill_width(d, &pill);
        else if (d->fonts)
            a->width =
                font_width(d->fonts, style_of(f, a).face, f->size, text_at(f, a->start), a->end - a->start);
        else a->width = 0.6f * f->size * (float)(a->end - a->start);
    }
}

static float space(const Flow *f) {
    return 0.28f * f->size;
}

static float width_from(const Flow *f, uint32_t first, uint32_t end) {
    float w = 0;
    for (uint32_t i = first; i < end; i++)
        w += f->atoms.items[i].width + (i > first && f->atoms.items[i].spaced ? space(f) : 0);
    return w;
}

/* The end of the line that begins at `first`; a mark behind a name stays with it. */
static uint32_t line_end(const Flow *f, uint32_t first, bool apart) {
    uint32_t end = first + 1, fits = end;
    for (; end <= f->atoms.len; end++) {
        if (width_from(f, first, end) > f->r.w && end > first + 1) return fits;
        if (end == f->atoms.len || f->atoms.items[end].spaced) fits = end;
        if (apart && f->atoms.items[end - 1].sentence) return end;
    }
    return f->atoms.len;
}

static void put_pill(Flow *f, const Atom *a, Point at) {
    char name[NAME_MOST];
    const char *sprite;
    Pill pill = {.name = name_of(f, a, name), .size = f->size, .in_sentence = true};
    f->show->cast.role(f->show->cast.ctx, a->task, &pill.hue, &sprite);
    Rect r = {at.x, at.y - f->size * 0.65f, a->width, f->size * 1.3f};
    UiTouch touch = ui_touch(f->ui, ui_child(ui_id("why.name"), a->start), r, UI_NO_STOP);
    if (touch.clicked) f->clicked = a->task;
    if (touch.hover) f->ui->cursor = UI_CURSOR_HAND;
    pill_draw(f->ui->draw, f->t, at, &pill);
}

static void put_line(Flow *f, uint32_t first, uint32_t end, float y) {
    float x = f->r.x;
    for (uint32_t i = first; i < end; i++) {
        const Atom *a = &f->atoms.items[i];
        if (i > first && a->spaced) x += space(f);
        TextStyle style = style_of(f, a);
        Point base = {x, y + f->size * FONT_CAP / 2};
        if (a->task) put_pill(f, a, (Point){x, y});
        else
            draw_text(f->ui->draw, style.face, style.size, base, style.color, text_at(f, a->start),
                      a->end - a->start);
        x += a->width;
    }
}

static uint32_t count_lines(const Flow *f, bool apart) {
    uint32_t lines = 0;
    for (uint32_t at = 0; at < f->atoms.len; at = line_end(f, at, apart)) lines++;
    return lines;
}

/* The largest type with which all of it fits. */
static uint32_t fit(Flow *f, bool *apart) {
    float asked = f->t->type[SIZE_WHY];
    uint32_t lines = 0;
    for (f->size = asked; f->size >= LEAST; f->size -= 1) {
        measure(f);
        *apart = count_lines(f, false) > 1;
        lines = count_lines(f, *apart);
        if ((float)lines * f->size * LINE <= f->r.h) return lines;
        *apart = false;
        lines = count_lines(f, false);
        if ((float)lines * f->size * LINE <= f->r.h) return lines;
    }
    f->size = LEAST;
    measure(f);
    return count_lines(f, false);
}

static void put_sign(Flow *f, Rect *in) {
    const Theme *t = f->t;
    float radius = gfx_min(21 * t->type[SIZE_WHY] / 26, in->h / 2 - 2);
    Rect at = cut_left(in, 2 * radius + 18);
    Point middle = {at.x + radius, at.y + at.h / 2};
    bool trouble = f->show->trouble;
    draw_disc(f->ui->draw, middle, radius, t->colors[trouble ? TOKEN_ACCENT : TOKEN_ACCENT_PALE]);
    TextStyle style = {FACE_BOLD, radius * 1.1f, t->colors[trouble ? TOKEN_ACCENT_INK : TOKEN_ACCENT]};
    text_line(f->ui->draw, style, rect_around(middle, radius), TEXT_MIDDLE, trouble ? "!" : "?");
}

TaskId why_panel(Ui *ui, const Theme *t, const WhyShow *show, Rect r) {
    Flow f = {.ui = ui, .t = t, .show = show};
    r = draw_snap(ui->draw, r);
    float radius = 16;
    draw_frame(ui->draw, r, radius, paint_plain(t->colors[TOKEN_SURFACE]), 1.5f, t->colors[TOKEN_LINE]);
    draw_rect(ui->draw, (Rect){r.x, r.y, BAR, r.h}, t->colors[TOKEN_ACCENT]);
    draw_corners(ui->draw, r, BAR / 2, t->colors[TOKEN_BG]);
    Rect in = rect_inset(r, 0, 6);
    cut_left(&in, BAR + 16);
    cut_right(&in, 16);
    draw_push_clip(ui->draw, r);
    put_sign(&f, &in);
    f.r = in;
    find_atoms(&f);
    bool apart = false;
    uint32_t lines = fit(&f, &apart);
    float y = gfx_max(in.y + f.size * LINE / 2, in.y + in.h / 2 - ((float)lines - 1) * f.size * LINE / 2);
    for (uint32_t at = 0, end; at < f.atoms.len; at = end, y += f.size * LINE) {
        end = line_end(&f, at, apart);
        put_line(&f, at, end, y);
    }
    draw_pop(ui->draw);
    vec_deinit(&f.atoms);
    return f.clicked;
}
