/// Which story the invented school tells.
public enum SchoolStory: String, CaseIterable, Sendable {
    /// It keeps its policy well: a few things are late by days, as they are anywhere.
    case kept
    /// It shows every state of a duty at once.
    case busy

    /// The children with a story, the first told first where a school is too small for all.
    var children: [Story] {
        switch self {
        case .kept: Story.wellKept
        case .busy: Story.fourteen
        }
    }

    /// The child who has left lately.
    var leaver: Story {
        switch self {
        case .kept: Story.leaverWellKept
        case .busy: Story.leaver
        }
    }
}
