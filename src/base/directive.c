#include "base/directive.h"

enum { ABOUT_FILE, ABOUT_CODE };

static const struct {
    const char *name;
    bool of_code;
} kinds[DIRECTIVE_KINDS] = {
#define DIRECTIVE(id, name, shape, about) [DIRECTIVE_##id] = {name, ABOUT_##about == ABOUT_CODE},
#include "base/directives.def"
};

static const struct {
    const char *word;
    DirectiveKind directive;
} choices[DIRECTIVE_CHOICES] = {
#define CHOICE(of, id, word) [CHOICE_##of##_##id] = {word, DIRECTIVE_##of},
#include "base/directives.def"
};

static const char *const signs[COMPARE_KINDS] = {
#define COMPARE(id, sign) [COMPARE_##id] = sign,
#include "base/directives.def"
};

const char *directive_name(DirectiveKind kind) {
    return kinds[kind].name;
}

bool directive_is_of_code(DirectiveKind kind) {
    return kinds[kind].of_code;
}

const char *choice_word(DirectiveChoice choice) {
    return choices[choice].word;
}

DirectiveKind choice_directive(DirectiveChoice choice) {
    return choices[choice].directive;
}

const char *compare_sign(Compare compare) {
    return signs[compare];
}
