/* Sentences: templates of assets/lang filled with what the record says, in the reader's language
 * and in one of two vocabularies, the kitchen's or asyncio's.
 *
 * In a template {t} stands for what fills that slot (slots.def), {n#dish|dishes} for the form that
 * fits its number, and [...] is left out if a slot in it has nothing, or the number 0. */
#ifndef TOQUE_MODEL_WORDS_H
#define TOQUE_MODEL_WORDS_H

#include "base/msg.h"
#include "base/vec.h"
#include "model/model.h"

typedef enum Vocabulary { VOCABULARY_KITCHEN, VOCABULARY_ASYNCIO, VOCABULARIES } Vocabulary;

/* To whom we speak. */
typedef struct Speech {
    const Model *model;
    Lang lang;
    Vocabulary vocabulary;
    uint64_t now; /* what is told as the present, where it is later than the cursor; or 0 */
} Speech;

/* Where a name stands in a sentence, so that a picture can set it in its colour. */
typedef struct NameMark {
    uint32_t start, end; /* bytes */
    TaskId task;         /* or */
    ObjectId object;
} NameMark;

/* Zeroed memory is an empty one. */
typedef struct Sentence {
    Buf text;
    VEC(NameMark) marks;
} Sentence;

void sentence_clear(Sentence *s);
void sentence_deinit(Sentence *s);
/* Begins with a capital letter, unless it begins with the name of a task. */
void sentence_capital(Sentence *s, size_t start);

typedef enum SlotId {
#define SLOT(id, name) SLOT_##id,
#include "model/slots.def"
#undef SLOT
    SLOTS
} SlotId;

/* What the slots hold. Zeroed memory is all of them empty. */
typedef struct Words {
    struct WordsSlot {
        Sentence what;
        bool given;
        uint64_t count;  /* of what is a number */
        ObjectId object; /* 0: it is none */
    } slots[SLOTS];
    TaskId subject; /* of whom the sentence speaks, in slot T: what is his is called so */
    bool is_clause; /* and the sentence around it has named him */
} Words;

void words_deinit(Words *w);
void words_text(Words *w, SlotId slot, const char *text);
void words_count(Words *w, SlotId slot, uint64_t n);
void words_time(const Speech *s, Words *w, SlotId slot, uint64_t ns);
void words_duration(const Speech *s, Words *w, SlotId slot, uint64_t ns);
void words_task(const Speech *s, Words *w, SlotId slot, TaskId task);       /* 0: the program */
void words_object(const Speech *s, Words *w, SlotId slot, ObjectId object); /* "the lock knife" */

/* `kitchen` is the kitchen's message of a pair (messages_why.def). */
void words_fill(const Speech *s, MsgId kitchen, const Words *w, Sentence *out);
const char *words_template(const Speech *s, MsgId kitchen);

/* "1.200 s", "2 min 05.300 s"; "1.5 s", "500 ms", "20 µs"; with the language's decimal mark. */
void words_add_time(Lang lang, uint64_t ns, Buf *out);
void words_add_duration(Lang lang, uint64_t ns, Buf *out);
bool words_one(Lang lang, uint64_t n); /* the singular goes with it */

#endif
