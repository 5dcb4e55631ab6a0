/* SDL's events as ours: the only file of this room that knows SDL. Waiting here is where the
 * program sleeps. */
#ifndef TOQUE_UI_INPUT_SDL_H
#define TOQUE_UI_INPUT_SDL_H

#include "ui/input.h"
#include "ui/ui.h"

/* The next event. `wait` in milliseconds: 0 does not wait, below zero waits as long as it takes.
 * False if none came. `scale` is the window's: mice are measured in units of the desktop. */
bool input_next(Input *in, int wait, float scale);

double input_clock(void); /* milliseconds; only what is shown may depend on it */
UiClipboard input_clipboard(void);
void input_set_cursor(UiCursor cursor);

#endif
