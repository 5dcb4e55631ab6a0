/* str.translate and str.maketrans. */
#include "vm/str_methods.h"

/* Appends what the table has for a code point. */
static Tri put_mapped(VM *vm, Value to, Buf *points) {
    int64_t i;
    if (is_none(to)) return YES;
    if (is_str(to)) {
        Text t = text_of(to);
        for (uint32_t k = 0; k < t.len; k++) {
            uint32_t c = text_at(&t, k);
            buf_add(points, &c, sizeof c);
        }
        return YES;
    }
    if (!int_clamped(to, &i)) {
        vm_raise(vm, T_TYPE_ERROR, "character mapping must return integer, None or str");
        return FAILED;
    }
    if (i < 0 || i > 0x10FFFF) {
        vm_raise(vm, T_VALUE_ERROR, "character mapping must be in range(0x110000)");
        return FAILED;
    }
    uint32_t c = (uint32_t)i;
    buf_add(points, &c, sizeof c);
    return YES;
}

static Tri translate_into(VM *vm, const Text *t, Dict *table, Buf *points) {
    for (uint32_t i = 0; i < t->len; i++) {
        uint32_t c = text_at(t, i);
        Value to;
        Tri found = dict_find(vm, table, from_small(c), &to);
        if (found == NO) buf_add(points, &c, sizeof c);
        else if (found == YES) found = put_mapped(vm, to, points);
        if (found == FAILED || found == NEEDS_PYTHON) return found;
    }
    return YES;
}

static Value translate(VM *vm, Value *args, int n) {
    (void)n;
    if (!is_exact(vm, args[1], T_DICT)) return vm_twin(vm, TWIN_TRANSLATE, 2, args[0], args[1]);
    Text t = text_of(args[0]);
    if (!heap_can_hold(vm, (size_t)t.len * sizeof(uint32_t))) return V_ERROR;
    Buf *points = text_borrow(vm);
    Tri tri = translate_into(vm, &t, AS(Dict, args[1]), points);
    Value v =
        tri == YES ? str_from_span(vm, (const unsigned char *)points->data, 4, points->len / 4) : V_ERROR;
    text_return(vm, points);
    return tri == NEEDS_PYTHON ? vm_twin(vm, TWIN_TRANSLATE, 2, args[0], args[1]) : v;
}

/* --- maketrans --------------------------------------------------------------------------- */

static Value from_dict(VM *vm, Value arg) {
    if (!is_exact(vm, arg, T_DICT))
        return vm_raise(vm, T_TYPE_ERROR, "if you give only one argument to maketrans it must be a dict");
    Value table = dict_new(vm);
    uint32_t i = 0;
    for (DictEntry *e; (e = dict_next(AS(Dict, arg), &i));) {
        Value key = e->key;
        if (is_str(key)) {
            Text t = text_of(key);
            if (t.len != 1)
                return vm_raise(vm, T_VALUE_ERROR, "string keys in translate table must be of length 1");
            key = from_small(text_at(&t, 0));
        } else if (!int_is(key)) {
            return vm_raise(vm, T_TYPE_ERROR, "keys in translate table must be strings or integers");
        }
        if (dict_set(vm, AS(Dict, table), key, e->value) == FAILED) return V_ERROR;
    }
    return table;
}

static Value maketrans(VM *vm, Value *args, int n) {
    (void)n;
    if (args[1] == V_UNDEF) return from_dict(vm, args[0]);
    const Text like = {0};
    Text to, gone = {0};
    if (!text_like(vm, &like, args[1], "maketrans() argument 2", &to)) return V_ERROR;
    if (args[2] != V_UNDEF && !text_like(vm, &like, args[2], "maketrans() argument 3", &gone)) return V_ERROR;
    if (!is_str(args[0]))
        return vm_raise(vm, T_TYPE_ERROR,
                        "first maketrans argument must be a string if there is a second argument");
    const Text from = text_of(args[0]);
    if (from.len != to.len)
        return vm_raise(vm, T_VALUE_ERROR, "the first two maketrans arguments must have equal length");
    Value table = dict_new(vm);
    for (uint32_t i = 0; i < from.len; i++)
        dict_set(vm, AS(Dict, table), from_small(text_at(&from, i)), from_small(text_at(&to, i)));
    for (uint32_t i = 0; i < gone.len; i++)
        dict_set(vm, AS(Dict, table), from_small(text_at(&gone, i)), V_NONE);
    return table;
}

const NativeDef str_translate_methods[] = {
    {"translate", translate, 2, 2, NF_SELF, NULL},
    {"maketrans", maketrans, 1, 3, NF_STATIC, NULL},
    {0},
};
