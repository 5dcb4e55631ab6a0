#include "model/axes.h"

#include "model/index.h"

static const double SECOND = 1e9;

/* In part: by events, as many happen at one time. */
double turns_before(const Model *m, Cursor at, TurnId turn) {
    if (!turn) return 0;
    EventIndex begun = history_at(&m->begun, turn), ended = turn_end(m, turn);
    if (ended <= at) return turn;
    EventIndex last = ended == NEVER ? model_end(m) : ended;
    return turn - 1 + (last > begun ? (double)(at - begun) / (double)(last - begun) : 0);
}

double axis_position(const Model *m, Axis axis, Cursor at) {
    double position = axis.per_second * ((double)time_at(m, at) / SECOND);
    return axis.per_turn != 0 ? position + axis.per_turn * turns_before(m, at, model_turn_at(m, at))
                              : position;
}

/* By turns first, then event by event: each step halves what is left. */
Cursor axis_cursor(const Model *m, Axis axis, double position) {
    Cursor low = 0, high = m->next; /* the first event beyond the position */
    while (low < high) {
        Cursor middle = low + (high - low) / 2;
        if (axis_position(m, axis, middle) <= position) low = middle + 1;
        else high = middle;
    }
    return low ? low - 1 : 0;
}

uint64_t axis_time(const Model *m, Axis axis, double position) {
    Cursor at = axis_cursor(m, axis, position);
    uint64_t time = time_at(m, at);
    if (at >= model_end(m)) return time;
    double from = axis_position(m, axis, at), to = axis_position(m, axis, at + 1);
    if (to <= from || position <= from) return time;
    double part = (position - from) / (to - from);
    return time + (uint64_t)(part * (double)(time_at(m, at + 1) - time));
}

double axis_of_time(const Model *m, Axis axis, uint64_t time) {
    Cursor at = model_at_time(m, time);
    double from = axis_position(m, axis, at);
    if (at >= model_end(m) || time <= time_at(m, at)) return from;
    double to = axis_position(m, axis, at + 1);
    double part = (double)(time - time_at(m, at)) / (double)(time_at(m, at + 1) - time_at(m, at));
    return from + part * (to - from);
}

double axis_length(const Model *m, Axis axis) {
    return axis_position(m, axis, model_end(m));
}
