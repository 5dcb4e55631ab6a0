/* The virtual machine, as its own files and the modules in C see it.
 *
 * The rule of the house: C never calls Python. A function in C computes with what C can
 * see; when it meets something that only the program's own code can answer (a __repr__, an
 * __eq__, a key function) it undoes nothing, for it has changed nothing yet, and answers
 * "this needs Python": it returns vm_tail(…) or vm_twin(…), and the interpreter runs that
 * call in the place of the function. A *twin* is a function of src/pylib/core_*.py that does the same
 * job in Python. So no Python call ever stands on C's stack. */
#ifndef TOQUE_VM_VM_H
#define TOQUE_VM_VM_H

#include "base/buf.h"
#include "base/diag.h"
#include "vm/heap.h"
#include "vm/object.h"

/* What a protocol function answers. NEEDS_PYTHON: C cannot tell. */
typedef enum Tri { NO = 0, YES = 1, FAILED = -1, NEEDS_PYTHON = 2 } Tri;

/* --- errors: each returns V_ERROR, for `return vm_raise(…)` ------------------------- */

/* The message is printf's, with CPython's words. */
Value vm_raise(VM *vm, TypeId type, const char *format, ...) __attribute__((format(printf, 3, 4)));
Value vm_raise_value(VM *vm, TypeId type, Value argument); /* KeyError(key), StopIteration(v) */
Value vm_raise_object(VM *vm, Value exception);
bool vm_error_is(VM *vm, TypeId type); /* the pending one */
void vm_clear_error(VM *vm);
Value vm_no_attribute(VM *vm, Value object, Str *name);

/* --- asking for Python: each returns V_TAIL ---------------------------------------- */

typedef enum Twin {
    TWIN_NONE,
#define TWIN(id, name) TWIN_##id,
#include "vm/twins.def"
#undef TWIN
    TWIN_COUNT
} Twin;

Value vm_tail(VM *vm, Value callable, int n, const Value *args);
/* The last of the args are given by name: `keywords` names them (or is NULL). */
Value vm_tail_keywords(VM *vm, Value callable, int n, const Value *args, Tuple *keywords);
Value vm_twin(VM *vm, Twin twin, int n, ...); /* n Values */
Value vm_twin_args(VM *vm, Twin twin, int n, const Value *args);

/* --- making values ----------------------------------------------------------------- */

Value str_new(VM *vm, const char *utf8, size_t len); /* valid UTF-8, surrogates allowed */
Value str_from(VM *vm, const char *utf8);            /* terminated */
Value str_format(VM *vm, const char *format, ...) __attribute__((format(printf, 2, 3)));
Value str_char(VM *vm, uint32_t code_point);
Value str_sub(VM *vm, Str *s, uint32_t start, uint32_t end);
Value str_concat(VM *vm, Str *a, Str *b);
Str *str_blank(VM *vm, uint32_t len, uint8_t width); /* to be filled at once, data writable via str_bytes */
unsigned char *str_bytes(Str *s);
Str *str_intern(VM *vm, const char *utf8, size_t len);
Str *str_intern_value(VM *vm, Str *s);
void str_to_utf8(const Str *s, Buf *out); /* surrogates as three bytes */
bool str_is(const Str *s, const char *ascii);
bool str_equal(const Str *a, const Str *b);
int str_compare(const Str *a, const Str *b);
uint64_t str_hash(Str *s);
static inline uint32_t str_at(const Str *s, uint32_t i) {
    if (s->width == 1) return s->data[i];
    if (s->width == 2) return ((const uint16_t *)(const void *)s->data)[i];
    return ((const uint32_t *)(const void *)s->data)[i];
}

Value bytes_new(VM *vm, const void *data, size_t len);
Value int_from_i64(VM *vm, int64_t i);
Value int_from_u64(VM *vm, uint64_t i);
Value int_from_mpz(VM *vm, const mpz_t z); /* copies; small if it fits */
Value int_from_double(VM *vm, double d);   /* truncates; OverflowError, ValueError */
Value int_parse(VM *vm, const char *text); /* a literal: 12, 0xff, 0o7, 0b1 */
/* An int (small, BigInt, bool or a subclass) into an mpz that the caller has initialised. */
void int_to_mpz(Value v, mpz_t out);
/* True for an int of any sort (bool, subclasses), with its value clamped to int64. */
bool int_clamped(Value v, int64_t *out);
bool int_is(Value v);   /* int, bool, BigInt, subclass of int */
bool float_is(Value v); /* float or subclass */
/* The plain int or float of a Boxed or bool; other values as they are. */
Value num_plain(Value v);
/* Any real number as a double; false and an error if it is none or too great. */
bool num_to_double(VM *vm, Value v, double *out);
/* For an index argument: an int as int64, with CPython's TypeError
 * ("'%s' object cannot be interpreted as an integer"). Clamps great ones if `clamp`, else
 * OverflowError. An object with a Python __index__ must be handled by the caller (NEEDS_PYTHON). */
Tri index_arg(VM *vm, Value v, bool clamp, int64_t *out);

Value list_new(VM *vm, uint32_t cap);
void list_push(VM *vm, List *list, Value v);
Value list_from(VM *vm, const Value *items, uint32_t n);
Value tuple_new(VM *vm, uint32_t n); /* items V_NONE, to be filled at once */
Value tuple_from(VM *vm, const Value *items, uint32_t n);
Value slice_new(VM *vm, Value start, Value stop, Value step);

/* Dicts and sets. A key that needs Python to hash or compare gives NEEDS_PYTHON, before
 * anything has changed. dict_find: YES and *out, or NO. */
Value dict_new(VM *vm);
Tri dict_find(VM *vm, Dict *d, Value key, Value *out);
Tri dict_set(VM *vm, Dict *d, Value key, Value value);
Tri dict_remove(VM *vm, Dict *d, Value key, Value *old);
/* With a str key, which never needs Python. */
Value dict_get_str(Dict *d, Str *key);        /* V_UNDEF if absent */
DictEntry *dict_entry_str(Dict *d, Str *key); /* NULL if absent */
void dict_set_str(VM *vm, Dict *d, Str *key, Value value);
bool dict_remove_str(VM *vm, Dict *d, Str *key);
/* With hash known and equality by Python already done: for the twins. */
Tri dict_find_hash(VM *vm, Dict *d, Value key, uint64_t hash, Value *out);
Value dict_copy(VM *vm, Dict *d);
void dict_clear(VM *vm, Dict *d);
/* Walking in order: start with *i = 0; returns NULL at the end. */
DictEntry *dict_next(Dict *d, uint32_t *i);

Value set_new(VM *vm, bool frozen);
Tri set_add(VM *vm, Set *s, Value key);
Tri set_contains(VM *vm, Set *s, Value key);
Tri set_discard(VM *vm, Set *s, Value key);
SetEntry *set_next(Set *s, uint32_t *i);

Value cell_new(VM *vm, Value v);
Value method_new(VM *vm, Value function, Value self);
Value native_new(VM *vm, const NativeDef *def, Value self, Class *owner);
Value record_new(VM *vm, Class *cls, uint32_t n);                /* slots V_NONE */
void *record_sized(VM *vm, Class *cls, uint32_t n, size_t size); /* the rest zero */
Value module_new(VM *vm, const char *name);

/* --- classes ----------------------------------------------------------------------- */

Class *class_of(VM *vm, Value v);
const char *class_name(const Class *c);    /* UTF-8, for messages; lives as long as the class */
const char *type_name(VM *vm, Value v);    /* class_name(class_of(v)) */
Class *class_get(VM *vm, TypeId id);       /* a built-in class */
bool is_exact(VM *vm, Value v, TypeId id); /* of that class itself */
bool is_a(VM *vm, Value v, TypeId id);     /* or of a subclass */
bool class_derives(const Class *c, const Class *base);
/* Looks along the mro; V_UNDEF if there is none. */
Value class_lookup(VM *vm, Class *c, Str *name);
/* A special method as found on the class; V_UNDEF if there is none. */
Value class_special(VM *vm, Class *c, Special sp);
/* Whether that is one of Python's own functions and not ours in C. */
bool special_is_python(VM *vm, Class *c, Special sp);
void class_set(VM *vm, Class *c, Str *name, Value v);
/* A class of a module in C with its methods. `construct`: see Class. */
Class *class_define(VM *vm, const char *module, const char *name, Class *base, Kind kind,
                    const NativeDef *construct, const NativeDef *methods);
void class_add_methods(VM *vm, Class *c, const NativeDef *methods);
void class_add_value(VM *vm, Class *c, const char *name, Value v);
void class_add_getitem(VM *vm, Class *c); /* C[int] gives a types.GenericAlias */

/* The dict of attributes of an object of a built-in kind, NULL if it has none and !make. */
Dict *obj_attrs(VM *vm, Obj *o, bool make);
/* For an instance that a program wrote. */
Value instance_get(Instance *i, Str *name); /* V_UNDEF if absent */
void instance_set(VM *vm, Instance *i, Str *name, Value v);
bool instance_delete(VM *vm, Instance *i, Str *name); /* false: there is none */

/* What hash() and id() of an object are made of: a number that depends on the run alone. */
uint64_t obj_identity(VM *vm, Obj *o);
uint64_t obj_id(VM *vm, Value v); /* looks like an address */
uint32_t vm_next_version(VM *vm); /* never 0 */

/* Attribute access as Python's; may return V_TAIL (a property, __getattr__). */
Value attr_get(VM *vm, Value object, Str *name);
Value attr_set(VM *vm, Value object, Str *name, Value v); /* V_NONE when done */
Value attr_delete(VM *vm, Value object, Str *name);

/* --- protocols that C can answer alone ---------------------------------------------- */

Tri val_truth(VM *vm, Value v);
Tri val_equal(VM *vm, Value a, Value b);                 /* identity counts, as in containers */
Tri val_compare(VM *vm, CompareOp op, Value a, Value b); /* one of the six; TypeError */
Tri val_hash(VM *vm, Value v, uint64_t *out);            /* TypeError: unhashable type */
/* Appends; NEEDS_PYTHON as soon as an element does. */
Tri val_repr(VM *vm, Value v, Buf *out);
Tri val_str(VM *vm, Value v, Buf *out);
Tri val_len(VM *vm, Value v, int64_t *out);
/* A str result or V_ERROR or V_TAIL. */
Value obj_repr(VM *vm, Value v);
Value obj_str(VM *vm, Value v);
Value obj_ascii(VM *vm, Value v); /* repr with everything beyond ASCII escaped */
Value obj_format(VM *vm, Value v, Value spec);
Value obj_binary(VM *vm, BinaryOp op, Value a, Value b); /* numbers, str, list…; not Python's */
Value obj_inplace(VM *vm, BinaryOp op, Value a, Value b);
Value obj_unary(VM *vm, UnaryOp op, Value a);
Value obj_getitem(VM *vm, Value o, Value i);
Value obj_setitem(VM *vm, Value o, Value i, Value v);
Value obj_delitem(VM *vm, Value o, Value i);

/* The same by kind, for operators.c: V_NOT_IMPLEMENTED if the operands are not theirs.
 * They ignore what a subclass overrides. */
Value num_binary(VM *vm, BinaryOp op, Value a, Value b); /* int, float, bool */
Value str_binary(VM *vm, BinaryOp op, Value a, Value b); /* str, bytes: + * % */
Value seq_binary(VM *vm, BinaryOp op, Value a, Value b); /* list, tuple, dict, set, views */
Value seq_inplace(VM *vm, BinaryOp op, Value a, Value b);
void float_repr(double d, Buf *out);           /* as repr(float) */
void int_to_text(Value v, int base, Buf *out); /* digits with sign, no prefix */
/* The same in decimal for str(), repr() and formats: false, with CPython's ValueError, for an
 * int of more than sys.get_int_max_str_digits() digits. */
bool int_to_decimal(VM *vm, Value v, Buf *out);

/* Calls a special method that is in C: YES and *out (which may be V_ERROR or V_TAIL), NO if
 * there is none, NEEDS_PYTHON if it is Python's. */
Tri special_call(VM *vm, Value self, Special sp, int n, const Value *args, Value *out);

/* Iteration of what C can walk: lists, tuples, strings, dicts, sets, ranges, views, and
 * iterators over these; not generators and not classes of Python. */
bool iter_is_native(VM *vm, Value iterable);
Value iter_of(VM *vm, Value iterable); /* an Iter; only for native ones */
Value iter_step(VM *vm, Iter *it);     /* a value, V_STOP or V_ERROR */
Value obj_iter(VM *vm, Value v);       /* iter(v): an iterator, V_TAIL or V_ERROR */
/* All elements of a native iterable as a new List (or the tuple or list itself if !copy). */
Value iter_to_list(VM *vm, Value iterable);

/* A C function that recurses over nested values calls these around it: RecursionError with
 * `where` ("while getting the repr of an object") past the depth that CPython reaches. */
bool vm_enter_c(VM *vm, const char *where);
void vm_leave_c(VM *vm);
/* A repr of a container that contains itself: true if `o` is being printed already. */
bool repr_enter(VM *vm, Value o);
void repr_leave(VM *vm, Value o);

/* Work that one C call did beyond an instruction's, in instructions: a long loop counts. */
void vm_charge(VM *vm, uint64_t instructions);

/* Each part of the VM adds its methods and functions to a new one. */
void vm_add_builtins(VM *vm, const NativeDef *functions);
void vm_add_builtin_value(VM *vm, const char *name, Value v);
void vm_add_core(VM *vm, const NativeDef *functions); /* for src/pylib/core_*.py alone */
void text_setup(VM *vm);       /* str, bytes, chr, ord, repr, ascii, format, print … */
void numbers_setup(VM *vm);    /* int, float, bool, abs, round, divmod, pow, bin, hex, oct */
void containers_setup(VM *vm); /* list … dict views, iterators, len, sum, sorted, zip … */
void objects_setup(VM *vm);    /* object, type, functions, properties, getattr, isinstance … */
void errors_setup(VM *vm);     /* exceptions */
void alias_setup(VM *vm);      /* list[int], int | None; after the others */

/* --- modules in C ------------------------------------------------------------------ */

/* One entry of the table of importable modules (src/lib/modules.c). A module is functions in
 * C, or a file of src/pylib, or both: then C first (named "_name") and the Python file imports it. */
typedef struct ModuleDef {
    const char *name;
    const NativeDef *functions;         /* or NULL */
    void (*init)(VM *vm, ModuleObj *m); /* more: constants, classes; or NULL */
    const char *python;                 /* embedded source, or NULL */
    size_t python_len;
    bool internal; /* programs cannot import it */
} ModuleDef;

void module_set(VM *vm, ModuleObj *m, const char *name, Value v);

/* Who wants to know what happens in the program's own code, for a record of the run. It must
 * allocate nothing in the VM and change nothing. */
typedef struct Watch {
    void (*raised)(VM *vm, Value exception); /* the first time that it is seen */
    void (*caught)(VM *vm, Value exception); /* by an except, or forgiven by a with */
    /* A coroutine that is not awaited where it is made. The answer is kept as Generator.made. */
    uint32_t (*coroutine_made)(VM *vm, Generator *g);
    void (*coroutine_used)(VM *vm, Generator *g); /* begins to run; only if `made` is not 0 */
    void (*coroutine_lost)(VM *vm, Generator *g); /* never began */
    void (*reached)(VM *vm);                      /* one of Module.watched is about to run */
} Watch;

/* Where output goes, and the clock: given by whoever runs the VM. */
typedef struct Host {
    void *data;
    void (*write)(void *data, int stream, const char *bytes, size_t n); /* 1 out, 2 err */
    int64_t (*now_ns)(void *data, VM *vm);                              /* virtual, from 0 */
    Value (*sleep_ns)(void *data, VM *vm, int64_t ns); /* V_NONE, or V_TAIL: others run meanwhile */
    /* The program is over: true if others are still at work, in frames of theirs. May be NULL. */
    bool (*others_go_on)(void *data, VM *vm);
    /* An async generator is used for the first time: the loop that will close it, V_UNDEF if none
     * runs. And nobody holds such a one any more: that loop closes it. Both may be NULL. */
    Value (*asyncgen_begun)(VM *vm, Value generator);
    void (*asyncgen_dropped)(VM *vm, Value generator);
    Value (*current_task)(VM *vm); /* or None: what runs hangs on it. May be NULL */
    uint64_t seed;
    const char *const *argv; /* sys.argv; ended by NULL */
    const Watch *watch;      /* NULL: nobody wants to know */
    void *watcher;
} Host;

/* Strings that the VM writes often, interned once: vm_name(vm, NAME_dict) is "__dict__". */
typedef enum CommonName {
#define NAME(id, text) NAME_##id,
#include "vm/names.def"
#undef NAME
    NAME_COUNT
} CommonName;
Str *vm_name(VM *vm, CommonName name);
typedef struct InternTable InternTable;
InternTable **vm_interns(VM *vm); /* str.c's own; NULL at first */

Host *vm_host(VM *vm);
/* Memory that a module keeps for itself in this VM, by its own index (random's state …). */
typedef enum ModuleState {
    STATE_RANDOM,
    STATE_NUMBERS,
    STATE_LOOP,
    STATE_TEXT,
    STATE_COLLECTIONS,
    STATE_ABC,
    STATE_CONTEXTS,
    STATE_REGEX,
    STATE_COUNT
} ModuleState;
void *vm_state(VM *vm, ModuleState which, size_t size);
Value *vm_state_root(VM *vm, ModuleState which); /* a value that stays alive with it */
Value *vm_context(VM *vm); /* where the current contextvars.Context is kept; lib/contextvars.h */

#endif
