/* Puts one fused instruction in the place of the first of two ordinary ones that often stand
 * together. The second stays as it is: a jump to it, or a fused instruction that met an
 * uncommon case, finds it there. */
#include "vm/code.h"

static const struct {
    uint8_t first, second, fused;
} PAIRS[] = {
    {OP_LOAD_FAST, OP_LOAD_FAST, OP_LOAD_FAST_LOAD_FAST},
    {OP_LOAD_FAST, OP_LOAD_CONST, OP_LOAD_FAST_LOAD_CONST},
    {OP_LOAD_FAST, OP_LOAD_ATTR, OP_LOAD_FAST_LOAD_ATTR},
    {OP_STORE_FAST, OP_LOAD_FAST, OP_STORE_FAST_LOAD_FAST},
    {OP_STORE_FAST, OP_STORE_FAST, OP_STORE_FAST_STORE_FAST},
    {OP_COMPARE_OP, OP_POP_JUMP_IF_FALSE, OP_COMPARE_JUMP_FALSE},
    {OP_COMPARE_OP, OP_POP_JUMP_IF_TRUE, OP_COMPARE_JUMP_TRUE},
    {OP_FOR_ITER, OP_STORE_FAST, OP_FOR_ITER_STORE_FAST},
};

static uint8_t fused_of(uint32_t first, uint32_t second) {
    for (size_t i = 0; i < sizeof PAIRS / sizeof PAIRS[0]; i++)
        if (PAIRS[i].first == OP_OF(first) && PAIRS[i].second == OP_OF(second)) return PAIRS[i].fused;
    return OP_NOP;
}

/* A fused instruction reports an error at its first word's place, so its second must not be
 * able to fail before that word's own turn: they leave such cases to it. */
void code_fuse(Code *code) {
    for (uint32_t i = 0; i + 1 < code->word_count; i++) {
        uint8_t fused = fused_of(code->words[i], code->words[i + 1]);
        if (fused == OP_NOP) continue;
        code->words[i] = WORD(fused, ARG_OF(code->words[i]));
        i++;
    }
}
