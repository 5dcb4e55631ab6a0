/* Text to tokens: logical lines, indentation, numbers, strings, operators. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lang/lexer.h"

#include "base/buf.h"

#include <string.h>

static const char *short_name(TokenKind kind) {
    switch (kind) {
    case TOK_NEWLINE: return "/";
    case TOK_INDENT: return ">>>";
    case TOK_DEDENT: return "<<<";
    case TOK_ERROR: return "!";
    default: return NULL;
    }
}

/* All tokens as text: line ends are `/`, indents `>>>`, dedents `<<<`, errors `!`. */
static char *tokens(const char *text, Diags *diags, Buf *out) {
    Lexer lx;
    lexer_init(&lx, text, 0, (uint32_t)strlen(text), diags);
    for (Token tok; (tok = lexer_next(&lx)).kind != TOK_END;) {
        if (out->len > 0) buf_addc(out, ' ');
        const char *name = short_name(tok.kind);
        if (name) buf_adds(out, name);
        else buf_add(out, text + tok.span.start, tok.span.end - tok.span.start);
    }
    return buf_cstr(out);
}

static void assert_tokens(const char *text, const char *want) {
    Buf out = {0};
    Diags diags = {0};
    assert_string_equal(tokens(text, &diags, &out), want);
    assert_int_equal(diags.errors, 0);
    buf_deinit(&out);
    diags_deinit(&diags);
}

/* The one error of a text, told by the lexer itself or kept in its last token. */
static void assert_error(const char *text, MsgId msg) {
    Lexer lx;
    Diags diags = {0};
    lexer_init(&lx, text, 0, (uint32_t)strlen(text), &diags);
    Token tok;
    do tok = lexer_next(&lx);
    while (tok.kind != TOK_ERROR && tok.kind != TOK_END);
    MsgId got = tok.kind == TOK_ERROR ? lx.error.msg : diags.errors ? diags.list.items[0].text.msg : MSG_NONE;
    assert_string_equal(msg_key(got), msg_key(msg));
    diags_deinit(&diags);
}

static void test_lines(void **state) {
    (void)state;
    assert_tokens("a\nb", "a / b /");
    assert_tokens("\n\n  # nothing\na # b\n\n", "a /");
    assert_tokens("a = (1,\n  2)\nb", "a = ( 1 , 2 ) / b /");
    assert_tokens("a = 1 + \\\n  2\n", "a = 1 + 2 /");
    assert_tokens("", "");
    assert_tokens("   ", "");
}

static void test_blocks(void **state) {
    (void)state;
    assert_tokens("if a:\n  b\n\n  # c\n  d\ne\n", "if a : / >>> b / d / <<< e /");
    assert_tokens("a:\n b:\n  c", "a : / >>> b : / >>> c / <<< <<<");
    assert_tokens("a:\n\tb\n\tc\n", "a : / >>> b / c / <<<");
    assert_tokens("a:\n  b\n      # less or more: a comment has no indentation\n  c\n",
                  "a : / >>> b / c / <<<");
}

static void test_wrong_indentation(void **state) {
    (void)state;
    assert_error("a:\n    b\n  c\n", MSG_INDENT_NO_LEVEL);
    assert_error("a:\n        b\n\tc\n", MSG_INDENT_TABS);
    assert_error("a:\n\tb\n        c\n", MSG_INDENT_TABS);
}

static void test_numbers(void **state) {
    (void)state;
    assert_tokens("0 00 1_000 0x_ff 0b1 0o17", "0 00 1_000 0x_ff 0b1 0o17 /");
    assert_tokens("1. .5 1.5e-3 1e5 00.5 1_0.0_1", "1. .5 1.5e-3 1e5 00.5 1_0.0_1 /");
    assert_tokens("1if 2else 3or 0xfor", "1 if 2 else 3 or 0xf or /");
    assert_tokens("1..real", "1. . real /");
    static const char *const bad[] = {"1__0", "1_", "3abc", "1e+", "1.5e", "1.2_", "1x"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) assert_error(bad[i], MSG_NUMBER_BAD);
    static const char *const bad_digits[] = {"0b12", "0o8", "0x", "0xg", "0b1_", "0o1__2"};
    for (size_t i = 0; i < sizeof bad_digits / sizeof *bad_digits; i++) {
        assert_error(bad_digits[i], MSG_NUMBER_BAD_DIGIT);
    }
    assert_error("012", MSG_NUMBER_LEADING_ZERO);
}

static void test_string_kinds(void **state) {
    (void)state;
    assert_tokens("'a' \"b\" '''c\n'd''' r'\\''", "'a' \"b\" '''c\n'd''' r'\\'' /");
    assert_tokens("rb'a' Br'a' f'{x}' U'a' bu", "rb'a' Br'a' f'{x}' U'a' bu /");
    assert_tokens("'a\\'b' 'a\\\nb'", "'a\\'b' 'a\\\nb' /");
    assert_error("'abc\n'", MSG_STRING_OPEN);
    assert_error("x = '''abc\n", MSG_STRING_TRIPLE_OPEN);
}

static void test_operators(void **state) {
    (void)state;
    assert_tokens("a**=b//c<<d>>=e!=f->g:=h...i..", "a **= b // c << d >>= e != f -> g := h ... i . . /");
    assert_tokens("x=-1", "x = - 1 /");
    assert_tokens("<>", "< > /");
}

static void test_names(void **state) {
    (void)state;
    assert_tokens("été _x x1 名前", "été _x x1 名前 /");
    assert_error("ﬁn", MSG_NAME_FOLDED);
    assert_error("x = “a”", MSG_STRAY_QUOTE);
    assert_error("x – 1", MSG_STRAY_DASH);
    assert_error("x\xC2\xA0= 1", MSG_STRAY_SPACE);
    assert_error("x\xE2\x80\x8B = 1", MSG_STRAY_INVISIBLE);
    assert_error("a ? b", MSG_STRAY_SIGN);
}

/* The table of keywords is found by length. */
static void test_keywords(void **state) {
    (void)state;
    for (int kind = 0; kind < TOK_COUNT; kind++) {
        if (!token_is_keyword((TokenKind)kind)) continue;
        const char *text = token_text((TokenKind)kind);
        Lexer lx;
        lexer_init(&lx, text, 0, (uint32_t)strlen(text), NULL);
        assert_int_equal(lexer_next(&lx).kind, kind);
    }
    assert_tokens("iffy Is nonlocals", "iffy Is nonlocals /");
}

static void test_brackets(void **state) {
    (void)state;
    assert_error("(]", MSG_BRACKET_MISMATCH);
    assert_error(")", MSG_BRACKET_UNMATCHED);
    assert_error("x = (1,\n", MSG_BRACKET_OPEN);
    /* A word that begins a statement tells where the bracket was meant to end. */
    assert_error("x = (1,\nreturn 2\n)", MSG_BRACKET_OPEN);
}

static void test_comments_are_collected(void **state) {
    (void)state;
    const char *text = "#: title x\na #: label\nf(b, # c\n d)\n";
    Comments comments = {0};
    Lexer lx;
    lexer_init(&lx, text, 0, (uint32_t)strlen(text), NULL);
    lx.comments = &comments;
    while (lexer_next(&lx).kind != TOK_END) continue;
    assert_int_equal(comments.list.len, 3);
    assert_int_equal(comments.list.items[1].start, 13);
    vec_deinit(&comments.list);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_blocks),
        cmocka_unit_test(test_wrong_indentation),
        cmocka_unit_test(test_numbers),
        cmocka_unit_test(test_string_kinds),
        cmocka_unit_test(test_operators),
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_keywords),
        cmocka_unit_test(test_brackets),
        cmocka_unit_test(test_comments_are_collected),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
