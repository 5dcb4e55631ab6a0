#include "gfx/window.h"

#include "base/mem.h"
#include "gfx/damage.h"

#include <SDL.h>

enum { FAILURES_MOST = 2 };

struct Window {
    SDL_Window *window;     /* owned */
    SDL_Renderer *renderer; /* owned; NULL in software, where the window's own surface is faster */
    SDL_Texture *texture;   /* owned; as large as the canvas */
    bool software;          /* asked for, or all that works */
    bool works;
    int failures;     /* in a row */
    bool exposed;     /* to be shown, changed or not */
    uint32_t *pixels; /* owned */
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

/* More pixels than units of the desktop: there the window's surface has only the units. */
static bool is_dense(SDL_Window *window) {
    int units, pixels, high;
    SDL_GetWindowSize(window, &units, &high);
    SDL_GetWindowSizeInPixels(window, &pixels, &high);
    return pixels > units;
}

/* With the graphics card, on a dense display or where it is asked for. Without, pixels go straight to the window's surface, of
 * which only what changed is sent to the display: SDL's software renderer would send all of it. */
static bool make_renderer(Window *w) {
    uint32_t fast = SDL_RENDERER_ACCELERATED | SDL_RENDERER_PRESENTVSYNC;
    if (!w->software) w->renderer = SDL_CreateRenderer(w->window, -1, fast);
    w->software = w->renderer == NULL;
    if (w->software) SDL_SetHint(SDL_HINT_FRAMEBUFFER_ACCELERATION, "0");
    w->works = w->renderer || SDL_GetWindowSurface(w->window);
    return w->works;
}

static bool make_texture(Window *w) {
    w->texture = SDL_CreateTexture(w->renderer, SDL_PIXELFORMAT_ARGB8888, SDL_TEXTUREACCESS_STREAMING,
                                   w->width, w->height);
    if (w->texture) SDL_SetTextureBlendMode(w->texture, SDL_BLENDMODE_NONE);
    return w->texture != NULL;
}

static void say(Lack *t, MsgId msg, const char *reason) {
    Lacks one = {0};
    lack_note(&one, msg, reason, reason);
    *t = one.list[0];
}

static bool make_window(Window *w, const WindowOptions *o) {
    uint32_t flags = SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    w->window = SDL_CreateWindow(o->title, SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, o->width,
                                 o->height, flags);
    if (w->window && o->least_width) SDL_SetWindowMinimumSize(w->window, o->least_width, o->least_height);
    w->software = w->window && !o->card && !is_dense(w->window);
    return w->window && make_renderer(w);
}

Window *window_open(const WindowOptions *options, Lack *lack) {
    /* Only the video part: joysticks and sensors would make waiting for an event poll. */
    if (SDL_InitSubSystem(SDL_INIT_VIDEO) != 0) {
        say(lack, MSG_WINDOW_NO_DISPLAY, SDL_GetError());
        return NULL;
    }
    Window *w = mem_zalloc(sizeof *w);
    if (!make_window(w, options)) {
        say(lack, MSG_WINDOW_NO_RENDERER, SDL_GetError());
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

/* Paints what changed, in memory. */
static int64_t paint(Window *w, Pencil *pencil, const DrawList *list) {
    int64_t painted = 0;
    Canvas canvas = {w->pixels, w->width, w->height, w->width, {0, 0, 0, 0}};
    for (uint32_t i = 0; i < w->damage.boxes.len; i++) {
        Box b = canvas.clip = w->damage.boxes.items[i];
        pencil_draw(pencil, &canvas, list);
        painted += (int64_t)(b.x1 - b.x0) * (b.y1 - b.y0);
    }
    return painted;
}

static SDL_Rect sdl_rect(Box b) {
    return (SDL_Rect){b.x0, b.y0, b.x1 - b.x0, b.y1 - b.y0};
}

/* The boxes to bring to the display: what changed, or all. */
static const Box *boxes_to_show(const Window *w, bool all, Box *whole, uint32_t *count) {
    *whole = (Box){0, 0, w->width, w->height};
    *count = all ? 1 : w->damage.boxes.len;
    return all ? whole : w->damage.boxes.items;
}

static bool show_by_texture(Window *w, bool all) {
    bool fresh = w->texture == NULL;
    if (fresh && !make_texture(w)) return false;
    Box whole;
    uint32_t count;
    const Box *boxes = boxes_to_show(w, all || fresh, &whole, &count);
    for (uint32_t i = 0; i < count; i++) {
        SDL_Rect r = sdl_rect(boxes[i]);
        const uint32_t *from = w->pixels + (ptrdiff_t)r.y * w->width + r.x;
        if (SDL_UpdateTexture(w->texture, &r, from, w->width * 4) != 0) return false;
    }
    if (SDL_RenderCopy(w->renderer, w->texture, NULL, NULL) != 0) return false;
    SDL_RenderPresent(w->renderer);
    return true;
}

enum { RECTS = 64 };

static bool show_by_surface(Window *w, bool all) {
    SDL_Surface *to = SDL_GetWindowSurface(w->window);
    if (!to || to->w != w->width || to->h != w->height) return false;
    Box whole;
    uint32_t count;
    const Box *boxes = boxes_to_show(w, all || w->damage.boxes.len > RECTS, &whole, &count);
    SDL_Rect rects[RECTS];
    for (uint32_t i = 0; i < count; i++) {
        SDL_Rect r = rects[i] = sdl_rect(boxes[i]);
        const uint32_t *from = w->pixels + (ptrdiff_t)r.y * w->width + r.x;
        void *at = (uint8_t *)to->pixels + (ptrdiff_t)r.y * to->pitch + r.x * to->format->BytesPerPixel;
        SDL_ConvertPixels(r.w, r.h, SDL_PIXELFORMAT_RGB888, from, w->width * 4, to->format->format, at,
                          to->pitch);
    }
    return SDL_UpdateWindowSurfaceRects(w->window, rects, (int)count) == 0;
}

int64_t window_show(Window *w, Pencil *pencil, const DrawList *list) {
    if (list->width != w->width || list->height != w->height) return 0;
    damage_find(&w->damage, list);
    if (!w->exposed && w->damage.boxes.len == 0) return 0;
    int64_t painted = paint(w, pencil, list);
    bool shown = w->works && (w->software ? show_by_surface(w, w->exposed) : show_by_texture(w, w->exposed));
    w->exposed = !shown;
    if (shown) w->failures = 0;
    else window_lost(w);
    return painted;
}

void window_expose(Window *w) {
    w->exposed = true;
}

/* At first only the texture is made anew: a new renderer could cost a new window. One that fails
 * again and again is given up for software. */
void window_lost(Window *w) {
    if (w->texture) SDL_DestroyTexture(w->texture);
    w->texture = NULL;
    w->failures++;
    if (w->failures > FAILURES_MOST && !w->software) {
        drop_renderer(w);
        w->software = true;
        make_renderer(w);
    }
    window_measure(w);
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

bool window_works(const Window *w) {
    return w->works;
}
