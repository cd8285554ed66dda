import Domain

/// The grown-ups of the school, and the posts and roles they hold.
struct StaffRoom {
    /// One member of staff.
    struct Member {
        let id: String
        let name: String
        let post: String
        var isTeacher = false
        var leads = false
        var login: String?
    }

    static let head = Member(
        id: "S01", name: "Ruth Calloway", post: "Headteacher", isTeacher: true, leads: true,
        login: "calloway")
    static let designatedTeacher = Member(
        id: "S02", name: "Amina Khan", post: "Assistant Headteacher", isTeacher: true, leads: true,
        login: "khan")
    static let dsl = Member(
        id: "S03", name: "Michael Osei", post: "Deputy Headteacher", isTeacher: true, leads: true,
        login: "osei")
    static let senco = Member(
        id: "S04", name: "Helen Brandt", post: "SENCO", isTeacher: true, leads: true,
        login: "brandt")
    static let office = Member(
        id: "S05", name: "Carol Penny", post: "School Administrator", login: "penny")
    static let attendance = Member(
        id: "S06", name: "Dev Rawal", post: "Attendance Officer", login: "rawal")
    /// Who stands by a child: pastoral staff and teaching assistants.
    static let keyAdults = [
        Member(id: "S07", name: "Jo Webb", post: "Pastoral Lead", login: "webb"),
        Member(id: "S08", name: "Tess Marlow", post: "Emotional Literacy Assistant"),
        Member(id: "S09", name: "Gareth Pugh", post: "Teaching Assistant"),
        Member(id: "S10", name: "Nkechi Obiora", post: "Teaching Assistant"),
        Member(id: "S11", name: "Lorna Teague", post: "Teaching Assistant"),
    ]
    static let leaver = Member(id: "S12", name: "Kim Ferris", post: "Teaching Assistant")
    static let others = [
        Member(id: "S13", name: "Bill Hodge", post: "Site Manager"),
        Member(id: "S14", name: "Sunita Rao", post: "Business Manager", leads: true, login: "rao"),
    ]

    /// One for each class, by its name.
    let teachers: [String: Member]
    private let ordered: [(className: String, member: Member)]

    init(classes: [[String]], seed: UInt64, names: NameBook) {
        var dice = Dice(seed: seed, for: "staff")
        let logins = ["lindqvist", "amos", "teller"]
        ordered = classes.joined().enumerated().map { index, className in
            let member = Member(
                id: "S" + NameBook.digits(15 + index, 2),
                name: dice.pick(names.forenames) + " " + dice.pick(names.surnames),
                post: "Class Teacher", isTeacher: true,
                login: index < logins.count ? logins[index] : nil)
            return (className, member)
        }
        teachers = Dictionary(
            ordered.map { ($0.className, $0.member) }, uniquingKeysWith: { first, _ in first })
    }

    func write(to draft: inout Draft, _ moment: Moment, _ story: SchoolStory) {
        let office = [
            StaffRoom.head, StaffRoom.designatedTeacher, StaffRoom.dsl, StaffRoom.senco,
            StaffRoom.office, StaffRoom.attendance,
        ]
        let all =
            office + StaffRoom.keyAdults + [StaffRoom.leaver] + StaffRoom.others
            + ordered.map(\.member)
        for (index, member) in all.enumerated() {
            let from = AcademicYear(start: moment.year.start - 2 - index % 6).first
            draft.put(
                .staff,
                [
                    "staff": member.id, "name": member.name, "post": member.post,
                    "teaching": member.isTeacher.text, "qts": member.isTeacher.text,
                    "leadership": member.leads.text, "from": from.iso,
                    "to": member.id == StaffRoom.leaver.id
                        ? moment.ago(StaffRoom.leaverAgo).iso : "",
                    "login": member.login ?? "",
                ])
        }
        writeRoles(&draft, moment, story)
    }

    /// How many school days ago the leaver went.
    static let leaverAgo = 9

    private func writeRoles(_ draft: inout Draft, _ moment: Moment, _ story: SchoolStory) {
        let since = AcademicYear(start: moment.year.start - 2).first
        func hold(
            _ role: Role.Name, _ person: String, login: String = "", from: Day? = nil,
            to: Day? = nil
        ) {
            draft.put(
                .roles,
                [
                    "role": role.rawValue, "person": person, "from": (from ?? since).iso,
                    "to": to.text, "login": login,
                    "hours": role == .designatedTeacher ? "4" : "",
                ])
        }
        hold(.head, StaffRoom.head.id)
        hold(.designatedTeacher, StaffRoom.designatedTeacher.id)
        hold(.dsl, StaffRoom.dsl.id)
        hold(.deputyDSL, StaffRoom.head.id)
        hold(.deputyDSL, StaffRoom.keyAdults[0].id)
        hold(.senco, StaffRoom.senco.id)
        hold(.administrator, StaffRoom.office.id)
        hold(.administrator, StaffRoom.attendance.id)
        hold(.designatedGovernor, "Margaret Idowu", login: "idowu")
        hold(.virtualSchoolHead, "Frances Birkin")
        switch story {
        case .kept: hold(.educationAdviser, "Priti Vadera", login: "vadera")
        case .busy:
            // The authority's adviser has gone; the next begins in some weeks.
            hold(.educationAdviser, "Colin Tarrant", login: "tarrant", to: moment.ago(18))
            hold(.educationAdviser, "Priti Vadera", login: "vadera", from: moment.ahead(25))
        }
        for (_, member) in ordered { hold(.classTeacher, member.id) }
    }
}
