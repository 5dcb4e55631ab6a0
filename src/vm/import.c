/* Importing: modules in C, modules in Python, and the core library of the twins. */
#include "lang/lang.h"
#include "vm/containers.h"
#include "vm/vm_internal.h"

static const char *const TWIN_NAMES[TWIN_COUNT] = {
#define TWIN(id, name) [TWIN_##id] = name,
#include "vm/twins.def"
#undef TWIN
};

Value module_new(VM *vm, const char *name) {
    ModuleObj *m = heap_new(vm, vm->types[T_MODULE], KIND_MODULE, sizeof *m);
    m->name = from_obj(str_intern(vm, name, strlen(name)));
    m->attrs = AS(Dict, dict_new(vm));
    dict_set_str(vm, m->attrs, vm->names[NAME_name], m->name);
    dict_set_str(vm, m->attrs, vm->names[NAME_doc], V_NONE);
    return from_obj(m);
}

void module_set(VM *vm, ModuleObj *m, const char *name, Value v) {
    dict_set_str(vm, m->attrs, str_intern(vm, name, strlen(name)), v);
}

static void add_functions(VM *vm, Dict *d, const NativeDef *functions, Value module) {
    for (const NativeDef *f = functions; f && f->name; f++) {
        Value v = native_new(vm, f, V_UNDEF, NULL);
        AS(Native, v)->module = module;
        dict_set_str(vm, d, str_intern(vm, f->name, strlen(f->name)), v);
    }
}

/* A library file is ours: that it does not compile is a defect, told in full. */
Code *compile_library(VM *vm, const char *name, const char *text, size_t len) {
    Source *source = mem_zalloc(sizeof *source);
    source_init(source, name, text, len);
    vec_push(&vm->library_sources, source);
    Module tree = {0};
    Diags diags = {0};
    LangOptions options = {.library = true};
    Code *code = NULL;
    if (lang_parse(&tree, source, &options, &diags)) code = compile_module(vm, &tree, CODE_LIBRARY, &diags);
    if (!code) {
        Buf b = {0};
        diags_print(&diags, source, LANG_EN, &b);
        vm->host.write(vm->host.data, 2, b.data, b.len);
        buf_deinit(&b);
        vm_raise(vm, T_IMPORT_ERROR, "cannot import library module '%s'", name);
    }
    lang_deinit(&tree);
    diags_deinit(&diags);
    return code;
}

static Value module_function(VM *vm, Code *code, Dict *globals) {
    Function *f = heap_new(vm, vm->types[T_FUNCTION], KIND_FUNCTION, sizeof *f);
    f->code = code;
    f->globals = globals;
    f->defaults = f->keyword_defaults = f->closure = V_NONE;
    f->name = f->qualname = from_obj(code->name);
    f->doc = f->module = V_NONE;
    f->annotations = V_UNDEF;
    return from_obj(f);
}

Value import_main_function(VM *vm, Code *code, Dict *globals) {
    return module_function(vm, code, globals);
}

/* A module whose code has run is the result; one that failed is forgotten. */
static Value module_ran(VM *vm, Frame *f, Value v) {
    Value name = f->slots[1];
    if (v == V_UNDEF) return vm_tail(vm, f->slots[2], 0, NULL);
    if (v == V_ERROR) {
        dict_remove_str(vm, vm->modules, AS(Str, name));
        return v;
    }
    return f->slots[0];
}

static void attach_to_parent(VM *vm, Str *name, Value module) {
    Buf b = {0};
    str_to_utf8(name, &b);
    const char *full = buf_cstr(&b), *dot = strrchr(full, '.');
    if (dot) {
        Value parent = dict_get_str(vm->modules, str_intern(vm, full, (size_t)(dot - full)));
        if (is_kind(parent, KIND_MODULE)) module_set(vm, AS(ModuleObj, parent), dot + 1, module);
    }
    buf_deinit(&b);
}

static Value not_found(VM *vm, Str *name) {
    Buf b = {0};
    str_to_utf8(name, &b);
    Value e = vm_raise(vm, T_MODULE_NOT_FOUND_ERROR, "No module named '%s'", buf_cstr(&b));
    AS(Exception, vm->error)->extra[0] = from_obj(name);
    buf_deinit(&b);
    return e;
}

static Value load(VM *vm, const ModuleDef *def, Str *name) {
    Value module = module_new(vm, def->name);
    ModuleObj *m = AS(ModuleObj, module);
    dict_set_str(vm, vm->modules, name, module);
    attach_to_parent(vm, name, module);
    add_functions(vm, m->attrs, def->functions, m->name);
    if (def->init) def->init(vm, m);
    if (!def->python) return module;
    Code *code = compile_library(vm, def->name, def->python, def->python_len);
    if (!code) return V_ERROR;
    Value slots[] = {module, from_obj(name), module_function(vm, code, m->attrs)};
    return vm_tail_step(vm, module_ran, 3, slots);
}

Value import_module(VM *vm, Str *name) {
    Value known = dict_get_str(vm->modules, name);
    if (known != V_UNDEF) return known;
    Buf b = {0};
    str_to_utf8(name, &b);
    const ModuleDef *def = vm->options.find_module ? vm->options.find_module(buf_cstr(&b)) : NULL;
    const char *dot = strrchr(buf_cstr(&b), '.');
    Str *parent = def && dot ? str_intern(vm, b.data, (size_t)(dot - b.data)) : NULL;
    buf_deinit(&b);
    bool inside = vm->frame && vm->frame->code && vm->frame->code->flags & CODE_LIBRARY;
    if (!def || (def->internal && !inside)) return not_found(vm, name);
    if (parent && dict_get_str(vm->modules, parent) == V_UNDEF)
        return vm_twin(vm, TWIN_IMPORT_BOTH, 2, from_obj(parent), from_obj(name));
    return load(vm, def, name);
}

bool module_is_loaded(VM *vm, const char *name) {
    return dict_get_str(vm->modules, str_intern(vm, name, strlen(name))) != V_UNDEF;
}

/* import a.b binds a. */
Value import_top(VM *vm, Str *name) {
    Buf b = {0};
    str_to_utf8(name, &b);
    const char *dot = memchr(b.data, '.', b.len);
    Str *top = dot ? str_intern(vm, b.data, (size_t)(dot - b.data)) : NULL;
    buf_deinit(&b);
    if (!top) return import_module(vm, name);
    Value whole = dict_get_str(vm->modules, name);
    if (whole != V_UNDEF) return dict_get_str(vm->modules, top);
    return vm_twin(vm, TWIN_IMPORT_TOP, 2, from_obj(top), from_obj(name));
}

Value import_star(VM *vm, Frame *f, Value module) {
    Dict *d = AS(ModuleObj, module)->attrs;
    Value all = dict_get_str(d, vm->names[NAME_all]);
    if (all != V_UNDEF) {
        const Value *names;
        uint32_t n;
        seq_items(all, &names, &n);
        for (uint32_t i = 0; i < n; i++) {
            Value v = attr_get(vm, module, AS(Str, names[i]));
            if (v == V_ERROR) return v;
            if (v == V_TAIL) { /* the module makes some of its names when they are wanted */
                Value args[] = {module, all, from_obj(f->globals)};
                return vm_twin_args(vm, TWIN_STAR_IMPORT, 3, args);
            }
            dict_set_str(vm, f->globals, AS(Str, names[i]), v);
        }
        return V_NONE;
    }
    uint32_t i = 0;
    for (DictEntry *e; (e = dict_next(d, &i));) {
        Str *name = AS(Str, e->key);
        if (name->len == 0 || str_at(name, 0) != '_') dict_set_str(vm, f->globals, name, e->value);
    }
    return V_NONE;
}

Value import_from(VM *vm, Value module, Str *name) {
    if (is_kind(module, KIND_MODULE)) {
        Value v = dict_get_str(AS(ModuleObj, module)->attrs, name);
        if (v != V_UNDEF) return v;
        /* A submodule: from collections import abc. */
        Buf b = {0};
        str_to_utf8(AS(Str, AS(ModuleObj, module)->name), &b);
        buf_addc(&b, '.');
        str_to_utf8(name, &b);
        Str *full = str_intern(vm, b.data, b.len);
        bool known = vm->options.find_module && vm->options.find_module(buf_cstr(&b));
        buf_deinit(&b);
        if (known) return import_module(vm, full);
        Value hook = dict_get_str(AS(ModuleObj, module)->attrs, vm->special_names[SP_GETATTR]);
        if (hook != V_UNDEF) return vm_tail(vm, hook, 1, (Value[]){from_obj(name)});
        b = (Buf){0};
        str_to_utf8(name, &b);
        buf_adds(&b, "' from '");
        str_to_utf8(AS(Str, AS(ModuleObj, module)->name), &b);
        Value e = vm_raise(vm, T_IMPORT_ERROR, "cannot import name '%s' (unknown location)", buf_cstr(&b));
        buf_deinit(&b);
        return e;
    }
    return attr_get(vm, module, name);
}

static Value import_named(VM *vm, Value *a, int n) {
    (void)n;
    return import_module(vm, str_intern_value(vm, AS(Str, a[0])));
}

/* --- the core library ----------------------------------------------------------------------- */

/* Its files hold nothing but definitions, which share one namespace. A file is run on a frame
 * stack of its own, to the end, when one of its functions is needed first (a file that calls
 * functions of another begins with _need()): the one place where C waits for Python, and only
 * for ours. Most programs need one file or none. */
static bool run_core_file(VM *vm, int n, const char *name, const char *text, size_t len) {
    if (vm->core_loaded & 1u << n) return true;
    vm->core_loaded |= 1u << n;
    Code *code = compile_library(vm, name, text, len);
    if (!code) return false;
    vm_run_library(vm, module_function(vm, code, vm->core));
    return true;
}

static bool defines(const char *text, const char *function) {
    Buf start = {0};
    buf_printf(&start, "\ndef %s(", function);
    bool found = strstr(text, buf_cstr(&start)) != NULL;
    buf_deinit(&start);
    return found;
}

/* Loads the file of that name, or else the one that defines the function. */
static bool load_core(VM *vm, const char *wanted, const char *function) {
    size_t len;
    const char *name, *text;
    for (int n = 0; vm->options.core_file && (text = vm->options.core_file(n, &len, &name)); n++)
        if (wanted ? strcmp(name, wanted) == 0 : defines(text, function))
            return run_core_file(vm, n, name, text, len);
    return false;
}

Value core_twin(VM *vm, Twin t) {
    if (LIKELY(vm->twins[t] != V_UNDEF)) return vm->twins[t];
    load_core(vm, NULL, TWIN_NAMES[t]);
    Value f = dict_get_str(vm->core, str_intern(vm, TWIN_NAMES[t], strlen(TWIN_NAMES[t])));
    if (f == V_UNDEF) return vm_raise(vm, T_SYSTEM_ERROR, "the core library lacks %s()", TWIN_NAMES[t]);
    return vm->twins[t] = f;
}

/* _need(name): for the files of the core. */
static Value need(VM *vm, Value *a, int n) {
    (void)n;
    Buf name = {0};
    str_to_utf8(AS(Str, a[0]), &name);
    bool found = load_core(vm, buf_cstr(&name), NULL);
    buf_deinit(&name);
    return found ? V_NONE : vm_raise(vm, T_SYSTEM_ERROR, "%s", "the core library lacks a file");
}

static const NativeDef core_functions[] = {
    {"_import", import_named, 1, 1, 0, NULL},
    {"_need", need, 1, 1, 0, NULL},
    {0},
};

void modules_setup(VM *vm) {
    vm_add_core(vm, core_functions);
    module_set(vm, AS(ModuleObj, dict_get_str(vm->modules, str_intern(vm, "builtins", 8))), "__name__",
               from_obj(str_intern(vm, "builtins", 8)));
}
