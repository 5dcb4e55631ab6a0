/* What a scenario says beside its code, in comments that begin with `#:`. The reader is
 * lang/directive.h, the record carries it as notes (trace/notes.h); this is what both
 * speak of: the lists of base/directives.def. */
#ifndef TOQUE_BASE_DIRECTIVE_H
#define TOQUE_BASE_DIRECTIVE_H

#include <stdbool.h>

typedef enum DirectiveKind {
#define DIRECTIVE(id, name, shape, about) DIRECTIVE_##id,
#include "base/directives.def"
    DIRECTIVE_KINDS
} DirectiveKind;

/* Of all directives that are a choice, in one list: CHOICE_VIEW_KITCHEN. */
typedef enum DirectiveChoice {
#define CHOICE(directive, id, word) CHOICE_##directive##_##id,
#include "base/directives.def"
    DIRECTIVE_CHOICES
} DirectiveChoice;

typedef enum ExpectKind {
#define EXPECT(id, words, shape) EXPECT_##id,
#include "base/directives.def"
    EXPECT_KINDS
} ExpectKind;

typedef enum Compare {
#define COMPARE(id, sign) COMPARE_##id,
#include "base/directives.def"
    COMPARE_KINDS
} Compare;

enum { DIRECTIVE_WORDS = 2, DIRECTIVE_DISHES = 12 };

const char *directive_name(DirectiveKind kind); /* "title" */
bool directive_is_of_code(DirectiveKind kind);  /* about a line of code, not about the file */
const char *choice_word(DirectiveChoice choice);
DirectiveKind choice_directive(DirectiveChoice choice);
const char *compare_sign(Compare compare);

#endif
