/* The bars and the code panel with a moment made up by hand, laid out as the window is. */
#ifndef TOQUE_TESTS_PANELS_H
#define TOQUE_TESTS_PANELS_H

#include "view/code_panel.h"
#include "view/transport.h"

typedef struct Panels {
    Ui ui;
    Theme theme;
    Source source;
    Highlight highlight;
    CodePanel code;
    TransportShow transport;
    uint32_t running_line;
    BarPress top, foot; /* of the last pass */
    CodeClick click;
    TaskId named; /* the name that was clicked in the sentence */
} Panels;

void panels_init(Panels *p, ThemeChoice choice, Lang lang);
void panels_deinit(Panels *p);
void panels_draw(Panels *p, DrawList *d, float width, float height, const Input *input, double now);

#endif
