/// All that the rules may read of one child.
public struct PupilFacts: Sendable {
    public var pupil: Pupil
    public var statuses: [CareStatus] = []
    public var professionals: [Professional] = []
    public var adults: [SupportingAdult] = []
    public var peps: [PEP] = []
    public var pepPeople: [PEPPerson] = []
    public var targets: [PEPTarget] = []
    public var contacts: [Contact] = []
    public var decisions: [Decision] = []
    public var interventions: [Intervention] = []
    public var progress: [Progress] = []
    public var checks: [Check] = []
    /// Conferences and reviews of this child.
    public var meetings: [Meeting] = []
    public var responsibilities: [Responsibility] = []
    public var profiles: [NeedsProfile] = []
    public var senReviews: [SENReview] = []
    public var sdqs: [SDQ] = []
    public var checklist: [ChecklistItem] = []
    public var alternativeProvision: [AlternativeProvision] = []
    public var suspensions: [Suspension] = []
    public var census: [CensusEntry] = []
    /// What was agreed about this child.
    public var actions: [AgreedAction] = []
    public var marks: [AcademicYear: YearMarks] = [:]
    /// How often the facts of this child have changed; the store counts.
    public var revision: Int64 = 0

    public init(pupil: Pupil) { self.pupil = pupil }

    public var ref: PupilRef { pupil.ref }
}

/// All that the rules may read of the school as a whole.
public struct SchoolFacts: Sendable {
    public var school: School?
    public var calendar: SchoolCalendar
    public var staff: [StaffMember] = []
    public var roles: [Role] = []
    public var funds: [Fund] = []
    /// The entries of all funds: a pot is drawn on by many children, on roll or not.
    public var entries: [FundEntry] = []
    /// The school's own meetings; those about a child stand with the child.
    public var meetings: [Meeting] = []
    /// What was agreed for the school; what is about a child stands with the child.
    public var actions: [AgreedAction] = []
    public var training: [Training] = []
    public var trainingPeople: [TrainingPerson] = []
    public var acknowledgements: [Acknowledgement] = [] { didSet { readings = Readings() } }
    public var attestations: [Attestation] = []
    public var linkedPolicies: [LinkedPolicy] = []
    public var governorsReports: [GovernorsReport] = []
    /// What is written for the reports to governors.
    public var reportTexts: [ReportText] = []
    public var peers: [PeerFigure] = []
    /// Contacts with the Education Adviser, about any child or none: they show the school's own work.
    public var adviserContacts: [Contact] = []
    /// When each child with pupil premium is on roll, known to a social worker or not.
    public var premiumRolls: [PupilRef: Span] = [:]

    private var readings = Readings()

    public init(calendar: SchoolCalendar) { self.calendar = calendar }

    /// Who has read something, in the order of all.
    func acknowledgements(of what: String) -> [Acknowledgement] {
        readings.of(what, among: acknowledgements)
    }
}

/// A school with its children: what a store holds, as the rules read it.
public struct Facts: Sendable {
    public var school: SchoolFacts
    /// By reference.
    public var pupils: [PupilRef: PupilFacts]

    public init(school: SchoolFacts, pupils: [PupilRef: PupilFacts] = [:]) {
        self.school = school
        self.pupils = pupils
    }
}
