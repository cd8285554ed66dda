extension RuleID {
    func next(for duty: Duty) -> NextAction? { nil }
}
