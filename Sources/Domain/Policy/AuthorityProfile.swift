/// How one authority wants its PEPs and reports: what rules and pages ask about a child for whom it is
/// responsible. A part that nobody has found for it is `nil`, and then the policy's own numbers hold.
public struct AuthorityProfile: Hashable, Sendable {
    /// `Hertfordshire`; `default` for the one of every authority without its own.
    public let name: String
    /// Other spellings by which a cell `local_authority` means it.
    public let names: [String]
    /// Days for sending PEPs: at most once those of every year, and once those of each year.
    public let cutOffs: [CutOffs]
    /// How long after the meeting a PEP is signed off, and who may sign.
    public let signOff: SignOff?
    /// The grades and areas of the rubric.
    public let grading: Grading?
    /// Where a PEP is typed in, with its fields in order.
    public let portal: Portal?
    /// Days before a conference by which the school's report is sent.
    public let reports: ConferenceReports?
    /// What counts as a PEP.
    public let practice: PEPPractice?
    /// How its Virtual School is reached.
    public let contact: VirtualSchool?

    /// The name of the profile of every authority that has none of its own.
    public static let generalName = "default"

    /// A profile of the parts that are known; the others stay open.
    public init(
        name: String, names: [String] = [], cutOffs: [CutOffs] = [], signOff: SignOff? = nil,
        grading: Grading? = nil, portal: Portal? = nil, reports: ConferenceReports? = nil,
        practice: PEPPractice? = nil, contact: VirtualSchool? = nil
    ) {
        self.name = name
        self.names = names
        self.cutOffs = cutOffs
        self.signOff = signOff
        self.grading = grading
        self.portal = portal
        self.reports = reports
        self.practice = practice
        self.contact = contact
    }

    /// Whether it is the one of every authority without its own.
    public var isGeneral: Bool { name == Self.generalName }

    /// All that it says, in the order of the file.
    public var parts: [any ProfilePart] {
        let others: [(any ProfilePart)?] = [signOff, grading, portal, reports, practice, contact]
        return cutOffs + others.compactMap { $0 }
    }

    // MARK: Days

    /// The day by which the PEPs of a term are sent; `nil` where the authority has none on record.
    ///
    /// Days of the term's own academic year go before those of every year.
    public func cutOff(for term: Term) -> Day? { cutOffs(for: term)?.day(for: term) }

    /// The list that the cut-off of a term stands in, with its source.
    public func cutOffs(for term: Term) -> CutOffs? {
        let fitting = cutOffs.filter { $0.day(for: term) != nil }
        return fitting.first { $0.year != nil } ?? fitting.first
    }

    /// Whether a review by the Designated Teacher alone counts as a PEP of its term.
    public var dtReviewCounts: Bool { practice?.dtReviewCounts ?? false }

    // MARK: One over another

    /// This profile with the parts of another of the same authority in place of its own.
    ///
    /// What the other leaves out stays; it goes by the other's name, and by all spellings of both.
    package func laid(under other: AuthorityProfile) -> AuthorityProfile {
        let years = Set(other.cutOffs.map(\.year))
        return AuthorityProfile(
            name: other.name,
            names: ([name] + names + other.names).eachOnce().filter { $0 != other.name },
            cutOffs: (cutOffs.filter { !years.contains($0.year) } + other.cutOffs).sorted {
                ($0.year?.start ?? 0) < ($1.year?.start ?? 0)
            },
            signOff: other.signOff ?? signOff, grading: other.grading ?? grading,
            portal: other.portal ?? portal, reports: other.reports ?? reports,
            practice: other.practice ?? practice, contact: other.contact ?? contact)
    }
}
