/* The line that declares a file's encoding (`# -*- coding: latin-1 -*-`). */
#ifndef TOQUE_LANG_CODING_H
#define TOQUE_LANG_CODING_H

#include "base/diag.h"

/* Texts are UTF-8 here: reports a declaration that would make Python read other letters. */
void coding_check(const Source *source, Diags *diags);

#endif
