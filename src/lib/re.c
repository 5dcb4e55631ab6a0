/* The classes Pattern and Match of the re module. Patterns are compiled in Python
 * (_regex_compile.py) and matched by regex.c. */
#include "lib/lib.h"
#include "lib/regex.h"

enum { PATTERN_SOURCE, PATTERN_FLAGS, PATTERN_NAMES, PATTERN_SLOTS };
enum { MATCH_STRING, MATCH_PATTERN, MATCH_POS, MATCH_ENDPOS, MATCH_SLOTS };
enum { SHOWN_PATTERN = 200, SHOWN_MATCH = 50 };

typedef struct Found {
    uint32_t groups;
    int32_t last_group;
    int32_t marks[];
} Found;

typedef struct ReClasses {
    Class *pattern, *match;
} ReClasses;

static ReClasses *classes(VM *vm) {
    return vm_state(vm, STATE_REGEX, sizeof(ReClasses));
}
static Regex *regex_of(Value pattern) {
    return AS(Record, pattern)->payload;
}
static Value source_of(Value pattern) {
    return AS(Record, pattern)->slots[PATTERN_SOURCE];
}
static Found *found_of(Value match) {
    return AS(Record, match)->payload;
}
static Value string_of(Value match) {
    return AS(Record, match)->slots[MATCH_STRING];
}
static Value pattern_of(Value match) {
    return AS(Record, match)->slots[MATCH_PATTERN];
}

static bool is_pattern(VM *vm, Value v) {
    return is_kind(v, KIND_RECORD) && as_obj(v)->cls == classes(vm)->pattern && regex_of(v);
}

/* --- making a pattern from what Python compiled -------------------------------------- */

static void free_regex(void *payload) {
    regex_deinit(payload);
    mem_free(payload);
}

static const Payload regex_payload = {.free = free_regex};

static bool read_words(VM *vm, Value list, void (*add)(void *to, uint32_t word), void *to) {
    if (!is_list(list)) return vm_raise(vm, T_TYPE_ERROR, "a list of ints is needed"), false;
    for (uint32_t i = 0; i < AS(List, list)->len; i++) {
        int64_t word;
        if (!int_clamped(AS(List, list)->items[i], &word) || word < 0 || word > UINT32_MAX)
            return vm_raise(vm, T_VALUE_ERROR, "a word is out of range"), false;
        add(to, (uint32_t)word);
    }
    return true;
}

static void add_code(void *to, uint32_t word) {
    vec_push(&((Regex *)to)->code, word);
}
static void add_range(void *to, uint32_t word) {
    vec_push(&((RegexSet *)to)->ranges, word);
}
static void add_class(void *to, uint32_t word) {
    vec_push(&((RegexSet *)to)->classes, word);
}

/* (negated, ranges, classes) */
static bool read_set(VM *vm, Value v, RegexSet *out) {
    if (!is_tuple(v) || AS(Tuple, v)->len != 3)
        return vm_raise(vm, T_TYPE_ERROR, "a set is three values"), false;
    const Value *parts = AS(Tuple, v)->items;
    out->negated = parts[0] == V_TRUE;
    if (!read_words(vm, parts[1], add_range, out) || !read_words(vm, parts[2], add_class, out)) return false;
    regex_set_finish(out);
    return true;
}

static bool read_regex(VM *vm, const Value *args, Regex *r) {
    int64_t groups = 0, loops = 0;
    if (!read_words(vm, args[2], add_code, r)) return false;
    if (!is_list(args[3]) || !int_clamped(args[4], &groups) || !int_clamped(args[5], &loops)) groups = 0;
    if (groups < 1 || groups > 1 << 20 || loops < 0 || loops > 1 << 20)
        return vm_raise(vm, T_VALUE_ERROR, "no such pattern"), false;
    r->groups = (uint32_t)groups;
    r->loops = (uint32_t)loops;
    for (uint32_t i = 0; i < AS(List, args[3])->len; i++) {
        vec_push(&r->sets, (RegexSet){0});
        if (!read_set(vm, AS(List, args[3])->items[i], &vec_last(&r->sets))) return false;
    }
    r->has_first = is_tuple(args[7]);
    if (r->has_first && !read_set(vm, args[7], &r->first)) return false;
    r->ascii_case = args[8] == V_TRUE;
    return regex_is_valid(r) || (vm_raise(vm, T_VALUE_ERROR, "no such pattern"), false);
}

/* make(source, flags, code, sets, groups, loops, names, first set or None, ascii_case) */
static Value make(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_dict(args[6]) || !(is_str(args[0]) || is_bytes(args[0])) || !is_int(args[1]))
        return vm_raise(vm, T_TYPE_ERROR, "no such pattern");
    Regex *r = mem_zalloc(sizeof *r);
    if (!read_regex(vm, args, r)) {
        free_regex(r);
        return V_ERROR;
    }
    Value v = record_new(vm, classes(vm)->pattern, PATTERN_SLOTS);
    Record *record = AS(Record, v);
    record->slots[PATTERN_SOURCE] = args[0];
    record->slots[PATTERN_FLAGS] = args[1];
    record->slots[PATTERN_NAMES] = args[6];
    record->payload = r;
    record->of = &regex_payload;
    return v;
}

/* --- scanning ---------------------------------------------------------------------- */

/* One walk over a text, match after match. */
typedef struct Scan {
    VM *vm;
    Value pattern, string;
    uint32_t pos, end; /* as given, within the text */
    uint32_t at;
    int64_t not_empty_at;
    RegexRun *run;
    RegexMatch match; /* marks owned */
} Scan;

static bool check_string(VM *vm, Value pattern, Value string) {
    if (!is_str(string) && !is_bytes(string))
        return vm_raise(vm, T_TYPE_ERROR, "expected string or bytes-like object, got '%s'",
                        type_name(vm, string)),
               false;
    bool text_pattern = is_str(source_of(pattern));
    if (text_pattern && !is_str(string))
        return vm_raise(vm, T_TYPE_ERROR, "cannot use a string pattern on a bytes-like object"), false;
    if (!text_pattern && is_str(string))
        return vm_raise(vm, T_TYPE_ERROR, "cannot use a bytes pattern on a string-like object"), false;
    return true;
}

static bool read_place(VM *vm, Value v, uint32_t otherwise, uint32_t len, uint32_t *out) {
    int64_t i = otherwise;
    Tri t = v == V_UNDEF ? YES : index_arg(vm, v, true, &i);
    if (t == NEEDS_PYTHON)
        vm_raise(vm, T_TYPE_ERROR, "'%s' object cannot be interpreted as an integer", type_name(vm, v));
    *out = i < 0 ? 0 : i > len ? len : (uint32_t)i;
    return t == YES;
}

static bool scan_begin(Scan *s, VM *vm, Value pattern, Value string, Value pos, Value endpos) {
    *s = (Scan){.vm = vm, .pattern = pattern, .string = string, .not_empty_at = -1};
    if (!check_string(vm, pattern, string)) return false;
    Text text = text_of(string);
    if (!read_place(vm, pos, 0, text.len, &s->pos) || !read_place(vm, endpos, text.len, text.len, &s->end))
        return false;
    if (s->pos > s->end) s->pos = s->end + 1;
    s->at = s->pos;
    s->run = regex_begin(regex_of(pattern), &text, s->end);
    s->match.marks = mem_alloc(regex_of(pattern)->groups * 2 * sizeof(int32_t));
    return true;
}

static void scan_end(Scan *s) {
    vm_charge(s->vm, regex_steps(s->run) / 4);
    regex_end(s->run);
    mem_free(s->match.marks);
}

/* YES, NO or FAILED; after a match the next one begins behind it. */
static Tri scan_next(Scan *s, RegexMode mode) {
    if (s->at > s->end) return NO;
    switch (regex_next(s->run, mode, s->at, s->not_empty_at, &s->match)) {
    case REGEX_NONE: return NO;
    case REGEX_TOO_LONG:
        vm_raise(s->vm, T_RUNTIME_ERROR, "this regular expression takes too long on this text");
        return FAILED;
    case REGEX_FOUND: break;
    }
    s->at = (uint32_t)s->match.marks[1];
    s->not_empty_at = s->match.marks[0] == s->match.marks[1] ? s->match.marks[1] : -1;
    return YES;
}

static Value part(VM *vm, Value string, int32_t start, int32_t end) {
    Text text = text_of(string);
    return text_sub(vm, &text, (uint32_t)start, (uint32_t)end);
}

static Value mark_part(VM *vm, Value string, const int32_t *marks, uint32_t group, Value otherwise) {
    int32_t start = marks[group * 2], end = marks[group * 2 + 1];
    return start < 0 || end < start ? otherwise : part(vm, string, start, end);
}

static Value empty_like(VM *vm, Value string) {
    return is_bytes(string) ? bytes_new(vm, "", 0) : str_new(vm, "", 0);
}

static Value match_of(const Scan *s) {
    uint32_t groups = regex_of(s->pattern)->groups;
    size_t size = groups * 2 * sizeof(int32_t);
    Found *f = mem_alloc(sizeof *f + size);
    f->groups = groups;
    f->last_group = s->match.last_group;
    memcpy(f->marks, s->match.marks, size);
    Value v = record_new(s->vm, classes(s->vm)->match, MATCH_SLOTS);
    Record *r = AS(Record, v);
    r->slots[MATCH_STRING] = s->string;
    r->slots[MATCH_PATTERN] = s->pattern;
    r->slots[MATCH_POS] = from_small(s->pos > s->end ? s->end : s->pos);
    r->slots[MATCH_ENDPOS] = from_small(s->end);
    r->payload = f;
    r->of = &plain_payload;
    return v;
}

static Value one_match(VM *vm, Value *args, RegexMode mode) {
    Scan s;
    if (!scan_begin(&s, vm, args[0], args[1], args[2], args[3])) return V_ERROR;
    Tri found = scan_next(&s, mode);
    Value result = found == YES ? match_of(&s) : found == NO ? V_NONE : V_ERROR;
    scan_end(&s);
    return result;
}

static Value pattern_match(VM *vm, Value *args, int n) {
    return (void)n, one_match(vm, args, REGEX_PREFIX);
}
static Value pattern_search(VM *vm, Value *args, int n) {
    return (void)n, one_match(vm, args, REGEX_SEARCH);
}
static Value pattern_fullmatch(VM *vm, Value *args, int n) {
    return (void)n, one_match(vm, args, REGEX_FULL);
}

/* What findall gives for one match. */
static Value plain_match(const Scan *s, Value empty) {
    uint32_t groups = regex_of(s->pattern)->groups;
    if (groups <= 2) return mark_part(s->vm, s->string, s->match.marks, groups - 1, empty);
    Value t = tuple_new(s->vm, groups - 1);
    for (uint32_t i = 1; i < groups; i++)
        AS(Tuple, t)->items[i - 1] = mark_part(s->vm, s->string, s->match.marks, i, empty);
    return t;
}

static Value all_matches(VM *vm, Value *args, bool as_objects, int64_t most) {
    Scan s;
    if (!scan_begin(&s, vm, args[0], args[1], args[2], args[3])) return V_ERROR;
    Value list = list_new(vm, 0), empty = empty_like(vm, args[1]);
    Tri found = YES;
    for (int64_t i = 0; (most == 0 || i < most) && (found = scan_next(&s, REGEX_SEARCH)) == YES; i++)
        list_push(vm, AS(List, list), as_objects ? match_of(&s) : plain_match(&s, empty));
    scan_end(&s);
    return found == FAILED ? V_ERROR : list;
}

static Value pattern_findall(VM *vm, Value *args, int n) {
    return (void)n, all_matches(vm, args, false, 0);
}

static Value pattern_finditer(VM *vm, Value *args, int n) {
    (void)n;
    Value list = all_matches(vm, args, true, 0);
    return list == V_ERROR ? V_ERROR : iter_of(vm, list);
}

/* _matches(string, most): a list of matches, for sub in Python. */
static Value pattern_matches(VM *vm, Value *args, int n) {
    (void)n;
    int64_t most = 0;
    if (!int_clamped(args[2], &most)) most = 0;
    Value with_bounds[] = {args[0], args[1], V_UNDEF, V_UNDEF};
    return all_matches(vm, with_bounds, true, most);
}

static bool read_count(VM *vm, Value v, int64_t *count) {
    *count = 0;
    Tri t = v == V_UNDEF ? YES : index_arg(vm, v, true, count);
    if (t == NEEDS_PYTHON)
        vm_raise(vm, T_TYPE_ERROR, "'%s' object cannot be interpreted as an integer", type_name(vm, v));
    return t == YES;
}

static Value pattern_split(VM *vm, Value *args, int n) {
    (void)n;
    Scan s;
    int64_t most;
    if (!read_count(vm, args[2], &most)) return V_ERROR;
    if (!scan_begin(&s, vm, args[0], args[1], V_UNDEF, V_UNDEF)) return V_ERROR;
    Value list = list_new(vm, 0);
    int32_t last = 0;
    Tri found = YES;
    for (int64_t i = 0; (most == 0 || i < most) && (found = scan_next(&s, REGEX_SEARCH)) == YES; i++) {
        list_push(vm, AS(List, list), part(vm, args[1], last, s.match.marks[0]));
        for (uint32_t g = 1; g < regex_of(args[0])->groups; g++)
            list_push(vm, AS(List, list), mark_part(vm, args[1], s.match.marks, g, V_NONE));
        last = s.match.marks[1];
    }
    list_push(vm, AS(List, list), part(vm, args[1], last, (int32_t)s.end));
    scan_end(&s);
    return found == FAILED ? V_ERROR : list;
}

/* --- sub --------------------------------------------------------------------------- */

static bool is_literal(Value repl) {
    if (!is_str(repl) && !is_bytes(repl)) return false;
    Text t = text_of(repl);
    for (uint32_t i = 0; i < t.len; i++)
        if (text_at(&t, i) == '\\') return false;
    return true;
}

typedef struct Piece {
    int32_t start, end; /* of the string that is kept before a replacement */
} Piece;

static Value joined(VM *vm, const Text *string, const Text *repl, const Piece *pieces, uint32_t n) {
    size_t len = 0;
    uint8_t width = string->width;
    for (uint32_t i = 0; i < n; i++) len += (size_t)(pieces[i].end - pieces[i].start);
    len += (size_t)repl->len * (n - 1);
    if (n > 1 && repl->width > width) width = repl->width;
    TextOut out = text_begin(vm, string->is_bytes, len, width);
    if (out.result == V_ERROR) return V_ERROR;
    for (uint32_t i = 0; i < n; i++) {
        if (i) text_put(&out, repl, 0, repl->len);
        text_put(&out, string, (uint32_t)pieces[i].start, (uint32_t)pieces[i].end);
    }
    return text_end(&out);
}

static Value with_count(VM *vm, Value text, int64_t n, bool wanted) {
    if (!wanted || text == V_ERROR) return text;
    Value pair[] = {text, from_small(n)};
    return tuple_from(vm, pair, 2);
}

static Value substitute(VM *vm, Value *args, bool counted) {
    Scan s;
    int64_t most;
    if (!read_count(vm, args[3], &most)) return V_ERROR;
    if (!check_string(vm, args[0], args[2])) return V_ERROR;
    if (!is_literal(args[1]) || is_str(args[1]) != is_str(args[2]))
        return vm_twin(vm, TWIN_RE_SUB, 5, args[0], args[1], args[2], int_from_i64(vm, most),
                       from_bool(counted));
    if (!scan_begin(&s, vm, args[0], args[2], V_UNDEF, V_UNDEF)) return V_ERROR;
    VEC(Piece) pieces = {0};
    Piece piece = {0, 0};
    Tri found = YES;
    for (int64_t i = 0; (most == 0 || i < most) && (found = scan_next(&s, REGEX_SEARCH)) == YES; i++) {
        piece.end = s.match.marks[0];
        vec_push(&pieces, piece);
        piece.start = s.match.marks[1];
    }
    piece.end = (int32_t)s.end;
    vec_push(&pieces, piece);
    Text string = text_of(args[2]), repl = text_of(args[1]);
    uint32_t n = pieces.len;
    Value result = V_ERROR;
    if (found != FAILED) result = n == 1 ? args[2] : joined(vm, &string, &repl, pieces.items, n);
    vec_deinit(&pieces);
    scan_end(&s);
    return with_count(vm, result, n - 1, counted);
}

static Value pattern_sub(VM *vm, Value *args, int n) {
    return (void)n, substitute(vm, args, false);
}
static Value pattern_subn(VM *vm, Value *args, int n) {
    return (void)n, substitute(vm, args, true);
}

/* --- Pattern ----------------------------------------------------------------------- */

static Value get_source(VM *vm, Value *args, int n) {
    return (void)vm, (void)n, source_of(args[0]);
}
static Value get_flags(VM *vm, Value *args, int n) {
    return (void)vm, (void)n, AS(Record, args[0])->slots[PATTERN_FLAGS];
}
static Value get_groups(VM *vm, Value *args, int n) {
    return (void)vm, (void)n, from_small(regex_of(args[0])->groups - 1);
}
static Value get_names(VM *vm, Value *args, int n) {
    (void)n;
    Value proxy = record_new(vm, class_get(vm, T_MAPPING_PROXY), 1);
    AS(Record, proxy)->slots[0] = AS(Record, args[0])->slots[PATTERN_NAMES];
    return proxy;
}
static Value self(VM *vm, Value *args, int n) {
    return (void)vm, (void)n, args[0];
}

static void add_cut(Buf *out, const Buf *text, size_t most) {
    buf_add(out, text->data, text->len < most ? text->len : most);
}

static Value pattern_repr(VM *vm, Value *args, int n) {
    (void)n;
    static const struct {
        int64_t flag;
        const char *name;
    } names[] = {{1, "re.TEMPLATE"},  {2, "re.IGNORECASE"}, {4, "re.LOCALE"},
                 {8, "re.MULTILINE"}, {16, "re.DOTALL"},    {32, "re.UNICODE"},
                 {64, "re.VERBOSE"},  {128, "re.DEBUG"},    {256, "re.ASCII"}};
    int64_t flags = as_small(AS(Record, args[0])->slots[PATTERN_FLAGS]);
    if (is_str(source_of(args[0])) && (flags & (4 | 32 | 256)) == 32) flags &= ~(int64_t)32;
    Buf *out = text_borrow(vm), *source = text_borrow(vm);
    val_repr(vm, source_of(args[0]), source);
    buf_adds(out, "re.compile(");
    add_cut(out, source, SHOWN_PATTERN);
    text_return(vm, source);
    bool any = false;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!(flags & names[i].flag)) continue;
        buf_printf(out, "%s%s", any ? "|" : ", ", names[i].name);
        any = true;
        flags &= ~names[i].flag;
    }
    if (flags) buf_printf(out, "%s0x%llx", any ? "|" : ", ", (long long)flags);
    buf_addc(out, ')');
    return text_take(vm, out);
}

static Value pattern_eq(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_pattern(vm, args[1])) return V_NOT_IMPLEMENTED;
    const Value *a = AS(Record, args[0])->slots, *b = AS(Record, args[1])->slots;
    bool same_kind = is_str(a[PATTERN_SOURCE]) == is_str(b[PATTERN_SOURCE]);
    return from_bool(same_kind && a[PATTERN_FLAGS] == b[PATTERN_FLAGS] &&
                     val_equal(vm, a[PATTERN_SOURCE], b[PATTERN_SOURCE]) == YES);
}

static Value pattern_hash(VM *vm, Value *args, int n) {
    (void)n;
    uint64_t hash = 0;
    if (val_hash(vm, source_of(args[0]), &hash) != YES) return V_ERROR;
    return int_from_i64(vm, (int64_t)(hash ^ (uint64_t)as_small(AS(Record, args[0])->slots[PATTERN_FLAGS])));
}

static Value pattern_scanner(VM *vm, Value *args, int n) {
    (void)n;
    return vm_twin(vm, TWIN_RE_SCANNER, 4, args[0], args[1], args[2] == V_UNDEF ? from_small(0) : args[2],
                   args[3] == V_UNDEF ? from_small(INT32_MAX) : args[3]);
}

/* A name of a group or its number, or -1 and IndexError. */
static int64_t group_number(VM *vm, Value match, Value which) {
    const Found *f = found_of(match);
    Value v = which;
    if (is_str(which)) {
        Value names = AS(Record, pattern_of(match))->slots[PATTERN_NAMES];
        v = dict_get_str(AS(Dict, names), AS(Str, which));
    }
    int64_t i;
    if (v != V_UNDEF && int_is(v) && int_clamped(v, &i) && i >= 0 && i < f->groups) return i;
    vm_raise(vm, T_INDEX_ERROR, "no such group");
    return -1;
}

static Value group_text(VM *vm, Value match, Value which, Value otherwise) {
    int64_t i = group_number(vm, match, which);
    return i < 0 ? V_ERROR : mark_part(vm, string_of(match), found_of(match)->marks, (uint32_t)i, otherwise);
}

static Value match_group(VM *vm, Value *args, int n) {
    if (n <= 2) return group_text(vm, args[0], n == 2 ? args[1] : from_small(0), V_NONE);
    Value t = tuple_new(vm, (uint32_t)n - 1);
    for (int i = 1; i < n; i++) {
        Value v = group_text(vm, args[0], args[i], V_NONE);
        if (v == V_ERROR) return V_ERROR;
        AS(Tuple, t)->items[i - 1] = v;
    }
    return t;
}

static Value match_getitem(VM *vm, Value *args, int n) {
    (void)n;
    return group_text(vm, args[0], args[1], V_NONE);
}

static Value match_groups(VM *vm, Value *args, int n) {
    (void)n;
    const Found *f = found_of(args[0]);
    Value otherwise = args[1] == V_UNDEF ? V_NONE : args[1], t = tuple_new(vm, f->groups - 1);
    for (uint32_t i = 1; i < f->groups; i++)
        AS(Tuple, t)->items[i - 1] = mark_part(vm, string_of(args[0]), f->marks, i, otherwise);
    return t;
}

static Value match_groupdict(VM *vm, Value *args, int n) {
    (void)n;
    Value otherwise = args[1] == V_UNDEF ? V_NONE : args[1], d = dict_new(vm);
    Dict *names = AS(Dict, AS(Record, pattern_of(args[0]))->slots[PATTERN_NAMES]);
    uint32_t i = 0;
    for (DictEntry *e = dict_next(names, &i); e; e = dict_next(names, &i)) {
        Value v = is_str(e->key) ? group_text(vm, args[0], e->key, otherwise) : V_ERROR;
        if (v == V_ERROR) return V_ERROR;
        dict_set_str(vm, AS(Dict, d), AS(Str, e->key), v);
    }
    return d;
}

/* The places of a group: which 0 start, 1 end, 2 both. */
static Value places(VM *vm, Value *args, int which) {
    int64_t g = args[1] == V_UNDEF ? 0 : group_number(vm, args[0], args[1]);
    if (g < 0) return V_ERROR;
    const int32_t *marks = &found_of(args[0])->marks[g * 2];
    if (which < 2) return from_small(marks[which]);
    Value pair[] = {from_small(marks[0]), from_small(marks[1])};
    return tuple_from(vm, pair, 2);
}

static Value match_start(VM *vm, Value *args, int n) {
    return (void)n, places(vm, args, 0);
}
static Value match_end(VM *vm, Value *args, int n) {
    return (void)n, places(vm, args, 1);
}
static Value match_span(VM *vm, Value *args, int n) {
    return (void)n, places(vm, args, 2);
}

static Value match_expand(VM *vm, Value *args, int n) {
    (void)n;
    return vm_twin(vm, TWIN_RE_EXPAND, 2, args[0], args[1]);
}

static Value get_string(VM *vm, Value *args, int n) {
    return (void)vm, (void)n, string_of(args[0]);
}
static Value get_re(VM *vm, Value *args, int n) {
    return (void)vm, (void)n, pattern_of(args[0]);
}
static Value get_pos(VM *vm, Value *args, int n) {
    return (void)vm, (void)n, AS(Record, args[0])->slots[MATCH_POS];
}
static Value get_endpos(VM *vm, Value *args, int n) {
    return (void)vm, (void)n, AS(Record, args[0])->slots[MATCH_ENDPOS];
}

static Value get_lastindex(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    int32_t last = found_of(args[0])->last_group;
    return last > 0 ? from_small(last) : V_NONE;
}

static Value get_lastgroup(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    Dict *names = AS(Dict, AS(Record, pattern_of(args[0]))->slots[PATTERN_NAMES]);
    uint32_t i = 0;
    for (DictEntry *e = dict_next(names, &i); e; e = dict_next(names, &i))
        if (e->value == from_small(found_of(args[0])->last_group)) return e->key;
    return V_NONE;
}

static Value get_regs(VM *vm, Value *args, int n) {
    (void)n;
    const Found *f = found_of(args[0]);
    Value t = tuple_new(vm, f->groups);
    for (uint32_t i = 0; i < f->groups; i++) {
        Value pair[] = {from_small(f->marks[i * 2]), from_small(f->marks[i * 2 + 1])};
        AS(Tuple, t)->items[i] = tuple_from(vm, pair, 2);
    }
    return t;
}

static Value match_repr(VM *vm, Value *args, int n) {
    (void)n;
    const int32_t *marks = found_of(args[0])->marks;
    Buf *out = text_borrow(vm), *text = text_borrow(vm);
    val_repr(vm, part(vm, string_of(args[0]), marks[0], marks[1]), text);
    buf_printf(out, "<re.Match object; span=(%d, %d), match=", marks[0], marks[1]);
    add_cut(out, text, SHOWN_MATCH);
    text_return(vm, text);
    buf_addc(out, '>');
    return text_take(vm, out);
}

static const NativeDef pattern_methods[] = {
    {"match", pattern_match, 2, 4, NF_SELF, "self, /, string, pos, endpos"},
    {"search", pattern_search, 2, 4, NF_SELF, "self, /, string, pos, endpos"},
    {"fullmatch", pattern_fullmatch, 2, 4, NF_SELF, "self, /, string, pos, endpos"},
    {"findall", pattern_findall, 2, 4, NF_SELF, "self, /, string, pos, endpos"},
    {"finditer", pattern_finditer, 2, 4, NF_SELF, "self, /, string, pos, endpos"},
    {"split", pattern_split, 2, 3, NF_SELF, "self, /, string, maxsplit"},
    {"sub", pattern_sub, 3, 4, NF_SELF, "self, /, repl, string, count"},
    {"subn", pattern_subn, 3, 4, NF_SELF, "self, /, repl, string, count"},
    {"scanner", pattern_scanner, 2, 4, NF_SELF, "self, /, string, pos, endpos"},
    {"__eq__", pattern_eq, 2, 2, NF_SELF | NF_SLOT, NULL},
    {"__hash__", pattern_hash, 1, 1, NF_SELF | NF_SLOT, NULL},
    {"_matches", pattern_matches, 3, 3, NF_SELF, NULL},
    {"__repr__", pattern_repr, 1, 1, NF_SELF | NF_SLOT, NULL},
    {"__copy__", self, 1, 1, NF_SELF, NULL},
    {"__deepcopy__", self, 2, 2, NF_SELF, NULL},
    {"pattern", get_source, 1, 1, NF_SELF | NF_GETTER, NULL},
    {"flags", get_flags, 1, 1, NF_SELF | NF_GETTER, NULL},
    {"groups", get_groups, 1, 1, NF_SELF | NF_GETTER, NULL},
    {"groupindex", get_names, 1, 1, NF_SELF | NF_GETTER, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static const NativeDef match_methods[] = {
    {"group", match_group, 1, -1, NF_SELF, NULL},
    {"__getitem__", match_getitem, 2, 2, NF_SELF | NF_SLOT, NULL},
    {"groups", match_groups, 1, 2, NF_SELF, "self, /, default"},
    {"groupdict", match_groupdict, 1, 2, NF_SELF, "self, /, default"},
    {"start", match_start, 1, 2, NF_SELF, NULL},
    {"end", match_end, 1, 2, NF_SELF, NULL},
    {"span", match_span, 1, 2, NF_SELF, NULL},
    {"expand", match_expand, 2, 2, NF_SELF, "self, /, template"},
    {"__repr__", match_repr, 1, 1, NF_SELF | NF_SLOT, NULL},
    {"__copy__", self, 1, 1, NF_SELF, NULL},
    {"__deepcopy__", self, 2, 2, NF_SELF, NULL},
    {"string", get_string, 1, 1, NF_SELF | NF_GETTER, NULL},
    {"re", get_re, 1, 1, NF_SELF | NF_GETTER, NULL},
    {"pos", get_pos, 1, 1, NF_SELF | NF_GETTER, NULL},
    {"endpos", get_endpos, 1, 1, NF_SELF | NF_GETTER, NULL},
    {"lastindex", get_lastindex, 1, 1, NF_SELF | NF_GETTER, NULL},
    {"lastgroup", get_lastgroup, 1, 1, NF_SELF | NF_GETTER, NULL},
    {"regs", get_regs, 1, 1, NF_SELF | NF_GETTER, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static Value refuse(VM *vm, Value *args, int n) {
    (void)n;
    return vm_raise(vm, T_TYPE_ERROR, "cannot create '%s' instances", class_name(AS(Class, args[0])));
}

static const NativeDef refuser = {"__new__", refuse, 1, -1, 0, NULL};

static Value is_pattern_object(VM *vm, Value *args, int n) {
    (void)n;
    return from_bool(is_pattern(vm, args[0]));
}

static const NativeDef functions[] = {
    {"make", make, 9, 9, 0, NULL},
    {"is_pattern", is_pattern_object, 1, 1, 0, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

static void init(VM *vm, ModuleObj *m) {
    ReClasses *c = classes(vm);
    Class *object = class_get(vm, T_OBJECT);
    c->pattern = class_define(vm, "re", "Pattern", object, KIND_RECORD, &refuser, pattern_methods);
    c->match = class_define(vm, "re", "Match", object, KIND_RECORD, &refuser, match_methods);
    c->pattern->flags &= ~(uint32_t)CLASS_SUBCLASSABLE;
    c->match->flags &= ~(uint32_t)CLASS_SUBCLASSABLE;
    *vm_state_root(vm, STATE_REGEX) = tuple_from(vm, (Value[]){from_obj(c->pattern), from_obj(c->match)}, 2);
    module_set(vm, m, "Pattern", from_obj(c->pattern));
    module_set(vm, m, "Match", from_obj(c->match));
}

const ModuleDef re_module = {.name = "_regex", .functions = functions, .init = init, .internal = true};
