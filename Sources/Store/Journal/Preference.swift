import Domain

/// What one person wants of the program, for that person alone: no record of the bundle.
public enum Preference: String, CaseIterable, Sendable {
    /// The colours of the dashboard.
    case theme
    /// How Now is read.
    case now = "now-view"

    /// The setting that keeps it for a login.
    func setting(of login: String) -> String { "\(rawValue) \(login)" }
}

extension Snapshot {
    /// What a person wants; `nil` where nothing was ever said, or it was taken back.
    public func preference(_ preference: Preference, of login: String) throws -> String? {
        try setting(preference.setting(of: login))
    }
}

extension Store {
    /// Keeps what a person wants; `undo` takes it back.
    ///
    /// - Parameter value: `nil` for what the program does by itself.
    /// - Returns: the number of the entry; `nil` where it stood so already.
    /// - Throws: `StoreError.locked`, `cannotWrite`, `asKnown`.
    public func prefer(
        _ preference: Preference, _ value: String?, by actor: Actor, at: Instant
    ) throws -> ChangeNumber? {
        try set(
            preference.setting(of: actor.login), to: value, action: preference.rawValue, .school,
            by: actor, at: at)
    }
}
