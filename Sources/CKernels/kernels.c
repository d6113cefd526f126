// Swift cannot compile one function for several kinds of processor and choose between them when the program runs;
// C can. What is here is only the innermost loops; everything else of the network is in Swift.
#include "kernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

#pragma STDC FP_CONTRACT OFF

// ROWS rows by PANELS panels, which stay in registers. More rows and panels at a time mean fewer loads for each product.
#define DEFINE_BLOCK(NAME, TARGET, ROWS, PANELS, ADD_PRODUCTS)                                            \
  __attribute__((target(TARGET), always_inline)) static inline void NAME(                                 \
    const int32_t *inputs, long pairs, const __m256i *weights, long columns, const float *input_scales,   \
    const float *scales, const float *bias, float *result) {                                              \
    __m256i sums[ROWS][PANELS];                                                                           \
    for (int r = 0; r < ROWS; r++)                                                                        \
      for (int p = 0; p < PANELS; p++) sums[r][p] = _mm256_setzero_si256();                               \
    for (long k = 0; k < pairs; k++) {                                                                    \
      __m256i w[PANELS];                                                                                  \
      for (int p = 0; p < PANELS; p++) w[p] = _mm256_loadu_si256(weights + p * pairs + k);                \
      _Pragma("GCC unroll 8") for (int r = 0; r < ROWS; r++) {                                            \
        __m256i in = _mm256_set1_epi32(inputs[r * pairs + k]);                                            \
        _Pragma("GCC unroll 2") for (int p = 0; p < PANELS; p++)                                          \
          sums[r][p] = ADD_PRODUCTS(sums[r][p], in, w[p]);                                                \
      }                                                                                                   \
    }                                                                                                     \
    for (int p = 0; p < PANELS; p++) {                                                                    \
      __m256 start = bias ? _mm256_loadu_ps(bias + 8 * p) : _mm256_setzero_ps();                          \
      for (int r = 0; r < ROWS; r++) {                                                                    \
        __m256 unit = _mm256_mul_ps(_mm256_loadu_ps(scales + 8 * p), _mm256_set1_ps(input_scales[r]));    \
        __m256 product = _mm256_mul_ps(_mm256_cvtepi32_ps(sums[r][p]), unit);                             \
        _mm256_storeu_ps(result + r * columns + 8 * p, _mm256_add_ps(product, start));                    \
      }                                                                                                   \
    }                                                                                                     \
  }

// The whole matrix: panels two by two and rows by ROWS, what is left over one by one and by fours.
#define DEFINE_KERNEL(NAME, TARGET, ROWS, ADD_PRODUCTS)                                                   \
  DEFINE_BLOCK(NAME##_wide, TARGET, ROWS, 2, ADD_PRODUCTS)                                                \
  DEFINE_BLOCK(NAME##_low, TARGET, 4, 2, ADD_PRODUCTS)                                                    \
  DEFINE_BLOCK(NAME##_small, TARGET, 4, 1, ADD_PRODUCTS)                                                  \
  __attribute__((target(TARGET))) static void NAME(                                                       \
    const int32_t *inputs, long pairs, long rows, const void *weights, long columns,                      \
    const float *input_scales, const float *scales, const float *bias, float *result) {                   \
    for (long column = 0; column < columns; column += 16) {                                               \
      const __m256i *panel = (const __m256i *)weights + column / 8 * pairs;                               \
      const float *start = bias ? bias + column : 0;                                                      \
      int is_pair = column + 16 <= columns;                                                               \
      for (long row = 0; row < rows;) {                                                                   \
        const int32_t *in = inputs + row * pairs;                                                         \
        float *out = result + row * columns + column;                                                     \
        if (is_pair && row + ROWS <= rows) {                                                              \
          NAME##_wide(in, pairs, panel, columns, input_scales + row, scales + column, start, out);        \
          row += ROWS;                                                                                    \
        } else {                                                                                          \
          (is_pair ? NAME##_low : NAME##_small)(                                                          \
            in, pairs, panel, columns, input_scales + row, scales + column, start, out);                  \
          row += 4;                                                                                       \
        }                                                                                                 \
      }                                                                                                   \
    }                                                                                                     \
  }

#define MULTIPLY_THEN_ADD(SUM, A, B) _mm256_add_epi32(SUM, _mm256_madd_epi16(A, B))

DEFINE_KERNEL(multiply_avx2, "avx2", 4, MULTIPLY_THEN_ADD)
DEFINE_KERNEL(multiply_vnni, "avx2,avx512f,avx512vl,avx512vnni", 8, _mm256_dpwssd_epi32)

// As `exponential` in Swift, operation by operation, of the argument with the other sign.
__attribute__((target("avx2"), always_inline)) static inline __m256 logistic(__m256 argument) {
  __m256 zero = _mm256_setzero_ps(), one = _mm256_set1_ps(1);
  __m256 limit = _mm256_set1_ps(80), low = _mm256_set1_ps(-80);
  __m256 x = _mm256_sub_ps(zero, argument);
  x = _mm256_blendv_ps(x, limit, _mm256_cmp_ps(x, limit, _CMP_GT_OQ));
  x = _mm256_blendv_ps(x, low, _mm256_cmp_ps(x, low, _CMP_LT_OQ));
  __m256 magic = _mm256_set1_ps(12582912);
  __m256 shifted = _mm256_add_ps(_mm256_mul_ps(x, _mm256_set1_ps(1.44269504f)), magic);
  __m256 whole = _mm256_sub_ps(shifted, magic);
  __m256 rest = _mm256_sub_ps(x, _mm256_mul_ps(whole, _mm256_set1_ps(0.693359375f)));
  rest = _mm256_sub_ps(rest, _mm256_mul_ps(whole, _mm256_set1_ps(-2.1219444e-4f)));
  __m256 p = _mm256_set1_ps(1.98756915e-4f);
  p = _mm256_add_ps(_mm256_mul_ps(p, rest), _mm256_set1_ps(1.39819995e-3f));
  p = _mm256_add_ps(_mm256_mul_ps(p, rest), _mm256_set1_ps(8.3334519e-3f));
  p = _mm256_add_ps(_mm256_mul_ps(p, rest), _mm256_set1_ps(4.1665796e-2f));
  p = _mm256_add_ps(_mm256_mul_ps(p, rest), _mm256_set1_ps(1.66666655e-1f));
  p = _mm256_add_ps(_mm256_mul_ps(p, rest), _mm256_set1_ps(5.0000001e-1f));
  p = _mm256_add_ps(_mm256_add_ps(_mm256_mul_ps(_mm256_mul_ps(p, rest), rest), rest), one);
  __m256i exponent = _mm256_slli_epi32(_mm256_castps_si256(shifted), 23);
  __m256 scale = _mm256_castsi256_ps(_mm256_add_epi32(exponent, _mm256_set1_epi32(0x3F800000)));
  return _mm256_div_ps(one, _mm256_add_ps(one, _mm256_mul_ps(p, scale)));
}

__attribute__((target("avx2"))) static void step_avx2(
  long size, float *gates, const float *before, const float *inputs, const float *peephole, const float *bias,
  float *state, float *output) {
  __m256 one = _mm256_set1_ps(1);
  for (long i = 0; i < size; i += 8) {
    __m256 c = before ? _mm256_loadu_ps(before + i) : _mm256_setzero_ps();
    __m256 f = _mm256_add_ps(_mm256_loadu_ps(gates + size + i), _mm256_mul_ps(_mm256_loadu_ps(peephole + i), c));
    f = logistic(_mm256_add_ps(f, _mm256_loadu_ps(bias + i)));
    __m256 r = _mm256_loadu_ps(gates + 2 * size + i);
    r = _mm256_add_ps(r, _mm256_mul_ps(_mm256_loadu_ps(peephole + size + i), c));
    r = logistic(_mm256_add_ps(r, _mm256_loadu_ps(bias + size + i)));
    __m256 next = _mm256_add_ps(
      _mm256_mul_ps(f, c), _mm256_mul_ps(_mm256_sub_ps(one, f), _mm256_loadu_ps(gates + i)));
    _mm256_storeu_ps(state + i, next);
    __m256 passed = _mm256_mul_ps(_mm256_sub_ps(one, r), _mm256_loadu_ps(inputs + i));
    _mm256_storeu_ps(output + i, _mm256_add_ps(_mm256_mul_ps(r, next), passed));
    _mm256_storeu_ps(gates + size + i, f);
    _mm256_storeu_ps(gates + 2 * size + i, r);
  }
}

alliance_recurrent_kernel alliance_fastest_recurrent_kernel(void) {
  return __builtin_cpu_supports("avx2") ? step_avx2 : 0;
}

alliance_kernel alliance_avx2_kernel(void) {
  return __builtin_cpu_supports("avx2") ? multiply_avx2 : 0;
}

alliance_kernel alliance_fastest_kernel(void) {
  if (__builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni")) return multiply_vnni;
  return alliance_avx2_kernel();
}

#else

alliance_kernel alliance_avx2_kernel(void) { return 0; }
alliance_kernel alliance_fastest_kernel(void) { return 0; }
alliance_recurrent_kernel alliance_fastest_recurrent_kernel(void) { return 0; }

#endif
