/// A common transfer file, as far as `cksw` reads it.
struct CommonTransferFile: Sendable {
    /// `25.0`.
    var version = ""
    /// `full` or `partial`.
    var qualifier = ""
    /// The school that wrote it.
    var source = ""
    var pupils: [Pupil] = []

    struct Pupil: Sendable {
        /// The line on which the element begins.
        let line: Int
        /// Texts by the path below `Pupil`, for example `BasicDetails/PreferredForename`.
        var texts: [String: String] = [:]
        /// Each `SEN` of the history, each `YearData` of the attendance, by element name.
        var sen: [[String: String]] = []
        var years: [[String: String]] = []
    }
}

/// Why a file is no common transfer file that can be read.
struct CTFFault: Error, Hashable {
    /// `nil` for the file as a whole.
    let line: Int?
    let words: String
}

/// Limits that no real file meets and that an attack would.
enum CTFLimits {
    static let bytes = 64 << 20
    static let depth = 32
    /// Bytes of one element's text.
    static let text = 20_000
}
