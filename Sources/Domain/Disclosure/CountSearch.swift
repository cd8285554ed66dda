/// The search was given up: it would have taken too long, or a number would have left `Int`.
struct OutOfWork: Error {}

/// Finds whole numbers that fulfil a part's equations, each within its bounds: a table that fits what
/// a reader sees. Nothing that fits is missed.
///
/// The equations are kept solved for some of their unknowns, one a row. The other unknowns stand at
/// whole numbers within their bounds; where a solved one falls out of its own, it changes places
/// with another until all fit or none can (the simplex method, in whole numbers, by Bland's rule,
/// so that it ends). What is found of lists, trees and grids of sums is whole by itself; else the
/// unknown is split at the fraction, and each side tried.
struct CountSearch {
    /// Beyond this a row's value could leave `Int`; rows of reports stay below 10.
    private static let highestFactor = 100_000
    private let width: Int
    /// `factors × unknowns = constant`, row after row.
    private var factors: [Int] = []
    private var constants: [Int] = []
    /// The unknown for which each row is solved: its factor is above 0 there, and 0 in other rows.
    private var solved: [Int] = []
    private var isSolved: [Bool]
    /// No two equations contradict each other.
    private var isConsistent = true

    var low: [Int]
    var high: [Int]
    /// Unknowns that the reader knows not to be 1 to 4.
    var skipsSmall: [Bool]
    private var values: [Int]
    /// What is left: one for each factor that is read.
    private var work: Int

    init(_ part: ReaderSystem.Part, work: Int) {
        width = part.unknowns.count
        isSolved = Array(repeating: false, count: width)
        low = Array(repeating: 0, count: width)
        high = low
        values = low
        skipsSmall = isSolved
        self.work = work
        for equation in part.equations {
            do { try add(equation) } catch { self.work = 0 }
        }
    }

    /// Counts that fit with one unknown in `range`; `nil` where there are none.
    mutating func find(_ unknown: Int, in range: ClosedRange<Int>) throws(OutOfWork) -> [Int]? {
        guard isConsistent else { return nil }
        return try within(unknown, range.lowerBound, range.upperBound)
    }

    /// Takes steps off what is left.
    mutating func spend(_ steps: Int) throws(OutOfWork) {
        work -= steps
        guard work > 0 else { throw OutOfWork() }
    }

    // MARK: Splitting

    private mutating func within(
        _ unknown: Int, _ from: Int, _ to: Int
    ) throws(OutOfWork) -> [Int]? {
        let before = (low[unknown], high[unknown])
        defer { (low[unknown], high[unknown]) = before }
        low[unknown] = max(from, low[unknown])
        high[unknown] = min(to, high[unknown])
        guard low[unknown] <= high[unknown] else { return nil }
        return try solve()
    }

    private mutating func solve() throws(OutOfWork) -> [Int]? {
        guard try fit() else { return nil }
        var found = values
        for row in solved.indices {
            let unknown = solved[row]
            let (whole, rest) = value(of: row).quotientAndRemainder(
                dividingBy: factors[row * width + unknown])
            guard rest == 0 else {
                let floor = rest < 0 ? whole - 1 : whole
                if let one = try within(unknown, low[unknown], floor) { return one }
                return try within(unknown, floor + 1, high[unknown])
            }
            found[unknown] = whole
        }
        for unknown in 0..<width where skipsSmall[unknown] && ShownCell.isSmall(found[unknown]) {
            if let one = try within(unknown, low[unknown], 0) { return one }
            return try within(unknown, ShownCount.least, high[unknown])
        }
        return found
    }

    // MARK: Fitting

    /// Brings all unknowns within their bounds; `false` where none can be.
    private mutating func fit() throws(OutOfWork) -> Bool {
        for unknown in 0..<width where !isSolved[unknown] {
            values[unknown] = min(max(values[unknown], low[unknown]), high[unknown])
        }
        while true {
            try spend(factors.count + 1)
            // The first unknown that is out of its bounds, and by which it is too low.
            var worst: (row: Int, isLow: Bool)?
            for row in solved.indices {
                let unknown = solved[row]
                if let worst, solved[worst.row] < unknown { continue }
                let factor = factors[row * width + unknown]
                let value = value(of: row)
                if value < factor * low[unknown] {
                    worst = (row, true)
                } else if value > factor * high[unknown] {
                    worst = (row, false)
                }
            }
            guard let worst else { return true }
            guard let other = mover(worst.row, up: worst.isLow) else { return false }
            let unknown = solved[worst.row]
            try solve(worst.row, for: other)
            values[unknown] = worst.isLow ? low[unknown] : high[unknown]
        }
    }

    /// The solved unknown of a row, times its factor.
    private func value(of row: Int) -> Int {
        var value = constants[row]
        let start = row * width
        for unknown in 0..<width where !isSolved[unknown] {
            value -= factors[start + unknown] * values[unknown]
        }
        return value
    }

    /// The first unknown whose own bounds let it move the solved one of a row.
    private func mover(_ row: Int, up: Bool) -> Int? {
        (0..<width).first { unknown in
            let factor = factors[row * width + unknown]
            if isSolved[unknown] || factor == 0 { return false }
            return (factor > 0) == up
                ? values[unknown] > low[unknown] : values[unknown] < high[unknown]
        }
    }

    // MARK: Rows

    private mutating func add(_ equation: ReaderSystem.Equation) throws(OutOfWork) {
        let row = constants.count
        factors += Array(repeating: 0, count: width)
        for term in equation.terms { factors[row * width + term.unknown] = term.factor }
        constants.append(equation.constant)
        for other in solved.indices { try clear(row, of: solved[other], by: other) }
        let first = (0..<width).first { factors[row * width + $0] != 0 }
        guard let first else {
            // It follows from the others, or contradicts them.
            if constants[row] != 0 { isConsistent = false }
            factors.removeLast(width)
            constants.removeLast()
            return
        }
        solved.append(first)
        isSolved[first] = true
        try clear(others: row)
    }

    /// Solves a row for another unknown.
    private mutating func solve(_ row: Int, for unknown: Int) throws(OutOfWork) {
        isSolved[solved[row]] = false
        isSolved[unknown] = true
        solved[row] = unknown
        try clear(others: row)
    }

    private mutating func clear(others row: Int) throws(OutOfWork) {
        if factors[row * width + solved[row]] < 0 {
            for place in row * width..<(row + 1) * width { factors[place].negate() }
            constants[row].negate()
        }
        for other in constants.indices where other != row {
            try clear(other, of: solved[row], by: row)
        }
    }

    /// Takes an unknown out of a row by that which is solved for it.
    private mutating func clear(
        _ row: Int, of unknown: Int, by other: Int
    ) throws(OutOfWork) {
        let share = factors[row * width + unknown]
        if share == 0 { return }
        let scale = factors[other * width + unknown]
        var divisor = 0
        func mixed(_ one: Int, _ two: Int) throws(OutOfWork) -> Int {
            let (first, isFirstOver) = one.multipliedReportingOverflow(by: scale)
            let (second, isSecondOver) = two.multipliedReportingOverflow(by: share)
            let (sum, isOver) = first.subtractingReportingOverflow(second)
            guard !isFirstOver, !isSecondOver, !isOver else { throw OutOfWork() }
            return sum
        }
        for place in 0..<width {
            let sum = try mixed(factors[row * width + place], factors[other * width + place])
            factors[row * width + place] = sum
            guard abs(sum) <= Self.highestFactor else { throw OutOfWork() }
            divisor = Self.common(divisor, sum)
        }
        constants[row] = try mixed(constants[row], constants[other])
        divisor = Self.common(divisor, constants[row])
        guard divisor > 1 else { return }
        for place in row * width..<(row + 1) * width { factors[place] /= divisor }
        constants[row] /= divisor
    }

    /// The greatest common divisor.
    private static func common(_ one: Int, _ other: Int) -> Int {
        var (one, other) = (abs(one), abs(other))
        while other != 0 { (one, other) = (other, one % other) }
        return one
    }
}
