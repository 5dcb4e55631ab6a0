#include "gfx/picture.h"

#include "base/mem.h"

#include <SDL.h>
#include <SDL_image.h>
#include <stdio.h>

void picture_init(Picture *p, int32_t width, int32_t height) {
    *p = (Picture){mem_zalloc((size_t)width * (size_t)height * sizeof(uint32_t)), width, height};
}

void picture_deinit(Picture *p) {
    mem_free(p->pixels);
    *p = (Picture){0};
}

Canvas picture_canvas(Picture *p) {
    return (Canvas){p->pixels, p->width, p->height, p->width, {0, 0, p->width, p->height}};
}

uint32_t picture_pixel(const Picture *p, int32_t x, int32_t y) {
    return p->pixels[(ptrdiff_t)y * p->width + x] & 0xFFFFFF;
}

bool picture_save_png(const Picture *p, const char *path, char *reason, size_t size) {
    SDL_Surface *s = SDL_CreateRGBSurfaceWithFormatFrom(p->pixels, p->width, p->height, 32, p->width * 4,
                                                        SDL_PIXELFORMAT_RGB888);
    bool saved = s && IMG_SavePNG(s, path) == 0;
    if (!saved) snprintf(reason, size, "%s", SDL_GetError());
    SDL_FreeSurface(s);
    return saved;
}
