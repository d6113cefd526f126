#ifndef ALLIANCE_KERNELS_H
#define ALLIANCE_KERNELS_H

#include <stdint.h>

/// Multiplies rows of 16-bit numbers by a matrix that is laid out in panels of eight columns.
///
/// `inputs` holds `rows` rows (a multiple of 4) of `pairs` pairs of numbers, `weights` panel by panel and for each pair the
/// two weights of each of eight columns. Element (r, c) of `result`, whose rows follow each other, becomes
/// sum * (scales[c] * input_scales[r]) + bias[c]; `bias` may be null. Sums of products of whole numbers are the same in any
/// order and no operation on floats is fused with another, so that all kernels give the same bits.
typedef void (*alliance_kernel)(
  const int32_t *inputs, long pairs, long rows, const void *weights, long columns, const float *input_scales,
  const float *scales, const float *bias, float *result);

/// The fastest kernel that this processor can run; null where none is better than the portable code in Swift.
alliance_kernel alliance_fastest_kernel(void);

/// The kernel for processors with AVX2 alone, for tests; null where the processor has not even that.
alliance_kernel alliance_avx2_kernel(void);

/// One step of one direction of `RecurrentUnit`, eight units at a time; the same bits as in Swift.
///
/// `gates` holds what the word gives to the state, to the forget gate and to the reset gate, `size` floats each, of which
/// the latter two are replaced by the gates' values; `before` is the state at the word before, null at the first.
typedef void (*alliance_recurrent_kernel)(
  long size, float *gates, const float *before, const float *inputs, const float *peephole, const float *bias,
  float *state, float *output);

/// The kernel for processors with AVX2; null where this one has not got it.
alliance_recurrent_kernel alliance_fastest_recurrent_kernel(void);

#endif
