import Domain
import Exchange
import Store

/// One moment of a store as somebody's roles let it out.
struct SeenRecords: BundleSource {
    private let snapshot: Snapshot
    private let clearance: Clearance
    private var standings: [PupilRef: ChildStanding] = [:]
    /// Whose a PEP is.
    private var owners: [String: PupilRef] = [:]

    init(_ snapshot: Snapshot, _ clearance: Clearance) throws {
        self.snapshot = snapshot
        self.clearance = clearance
        guard !clearance.seesEverything else { return }
        var statuses: [PupilRef: [CareStatus]] = [:]
        var adults: [PupilRef: [SupportingAdult]] = [:]
        try snapshot.forEach(.status) { record in
            if let ref = record.pupil { statuses[ref, default: []].append(CareStatus(record)) }
        }
        try snapshot.forEach(.adults) { record in
            if let ref = record.pupil { adults[ref, default: []].append(SupportingAdult(record)) }
        }
        try snapshot.forEach(.peps) { owners[$0["pep_id"]] = $0.pupil }
        for ref in Set(statuses.keys).union(adults.keys) {
            standings[ref] = clearance.standing(
                statuses: statuses[ref] ?? [], adults: adults[ref] ?? [])
        }
    }

    func eachRecord(of kind: RecordKind, _ body: (Record) throws -> Void) throws {
        try snapshot.forEach(kind) { record in
            if let seen = clearance.sight(of: record, child: standing(of: record)) {
                try body(seen)
            }
        }
    }

    func eachYearOfMarks(_ body: (PupilRef, YearMarks) throws -> Void) throws {
        try snapshot.eachYearOfMarks { ref, marks in
            if clearance.sees(.register, of: standing(ref)) { try body(ref, marks) }
        }
    }

    private func standing(of record: Record) -> ChildStanding? {
        let isOfPEP = record.kind == .pepPeople || record.kind == .targets
        let ref = isOfPEP ? owners[record["pep_id"]] : record.pupil
        return ref.map(standing)
    }

    private func standing(_ ref: PupilRef) -> ChildStanding {
        standings[ref] ?? clearance.standing(statuses: [], adults: [])
    }
}
