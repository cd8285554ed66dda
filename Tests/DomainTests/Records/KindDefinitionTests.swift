import Domain
import Testing

@Suite("The definitions of kinds")
struct KindDefinitionTests {
    @Test(
        "What names a child, or must name a record of one, is about that child",
        arguments: RecordKind.allCases)
    func owner(kind: RecordKind) {
        let columns = kind.schema.columns
        let names = columns.filter { !$0.isOptional }.compactMap(\.reference)
        switch kind.definition.owner {
        case .pupil: #expect(kind.schema.pupilColumn != nil)
        case .part(let whole):
            #expect(kind.schema.pupilColumn == nil && names.contains(whole))
            #expect(whole.definition.owner.isOfChild)
            #expect(columns.contains { $0.reference == whole && $0.name == whole.idColumn })
        case .staff, .school:
            #expect(kind.schema.pupilColumn == nil)
            #expect(!names.contains { $0.definition.owner.isOfChild })
        }
    }

    @Test(
        "What is read with a child's facts is about a child, and nothing of a child is the school's"
    )
    func place() {
        for kind in RecordKind.allCases {
            let isOfChild = kind.definition.owner.isOfChild
            #expect(isOfChild || !kind.isOfPupil, "\(kind)")
            let mayBeNobodys = kind.schema.columns.contains { $0.type == .pupil && $0.isOptional }
            #expect(!isOfChild || mayBeNobodys || !kind.isOfSchool, "\(kind)")
        }
    }

    @Test("Every action puts a kind, but the correction, which puts any")
    func actions() {
        #expect(ActionID.allCases.filter(\.kinds.isEmpty) == [.correct])
    }
}
