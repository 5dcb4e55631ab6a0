#include "lib/structseq.h"

/* tuple.__new__ could have made a shorter one. */
#define GETTER(i)                                        \
    static Value field_##i(VM *vm, Value *args, int n) { \
        (void)vm, (void)n;                               \
        const Tuple *t = AS(Tuple, args[0]);             \
        return i < t->len ? t->items[i] : V_NONE;        \
    }
#define FIELDS(X) \
    X(0) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11) X(12) X(13) X(14) X(15) X(16) X(17)
FIELDS(GETTER)
#define ENTRY(i) {"field", field_##i, 1, 1, NF_GETTER, NULL},
static const NativeDef getters[] = {FIELDS(ENTRY)};
enum { MOST_FIELDS = sizeof getters / sizeof *getters };
#undef ENTRY
#undef FIELDS
#undef GETTER

static Tuple *field_names(VM *vm, Class *cls) {
    return AS(Tuple, class_lookup(vm, cls, str_intern(vm, "__match_args__", 14)));
}

Value structseq_new(VM *vm, Class *cls, const Value *items, uint32_t n) {
    Tuple *t = heap_new(vm, cls, KIND_TUPLE, sizeof(Tuple) + n * sizeof(Value));
    t->len = n;
    for (uint32_t i = 0; i < n; i++) t->items[i] = items[i];
    return from_obj(t);
}

static void add_class(VM *vm, Class *cls, Buf *out) {
    (void)vm;
    if (is_str(cls->module)) {
        str_to_utf8(AS(Str, cls->module), out);
        buf_addc(out, '.');
    }
    str_to_utf8(AS(Str, cls->name), out);
}

static Value repr(VM *vm, Value *args, int n) {
    (void)n;
    Class *cls = as_obj(args[0])->cls;
    const Tuple *t = AS(Tuple, args[0]), *names = field_names(vm, cls);
    Buf out = {0};
    add_class(vm, cls, &out);
    buf_addc(&out, '(');
    Tri done = YES;
    for (uint32_t i = 0; i < t->len && i < names->len && done == YES; i++) {
        if (i) buf_adds(&out, ", ");
        str_to_utf8(AS(Str, names->items[i]), &out);
        buf_addc(&out, '=');
        done = val_repr(vm, t->items[i], &out);
    }
    buf_addc(&out, ')');
    Value result = done == YES ? str_new(vm, out.data, out.len)
                   : done == FAILED
                       ? V_ERROR
                       : vm_raise(vm, T_TYPE_ERROR, "a field has a __repr__ of the program's own");
    buf_deinit(&out);
    return result;
}

static Value construct(VM *vm, Value *args, int n) {
    (void)n;
    Class *cls = AS(Class, args[0]);
    Value items = iter_to_list(vm, args[1]);
    if (items == V_ERROR) return V_ERROR;
    const Value *given = is_list(items) ? AS(List, items)->items : AS(Tuple, items)->items;
    uint32_t len = is_list(items) ? AS(List, items)->len : AS(Tuple, items)->len;
    uint32_t wanted = field_names(vm, cls)->len;
    if (len != wanted) {
        Buf name = {0};
        add_class(vm, cls, &name);
        Value error = vm_raise(vm, T_TYPE_ERROR, "%s() takes %s %u-sequence (%u-sequence given)",
                               buf_cstr(&name), len < wanted ? "an at least" : "an at most", wanted, len);
        buf_deinit(&name);
        return error;
    }
    return structseq_new(vm, cls, given, len);
}

static Value refuse(VM *vm, Value *args, int n) {
    (void)n;
    Buf name = {0};
    add_class(vm, AS(Class, args[0]), &name);
    Value error = vm_raise(vm, T_TYPE_ERROR, "cannot create '%s' instances", buf_cstr(&name));
    buf_deinit(&name);
    return error;
}

static const NativeDef constructor = {"__new__", construct, 2, 2, NF_LIST1, NULL};
static const NativeDef refuser = {"__new__", refuse, 1, -1, 0, NULL};
static const NativeDef methods[] = {
    {"__repr__", repr, 1, 1, NF_SELF | NF_SLOT, NULL},
    {NULL, NULL, 0, 0, 0, NULL},
};

void structseq_fill(VM *vm, Class *cls, const char *const *fields, bool constructible) {
    cls->construct = constructible ? &constructor : &refuser;
    class_add_methods(vm, cls, methods);
    cls->flags |= CLASS_OWN_REPR;
    uint32_t n = 0;
    while (fields[n]) n++;
    Value names = tuple_new(vm, n);
    for (uint32_t i = 0; i < n; i++)
        AS(Tuple, names)->items[i] = from_obj(str_intern(vm, fields[i], strlen(fields[i])));
    for (uint32_t i = 0; i < n && i < MOST_FIELDS; i++)
        class_add_value(vm, cls, fields[i], native_new(vm, &getters[i], V_UNDEF, cls));
    class_add_value(vm, cls, "__match_args__", names);
    class_add_value(vm, cls, "n_fields", from_small(n));
    class_add_value(vm, cls, "n_sequence_fields", from_small(n));
    class_add_value(vm, cls, "n_unnamed_fields", from_small(0));
}

Class *structseq_class(VM *vm, const char *module, const char *name, const char *const *fields) {
    Class *cls = class_define(vm, module, name, class_get(vm, T_TUPLE), KIND_TUPLE, &refuser, NULL);
    structseq_fill(vm, cls, fields, false);
    return cls;
}
