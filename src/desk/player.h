/* Where in the run we are, and how it goes on by itself. Playing follows virtual time, but a turn,
 * which takes next to none, is given time to be seen, and a stretch in which nothing happens is
 * passed faster. Time is handed in: nothing here reads a clock. */
#ifndef TOQUE_DESK_PLAYER_H
#define TOQUE_DESK_PLAYER_H

#include "model/steps.h"

#include <stdbool.h>

enum { PLAYER_SPEEDS = 8, PLAYER_NORMAL = 3 }; /* 1/8 to 16 */

/* Zeroed memory stands at the start. */
typedef struct Player {
    Cursor at;
    uint64_t now; /* the virtual time that is shown: playing, it goes on between two events */
    bool playing;
    int speed;       /* 0 to PLAYER_SPEEDS - 1 */
    double position; /* on the axis of playing */
    double last;     /* when it was moved last, in milliseconds */
    double hurry;    /* how much faster than its speed it goes just now; 1: not at all */
} Player;

void player_go(Player *p, const Model *m, Cursor at); /* and stop playing */
/* False: there is nowhere to go. */
bool player_step(Player *p, const Model *m, Step size, Way way);
void player_play(Player *p, const Model *m, double now); /* at the end: from the start */
/* Moves on to `now`. False: nothing moved, as it does not play. It stops at the end of a run that is
 * over; where the record ends before, it waits for more. */
bool player_follow(Player *p, const Model *m, double now, bool over);

#endif
