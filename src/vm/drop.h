/* What is seen to die when nobody holds it any more: a generator inside of a try, an open async
 * generator, a coroutine that was never awaited, an object with __del__. */
#ifndef TOQUE_VM_DROP_H
#define TOQUE_VM_DROP_H

#include "vm/generator.h"

bool generator_has_cleanup(const Generator *g); /* it is inside of what wants to be tidied up */
/* Whether somebody would see that it dies: what it has to tidy up, or that it was never awaited. */
bool generator_dies_loudly(VM *vm, const Generator *g);
bool obj_dies_loudly(VM *vm, const Obj *o); /* the same for any object */

/* Its last turn comes next. */
void obj_bury(VM *vm, Obj *o);
/* Somebody lets go of it: buries it if nobody else holds it (which costs a search), and says so. What is
 * followed (tether.h) is looked at later. */
bool finalize_dropped(VM *vm, Value v);

#endif
