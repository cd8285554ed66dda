/// The text of a cell without what spreadsheets put around it: blanks of every kind, the `="…"` that
/// keeps the noughts of a number, the apostrophe that does the same, and curly quotation marks
/// around the whole. Blanks inside that only look like one become one.
func cellText(_ raw: String) -> String {
    if isPlain(raw) { return raw }
    var text = withoutBlanks(raw)
    if let kept = keptByFormula(text) {
        text = withoutBlanks(kept.replacing("\"\"", with: "\""))
    } else if text.hasPrefix("'"), text.utf8.count > 1,
        text.utf8.dropFirst().allSatisfy({ (0x30...0x39).contains($0) })
    {
        text.removeFirst()
    }
    for (open, close) in [("“", "”"), ("„", "“"), ("‘", "’")]
    where text.count > 1 && text.hasPrefix(open) && text.hasSuffix(close) {
        text = withoutBlanks(text.dropFirst().dropLast())
    }
    return text
}

/// What stands in `="001001"`, be the quotation marks straight or curly.
private func keptByFormula(_ text: String) -> Substring? {
    guard text.first == "=", text.count > 3, let open = text.dropFirst().first,
        let close = text.last, "\"“”„".contains(open), "\"“”".contains(close)
    else { return nil }
    return text.dropFirst(2).dropLast()
}

/// Most cells: ASCII without a blank at either end, and no sign of a spreadsheet before them.
private func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return true }
    return first > 0x20 && last > 0x20 && first != UInt8(ascii: "=") && first != UInt8(ascii: "'")
        && text.utf8.allSatisfy { $0 < 0x80 }
}

private func withoutBlanks(_ text: some StringProtocol) -> String {
    func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || (0x200B...0x200D).contains(scalar.value)
            || scalar.value == 0x2060 || scalar.value == 0xFEFF
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isBlank($0) }),
        let last = scalars.lastIndex(where: { !isBlank($0) })
    else { return "" }
    var inner = String.UnicodeScalarView()
    for scalar in scalars[first...last] {
        // Non-breaking, figure, narrow and ideographic blanks; a tab or line break stays a fault.
        inner.append(scalar.properties.generalCategory == .spaceSeparator ? " " : scalar)
    }
    return String(inner)
}
