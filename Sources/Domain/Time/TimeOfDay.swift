/// A time of day by London's clocks, to the minute.
public struct TimeOfDay: Hashable, Sendable {
    public let hour: Int
    public let minute: Int

    init(hour: Int, minute: Int) {
        self.hour = hour
        self.minute = minute
    }

    /// Reads `09:15`, and what people write for it: `9.15`, `0915`, `2pm`, `noon`.
    public init?(_ text: some StringProtocol) {
        let words = DateWords.words(String(text))
        guard let (time, count) = Clock.time(endOf: words[...]), count == words.count else {
            return nil
        }
        self.init(hour: time.hour, minute: time.minute)
    }

    /// `09:15`.
    public var text: String {
        [hour, minute].map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}
