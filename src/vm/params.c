#include "vm/params.h"

#include <string.h>

bool params_positional_only(const char *params) {
    for (const char *p = params; *p; p++)
        if (*p == '/') return true;
    return false;
}

bool params_next(ParamWalk *w) {
    for (;;) {
        while (*w->at == ' ' || *w->at == ',') w->at++;
        if (!*w->at) return false;
        const char *start = w->at;
        while (*w->at && *w->at != ',' && *w->at != ' ') w->at++;
        size_t len = (size_t)(w->at - start);
        while (*w->at && *w->at != ',') w->at++; /* a default, if somebody wrote one */
        if (len == 1 && *start == '/') {
            w->by_name = true;
            continue;
        }
        if (*start == '*') continue;
        const char *equals = memchr(start, '=', len);
        if (equals) len = (size_t)(equals - start);
        if (w->index == 0 &&
            ((len == 4 && !memcmp(start, "self", 4)) || (len == 3 && !memcmp(start, "cls", 3))))
            continue;
        w->name = start;
        w->len = len;
        w->index++;
        return true;
    }
}

int params_positional(const NativeDef *d) {
    if (d->max < 0 || !d->params) return d->max;
    ParamWalk w = {.at = d->params};
    int n = !strncmp(d->params, "self", 4) || !strncmp(d->params, "cls", 3);
    while (params_next(&w)) {
        for (const char *p = d->params; p < w.name; p++)
            if (*p == '*') return n;
        n++;
    }
    return n;
}

int params_find(const NativeDef *d, const Str *name, int base) {
    if (!d->params) return -1;
    ParamWalk w = {.at = d->params, .by_name = !params_positional_only(d->params)};
    while (params_next(&w))
        if (w.by_name && w.len == name->len && name->ascii && !memcmp(w.name, name->data, w.len))
            return w.index - 1 + base;
    return -1;
}
