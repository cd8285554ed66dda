/// The draft of an e-mail to somebody who owes the school something: polite, short, with days.
///
/// Mail is not private. It names nobody but its reader and its sender, and children by initials.
public struct ChaseLetter: Hashable, Sendable {
    /// The address, where one is on record.
    public let to: String?
    public let subject: String
    public let greeting: String
    public let opening: String
    /// What is asked for, a line each, without a mark before it.
    public let items: [String]
    public let closing: String
    /// Who sends it: the name, then the post.
    public let signature: [String]

    /// The most columns of a line of its own words.
    static let width = 72

    /// `nil` where nothing is to be asked for on this day.
    ///
    /// - Parameters:
    ///   - names: the child's name as it is told by initials.
    ///   - login: whoever sends it.
    public init?(
        to debtor: Debtor, from login: String, of school: SchoolFacts, on today: Day,
        under pack: PolicyPack, names: (PupilRef) -> String
    ) {
        let owed = debtor.offered(on: today)
        guard !owed.isEmpty, let name = debtor.name else { return nil }
        let by = school.calendar.schoolDay(pack[.chaseDays], after: today)
        let schoolName = school.school?.name ?? "the school"
        to = debtor.email
        subject = "\(schoolName): what we are waiting for"
        greeting = debtor.party == .virtualSchool ? "Dear colleagues," : "Dear \(name),"
        opening =
            (owed.count == 1 ? "We are waiting for this" : "We are waiting for these")
            + ", and would be grateful for an answer by \(by.long):"
        items = owed.map { "\(names($0.pupil)): \($0.mailWords)" }
        closing =
            "If something stands in the way, or it has crossed with this message, please tell us. "
            + "Mail is not private: children stand here by their initials."
        let sender = school.signing(login, on: today)
        let isTeacher =
            sender.map { member in
                school.roles.contains {
                    $0.name == .designatedTeacher && $0.person == member.id
                        && $0.span.contains(today)
                }
            } ?? false
        let post = isTeacher ? "Designated Teacher" : sender?.record["post"] ?? ""
        signature =
            [sender?.name ?? ""].filter { !$0.isEmpty }
            + [[post, schoolName].filter { !$0.isEmpty }.joined(separator: ", ")]
    }

    /// The message without its head, line by line.
    public var body: [String] {
        let paragraphs = [[greeting], Self.wrapped(opening), items.map { "- \($0)" }]
        let end = [Self.wrapped(closing), ["Kind regards,"], signature]
        return Array((paragraphs + end).joined(separator: [""]))
    }

    /// The draft as it is copied into a mail program.
    public var lines: [String] {
        (to.map { ["To: \($0)"] } ?? []) + ["Subject: \(subject)", ""] + body
    }

    private static func wrapped(_ text: String) -> [String] {
        text.split(separator: " ").reduce(into: [""]) { lines, word in
            let last = lines[lines.count - 1]
            if last.isEmpty {
                lines[lines.count - 1] = String(word)
            } else if last.count + 1 + word.count <= width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
    }
}

extension CommandContext {
    /// Everybody who owes the school something on the day of this command.
    var debtors: [Debtor] { facts.debtors(on: today, under: pack) }
}
