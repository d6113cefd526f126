#ifndef ALLIANCE_CGRAPHVIZ_SHIM_H
#define ALLIANCE_CGRAPHVIZ_SHIM_H

#include <graphviz/gvc.h>
#include <stdio.h>
#include <stdlib.h>

// Swift does not see cgraph's macros, and some signatures differ between versions of Graphviz: these wrappers
// are the same everywhere.

/// Parses DOT; NULL where the text is not DOT.
static inline Agraph_t *alliance_gv_parse(const char *dot) {
  agreadline(1);
  return agmemread(dot);
}

static inline int alliance_gv_node_count(Agraph_t *graph) { return agnnodes(graph); }

static inline int alliance_gv_edge_count(Agraph_t *graph) { return agnedges(graph); }

/// Sets an attribute of the graph, unless it is set already.
static inline void alliance_gv_set_default(Agraph_t *graph, const char *name, const char *value) {
  if (!agattr(graph, AGRAPH, (char *)name, NULL)) agattr(graph, AGRAPH, (char *)name, (char *)value);
}

/// Sets an attribute of the graph, whatever it was.
static inline void alliance_gv_set(Agraph_t *graph, const char *name, const char *value) {
  agattr(graph, AGRAPH, (char *)name, (char *)value);
}

/// Draws a laid-out graph into memory that the caller frees; 0 on success.
static inline int alliance_gv_render(
    GVC_t *context, Agraph_t *graph, const char *format, char **bytes, size_t *count) {
  FILE *stream = open_memstream(bytes, count);
  if (!stream) return -1;
  int failed = gvRender(context, graph, format, stream);
  if (fclose(stream) != 0) failed = -1;
  return failed;
}

#endif
