#include "gfx/geom.h"

static uint32_t channel_mix(Color a, Color b, int shift, float t) {
    float from = (float)(a >> shift & 255), to = (float)(b >> shift & 255);
    return (uint32_t)(from + (to - from) * t + 0.5f) << shift;
}

Color color_mix(Color a, Color b, float t) {
    t = t <= 0 ? 0 : t >= 1 ? 1 : t;
    return channel_mix(a, b, 24, t) | channel_mix(a, b, 16, t) | channel_mix(a, b, 8, t) |
           channel_mix(a, b, 0, t);
}

static float linear(uint32_t channel) {
    float c = (float)(channel & 255) / 255;
    return c <= 0.04045f ? c / 12.92f : powf((c + 0.055f) / 1.055f, 2.4f);
}

static float luminance(Color c) {
    return 0.2126f * linear(c >> 16) + 0.7152f * linear(c >> 8) + 0.0722f * linear(c);
}

float color_contrast(Color a, Color b) {
    float la = luminance(a) + 0.05f, lb = luminance(b) + 0.05f;
    return la > lb ? la / lb : lb / la;
}
