import Domain
import Exchange
import Store
import Terminal
import ViewModels

/// The dashboard as the terminal's loop runs it: keys go to the session, what the session asks for
/// is done at the store, and the store's news come back.
struct DashboardProgram: Program {
    var session: Session
    var source: ModelSource
    /// The form's text that is not on disk yet.
    var unsaved: ModalDraft?
    /// What was said of the headings of the file that is looked over.
    var saidOfHeadings: (kind: ImportKind, headings: [String: String?])?

    private let desk: RehearsalDesk
    private let charset: Charset
    private var scroll = ScrollState()
    private(set) var size = Size(columns: 80, rows: 24)
    private var version: Int64

    init(
        _ source: ModelSource, _ session: Session, charset: Charset, desk: RehearsalDesk
    ) throws {
        self.desk = desk
        self.source = source
        self.session = session
        self.charset = charset
        version = try source.workspace.store.dataVersion()
    }

    var workspace: Workspace { source.workspace }

    var isAsking: Bool { session.isAsking }

    mutating func frame(_ size: Size) -> Frame {
        self.size = size
        return Renderer.frame(
            of: session.page(size: size), size: size, charset: charset, scroll: &scroll)
    }

    mutating func handle(_ event: Event) -> Outcome {
        switch event {
        case .key(let key):
            let outcome = carryOut(session.press(key, size: size))
            rehearse()
            return outcome
        case .resized(let size):
            self.size = size
            if let report = session.shownReport { session.show(reportLines: lines(of: report)) }
            return .redraw
        case .shown:
            // The keeper need not wait for the disk; the look follows the first frame. Of everybody
            // else it is on record before there is one.
            if workspace.actor.isKeeper { look(at: .school, page: "dashboard") }
            let known = session.model.unread
            attempt {
                if $0.session.known.lacksRoster {
                    $0.session.show(roster: try $0.source.roster())
                }
                try $0.loadUnread()
            }
            return session.hasSomethingToSay || session.model.unread != known ? .redraw : .none
        case .tick: return keepDraft() || catchUp() ? .redraw : .none
        case .resumed:
            _ = catchUp()
            return .redraw
        case .wake:
            // What somebody has recorded meanwhile makes what was rehearsed untrue.
            _ = catchUp()
            if let year = desk.take() { session.show(year: year) }
            return .redraw
        case .hangUp, .terminate, .abandoned:
            _ = keepDraft()
            return .none
        }
    }

    /// Takes in what other processes have written; whether there was anything to show.
    private mutating func catchUp() -> Bool {
        do {
            let current = try workspace.store.dataVersion()
            guard current != version else { return false }
            version = current
            return try refresh(isOwn: false)
        } catch {
            session.refuse(words(error))
            return true
        }
    }

    /// Brings the session up to date with the store; whether anything had changed.
    mutating func refresh(isOwn: Bool) throws -> Bool {
        guard let (model, news) = try source.update(session.known) else { return false }
        session.update(model, news: isOwn ? nil : news)
        desk.drop()
        rehearse()
        try loadUnread()
        return true
    }

    /// Begins the rehearsal that the pages want, beside the screen.
    private func rehearse() {
        if session.wantsRehearsal { desk.begin { session.toRehearse } }
    }

    /// Writes what has been typed since; whether there is something to say.
    mutating func keepDraft() -> Bool {
        guard let draft = unsaved else { return false }
        unsaved = nil
        do {
            try workspace.store.save(
                Draft(
                    id: draft.id, owner: workspace.actor.login, subject: draft.subject,
                    action: draft.action, body: draft.body, at: Clock.now))
            return session.saved(at: Clock.now)
        } catch {
            session.refuse("The draft is not on disk: \(words(error))")
            return true
        }
    }

    func words(_ error: any Error) -> String {
        Failure(describing: error)?.lines.first ?? "an error of ours: \(error)"
    }
}
