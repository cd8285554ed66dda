import Domain

/// A school of a few children: county terms, one member of staff who holds every role, and what the
/// test adds.
public struct TestSchool: Sendable {
    public private(set) var rows: [StatedRow]

    public static let roles = [
        "designated-teacher", "designated-governor", "dsl", "senco", "head", "education-adviser",
    ]

    public init(
        _ children: TestChild..., calendar: [StatedRow] = County.terms + County.halfTerms,
        roles: [String] = TestSchool.roles,
        staff: [StatedRow] = [TestSchool.member("S01", leadership: "no")]
    ) {
        self.init(children: children, calendar: calendar, roles: roles, staff: staff)
    }

    public init(
        children: [TestChild], calendar: [StatedRow], roles: [String],
        staff: [StatedRow] = [TestSchool.member("S01", leadership: "no")]
    ) {
        rows = calendar + staff
        rows += roles.map {
            StatedRow(.roles, ["role": $0, "person": "S01", "from": "2015-09-01"])
        }
        rows += children.flatMap(\.rows)
    }

    /// A member of staff since 2015.
    public static func member(
        _ id: String, qts: String = "yes", leadership: String
    ) -> StatedRow {
        StatedRow(
            .staff,
            [
                "staff": id, "name": "Grace Bell", "post": "Teacher", "teaching": "yes",
                "qts": qts, "leadership": leadership, "from": "2015-09-01",
            ])
    }

    // MARK: Money

    public func fund(
        _ id: String = "F1", _ kind: String = "pp-plus-cla", year: String = "2025-26"
    ) -> TestSchool {
        with(
            .funds,
            [
                "fund_id": id, "name": id, "kind": kind, "financial_year": year,
                "managed_by": "school",
            ])
    }

    /// An entry of a fund, of K001 unless another child, or `nil` for the whole fund, is named.
    public func entry(
        _ id: String, _ kind: String, _ amount: String, on: String, fund: String = "F1",
        pupil: String? = "K001", commitment: String? = nil, target: String? = nil,
        reason: String? = nil, impact: String? = nil
    ) -> TestSchool {
        with(
            .funding,
            [
                "entry_id": id, "fund_id": fund, "pupil": pupil, "kind": kind, "on": on,
                "amount": amount, "commitment": commitment, "target_id": target,
                "what": "Tuition", "reason": reason, "impact": impact,
            ])
    }

    // MARK: People

    public func staff(_ id: String, from: String, to: String? = nil) -> TestSchool {
        with(
            .staff,
            [
                "staff": id, "name": "Member \(id)", "post": "Teacher", "teaching": "yes",
                "qts": "yes", "leadership": "no", "from": from, "to": to,
            ])
    }

    public func role(_ role: String, _ person: String, from: String, to: String? = nil)
        -> TestSchool
    {
        with(.roles, ["role": role, "person": person, "from": from, "to": to])
    }

    public func with(_ kind: RecordKind, _ fields: KeyValuePairs<String, String?>) -> TestSchool {
        with(StatedRow(kind, fields))
    }

    public func with(_ row: StatedRow) -> TestSchool {
        var copy = self
        copy.rows.append(row)
        return copy
    }

    // MARK: What is owed

    public func records() throws -> [Record] { try rows.map { try $0.record() } }

    public func facts() throws -> Facts {
        Facts(records: try records(), bankHolidays: County.pack.bankHolidays)
    }

    public func duties(on day: String) throws -> [Duty] {
        allDuties(try facts(), on: Written.day(day), under: County.pack)
    }

    /// The duties of one rule on a day, one line each in the order of `cksw duties`:
    /// `2025-09-10: met 2025-09-24 late 3`.
    public func duties(_ rule: RuleID, on day: String) throws -> [String] {
        Domain.duties(
            of: rule, in: try facts(), on: Written.day(day), under: County.pack
        ).map(\.line)
    }

    /// The working of the only duty of this rule and reference.
    public func working(
        _ rule: RuleID, _ reference: Duty.Reference = .none,
        subject: Subject = .pupil(PupilRef("K001")),
        on day: String
    ) throws -> Working? {
        Domain.working(
            of: DutyID(subject: subject, rule: rule, reference: reference), in: try facts(),
            on: Written.day(day), under: County.pack)?.working
    }
}

extension Duty {
    /// Reference, state, due and lateness: `2025-09-10: met 2025-09-24 late 3`.
    public var line: String {
        (reference.isEmpty ? "" : "\(reference): ") + state.rawValue
            + (due.map { " \($0)" } ?? "") + (late > 0 ? " late \(late)" : "")
    }
}
