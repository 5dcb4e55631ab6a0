/* The class random.Random and its methods, on the Mersenne Twister.
 *
 * A class of the program may bring a random() or getrandbits() of its own: the methods here then
 * leave the work to src/pylib/random.py, which asks these. So they do, before anything is drawn,
 * with arguments that are no plain numbers or sequences. */
#include "lib/lib.h"
#include "lib/sha512.h"
#include "lib/twister.h"
#include "vm/num.h"

#include <math.h>

enum { SLOT_GAUSS_NEXT, SLOTS }; /* the second of a pair of gauss(), or None */
enum { STATE_VERSION = 3 };

typedef struct RandomState {
    uint64_t unseeded; /* generators seeded with nothing so far */
} RandomState;

static Twister *twister_of(Value self) {
    return AS(Record, self)->payload;
}

/* --- what C leaves to Python ------------------------------------------------------------------ */

static bool is_native(VM *vm, Class *c, const char *name) {
    Value f = class_lookup(vm, c, str_intern(vm, name, strlen(name)));
    return is_kind(f, KIND_NATIVE);
}

/* Whether the numbers come from the twister, as they do unless a subclass overrides. */
static bool is_standard(VM *vm, Value self) {
    Class *c = class_of(vm, self);
    if (c->flags & CLASS_BUILTIN) return true;
    return is_native(vm, c, "random") && is_native(vm, c, "getrandbits") && is_native(vm, c, "_randbelow");
}

static Value in_python(VM *vm, const char *name, Value *args, int n) {
    for (int i = 0; i < n; i++) {
        if (args[i] == V_UNDEF) args[i] = V_NONE;
    }
    return vm_twin(vm, TWIN_RANDOM, 2, str_from(vm, name), tuple_from(vm, args, (uint32_t)n));
}

static bool is_plain_number(Value v) {
    return is_float(v) || is_int(v) || is_bool(v) || is_bigint(v);
}

/* --- seeding ------------------------------------------------------------------------------------ */

static void seed_with_mpz(Twister *t, mpz_srcptr z) {
    size_t n = (mpz_sizeinbase(z, 2) + 31) / 32;
    uint32_t *key = mem_zalloc((n + 1) * sizeof *key);
    mpz_export(key, NULL, -1, sizeof *key, 0, 0, z);
    twister_seed(t, key, n ? n : 1);
    mem_free(key);
}

static void seed_with_u64(Twister *t, uint64_t seed) {
    uint32_t key[] = {(uint32_t)seed, (uint32_t)(seed >> 32)};
    twister_seed(t, key, key[1] ? 2 : 1);
}

/* With nothing: the first generator from the run's own seed, the others from that and a count. */
static void seed_afresh(VM *vm, Twister *t) {
    RandomState *state = vm_state(vm, STATE_RANDOM, sizeof *state);
    uint64_t seed = vm_host(vm)->seed, count = state->unseeded++;
    uint32_t key[] = {(uint32_t)seed, (uint32_t)(seed >> 32), (uint32_t)count, (uint32_t)(count >> 32)};
    if (count == 0) seed_with_u64(t, seed);
    else twister_seed(t, key, 4);
}

/* The text and its digest behind it, as one great number. */
static void seed_with_text(Twister *t, const unsigned char *text, size_t len) {
    Buf bytes = {0};
    unsigned char digest[SHA512_SIZE];
    mpz_t z;
    sha512(text, len, digest);
    if (len) buf_add(&bytes, text, len);
    buf_add(&bytes, digest, sizeof digest);
    mpz_init(z);
    mpz_import(z, bytes.len, 1, 1, 0, 0, bytes.data);
    seed_with_mpz(t, z);
    mpz_clear(z);
    buf_deinit(&bytes);
}

/* As Python 2 did it; `data` are code points of Latin-1 or more. */
static uint64_t old_text_seed(Value text) {
    uint32_t n = is_str(text) ? AS(Str, text)->len : AS(Bytes, text)->len;
    uint64_t x = 0;
    for (uint32_t i = 0; i < n; i++) {
        uint64_t c = is_str(text) ? str_at(AS(Str, text), i) : AS(Bytes, text)->data[i];
        if (i == 0) x = c << 7;
        x = 1000003 * x ^ c;
    }
    return x ^ n;
}

static bool seed_with(VM *vm, Twister *t, Value seed, Value version) {
    if (seed == V_UNDEF || is_none(seed)) {
        seed_afresh(vm, t);
    } else if (int_is(seed)) {
        IntView room;
        seed_with_mpz(t, int_view(num_plain(seed), &room));
    } else if (float_is(seed)) {
        seed_with_u64(t, num_hash(seed));
    } else if ((is_str(seed) || is_kind(seed, KIND_BYTES)) && version == from_small(1)) {
        seed_with_u64(t, old_text_seed(seed));
    } else if (is_str(seed)) {
        Buf utf8 = {0};
        str_to_utf8(AS(Str, seed), &utf8);
        seed_with_text(t, (const unsigned char *)utf8.data, utf8.len);
        buf_deinit(&utf8);
    } else if (is_kind(seed, KIND_BYTES)) {
        seed_with_text(t, AS(Bytes, seed)->data, AS(Bytes, seed)->len);
    } else {
        vm_raise(vm, T_TYPE_ERROR,
                 "The only supported seed types are: None,\n"
                 "int, float, str, bytes, and bytearray.");
        return false;
    }
    return true;
}

static Value random_seed(VM *vm, Value *args, int n) {
    (void)n;
    if (!seed_with(vm, twister_of(args[0]), args[1], args[2])) return V_ERROR;
    AS(Record, args[0])->slots[SLOT_GAUSS_NEXT] = V_NONE;
    return V_NONE;
}

static Value random_construct(VM *vm, Value *args, int n) {
    (void)n;
    Class *c = AS(Class, args[0]);
    Value self = record_new(vm, c, SLOTS);
    Record *r = AS(Record, self);
    r->payload = mem_zalloc(sizeof(Twister));
    r->of = &plain_payload;
    seed_with_u64(r->payload, 0);
    Value given = args[1] == V_UNDEF ? V_NONE : args[1];
    if (!is_native(vm, c, "seed")) return vm_twin(vm, TWIN_RANDOM_MADE, 2, self, given);
    return seed_with(vm, r->payload, given, V_UNDEF) ? self : V_ERROR;
}

/* For a subclass with an __init__ that calls this one. */
static Value random_init(VM *vm, Value *args, int n) {
    (void)n;
    Value given = args[1] == V_UNDEF ? V_NONE : args[1];
    if (!is_native(vm, class_of(vm, args[0]), "seed")) return in_python(vm, "__init__", args, 2);
    AS(Record, args[0])->slots[SLOT_GAUSS_NEXT] = V_NONE;
    return seed_with(vm, twister_of(args[0]), given, V_UNDEF) ? V_NONE : V_ERROR;
}

/* --- state ---------------------------------------------------------------------------------------- */

static Value random_getstate(VM *vm, Value *args, int n) {
    (void)n;
    const Twister *t = twister_of(args[0]);
    Value words = tuple_new(vm, TWISTER_WORDS + 1);
    for (int i = 0; i < TWISTER_WORDS; i++) AS(Tuple, words)->items[i] = from_small(t->words[i]);
    AS(Tuple, words)->items[TWISTER_WORDS] = from_small(t->next);
    Value state[] = {from_small(STATE_VERSION), words, AS(Record, args[0])->slots[SLOT_GAUSS_NEXT]};
    return tuple_from(vm, state, 3);
}

static Value set_words(VM *vm, Twister *t, Value state) {
    if (!is_tuple(state)) return vm_raise(vm, T_TYPE_ERROR, "state vector must be a tuple");
    const Tuple *words = AS(Tuple, state);
    if (words->len != TWISTER_WORDS + 1) return vm_raise(vm, T_VALUE_ERROR, "state vector is the wrong size");
    Twister made;
    int64_t word;
    for (int i = 0; i <= TWISTER_WORDS; i++) {
        if (index_arg(vm, words->items[i], true, &word) != YES) return V_ERROR;
        if (i < TWISTER_WORDS) made.words[i] = (uint32_t)word;
    }
    if (word < 0 || word > TWISTER_WORDS) return vm_raise(vm, T_VALUE_ERROR, "invalid state");
    made.next = (uint32_t)word;
    *t = made;
    return V_NONE;
}

static Value random_setstate(VM *vm, Value *args, int n) {
    (void)n;
    const Tuple *state = is_tuple(args[1]) ? AS(Tuple, args[1]) : NULL;
    if (!state || state->len != 3 || state->items[0] != from_small(STATE_VERSION)) {
        return in_python(vm, "setstate", args, 2);
    }
    if (set_words(vm, twister_of(args[0]), state->items[1]) == V_ERROR) return V_ERROR;
    AS(Record, args[0])->slots[SLOT_GAUSS_NEXT] = state->items[2];
    return V_NONE;
}

/* --- bits and ints ----------------------------------------------------------------------------------- */

static Value random_random(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return from_float(twister_double(twister_of(args[0])));
}

/* Words of 32 bits from the least up, the last cut to what is left. */
static void draw_bits(Twister *t, mpz_t out, uint64_t bits) {
    size_t count = (size_t)((bits + 31) / 32);
    uint32_t *words = mem_alloc(count * sizeof *words);
    for (size_t i = 0; i < count; i++) {
        words[i] = (uint32_t)twister_bits(t, bits < 32 ? (int)bits : 32);
        bits -= bits < 32 ? bits : 32;
    }
    mpz_import(out, count, -1, sizeof *words, 0, 0, words);
    mem_free(words);
}

static Value bits_of(VM *vm, Twister *t, int64_t bits) {
    if (bits == 0) return from_small(0);
    if (bits <= 64) return int_from_u64(vm, twister_bits(t, (int)bits));
    if (!heap_can_hold(vm, (size_t)bits / 4)) return V_ERROR;
    vm_charge(vm, (uint64_t)bits / 32);
    BigInt *b = int_big(vm);
    draw_bits(t, b->z, (uint64_t)bits);
    return int_settle(vm, b);
}

static Value random_getrandbits(VM *vm, Value *args, int n) {
    (void)n;
    int64_t bits;
    Tri ok = index_arg(vm, args[1], false, &bits);
    if (ok == NEEDS_PYTHON) return in_python(vm, "getrandbits", args, 2);
    if (ok != YES) return V_ERROR;
    if (bits < 0) return vm_raise(vm, T_VALUE_ERROR, "number of bits must be non-negative");
    return bits_of(vm, twister_of(args[0]), bits);
}

static Value random_randbytes(VM *vm, Value *args, int n) {
    (void)n;
    int64_t count;
    if (!is_standard(vm, args[0]) || !int_is(args[1])) return in_python(vm, "randbytes", args, 2);
    if (index_arg(vm, args[1], false, &count) != YES) return V_ERROR;
    if (count < 0) return vm_raise(vm, T_VALUE_ERROR, "number of bits must be non-negative");
    if (!heap_can_hold(vm, (size_t)count)) return V_ERROR;
    Buf bytes = {0};
    Twister *t = twister_of(args[0]);
    for (int64_t left = count; left > 0; left -= 4) {
        uint32_t word = (uint32_t)twister_bits(t, left < 4 ? (int)left * 8 : 32);
        for (int i = 0; i < 4 && i < left; i++) buf_addc(&bytes, (char)(word >> 8 * i));
    }
    Value result = bytes_new(vm, bytes.data, bytes.len);
    buf_deinit(&bytes);
    return result;
}

/* In [0, n) for a plain int n > 0. */
static Value below(VM *vm, Twister *t, Value n) {
    int64_t limit;
    if (int_fits_i64(n, &limit)) return int_from_u64(vm, twister_below(t, (uint64_t)limit));
    size_t bits = int_bits(n);
    BigInt *b = int_big(vm);
    do draw_bits(t, b->z, bits);
    while (mpz_cmp(b->z, AS(BigInt, n)->z) >= 0);
    return int_settle(vm, b);
}

static Value random_randbelow(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_standard(vm, args[0]) || !int_is(args[1]) || int_sign(num_plain(args[1])) <= 0) {
        return in_python(vm, "_randbelow", args, 2);
    }
    return below(vm, twister_of(args[0]), num_plain(args[1]));
}

/* start + below(width), or the words for an empty range. */
static Value in_range(VM *vm, Twister *t, Value start, Value stop) {
    Value width = int_binary(vm, BIN_SUB, stop, start);
    if (int_sign(width) <= 0) {
        Buf a = {0}, b = {0}, c = {0};
        Value r = V_ERROR;
        if (int_to_decimal(vm, start, &a) && int_to_decimal(vm, stop, &b) && int_to_decimal(vm, width, &c)) {
            r = vm_raise(vm, T_VALUE_ERROR, "empty range for randrange() (%s, %s, %s)", buf_cstr(&a),
                         buf_cstr(&b), buf_cstr(&c));
        }
        buf_deinit(&a), buf_deinit(&b), buf_deinit(&c);
        return r;
    }
    return int_binary(vm, BIN_ADD, start, below(vm, t, width));
}

static Value in_stepped_range(VM *vm, Twister *t, Value start, Value stop, Value step) {
    int sign = int_sign(step);
    if (sign == 0) return vm_raise(vm, T_VALUE_ERROR, "zero step for randrange()");
    Value width = int_binary(vm, BIN_SUB, stop, start);
    Value most = int_binary(vm, BIN_ADD, width, int_binary(vm, BIN_SUB, step, from_small(sign)));
    Value count = int_binary(vm, BIN_FLOORDIV, most, step);
    if (int_sign(count) <= 0) return vm_raise(vm, T_VALUE_ERROR, "empty range for randrange()");
    return int_binary(vm, BIN_ADD, start, int_binary(vm, BIN_MUL, step, below(vm, t, count)));
}

static Value random_randrange(VM *vm, Value *args, int n) {
    bool ints = true;
    for (int i = 1; i < n; i++) ints = ints && int_is(args[i]);
    if (!ints || !is_standard(vm, args[0])) return in_python(vm, "randrange", args, n);
    Twister *t = twister_of(args[0]);
    Value start = num_plain(args[1]);
    if (n == 2) {
        if (int_sign(start) > 0) return below(vm, t, start);
        return vm_raise(vm, T_VALUE_ERROR, "empty range for randrange()");
    }
    Value stop = num_plain(args[2]);
    if (n == 3 || num_plain(args[3]) == from_small(1)) return in_range(vm, t, start, stop);
    return in_stepped_range(vm, t, start, stop, num_plain(args[3]));
}

static Value random_randint(VM *vm, Value *args, int n) {
    (void)n;
    if (!int_is(args[1]) || !int_is(args[2]) || !is_standard(vm, args[0]))
        return in_python(vm, "randint", args, 3);
    Value stop = int_binary(vm, BIN_ADD, num_plain(args[2]), from_small(1));
    return in_range(vm, twister_of(args[0]), num_plain(args[1]), stop);
}

/* --- sequences ------------------------------------------------------------------------------------------ */

/* A sequence of a built-in kind whose length and items C can tell. */
static bool is_plain_sequence(VM *vm, Value v) {
    if (!is_obj(v) || !(class_of(vm, v)->flags & CLASS_BUILTIN)) return false;
    return is_list(v) || is_tuple(v) || is_str(v) || is_kind(v, KIND_RANGE) || is_kind(v, KIND_BYTES);
}

static Value random_choice(VM *vm, Value *args, int n) {
    (void)n;
    int64_t len;
    if (!is_standard(vm, args[0]) || !is_plain_sequence(vm, args[1])) return in_python(vm, "choice", args, 2);
    if (val_len(vm, args[1], &len) != YES) return V_ERROR;
    if (len == 0) return vm_raise(vm, T_INDEX_ERROR, "Cannot choose from an empty sequence");
    uint64_t i = twister_below(twister_of(args[0]), (uint64_t)len);
    if (is_list(args[1])) return AS(List, args[1])->items[i];
    if (is_tuple(args[1])) return AS(Tuple, args[1])->items[i];
    return obj_getitem(vm, args[1], int_from_u64(vm, i));
}

static Value random_shuffle(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_standard(vm, args[0]) || !is_exact(vm, args[1], T_LIST)) return in_python(vm, "shuffle", args, 2);
    Twister *t = twister_of(args[0]);
    List *list = AS(List, args[1]);
    vm_charge(vm, list->len);
    for (uint32_t i = list->len; i-- > 1;) {
        uint64_t j = twister_below(t, (uint64_t)i + 1);
        Value v = list->items[i];
        list->items[i] = list->items[j];
        list->items[j] = v;
    }
    return V_NONE;
}

/* Above this many a set of `k` takes less room than a list of all: CPython's own measure, as
 * it decides which numbers are drawn. */
static double set_is_smaller_from(int64_t k) {
    double size = 21;
    if (k > 5) size += pow(4, ceil(log((double)k * 3) / log(4)));
    return size;
}

static void sample_from_pool(Twister *t, Value pool, List *out, int64_t k) {
    Value *items = AS(List, pool)->items;
    uint32_t n = AS(List, pool)->len;
    for (uint32_t i = 0; i < (uint32_t)k; i++) {
        uint64_t j = twister_below(t, n - i);
        out->items[i] = items[j];
        items[j] = items[n - i - 1];
    }
}

/* Adds to an open-addressed table of numbers + 1; false if it is there already. */
static bool select_once(uint64_t *table, uint64_t mask, uint64_t j) {
    uint64_t slot = j * 0x9E3779B97F4A7C15u >> 20 & mask;
    while (table[slot]) {
        if (table[slot] == j + 1) return false;
        slot = (slot + 1) & mask;
    }
    table[slot] = j + 1;
    return true;
}

static bool sample_by_draws(VM *vm, Twister *t, Value population, uint64_t n, List *out, int64_t k) {
    uint64_t size = 16;
    while (size < (uint64_t)k * 2) size *= 2;
    uint64_t *table = mem_zalloc(size * sizeof *table);
    bool ok = true;
    for (int64_t i = 0; i < k && ok; i++) {
        uint64_t j;
        do j = twister_below(t, n);
        while (!select_once(table, size - 1, j));
        out->items[i] = obj_getitem(vm, population, int_from_u64(vm, j));
        ok = out->items[i] != V_ERROR;
    }
    mem_free(table);
    return ok;
}

static Value random_sample(VM *vm, Value *args, int n) {
    (void)n;
    int64_t len, k;
    bool counted = args[3] != V_UNDEF && !is_none(args[3]);
    if (!is_standard(vm, args[0]) || !is_plain_sequence(vm, args[1]) || !int_is(args[2]) || counted) {
        return in_python(vm, "sample", args, 4);
    }
    if (val_len(vm, args[1], &len) != YES) return V_ERROR;
    int_clamped(args[2], &k);
    if (k < 0 || k > len) return vm_raise(vm, T_VALUE_ERROR, "Sample larger than population or is negative");
    if (!heap_can_hold(vm, (size_t)k * sizeof(Value))) return V_ERROR;
    Value result = list_new(vm, (uint32_t)k);
    List *out = AS(List, result);
    for (int64_t i = 0; i < k; i++) list_push(vm, out, V_NONE);
    vm_charge(vm, (uint64_t)k);
    Twister *t = twister_of(args[0]);
    if ((double)len > set_is_smaller_from(k)) {
        return sample_by_draws(vm, t, args[1], (uint64_t)len, out, k) ? result : V_ERROR;
    }
    Value pool = iter_to_list(vm, args[1]);
    if (pool == args[1] || is_tuple(pool))
        pool = list_from(vm, is_list(pool) ? AS(List, pool)->items : AS(Tuple, pool)->items, (uint32_t)len);
    if (pool == V_ERROR) return V_ERROR;
    sample_from_pool(t, pool, out, k);
    return result;
}

/* --- choices ------------------------------------------------------------------------------------------------ */

static bool all_numbers(Value v, const Value **items, uint32_t *n) {
    if (!is_list(v) && !is_tuple(v)) return false;
    *items = is_list(v) ? AS(List, v)->items : AS(Tuple, v)->items;
    *n = is_list(v) ? AS(List, v)->len : AS(Tuple, v)->len;
    for (uint32_t i = 0; i < *n; i++) {
        if (!is_plain_number((*items)[i])) return false;
    }
    return true;
}

static Value item_at(VM *vm, Value sequence, uint64_t i) {
    if (is_list(sequence)) return AS(List, sequence)->items[i];
    if (is_tuple(sequence)) return AS(Tuple, sequence)->items[i];
    return obj_getitem(vm, sequence, int_from_u64(vm, i));
}

static Value choices_evenly(VM *vm, Twister *t, Value population, int64_t len, int64_t k) {
    if (len == 0 && k > 0)
        return vm_raise(vm, T_INDEX_ERROR, "%s index out of range",
                        is_str(population) ? "string" : type_name(vm, population));
    Value result = list_new(vm, (uint32_t)k);
    for (int64_t i = 0; i < k; i++) {
        Value v = item_at(vm, population, (uint64_t)floor(twister_double(t) * (double)len));
        if (v == V_ERROR) return V_ERROR;
        list_push(vm, AS(List, result), v);
    }
    return result;
}

/* The first place whose cumulated weight is above `point`, the last one at most. */
static uint32_t place_of(const Value *cumulated, uint32_t last, double point) {
    uint32_t low = 0, high = last;
    while (low < high) {
        uint32_t middle = (low + high) / 2;
        if (num_compare(CMP_LT, from_float(point), cumulated[middle])) high = middle;
        else low = middle + 1;
    }
    return low;
}

static Value choices_weighted(VM *vm, Twister *t, Value population, int64_t len, Value weights, int64_t k) {
    const Value *cumulated;
    uint32_t n;
    double total;
    all_numbers(weights, &cumulated, &n);
    if (n != len) return vm_raise(vm, T_VALUE_ERROR, "The number of weights does not match the population");
    if (n == 0) return vm_raise(vm, T_INDEX_ERROR, "list index out of range");
    if (!num_to_double(vm, cumulated[n - 1], &total)) return V_ERROR;
    if (total <= 0.0) return vm_raise(vm, T_VALUE_ERROR, "Total of weights must be greater than zero");
    if (!isfinite(total)) return vm_raise(vm, T_VALUE_ERROR, "Total of weights must be finite");
    Value result = list_new(vm, (uint32_t)k);
    for (int64_t i = 0; i < k; i++) {
        Value v = item_at(vm, population, place_of(cumulated, n - 1, twister_double(t) * total));
        if (v == V_ERROR) return V_ERROR;
        list_push(vm, AS(List, result), v);
    }
    return result;
}

static Value cumulate(VM *vm, Value weights) {
    const Value *items;
    uint32_t n;
    all_numbers(weights, &items, &n);
    Value result = list_new(vm, n), sum = V_UNDEF;
    for (uint32_t i = 0; i < n; i++) {
        sum = i == 0 ? items[0] : num_binary(vm, BIN_ADD, sum, items[i]);
        if (sum == V_ERROR) return V_ERROR;
        list_push(vm, AS(List, result), sum);
    }
    return result;
}

/* choices(self, population, weights, cum_weights, k) */
static Value random_choices(VM *vm, Value *args, int n) {
    (void)n;
    bool weighted = args[2] != V_UNDEF && !is_none(args[2]);
    bool cumulated = args[3] != V_UNDEF && !is_none(args[3]);
    const Value *items;
    uint32_t count;
    int64_t len, k = 1;
    if (args[4] == V_UNDEF) args[4] = from_small(1);
    if (!is_standard(vm, args[0]) || !is_plain_sequence(vm, args[1]) || !int_is(args[4]) ||
        (weighted && (cumulated || !all_numbers(args[2], &items, &count))) ||
        (cumulated && !all_numbers(args[3], &items, &count))) {
        return in_python(vm, "choices", args, 5);
    }
    if (val_len(vm, args[1], &len) != YES || index_arg(vm, args[4], false, &k) != YES) return V_ERROR;
    if (k < 0) k = 0;
    if (!heap_can_hold(vm, (size_t)k * sizeof(Value))) return V_ERROR;
    vm_charge(vm, (uint64_t)k);
    Twister *t = twister_of(args[0]);
    if (!weighted && !cumulated) return choices_evenly(vm, t, args[1], len, k);
    Value weights = cumulated ? args[3] : cumulate(vm, args[2]);
    return weights == V_ERROR ? V_ERROR : choices_weighted(vm, t, args[1], len, weights, k);
}

/* --- real distributions ---------------------------------------------------------------------------------------- */

static Value plus_scaled(VM *vm, Value offset, Value scale, double z) {
    Value scaled = num_binary(vm, BIN_MUL, from_float(z), scale);
    return scaled == V_ERROR ? V_ERROR : num_binary(vm, BIN_ADD, offset, scaled);
}

static Value random_uniform(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_standard(vm, args[0]) || !is_plain_number(args[1]) || !is_plain_number(args[2])) {
        return in_python(vm, "uniform", args, 3);
    }
    Value width = num_binary(vm, BIN_SUB, args[2], args[1]);
    if (width == V_ERROR) return V_ERROR;
    return plus_scaled(vm, args[1], width, twister_double(twister_of(args[0])));
}

/* mu and sigma, or their defaults; false if Python is to compute. */
static bool location(VM *vm, Value *args) {
    if (args[1] == V_UNDEF) args[1] = from_float(0.0);
    if (args[2] == V_UNDEF) args[2] = from_float(1.0);
    return is_standard(vm, args[0]) && is_plain_number(args[1]) && is_plain_number(args[2]);
}

static Value random_normalvariate(VM *vm, Value *args, int n) {
    (void)n;
    if (!location(vm, args)) return in_python(vm, "normalvariate", args, 3);
    Twister *t = twister_of(args[0]);
    const double magic = 4 * exp(-0.5) / sqrt(2.0);
    double z, u1, u2;
    do {
        u1 = twister_double(t);
        u2 = 1.0 - twister_double(t);
        z = magic * (u1 - 0.5) / u2;
    } while (!(z * z / 4.0 <= -log(u2)));
    return plus_scaled(vm, args[1], args[2], z);
}

static Value random_gauss(VM *vm, Value *args, int n) {
    (void)n;
    if (!location(vm, args)) return in_python(vm, "gauss", args, 3);
    const double two_pi = 2.0 * 3.141592653589793;
    Twister *t = twister_of(args[0]);
    Value *next = &AS(Record, args[0])->slots[SLOT_GAUSS_NEXT];
    double z;
    if (is_float(*next)) {
        z = as_float(*next);
        *next = V_NONE;
    } else {
        double angle = twister_double(t) * two_pi;
        double radius = sqrt(-2.0 * log(1.0 - twister_double(t)));
        z = cos(angle) * radius;
        *next = from_float(sin(angle) * radius);
    }
    return plus_scaled(vm, args[1], args[2], z);
}

static Value random_expovariate(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_standard(vm, args[0]) || !is_plain_number(args[1])) return in_python(vm, "expovariate", args, 2);
    return num_binary(vm, BIN_DIV, from_float(-log(1.0 - twister_double(twister_of(args[0])))), args[1]);
}

/* gauss_next as an attribute, for random.py. */
static Value gauss_next(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return AS(Record, args[0])->slots[SLOT_GAUSS_NEXT];
}

static Value set_gauss_next(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    AS(Record, args[0])->slots[SLOT_GAUSS_NEXT] = args[1];
    return V_NONE;
}

/* --- the module ---------------------------------------------------------------------------------------------------- */

static const NativeDef construct = {"Random", random_construct, 1, 2, 0, "cls, x"};

static const NativeDef methods[] = {
    {"__init__", random_init, 1, 2, NF_SELF, "self, x"},
    {"seed", random_seed, 1, 3, NF_SELF, "self, a, version"},
    {"getstate", random_getstate, 1, 1, NF_SELF, NULL},
    {"setstate", random_setstate, 2, 2, NF_SELF, "self, state"},
    {"random", random_random, 1, 1, NF_SELF, NULL},
    {"getrandbits", random_getrandbits, 2, 2, NF_SELF, NULL},
    {"randbytes", random_randbytes, 2, 2, NF_SELF, "self, n"},
    {"_randbelow", random_randbelow, 2, 2, NF_SELF, "self, n"},
    {"randrange", random_randrange, 2, 4, NF_SELF, "self, start, stop, step"},
    {"randint", random_randint, 3, 3, NF_SELF, "self, a, b"},
    {"choice", random_choice, 2, 2, NF_SELF, "self, seq"},
    {"shuffle", random_shuffle, 2, 2, NF_SELF, "self, x"},
    {"sample", random_sample, 3, 4, NF_SELF, "self, population, k, *, counts"},
    {"choices", random_choices, 2, 5, NF_SELF, "self, population, weights, *, cum_weights, k"},
    {"uniform", random_uniform, 3, 3, NF_SELF, "self, a, b"},
    {"normalvariate", random_normalvariate, 1, 3, NF_SELF, "self, mu, sigma"},
    {"gauss", random_gauss, 1, 3, NF_SELF, "self, mu, sigma"},
    {"expovariate", random_expovariate, 2, 2, NF_SELF, "self, lambd"},
    {"gauss_next", gauss_next, 1, 1, NF_SELF | NF_GETTER, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

/* add(cls, name, function): a method of random.py for the class that is made here. */
static Value add_method(VM *vm, Value *args, int n) {
    (void)n;
    class_set(vm, AS(Class, args[0]), AS(Str, args[1]), args[2]);
    return V_NONE;
}

static const NativeDef functions[] = {
    {"add", add_method, 3, 3, 0, NULL},
    {"set_gauss_next", set_gauss_next, 2, 2, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static void init(VM *vm, ModuleObj *m) {
    Class *c =
        class_define(vm, "random", "Random", class_get(vm, T_OBJECT), KIND_RECORD, &construct, methods);
    class_add_value(vm, c, "VERSION", from_small(STATE_VERSION));
    module_set(vm, m, "Random", from_obj(c));
}

const ModuleDef random_module = {.name = "_random", .functions = functions, .init = init, .internal = true};
