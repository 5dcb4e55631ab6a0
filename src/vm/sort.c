/* list.sort() and sorted(): the merge sort that CPython uses (runs that are there already,
 * short ones filled up by binary insertion, merges that gallop), comparison for comparison,
 * since which pair is compared first can be seen in an error or in a program's __lt__. The
 * twin in core_sort.py is the same algorithm for comparisons that need Python. */
#include "vm/containers.h"
#include "vm/vm_internal.h"

enum { MIN_GALLOP = 7, MAX_PENDING = 85, SHORT = 64 };

/* The sort is written once and compiled for each sort of key, with its comparison inside. */
#define INLINE static inline __attribute__((always_inline))

typedef Tri (*Less)(VM *vm, Value a, Value b);

typedef struct Part { /* a place in the keys and the values that go with them */
    Value *keys, *values; /* values: NULL if the keys are what is sorted */
} Part;

typedef struct Run {
    uint32_t start, len;
    int power;
} Run;

typedef struct Sorter {
    VM *vm;
    Part all;
    uint32_t n, min_gallop;
    Value *room; /* for the shorter side of a merge */
    Run pending[MAX_PENDING];
    uint32_t pending_count;
} Sorter;

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

/* How long the run at the beginning is; a falling one is turned round. */
INLINE Tri find_run(Sorter *s, Less less, Part p, uint32_t n, uint32_t *len) {
    *len = 1;
    if (n == 1) return YES;
    Tri falling = less(s->vm, p.keys[1], p.keys[0]);
    if (falling != YES && falling != NO) return falling;
    for (*len = 2; *len < n; ++*len) {
        Tri t = less(s->vm, p.keys[*len], p.keys[*len - 1]);
        if (t != YES && t != NO) return t;
        if (t != falling) break;
    }
    if (falling == YES) reverse_part(p, *len);
    return YES;
}

/* Sorts p[0, n), of which the first `sorted` are sorted. */
INLINE Tri insert_rest(Sorter *s, Less less, Part p, uint32_t n, uint32_t sorted) {
    for (uint32_t i = sorted; i < n; i++) {
        uint32_t low = 0, high = i;
        Value pivot = p.keys[i];
        while (low < high) {
            uint32_t middle = low + ((high - low) >> 1);
            Tri t = less(s->vm, pivot, p.keys[middle]);
            if (t == YES) high = middle;
            else if (t == NO) low = middle + 1;
            else return t;
        }
        memmove(p.keys + low + 1, p.keys + low, (i - low) * sizeof(Value));
        p.keys[low] = pivot;
        if (p.values) {
            Value v = p.values[i];
            memmove(p.values + low + 1, p.values + low, (i - low) * sizeof(Value));
            p.values[low] = v;
        }
    }
    return YES;
}

/* --- galloping --------------------------------------------------------------------------------- */

/* Where `key` belongs among the n sorted keys: left of equal ones, or right of them. Looks near
 * `hint` first, in steps that double, then halves. */
INLINE Tri gallop(Sorter *s, Less less, bool right, Value key, const Value *a, int64_t n, int64_t hint, int64_t *out) {
    int64_t last = 0, offset = 1;
    Tri t = right ? less(s->vm, key, a[hint]) : less(s->vm, a[hint], key);
    if (t != YES && t != NO) return t;
    bool forward = (t == YES) != right;
    const int64_t most = forward ? n - hint : hint + 1;
    while (offset < most) {
        const Value other = forward ? a[hint + offset] : a[hint - offset];
        t = right ? less(s->vm, key, other) : less(s->vm, other, key);
        if (t != YES && t != NO) return t;
        if (((t == YES) != right) != forward) break;
        last = offset;
        offset = offset * 2 + 1;
    }
    if (offset > most) offset = most;
    int64_t low = (forward ? hint + last : hint - offset) + 1, high = forward ? hint + offset : hint - last;
    while (low < high) {
        int64_t middle = low + ((high - low) >> 1);
        t = right ? less(s->vm, key, a[middle]) : less(s->vm, a[middle], key);
        if (t != YES && t != NO) return t;
        if ((t == YES) == right) high = middle;
        else low = middle + 1;
    }
    *out = high;
    return YES;
}

/* --- merging ------------------------------------------------------------------------------------ */

static Part take_room(const Sorter *s) {
    return (Part){s->room, s->all.values ? s->room + (s->n / 2 + 1) : NULL};
}

/* Merges neighbours a and b, na <= nb, from the left; a is moved out of the way first. */
INLINE Tri merge_low(Sorter *s, Less less, Part a, int64_t na, Part b, int64_t nb) {
    Part to = a, spare = take_room(s);
    Tri t = YES;
    int64_t k = 0;
    copy_many(spare, a, (size_t)na);
    a = spare;
    copy_one(to, b);
    to = at(to, 1), b = at(b, 1);
    if (--nb == 0) goto rest_of_a;
    if (na == 1) goto rest_of_b;
    for (;;) {
        int64_t in_a = 0, in_b = 0;
        while (in_a < s->min_gallop && in_b < s->min_gallop) {
            t = less(s->vm, *b.keys, *a.keys);
            if (t == YES) {
                copy_one(to, b);
                to = at(to, 1), b = at(b, 1);
                in_b++, in_a = 0;
                if (--nb == 0) goto rest_of_a;
            } else if (t == NO) {
                copy_one(to, a);
                to = at(to, 1), a = at(a, 1);
                in_a++, in_b = 0;
                if (--na == 1) goto rest_of_b;
            } else {
                goto rest_of_a;
            }
        }
        s->min_gallop++;
        do {
            s->min_gallop -= s->min_gallop > 1;
            t = gallop(s, less, true, *b.keys, a.keys, na, 0, &k);
            if (t != YES) goto rest_of_a;
            in_a = k;
            copy_many(to, a, (size_t)k);
            to = at(to, k), a = at(a, k);
            na -= k;
            if (k && na == 1) goto rest_of_b;
            if (na == 0) goto rest_of_a; /* only if __lt__ contradicts itself */
            copy_one(to, b);
            to = at(to, 1), b = at(b, 1);
            if (--nb == 0) goto rest_of_a;
            t = gallop(s, less, false, *a.keys, b.keys, nb, 0, &k);
            if (t != YES) goto rest_of_a;
            in_b = k;
            copy_many(to, b, (size_t)k);
            to = at(to, k), b = at(b, k);
            nb -= k;
            if (nb == 0) goto rest_of_a;
            copy_one(to, a);
            to = at(to, 1), a = at(a, 1);
            if (--na == 1) goto rest_of_b;
        } while (in_a >= MIN_GALLOP || in_b >= MIN_GALLOP);
        s->min_gallop++;
    }
rest_of_a:
    if (na) copy_many(to, a, (size_t)na);
    return t == NO ? YES : t;
rest_of_b:
    copy_many(to, b, (size_t)nb);
    copy_one(at(to, nb), a);
    return YES;
}

/* The same from the right, where nb < na. */
INLINE Tri merge_high(Sorter *s, Less less, Part a, int64_t na, Part b, int64_t nb) {
    Part to = at(b, nb - 1), spare = take_room(s), first_a = a;
    Tri t = YES;
    int64_t k = 0;
    copy_many(spare, b, (size_t)nb);
    b = at(spare, nb - 1);
    a = at(a, na - 1);
    copy_one(to, a);
    to = at(to, -1), a = at(a, -1);
    if (--na == 0) goto rest_of_b;
    if (nb == 1) goto rest_of_a;
    for (;;) {
        int64_t in_a = 0, in_b = 0;
        while (in_a < s->min_gallop && in_b < s->min_gallop) {
            t = less(s->vm, *b.keys, *a.keys);
            if (t == YES) {
                copy_one(to, a);
                to = at(to, -1), a = at(a, -1);
                in_a++, in_b = 0;
                if (--na == 0) goto rest_of_b;
            } else if (t == NO) {
                copy_one(to, b);
                to = at(to, -1), b = at(b, -1);
                in_b++, in_a = 0;
                if (--nb == 1) goto rest_of_a;
            } else {
                goto rest_of_b;
            }
        }
        s->min_gallop++;
        do {
            s->min_gallop -= s->min_gallop > 1;
            t = gallop(s, less, true, *b.keys, first_a.keys, na, na - 1, &k);
            if (t != YES) goto rest_of_b;
            in_a = k = na - k;
            to = at(to, -k), a = at(a, -k);
            copy_many(at(to, 1), at(a, 1), (size_t)k);
            na -= k;
            if (na == 0) goto rest_of_b;
            copy_one(to, b);
            to = at(to, -1), b = at(b, -1);
            if (--nb == 1) goto rest_of_a;
            t = gallop(s, less, false, *a.keys, spare.keys, nb, nb - 1, &k);
            if (t != YES) goto rest_of_b;
            in_b = k = nb - k;
            to = at(to, -k), b = at(b, -k);
            copy_many(at(to, 1), at(b, 1), (size_t)k);
            nb -= k;
            if (k && nb == 1) goto rest_of_a;
            if (nb == 0) goto rest_of_b; /* only if __lt__ contradicts itself */
            copy_one(to, a);
            to = at(to, -1), a = at(a, -1);
            if (--na == 0) goto rest_of_b;
        } while (in_a >= MIN_GALLOP || in_b >= MIN_GALLOP);
        s->min_gallop++;
    }
rest_of_b:
    if (nb) copy_many(at(to, 1 - nb), spare, (size_t)nb);
    return t == NO ? YES : t;
rest_of_a:
    copy_many(at(to, 1 - na), at(a, 1 - na), (size_t)na);
    copy_one(at(to, -na), b);
    return YES;
}

/* Merges the i-th pending run with the next. */
INLINE Tri merge_at(Sorter *s, Less less, uint32_t i) {
    Part a = at(s->all, s->pending[i].start), b = at(s->all, s->pending[i + 1].start);
    int64_t na = s->pending[i].len, nb = s->pending[i + 1].len, k = 0;
    s->pending[i].len += s->pending[i + 1].len;
    if (i + 3 == s->pending_count) s->pending[i + 1] = s->pending[i + 2];
    s->pending_count--;
    Tri t = gallop(s, less, true, *b.keys, a.keys, na, 0, &k);
    if (t != YES) return t;
    a = at(a, k);
    na -= k;
    if (na == 0) return YES;
    t = gallop(s, less, false, a.keys[na - 1], b.keys, nb, nb - 1, &nb);
    if (t != YES || nb == 0) return t;
    return na <= nb ? merge_low(s, less, a, na, b, nb) : merge_high(s, less, a, na, b, nb);
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

INLINE Tri push_run(Sorter *s, Less less, uint32_t start, uint32_t len) {
    if (s->pending_count) {
        const Run *last = &s->pending[s->pending_count - 1];
        int power = power_of(last->start, last->len, len, s->n);
        while (s->pending_count > 1 && s->pending[s->pending_count - 2].power > power) {
            Tri t = merge_at(s, less, s->pending_count - 2);
            if (t != YES) return t;
        }
        s->pending[s->pending_count - 1].power = power;
    }
    s->pending[s->pending_count++] = (Run){start, len, 0};
    return YES;
}

static uint32_t least_run(uint32_t n) {
    uint32_t odd = 0;
    while (n >= SHORT) {
        odd |= n & 1;
        n >>= 1;
    }
    return n + odd;
}

INLINE Tri sort_with(Sorter *s, Less less) {
    const uint32_t least = least_run(s->n);
    Tri t;
    for (uint32_t start = 0, len; start < s->n; start += len) {
        uint32_t left = s->n - start;
        t = find_run(s, less, at(s->all, start), left, &len);
        if (t == YES && len < least) {
            uint32_t filled = left < least ? left : least;
            t = insert_rest(s, less, at(s->all, start), filled, len);
            len = filled;
        }
        if (t == YES) t = push_run(s, less, start, len);
        if (t != YES) return t;
    }
    while (s->pending_count > 1) {
        uint32_t i = s->pending_count - 2;
        if (i > 0 && s->pending[i - 1].len < s->pending[i + 1].len) i--;
        t = merge_at(s, less, i);
        if (t != YES) return t;
    }
    return YES;
}

/* --- by the sort of key --------------------------------------------------------------------------- */

INLINE Tri less_int(VM *vm, Value a, Value b) {
    (void)vm;
    return (int64_t)(a << 16) < (int64_t)(b << 16) ? YES : NO;
}

INLINE Tri less_float(VM *vm, Value a, Value b) {
    (void)vm;
    return as_float(a) < as_float(b) ? YES : NO;
}

INLINE Tri less_str(VM *vm, Value a, Value b) {
    (void)vm;
    return str_compare(AS(Str, a), AS(Str, b)) < 0 ? YES : NO;
}

static Tri less_any(VM *vm, Value a, Value b) {
    return val_compare(vm, CMP_LT, a, b);
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

/* A reversed sort is stable too: equal elements keep their order. */
Tri sort_values(VM *vm, Value *keys, Value *values, uint32_t n, bool reversed) {
    static Tri (*const sorts[])(Sorter *s) = {
        [KEYS_INT] = sort_ints, [KEYS_FLOAT] = sort_floats, [KEYS_STR] = sort_strs, [KEYS_ANY] = sort_any,
    };
    if (n < 2) return YES;
    vm_charge(vm, cost(n));
    Part all = {keys, values};
    if (reversed) reverse_part(all, n);
    size_t room = (size_t)(n / 2 + 1) * (values ? 2 : 1) * sizeof(Value);
    Sorter s = {.vm = vm, .all = all, .n = n, .min_gallop = MIN_GALLOP};
    s.room = n >= SHORT ? heap_array(vm, NULL, 0, room) : NULL;
    Tri t = sorts[kind_of_keys(vm, keys, n)](&s);
    if (s.room) heap_array(vm, s.room, room, 0);
    if (reversed) reverse_part(all, n);
    return t;
}

/* --- with a key function ----------------------------------------------------------------------------- */

/* Slots of the frame in C that asks for the keys one after another. */
enum { KEY_FUNCTION, KEY_REVERSED, KEY_VALUES, KEY_KEYS, KEY_OWNER, KEY_SLOTS };

/* Has the list's items in their new order, unless it was changed meanwhile. */
static Value give_back(VM *vm, Value owner, List *items) {
    List *l = AS(List, owner);
    bool touched = l->len != 0 || l->cap != 0;
    List had = *l;
    l->items = items->items;
    l->len = items->len;
    l->cap = items->cap;
    items->items = had.items;
    items->len = had.len;
    items->cap = had.cap;
    return touched ? vm_raise(vm, T_VALUE_ERROR, "list modified during sort") : V_NONE;
}

/* The keys are there. Sorted copies first: if Python must compare, nothing has happened yet. */
static Value sort_by_keys(VM *vm, Value owner, List *values, List *keys, Value reversed) {
    Value sorted_keys = list_from(vm, keys->items, keys->len), sorted_values = list_from(vm, values->items, values->len);
    List *k = AS(List, sorted_keys), *v = AS(List, sorted_values);
    switch (sort_values(vm, k->items, v->items, k->len, reversed == V_TRUE)) {
    case NEEDS_PYTHON: return vm_twin(vm, TWIN_SORT, 4, owner, from_obj(values), from_obj(keys), reversed);
    case YES: return give_back(vm, owner, v);
    default: {
        Value error = vm->error;
        give_back(vm, owner, v);
        vm->error = error;
        return V_ERROR;
    }
    }
}

static Value next_key(VM *vm, Frame *f, Value result) {
    List *values = AS(List, f->slots[KEY_VALUES]), *keys = AS(List, f->slots[KEY_KEYS]);
    if (f->stage == 1) return result == V_ERROR ? result : f->slots[KEY_OWNER]; /* the twin has sorted */
    if (result == V_ERROR) {
        Value error = vm->error;
        give_back(vm, f->slots[KEY_OWNER], values);
        vm->error = error;
        return V_ERROR;
    }
    if (result != V_UNDEF) list_push(vm, keys, result);
    if (keys->len < values->len) return vm_tail(vm, f->slots[KEY_FUNCTION], 1, &values->items[keys->len]);
    f->stage = 1;
    Value v = sort_by_keys(vm, f->slots[KEY_OWNER], values, keys, f->slots[KEY_REVERSED]);
    return v == V_NONE ? f->slots[KEY_OWNER] : v;
}

/* While the keys are asked for the list looks empty, as in CPython. The result is the list. */
static Value sort_with_key(VM *vm, Value list, Value key, Value reversed) {
    Value values = list_new(vm, 0);
    List *l = AS(List, list), *v = AS(List, values);
    *v = (List){v->obj, l->items, l->len, l->cap};
    *l = (List){l->obj, NULL, 0, 0};
    Value slots[KEY_SLOTS] = {key, reversed, values, list_new(vm, v->len), list};
    return vm_tail_step(vm, next_key, KEY_SLOTS, slots);
}

/* --- list.sort and sorted ----------------------------------------------------------------------------- */

static Value sort_plain(VM *vm, Value list, bool reversed) {
    List *l = AS(List, list);
    if (l->len < 2) return list;
    Value copy = list_from(vm, l->items, l->len);
    switch (sort_values(vm, l->items, NULL, l->len, reversed)) {
    case YES: return list;
    case NEEDS_PYTHON:
        memcpy(l->items, AS(List, copy)->items, l->len * sizeof(Value));
        return vm_twin(vm, TWIN_SORT_PLAIN, 2, list, from_bool(reversed));
    default: return V_ERROR;
    }
}

/* reverse= is an int; V_ERROR with a complaint if it is none. */
static Value reversed_flag(VM *vm, Value v) {
    int64_t i;
    if (v == V_UNDEF) return V_FALSE;
    if (int_clamped(v, &i)) return from_bool(i != 0);
    return vm_raise(vm, T_TYPE_ERROR, "'%s' object cannot be interpreted as an integer", type_name(vm, v));
}

static Value sort_any_list(VM *vm, Value list, Value key, Value reverse_arg) {
    Value reversed = reversed_flag(vm, reverse_arg);
    if (reversed == V_ERROR) return reversed;
    if (key == V_UNDEF || key == V_NONE) return sort_plain(vm, list, reversed == V_TRUE);
    return sort_with_key(vm, list, key, reversed);
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
    Value slots[] = {args[0], o.key, o.reverse};
    if (o.key != V_UNDEF && o.key != V_NONE) return vm_tail_step(vm, drop_result, 3, slots);
    Value v = sort_any_list(vm, args[0], o.key, o.reverse);
    if (v == V_TAIL) return vm_tail_step(vm, drop_result, 3, slots);
    return v == V_ERROR ? v : V_NONE;
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
