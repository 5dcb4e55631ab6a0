/* What a token that does not fit tells about what was meant. Each recogniser knows one
 * mistake that people make; the first that recognises its own tells it. */
#include "lang/parser.h"

#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

static bool tell(Parser *p, Span span, MsgId msg, const char *arg, MsgId hint, const char *hint_arg) {
    Diag *diag = fail(p, span, msg, arg, NULL);
    fail_hint(p, diag, hint, hint_arg, NULL);
    return true;
}

static bool is_text(const Parser *p, Span span, const char *word) {
    size_t len = strlen(word);
    return span.end - span.start == len && memcmp(p->lexer.text + span.start, word, len) == 0;
}

static bool touches(const Parser *p) {
    return p->prev.span.end == p->tok.span.start;
}

static bool opens_statement(const Parser *p, Token tok) {
    return tok.span.start == p->statement;
}

static bool is_opening(TokenKind kind) {
    return kind == TOK_LPAR || kind == TOK_LSQUARE || kind == TOK_LBRACE;
}

static bool is_closing(TokenKind kind) {
    return kind == TOK_RPAR || kind == TOK_RSQUARE || kind == TOK_RBRACE;
}

static bool ends_text(TokenKind kind) {
    return kind == TOK_NEWLINE || kind == TOK_END || kind == TOK_INDENT || kind == TOK_DEDENT;
}

/* How many brackets were open before the current token. */
static int depth_here(const Parser *p) {
    return is_opening(p->tok.kind) ? p->lexer.depth - 1 : p->lexer.depth;
}

/* The rest of the logical line from the current token on, without a comment. */
static Span rest_of_line(const Parser *p) {
    Lexer ahead = p->lexer;
    ahead.diags = NULL;
    ahead.comments = NULL;
    Span rest = p->tok.span;
    for (;;) {
        Token tok = lexer_next(&ahead);
        if (ends_text(tok.kind) || tok.kind == TOK_ERROR || tok.kind == TOK_SEMICOLON) return rest;
        rest.end = tok.span.end;
    }
}

/* --- brackets and quotes ------------------------------------------------------------- */

bool bracket_left_open(Parser *p, TokenKind wanted) {
    (void)wanted;
    if (p->panic) return true;
    int depth = depth_here(p);
    if (depth <= 0 || p->lexer.inside || lexer_closes(&p->lexer, depth)) return false;
    uint32_t open = p->lexer.brackets[depth - 1];
    Span span = {open, open + 1};
    return tell(p, span, MSG_BRACKET_OPEN, snippet(p, span), MSG_NONE, NULL);
}

/* 'l'eau': the apostrophe has ended the text. */
static bool apostrophe(Parser *p, TokenKind wanted) {
    (void)wanted;
    bool glued = p->prev.kind == TOK_STRING && p->tok.kind == TOK_NAME && touches(p);
    if (!glued) return false;
    uint32_t end = p->prev.span.end;
    Span quote = {end - 1, end};
    MsgId hint = p->lexer.text[end - 1] == '\'' ? MSG_HINT_STRING_APOSTROPHE : MSG_HINT_STRING_QUOTE;
    return tell(p, quote, MSG_STRING_ENDED, snippet(p, quote), hint, NULL);
}

/* --- operators of other languages ---------------------------------------------------- */

typedef struct WrongOperator {
    TokenKind first, second; /* touching each other */
    const char *text, *instead;
} WrongOperator;

static const WrongOperator wrong_operators[] = {
    {TOK_AMPERSAND, TOK_AMPERSAND, "&&", "and"},
    {TOK_PIPE, TOK_PIPE, "||", "or"},
    {TOK_EQEQ, TOK_EQ, "===", "=="},
    {TOK_NE, TOK_EQ, "!==", "!="},
    {TOK_EQ, TOK_GT, "=>", ">="},
    {TOK_EQ, TOK_GE, "=>=", ">="},
    {TOK_EQ, TOK_LT, "=<", "<="},
    {TOK_LT, TOK_GT, "<>", "!="},
    {TOK_PLUS, TOK_PLUS_EQ, "++=", "+="},
};

static bool is_pair(Token first, Token second, const WrongOperator *w) {
    return first.kind == w->first && second.kind == w->second && first.span.end == second.span.start;
}

/* The parser stumbles over the second of the two, or already over the first: `if a => b`. */
static bool wrong_operator(Parser *p, TokenKind wanted) {
    (void)wanted;
    Lexer ahead = p->lexer;
    ahead.diags = NULL;
    ahead.comments = NULL;
    Token next = at(p, TOK_EQ) ? lexer_next(&ahead) : (Token){.kind = TOK_END};
    for (size_t i = 0; i < COUNT(wrong_operators); i++) {
        const WrongOperator *w = &wrong_operators[i];
        bool later = is_pair(p->tok, next, w);
        if (!later && !is_pair(p->prev, p->tok, w)) continue;
        Span span = later ? span_join(p->tok.span, next.span) : span_join(p->prev.span, p->tok.span);
        return tell(p, span, MSG_OPERATOR_WRONG, w->text, MSG_HINT_WRITE, w->instead);
    }
    return false;
}

/* i++ and i-- */
static bool increment(Parser *p, TokenKind wanted) {
    (void)wanted;
    bool plus = p->prev.kind == TOK_PLUS, minus = p->prev.kind == TOK_MINUS;
    uint32_t at = p->prev.span.start;
    if ((!plus && !minus) || at == 0 || p->lexer.text[at - 1] != p->lexer.text[at]) return false;
    Span span = {at - 1, at + 1};
    return tell(p, span, MSG_OPERATOR_WRONG, plus ? "++" : "--", MSG_HINT_WRITE, plus ? "+= 1" : "-= 1");
}

/* A line that begins as a comment does elsewhere. */
static bool foreign_comment(Parser *p, TokenKind wanted) {
    (void)wanted;
    bool slashes = at(p, TOK_DOUBLE_SLASH) || at(p, TOK_SLASH);
    if (!slashes || !opens_statement(p, p->tok)) return false;
    return tell(p, p->tok.span, MSG_COMMENT_WRONG, snippet(p, p->tok.span), MSG_HINT_COMMENT, NULL);
}

/* --- words --------------------------------------------------------------------------- */

/* Whether a lone `=` follows the current token. */
static bool equal_follows(const Parser *p) {
    const char *s = p->lexer.text + p->tok.span.end;
    s += strspn(s, " \t");
    return s[0] == '=' && s[1] != '=';
}

/* Whether a keyword is followed as it would be if it began a statement: `return x`. */
static bool goes_on_as_statement(const Parser *p) {
    const char *s = p->lexer.text + p->tok.span.end;
    s += strspn(s, " \t");
    return *s != '\0' && !strchr("\n)]}.,:;=+-*/%<>!#", *s);
}

/* class = 3, print(class), f(from=1), x.class */
static bool keyword_as_name(Parser *p, TokenKind wanted) {
    static const bool never_in_expression[TOK_COUNT] = {
        [KW_AS] = true,     [KW_DEF] = true,     [KW_DEL] = true,      [KW_TRY] = true,
        [KW_ELIF] = true,   [KW_FROM] = true,    [KW_PASS] = true,     [KW_WITH] = true,
        [KW_BREAK] = true,  [KW_CLASS] = true,   [KW_RAISE] = true,    [KW_WHILE] = true,
        [KW_ASSERT] = true, [KW_EXCEPT] = true,  [KW_GLOBAL] = true,   [KW_IMPORT] = true,
        [KW_RETURN] = true, [KW_FINALLY] = true, [KW_CONTINUE] = true, [KW_NONLOCAL] = true,
    };
    Token word = p->tok;
    bool taken = false;
    if (token_is_keyword(p->tok.kind)) {
        bool operand = wanted == TOK_END && never_in_expression[p->tok.kind];
        taken = wanted == TOK_NAME || equal_follows(p) || (operand && !opens_statement(p, p->tok));
    } else if (at(p, TOK_EQ) && token_is_keyword(p->prev.kind) && opens_statement(p, p->prev)) {
        taken = true;
        word = p->prev;
    }
    if (!taken) return false;
    const char *text = token_text(word.kind);
    if (wanted == TOK_END && at(p, word.kind) && goes_on_as_statement(p)) {
        return tell(p, word.span, MSG_STATEMENT_INSIDE, text, MSG_NONE, NULL);
    }
    return tell(p, word.span, MSG_KEYWORD_NAME, text, MSG_HINT_KEYWORD_NAME, text);
}

/* else, elif, except or finally where no statement is open that they belong to. */
static bool stray_block_word(Parser *p, TokenKind wanted) {
    bool of_if = at(p, KW_ELSE) || at(p, KW_ELIF);
    if (!of_if && !at(p, KW_EXCEPT) && !at(p, KW_FINALLY)) return false;
    if (wanted == TOK_NEWLINE) {
        return tell(p, p->tok.span, MSG_WORD_OWN_LINE, token_text(p->tok.kind), MSG_NONE, NULL);
    }
    if (!opens_statement(p, p->tok)) return false;
    if (p->after_error) return fail_quietly(p); /* what it belongs to was wrong */
    const char *owner = of_if ? "if" : "try";
    return tell(p, p->tok.span, MSG_WORD_ALONE, token_text(p->tok.kind), MSG_HINT_WORD_ALONE, owner);
}

typedef struct WrongWord {
    const char *word;
    MsgId hint;
    const char *instead;
} WrongWord;

/* First words of statements in other languages. */
static const WrongWord wrong_words[] = {
    {"function", MSG_HINT_WRITE, "def"},    {"func", MSG_HINT_WRITE, "def"},
    {"fn", MSG_HINT_WRITE, "def"},          {"fun", MSG_HINT_WRITE, "def"},
    {"sub", MSG_HINT_WRITE, "def"},         {"procedure", MSG_HINT_WRITE, "def"},
    {"elseif", MSG_HINT_WRITE, "elif"},     {"elsif", MSG_HINT_WRITE, "elif"},
    {"foreach", MSG_HINT_WRITE, "for"},     {"switch", MSG_HINT_WRITE, "match"},
    {"catch", MSG_HINT_WRITE, "except"},    {"throw", MSG_HINT_WRITE, "raise"},
    {"include", MSG_HINT_WRITE, "import"},  {"require", MSG_HINT_WRITE, "import"},
    {"using", MSG_HINT_WRITE, "import"},    {"use", MSG_HINT_WRITE, "import"},
    {"unless", MSG_HINT_WRITE, "if not"},   {"until", MSG_HINT_WRITE, "while not"},
    {"delete", MSG_HINT_WRITE, "del"},      {"struct", MSG_HINT_WRITE, "class"},
    {"var", MSG_HINT_DECLARATION, NULL},    {"let", MSG_HINT_DECLARATION, NULL},
    {"const", MSG_HINT_DECLARATION, NULL},  {"int", MSG_HINT_DECLARATION, NULL},
    {"float", MSG_HINT_DECLARATION, NULL},  {"double", MSG_HINT_DECLARATION, NULL},
    {"string", MSG_HINT_DECLARATION, NULL}, {"str", MSG_HINT_DECLARATION, NULL},
    {"bool", MSG_HINT_DECLARATION, NULL},   {"char", MSG_HINT_DECLARATION, NULL},
    {"auto", MSG_HINT_DECLARATION, NULL},   {"local", MSG_HINT_DECLARATION, NULL},
    {"case", MSG_HINT_CASE_ALONE, NULL},
};

static const WrongWord *find_wrong_word(const char *word) {
    for (size_t i = 0; i < COUNT(wrong_words); i++) {
        if (strcmp(word, wrong_words[i].word) == 0) return &wrong_words[i];
    }
    return NULL;
}

static const char *const statement_words[] = {
    "if",     "for",    "def",    "del",    "try",     "elif",     "else",     "from",  "pass",
    "with",   "async",  "await",  "break",  "class",   "raise",    "while",    "yield", "assert",
    "except", "global", "import", "return", "finally", "continue", "nonlocal", "match", "print",
};

static bool same_letters(const char *a, const char *b) {
    int counts[256] = {0};
    for (; *a; a++) counts[(unsigned char)*a]++;
    for (; *b; b++) counts[(unsigned char)*b]--;
    for (int i = 0; i < 256; i++) {
        if (counts[i]) return false;
    }
    return true;
}

/* In words as short as these, exchanged letters are the commonest slip: esle, fro, dfe. */
static const char *near_word(const char *word, const char *const *words, size_t count) {
    for (size_t i = 0; i < count; i++) {
        if (same_letters(word, words[i])) return words[i];
    }
    return nearest_word(word, words, count);
}

/* The first word of the statement is a name, and something follows that cannot. */
static bool wrong_first_word(Parser *p, TokenKind wanted) {
    (void)wanted;
    bool name_first = p->prev.kind == TOK_NAME && opens_statement(p, p->prev);
    if (!name_first || p->lexer.depth > 0 || !starts_expression(p)) return false;
    const char *word = snippet(p, p->prev.span);
    if (strcmp(word, "print") == 0) {
        Span rest = rest_of_line(p);
        return tell(p, span_join(p->prev.span, rest), MSG_PRINT_PARENS, NULL, MSG_HINT_PRINT_PARENS,
                    snippet(p, rest));
    }
    if (strcmp(word, "match") == 0) {
        return tell(p, p->prev.span, MSG_COLON_MISSING, word, MSG_NONE, NULL);
    }
    if (strcmp(word, "case") == 0 && p->stray) return fail_quietly(p);
    const WrongWord *wrong = find_wrong_word(word);
    if (wrong) return tell(p, p->prev.span, MSG_WORD_WRONG, word, wrong->hint, wrong->instead);
    const char *near = near_word(word, statement_words, COUNT(statement_words));
    if (near) return tell(p, p->prev.span, MSG_WORD_WRONG, word, MSG_HINT_MEANT, near);
    if (!at(p, TOK_STRING) && !at(p, TOK_NUMBER)) return false;
    return tell(p, p->tok.span, MSG_UNEXPECTED, snippet(p, p->tok.span), MSG_HINT_CALL, word);
}

/* new Thing() */
static bool new_object(Parser *p, TokenKind wanted) {
    (void)wanted;
    if (p->prev.kind != TOK_NAME || !at(p, TOK_NAME) || !is_text(p, p->prev.span, "new")) return false;
    return tell(p, p->prev.span, MSG_WORD_WRONG, "new", MSG_HINT_WRITE, snippet(p, rest_of_line(p)));
}

/* import x from y */
static bool import_from(Parser *p, TokenKind wanted) {
    (void)wanted;
    if (!at(p, KW_FROM) || wanted != TOK_NEWLINE) return false;
    Span first = {p->statement, p->statement + 6};
    if (!is_text(p, first, "import")) return false;
    return tell(p, p->tok.span, MSG_IMPORT_ORDER, NULL, MSG_HINT_IMPORT_ORDER, NULL);
}

/* --- = in the wrong place ------------------------------------------------------------ */

/* global x = 1 */
static bool declares(const Parser *p) {
    const char *start = p->lexer.text + p->statement;
    return strncmp(start, "global", 6) == 0 || strncmp(start, "nonlocal", 8) == 0;
}

static bool assignment_inside(Parser *p, TokenKind wanted) {
    if (at(p, TOK_WALRUS)) {
        bool alone = wanted == TOK_NEWLINE;
        return tell(p, p->tok.span, MSG_WALRUS_HERE, NULL, alone ? MSG_HINT_WRITE : MSG_HINT_WALRUS_HERE,
                    "=");
    }
    if (p->tok.kind < TOK_EQ || p->tok.kind > TOK_RSHIFT_EQ) return false;
    MsgId hint = at(p, TOK_EQ) && !declares(p) ? MSG_HINT_COMPARE_EQUAL : MSG_HINT_OWN_LINE;
    int depth = p->lexer.depth;
    if (depth > 0 && p->lexer.text[p->lexer.brackets[depth - 1]] == '{') hint = MSG_HINT_DICT_PAIR;
    return tell(p, p->tok.span, MSG_ASSIGN_INSIDE, token_text(p->tok.kind), hint, NULL);
}

/* --- things that are missing --------------------------------------------------------- */

static bool wants_operand(TokenKind kind) {
    static const bool words[TOK_COUNT] = {
        [TOK_COMMA] = true, [TOK_COLON] = true,   [TOK_DOT] = true,   [TOK_ARROW] = true, [TOK_WALRUS] = true,
        [KW_AS] = true,     [KW_IF] = true,       [KW_IN] = true,     [KW_IS] = true,     [KW_OR] = true,
        [KW_AND] = true,    [KW_DEF] = true,      [KW_DEL] = true,    [KW_FOR] = true,    [KW_NOT] = true,
        [KW_ELIF] = true,   [KW_ELSE] = true,     [KW_FROM] = true,   [KW_WITH] = true,   [KW_AWAIT] = true,
        [KW_CLASS] = true,  [KW_WHILE] = true,    [KW_ASSERT] = true, [KW_GLOBAL] = true, [KW_IMPORT] = true,
        [KW_LAMBDA] = true, [KW_NONLOCAL] = true, [KW_RAISE] = true,
    };
    return words[kind] || (kind >= TOK_PLUS && kind <= TOK_RSHIFT_EQ);
}

static bool operand_missing(Parser *p, TokenKind wanted) {
    if (wanted != TOK_END && wanted != TOK_NAME) return false;
    if (starts_expression(p) || !wants_operand(p->prev.kind)) return false;
    bool over = ends_text(p->tok.kind) || is_closing(p->tok.kind) || wants_operand(p->tok.kind);
    if (!over) return false;
    return tell(p, p->prev.span, MSG_OPERAND_MISSING, token_text(p->prev.kind), MSG_NONE, NULL);
}

static bool ends_operand(TokenKind kind) {
    return kind == TOK_NAME || kind == TOK_NUMBER || kind == TOK_STRING || is_closing(kind) ||
           kind == KW_NONE || kind == KW_TRUE || kind == KW_FALSE || kind == TOK_ELLIPSIS;
}

static bool comma_missing(Parser *p, TokenKind wanted) {
    if (!is_closing(wanted) || depth_here(p) == 0) return false;
    if (!ends_operand(p->prev.kind) || !starts_expression(p)) return false;
    Span span = span_join(p->prev.span, p->tok.span);
    return tell(p, span, MSG_COMMA_MISSING, NULL, MSG_HINT_COMMA_MISSING, snippet(p, p->tok.span));
}

/* yield, lambda, not and await bind too loosely to stand behind an operator. */
static bool brackets_missing(Parser *p, TokenKind wanted) {
    bool loose = at(p, KW_YIELD) || at(p, KW_LAMBDA) || at(p, KW_NOT) || at(p, KW_AWAIT);
    if (!loose || wanted != TOK_END) return false;
    const char *word = token_text(p->tok.kind);
    return tell(p, p->tok.span, MSG_NEEDS_BRACKETS, word, MSG_HINT_NEEDS_BRACKETS, word);
}

/* --- anything else ------------------------------------------------------------------- */

static bool anything(Parser *p, TokenKind wanted) {
    if (ends_text(p->tok.kind)) {
        Span span = {p->last_end, p->last_end};
        if (wanted == TOK_NAME) return tell(p, span, MSG_NAME_EXPECTED_AT_END, NULL, MSG_NONE, NULL);
        if (wanted == TOK_END) return tell(p, span, MSG_UNEXPECTED_END, NULL, MSG_NONE, NULL);
        return tell(p, span, MSG_EXPECTED_AT_END, token_text(wanted), MSG_NONE, NULL);
    }
    const char *found = snippet(p, p->tok.span);
    bool any = wanted == TOK_END || wanted == TOK_NEWLINE || is_closing(wanted);
    MsgId msg = any ? MSG_UNEXPECTED : wanted == TOK_NAME ? MSG_NAME_EXPECTED : MSG_EXPECTED;
    bool another = wanted == TOK_NEWLINE && starts_expression(p);
    Diag *diag = fail(p, p->tok.span, msg, found, token_text(wanted));
    if (another) fail_hint(p, diag, MSG_HINT_TWO_STATEMENTS, NULL, NULL);
    return true;
}

typedef bool Recogniser(Parser *p, TokenKind wanted);

void unexpected(Parser *p, TokenKind wanted) {
    static Recogniser *const recognisers[] = {
        apostrophe,        bracket_left_open, wrong_operator,   increment,        foreign_comment,
        keyword_as_name,   stray_block_word,  wrong_first_word, new_object,       import_from,
        assignment_inside, operand_missing,   comma_missing,    brackets_missing, anything,
    };
    if (p->panic) return;
    for (size_t i = 0; i < COUNT(recognisers); i++) {
        if (recognisers[i](p, wanted)) return;
    }
}

/* --- headers ------------------------------------------------------------------------- */

/* Whether the rest of the line has the colon of a header. */
static bool colon_follows(const Parser *p) {
    Lexer ahead = p->lexer;
    ahead.diags = NULL;
    ahead.comments = NULL;
    int depth = depth_here(p);
    for (;;) {
        Token tok = lexer_next(&ahead);
        if (ends_text(tok.kind) || tok.kind == TOK_ERROR) return false;
        if (tok.kind == TOK_COLON && ahead.depth == depth) return true;
    }
}

static bool other_block_mark(const Parser *p) {
    return at(p, TOK_LBRACE) ||
           (at(p, TOK_NAME) && (is_text(p, p->tok.span, "then") || is_text(p, p->tok.span, "do") ||
                                is_text(p, p->tok.span, "begin")));
}

void missing_colon(Parser *p, const char *word) {
    if (p->panic) return;
    Span place = {p->last_end, p->last_end};
    if (at(p, TOK_NEWLINE)) {
        complain(p, place, MSG_COLON_MISSING, word, NULL);
        advance(p);
    } else if (strcmp(word, "else") == 0 && (at(p, KW_IF) || starts_expression(p))) {
        tell(p, span_join(p->prev.span, p->tok.span), MSG_ELSE_CONDITION, NULL, MSG_HINT_WRITE, "elif");
    } else if (other_block_mark(p)) {
        const char *mark = snippet(p, p->tok.span);
        tell(p, p->tok.span, MSG_BLOCK_MARK, mark, MSG_HINT_BLOCK_MARK, NULL);
    } else if (starts_expression(p) && !colon_follows(p)) {
        tell(p, place, MSG_COLON_MISSING, word, MSG_NONE, NULL);
    } else {
        unexpected(p, TOK_COLON);
    }
}

void wrong_header(Parser *p, const Expr *e) {
    static const char *const lone_words[] = {"else", "try", "finally", "except"};
    const char *text = snippet(p, e->span);
    const Expr *first = e->kind == EX_CALL ? e->as.call.callee : e;
    const char *word = first->kind == EX_NAME ? first->as.name : "";
    const WrongWord *wrong = find_wrong_word(word);
    const char *near = e->kind == EX_NAME ? near_word(text, lone_words, COUNT(lone_words)) : NULL;
    if (wrong) tell(p, first->span, MSG_WORD_WRONG, word, wrong->hint, wrong->instead);
    else if (near) tell(p, e->span, MSG_WORD_WRONG, text, MSG_HINT_MEANT, near);
    else if (e->kind == EX_CALL) tell(p, p->tok.span, MSG_COLON_STRAY, NULL, MSG_HINT_COLON_DEF, text);
    else tell(p, p->tok.span, MSG_COLON_STRAY, NULL, MSG_HINT_COLON_STRAY, NULL);
}
