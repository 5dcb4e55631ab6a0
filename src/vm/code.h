/* Code: what one function body, class body or module compiles to. Codes belong to the VM
 * that they were compiled in and live as long as it does. */
#ifndef TOQUE_VM_CODE_H
#define TOQUE_VM_CODE_H

#include "base/source.h"
#include "lang/ast.h"
#include "vm/value.h"

typedef enum OpCode {
#define OPCODE(name, effect) OP_##name,
#define FUSED(name) OP_##name,
#include "vm/opcodes.def"
#undef FUSED
#undef OPCODE
    OP_COUNT
} OpCode;

#define OP_OF(word) ((OpCode)((word)&0xFF))
#define ARG_OF(word) ((word) >> 8)
#define WORD(op, arg) ((uint32_t)(op) | (uint32_t)(arg) << 8)
enum { MAX_ARG = 0xFFFFFF };

/* What GET_AWAITABLE's value comes from: its argument, for the words of the error. */
typedef enum Awaited { AWAIT_EXPRESSION, AWAIT_AENTER, AWAIT_AEXIT, AWAIT_ANEXT } Awaited;

typedef struct Class Class;
typedef struct Shape Shape;
typedef struct Str Str;

/* A name with the inline cache of the one instruction that uses it (attr.c, interp.c). */
typedef struct Site {
    Str *name;
    const void *key;  /* shape, class or dict keys that the cache holds for; NULL: empty */
    uint32_t version; /* of the class, or of the dict's keys */
    uint32_t index;
    Value value;
    uint8_t kind;
} Site;

/* Words in [start, end) that fail go on at `target`, with the stack cut to `depth`. */
typedef struct Handled {
    uint32_t start, end, target, depth;
} Handled;

/* Words in [start, end) run a comprehension that has no frame of its own: a traceback
 * shows one for it, as CPython 3.11 does. Inner ones come after outer ones. */
typedef struct InlineFrame {
    uint32_t start, end;
    Str *name; /* <listcomp> … */
    Span span; /* the comprehension: where the frame around it stands meanwhile */
    uint32_t line;
} InlineFrame;

typedef enum CodeFlag {
    CODE_GENERATOR = 1, /* yield in it */
    CODE_COROUTINE = 2, /* async def; both: an async generator */
    CODE_VARARGS = 4,
    CODE_VARKEYWORDS = 8,
    CODE_MODULE = 16,
    CODE_CLASS_BODY = 32,
    CODE_AWAITABLE = 128, /* a generator under @types.coroutine */
    CODE_LIBRARY = 64,    /* of src/pylib: hidden from tracebacks and from the trace */
} CodeFlag;

typedef struct Code Code;
struct Code {
    Code *next; /* of all codes of the VM */
    Str *name, *qualname;
    const Source *source; /* for tracebacks; owned by the program */
    uint32_t first_line;
    uint32_t flags;

    uint16_t positional_only, positional, keyword_only; /* positional includes the former */
    uint16_t param_count;                               /* with *args and **kwargs: the first slots */
    uint32_t slot_count;                                /* params, locals, cells, free */
    uint32_t free_start; /* slots [free_start, slot_count) are the closure's cells */
    uint32_t max_stack;
    Str **slot_names; /* slot_count; the names of inlined comprehensions' slots too */

    uint32_t *words;
    Span *spans;     /* per word: the expression for the traceback's carets */
    uint32_t *lines; /* per word: the line it belongs to; 0: none (what the compiler added) */
    uint32_t word_count;

    Value *consts;
    uint32_t const_count;
    Site *sites;
    uint32_t site_count;
    Code **codes; /* of inner functions, classes and generator expressions */
    uint32_t code_count;
    Handled *handled; /* apart and in order: of each word the innermost only */
    uint32_t handled_count;
    InlineFrame *inlines;
    uint32_t inline_count;
    Value docstring;         /* str or None */
    Value object;            /* the code object that a program sees, or None */
    struct Generator *spare; /* coroutines that have returned, with their frames: see generator_retire */
};

typedef struct VM VM;

/* Compiles a checked tree. The tree is not needed afterwards, its source is. Reports what
 * only the compiler can see (too many words in a function) and returns NULL then. */
Code *compile_module(VM *vm, const Module *module, uint32_t extra_flags, Diags *diags);

/* How an instruction changes the depth of the stack; `jumps`: when it takes its jump. */
int op_effect(OpCode op, uint32_t arg, bool jumps);
OpCode op_plain(OpCode op);  /* of a fused instruction: the first that it stands for */
bool op_jumps(OpCode op);    /* its argument is the word where it may go on */
bool op_falls_on(OpCode op); /* the next word may follow it */
/* The entry for the word before ip; NULL: an error there is not handled here. */
const Handled *code_handler(const Code *code, const uint32_t *ip);
void code_fuse(Code *code);
void code_dump(const Code *code, Buf *out); /* unfused, with its inner codes: for tests */
void code_free(Code *code);

#endif
