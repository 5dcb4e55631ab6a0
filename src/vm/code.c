#include "vm/code.h"

#include "base/buf.h"
#include "vm/vm.h"

#include <inttypes.h>
#include <limits.h>

enum { VARIES = INT_MIN };

static const int effects[] = {
#define OPCODE(name, effect) [OP_##name] = effect,
#include "vm/opcodes.def"
#undef OPCODE
};

static const char *const names[OP_COUNT] = {
#define OPCODE(name, effect) [OP_##name] = #name,
#define FUSED(name) [OP_##name] = #name,
#include "vm/opcodes.def"
#undef FUSED
#undef OPCODE
};

/* The argument is that of the first. */
static const uint8_t firsts[OP_COUNT] = {
    [OP_LOAD_FAST_LOAD_FAST] = OP_LOAD_FAST,    [OP_LOAD_FAST_LOAD_CONST] = OP_LOAD_FAST,
    [OP_LOAD_FAST_LOAD_ATTR] = OP_LOAD_FAST,    [OP_STORE_FAST_LOAD_FAST] = OP_STORE_FAST,
    [OP_STORE_FAST_STORE_FAST] = OP_STORE_FAST, [OP_COMPARE_JUMP_FALSE] = OP_COMPARE_OP,
    [OP_COMPARE_JUMP_TRUE] = OP_COMPARE_OP,     [OP_FOR_ITER_STORE_FAST] = OP_FOR_ITER,
};

OpCode op_plain(OpCode op) {
    return firsts[op] ? (OpCode)firsts[op] : op;
}

static int flag_count(uint32_t flags) {
    int n = 0;
    for (; flags; flags >>= 1) n += (int)(flags & 1);
    return n;
}

static int varying_effect(OpCode op, uint32_t arg, bool jumps) {
    int n = (int)arg;
    switch (op) {
    case OP_BUILD_SLICE:
    case OP_BUILD_TUPLE:
    case OP_BUILD_LIST:
    case OP_BUILD_SET:
    case OP_BUILD_STRING: return 1 - n;
    case OP_BUILD_MAP: return 1 - 2 * n;
    case OP_UNPACK_SEQUENCE: return n - 1;
    case OP_UNPACK_EX: return (n & 0xFFF) + (n >> 12);
    case OP_FORMAT_VALUE: return n & 4 ? -1 : 0;
    case OP_JUMP_IF_FALSE_OR_POP:
    case OP_JUMP_IF_TRUE_OR_POP: return jumps ? 0 : -1;
    case OP_FOR_ITER: return jumps ? -1 : 1;
    case OP_CALL: return -n;
    case OP_CALL_METHOD:
    case OP_CALL_KW: return -n - 1;
    case OP_CALL_METHOD_KW: return -n - 2;
    case OP_CALL_EX: return n ? -2 : -1;
    case OP_MAKE_FUNCTION: return 1 - flag_count(arg >> 16);
    case OP_RAISE: return -n;
    default: return 0;
    }
}

int op_effect(OpCode op, uint32_t arg, bool jumps) {
    if (op == OP_SEND) return jumps ? -1 : 0;
    return effects[op] == VARIES ? varying_effect(op, arg, jumps) : effects[op];
}

static const char *op_name(OpCode op) {
    return names[op];
}

bool op_jumps(OpCode op) {
    switch (op) {
    case OP_JUMP:
    case OP_JUMP_BACK:
    case OP_POP_JUMP_IF_FALSE:
    case OP_POP_JUMP_IF_TRUE:
    case OP_POP_JUMP_IF_NONE:
    case OP_POP_JUMP_IF_NOT_NONE:
    case OP_JUMP_IF_FALSE_OR_POP:
    case OP_JUMP_IF_TRUE_OR_POP:
    case OP_FOR_ITER:
    case OP_SEND: return true;
    default: return false;
    }
}

bool op_falls_on(OpCode op) {
    return op != OP_JUMP && op != OP_JUMP_BACK && op != OP_RETURN_VALUE && op != OP_RAISE && op != OP_RERAISE;
}

/* --- the dump --------------------------------------------------------------------- */

static void dump_str(const Str *s, Buf *out) {
    if (s) str_to_utf8(s, out);
}

static void dump_value(Value v, Buf *out) {
    static const char *const specials[] = {
        [V_NONE & 7] = "None",
        [V_FALSE & 7] = "False",
        [V_TRUE & 7] = "True",
        [V_ELLIPSIS & 7] = "Ellipsis",
    };
    if (is_int(v)) buf_printf(out, "%" PRId64, as_small(v));
    else if (is_float(v)) float_repr(as_float(v), out);
    else if (!is_obj(v)) buf_adds(out, specials[v & 7]);
    else if (is_str(v)) {
        buf_addc(out, '"');
        dump_str(AS(Str, v), out);
        buf_addc(out, '"');
    } else if (is_tuple(v)) {
        const Tuple *t = AS(Tuple, v);
        buf_addc(out, '(');
        for (uint32_t i = 0; i < t->len; i++) {
            if (i) buf_adds(out, ", ");
            dump_value(t->items[i], out);
        }
        buf_addc(out, ')');
    } else buf_adds(out, is_bigint(v) ? "<big int>" : is_kind(v, KIND_SET) ? "<frozenset>" : "<bytes>");
}

static bool has_slot(OpCode op) {
    return op >= OP_LOAD_FAST && op <= OP_LOAD_CLASSDEREF;
}

static bool has_site(OpCode op) {
    return (op >= OP_LOAD_GLOBAL && op <= OP_LOAD_METHOD) || (op >= OP_IMPORT_NAME && op <= OP_IMPORT_FROM);
}

static const char *operator_name(OpCode op, uint32_t arg) {
    static const char *const binary[BIN_COUNT] = {
        [BIN_ADD] = "+", [BIN_SUB] = "-",     [BIN_MUL] = "*",     [BIN_DIV] = "/", [BIN_FLOORDIV] = "//",
        [BIN_MOD] = "%", [BIN_POW] = "**",    [BIN_MATMUL] = "@",  [BIN_AND] = "&", [BIN_OR] = "|",
        [BIN_XOR] = "^", [BIN_LSHIFT] = "<<", [BIN_RSHIFT] = ">>",
    };
    static const char *const comparison[] = {
        [CMP_LT] = "<", [CMP_LE] = "<=", [CMP_EQ] = "==", [CMP_NE] = "!=", [CMP_GT] = ">", [CMP_GE] = ">=",
    };
    if (op == OP_COMPARE_OP) return comparison[arg];
    return op == OP_BINARY_OP || op == OP_INPLACE_OP ? binary[arg] : NULL;
}

static void dump_arg(const Code *code, OpCode op, uint32_t arg, Buf *out) {
    const char *operator= operator_name(op, arg);
    if (operator) buf_printf(out, " %s", operator);
    else if (op_jumps(op)) buf_printf(out, " to %" PRIu32, arg);
    else if (op == OP_LOAD_CONST) {
        buf_addc(out, ' ');
        dump_value(code->consts[arg], out);
    } else if (has_slot(op)) {
        buf_addc(out, ' ');
        dump_str(code->slot_names[arg], out);
    } else if (has_site(op)) {
        buf_addc(out, ' ');
        dump_str(code->sites[arg].name, out);
    } else if (op == OP_MAKE_FUNCTION) {
        buf_addc(out, ' ');
        dump_str(code->codes[arg & 0xFFFF]->name, out);
        if (arg >> 16) buf_printf(out, " flags %" PRIu32, arg >> 16);
    } else if (op == OP_UNPACK_EX) buf_printf(out, " %" PRIu32 " * %" PRIu32, arg & 0xFFF, arg >> 12);
    else if (arg) buf_printf(out, " %" PRIu32, arg);
}

static void dump_words(const Code *code, Buf *out) {
    for (uint32_t i = 0; i < code->word_count; i++) {
        OpCode op = op_plain(OP_OF(code->words[i]));
        buf_printf(out, "%5" PRIu32 " %4" PRIu32 "  %s", code->lines[i], i, op_name(op));
        dump_arg(code, op, ARG_OF(code->words[i]), out);
        buf_addc(out, '\n');
    }
}

static void dump_tables(const Code *code, Buf *out) {
    for (uint32_t i = 0; i < code->handled_count; i++) {
        const Handled *h = &code->handled[i];
        buf_printf(out, "  %" PRIu32 " to %" PRIu32 " handled at %" PRIu32 " depth %" PRIu32 "\n", h->start,
                   h->end, h->target, h->depth);
    }
    for (uint32_t i = 0; i < code->inline_count; i++) {
        const InlineFrame *f = &code->inlines[i];
        buf_printf(out, "  %" PRIu32 " to %" PRIu32 " in ", f->start, f->end);
        dump_str(f->name, out);
        buf_addc(out, '\n');
    }
}

static void dump_head(const Code *code, Buf *out) {
    buf_adds(out, "code ");
    dump_str(code->qualname, out);
    buf_printf(out, " line %" PRIu32 " stack %" PRIu32 " slots", code->first_line, code->max_stack);
    for (uint32_t i = 0; i < code->slot_count; i++) {
        buf_adds(out, i == code->free_start ? " | " : " ");
        dump_str(code->slot_names[i], out);
    }
    buf_addc(out, '\n');
}

void code_dump(const Code *code, Buf *out) {
    dump_head(code, out);
    dump_words(code, out);
    dump_tables(code, out);
    for (uint32_t i = 0; i < code->code_count; i++) code_dump(code->codes[i], out);
}

void code_free(Code *code) {
    if (!code) return;
    mem_free(code->slot_names);
    mem_free(code->words);
    mem_free(code->spans);
    mem_free(code->lines);
    mem_free(code->consts);
    mem_free(code->sites);
    mem_free(code->codes); /* the codes themselves are the VM's */
    mem_free(code->handled);
    mem_free(code->inlines);
    mem_free(code);
}

const Handled *code_handler(const Code *c, const uint32_t *ip) {
    uint32_t at = (uint32_t)(ip - c->words) - 1, lo = 0, hi = c->handled_count;
    while (lo < hi) {
        uint32_t mid = lo + (hi - lo) / 2;
        if (c->handled[mid].end <= at) lo = mid + 1;
        else hi = mid;
    }
    return lo < c->handled_count && c->handled[lo].start <= at ? &c->handled[lo] : NULL;
}
