import Domain
import Support
import Testing
import ViewModels

@Suite("The year by week")
struct YearPageTests {
    private func cells(_ row: ViewModels.Row) -> [String] {
        row.cells.map { $0.map(\.text).joined() }
    }

    private func weeks(_ page: Page) throws -> [[String]] {
        try #require(page.panes.first { $0.id == "weeks" }).rows.map(cells)
    }

    @Test("It opens at once with what is on record, and says that the rest is being worked out")
    func before() throws {
        let session = Session(try YearSchool.model(), first: .year)
        let page = session.page(size: .wide)
        #expect(session.wantsRehearsal && session.toRehearse != nil)
        #expect(page.panes.map(\.id) == ["weeks"])
        #expect(page.header.contains { $0.text.contains("is being worked out") })
        let weeks = try weeks(page)
        #expect(weeks.count == 17 && weeks[0][0] == "10 May" && weeks[16][0] == "30 Aug")
        #expect(weeks.allSatisfy { $0[2...9].allSatisfy(\.isEmpty) })
        // The PEP that is planned, and the core group.
        #expect((Int(weeks[1][1]) ?? 0) > 0 && (Int(weeks[5][1]) ?? 0) > 0)
    }

    @Test("Minutes and kinds of work of each week are those of the rehearsal, and add up")
    func sums() throws {
        let typist = try YearSchool.typist()
        #expect(!typist.session.wantsRehearsal)
        let weeks = try weeks(typist.page)
        let rehearsal = Rehearsal(
            of: try YearSchool.model().facts,
            Rehearsal.Setting(today: YearSchool.today, until: Day("2027-05-23")),
            under: Packs.builtIn)
        for (place, week) in rehearsal.weeks.enumerated() {
            let counts = weeks[place][3...9].map { Int($0) ?? 0 }
            #expect(weeks[place][2] == "\(week.load.minutes)")
            #expect(counts.reduce(0, +) == week.load.acts)
            #expect(counts[0] == week.kinds[.pep]?.acts ?? 0)
            #expect(counts[2] == week.kinds[.call]?.acts ?? 0)
        }
        let header = typist.page.header.map(\.text).joined(separator: "\n")
        #expect(header.contains("the rest is rehearsed to Tue 31 Aug 2027."))
        let minutes = weeks.compactMap { Int($0[2]) }.reduce(0, +)
        #expect(header.contains(" \(minutes) minutes. Fullest weeks: "))
    }

    @Test("Holidays are gaps of the plot, and the fullest weeks are named and marked")
    func plot() throws {
        let page = try YearSchool.typist().page
        let plot = try #require(page.panes.first { $0.id == "minutes" })
        #expect(plot.title == "Minutes a week, as rehearsed")
        let bars = plot.rows.map { cells($0)[1] }
        let weeks = try weeks(page)
        #expect(bars.allSatisfy { $0.count == weeks.count })
        for (place, week) in weeks.enumerated() {
            let column = bars.map { Array($0)[place] }
            #expect((column.last == " ") == (week[10] == "holiday"), "\(week)")
            #expect((column.last == "^") == (week[10] == "peak"), "\(week)")
            #expect(column.contains("#") == ((Int(week[2]) ?? 0) > 0), "\(week)")
        }
        #expect(weeks[3][10] == "holiday")
        let most = weeks.compactMap { Int($0[2]) }.sorted(by: >).prefix(3)
        let peaks = weeks.filter { $0[10] == "peak" }
        #expect(peaks.compactMap { Int($0[2]) }.sorted(by: >) == Array(most))
        let header = page.header.map(\.text).joined()
        for peak in peaks { #expect(header.contains(peak[0])) }
    }

    @Test("In a week what is on record and what is rehearsed stand apart, child by child")
    func week() throws {
        let typist = try YearSchool.typist(.year(week: Day("2027-05-17")))
        let page = typist.page
        #expect(page.panes.map(\.id) == ["dates", "rehearsed"])
        let dates = page.panes[0].rows.map(cells)
        #expect(
            dates.contains {
                $0[0] == "Thu 20 May" && $0[1] == "Sam Field" && $0[2] == "PEP meeting planned"
            })
        let acts = page.panes[1].rows.map(cells)
        let year = try YearSchool.typist().page
        let week = try weeks(year)[1]
        #expect(acts.compactMap { Int($0[4]) }.reduce(0, +) == Int(week[2]))
        #expect(dates.count == Int(week[1]))
        // The children first, in the order of the list; each child's lines together.
        let names = acts.map { $0[1] }.filter { $0 != "School" }
        let order = ["Bea Ashworth", "Sam Field", "Max Ibe"]
        let places = names.compactMap(order.firstIndex)
        #expect(places == places.sorted() && Set(places).count > 1)
        // The plan that stands is what the rehearsal keeps to.
        #expect(
            acts.contains {
                $0[0] == "Thu 20 May" && $0[1] == "Sam Field" && $0[3] == "PEP meeting"
            })
    }

    @Test("A PEP that is planned for another week falls in that week")
    func moved() throws {
        let facts = try YearSchool.model(planning: "2027-05-25").facts
        let rehearsal = Rehearsal(
            of: facts, Rehearsal.Setting(today: YearSchool.today, until: Day("2027-05-28")),
            under: Packs.builtIn)
        let held = rehearsal.acts.filter {
            $0.kind == .pep && $0.duty.subject == .pupil(YearSchool.sam)
        }
        #expect(held.map(\.day) == [Day("2027-05-25")])
    }

    @Test("When something is recorded, what was rehearsed before is no longer shown")
    func dropped() throws {
        let typist = try YearSchool.typist()
        typist.session.update(try YearSchool.model())
        #expect(typist.session.wantsRehearsal)
        #expect(typist.page.panes.map(\.id) == ["weeks"])
        #expect(typist.page.header.contains { $0.text.contains("is being worked out") })
        // With initials it stays what it was, and names nobody.
        let other = try YearSchool.typist(.year(week: Day("2027-05-17")))
        let shown = other.press(.function(9))
        #expect(!other.session.wantsRehearsal && shown.panes[1].rows.count > 0)
        #expect(!shown.text.contains("Field"))
    }

    @Test("A class teacher sees the dates of the own child and no rehearsal; a governor no page")
    func roles() throws {
        let teacher = Session(try YearSchool.model(.classTeacher), first: .year)
        #expect(!teacher.wantsRehearsal && teacher.toRehearse == nil)
        let page = teacher.page(size: .wide)
        #expect(page.header.contains { $0.text.contains("for those who see every record") })
        let all = try weeks(Session(try YearSchool.model(), first: .year).page(size: .wide))
        let own = try weeks(page)
        #expect(zip(own, all).allSatisfy { (Int($0[1]) ?? 0) <= (Int($1[1]) ?? 0) })
        let week = Session(
            try YearSchool.model(.classTeacher), first: .year(week: Day("2027-05-17"))
        ).page(size: .wide)
        #expect(!week.text.contains("Sam") && !week.text.contains("Max"))
        for role in [Role.Name.designatedGovernor, .educationAdviser, .administrator] {
            let session = Session(try YearSchool.model(role), first: .year)
            #expect(session.pageName != .year && !session.wantsRehearsal, "\(role)")
        }
    }

    @Test("A week that is not one of the year ahead has no page")
    func other() throws {
        for day in ["2027-05-03", "2027-09-06"] {
            let session = Session(try YearSchool.model(), first: .year(week: Day(day)))
            #expect(session.pageName == .help)
        }
    }
}
