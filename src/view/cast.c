#include "view/cast.h"

#include "base/hash.h"
#include "base/vec.h"
#include "model/names.h"
#include "trace/notes.h"

#include <ctype.h>
#include <string.h>

enum { FEW = HUE_COUNT }; /* tasks that can have a hue each */

/* What tasks of one name have in common. */
typedef struct Part {
    char *name; /* owned: the name without its number */
    Role role;
    uint32_t tasks; /* that have it */
} Part;

struct Cast {
    const Model *model;
    VEC(Part) parts;
    uint32_t *places; /* owned: of `room`, numbers of parts from 1 by their hashes; 0: free */
    uint32_t room;
    Stock stock;
    VEC(Role) roles; /* by TaskId */
    uint32_t taken[HUE_COUNT];
    uint32_t plates; /* dishes without a picture of their own so far */
    bool settled, few;
};

/* --- pictures ----------------------------------------------------------------------- */

static const struct {
    const char *word, *sprite;
} castings[] = {
#define CASTING(word, sprite) {word, sprite},
#include "view/cast_words.def"
#undef CASTING
};

static bool same_word(const char *word, const char *name, size_t len) {
    if (strlen(word) != len) return false;
    for (size_t i = 0; i < len; i++)
        if (tolower((unsigned char)name[i]) != word[i]) return false;
    return true;
}

/* The picture of the first word of "bake_pizza" or "kitchen.Waiter" that has one; or NULL. */
static const char *sprite_by_name(const char *name) {
    while (*name) {
        size_t len = 0;
        while (isalpha((unsigned char)name[len])) len++;
        for (size_t i = 0; len && i < sizeof castings / sizeof *castings; i++)
            if (same_word(castings[i].word, name, len)) return castings[i].sprite;
        name += len ? len : 1;
    }
    return NULL;
}

static const char *next_plate(Cast *c) {
    static const char *const plates[] = {"plate1", "plate2", "plate3"};
    return plates[c->plates++ % (sizeof plates / sizeof *plates)];
}

/* What the author asks for with `#: dish` at the function; several are for one task after another. */
static const char *sprite_by_note(const Cast *c, TaskId task, uint32_t ordinal) {
    const Trace *t = model_trace(c->model);
    StringId function = trace_task_at(t, task)->function;
    for (NoteId id = 0; (id = trace_note_next(t, DIRECTIVE_DISH, id));) {
        const Note *note = trace_note_at(t, id);
        if (!function || note->function != function || !note->dish_count) continue;
        DirectiveChoice dish = note->dishes[ordinal % note->dish_count];
        return dish == CHOICE_DISH_PLATE ? "plate1" : choice_word(dish);
    }
    return NULL;
}

/* --- hues ----------------------------------------------------------------------------- */

/* The dish's own if it is free, else the first free one, else the one that fewest have. */
static HueId take_hue(Cast *c, const char *sprite) {
    HueId home = theme_home_hue(sprite), best = HUE_ORANGE;
    for (HueId hue = 0; hue < HUE_COUNT; hue++)
        if (c->taken[hue] < c->taken[best]) best = hue;
    if (home < HUE_COUNT && c->taken[home] == 0) best = home;
    c->taken[best]++;
    return best;
}

/* --- parts ---------------------------------------------------------------------------- */

/* The name without "-31", "_2" or " 3" at its end. */
static size_t stem(const char *name, size_t len) {
    size_t end = len;
    while (end > 0 && isdigit((unsigned char)name[end - 1])) end--;
    while (end > 0 && end < len && strchr("-_ #.:", name[end - 1])) end--;
    return end ? end : len;
}

static bool is_named(const Part *part, const char *name, size_t len) {
    return strlen(part->name) == len && memcmp(part->name, name, len) == 0;
}

/* Where the number of that part stands, or is to stand. */
static uint32_t *place_of(Cast *c, const char *name, size_t len) {
    uint32_t at = (uint32_t)hash_sip13(name, len) & (c->room - 1);
    while (c->places[at] && !is_named(&c->parts.items[c->places[at] - 1], name, len))
        at = (at + 1) & (c->room - 1);
    return &c->places[at];
}

static void make_room(Cast *c) {
    if (c->room > 2 * c->parts.len) return;
    mem_free(c->places);
    c->room = c->room ? 2 * c->room : 64;
    c->places = mem_zalloc(c->room * sizeof *c->places);
    for (uint32_t i = 0; i < c->parts.len; i++) {
        const char *name = c->parts.items[i].name;
        *place_of(c, name, strlen(name)) = i + 1;
    }
}

static Part *part_named(Cast *c, const char *name, size_t len) {
    make_room(c);
    uint32_t *place = place_of(c, name, len);
    if (*place) return &c->parts.items[*place - 1];
    Part part = {.name = mem_zalloc(len + 1)};
    memcpy(part.name, name, len);
    vec_push(&c->parts, part);
    *place = c->parts.len;
    return &vec_last(&c->parts);
}

static Part *part_of(Cast *c, TaskId task) {
    size_t len;
    const char *name = trace_text(model_trace(c->model), name_of_task(c->model, task).text, &len);
    return part_named(c, name, stem(name, len));
}

static Role new_role(Cast *c, const Part *part, TaskId task) {
    Role role = {.sprite = sprite_by_note(c, task, part->tasks)};
    if (!role.sprite) role.sprite = part->tasks ? part->role.sprite : sprite_by_name(part->name);
    if (!role.sprite) role.sprite = next_plate(c);
    bool shared = part->tasks && !c->few && strcmp(role.sprite, part->role.sprite) == 0;
    role.hue = shared ? part->role.hue : take_hue(c, role.sprite);
    return role;
}

static void cast(Cast *c, TaskId task) {
    Role role = {"plate1", HUE_COCOA};
    if (task && !trace_task_at(model_trace(c->model), task)->library) {
        Part *part = part_of(c, task);
        role = new_role(c, part, task);
        if (part->tasks++ == 0) part->role = role;
    }
    vec_push(&c->roles, role);
}

Cast *cast_new(const Model *m) {
    Cast *c = mem_zalloc(sizeof *c);
    c->model = m;
    c->stock.model = m;
    return c;
}

void cast_free(Cast *c) {
    if (!c) return;
    for (uint32_t i = 0; i < c->parts.len; i++) mem_free(c->parts.items[i].name);
    vec_deinit(&c->parts);
    mem_free(c->places);
    stock_deinit(&c->stock);
    vec_deinit(&c->roles);
    mem_free(c);
}

void cast_follow(Cast *c) {
    uint32_t tasks = trace_tasks(model_trace(c->model));
    if (!c->settled && tasks) {
        c->settled = true;
        c->few = tasks <= FEW;
    }
    while (c->roles.len <= tasks) cast(c, c->roles.len);
    stock_follow(&c->stock);
}

const Stock *cast_stock(const Cast *c) {
    return &c->stock;
}

const char *cast_sprite(const char *name) {
    return sprite_by_name(name);
}

Role cast_role(const Cast *c, TaskId task) {
    return c->roles.items[task < c->roles.len ? task : 0];
}
