/// English words by which a name is told from the word that is spelt like it.
///
/// Lists and not a grammar: what stands in none of them is taken for a name, so that a gap in a list
/// costs one question and never a name that is overlooked.
enum SentenceWords {
    /// First names that are words as well, and what kind of word.
    enum Kind: Hashable, Sendable {
        /// `will`, `may`: a verb in its first form follows.
        case auxiliary
        case month, season
        /// Can begin an order or a note without a subject: `mark`, `grant`, `rose`.
        case verb
        case noun
    }

    static let names: [String: Kind] = {
        var names: [String: Kind] = ["will": .auxiliary, "may": .auxiliary]
        func add(_ kind: Kind, _ list: String) {
            for word in list.split(separator: " ") { names[String(word)] = kind }
        }
        add(.month, "april june august")
        add(.season, "summer autumn")
        add(
            .verb,
            "mark rose hope grant chase bill rob sue pat drew skip max page nick dean rich ray gene "
                + "chip guy frank jack carol pip mason hunter tanner pierce wade reed trace")
        add(
            .noun,
            "grace joy faith dawn robin ivy lily daisy holly ruby amber pearl poppy iris violet "
                + "heather hazel olive christian angel star sky river forest penny cherry ginger "
                + "melody harmony destiny honey precious blessing miracle prince princess king "
                + "royal major justice love patience mercy charity comfort wisdom favour gift "
                + "glory hero blue rainbow bear fox wolf jay wren dale glen cliff clay heath "
                + "brook eve art earl duke basil sage jade crystal sunny sandy rusty bonny dolly "
                + "olly teddy tiger ocean storm rain snow winter spring heaven trinity bay ash "
                + "aspen willow rowan jasmine bud buddy lee miles victor sterling ace cash van fern "
                + "laurel rosemary saffron kit cat dot don harry lance legend reign grey gray archer "
                + "baker carter cooper parker taylor porter walker fisher")
        return names
    }()

    static let titles: Set<String> = [
        "mr", "mrs", "miss", "ms", "mx", "dr", "sir", "madam", "prof",
    ]
    static let kin: Set<String> = ["aunt", "auntie", "aunty", "uncle", "nanny", "granny", "nana"]

    static let roles = set(
        "ta lsa hlta mum teacher senco dsl dt head headteacher deputy carer carers mum mother dad "
            + "father parent stepdad stepmum nurse worker iro adviser advisor tutor mentor driver "
            + "escort coach therapist psychologist officer manager governor cook caretaker "
            + "receptionist assistant supervisor sw vsh staff adult dinner midday office")

    /// Somebody was reached: an adult, where one is called so.
    static let reached = set("rang phoned emailed texted messaged rung telephoned")
    static let spoken = set(
        "spoke spoken talked call called email message voicemail heard update letter met meeting "
            + "chat rang text reply word")

    private static let family = set("mum mummy dad daddy nan gran grandma grandad i")

    static let groups = set(
        "class classroom group team house room ward table form period street road lane avenue "
            + "close drive church hospital surgery clinic")
    static let places = set(
        "court cottage school centre center hall park garden gardens farm lodge academy nursery "
            + "day week family foundation trust house hill way place terrace grove")

    // MARK: Months and seasons

    static let months = set(
        "january february march april may june july august september october november december "
            + "jan feb mar apr jun jul aug sep sept oct nov dec")
    static let beforeMonths = set(
        "in until till since during early late mid this next last every throughout monday tuesday "
            + "wednesday thursday friday before after")
    static let afterMonths = set(
        "half bank holiday holidays term sats exams review deadline payment onwards")
    static let beforeSeasons = set(
        "the this next last in during since until till every each late early mid")
    static let afterSeasons = set(
        "term half holiday holidays school fair reading term's club play scheme data report census "
            + "show break targets pep peps")

    /// Behind these `by May` is a person.
    static let doneBySomebody = set(
        "hit pushed kicked bitten hurt upset called told followed chosen helped bullied teased "
            + "scratched punched slapped annoyed distracted picked invited comforted led given "
            + "shoved tripped copied left seen sat stood passed standing sitting walked")

    // MARK: What can stand behind a name

    /// Whether the word can follow a name that begins a sentence, and no verb in its first form.
    static func follows(name after: WrittenWord) -> Bool {
        let key = after.key
        if after.isCapital, !after.isAllCapitals, !titles.contains(key), !family.contains(key) {
            return true
        }
        if followers.contains(key) { return true }
        if key.hasSuffix("ed") { return !key.hasSuffix("eed") && key != "bed" && key != "embed" }
        return key.count > 3 && key.hasSuffix("s") && !key.hasSuffix("ss") && !key.hasSuffix("us")
            && !["always", "sometimes", "perhaps", "sheets", "schemes", "books"].contains(key)
    }

    private static let followers = set(
        "was is has had did does were isn't wasn't and or but says said tells told can could should "
            + "would might must shall who whose also again then too both didnt doesnt wasnt isnt "
            + "came went got gave took made felt left ran saw brought hit threw broke hurt put let "
            + "fell kept cried bit sat stood spat stole swore shut ate drank slept woke began "
            + "found hid lost met paid read rode sang sent shook spoke spent stuck swam taught "
            + "thought tore understood wore won wrote fought forgot froze grew held knew led meant "
            + "never only just now often s t with in at from to on ll ve hasnt cant wont")

    static let doneToMarks = set(
        "changed corrected missing entered amended updated queried altered recorded missed given "
            + "left taken added on for of in at")

    /// Behind these words at the start of a sentence these are no names.
    static let noNameBefore: [String: Set<String>] = [
        "may": set("half bank"),
        "mark": set("sheet sheets scheme schemes book books work on of for only"),
        "rose": set("again sharply slightly steadily above since over"),
        "grace": set("period days time"),
        "joy": set("to of at in when"),
        "hope": set("to that he she they this it we the all for you"),
        "faith": set("in school leader group"),
        "christian": set("faith family school church name values"),
    ]

    private static func set(_ words: String) -> Set<String> {
        Set(words.split(separator: " ").map(String.init))
    }
}
