/* `from __future__ import …`, which changes how the rest of the file is read. */
#ifndef TOQUE_LANG_FUTURE_H
#define TOQUE_LANG_FUTURE_H

#include "lang/ast.h"

/* Sets what the imports at the beginning ask for. Returns the first statement after them. */
const Stmt *future_read(Module *m, Diags *diags);
bool future_is_import(const Stmt *s);
/* A future import that is not among the first statements. */
void future_refuse(const Stmt *s, Diags *diags);

#endif
