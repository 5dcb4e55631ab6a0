/* From text to a checked tree: lexer, parser, scopes, and the refusal of what is outside
 * the subset. This is all that other rooms need of `lang`, with ast.h. */
#ifndef TOQUE_LANG_LANG_H
#define TOQUE_LANG_LANG_H

#include "lang/ast.h"

/* What a program may import: filled in by the engine, so that the reader can refuse an
 * unknown module or attribute with a suggestion before anything runs. */
typedef struct KnownModule {
    const char *name;              /* "os.path" style for submodules */
    const char *const *attributes; /* ended by NULL; NULL when not checked */
} KnownModule;

typedef struct LangOptions {
    const KnownModule *modules;  /* ended by a NULL name; NULL: imports are not checked */
    const char *const *builtins; /* ended by NULL; NULL: names are not checked */
    bool library;                /* a file of ours: no subset checks, no suggestions */
} LangOptions;

/* Reads a source. Errors go to `diags` (at least one if it returns false) and the module
 * may then only be deinitialised. */
bool lang_parse(Module *m, Source *source, const LangOptions *options, Diags *diags);
void lang_deinit(Module *m);

/* A text dump of the tree, for tests. */
void lang_dump(const Module *m, Buf *out);

#endif
