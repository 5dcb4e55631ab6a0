#include "vm/drop.h"

/* Whether it is inside of something that wants to be tidied up. */
bool generator_has_cleanup(const Generator *g) {
    if (!g->frame || g->state == GEN_CLOSED || g->state == GEN_RUNNING) return false;
    if (g->state == GEN_CREATED || !g->frame->code) return false;
    return code_handler(g->frame->code, g->frame->ip) != NULL;
}

bool generator_dies_loudly(VM *vm, const Generator *g) {
    if (g->obj.cls == vm->types[T_COROUTINE] && g->state == GEN_CREATED) return true;
    if (g->obj.cls == vm->types[T_ASYNC_GENERATOR] && g->adopter != V_UNDEF)
        return (g->state == GEN_SUSPENDED || g->state == GEN_CREATED) && !g->closing;
    return generator_has_cleanup(g);
}

bool obj_dies_loudly(VM *vm, const Obj *o) {
    if (o->kind == KIND_GENERATOR) return generator_dies_loudly(vm, (const Generator *)o);
    if (o->kind != KIND_RECORD) return o->cls->flags & CLASS_HAS_DEL;
    const Record *r = (const Record *)o;
    return r->of && r->of->dies_loudly && r->of->dies_loudly(o);
}

bool finalize_dropped(VM *vm, Value v) {
    Obj *o = as_obj(v);
    if (o->flags & OBJ_FOLLOWED) {
        tethers_tear(vm);
        return false;
    }
    if (!obj_dies_loudly(vm, o) || obj_is_held(vm, o)) return false;
    obj_bury(vm, o);
    return true;
}
