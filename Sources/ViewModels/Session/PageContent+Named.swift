import Domain

/// What pages are made from beside the model.
struct Sources {
    var withOthers = false
    /// What has been read of the journal, by whom it is about.
    var history: [Subject?: [HistoryEntry]] = [:]
    /// Single entries of it.
    var changes: [ChangeNumber: HistoryEntry] = [:]
}

extension PageContent {
    /// The page of this name; `nil` where what it is about is not on record.
    static func named(_ name: PageName, _ model: Model, _ sources: Sources) -> PageContent? {
        switch name {
        case .dashboard: dashboard(model, withOthers: sources.withOthers)
        case .pane(let pane): .pane(pane, model, withOthers: sources.withOthers)
        case .pupil(let ref): pupil(ref, model)
        case .pep(let id): pep(id, model)
        case .fund(let id): fund(id, model)
        case .glance: glance(model)
        case .why(let id): why(id, model)
        case .history(let subject): history(subject, sources.history[subject], model)
        case .change(let number): change(number, sources.changes[number], model)
        case .since: since(model)
        case .setAside: setAside(model)
        case .figures: figures(model)
        case .list(let list): .list(list, model)
        case .cohort(let label): cohort(label, model)
        case .policy: policy(model)
        case .clause(let id): clause(id, model)
        case .clauses(let id): clauses(of: id, model)
        case .rule(let id): rule(id, model)
        case .staff: staff(model)
        case .member(let id): member(id, model)
        case .cohortFigures: cohortFigures(model)
        case .settingUp: settingUp(model)
        case .help: help(model)
        }
    }
}
