import Domain
import Exchange
import Support

/// Schools on which the properties of all rules are tried: the worked ones and random ones.
struct Sample: Sendable, CustomStringConvertible {
    let name: String
    let today: Day
    let records: [Record]

    static let names = Examples.names + (1...24).map { "seed \($0)" } + [authorities]

    /// The school with children of three authorities.
    private static let authorities = "authorities"

    init(_ name: String) throws {
        self.name = name
        if name.hasPrefix("seed "), let seed = UInt64(name.dropFirst(5)) {
            let invented = RandomSchool(seed: seed)
            today = invented.today
            records = try Sample.eachKeyOnce(invented.school.records())
        } else if name == Sample.authorities {
            today = AuthoritySchool.today
            records = try Sample.eachKeyOnce(AuthoritySchool.school.records())
        } else {
            let example = try Examples.load(name)
            today = example.today
            records = example.records
        }
    }

    func facts() throws -> Facts {
        Facts(records: records, bankHolidays: County.pack.bankHolidays)
    }

    func table() -> RecordTable {
        var table = RecordTable()
        table.apply(records.filter { $0.kind != .attendance }.map { .put($0) })
        return table
    }

    var description: String { "\(name) on \(today)" }

    private static func eachKeyOnce(_ records: [Record]) -> [Record] {
        var seen: Set<RecordKey> = []
        return records.filter { seen.insert($0.key).inserted }
    }
}
