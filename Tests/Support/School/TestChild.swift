import Domain

/// A child in one line: `TestChild("K017").cla("2025-09-10").pep(held: "2025-09-22")`.
///
/// The child is on roll since September 2023, in Year 2, until the test says otherwise.
public struct TestChild: Sendable {
    public let ref: String
    public private(set) var rows: [StatedRow]

    public init(
        _ ref: String = "K001", born: String = "2018-05-04", admitted: String = "2023-09-01",
        left: String? = nil, ppEligible: String? = nil, sen: String? = nil, year: String = "2",
        disabled: String? = nil
    ) {
        self.ref = ref
        rows = [
            StatedRow(
                .pupils,
                [
                    "pupil": ref, "surname": "Okafor", "forename": "Ada", "born": born,
                    "year_group": year, "admitted": admitted, "left": left,
                    "pp_eligible": ppEligible, "sen": sen, "disabled": disabled,
                ])
        ]
    }

    // MARK: Status

    /// Looked after, under a full care order unless another legal status, or `nil` for none on
    /// record, is given.
    public func cla(
        _ from: String, to: String? = nil, legal: String? = "C2", authority: String? = nil
    ) -> TestChild {
        status("CLA", from, to, legal, authority)
    }
    public func pla(_ from: String, to: String? = nil) -> TestChild { status("PLA", from, to) }
    public func cp(_ from: String, to: String? = nil) -> TestChild { status("CP", from, to) }
    public func cin(_ from: String, to: String? = nil) -> TestChild { status("CIN", from, to) }

    private func status(
        _ status: String, _ from: String, _ to: String?, _ legal: String? = nil,
        _ authority: String? = nil
    ) -> TestChild {
        with(
            .status,
            [
                "pupil": ref, "status": status, "from": from, "to": to, "legal_status": legal,
                "local_authority": authority,
            ])
    }

    // MARK: PEPs

    /// A PEP; its id counts up from `P1` unless it is given, and without a kind it is a meeting.
    public func pep(
        _ id: String? = nil, kind: String? = nil, planned: String? = nil, held: String? = nil,
        cancelled: String? = nil, signedOff: String? = nil, views: String? = nil,
        sent: String? = nil, returned: String? = nil
    ) -> TestChild {
        let count = rows.filter { $0.kind == .peps }.count
        return with(
            .peps,
            [
                "pep_id": id ?? "P\(count + 1)", "pupil": ref, "planned_for": planned,
                "held_on": held, "cancelled": cancelled, "completed_on": signedOff,
                "kind": kind, "pupil_views": views, "sent_on": sent, "returned_on": returned,
            ])
    }

    /// Somebody of the child's last PEP.
    public func person(
        _ role: String, invited: String? = nil, attended: String? = nil, views: String? = nil
    ) -> TestChild {
        with(
            .pepPeople,
            [
                "pep_id": lastPEP, "role": role, "name": "A \(role)", "invited_on": invited,
                "attended": attended, "views": views,
            ])
    }

    /// A target of the child's last PEP.
    public func target(_ id: String, reviewed: String? = nil, outcome: String? = nil) -> TestChild {
        with(
            .targets,
            [
                "target_id": id, "pep_id": lastPEP, "area": "reading", "target": "Reads a page",
                "success": "A page a day", "reviewed_on": reviewed, "outcome": outcome,
            ])
    }

    private var lastPEP: String? { rows.last { $0.kind == .peps }?.fields["pep_id"] }

    // MARK: Attendance

    /// Marks of one weekday after another: `marks("2025-09-08", "/\\ /\\ NN")`.
    public func marks(_ from: String, _ text: String) -> TestChild {
        var day = Written.day(from)
        var child = self
        for pair in Written.marks(text) {
            while !day.isWeekday { day = day + 1 }
            child = child.mark(day, pair.am, pair.pm)
            day = day + 1
        }
        return child
    }

    /// Present on every school day of the county from one day to another, but for the days named:
    /// `attending("2025-09-01", "2025-10-24", but: ["2025-10-17": "NN"])`.
    public func attending(
        _ from: String, _ last: String, but others: [String: String] = [:]
    ) -> TestChild {
        var child = self
        for day in County.calendar.schoolDays(from: Written.day(from), through: Written.day(last)) {
            for pair in Written.marks(others[day.iso] ?? "/\\") {
                child = child.mark(day, pair.am, pair.pm)
            }
        }
        return child
    }

    private func mark(_ day: Day, _ am: String, _ pm: String) -> TestChild {
        with(.attendance, ["pupil": ref, "date": day.iso, "am": am, "pm": pm])
    }

    /// Somebody was spoken to; noon in London unless an instant is given.
    public func contact(
        _ with: String, _ at: String, about: String = "attendance", reached: String? = nil
    ) -> TestChild {
        self.with(
            .contacts,
            [
                "contact_id": "\(ref)-\(rows.count)", "pupil": ref,
                "at": at.contains("T") ? at : "\(at)T12:00:00Z", "with": with, "how": "phone",
                "staff": "S01", "about": about, "summary": "Spoke", "reached": reached,
            ])
    }

    /// Time in which the child is taught elsewhere.
    public func alternativeProvision(_ from: String, to: String? = nil) -> TestChild {
        with(
            .alternativeProvision,
            [
                "ap_id": "\(ref)-AP", "pupil": ref, "provider": "The Barn", "from": from, "to": to,
                "hours_here": "20.0", "hours_there": "5.0", "part_time": "no",
            ])
    }

    // MARK: People

    public func keyAdult(_ from: String, to: String? = nil, staff: String = "S01") -> TestChild {
        with(
            .adults,
            ["pupil": ref, "staff": staff, "kind": "key-adult", "from": from, "to": to])
    }

    private func with(_ kind: RecordKind, _ fields: KeyValuePairs<String, String?>) -> TestChild {
        var copy = self
        copy.rows.append(StatedRow(kind, fields))
        return copy
    }
}
