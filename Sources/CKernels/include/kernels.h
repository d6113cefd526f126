#ifndef ALLIANCE_KERNELS_H
#define ALLIANCE_KERNELS_H

#include <stdint.h>

/// Multiplies rows of 16-bit numbers by a panel of eight columns.
///
/// `inputs` holds `rows` rows (a multiple of 4) of `pairs` pairs of numbers, `weights` for each pair the two weights of
/// each of eight columns; `sums` is written: `rows` rows of eight. All products are of whole numbers, so that every
/// kernel gives the same sums.
typedef void (*alliance_panel_kernel)(
  const int32_t *inputs, long pairs, long rows, const void *weights, int32_t *sums);

/// The fastest kernel that this processor can run; null where none is better than the portable code in Swift.
alliance_panel_kernel alliance_fastest_panel_kernel(void);

/// The kernel for processors with AVX2 alone, for tests; null where the processor has not even that.
alliance_panel_kernel alliance_avx2_panel_kernel(void);

#endif
