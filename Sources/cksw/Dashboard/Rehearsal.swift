import Domain
import Terminal
import ViewModels

/// Draws the first page of a school without children, for nobody, while the store is read.
///
/// What a program does for the first time takes longer: its types are made, its tables filled, its
/// code fetched. A tenth of a start is that, and a second thread can do it ahead.
enum Rehearsal {
    static func run(under pack: PolicyPack) {
        let calendar = SchoolCalendar(records: [], bankHolidays: pack.bankHolidays)
        let model = Model(
            facts: Facts(school: SchoolFacts(calendar: calendar)), roster: [],
            today: Clock.now.londonDay, pack: pack,
            person: Person(login: "", name: "", roles: [], isKeeper: true),
            actions: ActionCatalogue.keys)
        let size = Size(columns: 120, rows: 40)
        let session = Session(model)
        var scroll = ScrollState()
        _ = Renderer.frame(of: session.page(size: size), size: size, scroll: &scroll)
    }
}
