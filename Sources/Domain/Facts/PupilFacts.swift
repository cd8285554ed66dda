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

    public init(calendar: SchoolCalendar) { self.calendar = calendar }
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
