/// A unique pupil number: check letter, authority, establishment, year and serial number.
public struct UPN: Hashable, Sendable {
    /// Thirteen characters, upper case.
    public let text: String

    private static let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ".utf8)

    /// Reads a number of the right form, whatever its check letter; spaces and case do not matter.
    ///
    /// The form is a letter, eleven digits, and a digit or (for a temporary number) a letter;
    /// I, O and S are never used.
    public init?(_ raw: some StringProtocol) {
        let bytes = Array(String(raw.filter { $0 != " " }).uppercased().utf8)
        guard bytes.count == 13, UPN.letters.contains(bytes[0]),
            bytes[1..<12].allSatisfy({ (0x30...0x39).contains($0) }),
            (0x30...0x39).contains(bytes[12]) || UPN.letters.contains(bytes[12])
        else { return nil }
        text = String(decoding: bytes, as: UTF8.self)
    }

    /// Whether the check letter fits the digits: the sum of digit times position, modulo 23
    /// (positions 2 to 13). A temporary number's last letter counts as its place in the list.
    public var hasRightCheckLetter: Bool {
        let bytes = Array(text.utf8)
        var sum = 0
        for position in 2...13 {
            let byte = bytes[position - 1]
            let value = UPN.letters.firstIndex(of: byte) ?? Int(byte) - 0x30
            sum += value * position
        }
        return bytes[0] == UPN.letters[sum % 23]
    }
}
