/* The frame around widgets: one pass for each event. A pass begins by finding out, from what the
 * last pass put where, which widget the event is for; then the view calls its widgets, each of
 * which draws itself and says whether it was used. A widget is an id and a rectangle; what it shows
 * belongs to the caller. All of it works with the keyboard alone: Tab walks, Enter and Space press. */
#ifndef TOQUE_UI_UI_H
#define TOQUE_UI_UI_H

#include "gfx/draw.h"
#include "gfx/text.h"
#include "ui/ease.h"
#include "ui/input.h"

typedef uint32_t UiId; /* 0: none */
UiId ui_id(const char *name);
UiId ui_child(UiId parent, uint32_t number);

/* The colours and sizes that widgets use: part of a theme. */
typedef struct UiStyle {
    Color bg, surface, sunken, line, line2, ink, ink2, accent, accent_ink, accent_pale;
    float hairline, outline;
    float text;  /* the size of type in widgets */
    float small; /* the smallest type */
    bool still;  /* reduced motion: nothing takes time */
} UiStyle;

typedef struct UiClipboard {
    char *(*get)(void *ctx); /* mem_free it */
    void (*set)(void *ctx, const char *text);
    void *ctx;
} UiClipboard;

typedef enum UiCursor {
    UI_CURSOR_ARROW,
    UI_CURSOR_HAND,
    UI_CURSOR_TEXT,
    UI_CURSOR_ACROSS,
    UI_CURSOR_UPRIGHT,
} UiCursor;

/* Whether the keyboard's focus stops at a widget; at UI_TYPING, Enter and Space are its own. */
typedef enum UiStop { UI_NO_STOP, UI_STOP, UI_TYPING } UiStop;

/* Where a widget was in the last pass, in the order in which they were drawn. */
typedef struct UiHit {
    UiId id;
    Box box;
    UiStop stop;
    bool modal; /* what came before is out of reach */
} UiHit;

typedef struct UiMotion {
    UiId id;
    Tween tween;
    bool seen;
} UiMotion;

enum { UI_TIP_MAX = 160 };

/* Zeroed memory is one to begin. The caller sets clipboard once. */
typedef struct Ui {
    DrawList *draw;       /* of this pass; not owned */
    const UiStyle *style; /* not owned */
    const Input *input;   /* of this pass; not owned */
    UiClipboard clipboard;
    double now;
    bool used; /* the input was for a widget */
    Point mouse;
    UiId hot;              /* under the mouse */
    UiId active;           /* the mouse button went down on it and is still down */
    UiId pressed, clicked; /* by this input */
    int clicks;
    UiId focus;
    bool focus_shown; /* the keyboard is in use: the focus has a ring */
    UiCursor cursor;
    double wake; /* when to come again though nothing happens; 0: not at all */
    VEC(UiHit) hits, last;
    VEC(UiMotion) motions;
    char tip[UI_TIP_MAX];
    Rect tip_at; /* in pixels */
    UiId tip_id;
    double tip_since;
} Ui;

void ui_begin(Ui *ui, DrawList *draw, const UiStyle *style, const Input *input, double now);
void ui_end(Ui *ui); /* draws the tooltip */
void ui_deinit(Ui *ui);

/* What became of a widget by this pass's input. */
typedef struct UiTouch {
    bool hover, held, pressed, clicked, focused;
    float warm; /* 0 to 1: how far the hover's colour has come */
} UiTouch;

UiTouch ui_touch(Ui *ui, UiId id, Rect r, UiStop stop);
/* What was drawn before is out of reach from here on, for the mouse within r, for the keyboard whole. */
void ui_modal(Ui *ui, Rect r);
void ui_focus_ring(Ui *ui, UiId id, Rect r, float radius);
Point ui_mouse(const Ui *ui); /* in the units in force */

/* The key of this pass if it is for the widget that has the focus, else KEY_NONE; ui_take says that
 * it was used. */
Key ui_key_for(const Ui *ui, UiId id);
void ui_take(Ui *ui);

/* A value that moves to its target, kept under an id. */
float ui_toward(Ui *ui, UiId id, float target, double length, Ease how);
void ui_wake_at(Ui *ui, double when);
void ui_tip(Ui *ui, UiId id, Rect r, const char *text);

#endif
