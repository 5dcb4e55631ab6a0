/* The parts of the io module that are in C: text streams. */
#include "lib/lib.h"
#include "vm/textio.h"

static void init(VM *vm, ModuleObj *m) {
    module_set(vm, m, "StringIO", from_obj(textio_string_class(vm)));
    module_set(vm, m, "TextIOWrapper", from_obj(textio_wrapper_class(vm)));
}

const ModuleDef io_module = {.name = "_io", .init = init, .internal = true};
