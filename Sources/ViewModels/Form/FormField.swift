import Domain

/// A field of a form while it is being filled in.
struct FormField: Sendable {
    enum Entry: Hashable, Sendable {
        case text(LineEditor)
        /// One of several, or none yet.
        case choice(String?)
        /// Any of several, with the place of the cursor.
        case several([String], cursor: Int)
    }

    let spec: FieldSpec
    var entry: Entry
    var options: [Choice]
    /// Left once, so that what is wrong with it may be told.
    var wasLeft = false
    /// What has been typed into a field of choices and is not one of them yet.
    private(set) var typed = ""
    /// A date stands here that nobody has touched: whoever types means another, not its end.
    private var isOffered = false

    /// A field with what it begins with; dates as people read them.
    init(_ spec: FieldSpec, _ texts: [String], _ options: [Choice]) {
        self.spec = spec
        self.options = options
        let text = texts.last ?? ""
        switch spec.kind {
        case .choice, .flag: entry = .choice(text.isEmpty ? nil : text)
        case .people where !options.isEmpty, .several where !options.isEmpty:
            entry = .several(texts, cursor: 0)
        case .several: entry = .text(LineEditor(texts.joined(separator: "; ")))
        case .people: entry = .text(LineEditor(texts.map(\.asPerson).joined(separator: "; ")))
        case .person:
            let label = options.first { $0.value == text }?.label
            entry = .text(LineEditor(label ?? text))
        case .text: entry = .text(LineEditor(text, isMultiline: true))
        case .day:
            // A plan on record begins with its day and, behind a blank, its time.
            let day = Day(iso: text.prefix(10))
            isOffered = day != nil
            entry = .text(LineEditor(day.map { $0.long + text.dropFirst(10) } ?? text))
        case .instant:
            let instant = Instant(iso: text)
            isOffered = instant != nil
            entry = .text(
                LineEditor(instant.map { "\($0.londonDay.long) \($0.londonClock)" } ?? text))
        case .pupil, .id, .line, .money: entry = .text(LineEditor(text))
        }
    }

    /// What has been typed or chosen, as the command reads it.
    var texts: [String] {
        switch entry {
        case .text(let editor):
            if case .people = spec.kind {
                return editor.text.split { $0 == ";" || $0.isNewline }.map(String.init)
            }
            return editor.text.isEmpty ? [] : [editor.text]
        case .choice(let value): return value.map { [$0] } ?? unchosen
        case .several(let values, _): return values + unchosen
        }
    }

    /// What is typed stays until it is chosen or taken away: no word is swallowed.
    private var unchosen: [String] { typed.isEmpty ? [] : [typed] }

    /// The choice as it stands, whatever is typed.
    var chosen: String? {
        if case .choice(let value) = entry { return value }
        return nil
    }

    /// New options after another field has changed; a choice that is no longer offered goes.
    mutating func update(_ options: [Choice]) {
        self.options = options
        switch (spec.kind, entry) {
        case (.choice, .choice(let value?)) where !options.contains { $0.value == value }:
            entry = .choice(nil)
        case (.people, .several(let values, let cursor)),
            (.several, .several(let values, let cursor)):
            let known = values.filter { value in options.contains { $0.value == value } }
            entry = .several(known, cursor: max(0, min(cursor, options.count - 1)))
        default: break
        }
    }

    // MARK: Keys

    /// Takes a key; `false` where it means nothing to this field.
    mutating func press(_ key: Key) -> Bool {
        switch entry {
        case .text(var editor):
            if case .person = spec.kind, key == .down || key == .up { return complete(key) }
            if isOffered, key.isText { editor = LineEditor() }
            guard editor.handle(key) else { return false }
            isOffered = false
            entry = .text(editor)
            return true
        case .choice(let value): return choose(key, value)
        case .several(let values, let cursor): return mark(key, values, cursor)
        }
    }

    private mutating func choose(_ key: Key, _ value: String?) -> Bool {
        switch key {
        case .right, .down: step(1, from: value)
        case .left, .up: step(-1, from: value)
        case .character(" ") where typed.isEmpty: step(1, from: value)
        case .home, .end:
            typed = ""
            entry = .choice(key == .home ? options.first?.value : options.last?.value)
        case .backspace where !typed.isEmpty:
            typed.removeLast()
            narrow()
        case .backspace, .delete, .control("u"):
            typed = ""
            entry = .choice(nil)
        case .character(let letter):
            typed.append(letter)
            narrow()
        case .paste(let text):
            typed += text.onOneLine
            narrow()
        default: return false
        }
        return true
    }

    /// Nothing is chosen until what is typed leaves one.
    private mutating func narrow() {
        let found = narrowed
        entry = .choice(!typed.isEmpty && found.count == 1 ? found[0].value : nil)
    }

    /// The next choice, or the one before: among those that are left.
    private mutating func step(_ step: Int, from value: String?) {
        let left = narrowed.isEmpty ? options : narrowed
        if narrowed.isEmpty { typed = "" }
        guard !left.isEmpty else { return }
        let place = left.firstIndex { $0.value == value }
        let next =
            place.map { max(0, min($0 + step, left.count - 1)) } ?? (step > 0 ? 0 : left.count - 1)
        entry = .choice(left[next].value)
    }

    private mutating func mark(_ key: Key, _ values: [String], _ cursor: Int) -> Bool {
        switch key {
        case .right, .down:
            typed = ""
            entry = .several(values, cursor: min(cursor + 1, options.count - 1))
        case .left, .up:
            typed = ""
            entry = .several(values, cursor: max(cursor - 1, 0))
        case .character(" ") where typed.isEmpty || !narrowed.isEmpty:
            typed = ""
            guard options.indices.contains(cursor) else { return true }
            let value = options[cursor].value
            let isMarked = values.contains(value)
            entry = .several(
                isMarked ? values.filter { $0 != value } : values + [value], cursor: cursor)
        case .character("*") where typed.isEmpty:
            // The whole room; again, nobody. Who is guarded is never marked among the others.
            let all = options.filter { !$0.isGuarded }.map(\.value)
            entry = .several(all.allSatisfy(values.contains) ? [] : all, cursor: cursor)
        case .character(let letter):
            typed.append(letter)
            goToFirst(values, cursor)
        case .paste(let text):
            typed += text.onOneLine
            goToFirst(values, cursor)
        case .backspace where !typed.isEmpty:
            typed.removeLast()
            goToFirst(values, cursor)
        case .control("u") where !typed.isEmpty: typed = ""
        default: return false
        }
        return true
    }

    private mutating func goToFirst(_ values: [String], _ cursor: Int) {
        let first = narrowed.first?.value
        entry = .several(values, cursor: options.firstIndex { $0.value == first } ?? cursor)
    }

    // MARK: Choosing by typing

    /// The choices that are left by the whole text typed: those that begin with it, else those of
    /// whose words each begins with one of it.
    var narrowed: [Choice] { options.narrowed(by: typed) { $0.label } }

    /// Why what was typed chooses nothing; `nil` where it does, or where nothing was typed.
    var unsettled: String? {
        guard !typed.isEmpty, chosen == nil else { return nil }
        let left = narrowed
        guard let first = left.first else { return "“\(typed.begun)” is none of these" }
        if case .several = entry { return "“\(typed.begun)”: Space marks \(first.label)" }
        return "“\(typed.begun)” fits \(left.count): type more, or choose with ← →"
    }

    /// What the letters have found so far; `nil` where none are typed.
    var typedWords: String? {
        guard !typed.isEmpty else { return nil }
        let left = narrowed
        if left.isEmpty { return "“\(typed.begun)” is none of these: Backspace takes it away" }
        let rest = left.count > 4 ? " …" : ""
        return "\(typed.begun) → " + left.prefix(4).map(\.label).joined(separator: ", ") + rest
    }

    /// What a draft holds that chose nothing yet.
    mutating func takeUp(_ texts: [String]) {
        guard let text = texts.last, !text.isEmpty,
            !options.isEmpty, !options.contains(where: { $0.value == text })
        else { return }
        switch entry {
        case .choice, .several: typed = text
        case .text: break
        }
    }

    // MARK: People by a few letters

    /// The people whom the letters fit: at the beginning of a word, accents apart.
    var fitting: [Choice] {
        guard case .person = spec.kind, case .text(let editor) = entry else { return [] }
        let words = editor.text.folded.split(separator: " ")
        return options.filter { option in
            let parts = option.label.folded.split { !$0.isLetter && !$0.isNumber }
            return words.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
        }
    }

    /// The next person, or the one before, whom the letters fit.
    private mutating func complete(_ key: Key) -> Bool {
        guard case .text(let editor) = entry else { return false }
        let place = options.firstIndex { $0.label == editor.text }
        let list = place == nil ? fitting : options
        guard !list.isEmpty else { return false }
        let current = list.firstIndex { $0.label == editor.text }
        let next = current.map { ($0 + (key == .down ? 1 : list.count - 1)) % list.count } ?? 0
        entry = .text(LineEditor(list[next].label))
        return true
    }

    /// On leaving: a few letters that fit one person become that person.
    mutating func settle() {
        wasLeft = true
        if case .choice = entry, !typed.isEmpty {
            let word = typed.folded
            if let exact = options.first(where: { $0.label.folded == word }) {
                entry = .choice(exact.value)
            }
            if chosen != nil { typed = "" }
        }
        guard case .text(let editor) = entry, !editor.text.isEmpty, fitting.count == 1 else {
            return
        }
        entry = .text(LineEditor(fitting[0].label))
    }
}

extension Key {
    /// Whether it puts text where it is typed.
    fileprivate var isText: Bool {
        switch self {
        case .character, .paste: true
        default: false
        }
    }
}

extension Array {
    /// The elements whose names a text fits: those that begin with it, else those that have a word
    /// for each of its words; accents and capitals do not matter.
    func narrowed(by text: String, _ name: (Element) -> String) -> [Element] {
        let typed = text.folded
        let begun = filter { name($0).folded.hasPrefix(typed) }
        if !begun.isEmpty { return begun }
        let words = typed.split { !$0.isLetter && !$0.isNumber }
        guard !words.isEmpty else { return [] }
        return filter { element in
            let parts = name(element).folded.split { !$0.isLetter && !$0.isNumber }
            return words.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
        }
    }
}

extension String {
    /// No longer than a hint can bear.
    var begun: String { count > 24 ? prefix(24) + "…" : self }

    fileprivate var onOneLine: String { String(map { $0.isNewline ? " " : $0 }) }

    /// `carer L Ashworth` of `carer=L Ashworth`.
    fileprivate var asPerson: String { replacing("=", with: " ", maxReplacements: 1) }
}
