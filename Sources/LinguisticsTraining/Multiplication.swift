import Linguistics

/// Room for the copies that a multiplication makes; one a thread.
final class MultiplicationScratch {
  fileprivate let panels = FloatBuffer(count: 256 * 2048)
  fileprivate let rows = FloatBuffer(count: 256 * 16)
}

/// A view of a matrix: element (i, j) is at `base[i * rowStride + j * columnStride]`.
struct MatrixView {
  var base: UnsafePointer<Float>
  var rowStride: Int
  var columnStride = 1

  var transposed: MatrixView {
    MatrixView(base: base, rowStride: columnStride, columnStride: rowStride)
  }
}

extension MultiplicationScratch {
  /// result += a · b, with a of `rows × depth` and b of `depth × columns`; `rows` is a multiple of 4, `columns` of 16.
  ///
  /// Works on blocks that stay in cache: 256 of the depth, 16 rows, 16 columns. Sums run over the depth in order.
  func multiply(
    rows: Int, columns: Int, depth: Int, _ a: MatrixView, _ b: MatrixView,
    addingTo result: UnsafeMutablePointer<Float>, resultStride: Int
  ) {
    precondition(rows % 4 == 0 && columns % 16 == 0 && columns <= 2048)
    var start = 0
    while start < depth {
      let size = min(256, depth - start)
      pack(b, from: start, size: size, columns: columns)
      var row = 0
      while row < rows {
        let height = min(16, rows - row)
        pack(a, row: row, height: height, from: start, size: size)
        for panel in 0..<(columns / 16) {
          var inner = 0
          while inner < height {
            multiplyBlock(
              size, self.rows.base + inner * size, panels.base + panel * size * 16,
              result + (row + inner) * resultStride + panel * 16, resultStride)
            inner += 4
          }
        }
        row += height
      }
      start += size
    }
  }

  private func pack(_ b: MatrixView, from start: Int, size: Int, columns: Int) {
    if b.columnStride == 1 {
      for panel in 0..<(columns / 16) {
        let target = panels.base + panel * size * 16
        for k in 0..<size {
          let source = b.base + (start + k) * b.rowStride + panel * 16
          target.store(source.lane(0), k * 16)
          target.store(source.lane(8), k * 16 + 8)
        }
      }
    } else {
      for panel in 0..<(columns / 16) {
        let target = panels.base + panel * size * 16
        for j in 0..<16 {
          let source = b.base + start * b.rowStride + (panel * 16 + j) * b.columnStride
          for k in 0..<size { target[k &* 16 &+ j] = source[k &* b.rowStride] }
        }
      }
    }
  }

  /// Packs rows by fours: for each k the four elements beside each other.
  private func pack(_ a: MatrixView, row: Int, height: Int, from start: Int, size: Int) {
    var inner = 0
    while inner < height {
      let target = rows.base + inner * size
      let source = a.base + (row + inner) * a.rowStride + start * a.columnStride
      let r = a.rowStride
      let c = a.columnStride
      for k in 0..<size {
        target[k &* 4] = source[k &* c]
        target[k &* 4 &+ 1] = source[k &* c &+ r]
        target[k &* 4 &+ 2] = source[k &* c &+ 2 &* r]
        target[k &* 4 &+ 3] = source[k &* c &+ 3 &* r]
      }
      inner += 4
    }
  }

  @inline(__always)
  private func multiplyBlock(
    _ size: Int, _ a: UnsafePointer<Float>, _ b: UnsafePointer<Float>, _ c: UnsafeMutablePointer<Float>,
    _ stride: Int
  ) {
    let c1 = c + stride
    let c2 = c1 + stride
    let c3 = c2 + stride
    var s00 = c.lane(0)
    var s01 = c.lane(8)
    var s10 = c1.lane(0)
    var s11 = c1.lane(8)
    var s20 = c2.lane(0)
    var s21 = c2.lane(8)
    var s30 = c3.lane(0)
    var s31 = c3.lane(8)
    for k in 0..<size {
      let w0 = b.lane(k &* 16)
      let w1 = b.lane(k &* 16 &+ 8)
      let a0 = Lane(repeating: a[k &* 4])
      s00.addProduct(a0, w0)
      s01.addProduct(a0, w1)
      let a1 = Lane(repeating: a[k &* 4 &+ 1])
      s10.addProduct(a1, w0)
      s11.addProduct(a1, w1)
      let a2 = Lane(repeating: a[k &* 4 &+ 2])
      s20.addProduct(a2, w0)
      s21.addProduct(a2, w1)
      let a3 = Lane(repeating: a[k &* 4 &+ 3])
      s30.addProduct(a3, w0)
      s31.addProduct(a3, w1)
    }
    c.store(s00, 0)
    c.store(s01, 8)
    c1.store(s10, 0)
    c1.store(s11, 8)
    c2.store(s20, 0)
    c2.store(s21, 8)
    c3.store(s30, 0)
    c3.store(s31, 8)
  }
}
