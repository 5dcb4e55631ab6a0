#include "lib/contextvars.h"

#include "lib/lib.h"
#include "vm/containers.h"
#include "vm/frame.h"

/* A context maps variables to values. A copy has the same dict until one of the two is to change:
 * the dict is then copied by whoever changes first. */
enum { VARS, IS_SHARED, IS_ENTERED, CONTEXT_SLOTS };
enum { NAME, DEFAULT, VAR_SLOTS };
enum { OWNER, OLD, CONTEXT, IS_USED, TOKEN_SLOTS };

typedef struct ContextState { /* STATE_CONTEXTS */
    Class *context, *var, *token;
    Value missing; /* Token.MISSING, held by the class */
} ContextState;

static ContextState *state(VM *vm);

static Value context_of(VM *vm, Value vars, Value is_shared) {
    Value c = record_new(vm, state(vm)->context, CONTEXT_SLOTS);
    AS(Record, c)->slots[VARS] = vars;
    AS(Record, c)->slots[IS_SHARED] = is_shared;
    AS(Record, c)->slots[IS_ENTERED] = V_FALSE;
    return c;
}

static Value context_new(VM *vm) {
    return context_of(vm, dict_new(vm), V_FALSE);
}

static Value current_context(VM *vm) {
    Value *now = vm_context(vm);
    if (*now == V_NONE) {
        *now = context_new(vm);
        AS(Record, *now)->slots[IS_ENTERED] = V_TRUE;
    }
    return *now;
}

static Value copy_of(VM *vm, Record *c) {
    c->slots[IS_SHARED] = V_TRUE;
    return context_of(vm, c->slots[VARS], V_TRUE);
}

Value context_copy(VM *vm) {
    return copy_of(vm, AS(Record, current_context(vm)));
}

static Value address(VM *vm, Value v) {
    return int_from_u64(vm, obj_id(vm, v));
}

bool context_enter(VM *vm, Value context, Value *previous) {
    *previous = current_context(vm);
    Record *c = AS(Record, context);
    if (c->slots[IS_ENTERED] == V_TRUE) {
        vm_raise(vm, T_RUNTIME_ERROR,
                 "cannot enter context: <_contextvars.Context object at 0x%llx> is already entered",
                 (unsigned long long)obj_id(vm, context));
        return false;
    }
    c->slots[IS_ENTERED] = V_TRUE;
    *vm_context(vm) = context;
    return true;
}

void context_leave(VM *vm, Value context, Value previous) {
    AS(Record, context)->slots[IS_ENTERED] = V_FALSE;
    *vm_context(vm) = previous;
}

static Dict *to_change(VM *vm, Record *c) {
    if (c->slots[IS_SHARED] == V_TRUE) {
        c->slots[VARS] = dict_copy(vm, AS(Dict, c->slots[VARS]));
        c->slots[IS_SHARED] = V_FALSE;
    }
    return AS(Dict, c->slots[VARS]);
}

/* --- variables ------------------------------------------------------------------------------ */

static Value var_new(VM *vm, Value *args, int n) {
    Value given = V_UNDEF;
    if (args[n] != V_UNDEF) {
        Dict *d = AS(Dict, args[n]);
        given = dict_get_str(d, str_intern(vm, "default", 7));
        if (given == V_UNDEF || d->used > 1) {
            uint32_t i = 0;
            DictEntry *e = dict_next(d, &i);
            if (given != V_UNDEF && str_is(AS(Str, e->key), "default")) e = dict_next(d, &i);
            return vm_raise(vm, T_TYPE_ERROR, "'%s' is an invalid keyword argument for ContextVar()",
                            (const char *)AS(Str, e->key)->data);
        }
    }
    if (n != 2)
        return vm_raise(vm, T_TYPE_ERROR, "ContextVar() takes %s 1 positional argument (%d given)",
                        n > 2 ? "at most" : "exactly", n - 1);
    if (!is_str(args[1])) return vm_raise(vm, T_TYPE_ERROR, "context variable name must be a str");
    Value v = record_new(vm, AS(Class, args[0]), VAR_SLOTS);
    AS(Record, v)->slots[NAME] = args[1];
    AS(Record, v)->slots[DEFAULT] = given;
    return v;
}

static Value var_get(VM *vm, Value *args, int n) {
    (void)n;
    Value found;
    const Record *c = AS(Record, current_context(vm));
    if (dict_find(vm, AS(Dict, c->slots[VARS]), args[0], &found) == YES) return found;
    if (args[1] != V_UNDEF) return args[1];
    Value given = AS(Record, args[0])->slots[DEFAULT];
    return given != V_UNDEF ? given : vm_raise_value(vm, T_LOOKUP_ERROR, args[0]);
}

static Value var_set(VM *vm, Value *args, int n) {
    (void)n;
    Value context = current_context(vm), old = V_UNDEF;
    Dict *d = to_change(vm, AS(Record, context));
    if (dict_find(vm, d, args[0], &old) != YES) old = V_UNDEF;
    dict_set(vm, d, args[0], args[1]);
    Value t = record_new(vm, state(vm)->token, TOKEN_SLOTS);
    Record *token = AS(Record, t);
    token->slots[OWNER] = args[0];
    token->slots[OLD] = old;
    token->slots[CONTEXT] = context;
    token->slots[IS_USED] = V_FALSE;
    return t;
}

static Value token_repr(VM *vm, Value *args, int n);

static Value token_error(VM *vm, TypeId type, Value token, const char *what) {
    Value text = token_repr(vm, &token, 1);
    Buf b = {0};
    str_to_utf8(AS(Str, text), &b);
    Value e = vm_raise(vm, type, "%s %s", buf_cstr(&b), what);
    buf_deinit(&b);
    return e;
}

static Value var_reset(VM *vm, Value *args, int n) {
    (void)n;
    if (class_of(vm, args[1]) != state(vm)->token) {
        Buf b = {0};
        bool shown = val_repr(vm, args[1], &b) == YES;
        Value e =
            vm_raise(vm, T_TYPE_ERROR, "expected an instance of Token, got %s", shown ? buf_cstr(&b) : "?");
        buf_deinit(&b);
        return e;
    }
    Record *token = AS(Record, args[1]);
    Value context = current_context(vm);
    if (token->slots[IS_USED] == V_TRUE)
        return token_error(vm, T_RUNTIME_ERROR, args[1], "has already been used once");
    if (token->slots[OWNER] != args[0])
        return token_error(vm, T_VALUE_ERROR, args[1], "was created by a different ContextVar");
    if (token->slots[CONTEXT] != context)
        return token_error(vm, T_VALUE_ERROR, args[1], "was created in a different Context");
    token->slots[IS_USED] = V_TRUE;
    Dict *d = to_change(vm, AS(Record, context));
    if (token->slots[OLD] == V_UNDEF) dict_remove(vm, d, args[0], NULL);
    else dict_set(vm, d, args[0], token->slots[OLD]);
    return V_NONE;
}

static Value var_name(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return AS(Record, args[0])->slots[NAME];
}

/* Appends <ContextVar name='x' default=1 at 0x…>. */
static Tri put_var(VM *vm, Value var, Buf *b) {
    const Record *v = AS(Record, var);
    buf_adds(b, "<ContextVar name=");
    Tri t = val_repr(vm, v->slots[NAME], b);
    if (t == YES && v->slots[DEFAULT] != V_UNDEF) {
        buf_adds(b, " default=");
        t = val_repr(vm, v->slots[DEFAULT], b);
    }
    buf_printf(b, " at 0x%llx>", (unsigned long long)obj_id(vm, var));
    return t;
}

static Value var_repr(VM *vm, Value *args, int n) {
    (void)n;
    Buf b = {0};
    Tri t = put_var(vm, args[0], &b);
    Value v = t == YES ? str_new(vm, b.data, b.len) : V_ERROR;
    buf_deinit(&b);
    if (t != NEEDS_PYTHON) return v;
    const Record *var = AS(Record, args[0]);
    Value a[] = {var->slots[NAME], var->slots[DEFAULT], address(vm, args[0])};
    return lib_twin(vm, "_library_twins", "contextvar_repr", 3, a);
}

static Value token_repr(VM *vm, Value *args, int n) {
    (void)n;
    const Record *t = AS(Record, args[0]);
    Buf b = {0};
    buf_printf(&b, "<Token%s var=", t->slots[IS_USED] == V_TRUE ? " used" : "");
    put_var(vm, t->slots[OWNER], &b);
    buf_printf(&b, " at 0x%llx>", (unsigned long long)obj_id(vm, args[0]));
    Value v = str_new(vm, b.data, b.len);
    buf_deinit(&b);
    return v;
}

static Value token_var(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return AS(Record, args[0])->slots[OWNER];
}

static Value token_old(VM *vm, Value *args, int n) {
    (void)n;
    Value old = AS(Record, args[0])->slots[OLD];
    return old == V_UNDEF ? state(vm)->missing : old;
}

static Value token_new(VM *vm, Value *args, int n) {
    (void)args, (void)n;
    return vm_raise(vm, T_RUNTIME_ERROR, "Tokens can only be created by ContextVars");
}

static Value missing_repr(VM *vm, Value *args, int n) {
    (void)args, (void)n;
    return str_from(vm, "<Token.MISSING>");
}

/* --- contexts ----------------------------------------------------------------------------------- */

static Value context_make(VM *vm, Value *args, int n) {
    if (n > 1 || args[n] != V_UNDEF)
        return vm_raise(vm, T_TYPE_ERROR, "Context() does not accept any arguments");
    return context_new(vm);
}

enum { RUN_CONTEXT, RUN_PREVIOUS, RUN_FUNCTION, RUN_ARGS, RUN_NAMES, RUN_SLOTS };

/* First enters and calls; then leaves, whatever came of it. */
static Value run_step(VM *vm, Frame *f, Value result) {
    if (result != V_UNDEF) {
        context_leave(vm, f->slots[RUN_CONTEXT], f->slots[RUN_PREVIOUS]);
        return result;
    }
    if (!context_enter(vm, f->slots[RUN_CONTEXT], &f->slots[RUN_PREVIOUS])) return V_ERROR;
    const Tuple *args = AS(Tuple, f->slots[RUN_ARGS]);
    Tuple *names = f->slots[RUN_NAMES] == V_NONE ? NULL : AS(Tuple, f->slots[RUN_NAMES]);
    return vm_tail_keywords(vm, f->slots[RUN_FUNCTION], (int)args->len, args->items, names);
}

static Value context_run(VM *vm, Value *args, int n) {
    if (n < 2) return vm_raise(vm, T_TYPE_ERROR, "run() missing 1 required positional argument");
    List *given = AS(List, list_new(vm, (uint32_t)n));
    for (int i = 2; i < n; i++) list_push(vm, given, args[i]);
    Value names = V_NONE;
    if (args[n] != V_UNDEF) {
        Dict *keywords = AS(Dict, args[n]);
        List *keys = AS(List, list_new(vm, keywords->used));
        uint32_t i = 0;
        for (DictEntry *e; (e = dict_next(keywords, &i));) {
            list_push(vm, keys, e->key);
            list_push(vm, given, e->value);
        }
        names = tuple_from(vm, keys->items, keys->len);
    }
    Value slots[RUN_SLOTS] = {args[0], V_NONE, args[1], tuple_from(vm, given->items, given->len), names};
    return vm_tail_step(vm, run_step, RUN_SLOTS, slots);
}

static Value context_copy_method(VM *vm, Value *args, int n) {
    (void)n;
    return copy_of(vm, AS(Record, args[0]));
}

static bool check_key(VM *vm, Value key) {
    if (class_of(vm, key) == state(vm)->var) return true;
    Buf b = {0};
    bool shown = val_repr(vm, key, &b) == YES;
    vm_raise(vm, T_TYPE_ERROR, "a ContextVar key was expected, got %s", shown ? buf_cstr(&b) : "?");
    buf_deinit(&b);
    return false;
}

static Dict *vars_of(Value context) {
    return AS(Dict, AS(Record, context)->slots[VARS]);
}

static Value context_getitem(VM *vm, Value *args, int n) {
    (void)n;
    Value found;
    if (!check_key(vm, args[1])) return V_ERROR;
    if (dict_find(vm, vars_of(args[0]), args[1], &found) == YES) return found;
    return dict_key_error(vm, args[1]);
}

static Value context_contains(VM *vm, Value *args, int n) {
    (void)n;
    Value found;
    if (!check_key(vm, args[1])) return V_ERROR;
    return from_bool(dict_find(vm, vars_of(args[0]), args[1], &found) == YES);
}

static Value context_get(VM *vm, Value *args, int n) {
    (void)n;
    Value found;
    if (!check_key(vm, args[1])) return V_ERROR;
    if (dict_find(vm, vars_of(args[0]), args[1], &found) == YES) return found;
    return args[2] == V_UNDEF ? V_NONE : args[2];
}

static Value context_len(VM *vm, Value *args, int n) {
    (void)vm, (void)n;
    return from_small(vars_of(args[0])->used);
}

static Value context_view(VM *vm, Value context, ViewKind which) {
    return iter_of(vm, view_new(vm, AS(Dict, dict_copy(vm, vars_of(context))), which));
}

static Value context_keys(VM *vm, Value *args, int n) {
    (void)n;
    return context_view(vm, args[0], VIEW_KEYS);
}
static Value context_values(VM *vm, Value *args, int n) {
    (void)n;
    return context_view(vm, args[0], VIEW_VALUES);
}
static Value context_items(VM *vm, Value *args, int n) {
    (void)n;
    return context_view(vm, args[0], VIEW_ITEMS);
}

static Value context_eq(VM *vm, Value *args, int n) {
    (void)n;
    if (class_of(vm, args[1]) != state(vm)->context) return V_NOT_IMPLEMENTED;
    return kind_compare(vm, CMP_EQ, from_obj(vars_of(args[0])), from_obj(vars_of(args[1])));
}

/* --- the module ------------------------------------------------------------------------------------ */

static const NativeDef context_construct = {"Context", context_make, 1, -1, NF_KEYWORDS, NULL};
static const NativeDef var_construct = {"ContextVar", var_new, 1, -1, NF_KEYWORDS, NULL};
static const NativeDef token_construct = {"Token", token_new, 1, -1, NF_KEYWORDS, NULL};

static const NativeDef context_methods[] = {
    {"run", context_run, 1, -1, NF_SELF | NF_KEYWORDS, NULL},
    {"copy", context_copy_method, 1, 1, NF_SELF, NULL},
    {"get", context_get, 2, 3, NF_SELF, NULL},
    {"keys", context_keys, 1, 1, NF_SELF, NULL},
    {"values", context_values, 1, 1, NF_SELF, NULL},
    {"items", context_items, 1, 1, NF_SELF, NULL},
    {"__getitem__", context_getitem, 2, 2, NF_SLOT, NULL},
    {"__contains__", context_contains, 2, 2, NF_SLOT, NULL},
    {"__len__", context_len, 1, 1, NF_SLOT, NULL},
    {"__iter__", context_keys, 1, 1, NF_SLOT, NULL},
    {"__eq__", context_eq, 2, 2, NF_SLOT, NULL},
    {0},
};
static const NativeDef var_methods[] = {
    {"get", var_get, 1, 2, NF_SELF, NULL},       {"set", var_set, 2, 2, NF_SELF, NULL},
    {"reset", var_reset, 2, 2, NF_SELF, NULL},   {"name", var_name, 1, 1, NF_GETTER, "readonly attribute"},
    {"__repr__", var_repr, 1, 1, NF_SLOT, NULL}, {0},
};
static const NativeDef token_methods[] = {
    {"var", token_var, 1, 1, NF_GETTER, NULL},
    {"old_value", token_old, 1, 1, NF_GETTER, NULL},
    {"__repr__", token_repr, 1, 1, NF_SLOT, NULL},
    {0},
};
static const NativeDef missing_methods[] = {{"__repr__", missing_repr, 1, 1, NF_SLOT, NULL}, {0}};

/* The classes are there for the loop too, whether or not a program imports the module. */
static ContextState *state(VM *vm) {
    ContextState *s = vm_state(vm, STATE_CONTEXTS, sizeof *s);
    if (s->context) return s;
    Class *object = class_get(vm, T_OBJECT);
    static const char module[] = "_contextvars";
    s->context =
        class_define(vm, module, "Context", object, KIND_RECORD, &context_construct, context_methods);
    class_add_value(vm, s->context, "__hash__", V_NONE);
    s->var = class_define(vm, module, "ContextVar", object, KIND_RECORD, &var_construct, var_methods);
    s->token = class_define(vm, module, "Token", object, KIND_RECORD, &token_construct, token_methods);
    Class *final[] = {s->context, s->var, s->token};
    for (int i = 0; i < 3; i++) final[i]->flags &= ~(uint32_t)CLASS_SUBCLASSABLE;
    class_add_getitem(vm, s->var);
    class_add_getitem(vm, s->token);
    s->missing =
        record_new(vm, class_define(vm, "Token", "MISSING", object, KIND_RECORD, NULL, missing_methods), 0);
    class_add_value(vm, s->token, "MISSING", s->missing);
    const Value kept[] = {from_obj(s->context), from_obj(s->var), from_obj(s->token)};
    *vm_state_root(vm, STATE_CONTEXTS) = tuple_from(vm, kept, 3);
    return s;
}

static Value copy_context(VM *vm, Value *args, int n) {
    (void)args, (void)n;
    return context_copy(vm);
}

static const NativeDef functions[] = {{"copy_context", copy_context, 0, 0, 0, NULL}, {0}};

static void init(VM *vm, ModuleObj *m) {
    const ContextState *s = state(vm);
    module_set(vm, m, "Context", from_obj(s->context));
    module_set(vm, m, "ContextVar", from_obj(s->var));
    module_set(vm, m, "Token", from_obj(s->token));
}

const ModuleDef contextvars_module = {.name = "contextvars", .functions = functions, .init = init};
