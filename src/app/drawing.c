#include "app/drawing.h"

/* Colours that are told apart by everybody; a state is told by its shape as well. */
static const char *const colours[] = {"#E69F00", "#56B4E9", "#009E73", "#98397D", "#F0DC3C", "#0072B2",
                                      "#5F3C46", "#7FDFE9", "#5141AB", "#CC79A7", "#BFCB81", "#9488F0"};

const char *drawing_colour(TaskId task) {
    return colours[(task - 1) % (sizeof colours / sizeof *colours)];
}

/* With what SVG wants escaped. */
static void add_escaped(const Drawing *d, const char *text) {
    Buf *out = d->out;
    for (; *text; text++) {
        if (*text == '<') buf_adds(out, "&lt;");
        else if (*text == '&') buf_adds(out, "&amp;");
        else if (*text == '"') buf_adds(out, "&quot;");
        else if ((unsigned char)*text >= ' ') buf_addc(out, *text);
    }
}

double drawing_x_of(const Drawing *d, double position) {
    return DRAWING_LEFT + position * d->scale;
}

double drawing_x(const Drawing *d, EventIndex at) {
    return drawing_x_of(d, axis_position(d->model, d->axis, at));
}

double drawing_y(uint32_t lane) {
    return DRAWING_TOP + (double)lane * DRAWING_LANE;
}

void drawing_rectangle(const Drawing *d, double from, double to, double y, double height, const char *style) {
    double width = to - from;
    buf_printf(d->out, "<rect x=\"%.2f\" y=\"%.1f\" width=\"%.2f\" height=\"%.1f\" %s>", from, y,
               width < 0.5 ? 0.5 : width, height, style);
}

void drawing_title(const Drawing *d, Buf *text) {
    buf_adds(d->out, "<title>");
    add_escaped(d, buf_cstr(text));
    buf_adds(d->out, "</title></rect>\n");
    buf_deinit(text);
}

void drawing_label(const Drawing *d, double x, double y, const char *more, const char *text) {
    buf_printf(d->out, "<text x=\"%.1f\" y=\"%.1f\"%s>", x, y, more);
    add_escaped(d, text);
    buf_adds(d->out, "</text>\n");
}
