/* str and bytes: find and its relatives, startswith, removeprefix, in. */
#include "vm/str_methods.h"

/* Where bytes are looked for, a number stands for one byte; it is put into *byte. */
static Tri needle_arg(VM *vm, const Text *self, Value arg, unsigned char *byte, Text *out) {
    if (!self->is_bytes) return text_like(vm, self, arg, "", out) ? YES : FAILED;
    if (is_bytes(arg)) {
        *out = text_of(arg);
        return YES;
    }
    int64_t i;
    Tri t = index_arg(vm, arg, true, &i);
    if (t == YES && (i < 0 || i > 255)) {
        vm_raise(vm, T_VALUE_ERROR, "byte must be in range(0, 256)");
        return FAILED;
    }
    if (t == FAILED && vm_error_is(vm, T_TYPE_ERROR)) {
        vm_clear_error(vm);
        vm_raise(vm, T_TYPE_ERROR, "argument should be integer or bytes-like object, not '%s'",
                 type_name(vm, arg));
    }
    *byte = (unsigned char)i;
    *out = (Text){arg, byte, 1, 1, true};
    return t;
}

typedef int64_t (*Search)(const Text *in, const Text *what, uint32_t start, uint32_t end);

static int64_t count_all(const Text *in, const Text *what, uint32_t start, uint32_t end) {
    return search_count(in, what, start, end, UINT32_MAX);
}

static Value look(VM *vm, Value *args, int n, const char *name, Search search, bool must) {
    Text self = text_of(args[0]), what;
    unsigned char byte;
    uint32_t start, end;
    Tri t = text_bounds(vm, args, n, 2, self.len, &start, &end);
    if (t == YES) t = needle_arg(vm, &self, args[1], &byte, &what);
    if (t == NEEDS_PYTHON) return text_with_ints(vm, name, n, args);
    if (t == FAILED) return V_ERROR;
    int64_t at = search(&self, &what, start, end);
    if (at == NOT_FOUND && must)
        return vm_raise(vm, T_VALUE_ERROR, self.is_bytes ? "subsection not found" : "substring not found");
    return from_small(at);
}

Value text_find(VM *vm, Value *args, int n) {
    return look(vm, args, n, "find", search_first, false);
}

Value text_rfind(VM *vm, Value *args, int n) {
    return look(vm, args, n, "rfind", search_last, false);
}

Value text_index(VM *vm, Value *args, int n) {
    return look(vm, args, n, "index", search_first, true);
}

Value text_rindex(VM *vm, Value *args, int n) {
    return look(vm, args, n, "rindex", search_last, true);
}

Value text_count(VM *vm, Value *args, int n) {
    return look(vm, args, n, "count", count_all, false);
}

Value text_contains(VM *vm, Value *args, int n) {
    (void)n;
    Text self = text_of(args[0]), what;
    if (!self.is_bytes && !is_str(args[1]))
        return vm_raise(vm, T_TYPE_ERROR, "'in <string>' requires string as left operand, not %s",
                        type_name(vm, args[1]));
    unsigned char byte;
    Tri t = needle_arg(vm, &self, args[1], &byte, &what);
    if (t == NEEDS_PYTHON) return text_with_ints(vm, "__contains__", n, args);
    if (t == FAILED && vm_error_is(vm, T_TYPE_ERROR)) {
        vm_clear_error(vm);
        text_like(vm, &self, args[1], "", &what);
    }
    if (t == FAILED) return V_ERROR;
    return from_bool(search_first(&self, &what, 0, self.len) != NOT_FOUND);
}

/* --- the ends ------------------------------------------------------------------------ */

static bool matches_end(const Text *self, const Text *what, uint32_t start, uint32_t end, bool at_end) {
    if (start > end || what->len > end - start) return false;
    return text_has_at(self, what, at_end ? end - what->len : start);
}

static Value one_of(VM *vm, const Text *self, Value arg, uint32_t start, uint32_t end, bool at_end) {
    const char *name = at_end ? "endswith" : "startswith", *sort = self->is_bytes ? "bytes" : "str";
    Tuple *all = is_tuple(arg) ? AS(Tuple, arg) : NULL;
    for (uint32_t i = 0; i < (all ? all->len : 1); i++) {
        Value v = all ? all->items[i] : arg;
        if (self->is_bytes ? !is_bytes(v) : !is_str(v)) {
            if (!all)
                return vm_raise(vm, T_TYPE_ERROR, "%s first arg must be %s or a tuple of %s, not %s", name,
                                sort, sort, type_name(vm, v));
            if (self->is_bytes)
                return vm_raise(vm, T_TYPE_ERROR, "a bytes-like object is required, not '%s'",
                                type_name(vm, v));
            return vm_raise(vm, T_TYPE_ERROR, "tuple for %s must only contain str, not %s", name,
                            type_name(vm, v));
        }
        Text what = text_of(v);
        if (matches_end(self, &what, start, end, at_end)) return V_TRUE;
    }
    return V_FALSE;
}

static Value ends(VM *vm, Value *args, int n, bool at_end) {
    Text self = text_of(args[0]);
    uint32_t start, end;
    Tri t = text_bounds(vm, args, n, 2, self.len, &start, &end);
    if (t == NEEDS_PYTHON) return text_with_ints(vm, at_end ? "endswith" : "startswith", n, args);
    if (t == FAILED) return V_ERROR;
    return one_of(vm, &self, args[1], start, end, at_end);
}

Value text_startswith(VM *vm, Value *args, int n) {
    return ends(vm, args, n, false);
}

Value text_endswith(VM *vm, Value *args, int n) {
    return ends(vm, args, n, true);
}

static Value without(VM *vm, Value *args, const char *name, bool at_end) {
    Text self = text_of(args[0]), what;
    if (!text_like(vm, &self, args[1], name, &what)) return V_ERROR;
    bool there = what.len > 0 && matches_end(&self, &what, 0, self.len, at_end);
    uint32_t cut = there ? what.len : 0;
    return text_sub(vm, &self, at_end ? 0 : cut, at_end ? self.len - cut : self.len);
}

Value text_removeprefix(VM *vm, Value *args, int n) {
    (void)n;
    return without(vm, args, "removeprefix() argument", false);
}

Value text_removesuffix(VM *vm, Value *args, int n) {
    (void)n;
    return without(vm, args, "removesuffix() argument", true);
}
