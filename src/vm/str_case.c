/* str and bytes: upper and lower case, and the questions about characters (isalpha …).
 * Bytes are ASCII to these methods: what is above is no letter. */
#include "vm/str_methods.h"
#include "vm/unicode.h"

/* --- mapping ---------------------------------------------------------------------------- */

typedef enum CaseOp { CASE_LOWER, CASE_UPPER, CASE_FOLD, CASE_SWAP, CASE_CAPITALIZE, CASE_TITLE } CaseOp;

enum { CAPITAL_SIGMA = 0x3A3, SMALL_SIGMA = 0x3C3, FINAL_SIGMA = 0x3C2 };

/* A capital sigma ends a word, and looks otherwise then, if a letter stands before it and
 * none behind; marks between are looked through. */
static bool ends_word(const Text *t, uint32_t i) {
    uint32_t before = i, after = i + 1;
    while (before > 0 && uni_is_case_ignored(text_at(t, before - 1))) before--;
    if (before == 0 || !uni_is_cased(text_at(t, before - 1))) return false;
    while (after < t->len && uni_is_case_ignored(text_at(t, after))) after++;
    return after == t->len || !uni_is_cased(text_at(t, after));
}

static int lower_at(const Text *t, uint32_t i, uint32_t *out) {
    uint32_t c = text_at(t, i);
    if (c != CAPITAL_SIGMA) return uni_map(TO_LOWER, c, out);
    *out = ends_word(t, i) ? FINAL_SIGMA : SMALL_SIGMA;
    return 1;
}

static int swap_at(const Text *t, uint32_t i, uint32_t *out) {
    uint32_t c = text_at(t, i);
    if (uni_is_upper(c)) return lower_at(t, i, out);
    *out = c;
    return uni_is_lower(c) ? uni_map(TO_UPPER, c, out) : 1;
}

static int map_at(CaseOp op, const Text *t, uint32_t i, bool in_word, uint32_t *out) {
    switch (op) {
    case CASE_LOWER: return lower_at(t, i, out);
    case CASE_UPPER: return uni_map(TO_UPPER, text_at(t, i), out);
    case CASE_FOLD: return uni_map(TO_FOLDED, text_at(t, i), out);
    case CASE_SWAP: return swap_at(t, i, out);
    case CASE_CAPITALIZE: return i == 0 ? uni_map(TO_TITLE, text_at(t, i), out) : lower_at(t, i, out);
    case CASE_TITLE: return in_word ? lower_at(t, i, out) : uni_map(TO_TITLE, text_at(t, i), out);
    }
    return 0;
}

static Value map_wide(VM *vm, const Text *t, CaseOp op) {
    if (!heap_can_hold(vm, (size_t)t->len * sizeof(uint32_t))) return V_ERROR;
    Buf *b = text_borrow(vm);
    uint32_t points[CASE_MOST];
    bool in_word = false;
    for (uint32_t i = 0; i < t->len; i++) {
        int n = map_at(op, t, i, in_word, points);
        buf_add(b, points, (size_t)n * sizeof *points);
        if (op == CASE_TITLE) in_word = uni_is_cased(text_at(t, i));
    }
    Value v = str_from_span(vm, (const unsigned char *)b->data, 4, b->len / 4);
    text_return(vm, b);
    return v;
}

static bool is_ascii_lower(uint32_t c) {
    return c >= 'a' && c <= 'z';
}
static bool is_ascii_upper(uint32_t c) {
    return c >= 'A' && c <= 'Z';
}

static unsigned char map_ascii_at(CaseOp op, unsigned char c, bool first, bool in_word) {
    bool upper = op == CASE_UPPER || (op == CASE_CAPITALIZE && first) || (op == CASE_TITLE && !in_word) ||
                 (op == CASE_SWAP && is_ascii_lower(c));
    if (upper) return is_ascii_lower(c) ? c ^ 0x20 : c;
    return is_ascii_upper(c) ? c ^ 0x20 : c;
}

/* Changes the case of the 26 letters from `first` on, eight bytes at once: adding makes the
 * high bit of each byte tell whether it is beyond a bound. */
static void flip_letters(unsigned char *to, const unsigned char *from, uint32_t n, unsigned char first) {
    const uint64_t ones = 0x0101010101010101u, low = ones * 0x7F;
    uint32_t i = 0;
    for (; i + 8 <= n; i += 8) {
        uint64_t word;
        memcpy(&word, from + i, 8);
        uint64_t rest = word & low, from_first = rest + ones * (0x80u - first),
                 past = rest + ones * (0x80u - first - 26);
        word ^= ((from_first & ~past & ~word) & ~low) >> 2;
        memcpy(to + i, &word, 8);
    }
    for (; i < n; i++) to[i] = (unsigned char)(from[i] ^ ((unsigned char)(from[i] - first) < 26) << 5);
}

static Value map_ascii(VM *vm, const Text *t, CaseOp op) {
    TextOut out = text_begin(vm, t->is_bytes, t->len, 1);
    if (out.result == V_ERROR || t->len == 0) return out.result;
    if (!t->is_bytes && t->len == 1) return str_char(vm, map_ascii_at(op, t->data[0], true, false));
    if (!t->is_bytes) AS(Str, out.result)->ascii = true;
    if (op == CASE_LOWER || op == CASE_UPPER) {
        flip_letters(out.data, t->data, t->len, op == CASE_LOWER ? 'A' : 'a');
        return out.result;
    }
    bool in_word = false;
    for (uint32_t i = 0; i < t->len; i++) {
        unsigned char c = t->data[i];
        out.data[i] = map_ascii_at(op, c, i == 0, in_word);
        in_word = is_ascii_lower(c) || is_ascii_upper(c);
    }
    return out.result;
}

static Value change(VM *vm, Value v, CaseOp op) {
    Text t = text_of(v);
    return t.is_bytes || AS(Str, v)->ascii ? map_ascii(vm, &t, op) : map_wide(vm, &t, op);
}

static Value lower(VM *vm, Value *args, int n) {
    (void)n;
    return change(vm, args[0], CASE_LOWER);
}
static Value upper(VM *vm, Value *args, int n) {
    (void)n;
    return change(vm, args[0], CASE_UPPER);
}
static Value casefold(VM *vm, Value *args, int n) {
    (void)n;
    return change(vm, args[0], CASE_FOLD);
}
static Value swapcase(VM *vm, Value *args, int n) {
    (void)n;
    return change(vm, args[0], CASE_SWAP);
}
static Value capitalize(VM *vm, Value *args, int n) {
    (void)n;
    return change(vm, args[0], CASE_CAPITALIZE);
}
static Value title(VM *vm, Value *args, int n) {
    (void)n;
    return change(vm, args[0], CASE_TITLE);
}

/* --- questions --------------------------------------------------------------------------- */

/* A byte above ASCII counts as a character that is nothing in particular. */
static uint32_t seen_at(const Text *t, uint32_t i) {
    uint32_t c = text_at(t, i);
    return t->is_bytes && c >= 0x80 ? 0 : c;
}

static Value all_are(Value v, bool (*is)(uint32_t)) {
    Text t = text_of(v);
    for (uint32_t i = 0; i < t.len; i++)
        if (!is(seen_at(&t, i))) return V_FALSE;
    return from_bool(t.len > 0);
}

static bool is_alnum(uint32_t c) {
    return uni_is_alpha(c) || uni_is_decimal(c) || uni_is_digit(c) || uni_is_numeric(c);
}

static Value isalnum_(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return all_are(args[0], is_alnum);
}
static Value isalpha_(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return all_are(args[0], uni_is_alpha);
}
static Value isdecimal(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return all_are(args[0], uni_is_decimal);
}
static Value isdigit_(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return all_are(args[0], uni_is_digit);
}
static Value isnumeric(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return all_are(args[0], uni_is_numeric);
}

static Value isprintable(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return AS(Str, args[0])->len == 0 ? V_TRUE : all_are(args[0], uni_is_printable);
}

static Value isspace_(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    Text t = text_of(args[0]);
    for (uint32_t i = 0; i < t.len; i++)
        if (!text_is_space(&t, i)) return V_FALSE;
    return from_bool(t.len > 0);
}

static Value isascii_(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    Text t = text_of(args[0]);
    bool ascii;
    points_width(t.data, t.width, t.len, &ascii);
    return from_bool(ascii);
}

static Value all_one_case(Value v, bool (*is)(uint32_t), bool (*is_not)(uint32_t)) {
    Text t = text_of(v);
    bool any = false;
    for (uint32_t i = 0; i < t.len; i++) {
        uint32_t c = seen_at(&t, i);
        if (is_not(c) || uni_is_title(c)) return V_FALSE;
        any |= is(c);
    }
    return from_bool(any);
}

static Value islower_(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return all_one_case(args[0], uni_is_lower, uni_is_upper);
}

static Value isupper_(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return all_one_case(args[0], uni_is_upper, uni_is_lower);
}

static Value istitle(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    Text t = text_of(args[0]);
    bool any = false, in_word = false;
    for (uint32_t i = 0; i < t.len; i++) {
        uint32_t c = seen_at(&t, i);
        bool capital = uni_is_upper(c) || uni_is_title(c), small = uni_is_lower(c);
        if ((capital && in_word) || (small && !in_word)) return V_FALSE;
        in_word = capital || small;
        any |= in_word;
    }
    return from_bool(any);
}

static Value isidentifier(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    Text t = text_of(args[0]);
    if (t.len == 0 || !uni_is_id_start(text_at(&t, 0))) return V_FALSE;
    for (uint32_t i = 1; i < t.len; i++)
        if (!uni_is_id_continue(text_at(&t, i))) return V_FALSE;
    return V_TRUE;
}

const NativeDef text_case_methods[] = {
    {"lower", lower, 1, 1, NF_SELF, NULL},       {"upper", upper, 1, 1, NF_SELF, NULL},
    {"swapcase", swapcase, 1, 1, NF_SELF, NULL}, {"capitalize", capitalize, 1, 1, NF_SELF, NULL},
    {"title", title, 1, 1, NF_SELF, NULL},       {"isalnum", isalnum_, 1, 1, NF_SELF, NULL},
    {"isalpha", isalpha_, 1, 1, NF_SELF, NULL},  {"isdigit", isdigit_, 1, 1, NF_SELF, NULL},
    {"isspace", isspace_, 1, 1, NF_SELF, NULL},  {"isascii", isascii_, 1, 1, NF_SELF, NULL},
    {"islower", islower_, 1, 1, NF_SELF, NULL},  {"isupper", isupper_, 1, 1, NF_SELF, NULL},
    {"istitle", istitle, 1, 1, NF_SELF, NULL},   {0},
};

const NativeDef str_case_methods[] = {
    {"casefold", casefold, 1, 1, NF_SELF, NULL},         {"isdecimal", isdecimal, 1, 1, NF_SELF, NULL},
    {"isnumeric", isnumeric, 1, 1, NF_SELF, NULL},       {"isprintable", isprintable, 1, 1, NF_SELF, NULL},
    {"isidentifier", isidentifier, 1, 1, NF_SELF, NULL}, {0},
};
