/* What lies over the panels: the menu, the palette, the page of keys; and the notices above them. */
#include "desk/desk_parts.h"
#include "model/names.h"
#include "ui/layout.h"
#include "view/banner.h"
#include "view/format.h"

/* --- lists ----------------------------------------------------------------------------------- */

static void clear_list(DeskList *l) {
    arena_deinit(&l->arena);
    l->items.len = l->entries.len = l->ids.len = 0;
}

void desk_list_deinit(DeskList *l) {
    clear_list(l);
    vec_deinit(&l->items);
    vec_deinit(&l->entries);
    vec_deinit(&l->ids);
}

static const char *keys_of(DeskList *l, ActionId id) {
    Buf keys = {0};
    action_keys(id, &keys);
    const char *kept = keys.len ? arena_strndup(&l->arena, keys.data, keys.len) : NULL;
    buf_deinit(&keys);
    return kept;
}

static void list_action(Desk *d, ActionId id) {
    const char *name = msg_text(d->lang, action_at(id)->name);
    vec_push(&d->list.items, ((PaletteItem){name, keys_of(&d->list, id), !desk_can(d, id)}));
    vec_push(&d->list.ids, (uint32_t)id);
}

static void list_actions(Desk *d) {
    clear_list(&d->list);
    for (ActionId id = ACTION_NONE + 1; id < ACTION_COUNT; id++) list_action(d, id);
}

static void list_tasks(Desk *d) {
    Buf name = {0};
    const Model *m = d->session->model;
    clear_list(&d->list);
    for (TaskId task = 1; task <= moment_tasks_made(m, model_end(m)); task++) {
        buf_clear(&name);
        name_add_task(m, task, &name);
        vec_push(&d->list.items,
                 ((PaletteItem){arena_strndup(&d->list.arena, name.data, name.len), NULL, false}));
        vec_push(&d->list.ids, task);
    }
    buf_deinit(&name);
}

/* --- the menu --------------------------------------------------------------------------------- */

typedef struct MenuRow {
    ActionId action;
    bool rule; /* a line before it */
} MenuRow;

static const MenuRow menu_rows[] = {
    {ACTION_GALLERY, false},    {ACTION_RELOAD, false},  {ACTION_WHOLE, false},    {ACTION_PRESENT, true},
    {ACTION_FULLSCREEN, false}, {ACTION_THEME, true},    {ACTION_LANGUAGE, false}, {ACTION_WORDS, false},
    {ACTION_LARGER, true},      {ACTION_SMALLER, false}, {ACTION_STILL, false},    {ACTION_PALETTE, true},
    {ACTION_KEYS, false},       {ACTION_QUIT, true}};

static bool is_on(const Desk *d, ActionId id) {
    switch (id) {
    case ACTION_FULLSCREEN: return d->fullscreen;
    case ACTION_STILL: return d->choice.still;
    case ACTION_PRESENT: return d->choice.presentation;
    default: return false;
    }
}

static void list_menu(Desk *d) {
    clear_list(&d->list);
    for (size_t i = 0; i < sizeof menu_rows / sizeof *menu_rows; i++) {
        ActionId id = menu_rows[i].action;
        MenuItem item = {.name = msg_text(d->lang, action_at(id)->name),
                         .keys = keys_of(&d->list, id),
                         .on = is_on(d, id),
                         .off = !desk_can(d, id),
                         .rule = menu_rows[i].rule};
        vec_push(&d->list.entries, item);
        vec_push(&d->list.ids, (uint32_t)id);
    }
}

/* --- opening and drawing ------------------------------------------------------------------------- */

void desk_show_overlay(Desk *d, Overlay overlay) {
    d->overlay = overlay;
    switch (overlay) {
    case OVERLAY_NONE: break;
    case OVERLAY_MENU:
        list_menu(d);
        menu_open(&d->menu, &d->ui);
        break;
    case OVERLAY_PALETTE:
        list_actions(d);
        palette_open(&d->palette, &d->ui, "");
        break;
    case OVERLAY_FIND:
        list_tasks(d);
        palette_open(&d->palette, &d->ui, "");
        break;
    case OVERLAY_KEYS:
        list_actions(d);
        keys_page_open(&d->keys, &d->ui);
        break;
    }
}

static void picture_of_task(void *ctx, Ui *ui, uint32_t index, Rect r) {
    const Desk *d = ctx;
    Role role = cast_role(d->session->cast, d->list.ids.items[index]);
    Dish dish = {.at = {r.x + r.w / 2, r.y + r.h / 2},
                 .radius = gfx_min(r.w, r.h) / 2,
                 .hue = role.hue,
                 .sprite = role.sprite,
                 .look = LOOK_RUNNING,
                 .left = -1,
                 .no_badge = true};
    dish_draw(ui->draw, &d->theme, &dish);
}

static int32_t draw_palette(Plan *p) {
    Desk *d = p->d;
    PaletteShow show = {.lang = d->lang, .items = d->list.items.items, .count = d->list.items.len, .ctx = d};
    if (d->overlay == OVERLAY_FIND) {
        show.hint = plan_text(p, MSG_ACTION_FIND_TASK);
        show.picture = picture_of_task;
    }
    return palette(&d->ui, &d->theme, &d->palette, &show, p->window);
}

static int32_t draw_menu(Plan *p) {
    Desk *d = p->d;
    MenuShow show = {d->lang, d->list.entries.items, d->list.entries.len};
    Rect under = {14, 7, 46 * p->type, 46 * p->type};
    return menu(&d->ui, &d->theme, &d->menu, &show, under, p->window);
}

static int32_t draw_keys(Plan *p) {
    Desk *d = p->d;
    KeysGroup groups[ACTION_GROUPS];
    uint32_t first = 0;
    for (int g = 0; g < ACTION_GROUPS; g++) {
        uint32_t n = first;
        while (n < d->list.items.len && action_at((ActionId)d->list.ids.items[n])->group == (ActionGroup)g)
            n++;
        groups[g] = (KeysGroup){plan_text(p, action_group_name((ActionGroup)g)), &d->list.items.items[first],
                                n - first};
        first = n;
    }
    KeysShow show = {d->lang, groups, ACTION_GROUPS};
    return keys_page(&d->ui, &d->theme, &d->keys, &show, p->window) ? CHOICE_OPEN : CHOICE_CLOSED;
}

void desk_overlay(Plan *p) {
    Desk *d = p->d;
    int32_t choice = CHOICE_OPEN;
    switch (d->overlay) {
    case OVERLAY_NONE: return;
    case OVERLAY_MENU: choice = draw_menu(p); break;
    case OVERLAY_PALETTE:
    case OVERLAY_FIND: choice = draw_palette(p); break;
    case OVERLAY_KEYS: choice = draw_keys(p); break;
    }
    if (choice == CHOICE_OPEN) return;
    if (choice >= 0 && d->overlay == OVERLAY_FIND) plan_choose(p, d->list.ids.items[choice], 0);
    else if (choice >= 0) p->wish->action = (ActionId)d->list.ids.items[choice];
    d->overlay = OVERLAY_NONE;
}

/* --- notices ---------------------------------------------------------------------------------------- */

static BannerPress put_banner(Plan *p, const BannerShow *show) {
    Desk *d = p->d;
    float h = banner_height(&d->ui, &d->theme, show, p->left.w);
    BannerPress press = banner(&d->ui, &d->theme, show, cut_top(&p->left, h));
    cut_top(&p->left, 10);
    return press;
}

/* What was said of a file: its first line, and the rest below it. */
static void say_notice(Plan *p) {
    Desk *d = p->d;
    const char *text = buf_cstr(&d->notice);
    BannerShow show = {.kind = d->refused ? BANNER_TROUBLE : BANNER_NEWS,
                       .lang = d->lang,
                       .text = text,
                       .part = -1,
                       .closes = true};
    if (d->refused) {
        show.text = plan_text(p, d->session ? MSG_DESK_CANNOT_OPEN : MSG_DESK_CANNOT_OPEN_IT);
        show.more = text;
    }
    if (put_banner(p, &show) == BANNER_CLOSE) buf_clear(&d->notice);
}

static void say_working(Plan *p) {
    Desk *d = p->d;
    Buf text = {0}, turns = {0}, time = {0};
    format_count(&turns, model_turns(p->model));
    format_time(&time, d->lang, model_time(p->model, model_end(p->model)), 0);
    const char *args[] = {buf_cstr(&turns), buf_cstr(&time)};
    msg_format(&text, d->lang, MSG_DESK_SIMULATING, args, 2);
    BannerShow show = {.kind = BANNER_WORKING,
                       .lang = d->lang,
                       .text = buf_cstr(&text),
                       .button = plan_text(p, MSG_DESK_STOP),
                       .part = (float)model_end(p->model) / (float)SESSION_MOST};
    if (put_banner(p, &show) == BANNER_BUTTON) p->wish->action = ACTION_STOP;
    buf_deinit(&text);
    buf_deinit(&turns);
    buf_deinit(&time);
}

/* The record ends before the run does. */
static void say_unfinished(Plan *p) {
    Desk *d = p->d;
    Buf text = {0}, count = {0};
    bool full = d->session->full;
    format_count(&count, full ? model_end(p->model) : model_turns(p->model));
    const char *args[] = {buf_cstr(&count)};
    msg_format(&text, d->lang, full ? MSG_DESK_FULL : MSG_DESK_STOPPED, args, 1);
    BannerShow show = {.kind = BANNER_NEWS, .lang = d->lang, .text = buf_cstr(&text), .part = -1};
    if (!full) show.button = plan_text(p, MSG_DESK_GO_ON);
    if (put_banner(p, &show) == BANNER_BUTTON) p->wish->action = ACTION_WHOLE;
    buf_deinit(&text);
    buf_deinit(&count);
}

/* At the end of a run that a limit ended: which one, and what can be done. */
static void say_limit(Plan *p) {
    Desk *d = p->d;
    Buf text = {0};
    run_report(d->session->run, d->lang, &text);
    while (text.len && text.data[text.len - 1] == '\n') text.len--;
    BannerShow show = {.kind = BANNER_TROUBLE, .lang = d->lang, .text = buf_cstr(&text), .part = -1};
    if (text.len) put_banner(p, &show);
    buf_deinit(&text);
}

void desk_notices(Plan *p) {
    const Desk *d = p->d;
    if (d->notice.len) say_notice(p);
    if (!d->session) return;
    if (session_cut(d->session) && d->player.at >= model_end(p->model)) say_limit(p);
    if (session_over(d->session)) return;
    if (d->session->stopped || d->session->full) say_unfinished(p);
    else if (d->session->whole) say_working(p);
}
