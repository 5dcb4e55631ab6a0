/* The compiler's own header: what its files share. Nobody else includes it.
 *
 * A Unit is a code in the making. Instructions are gathered as Ins with labels for jumps
 * and regions for exception handlers (emit.c); assemble.c threads the jumps, drops what
 * nothing reaches, measures the stack and writes the Code.
 *
 * As in CPython's compile.c, `loc` is the place in the source that instructions are given:
 * visiting a node sets it and puts the former one back. Tracebacks draw it. */
#ifndef TOQUE_VM_COMPILE_H
#define TOQUE_VM_COMPILE_H

#include "vm/code.h"
#include "vm/vm_internal.h" /* vm_adopt_code */

enum {
    MAX_BLOCKS = 20,          /* of loops, with and try inside each other: CPython's limit */
    MAX_DEPTH = 1000,         /* of nodes inside each other: protects C's own stack */
    MAX_WORDS = 1u << 20,     /* of one code: a list literal of half a million calls */
    MAX_ALL_WORDS = 1u << 22, /* of a module: nested `finally` bodies double at each level */
    MAX_CODES = 0xFFFF,       /* MAKE_FUNCTION's argument has 16 bits for it */
    FEW = 30,                 /* more operands than this aren't gathered on the stack */
    MAX_AROUND_STAR = 0xFFF,  /* UNPACK_EX's argument has 12 bits for each side */
};

/* An instruction that only the compiler knows: a region begins. It becomes no word.
 * Region 0 stands for nothing at all. */
#define OP_SETUP ((OpCode)OP_COUNT)

/* The place of what the source doesn't show. If only one way leads there, it has the place
 * of the instruction before it; else none (line 0). */
#define NO_SPAN ((Span){UINT32_MAX, UINT32_MAX})

typedef uint32_t Label;

typedef struct Ins {
    uint8_t op;
    uint32_t arg;    /* a label, if it jumps */
    uint32_t region; /* the innermost that it stands in; 0: none */
    Span span;
} Ins;

/* Where what fails goes on. Regions nest by `outer`; their words may lie apart, since the
 * way out of a `try` (its finally's body) stands in the middle of it. */
typedef struct Region {
    Label target;
    uint32_t outer;
    uint32_t pops;  /* less deep than where it begins by so much */
    uint32_t depth; /* measured by assemble.c */
} Region;

typedef enum BlockKind {
    BLOCK_WHILE,
    BLOCK_FOR,
    BLOCK_TRY,
    BLOCK_FINALLY,
    BLOCK_IN_FINALLY,
    BLOCK_WITH,
    BLOCK_ASYNC_WITH,
    BLOCK_HANDLERS, /* all the handlers of a try: nothing to undo */
    BLOCK_HANDLER,  /* the body of `except` */
    BLOCK_GROUP,    /* all the handlers of except*: nothing may leave them */
    BLOCK_VALUE,    /* a value to be returned lies on the stack */
} BlockKind;

/* What a break, continue or return has to undo on its way out. */
typedef struct Block {
    BlockKind kind;
    Label again, end;    /* of a loop: where continue and break go */
    const Stmt *finally; /* FINALLY: its body */
    Name name;           /* HANDLER: as name, or NULL */
    Span span;           /* WITH: its statement */
} Block;

/* The names of a scope: which symbol, which slot. A comprehension's env stands on top of
 * that of the code that it runs in. */
typedef struct Env Env;
struct Env {
    Env *outer; /* of a comprehension; else NULL */
    const Scope *scope;
    uint32_t *index; /* hash of names: symbol + 1 */
    uint32_t mask;
    uint32_t *slots; /* by symbol; NO_SLOT where it has none */
    const char *qualname;
};

#define NO_SLOT UINT32_MAX

/* While compiling, free variables are counted from here: they follow the locals, whose
 * number is only known at the end. */
enum { FREE_SLOTS = 0x800000 };

/* A slot of an inlined comprehension, to be used again by the next one with that name. */
typedef struct SpareSlot {
    Name name;
    uint32_t slot;
    bool taken;
} SpareSlot;

typedef struct Unit Unit;
struct Unit {
    Unit *outer;
    Code *code; /* owned until it is finished */
    Env *env;
    const Scope *scope;
    const char *qualname;

    VEC(Ins) ins;
    VEC(uint32_t) labels; /* to instructions */
    uint32_t barrier;     /* what stands before it may be jumped over: not to be folded */
    VEC(Region) regions;  /* [0] is none */
    uint32_t region;
    Block blocks[MAX_BLOCKS];
    uint32_t block_count;

    VEC(Value) consts;
    VEC(uint32_t) const_keys; /* per const: where its key begins in key_text */
    Buf key_text;
    uint32_t *const_index; /* hash of keys: const + 1 */
    uint32_t const_mask;

    VEC(Str *) sites;
    VEC(Str *) slot_names;
    VEC(Name) frees;
    VEC(SpareSlot) spares;
    VEC(Code *) codes;
    VEC(InlineFrame) inlines; /* start and end are labels until assembled */
    uint32_t class_cell;      /* slot of __class__ in a class body, or NO_SLOT */
    uint32_t annotations;     /* where SETUP_ANNOTATIONS goes if there is any */
    uint32_t element;         /* of a generator expression: the instruction that yields it */
    Span outer_loc;           /* the compiler's, while it was in the outer unit */
    bool awaits;              /* a generator expression that does is an async generator */
};

typedef struct Compiler {
    VM *vm;
    const Module *module;
    Diags *diags;
    uint32_t extra_flags;
    bool failed;             /* an error was told: the rest is skipped */
    bool future_annotations; /* from __future__ import annotations */
    uint32_t depth;          /* of nodes */
    uint32_t all_words;
    Span loc;
    uint32_t last_line; /* see line_of */
    Unit *unit;
    Arena arena;
    VEC(const Expr *) spine; /* see compile_expr */
} Compiler;

void compile_error(Compiler *c, Span span, MsgId msg);
void compile_error_name(Compiler *c, Span span, MsgId msg, Name name);
bool compile_enter(Compiler *c); /* one node deeper; false (and told) if too deep */
void compile_leave(Compiler *c);

/* compile.c: units */
Unit *unit_begin(Compiler *c, const Scope *scope, const char *name, uint32_t first_offset);
/* After the caller has filled in what the unit's code says of its parameters. */
void unit_set_names(Compiler *c, const char *qualname, const Params *params);
void unit_end_function(Compiler *c, uint32_t flags); /* and makes a function of it in the outer unit */
void compile_return_none(Compiler *c);
const char *compile_qualname(Compiler *c, Name name, const char *shown);
const Expr *compile_docstring(const Stmt *body); /* or NULL */

/* emit.c */
uint32_t emit(Compiler *c, OpCode op, uint32_t arg);
void emit0(Compiler *c, OpCode op); /* an instruction without argument */
static inline bool has_no_span(Span s) {
    return s.start == UINT32_MAX;
}
void emit_jump(Compiler *c, OpCode op, Label target);
void emit_send(Compiler *c); /* awaitable -- result */
Label label_new(Compiler *c);
void label_bind(Compiler *c, Label label);
Label label_here(Compiler *c);
void region_begin(Compiler *c, Label target, uint32_t pops);
void region_end(Compiler *c);
void emit_pop_except_and_reraise(Compiler *c);

/* assemble.c: fills unit->code; false if it is too large */
bool unit_assemble(Compiler *c);

/* compile_const.c: constants and folding */
void load_none(Compiler *c);
void load_special(Compiler *c, Value v); /* a singleton, a float or a small int */
void load_str(Compiler *c, const char *text, size_t len);
void load_name_str(Compiler *c, Name name);
void load_literal(Compiler *c, const Expr *e);
bool is_literal(const Expr *e);   /* None … bytes: one constant */
bool is_constant(const Expr *e);  /* will be one LOAD_CONST when compiled */
int literal_truth(const Expr *e); /* 0, 1; -1: not a literal */
/* Each replaces the constants that were just loaded by one, if they are and it can. */
bool fold_unary(Compiler *c, UnaryOp op);
bool fold_binary(Compiler *c, BinaryOp op);
bool fold_tuple(Compiler *c, uint32_t n);
bool fold_frozenset(Compiler *c, uint32_t n);
void const_free(Unit *u);

/* compile_name.c */
void env_push_unit(Compiler *c, Unit *u, const Params *params);
void env_push_comprehension(Compiler *c, const Scope *scope);
void env_pop_comprehension(Compiler *c);
void name_load(Compiler *c, Name name);
void name_store(Compiler *c, Name name);
void name_delete(Compiler *c, Name name);
void name_global(Compiler *c, OpCode op, Name name); /* an instruction with a site */
uint32_t closure_slot(Compiler *c, Name name);
Name name_known(Compiler *c, const char *text, size_t len);
bool name_is_debug(Name name);

/* compile_expr.c */
void compile_expr(Compiler *c, const Expr *e);
void compile_exprs(Compiler *c, const Expr *list);
void compile_jump_if(Compiler *c, const Expr *e, Label target, bool when);
void compile_iterable(Compiler *c, const Expr *e); /* of `for` and `in`: a list may be a tuple */
void compile_store(Compiler *c, const Expr *target);
void compile_delete(Compiler *c, const Expr *target);
void compile_augmented(Compiler *c, const Stmt *s);
Span compile_attribute_span(const Compiler *c, const Expr *attribute, Span whole);
uint32_t list_length(const Expr *list);
typedef struct Display {
    OpCode build, add, extend;
} Display;
void compile_display(Compiler *c, const Expr *items, uint32_t pushed, Display d, bool tuple);

/* compile_call.c */
bool is_method_call(const Expr *e);
void compile_call(Compiler *c, const Expr *e); /* the callee is loaded */
/* What class C(args) and f(args) share; `pushed` arguments are on the stack already. */
void compile_arguments(Compiler *c, uint32_t pushed, const Expr *args, const Keyword *keywords);

/* compile_comp.c */
void compile_comprehension(Compiler *c, const Expr *e);
void compile_generator(Compiler *c, const Expr *e);

/* compile_def.c */
void compile_function(Compiler *c, const Stmt *s);
void compile_class(Compiler *c, const Stmt *s);
void compile_lambda(Compiler *c, const Expr *e);
void compile_annotation(Compiler *c, const Expr *e);

/* compile_stmt.c */
void compile_stmts(Compiler *c, const Stmt *s);

/* compile_block.c: loops, with, try, and the ways out of them */
void compile_while(Compiler *c, const Stmt *s);
void compile_for(Compiler *c, const Stmt *s);
void compile_with(Compiler *c, const Stmt *s);
void compile_try(Compiler *c, const Stmt *s);
void compile_return(Compiler *c, const Stmt *s);
void compile_break(Compiler *c);
void compile_continue(Compiler *c);

/* compile_pattern.c */
void compile_match(Compiler *c, const Stmt *s);

#endif
