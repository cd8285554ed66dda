import Domain

/// The texts of a stated rule, each with the columns that it has where it stands.
extension PackRules {
    private static let columns: [String: Int] = [
        "short": Wording.shortColumns, "missing": Reason.lineColumns, "open": Reason.lineColumns,
        "done": Reason.lineColumns, "staff": Wording.shortColumns,
        "lacks": Wording.sentenceLength, "shows": Wording.sentenceLength,
        "did": Wording.sentenceLength, "next": NextAction.columns,
    ]

    /// What it asks for, as every text of it names it. A school's older file says the noun alone;
    /// where it says one of the others, none may be missing.
    func wording(
        _ entry: Entry, ofStaff: Bool, _ faults: inout PackFaultList
    ) -> Wording? {
        let noun = faults.note { () throws(PackFault) in try entry.source("noun").text("noun") }
        let needed = ["short", "missing", "done"] + (ofStaff ? ["did"] : ["lacks", "shows"])
        let optional = ["open"] + (ofStaff ? ["staff"] : [])
        guard (needed + optional).contains(where: entry.has) else {
            return noun.map { Wording($0) }
        }
        var texts: [String: String] = [:]
        for key in needed + optional.filter(entry.has) {
            texts[key] = fitting(key, entry, &faults)
        }
        guard let noun, let short = texts["short"], let missing = texts["missing"],
            let done = texts["done"]
        else { return nil }
        if ofStaff {
            return texts["did"].map { did in
                Wording(
                    noun, short: short, missing: missing, done: done, did: did,
                    open: texts["open"], staff: texts["staff"])
            }
        }
        guard let lacks = texts["lacks"], let shows = texts["shows"] else { return nil }
        return Wording(
            noun, short: short, missing: missing, done: done, lacks: lacks, shows: shows,
            open: texts["open"])
    }

    /// What to do next: a verb comes first, with a capital.
    func nextWords(_ entry: Entry, _ faults: inout PackFaultList) -> String? {
        guard let next = fitting("next", entry, &faults) else { return nil }
        guard next.first?.isUppercase == true else {
            let source = entry.source("next")
            faults.add(source.fault("next", .wrongType("a text that begins with a capital")))
            return nil
        }
        return next
    }

    private func fitting(
        _ key: String, _ entry: Entry, _ faults: inout PackFaultList
    ) -> String? {
        let source = entry.source(key)
        return faults.note { () throws(PackFault) -> String in
            let text = try source.text(key)
            guard let most = PackRules.columns[key], text.columnsOnScreen > most else {
                return text
            }
            throw source.fault(key, .tooWide(text.columnsOnScreen, most: most))
        }
    }
}
