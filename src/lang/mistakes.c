/* What a token that does not fit tells about what was meant. */
#include "lang/parser.h"

void unexpected(Parser *p) {
    fail(p, p->tok.span, MSG_UNEXPECTED, token_text(p->tok.kind), NULL);
}

void missing_colon(Parser *p, const char *word) {
    if (at(p, TOK_NEWLINE)) {
        complain(p, p->prev.span, MSG_COLON_MISSING, word, NULL);
        advance(p);
        return;
    }
    unexpected(p);
}

void wrong_header(Parser *p, const Expr *e) {
    fail(p, e->span, MSG_UNEXPECTED, token_text(p->tok.kind), NULL);
}
