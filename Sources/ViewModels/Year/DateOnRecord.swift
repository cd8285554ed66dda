import Domain

/// Something that stands on record with a day to come: what is planned, and the last day of what is
/// owed already.
struct DateOnRecord {
    let day: Day
    let subject: Subject
    let what: What

    enum What {
        case plan(RecordKey, String, PageName?, ActionID)
        case duty(Duty)
    }

    /// All of them from this week on, child by child.
    static func all(_ model: Model) -> [DateOnRecord] {
        let first = model.today.monday
        let planned = model.children.flatMap { plans(of: $0.facts, model) } + ofSchool(model)
        let owed = model.allDuties.compactMap { duty in
            duty.state.isOpen
                ? duty.due.map { Self(day: $0, subject: duty.subject, what: .duty(duty)) } : nil
        }
        return (planned + owed).filter { $0.day >= first && $0.day <= model.yearEnd }
    }

    private static func plans(of child: PupilFacts, _ model: Model) -> [DateOnRecord] {
        let subject = Subject.pupil(child.ref)
        let peps = child.peps.filter(\.isOpen).compactMap { pep in
            pep.plannedFor.map {
                Self(
                    day: $0, subject: subject,
                    what: .plan(pep.record.key, "PEP meeting planned", .pep(pep.id), .pepPlan))
            }
        }
        let meetings = child.meetings.compactMap { planned($0, subject, model) }
        let reviews = child.senReviews.compactMap { review -> DateOnRecord? in
            review.planned(on: model.today).map { day in
                Self(
                    day: day, subject: subject,
                    what: .plan(
                        review.record.key, "\(review.kind.words) planned", .pupil(child.ref),
                        .senReview))
            }
        }
        return peps + meetings + reviews
    }

    private static func ofSchool(_ model: Model) -> [DateOnRecord] {
        model.facts.school.meetings.compactMap { planned($0, .school, model) }
    }

    private static func planned(
        _ meeting: Meeting, _ subject: Subject, _ model: Model
    ) -> DateOnRecord? {
        meeting.planned(on: model.today).map { day in
            Self(
                day: day, subject: subject,
                what: .plan(
                    meeting.record.key, "\(meeting.kind.words.sentenceCase) planned",
                    subject.pupil.map(PageName.pupil), .meeting))
        }
    }
}
