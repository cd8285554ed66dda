import Domain
import Foundation
import Testing

@testable import Exchange

/// A school on record for the tests of imports: Tuesday 24 November 2026, terms of 2026-27.
struct ImportSchool {
    var records: [Record] = []
    var marks: [PupilRef: [AcademicYear: YearMarks]] = [:]
    var today = day("2026-11-24")

    static func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(rawValue: 0) }

    private static let pack = PackLoader.builtIn

    /// With the terms and half-terms of 2026-27.
    static func withTerms() throws -> ImportSchool {
        var school = ImportSchool()
        for (name, start, end) in [
            ("autumn", "2026-09-01", "2026-12-18"), ("spring", "2027-01-04", "2027-03-25"),
            ("summer", "2027-04-12", "2027-07-21"),
        ] {
            school.records.append(
                try Record(
                    .terms,
                    ["academic_year": "2026-27", "term": name, "start": start, "end": end]))
        }
        school.records.append(
            try Record(.closures, ["from": "2026-10-26", "to": "2026-10-30", "kind": "half-term"]))
        return school
    }

    /// A child on record; what is not said is plain.
    mutating func add(
        _ ref: String, _ name: String = "Mia Ellwood", born: String = "2019-03-14",
        upn: String = "", admitted: String = "2023-09-04", more: [String: String] = [:]
    ) throws {
        let words = name.split(separator: " ").map(String.init)
        var fields = [
            "pupil": ref, "forename": words[0], "surname": words.dropFirst().joined(separator: " "),
            "born": born, "upn": upn, "admitted": admitted, "year_group": "2",
        ]
        fields.merge(more) { $1 }
        records.append(try Record(.pupils, fields))
    }

    func onRecord() throws -> FactsOnRecord {
        var facts = Facts(records: records, bankHolidays: [])
        for (ref, years) in marks { facts.pupils[ref]?.marks = years }
        return FactsOnRecord(facts, pack: ImportSchool.pack, today: today)
    }

    func plan(roster text: String, _ options: ImportOptions = ImportOptions()) throws -> ImportPlan
    {
        try plan(.roster, Array(text.utf8), options)
    }

    func plan(register text: String, _ options: ImportOptions = ImportOptions()) throws
        -> ImportPlan
    {
        try plan(.attendance, Array(text.utf8), options)
    }

    func plan(
        _ kind: ImportKind, _ bytes: [UInt8], _ options: ImportOptions = ImportOptions()
    ) throws -> ImportPlan {
        let school = try onRecord()
        let name = "file"
        let plan = SchoolFile(bytes, name: name).plan(as: kind, options, existing: school)
        // Whatever a file holds, no row of it goes unmentioned.
        #expect(plan.rows == plan.accepted + plan.leftOut.count + plan.refusedRows)
        return plan
    }

    /// The school after the plan was carried out.
    func after(_ plan: ImportPlan) -> ImportSchool {
        var copy = self
        for change in plan.command?.changes ?? [] {
            switch change {
            case .put(let record):
                copy.records.removeAll { $0.key == record.key }
                copy.records.append(record)
            case .remove(let key): copy.records.removeAll { $0.key == key }
            case .marks(let pupil, let marks): copy.marks[pupil, default: [:]][marks.year] = marks
            }
        }
        return copy
    }

    func pupil(_ ref: String) -> Record? {
        records.first { $0.kind == .pupils && $0["pupil"] == ref }
    }

    /// `/\` for a day of a child, `-` where no mark stands.
    func marks(_ ref: String, _ iso: String) -> String {
        let day = ImportSchool.day(iso)
        let codes = marks[PupilRef(ref)]?[AcademicYear(of: day)]?.codes(on: day)
        return (codes?.am?.text ?? "-") + (codes?.pm?.text ?? "-")
    }

    static func fixture(_ name: String) throws -> [UInt8] {
        try ImportFile.bytes(path: root + "/Tests/Fixtures/school-files/" + name)
    }

    private static let root = #filePath.components(separatedBy: "/Tests/")[0]
}
