/* Constants: each is in a code's list once, by kind and value (1, 1.0 and True are three).
 * Folding works on what was just emitted: operands that are loads of constants are taken
 * back and the result is loaded instead. A label in between forbids it (Unit.barrier). */
#include "vm/compile.h"

#include <string.h>

/* A key is a letter for the kind, then the value's bytes. */
typedef struct Key {
    char kind;
    const void *bytes;
    size_t len;
} Key;

static uint32_t hash_key(const char *text, size_t len) {
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < len; i++) h = (h ^ (unsigned char)text[i]) * 16777619u;
    return h;
}

static size_t key_end(const Unit *u, uint32_t index) {
    return index + 1 < u->const_keys.len ? u->const_keys.items[index + 1] : u->key_text.len;
}

static void index_put(Unit *u, uint32_t index) {
    uint32_t start = u->const_keys.items[index];
    uint32_t h = hash_key(u->key_text.data + start, key_end(u, index) - start);
    while (u->const_index[h & u->const_mask]) h++;
    u->const_index[h & u->const_mask] = index + 1;
}

static void index_grow(Unit *u) {
    uint32_t size = u->const_index ? (u->const_mask + 1) * 2 : 16;
    mem_free(u->const_index);
    u->const_index = mem_zalloc(size * sizeof *u->const_index);
    u->const_mask = size - 1;
    for (uint32_t i = 0; i < u->consts.len; i++) index_put(u, i);
}

/* The constant with that key. If it is new, its value is V_UNDEF and must be set. */
static uint32_t const_at(Unit *u, Key key) {
    if (!u->const_index || u->consts.len * 2 >= u->const_mask) index_grow(u);
    uint32_t start = (uint32_t)u->key_text.len;
    buf_addc(&u->key_text, key.kind);
    buf_add(&u->key_text, key.bytes, key.len);
    const char *text = u->key_text.data + start;
    uint32_t h = hash_key(text, key.len + 1);
    for (uint32_t found; (found = u->const_index[h & u->const_mask]) != 0; h++) {
        uint32_t other = u->const_keys.items[found - 1];
        if (key_end(u, found - 1) - other != key.len + 1) continue;
        if (memcmp(u->key_text.data + other, text, key.len + 1) != 0) continue;
        u->key_text.len = start;
        return found - 1;
    }
    vec_push(&u->consts, V_UNDEF);
    vec_push(&u->const_keys, start);
    index_put(u, u->consts.len - 1);
    return u->consts.len - 1;
}

void const_free(Unit *u) {
    vec_deinit(&u->consts);
    vec_deinit(&u->const_keys);
    buf_deinit(&u->key_text);
    mem_free(u->const_index);
}

/* --- loading ---------------------------------------------------------------------- */

void load_special(Compiler *c, Value v) {
    uint32_t i = const_at(c->unit, (Key){'v', &v, sizeof v});
    c->unit->consts.items[i] = v;
    emit(c, OP_LOAD_CONST, i);
}

void load_none(Compiler *c) {
    load_special(c, V_NONE);
}

/* As in CPython, what could be a name is one object everywhere. */
static bool looks_like_name(const char *text, size_t len) {
    for (size_t i = 0; i < len; i++) {
        char ch = text[i];
        bool letter = (ch >= 'a' && ch <= 'z') || (ch >= 'A' && ch <= 'Z') || ch == '_';
        if (!letter && !(ch >= '0' && ch <= '9')) return false;
    }
    return true;
}

void load_str(Compiler *c, const char *text, size_t len) {
    Unit *u = c->unit;
    uint32_t i = const_at(u, (Key){'s', text, len});
    Value *v = &u->consts.items[i];
    if (*v == V_UNDEF && looks_like_name(text, len)) *v = from_obj(str_intern(c->vm, text, len));
    if (*v == V_UNDEF) *v = str_new(c->vm, text, len);
    emit(c, OP_LOAD_CONST, i);
}

/* Interned: these are compared with the names of parameters and attributes. */
void load_name_str(Compiler *c, Name name) {
    Unit *u = c->unit;
    size_t len = strlen(name);
    uint32_t i = const_at(u, (Key){'s', name, len});
    u->consts.items[i] = from_obj(str_intern(c->vm, name, len));
    emit(c, OP_LOAD_CONST, i);
}

static void load_bytes(Compiler *c, const char *data, size_t len) {
    Unit *u = c->unit;
    uint32_t i = const_at(u, (Key){'b', data, len});
    if (u->consts.items[i] == V_UNDEF) u->consts.items[i] = bytes_new(c->vm, data, len);
    emit(c, OP_LOAD_CONST, i);
}

static void load_int(Compiler *c, const char *text) {
    Unit *u = c->unit;
    Value v = int_parse(c->vm, text);
    if (is_int(v)) {
        load_special(c, v);
        return;
    }
    uint32_t i = const_at(u, (Key){'i', text, strlen(text)});
    if (u->consts.items[i] == V_UNDEF) u->consts.items[i] = v;
    emit(c, OP_LOAD_CONST, i);
}

void load_literal(Compiler *c, const Expr *e) {
    switch (e->kind) {
    case EX_TRUE: load_special(c, V_TRUE); break;
    case EX_FALSE: load_special(c, V_FALSE); break;
    case EX_ELLIPSIS: load_special(c, V_ELLIPSIS); break;
    case EX_INT: load_int(c, e->as.text); break;
    case EX_FLOAT: load_special(c, from_float(e->as.number)); break;
    case EX_STR: load_str(c, e->as.str.bytes, e->as.str.len); break;
    case EX_BYTES: load_bytes(c, e->as.str.bytes, e->as.str.len); break;
    default: load_none(c);
    }
}

/* --- what the tree says ----------------------------------------------------------- */

bool is_literal(const Expr *e) {
    return e->kind <= EX_BYTES || (e->kind == EX_NAME && name_is_debug(e->as.name));
}

static bool is_small_number(const Expr *e) {
    return e->kind == EX_FLOAT || (e->kind == EX_INT && strlen(e->as.text) < 12);
}

bool is_constant(const Expr *e) {
    if (is_literal(e)) return true;
    if (e->kind == EX_UNARY) return e->as.unary.op == UN_NEG && is_small_number(e->as.unary.operand);
    if (e->kind != EX_TUPLE) return false;
    for (const Expr *item = e->as.list.items; item; item = item->next)
        if (!is_constant(item)) return false;
    return true;
}

static bool int_is_zero(const char *text) {
    if (text[0] == '0' && strchr("xXoObB", text[1]) && text[1]) text += 2;
    return text[strspn(text, "0")] == '\0';
}

int literal_truth(const Expr *e) {
    switch (e->kind) {
    case EX_NONE_LIT:
    case EX_FALSE: return 0;
    case EX_TRUE:
    case EX_ELLIPSIS: return 1;
    case EX_INT: return !int_is_zero(e->as.text);
    case EX_FLOAT: return e->as.number != 0;
    case EX_STR:
    case EX_BYTES: return e->as.str.len > 0;
    case EX_TUPLE: return is_constant(e) ? e->as.list.count > 0 : -1;
    case EX_NAME: return name_is_debug(e->as.name) ? 1 : -1;
    default: return -1;
    }
}

/* --- folding ---------------------------------------------------------------------- */

/* The last `n` instructions, if they load constants and nothing jumps in between them. */
static const Ins *last_loads(const Unit *u, uint32_t n) {
    if (u->ins.len < n || u->ins.len - n < u->barrier) return NULL;
    const Ins *first = u->ins.items + (u->ins.len - n);
    for (uint32_t i = 0; i < n; i++)
        if (first[i].op != OP_LOAD_CONST) return NULL;
    return first;
}

static void replace(Compiler *c, uint32_t n, Value v) {
    c->unit->ins.len -= n;
    load_special(c, v);
}

static Value negated(Value v) {
    if (is_float(v)) return from_float(-as_float(v));
    return is_int(v) && fits_small(-as_small(v)) ? from_small(-as_small(v)) : V_UNDEF;
}

bool fold_unary(Compiler *c, UnaryOp op) {
    const Ins *load = last_loads(c->unit, 1);
    if (!load) return false;
    Value v = c->unit->consts.items[load->arg], result = V_UNDEF;
    if (op == UN_NEG) result = negated(v);
    if (op == UN_POS && (is_int(v) || is_float(v))) result = v;
    if (op == UN_INVERT && is_int(v)) result = from_small(~as_small(v));
    if (result == V_UNDEF) return false;
    replace(c, 1, result);
    return true;
}

static int64_t floor_div(int64_t a, int64_t b) {
    return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

static bool int_power(int64_t base, int64_t exponent, int64_t *out) {
    if (exponent < 0 || exponent > 64) return false;
    *out = 1;
    for (; exponent > 0; exponent--)
        if (__builtin_mul_overflow(*out, base, out)) return false;
    return true;
}

static bool int_result(BinaryOp op, int64_t a, int64_t b, int64_t *out) {
    switch (op) {
    case BIN_ADD: *out = a + b; return true;
    case BIN_SUB: *out = a - b; return true;
    case BIN_MUL: return !__builtin_mul_overflow(a, b, out);
    case BIN_AND: *out = a & b; return true;
    case BIN_OR: *out = a | b; return true;
    case BIN_XOR: *out = a ^ b; return true;
    case BIN_POW: return int_power(a, b, out);
    case BIN_LSHIFT: return b >= 0 && b < 48 && !__builtin_mul_overflow(a, (int64_t)1 << b, out);
    case BIN_RSHIFT:
        if (b < 0 || b > 63) return false;
        *out = a >> b;
        return true;
    case BIN_FLOORDIV:
        if (b == 0) return false;
        *out = floor_div(a, b);
        return true;
    case BIN_MOD:
        if (b == 0) return false;
        *out = a - b * floor_div(a, b);
        return true;
    default: return false;
    }
}

static Value float_result(BinaryOp op, double a, double b) {
    switch (op) {
    case BIN_ADD: return from_float(a + b);
    case BIN_SUB: return from_float(a - b);
    case BIN_MUL: return from_float(a * b);
    case BIN_DIV: return b != 0 ? from_float(a / b) : V_UNDEF;
    default: return V_UNDEF;
    }
}

static Value binary_result(BinaryOp op, Value a, Value b) {
    bool numbers = (is_int(a) || is_float(a)) && (is_int(b) || is_float(b));
    if (!numbers) return V_UNDEF;
    if (both_int(a, b) && op != BIN_DIV) {
        int64_t result;
        if (!int_result(op, as_small(a), as_small(b), &result) || !fits_small(result)) return V_UNDEF;
        return from_small(result);
    }
    double x = is_int(a) ? (double)as_small(a) : as_float(a);
    double y = is_int(b) ? (double)as_small(b) : as_float(b);
    return float_result(op, x, y);
}

bool fold_binary(Compiler *c, BinaryOp op) {
    const Ins *loads = last_loads(c->unit, 2);
    if (!loads) return false;
    const Value *consts = c->unit->consts.items;
    Value result = binary_result(op, consts[loads[0].arg], consts[loads[1].arg]);
    if (result == V_UNDEF) return false;
    replace(c, 2, result);
    return true;
}

/* Takes the last n loads back: the key of the collection, and its elements. */
static bool take_back(Compiler *c, uint32_t n, Buf *key, Buf *values) {
    Unit *u = c->unit;
    if (n == 0) return true;
    const Ins *loads = last_loads(u, n);
    if (!loads) return false;
    for (uint32_t i = 0; i < n; i++) {
        buf_add(key, &loads[i].arg, sizeof loads[i].arg);
        buf_add(values, &u->consts.items[loads[i].arg], sizeof(Value));
    }
    u->ins.len -= n;
    return true;
}

/* CPython's compiler makes the constant anew from the elements of a first one (it merges equal
 * constants within), and how often a set was rebuilt shows in the order of its elements. */
static Value make_frozenset(VM *vm, const Value *items, uint32_t n) {
    Value first = set_new(vm, true), set = set_new(vm, true);
    for (uint32_t i = 0; i < n; i++) set_add(vm, AS(Set, first), items[i]);
    uint32_t i = 0;
    for (SetEntry *e; (e = set_next(AS(Set, first), &i));) set_add(vm, AS(Set, set), e->key);
    return set;
}

static bool fold_collection(Compiler *c, uint32_t n, char kind) {
    Unit *u = c->unit;
    Buf key = {0}, values = {0};
    bool ok = !c->failed && take_back(c, n, &key, &values);
    if (ok) {
        const Value *items = (const Value *)(const void *)values.data;
        uint32_t i = const_at(u, (Key){kind, key.data ? key.data : "", key.len});
        if (u->consts.items[i] == V_UNDEF)
            u->consts.items[i] = kind == 't' ? tuple_from(c->vm, items, n) : make_frozenset(c->vm, items, n);
        emit(c, OP_LOAD_CONST, i);
    }
    buf_deinit(&key);
    buf_deinit(&values);
    return ok;
}

bool fold_tuple(Compiler *c, uint32_t n) {
    return fold_collection(c, n, 't');
}

bool fold_frozenset(Compiler *c, uint32_t n) {
    return fold_collection(c, n, 'f');
}
