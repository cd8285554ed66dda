import Domain

/// A school invented from a seed, with its day: untidy in the ways that rules are easily wrong in
/// (two statuses at once, plans that slipped, marks missing, spends beyond their commitment).
public struct RandomSchool: Sendable {
    public let today: Day
    public let school: TestSchool

    public init(seed: UInt64, children: Int = 6) {
        var invention = Invention(seed: seed)
        today = invention.today
        school = invention.school(children)
    }
}

/// One school in the making: every choice takes the next random number.
private struct Invention {
    let today: Day
    private var random: SplitMix64

    init(seed: UInt64) {
        random = SplitMix64(seed: seed)
        today = Written.day("2024-09-01") + Int.random(in: 0...1060, using: &random)
    }

    mutating func school(_ count: Int) -> TestSchool {
        let children = (1...count).map { child("K\($0)") }
        let calendar = calendar()
        let roles = TestSchool.roles.filter { _ in chance(2, 3) }
        return money(
            TestSchool(children: children, calendar: calendar, roles: roles), children)
    }

    // MARK: Chance

    private mutating func chance(_ part: Int, _ whole: Int) -> Bool {
        Int.random(in: 0..<whole, using: &random) < part
    }

    private mutating func number(_ range: ClosedRange<Int>) -> Int {
        Int.random(in: range, using: &random)
    }

    private mutating func one(of words: String...) -> String {
        words.randomElement(using: &random) ?? ""
    }

    /// A day from so many days before today to so many after it (negative: before).
    private mutating func day(_ range: ClosedRange<Int>) -> Day { today + number(range) }

    private mutating func maybe(_ part: Int, _ whole: Int, _ text: String) -> String? {
        chance(part, whole) ? text : nil
    }

    // MARK: Children

    private mutating func calendar() -> [StatedRow] {
        var terms = County.terms
        if chance(1, 5) { terms.remove(at: number(0...(terms.count - 1))) }
        return chance(1, 20) ? [] : terms + County.halfTerms
    }

    private mutating func child(_ ref: String) -> TestChild {
        let admitted = chance(1, 3) ? day(-300 ... -1) : day(-1500 ... -300)
        let left = maybe(1, 6, max(admitted, day(-60...60)).iso)
        var child = TestChild(
            ref, born: "2016-02-29", admitted: admitted.iso, left: left,
            ppEligible: maybe(1, 2, one(of: "yes", "no")))
        for _ in 0..<number(0...3) { child = status(child) }
        for place in 0..<number(0...5) {
            // Every other PEP has the child's views, whatever the next random numbers are.
            child = pep(child, "\(ref)-P\(place)", views: place.isMultiple(of: 2) ? "yes" : "no")
        }
        for _ in 0..<number(0...8) { child = contact(child) }
        for _ in 0..<number(0...2) {
            let from = day(-400...5)
            child = child.keyAdult(from.iso, to: maybe(1, 2, (from + number(0...400)).iso))
        }
        return chance(5, 6) ? marks(child) : child
    }

    private mutating func status(_ child: TestChild) -> TestChild {
        let from = chance(1, 4) ? day(-2600 ... -2100) : day(-420...10)
        let to = maybe(1, 3, (from + number(0...400)).iso)
        switch number(0...4) {
        case 0: return child.cla(from.iso, to: to, legal: one(of: "C1", "C2", "V2", "V3"))
        case 1: return child.cla(from.iso, to: to)
        case 2: return child.cp(from.iso, to: to)
        case 3: return child.cin(from.iso, to: to)
        default: return child.pla(from.iso, to: to)
        }
    }

    private mutating func pep(_ child: TestChild, _ id: String, views: String) -> TestChild {
        let planned = day(-330...60)
        let held = planned + number(-5...20)
        let isHeld = held <= today && chance(4, 5)
        var child = child.pep(
            id, planned: isHeld ? maybe(2, 3, planned.iso) : planned.iso,
            held: isHeld ? held.iso : nil, cancelled: maybe(1, 12, "yes"),
            signedOff: isHeld ? maybe(2, 3, (held + number(0...25)).iso) : nil,
            views: isHeld ? views : nil)
        for role in ["social-worker", "carer", "parent"] where chance(3, 5) {
            child = child.person(
                role, invited: maybe(2, 3, (planned - number(1...20)).iso),
                attended: maybe(2, 3, one(of: "yes", "no")),
                views: maybe(1, 3, one(of: "yes", "no")))
        }
        for place in 0..<number(0...2) {
            let isReviewed = chance(1, 2)
            child = child.target(
                "\(id)-T\(place)", reviewed: isReviewed ? day(-60...0).iso : nil,
                outcome: isReviewed ? maybe(5, 6, "partly") : nil)
        }
        return child
    }

    private mutating func contact(_ child: TestChild) -> TestChild {
        child.contact(
            one(of: "carer", "parent", "social-worker", "virtual-school", "education-adviser"),
            "\(day(-60...0))T\(one(of: "08:55", "12:00", "23:30")):00Z",
            about: one(of: "attendance", "attendance", "punctuality", "safeguarding", "pep"),
            reached: maybe(1, 3, one(of: "yes", "no")))
    }

    private mutating func marks(_ child: TestChild) -> TestChild {
        let absences = number(0...10)
        let first = max(AcademicYear(of: today).first, today - 120)
        var others: [String: String] = [:]
        for offset in 0...120 {
            let roll = number(0...60)
            if roll < absences {
                others[(first + offset).iso] = one(of: "NN", "N\\", "I\\", "OO", "II", "/O")
            } else if roll < absences + 4 {
                others[(first + offset).iso] = one(of: "L\\", "U\\", "LL", "__", "/_", "XX", "C2\\")
            }
        }
        let last = chance(1, 4) ? today - 1 : today
        return child.attending(first.iso, last.iso, but: others)
    }

    // MARK: Money

    private mutating func money(_ bare: TestSchool, _ children: [TestChild]) -> TestSchool {
        var school = bare
        let year = FinancialYear(of: day(-60...0))
        let kinds = ["pp-plus-cla", "pp-plus-pla", "pupil-premium", "other"]
        for (place, kind) in kinds.enumerated() where chance(2, 3) {
            let fund = "F\(place)"
            school = school.fund(fund, kind, year: year.label)
            for child in children where chance(1, 2) {
                school = entries(school, fund, child)
            }
            if chance(1, 2) {
                school = school.entry(
                    "\(fund)-A", "allocation", "\(number(0...900)).00", on: day(-200...5).iso,
                    fund: fund, pupil: nil)
            }
        }
        return school
    }

    private mutating func entries(
        _ bare: TestSchool, _ fund: String, _ child: TestChild
    ) -> TestSchool {
        var school = bare
        let id = "\(fund)-\(child.ref)"
        let target = child.rows.first { $0.kind == .targets }?.fields["target_id"]
        if chance(2, 3) {
            school = school.entry(
                "\(id)-A", "allocation", "\(number(1...900)).00", on: day(-200...0).iso, fund: fund,
                pupil: child.ref)
        }
        school = school.entry(
            "\(id)-C", "commitment", "\(number(1...300)).50", on: day(-100...2).iso, fund: fund,
            pupil: child.ref, target: chance(1, 2) ? target : nil)
        for place in 0..<number(0...3) {
            school = school.entry(
                "\(id)-S\(place)", "spend", "\(number(1...300)).01", on: day(-150...2).iso,
                fund: fund, pupil: child.ref, commitment: maybe(1, 2, "\(id)-C"),
                target: chance(1, 3) ? target : nil, reason: maybe(1, 3, "Agreed with the VSH"),
                impact: maybe(1, 3, one(of: "none", "some", "strong")))
        }
        return school
    }
}
