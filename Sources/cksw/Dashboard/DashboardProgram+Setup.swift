import Domain
import Store
import ViewModels

extension DashboardProgram {
    /// Opens the form of a step of setting up, with what was typed there before.
    mutating func setUp(_ step: SetupStep) throws {
        let model = session.known
        try workspace.require(step.isFor(try workspace.clearance()))
        guard let setup = model.setup else {
            return session.say("The school is set up in its store as it is now.")
        }
        let context = context(model.factsOfRoster)
        guard
            let modal = SetupForm.open(step, in: context, setup, drafts: try draftBodies())
        else { return }
        // A list of children is put on record as every page of theirs is.
        let notice =
            step == .statuses || step == .held
            ? try workspace.lookOrNotice(at: .school, page: "form \(step.rawValue)") : nil
        session.present(modal)
        if let notice { session.say(notice) }
    }
}
