import Testing

/// What terms mean. The meaning of the cases is that of the scenarios in openCypher's compatibility kit (expressions:
/// boolean, comparison, null, list, string, precedence, mathematical, quantifier), written anew.
@Suite struct TermTests {
  @Test func logicIsThreeValued() throws {
    let values = ["true", "false", "null"]
    // Rows by the left side, columns by the right one.
    let tables = [
      "AND": [["true", "false", "null"], ["false", "false", "false"], ["null", "false", "null"]],
      "OR": [["true", "true", "true"], ["true", "false", "null"], ["true", "null", "null"]],
      "XOR": [["false", "true", "null"], ["true", "false", "null"], ["null", "null", "null"]],
    ]
    for (word, table) in tables {
      for (left, row) in zip(values, table) {
        for (right, expected) in zip(values, row) {
          #expect(try term("\(left) \(word) \(right)") == expected, "\(left) \(word) \(right)")
        }
      }
    }
    #expect(try values.map { try term("NOT \($0)") } == ["false", "true", "null"])
  }

  @Test(arguments: [
    ("1 = 1", "true"), ("1 = 1.0", "true"), ("1 <> 2", "true"), ("'a' = 'A'", "false"), ("1 = '1'", "false"),
    ("1 <> '1'", "true"), ("null = null", "null"), ("null <> null", "null"), ("null = 1", "null"),
    ("1 < 2 <= 2 < 3", "true"), ("1 < 3 < 2", "false"), ("1 < null", "null"), ("3 < 2 < null", "false"),
    ("1 < 'a'", "null"), ("'a' < 'b'", "true"), ("'' < 'a'", "true"), ("true > false", "true"),
    ("1 < 1.5", "true"),
    ("[1, 2] = [1, 2]", "true"), ("[1] = [1, 2]", "false"), ("[1, null] = [1, 2]", "null"),
    ("[1, null] = [2, null]", "false"), ("[[1]] = [[1]]", "true"), ("[1, 0] >= [1]", "true"),
    ("[1] < 1", "null"),
    ("0.0 / 0.0 = 0.0 / 0.0", "false"), ("0.0 / 0.0 > 1", "null"),
  ])
  func comparisons(text: String, expected: String) throws { #expect(try term(text) == expected) }

  @Test(arguments: [
    ("1 IN [1, 2]", "true"), ("3 IN [1, 2]", "false"), ("1 IN []", "false"), ("null IN []", "false"),
    ("null IN [1]", "null"), ("1 IN [1, null]", "true"), ("2 IN [1, null]", "null"), ("1 IN null", "null"),
    ("[1] IN [[1]]", "true"), ("[1] IN [1]", "false"), ("[null] IN [[null]]", "null"),
    ("1 IN ['1']", "false"),
    ("[1, 2, 3][0]", "1"), ("[1, 2, 3][-1]", "3"), ("[1][5]", "null"), ("null[0]", "null"),
    ("[[1, 2]][0][1]", "2"),
    ("[1] + [2]", "[1, 2]"), ("[1] + 2", "[1, 2]"), ("size([1, null])", "2"), ("head([])", "null"),
    ("last([1, 2])", "2"), ("size(null)", "null"),
  ])
  func lists(text: String, expected: String) throws { #expect(try term(text) == expected) }

  @Test(arguments: [
    ("'abc' STARTS WITH 'a'", "true"), ("'abc' STARTS WITH ''", "true"), ("'abc' ENDS WITH 'bc'", "true"),
    ("'abc' CONTAINS 'b'", "true"), ("'abc' CONTAINS ''", "true"), ("'abc' CONTAINS 'B'", "false"),
    ("'' CONTAINS 'a'", "false"), ("null STARTS WITH 'a'", "null"), ("'a' ENDS WITH null", "null"),
    ("'a' CONTAINS 1", "null"), ("NOT 'abc' CONTAINS 'z'", "true"), ("'a' + 'b'", "'ab'"),
    ("'a' + 1", "'a1'"),
    ("toUpper('aé')", "'AÉ'"), ("toLower(null)", "null"), ("toString(1.5)", "'1.5'"), ("size('Ünal')", "4"),
    (#"'it\'s'"#, "'it's'"), (#""say \"so\"""#, "'say \"so\"'"), (#"'\u00e9\t\\'"#, "'é\t\\'"),
    ("'a\nb'", "'a\nb'"),
  ])
  func strings(text: String, expected: String) throws { #expect(try term(text) == expected) }

  @Test(arguments: [
    ("null IS NULL", "true"), ("1 IS NULL", "false"), ("null IS NOT NULL", "false"),
    ("null = null IS NULL", "null"),
    ("(null = null) IS NULL", "true"), ("coalesce(null, 2, 3)", "2"), ("coalesce(null)", "null"),
    ("-null", "null"),
    ("1 + null", "null"), ("NOT null IS NULL", "false"),
  ])
  func nulls(text: String, expected: String) throws { #expect(try term(text) == expected) }

  @Test(arguments: [
    ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("2 * 3 ^ 2", "18.0"), ("7 / 2", "3"), ("-7 / 2", "-3"),
    ("7 / 2.0", "3.5"),
    ("7 % 4", "3"), ("5 - 2 - 1", "2"), ("- 2 + 3", "1"), ("2 - -1", "3"), ("0x1F", "31"), ("0o17", "15"),
    ("1e2", "100.0"),
    (".5", "0.5"), ("true OR true AND false", "true"), ("(true OR true) AND false", "false"),
    ("true XOR true AND false", "true"), ("NOT false AND false", "false"), ("NOT (false AND false)", "true"),
    ("NOT 1 = 2", "true"), ("1 + 1 IN [2]", "true"), ("1 IN [1] = true", "true"),
    ("'a' + 'b' STARTS WITH 'ab'", "true"),
    ("1 = 1 OR 1 / 0 = 1", "true"),
  ])
  func precedence(text: String, expected: String) throws { #expect(try term(text) == expected) }

  @Test(arguments: [
    ("all(x IN [1, 2] WHERE x > 0)", "true"), ("all(x IN [] WHERE x > 0)", "true"),
    ("all(x IN [1, null] WHERE x > 0)", "null"), ("all(x IN [-1, null] WHERE x > 0)", "false"),
    ("any(x IN [-1, 1] WHERE x > 0)", "true"), ("any(x IN [] WHERE x > 0)", "false"),
    ("any(x IN [-1, null] WHERE x > 0)", "null"), ("none(x IN [-1] WHERE x > 0)", "true"),
    ("none(x IN [null] WHERE x > 0)", "null"), ("single(x IN [1, -1] WHERE x > 0)", "true"),
    ("single(x IN [1, 1, null] WHERE x > 0)", "false"), ("single(x IN [1, null] WHERE x > 0)", "null"),
    ("any(x IN [1] WHERE any(x IN [2] WHERE x = 2) AND x = 1)", "true"), ("all(x IN null WHERE x)", "null"),
  ])
  func quantifiers(text: String, expected: String) throws { #expect(try term(text) == expected) }

  @Test func whatCannotBeWorkedOutIsAnError() {
    #expect(complaint("RETURN 1 / 0") == "query:1:10: a division by zero")
    #expect(complaint("RETURN 9223372036854775807 + 1") == "query:1:28: a number out of range")
    #expect(complaint("RETURN true + 1") == "query:1:13: '+' can't take a truth value and a number")
    #expect(complaint("RETURN 1 AND true") == "query:1:8: expected true or false, found a number")
    #expect(complaint("RETURN 1 IN 2") == "query:1:13: IN takes a list, found a number")
    #expect(complaint("RETURN 1[0]") == "query:1:8: only lists have elements, and this is a number")
    #expect(complaint("RETURN size(1)") == "query:1:13: size() can't take a number")
  }
}
