/// What was found in a file, for a line of a message: cut at 60 characters, and made visible.
func shown(_ found: String) -> String {
    let cut = found.count > 60 ? found.prefix(60) + "…" : found[...]
    var text = ""
    for scalar in cut.unicodeScalars {
        if isVisible(scalar) {
            text.unicodeScalars.append(scalar)
        } else {
            text += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
    }
    return text
}

private func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse: false
    default: true
    }
}
