import Dispatch
import Domain
import Synchronization

/// The duties of every child and of the school as a whole, judged piece by piece by as many threads
/// as lend a hand, beginning with the first children whose facts are there.
public final class Judgements: Sendable {
    private enum Piece {
        case child(PupilFacts)
        case school(Facts)
    }

    /// What nobody has taken yet, and what has been judged so far.
    private struct State {
        var open: [Piece] = []
        var ofChildren: [PupilRef: [Duty]] = [:]
        var ofSchool: [Duty] = []
    }

    private let school: SchoolFacts
    private let clearance: Clearance
    private let today: Day
    private let pack: PolicyPack
    private let state = Mutex(State())
    /// Counts the pieces that nobody has taken, and at last that there are no more.
    private let ready = DispatchSemaphore(value: 0)
    private let unfinished = DispatchGroup()

    public init(
        in school: SchoolFacts, for person: Person, on today: Day, under pack: PolicyPack
    ) {
        self.school = school
        clearance = person.clearance(on: today)
        self.today = today
        self.pack = pack
    }

    /// Gives children to judge; each once.
    public func add(_ children: [PupilFacts]) { add(children.map(Piece.child)) }

    /// Gives the school to judge, on all facts.
    public func add(school facts: Facts) { add([.school(facts)]) }

    /// Says that nothing more is given; whoever waits for it goes.
    public func end() { ready.signal() }

    private func add(_ pieces: [Piece]) {
        for _ in pieces { unfinished.enter() }
        state.withLock { $0.open += pieces }
        for _ in pieces { ready.signal() }
    }

    /// Judges until nothing is left and no more will be given; from any thread.
    public func lendHand() {
        while true {
            ready.wait()
            guard let piece = state.withLock({ $0.open.popLast() }) else {
                // Tells it to whoever else waits.
                ready.signal()
                return
            }
            judge(piece)
            unfinished.leave()
        }
    }

    private func judge(_ piece: Piece) {
        switch piece {
        case .child(let pupil):
            let duties = clearance.judged(pupil, in: school, on: today, under: pack)
            state.withLock { $0.ofChildren[pupil.ref] = duties }
        case .school(let facts):
            let duties = clearance.judged(facts, on: today, under: pack)
            state.withLock { $0.ofSchool = duties }
        }
    }

    /// All of them, when the last has been judged.
    func finish() -> (ofChildren: [PupilRef: [Duty]], ofSchool: [Duty]) {
        lendHand()
        unfinished.wait()
        return state.withLock { ($0.ofChildren, $0.ofSchool) }
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
