#include "gfx/window.h"

#include "base/mem.h"
#include "gfx/damage.h"

#include <SDL.h>

struct Window {
    SDL_Window *window;     /* owned */
    SDL_Renderer *renderer; /* owned */
    SDL_Texture *texture;   /* owned; as large as the canvas */
    bool software;          /* asked for, or all that works */
    bool keeps;             /* what was shown stays in the renderer's target */
    bool exposed;           /* to be shown, changed or not */
    uint32_t *pixels;       /* owned */
    int32_t width, height;
    float scale;
    Damage damage;
};

static void drop_renderer(Window *w) {
    if (w->texture) SDL_DestroyTexture(w->texture);
    if (w->renderer) SDL_DestroyRenderer(w->renderer);
    w->texture = NULL;
    w->renderer = NULL;
}

static bool make_renderer(Window *w) {
    uint32_t fast = SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC;
    if (!w->software) w->renderer = SDL_CreateRenderer(w->window, -1, fast);
    if (!w->renderer) w->renderer = SDL_CreateRenderer(w->window, -1, SDL_RENDERER_SOFTWARE);
    SDL_RendererInfo info = {0};
    if (!w->renderer || SDL_GetRendererInfo(w->renderer, &info) != 0) return false;
    w->keeps = (info.flags & SDL_RENDERER_SOFTWARE) != 0;
    return true;
}

static bool make_texture(Window *w) {
    w->texture = SDL_CreateTexture(w->renderer, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STREAMING,
                                   w->width, w->height);
    if (w->texture) SDL_SetTextureBlendMode(w->texture, SDL_BLENDMODE_NONE);
    return w->texture != NULL;
}

static void say(Trouble *t, MsgId msg, const char *reason) {
    Troubles one = {0};
    trouble_note(&one, msg, reason, reason);
    *t = one.list[0];
}

static bool make_window(Window *w, const WindowOptions *o) {
    uint32_t flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    w->window = SDL_CreateWindow(o->title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, o->width,
                                 o->height, flags);
    if (w->window && o->least_width) SDL_SetWindowMinimumSize(w->window, o->least_width, o->least_height);
    w->software = o->software;
    return w->window && make_renderer(w);
}

Window *window_open(const WindowOptions *options, Trouble *trouble) {
    /* Only the video part: joysticks and sensors would make waiting for an event poll. */
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) {
        say(trouble, MSG_WINDOW_NO_DISPLAY, SDL_GetError());
        return NULL;
    }
    Window *w = mem_zalloc(sizeof *w);
    if (!make_window(w, options)) {
        say(trouble, MSG_WINDOW_NO_RENDERER, SDL_GetError());
        window_close(w);
        return NULL;
    }
    SDL_EnableScreenSaver();
    window_measure(w);
    return w;
}

void window_close(Window *w) {
    if (!w) return;
    drop_renderer(w);
    if (w->window) SDL_DestroyWindow(w->window);
    damage_deinit(&w->damage);
    mem_free(w->pixels);
    mem_free(w);
    SDL_QuitSubSystem(SDL_INIT_VIDEO);
}

static void resize(Window *w, int32_t width, int32_t height) {
    if (w->pixels && w->width == width && w->height == height) return;
    w->width = width;
    w->height = height;
    w->pixels = mem_realloc(w->pixels, (size_t)width * (size_t)height * sizeof(uint32_t));
    damage_all(&w->damage);
    if (w->texture) SDL_DestroyTexture(w->texture);
    w->texture = NULL;
}

void window_measure(Window *w) {
    int width = 0, height = 0, units = 0, high = 0;
    SDL_GetWindowSize(w->window, &units, &high);
    if (!w->renderer || SDL_GetRendererOutputSize(w->renderer, &width, &height) != 0)
        width = units, height = high;
    resize(w, width > 1 ? width : 1, height > 1 ? height : 1);
    w->scale = units > 0 ? (float)w->width / (float)units : 1;
    w->exposed = true;
}

/* Paints what changed, in memory and then in the texture. */
static int64_t paint(Window *w, Pencil *pencil, const DrawList *list, bool whole) {
    int64_t painted = 0;
    Canvas canvas = {w->pixels, w->width, w->height, w->width, {0, 0, 0, 0}};
    for (uint32_t i = 0; i < w->damage.boxes.len; i++) {
        Box b = canvas.clip = w->damage.boxes.items[i];
        pencil_draw(pencil, &canvas, list);
        painted += (int64_t)(b.x1 - b.x0) * (b.y1 - b.y0);
        SDL_Rect r = {b.x0, b.y0, b.x1 - b.x0, b.y1 - b.y0};
        if (!whole) SDL_UpdateTexture(w->texture, &r, canvas_row(&canvas, b.y0) + b.x0, w->width * 4);
    }
    if (whole) SDL_UpdateTexture(w->texture, NULL, w->pixels, w->width * 4);
    return painted;
}

static bool copy_to_target(Window *w, bool all) {
    if (all || !w->keeps) return SDL_RenderCopy(w->renderer, w->texture, NULL, NULL) == 0;
    bool fine = true;
    for (uint32_t i = 0; i < w->damage.boxes.len; i++) {
        Box b = w->damage.boxes.items[i];
        SDL_Rect r = {b.x0, b.y0, b.x1 - b.x0, b.y1 - b.y0};
        fine = SDL_RenderCopy(w->renderer, w->texture, &r, &r) == 0 && fine;
    }
    return fine;
}

static bool ready(Window *w, bool *fresh) {
    if (!w->renderer && !make_renderer(w)) return false;
    *fresh = w->texture == NULL;
    return w->texture || make_texture(w);
}

int64_t window_show(Window *w, Pencil *pencil, const DrawList *list) {
    if (list->width != w->width || list->height != w->height) return 0;
    damage_find(&w->damage, list);
    bool all = w->exposed, fresh = false;
    if (!all && w->damage.boxes.len == 0) return 0;
    w->exposed = false;
    if (!ready(w, &fresh)) return 0;
    int64_t painted = paint(w, pencil, list, fresh);
    if (!copy_to_target(w, all || fresh)) window_lost(w);
    else SDL_RenderPresent(w->renderer);
    return painted;
}

void window_expose(Window *w) {
    w->exposed = true;
}

void window_lost(Window *w) {
    drop_renderer(w);
    if (!make_renderer(w)) {
        w->software = true;
        drop_renderer(w);
        make_renderer(w);
    }
    w->exposed = true;
}

int32_t window_width(const Window *w) {
    return w->width;
}

int32_t window_height(const Window *w) {
    return w->height;
}

float window_scale(const Window *w) {
    return w->scale;
}

void window_set_title(Window *w, const char *title) {
    SDL_SetWindowTitle(w->window, title);
}

void window_set_fullscreen(Window *w, bool on) {
    SDL_SetWindowFullscreen(w->window, on ? SDL_WINDOW_FULLSCREEN_DESKTOP : 0);
}

uint32_t window_id(const Window *w) {
    return SDL_GetWindowID(w->window);
}

bool window_works(const Window *w) {
    return w->renderer != NULL;
}
