#include "lib/lib.h"

#include <assert.h>

enum { TWIN_ARGS = 16 };

Value lib_twin(VM *vm, const char *module, const char *function, int n, const Value *args) {
    assert(n <= TWIN_ARGS);
    Value a[TWIN_ARGS + 2] = {str_from(vm, module), str_from(vm, function)};
    if (n > 0) memcpy(a + 2, args, (size_t)n * sizeof(Value));
    return vm_twin_args(vm, TWIN_LIBRARY, n + 2, a);
}
