/* _heapq: heaps of what C can compare. The elements are moved only when all comparisons of a
 * function have been made, so that Python can do the whole job where one of them needs it; the
 * twins make the same comparisons, so that the heap comes out the same. A comparison that fails
 * leaves the heap as far as it had come. */
#include "lib/lib.h"
#include "vm/containers.h"

enum { DEPTH = 64 }; /* levels of a heap */

typedef struct Items { /* a list seen as a heap */
    Value *items;
    uint32_t len;
    bool max; /* the greatest is on top */
} Items;

static Tri less(VM *vm, bool max, Value a, Value b) {
    return max ? val_compare(vm, CMP_LT, b, a) : val_compare(vm, CMP_LT, a, b);
}

/* Where `item` belongs on the way from `pos` up to the top; or, FAILED, how far it came. */
static Tri find_up(VM *vm, const Items *h, uint32_t pos, Value item, uint32_t *out) {
    Tri t = YES;
    while (pos > 0 && t == YES) {
        uint32_t parent = (pos - 1) / 2;
        t = less(vm, h->max, item, h->items[parent]);
        if (t == YES) pos = parent;
    }
    *out = pos;
    return t == NO ? YES : t;
}

static void move_up(const Items *h, uint32_t from, uint32_t to, Value item) {
    for (; from > to; from = (from - 1) / 2) h->items[from] = h->items[(from - 1) / 2];
    h->items[to] = item;
}

/* The way of `item` from the top down along the better children to a leaf, then up again until
 * it fits: *n steps of the path. */
static Tri find_down(VM *vm, const Items *h, uint32_t start, Value item, uint32_t *path, uint32_t *n) {
    *n = 0;
    for (uint32_t pos = start, child; (child = 2 * pos + 1) < h->len; pos = child) {
        if (child + 1 < h->len) {
            Tri t = less(vm, h->max, h->items[child], h->items[child + 1]);
            if (t == FAILED || t == NEEDS_PYTHON) return t;
            if (t == NO) child++;
        }
        path[(*n)++] = child;
    }
    /* Going up again, what has moved up along the path is compared: the children themselves. */
    for (; *n > 0; (*n)--) {
        Tri t = less(vm, h->max, item, h->items[path[*n - 1]]);
        if (t == FAILED || t == NEEDS_PYTHON) return t;
        if (t == NO) break;
    }
    return YES;
}

/* Puts `item` in the place of the top. */
static Tri sift_down(VM *vm, const Items *h, uint32_t start, Value item) {
    uint32_t path[DEPTH], n;
    Tri t = find_down(vm, h, start, item, path, &n);
    if (t == NEEDS_PYTHON) return t;
    uint32_t pos = start;
    for (uint32_t i = 0; i < n; i++) {
        h->items[pos] = h->items[path[i]];
        pos = path[i];
    }
    h->items[pos] = item;
    return t;
}

static bool check(VM *vm, Value heap, const char *function, const char *which) {
    if (is_list(heap)) return true;
    vm_raise(vm, T_TYPE_ERROR, "%s() argument %smust be list, not %s", function, which, type_name(vm, heap));
    return false;
}

static Value done(VM *vm, Tri t, Value result, const char *twin, int n, const Value *args) {
    if (t == NEEDS_PYTHON) return lib_twin(vm, "_library_twins", twin, n, args);
    return t == YES ? result : V_ERROR;
}

Tri lib_heap_push(VM *vm, List *l, Value v) {
    Items h = {l->items, l->len, false};
    uint32_t to = 0;
    Tri t = find_up(vm, &h, l->len, v, &to);
    if (t == NEEDS_PYTHON) return t;
    list_push(vm, l, v);
    h.items = l->items;
    move_up(&h, l->len - 1, to, v);
    return t;
}

static Tri pop_top(VM *vm, List *l, bool max, Value *out) {
    Items h = {l->items, l->len - 1, max};
    Value top = l->items[0], last = l->items[l->len - 1];
    Tri t = h.len ? sift_down(vm, &h, 0, last) : YES;
    if (t != NEEDS_PYTHON) l->len--;
    *out = top;
    return t;
}

Tri lib_heap_pop(VM *vm, List *l, Value *out) {
    return pop_top(vm, l, false, out);
}

static Value heappush(VM *vm, Value *args, int n) {
    if (!check(vm, args[0], "heappush", "1 ")) return V_ERROR;
    return done(vm, lib_heap_push(vm, AS(List, args[0]), args[1]), V_NONE, "heappush", n, args);
}

static Value pop(VM *vm, Value *args, bool max, const char *twin) {
    if (!check(vm, args[0], twin, "")) return V_ERROR;
    List *l = AS(List, args[0]);
    if (l->len == 0) return vm_raise(vm, T_INDEX_ERROR, "index out of range");
    Value top = V_NONE;
    Tri t = pop_top(vm, l, max, &top);
    return done(vm, t, top, twin, 1, args);
}

static Value heappop(VM *vm, Value *args, int n) {
    (void)n;
    return pop(vm, args, false, "heappop");
}
static Value heappop_max(VM *vm, Value *args, int n) {
    (void)n;
    return pop(vm, args, true, "_heappop_max");
}

static Value replace(VM *vm, Value *args, bool max, const char *twin) {
    if (!check(vm, args[0], twin, "1 ")) return V_ERROR;
    List *l = AS(List, args[0]);
    if (l->len == 0) return vm_raise(vm, T_INDEX_ERROR, "index out of range");
    Value top = l->items[0];
    Items h = {l->items, l->len, max};
    return done(vm, sift_down(vm, &h, 0, args[1]), top, twin, 2, args);
}

static Value heapreplace(VM *vm, Value *args, int n) {
    (void)n;
    return replace(vm, args, false, "heapreplace");
}
static Value heapreplace_max(VM *vm, Value *args, int n) {
    (void)n;
    return replace(vm, args, true, "_heapreplace_max");
}

static Value heappushpop(VM *vm, Value *args, int n) {
    (void)n;
    if (!check(vm, args[0], "heappushpop", "1 ")) return V_ERROR;
    List *l = AS(List, args[0]);
    if (l->len == 0) return args[1];
    Tri t = val_compare(vm, CMP_LT, l->items[0], args[1]);
    if (t == NO) return args[1];
    if (t == FAILED) return V_ERROR;
    if (t == NEEDS_PYTHON) return done(vm, t, V_NONE, "heappushpop", 2, args);
    return replace(vm, args, false, "heappushpop");
}

/* Works on a copy: Python starts again from the list as it was. */
static Value heapify_by(VM *vm, Value *args, bool max, const char *twin) {
    if (!check(vm, args[0], twin, "")) return V_ERROR;
    List *l = AS(List, args[0]);
    if (l->len < 2) return V_NONE;
    Value *copy = mem_alloc(l->len * sizeof *copy);
    memcpy(copy, l->items, l->len * sizeof *copy);
    Items h = {copy, l->len, max};
    Tri t = YES;
    for (uint32_t i = l->len / 2; i-- > 0 && t == YES;) t = sift_down(vm, &h, i, copy[i]);
    if (t != NEEDS_PYTHON) memcpy(l->items, copy, l->len * sizeof *copy);
    vm_charge(vm, l->len);
    mem_free(copy);
    return done(vm, t, V_NONE, twin, 1, args);
}

static Value heapify(VM *vm, Value *args, int n) {
    (void)n;
    return heapify_by(vm, args, false, "heapify");
}
static Value heapify_max(VM *vm, Value *args, int n) {
    (void)n;
    return heapify_by(vm, args, true, "_heapify_max");
}

static const NativeDef functions[] = {
    {"heappush", heappush, 2, 2, 0, NULL},
    {"heappop", heappop, 1, 1, 0, NULL},
    {"heapreplace", heapreplace, 2, 2, 0, NULL},
    {"heappushpop", heappushpop, 2, 2, 0, NULL},
    {"heapify", heapify, 1, 1, 0, NULL},
    {"_heappop_max", heappop_max, 1, 1, 0, NULL},
    {"_heapreplace_max", heapreplace_max, 2, 2, 0, NULL},
    {"_heapify_max", heapify_max, 1, 1, 0, NULL},
    {0},
};

const ModuleDef heapq_module = {.name = "_heapq", .functions = functions, .internal = true};
