/* What is to be said when nothing can ever happen again: who waits for what, where, who holds it,
 * and the circle if there is one. */
#ifndef TOQUE_LOOP_DEADLOCK_H
#define TOQUE_LOOP_DEADLOCK_H

#include "base/msg.h"
#include "vm/vm.h"

void deadlock_report(VM *vm, Lang lang, Buf *out);

#endif
