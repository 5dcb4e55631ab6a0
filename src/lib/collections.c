/* _collections: deque, and what collections.py wants to be quick. */
#include "lib/collections.h"
#include "lib/lib.h"
#include "vm/containers.h"

/* --- namedtuple -------------------------------------------------------------------------------
 * An attribute in C has no room for a number, so each of the first fields has its own function;
 * further ones are read by Python. */

#define FIELD(i)                                         \
    static Value field_##i(VM *vm, Value *args, int n) { \
        (void)vm, (void)n;                               \
        const Tuple *t = AS(Tuple, args[0]);             \
        return t->len > (i) ? t->items[i] : V_NONE;      \
    }
#define FIELDS(X) X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11) X(12) X(13) X(14) X(15)
FIELDS(FIELD)

static const NativeDef field_defs[] = {
#define GETTER(i) {"field", field_##i, 1, 1, NF_GETTER, "can't set attribute"},
    FIELDS(GETTER)};

/* field_getter(i): None past those. */
static Value field_getter(VM *vm, Value *args, int n) {
    (void)n;
    size_t i = (size_t)as_small(args[0]);
    if (i >= sizeof field_defs / sizeof *field_defs) return V_NONE;
    return native_new(vm, &field_defs[i], V_UNDEF, class_get(vm, T_TUPLE));
}

/* --- Counter ------------------------------------------------------------------------------------- */

static Value no_count(VM *vm, Value *args, int n) {
    (void)vm, (void)args, (void)n;
    return from_small(0);
}

static const NativeDef no_count_def = {"__missing__", no_count, 2, 2, NF_SELF, NULL};

/* One more of `key`. */
static Tri count_one(VM *vm, Dict *d, Value key) {
    uint64_t hash;
    Value old;
    Tri t = val_hash(vm, key, &hash);
    if (t != YES) return t;
    t = dict_find_hash(vm, d, key, hash, &old);
    if (t == NO) return dict_set_hash(vm, d, key, hash, from_small(1));
    if (t != YES) return t;
    if (is_obj(old) && !is_bigint(old)) return NEEDS_PYTHON;
    Value sum = obj_binary(vm, BIN_ADD, old, from_small(1));
    return sum == V_ERROR ? FAILED : dict_set_hash(vm, d, key, hash, sum);
}

enum { MOST_COUNTED = 1 << 20 }; /* elements, before Python goes on, which can be stopped */

/* count_elements(counter, iterable). Elements that Python must compare are left to the twin, from
 * the one on where C had to stop. */
static Value count_elements(VM *vm, Value *args, int n) {
    (void)n;
    Class *cls = class_of(vm, args[0]);
    bool plain = is_dict(args[0]) && !special_is_python(vm, cls, SP_SETITEM) && iter_is_native(vm, args[1]);
    if (!plain) return lib_twin(vm, "_library_twins", "count_elements", 2, args);
    Value it = iter_of(vm, args[1]);
    if (it == V_ERROR) return it;
    int left = MOST_COUNTED;
    for (Value v; (v = iter_step(vm, AS(Iter, it))) != V_STOP;) {
        if (v == V_ERROR) return v;
        Tri t = --left ? count_one(vm, AS(Dict, args[0]), v) : NEEDS_PYTHON;
        if (t == FAILED) return V_ERROR;
        if (t == NEEDS_PYTHON) {
            Value rest[] = {args[0], v, it};
            return lib_twin(vm, "_library_twins", "count_from", 3, rest);
        }
    }
    return V_NONE;
}

/* --- defaultdict ---------------------------------------------------------------------------------- */

/* What calling one of the usual factories makes, without a call; V_UNDEF for others. */
static Value made_by(VM *vm, Value factory) {
    if (!is_class(factory)) return V_UNDEF;
    Class *c = AS(Class, factory);
    if (c == class_get(vm, T_LIST)) return list_new(vm, 0);
    if (c == class_get(vm, T_INT)) return from_small(0);
    if (c == class_get(vm, T_DICT)) return dict_new(vm);
    if (c == class_get(vm, T_SET)) return set_new(vm, false);
    if (c == class_get(vm, T_STR)) return str_new(vm, "", 0);
    if (c == class_get(vm, T_FLOAT)) return from_float(0);
    return V_UNDEF;
}

static Value missing(VM *vm, Value *args, int n) {
    (void)n;
    Dict *attrs = obj_attrs(vm, as_obj(args[0]), false);
    Value factory = attrs ? dict_get_str(attrs, str_intern(vm, "default_factory", 15)) : V_NONE;
    if (factory == V_NONE || factory == V_UNDEF) return dict_key_error(vm, args[1]);
    Value made = made_by(vm, factory);
    if (made != V_UNDEF && !special_is_python(vm, class_of(vm, args[0]), SP_SETITEM)) {
        Tri t = dict_set(vm, AS(Dict, args[0]), args[1], made);
        if (t == YES || t == NO) return made;
        if (t == FAILED) return V_ERROR;
    }
    return lib_twin(vm, "_library_twins", "missing", 2, args);
}

static const NativeDef missing_def = {"__missing__", missing, 2, 2, NF_SELF, NULL};

static const NativeDef functions[] = {
    {"field_getter", field_getter, 1, 1, 0, NULL},
    {"count_elements", count_elements, 2, 2, 0, NULL},
    {0},
};

void lib_collections_keep(VM *vm) {
    const CollectionsState *s = vm_state(vm, STATE_COLLECTIONS, sizeof *s);
    const Value classes[] = {from_obj(s->deque),
                             from_obj(s->deque_iterator),
                             from_obj(s->deque_reverse_iterator),
                             from_obj(s->odict_views[VIEW_KEYS]),
                             from_obj(s->odict_views[VIEW_VALUES]),
                             from_obj(s->odict_views[VIEW_ITEMS])};
    *vm_state_root(vm, STATE_COLLECTIONS) = tuple_from(vm, classes, sizeof classes / sizeof *classes);
}

static void init(VM *vm, ModuleObj *m) {
    module_set(vm, m, "deque", from_obj(lib_deque_class(vm)));
    lib_odict_setup(vm, m);
    lib_collections_keep(vm);
    module_set(vm, m, "no_count", native_new(vm, &no_count_def, V_UNDEF, class_get(vm, T_DICT)));
    module_set(vm, m, "missing", native_new(vm, &missing_def, V_UNDEF, class_get(vm, T_DICT)));
}

const ModuleDef collections_module = {
    .name = "_collections", .functions = functions, .init = init, .internal = true};
