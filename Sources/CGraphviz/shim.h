#ifndef ALLIANCE_CGRAPHVIZ_SHIM_H
#define ALLIANCE_CGRAPHVIZ_SHIM_H
#include <graphviz/gvc.h>
#endif
