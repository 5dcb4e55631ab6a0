/* Frame objects, of three sorts: that of a traceback's entry, which knows its place only; that
 * of a generator, which follows it; and what sys._getframe gives, which is a picture: what runs
 * later does not change it. */
#include "vm/generator.h"
#include "vm/repr.h"
#include "vm/system.h"

/* The first alone is there but in a picture: a traceback (of a picture: made for it) or the
 * generator. */
enum { FRAME_PLACE, FRAME_BACK, FRAME_GLOBALS, FRAME_LOCALS, FRAME_SLOTS };

Value frame_object_of(VM *vm, Value place) {
    Value r = record_new(vm, vm->types[T_FRAME], 1);
    AS(Record, r)->slots[FRAME_PLACE] = place;
    return r;
}

/* --- where it stands ------------------------------------------------------------------------ */

typedef struct Place {
    Code *code;
    uint32_t line;
} Place;

static Place place_in(Code *code, uint32_t word) {
    while (word > 0 && code->lines[word] == 0) word--; /* what the compiler added */
    return (Place){code, code->lines[word]};
}

static Place place_of(Value frame) {
    Value of = AS(Record, frame)->slots[FRAME_PLACE];
    if (is_kind(of, KIND_TRACEBACK)) return place_in(AS(Traceback, of)->code, AS(Traceback, of)->word);
    const Generator *g = AS(Generator, of);
    if (!g->frame || !g->code) return (Place){g->code, g->code ? g->code->first_line : 0};
    uint32_t next = (uint32_t)(g->frame->ip - g->code->words);
    /* Inside of `await` the next word is the one behind YIELD_VALUE, on the same line. */
    return place_in(g->code, next ? next - 1 : 0);
}

static Value get_code(VM *vm, Value *args, int n) {
    (void)n;
    Place p = place_of(args[0]);
    return p.code ? code_value(vm, p.code) : V_NONE;
}

static Value get_line(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    Place p = place_of(args[0]);
    return p.line ? from_small(p.line) : V_NONE;
}

static Value repr(VM *vm, Value *args, int n) {
    (void)n;
    Place p = place_of(args[0]);
    Buf b = {0};
    buf_adds(&b, "<frame at ");
    put_address(vm, args[0], &b);
    buf_printf(&b, ", file '%s', line %u, code ", p.code ? p.code->source->name : "?", p.line);
    if (p.code) str_to_utf8(p.code->name, &b);
    buf_addc(&b, '>');
    Value v = str_new(vm, b.data, b.len);
    buf_deinit(&b);
    return v;
}

/* --- names -------------------------------------------------------------------------------------- */

static Value locals_of(VM *vm, const Frame *f) {
    if (f->code->flags & CODE_MODULE) return from_obj(f->globals);
    if (f->names) return from_obj(f->names);
    Value d = dict_new(vm);
    for (uint32_t i = 0; i < f->code->slot_count; i++) {
        Value v = f->slots[i];
        if (is_kind(v, KIND_CELL)) v = AS(Cell, v)->value;
        if (v != V_UNDEF && f->code->slot_names[i]) dict_set_str(vm, AS(Dict, d), f->code->slot_names[i], v);
    }
    return d;
}

/* The running state of a generator's frame, or NULL. */
static Frame *live_frame(Value frame) {
    Value of = AS(Record, frame)->slots[FRAME_PLACE];
    if (!is_kind(of, KIND_GENERATOR)) return NULL;
    Frame *f = AS(Generator, of)->frame;
    return f && f->code ? f : NULL;
}

static Value frame_slot(Value frame, uint32_t slot) {
    const Record *r = AS(Record, frame);
    return r->n > slot ? r->slots[slot] : V_NONE;
}

static Value get_globals(VM *vm, Value *args, int n) {
    (void)n;
    const Frame *f = live_frame(args[0]);
    if (f) return from_obj(f->globals);
    Value v = frame_slot(args[0], FRAME_GLOBALS);
    return is_dict(v) ? v : from_obj(AS(ModuleObj, vm->main_module)->attrs);
}

static Value get_locals(VM *vm, Value *args, int n) {
    (void)n;
    const Frame *f = live_frame(args[0]);
    if (f) return locals_of(vm, f);
    Value v = frame_slot(args[0], FRAME_LOCALS);
    return is_dict(v) ? v : dict_new(vm);
}

/* --- pictures --------------------------------------------------------------------------------------- */

static Value picture(VM *vm, const Frame *f) {
    uint32_t next = (uint32_t)(f->ip - f->code->words);
    Traceback *place = heap_new(vm, vm->types[T_TRACEBACK], KIND_TRACEBACK, sizeof *place);
    place->held = V_NONE;
    place->next = V_NONE;
    place->code = f->code;
    place->word = next ? next - 1 : 0;
    Value r = record_new(vm, vm->types[T_FRAME], FRAME_SLOTS);
    Value *slots = AS(Record, r)->slots;
    slots[FRAME_PLACE] = from_obj(place);
    slots[FRAME_GLOBALS] = from_obj(f->globals);
    slots[FRAME_LOCALS] = locals_of(vm, f);
    return r;
}

static Value pictures_from(VM *vm, const Frame *f, uint32_t level) {
    Value first = V_UNDEF, last = V_UNDEF;
    for (; f; f = f->back) {
        if (!f->code || f->code->flags & CODE_LIBRARY) continue;
        if (level > 0) {
            level--;
            continue;
        }
        Value r = picture(vm, f);
        if (last == V_UNDEF) first = r;
        else AS(Record, last)->slots[FRAME_BACK] = r;
        last = r;
    }
    return first;
}

Value system_frame_object(VM *vm, uint32_t level) {
    return pictures_from(vm, vm->frame, level);
}

static Value get_back(VM *vm, Value *args, int n) {
    (void)n;
    const Frame *f = live_frame(args[0]);
    if (!f) return frame_slot(args[0], FRAME_BACK);
    Value back = pictures_from(vm, f->back, 0); /* of what has resumed it, if it runs */
    return back == V_UNDEF ? V_NONE : back;
}

/* A generator that waits is closed; one that runs cannot be. */
static Value clear(VM *vm, Value *args, int n) {
    (void)n;
    Value of = AS(Record, args[0])->slots[FRAME_PLACE];
    if (!is_kind(of, KIND_GENERATOR)) return V_NONE;
    if (AS(Generator, of)->state == GEN_RUNNING)
        return vm_raise(vm, T_RUNTIME_ERROR, "cannot clear an executing frame");
    return generator_close(vm, AS(Generator, of));
}

static const NativeDef methods[] = {
    {"f_code", get_code, 1, 1, NF_GETTER, NULL},     {"f_lineno", get_line, 1, 1, NF_GETTER, NULL},
    {"f_back", get_back, 1, 1, NF_GETTER, NULL},     {"f_globals", get_globals, 1, 1, NF_GETTER, NULL},
    {"f_locals", get_locals, 1, 1, NF_GETTER, NULL}, {"clear", clear, 1, 1, NF_SELF, NULL},
    {"__repr__", repr, 1, 1, NF_SLOT, NULL},         {0},
};

void frames_setup(VM *vm) {
    class_add_methods(vm, vm->types[T_FRAME], methods);
}
