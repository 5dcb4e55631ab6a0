/* What a scenario's directives ask of the engine: they go into the record, the simulated network
 * obeys the latencies. */
#ifndef TOQUE_LOOP_SCENARIO_H
#define TOQUE_LOOP_SCENARIO_H

#include "lang/directive.h"
#include "trace/trace.h"

void scenario_note(Trace *t, const Directives *d, const Source *source);

#endif
