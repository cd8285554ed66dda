import Domain

extension Snapshot {
    /// To whom backups are encrypted: public keys of `age`, or of SSH.
    public func backupRecipients() throws -> [String] {
        try (setting(BackupSetting.recipients) ?? "").split(separator: "\n").map(String.init)
    }

    /// When the store was last backed up, as its journal tells.
    public func lastBackup() throws -> Instant? {
        try setting(BackupSetting.last).flatMap(Instant.init(iso:))
    }
}

extension Store {
    /// Sets to whom backups are encrypted; an action of the keeper, which `undo` takes back.
    ///
    /// - Returns: the number of the entry; `nil` where it stood so already.
    /// - Throws: `StoreError.keeperOnly`, `encryption` for what is no public key, `locked`,
    ///   `cannotWrite`.
    public func setBackupRecipients(
        _ recipients: [String], by actor: Actor, at: Instant
    ) throws -> ChangeNumber? {
        guard actor.isKeeper else { throw StoreError.keeperOnly }
        for recipient in recipients {
            // A secret key in the place of a public one would be handed to other programs.
            guard recipient.hasPrefix("age1") || recipient.hasPrefix("ssh-"),
                !recipient.contains("\n")
            else {
                throw StoreError.encryption(
                    why: "a recipient is a public key, age1… or ssh-…, and nothing else")
            }
            try Age.check(recipient)
        }
        return try set(
            BackupSetting.recipients,
            to: recipients.isEmpty ? nil : recipients.joined(separator: "\n"),
            action: "backup-recipients", .school, by: actor, at: at)
    }
}

/// The names of what is set about backups.
enum BackupSetting {
    static let recipients = "backup-recipients"
    static let last = "last-backup"
}
