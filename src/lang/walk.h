/* Calls back for each direct child of a node, in the order in which scope.c needs them. */
#ifndef TOQUE_LANG_WALK_H
#define TOQUE_LANG_WALK_H

#include "lang/ast.h"

typedef struct Walker {
    void *context;
    void (*expr)(void *context, Expr *e);
    void (*stmt)(void *context, Stmt *s);
} Walker;

void walk_expr_children(const Walker *w, Expr *e);
void walk_stmt_children(const Walker *w, Stmt *s);
void walk_expr(const Walker *w, Expr *e); /* calls w->expr unless it is NULL */
void walk_list(const Walker *w, Expr *e);
void walk_block(const Walker *w, Stmt *s);
void walk_params(const Walker *w, const Params *ps); /* annotations and defaults */

#endif
