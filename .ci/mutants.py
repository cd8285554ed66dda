"""Where Swift source can be broken on purpose, and the switches that break it."""

import bisect
import collections
import re

# switch: what CKSW_MUTANT must be to turn it on.
Mutant = collections.namedtuple("Mutant", "switch file line kind before after")

# Compiled into the copy of Domain. An ordinary run has no CKSW_MUTANT, and each switch is off.
SWIFT = """\
#if canImport(Glibc)
    import Glibc
#endif

precedencegroup MutationPrecedence {
    higherThan: ComparisonPrecedence
    lowerThan: NilCoalescingPrecedence
}
infix operator |< : MutationPrecedence
infix operator >| : ComparisonPrecedence
infix operator |== : MutationPrecedence
infix operator ==| : ComparisonPrecedence
infix operator =~| : ComparisonPrecedence

public enum Mutation {
    private static let name: String = getenv("CKSW_MUTANT").map { String(cString: $0) } ?? ""
    static let active: Int = Int(name) ?? 0

    public static func number<T: ExpressibleByIntegerLiteral & AdditiveArithmetic>(
        _ value: T, _ site: Int
    ) -> T {
        active == site ? value + 1 : value
    }

    public static func state(_ state: DutyState, _ site: Int) -> DutyState {
        guard active == site else { return state }
        return switch state {
        case .met: .overdue
        case .overdue, .missed, .unknown, .notApplicable: .met
        case .soon: .upcoming
        case .upcoming: .soon
        }
    }

    public static func state(_ state: PEPCheck.State, _ site: Int) -> PEPCheck.State {
        guard active == site else { return state }
        return state == .done ? .missing : .done
    }

    public static func named(_ key: String, _ value: Int, _ unit: String) -> Int {
        guard name == "number:" + key else { return value }
        return unit == PolicyNumber.dayOfYear ? value - 1 : value + 1
    }
}

struct Order {
    enum Kind { case less, lessOrEqual, greater, greaterOrEqual }
    let kind: Kind
    /// The switches that move the boundary (-1 where there is none) and that turn the answer round.
    let boundary: Int
    let turned: Int
    static func lt(_ one: Int, _ two: Int) -> Order { Order(kind: .less, boundary: one, turned: two) }
    static func le(_ one: Int, _ two: Int) -> Order {
        Order(kind: .lessOrEqual, boundary: one, turned: two)
    }
    static func gt(_ one: Int, _ two: Int) -> Order {
        Order(kind: .greater, boundary: one, turned: two)
    }
    static func ge(_ one: Int, _ two: Int) -> Order {
        Order(kind: .greaterOrEqual, boundary: one, turned: two)
    }

    func answer(isLess: Bool, isSame: Bool) -> Bool {
        let answer =
            switch kind {
            case .less: isLess
            case .lessOrEqual: isLess || isSame
            case .greater: !isLess && !isSame
            case .greaterOrEqual: !isLess
            }
        let isMoved = Mutation.active == boundary && isSame
        return answer != (isMoved || Mutation.active == turned)
    }
}

struct Ordering<T: Comparable> {
    let left: T
    let order: Order
}

func |< <T: Comparable>(left: T, order: Order) -> Ordering<T> { Ordering(left: left, order: order) }

func >| <T: Comparable>(ordering: Ordering<T>, right: T) -> Bool {
    ordering.order.answer(isLess: ordering.left < right, isSame: ordering.left == right)
}

struct PairOrdering<A: Comparable, B: Comparable> {
    let left: (A, B)
    let order: Order
}

func |< <A: Comparable, B: Comparable>(left: (A, B), order: Order) -> PairOrdering<A, B> {
    PairOrdering(left: left, order: order)
}

func >| <A: Comparable, B: Comparable>(pair: PairOrdering<A, B>, right: (A, B)) -> Bool {
    pair.order.answer(isLess: pair.left < right, isSame: pair.left == right)
}

struct Sameness {
    let same: Bool
    let site: Int
    static func eq(_ site: Int) -> Sameness { Sameness(same: true, site: site) }
    static func ne(_ site: Int) -> Sameness { Sameness(same: false, site: site) }
}

struct Comparing<T: Equatable> {
    let left: T
    let sameness: Sameness
}

func |== <T: Equatable>(left: T, sameness: Sameness) -> Comparing<T> {
    Comparing(left: left, sameness: sameness)
}

func ==| <T: Equatable>(comparing: Comparing<T>, right: T) -> Bool {
    ((comparing.left == right) == comparing.sameness.same)
        != (Mutation.active == comparing.sameness.site)
}

/// Compares with `nil`.
func =~| <T>(left: T?, sameness: Sameness) -> Bool {
    ((left == nil) == sameness.same) != (Mutation.active == sameness.site)
}
"""

COMPARISON = re.compile(r"(?<=\s)(<=|>=|==|!=|<|>)(?=\s)")
NUMBER = re.compile(r"(?<![\w.$#])\d[\d_]*(?![\w]|\.\d)|(?<=\.\.[.<])\d[\d_]*(?!\w)")
STATE = re.compile(r"(?<![\w)\]?!])\.(met|unknown|upcoming|soon|overdue|missed|notApplicable)\b(?!\()")
NAMES = {"<": "lt", "<=": "le", ">": "gt", ">=": "ge", "==": "eq", "!=": "ne"}
MOVED = {"<": "<=", "<=": "<", ">": ">=", ">=": ">"}
TURNED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}
FLIPPED = {"met": "overdue", "overdue": "met", "missed": "met", "unknown": "met",
           "notApplicable": "met", "soon": "upcoming", "upcoming": "soon"}


def only_code(text):
    """The text with comments and strings blanked, of the same length."""
    out, i, n = [], 0, len(text)

    def blank(end):
        out.extend(c if c == "\n" else "\0" for c in text[i:end])
        return end

    while i < n:
        if text.startswith("//", i):
            end = text.find("\n", i)
            i = blank(n if end < 0 else end)
        elif text.startswith("/*", i):
            i = blank(text.index("*/", i) + 2)
        elif text[i] == '"':
            i = blank(end_of_string(text, i))
        else:
            out.append(text[i])
            i += 1
    return "".join(out)


def end_of_string(text, start):
    quotes = '"""' if text.startswith('"""', start) else '"'
    i = start + len(quotes)
    while not text.startswith(quotes, i):
        if text.startswith("\\(", i):
            depth, i = 1, i + 2
            while depth:
                if text[i] == '"':
                    i = end_of_string(text, i)
                    continue
                depth += {"(": 1, ")": -1}.get(text[i], 0)
                i += 1
        else:
            i += 2 if text[i] == "\\" else 1
    return i + len(quotes)


def switched(text, file, first):
    """The text with a switch in each place, numbered from `first`, and their mutants."""
    code = only_code(text)
    starts = [0] + [m.end() for m in re.finditer("\n", code)]
    lines = code.split("\n")
    edits, found = [], []

    def place(at):
        number = bisect.bisect_right(starts, at)
        return number, lines[number - 1].strip()

    def add(line, kind, before, after):
        found.append(Mutant(str(first + len(found)), file, line, kind, before, after))

    spots = sorted(
        [(m.start(), "comparison", m) for m in COMPARISON.finditer(code)]
        + [(m.start(), "number", m) for m in NUMBER.finditer(code)]
        + [(m.start(), "state", m) for m in STATE.finditer(code)], key=lambda s: s[0])
    for at, kind, match in spots:
        line, around = place(at)
        is_declaration = re.match(r"(case|@|\.\.\.)|.*\bfunc [<>=]|.*\bwhere [A-Z]\w*(\.\w+)? ==", around)
        if is_declaration:
            continue
        before, site = match.group(), first + len(found)
        if kind == "number":
            after = f"Mutation.number({before}, {site})"
            add(line, kind, context(around, before), f"{int(before.replace('_', '')) + 1}")
        elif kind == "state":
            after = f"Mutation.state({before}, {site})"
            add(line, kind, context(around, before), "." + FLIPPED[match.group(1)])
        elif before in MOVED:
            # Sorting is by keys that are never equal: its boundary is no other order.
            is_sorting = re.search(r"\(\S+, \S+\) [<>]=? \(|\.(sorted|sort|max|min) \{", around)
            if not is_sorting:
                add(line, kind, context(around, before), MOVED[before])
            switches = f"-1, {site}" if is_sorting else f"{site}, {site + 1}"
            after = f"|< .{NAMES[before]}({switches}) >|"
            add(line, kind, context(around, before), TURNED[before])
        elif re.match(r"\s+nil\b", code[match.end():]):
            after = f"=~| .{NAMES[before]}({site})"
            add(line, kind, context(around, before), TURNED[before])
            edits.append((at, match.end() + code[match.end():].index("nil") + 3, after))
            continue
        else:
            after = f"|== .{NAMES[before]}({site}) ==|"
            add(line, kind, context(around, before), TURNED[before])
        edits.append((at, match.end(), after))
    for start, end, after in reversed(edits):
        text = text[:start] + after + text[end:]
    return text, found


def context(around, before):
    return f"{before}  in  {around.replace(chr(0), '·')[:70]}"


def fewer_targets(package, kept):
    """A Package.swift with only the targets named."""
    head, body = package.split("    targets: [\n", 1)
    body, tail = body.split("\n    ],\n    swiftLanguageModes", 1)
    targets = re.split(r"\n(?=        \.\w+\()", body)
    body = "\n".join(t for t in targets if re.search(r'name: "(\w+)"|\("(\w+)"', t)
                     and re.search(r'(?:name: )"(\w+)"', t).group(1) in kept)
    head = re.sub(r"    products: .*\n", "", head)
    head = "\n".join(l for l in head.split("\n") if "GRDB" not in l and "argument-parser" not in l)
    return f"{head}    targets: [\n{body}\n    ],\n    swiftLanguageModes{tail}"
