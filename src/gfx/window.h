/* The window: the only file that speaks to SDL's renderer. Pixels are painted in memory where the
 * picture changed, given to a texture, and shown. A renderer that is lost (a driver restarts, a
 * laptop switches cards) is filled anew, or left for software; the picture is still in memory. */
#ifndef TOQUE_GFX_WINDOW_H
#define TOQUE_GFX_WINDOW_H

#include "gfx/pencil.h"

typedef struct Window Window;

typedef struct WindowOptions {
    const char *title;
    int32_t width, height;             /* in units of the desktop */
    int32_t least_width, least_height; /* 0: none */
    bool card; /* the graphics card shows it: slow to start, and all of it is painted in memory anyway */
} WindowOptions;

/* Starts SDL's video part. NULL, and what is to be said in *lack, where there is no display. */
Window *window_open(const WindowOptions *options, Lack *lack);
void window_close(Window *w);

int32_t window_width(const Window *w); /* in pixels, of the last window_measure */
int32_t window_height(const Window *w);
float window_scale(const Window *w); /* pixels to a unit of the desktop */
void window_measure(Window *w);      /* after it was resized or moved to another screen */

/* Shows the list; returns how many pixels were painted: 0 if it was shown already. */
int64_t window_show(Window *w, Pencil *pencil, const DrawList *list);
void window_expose(Window *w); /* show again at the next window_show, though nothing changed */
void window_lost(Window *w);   /* the renderer's textures are gone */

void window_set_title(Window *w, const char *title);
void window_set_fullscreen(Window *w, bool on);
/* For errors: false if the renderer failed for good. */
bool window_works(const Window *w);

#endif
