/* How words meet, and how numbers and times are written. */
#include "model/words.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void is_written(Lang lang, uint64_t ns, const char *time, const char *duration) {
    Buf b = {0};
    words_add_time(lang, ns, &b);
    assert_string_equal(buf_cstr(&b), time);
    buf_clear(&b);
    words_add_duration(lang, ns, &b);
    assert_string_equal(buf_cstr(&b), duration);
    buf_deinit(&b);
}

static void times(void **state) {
    (void)state;
    is_written(LANG_EN, 0, "0.000 s", "0 µs");
    is_written(LANG_EN, 1499, "0.000 s", "1 µs");
    is_written(LANG_EN, 12500000, "0.013 s", "12.5 ms");
    is_written(LANG_EN, 999991000, "1.000 s", "1 s");
    is_written(LANG_EN, 1000000047, "1.000 s", "1 s");
    is_written(LANG_FR, 1500000000, "1,500 s", "1,5 s");
    is_written(LANG_FR, 59999999999, "1 min 00,000 s", "60 s");
    is_written(LANG_EN, 125300000000, "2 min 05.300 s", "2 min 5 s");
    is_written(LANG_EN, 3600000000000, "1 h 0 min 00.000 s", "1 h 0 min");
    is_written(LANG_FR, 7322004000000, "2 h 2 min 02,004 s", "2 h 2 min 2 s");
}

static void numbers(void **state) {
    (void)state;
    assert_false(words_one(LANG_EN, 0));
    assert_true(words_one(LANG_EN, 1));
    assert_false(words_one(LANG_EN, 2));
    assert_true(words_one(LANG_FR, 0));
    assert_true(words_one(LANG_FR, 1));
    assert_false(words_one(LANG_FR, 2));
}

static void is_told(Lang lang, Vocabulary vocabulary, MsgId msg, const Words *w, const char *wanted) {
    Speech s = {NULL, lang, vocabulary, 0};
    Sentence out = {0};
    words_fill(&s, msg, w, &out);
    sentence_capital(&out, 0);
    assert_string_equal(buf_cstr(&out.text), wanted);
    sentence_deinit(&out);
}

static void french_words_meet(void **state) {
    (void)state;
    Words w = {0};
    words_text(&w, SLOT_T, "Ada");
    words_text(&w, SLOT_A, "le verrou knife");
    words_text(&w, SLOT_HOLDER, "Omelette");
    words_count(&w, SLOT_N, 2);
    is_told(LANG_FR, VOCABULARY_ASYNCIO, MSG_KITCHEN_RELEASED_SEMAPHORE, &w,
            "Ada rend un jeton au verrou knife : il en reste 2.");
    is_told(LANG_FR, VOCABULARY_ASYNCIO, MSG_KITCHEN_LEFT, &w,
            "Ada quitte la file d'attente du verrou knife.");
    is_told(LANG_FR, VOCABULARY_ASYNCIO, MSG_KITCHEN_WAIT_LOCK, &w,
            "Ada attend le verrou knife, qu'Omelette tient : Omelette doit d'abord le relâcher. 2 passent "
            "avant.");
    words_text(&w, SLOT_A, "l'événement gong");
    is_told(LANG_FR, VOCABULARY_ASYNCIO, MSG_KITCHEN_LEFT, &w,
            "Ada quitte la file d'attente de l'événement gong.");
    words_text(&w, SLOT_A, "Été");
    is_told(LANG_FR, VOCABULARY_ASYNCIO, MSG_KITCHEN_LEFT, &w, "Ada quitte la file d'attente d'Été.");
    words_deinit(&w);
}

static void parts_are_left_out(void **state) {
    (void)state;
    Words w = {0};
    words_text(&w, SLOT_T, "soup");
    is_told(LANG_EN, VOCABULARY_ASYNCIO, MSG_KITCHEN_DONE_RETURNED, &w, "Soup is done.");
    words_text(&w, SLOT_VALUE, "42");
    is_told(LANG_EN, VOCABULARY_ASYNCIO, MSG_KITCHEN_DONE_RETURNED, &w, "Soup is done: it returns 42.");
    words_text(&w, SLOT_A, "the bell");
    words_count(&w, SLOT_N, 0);
    is_told(LANG_EN, VOCABULARY_KITCHEN, MSG_KITCHEN_EVENT_SET, &w, "Soup rings the bell.");
    words_count(&w, SLOT_N, 1);
    is_told(LANG_EN, VOCABULARY_KITCHEN, MSG_KITCHEN_EVENT_SET, &w,
            "Soup rings the bell: 1 dish waited for it.");
    words_count(&w, SLOT_N, 2);
    is_told(LANG_EN, VOCABULARY_KITCHEN, MSG_KITCHEN_EVENT_SET, &w,
            "Soup rings the bell: 2 dishes waited for it.");
    words_deinit(&w);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(times),
        cmocka_unit_test(numbers),
        cmocka_unit_test(french_words_meet),
        cmocka_unit_test(parts_are_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
