import Domain

extension PageContent {
    /// Every key, from the table that the program itself reads.
    static func help(_ model: Model) -> PageContent {
        let views = ViewKey.allCases.map { view in
            item(
                id: view.rawValue, keys: view.keys.map(\.label).joined(separator: " "),
                title: view.title, help: view.help)
        }
        let actions = model.actions.map { action in
            item(
                id: action.action.rawValue, keys: action.key.label, title: action.title,
                help: action.help)
        }
        let groups = actions.isEmpty ? [] : [.heading("actions", "Record")] + actions
        return PageContent(
            title: "Keys", header: model.schoolHeader("all keys"),
            sheets: [
                Sheet(
                    id: "keys", digit: 0, title: "Keys",
                    content: .list(
                        [
                            TableColumn("Key", minimum: 10), TableColumn("", minimum: 14, share: 1),
                            TableColumn("", minimum: 20, share: 4, priority: 1),
                        ], [.heading("views", "See and go")] + views + groups))
            ])
    }

    private static func item(id: String, keys: String, title: String, help: String) -> SheetItem {
        // A range of digits reads better than ten of them.
        let keys = keys.replacing("0 1 2 3 4 5 6 7 8 9", with: "0-9")
        let row = Row(
            id: id, cells: [[Phrase(keys, .key)], [Phrase(title)], [Phrase(help, .muted)]],
            spoken: "\(keys): \(title). \(help)")
        return SheetItem(id: id, search: { _ in "\(keys) \(title) \(help)" }, row: { _ in row })
    }
}
