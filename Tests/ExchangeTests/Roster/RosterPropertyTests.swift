import Domain
import Support
import Testing

@testable import Exchange

@Suite("Any roster, in any format")
struct RosterPropertyTests {
    @Test("What a format writes is read back equal", arguments: Soak.seeds(60))
    func roundTrip(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let children = (0..<Int.random(in: 1...25, using: &random)).map { index in
            InventedChild(index, &random)
        }
        let file = RosterFile(children, &random)
        let school = try ImportSchool.withTerms()
        let plan = try school.plan(.roster, file.bytes)
        #expect(plan.refused == [])
        let after = school.after(plan)
        for child in children {
            #expect(after.pupil(child.fields["pupil"] ?? "")?.values == (try child.record.values))
        }
        #expect(try after.plan(.roster, file.bytes).summary.last == "nothing changed")
    }
}

/// A child with names that files tend to spoil.
private struct InventedChild {
    var fields: [String: String]

    init(_ index: Int, _ random: inout SplitMix64) {
        let forenames = [
            "Mia", "Zoë", "Jean-Luc", "D'Arcy", "Amarachi", "=Jo", "@Sam", "Ana, Rose",
        ]
        let surnames = [
            "Ellwood", "O’Connor-Díaz", "Müller", "de la Tour", "\"Ace\" Penn", "-Vane",
        ]
        let born = Day(rawValue: Int32.random(in: 17_775...19_000, using: &random))
        fields = [
            "pupil": String(1000 + index),
            "surname": surnames.randomElement(using: &random) ?? "",
            "forename": forenames.randomElement(using: &random) ?? "",
            "born": born.iso,
            "year_group": ["R", "1", "2", "N2"].randomElement(using: &random) ?? "",
            "admitted": (born + Int.random(in: 1000...1700, using: &random)).iso,
            "class": ["1 Oak", "2;Elm", "R\u{20}Fir"].randomElement(using: &random) ?? "",
        ]
        if Bool.random(using: &random) { fields["known_as"] = "Bo" }
        if Bool.random(using: &random) { fields["sen"] = "K" }
        if Bool.random(using: &random) { fields["pp_eligible"] = "yes" }
        if Bool.random(using: &random) { fields["upn"] = InventedChild.upn(index) }
    }

    var record: Record { get throws { try Record(.pupils, fields) } }

    private static func upn(_ index: Int) -> String {
        let digits = "919208123" + String(1000 + index).suffix(3)
        return "ABCDEFGHJKLMNPQRTUVWXYZ".map { "\($0)\(digits)" }
            .first { UPN($0)?.hasRightCheckLetter == true } ?? ""
    }
}

/// Writes a roster as one of the systems would, in any order of columns.
private struct RosterFile {
    let bytes: [UInt8]

    init(_ children: [InventedChild], _ random: inout SplitMix64) {
        let names: [String: [String]] = [
            "pupil": ["Admission No", "Adno", "ADMISSION NUMBER", "Adm. No."],
            "upn": ["UPN", "u.p.n."], "surname": ["Legal Surname", "Legal Last Name"],
            "forename": ["Legal Forename", "LegalFirstName"],
            "known_as": ["Preferred Name", "Known As"], "born": ["DOB", "Date of birth"],
            "year_group": ["Year Group", "Year"], "class": ["Reg Group", "Class", "TutorGroup"],
            "admitted": ["Date of Admission", "Admission Date"], "sen": ["SEN Status", "SEN"],
            "pp_eligible": ["Pupil Premium", "PP"], "extra": ["Lunch", "Gender", ""],
        ]
        let columns = names.keys.sorted().shuffled(using: &random)
        let separator = [",", ";", "\t"].randomElement(using: &random) ?? ","
        let lineEnd = ["\n", "\r\n"].randomElement(using: &random) ?? "\n"
        var rows: [[String]] = []
        if Bool.random(using: &random) { rows.append(["Roll of the school", "24 November"]) }
        rows.append(columns.map { names[$0]?.randomElement(using: &random) ?? "" })
        for child in children {
            rows.append(columns.map { RosterFile.cell($0, child.fields[$0] ?? "", &random) })
            if Bool.random(using: &random) { rows.append(columns.map { _ in "" }) }
        }
        if Bool.random(using: &random) { rows.append(["Total", String(children.count)]) }
        let lines = rows.map { row in
            row.map { RosterFile.quoted($0, separator) }.joined(separator: separator) + lineEnd
        }
        bytes = RosterFile.encoded(lines.joined(), &random)
    }

    private static func cell(
        _ column: String, _ text: String, _ random: inout SplitMix64
    ) -> String {
        switch column {
        case "born", "admitted":
            guard let day = Day(iso: text) else { return text }
            let (year, month, dom) = day.civil
            return [text, "\(dom)/\(month)/\(year)", day.long, day.dayMonthYear]
                .randomElement(using: &random) ?? text
        case "year_group": return text.count == 1 && text != "R" ? "Year \(text)" : text
        case "extra": return "x"
        default: return text
        }
    }

    private static func quoted(_ cell: String, _ separator: String) -> String {
        cell.contains(separator) || cell.contains("\"")
            ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }

    private static func encoded(_ text: String, _ random: inout SplitMix64) -> [UInt8] {
        switch Int.random(in: 0...4, using: &random) {
        case 0: return Array(text.utf8)
        case 1: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
        case 2:
            return [0xFF, 0xFE]
                + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] }
        case 3: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] as [UInt8] }
        default:
            return text.unicodeScalars.map { scalar in
                (0...255).first { Windows1252.scalar($0) == scalar } ?? UInt8(ascii: "?")
            }
        }
    }
}
