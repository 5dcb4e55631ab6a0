/* Whoever waits for others hangs as a menu at the left, with what it waits for on it. */
#include "view/scene_build.h"

#define MENUS_TOP 172.0f

enum { MENUS_MOST = 5, SLIP = 38, HEAD = 40, FOOT = 32, CHILDREN_COUNTED = 1000 };

bool scene_child(const SceneThing *menu, uint32_t nth, Point *at, float *radius) {
    uint32_t columns = menu->shown > 9 ? 4 : 3, rows = (uint32_t)((menu->at.h - HEAD - 24) / 46);
    float pitch = 162 / (float)columns;
    *radius = columns > 3 ? 17 : 20;
    *at = (Point){menu->at.x + 7 + pitch * ((float)(nth % columns) + 0.5f),
                  menu->at.y + 68 + 48 * (float)(nth / columns)};
    return !menu->small && menu->room <= THING_CHILDREN && nth < menu->shown && nth / columns < rows;
}

typedef struct MenuOf {
    TaskId task;
    Wait wait;
    bool here; /* it waits just for that */
} MenuOf;

static uint32_t count_over(const Child *children, uint32_t n) {
    uint32_t over = 0;
    for (uint32_t i = 0; i < n; i++) over += !task_state_live(children[i].state);
    return over;
}

/* As far as they are looked at one by one: where the stock knows nothing. */
static void count_children(Builder *b, SceneThing *menu, ObjectId group) {
    Child children[CHILDREN_COUNTED];
    menu->room = moment_object(b->model, build_at(b), group).inside;
    uint32_t n = moment_children(b->model, build_at(b), group, 0, CHILDREN_COUNTED, children);
    menu->count = count_over(children, n);
    if (n < menu->room) menu->count += (uint32_t)((uint64_t)(menu->room - n) * menu->count / n);
}

static void take_children(Builder *b, SceneThing *menu, ObjectId group) {
    Child children[THING_CHILDREN];
    uint32_t n = moment_children(b->model, build_at(b), group, 0, THING_CHILDREN, children);
    for (uint32_t i = 0; i < n; i++)
        menu->children[menu->shown++] = (SceneChild){children[i].task, children[i].state};
    if (!stock_tally(b->stock, build_at(b), group, &menu->room, &menu->count)) count_children(b, menu, group);
}

static void fill_menu(Builder *b, SceneThing *menu, const MenuOf *of) {
    menu->task = of->task;
    menu->set = of->here;
    if (of->wait.kind != WAIT_TASK) {
        take_children(b, menu, of->wait.object);
        return;
    }
    TaskState state = moment_task_state(b->model, build_at(b), of->wait.task);
    menu->children[menu->shown++] = (SceneChild){of->wait.task, state};
    menu->room = 1;
    menu->count = !task_state_live(state);
}

/* How high it is with all that it has to say. */
static float whole_height(const SceneThing *menu) {
    if (menu->room > THING_CHILDREN) return 156;
    uint32_t columns = menu->shown > 9 ? 4 : 3, rows = (menu->shown + columns - 1) / columns;
    return 46 + 48 * (float)(rows ? rows : 1) + FOOT;
}

static void place_menus(Builder *b, uint32_t from, uint32_t n) {
    float y = MENUS_TOP, share = (COUNTER_TOP - 4 - y) / (float)n - 8;
    for (uint32_t i = 0; i < n; i++) {
        SceneThing *menu = &b->scene->things.items[from + i];
        float height = whole_height(menu);
        if (n > 1) height = gfx_min(height, share);
        menu->small = height < HEAD + 44 + FOOT;
        if (menu->small) height = gfx_min(height, share < HEAD + FOOT ? SLIP : HEAD + FOOT);
        menu->at = (Rect){28, y, 176, height};
        y += height + 8;
    }
}

static bool waits_here(const TaskMoment *t) {
    return t->state == TASK_WAITING && (t->wait.kind == WAIT_GROUP || t->wait.kind == WAIT_TASK);
}

/* One that is begun and not waited for just now: its maker is at the board, or asleep. */
static bool open_menu(const Builder *b, TaskId task, MenuOf *out) {
    ObjectId groups[4];
    uint32_t n = moment_open_groups(b->model, build_at(b), task, 0, 4, groups);
    for (uint32_t i = 0; i < n; i++) {
        ObjectKind kind = trace_object_at(model_trace(b->model), groups[i])->kind;
        Child child;
        if (kind == OBJECT_TIMEOUT || kind == OBJECT_WAIT_FOR || kind == OBJECT_SHIELD ||
            !moment_children(b->model, build_at(b), groups[i], 0, 1, &child))
            continue;
        *out = (MenuOf){task, {.kind = WAIT_GROUP, .object = groups[i]}, false};
        return true;
    }
    return false;
}

static uint32_t find_menus(Builder *b, MenuOf *out, uint32_t *waiting) {
    uint32_t n = 0, idle = 0;
    MenuOf open[MENUS_MOST];
    for (uint32_t i = 0; i < b->scanned.len; i++) {
        TaskId task = b->scanned.items[i];
        TaskMoment t = moment_task(b->model, build_at(b), task);
        if (scene_plate(b->scene, task) && t.state == TASK_WAITING) continue; /* in the circle */
        if (waits_here(&t) && n < MENUS_MOST) out[n++] = (MenuOf){task, t.wait, true};
        else if (!waits_here(&t) && idle < MENUS_MOST && open_menu(b, task, &open[idle])) idle++;
    }
    *waiting = n;
    for (uint32_t i = 0; i < idle && n < MENUS_MOST; i++) out[n++] = open[i];
    return n;
}

void build_menus(Builder *b) {
    MenuOf menus[MENUS_MOST];
    uint32_t waiting, n = find_menus(b, menus, &waiting), from = b->scene->things.len;
    uint32_t all = b->counts.waits[WAIT_GROUP] + b->counts.waits[WAIT_TASK];
    for (uint32_t i = 0; i < n; i++) {
        SceneThing *menu = build_thing(b, THING_MENU, menus[i].wait.object, (Rect){0});
        fill_menu(b, menu, &menus[i]);
        if (menus[i].here) b->placed[menus[i].wait.kind]++;
    }
    uint32_t placed = b->placed[WAIT_GROUP] + b->placed[WAIT_TASK];
    if (waiting && all > placed) {
        b->scene->things.items[from + waiting - 1].waiting = all - placed;
        b->placed[WAIT_GROUP] = b->counts.waits[WAIT_GROUP];
        b->placed[WAIT_TASK] = b->counts.waits[WAIT_TASK];
    }
    if (n) place_menus(b, from, n);
}
