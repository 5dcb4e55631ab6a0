/* Refuses what is valid Python but outside of the subset, or can only fail: an unknown
 * module or attribute, a builtin that is not here, a misspelt name. Warns of slips. */
#ifndef TOQUE_LANG_CHECK_H
#define TOQUE_LANG_CHECK_H

#include "lang/lang.h"
#include "lang/names.h"
#include "lang/scope.h"

/* `whole`: the text had no error, so that a name without a binding really has none. */
void check_module(Module *m, Names *names, const LangOptions *options, Diags *diags, bool whole);

/* --- for the files of this check only --- */

typedef struct UnknownAttribute {
    const Expr *expr;
    const KnownModule *module;
} UnknownAttribute;

typedef struct Checker {
    Module *module;
    const LangOptions *options;
    Diags *diags;
    bool check_names;
    const Scope *scope;               /* that the walk is in */
    int guarded;                      /* try bodies (and the like) around it: a NameError may be meant */
    NameSet builtins;                 /* those of options->builtins that the module mentions */
    NameSet globals;                  /* names that a `global` statement lets a function bind */
    NameSet told;                     /* unknown names that were reported */
    NameSet patched;                  /* attributes that are set on some module here */
    VEC(UnknownAttribute) attributes; /* told in the end, unless patched */
    VEC(const Expr *) loop_methods;   /* the same, unless the file defines such a method */
} Checker;

void check_import(Checker *c, Stmt *s);
void check_import_from(Checker *c, Stmt *s);
void check_attribute(Checker *c, Expr *e);
void check_patch(Checker *c, const Expr *target); /* module.attribute = … */
void check_told_attributes(Checker *c);
bool is_loop_method(const char *name); /* that no loop has here */
void check_loop_method(Checker *c, const Expr *e);
void check_told_loop_methods(Checker *c);
/* What to write instead of a name that asyncio or one of its modules has not here, or MSG_NONE. */
MsgId asyncio_hint(const char *module, const char *name);
bool asyncio_elsewhere(const char *module, const char *name); /* on another system than the usual */
void check_name(Checker *c, Expr *e);
void check_expr_slips(Checker *c, const Expr *e); /* warnings */
void check_stmt_slips(Checker *c, const Stmt *s);

/* The symbol of the variable that a name means in the current scope, or NULL. */
const Symbol *check_find(const Checker *c, Name name);

#endif
