#include "vm/suggest.h"

#include "vm/vm_internal.h"

#include <stdlib.h>

/* The numbers of CPython's Python/suggestions.c: which name is proposed depends on them. */
enum { MOVE_COST = 2, CASE_COST = 1, MAX_NAME = 40, MAX_CANDIDATES = 750 };

typedef struct Best {
    const Str *wrong;
    Str *name;
    size_t distance;
} Best;

typedef struct Names {
    VEC(Str *) list;
} Names;

static unsigned char lower(unsigned char c) {
    return c >= 'A' && c <= 'Z' ? (unsigned char)(c + 32) : c;
}

static size_t substitution(unsigned char a, unsigned char b) {
    if ((a & 31) != (b & 31)) return MOVE_COST;
    if (a == b) return 0;
    return lower(a) == lower(b) ? CASE_COST : MOVE_COST;
}

static size_t smaller(size_t a, size_t b) {
    return a < b ? a : b;
}

/* The cost of turning one name into the other, or more than `limit`. */
static size_t distance(const char *a, size_t na, const char *b, size_t nb, size_t limit) {
    while (na && nb && *a == *b) a++, b++, na--, nb--;
    while (na && nb && a[na - 1] == b[nb - 1]) na--, nb--;
    if (na == 0 || nb == 0) return (na + nb) * MOVE_COST;
    if (na > MAX_NAME || nb > MAX_NAME) return limit + 1;
    if (nb < na) {
        const char *t = a;
        a = b, b = t;
        size_t n = na;
        na = nb, nb = n;
    }
    if ((nb - na) * MOVE_COST > limit) return limit + 1;
    size_t row[MAX_NAME];
    for (size_t i = 0; i < na; i++) row[i] = (i + 1) * MOVE_COST;
    size_t result = 0;
    for (size_t j = 0; j < nb; j++) {
        size_t diagonal = result = j * MOVE_COST;
        size_t least = SIZE_MAX;
        for (size_t i = 0; i < na; i++) {
            size_t change = diagonal + substitution((unsigned char)b[j], (unsigned char)a[i]);
            diagonal = row[i];
            result = smaller(change, smaller(result, diagonal) + MOVE_COST);
            row[i] = result;
            least = smaller(least, result);
        }
        if (least > limit) return limit + 1;
    }
    return result;
}

static void consider(Best *best, Str *candidate) {
    if (str_equal(best->wrong, candidate)) return;
    Buf wrong = {0}, name = {0};
    str_to_utf8(best->wrong, &wrong);
    str_to_utf8(candidate, &name);
    /* No more than a third of the letters may need changing, and a tie goes to the first. */
    size_t limit = (wrong.len + name.len + 3) * MOVE_COST / 6;
    if (best->name) limit = smaller(limit, best->distance - 1);
    size_t d = distance(wrong.data, wrong.len, name.data, name.len, limit);
    if (d <= limit) {
        best->name = candidate;
        best->distance = d;
    }
    buf_deinit(&wrong);
    buf_deinit(&name);
}

static Str *nearest(const Str *wrong, const Names *names) {
    Best best = {.wrong = wrong};
    if (names->list.len >= MAX_CANDIDATES) return NULL;
    for (uint32_t i = 0; i < names->list.len; i++) consider(&best, names->list.items[i]);
    return best.name;
}

static void add_keys(Names *names, Dict *d) {
    if (!d) return;
    uint32_t i = 0;
    for (DictEntry *e = dict_next(d, &i); e; e = dict_next(d, &i))
        if (is_str(e->key)) vec_push(&names->list, AS(Str, e->key));
}

static Str *nearest_key(const Str *wrong, Dict *d) {
    Names names = {0};
    add_keys(&names, d);
    Str *found = nearest(wrong, &names);
    vec_deinit(&names.list);
    return found;
}

/* --- attributes -------------------------------------------------------------------- */

static void add_shape(Names *names, const Shape *s) {
    for (; s && s->name; s = s->parent) vec_push(&names->list, s->name);
}

static void add_instance(VM *vm, Names *names, Value object) {
    if (is_kind(object, KIND_MODULE)) {
        add_keys(names, AS(ModuleObj, object)->attrs);
    } else if (is_kind(object, KIND_INSTANCE)) {
        Instance *i = AS(Instance, object);
        if (i->shape) add_shape(names, i->shape);
        else if (is_dict(i->slots[0])) add_keys(names, AS(Dict, i->slots[0]));
    } else if (is_obj(object)) {
        add_keys(names, obj_attrs(vm, as_obj(object), false));
    }
}

static void add_classes(Names *names, const Class *c) {
    for (uint32_t i = 0; i < c->mro->len; i++) add_keys(names, AS(Class, c->mro->items[i])->attrs);
}

static int by_text(const void *a, const void *b) {
    return str_compare(*(Str *const *)a, *(Str *const *)b);
}

/* In the order of dir(), which is sorted. */
static Str *nearest_attribute(VM *vm, const Str *wrong, Value object) {
    Names names = {0};
    if (is_class(object)) {
        add_classes(&names, AS(Class, object));
    } else {
        add_instance(vm, &names, object);
        if (!is_kind(object, KIND_MODULE)) add_classes(&names, class_of(vm, object));
    }
    if (names.list.len) qsort(names.list.items, names.list.len, sizeof(Str *), by_text);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < names.list.len; i++)
        if (kept == 0 || !str_equal(names.list.items[kept - 1], names.list.items[i]))
            names.list.items[kept++] = names.list.items[i];
    names.list.len = kept;
    Str *found = nearest(wrong, &names);
    vec_deinit(&names.list);
    return found;
}

/* --- names ------------------------------------------------------------------------- */

static bool becomes_cell(const Code *code, uint32_t slot) {
    for (uint32_t w = 0; w < code->word_count; w++)
        if (OP_OF(code->words[w]) == OP_MAKE_CELL && ARG_OF(code->words[w]) == slot) return true;
    return false;
}

/* A function's locals; variables that inner functions share are not among them, as in
 * CPython, unless they are parameters. */
static Str *nearest_local(const Str *wrong, const Code *code) {
    Names names = {0};
    for (uint32_t slot = 0; slot < code->free_start; slot++) {
        Str *name = code->slot_names[slot];
        if (name && (slot < code->param_count || !becomes_cell(code, slot))) vec_push(&names.list, name);
    }
    Str *found = nearest(wrong, &names);
    vec_deinit(&names.list);
    return found;
}

static const Code *innermost_code(Value traceback) {
    const Code *code = NULL;
    while (is_kind(traceback, KIND_TRACEBACK)) {
        code = AS(Traceback, traceback)->code;
        traceback = AS(Traceback, traceback)->next;
    }
    return code;
}

static Str *nearest_name(VM *vm, const Str *wrong, const Code *code) {
    if (!code) return NULL;
    Str *found = code->flags & (CODE_MODULE | CODE_CLASS_BODY) ? NULL : nearest_local(wrong, code);
    if (!found && is_kind(vm->main_module, KIND_MODULE))
        found = nearest_key(wrong, AS(ModuleObj, vm->main_module)->attrs);
    return found ? found : nearest_key(wrong, vm->builtins);
}

Str *suggest_for(VM *vm, Exception *e) {
    Value v = from_obj(e);
    bool of_attribute = is_a(vm, v, T_ATTRIBUTE_ERROR), of_name = is_a(vm, v, T_NAME_ERROR);
    if (!(of_attribute || of_name) || !is_str(e->extra[0])) return NULL;
    const Str *wrong = AS(Str, e->extra[0]);
    if (of_name) return nearest_name(vm, wrong, innermost_code(e->traceback));
    return e->extra[1] == V_UNDEF ? NULL : nearest_attribute(vm, wrong, e->extra[1]);
}
