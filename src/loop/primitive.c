/* What all primitives have in common: names, reprs, and subclasses of the program. */
#include "loop/primitives.h"

#include "vm/repr.h"

/* --- coroutines ------------------------------------------------------------------------- */

static const char *const qualnames[] = {
#define COROUTINE(id, qualname) [COROUTINE_##id] = qualname,
#include "loop/coroutines.def"
#undef COROUTINE
};

_Static_assert(COROUTINE_COUNT <= (int)AIO_NAMES, "room for the names of all coroutines");

/* Interned strings stay, so that each is looked up once. */
static void intern_names(VM *vm, Aio *a) {
    for (int i = 0; i < COROUTINE_COUNT; i++) {
        const char *name = strchr(qualnames[i], '.') + 1;
        a->names[i].qualname = str_intern(vm, qualnames[i], strlen(qualnames[i]));
        a->names[i].name = str_intern(vm, name, strlen(name));
    }
}

Value primitive_coroutine(VM *vm, CoroutineId id, NativeStep step, int n, const Value *slots) {
    const AioName *name = &aio(vm)->names[id];
    return coroutine_new(vm, name->name, name->qualname, step, n, slots);
}

/* Slot: the result. Only its `await` holds it, so that it can serve the next. */
static Value at_once_step(VM *vm, Value self, Value sent) {
    (void)sent;
    aio(vm)->spare_at_once = self;
    return vm_return_stop(vm, AS(Record, self)->slots[0]);
}

static Value at_once_await(VM *vm, Value *a, int n) {
    (void)vm, (void)n;
    return a[0];
}

static const NativeDef at_once_methods[] = {
    {"__await__", at_once_await, 1, 1, NF_SLOT, NULL},
    {0},
};

Value primitive_at_once(VM *vm, Value result) {
    Aio *a = aio(vm);
    Value v = a->spare_at_once;
    if (v == V_NONE) v = record_new(vm, a->at_once, 1);
    a->spare_at_once = V_NONE;
    AS(Record, v)->slots[0] = result;
    return v;
}

bool is_cancelled_error(VM *vm, Value exc) {
    return class_derives(as_obj(exc)->cls, aio(vm)->cancelled_error);
}

/* --- reprs -------------------------------------------------------------------------------- */

Value primitive_repr(VM *vm, Value self, const char *state, const Line *l) {
    Buf b = {0};
    repr_default(vm, self, &b);
    b.len--; /* ">" */
    buf_printf(&b, " [%s", state);
    if (l && l->len > 0) buf_printf(&b, ", waiters:%u", l->len);
    buf_adds(&b, "]>");
    Value v = str_new(vm, b.data, b.len);
    buf_deinit(&b);
    return v;
}

/* --- attributes ---------------------------------------------------------------------------- */

Value primitive_loop(VM *vm, Value *a, int n) {
    (void)vm;
    Value *loop = &AS(Record, a[0])->slots[PRIMITIVE_LOOP];
    if (n < 2) return *loop;
    *loop = a[1];
    return V_NONE;
}

/* --- subclasses ---------------------------------------------------------------------------- */

bool primitive_overrides(VM *vm, Value self, const char *method) {
    Obj *o = as_obj(self);
    if (o->cls->flags & CLASS_BUILTIN && !(o->flags & OBJ_HAS_ATTRS)) return false;
    Str *name = str_intern(vm, method, strlen(method));
    Dict *own = obj_attrs(vm, o, false);
    if (own && dict_get_str(own, name) != V_UNDEF) return true;
    return !is_kind(class_lookup(vm, o->cls, name), KIND_NATIVE);
}

bool primitive_has_own_init(VM *vm, Class *cls) {
    return !is_kind(class_special(vm, cls, SP_INIT), KIND_NATIVE);
}

void primitives_setup(VM *vm) {
    Aio *a = aio(vm);
    intern_names(vm, a);
    a->at_once =
        class_define(vm, "_asyncio", "at_once", class_get(vm, T_OBJECT), KIND_RECORD, NULL, at_once_methods);
    a->at_once->await_step = at_once_step;
    a->spare_at_once = V_NONE;
}
