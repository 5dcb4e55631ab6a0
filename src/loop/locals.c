#include "loop/locals.h"

#include "loop/aio.h"
#include "vm/generator.h"

/* --- variables ------------------------------------------------------------------------ */

/* Of a module nobody wants to see what it imports and defines. */
static bool is_definition(Value v) {
    return is_kind(v, KIND_MODULE) || is_kind(v, KIND_FUNCTION) || is_kind(v, KIND_NATIVE) || is_class(v);
}

/* Those that the program has not named: of comprehensions (".0"), and __name__ and its like. */
static bool is_hidden(const Str *name) {
    return name->len == 0 || str_at(name, 0) == '.' ||
           (name->len > 1 && str_at(name, 0) == '_' && str_at(name, 1) == '_');
}

static void tell_variable(VM *vm, const Str *name, Value v, const LocalsTeller *t) {
    if (is_kind(v, KIND_CELL)) v = AS(Cell, v)->value;
    if (v == V_UNDEF || is_hidden(name)) return;
    Buf name_text = {0}, value = {0};
    str_to_utf8(name, &name_text);
    record_value_text(vm, v, &value);
    t->variable(t->data, buf_cstr(&name_text), buf_cstr(&value));
    buf_deinit(&name_text);
    buf_deinit(&value);
}

static void tell_names(VM *vm, Dict *names, const LocalsTeller *t) {
    uint32_t at = 0;
    for (DictEntry *e; (e = dict_next(names, &at));)
        if (is_str(e->key) && !is_definition(e->value)) tell_variable(vm, AS(Str, e->key), e->value, t);
}

/* --- functions ------------------------------------------------------------------------ */

static void tell_frame(VM *vm, Frame *f, const LocalsTeller *t) {
    if (!f->code || f->code->flags & CODE_LIBRARY) return;
    Buf name = {0};
    str_to_utf8(f->code->name, &name);
    t->function(t->data, buf_cstr(&name), record_line(f));
    buf_deinit(&name);
    if (f->code->flags & CODE_MODULE) tell_names(vm, f->globals, t);
    else if (f->names) tell_names(vm, f->names, t);
    else
        for (uint32_t i = 0; i < f->code->slot_count; i++)
            if (f->code->slot_names[i]) tell_variable(vm, f->code->slot_names[i], f->slots[i], t);
}

/* From what a coroutine awaits in the end up to itself. */
static void tell_chain(VM *vm, const Generator *g, const LocalsTeller *t) {
    Frame *stack[STACK_SHOWN];
    uint32_t n = 0;
    for (; g; g = generator_inner(vm, g))
        if (g->frame) stack[n++ % STACK_SHOWN] = g->frame;
    for (uint32_t shown = n < STACK_SHOWN ? n : STACK_SHOWN; shown > 0; shown--)
        tell_frame(vm, stack[--n % STACK_SHOWN], t);
}

/* Of who runs: from the innermost to the loop's own frame, or, outside of it, from there on. A chain
 * of awaits is resumed from its outer end, one after the other. */
static void tell_running(VM *vm, bool outside, const LocalsTeller *t) {
    Frame *f = vm->frame;
    if (f && !outside) tell_chain(vm, generator_resumed_next(vm, f), t);
    if (outside) {
        for (Frame *under = f; under; under = under->back)
            if (loop_is_its_frame(under)) f = under->back;
        for (; f; f = f->back) tell_frame(vm, f, t);
    } else {
        for (; f && !loop_is_its_frame(f); f = f->back) tell_frame(vm, f, t);
    }
}

static const Future *find(VM *vm, TaskId task) {
    const Loop *l = aio_is_there(vm) ? aio_running(vm) : NULL;
    for (size_t i = 0; l && i < l->tasks.len; i++)
        if (l->tasks.items[i]->number == task) return l->tasks.items[i];
    return NULL;
}

void locals_tell(VM *vm, TaskId task, const LocalsTeller *teller) {
    TaskId running = recorder(vm)->task;
    if (task == 0 || task == running) {
        tell_running(vm, task == 0 && running != 0, teller);
        return;
    }
    const Future *f = find(vm, task);
    if (f && is_kind(f->coro, KIND_GENERATOR)) tell_chain(vm, AS(Generator, f->coro), teller);
}
