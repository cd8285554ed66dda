extension AuthorityProfile {
    /// What a council calls itself behind its place's name, the longer before the shorter.
    private static let endings = [
        "metropolitan borough council", "metropolitan district council", "county council",
        "city council", "borough council", "district council", "council", "local authority", "mbc",
        "la",
    ]

    /// An authority's name as it is compared: small letters without accents, single spaces, and without
    /// what the council calls itself: ` Hertfordshire County Council` as `hertfordshire`.
    static func plain(_ name: String) -> String {
        let text = name.folded.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard let ending = endings.first(where: { text.hasSuffix(" " + $0) }) else { return text }
        return String(text.dropLast(ending.count + 1))
    }

    /// Whether a cell `local_authority` means this authority, by its name or another spelling.
    public func isMeant(by authority: String) -> Bool {
        let wanted = Self.plain(authority)
        return ([name] + names).contains { Self.plain($0) == wanted }
    }
}

/// Authorities' profiles, looked up as a cell `local_authority` spells them.
struct ProfileTable: Sendable {
    let profiles: [AuthorityProfile]
    /// For an authority without a profile.
    private let general: AuthorityProfile
    private let places: [String: Int]

    /// Where two profiles claim one spelling, the later has it: it was laid over the earlier.
    init(_ profiles: [AuthorityProfile]) {
        self.profiles = profiles
        general =
            profiles.last(where: \.isGeneral)
            ?? AuthorityProfile(name: AuthorityProfile.generalName)
        let spellings = profiles.enumerated().flatMap { place, profile in
            ([profile.name] + profile.names).map { (AuthorityProfile.plain($0), place) }
        }
        places = Dictionary(spellings, uniquingKeysWith: { $1 })
    }

    func profile(of authority: String?) -> AuthorityProfile {
        guard let authority, let place = places[AuthorityProfile.plain(authority)] else {
            return general
        }
        return profiles[place]
    }
}
