extension CareKind {
    /// The status as it begins a line: `Looked after (CLA)`.
    var title: String {
        switch self {
        case .cla: "Looked after (CLA)"
        case .pla: "Previously looked after (PLA)"
        case .cp: "Child protection plan (CP)"
        case .cin: "Child in need plan (CIN)"
        }
    }

    /// What is said of the last day on which it holds.
    var lastDay: String {
        switch self {
        case .cla: "Last day of being looked after (CLA)"
        case .pla: "Last day as previously looked after (PLA)"
        case .cp: "Last day of the child protection plan (CP)"
        case .cin: "Last day of the child in need plan (CIN)"
        }
    }
}

extension LegalStatus {
    /// The status in words.
    ///
    /// Source: DfE, guide to the SSDA903 collection, code set of legal statuses.
    var words: String {
        switch self {
        case .c1: "interim care order"
        case .c2: "full care order"
        case .d1: "freeing order"
        case .e1: "placement order"
        case .v2: "single period of accommodation under section 20"
        case .v3: "one of an agreed series of short breaks"
        case .v4: "agreed series of short breaks"
        case .l1: "police protection"
        case .l2: "emergency protection order"
        case .l3: "child assessment order"
        case .j1: "on remand"
        case .j2: "detained under PACE"
        case .j3: "youth rehabilitation order with residence"
        }
    }
}

extension LegalStatus {
    /// The status in the few words of a list: `section 20`.
    var shortWords: String {
        switch self {
        case .v2: "section 20"
        case .v3: "one of a series of short breaks"
        case .v4: "series of short breaks"
        case .j3: "youth rehabilitation order"
        case .c1, .c2, .d1, .e1, .l1, .l2, .l3, .j1, .j2: words
        }
    }
}

extension String {
    /// The category of a child protection plan: `category physical abuse`.
    var categoryWords: String { "category " + (self == "neglect" ? self : "\(self) abuse") }
}
