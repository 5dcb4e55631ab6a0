/* near A.png B.png: whether two pictures look alike: of the same size, and hardly a pixel of another
 * colour. Letters may differ by a shade where another FreeType drew them. */
#include <SDL.h>
#include <SDL_image.h>
#include <stdio.h>
#include <stdlib.h>

enum { SHADE = 40, OTHERS = 15 }; /* of 255; pixels beyond it in a thousand */

static SDL_Surface *load(const char *path) {
    SDL_Surface *read = IMG_Load(path),
                *s = read ? SDL_ConvertSurfaceFormat(read, SDL_PIXELFORMAT_RGB24, 0) : NULL;
    SDL_FreeSurface(read);
    if (!s) fprintf(stderr, "%s: %s\n", path, SDL_GetError());
    return s;
}

static int is_other(const Uint8 *a, const Uint8 *b) {
    int most = 0;
    for (int i = 0; i < 3; i++)
        if (abs(a[i] - b[i]) > most) most = abs(a[i] - b[i]);
    return most > SHADE;
}

static long others(const SDL_Surface *a, const SDL_Surface *b) {
    long n = 0;
    for (int y = 0; y < a->h; y++) {
        const Uint8 *p = (const Uint8 *)a->pixels + (size_t)y * (size_t)a->pitch;
        const Uint8 *q = (const Uint8 *)b->pixels + (size_t)y * (size_t)b->pitch;
        for (int x = 0; x < a->w; x++) n += is_other(p + 3 * x, q + 3 * x);
    }
    return n;
}

int main(int argc, char **argv) {
    SDL_Surface *a = argc == 3 ? load(argv[1]) : NULL, *b = a ? load(argv[2]) : NULL;
    if (!a || !b) return 2;
    if (a->w != b->w || a->h != b->h) {
        printf("%dx%d is not %dx%d\n", a->w, a->h, b->w, b->h);
        return 1;
    }
    long n = others(a, b), most = (long)a->w * a->h * OTHERS / 1000;
    printf("%ld pixels differ, %ld may\n", n, most);
    return n > most;
}
