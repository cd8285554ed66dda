import Domain

/// A note about Bea Ashworth, and whether another child's name stands in it.
struct Note: Sendable, Hashable {
    let text: String
    /// The child who is named; `nil` where none is.
    let names: String?
}

/// The notes by which the search for other children's names is measured: tables of names and of
/// sentences, each name put into each sentence, and sentences of a school's day that name no child.
enum PlantedNotes {
    /// Reference, forename, surname, known-as, UPN.
    static let roll: [(String, String, String, String, String)] = [
        ("K002", "Leo", "Marsh", "", "H801200001001"), ("K003", "Mark", "Dale", "", ""),
        ("K004", "William", "Hayes", "Will", ""), ("K005", "May", "Lin", "", ""),
        ("K006", "Grace", "Hill", "", ""), ("K007", "Rose", "Adair", "", ""),
        ("K008", "Joy", "Okoro", "", ""), ("K009", "Ayodele", "Daniels", "Ayò", ""),
        ("K010", "Zoë", "Quinn", "", ""), ("K011", "Anne-Marie", "O'Neil", "", ""),
        ("K012", "José", "de Souza", "", ""), ("K013", "Oluwatomi", "Adeyemi", "Tomi", ""),
        ("K014", "Ned", "Carver", "", ""), ("K015", "Ivy", "Field", "", ""),
        ("K016", "Samuel", "Smith-Jones", "Sam", ""), ("K017", "Hope", "Ibe", "", ""),
        ("K018", "Max", "Łuczak", "", "A801200001017"), ("K019", "Robert", "Ashworth", "Rob", ""),
        ("K020", "April", "Novak", "", ""), ("K021", "Summer", "Bright", "", ""),
    ]
    /// Words that are names here; a note writes them with a capital.
    static let alsoWords: Set<String> = [
        "Mark", "Will", "May", "Grace", "Rose", "Joy", "Ivy", "Hope", "Max", "Rob", "April",
        "Summer",
    ]

    static let staff = [
        "Grace Hall", "Rose Webb", "Mark Khan", "Will Osei", "Joy Lund", "M Poole", "May Byrne",
        "A Khan", "J Webb",
    ]
    /// Bea's own people.
    static let people = [
        ("parent", "L Ashworth"), ("social-worker", "P Lund"), ("carer", "Rose Carter"),
        ("iro", "Will Peters"),
    ]

    /// A first name alone, anywhere in a sentence.
    private static let sentences = [
        "% hit her at lunch and she was upset.", "% was upset too.", "% said sorry afterwards.",
        "Fell out with % over the ball.", "Fell out with %.", "Bea sat next to % in maths.",
        "Mum says % has been unkind since half-term.", "She and % left the hall without asking.",
        "%'s mum rang about the party.", "It was %'s coat that she took.",
        "Played well today (with % and two others).", "Bea told me that % took her lunch.",
        "Upset: % had pushed her.", "Gran collects Bea and % on Fridays.",
        "Bea was well. % was not in school.", "Not happy about %, who sits behind her.",
        "Both Bea and % missed the bus.", "Moved away from % for the afternoon.",
        "I spoke to Bea and then to %.", "Asked about %; she would not say.",
        "Worried about what % saw at home.", "Yesterday % came home with them.",
        "% and Bea share a taxi.", "Scratched by % in the queue.", "Dad asked why % gets a taxi.",
        "The photograph shows Bea with %.", "No further contact between Bea and % please.",
        "% has the same social worker.", "Gave her reading book to % by mistake.",
        "Bea cried because % would not play.",
    ]
    /// The same in small letters, of names that are no words.
    private static let smallSentences = [
        "fell out with % at lunch", "% was there too", "she sat with % and was fine",
        "mum says % hit her",
    ]
    private static let fullSentences = [
        "% was in the room.", "Shares a room with %.", "Spoke about % too.", "(see % as well)",
    ]

    /// Notes in which another child is named.
    static var planted: [Note] {
        roll.flatMap { _, forename, surname, knownAs, upn -> [Note] in
            let first = knownAs.isEmpty ? forename : knownAs
            let name = "\(first) \(surname)"
            func notes(_ sentences: [String], _ called: String) -> [Note] {
                sentences.map { Note(text: $0.replacing("%", with: called), names: name) }
            }
            let initial = forename.prefix(1)
            var all =
                notes(sentences, first) + notes(fullSentences, name)
                + notes(fullSentences, "\(forename) \(surname)")
                + notes(fullSentences, "\(surname), \(first)")
                + notes(fullSentences, "\(initial) \(surname)")
                + notes(fullSentences, "\(initial). \(surname)")
                + notes(fullSentences, name.uppercased())
            if !alsoWords.contains(first) { all += notes(smallSentences, first.lowercased()) }
            if !upn.isEmpty { all += notes(fullSentences, upn) }
            return all
        }
    }

    /// Notes in which no other child is named, though a word of them is somebody's name.
    static let innocent: [Note] =
        (ofWill + ofMay + ofMark + ofOthers + ofAdults + ofTheDay).map {
            Note(text: $0, names: nil)
        }

    private static let ofWill = [
        "Will call back tomorrow.", "Will be late on Friday.", "Will need a new date.",
        "Will not be in today.", "Mum will ring at 3.", "She will be collected by gran.",
        "Unwell. Will try again after lunch.", "Will discuss with the SENCO.",
        "Will you let us know by Monday?", "Will send the form to the social worker.",
        "No answer. Will leave a message.", "Dad has made a will.", "Will have a review in spring.",
        "Will the carer come to the PEP?", "Will he be at contact on Saturday?",
        "Will address this at the meeting.", "Against her will.", "Good will on both sides.",
    ]
    private static let ofMay = [
        "May be late on Friday.", "May need more time to settle.", "Back in May.",
        "Review on 12 May at the school.", "May half-term is with dad.", "She may be moved.",
        "Placement ends at the end of May.", "Until May she stays with gran.",
        "May have been unwell at the weekend.", "SATs week is in May.", "From April to May only.",
        "Contact resumes early May.", "Moved here last May.", "May not attend on Monday.",
        "To be done by May.", "The 4 May bank holiday.", "The plan runs to 31 May 2027.",
        "May we have the form by Friday?", "April 2026 was her last review.", "Since April.",
        "The summer holidays were hard.", "This summer she stays here.", "Summer term targets set.",
    ]
    private static let ofMark = [
        "Mark on left arm, seen by the nurse.", "Mark for Friday afternoon is missing.",
        "Friday's mark was changed to I.", "Mark changed from N to M by the office.",
        "Mark the register again please.", "A mark on her cheek.", "Got full marks in maths.",
        "Mark was entered late.", "A red mark above the eye.", "Mark of respect for her gran.",
        "Wide of the mark.", "Mark scheme sent to tutor.",
    ]
    private static let ofOthers = [
        "Attendance rose to 94%.", "Rose to 94% this term.", "Rose from 88% to 93%.",
        "Voices rose and she left.", "Grace period agreed until Monday.",
        "Took it with good grace.", "It was a joy to see her read.",
        "Joy to hear that she is well.",
        "Full of joy today.", "Hope to meet next week.", "I hope that she is better.",
        "Hope she is better soon.", "In Rose class until July.", "Lives on Grace Road now.",
        "Attends St Mark's church.", "Rose group for phonics.", "Read 20 words, max 25.",
        "They rob her of sleep.", "There is ivy on the fence.", "Grown a rose in the garden.",
    ]
    private static let ofAdults = [
        "Spoke to Grace Hall about reading.", "Grace Hall rang home.", "Mrs Hall will ring.",
        "Mrs Grace read with her.", "Miss Rose took her to the nurse.", "TA Joy sat with her.",
        "Joy Lund supports her in maths.", "Mark Khan is her mentor.",
        "Will Osei (DSL) was told.", "Rang Rose (carer), no answer.", "Spoke to Rose, her carer.",
        "Rose Carter says she slept well.", "Carer Rose was pleased.",
        "Email from Will Peters about the review.", "Spoke with Will, the IRO.",
        "M Poole covers on Friday.", "May Byrne leads the group.", "Mr Mark ran the club.",
        "P Lund visits on Tuesday.", "L Ashworth rang at 9.10.", "A Khan will hold the PEP.",
        "Auntie Joy collects her.", "Uncle Mark had her for tea.", "Rang Rose about the trip.",
        "Mrs Rose Webb told the office.", "Teacher Grace says she tries hard.",
        "Sir Will asked her to read.", "Message for Rose at the home.",
    ]
    private static let ofTheDay = [
        "Cold since Sunday; back tomorrow.", "No answer, message left.", "Bea was well today.",
        "Beatrice read 20 words.", "Bea Ashworth had a good week.", "Bea's mum will ring the GP.",
        "Home says a temperature; asked for a test.", "Social worker told of the absence.",
        "Carer asks for a later start.", "Virtual School agrees to the spend.",
        "Reads with support; counts to 20.", "PEP date agreed for 1 December.",
        "Asked for the EHCP draft.", "Taxi was late again, arrived 9.25.",
        "New address from Monday.", "School nurse to visit next week.",
        "Gran collects at 3.15 every day.", "Contact with dad was moved to Saturday.",
        "Slept badly, tired in the morning.", "Lunch box was empty; fed by school.",
        "Head lice letter sent home.", "Uniform grant applied for.",
        "Asked about after-school club.",
        "Police attended the home at the weekend.", "Operation Encompass call at 8.05.",
        "Dentist on Thursday, back by 11.", "Wants to be a nurse.", "Enjoys art and swimming.",
        "Behind in phonics by two sets.", "Attendance letter sent.", "Medical evidence received.",
        "Review conference on 3 December.", "Core group moved to Tuesday.", "Placement is stable.",
        "Respite at the weekend.", "Life story work has begun.", "Therapy every Tuesday at 10.",
        "Sibling contact went well.", "Mum has a new telephone number.",
        "No school place yet for September.", "Transition visit booked.",
        "Mentor meets her weekly.",
        "Reading book lost, fine waived.", "Trip paid from Pupil Premium Plus.",
        "Calm all day.", "Left the room twice.", "Ate well.", "Hearing test due.",
        "Glasses are broken.", "Homework handed in.", "Invited to breakfast club.",
        "Parents' evening attended by carer.", "Asked for a key adult.", "Target met early.",
        "Laptop delivered.", "SDQ sent to the carer.", "Chased the report again.",
        "Cancelled by the social worker.", "Interpreter booked.", "All well.",
    ]
}
