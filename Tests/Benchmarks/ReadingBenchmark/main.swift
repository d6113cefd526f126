import AllianceKit
import CAllocationCount
import Documents
import Foundation

// Measures reading on one core: `reading-benchmark [FOLDER [WORDS]]` reads the articles of a folder, again and again until so
// many words are read, and prints words a second (processor time), allocations a sentence and the peak of memory.
let arguments = CommandLine.arguments
let folder = arguments.count > 1 ? arguments[1] : "Tests/Corpus/articles"
let target = arguments.count > 2 ? Int(arguments[2]) ?? 0 : 200_000

func processorTime() -> Double {
  var usage = rusage()
  getrusage(RUSAGE_SELF.rawValue, &usage)
  return [usage.ru_utime, usage.ru_stime].reduce(0) { $0 + Double($1.tv_sec) + Double($1.tv_usec) / 1e6 }
}

func peakOfMemory() -> Int {
  var usage = rusage()
  getrusage(RUSAGE_SELF.rawValue, &usage)
  return usage.ru_maxrss / 1024
}

let began = processorTime()
let reader = try ArticleReader()
_ = reader.parse(Article(id: "a", plainText: "Norland backs the rebels."))
print("first sentence read after \(Int((processorTime() - began) * 1000)) ms of processor time")

let articles = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter {
  $0.hasSuffix(".txt")
}
.map { Article(id: $0, plainText: try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8)) }
guard !articles.isEmpty else { fatalError("\(folder): no articles") }

var words = 0
var sentences = 0
let allocations = alliance_allocations()
let start = processorTime()
while words < target {
  for article in articles {
    let document = reader.parse(article)
    sentences += document.sentences.count
    words += document.sentences.reduce(0) { $0 + $1.tokens.count }
  }
}
let time = processorTime() - start
print("\(words) words, \(sentences) sentences: \(Int(Double(words) / time)) words/s on one core")
print("\((alliance_allocations() - allocations) / sentences) allocations a sentence")
print("\(peakOfMemory()) MB at most")
