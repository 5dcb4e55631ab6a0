/* Which font: weights of Inter for the interface, JetBrains Mono for code. */
#ifndef TOQUE_GFX_FACE_H
#define TOQUE_GFX_FACE_H

typedef enum FaceId {
#define FACE(id, name, file) FACE_##id,
#include "gfx/faces.def"
#undef FACE
    FACE_COUNT
} FaceId;

const char *face_name(FaceId face);

#endif
