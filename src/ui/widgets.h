/* The small widgets: buttons, switches, sliders, tabs, keycaps, the bar between two panels. */
#ifndef TOQUE_UI_WIDGETS_H
#define TOQUE_UI_WIDGETS_H

#include "ui/ui.h"

typedef enum ButtonLook {
    BUTTON_PLAIN,   /* a framed surface */
    BUTTON_PRIMARY, /* the next thing to press */
    BUTTON_QUIET,   /* no frame */
} ButtonLook;

typedef struct UiButton {
    const char *label; /* NULL: only an icon */
    const char *icon;  /* a sprite; NULL: only a label */
    ButtonLook look;
    bool on;  /* a switch that is on */
    bool off; /* cannot be pressed now */
    const char *tip;
} UiButton;

bool ui_button(Ui *ui, UiId id, Rect r, UiButton button);
float ui_button_width(const Ui *ui, UiButton button); /* that it needs */

/* One of several: returns the chosen one. Arrow keys move when it has the focus. */
int ui_segments(Ui *ui, UiId id, Rect r, const char *const *labels, int count, int chosen);
float ui_segments_width(const Ui *ui, const char *const *labels, int count);
int ui_tabs(Ui *ui, UiId id, Rect r, const char *const *labels, int count, int chosen);

/* A knob on one of `stops` places, 0 first. */
int ui_slider(Ui *ui, UiId id, Rect r, int stops, int at);

void ui_keycap(Ui *ui, Rect r, const char *label, bool primary);
float ui_keycap_width(const Ui *ui, const char *label, float height);

/* The bar between two panels; `at` is its middle, from `least` to `most`. Returns where it is now. */
typedef struct UiSplit {
    bool upright; /* it stands between left and right */
    float at, least, most;
} UiSplit;
float ui_splitter(Ui *ui, UiId id, Rect bar, UiSplit split);

/* The surface of a panel, its hairline, three flat shadows beneath a card. */
void ui_panel(Ui *ui, Rect r, float radius);
void ui_shadow(Ui *ui, Rect r, float radius, Color shadow);

#endif
