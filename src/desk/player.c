#include "desk/player.h"

#include "model/axes.h"

#define TURN_SECONDS 0.8 /* for each turn, at normal speed */
#define STILL_MOST 1.5   /* seconds without an event, at the chosen speed, before it hurries */

static const double speeds[PLAYER_SPEEDS] = {0.125, 0.25, 0.5, 1, 2, 4, 8, 16};

static Axis playing_axis(void) {
    return axis_kitchen(TURN_SECONDS);
}

void player_go(Player *p, const Model *m, Cursor at) {
    p->at = at;
    p->now = model_time(m, at);
    p->playing = false;
    p->hurry = 1;
}

bool player_step(Player *p, const Model *m, Step size, Way way) {
    Cursor to = step_by(m, p->at, size, way);
    player_go(p, m, to == NEVER ? p->at : to);
    return to != NEVER;
}

void player_play(Player *p, const Model *m, double now) {
    if (p->at >= model_end(m) && model_over(m)) player_go(p, m, 0);
    p->position = axis_position(m, playing_axis(), p->at);
    p->last = now;
    p->hurry = 1;
    p->playing = true;
}

/* How much faster it has to be so that the stretch to the next event does not take too long. */
static double hurry(const Player *p, const Model *m) {
    if (p->at >= model_end(m)) return 1;
    double still = axis_position(m, playing_axis(), p->at + 1) - axis_position(m, playing_axis(), p->at);
    double most = STILL_MOST * (speeds[p->speed] > 1 ? speeds[p->speed] : 1);
    return still > most ? still / most : 1;
}

bool player_follow(Player *p, const Model *m, double now, bool over) {
    if (!p->playing) return false;
    double end = axis_length(m, playing_axis()), seconds = (now - p->last) / 1000;
    p->last = now;
    p->hurry = hurry(p, m);
    p->position += seconds * speeds[p->speed] * p->hurry;
    if (p->position >= end) {
        p->position = end;
        p->at = model_end(m);
        p->now = model_time(m, p->at);
        if (over) p->playing = false;
        return true;
    }
    p->at = axis_cursor(m, playing_axis(), p->position);
    p->now = axis_time(m, playing_axis(), p->position);
    return true;
}
