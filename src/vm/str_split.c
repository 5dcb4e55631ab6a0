/* str and bytes: cutting at separators, lines and ends. */
#include "vm/str_methods.h"

#include "vm/unicode.h"

/* --- split ---------------------------------------------------------------------------- */

typedef struct Split {
    VM *vm;
    Text self, sep;
    bool by_space;
    uint32_t most; /* cuts */
    List *parts;
} Split;

static void keep(Split *s, uint32_t start, uint32_t end) {
    list_push(s->vm, s->parts, text_sub(s->vm, &s->self, start, end));
}

static uint32_t skip_space(const Text *t, uint32_t i) {
    while (i < t->len && text_is_space(t, i)) i++;
    return i;
}

static uint32_t skip_space_back(const Text *t, uint32_t i) {
    while (i > 0 && text_is_space(t, i - 1)) i--;
    return i;
}

/* The common case: a character a byte. */
static void split_space_narrow(Split *s) {
    const unsigned char *p = s->self.data, space = s->self.is_bytes ? SPACE_BYTES : SPACE_STR;
    uint32_t i = 0, len = s->self.len;
    while (i < len && text_spaces[p[i]] & space) i++;
    for (uint32_t cuts = 0; i < len && cuts < s->most; cuts++) {
        uint32_t start = i;
        while (i < len && !(text_spaces[p[i]] & space)) i++;
        keep(s, start, i);
        while (i < len && text_spaces[p[i]] & space) i++;
    }
    if (i < len) keep(s, i, len);
}

static void split_space(Split *s) {
    const Text *t = &s->self;
    if (t->width == 1) {
        split_space_narrow(s);
        return;
    }
    uint32_t i = skip_space(t, 0);
    for (uint32_t cuts = 0; i < t->len && cuts < s->most; cuts++) {
        uint32_t start = i;
        while (i < t->len && !text_is_space(t, i)) i++;
        keep(s, start, i);
        i = skip_space(t, i);
    }
    if (i < t->len) keep(s, i, t->len);
}

static void rsplit_space(Split *s) {
    const Text *t = &s->self;
    uint32_t i = skip_space_back(t, t->len);
    for (uint32_t cuts = 0; i > 0 && cuts < s->most; cuts++) {
        uint32_t end = i;
        while (i > 0 && !text_is_space(t, i - 1)) i--;
        keep(s, i, end);
        i = skip_space_back(t, i);
    }
    if (i > 0) keep(s, 0, i);
}

static void split_sep(Split *s) {
    uint32_t start = 0;
    for (uint32_t cuts = 0; cuts < s->most; cuts++) {
        int64_t at = search_first(&s->self, &s->sep, start, s->self.len);
        if (at < 0) break;
        keep(s, start, (uint32_t)at);
        start = (uint32_t)at + s->sep.len;
    }
    keep(s, start, s->self.len);
}

static void rsplit_sep(Split *s) {
    uint32_t end = s->self.len;
    for (uint32_t cuts = 0; cuts < s->most; cuts++) {
        int64_t at = search_last(&s->self, &s->sep, 0, end);
        if (at < 0) break;
        keep(s, (uint32_t)at + s->sep.len, end);
        end = (uint32_t)at;
    }
    keep(s, 0, end);
}

static Value separator(VM *vm, Split *s, Value arg) {
    s->by_space = arg == V_UNDEF || is_none(arg);
    if (s->by_space) return V_NONE;
    if (!s->self.is_bytes && !is_str(arg))
        return vm_raise(vm, T_TYPE_ERROR, "must be str or None, not %s", type_name(vm, arg));
    if (!text_like(vm, &s->self, arg, "", &s->sep)) return V_ERROR;
    return s->sep.len ? V_NONE : vm_raise(vm, T_VALUE_ERROR, "empty separator");
}

static Tri most_cuts(VM *vm, Value arg, uint32_t *out) {
    int64_t i;
    Tri t = text_int(vm, arg, -1, &i);
    *out = i < 0 || i > UINT32_MAX ? UINT32_MAX : (uint32_t)i;
    return t;
}

static Value split(VM *vm, Value *args, int n, bool backwards) {
    Split s = {.vm = vm, .self = text_of(args[0])};
    Tri t = most_cuts(vm, args[2], &s.most);
    if (t == NEEDS_PYTHON) return text_with_ints(vm, backwards ? "rsplit" : "split", n, args);
    if (t == FAILED || separator(vm, &s, args[1]) == V_ERROR) return V_ERROR;
    Value result = list_new(vm, 0);
    s.parts = AS(List, result);
    if (!backwards) {
        (s.by_space ? split_space : split_sep)(&s);
        return result;
    }
    (s.by_space ? rsplit_space : rsplit_sep)(&s);
    for (uint32_t i = 0, j = s.parts->len; i + 1 < j; i++) {
        Value v = s.parts->items[i];
        s.parts->items[i] = s.parts->items[--j];
        s.parts->items[j] = v;
    }
    return result;
}

Value text_split(VM *vm, Value *args, int n) {
    return split(vm, args, n, false);
}

Value text_rsplit(VM *vm, Value *args, int n) {
    return split(vm, args, n, true);
}

/* --- lines ---------------------------------------------------------------------------- */

static bool is_break(const Text *t, uint32_t i) {
    uint32_t c = text_at(t, i);
    return c == '\n' || c == '\r' || (!t->is_bytes && uni_is_line_break(c));
}

Value text_splitlines(VM *vm, Value *args, int n) {
    Text t = text_of(args[0]);
    int64_t keep_ends;
    Tri tri = text_c_int(vm, args[1], 0, &keep_ends);
    if (tri == NEEDS_PYTHON) return text_with_ints(vm, "splitlines", n, args);
    if (tri == FAILED) return V_ERROR;
    Value lines = list_new(vm, 0);
    for (uint32_t i = 0; i < t.len;) {
        uint32_t start = i;
        while (i < t.len && !is_break(&t, i)) i++;
        uint32_t end = i;
        if (i < t.len) i += text_at(&t, i) == '\r' && i + 1 < t.len && text_at(&t, i + 1) == '\n' ? 2 : 1;
        list_push(vm, AS(List, lines), text_sub(vm, &t, start, keep_ends ? i : end));
    }
    return lines;
}

/* --- partition ------------------------------------------------------------------------ */

static Value partition(VM *vm, Value *args, bool backwards) {
    Text self = text_of(args[0]), sep;
    if (!text_like(vm, &self, args[1], "", &sep)) return V_ERROR;
    if (sep.len == 0) return vm_raise(vm, T_VALUE_ERROR, "empty separator");
    int64_t at = backwards ? search_last(&self, &sep, 0, self.len) : search_first(&self, &sep, 0, self.len);
    Value all = self.owner, none = text_sub(vm, &self, 0, 0);
    Value missing[2][3] = {{all, none, none}, {none, none, all}};
    if (at < 0) return tuple_from(vm, missing[backwards], 3);
    Value parts[3] = {text_sub(vm, &self, 0, (uint32_t)at), text_sub(vm, &sep, 0, sep.len),
                      text_sub(vm, &self, (uint32_t)at + sep.len, self.len)};
    return tuple_from(vm, parts, 3);
}

Value text_partition(VM *vm, Value *args, int n) {
    (void)n;
    return partition(vm, args, false);
}

Value text_rpartition(VM *vm, Value *args, int n) {
    (void)n;
    return partition(vm, args, true);
}

/* --- strip ---------------------------------------------------------------------------- */

enum { STRIP_LEFT = 1, STRIP_RIGHT = 2 };

static bool holds(const Text *set, uint32_t point) {
    for (uint32_t i = 0; i < set->len; i++)
        if (text_at(set, i) == point) return true;
    return false;
}

static bool goes(const Text *t, const Text *set, uint32_t i) {
    return set ? holds(set, text_at(t, i)) : text_is_space(t, i);
}

static Value strip(VM *vm, Value *args, const char *name, int sides) {
    Text self = text_of(args[0]), set;
    bool given = args[1] != V_UNDEF && !is_none(args[1]);
    if (given && !self.is_bytes && !is_str(args[1]))
        return vm_raise(vm, T_TYPE_ERROR, "%s arg must be None or str", name);
    if (given && !text_like(vm, &self, args[1], "", &set)) return V_ERROR;
    uint32_t start = 0, end = self.len;
    if (sides & STRIP_LEFT)
        while (start < end && goes(&self, given ? &set : NULL, start)) start++;
    if (sides & STRIP_RIGHT)
        while (end > start && goes(&self, given ? &set : NULL, end - 1)) end--;
    return text_sub(vm, &self, start, end);
}

Value text_strip(VM *vm, Value *args, int n) {
    (void)n;
    return strip(vm, args, "strip", STRIP_LEFT | STRIP_RIGHT);
}

Value text_lstrip(VM *vm, Value *args, int n) {
    (void)n;
    return strip(vm, args, "lstrip", STRIP_LEFT);
}

Value text_rstrip(VM *vm, Value *args, int n) {
    (void)n;
    return strip(vm, args, "rstrip", STRIP_RIGHT);
}
