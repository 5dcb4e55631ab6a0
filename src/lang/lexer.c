#include "lang/lexer.h"

#include "base/utf8.h"
#include "lang/letters.h"

#include <stdio.h>
#include <string.h>

enum { TAB = 8 };

/* --- tables ------------------------------------------------------------------------- */

static const char *const texts[TOK_COUNT] = {
#define TOKEN(name, text) [TOK_##name] = text,
#define KEYWORD(name, text) [KW_##name] = text,
#include "lang/tokens.def"
#undef KEYWORD
#undef TOKEN
};

enum { FIRST_KEYWORD = KW_AS, LONGEST_KEYWORD = 8 };

/* Where the keywords of a length begin: tokens.def sorts them. */
static const uint8_t keywords_of_length[LONGEST_KEYWORD + 2] = {
    [2] = KW_AS,     [3] = KW_AND,     [4] = KW_ELIF,     [5] = KW_ASYNC,
    [6] = KW_ASSERT, [7] = KW_FINALLY, [8] = KW_CONTINUE, [9] = TOK_COUNT,
};

/* An operator is one character, that character doubled, either with `=` behind it. */
static const uint8_t single[128] = {
    ['('] = TOK_LPAR,      [')'] = TOK_RPAR,   ['['] = TOK_LSQUARE, [']'] = TOK_RSQUARE,
    ['{'] = TOK_LBRACE,    ['}'] = TOK_RBRACE, [','] = TOK_COMMA,   [':'] = TOK_COLON,
    [';'] = TOK_SEMICOLON, ['.'] = TOK_DOT,    ['+'] = TOK_PLUS,    ['-'] = TOK_MINUS,
    ['*'] = TOK_STAR,      ['/'] = TOK_SLASH,  ['%'] = TOK_PERCENT, ['@'] = TOK_AT,
    ['&'] = TOK_AMPERSAND, ['|'] = TOK_PIPE,   ['^'] = TOK_CARET,   ['~'] = TOK_TILDE,
    ['<'] = TOK_LT,        ['>'] = TOK_GT,     ['='] = TOK_EQ,
};

static const uint8_t doubled[TOK_COUNT] = {
    [TOK_STAR] = TOK_POWER,
    [TOK_SLASH] = TOK_DOUBLE_SLASH,
    [TOK_LT] = TOK_LSHIFT,
    [TOK_GT] = TOK_RSHIFT,
};

static const uint8_t with_equal[TOK_COUNT] = {
    [TOK_COLON] = TOK_WALRUS,
    [TOK_EQ] = TOK_EQEQ,
    [TOK_LT] = TOK_LE,
    [TOK_GT] = TOK_GE,
    [TOK_PLUS] = TOK_PLUS_EQ,
    [TOK_MINUS] = TOK_MINUS_EQ,
    [TOK_STAR] = TOK_STAR_EQ,
    [TOK_SLASH] = TOK_SLASH_EQ,
    [TOK_DOUBLE_SLASH] = TOK_DOUBLE_SLASH_EQ,
    [TOK_PERCENT] = TOK_PERCENT_EQ,
    [TOK_POWER] = TOK_POWER_EQ,
    [TOK_AT] = TOK_AT_EQ,
    [TOK_AMPERSAND] = TOK_AMPERSAND_EQ,
    [TOK_PIPE] = TOK_PIPE_EQ,
    [TOK_CARET] = TOK_CARET_EQ,
    [TOK_LSHIFT] = TOK_LSHIFT_EQ,
    [TOK_RSHIFT] = TOK_RSHIFT_EQ,
};

/* These begin a statement and nothing else: one that opens a line within brackets tells
 * that a bracket was forgotten, and lets the rest of the file be read as it was meant. */
static const bool only_statement[TOK_COUNT] = {
    [KW_DEF] = true,     [KW_DEL] = true,      [KW_TRY] = true,      [KW_ELIF] = true,   [KW_PASS] = true,
    [KW_WITH] = true,    [KW_BREAK] = true,    [KW_CLASS] = true,    [KW_RAISE] = true,  [KW_WHILE] = true,
    [KW_ASSERT] = true,  [KW_EXCEPT] = true,   [KW_GLOBAL] = true,   [KW_IMPORT] = true, [KW_RETURN] = true,
    [KW_FINALLY] = true, [KW_CONTINUE] = true, [KW_NONLOCAL] = true,
};

const char *token_text(TokenKind kind) {
    return texts[kind];
}

bool token_is_keyword(TokenKind kind) {
    return kind >= (TokenKind)FIRST_KEYWORD;
}

/* --- reading ------------------------------------------------------------------------ */

static char peek(const Lexer *lx, uint32_t ahead) {
    return lx->end - lx->at > ahead ? lx->text[lx->at + ahead] : '\0';
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

static bool is_name_ascii(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || is_digit(c);
}

static bool is_high(char c) {
    return (unsigned char)c >= 0x80;
}

static Token make(const Lexer *lx, TokenKind kind, uint32_t start) {
    return (Token){.kind = kind, .span = {start, lx->at}};
}

static Token fail(Lexer *lx, Span span, MsgId msg, MsgId hint) {
    lx->error = (LexError){.msg = msg, .hint = hint, .span = span};
    return (Token){.kind = TOK_ERROR, .span = span};
}

static void argument(Lexer *lx, int i, const char *text) {
    snprintf(lx->error.args[i], sizeof lx->error.args[i], "%s", text);
}

/* A piece of the text, cut between characters if it is long. */
static void argument_text(Lexer *lx, int i, uint32_t at, uint32_t len) {
    size_t size = sizeof lx->error.args[i];
    if (len >= size) {
        len = (uint32_t)size - 1;
        while (len > 0 && ((unsigned char)lx->text[at + len] & 0xC0) == 0x80) len--;
    }
    memcpy(lx->error.args[i], lx->text + at, len);
    lx->error.args[i][len] = '\0';
}

/* --- indentation -------------------------------------------------------------------- */

typedef struct Indent {
    uint32_t column, tab_column; /* tabs to every 8th column, and tabs as one column */
} Indent;

/* A backslash at the end of a line, with a line behind it. */
static bool joins_lines(const Lexer *lx) {
    return peek(lx, 0) == '\\' && peek(lx, 1) == '\n' && lx->at + 2 < lx->end;
}

/* Moves over the white space that opens a line. A backslash there joins lines and keeps
 * the first line's indentation. */
static Indent read_indent(Lexer *lx) {
    Indent in = {0, 0}, joined = {0, 0};
    for (;; lx->at++) {
        char c = peek(lx, 0);
        if (c == ' ') {
            in.column++;
            in.tab_column++;
        } else if (c == '\t') {
            in.column = (in.column / TAB + 1) * TAB;
            in.tab_column++;
        } else if (c == '\f') {
            in = (Indent){0, 0};
        } else if (joins_lines(lx)) {
            if (joined.column == 0) joined = in;
            in = (Indent){0, 0};
            lx->at++;
        } else {
            break;
        }
    }
    return joined.column ? joined : in;
}

/* A soft error: the line is read as it was probably meant. */
static void tell(Lexer *lx, uint32_t from, MsgId msg, MsgId hint) {
    if (!lx->diags) return;
    Span span = {from, lx->at};
    Diag *diag = diag_error(lx->diags, span, msg, NULL);
    if (hint) diag_hint(lx->diags, diag, hint, NULL);
}

static void tell_tabs(Lexer *lx, uint32_t from) {
    if (!lx->tabs_told) tell(lx, from, MSG_INDENT_TABS, MSG_HINT_INDENT_TABS);
    lx->tabs_told = true;
}

/* Compares the new line's indentation with the stack. Returns 1 for an indent. */
static int apply_indent(Lexer *lx, Indent in, uint32_t from) {
    if (in.column == lx->indents[lx->indent].column) {
        if (in.tab_column != lx->indents[lx->indent].tab_column) tell_tabs(lx, from);
        return 0;
    }
    if (in.column > lx->indents[lx->indent].column) {
        if (in.tab_column <= lx->indents[lx->indent].tab_column) tell_tabs(lx, from);
        if (lx->indent + 1 >= MAX_INDENTS) {
            tell(lx, from, MSG_INDENT_TOO_DEEP, MSG_NONE);
            lx->at = lx->end;
            return 0;
        }
        lx->indent++;
        lx->indents[lx->indent].column = in.column;
        lx->indents[lx->indent].tab_column = in.tab_column;
        return 1;
    }
    while (in.column < lx->indents[lx->indent - 1].column) {
        lx->indent--;
        lx->dedents++;
    }
    if (in.column == lx->indents[lx->indent - 1].column) {
        lx->indent--;
        lx->dedents++;
        if (in.tab_column != lx->indents[lx->indent].tab_column) tell_tabs(lx, from);
        return 0;
    }
    /* Between two levels: taken for the inner one, so that the lines after it fit. */
    tell(lx, from, MSG_INDENT_NO_LEVEL, MSG_HINT_INDENT_NO_LEVEL);
    lx->indents[lx->indent].column = in.column;
    lx->indents[lx->indent].tab_column = in.tab_column;
    return 0;
}

/* --- white space -------------------------------------------------------------------- */

static void skip_comment(Lexer *lx) {
    uint32_t start = lx->at;
    const char *stop = memchr(lx->text + lx->at, '\n', lx->end - lx->at);
    lx->at = stop ? (uint32_t)(stop - lx->text) : lx->end;
    Span span = {start, lx->at};
    if (lx->comments) vec_push(&lx->comments->list, span);
}

/* At a line start: skips lines that hold nothing, then reads the indentation of the first
 * that does. Returns whether the line is one indent deeper. */
static bool open_line(Lexer *lx) {
    for (;;) {
        uint32_t from = lx->at;
        Indent in = read_indent(lx);
        char c = peek(lx, 0);
        if (c == '#') {
            skip_comment(lx);
            c = peek(lx, 0);
        }
        if (c == '\n') {
            lx->at++;
            continue;
        }
        lx->line_start = false;
        /* The end closes all blocks, whatever blanks stand before it. */
        if (lx->at >= lx->end) in = (Indent){0, 0};
        return apply_indent(lx, in, from) == 1;
    }
}

/* Skips to the next token. Returns false at a stray backslash. */
static bool skip_blanks(Lexer *lx, bool *first) {
    bool joins = lx->depth > 0 || lx->inside;
    for (;;) {
        char c = peek(lx, 0);
        if (c == ' ' || c == '\t' || c == '\f') {
            lx->at++;
        } else if (c == '#') {
            skip_comment(lx);
        } else if (c == '\n' && joins) {
            lx->at++;
            *first = true;
        } else if (joins_lines(lx)) {
            lx->at += 2;
        } else {
            return c != '\\';
        }
    }
}

/* --- numbers ------------------------------------------------------------------------ */

static void skip_word(Lexer *lx) {
    while (is_name_ascii(peek(lx, 0)) || is_high(peek(lx, 0))) lx->at++;
}

static Token bad_number(Lexer *lx, uint32_t start, MsgId msg, MsgId hint) {
    skip_word(lx);
    Span span = {start, lx->at};
    fail(lx, span, msg, hint);
    argument_text(lx, 0, start, lx->at - start);
    return (Token){.kind = TOK_ERROR, .span = span};
}

static bool is_digit_of(char c, int base) {
    if (base <= 10) return c >= '0' && c < '0' + base;
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* Digits with single underscores between them; at least one. */
static bool digits(Lexer *lx, int base) {
    if (!is_digit_of(peek(lx, 0), base)) return false;
    for (;;) {
        while (is_digit_of(peek(lx, 0), base)) lx->at++;
        if (peek(lx, 0) != '_') return true;
        lx->at++;
        if (!is_digit_of(peek(lx, 0), base)) return false;
    }
}

/* `1if x else y` is valid: a number may be followed by one of these words at once. */
static bool word_may_follow(const Lexer *lx) {
    static const char *const words[] = {"and", "else", "for", "if", "in", "is", "not", "or"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t len = strlen(words[i]);
        if (lx->end - lx->at >= len && memcmp(lx->text + lx->at, words[i], len) == 0) return true;
    }
    return false;
}

/* A letter that touches a number makes neither a number nor a name. */
static Token end_number(Lexer *lx, uint32_t start) {
    char c = peek(lx, 0);
    if (!is_name_ascii(c) && !is_high(c)) return make(lx, TOK_NUMBER, start);
    if (word_may_follow(lx)) return make(lx, TOK_NUMBER, start);
    return bad_number(lx, start, MSG_NUMBER_BAD, MSG_HINT_NUMBER_BAD);
}

/* 0x, 0o or 0b: an underscore may follow the prefix too. */
static Token prefixed_number(Lexer *lx, uint32_t start, int base) {
    lx->at += 2;
    do {
        if (peek(lx, 0) == '_') lx->at++;
        if (!digits(lx, base)) return bad_number(lx, start, MSG_NUMBER_BAD_DIGIT, MSG_NONE);
    } while (peek(lx, 0) == '_');
    if (is_digit(peek(lx, 0))) return bad_number(lx, start, MSG_NUMBER_BAD_DIGIT, MSG_NONE);
    return end_number(lx, start);
}

/* Fraction, exponent and `j`, of which any may be missing. */
static bool number_tail(Lexer *lx, bool *is_int) {
    if (peek(lx, 0) == '.') {
        *is_int = false;
        lx->at++;
        if (is_digit(peek(lx, 0)) && !digits(lx, 10)) return false;
    }
    char c = peek(lx, 0);
    if (c == 'e' || c == 'E') {
        bool is_signed = peek(lx, 1) == '+' || peek(lx, 1) == '-';
        if (is_digit(peek(lx, is_signed ? 2 : 1))) {
            *is_int = false;
            lx->at += is_signed ? 2 : 1;
            if (!digits(lx, 10)) return false;
        } else if (is_signed) {
            return false;
        }
    }
    c = peek(lx, 0);
    if (c == 'j' || c == 'J') {
        *is_int = false;
        lx->at++;
    }
    return true;
}

/* A zero may open a float (00.5) or be one (000), not a decimal int (012). */
static bool has_leading_zero(const Lexer *lx, uint32_t start) {
    if (lx->text[start] != '0') return false;
    for (uint32_t i = start; i < lx->at; i++) {
        if (lx->text[i] != '0' && lx->text[i] != '_') return true;
    }
    return false;
}

static Token number(Lexer *lx) {
    uint32_t start = lx->at;
    char second = (char)(peek(lx, 1) | 0x20);
    if (peek(lx, 0) == '0') {
        if (second == 'x') return prefixed_number(lx, start, 16);
        if (second == 'o') return prefixed_number(lx, start, 8);
        if (second == 'b') return prefixed_number(lx, start, 2);
    }
    bool is_int = true;
    if (peek(lx, 0) != '.' && !digits(lx, 10)) {
        return bad_number(lx, start, MSG_NUMBER_BAD, MSG_HINT_NUMBER_UNDERSCORE);
    }
    if (!number_tail(lx, &is_int)) return bad_number(lx, start, MSG_NUMBER_BAD, MSG_NONE);
    if (is_int && has_leading_zero(lx, start)) {
        return bad_number(lx, start, MSG_NUMBER_LEADING_ZERO, MSG_HINT_NUMBER_LEADING_ZERO);
    }
    return end_number(lx, start);
}

/* --- strings ------------------------------------------------------------------------ */

/* A forgotten quote is told where the string begins, as its end is anywhere. */
static Token unterminated(Lexer *lx, uint32_t start, char quote, bool triple) {
    MsgId msg = triple ? MSG_STRING_TRIPLE_OPEN : MSG_STRING_OPEN;
    MsgId hint = !triple && quote == '\'' ? MSG_HINT_STRING_APOSTROPHE : MSG_HINT_STRING_OPEN;
    /* For a long one only its opening is marked. */
    Span span = {start, triple ? start + 3 : lx->at};
    Token tok = fail(lx, span, msg, hint);
    char quotes[4] = {quote, triple ? quote : '\0', triple ? quote : '\0', '\0'};
    argument(lx, 0, quotes);
    tok.span.end = lx->at;
    return tok;
}

/* At the opening quote; `start` is where the prefix begins. */
static Token string(Lexer *lx, uint32_t start) {
    char quote = peek(lx, 0);
    bool triple = peek(lx, 1) == quote && peek(lx, 2) == quote;
    uint32_t opening = lx->at;
    lx->at += triple ? 3 : 1;
    for (; lx->at < lx->end; lx->at++) {
        char c = lx->text[lx->at];
        if (c == '\\') {
            lx->at++;
            if (lx->at >= lx->end) break;
        } else if (c == '\n' && !triple) {
            break;
        } else if (c == quote && (!triple || (peek(lx, 1) == quote && peek(lx, 2) == quote))) {
            lx->at += triple ? 3 : 1;
            return make(lx, TOK_STRING, start);
        }
    }
    return unterminated(lx, opening, quote, triple);
}

/* In any order and case, as long as the pair makes sense. */
static bool is_string_prefix(const char *s, uint32_t len) {
    static const char *const prefixes[] = {"r", "b", "u", "f", "rb", "br", "rf", "fr"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        const char *p = prefixes[i];
        if (strlen(p) != len) continue;
        uint32_t k = 0;
        while (k < len && (s[k] | 0x20) == p[k]) k++;
        if (k == len) return true;
    }
    return false;
}

/* --- names -------------------------------------------------------------------------- */

static TokenKind keyword(const char *s, uint32_t len) {
    if (len < 2 || len > LONGEST_KEYWORD) return TOK_NAME;
    for (unsigned k = keywords_of_length[len]; k < keywords_of_length[len + 1]; k++) {
        if (texts[k][0] == s[0] && memcmp(texts[k], s, len) == 0) return (TokenKind)k;
    }
    return TOK_NAME;
}

static Token stray(Lexer *lx, uint32_t start, uint32_t character) {
    Span span = {start, lx->at};
    const Stray *found = stray_find(character);
    Token tok = fail(lx, span, found->msg, found->hint);
    if (found->msg == MSG_STRAY_INVISIBLE || found->msg == MSG_STRAY_SPACE) {
        snprintf(lx->error.args[0], sizeof lx->error.args[0], "U+%04X", (unsigned)character);
    } else {
        argument_text(lx, 0, start, lx->at - start);
    }
    if (found->instead) argument(lx, 1, found->instead);
    return tok;
}

/* Moves over the rest of a name. Returns 0, or the character that cannot be in it. */
static uint32_t skip_high_letters(Lexer *lx, uint32_t start, uint32_t *at) {
    while (is_high(peek(lx, 0)) || is_name_ascii(peek(lx, 0))) {
        const char *p = lx->text + lx->at;
        *at = lx->at;
        int32_t c = utf8_next(&p, lx->text + lx->end);
        if (c < 0) c = 0xFFFD;
        bool fits = c < 0x80 ||
                    (lx->at == start ? letter_starts_name((uint32_t)c) : letter_follows_in_name((uint32_t)c));
        if (!fits && lx->at > start) return 0; /* its own token, and error */
        lx->at = (uint32_t)(p - lx->text);
        if (!fits) return (uint32_t)c;
    }
    return 0;
}

static bool has_folded_letter(const Lexer *lx, uint32_t start) {
    const char *p = lx->text + start, *end = lx->text + lx->at;
    while (p < end) {
        int32_t c = utf8_next(&p, end);
        if (c >= 0x80 && letter_is_folded((uint32_t)c)) return true;
    }
    return false;
}

static Token name_or_string(Lexer *lx) {
    uint32_t start = lx->at;
    while (is_name_ascii(peek(lx, 0))) lx->at++;
    uint32_t len = lx->at - start;
    char c = peek(lx, 0);
    if ((c == '"' || c == '\'') && is_string_prefix(lx->text + start, len)) {
        return string(lx, start);
    }
    if (!is_high(c)) return make(lx, keyword(lx->text + start, len), start);
    uint32_t at = start;
    uint32_t wrong = skip_high_letters(lx, start, &at);
    if (wrong) return stray(lx, at, wrong);
    if (has_folded_letter(lx, start)) {
        Span span = {start, lx->at};
        Token tok = fail(lx, span, MSG_NAME_FOLDED, MSG_HINT_NAME_FOLDED);
        argument_text(lx, 0, start, lx->at - start);
        return tok;
    }
    return make(lx, keyword(lx->text + start, lx->at - start), start);
}

/* --- operators and brackets --------------------------------------------------------- */

static Token open_bracket(Lexer *lx, TokenKind kind, uint32_t start) {
    if (lx->depth >= MAX_BRACKETS) {
        Span span = {start, start + 1};
        return fail(lx, span, MSG_BRACKETS_TOO_DEEP, MSG_NONE);
    }
    lx->brackets[lx->depth++] = start;
    return make(lx, kind, start);
}

/* A wrong bracket closes the open one all the same: it was most likely meant to. */
static Token close_bracket(Lexer *lx, TokenKind kind, uint32_t start) {
    static const char pairs[] = "()[]{}";
    Span span = {start, start + 1};
    char c = lx->text[start];
    if (lx->depth == 0) {
        fail(lx, span, MSG_BRACKET_UNMATCHED, MSG_NONE);
        argument_text(lx, 0, start, 1);
        return (Token){.kind = TOK_ERROR, .span = span};
    }
    uint32_t opened = lx->brackets[--lx->depth];
    if (strchr(pairs, c)[-1] == lx->text[opened]) return make(lx, kind, start);
    fail(lx, span, MSG_BRACKET_MISMATCH, MSG_NONE);
    lx->error.also = (Span){opened, opened + 1};
    argument_text(lx, 0, start, 1);
    argument_text(lx, 1, opened, 1);
    return (Token){.kind = TOK_ERROR, .span = span};
}

static Token operator(Lexer *lx) {
    uint32_t start = lx->at;
    char c = peek(lx, 0);
    TokenKind kind = is_high(c) ? TOK_END : (TokenKind)single[(unsigned char)c];
    lx->at++;
    if (kind == TOK_END) {
        if (c == '!' && peek(lx, 0) == '=') {
            lx->at++;
            return make(lx, TOK_NE, start);
        }
        return stray(lx, start, (unsigned char)c);
    }
    if (kind == TOK_DOT && peek(lx, 0) == '.' && peek(lx, 1) == '.') {
        lx->at += 2;
        return make(lx, TOK_ELLIPSIS, start);
    }
    if (kind == TOK_MINUS && peek(lx, 0) == '>') {
        lx->at++;
        return make(lx, TOK_ARROW, start);
    }
    if (peek(lx, 0) == c && doubled[kind]) {
        kind = (TokenKind)doubled[kind];
        lx->at++;
    }
    if (peek(lx, 0) == '=' && with_equal[kind]) {
        kind = (TokenKind)with_equal[kind];
        lx->at++;
    }
    if (kind == TOK_LPAR || kind == TOK_LSQUARE || kind == TOK_LBRACE) {
        return open_bracket(lx, kind, start);
    }
    if (kind == TOK_RPAR || kind == TOK_RSQUARE || kind == TOK_RBRACE) {
        return close_bracket(lx, kind, start);
    }
    return make(lx, kind, start);
}

/* --- tokens ------------------------------------------------------------------------- */

static Token bad_backslash(Lexer *lx) {
    uint32_t start = lx->at++;
    Span span = {start, lx->at};
    bool over = lx->at >= lx->end || peek(lx, 0) == '\n';
    if (over) return fail(lx, span, MSG_BACKSLASH_AT_END, MSG_NONE);
    return fail(lx, span, MSG_BACKSLASH_THEN, MSG_HINT_BACKSLASH_THEN);
}

/* The innermost bracket was never closed. Reading goes on at `resume`, outside of it. */
static Token never_closed(Lexer *lx, uint32_t resume) {
    uint32_t opened = lx->brackets[lx->depth - 1];
    Span span = {opened, opened + 1};
    fail(lx, span, MSG_BRACKET_OPEN, MSG_NONE);
    argument_text(lx, 0, opened, 1);
    lx->depth = 0;
    lx->at = resume;
    lx->line_start = true;
    return (Token){.kind = TOK_ERROR, .span = span};
}

/* Only called for a token that opens its line, so the way back is short. */
static uint32_t line_begin(const Lexer *lx, uint32_t at) {
    while (at > 0 && lx->text[at - 1] != '\n') at--;
    return at;
}

/* A file may end within a line, a block or a bracket. */
static Token at_end(Lexer *lx) {
    if (lx->inside) return make(lx, TOK_END, lx->at);
    if (lx->depth > 0) return never_closed(lx, lx->end);
    if (!lx->line_start) {
        /* A last line without its end. */
        lx->line_start = true;
        return make(lx, TOK_NEWLINE, lx->at);
    }
    return make(lx, TOK_END, lx->at);
}

static Token scan(Lexer *lx) {
    char c = peek(lx, 0);
    if (is_digit(c) || (c == '.' && is_digit(peek(lx, 1)))) return number(lx);
    if (is_name_ascii(c) || is_high(c)) return name_or_string(lx);
    if (c == '"' || c == '\'') return string(lx, lx->at);
    if (c != '\n') return operator(lx);
    lx->at++;
    lx->line_start = true;
    return (Token){.kind = TOK_NEWLINE, .span = {lx->at - 1, lx->at}};
}

/* Blocks first: an indent or dedent stands before the first token of its line. */
Token lexer_next(Lexer *lx) {
    bool first = false;
    if (lx->line_start && !lx->inside) {
        first = true;
        if (open_line(lx)) {
            Token tok = make(lx, TOK_INDENT, lx->at);
            tok.first = true;
            return tok;
        }
        /* What was an empty rest of the file must not give another line end. */
        if (lx->at >= lx->end) lx->line_start = true;
    }
    if (lx->dedents > 0) {
        lx->dedents--;
        return make(lx, TOK_DEDENT, lx->at);
    }
    if (!skip_blanks(lx, &first)) return bad_backslash(lx);
    if (lx->at >= lx->end) return at_end(lx);
    uint32_t start = lx->at;
    Token tok = scan(lx);
    tok.first = first;
    if (first && lx->depth > 0 && only_statement[tok.kind]) {
        return never_closed(lx, line_begin(lx, start));
    }
    return tok;
}

void lexer_init(Lexer *lx, const char *text, uint32_t start, uint32_t end, Diags *diags) {
    memset(lx, 0, sizeof *lx);
    lx->text = text;
    lx->at = start;
    lx->end = end;
    lx->diags = diags;
    lx->line_start = true;
}

/* --- after an error ----------------------------------------------------------------- */

/* Whether brackets close down to `depth` before the file or their statement ends. */
static bool reaches(const Lexer *lx, int depth) {
    Lexer ahead = *lx;
    ahead.diags = NULL;
    ahead.comments = NULL;
    while (ahead.depth > depth) {
        Token tok = lexer_next(&ahead);
        if (tok.kind == TOK_END) return false;
        if (tok.kind == TOK_ERROR && ahead.error.msg == MSG_BRACKET_OPEN) return false;
    }
    return true;
}

bool lexer_closes(const Lexer *lx, int depth) {
    return reaches(lx, depth - 1);
}

/* Tokens rather than characters: a string or a bracket may hold line ends. */
static void skip_to_newline(Lexer *lx) {
    Diags *diags = lx->diags;
    lx->diags = NULL;
    while (!lx->line_start && lx->at < lx->end) lexer_next(lx);
    lx->diags = diags;
}

static void next_line(Lexer *lx) {
    const char *stop = memchr(lx->text + lx->at, '\n', lx->end - lx->at);
    lx->at = stop ? (uint32_t)(stop - lx->text) + 1 : lx->end;
}

/* Whether the line that ends here ends with a colon: what follows is its block. */
static bool opens_block(const Lexer *lx) {
    uint32_t i = lx->at;
    while (i > 0 && strchr(" \t\n", lx->text[i - 1])) i--;
    return i > 0 && lx->text[i - 1] == ':';
}

/* The first line behind `at` that is not deeper than the block being read and does not
 * go on with a closing bracket: the likeliest start of another statement. */
static void skip_open_bracket(Lexer *lx) {
    uint32_t limit = lx->indents[lx->indent].column;
    next_line(lx);
    if (opens_block(lx)) return;
    while (lx->at < lx->end) {
        uint32_t start = lx->at;
        Indent in = read_indent(lx);
        char c = peek(lx, 0);
        lx->at = start;
        if (c != '\n' && c != '#' && c != ')' && c != ']' && c != '}' && in.column <= limit) break;
        next_line(lx);
    }
}

void lexer_stop(Lexer *lx) {
    lx->at = lx->end;
    lx->depth = 0;
    lx->line_start = true;
}

void lexer_recover(Lexer *lx, Resume resume) {
    if (lx->inside) {
        lx->at = lx->end;
        return;
    }
    if (lx->line_start) return; /* the line is already over */
    if (lx->depth > 0 && (resume.at_next_line || !reaches(lx, 0))) {
        if (resume.line == 0) skip_open_bracket(lx);
        else lx->at = resume.line;
        lx->depth = 0;
        lx->line_start = true;
        return;
    }
    skip_to_newline(lx);
}
