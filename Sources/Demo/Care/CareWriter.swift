import Domain
import Resources

/// Writes all that is on record about the children with a story.
struct CareWriter {
    let moment: Moment
    let names: NameBook
    let staff: StaffRoom
    let pack: PolicyPack
    let seed: UInt64
    let story: SchoolStory
    /// The year group after which children go to another school.
    let lastYearGroup: String
    var draft: Draft

    mutating func write(_ children: [Child], _ register: [(pupil: PupilRef, marks: YearMarks)]) {
        let targets = NameBook.lines(EmbeddedFile.demoTargets).map {
            $0.split(separator: "|").map(String.init)
        }
        let everYears = pack.number(.everSixYears).value
        let marks = Dictionary(grouping: register, by: \.pupil)
        let money = Money(moment, self.story)
        let school = SchoolFacts(calendar: moment.calendar)
        let rows = Dictionary(
            uniqueKeysWithValues: draft.records.filter { $0.kind == .pupils }
                .map { (PupilRef($0["pupil"]), $0) })
        for (place, child) in children.filter({ $0.story != nil }).enumerated() {
            guard let story = child.story, let row = rows[child.ref] else { continue }
            let statuses = story.statusRecords(child, today: moment.today)
            for status in statuses { draft.put(status) }
            let circle = CareNetwork(child, story, today: moment.today, names: names, seed: seed)
            circle.write(to: &draft, child, story, moment, staff)
            var meetings = Meetings(
                child, story, moment, everYears: everYears, seed: seed, draft: &draft)
            meetings.write(to: &draft, circle: circle, staff: staff, targets: targets, seed: seed)
            money.write(to: &draft, child, meetings: meetings)
            var facts = PupilFacts(pupil: Pupil(row))
            facts.statuses = statuses.map(CareStatus.init)
            for entry in marks[child.ref] ?? [] { facts.marks[entry.marks.year] = entry.marks }
            let calls = Calls(child, story, circle, moment)
            calls.write(
                to: &draft, meetings: meetings,
                duties: duties(for: facts, in: school, on: moment.today, under: pack))
            switch self.story {
            case .kept:
                calls.writeRounds(to: &draft)
                Keeping(
                    moment: moment, child: child, story: story, place: place,
                    isInLastYear: child.yearGroup == lastYearGroup, home: calls.home
                ).write(to: &draft, seed: seed)
            case .busy: Support(moment).write(to: &draft, child, story, circle)
            }
        }
        Promises(moment, story, pack).write(to: &draft, staff)
    }
}
