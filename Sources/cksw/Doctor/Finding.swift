/// One thing that `cksw doctor` looked at.
struct Finding {
    enum State: String {
        case fine
        /// Cannot be told from here, or is for somebody to weigh.
        case hint
        case fault
    }

    /// `store-mode`; stays the same.
    let check: String
    let state: State
    /// What was found, in one line.
    let found: String
    /// What to do; empty where it is fine.
    let cure: String

    static func fine(_ check: String, _ found: String) -> Finding {
        Finding(check: check, state: .fine, found: found, cure: "")
    }

    static func hint(_ check: String, _ found: String, cure: String) -> Finding {
        Finding(check: check, state: .hint, found: found, cure: cure)
    }

    static func fault(_ check: String, _ found: String, cure: String) -> Finding {
        Finding(check: check, state: .fault, found: found, cure: cure)
    }

    var lines: [String] {
        ["\(state.rawValue)  \(check): \(found)"] + (cure.isEmpty ? [] : ["       cure: \(cure)"])
    }

    var json: JSON {
        .object([
            ("check", .text(check)), ("state", .text(state.rawValue)), ("found", .text(found)),
            ("cure", .text(orNull: cure.isEmpty ? nil : cure)),
        ])
    }
}
