import Domain

extension PageContent {
    /// Every key, from the table that the program itself reads, by what somebody wants to do.
    static func help(_ model: Model) -> PageContent {
        let items = Wish.allCases.flatMap { wish -> [SheetItem] in
            let found =
                model.actions.filter { ActionFamily.of($0.action)?.wish == wish }.map(item)
                + ViewKey.allCases.filter { $0.wish == wish }.map(item)
            return found.isEmpty ? [] : [.heading("wish \(wish.rawValue)", wish.rawValue)] + found
        }
        return PageContent(
            title: "Keys", header: model.schoolHeader("all keys"),
            shortHeader: model.shortSchoolHeader("all keys"),
            sheets: [
                Sheet(
                    id: "keys", digit: 0, title: "Type what you want to do",
                    content: .list(
                        [
                            TableColumn("Key", minimum: 10), TableColumn("", minimum: 14, share: 1),
                            TableColumn("", minimum: 20, share: 4, priority: 1),
                        ], items))
            ], detail: { item, _ in item.full })
    }

    private static func item(_ view: ViewKey) -> SheetItem {
        // A range of digits reads better than ten of them.
        let keys = view.keys.map(\.label).joined(separator: " ")
            .replacing("0 1 2 3 4 5 6 7 8 9", with: "0-9")
        var item = item(id: view.rawValue, keys: keys, title: view.title, help: view.help)
        item.presses = view.keys.first
        return item
    }

    private static func item(_ action: ActionKey) -> SheetItem {
        var item = item(
            id: action.action.rawValue, keys: action.key.label, title: action.title,
            help: action.help)
        item.action = action.action
        return item
    }

    private static func item(id: String, keys: String, title: String, help: String) -> SheetItem {
        let row = Row(
            id: id, cells: [[Phrase(keys, .key)], [Phrase(title)], [Phrase(help, .muted)]],
            spoken: "\(keys): \(title). \(help)")
        return SheetItem(
            id: id, search: { _ in "\(keys) \(title) \(help)" }, row: { _ in row },
            full: [TextLine(help)])
    }
}

/// What somebody wants who looks for a key; the order of the list of keys.
enum Wish: String, CaseIterable {
    case call = "Log a call, an absence"
    case find = "Find a child, a page, a number"
    case understand = "See why, and what happened"
    case pep = "PEPs and targets"
    case child = "A child's status, people, details"
    case support = "Meetings, support, decisions"
    case money = "Money"
    case school = "Staff, training, the policy"
    case reports = "Reports for others"
    case files = "School dates, lists, the register"
    case mend = "Take back, put right"
    case move = "Move about a list"
    case screen = "The screen"
}

extension ActionFamily {
    var wish: Wish {
        switch self {
        case .contact, .marks: .call
        case .pep, .target: .pep
        case .status, .keyAdult, .people, .roll: .child
        case .child, .noAction: .support
        case .money: .money
        case .roles, .school: .school
        case .dates, .register: .files
        case .correction: .mend
        }
    }
}

extension ViewKey {
    var wish: Wish {
        switch self {
        case .palette, .filter, .glance, .others, .figures, .pane: .find
        case .why, .clause, .byDuty, .fold, .history, .chronology, .read: .understand
        case .reports, .packs: .reports
        case .settingUp: .files
        case .undo, .redo: .mend
        case .open, .back, .move, .leap, .ends, .tag: .move
        case .help, .initials, .blank, .redraw, .suspend, .quit: .screen
        }
    }
}
