// Swift cannot compile one function for several kinds of processor and choose between them when the program runs;
// C can. What is here is only the innermost loop; everything else of the network is in Swift.
#include "kernels.h"

#if defined(__x86_64__)

#include <immintrin.h>

// Eight rows at a time keep the multipliers busy; what is left goes by fours.
#define PANEL_KERNEL(NAME, TARGET, ADD_PRODUCTS)                                                          \
  __attribute__((target(TARGET))) static void NAME(                                                       \
    const int32_t *inputs, long pairs, long rows, const void *weights, int32_t *sums) {                   \
    const __m256i *panel = weights;                                                                       \
    long row = 0;                                                                                         \
    for (; row + 8 <= rows; row += 8) {                                                                   \
      const int32_t *in = inputs + row * pairs;                                                           \
      __m256i s[8];                                                                                       \
      for (int r = 0; r < 8; r++) s[r] = _mm256_setzero_si256();                                          \
      for (long k = 0; k < pairs; k++) {                                                                  \
        __m256i w = _mm256_loadu_si256(panel + k);                                                        \
        _Pragma("GCC unroll 8") for (int r = 0; r < 8; r++)                                               \
          s[r] = ADD_PRODUCTS(s[r], _mm256_set1_epi32(in[r * pairs + k]), w);                             \
      }                                                                                                   \
      for (int r = 0; r < 8; r++) _mm256_storeu_si256((__m256i *)(sums + (row + r) * 8), s[r]);           \
    }                                                                                                     \
    for (; row < rows; row += 4) {                                                                        \
      const int32_t *in = inputs + row * pairs;                                                           \
      __m256i s[4];                                                                                       \
      for (int r = 0; r < 4; r++) s[r] = _mm256_setzero_si256();                                          \
      for (long k = 0; k < pairs; k++) {                                                                  \
        __m256i w = _mm256_loadu_si256(panel + k);                                                        \
        _Pragma("GCC unroll 4") for (int r = 0; r < 4; r++)                                               \
          s[r] = ADD_PRODUCTS(s[r], _mm256_set1_epi32(in[r * pairs + k]), w);                             \
      }                                                                                                   \
      for (int r = 0; r < 4; r++) _mm256_storeu_si256((__m256i *)(sums + (row + r) * 8), s[r]);           \
    }                                                                                                     \
  }

#define MULTIPLY_THEN_ADD(SUM, A, B) _mm256_add_epi32(SUM, _mm256_madd_epi16(A, B))

PANEL_KERNEL(multiply_avx2, "avx2", MULTIPLY_THEN_ADD)
PANEL_KERNEL(multiply_vnni, "avx2,avx512f,avx512vl,avx512vnni", _mm256_dpwssd_epi32)

alliance_panel_kernel alliance_avx2_panel_kernel(void) {
  return __builtin_cpu_supports("avx2") ? multiply_avx2 : 0;
}

alliance_panel_kernel alliance_fastest_panel_kernel(void) {
  if (__builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vnni")) return multiply_vnni;
  return alliance_avx2_panel_kernel();
}

#else

alliance_panel_kernel alliance_avx2_panel_kernel(void) { return 0; }
alliance_panel_kernel alliance_fastest_panel_kernel(void) { return 0; }

#endif
