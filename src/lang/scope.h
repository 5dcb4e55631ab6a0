/* Whose each name is. Two passes over the tree, as CPython's symtable: gather what each
 * scope binds and uses, then decide. Tells on the way what stands in the wrong kind of
 * scope (return outside a function, await in a plain def …). */
#ifndef TOQUE_LANG_SCOPE_H
#define TOQUE_LANG_SCOPE_H

#include "lang/ast.h"
#include "lang/names.h"

/* `whole`: the text had no error, so that a name that is bound nowhere can be trusted. */
void scope_build(Module *m, Names *names, Diags *diags, bool whole);

/* All scopes of a module, each before those within it. */
Scope *scope_next(const Scope *s);

#endif
