/* The story of a run: its telling events as lines of text, indented by round and turn, that can
 * be followed without seeing any picture. */
#ifndef TOQUE_MODEL_STORY_H
#define TOQUE_MODEL_STORY_H

#include "model/words.h"

typedef struct Story {
    const Speech *speech;
    EventIndex from, to; /* the events that are told, both included */
    const bool *only;    /* by TaskId: whose events are told; NULL: all */
} Story;

/* Takes a part of the text; false: no more is wanted. */
typedef bool (*StoryOut)(void *data, const char *text, size_t len);

void story_tell(const Story *story, StoryOut out, void *data);
/* Everything as it stands at a cursor: the chef, the rail, each task. */
void story_moment(const Speech *s, Cursor at, Buf *out);
/* The same with those tasks alone; `more` may add to what is told of each. */
void story_tasks(const Speech *s, Cursor at, const bool *only,
                 void (*more)(void *data, Cursor at, TaskId task, Buf *out), void *data, Buf *out);
/* Title and text of the author, if there are any. */
void story_head(const Speech *s, Buf *out);

#endif
