#include "model/names.h"

#include "model/index.h"

/* "Task-3" is what asyncio calls it, not the author. */
static StringId given_name(const Model *m, TaskId task) {
    StringId later = map_get(&m->task_names, task);
    if (later) return later;
    NameCode name = event_at(m, trace_task_at(m->trace, task)->made)->b;
    return name & CODE_NUMBER ? 0 : name;
}

Name name_of_task(const Model *m, TaskId task) {
    if (!task || task >= m->tasks.len) return (Name){0};
    StringId given = given_name(m, task);
    if (given) return (Name){given, 0};
    StringId function = trace_task_at(m->trace, task)->function;
    bool alone = map_get(&m->functions, function + 1) == 1;
    return (Name){function, alone ? 0 : task_index(m, task)->ordinal};
}

Name name_of_object(const Model *m, ObjectId id) {
    if (!id || id >= m->objects.len) return (Name){0};
    const TraceObject *o = trace_object_at(m->trace, id);
    if (o->name && o->named < m->next) {
        bool alone = map_get(&m->names, o->name) == 1;
        return (Name){o->name, alone ? 0 : object_index(m, id)->ordinal};
    }
    return (Name){0, m->of_kind[o->kind].len == 1 ? 0 : o->number};
}

/* Those that a task began after this one, and all of them. 0, 0: too many, or it did not begin this. */
static void count_groups(const Model *m, TaskId task, ObjectId group, const bool alike[OBJECT_KINDS],
                         uint32_t *after, uint32_t *all) {
    enum { MOST = 1000 };
    Link link = task_index(m, task)->groups;
    uint32_t looked = 0;
    bool found = false;
    *after = *all = 0;
    for (; link && looked < MOST; link = chains_before(&m->chains, link), looked++) {
        ObjectId other = event_at(m, chains_event(&m->chains, link))->a;
        if (!alike[trace_object_at(m->trace, other)->kind]) continue;
        if (other == group) found = true;
        *after += !found;
        ++*all;
    }
    if (link || !found) *after = *all = 0;
}

GroupName name_of_group(const Model *m, ObjectId group, const bool alike[OBJECT_KINDS]) {
    const TraceObject *o = trace_object_at(m->trace, group);
    GroupName name = {.task = event_at(m, o->made)->task};
    uint32_t like = 0, after, all;
    for (ObjectKind kind = 0; kind < OBJECT_KINDS; kind++)
        if (alike[kind]) like += m->of_kind[kind].len;
    name.alone = like <= 1;
    if (name.alone) return name;
    if (name.task >= m->tasks.len) name.task = 0;
    if (!name.task) {
        name.number = o->number;
        return name;
    }
    count_groups(m, name.task, group, alike, &after, &all);
    name.number = all == 0 ? o->number : all == 1 ? 0 : all - after;
    return name;
}

static void add(const Model *m, Name name, const char *without, Buf *out) {
    size_t len;
    const char *text = trace_text(m->trace, name.text, &len);
    if (name.text) buf_add(out, text, len);
    else buf_adds(out, without);
    if (name.number) buf_printf(out, " %u", name.number);
}

void name_add_task(const Model *m, TaskId task, Buf *out) {
    add(m, name_of_task(m, task), "?", out);
}

void name_add_object(const Model *m, ObjectId id, Buf *out) {
    add(m, name_of_object(m, id), object_kind_name(trace_object_at(m->trace, id)->kind), out);
}
