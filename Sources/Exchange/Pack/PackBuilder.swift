import Domain
import Resources

/// Lays the files of a pack over one another, and keeps what is wrong with each.
struct PackBuilder {
    private var name = ""
    private var numbers = PackNumbers()
    private var clauses = PackClauses([])
    private var rules = PackRules()
    private var authority = PackAuthority()
    private var acts = PackActs()
    private var law: [String: (text: String, source: PackFields)] = [:]
    private var codes: [RegisterCodeTable.Entry] = []
    private var bankHolidays: [Day] = []
    private var sdqBands: [SDQ.Informant: [SDQScore.Scale?: [Int]]] = [:]
    private var profiles: PackProfiles
    private var faults = PackFaultList()

    init() {
        profiles = PackProfiles(noting: &faults)
        if let found = faults.note({ () throws(PackFault) in
            try PackTables.clauses(EmbeddedFile.clauses)
        }) {
            clauses = PackClauses(found)
        }
        if let found = faults.note({ () throws(PackFault) in
            try PackTables.codes(EmbeddedFile.attendanceCodes)
        }) {
            codes = found
        }
        bankHolidays =
            faults.note { () throws(PackFault) in
                try PackTables.bankHolidays(EmbeddedFile.bankHolidays)
            } ?? []
        sdqBands =
            faults.note { () throws(PackFault) in
                try PackTables.sdqBands(EmbeddedFile.sdqBands)
            } ?? [:]
    }

    mutating func lay(_ layer: PackLoader.File) {
        guard
            let document = faults.note({ () throws(PackFault) in
                try PackDocument(file: layer.name, bytes: layer.bytes)
            })
        else { return }
        guard !PackProfiles.isProfile(document) else {
            profiles.lay(document, noting: &faults)
            return
        }
        let root = PackFields(document: document, path: [], fields: document.root)
        if let name = faults.note({ () throws(PackFault) in try root.text("name") }) {
            self.name = name
        }
        clauses.drop(root, noting: &faults)
        lay(profilesOf: root)
        for (key, value) in document.root.sorted(by: { $0.key < $1.key })
        where !["name", "without", "profiles"].contains(key) {
            guard case .table(let table) = value else {
                faults.add(root.fault(key, .unknownKey))
                continue
            }
            switch key {
            case "law": lay(law: table, of: document)
            case "act": acts.lay(table, of: document, noting: &faults)
            case "authority": authority.lay(authority: table, of: document, noting: &faults)
            case "dates": authority.lay(dates: table, of: document, noting: &faults)
            case "clause": clauses.lay(table, of: document, noting: &faults)
            case "rule": rules.lay(table, of: document, noting: &faults)
            default: numbers.lay(key, table, of: document, noting: &faults)
            }
        }
    }

    /// Lays the files that a pack names under `profiles`, seen from its own folder.
    private mutating func lay(profilesOf root: PackFields) {
        for name in faults.note({ () throws(PackFault) in try root.texts("profiles") }) ?? [] {
            let document = faults.note { () throws(PackFault) in
                let file = try PackLoader.file(name, beside: root.document.file)
                return try PackDocument(file: file.name, bytes: file.bytes)
            }
            guard let document else { continue }
            if PackProfiles.isProfile(document) {
                profiles.lay(document, noting: &faults)
            } else {
                faults.add(root.fault("profiles", .noProfile(name)))
            }
        }
    }

    private mutating func lay(law table: [String: PackDocument.Value], of document: PackDocument) {
        let fields = PackFields(document: document, path: ["law"], fields: table)
        for rule in table.keys.sorted() {
            guard let text = faults.note({ () throws(PackFault) in try fields.text(rule) }) else {
                continue
            }
            law[rule] = (text, fields)
        }
    }

    /// What the files come to, and all that is wrong with them.
    mutating func finished(lastFile: String) -> (parts: PackParts, faults: [PackFault]) {
        let stated = rules.rules(numbers, clauses, noting: &faults)
        let made = Rule.builtIn + stated.flatMap { $0.rules ?? [] }
        let known = Set(made.map(\.id.rawValue)).union(rules.ids)
        for (rule, entry) in law.sorted(by: { $0.key < $1.key }) where !known.contains(rule) {
            faults.add(entry.source.fault(rule, .unknownKey))
        }
        let all = numbers.all(lastFile: lastFile, noting: &faults)
        if faults.faults.isEmpty {
            for fault in clauses.faults(shownBy: made) { faults.add(fault) }
        }
        let parts = PackParts(
            name: name, numbers: all, clauses: clauses.kept, codes: codes,
            bankHolidays: bankHolidays, law: law.mapValues(\.text), stated: stated,
            sdqBands: sdqBands, authority: authority.authority, dates: authority.dates,
            authorities: profiles.profiles,
            acts: acts.sections.values.sorted { $0.id < $1.id })
        return (parts, faults.faults)
    }
}
