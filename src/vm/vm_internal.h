/* The VM itself, for the files of src/vm only. */
#ifndef TOQUE_VM_INTERNAL_H
#define TOQUE_VM_INTERNAL_H

#include "base/slabs.h"
#include "vm/fiber.h"
#include "vm/frame.h"
#include "vm/run.h"
#include "vm/tether.h"

#include <setjmp.h>

#define V_FRAME (TAG_SPECIAL | 11) /* a call pushed a frame: vm->frame is to be run */

#define LIKELY(x) __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)

enum {
    CELL_STEP = 16,
    CELL_CLASSES = 33, /* cells of 0, 16 … 512 bytes; greater objects stand alone */
    PAGE_SIZE = 64 * 1024,
    SMALL_CLASSES = 65, /* arrays of 0, 16 … 1024 bytes; greater ones are the system's */
};

typedef struct Page Page;

typedef struct Large {
    Obj *obj;
    size_t size;
} Large;

typedef struct Heap {
    Slabs slabs; /* what pages and small arrays are made of */
    Page *pages; /* all, newest first */
    void *free[CELL_CLASSES];
    void *small[SMALL_CLASSES]; /* free arrays */
    VEC(Large) large;
    VEC(Obj *) gray; /* marked, children not yet */
    size_t bytes, live, next_collect, cap, hard_cap;
    size_t planned;    /* next_collect is that, or 0 where the interpreter is to look up at once */
    uint8_t live_mark; /* 1 and 2 in turn */
    uint64_t collections;
    uint64_t stress_work; /* bytes that the collections of a stress build have gone through */
} Heap;

typedef enum TailKind { TAIL_CALL, TAIL_RESUME, TAIL_STEP } TailKind;

typedef struct Tail {
    TailKind kind;
    Value callable; /* TAIL_CALL */
    VEC(Value) args;
    Tuple *keywords; /* names of the last args, or NULL */
    Generator *gen;  /* TAIL_RESUME */
    Then then;       /* TAIL_RESUME: how */
    Value sent;      /* TAIL_RESUME: a value, or an exception to throw */
    bool is_throw;
    NativeStep step; /* TAIL_STEP: a frame in C with args as its slots */
    uint8_t stage;
} Tail;

typedef struct StackChunk {
    struct StackChunk *below;
    char *top, *end;
} StackChunk;

typedef struct FiberState {
    Frame *frame;
    StackChunk *stack;
    uint32_t depth, c_depth;
    Value context;
} FiberState;

struct Fiber {
    FiberState state; /* while it does not run */
};

enum { SPARE_STEP = 16, SPARE_CLASSES = 48 };

enum { PHASE_MAIN, PHASE_REPORT, PHASE_OTHERS, PHASE_LAST_TURNS, PHASE_OVER };

struct VM {
    const void *const *dispatch; /* where the code of each instruction is: see Dispatch */
    Heap heap;
    Host host;
    VMOptions options;

    Frame *frame;
    StackChunk *stack;
    Frame *spare_frames[SPARE_CLASSES];         /* of generators, by size */
    Generator *spare_coroutines[SPARE_CLASSES]; /* in C, by the size of their frames */
    uint32_t depth, depth_limit;                /* of Python calls */
    uint32_t c_depth;                           /* of C functions over nested values */
    Value error;                                /* the pending exception, or V_UNDEF */
    Tail tail;
    uint64_t steps, step_end;
    uint64_t charged, most_charged; /* by C since vm_advance began; then the slice is over */
    bool stop;
    uint8_t phase;        /* what is running: see settle in vm.c */
    uint32_t core_loaded; /* a bit for each of its files */
    int no_collect;       /* while the core library is set up */
    RunStatus main_status;
    Value ended_with; /* the error that the program ended with, or None */
    RunStatus status;
    int exit_code;
    jmp_buf out_of_memory;

    Class *types[TYPE_COUNT];
    Str *names[NAME_COUNT];
    Str *special_names[SPECIAL_COUNT];
    Str *chars[256];
    InternTable *interns;
    Dict *builtins;
    Dict *modules; /* name to module */
    Dict *core;    /* globals of the core library; NULL until it is needed */
    Value twins[TWIN_COUNT];
    Code *codes;
    VEC(Source *) library_sources;
    Value main_module;
    Tuple *empty_tuple;
    Value build_class;

    VEC(Obj *) finalizable;   /* generators, and instances with __del__ */
    VEC(Value) to_finalize;   /* found dead, waiting for their last turn */
    VEC(Value) printing;      /* containers that repr is inside of */
    struct AttrsEntry *attrs; /* side table: attributes of built-in kinds */
    uint32_t attrs_size, attrs_used;
    Tethers tethers;
    const void *const *dispatches[DISPATCH_COUNT];
    const void *watched[OP_COUNT], *torn[OP_COUNT];
    uint32_t begun_asyncgens;
    uint32_t next_identity;
    uint32_t next_version;
    void *states[STATE_COUNT];
    Value state_roots[STATE_COUNT];
    Value current_context; /* contextvars */
    Fiber *fiber;          /* the running one; NULL: the main one */
    FiberState main_fiber; /* while another runs */
    VEC(Fiber *) fibers;
    Value passed; /* with V_YIELD what is yielded, with V_STOP what was returned */
};

RunStatus interpret(VM *vm); /* interp.c */
void vm_run_library(VM *vm, Value function);

/* Whether what it keeps means anything: of a generator only while it runs. */
static inline bool frame_keeps(const Frame *f) {
    return f->then != THEN_PUSH && !(f->gen && f->gen->state != GEN_RUNNING);
}
Value import_main_function(VM *vm, Code *code, Dict *globals);

/* Frames (call.c) */
Frame *frame_push(VM *vm, Code *code, Function *function);
Frame *frame_push_native(VM *vm, NativeStep step, uint32_t slots);
void frame_pop(VM *vm);
void stack_free(StackChunk *top);
Frame *frame_new(VM *vm, size_t slots); /* a generator's, on the heap */
size_t frame_class(size_t slots);       /* of those that are kept for the next: below SPARE_CLASSES */
void frame_renew(Frame *f);
void frame_free(VM *vm, Frame *f);
void frames_let_go(VM *vm); /* those that are kept for the next */

void fibers_mark(VM *vm); /* those that do not run */
void fibers_free(VM *vm);

/* Calls `callable`: a value, V_ERROR, or V_FRAME. `then` is what the pushed frame shall do
 * with its result; the caller may set keep on vm->frame if it got V_FRAME. */
Value vm_call(VM *vm, Value callable, int n, const Value *args, Tuple *keywords);
/* Runs what a C function asked for with V_TAIL, until there is a value, an error or a frame. */
Value vm_run_tail(VM *vm);
Value vm_resume(VM *vm, Generator *gen, Value sent, bool is_throw, Then then);
/* vm_tail with the names of keyword arguments; a frame in C; a generator to resume. */
Value vm_tail_keywords(VM *vm, Value callable, int n, const Value *args, Tuple *keywords);
Value vm_tail_step(VM *vm, NativeStep step, int n, const Value *slots);
Value vm_tail_resume(VM *vm, Generator *gen, Value sent, bool is_throw, Then then);
/* Says what shall become of the result of the call that `caller` has just begun (V_FRAME). */
void vm_then(VM *vm, Frame *caller, Then then, Value keep0, Value keep1);
/* The caller's instruction is done again when that call has returned. */
void vm_again(VM *vm, Frame *caller);
Value call_spread(VM *vm, Value callable, Value args, Value keywords);
/* Gives a result to the frame in C on top; its own result (it is gone then), or V_FRAME. */
Value vm_step_result(VM *vm, Value v);
Value vm_construct(VM *vm, Class *cls, int n, const Value *args, Tuple *keywords);

static inline bool native_is_method(const Native *n) {
    return n->owner && n->self == V_UNDEF && !(n->def->flags & (NF_STATIC | NF_CLASS | NF_GETTER));
}

void types_setup(VM *vm);
void proxy_setup(VM *vm);
void descriptors_setup(VM *vm);
void functions_setup(VM *vm);
void codes_setup(VM *vm);
void frames_setup(VM *vm);
void vm_adopt_code(VM *vm, Code *code);
Value frame_object_of(VM *vm, Value place); /* of a traceback or a generator: frame_object.c */
Value code_value(VM *vm, Code *code);       /* the code object that a program sees */

/* heap.c */
void heap_init(VM *vm);
void heap_deinit(VM *vm);
bool vm_is_overcharged(VM *vm);
bool heap_stress_is_due(VM *vm); /* in a stress build, before each instruction */
void heap_mark_obj(VM *vm, void *o);
void heap_mark_frames(VM *vm, Frame *top);
void heap_mark_children(VM *vm, Obj *o); /* what it refers to */
void heap_mark_roots(VM *vm);

/* str.c */
void interns_each(InternTable *t, void (*each)(void *data, Str *s), void *data);
void interns_free(InternTable *t);

void obj_attrs_drop(VM *vm, Obj *o);

/* class.c */
void classes_setup(VM *vm);
void class_forget_specials(VM *vm, Class *c);
Class *class_make(VM *vm, Class *meta, Str *name, Tuple *bases, Dict *attrs);
int shape_find(const Shape *s, const Str *name);
void class_unlink(VM *vm, Class *c); /* from its bases, before anything is swept */
void class_release(Class *c);
Instance *instance_new(VM *vm, Class *cls);
Dict *instance_dict(VM *vm, Instance *i); /* its __dict__: from now on it keeps a real one */

/* import.c */
/* A text of ours; NULL and an error if it does not compile. */
Code *compile_library(VM *vm, const char *name, const char *text, size_t len);
Value import_module(VM *vm, Str *name); /* module, V_ERROR or V_TAIL */
bool module_is_loaded(VM *vm, const char *name);
Value import_top(VM *vm, Str *name);
Value import_from(VM *vm, Value module, Str *name);
Value import_star(VM *vm, Frame *f, Value module); /* V_NONE when done, V_ERROR or V_TAIL */
Value core_twin(VM *vm, Twin t);
void modules_setup(VM *vm);
Generator *generator_new(VM *vm, Frame *f);
void generator_named(VM *vm, Generator *g); /* after its frame's function; and where it is made */
void generator_told(VM *vm, Generator *g);  /* who watches is told of a new one */
/* The step of the coroutine in C on top has returned `v`: what its driver gets. */
Value generator_stepped(VM *vm, Frame *f, Value v);
void generators_setup(VM *vm);

/* error.c */
Value error_new(VM *vm, Class *cls, int n, const Value *args);
void error_keep_extra(VM *vm, Exception *e);
/* An OSError is whole after __new__, unless the class has an __init__ of its own. */
bool error_made_by_new(VM *vm, Class *cls);
void error_set(VM *vm, Value exc);            /* raises it as it is, without a context */
void error_thrown_in(VM *vm, const Frame *f); /* the pending one was thrown into this generator */
void error_add_traceback(VM *vm, Value exc, Frame *f, uint32_t word);
Value error_handled(VM *vm);                        /* what is being handled, or V_NONE */
Value exception_of(VM *vm, Value v, bool is_cause); /* for raise: a class is called; may be V_FRAME */

/* variable.c */
Value variable_global(VM *vm, Frame *f, Site *s);      /* the module's, or a built-in one; s remembers */
Value variable_named(VM *vm, const Frame *f, Site *s); /* in a class body */
Value variable_unknown(VM *vm, Str *name);             /* V_ERROR */
Value variable_unbound(VM *vm, const Frame *f, uint32_t slot);

/* attr.c */
Value attr_bind(VM *vm, Value descriptor, Value object, Class *cls);
Value attr_get_default(VM *vm, Value object, Str *name);          /* object.__getattribute__ */
Value attr_set_builtin(VM *vm, Value object, Str *name, Value v); /* v V_UNDEF: delete */
/* What a site remembers, for its key. */
enum {
    SITE_EMPTY,
    SITE_SLOT,         /* key shape: an instance's own slot */
    SITE_VALUE,        /* key shape: a value found on the class */
    SITE_METHOD,       /* key shape: a function of the class, to be bound */
    SITE_CLASS_METHOD, /* key class: a function for objects that are no instances */
    SITE_ENTRY,        /* key dict: an entry of a module's dict, at index */
    SITE_BUILTIN,      /* key dict: not in the module, but in builtins; value */
    SITE_OF_CLASS,     /* key class: the object is that class itself */
    SITE_ADD,          /* key shape: a store that steps to shape->next[index] */
    SITE_PROPERTY,     /* key shape: value is the getter of a property */
    SITE_SUPER,        /* key the class searched from: the function behind the class of version index */
};
/* LOAD_METHOD: a function and the self to call it with, or false: take it as any attribute. */
bool attr_site_method(VM *vm, Value object, Site *site, Value *function, Value *self);
Value attr_site_get(VM *vm, Value object, Site *site);
Value attr_site_set(VM *vm, Value object, Site *site, Value v);

#endif
