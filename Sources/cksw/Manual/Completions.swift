import ArgumentParser
import Domain
import Exchange
import ViewModels

/// What a shell offers behind a command. What has to be read from the pack is read when it is asked
/// for, not at each start.
enum Completions {
    static let pages = CompletionKind.list(
        PageName.usage.compactMap { $0.split(separator: " ").first.map(String.init) })

    static let actions = CompletionKind.list(
        (ActionID.withFields + [.correct]).map(\.rawValue))

    static let states = CompletionKind.list(DutyState.allCases.map(\.rawValue))

    static let packs = CompletionKind.custom { _, _, _ in PackLoader.names }

    static let rules = CompletionKind.custom { _, _, _ in
        PackLoader.builtIn.rules.map(\.id.rawValue).sorted()
    }

    static let clauses = CompletionKind.custom { _, _, _ in
        PackLoader.builtIn.clauses.map(\.id)
    }
}
