import Domain

/// Reads one authority's profile to its end, whatever is wrong on the way.
struct ProfileReader {
    private let document: PackDocument
    private(set) var faults: PackFaultList

    init(_ document: PackDocument, _ faults: PackFaultList) {
        self.document = document
        self.faults = faults
    }

    private static let provenance = ["source", "checked", "check"]
    private static let terms = TermName.allCases.map(\.rawValue)

    /// What the file says; `nil` where it does not say whose it is.
    mutating func profile() -> AuthorityProfile? {
        let root = PackFields(document: document, path: [], fields: document.root)
        allow(
            [
                PackProfiles.marker, "name", "names", AuthorityProfile.CutOffs.key,
                AuthorityProfile.SignOff.key, AuthorityProfile.Grading.key,
                AuthorityProfile.Portal.key, AuthorityProfile.ConferenceReports.key,
                AuthorityProfile.PEPPractice.key, AuthorityProfile.VirtualSchool.key,
            ], in: root)
        faults.note { () throws(PackFault) in
            guard try root.flag(PackProfiles.marker) else {
                throw root.fault(PackProfiles.marker, .wrongType("true"))
            }
        }
        let name = text("name", root)
        let names = list("names", root)
        let cutOffs = self.cutOffs()
        let (signOff, grading, portal) = (self.signOff(), self.grading(), self.portal())
        let (reports, practice, contact) = (self.reports(), self.practice(), self.contact())
        guard let name else { return nil }
        return AuthorityProfile(
            name: name, names: names, cutOffs: cutOffs, signOff: signOff, grading: grading,
            portal: portal, reports: reports, practice: practice, contact: contact)
    }

    // MARK: Its parts

    private mutating func signOff() -> AuthorityProfile.SignOff? {
        let key = AuthorityProfile.SignOff.key
        guard let fields = table(key, ["days", "unit", "by"]) else { return nil }
        let within = counts(["days"], fields)
        let by = list("by", fields)
        guard let provenance = self.provenance(fields, saying: ["days", "by"]) else { return nil }
        return AuthorityProfile.SignOff(within: within["days"], by: by, provenance)
    }

    private mutating func grading() -> AuthorityProfile.Grading? {
        let key = AuthorityProfile.Grading.key
        guard let fields = table(key, ["grades", "areas"]) else { return nil }
        let (grades, areas) = (list("grades", fields), list("areas", fields))
        guard let provenance = self.provenance(fields, saying: ["grades", "areas"]) else {
            return nil
        }
        return AuthorityProfile.Grading(grades: grades, areas: areas, provenance)
    }

    private mutating func portal() -> AuthorityProfile.Portal? {
        let key = AuthorityProfile.Portal.key
        guard let fields = table(key, ["name", "fields"]) else { return nil }
        let name = fields.fields["name"] == nil ? nil : text("name", fields)
        let names = list("fields", fields)
        guard let provenance = self.provenance(fields, saying: ["name", "fields"]) else {
            return nil
        }
        return AuthorityProfile.Portal(name: name, fields: names, provenance)
    }

    private mutating func reports() -> AuthorityProfile.ConferenceReports? {
        let key = AuthorityProfile.ConferenceReports.key
        guard let fields = table(key, ["initial", "review", "unit"]) else { return nil }
        let days = counts(["initial", "review"], fields)
        guard let provenance = self.provenance(fields, saying: ["initial", "review"]) else {
            return nil
        }
        return AuthorityProfile.ConferenceReports(
            initial: days["initial"], review: days["review"], provenance)
    }

    private mutating func practice() -> AuthorityProfile.PEPPractice? {
        let key = AuthorityProfile.PEPPractice.key
        guard let fields = table(key, ["dt_review_counts"]) else { return nil }
        let counts = faults.note { () throws(PackFault) in try fields.flag("dt_review_counts") }
        guard let provenance = self.provenance(fields, saying: ["dt_review_counts"]), let counts
        else {
            return nil
        }
        return AuthorityProfile.PEPPractice(dtReviewCounts: counts, provenance)
    }

    private mutating func contact() -> AuthorityProfile.VirtualSchool? {
        let key = AuthorityProfile.VirtualSchool.key
        guard let fields = table(key, ["team", "email", "telephone"]) else { return nil }
        let team = text("team", fields)
        let email = fields.fields["email"] == nil ? nil : text("email", fields)
        let telephone = fields.fields["telephone"] == nil ? nil : text("telephone", fields)
        guard let provenance = self.provenance(fields), let team else { return nil }
        return AuthorityProfile.VirtualSchool(
            team: team, email: email, telephone: telephone, provenance)
    }

    // MARK: Days for sending PEPs

    /// Those of every year, then those of each year that has a table of its own.
    private mutating func cutOffs() -> [AuthorityProfile.CutOffs] {
        let key = AuthorityProfile.CutOffs.key
        guard let value = document.root[key] else { return [] }
        guard case .table(let table) = value else {
            faults.add(document.fault([key], .wrongType("a table")))
            return []
        }
        let years = table.keys.compactMap { AcademicYear($0) }.sorted()
        let own = table.filter { AcademicYear($0.key) == nil }
        var found: [AuthorityProfile.CutOffs] = []
        if !own.isEmpty || years.isEmpty {
            found += [everyYear(PackFields(document: document, path: [key], fields: own))]
                .compactMap { $0 }
        }
        for year in years {
            let path = [key, year.label]
            guard case .table(let days) = table[year.label] else {
                faults.add(document.fault(path, .wrongType("a table")))
                continue
            }
            found += [dated(year, PackFields(document: document, path: path, fields: days))]
                .compactMap { $0 }
        }
        return found
    }

    private mutating func everyYear(_ fields: PackFields) -> AuthorityProfile.CutOffs? {
        allow(Self.terms + Self.provenance, in: fields)
        let days = self.days(fields) { (key) throws(PackFault) in try fields.dayOfYear(key) }
        // From September on: 1 September is 0 and August comes last.
        expectOrder(days.mapValues { ($0 + 300) % 1200 }, fields)
        guard let provenance = self.provenance(fields, saying: Self.terms) else { return nil }
        return AuthorityProfile.CutOffs(.everyYear(days), provenance)
    }

    private mutating func dated(
        _ year: AcademicYear, _ fields: PackFields
    ) -> AuthorityProfile.CutOffs? {
        allow(Self.terms + Self.provenance, in: fields)
        let days = self.days(fields) { (key) throws(PackFault) in
            let day = try fields.day(key)
            guard year.contains(day) else {
                throw fields.fault(key, .wrongType("a day of \(year.label)"))
            }
            return day
        }
        expectOrder(days, fields)
        guard let provenance = self.provenance(fields, saying: Self.terms) else { return nil }
        return AuthorityProfile.CutOffs(.dated(year, days), provenance)
    }

    private mutating func days<Value>(
        _ fields: PackFields, _ read: (String) throws(PackFault) -> Value
    ) -> [TermName: Value] {
        var found: [TermName: Value] = [:]
        for term in TermName.allCases where fields.fields[term.rawValue] != nil {
            found[term] = faults.note { () throws(PackFault) in try read(term.rawValue) }
        }
        return found
    }

    private mutating func expectOrder(
        _ days: [TermName: some Comparable], _ fields: PackFields
    ) {
        let ordered = days.sorted { $0.key < $1.key }
        for (earlier, later) in zip(ordered, ordered.dropFirst()) where earlier.value >= later.value
        {
            let wanted = "a day after that of \(earlier.key.rawValue)"
            faults.add(fields.fault(later.key.rawValue, .wrongType(wanted)))
        }
    }

    // MARK: Its values

    /// A table of the file, its keys looked over; `nil` where it is not there.
    private mutating func table(_ key: String, _ keys: [String]) -> PackFields? {
        guard let value = document.root[key] else { return nil }
        guard case .table(let table) = value else {
            faults.add(document.fault([key], .wrongType("a table")))
            return nil
        }
        let fields = PackFields(document: document, path: [key], fields: table)
        allow(keys + Self.provenance, in: fields)
        return fields
    }

    private mutating func allow(_ keys: [String], in fields: PackFields) {
        for key in fields.fields.keys.sorted() where !keys.contains(key) {
            faults.add(fields.fault(key, .notOfProfile))
        }
    }

    /// - Parameter keys: what the table is for; it has to say something of it.
    private mutating func provenance(
        _ fields: PackFields, saying keys: [String] = []
    ) -> Provenance? {
        if !keys.isEmpty, !keys.contains(where: { fields.fields[$0] != nil }) {
            faults.add(document.fault(fields.path, .saysNothing(keys)))
        }
        let source = text("source", fields)
        let checked = faults.note { () throws(PackFault) in try fields.day("checked") }
        let needsCheck = faults.note { () throws(PackFault) in try fields.flag("check") }
        guard let source, let checked, let needsCheck else { return nil }
        return Provenance(source: source, checked: checked, needsCheck: needsCheck)
    }

    private mutating func text(_ key: String, _ fields: PackFields) -> String? {
        faults.note { () throws(PackFault) in try fields.text(key) }
    }

    /// A list in which nothing stands twice; empty where it is absent.
    private mutating func list(_ key: String, _ fields: PackFields) -> [String] {
        let found = faults.note { () throws(PackFault) in try fields.texts(key) } ?? []
        var seen: Set<String> = []
        for text in found where !seen.insert(text.folded).inserted {
            faults.add(fields.fault(key, .twice(text)))
        }
        if found.contains("") {
            faults.add(fields.fault(key, .wrongType("a list of texts that say something")))
        }
        return found
    }

    /// Counts of days that share the table's unit.
    private mutating func counts(_ keys: [String], _ fields: PackFields) -> [String: DayCount] {
        var days: [String: Int] = [:]
        for key in keys where fields.fields[key] != nil {
            days[key] = faults.note { () throws(PackFault) in
                let count = try fields.whole(key)
                let range = 1...60
                guard range.contains(count) else {
                    throw fields.fault(key, .outOfRange(count, range))
                }
                return count
            }
        }
        let unit = faults.note { () throws(PackFault) in
            let unit = try fields.optionalWord("unit", DayCount.Unit.self)
            if unit == nil, keys.contains(where: { fields.fields[$0] != nil }) {
                throw fields.fault("unit", .missing)
            }
            return unit
        }
        guard case .some(.some(let unit)) = unit else { return [:] }
        return days.mapValues { DayCount($0, unit) }
    }
}
