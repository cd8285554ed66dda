/// What can show a clause: a closed vocabulary, so that a pack can state a rule in a file.
public enum Evidence: Hashable, Sendable {
    /// A decision about something, with a reason.
    case decision(Decision.Topic)
    /// An intervention of one of these levels that runs on a school day of the time asked for.
    case intervention([Intervention.Level])
    /// A progress row of a source.
    case progress(Progress.Source)
    /// A progress row that judges the progress made.
    case judgedProgress
    case check
    /// A meeting held; with these parts, where some are named. A child's rule asks for one about
    /// the child.
    case meeting(Meeting.Kind, parts: [String])
    /// A review of SEN provision held; of these kinds, where some are named.
    case senReview([SENReview.Kind], withTargets: Bool)
    /// A contact, an attempt that reached nobody too: it is the school that keeps in touch.
    case contact([Contact.Party])
    /// The same with whoever stands for a side of the child on the day of the contact.
    case contactWith(CloseParty)
    /// A PEP held at which whoever stood for a side of the child was there.
    case atPEP(CloseParty)
    /// A training that a member of staff attended or caught up on.
    case training(Training.Kind)
    /// A training of the whole school; of a kind, where one is named.
    case wholeSchoolTraining(Training.Kind?)
    /// A member of staff has read it: `policy`, `kcsie`, `child-protection`.
    case acknowledgement(String)
    /// A post or duty that the child holds.
    case responsibility
    /// Everyone around the child has contact details checked this year; home, and a social worker
    /// where the child has one, are among them.
    case professionalsChecked
    /// Another policy of the school, dated.
    case policy(String)
    /// A date of the year's report to governors, by its column.
    case governorsReport([String])

    // What only rules in code ask for: no pack states these.

    /// The child's needs profile is read.
    case profileRead
    /// Somebody holds a role.
    case role(Role.Name)
    /// Items of a list about the child.
    case checklist(ChecklistItem.Kind)
}

extension Evidence {
    /// Reads `meeting dt-report with attainment resources training`: the words that a pack writes.
    /// `nil` where they are none of the vocabulary.
    public init?(_ text: String) {
        let words = text.split(separator: " ").map(String.init)
        guard let first = words.first else { return nil }
        let rest = Array(words.dropFirst())
        switch first {
        case "decision":
            guard rest.count == 1, let topic = Decision.Topic(rawValue: rest[0]) else { return nil }
            self = .decision(topic)
        case "intervention":
            let levels = rest.compactMap(Intervention.Level.init)
            guard !rest.isEmpty, levels.count == rest.count else { return nil }
            self = .intervention(levels)
        case "progress":
            if rest == ["judged"] {
                self = .judgedProgress
            } else {
                guard rest.count == 1, let source = Progress.Source(rawValue: rest[0]) else {
                    return nil
                }
                self = .progress(source)
            }
        case "check" where rest.isEmpty: self = .check
        case "professionals" where rest == ["checked"]: self = .professionalsChecked
        case "responsibility" where rest.isEmpty: self = .responsibility
        case "meeting":
            guard let kind = rest.first.flatMap(Meeting.Kind.init(rawValue:)) else { return nil }
            let parts = Array(rest.dropFirst(2))
            guard rest.count == 1 || (rest[1] == "with" && !parts.isEmpty) else { return nil }
            self = .meeting(kind, parts: parts)
        case "sen-review":
            let withTargets = rest.suffix(2) == ["with", "targets"]
            let names = withTargets ? rest.dropLast(2) : rest[...]
            let kinds = names.compactMap(SENReview.Kind.init)
            guard kinds.count == names.count else { return nil }
            self = .senReview(kinds, withTargets: withTargets)
        case "contact", "pep":
            guard let evidence = Evidence.heard(first, rest) else { return nil }
            self = evidence
        case "training":
            guard rest.count == 1, let kind = Training.Kind(rawValue: rest[0]) else { return nil }
            self = .training(kind)
        case "whole-school-training":
            let kinds = rest.compactMap(Training.Kind.init)
            guard rest.count <= 1, kinds.count == rest.count else { return nil }
            self = .wholeSchoolTraining(kinds.first)
        case "acknowledgement" where rest.count == 1: self = .acknowledgement(rest[0])
        case "policy" where rest.count == 1: self = .policy(rest[0])
        case "governors-report":
            let columns = ["section_a_on", "section_b_on", "presented_on", "sent_on"]
            guard !rest.isEmpty, rest.allSatisfy(columns.contains) else { return nil }
            self = .governorsReport(rest)
        default: return nil
        }
    }

    /// `contact home`, `contact virtual-school iro`, `pep case-worker`.
    private static func heard(_ what: String, _ words: [String]) -> Evidence? {
        if words.count == 1, let party = CloseParty(rawValue: words[0]) {
            return what == "pep" ? .atPEP(party) : .contactWith(party)
        }
        let parties = words.compactMap(Contact.Party.init)
        guard what == "contact", !words.isEmpty, parties.count == words.count else { return nil }
        return .contact(parties)
    }

    /// The words a pack can write, one line for each kind.
    public static let vocabulary = [
        "decision support|responsibility|no-action|other", "intervention LEVEL…",
        "progress judged", "progress data|teacher-report|book-look|provider", "check",
        "responsibility", "professionals checked", "meeting KIND [with PART…]",
        "sen-review [KIND…] [with targets]",
        "contact PARTY…|home|case-worker", "pep home|case-worker", "training KIND",
        "whole-school-training [KIND]",
        "acknowledgement policy|kcsie|child-protection", "policy NAME",
        "governors-report section_a_on|section_b_on|presented_on|sent_on",
    ]
}
