import Resources

/// The invented names, and the telephone numbers that reach nobody.
struct NameBook {
    let forenames = NameBook.lines(EmbeddedFile.demoForenames)
    let surnames = NameBook.lines(EmbeddedFile.demoSurnames)

    static func lines(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    /// A surname, now and then one of two parts.
    func surname(_ dice: inout Dice) -> String {
        let first = dice.pick(surnames)
        guard dice.chance(50) else { return first }
        return first + "-" + dice.pick(surnames)
    }

    /// `L Ashworth`.
    func adult(_ surname: String, _ dice: inout Dice) -> String {
        String(dice.pick(forenames).prefix(1)) + " " + surname
    }

    /// A landline of the range that Ofcom keeps for invented people (01632 960000 to 960999).
    static func landline(_ number: Int) -> String { "01632 960" + digits(number % 1000, 3) }

    /// A mobile of that range (07700 900000 to 900999).
    static func mobile(_ number: Int) -> String { "07700 900" + digits(number % 1000, 3) }

    /// `p.lund@larkshire.example`: ASCII only, in a domain that can never exist.
    static func email(_ name: String, at place: String) -> String {
        let letters = name.lowercased().unicodeScalars.map { scalar -> Character in
            ("a"..."z").contains(scalar) ? Character(scalar) : "."
        }
        return String(letters) + "@" + place + ".example"
    }

    static func digits(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }
}
