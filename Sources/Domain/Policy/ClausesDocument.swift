/// `docs/clauses.md`: every clause of a policy, and the rules that show whether it is kept.
public enum ClausesDocument {
    public static func markdown(of pack: PolicyPack) -> String {
        var lines = [
            "# The clauses of \(pack.name)", "",
            "Made from the policy pack. A clause is *computed* from the facts by the rules named "
                + "beside it, or *attested* once a year with evidence; each rule is listed below "
                + "with the law or guidance behind it.", "",
        ]
        for section in pack.clauses.map(\.section).eachOnce() {
            lines += [
                "## \(section)", "", "| clause | what is promised | shown by |", "|---|---|---|",
            ]
            lines += pack.clauses.filter { $0.section == section }.map { row($0, pack) }
            lines.append("")
        }
        lines += ["## Rules", "", "| rule | what it asks | law or guidance |", "|---|---|---|"]
        lines += pack.rules.map { rule in
            "| `\(rule.id)` | \(rule.title.tableCell) | \((pack.law[rule.id.rawValue] ?? "this policy").tableCell) |"
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func row(_ clause: Clause, _ pack: PolicyPack) -> String {
        let rules = pack.rules.filter { $0.clauses.contains(clause.id) }.map { "`\($0.id)`" }
        let shown = clause.isComputed ? rules : ["attested: " + rules.joined(separator: ", ")]
        return "| \(clause.id) | \(clause.text.tableCell) | \(shown.joined(separator: ", ")) |"
    }
}
