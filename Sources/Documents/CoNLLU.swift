/// Reads and prints annotated text in CoNLL-U, the format of Universal Dependencies
/// (<https://universaldependencies.org/format.html>).
public enum CoNLLU {}
