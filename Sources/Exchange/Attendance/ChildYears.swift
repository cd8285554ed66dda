import Domain

/// The children and years of a register, each with a number of its own, so that what is known of
/// them lies in arrays.
struct ChildYears {
    private struct Key: Hashable {
        let child: Int
        let year: AcademicYear
    }

    /// By number: the child's place among those on record, and the year.
    private(set) var all: [(child: Int, year: AcademicYear)] = []
    private var numbers: [Key: Int] = [:]
    /// The year of each child that was asked for last; most files have one.
    private var last: [(start: Int, number: Int)]

    init(children: Int) { last = Array(repeating: (0, -1), count: children) }

    mutating func number(of child: Int, _ year: AcademicYear) -> Int {
        if last[child].number >= 0, last[child].start == year.start { return last[child].number }
        let key = Key(child: child, year: year)
        let number = numbers[key] ?? all.count
        if number == all.count {
            all.append((child, year))
            numbers[key] = number
        }
        last[child] = (year.start, number)
        return number
    }
}
