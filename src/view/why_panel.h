/* The sentence that says why: names of tasks are pills in their hue, so that they are found in the
 * picture. Each sentence has a line of its own where both do not fit on one; type gets smaller
 * before anything is left out. */
#ifndef TOQUE_VIEW_WHY_PANEL_H
#define TOQUE_VIEW_WHY_PANEL_H

#include "model/words.h"
#include "view/code_marks.h"

typedef struct WhyShow {
    const Sentence *sentence;
    CodeCast cast;
    bool trouble; /* it says what went wrong: "!" for "?" */
} WhyShow;

/* The task whose name was clicked; 0: none. */
TaskId why_panel(Ui *ui, const Theme *t, const WhyShow *show, Rect r);

#endif
