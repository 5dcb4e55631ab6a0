/* Long histories are packed, far ends are kept aside, chains of one are no chains: nobody must see it. */
#include "model/chains.h"
#include "model/ends.h"
#include "model/history.h"
#include "model/ready.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

enum { MANY = 20000 };

static uint32_t next_random(uint32_t *state) {
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* Mostly small steps, now and then one over several upper halves. */
static void fill(History *h, uint32_t *plain) {
    uint32_t random = 7, x = 0;
    for (uint32_t i = 0; i < MANY; i++) {
        uint32_t r = next_random(&random);
        x += r % 1000 == 0 ? 300000 : r % 30;
        plain[i] = x;
        history_add(h, x);
    }
}

static uint32_t upto(const uint32_t *plain, uint32_t limit) {
    uint32_t n = 0;
    while (n < MANY && plain[n] <= limit) n++;
    return n;
}

static void test_history(void **state) {
    (void)state;
    static uint32_t plain[MANY];
    History h = {0};
    uint32_t random = 3;
    fill(&h, plain);
    assert_int_equal(h.len, MANY);
    assert_true(history_memory(&h) < MANY * 3);
    for (uint32_t i = 0; i < MANY; i++) assert_int_equal(history_at(&h, i), plain[i]);
    for (uint32_t i = 0; i < 1000; i++) {
        uint32_t limit = plain[next_random(&random) % MANY] + next_random(&random) % 100000;
        assert_int_equal(history_upto(&h, limit), upto(plain, limit));
        assert_int_equal(history_upto_late(&h, limit), upto(plain, limit));
    }
    assert_int_equal(history_upto(&h, UINT32_MAX), MANY);
    history_deinit(&h);
    assert_int_equal(h.len, 0);
}

/* Every `every`th ends far away; number 5 never does. */
static void check_ends(uint32_t every) {
    History begins = {0};
    Ends ends = {0};
    for (uint32_t i = 0; i < MANY; i++) {
        history_add(&begins, 3 * i);
        ends_add(&ends);
        assert_int_equal(ends_at(&ends, &begins, i), NEVER);
    }
    for (uint32_t i = 0; i < MANY; i++)
        if (i != 5) ends_set(&ends, &begins, i, 3 * i + (i % every ? i % 100 : 1000000));
    for (uint32_t i = 0; i < MANY; i++)
        assert_int_equal(ends_at(&ends, &begins, i),
                         i == 5 ? NEVER : 3 * i + (i % every ? i % 100 : 1000000));
    assert_int_equal(ends.near != NULL, every > 24);
    ends_deinit(&ends);
    history_deinit(&begins);
}

static void test_ends(void **state) {
    (void)state;
    check_ends(1000);
    check_ends(2);
}

static void test_chains(void **state) {
    (void)state;
    Chains c = {0};
    Link one = 0, many = 0;
    chains_add(&c, &one, 17);
    assert_int_equal(c.links.len, 0);
    assert_int_equal(chains_event(&c, one), 17);
    assert_int_equal(chains_before(&c, one), 0);
    assert_int_equal(chains_at(&c, one, 16), 0);
    assert_int_equal(chains_at(&c, one, 17), one);
    for (EventIndex i = 0; i < 500; i++) chains_add(&c, &many, 10 * i);
    for (EventIndex at = 0; at < 5000; at += 7)
        assert_int_equal(chains_event(&c, chains_at(&c, many, at)), at / 10 * 10);
    uint32_t length = 0;
    for (Link link = many; link; link = chains_before(&c, link)) length++;
    assert_int_equal(length, 500);
    vec_deinit(&c.links);
}

/* The number of those who have not left, in the order in which they came. */
static void test_ready(void **state) {
    (void)state;
    ReadyTasks r = {0};
    for (TaskId id = 1; id <= 1000; id++) {
        ready_join(&r, id);
        if (id > 3) ready_leave(&r, id % 50 ? id - 3 : id);
    }
    TaskId last = 0;
    for (uint32_t i = r.first; i < r.tasks.len; i++) {
        if (!r.tasks.items[i]) continue;
        assert_true(r.tasks.items[i] > last);
        last = r.tasks.items[i];
    }
    assert_int_equal(last, 999);
    assert_true(r.tasks.cap <= 128);
    ready_deinit(&r);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_history),
        cmocka_unit_test(test_ends),
        cmocka_unit_test(test_chains),
        cmocka_unit_test(test_ready),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
