import Domain

extension ImportPreview {
    /// The file's name without its folders.
    var shortName: String { fileName.split(separator: "/").last.map(String.init) ?? fileName }

    /// What a column may be, by the letters that were typed.
    func choices(_ letters: String) -> [Choice] {
        let wanted = letters.folded
        let all = [Choice(name: nil, words: "not read")] + fields
        guard !wanted.isEmpty else { return all }
        return all.filter { $0.words.folded.contains(wanted) }
    }
}

extension ImportPreview.Column {
    var isRead: Bool { field != nil }
}
