import Documents
import Linguistics

extension Trainer {
  /// Scores the network as it stands.
  public func scores(on examples: [Example]) -> Scores {
    let network = TrainableNetwork(layout: layout, vectors: vectors)
    let shape = layout.shape
    var random = RandomNumbers(seed: 0)
    var scores = Scores()
    var next = 0
    while next < examples.count {
      var batch: [Example] = []
      var words = 0
      while next < examples.count && words < 1_000 {
        batch.append(examples[next])
        words += examples[next].forms.count
        next += 1
      }
      let encoded = batch.map { vocabulary.encode($0, shape: shape, vectors: vectors) }
      let a = network.forward(encoded, parameters, dropout: .init(), random: &random)
      var batchHeads: [Int] = []
      var sentenceHeads: [[Int]] = []
      for (index, example) in batch.enumerated() {
        let count = example.forms.count
        let arcs = network.arcScores(a, parameters, sentence: index, count: count)
        let heads = Arborescence.heads(count: count, scores: arcs)
        sentenceHeads.append(heads)
        batchHeads += heads.map { $0 < 0 ? -1 : $0 + a.starts[index] }
      }
      let (_, labels) = network.labelScores(a, parameters, heads: batchHeads)
      func best(_ row: UnsafeMutablePointer<Float>, _ count: Int) -> Int {
        (0..<count).reduce(0) { row[$1] > row[$0] ? $1 : $0 }
      }
      for (index, example) in batch.enumerated() {
        let start = a.starts[index]
        if !example.tokens.isEmpty {
          var predicted = example.tokens
          for i in predicted.indices {
            func tag(_ kind: TagKind) -> String {
              let row = a.tags.base + (start + i) * shape.tags + shape.offset(of: kind)
              return vocabulary.classes[kind]![best(row, shape.classes[kind]!)]
            }
            predicted[i].partOfSpeech = PartOfSpeech(rawValue: tag(.partOfSpeech))!
            predicted[i].tag = tag(.tag)
            predicted[i].features = tag(.features)
            predicted[i].lemma = LemmaScript(text: tag(.lemma))?.lemma(of: predicted[i].form) ?? ""
            predicted[i].head = sentenceHeads[index][i] < 0 ? nil : sentenceHeads[index][i]
            predicted[i].relation =
              vocabulary.relations[best(labels.base + (start + i) * shape.paddedRelations, shape.relations)]
          }
          scores.add(gold: example.tokens, predicted: predicted)
        }
        if let names = example.names {
          let found = NameDecoding.names(
            count: example.forms.count, scores: a.tags.base + start * shape.tags + shape.offset(of: .name),
            stride: shape.tags)
          scores.add(gold: names, predicted: found)
        }
      }
    }
    return scores
  }
}
