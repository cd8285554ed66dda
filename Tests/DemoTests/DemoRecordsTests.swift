import Demo
import Domain
import Exchange
import Support
import Testing

@Suite("The invented school's records")
struct DemoRecordsTests {
    let pack: PolicyPack

    init() throws { pack = PackLoader.builtIn }

    @Test(
        "A school of any size is good data on any day, in term, in the holidays and at weekends",
        arguments: [
            (180, "2026-11-23"), (180, "2026-09-01"), (180, "2026-09-02"), (180, "2025-01-01"),
            (180, "2028-02-29"), (180, "2030-12-25"), (180, "2029-08-31"), (180, "2034-07-20"),
            (180, "2031-04-01"), (180, "2030-09-01"), (1, "2026-11-23"), (5, "2027-09-04"),
            (14, "2026-11-23"), (31, "2026-11-22"), (700, "2027-01-04"), (2500, "2026-07-15"),
        ])
    func valid(pupils: Int, date: String) {
        for story in SchoolStory.allCases {
            expectGoodData(
                DemoSchool(pupils: pupils, today: day(date), pack: pack, story: story),
                of: pupils, on: day(date))
        }
    }

    private func expectGoodData(_ school: DemoSchool, of pupils: Int, on today: Day) {
        var table = RecordTable()
        table.apply(school.command().changes)
        let records = school.records()
        #expect(Set(records.map(\.key)).count == records.count)
        for record in records {
            let (same, faults) = Record.checked(record.kind, record.values)
            #expect(faults.isEmpty && same == record, "\(record.key): \(faults)")
            let others = record.faults(in: table, codes: pack.codes)
            #expect(others.isEmpty, "\(record.key): \(others)")
        }
        let onRoll = records.filter { $0.kind == .pupils }.map(Pupil.init)
            .filter { $0.roll.to == nil }
        #expect(onRoll.count == pupils)
        let marksAreGood = school.marks().allSatisfy { pupil, marks in
            marks.days.allSatisfy { $0 <= today }
                && marks.records(of: pupil).allSatisfy {
                    $0.faults(in: table, codes: pack.codes).isEmpty
                }
        }
        #expect(marksAreGood)
    }

    @Test(
        "Nothing but plans lies in the future", arguments: ["2026-11-23", "2026-04-01"],
        SchoolStory.allCases)
    func past(date: String, story: SchoolStory) {
        let plans: Set<String> = [
            "planned_for", "start", "end", "financial_year", "review_by", "next_on", "by", "due",
        ]
        for record in DemoSchool(today: day(date), pack: pack, story: story).records()
        where ![.closures, .alternativeProvision].contains(record.kind)
            && record["person"] != "Priti Vadera"
        {
            for column in record.kind.schema.columns where !plans.contains(column.name) {
                guard let found = Day(iso: record[column.name]) else { continue }
                #expect(found <= day(date), "\(record.key) \(column.name)")
            }
        }
    }

    @Test("The same seed and day give the same facts, another seed or day others")
    func same() {
        let one = DemoSchool(pupils: 60, today: day("2026-11-23"), pack: pack)
        let again = DemoSchool(pupils: 60, today: day("2026-11-23"), pack: pack)
        #expect(one.command().changes == again.command().changes)
        let seeded = DemoSchool(pupils: 60, seed: 7, today: day("2026-11-23"), pack: pack)
        #expect(one.records() != seeded.records())
        let later = DemoSchool(pupils: 60, today: day("2026-11-24"), pack: pack)
        #expect(one.command().changes != later.command().changes)
    }

    @Test("Another process gave these very bytes")
    func bytes() {
        // Swift's hashes differ from process to process; nothing here may follow their order. A
        // change of the stories changes the sum.
        let school = DemoSchool(today: day("2026-11-23"), pack: pack, story: .busy)
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ bytes: some Sequence<UInt8>) {
            for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        }
        for record in school.records() { add(record.values.joined(separator: "|").utf8) }
        for (pupil, marks) in school.marks() {
            add(pupil.text.utf8)
            add(marks.bytes)
        }
        #expect(sum == 16_546_332_451_285_796_745)
    }

    @Test("Pupil numbers have the right letter and are each child's own")
    func upns() {
        let pupils = DemoSchool(pupils: 3000, today: day("2026-11-23"), pack: pack).records()
            .filter { $0.kind == .pupils }
        let numbers = pupils.map { $0["upn"] }.filter { !$0.isEmpty }
        #expect(numbers.allSatisfy { UPN($0)?.hasRightCheckLetter == true })
        #expect(Set(numbers).count == numbers.count)
        #expect(numbers.count >= pupils.count - 1)
    }

    @Test("Telephones are of the ranges that are kept for invented people")
    func telephones() {
        let people = DemoSchool(today: day("2026-11-23"), pack: pack, story: .busy).records()
            .filter { $0.kind == .professionals }
        #expect(people.count >= 30)
        for person in people {
            let isInvented =
                person["phone"].hasPrefix("01632 960") || person["phone"].hasPrefix("07700 900")
            #expect(isInvented && person["phone"].utf8.count == 12)
        }
        #expect(Set(people.map { $0["contact"] }) == ["yes", "no", "ask-dsl"])
    }

    @Test("Brothers and sisters share a home; names are as untidy as names are")
    func names() {
        let records = DemoSchool(today: day("2026-11-23"), pack: pack).records()
        let pupils = records.filter { $0.kind == .pupils }.map(Pupil.init)
        let family = Set(pupils.filter { $0.family == "ashworth" }.map(\.ref))
        #expect(family.count == 2)
        let homes = records.filter {
            $0.kind == .professionals && $0["role"] == "parent"
                && $0.pupil.map(family.contains) == true
        }
        #expect(Set(homes.map { $0["name"] + $0["phone"] }).count == homes.count / 2)
        let names = Set(pupils.map(\.displayName))
        let expected = [
            "Zoë Quinn", "Zoe Quin", "Ayò Daniels", "Siân D'Arcy", "Fionn O'Neill", "Ivy Okafor",
            "Mei-Lin Foster-Wells", "Sam Field", "Sam Fielding", "Leona Marsh", "Leo Marsh",
        ]
        #expect(names.isSuperset(of: expected))
        #expect(names.count == pupils.count)
    }

    @Test("A county's children are known about as often as children are, in every year group")
    func county() {
        let records = DemoSchool(pupils: 2000, today: day("2026-11-23"), pack: pack).records()
        let known = Set(records.filter { $0.kind == .status }.compactMap(\.pupil))
        #expect((155...165).contains(known.count))
        let groups = Set(
            records.filter { $0.kind == .pupils && $0.pupil.map(known.contains) == true }
                .map { $0["year_group"] })
        #expect(groups == Set(["R"] + (1...11).map(String.init)))
        #expect(records.first { $0.kind == .school }?["phase"] == "all-through")
    }
}
