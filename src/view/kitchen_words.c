#include "view/kitchen_draw.h"

#include "model/names.h"
#include "view/format.h"

#include <string.h>

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

const char *kitchen_task_name(const Kitchen *k, TaskId task, char *out) {
    Buf text = {0};
    name_add_task(k->show->model, task, &text);
    return keep(&text, out);
}

const char *kitchen_object_name(const Kitchen *k, ObjectId object, char *out) {
    Buf text = {0};
    name_add_object(k->show->model, object, &text);
    return keep(&text, out);
}

static TextStyle style_of(const Kitchen *k, Words w) {
    return (TextStyle){w.face, w.size, kitchen_color(k, w.color)};
}

float kitchen_said_width(const Kitchen *k, Words w, const char *text) {
    return text_width(k->draw, style_of(k, w), text);
}

void kitchen_say(const Kitchen *k, Words w, const char *text) {
    float width = w.most > 0 ? w.most : kitchen_said_width(k, w, text) + 1;
    float x = w.align == TEXT_LEFT ? w.x : w.align == TEXT_RIGHT ? w.x - width : w.x - width / 2;
    Rect r = {x, w.y - w.size * (1 + FONT_CAP) / 2, width, w.size};
    text_line(k->draw, style_of(k, w), r, w.align, text);
}
