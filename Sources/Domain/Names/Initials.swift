extension String {
    /// The first letter of each word: `Bea-Lin Ashworth` is `B. L. A.`
    package var initials: String {
        nameParts.compactMap(\.first).map { "\($0)." }.joined(separator: " ")
    }

    /// The words of a name, without what stands between them.
    package var nameParts: [Substring] { split { !$0.isLetter && $0 != "'" && $0 != "’" } }
}
