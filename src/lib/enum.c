/* _enum: what every look at a member does. */
#include "lib/lib.h"

/* An attribute that the member itself holds, whatever its layout. */
static Value own(VM *vm, Value member, const char *name, size_t len) {
    Str *s = str_intern(vm, name, len);
    Value v = V_UNDEF;
    if (is_kind(member, KIND_INSTANCE)) {
        v = instance_get(AS(Instance, member), s);
    } else if (is_obj(member)) {
        Dict *attrs = obj_attrs(vm, as_obj(member), false);
        if (attrs) v = dict_get_str(attrs, s);
    }
    return v == V_UNDEF ? attr_get(vm, member, s) : v;
}

static Value member_name(VM *vm, Value *args, int n) {
    (void)n;
    return own(vm, args[0], "_name_", 6);
}

static Value member_value(VM *vm, Value *args, int n) {
    (void)n;
    return own(vm, args[0], "_value_", 7);
}

static Value member_hash(VM *vm, Value *args, int n) {
    (void)n;
    Value name = own(vm, args[0], "_name_", 6);
    uint64_t hash;
    if (!is_obj(name)) return name == V_ERROR || name == V_TAIL ? name : from_small(0);
    if (val_hash(vm, name, &hash) != YES) return V_ERROR;
    return int_from_i64(vm, (int64_t)hash);
}

/* enum.property.__get__(self, instance, owner) */
static Value property_get(VM *vm, Value *args, int n) {
    (void)n;
    Value instance = args[1], getter = V_NONE;
    if (instance != V_NONE) getter = own(vm, args[0], "fget", 4);
    if (getter == V_ERROR || getter == V_TAIL) return getter;
    if (getter != V_NONE) {
        if (is_kind(getter, KIND_NATIVE)) return AS(Native, getter)->def->fn(vm, &instance, 1);
        return vm_tail(vm, getter, 1, &instance);
    }
    Value of_class = class_lookup(vm, class_of(vm, args[0]), str_intern(vm, "_of_class", 9));
    return vm_tail(vm, of_class, 3, args);
}

static const NativeDef member_hash_def = {"__hash__", member_hash, 1, 1, NF_SELF, NULL};
static const NativeDef property_get_def = {"__get__", property_get, 2, 3, NF_SELF, NULL};

static const NativeDef functions[] = {
    {"member_name", member_name, 1, 1, 0, NULL},
    {"member_value", member_value, 1, 1, 0, NULL},
    {0},
};

static void init(VM *vm, ModuleObj *m) {
    Class *object = class_get(vm, T_OBJECT);
    module_set(vm, m, "member_hash", native_new(vm, &member_hash_def, V_UNDEF, object));
    module_set(vm, m, "property_get", native_new(vm, &property_get_def, V_UNDEF, object));
}

const ModuleDef enum_module = {.name = "_enum", .functions = functions, .init = init, .internal = true};
