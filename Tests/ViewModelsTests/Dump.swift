import Domain
import Support
import Testing
import ViewModels

@Test func dump() throws {
    let model = try Models.example("01")
    let session = Session(model)
    print(session.page(size: .wide).text)
    for name in [PageName.pupil(model.children[0].ref), .glance, .why(model.now[0].duty.id), .figures, .help, .pep(model.children[0].facts.peps[0].id)] {
        print("=======", name.id)
        print(Session(model, first: name).page(size: .wide).text)
    }
    let clock = ContinuousClock()
    print(clock.measure { for _ in 0..<100 { _ = session.page(size: .wide) } } / 100)
}
