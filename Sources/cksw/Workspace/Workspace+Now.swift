import Domain
import Store
import ViewModels

extension Workspace {
    /// How the person who acts reads Now.
    func nowView() throws -> NowView {
        let kept = try store.present.read { try $0.preference(.now, of: actor.login) }
        return kept.flatMap(NowView.init) ?? .byChild
    }

    /// Keeps how the person who acts reads Now.
    ///
    /// - Returns: `nil` where it was kept already.
    func keep(_ view: NowView) throws -> ChangeNumber? {
        try store.prefer(
            .now, view == .byChild ? nil : view.rawValue, by: actor, at: Clock.now)
    }
}
