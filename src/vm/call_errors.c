/* What is said of a call with wrong arguments, in CPython's words. Functions in C differ: those that
 * CPython has in Python too (NF_PYTHON) are spoken of as such. */
#include "vm/call_errors.h"

#include "vm/params.h"

#include <string.h>

enum { FEW = 16 };

/* --- functions in Python -------------------------------------------------------------------- */

static void add_name(Buf *b, Value name) {
    buf_addc(b, '\'');
    str_to_utf8(AS(Str, name), b);
    buf_addc(b, '\'');
}

static const char *function_name(Function *f, Buf *b) {
    str_to_utf8(AS(Str, f->qualname), b);
    return buf_cstr(b);
}

/* 'a', 'b', and 'c' as CPython lists them. */
static Value missing_arguments(VM *vm, const char *who, const Value *names, uint32_t n, const char *kind) {
    Buf list = {0};
    for (uint32_t i = 0; i < n; i++) {
        if (i > 0) buf_adds(&list, n == 2 ? " and " : i == n - 1 ? ", and " : ", ");
        add_name(&list, names[i]);
    }
    Value e = vm_raise(vm, T_TYPE_ERROR, "%s() missing %u required %s argument%s: %s", who, n, kind,
                       n == 1 ? "" : "s", buf_cstr(&list));
    buf_deinit(&list);
    return e;
}

Value call_error_missing(VM *vm, Function *f, const Value *names, uint32_t n, const char *kind) {
    Buf who = {0};
    Value e = missing_arguments(vm, function_name(f, &who), names, n, kind);
    buf_deinit(&who);
    return e;
}

Value call_error_too_many(VM *vm, Function *f, uint32_t given, const Value *slots) {
    Code *c = f->code;
    uint32_t defaults = function_defaults(f), keyword_given = 0;
    for (uint32_t i = 0; i < c->keyword_only; i++) keyword_given += slots[c->positional + i] != V_UNDEF;
    Buf who = {0}, takes = {0}, extra = {0};
    if (defaults) buf_printf(&takes, "from %u to %u", c->positional - defaults, c->positional);
    else buf_printf(&takes, "%u", c->positional);
    bool plural = defaults || c->positional != 1;
    if (keyword_given)
        buf_printf(&extra, " positional argument%s (and %u keyword-only argument%s)", given == 1 ? "" : "s",
                   keyword_given, keyword_given == 1 ? "" : "s");
    Value e = vm_raise(vm, T_TYPE_ERROR, "%s() takes %s positional argument%s but %u%s %s given",
                       function_name(f, &who), buf_cstr(&takes), plural ? "s" : "", given, buf_cstr(&extra),
                       given == 1 && !keyword_given ? "was" : "were");
    buf_deinit(&who);
    buf_deinit(&takes);
    buf_deinit(&extra);
    return e;
}

Value call_error_keyword(VM *vm, Function *f, const char *format, Value name) {
    Buf who = {0}, what = {0};
    str_to_utf8(AS(Str, name), &what);
    Value e = vm_raise(vm, T_TYPE_ERROR, format, function_name(f, &who), buf_cstr(&what));
    buf_deinit(&who);
    buf_deinit(&what);
    return e;
}

Value call_error_positional_only(VM *vm, Function *f, Tuple *keywords) {
    Code *c = f->code;
    Buf who = {0}, list = {0};
    for (uint32_t i = 0; i < c->positional_only; i++)
        for (uint32_t k = 0; k < keywords->len; k++)
            if (str_equal(AS(Str, keywords->items[k]), c->slot_names[i])) {
                if (list.len) buf_adds(&list, ", ");
                str_to_utf8(c->slot_names[i], &list);
            }
    Value e = vm_raise(vm, T_TYPE_ERROR,
                       "%s() got some positional-only arguments passed as keyword arguments: '%s'",
                       function_name(f, &who), buf_cstr(&list));
    buf_deinit(&who);
    buf_deinit(&list);
    return e;
}

/* --- functions in C ------------------------------------------------------------------------- */

static bool makes_instances(const Native *n) {
    return n->owner && n->owner->construct == n->def;
}

/* deque.append(), but plain deque() for the class itself. */
static void native_name(const Native *n, Buf *b) {
    if (n->owner && !makes_instances(n) && !(n->def->flags & (NF_STATIC | NF_SLOT))) {
        str_to_utf8(AS(Str, n->owner->name), b);
        buf_addc(b, '.');
    }
    buf_adds(b, n->def->name);
}

/* Queue.put, Queue.__init__ for the class itself, or plain sleep. */
static const char *python_name(const Native *f, Buf *b) {
    if (f->owner && !makes_instances(f)) {
        str_to_utf8(AS(Str, f->owner->name), b);
        buf_addc(b, '.');
    }
    buf_adds(b, f->def->name);
    if (makes_instances(f)) buf_adds(b, ".__init__");
    return buf_cstr(b);
}

/* How many arguments are needed: a class says that with its __init__. */
static int python_least(VM *vm, const Native *f) {
    if (!makes_instances(f)) return f->def->min;
    Value init = class_special(vm, f->owner, SP_INIT);
    return is_kind(init, KIND_NATIVE) ? AS(Native, init)->def->min : f->def->min;
}

static Value python_too_many(VM *vm, const Native *f, int given) {
    int least = python_least(vm, f), most = params_positional(f->def);
    Buf who = {0}, takes = {0};
    if (least < most) buf_printf(&takes, "from %d to %d", least, most);
    else buf_printf(&takes, "%d", most);
    Value e = vm_raise(vm, T_TYPE_ERROR, "%s() takes %s positional argument%s but %d %s given",
                       python_name(f, &who), buf_cstr(&takes), least < most || most != 1 ? "s" : "", given,
                       given == 1 ? "was" : "were");
    buf_deinit(&who);
    buf_deinit(&takes);
    return e;
}

static Value python_missing(VM *vm, const Native *f, const Value *a, int base) {
    VEC(Value) names = {0};
    ParamWalk w = {.at = f->def->params ? f->def->params : ""};
    while (params_next(&w)) {
        int at = w.index - 1 + base;
        if (at < f->def->min && a[at] == V_UNDEF) vec_push(&names, from_obj(str_intern(vm, w.name, w.len)));
    }
    Buf who = {0};
    Value v = V_NONE;
    if (names.len) v = missing_arguments(vm, python_name(f, &who), names.items, names.len, "positional");
    buf_deinit(&who);
    vec_deinit(&names);
    return v;
}

static Value python_keyword(VM *vm, const Native *f, const char *format, Str *name) {
    Buf who = {0}, what = {0};
    str_to_utf8(name, &what);
    Value e = vm_raise(vm, T_TYPE_ERROR, format, python_name(f, &who), buf_cstr(&what));
    buf_deinit(&who);
    buf_deinit(&what);
    return e;
}

Value native_error_count(VM *vm, const Native *f, int given) {
    const NativeDef *d = f->def;
    int self = native_takes_self(f), min = d->min - self, max = d->max - self;
    if (d->flags & NF_PYTHON) return python_too_many(vm, f, given);
    given -= self;
    Buf name = {0};
    Value e;
    native_name(f, &name);
    if (given < 0) {
        e = vm_raise(vm, T_TYPE_ERROR, "unbound method %s() needs an argument", buf_cstr(&name));
    } else if (d->flags & NF_SLOT && min == max) {
        e = vm_raise(vm, T_TYPE_ERROR, "expected %d argument%s, got %d", max, max == 1 ? "" : "s", given);
    } else if (min == max && max == 0) {
        e = vm_raise(vm, T_TYPE_ERROR, "%s() takes no arguments (%d given)", buf_cstr(&name), given);
    } else if (min == max && max == 1 && !makes_instances(f)) {
        e = vm_raise(vm, T_TYPE_ERROR, "%s() takes exactly one argument (%d given)", buf_cstr(&name), given);
    } else if (d->params) { /* what takes keywords too counts in other words */
        int want = given < min ? min : max;
        e = vm_raise(vm, T_TYPE_ERROR, "%s() takes %s %d argument%s (%d given)", d->name,
                     min == max    ? "exactly"
                     : given < min ? "at least"
                                   : "at most",
                     want, want == 1 ? "" : "s", given);
    } else {
        int want = given < min ? min : max;
        e = vm_raise(vm, T_TYPE_ERROR, "%s expected %s%d argument%s, got %d", d->name,
                     min == max    ? ""
                     : given < min ? "at least "
                                   : "at most ",
                     want, want == 1 ? "" : "s", given);
    }
    buf_deinit(&name);
    return e;
}

Value native_error_keyword(VM *vm, const Native *f, Str *name) {
    if (f->def->flags & NF_PYTHON)
        return python_keyword(vm, f, "%s() got an unexpected keyword argument '%s'", name);
    Buf who = {0}, what = {0};
    native_name(f, &who);
    str_to_utf8(name, &what);
    const char *params = f->def->params;
    bool by_name = params && params[strlen(params) - 1] != '/';
    Value e = by_name ? vm_raise(vm, T_TYPE_ERROR, "'%s' is an invalid keyword argument for %s()",
                                 buf_cstr(&what), f->def->name)
                      : vm_raise(vm, T_TYPE_ERROR, "%s() takes no keyword arguments", buf_cstr(&who));
    buf_deinit(&who);
    buf_deinit(&what);
    return e;
}

Value native_error_twice(VM *vm, const Native *f, Str *name, int at) {
    if (f->def->flags & NF_PYTHON)
        return python_keyword(vm, f, "%s() got multiple values for argument '%s'", name);
    Buf b = {0};
    str_to_utf8(name, &b);
    Value e = vm_raise(vm, T_TYPE_ERROR, "argument for %s() given by name ('%s') and position (%d)",
                       f->def->name, buf_cstr(&b), at);
    buf_deinit(&b);
    return e;
}

Value native_error_missing(VM *vm, const Native *f, const Value *a, int base) {
    const NativeDef *d = f->def;
    if (d->flags & NF_PYTHON) return python_missing(vm, f, a, base);
    ParamWalk w = {.at = d->params ? d->params : ""};
    while (params_next(&w)) {
        int at = w.index - 1 + base;
        if (at < d->min && a[at] == V_UNDEF)
            return vm_raise(vm, T_TYPE_ERROR, "%s() missing required argument '%.*s' (pos %d)", d->name,
                            (int)w.len, w.name, at + 1 - base);
    }
    return V_NONE;
}

/* Too few, nothing by name: who takes names says which one is missing. */
Value native_error_too_few(VM *vm, const Native *f, int given) {
    const NativeDef *d = f->def;
    if (!d->params || params_positional_only(d->params) || d->min > FEW)
        return native_error_count(vm, f, given);
    Value a[FEW];
    for (int i = 0; i < d->min; i++) a[i] = i < given ? V_NONE : V_UNDEF;
    Value e = native_error_missing(vm, f, a, native_takes_self(f));
    return e == V_ERROR ? e : native_error_count(vm, f, given);
}
