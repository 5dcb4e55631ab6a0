/* `toque export`: a run for other programs. */
#ifndef TOQUE_APP_EXPORT_H
#define TOQUE_APP_EXPORT_H

#include "app/cli.h"

int export_run(const Cli *cli); /* the exit code */

/* --- the formats ----------------------------------------------------------------------- */

#include "model/words.h"

void export_perfetto(const Speech *s, const char *name, Buf *out);
void export_csv(const Speech *s, const char *name, Buf *out);
void export_svg(const Speech *s, const char *name, Buf *out);

#endif
