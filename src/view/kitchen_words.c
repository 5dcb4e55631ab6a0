#include "view/kitchen_draw.h"

#include "model/called.h"
#include "model/names.h"
#include "view/format.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* --- as text ------------------------------------------------------------------------------- */

const char *kitchen_word(const Kitchen *k, MsgId word) {
    return msg_text(k->show->lang, word + (k->show->asyncio_words ? 1 : 0));
}

/* What does not fit is cut between two characters. */
static const char *keep(Buf *text, char *out) {
    size_t n = text->len < WORDS - 1 ? text->len : WORDS - 1;
    while (n < text->len && n > 0 && ((unsigned char)text->data[n] & 0xC0) == 0x80) n--;
    if (n) memcpy(out, text->data, n);
    out[n] = '\0';
    buf_deinit(text);
    return out;
}

const char *kitchen_words(const Kitchen *k, MsgId msg, const char *first, const char *second, char *out) {
    Buf text = {0};
    msg_format(&text, k->show->lang, msg, (const char *const[]){first, second}, 2);
    return keep(&text, out);
}

const char *kitchen_count(uint32_t n, char *out) {
    Buf text = {0};
    format_count(&text, n);
    return keep(&text, out);
}

const char *kitchen_of(const Kitchen *k, uint32_t n, uint32_t m, char *out) {
    char a[WORDS], b[WORDS];
    if (!m) return kitchen_count(n, out);
    return kitchen_words(k, MSG_THING_OF, kitchen_count(n, a), kitchen_count(m, b), out);
}

const char *kitchen_time(const Kitchen *k, uint64_t nanoseconds, char *out) {
    Buf text = {0};
    format_time(&text, k->show->lang, nanoseconds, 3);
    return keep(&text, out);
}

const char *kitchen_left(const Kitchen *k, uint64_t nanoseconds, char *out) {
    Buf text = {0};
    format_left(&text, k->show->lang, nanoseconds);
    return keep(&text, out);
}

static Speech speech_of(const Kitchen *k) {
    return (Speech){.model = k->show->model,
                    .lang = k->show->lang,
                    .vocabulary = k->show->asyncio_words ? VOCABULARY_ASYNCIO : VOCABULARY_KITCHEN};
}

const char *kitchen_task_name(const Kitchen *k, TaskId task, char *out) {
    Buf text = {0};
    Speech speech = speech_of(k);
    called_task(&speech, task, &text);
    return keep(&text, out);
}

/* The author's words for it, else its name alone: that it is a lock is seen. */
const char *kitchen_object_name(const Kitchen *k, ObjectId object, char *out) {
    Buf text = {0};
    Speech speech = speech_of(k);
    EventIndex made = trace_object_at(model_trace(k->show->model), object)->made;
    const char *name = called_text(&speech, DIRECTIVE_NAME, made);
    if (!*name && !k->show->asyncio_words) name = called_text(&speech, DIRECTIVE_LABEL, made);
    if (*name) buf_adds(&text, name);
    else if (name_of_object(k->show->model, object).text) name_add_object(k->show->model, object, &text);
    else called_object(&speech, object, &text);
    return keep(&text, out);
}

const char *kitchen_plate_name(const Kitchen *k, const ScenePlate *p, char *out) {
    const Trace *t = model_trace(k->show->model);
    if (p->task) return kitchen_task_name(k, p->task, out);
    snprintf(out, WORDS, "%s", p->card ? trace_text(t, trace_at(t, p->card)->a, NULL) : "");
    return out;
}

/* Between two quotes of one kind, nothing escaped. */
static bool is_plain_text(const char *s, size_t len) {
    if (len < 2 || (s[0] != '\'' && s[0] != '"') || s[len - 1] != s[0]) return false;
    return !memchr(s + 1, s[0], len - 2) && !memchr(s, '\\', len);
}

const char *kitchen_item(const Kitchen *k, const Item *item, char *out) {
    if (item->value & CODE_NUMBER) {
        snprintf(out, WORDS, "%d", (int32_t)(item->value << 1) >> 1);
        return out;
    }
    size_t len = 0;
    const char *text = item->value ? trace_text(model_trace(k->show->model), item->value, &len) : "";
    bool plain = is_plain_text(text, len);
    Buf kept = {0};
    buf_add(&kept, text + plain, len - 2 * (size_t)plain);
    return keep(&kept, out);
}

/* --- cutting -------------------------------------------------------------------------------- */

static bool fits(const Kitchen *k, TextStyle style, float width, const char *text) {
    return text_width(k->draw, style, text) <= width;
}

/* "fetch-31" is told from its like by the number. */
static size_t number_at_end(const char *name) {
    size_t len = strlen(name), at = len;
    while (at > 0 && isdigit((unsigned char)name[at - 1])) at--;
    if (at > 0 && at < len && strchr("-_ #.:", name[at - 1])) at--;
    return at;
}

static size_t letters(const char *s, size_t bytes) {
    size_t n = 0;
    for (size_t i = 0; i < bytes; i++) n += ((unsigned char)s[i] & 0xC0) != 0x80;
    return n;
}

enum { LETTERS_LEAST = 4 };

/* As many letters as fit, and that end. */
static bool cut_before(const Kitchen *k, TextStyle style, float width, char *name, const char *end) {
    char all[2 * WORDS];
    for (size_t n = number_at_end(name); n > 0; n--) {
        if (((unsigned char)name[n] & 0xC0) == 0x80) continue;
        if (letters(name, n) < LETTERS_LEAST) return false;
        snprintf(all, sizeof all, "%.*s%s", (int)n, name, end);
        if (strlen(all) >= WORDS || !fits(k, style, width, all)) continue;
        memcpy(name, all, strlen(all) + 1);
        return true;
    }
    return false;
}

const char *kitchen_cut(const Kitchen *k, TextStyle style, float width, char *name) {
    if (fits(k, style, width, name)) return name;
    char end[WORDS];
    size_t stem = number_at_end(name);
    snprintf(end, sizeof end, "…%s", name + stem);
    if (cut_before(k, style, width, name, end)) return name;
    name[stem] = '\0'; /* its like have the same name, at least */
    bool whole = stem > 0 && fits(k, style, width, name);
    if (!whole && !cut_before(k, style, width, name, "…")) name[0] = '\0';
    return name;
}

/* --- where there is room ------------------------------------------------------------------------ */

void kitchen_take(const Kitchen *k, Rect words) {
    vec_push(&k->taken->words, words);
}

static bool overlap(Rect a, Rect b) {
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

bool kitchen_is_free(const Kitchen *k, Rect words, uint32_t but_plate) {
    if (words.x < 4 || words.x + words.w > k->scene->width - 4 || words.y + words.h > SCENE_HEIGHT - 1)
        return false;
    for (uint32_t i = 0; i < k->taken->words.len; i++)
        if (overlap(words, k->taken->words.items[i])) return false;
    for (uint32_t i = 0; i < k->taken->dishes.len; i++)
        if (i != but_plate && overlap(words, k->taken->dishes.items[i])) return false;
    return true;
}

/* What is in the way of a band becomes the nearer end of it. */
static void narrow(Rect band, float middle, Rect other, float *left, float *right) {
    if (band.y >= other.y + other.h || other.y >= band.y + band.h) return;
    if (other.x + other.w / 2 > middle) *right = gfx_min(*right, other.x);
    else *left = gfx_max(*left, other.x + other.w);
}

static void room_beside(const Kitchen *k, Rect band, uint32_t but_plate, float *left, float *right) {
    float middle = band.x + band.w / 2;
    *left = 4;
    *right = k->scene->width - 4;
    for (uint32_t i = 0; i < k->taken->words.len; i++)
        narrow(band, middle, k->taken->words.items[i], left, right);
    for (uint32_t i = 0; i < k->taken->dishes.len; i++)
        if (i != but_plate) narrow(band, middle, k->taken->dishes.items[i], left, right);
}

float kitchen_room_right(const Kitchen *k, Rect from, uint32_t but_plate) {
    float left, right;
    room_beside(k, (Rect){from.x, from.y, 0, from.h}, but_plate, &left, &right);
    return left > from.x ? 0 : right - from.x;
}

float kitchen_room_around(const Kitchen *k, Rect middle, uint32_t but_plate) {
    float left, right, x = middle.x + middle.w / 2;
    room_beside(k, middle, but_plate, &left, &right);
    return 2 * gfx_min(x - left, right - x);
}

/* --- drawn ---------------------------------------------------------------------------------- */

static TextStyle style_of(const Kitchen *k, Saying w) {
    return (TextStyle){w.face, w.size, kitchen_color(k, w.color)};
}

float kitchen_said_width(const Kitchen *k, Saying w, const char *text) {
    return text_width(k->draw, style_of(k, w), text);
}

void kitchen_say(const Kitchen *k, Saying w, const char *text) {
    float wide = kitchen_said_width(k, w, text) + 1, width = w.most > 0 ? gfx_min(w.most, wide) : wide;
    if (w.most < 0 || !*text) return;
    float x = w.align == TEXT_LEFT ? w.x : w.align == TEXT_RIGHT ? w.x - width : w.x - width / 2;
    Rect r = {x, w.y - w.size * (1 + FONT_CAP) / 2, width, w.size};
    text_line(k->draw, style_of(k, w), r, w.align, text);
    kitchen_take(k, r);
}

#define TITLE_LEAST 16.0f

void kitchen_title(const Kitchen *k, Saying at, const char *word, const char *number) {
    Saying n = at;
    n.face = FACE_TEXT;
    n.most = 0;
    float wide = *number ? kitchen_said_width(k, n, number) + 10 : 0;
    float said = kitchen_said_width(k, at, word);
    if (at.most > 0) said = gfx_min(said, at.most - wide);
    if (said >= gfx_min(TITLE_LEAST, kitchen_said_width(k, at, word))) { /* else the number alone */
        at.most = said + 1;
        kitchen_say(k, at, word);
        n.x += said + 10;
    }
    kitchen_say(k, n, number);
}
