/* What asyncio has in Python and not in a scenario: other machines, processes, signals, threads.
 * Methods of loops are known by their names alone, so they are refused only where the file uses
 * asyncio and defines nothing of that name itself. */
#include "lang/check.h"

#include <string.h>

#define COUNT(table) (sizeof(table) / sizeof *(table))

typedef struct Absent {
    const char *name;
    MsgId hint;
} Absent;

static const Absent of_module[] = {
    {"open_connection", MSG_HINT_ASYNCIO_NETWORK},
    {"open_unix_connection", MSG_HINT_ASYNCIO_NETWORK},
    {"start_server", MSG_HINT_ASYNCIO_NETWORK},
    {"start_unix_server", MSG_HINT_ASYNCIO_NETWORK},
    {"streams", MSG_HINT_ASYNCIO_NETWORK},
    {"StreamReader", MSG_HINT_ASYNCIO_NETWORK},
    {"StreamReaderProtocol", MSG_HINT_ASYNCIO_NETWORK},
    {"StreamWriter", MSG_HINT_ASYNCIO_NETWORK},
    {"Server", MSG_HINT_ASYNCIO_NETWORK},
    {"AbstractServer", MSG_HINT_ASYNCIO_NETWORK},
    {"IncompleteReadError", MSG_HINT_ASYNCIO_NETWORK},
    {"LimitOverrunError", MSG_HINT_ASYNCIO_NETWORK},
    {"SendfileNotAvailableError", MSG_HINT_ASYNCIO_NETWORK},
    {"protocols", MSG_HINT_ASYNCIO_NETWORK},
    {"BaseProtocol", MSG_HINT_ASYNCIO_NETWORK},
    {"BufferedProtocol", MSG_HINT_ASYNCIO_NETWORK},
    {"DatagramProtocol", MSG_HINT_ASYNCIO_NETWORK},
    {"Protocol", MSG_HINT_ASYNCIO_NETWORK},
    {"transports", MSG_HINT_ASYNCIO_NETWORK},
    {"BaseTransport", MSG_HINT_ASYNCIO_NETWORK},
    {"DatagramTransport", MSG_HINT_ASYNCIO_NETWORK},
    {"ReadTransport", MSG_HINT_ASYNCIO_NETWORK},
    {"Transport", MSG_HINT_ASYNCIO_NETWORK},
    {"WriteTransport", MSG_HINT_ASYNCIO_NETWORK},
    {"sslproto", MSG_HINT_ASYNCIO_NETWORK},
    {"selector_events", MSG_HINT_ASYNCIO_NETWORK},
    {"web", MSG_HINT_ASYNCIO_NETWORK}, /* of aiohttp */
    {"subprocess", MSG_HINT_ASYNCIO_PROCESS},
    {"create_subprocess_exec", MSG_HINT_ASYNCIO_PROCESS},
    {"create_subprocess_shell", MSG_HINT_ASYNCIO_PROCESS},
    {"SubprocessProtocol", MSG_HINT_ASYNCIO_PROCESS},
    {"SubprocessTransport", MSG_HINT_ASYNCIO_PROCESS},
    {"get_child_watcher", MSG_HINT_ASYNCIO_PROCESS},
    {"set_child_watcher", MSG_HINT_ASYNCIO_PROCESS},
    {"AbstractChildWatcher", MSG_HINT_ASYNCIO_PROCESS},
    {"FastChildWatcher", MSG_HINT_ASYNCIO_PROCESS},
    {"MultiLoopChildWatcher", MSG_HINT_ASYNCIO_PROCESS},
    {"PidfdChildWatcher", MSG_HINT_ASYNCIO_PROCESS},
    {"SafeChildWatcher", MSG_HINT_ASYNCIO_PROCESS},
    {"ThreadedChildWatcher", MSG_HINT_ASYNCIO_PROCESS},
    {"coroutine", MSG_HINT_ASYNCIO_COROUTINE},
};

static const Absent of_loop[] = {
    {"add_reader", MSG_HINT_ASYNCIO_NETWORK},
    {"add_signal_handler", MSG_HINT_ASYNCIO_SIGNAL},
    {"add_writer", MSG_HINT_ASYNCIO_NETWORK},
    {"connect_accepted_socket", MSG_HINT_ASYNCIO_NETWORK},
    {"connect_read_pipe", MSG_HINT_ASYNCIO_PROCESS},
    {"connect_write_pipe", MSG_HINT_ASYNCIO_PROCESS},
    {"create_connection", MSG_HINT_ASYNCIO_NETWORK},
    {"create_datagram_endpoint", MSG_HINT_ASYNCIO_NETWORK},
    {"create_server", MSG_HINT_ASYNCIO_NETWORK},
    {"create_unix_connection", MSG_HINT_ASYNCIO_NETWORK},
    {"create_unix_server", MSG_HINT_ASYNCIO_NETWORK},
    {"getaddrinfo", MSG_HINT_ASYNCIO_NETWORK},
    {"getnameinfo", MSG_HINT_ASYNCIO_NETWORK},
    {"remove_reader", MSG_HINT_ASYNCIO_NETWORK},
    {"remove_signal_handler", MSG_HINT_ASYNCIO_SIGNAL},
    {"remove_writer", MSG_HINT_ASYNCIO_NETWORK},
    {"sock_accept", MSG_HINT_ASYNCIO_NETWORK},
    {"sock_connect", MSG_HINT_ASYNCIO_NETWORK},
    {"sock_recv", MSG_HINT_ASYNCIO_NETWORK},
    {"sock_recv_into", MSG_HINT_ASYNCIO_NETWORK},
    {"sock_sendall", MSG_HINT_ASYNCIO_NETWORK},
    {"start_tls", MSG_HINT_ASYNCIO_NETWORK},
    {"subprocess_exec", MSG_HINT_ASYNCIO_PROCESS},
    {"subprocess_shell", MSG_HINT_ASYNCIO_PROCESS},
};

/* Python has these on Windows alone: a program asks for its system before it uses them. */
static const char *const elsewhere[] = {"ProactorEventLoop", "IocpProactor", "WindowsProactorEventLoopPolicy",
                                        "WindowsSelectorEventLoopPolicy"};

static MsgId find(const Absent *table, size_t count, const char *name) {
    for (size_t i = 0; i < count; i++) {
        if (strcmp(table[i].name, name) == 0) return table[i].hint;
    }
    return MSG_NONE;
}

static bool is_of_asyncio(const char *module) {
    return strcmp(module, "aiohttp") == 0 || strncmp(module, "asyncio", 7) == 0;
}

MsgId asyncio_hint(const char *module, const char *name) {
    return is_of_asyncio(module) ? find(of_module, COUNT(of_module), name) : MSG_NONE;
}

bool asyncio_elsewhere(const char *module, const char *name) {
    for (size_t i = 0; i < COUNT(elsewhere); i++) {
        if (strcmp(elsewhere[i], name) == 0) return strcmp(module, "asyncio") == 0;
    }
    return false;
}

/* --- methods of loops ---------------------------------------------------------------- */

bool is_loop_method(const char *name) {
    return find(of_loop, COUNT(of_loop), name) != MSG_NONE;
}

void check_loop_method(Checker *c, const Expr *e) {
    if (is_loop_method(e->as.attribute.name)) vec_push(&c->loop_methods, e);
}

static bool uses_asyncio(const Scope *first) {
    for (const Scope *s = first; s; s = scope_next(s)) {
        for (uint32_t i = 0; i < s->count; i++) {
            if (s->symbols[i].module && is_of_asyncio(s->symbols[i].module)) return true;
        }
    }
    return false;
}

static bool is_own_method(const Scope *first, Name name) {
    for (const Scope *s = first; s; s = scope_next(s)) {
        const Symbol *symbol = s->kind == SCOPE_CLASS ? scope_find(s, name) : NULL;
        if (symbol && symbol->is_bound) return true;
    }
    return false;
}

void check_told_loop_methods(Checker *c) {
    if (c->loop_methods.len == 0 || !uses_asyncio(c->module->scope)) return;
    for (uint32_t i = 0; i < c->loop_methods.len; i++) {
        const Expr *e = c->loop_methods.items[i];
        Name name = e->as.attribute.name;
        if (nameset_has(&c->patched, name) || is_own_method(c->module->scope, name)) continue;
        Diag *diag = diag_error(c->diags, e->as.attribute.name_span, MSG_LOOP_METHOD, name, NULL);
        diag_hint(c->diags, diag, find(of_loop, COUNT(of_loop), name), NULL);
    }
}
