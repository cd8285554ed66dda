import Domain

/// The import page over the others.
public struct ImportModal: Modal {
    public private(set) var state: ImportState

    public init(
        in context: CommandContext, drafts: [String: String] = [:], kind: ImportKind? = nil
    ) {
        state = ImportState(in: context, drafts: drafts, kind: kind)
    }

    public mutating func press(_ key: Key) -> Effect { state.press(key) }

    /// The plan that was asked for.
    public mutating func show(_ preview: ImportPreview) { state.show(preview) }

    public mutating func update(_ model: Model) { state.update(model.factsOfRoster) }

    public mutating func refused(_ words: String) { state.refused(words) }

    public var draftID: String? { state.inner.draftID }

    public mutating func saved(at instant: Instant) { state.saved(at: instant) }

    public mutating func recorded() -> Bool { state.done() }

    public func page(size: Size) -> Page { state.page(size: size) }
}

extension Model {
    /// The facts with everyone on roll, those of whom no status is on record by name alone.
    public var factsOfRoster: Facts {
        var facts = facts
        for pupil in roster where facts.pupils[pupil.ref] == nil {
            facts.pupils[pupil.ref] = PupilFacts(pupil: pupil)
        }
        return facts
    }

    /// The facts that a form about a child needs: a child without a status is on the roster alone.
    public func facts(with ref: PupilRef?) -> Facts {
        guard let ref, facts.pupils[ref] == nil, let pupil = roster.first(where: { $0.ref == ref })
        else { return facts }
        var facts = facts
        facts.pupils[ref] = PupilFacts(pupil: pupil)
        return facts
    }
}
