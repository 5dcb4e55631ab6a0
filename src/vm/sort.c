/* list.sort() and sorted(): the merge sort that CPython uses (runs that are there already,
 * short ones filled up by binary insertion, merges that gallop), comparison for comparison,
 * since which pair is compared first can be seen in an error or in a program's __lt__.
 *
 * All state is in a Sorter, so that the sort can stop wherever it needs an answer of Python's
 * and go on when that is there. What is between two comparisons that change nothing (a search
 * by halving) is not kept: it is done again with the answers known so far. */
#include "vm/containers.h"
#include "vm/vm_internal.h"

enum { MIN_GALLOP = 7, MAX_PENDING = 85, SHORT = 64, MAX_ANSWERS = 80 };

/* The sort is written once and compiled for each sort of key, with its comparison inside. */
#define INLINE static inline __attribute__((always_inline))

typedef struct Part {     /* a place in the keys and the values that go with them */
    Value *keys, *values; /* values: NULL if the keys are what is sorted */
} Part;

typedef struct Run {
    uint32_t start, len;
    int power;
} Run;

typedef enum Phase {
    RUN_BEGINS,
    RUN_GOES_ON,
    RUN_IS_FILLED,
    RUN_ENDS,
    RUN_IS_PUSHED,
    MERGE_BEGINS,
    MERGE_IS_CUT,
    LOW_ONE,
    LOW_GALLOP_A,
    LOW_GALLOP_B, /* from the left: one by one, or galloping */
    HIGH_ONE,
    HIGH_GALLOP_A,
    HIGH_GALLOP_B, /* from the right */
    COLLAPSE,
    SORTED,
} Phase;

/* Two neighbouring runs a and b on their way to `to`. The shorter one has been moved away. */
typedef struct Merge {
    Part a, b, to, first_a, spare;
    int64_t na, nb, in_a, in_b; /* how many are left; how often each won in a row */
} Merge;

typedef struct Sorter {
    VM *vm;
    Part all, room; /* room: for the shorter side of a merge */
    uint32_t n, min_gallop, least_run;
    Phase phase, after_merge;
    uint32_t start, len, filled; /* the run that is being made */
    Tri falling;
    int power;
    Merge merge;
    Run pending[MAX_PENDING];
    uint32_t pending_count;
    uint32_t known, used; /* answers of Python's in the present search */
    Tri answers[MAX_ANSWERS];
    Value asked[2]; /* the pair that Python is to compare */
} Sorter;

typedef Tri (*Less)(Sorter *s, Value a, Value b);

static Tri less_asked(Sorter *s, Value a, Value b);

static inline bool is_answer(Tri t) {
    return t == YES || t == NO;
}

/* What was found out is part of the state now. */
INLINE void settle(Sorter *s, Less less) {
    if (less == less_asked) s->known = s->used = 0;
}

/* --- moving keys and values together -------------------------------------------------------- */

INLINE Part at(Part p, int64_t by) {
    return (Part){p.keys + by, p.values ? p.values + by : NULL};
}

INLINE void copy_one(Part to, Part from) {
    *to.keys = *from.keys;
    if (to.values) *to.values = *from.values;
}

INLINE void copy_many(Part to, Part from, size_t n) {
    memmove(to.keys, from.keys, n * sizeof(Value));
    if (to.values) memmove(to.values, from.values, n * sizeof(Value));
}

static void reverse(Value *v, uint32_t n) {
    for (uint32_t i = 0; i < n / 2; i++) {
        Value x = v[i];
        v[i] = v[n - 1 - i];
        v[n - 1 - i] = x;
    }
}

static void reverse_part(Part p, uint32_t n) {
    reverse(p.keys, n);
    if (p.values) reverse(p.values, n);
}

/* --- runs ------------------------------------------------------------------------------------- */

INLINE Tri begin_run(Sorter *s, Less less) {
    const Value *keys = s->all.keys + s->start;
    s->len = 1;
    s->phase = RUN_ENDS;
    if (s->start + 1 == s->n) return YES;
    s->phase = RUN_BEGINS;
    Tri t = less(s, keys[1], keys[0]);
    if (!is_answer(t)) return t;
    settle(s, less);
    s->falling = t;
    s->len = 2;
    s->phase = RUN_GOES_ON;
    return YES;
}

/* A falling run is turned round. */
INLINE Tri extend_run(Sorter *s, Less less) {
    const Value *keys = s->all.keys + s->start;
    for (uint32_t len = s->len; s->start + len < s->n; s->len = ++len) {
        Tri t = less(s, keys[len], keys[len - 1]);
        if (!is_answer(t)) return t;
        settle(s, less);
        if (t != s->falling) break;
    }
    if (s->falling == YES) reverse_part(at(s->all, s->start), s->len);
    s->phase = RUN_ENDS;
    return YES;
}

static void end_run(Sorter *s) {
    uint32_t left = s->n - s->start, least = left < s->least_run ? left : s->least_run;
    s->filled = s->len < least ? least : s->len;
    s->phase = RUN_IS_FILLED;
}

static void insert(Value *v, uint32_t to, uint32_t from) {
    Value x = v[from];
    memmove(v + to + 1, v + to, (from - to) * sizeof *v);
    v[to] = x;
}

/* Puts one element after the other in its place among those before it. */
INLINE Tri fill_run(Sorter *s, Less less) {
    Part p = at(s->all, s->start);
    for (; s->len < s->filled; s->len++) {
        uint32_t low = 0, high = s->len;
        const Value pivot = p.keys[s->len];
        while (low < high) {
            uint32_t middle = low + ((high - low) >> 1);
            Tri t = less(s, pivot, p.keys[middle]);
            if (t == YES) high = middle;
            else if (t == NO) low = middle + 1;
            else return t;
        }
        settle(s, less);
        insert(p.keys, low, s->len);
        if (p.values) insert(p.values, low, s->len);
    }
    s->phase = RUN_IS_PUSHED;
    return YES;
}

/* How deep in a perfectly balanced tree of merges the border between two runs lies. */
static int power_of(uint64_t start, uint64_t n1, uint64_t n2, uint64_t n) {
    uint64_t a = 2 * start + n1, b = a + n1 + n2;
    for (int power = 1;; power++) {
        if (a >= n) {
            a -= n;
            b -= n;
        } else if (b >= n) {
            return power;
        }
        a <<= 1;
        b <<= 1;
    }
}

static void begin_merge(Sorter *s, uint32_t i, Phase after) {
    Run *a = &s->pending[i], *b = &s->pending[i + 1];
    s->merge = (Merge){.a = at(s->all, a->start), .b = at(s->all, b->start), .na = a->len, .nb = b->len};
    a->len += b->len;
    if (i + 3 == s->pending_count) *b = s->pending[i + 2];
    s->pending_count--;
    s->after_merge = after;
    s->phase = MERGE_BEGINS;
}

/* Runs whose border lies deeper than the new one's are merged first. */
static void push_run(Sorter *s) {
    if (s->pending_count) {
        const Run *last = &s->pending[s->pending_count - 1];
        if (s->power == 0) s->power = power_of(last->start, last->len, s->len, s->n);
        if (s->pending_count > 1 && s->pending[s->pending_count - 2].power > s->power) {
            begin_merge(s, s->pending_count - 2, RUN_IS_PUSHED);
            return;
        }
        s->pending[s->pending_count - 1].power = s->power;
    }
    s->pending[s->pending_count++] = (Run){s->start, s->len, 0};
    s->power = 0;
    s->start += s->len;
    s->phase = s->start < s->n ? RUN_BEGINS : COLLAPSE;
}

static void collapse(Sorter *s) {
    if (s->pending_count == 1) {
        s->phase = SORTED;
        return;
    }
    uint32_t i = s->pending_count - 2;
    if (i > 0 && s->pending[i - 1].len < s->pending[i + 1].len) i--;
    begin_merge(s, i, COLLAPSE);
}

/* --- galloping --------------------------------------------------------------------------------- */

/* Where `key` belongs among the n sorted keys: left of equal ones, or right of them. Looks near
 * `hint` first, in steps that double, then halves. */
INLINE Tri gallop(Sorter *s, Less less, bool right, Value key, const Value *a, int64_t n, int64_t hint,
                  int64_t *out) {
    int64_t last = 0, offset = 1;
    Tri t = right ? less(s, key, a[hint]) : less(s, a[hint], key);
    if (!is_answer(t)) return t;
    bool forward = (t == YES) != right;
    const int64_t most = forward ? n - hint : hint + 1;
    while (offset < most) {
        const Value other = forward ? a[hint + offset] : a[hint - offset];
        t = right ? less(s, key, other) : less(s, other, key);
        if (!is_answer(t)) return t;
        if (((t == YES) != right) != forward) break;
        last = offset;
        offset = offset * 2 + 1;
    }
    if (offset > most) offset = most;
    int64_t low = (forward ? hint + last : hint - offset) + 1, high = forward ? hint + offset : hint - last;
    while (low < high) {
        int64_t middle = low + ((high - low) >> 1);
        t = right ? less(s, key, a[middle]) : less(s, a[middle], key);
        if (!is_answer(t)) return t;
        if ((t == YES) == right) high = middle;
        else low = middle + 1;
    }
    settle(s, less);
    *out = high;
    return YES;
}

/* --- merging ------------------------------------------------------------------------------------ */

/* What is left of the side that was moved away comes to its place: the end of each merge, also
 * of one that was broken off. */
static void put_back(Sorter *s) {
    Merge *m = &s->merge;
    if (s->phase >= LOW_ONE && s->phase <= LOW_GALLOP_B && m->na) copy_many(m->to, m->a, (size_t)m->na);
    if (s->phase >= HIGH_ONE && s->phase <= HIGH_GALLOP_B && m->nb)
        copy_many(at(m->to, 1 - m->nb), m->spare, (size_t)m->nb);
}

static Tri merged(Sorter *s) {
    put_back(s);
    s->phase = s->after_merge;
    return YES;
}

/* The last of a is greater than the rest of b. */
static Tri merged_but_b(Sorter *s) {
    Merge *m = &s->merge;
    copy_many(m->to, m->b, (size_t)m->nb);
    copy_one(at(m->to, m->nb), m->a);
    s->phase = s->after_merge;
    return YES;
}

/* The first of b is less than the rest of a. */
static Tri merged_but_a(Sorter *s) {
    Merge *m = &s->merge;
    copy_many(at(m->to, 1 - m->na), at(m->a, 1 - m->na), (size_t)m->na);
    copy_one(at(m->to, -m->na), m->b);
    s->phase = s->after_merge;
    return YES;
}

/* What of a comes before all of b stays where it is. */
INLINE Tri cut_front(Sorter *s, Less less) {
    Merge *m = &s->merge;
    int64_t k = 0;
    Tri t = gallop(s, less, true, *m->b.keys, m->a.keys, m->na, 0, &k);
    if (t != YES) return t;
    m->a = at(m->a, k);
    m->na -= k;
    s->phase = m->na ? MERGE_IS_CUT : s->after_merge;
    return YES;
}

static Tri start_low(Sorter *s) {
    Merge *m = &s->merge;
    m->to = m->a;
    copy_many(s->room, m->a, (size_t)m->na);
    m->a = s->room;
    copy_one(m->to, m->b);
    m->to = at(m->to, 1), m->b = at(m->b, 1);
    s->phase = LOW_ONE;
    if (--m->nb == 0) return merged(s);
    return m->na == 1 ? merged_but_b(s) : YES;
}

static Tri start_high(Sorter *s) {
    Merge *m = &s->merge;
    m->to = at(m->b, m->nb - 1);
    copy_many(s->room, m->b, (size_t)m->nb);
    m->spare = s->room;
    m->first_a = m->a;
    m->b = at(s->room, m->nb - 1);
    m->a = at(m->a, m->na - 1);
    copy_one(m->to, m->a);
    m->to = at(m->to, -1), m->a = at(m->a, -1);
    s->phase = HIGH_ONE;
    if (--m->na == 0) return merged(s);
    return m->nb == 1 ? merged_but_a(s) : YES;
}

/* What of b comes behind all of a stays too; then the merge begins at the shorter side. */
INLINE Tri cut_back(Sorter *s, Less less) {
    Merge *m = &s->merge;
    int64_t k = 0;
    Tri t = gallop(s, less, false, m->a.keys[m->na - 1], m->b.keys, m->nb, m->nb - 1, &k);
    if (t != YES) return t;
    m->nb = k;
    s->phase = s->after_merge;
    if (k == 0) return YES;
    return m->na <= m->nb ? start_low(s) : start_high(s);
}

/* One by one, until one side has won often enough in a row. */
INLINE Tri low_one(Sorter *s, Less less) {
    Merge m = s->merge;
    const uint32_t enough = s->min_gallop;
    while (m.in_a < enough && m.in_b < enough) {
        Tri t = less(s, *m.b.keys, *m.a.keys);
        if (!is_answer(t)) {
            s->merge = m;
            return t;
        }
        settle(s, less);
        if (t == YES) {
            copy_one(m.to, m.b);
            m.to = at(m.to, 1), m.b = at(m.b, 1);
            m.in_b++, m.in_a = 0;
            if (--m.nb == 0) break;
        } else {
            copy_one(m.to, m.a);
            m.to = at(m.to, 1), m.a = at(m.a, 1);
            m.in_a++, m.in_b = 0;
            if (--m.na == 1) break;
        }
    }
    s->merge = m;
    if (m.nb == 0) return merged(s);
    if (m.na == 1) return merged_but_b(s);
    s->phase = LOW_GALLOP_A;
    return YES;
}

INLINE Tri low_gallop_a(Sorter *s, Less less) {
    Merge *m = &s->merge;
    int64_t k = 0;
    Tri t = gallop(s, less, true, *m->b.keys, m->a.keys, m->na, 0, &k);
    if (t != YES) return t;
    copy_many(m->to, m->a, (size_t)k);
    m->to = at(m->to, k), m->a = at(m->a, k);
    m->na -= k;
    m->in_a = k;
    if (k && m->na == 1) return merged_but_b(s);
    if (m->na == 0) return merged(s); /* only if __lt__ contradicts itself */
    copy_one(m->to, m->b);
    m->to = at(m->to, 1), m->b = at(m->b, 1);
    if (--m->nb == 0) return merged(s);
    s->phase = LOW_GALLOP_B;
    return YES;
}

/* Back to one by one, with a higher bar, when galloping does not pay. */
static void gallop_again(Sorter *s, Phase one, Phase again) {
    Merge *m = &s->merge;
    if (m->in_a >= MIN_GALLOP || m->in_b >= MIN_GALLOP) {
        s->min_gallop -= s->min_gallop > 1;
        s->phase = again;
        return;
    }
    s->min_gallop++;
    m->in_a = m->in_b = 0;
    s->phase = one;
}

INLINE Tri low_gallop_b(Sorter *s, Less less) {
    Merge *m = &s->merge;
    int64_t k = 0;
    Tri t = gallop(s, less, false, *m->a.keys, m->b.keys, m->nb, 0, &k);
    if (t != YES) return t;
    copy_many(m->to, m->b, (size_t)k);
    m->to = at(m->to, k), m->b = at(m->b, k);
    m->nb -= k;
    m->in_b = k;
    if (m->nb == 0) return merged(s);
    copy_one(m->to, m->a);
    m->to = at(m->to, 1), m->a = at(m->a, 1);
    if (--m->na == 1) return merged_but_b(s);
    gallop_again(s, LOW_ONE, LOW_GALLOP_A);
    return YES;
}

INLINE Tri high_one(Sorter *s, Less less) {
    Merge m = s->merge;
    const uint32_t enough = s->min_gallop;
    while (m.in_a < enough && m.in_b < enough) {
        Tri t = less(s, *m.b.keys, *m.a.keys);
        if (!is_answer(t)) {
            s->merge = m;
            return t;
        }
        settle(s, less);
        if (t == YES) {
            copy_one(m.to, m.a);
            m.to = at(m.to, -1), m.a = at(m.a, -1);
            m.in_a++, m.in_b = 0;
            if (--m.na == 0) break;
        } else {
            copy_one(m.to, m.b);
            m.to = at(m.to, -1), m.b = at(m.b, -1);
            m.in_b++, m.in_a = 0;
            if (--m.nb == 1) break;
        }
    }
    s->merge = m;
    if (m.na == 0) return merged(s);
    if (m.nb == 1) return merged_but_a(s);
    s->phase = HIGH_GALLOP_A;
    return YES;
}

INLINE Tri high_gallop_a(Sorter *s, Less less) {
    Merge *m = &s->merge;
    int64_t k = 0;
    Tri t = gallop(s, less, true, *m->b.keys, m->first_a.keys, m->na, m->na - 1, &k);
    if (t != YES) return t;
    k = m->na - k;
    m->to = at(m->to, -k), m->a = at(m->a, -k);
    copy_many(at(m->to, 1), at(m->a, 1), (size_t)k);
    m->na -= k;
    m->in_a = k;
    if (m->na == 0) return merged(s);
    copy_one(m->to, m->b);
    m->to = at(m->to, -1), m->b = at(m->b, -1);
    if (--m->nb == 1) return merged_but_a(s);
    s->phase = HIGH_GALLOP_B;
    return YES;
}

INLINE Tri high_gallop_b(Sorter *s, Less less) {
    Merge *m = &s->merge;
    int64_t k = 0;
    Tri t = gallop(s, less, false, *m->a.keys, m->spare.keys, m->nb, m->nb - 1, &k);
    if (t != YES) return t;
    k = m->nb - k;
    m->to = at(m->to, -k), m->b = at(m->b, -k);
    copy_many(at(m->to, 1), at(m->b, 1), (size_t)k);
    m->nb -= k;
    m->in_b = k;
    if (k && m->nb == 1) return merged_but_a(s);
    if (m->nb == 0) return merged(s); /* only if __lt__ contradicts itself */
    copy_one(m->to, m->a);
    m->to = at(m->to, -1), m->a = at(m->a, -1);
    if (--m->na == 0) return merged(s);
    gallop_again(s, HIGH_ONE, HIGH_GALLOP_A);
    return YES;
}

/* --- the whole ------------------------------------------------------------------------------------- */

static uint32_t least_run(uint32_t n) {
    uint32_t odd = 0;
    while (n >= SHORT) {
        odd |= n & 1;
        n >>= 1;
    }
    return n + odd;
}

/* Begins, or goes on where it stopped. */
INLINE Tri sort_with(Sorter *s, Less less) {
    Tri t = YES;
    while (t == YES) {
        switch (s->phase) {
        case RUN_BEGINS: t = begin_run(s, less); break;
        case RUN_GOES_ON: t = extend_run(s, less); break;
        case RUN_ENDS: end_run(s); break;
        case RUN_IS_FILLED: t = fill_run(s, less); break;
        case RUN_IS_PUSHED: push_run(s); break;
        case MERGE_BEGINS: t = cut_front(s, less); break;
        case MERGE_IS_CUT: t = cut_back(s, less); break;
        case LOW_ONE: t = low_one(s, less); break;
        case LOW_GALLOP_A: t = low_gallop_a(s, less); break;
        case LOW_GALLOP_B: t = low_gallop_b(s, less); break;
        case HIGH_ONE: t = high_one(s, less); break;
        case HIGH_GALLOP_A: t = high_gallop_a(s, less); break;
        case HIGH_GALLOP_B: t = high_gallop_b(s, less); break;
        case COLLAPSE: collapse(s); break;
        case SORTED: return YES;
        }
    }
    return t;
}

/* --- by the sort of key --------------------------------------------------------------------------- */

INLINE Tri less_int(Sorter *s, Value a, Value b) {
    (void)s;
    return (int64_t)(a << 16) < (int64_t)(b << 16) ? YES : NO;
}

INLINE Tri less_float(Sorter *s, Value a, Value b) {
    (void)s;
    return as_float(a) < as_float(b) ? YES : NO;
}

INLINE Tri less_str(Sorter *s, Value a, Value b) {
    (void)s;
    return str_compare(AS(Str, a), AS(Str, b)) < 0 ? YES : NO;
}

static Tri less_any(Sorter *s, Value a, Value b) {
    return val_compare(s->vm, CMP_LT, a, b);
}

/* The next of the known answers, or C's own, or none yet. */
static Tri less_asked(Sorter *s, Value a, Value b) {
    Tri t = val_compare(s->vm, CMP_LT, a, b);
    if (t != NEEDS_PYTHON) return t;
    if (s->used < s->known) return s->answers[s->used++];
    s->asked[0] = a;
    s->asked[1] = b;
    return NEEDS_PYTHON;
}

static Tri sort_ints(Sorter *s) {
    return sort_with(s, less_int);
}

static Tri sort_floats(Sorter *s) {
    return sort_with(s, less_float);
}

static Tri sort_strs(Sorter *s) {
    return sort_with(s, less_str);
}

static Tri sort_any(Sorter *s) {
    return sort_with(s, less_any);
}

static Tri sort_asking(Sorter *s) {
    return sort_with(s, less_asked);
}

typedef enum KeyKind { KEYS_INT, KEYS_FLOAT, KEYS_STR, KEYS_ANY } KeyKind;

static KeyKind kind_of_key(VM *vm, Value v) {
    if (is_int(v)) return KEYS_INT;
    if (is_float(v)) return KEYS_FLOAT;
    return is_str(v) && as_obj(v)->cls == vm->types[T_STR] ? KEYS_STR : KEYS_ANY;
}

static KeyKind kind_of_keys(VM *vm, const Value *keys, uint32_t n) {
    KeyKind kind = kind_of_key(vm, keys[0]);
    for (uint32_t i = 1; i < n && kind != KEYS_ANY; i++)
        if (kind_of_key(vm, keys[i]) != kind) kind = KEYS_ANY;
    return kind;
}

static uint64_t cost(uint32_t n) {
    uint64_t levels = 1;
    while (n >> levels) levels++;
    return (uint64_t)n * levels / 4;
}

static void init(Sorter *s, VM *vm, Part all, uint32_t n) {
    *s = (Sorter){.vm = vm, .all = all, .n = n, .min_gallop = MIN_GALLOP, .least_run = least_run(n)};
}

/* Sorts `keys` and `values` (or keys alone) together, stably. On FAILED and NEEDS_PYTHON they
 * are some permutation of themselves. A reversed
 * sort is stable too: equal elements keep their order. */
static Tri sort_values(VM *vm, Value *keys, Value *values, uint32_t n, bool reversed) {
    static Tri (*const sorts[])(Sorter * s) = {
        [KEYS_INT] = sort_ints,
        [KEYS_FLOAT] = sort_floats,
        [KEYS_STR] = sort_strs,
        [KEYS_ANY] = sort_any,
    };
    if (n < 2) return YES;
    vm_charge(vm, cost(n));
    Sorter s;
    init(&s, vm, (Part){keys, values}, n);
    if (reversed) reverse_part(s.all, n);
    const size_t half = n / 2 + 1, size = half * (values ? 2 : 1) * sizeof(Value);
    if (n >= SHORT) {
        s.room.keys = heap_array(vm, NULL, 0, size);
        s.room.values = values ? s.room.keys + half : NULL;
    }
    Tri t = sorts[kind_of_keys(vm, keys, n)](&s);
    if (t != YES) put_back(&s);
    if (s.room.keys) heap_array(vm, s.room.keys, size, 0);
    if (reversed) reverse_part(s.all, n);
    return t;
}

/* --- lists while they are sorted ------------------------------------------------------------------ */

/* The items go to a list of our own: to the program the list looks empty, as in CPython. */
static Value take_items(VM *vm, Value list) {
    List *from = AS(List, list), *to = AS(List, list_new(vm, 0));
    *to = (List){to->obj, from->items, from->len, from->cap};
    *from = (List){from->obj, NULL, 0, 0};
    return from_obj(to);
}

/* Gives them back. V_NONE, or V_ERROR if the program put something in meanwhile; an error that
 * is there already stays. */
static Value give_items(VM *vm, Value list, Value items) {
    List *to = AS(List, list), *from = AS(List, items);
    List was = *to;
    *to = (List){to->obj, from->items, from->len, from->cap};
    *from = (List){from->obj, was.items, was.len, was.cap};
    if (vm->error != V_UNDEF) return V_ERROR;
    return was.cap ? vm_raise(vm, T_VALUE_ERROR, "list modified during sort") : V_NONE;
}

/* --- comparisons in Python --------------------------------------------------------------------------- */

/* Slots of the frame in C that asks for one comparison after the other; its result is the list. */
enum { ASK_SORTER, ASK_OWNER, ASK_VALUES, ASK_REVERSED, ASK_SLOTS };
enum { WANT_ANSWER, WANT_TRUTH, WANT_OPERATOR };            /* stages: what the result is */
enum { ROOM_KEYS, ROOM_VALUES, SORTER_KEYS, SORTER_SLOTS }; /* lists that keep alive what is on the way */

static Value blank_list(VM *vm, uint32_t n) {
    List *l = AS(List, list_new(vm, n));
    for (uint32_t i = 0; i < n; i++) l->items[i] = V_NONE;
    l->len = n;
    return from_obj(l);
}

/* The state of a sort that outlives this call. `keys` may be the values themselves. */
static Value new_sorter(VM *vm, Value keys, Value values) {
    const uint32_t n = AS(List, keys)->len, half = n / 2 + 1;
    const bool apart = keys != values;
    Record *r = AS(Record, record_new(vm, vm->types[T_OBJECT], SORTER_SLOTS));
    Sorter *s = mem_alloc(sizeof *s);
    init(s, vm, (Part){AS(List, keys)->items, apart ? AS(List, values)->items : NULL}, n);
    r->slots[SORTER_KEYS] = keys;
    r->slots[ROOM_KEYS] = blank_list(vm, half);
    r->slots[ROOM_VALUES] = apart ? blank_list(vm, half) : V_NONE;
    s->room.keys = AS(List, r->slots[ROOM_KEYS])->items;
    s->room.values = apart ? AS(List, r->slots[ROOM_VALUES])->items : NULL;
    r->payload = s;
    r->of = &plain_payload;
    return from_obj(r);
}

static Value end_asking(VM *vm, Frame *f, Sorter *s) {
    if (vm->error != V_UNDEF) put_back(s);
    if (f->slots[ASK_REVERSED] == V_TRUE) reverse_part(s->all, s->n);
    Value v = give_items(vm, f->slots[ASK_OWNER], f->slots[ASK_VALUES]);
    return v == V_ERROR ? v : f->slots[ASK_OWNER];
}

/* Asks for a < b: the class's own __lt__ at once where that decides. */
static Value ask_less(VM *vm, Frame *f, const Sorter *s) {
    Class *c = class_of(vm, s->asked[0]);
    Value lt = class_special(vm, c, SP_LT);
    if (c == class_of(vm, s->asked[1]) && is_kind(lt, KIND_FUNCTION)) {
        f->stage = WANT_ANSWER;
        return vm_tail(vm, lt, 2, s->asked);
    }
    f->stage = WANT_OPERATOR;
    return vm_twin_args(vm, TWIN_LESS, 2, s->asked);
}

static Value compare_step(VM *vm, Frame *f, Value result) {
    Sorter *s = AS(Record, f->slots[ASK_SORTER])->payload;
    if (result == V_ERROR) return end_asking(vm, f, s);
    if (result == V_NOT_IMPLEMENTED && f->stage == WANT_ANSWER) {
        f->stage = WANT_OPERATOR;
        return vm_twin_args(vm, TWIN_LESS, 2, s->asked);
    }
    if (result != V_UNDEF) {
        Tri t = val_truth(vm, result);
        if (t == FAILED) return end_asking(vm, f, s);
        if (t == NEEDS_PYTHON) {
            f->stage = WANT_TRUTH;
            return vm_twin(vm, TWIN_TRUTH, 1, result);
        }
        s->answers[s->known++] = t;
        s->used = 0;
    }
    Tri t = sort_asking(s);
    s->used = 0;
    return t == NEEDS_PYTHON ? ask_less(vm, f, s) : end_asking(vm, f, s);
}

/* Sorts the items that were taken from `owner`; the result is `owner`. */
static Value sort_in_python(VM *vm, Value owner, Value keys, Value values, Value reversed) {
    Value sorter = new_sorter(vm, keys, values);
    Sorter *s = AS(Record, sorter)->payload;
    if (reversed == V_TRUE) reverse_part(s->all, s->n);
    return vm_tail_step(vm, compare_step, ASK_SLOTS, (Value[]){sorter, owner, values, reversed});
}

/* --- with a key function ----------------------------------------------------------------------------- */

/* Slots of the frame in C that asks for the keys one after another. */
enum { KEY_FUNCTION, KEY_REVERSED, KEY_VALUES, KEY_KEYS, KEY_OWNER, KEY_SLOTS };

/* The keys are there. They are sorted in copies: if Python must compare, nothing has happened. */
static Value sort_by_keys(VM *vm, Value owner, Value values, Value keys, Value reversed) {
    const List *k = AS(List, keys), *v = AS(List, values);
    List *sorted_keys = AS(List, list_from(vm, k->items, k->len));
    Value sorted_values = list_from(vm, v->items, v->len);
    Tri t = sort_values(vm, sorted_keys->items, AS(List, sorted_values)->items, k->len, reversed == V_TRUE);
    if (t == NEEDS_PYTHON) return sort_in_python(vm, owner, keys, values, reversed);
    return give_items(vm, owner, sorted_values) == V_ERROR ? V_ERROR : owner;
}

static Value next_key(VM *vm, Frame *f, Value result) {
    List *values = AS(List, f->slots[KEY_VALUES]), *keys = AS(List, f->slots[KEY_KEYS]);
    if (f->stage == 1) return result; /* of the frame that compared */
    if (result == V_ERROR) return give_items(vm, f->slots[KEY_OWNER], f->slots[KEY_VALUES]);
    if (result != V_UNDEF) list_push(vm, keys, result);
    if (keys->len < values->len) return vm_tail(vm, f->slots[KEY_FUNCTION], 1, &values->items[keys->len]);
    f->stage = 1;
    return sort_by_keys(vm, f->slots[KEY_OWNER], from_obj(values), from_obj(keys), f->slots[KEY_REVERSED]);
}

/* --- list.sort and sorted ----------------------------------------------------------------------------- */

/* In place. NEEDS_PYTHON: the list is as it was. */
static Tri sort_at_once(VM *vm, List *l, Value reversed) {
    if (l->len < 2) return YES;
    Value copy = list_from(vm, l->items, l->len);
    Tri t = sort_values(vm, l->items, NULL, l->len, reversed == V_TRUE);
    if (t == NEEDS_PYTHON) memcpy(l->items, AS(List, copy)->items, l->len * sizeof(Value));
    return t;
}

static Value sort_plain(VM *vm, Value list, Value reversed) {
    Tri t = sort_at_once(vm, AS(List, list), reversed);
    if (t != NEEDS_PYTHON) return t == YES ? list : V_ERROR;
    Value items = take_items(vm, list);
    return sort_in_python(vm, list, items, items, reversed);
}

/* reverse= is an int; V_ERROR with a complaint if it is none. */
static Value reversed_flag(VM *vm, Value v) {
    int64_t i;
    if (v == V_UNDEF) return V_FALSE;
    if (int_clamped(v, &i)) return from_bool(i != 0);
    return vm_raise(vm, T_TYPE_ERROR, "'%s' object cannot be interpreted as an integer", type_name(vm, v));
}

/* Sorts the list and gives it: at once, V_ERROR or V_TAIL. */
static Value sort_any_list(VM *vm, Value list, Value key, Value reverse_arg) {
    Value reversed = reversed_flag(vm, reverse_arg);
    if (reversed == V_ERROR) return reversed;
    if (key == V_UNDEF || key == V_NONE) return sort_plain(vm, list, reversed);
    Value values = take_items(vm, list);
    Value slots[KEY_SLOTS] = {key, reversed, values, list_new(vm, AS(List, values)->len), list};
    return vm_tail_step(vm, next_key, KEY_SLOTS, slots);
}

/* list.sort gives None whatever comes of the frames that did the work. */
static Value drop_result(VM *vm, Frame *f, Value result) {
    if (result == V_UNDEF) return sort_any_list(vm, f->slots[0], f->slots[1], f->slots[2]);
    return result == V_ERROR ? result : V_NONE;
}

typedef struct Options {
    Value key, reverse; /* V_UNDEF if not given */
} Options;

static bool read_options(VM *vm, Value keywords, Options *out) {
    *out = (Options){V_UNDEF, V_UNDEF};
    if (keywords == V_UNDEF) return true;
    uint32_t i = 0;
    for (DictEntry *e; (e = dict_next(AS(Dict, keywords), &i));) {
        Str *name = AS(Str, e->key);
        if (str_is(name, "key")) {
            out->key = e->value;
        } else if (str_is(name, "reverse")) {
            out->reverse = e->value;
        } else {
            Buf b = {0};
            str_to_utf8(name, &b);
            vm_raise(vm, T_TYPE_ERROR, "'%s' is an invalid keyword argument for sort()", buf_cstr(&b));
            buf_deinit(&b);
            return false;
        }
    }
    return true;
}

Value sort_list(VM *vm, Value *args, int n) {
    Options o;
    if (n > 1) return vm_raise(vm, T_TYPE_ERROR, "sort() takes no positional arguments");
    if (!read_options(vm, args[1], &o)) return V_ERROR;
    if (o.key == V_UNDEF || o.key == V_NONE) {
        Value reversed = reversed_flag(vm, o.reverse);
        if (reversed == V_ERROR) return reversed;
        Tri t = sort_at_once(vm, AS(List, args[0]), reversed);
        if (t != NEEDS_PYTHON) return t == YES ? V_NONE : V_ERROR;
    }
    return vm_tail_step(vm, drop_result, 3, (Value[]){args[0], o.key, o.reverse});
}

Value sort_sorted(VM *vm, Value *args, int n) {
    Options o;
    if (n != 1) return vm_raise(vm, T_TYPE_ERROR, "sorted expected 1 argument, got %d", n);
    if (!iter_is_iterable(vm, args[0]))
        return vm_raise(vm, T_TYPE_ERROR, "'%s' object is not iterable", type_name(vm, args[0]));
    if (!read_options(vm, args[1], &o)) return V_ERROR;
    if (!iter_is_native(vm, args[0])) {
        Value reversed = reversed_flag(vm, o.reverse);
        if (reversed == V_ERROR) return reversed;
        return vm_twin(vm, TWIN_SORTED, 3, args[0], o.key == V_UNDEF ? V_NONE : o.key, reversed);
    }
    Value list = iter_to_list(vm, args[0]);
    return list == V_ERROR ? list : sort_any_list(vm, list, o.key, o.reverse);
}
