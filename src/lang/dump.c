#include "lang/lang.h"
void lang_dump(const Module *m, Buf *out) { (void)m; (void)out; }
