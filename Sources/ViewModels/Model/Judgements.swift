import Dispatch
import Domain
import Synchronization

/// The duties of every child and of the school as a whole, judged piece by piece by as many threads
/// as lend a hand.
public final class Judgements: Sendable {
    /// What has been judged so far.
    private struct Found {
        var ofChildren: [PupilRef: [Duty]] = [:]
        var ofSchool: [Duty] = []
    }

    private let facts: Facts
    private let children: [PupilFacts]
    private let clearance: Clearance
    private let today: Day
    private let pack: PolicyPack
    /// The number of the piece that nobody has taken: the school, then child by child.
    private let next = Atomic<Int>(0)
    private let found = Mutex(Found())
    private let open = DispatchGroup()

    public init(_ facts: Facts, for person: Person, on today: Day, under pack: PolicyPack) {
        self.facts = facts
        children = Array(facts.pupils.values)
        clearance = person.clearance(on: today)
        self.today = today
        self.pack = pack
        for _ in 0...children.count { open.enter() }
    }

    /// Takes pieces and judges them until none is left to take; from any thread.
    public func lendHand() {
        while true {
            let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
            guard piece <= children.count else { return }
            if piece == 0 {
                let duties = clearance.judged(facts, on: today, under: pack)
                found.withLock { $0.ofSchool = duties }
            } else {
                let pupil = children[piece - 1]
                let duties = clearance.judged(pupil, in: facts.school, on: today, under: pack)
                found.withLock { $0.ofChildren[pupil.ref] = duties }
            }
            open.leave()
        }
    }

    /// All of them, when the last has been judged.
    func finish() -> (ofChildren: [PupilRef: [Duty]], ofSchool: [Duty]) {
        lendHand()
        open.wait()
        return found.withLock { ($0.ofChildren, $0.ofSchool) }
    }
}

// For whoever sees numbers alone everything is judged, and nothing but the numbers is shown.
extension Clearance {
    func judged(
        _ pupil: PupilFacts, in school: SchoolFacts, on today: Day, under pack: PolicyPack
    ) -> [Duty] {
        seesFiguresOnly
            ? Domain.duties(for: pupil, in: school, on: today, under: pack)
            : duties(for: pupil, in: school, on: today, under: pack)
    }

    func judged(_ facts: Facts, on today: Day, under pack: PolicyPack) -> [Duty] {
        seesFiguresOnly
            ? Domain.schoolDuties(facts, on: today, under: pack)
            : schoolDuties(facts, on: today, under: pack)
    }
}
