import Domain
import Foundation
import Support

/// A school's own files as its system writes them: forty children, their register, staff and
/// contacts.
struct SchoolFiles {
    /// Mon 30 Nov 2026, the day on which the school begins with the program.
    static let today = "2026-11-30"
    private static let first = Day(iso: "2026-09-01") ?? Day(rawValue: 0)
    private static let last = Day(iso: "2026-11-27") ?? Day(rawValue: 0)
    private static let halfTerm =
        (Day(iso: "2026-10-26") ?? Day(rawValue: 0))...(Day(iso: "2026-10-30") ?? Day(rawValue: 0))

    let folder: TemporaryFolder

    init(_ folder: TemporaryFolder) throws {
        self.folder = folder
        try folder.write("pupils.csv", Self.pupils)
        try folder.write("register.csv", Self.register)
        try folder.write("staff.csv", Self.staff)
        try folder.write("contacts.csv", Self.contacts)
    }

    private static let surnames = [
        "Adair", "Bello", "Carver", "Daniels", "Eze", "Field", "Grant", "Hart", "Ibe", "Jones",
        "Kaya", "Lund", "Marsh", "Novak", "Okoye", "Patel", "Quinn", "Reid", "Shaw", "Tran",
    ]
    private static let forenames = ["Una", "Ned"]

    /// Number, surname, forename: each name once.
    private static let children = (0..<40).map { place in
        (number: 2001 + place, surname: surnames[place / 2], forename: forenames[place % 2])
    }

    /// One child is marked as looked after.
    private static var pupils: String {
        let rows = children.enumerated().map { place, child in
            let year = place % 3
            let born = "\(2021 - year)-0\(1 + place % 8)-1\(place % 9)"
            let group = ["Reception", "Year 1", "Year 2"][year]
            return "\(child.number),\(child.surname),\(child.forename),\(born),\(group),"
                + "\(2026 - year)-09-01,\(child.number == 2003 ? "Yes" : "No")"
        }
        return "Admission No,Legal Surname,Legal Forename,Date of Birth,Year Group,"
            + "Date of Admission,Looked After\n" + rows.joined(separator: "\n") + "\n"
    }

    /// Everybody is there on every school day, but two children are ill in one week of November.
    private static var register: String {
        let ill = (Day(iso: "2026-11-09") ?? first)...(Day(iso: "2026-11-11") ?? first)
        var rows: [String] = []
        for day in stride(from: first.rawValue, through: last.rawValue, by: 1).map(Day.init)
        where day.weekday <= 5 && !halfTerm.contains(day) {
            rows += children.map { child in
                let isIll = (child.number == 2001 || child.number == 2003) && ill.contains(day)
                return "\(child.number),\(day.iso),\(isIll ? "I,I" : "/,\\")"
            }
        }
        return "Adm No,Date,AM,PM\n" + rows.joined(separator: "\n") + "\n"
    }

    private static let staff = """
        Staff Code,Title,Forename,Surname,Post,QTS,Teaching,Leadership,Start Date,Leaving Date
        AKH,Ms,Amara,Khan,Class Teacher,Y,Y,Y,01/09/2019,
        JWE,Mr,John,Webb,Deputy Head,Y,Y,Y,01/09/2018,
        MOS,Mrs,Maya,Osei,Headteacher,Y,N,Y,01/09/2015,
        CDU,Mr,Col,Duff,Teaching Assistant,N,N,N,06/01/2025,

        """

    private static var contacts: String {
        let rows = children.map { child in
            "\(child.number),\(child.surname),\(child.forename),Robin \(child.surname),Mother,Yes,1,"
                + "07700 90\(child.number)"
        }
        return "Admission No,Legal Surname,Legal Forename,Contact Name,Relationship,"
            + "Parental Responsibility,Priority,Main Telephone\n" + rows.joined(separator: "\n")
            + "\n"
    }
}
