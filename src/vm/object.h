/* The objects of a running program. Each begins with an Obj header and is owned by the
 * heap (heap.h). What hangs on an object outside the heap (a list's items) is taken with
 * heap_array and freed when the object is swept.
 *
 * The collector runs only between two instructions, never inside a C function: code in C
 * may hold plain pointers and allocate as it likes. */
#ifndef TOQUE_VM_OBJECT_H
#define TOQUE_VM_OBJECT_H

#include "base/vec.h"
#include "vm/code.h"
#include "vm/value.h"

#include <gmp.h>

typedef enum Kind {
#define KIND(name, type) KIND_##name,
#include "vm/kinds.def"
#undef KIND
    KIND_COUNT
} Kind;

typedef enum TypeId {
#define TYPE(id, name, base, kind, flags) T_##id,
#include "vm/types.def"
#undef TYPE
    TYPE_COUNT
} TypeId;

enum {
    OBJ_HAS_ATTRS = 1,
    OBJ_HAS_IDENTITY = 2,
    OBJ_FINALIZED = 4,
    OBJ_LARGE = 8,
    OBJ_FOLLOWED = 16,  /* by a tether */
    OBJ_IN_TETHER = 32, /* it was a link of one */
    OBJ_WANTED = 64,    /* by a search for who holds it */
};

struct Obj {
    Class *cls;
    uint8_t kind;      /* Kind: the layout */
    uint8_t mark;      /* the collector's */
    uint8_t flags;     /* OBJ_… */
    uint8_t cell;      /* size class in the heap; the heap's */
    uint32_t identity; /* a number given at first need (obj_identity); 0: none yet */
};

typedef struct Dict Dict;
typedef struct Tuple Tuple;
typedef struct Frame Frame;
typedef struct VM VM;

/* --- text ------------------------------------------------------------------------- */

/* Memory that several strings share: `s += t` appends in place while s ends where the
 * used part ends, which makes building a string piece by piece linear. */
typedef struct StrBuffer {
    uint32_t refs;      /* strings that point here */
    uint32_t used, cap; /* bytes */
    unsigned char bytes[];
} StrBuffer;

/* Code points in 1, 2 or 4 bytes each, the narrowest that fits all of them (as CPython, and
 * hash_sip13 over `data` is CPython's hash). */
struct Str {
    Obj obj;
    uint64_t hash; /* 0: not computed yet */
    uint32_t len;  /* code points */
    uint8_t width; /* 1, 2 or 4 */
    bool ascii;
    bool interned;             /* equal interned strings are one object */
    bool sum;                  /* made by str_concat: likely to be added to again */
    const unsigned char *data; /* inline_data, or inside buffer */
    union {
        StrBuffer *buffer;
        unsigned char inline_data[8];
    } store;
};

typedef struct Bytes {
    Obj obj;
    uint64_t hash;
    uint32_t len;
    unsigned char data[];
} Bytes;

/* --- numbers ---------------------------------------------------------------------- */

typedef struct BigInt { /* never one that fits a small int */
    Obj obj;
    mpz_t z;
} BigInt;

typedef struct Boxed { /* class Celsius(float), IntEnum, … */
    Obj obj;
    Value inner; /* int or float */
} Boxed;

/* --- containers ------------------------------------------------------------------- */

typedef struct List {
    Obj obj;
    Value *items;
    uint32_t len, cap;
} List;

struct Tuple {
    Obj obj;
    uint32_t len;
    Value items[];
};

typedef struct DictEntry {
    uint64_t hash;
    Value key; /* V_UNDEF: deleted */
    Value value;
} DictEntry;

/* Insertion-ordered: `entries` in order, `index` an open-addressed table of positions. */
struct Dict {
    Obj obj;
    DictEntry *entries;
    uint32_t *index;     /* index_size slots: position + 1; 0 free; DICT_DUMMY deleted */
    uint32_t index_size; /* power of two, or 0 */
    uint32_t used;       /* live entries */
    uint32_t filled;     /* entries in use, with deleted ones */
    uint32_t cap;        /* of entries */
    uint32_t version;    /* changes when a key is added or removed or entries move (for inline
                            caches, never 0) and for "changed size during iteration" use `used` */
    uint32_t room;       /* new keys until the entries are rebuilt */
};

typedef struct SetEntry {
    uint64_t hash;
    Value key; /* V_UNDEF: free; V_STOP: dummy */
} SetEntry;

typedef struct Set { /* CPython's own probing, so that ints iterate in its order */
    Obj obj;
    SetEntry *table;
    uint32_t mask; /* size - 1 */
    uint32_t used, filled;
    uint32_t finger; /* where pop() looks next */
    uint64_t hash;   /* of a frozenset; 0: not computed */
    bool hashed;
} Set;

typedef struct Range {
    Obj obj;
    Value start, stop, step, length; /* ints of any size */
} Range;

typedef struct Slice {
    Obj obj;
    Value start, stop, step;
} Slice;

typedef enum ViewKind { VIEW_KEYS, VIEW_VALUES, VIEW_ITEMS } ViewKind;

typedef struct DictView {
    Obj obj;
    Dict *dict;
    ViewKind which;
} DictView;

/* Iterators that C can drive alone (iter.c). What needs Python is a generator of the
 * library with another class (map, filter, zip over generators). */
typedef enum IterKind {
    ITER_LIST,
    ITER_LIST_REVERSED,
    ITER_TUPLE,
    ITER_TUPLE_REVERSED,
    ITER_STR,
    ITER_STR_REVERSED,
    ITER_BYTES,
    ITER_RANGE,
    ITER_BIG_RANGE,
    ITER_SET,
    ITER_KEYS,
    ITER_VALUES,
    ITER_ITEMS,
    ITER_KEYS_REVERSED,
    ITER_VALUES_REVERSED,
    ITER_ITEMS_REVERSED,
    ITER_ENUMERATE, /* over `inner`, itself one of these */
    ITER_ZIP,       /* over a tuple of such */
    ITER_NATIVE,    /* next() is `step`; state in source, inner, position */
} IterKind;

typedef struct Iter Iter;
struct Iter {
    Obj obj;
    IterKind which;
    bool done;
    bool strict;                     /* zip */
    Value source;                    /* what is walked; a tuple of iterators for zip */
    Value inner;                     /* enumerate */
    int64_t position, end, step;     /* range: the next, the one behind the last. Dict: entry, how
                                    many are left */
    uint32_t expected;               /* size of the dict or set when it began */
    Value (*next)(VM *vm, Iter *it); /* ITER_NATIVE: value, V_STOP or V_ERROR */
};

/* --- functions -------------------------------------------------------------------- */

typedef struct Cell {
    Obj obj;
    Value value; /* V_UNDEF: unbound */
} Cell;

typedef struct Function {
    Obj obj;
    Code *code;
    Dict *globals;
    Value defaults;                                 /* tuple or V_NONE */
    Value keyword_defaults;                         /* dict or V_NONE */
    Value closure;                                  /* tuple of cells or V_NONE */
    Value name, qualname, doc, module, annotations; /* annotations: dict or V_UNDEF */
} Function;

/* A function in C. It gets its arguments in order; what was not given is V_UNDEF, up to
 * `max`. With max < 0 it takes any number and `n` tells how many. */
typedef Value (*NativeFn)(VM *vm, Value *args, int n);

typedef enum NativeFlag {
    NF_LIST0 = 1, /* argument 0 is an iterable that C must be able to walk: what needs Python */
    NF_LIST1 = 2, /* to be walked is made a list first. Likewise argument 1, 2,              */
    NF_LIST2 = 4,
    NF_LIST_ALL = 8, /* and every argument (set.union) */
    NF_SELF = 16,    /* a method: argument 0 is self, of the class it is defined in */
    NF_STATIC = 32,
    NF_CLASS = 64,       /* a class method: argument 0 is the class */
    NF_KEYWORDS = 128,   /* any keyword: they come as a dict (or V_UNDEF) in one last argument */
    NF_GETTER = 256,     /* an attribute: called with self when it is read */
    NF_SLOT = 512,       /* repr says slot wrapper (`__len__` and such) */
    NF_PYTHON = 1024,    /* CPython's is written in Python: what is wrong with a call is said so */
    NF_COROUTINE = 2048, /* what it returns is a coroutine, as if it were `async def` */
} NativeFlag;

/* One entry of a table of functions or methods; the table ends with a NULL name. `params`
 * names the parameters for calls with keywords and error messages: "object, /, *, key, reverse".
 * Names before "/" cannot be given by keyword; those after "*" only so. Of a getter: what to say
 * to who wants to set it, if not the usual words. */
typedef struct NativeDef {
    const char *name;
    NativeFn fn;
    int8_t min, max; /* positional and keyword together, self included; max < 0: any number */
    uint16_t flags;
    const char *params; /* or NULL: no keywords */
} NativeDef;

typedef struct Native {
    Obj obj;
    const NativeDef *def;
    Value self;   /* bound: passed as first argument; V_UNDEF if not */
    Value module; /* name, or V_NONE */
    Class *owner; /* of a method; or NULL */
} Native;

typedef struct Method {
    Obj obj;
    Value function, self;
} Method;

typedef enum GenState { GEN_CREATED, GEN_SUSPENDED, GEN_RUNNING, GEN_CLOSED } GenState;

typedef struct Generator { /* generator, coroutine, async generator by its class */
    Obj obj;
    GenState state;
    uint32_t begun;     /* async generator: as which of all it was asked for something first; 0: not yet */
    bool closing;       /* aclose() was called */
    bool running_async; /* a turn is on its way, in the generator or in what it awaits */
    /* A coroutine that is made for an `await` and for nothing else: only the awaiting function's stack
     * holds it, unless somebody asks what that awaits. When it has returned it can serve again. */
    bool awaited_only;
    Frame *frame; /* owned; NULL when closed */
    Value name, qualname;
    Value adopter;          /* async generator: the loop that closes it when it is dropped; or V_UNDEF */
    Code *code;             /* NULL of one in C */
    const Code *made_in;    /* where it was made: the code that called, or NULL */
    uint32_t made_at;       /* and which of its words */
    uint32_t made;          /* what Watch.coroutine_made said of it; 0: nothing */
    struct Generator *next; /* while it is spare */
} Generator;

/* --- classes and instances -------------------------------------------------------- */

/* Where the attributes of an instance are: name to slot number. Shapes form a tree for each
 * class, so that instances built alike share one and an inline cache hits. */
struct Shape {
    Shape *parent;
    Class *cls;
    Str *name;         /* added by this step; NULL in the root */
    uint32_t count;    /* slots */
    VEC(Shape *) next; /* steps from here; owned */
    uint32_t *table;   /* hash of name pointers to slot + 1; built when there are many; owned */
    Str **names;       /* with the table: by slot; owned */
    uint32_t table_size;
};

typedef struct Instance {
    Obj obj;
    Shape *shape; /* NULL: slots[0] is the dict that holds the attributes */
    Value *slots; /* inline_slots, or an array of its own */
    uint32_t cap;
    uint32_t inline_cap;
    Value inline_slots[];
} Instance;

/* The special methods that the VM itself asks for. */
typedef enum Special {
#define SPECIAL(id, name) SP_##id,
#include "vm/specials.def"
#undef SPECIAL
    SPECIAL_COUNT
} Special;

typedef enum ClassFlag {
    CLASS_SUBCLASSABLE = 1,
    CLASS_BUILTIN = 2,       /* ours: immutable */
    CLASS_PLAIN_GETATTR = 4, /* no __getattribute__ of Python's */
    CLASS_HAS_SLOTS = 8,
    CLASS_HAS_DEL = 16,
    CLASS_ABSTRACT = 32,
    CLASS_OPEN = 64,      /* of ours, but a program may set attributes on it and its instances */
    CLASS_OWN_REPR = 128, /* of ours, and its instances are not shown by their kind */
} ClassFlag;

struct Class {
    Obj obj; /* obj.cls is the metaclass */
    Value name, qualname, module;
    Tuple *bases, *mro; /* mro: tuple of classes */
    Dict *attrs;
    uint32_t version; /* changes when the class or a base does */
    uint32_t flags;
    Kind kind;               /* layout of the instances */
    TypeId builtin;          /* nearest built-in class */
    uint32_t slot_hint;      /* attributes that an instance had so far: inline room */
    Shape *root;             /* owned, with all below it */
    Value slots;             /* __slots__: tuple of names of the whole mro, or V_UNDEF */
    VEC(Class *) subclasses; /* not kept alive */
    char *utf8_name;         /* the name it was made with, for messages; owned */
    Value *specials;         /* SPECIAL_COUNT; 0: not looked up yet; V_UNDEF: none */
    /* Makes an instance for `cls(args)`; __init__ runs after it unless it is built in. */
    const NativeDef *construct;
    /* Of an awaitable in C: one step of it under `await`, which is sent a value: what it yields,
     * V_STOP with vm_returned, or V_ERROR. */
    Value (*await_step)(VM *vm, Value self, Value sent);
    void (*await_given_up)(VM *vm,
                           Value self); /* an exception is thrown in while it is waited for; or NULL */
    Value maker;                        /* `construct` as a function, once it was needed; V_UNDEF before */
};

typedef struct Property {
    Obj obj;
    Value getter, setter, deleter, doc, name; /* V_NONE if absent */
    bool doc_of_getter;
} Property;

typedef struct Wrapped { /* staticmethod, classmethod */
    Obj obj;
    Value function;
} Wrapped;

typedef struct Super {
    Obj obj;
    Class *after; /* look behind this class … */
    Value self;   /* … in the mro of this object's class (or of this class) */
    Class *start;
} Super;

typedef struct ModuleObj {
    Obj obj;
    Value name;
    Dict *attrs;
} ModuleObj;

/* --- exceptions ------------------------------------------------------------------- */

typedef struct Exception {
    Obj obj;
    Value args;           /* tuple */
    Value cause, context; /* exception or V_NONE */
    Value traceback;      /* Traceback or V_NONE */
    Value kept;           /* the same when it was last raised or caught: see error_thrown_in */
    bool suppress_context;
    Value notes; /* list or V_UNDEF */
    Value held;  /* as in a traceback, by frames that have no line in one; V_NONE */
    /* StopIteration: value. SystemExit: code. ImportError: name. AttributeError, NameError:
     * name, object. OSError: errno, strerror, filename. Groups: message, exceptions (tuple).
     * UnicodeError: the five. V_UNDEF where unset. */
    Value extra[5];
    Dict *attrs; /* what the program set; NULL if nothing */
} Exception;

typedef struct Traceback {
    Obj obj;
    Value next; /* towards the raise; Traceback or V_NONE */
    Code *code;
    uint32_t word; /* which instruction */
    Value held;    /* list of what its frame held, if that matters (tether.h); or V_NONE */
} Traceback;

/* --- what modules in C define ----------------------------------------------------- */

/* What hangs on a record beside its values. */
typedef struct Payload {
    void (*free)(void *payload);         /* or NULL */
    void (*mark)(VM *vm, void *payload); /* NULL: it holds no values */
    /* Whether its __del__ has something to say, asked when it is found dead; NULL: never. */
    bool (*dies_loudly)(const Obj *record);
    bool (*stands_alone)(const Obj *record); /* it lives whoever else holds it; NULL: never */
} Payload;

/* A class of a module in C: `n` values that the collector sees, and a payload that only its
 * own kind of payload knows. A struct of its own may begin with the same fields, followed
 * by its `n` values and then by what is no value (record_sized). */
#define RECORD_FIELDS \
    Obj obj;          \
    uint32_t n;       \
    void *payload;    \
    const Payload *of

typedef struct Record {
    RECORD_FIELDS;
    Value slots[];
} Record;

/* --- casts and checks ------------------------------------------------------------- */

static inline bool is_kind(Value v, Kind k) {
    return is_obj(v) && as_obj(v)->kind == k;
}
#define AS(Type, v) ((Type *)(void *)as_obj(v))
static inline bool is_str(Value v) {
    return is_kind(v, KIND_STR);
}
static inline bool is_list(Value v) {
    return is_kind(v, KIND_LIST);
}
static inline bool is_tuple(Value v) {
    return is_kind(v, KIND_TUPLE);
}
static inline bool is_dict(Value v) {
    return is_kind(v, KIND_DICT);
}
static inline bool is_bigint(Value v) {
    return is_kind(v, KIND_BIGINT);
}
static inline bool is_class(Value v) {
    return is_kind(v, KIND_CLASS);
}

#endif
