/* One file of the library: what it says of itself, and what a run of it shows. */
#ifndef TOQUE_DESK_LIBRARY_FILE_H
#define TOQUE_DESK_LIBRARY_FILE_H

#include "lang/directive.h"
#include "loop/engine.h"
#include "view/thumbnail.h"

/* How far we are with it. */
typedef enum FileStage { FILE_NEW, FILE_READ, FILE_RUNS, FILE_KNOWN } FileStage;

typedef struct LibraryFile {
    char *path; /* owned; in full */
    bool own;
    FileStage stage;
    int64_t changed, size; /* as the system knew it when it was read */
    bool there;            /* by the last scan */
    Directives directives;
    Buf code;    /* for the search: what does not depend on the language, folded */
    Buf problem; /* why it cannot be run; empty: nothing is known against it */
    Program *program;
    Run *run; /* both only as long as it runs */
    Thumbnail thumb;
    bool solved;
    /* In the language that is spoken. */
    Buf words; /* for the search */
    Buf title, about, chapter, chapter_about;
} LibraryFile;

LibraryFile *library_file_new(const char *path, bool own);
void library_file_free(LibraryFile *f);

/* From the beginning, if the file is another one than it was. */
void library_file_look(LibraryFile *f);
/* One stage, or a slice of it. False: all is known. */
bool library_file_advance(LibraryFile *f, Lang lang, uint64_t budget);
void library_file_speak(LibraryFile *f, Lang lang);

int library_file_level(const LibraryFile *f);      /* 1 to 3; 0: it does not say */
uint32_t library_file_langs(const LibraryFile *f); /* bit 1 << Lang */
/* Whatever is spoken; what stands behind a colon is no part of a chapter's name. */
bool library_file_same_chapter(const LibraryFile *a, const LibraryFile *b);

#endif
