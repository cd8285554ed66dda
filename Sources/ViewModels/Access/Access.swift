import Domain

/// What a person may see, asked before a page is made: a page cannot show what it never received.
///
/// The roles' table stands in Domain; this says which pages they open.
public struct Access: Hashable, Sendable {
    public let clearance: Clearance

    public init(_ clearance: Clearance) { self.clearance = clearance }

    /// Whether anything of the page is for this person.
    public func allows(_ page: PageName) -> Bool { page.entry.sees.allows(clearance) }

    /// The page to begin on.
    var first: PageName {
        let order: [PageName] = [.dashboard, .pane(.pupils), .figures]
        return order.first(where: allows) ?? .help
    }

    public func sees(_ topic: Topic) -> Bool { clearance.sees(topic) }

    /// Whether some duties, or the facts behind them, are kept from this person.
    var isPart: Bool { !clearance.seesEverything && clearance.reach(.money) < .everyone }
}
