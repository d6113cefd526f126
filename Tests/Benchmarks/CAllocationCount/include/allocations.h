#ifndef ALLIANCE_ALLOCATIONS_H
#define ALLIANCE_ALLOCATIONS_H

/// How often memory has been asked for since the program started.
long alliance_allocations(void);

#endif
