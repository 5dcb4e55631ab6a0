#include "ui/ease.h"

float ease(Ease how, float t) {
    if (t <= 0) return 0;
    if (t >= 1) return 1;
    float u = 1 - t;
    switch (how) {
    case EASE_LINEAR: return t;
    case EASE_OUT_QUAD: return 1 - u * u;
    case EASE_OUT_CUBIC: return 1 - u * u * u;
    case EASE_IN_OUT_CUBIC: return t < 0.5f ? 4 * t * t * t : 1 - 4 * u * u * u;
    }
    return t;
}

void tween_set(Tween *t, float value) {
    *t = (Tween){.from = value, .to = value};
}

void tween_go(Tween *t, double now, float to, double length, Ease how) {
    if (t->to == to) return;
    float from = tween_at(t, now);
    *t = (Tween){length > 0 ? from : to, to, now, length, how};
}

float tween_at(const Tween *t, double now) {
    if (t->length <= 0) return t->to;
    return t->from + (t->to - t->from) * ease(t->how, (float)((now - t->start) / t->length));
}

bool tween_moves(const Tween *t, double now) {
    return t->from != t->to && now < t->start + t->length;
}
