import Domain

/// What a year's report counts of the children known on the model's day: by the functions of the
/// screens, for governors and for the head alike.
struct CohortNumbers {
    let model: Model
    let year: AcademicYear
    let figures: CohortFigures
    let terms: [PEPNumbers]
    private(set) var book = CountBook()

    init(_ model: Model, _ year: AcademicYear) {
        self.model = model
        self.year = year
        figures = CohortFigures(model)
        terms = model.facts.school.calendar.terms(of: year)
            .filter { $0.start <= model.today }.map { PEPNumbers($0, model) }
        enterCohort()
        enterPractice()
        enterAttendance()
        for numbers in terms { enter(numbers) }
        enterGaps()
        enterOutcomes()
    }

    private var children: [Child] { model.children }
    private var today: Day { model.today }

    /// Whether anybody on roll was known to a social worker on any day of the year up to today.
    var wasAnybodyKnown: Bool {
        if !children.isEmpty { return true }
        let days = (0...max(0, today - year.first)).map { year.first + $0 }
        return model.facts.pupils.values.contains { pupil in
            let cohort = pupil.cohort(under: model.pack)
            return days.contains(where: cohort.isKnown(on:))
        }
    }

    func happened(_ day: Day?) -> Bool {
        day.map { year.first <= $0 && $0 <= today } ?? false
    }

    // MARK: The children

    /// The authorities that are responsible, with their children.
    var authorities: [(name: String, children: [Child])] {
        let named = Dictionary(grouping: children) { child in
            child.facts.authority(on: today, of: model.facts.school) ?? "not on record"
        }
        return named.map { ($0.key, $0.value) }.sorted { $0.0.folded < $1.0.folded }
    }

    private mutating func enterCohort() {
        book.count("known", children.count)
        for label in CohortLabel.allCases { book.count(label.rawValue, model.tally[label]) }
        book.sum(
            "known", of: CohortLabel.allCases.map(\.rawValue), isExact: model.tally.inSeveral == 0)
        let authorities = authorities
        for authority in authorities {
            book.count("authority \(authority.name)", authority.children.count)
        }
        book.sum("known", of: authorities.map { "authority \($0.name)" })
        let joined = children.filter { happened($0.facts.pupil.roll.from) }
        let left = model.facts.pupils.values.filter { pupil in
            guard let last = pupil.pupil.roll.to, happened(last) else { return false }
            return pupil.cohort(under: model.pack).isKnown(on: last)
        }
        book.part("joined", joined.count, of: "known")
        book.count("left", left.count)
        let settled = children.filter { child in
            let run = child.facts.cohort(under: model.pack).runStart(on: today)
            return run.map { $0 <= today.addingYears(-1) } ?? false
        }
        book.part("over a year", settled.count, of: "known")
        book.count("under a year", children.count - settled.count)
        book.sum("known", of: ["over a year", "under a year"])
    }

    // MARK: Practice

    private mutating func enterPractice() {
        let sen = children.filter(\.facts.pupil.hasSEN)
        book.part("SEN", sen.count, of: "known")
        let reviewed = sen.filter { child in
            child.facts.senReviews.contains { happened($0.held(by: today)) }
        }
        book.part("SEN reviewed", reviewed.count, of: "SEN")
        let holding = children.filter { child in
            child.facts.responsibilities.contains { $0.span.contains(today) }
        }
        book.part("responsibility", holding.count, of: "known")
        let considered = children.filter { child in
            child.facts.decisions.contains { $0.about == .responsibility && happened($0.on) }
        }
        book.part("considered", considered.count, of: "known")
        let elsewhere = children.filter { child in
            child.facts.alternativeProvision.contains {
                $0.span.from <= today && ($0.span.to.map { $0 >= year.first } ?? true)
            }
        }
        book.part("elsewhere", elsewhere.count, of: "known")
        let keyed = children.filter { model.keyAdult($0.ref) != nil }
        book.part("key adult", keyed.count, of: "known")
        let decided = children.filter { child in
            child.facts.decisions.contains { $0.about == .support && happened($0.on) }
        }
        book.part("support decided", decided.count, of: "known")
    }

    // MARK: Attendance and PEPs

    private mutating func enterAttendance() {
        book.part("persistent", figures.lines[0].persistent, of: "known")
        book.part("severe", children.count { $0.level == .severe }, of: "persistent")
        let late = children.filter { child in
            child.duties(of: .attendanceStillOpen).contains { duty in
                if case .concern(.punctuality, _) = duty.reference { true } else { false }
            }
        }
        book.part("late", late.count, of: "known")
    }

    private mutating func enter(_ numbers: PEPNumbers) {
        let term = numbers.term.name.rawValue
        book.part("\(term) expected", numbers.expected, of: "known")
        book.part("\(term) held", numbers.held, of: "\(term) expected")
        book.part("\(term) on time", numbers.onTime, of: "\(term) held")
        book.count("\(term) meetings", numbers.meetings)
        let parts = [
            ("all came", numbers.complete),
            ("targets", numbers.withTargets), ("signed off", numbers.signed),
            ("views", numbers.withViews),
        ]
        for (name, count) in parts {
            book.part("\(term) \(name)", count, of: "\(term) meetings")
        }
    }

    private mutating func enterGaps() {
        for gap in gaps {
            book.count("\(gap.id) judged", gap.figure.judged)
            book.part("\(gap.id) expected", gap.figure.expected, of: "\(gap.id) judged")
        }
    }

    /// The gaps of the last term that has one in this year and in the one before, by subject.
    var gaps: [(id: String, figure: GapFigure)] {
        let years = [year, AcademicYear(start: year.start - 1)]
        return [Progress.Subject.reading, .writing, .maths].flatMap { subject in
            years.compactMap { year in
                // The latest term stands first.
                figures.gaps.first { $0.subject == subject && $0.term.year == year }
                    .map { ("\(subject.rawValue) \($0.term.label)", $0) }
            }
        }
    }

    // MARK: Outcomes

    /// Targets that were reviewed this year, by outcome.
    var reviewedTargets: [PEPTarget] {
        children.flatMap(\.facts.targets).filter {
            $0.isReviewed(by: today) && happened($0.reviewedOn)
        }
    }

    var suspensions: [Suspension] {
        children.flatMap(exclusions)
    }

    /// Of the present year of suspensions.
    private func exclusions(of child: Child) -> [Suspension] {
        child.facts.suspensions.exclusions(
            from: model.pack.suspensionYearFirst(on: today), through: today)
    }

    private mutating func enterOutcomes() {
        let suspended = children.filter { !exclusions(of: $0).isEmpty }
        book.part("suspended", suspended.count, of: "known")
        let targets = reviewedTargets
        book.count("reviewed", targets.count)
        for outcome in ["met", "partly", "not-met"] {
            book.count("target \(outcome)", targets.count { $0.outcome == outcome })
        }
        book.sum("reviewed", of: ["target met", "target partly", "target not-met"])
        let asked = children.filter { child in
            child.facts.sdqs.contains { happened($0.on) }
        }
        book.part("SDQ", asked.count, of: "known")
        let targeted = children.filter { child in
            child.facts.interventions.contains {
                $0.level != .universal && $0.span.from <= today
                    && ($0.span.to.map { $0 >= year.first } ?? true)
            }
        }
        book.part("support", targeted.count, of: "known")
        // What the roster does not say of a child is no "not eligible".
        let outside = targeted.filter { $0.facts.pupil.ppEligible == false }
        book.part("support outside", outside.count, of: "support")
    }
}
