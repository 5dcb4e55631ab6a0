#include "lib/regex.h"

#include "base/mem.h"
#include "vm/unicode.h"

enum {
    /* CPython goes on for ever; a step here is one instruction of the pattern. */
    MOST_STEPS = 200000000,
    MOST_STACK = 1 << 24,
};

/* --- characters -------------------------------------------------------------------- */

/* Letters that are equal but for case although their lower cases differ. */
static const uint32_t extra_cases[][3] = {
    {0x69, 0x131, 0},   {0x73, 0x17F, 0},    {0xB5, 0x3BC, 0},    {0x345, 0x3B9, 0x1FBE},  {0x390, 0x1FD3, 0},
    {0x3B0, 0x1FE3, 0}, {0x3B2, 0x3D0, 0},   {0x3B5, 0x3F5, 0},   {0x3B8, 0x3D1, 0},       {0x3BA, 0x3F0, 0},
    {0x3C0, 0x3D6, 0},  {0x3C1, 0x3F1, 0},   {0x3C2, 0x3C3, 0},   {0x3C6, 0x3D5, 0},       {0x432, 0x1C80, 0},
    {0x434, 0x1C81, 0}, {0x43E, 0x1C82, 0},  {0x441, 0x1C83, 0},  {0x442, 0x1C84, 0x1C85}, {0x44A, 0x1C86, 0},
    {0x463, 0x1C87, 0}, {0x1C88, 0xA64B, 0}, {0x1E61, 0x1E9B, 0}, {0xFB05, 0xFB06, 0},
};

static uint32_t lower(uint32_t c, bool ascii) {
    if (c < 128 || ascii) return c >= 'A' && c <= 'Z' ? c + 32 : c;
    uint32_t mapped[CASE_MOST];
    int n = uni_map(TO_LOWER, c, mapped);
    return n > 0 ? mapped[0] : c;
}

static uint32_t upper(uint32_t c, bool ascii) {
    if (c < 128 || ascii) return c >= 'a' && c <= 'z' ? c - 32 : c;
    uint32_t mapped[CASE_MOST];
    return uni_map(TO_UPPER, c, mapped) == 1 ? mapped[0] : c;
}

static const uint32_t *extras_of(uint32_t c) {
    for (size_t i = 0; i < sizeof extra_cases / sizeof *extra_cases; i++)
        for (int j = 0; j < 3; j++)
            if (extra_cases[i][j] == c && c) return extra_cases[i];
    return NULL;
}

static bool same_letter(uint32_t a, uint32_t b, bool ascii) {
    if (a == b) return true;
    a = lower(a, ascii), b = lower(b, ascii);
    if (a == b) return true;
    if (ascii) return false;
    const uint32_t *extras = extras_of(a);
    return extras && extras == extras_of(b);
}

static bool is_ascii_word(uint32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

static bool is_word(uint32_t c) {
    return c < 128 ? is_ascii_word(c)
                   : uni_is_alpha(c) || uni_is_decimal(c) || uni_is_digit(c) || uni_is_numeric(c);
}

static bool in_class(uint32_t class, uint32_t c) {
    bool found = false;
    switch (class & (CLASS_NOT - 1)) {
    case CLASS_DIGIT: found = uni_is_decimal(c); break;
    case CLASS_SPACE: found = uni_is_space(c); break;
    case CLASS_WORD: found = is_word(c); break;
    case CLASS_DIGIT_ASCII: found = c >= '0' && c <= '9'; break;
    case CLASS_SPACE_ASCII: found = c == ' ' || (c >= '\t' && c <= '\r'); break;
    case CLASS_WORD_ASCII: found = is_ascii_word(c); break;
    default: break;
    }
    return found != ((class & CLASS_NOT) != 0);
}

static bool has_slowly(const RegexSet *s, uint32_t c) {
    for (uint32_t i = 0; i + 1 < s->ranges.len; i += 2)
        if (c >= s->ranges.items[i] && c <= s->ranges.items[i + 1]) return true;
    for (uint32_t i = 0; i < s->classes.len; i++)
        if (in_class(s->classes.items[i], c)) return true;
    return false;
}

void regex_set_finish(RegexSet *s) {
    for (uint32_t c = 0; c < REGEX_LATIN; c++)
        if (has_slowly(s, c)) s->latin[c >> 3] |= (uint8_t)(1u << (c & 7));
}

static bool has(const RegexSet *s, uint32_t c) {
    return c < REGEX_LATIN ? s->latin[c >> 3] >> (c & 7) & 1 : has_slowly(s, c);
}

static bool set_has(const RegexSet *s, uint32_t c) {
    return has(s, c) != s->negated;
}

static bool set_has_fold(const RegexSet *s, uint32_t c, bool ascii) {
    uint32_t small = lower(c, ascii);
    bool found = has(s, c) || has(s, small) || has(s, upper(c, ascii)) || has(s, upper(small, ascii));
    const uint32_t *extras = found || ascii ? NULL : extras_of(small);
    for (int j = 0; extras && j < 3 && !found; j++)
        found = extras[j] && (has(s, extras[j]) || has(s, upper(extras[j], false)));
    return found != s->negated;
}

void regex_deinit(Regex *r) {
    for (uint32_t i = 0; i < r->sets.len; i++) {
        vec_deinit(&r->sets.items[i].ranges);
        vec_deinit(&r->sets.items[i].classes);
    }
    vec_deinit(&r->first.ranges);
    vec_deinit(&r->first.classes);
    vec_deinit(&r->sets);
    vec_deinit(&r->code);
}

/* --- the code ---------------------------------------------------------------------- */

/* How many operands each instruction has, and which of them are jumps (a bit each). */
static const struct {
    uint8_t operands, jumps;
} shapes[RX_OP_COUNT] = {
    [RX_CHAR] = {1, 0},      [RX_CHAR_FOLD] = {1, 0},  [RX_SET] = {1, 0},      [RX_SET_FOLD] = {1, 0},
    [RX_AT] = {1, 0},        [RX_SAVE] = {1, 0},       [RX_SPLIT] = {2, 3},    [RX_JUMP] = {1, 1},
    [RX_REPEAT] = {3, 0},    [RX_LOOP_BEGIN] = {1, 0}, [RX_LOOP] = {5, 16},    [RX_BACK] = {1, 0},
    [RX_BACK_FOLD] = {1, 0}, [RX_LOOK] = {3, 4},       [RX_LOOK_END] = {1, 0}, [RX_IF_GROUP] = {2, 2},
};

static bool is_one_character(uint32_t op) {
    return op >= RX_CHAR && op <= RX_SET_FOLD;
}

static bool operands_fit(const Regex *r, const uint32_t *at) {
    switch (*at) {
    case RX_SET:
    case RX_SET_FOLD: return at[1] < r->sets.len;
    case RX_SAVE: return at[1] < r->groups * 2;
    case RX_LOOP_BEGIN:
    case RX_LOOP: return at[1] < r->loops;
    case RX_BACK:
    case RX_BACK_FOLD:
    case RX_IF_GROUP: return at[1] < r->groups;
    default: return true;
    }
}

/* Marks where instructions begin; false if one is not whole. */
static bool find_starts(const Regex *r, bool *starts) {
    uint32_t i = 0, last = RX_OP_COUNT;
    while (i < r->code.len) {
        uint32_t op = r->code.items[i];
        if (op >= RX_OP_COUNT || shapes[op].operands >= r->code.len - i) return false;
        if (!operands_fit(r, &r->code.items[i]) || (last == RX_REPEAT && !is_one_character(op))) return false;
        starts[i] = true;
        i += 1u + shapes[op].operands;
        last = op;
    }
    return last == RX_MATCH;
}

bool regex_is_valid(const Regex *r) {
    bool *starts = mem_zalloc(r->code.len + 1);
    bool ok = find_starts(r, starts);
    for (uint32_t i = 0; ok && i < r->code.len; i++)
        for (uint32_t j = 0; starts[i] && j < shapes[r->code.items[i]].operands; j++) {
            uint32_t target = r->code.items[i + 1 + j];
            bool is_jump = shapes[r->code.items[i]].jumps >> j & 1;
            if (is_jump && (target >= r->code.len || !starts[target])) ok = false;
        }
    mem_free(starts);
    return ok;
}

/* --- the stack --------------------------------------------------------------------- */

typedef enum EntryKind {
    ENTRY_CHOICE,  /* go on at `where`, at place `at` */
    ENTRY_MARK,    /* mark `where` was `at` */
    ENTRY_LAST,    /* last_group was `at` */
    ENTRY_COUNT,   /* of loop `where`: count `at`, place `more` */
    ENTRY_SHORTER, /* a greedy repeat: one less than at `at`, not below `more` */
    ENTRY_LONGER,  /* a lazy repeat: one more from `at` on, at most `more` more */
    ENTRY_AGAIN,   /* a lazy loop at `where`: its body once more from `at` on */
    ENTRY_LOOK,    /* a positive look or an atomic group was entered */
    ENTRY_NOT,     /* a negative look: if it fails, go on at `where`, at place `at` */
} EntryKind;

typedef struct Entry {
    EntryKind kind;
    uint32_t where;
    int32_t at, more;
} Entry;

typedef struct Loop {
    int32_t count;
    int32_t last; /* where the iteration beyond the least began; -1: none */
} Loop;

struct RegexRun {
    const Regex *regex;
    Text text;
    int32_t end;
    VEC(Entry) stack;
    Loop *loops;    /* owned */
    int32_t *marks; /* borrowed, of the match that is looked for */
    int32_t last_group;
    uint32_t inside; /* index of the innermost entry of a look + 1; 0: none */
    uint64_t steps;
    bool too_long;
};

static void push(RegexRun *run, EntryKind kind, uint32_t where, int32_t at, int32_t more) {
    if (run->stack.len >= MOST_STACK) {
        run->too_long = true;
        return;
    }
    Entry e = {kind, where, at, more};
    vec_push(&run->stack, e);
}

static uint32_t char_at(const RegexRun *run, int32_t i) {
    return text_at(&run->text, (uint32_t)i);
}

static bool matches_one(const RegexRun *run, const uint32_t *code, uint32_t c) {
    const Regex *r = run->regex;
    switch (*code) {
    case RX_CHAR: return c == code[1];
    case RX_CHAR_FOLD: return same_letter(c, code[1], r->ascii_case);
    case RX_ANY: return c != '\n';
    case RX_ANY_ALL: return true;
    case RX_SET: return set_has(&r->sets.items[code[1]], c);
    default: return set_has_fold(&r->sets.items[code[1]], c, r->ascii_case);
    }
}

static bool at_edge(const RegexRun *run, int32_t i, bool ascii) {
    bool before = i > 0 && (ascii ? is_ascii_word : is_word)(char_at(run, i - 1));
    bool after = i < run->end && (ascii ? is_ascii_word : is_word)(char_at(run, i));
    return before != after;
}

static bool is_at(const RegexRun *run, uint32_t what, int32_t i) {
    switch ((RegexAt)what) {
    case AT_START: return i == 0;
    case AT_LINE_START: return i == 0 || char_at(run, i - 1) == '\n';
    case AT_END: return i == run->end;
    case AT_LAST_END: return i == run->end || (i == run->end - 1 && char_at(run, i) == '\n');
    case AT_LINE_END: return i == run->end || char_at(run, i) == '\n';
    case AT_EDGE: return run->end > 0 && at_edge(run, i, false);
    case AT_NO_EDGE: return run->end > 0 && !at_edge(run, i, false);
    case AT_EDGE_ASCII: return run->end > 0 && at_edge(run, i, true);
    case AT_NO_EDGE_ASCII: return run->end > 0 && !at_edge(run, i, true);
    }
    return false;
}

static void save_mark(RegexRun *run, uint32_t slot, int32_t at) {
    push(run, ENTRY_MARK, slot, run->marks[slot], 0);
    run->marks[slot] = at;
    if (slot & 1 && slot > 1) {
        push(run, ENTRY_LAST, 0, run->last_group, 0);
        run->last_group = (int32_t)(slot / 2);
    }
}

static void set_loop(RegexRun *run, uint32_t i, int32_t count, int32_t last) {
    push(run, ENTRY_COUNT, i, run->loops[i].count, run->loops[i].last);
    run->loops[i] = (Loop){count, last};
}

/* Whether group's text stands at `at`; *after is behind it. */
static bool matches_group(const RegexRun *run, uint32_t group, int32_t at, bool fold, int32_t *after) {
    int32_t start = run->marks[group * 2], end = run->marks[group * 2 + 1];
    if (start < 0 || end < start || at + (end - start) > run->end) return false;
    for (int32_t i = start; i < end; i++) {
        uint32_t a = char_at(run, i), b = char_at(run, at + i - start);
        if (fold ? !same_letter(a, b, run->regex->ascii_case) : a != b) return false;
    }
    *after = at + end - start;
    return true;
}

static void enter_look(RegexRun *run, EntryKind kind, uint32_t where, int32_t at) {
    push(run, kind, where, at, (int32_t)run->inside);
    run->inside = run->stack.len;
}

/* What was matched inside is final: only what undoes marks stays. Returns the place where the
 * inside began. */
static int32_t leave_look(RegexRun *run) {
    uint32_t to = run->inside - 1;
    Entry look = run->stack.items[to];
    for (uint32_t i = to + 1; i < run->stack.len; i++) {
        EntryKind k = run->stack.items[i].kind;
        if (k == ENTRY_MARK || k == ENTRY_LAST || k == ENTRY_COUNT)
            run->stack.items[to++] = run->stack.items[i];
    }
    run->stack.len = to;
    run->inside = (uint32_t)look.more;
    return look.at;
}

/* Undoes all that was done inside a negative look that held. */
static void undo(RegexRun *run, const Entry *e) {
    if (e->kind == ENTRY_MARK) run->marks[e->where] = e->at;
    if (e->kind == ENTRY_LAST) run->last_group = e->at;
    if (e->kind == ENTRY_COUNT) run->loops[e->where] = (Loop){e->at, e->more};
}

static void fail_look(RegexRun *run) {
    uint32_t to = run->inside - 1;
    while (run->stack.len > to + 1) undo(run, &run->stack.items[--run->stack.len]);
    run->inside = (uint32_t)run->stack.items[to].more;
    run->stack.len = to;
}

/* One character less for a greedy repeat: false if that would be too few. */
static bool shorten(RegexRun *run, Entry *e, const uint32_t **pc, int32_t *at) {
    const uint32_t *next = run->regex->code.items + e->where;
    int32_t i = e->at - 1, least = e->more;
    if (*next == RX_CHAR)
        while (i >= least && char_at(run, i) != next[1]) i--;
    if (i <= least) run->stack.len--;
    if (i < least) return false;
    e->at = i;
    *at = i;
    *pc = next;
    return true;
}

/* One character more for a lazy repeat; `where` is the repeated instruction. */
static bool lengthen(RegexRun *run, Entry *e, const uint32_t **pc, int32_t *at) {
    const uint32_t *one = run->regex->code.items + e->where;
    if (e->at >= run->end || e->more == 0 || !matches_one(run, one, char_at(run, e->at))) {
        run->stack.len--;
        return false;
    }
    e->at++;
    e->more--;
    *at = e->at;
    *pc = one + 1 + shapes[*one].operands;
    return true;
}

/* Goes back to the last choice: false if there is none. */
static bool go_back(RegexRun *run, const uint32_t **pc, int32_t *at) {
    const uint32_t *code = run->regex->code.items;
    while (run->stack.len) {
        Entry *top = &run->stack.items[run->stack.len - 1], e = *top;
        if (e.kind == ENTRY_SHORTER || e.kind == ENTRY_LONGER) {
            if ((e.kind == ENTRY_SHORTER ? shorten : lengthen)(run, top, pc, at)) return true;
            continue;
        }
        run->stack.len--;
        *pc = code + e.where;
        *at = e.at;
        switch (e.kind) {
        case ENTRY_CHOICE: return true;
        case ENTRY_AGAIN:
            set_loop(run, code[e.where + 1], run->loops[code[e.where + 1]].count + 1, e.at);
            *pc = code + e.where + 6;
            return true;
        case ENTRY_NOT: run->inside = (uint32_t)e.more; return true;
        case ENTRY_LOOK: run->inside = (uint32_t)e.more; break;
        default: undo(run, &e);
        }
    }
    return false;
}

enum { GREEDY, LAZY, POSSESSIVE };

/* A repeated single character: false if there are not enough of them. */
static bool repeat(RegexRun *run, const uint32_t **pc, int32_t *at) {
    const uint32_t *p = *pc, *one = p + 4;
    int32_t least = (int32_t)p[1], most = (int32_t)p[2], way = (int32_t)p[3], start = *at;
    int32_t wanted = way == LAZY ? least : most, n = 0;
    while (n < wanted && start + n < run->end && matches_one(run, one, char_at(run, start + n))) n++;
    run->steps += (uint64_t)n;
    if (n < least) return false;
    *at = start + n;
    *pc = one + 1 + shapes[*one].operands;
    uint32_t after = (uint32_t)(*pc - run->regex->code.items);
    if (way == GREEDY && n > least) push(run, ENTRY_SHORTER, after, start + n, start + least);
    if (way == LAZY && most > n)
        push(run, ENTRY_LONGER, (uint32_t)(one - run->regex->code.items), start + n, most - n);
    return true;
}

/* The head of a loop; the body follows it. */
static void loop(RegexRun *run, const uint32_t **pc, int32_t at) {
    const uint32_t *p = *pc, *code = run->regex->code.items, *body = p + 6, *end = code + p[5];
    Loop l = run->loops[p[1]];
    int32_t least = (int32_t)p[2], most = (int32_t)p[3];
    if (l.count < least) {
        set_loop(run, p[1], l.count + 1, l.last);
        *pc = body;
        return;
    }
    /* An iteration that matched nothing is not followed by another. */
    bool may = l.count < most && at != l.last;
    *pc = end;
    if (!may) return;
    if (p[4] == LAZY) {
        push(run, ENTRY_AGAIN, (uint32_t)(p - code), at, 0);
        return;
    }
    push(run, ENTRY_CHOICE, p[5], at, 0);
    set_loop(run, p[1], l.count + 1, at);
    *pc = body;
}

/* --- the machine ------------------------------------------------------------------- */

typedef struct Attempt {
    RegexMode mode;
    int32_t start;
    int64_t not_empty_at;
} Attempt;

/* Does what stands at *pc, which is not the end of the pattern: false if it does not match. */
static bool step(RegexRun *run, const uint32_t **pc, int32_t *at) {
    const uint32_t *p = *pc, *code = run->regex->code.items;
    *pc = p + 1 + shapes[*p].operands;
    switch ((RegexOp)*p) {
    case RX_CHAR:
    case RX_CHAR_FOLD:
    case RX_ANY:
    case RX_ANY_ALL:
    case RX_SET:
    case RX_SET_FOLD: return *at < run->end && matches_one(run, p, char_at(run, (*at)++));
    case RX_AT: return is_at(run, p[1], *at);
    case RX_SAVE: save_mark(run, p[1], *at); return true;
    case RX_SPLIT:
        push(run, ENTRY_CHOICE, p[2], *at, 0);
        *pc = code + p[1];
        return true;
    case RX_JUMP: *pc = code + p[1]; return true;
    case RX_REPEAT: *pc = p; return repeat(run, pc, at);
    case RX_LOOP_BEGIN: set_loop(run, p[1], 0, -1); return true;
    case RX_LOOP:
        *pc = p;
        loop(run, pc, *at);
        return true;
    case RX_BACK: return matches_group(run, p[1], *at, false, at);
    case RX_BACK_FOLD: return matches_group(run, p[1], *at, true, at);
    case RX_LOOK:
        /* Behind the start there is nothing that could match. */
        if (*at < (int32_t)p[2]) {
            *pc = code + p[3];
            return p[1] != 0;
        }
        enter_look(run, p[1] ? ENTRY_NOT : ENTRY_LOOK, p[3], *at);
        *at -= (int32_t)p[2];
        return true;
    case RX_LOOK_END:
        if (run->inside == 0) return false;
        if (p[1]) {
            fail_look(run);
            return false;
        }
        *at = leave_look(run);
        return true;
    case RX_ATOMIC: enter_look(run, ENTRY_LOOK, 0, *at); return true;
    case RX_ATOMIC_END:
        if (run->inside == 0) return false;
        leave_look(run);
        return true;
    case RX_IF_GROUP:
        if (run->marks[p[1] * 2 + 1] < 0) *pc = code + p[2];
        return true;
    default: return false;
    }
}

static bool is_wanted(const RegexRun *run, const Attempt *a, int32_t at) {
    if (a->mode == REGEX_FULL && at != run->end) return false;
    return at != a->start || at != a->not_empty_at;
}

static RegexResult try_at(RegexRun *run, const Attempt *a) {
    const uint32_t *pc = run->regex->code.items;
    int32_t at = a->start;
    run->stack.len = 0;
    run->inside = 0;
    for (;;) {
        if (++run->steps > MOST_STEPS || run->too_long) return REGEX_TOO_LONG;
        if (*pc == RX_MATCH) {
            if (is_wanted(run, a, at)) break;
        } else if (step(run, &pc, &at)) {
            continue;
        }
        if (!go_back(run, &pc, &at)) return REGEX_NONE;
    }
    run->marks[0] = a->start;
    run->marks[1] = at;
    return REGEX_FOUND;
}

RegexRun *regex_begin(const Regex *r, const Text *text, uint32_t end) {
    RegexRun *run = mem_zalloc(sizeof *run);
    run->regex = r;
    run->text = *text;
    run->end = (int32_t)(end < text->len ? end : text->len);
    run->loops = mem_zalloc((r->loops + 1) * sizeof *run->loops);
    return run;
}

RegexResult regex_next(RegexRun *run, RegexMode mode, uint32_t at, int64_t not_empty_at, RegexMatch *m) {
    const Regex *r = run->regex;
    run->marks = m->marks;
    run->last_group = 0;
    for (uint32_t i = 0; i < r->groups * 2; i++) m->marks[i] = -1;
    for (int32_t start = (int32_t)at; start <= run->end; start++) {
        if (r->has_first && mode == REGEX_SEARCH) {
            while (start < run->end && !has(&r->first, char_at(run, start))) start++;
            if (start == run->end) break;
        }
        Attempt attempt = {mode, start, not_empty_at};
        RegexResult result = try_at(run, &attempt);
        m->last_group = run->last_group;
        if (result != REGEX_NONE || mode != REGEX_SEARCH) return result;
    }
    return REGEX_NONE;
}

uint64_t regex_steps(const RegexRun *run) {
    return run->steps;
}

void regex_end(RegexRun *run) {
    vec_deinit(&run->stack);
    mem_free(run->loops);
    mem_free(run);
}
