/* _support: what the library's Python files ask of the VM itself: to compile a text, who called
 * them, the classes of built-in objects. */
#include "lang/lang.h"
#include "vm/vm_internal.h"

Value *vm_context(VM *vm) {
    return &vm->current_context;
}

/* execute(text, namespace): runs a text of the library's making, as exec() would. */
static Value execute(VM *vm, Value *args, int n) {
    (void)n;
    Buf text = {0};
    str_to_utf8(AS(Str, args[0]), &text);
    Code *code = compile_library(vm, "<library>", text.data, text.len);
    buf_deinit(&text);
    return code ? vm_tail(vm, import_main_function(vm, code, AS(Dict, args[1])), 0, NULL) : V_ERROR;
}

/* is_expression(text) */
static Value is_expression(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    Buf text = {0};
    str_to_utf8(AS(Str, args[0]), &text);
    Source source;
    source_init(&source, "<string>", text.data ? text.data : "", text.len);
    Module tree = {0};
    Diags diags = {0};
    LangOptions options = {.library = true};
    bool fine = lang_parse(&tree, &source, &options, &diags) && tree.body && !tree.body->next &&
                tree.body->kind == ST_EXPR;
    lang_deinit(&tree);
    diags_deinit(&diags);
    source_deinit(&source);
    buf_deinit(&text);
    return from_bool(fine);
}

/* The name of the module that called into the library. */
static Value caller_module(VM *vm, Value *args, int n) {
    (void)args, (void)n;
    for (const Frame *f = vm->frame; f; f = f->back) {
        if (!f->code || f->code->flags & CODE_LIBRARY) continue;
        Value name = dict_get_str(f->globals, vm_name(vm, NAME_name));
        return name == V_UNDEF ? V_NONE : name;
    }
    return V_NONE;
}

/* repr_enter(object): true if its repr is being made already; else repr_leave() must follow. */
static Value enter(VM *vm, Value *args, int n) {
    (void)n;
    return from_bool(repr_enter(vm, args[0]));
}

static Value leave(VM *vm, Value *args, int n) {
    (void)n;
    repr_leave(vm, args[0]);
    return V_NONE;
}

/* make_awaitable(function): what types.coroutine does to a generator function. The mark is on its
 * code, since await and yield from look there. */
static Value make_awaitable(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    AS(Function, args[0])->code->flags |= CODE_AWAITABLE;
    return args[0];
}

/* gives_coroutine(function): of one in C. */
static Value gives_coroutine(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return from_bool(is_kind(args[0], KIND_NATIVE) && AS(Native, args[0])->def->flags & NF_COROUTINE);
}

static const NativeDef functions[] = {
    {"gives_coroutine", gives_coroutine, 1, 1, 0, NULL},
    {"make_awaitable", make_awaitable, 1, 1, 0, NULL},
    {"execute", execute, 2, 2, 0, NULL},
    {"is_expression", is_expression, 1, 1, 0, NULL},
    {"caller_module", caller_module, 0, 0, 0, NULL},
    {"repr_enter", enter, 1, 1, 0, NULL},
    {"repr_leave", leave, 1, 1, 0, NULL},
    {0},
};

static const struct {
    const char *name;
    TypeId type;
} types[] = {
    {"AsyncGeneratorType", T_ASYNC_GENERATOR},
    {"BuiltinFunctionType", T_NATIVE},
    {"CellType", T_CELL},
    {"CodeType", T_CODE},
    {"CoroutineType", T_COROUTINE},
    {"FrameType", T_FRAME},
    {"FunctionType", T_FUNCTION},
    {"GeneratorType", T_GENERATOR},
    {"GenericAlias", T_GENERIC_ALIAS},
    {"GetSetDescriptorType", T_GETSET},
    {"MappingProxyType", T_MAPPING_PROXY},
    {"MethodDescriptorType", T_METHOD_DESCRIPTOR},
    {"MethodType", T_METHOD},
    {"ModuleType", T_MODULE},
    {"TracebackType", T_TRACEBACK},
    {"UnionType", T_UNION},
    {"WrapperDescriptorType", T_SLOT_WRAPPER},
};

static void init(VM *vm, ModuleObj *m) {
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        module_set(vm, m, types[i].name, from_obj(class_get(vm, types[i].type)));
}

const ModuleDef support_module = {.name = "_support", .functions = functions, .init = init, .internal = true};
