/// Text reduced to what two systems agree on: letters and digits, without case, accents, spaces or
/// punctuation. Headings, words and names are compared in this form and never stored in it.
func folded(_ text: some StringProtocol) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar {
        case "a"..."z", "0"..."9": result.append(scalar)
        case "A"..."Z": result.append(Unicode.Scalar(UInt8(scalar.value) + 0x20))
        case "\u{0}"..."\u{7F}": continue
        // One by one: appending a collection copies all that is there, each time.
        default: for letter in foldedBeyondASCII(scalar) { result.append(letter) }
        }
    }
    return String(result)
}

/// The letter without its marks, read from its Unicode name: `LATIN SMALL LETTER E WITH ACUTE`.
private func foldedBeyondASCII(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else {
        return String.UnicodeScalarView()
    }
    if scalar == "ß" { return "ss".unicodeScalars }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    let letter = "LATIN SMALL LETTER "
    guard let name = lower.properties.name, name.hasPrefix(letter) else {
        return String(lower).unicodeScalars
    }
    let base = name.dropFirst(letter.count).prefix { $0 != " " }
    return base.count <= 2 ? base.lowercased().unicodeScalars : String(lower).unicodeScalars
}

/// Text without the white space that spreadsheets leave at both ends.
func trimmed(_ text: some StringProtocol) -> String {
    guard let first = text.unicodeScalars.firstIndex(where: { !$0.properties.isWhitespace }),
        let last = text.unicodeScalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(text[first...last])
}
