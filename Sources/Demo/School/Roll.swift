import Domain

/// The children: those with a story, the others around them, and who left lately.
struct Roll {
    let children: [Child]
    /// The classes of each year group.
    let classes: [[String]]

    init(
        size: Size, moment: Moment, seed: UInt64, names: NameBook, pack: PolicyPack,
        story: SchoolStory
    ) {
        let stages = size.yearGroups.count
        let seats = Roll.seats(size, seed: seed, story)
        let classes = seats.indices.map { Roll.classNames(stage: $0, seats[$0].count, size) }
        let intakes = (0..<stages).map { moment.intake($0, pack: pack) }
        var children: [Child] = []
        var taken: Set<String> = []
        for stage in 0..<stages {
            var dice = Dice(seed: seed, for: "roll", stage)
            for (index, seat) in seats[stage].enumerated() {
                let desk = Desk(
                    number: children.count + 1, stage: stage,
                    className: classes[stage][index % classes[stage].count],
                    intake: intakes[stage])
                let name = Roll.name(seat, names, &taken, &dice)
                children.append(Roll.child(seat, name, desk, size, moment, &dice))
            }
        }
        self.children = children
        self.classes = classes
    }

    /// Where a child sits: number on the roll, year group, class, and the first day of the year
    /// group's first term.
    private struct Desk {
        let number: Int
        let stage: Int
        let className: String
        let intake: Day
    }

    private static func child(
        _ seat: Seat, _ name: Story.FullName, _ desk: Desk, _ size: Size, _ moment: Moment,
        _ dice: inout Dice
    ) -> Child {
        let isNew = seat.story == nil && dice.chance(40)
        let joined =
            seat.story?.joined.map(moment.agoThisTerm)
            ?? (isNew ? moment.ago(8 + dice.below(160)) : desk.intake)
        let left = seat.isLeaver ? moment.ago(6 + dice.below(15)) : nil
        let birthday = AcademicYear(start: moment.year.start - 5 - desk.stage).first
        // A child who may come for mornings only is born in the summer.
        let isYoung = seat.story?.attendance.habit.isForTheYoungest ?? false
        return Child(
            number: desk.number,
            ref: PupilRef("K" + NameBook.digits(desk.number, size.pupils < 999 ? 3 : 5)),
            story: seat.story, name: name, stage: desk.stage,
            yearGroup: size.yearGroups[desk.stage], className: desk.className,
            born: birthday + (isYoung ? 260 + dice.below(80) : dice.below(365)),
            admitted: max(desk.intake, min(joined, left ?? joined)), left: left)
    }

    /// A place on the roll that is to be filled.
    private struct Seat {
        var story: Story?
        var name: Story.FullName?
        var isLeaver = false
    }

    /// The seats of every year group, those with a story spread among the others.
    private static func seats(_ size: Size, seed: UInt64, _ story: SchoolStory) -> [[Seat]] {
        var dice = Dice(seed: seed, for: "stories")
        let stages = size.yearGroups.count
        var stories = Array(story.children.prefix(size.known))
        while stories.count < size.known {
            stories.append(Story.further(stages: stages, in: story, &dice))
        }
        var seats = (0..<stages).map { stage in
            stories.filter { $0.stage == stage }.map { Seat(story: $0) }
        }
        var others = size.pupils - size.known
        for (name, stage) in neighbours.prefix(others) {
            seats[stage].append(Seat(name: name))
            others -= 1
        }
        for _ in 0..<others {
            let smallest = seats.indices.min { seats[$0].count < seats[$1].count } ?? 0
            seats[smallest].append(Seat())
        }
        for leaver in 0..<size.leavers {
            let story = leaver == 0 ? story.leaver : nil
            // Nobody leaves Reception before they have come.
            seats[stages - 1 - leaver % (stages - 1)].append(Seat(story: story, isLeaver: true))
        }
        return seats.map { shuffled($0, &dice) }
    }

    private static func shuffled(_ seats: [Seat], _ dice: inout Dice) -> [Seat] {
        var mixed = seats
        for index in mixed.indices { mixed.swapAt(index, index + dice.below(mixed.count - index)) }
        return mixed
    }

    private static func name(
        _ seat: Seat, _ names: NameBook, _ taken: inout Set<String>, _ dice: inout Dice
    ) -> Story.FullName {
        if let name = seat.story?.name ?? seat.name {
            taken.insert(name.forename + name.surname)
            return name
        }
        while true {
            var name = Story.FullName(
                forename: dice.pick(names.forenames), surname: names.surname(&dice))
            guard taken.insert(name.forename + name.surname).inserted else { continue }
            if dice.chance(30) { name.knownAs = String(name.forename.prefix(3)) }
            if dice.chance(20) { name.preferredSurname = dice.pick(names.surnames) }
            return name
        }
    }

    /// Children with nothing to tell, but names that are easily taken for another's.
    private static let neighbours: [(Story.FullName, Int)] = [
        (Story.FullName(forename: "Leo", surname: "Marsh"), 1),
        (Story.FullName(forename: "Sam", surname: "Fielding"), 1),
        (Story.FullName(forename: "Eva", surname: "Hart"), 2),
        (Story.FullName(forename: "Zoe", surname: "Quin"), 0),
        (Story.FullName(forename: "Anaïs", surname: "St John"), 0),
        (Story.FullName(forename: "Max", surname: "Ibekwe"), 2),
    ]

    private static let trees = [
        ["Acorn", "Catkin", "Conker", "Pine Cone"], ["Oak", "Ash", "Elm", "Lime"],
        ["Beech", "Rowan", "Maple", "Willow"],
    ]

    /// Classes of at most thirty: trees for the infants, numbers for the others.
    private static func classNames(stage: Int, _ pupils: Int, _ size: Size) -> [String] {
        let count = max(1, (pupils + 29) / 30)
        if stage < trees.count, count <= trees[stage].count {
            return Array(trees[stage].prefix(count))
        }
        return (1...count).map { "\(size.yearGroups[stage])-\($0)" }
    }
}

extension Story.Habit {
    var isForTheYoungest: Bool {
        if case .mornings = self { return true }
        return false
    }
}
