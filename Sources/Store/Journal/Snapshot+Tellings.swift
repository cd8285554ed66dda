import Domain

extension Setting.Change {
    fileprivate static let prefix = "told governors "

    /// What a report to governors has told everybody, beside the entry that says that it was made: no
    /// change that could be taken back.
    init(telling: Telling, of year: AcademicYear) {
        self.init(
            name: "\(Self.prefix)\(year.label) \(telling.on.iso)", before: nil,
            after: telling.text)
    }

    fileprivate static func telling(_ name: String, _ text: String) -> (AcademicYear, Telling)? {
        let words = name.dropFirst(prefix.count).split(separator: " ").map(String.init)
        guard words.count == 2, let year = AcademicYear(words[0]), let day = Day(iso: words[1]),
            let telling = Telling(text, on: day)
        else { return nil }
        return (year, telling)
    }
}

extension Snapshot {
    /// What reports to governors have told everybody, by the year that they were about; of several on
    /// one day the last.
    public func tellings() throws -> [AcademicYear: [Telling]] {
        let all = try settings(startingWith: Setting.Change.prefix).compactMap {
            Setting.Change.telling($0.name, $0.value)
        }
        return Dictionary(grouping: all, by: \.0).mapValues { $0.map(\.1) }
    }
}
