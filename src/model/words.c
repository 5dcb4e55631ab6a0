#include "model/words.h"

#include "model/called.h"

#include <inttypes.h>
#include <string.h>

static const char *const slot_names[SLOTS] = {
#define SLOT(id, name) [SLOT_##id] = name,
#include "model/slots.def"
#undef SLOT
};

/* --- sentences -------------------------------------------------------------------------- */

void sentence_clear(Sentence *s) {
    buf_clear(&s->text);
    s->marks.len = 0;
}

void sentence_deinit(Sentence *s) {
    buf_deinit(&s->text);
    vec_deinit(&s->marks);
}

void sentence_capital(Sentence *s, size_t start) {
    for (uint32_t i = 0; i < s->marks.len; i++)
        if (s->marks.items[i].start == start && s->marks.items[i].task) return;
    char *first = s->text.data + start;
    if (s->text.len > start && *first >= 'a' && *first <= 'z') *first = (char)(*first - 'a' + 'A');
}

/* --- how words meet --------------------------------------------------------------------- */

static bool ends_with(const Buf *b, const char *end) {
    size_t n = strlen(end);
    if (b->len < n || memcmp(b->data + b->len - n, end, n) != 0) return false;
    return b->len == n || strchr(" (['\xA0", b->data[b->len - n - 1]);
}

static bool begins_with(const Buf *b, const char *start) {
    size_t n = strlen(start);
    return b->len >= n && memcmp(b->data, start, n) == 0;
}

/* A vowel, with or without an accent. An h may be mute or not: it is taken for one that is not. */
static bool begins_with_vowel(const Buf *b) {
    static const char *const accented[] = {"à", "â", "é", "è", "ê", "ë", "î", "ï", "ô", "û", "œ",
                                           "À", "Â", "É", "È", "Ê", "Ë", "Î", "Ï", "Ô", "Û", "Œ"};
    if (b->len == 0) return false;
    if (memchr("aeiouAEIOU", b->data[0], 10)) return true;
    for (size_t i = 0; i < sizeof accented / sizeof *accented; i++)
        if (begins_with(b, accented[i])) return true;
    return false;
}

/* In French: "de" and "le verrou" make "du verrou", "que" and "Omelette" make "qu'Omelette". */
static const struct Meeting {
    const char *before, *after, *both;
} contractions[] =
    {
        {"de ", "le ", "du "}, {"de ", "les ", "des "}, {"à ", "le ", "au "}, {"à ", "les ", "aux "},
        {"De ", "le ", "Du "}, {"De ", "les ", "Des "}, {"À ", "le ", "Au "}, {"À ", "les ", "Aux "},
},
  elisions[] = {
      {"de ", NULL, "d'"}, {"que ", NULL, "qu'"}, {"De ", NULL, "D'"}, {"Que ", NULL, "Qu'"},
      {"le ", NULL, "l'"}, {"la ", NULL, "l'"},   {"ne ", NULL, "n'"}, {"lorsque ", NULL, "lorsqu'"},
};

/* Appends what fills a slot; how many of its first bytes are gone by then. */
static size_t meet(Lang lang, Buf *out, const Buf *next) {
    if (lang != LANG_FR) return 0;
    for (size_t i = 0; i < sizeof contractions / sizeof *contractions; i++) {
        const struct Meeting *c = &contractions[i];
        if (!ends_with(out, c->before) || !begins_with(next, c->after)) continue;
        out->len -= strlen(c->before);
        buf_adds(out, c->both);
        return strlen(c->after);
    }
    if (!begins_with_vowel(next)) return 0;
    for (size_t i = 0; i < sizeof elisions / sizeof *elisions; i++) {
        if (!ends_with(out, elisions[i].before)) continue;
        out->len -= strlen(elisions[i].before);
        buf_adds(out, elisions[i].both);
        break;
    }
    return 0;
}

static void add_sentence(Lang lang, Sentence *out, const Sentence *more) {
    size_t gone = meet(lang, &out->text, &more->text), at = out->text.len;
    buf_add(&out->text, more->text.data + gone, more->text.len - gone);
    for (uint32_t i = 0; i < more->marks.len; i++) {
        NameMark mark = more->marks.items[i];
        mark.start = (uint32_t)(at + (mark.start > gone ? mark.start - gone : 0));
        mark.end = (uint32_t)(at + mark.end - gone);
        vec_push(&out->marks, mark);
    }
}

/* --- numbers and times -------------------------------------------------------------------- */

enum { MICRO = 1000, MILLI = 1000 * MICRO };
static const uint64_t SECOND = 1000 * MILLI, MINUTE = 60, HOUR = 3600;

bool words_one(Lang lang, uint64_t n) {
    return lang == LANG_FR ? n < 2 : n == 1;
}

void words_add_time(Lang lang, uint64_t ns, Buf *out) {
    uint64_t ms = (ns + MILLI / 2) / MILLI, s = ms / 1000;
    if (s >= HOUR) buf_printf(out, "%" PRIu64 " h ", s / HOUR);
    if (s >= MINUTE) buf_printf(out, "%" PRIu64 " min ", s % HOUR / MINUTE);
    buf_printf(out, s >= MINUTE ? "%02" PRIu64 : "%" PRIu64, s % MINUTE);
    buf_printf(out, "%s%03" PRIu64 " s", msg_text(lang, MSG_DECIMAL_POINT), ms % 1000);
}

/* thousandths of a unit, without zeros at the end. */
static void add_thousandths(Lang lang, uint64_t n, const char *unit, Buf *out) {
    buf_printf(out, "%" PRIu64, n / 1000);
    uint64_t part = n % 1000;
    int digits = 3;
    for (; part && part % 10 == 0; digits--) part /= 10;
    if (part) buf_printf(out, "%s%0*" PRIu64, msg_text(lang, MSG_DECIMAL_POINT), digits, part);
    buf_printf(out, " %s", unit);
}

/* Nobody reads more than four digits of it; and a sleep of one second may be a few nanoseconds more
 * by the arithmetic of floats. */
static uint64_t rounded(uint64_t ns) {
    uint64_t step = ns < 10 * MILLI ? MICRO : ns < SECOND ? MILLI / 10 : MILLI;
    return (ns + step / 2) / step * step;
}

void words_add_duration(Lang lang, uint64_t ns, Buf *out) {
    ns = rounded(ns);
    if (ns < MILLI) {
        buf_printf(out, "%" PRIu64 " µs", ns / MICRO);
    } else if (ns < SECOND) {
        add_thousandths(lang, ns / MICRO, "ms", out);
    } else if (ns < 2 * MINUTE * SECOND) {
        add_thousandths(lang, ns / MILLI, "s", out);
    } else {
        uint64_t s = (ns + SECOND / 2) / SECOND;
        if (s >= HOUR) buf_printf(out, "%" PRIu64 " h ", s / HOUR);
        buf_printf(out, "%" PRIu64 " min", s % HOUR / MINUTE);
        if (s % MINUTE) buf_printf(out, " %" PRIu64 " s", s % MINUTE);
    }
}

/* --- slots ---------------------------------------------------------------------------------- */

void words_deinit(Words *w) {
    for (int i = 0; i < SLOTS; i++) sentence_deinit(&w->slots[i].what);
}

static Sentence *open_slot(Words *w, SlotId slot) {
    struct WordsSlot *s = &w->slots[slot];
    sentence_clear(&s->what);
    s->given = true;
    s->count = 1;
    s->object = 0;
    return &s->what;
}

void words_text(Words *w, SlotId slot, const char *text) {
    buf_adds(&open_slot(w, slot)->text, text);
    w->slots[slot].given = *text != '\0';
}

void words_count(Words *w, SlotId slot, uint64_t n) {
    buf_printf(&open_slot(w, slot)->text, "%" PRIu64, n);
    w->slots[slot].count = n;
}

void words_time(const Speech *s, Words *w, SlotId slot, uint64_t ns) {
    words_add_time(s->lang, ns, &open_slot(w, slot)->text);
}

void words_duration(const Speech *s, Words *w, SlotId slot, uint64_t ns) {
    words_add_duration(s->lang, ns, &open_slot(w, slot)->text);
}

static void mark_all(Sentence *what, TaskId task, ObjectId object) {
    NameMark mark = {0, (uint32_t)what->text.len, task, object};
    vec_push(&what->marks, mark);
}

void words_task(const Speech *s, Words *w, SlotId slot, TaskId task) {
    Sentence *what = open_slot(w, slot);
    if (slot == SLOT_T) w->subject = task;
    if (!task) {
        buf_adds(&what->text, words_template(s, MSG_KITCHEN_NOBODY));
        return;
    }
    called_task(s, task, &what->text);
    mark_all(what, task, 0);
}

void words_object(const Speech *s, Words *w, SlotId slot, ObjectId object) {
    Sentence *what = open_slot(w, slot);
    called_object(s, object, &what->text);
    mark_all(what, 0, object);
    w->slots[slot].object = object;
}

/* --- templates -------------------------------------------------------------------------------- */

const char *words_template(const Speech *s, MsgId kitchen) {
    return msg_text(s->lang, (MsgId)(kitchen + (MsgId)s->vocabulary));
}

static SlotId slot_named(const char *name, size_t n) {
    for (SlotId i = 0; i < SLOTS; i++)
        if (strlen(slot_names[i]) == n && memcmp(slot_names[i], name, n) == 0) return i;
    return SLOTS;
}

/* The slot between braces at `p`, and where what follows its name begins. */
static SlotId read_slot(const char *p, const char **behind) {
    size_t n = strcspn(p + 1, "#}");
    *behind = p + 1 + n;
    return slot_named(p + 1, n);
}

/* "#dish|dishes}" */
static void add_form(Lang lang, uint64_t n, const char *forms, Sentence *out) {
    size_t one = strcspn(forms, "|"), many = strcspn(forms + one, "}");
    if (words_one(lang, n)) buf_add(&out->text, forms, one);
    else buf_add(&out->text, forms + one + 1, many - 1);
}

static bool group_is_filled(const char *p, const char *end, const Words *w) {
    for (; p < end; p++) {
        const char *behind;
        SlotId slot = *p == '{' ? read_slot(p, &behind) : SLOTS;
        if (slot != SLOTS && (!w->slots[slot].given || w->slots[slot].count == 0)) return false;
    }
    return true;
}

/* What fills a slot; of an object that is the subject's own, "its menu". */
static void add_slot(const Speech *s, const Words *w, SlotId slot, bool own, Sentence *out) {
    const struct WordsSlot *filled = &w->slots[slot];
    Sentence its = {0};
    if (own && filled->object && called_own(s, filled->object, w->subject, &its.text)) {
        mark_all(&its, 0, filled->object);
        add_sentence(s->lang, out, &its);
    } else {
        add_sentence(s->lang, out, &filled->what);
    }
    sentence_deinit(&its);
}

static void fill(const Speech *s, const char *p, const char *end, const Words *w, bool own, Sentence *out) {
    while (p < end) {
        if (*p == '[') {
            const char *close = strchr(p, ']');
            if (group_is_filled(p + 1, close, w)) fill(s, p + 1, close, w, own, out);
            p = close + 1;
        } else if (*p == '{') {
            const char *behind;
            SlotId slot = read_slot(p, &behind);
            if (*behind == '#') add_form(s->lang, w->slots[slot].count, behind + 1, out);
            else add_slot(s, w, slot, own, out);
            p = strchr(p, '}') + 1;
        } else {
            buf_addc(&out->text, *p++);
        }
    }
    while (out->text.len && out->text.data[out->text.len - 1] == ' ' && *end == '\0') out->text.len--;
}

void words_fill(const Speech *s, MsgId kitchen, const Words *w, Sentence *out) {
    const char *text = words_template(s, kitchen);
    bool own = w->subject && (w->is_clause || strstr(text, "{t}"));
    fill(s, text, text + strlen(text), w, own, out);
}
