/* A VM from its making to its end. */
#include "vm/drop.h"
#include "vm/vm_internal.h"

#include "vm/system.h"
#include "vm/text.h"
#include "vm/traceback.h"

#include <stdlib.h>

enum { RECURSION = 1000 };

static const char *const NAMES[NAME_COUNT] = {
#define NAME(id, text) [NAME_##id] = text,
#include "vm/names.def"
#undef NAME
};

Host *vm_host(VM *vm) {
    return &vm->host;
}
Str *vm_name(VM *vm, CommonName name) {
    return vm->names[name];
}
InternTable **vm_interns(VM *vm) {
    return &vm->interns;
}
uint64_t vm_steps(const VM *vm) {
    return vm->steps;
}

uint32_t vm_next_version(VM *vm) {
    if (++vm->next_version == 0) vm->next_version = 1;
    return vm->next_version;
}

void vm_charge(VM *vm, uint64_t instructions) {
    vm->steps += instructions;
    vm->step_end += instructions;
    vm->charged += instructions;
    if (UNLIKELY(vm->charged > vm->most_charged)) vm->heap.next_collect = 0;
}

Value *vm_state_root(VM *vm, ModuleState which) {
    return &vm->state_roots[which];
}

void *vm_state(VM *vm, ModuleState which, size_t size) {
    if (!vm->states[which]) vm->states[which] = mem_zalloc(size);
    return vm->states[which];
}

/* The slice was used up by what vm_charge counted. */
bool vm_is_overcharged(VM *vm) {
    if (vm->charged <= vm->most_charged) return false;
    vm->heap.next_collect = vm->heap.planned;
    return true;
}

/* The interpreter looks at the heap at every jump back and every call: it finds it due. */
void vm_stop(VM *vm) {
    vm->stop = true;
    vm->heap.next_collect = 0;
}

void vm_adopt_code(VM *vm, Code *code) {
    code->next = vm->codes;
    vm->codes = code;
    code_fuse(code);
}

/* --- depth of C functions over nested values ------------------------------------------------- */

enum { C_DEPTH = 990 };

bool vm_enter_c(VM *vm, const char *where) {
    if (vm->c_depth + vm->depth < vm->depth_limit && vm->c_depth < C_DEPTH) {
        vm->c_depth++;
        return true;
    }
    vm_raise(vm, T_RECURSION_ERROR, "maximum recursion depth exceeded%s%s", *where ? " " : "", where);
    return false;
}

void vm_leave_c(VM *vm) {
    vm->c_depth--;
}

bool repr_enter(VM *vm, Value o) {
    for (uint32_t i = 0; i < vm->printing.len; i++)
        if (vm->printing.items[i] == o) return true;
    vec_push(&vm->printing, o);
    return false;
}

void repr_leave(VM *vm, Value o) {
    for (uint32_t i = vm->printing.len; i-- > 0;)
        if (vm->printing.items[i] == o) {
            vm->printing.len = i;
            return;
        }
}

/* --- setting up --------------------------------------------------------------------------------- */

static void add_to(VM *vm, Dict *d, const NativeDef *functions) {
    for (const NativeDef *f = functions; f->name; f++)
        dict_set_str(vm, d, str_intern(vm, f->name, strlen(f->name)), native_new(vm, f, V_UNDEF, NULL));
}

void vm_add_builtins(VM *vm, const NativeDef *functions) {
    add_to(vm, vm->builtins, functions);
}

void vm_add_builtin_value(VM *vm, const char *name, Value v) {
    dict_set_str(vm, vm->builtins, str_intern(vm, name, strlen(name)), v);
}

void vm_add_core(VM *vm, const NativeDef *functions) {
    add_to(vm, vm->core, functions);
}

static void make_namespaces(VM *vm) {
    vm->modules = AS(Dict, dict_new(vm));
    Value builtins = module_new(vm, "builtins");
    vm->builtins = AS(ModuleObj, builtins)->attrs;
    dict_set_str(vm, vm->modules, str_intern(vm, "builtins", 8), builtins);
    vm->core = AS(Dict, dict_new(vm));
    dict_set_str(vm, vm->core, vm->names[NAME_name], from_obj(str_intern(vm, "builtins", 8)));
}

VM *vm_new(const VMOptions *options, const Host *host) {
    VM *vm = mem_zalloc(sizeof *vm);
    vm->options = *options;
    vm->host = *host;
    vm->depth_limit = options->recursion ? options->recursion : RECURSION;
    vm->error = vm->tail.callable = vm->tail.sent = V_UNDEF;
    vm->main_module = vm->build_class = vm->current_context = vm->ended_with = vm->passed = V_NONE;
    vm->status = RUN_MORE;
    for (int i = 0; i < TWIN_COUNT; i++) vm->twins[i] = V_UNDEF;
    for (int i = 0; i < STATE_COUNT; i++) vm->state_roots[i] = V_NONE;
    heap_init(vm);
    if (setjmp(vm->out_of_memory)) { /* a cap that not even an empty program fits in */
        vm->status = RUN_MEMORY;
        return vm;
    }
    vm->empty_tuple = heap_new(vm, NULL, KIND_TUPLE, sizeof *vm->empty_tuple);
    classes_setup(vm);
    vm->empty_tuple->obj.cls = vm->types[T_TUPLE];
    for (int i = 0; i < NAME_COUNT; i++) vm->names[i] = str_intern(vm, NAMES[i], strlen(NAMES[i]));
    make_namespaces(vm);
    objects_setup(vm);
    errors_setup(vm);
    numbers_setup(vm);
    text_setup(vm);
    containers_setup(vm);
    alias_setup(vm);
    modules_setup(vm);
    for (int i = 0; i < TYPE_COUNT; i++) class_forget_specials(vm, vm->types[i]);
    return vm;
}

static void free_codes(Code *c) {
    while (c) {
        Code *next = c->next;
        code_free(c);
        c = next;
    }
}

void vm_free(VM *vm) {
    if (!vm) return;
    heap_deinit(vm);
    free_codes(vm->codes);
    interns_free(vm->interns);
    text_free(vm);
    for (uint32_t i = 0; i < vm->library_sources.len; i++) {
        source_deinit(vm->library_sources.items[i]);
        mem_free(vm->library_sources.items[i]);
    }
    vec_deinit(&vm->library_sources);
    fibers_free(vm);
    stack_free(vm->stack);
    for (int i = 0; i < STATE_COUNT; i++) mem_free(vm->states[i]);
    vec_deinit(&vm->tail.args);
    vec_deinit(&vm->finalizable);
    vec_deinit(&vm->to_finalize);
    vec_deinit(&vm->tethers.list);
    vec_deinit(&vm->printing);
    mem_free(vm->attrs);
    mem_free(vm);
}

/* --- running --------------------------------------------------------------------------------------- */

bool vm_load_main(VM *vm, const Module *module, Diags *diags) {
    if (vm->status != RUN_MORE) return true;
    if (setjmp(vm->out_of_memory)) {
        vm->status = RUN_MEMORY;
        return true;
    }
    Code *code = compile_module(vm, module, 0, diags);
    if (!code) return false;
    vm->main_module = module_new(vm, "__main__");
    Dict *globals = AS(ModuleObj, vm->main_module)->attrs;
    dict_set_str(vm, vm->modules, vm->names[NAME_main], vm->main_module);
    dict_set_str(vm, globals, vm->names[NAME_file], str_from(vm, module->source->name));
    dict_set_str(vm, globals, vm->names[NAME_builtins],
                 dict_get_str(vm->modules, str_intern(vm, "builtins", 8)));
    dict_set_str(vm, globals, str_intern(vm, "__package__", 11), V_NONE);
    Value f = import_main_function(vm, code, globals);
    if (code->flags & CODE_COROUTINE) { /* await at top level: the whole file is the main coroutine */
        Value args[] = {str_from(vm, "asyncio"), str_from(vm, "run"), vm_call(vm, f, 0, NULL, NULL)};
        return vm_call(vm, core_twin(vm, TWIN_LIBRARY), 3, args, NULL) == V_FRAME;
    }
    return frame_push(vm, code, AS(Function, f)) != NULL;
}

/* SystemExit ends a run quietly: its code is a number, nothing, or something to be shown. */
static RunStatus exit_status(VM *vm) {
    Value code = AS(Exception, vm->error)->extra[0];
    int64_t n = 0;
    if (code == V_UNDEF || code == V_NONE) {
        vm->exit_code = 0;
    } else if (int_clamped(code, &n)) {
        vm->exit_code = (int)(n & 0xFF);
    } else {
        Buf b = {0};
        val_str(vm, code, &b);
        buf_addc(&b, '\n');
        vm->host.write(vm->host.data, 2, b.data, b.len);
        buf_deinit(&b);
        vm->exit_code = 1;
    }
    return vm->status = RUN_EXIT;
}

int vm_exit_code(const VM *vm) {
    return vm->exit_code;
}

/* What an uncaught exception says. True: a __str__ of the program's has to run for it. */
static bool report_uncaught(VM *vm) {
    Buf b = {0};
    Tri t = system_hooked(vm) ? NEEDS_PYTHON : traceback_format(vm, vm->ended_with, &b);
    if (t == YES) vm->host.write(vm->host.data, 2, b.data, b.len);
    buf_deinit(&b);
    if (t != NEEDS_PYTHON) return false;
    return vm_call(vm, core_twin(vm, TWIN_PRINT_EXCEPTION), 1, &vm->ended_with, NULL) == V_FRAME;
}

/* Objects with __del__ that still live, and generators inside of a try, get their last turn, as when CPython
 * ends. True: in
 * Python. */
static bool begin_last_turns(VM *vm) {
    Value list = list_new(vm, 0);
    for (uint32_t i = 0; i < vm->to_finalize.len; i++)
        list_push(vm, AS(List, list), vm->to_finalize.items[i]);
    vm->to_finalize.len = 0;
    for (uint32_t i = 0; i < vm->finalizable.len; i++) {
        Obj *o = vm->finalizable.items[i];
        bool is_coroutine = o->kind == KIND_GENERATOR && o->cls == vm->types[T_COROUTINE];
        bool is_asyncgen = o->kind == KIND_GENERATOR && o->cls == vm->types[T_ASYNC_GENERATOR];
        if (is_coroutine ? generator_dies_loudly(vm, (Generator *)o) && !generator_has_cleanup((Generator *)o)
                         : !is_asyncgen && obj_dies_loudly(vm, o))
            list_push(vm, AS(List, list), from_obj(o));
    }
    vm->finalizable.len = 0;
    if (AS(List, list)->len == 0) return false;
    return vm_call(vm, core_twin(vm, TWIN_FINALIZE_ALL), 1, &list, NULL) == V_FRAME;
}

static bool others_go_on(VM *vm) {
    return vm->host.others_go_on && vm->host.others_go_on(vm->host.data, vm);
}

/* The last frame has ended: a run goes through the phases one after the other, some of which
 * need Python again. */
static RunStatus settle(VM *vm, RunStatus status) {
    if (status != RUN_DONE && status != RUN_FAILED) return vm->status = status;
    if (vm->phase == PHASE_MAIN) {
        vm->main_status = status;
        vm->ended_with = status == RUN_FAILED ? vm->error : V_NONE;
        if (status == RUN_FAILED && vm_error_is(vm, T_SYSTEM_EXIT)) vm->main_status = exit_status(vm);
    }
    vm->error = V_UNDEF;
    bool again = false;
    while (!again && vm->phase != PHASE_OVER) {
        vm->phase++;
        if (vm->phase == PHASE_REPORT) again = vm->main_status == RUN_FAILED && report_uncaught(vm);
        else if (vm->phase == PHASE_OTHERS) again = others_go_on(vm);
        else if (vm->phase == PHASE_LAST_TURNS) again = begin_last_turns(vm);
    }
    vm->error = again ? V_UNDEF : vm->ended_with;
    return vm->status = again ? RUN_MORE : vm->main_status;
}

static RunStatus advance(VM *vm, uint64_t budget) {
    uint64_t limit = vm->options.step_limit;
    if (limit && vm->steps >= limit) return vm->status = RUN_STEPS;
    if (limit && budget > limit - vm->steps) budget = limit - vm->steps;
    vm->step_end = vm->steps + budget;
    vm->charged = 0;
    if (!vm->stop) vm->heap.next_collect = vm->heap.planned; /* the last slice may have ended otherwise */
    vm->most_charged = budget;
    while (vm->status == RUN_MORE && vm->steps < vm->step_end) {
        RunStatus status = interpret(vm);
        if (vm->stop && status == RUN_MORE) return vm->status = RUN_STOPPED;
        if (status == RUN_MORE) break;
        settle(vm, status);
    }
    return vm->status;
}

/* Nothing here lives on C's stack that a jump out of an allocation could spoil. */
RunStatus vm_advance(VM *vm, uint64_t budget) {
    if (vm->status != RUN_MORE) return vm->status;
    if (setjmp(vm->out_of_memory)) return vm->status = RUN_MEMORY;
    return advance(vm, budget);
}

/* Runs definitions of the core library to their end, on a stack of their own. */
void vm_run_library(VM *vm, Value function) {
    Frame *frame = vm->frame;
    uint32_t depth = vm->depth;
    uint64_t steps = vm->steps, end = vm->step_end;
    RunStatus status = vm->status;
    Value error = vm->error;
    Tail tail = vm->tail;
    vm->tail = (Tail){0};
    vm->tail.callable = vm->tail.sent = V_UNDEF;
    vm->frame = NULL;
    vm->error = V_UNDEF;
    vm->step_end = UINT64_MAX - 1;
    vm->no_collect++;
    vm_call(vm, function, 0, NULL, NULL);
    interpret(vm);
    vm->no_collect--;
    vec_deinit(&vm->tail.args);
    vm->tail = tail;
    vm->frame = frame;
    vm->depth = depth;
    vm->steps = steps;
    vm->step_end = end;
    vm->status = status;
    vm->error = error;
}
