/// All that is wrong with a pack, so that whoever writes one sees it at once.
struct PackFaultList {
    private(set) var faults: [PackFault] = []

    mutating func add(_ fault: PackFault) {
        // A key that two rules need is missing once.
        if !faults.contains(fault) { faults.append(fault) }
    }

    /// What is read; where it cannot be, its fault is kept and the reading goes on.
    @discardableResult
    mutating func note<Value>(_ read: () throws(PackFault) -> Value) -> Value? {
        do {
            return try read()
        } catch {
            add(error)
            return nil
        }
    }
}
