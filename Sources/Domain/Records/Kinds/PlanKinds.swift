extension KindDefinition {
    // PEPs and money.

    static let peps = KindDefinition(
        .peps, "PEP", about: .pupil, topic: .pep, turns: .child,
        by: [
            .pepPlan, .pepMove, .pepHold, .pepCancel, .pepSignOff, .pepVoice, .pepSend, .pepReturn,
            .pepGrade,
        ],
        missing: "No PEP of this child is on record yet; plan one first",
        [
            Column("pep_id", .identifier, key: true), Column("pupil", .pupil, to: .pupils),
            Column("planned_for", .date, optional: true), Column("held_on", .date, optional: true),
            Column("cancelled", .yesNo, optional: true),
            Column("completed_on", .date, optional: true),
            Column("pupil_views", .yesNo, optional: true, topic: .pepRecord),
            Column("note", .text, optional: true, topic: .pepRecord),
            Column("kind", .choice(PEP.Kind.allCases.map(\.rawValue)), optional: true),
            Column("sent_on", .date, optional: true),
            Column("returned_on", .date, optional: true),
            Column("returned_why", .text, optional: true, topic: .pepRecord),
            Column("grade", .name, optional: true, topic: .pepRecord),
            Column("voice", .text, optional: true, topic: .pepRecord),
            Column("next_on", .date, optional: true), Column("time", .time, optional: true),
        ],
        ofPupil: RowList({ $0.peps }, { $1(&$0.peps) }),
        line: { row, _ in PEP(row).words },
        check: { $0.pepFaults })

    static let pepPeople = KindDefinition(
        .pepPeople, "person at a PEP", about: .part(of: .peps), topic: .pepRecord, turns: .child,
        by: [.pepPeople, .pepPlan, .pepHold],
        [
            Column("pep_id", .identifier, key: true, to: .peps),
            Column(
                "role",
                .choice(PersonRole.allCases.map(\.rawValue)),
                key: true),
            Column(
                "name", .name, key: true,
                origins: .text(Clearance.withheld, where: RowCondition("role", ["parent"]))),
            Column("invited_on", .date, optional: true),
            Column("attended", .yesNo, optional: true), Column("views", .yesNo, optional: true),
        ],
        ofPupil: RowList({ $0.pepPeople }, { $1(&$0.pepPeople) }),
        others: "another person at the meeting")

    static let targets = KindDefinition(
        .targets, "target", about: .part(of: .peps), topic: .pep, turns: .child,
        by: [.target, .targetChange, .targetReview],
        missing: "This child has no target yet; add one first",
        [
            Column("target_id", .identifier, key: true), Column("pep_id", .identifier, to: .peps),
            Column(
                "area",
                .choice([
                    "reading", "writing", "maths", "phonics", "communication", "emotional",
                    "attendance", "other",
                ])),
            Column("target", .text), Column("success", .text),
            Column("reviewed_on", .date, optional: true),
            Column("outcome", .choice(["met", "partly", "not-met"]), optional: true),
            Column("why", .text, optional: true), Column("who", .name, optional: true),
            Column("by", .date, optional: true), Column("cost", .money, optional: true),
        ],
        ofPupil: RowList({ $0.targets }, { $1(&$0.targets) }),
        line: { row, facts in PEPTarget(row).words(in: facts) })

    static let funds = KindDefinition(
        .funds, "fund", about: .school, topic: .money, turns: .school,
        by: [.fund], missing: "No fund is on record yet; enter one first",
        [
            Column("fund_id", .identifier, key: true), Column("name", .name),
            Column("kind", .choice(Fund.Kind.allCases.map(\.rawValue))),
            Column("financial_year", .year),
            Column("managed_by", .choice(["virtual-school", "school"])),
        ],
        ofSchool: RowList({ $0.funds }, { $1(&$0.funds) }),
        line: { row, _ in Fund(row).words })

    static let funding = KindDefinition(
        .funding, "entry", about: .pupil, topic: .money, turns: .school,
        by: [.fundEntry, .fundLink, .fundImpact, .fundReason],
        missing: "No money is on record yet; enter it first",
        [
            Column("entry_id", .identifier, key: true),
            Column("fund_id", .identifier, to: .funds),
            Column("pupil", .pupil, optional: true, to: .pupils),
            Column("kind", .choice(FundEntry.Kind.allCases.map(\.rawValue))), Column("on", .date),
            Column("amount", .money),
            Column("commitment", .identifier, optional: true, to: .funding),
            Column("target_id", .identifier, optional: true, to: .targets), Column("what", .text),
            Column("reason", .text, optional: true),
            Column("impact", .choice(["none", "some", "strong"]), optional: true),
            Column("impact_on", .date, optional: true),
            Column("impact_note", .text, optional: true),
        ],
        ofSchool: RowList({ $0.entries }, { $1(&$0.entries) }),
        line: { row, _ in FundEntry(row).words },
        checkAmong: { record, others, _ in record.commitmentFaults(in: others) })
}
