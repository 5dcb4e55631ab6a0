/* _abc: what an abstract class answers about other classes, once somebody has asked. */
#include "lib/lib.h"
#include "vm/containers.h"

/* Registered classes; those known to be subclasses; those known not to be, which holds until any
 * class is registered anywhere: `ASKED_AT` is the count of registrations then. */
enum { REGISTERED, SUBCLASSES, OTHERS, ASKED_AT, SLOTS };

typedef struct AbcState { /* STATE_ABC */
    Class *answers;
    int64_t registrations;
    Value ask; /* abc.py's; also the root of this state */
} AbcState;

static AbcState *state(VM *vm) {
    return vm_state(vm, STATE_ABC, sizeof(AbcState));
}

static Value answers_new(VM *vm, Value *args, int n) {
    (void)n;
    Value v = record_new(vm, AS(Class, args[0]), SLOTS);
    Record *a = AS(Record, v);
    for (int i = REGISTERED; i <= OTHERS; i++) a->slots[i] = set_new(vm, false);
    a->slots[ASKED_AT] = from_small(state(vm)->registrations);
    return v;
}

static Set *set_in(const Record *a, int which) {
    return AS(Set, a->slots[which]);
}

static Value answers_register(VM *vm, Value *args, int n) {
    (void)n;
    set_add(vm, set_in(AS(Record, args[0]), REGISTERED), args[1]);
    state(vm)->registrations++;
    return V_NONE;
}

static Value answers_registered(VM *vm, Value *args, int n) {
    (void)n;
    return iter_to_list(vm, AS(Record, args[0])->slots[REGISTERED]);
}

static void forget_if_old(VM *vm, Record *a) {
    if (a->slots[ASKED_AT] == from_small(state(vm)->registrations)) return;
    set_clear(vm, set_in(a, OTHERS));
    a->slots[ASKED_AT] = from_small(state(vm)->registrations);
}

/* remember(subclass, answer) */
static Value answers_remember(VM *vm, Value *args, int n) {
    (void)n;
    Record *a = AS(Record, args[0]);
    forget_if_old(vm, a);
    set_add(vm, set_in(a, val_truth(vm, args[2]) == YES ? SUBCLASSES : OTHERS), args[1]);
    return V_NONE;
}

static const NativeDef answers_construct = {"_abc_data", answers_new, 1, 1, 0, NULL};
static const NativeDef answers_methods[] = {
    {"register", answers_register, 2, 2, NF_SELF, NULL},
    {"registered", answers_registered, 1, 1, NF_SELF, NULL},
    {"remember", answers_remember, 3, 3, NF_SELF, NULL},
    {0},
};

/* Whether `subclass` derives from the abstract class: known, or to be asked. */
static Value answer(VM *vm, Value cls, Value subclass) {
    Value known = dict_get_str(AS(Class, cls)->attrs, str_intern(vm, "_abc_impl", 9));
    if (is_kind(known, KIND_RECORD) && is_class(subclass)) {
        Record *a = AS(Record, known);
        if (set_contains(vm, set_in(a, SUBCLASSES), subclass) == YES) return V_TRUE;
        forget_if_old(vm, a);
        if (set_contains(vm, set_in(a, OTHERS), subclass) == YES) return V_FALSE;
    }
    return vm_tail(vm, state(vm)->ask, 2, (Value[]){cls, subclass});
}

static Value instancecheck(VM *vm, Value *args, int n) {
    (void)n;
    return answer(vm, args[0], from_obj(class_of(vm, args[1])));
}

static Value subclasscheck(VM *vm, Value *args, int n) {
    (void)n;
    return answer(vm, args[0], args[1]);
}

static const NativeDef instancecheck_def = {"__instancecheck__", instancecheck, 2, 2, NF_SELF, NULL};
static const NativeDef subclasscheck_def = {"__subclasscheck__", subclasscheck, 2, 2, NF_SELF, NULL};

/* has_methods(class, *names): True, or NotImplemented; a method that is None is none. */
static Value has_methods(VM *vm, Value *args, int n) {
    for (int i = 1; i < n; i++) {
        Value v = class_lookup(vm, AS(Class, args[0]), AS(Str, args[i]));
        if (v == V_UNDEF || v == V_NONE) return V_NOT_IMPLEMENTED;
    }
    return V_TRUE;
}

static Value on_ask(VM *vm, Value *args, int n) {
    (void)n;
    state(vm)->ask = *vm_state_root(vm, STATE_ABC) = args[0];
    return V_NONE;
}

static Value get_cache_token(VM *vm, Value *args, int n) {
    (void)args, (void)n;
    return int_from_i64(vm, state(vm)->registrations);
}

static const NativeDef functions[] = {
    {"has_methods", has_methods, 1, -1, 0, NULL},
    {"on_ask", on_ask, 1, 1, 0, NULL},
    {"get_cache_token", get_cache_token, 0, 0, 0, NULL},
    {0},
};

static void init(VM *vm, ModuleObj *m) {
    AbcState *s = state(vm);
    s->answers = class_define(vm, "_abc", "_abc_data", class_get(vm, T_OBJECT), KIND_RECORD,
                              &answers_construct, answers_methods);
    module_set(vm, m, "_Answers", from_obj(s->answers));
    Class *type = class_get(vm, T_TYPE);
    module_set(vm, m, "instancecheck", native_new(vm, &instancecheck_def, V_UNDEF, type));
    module_set(vm, m, "subclasscheck", native_new(vm, &subclasscheck_def, V_UNDEF, type));
}

const ModuleDef abc_module = {.name = "_abc", .functions = functions, .init = init, .internal = true};
