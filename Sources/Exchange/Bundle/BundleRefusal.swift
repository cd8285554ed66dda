/// Why a bundle was not imported; nothing has changed.
public enum BundleRefusal: Error, Sendable {
    /// The folder is not there, or may not be read.
    case noFolder(String)
    case badData(folder: String, RowMessages)

    /// The first line says what happened and what to do, the others where.
    public var lines: [String] {
        switch self {
        case .noFolder(let words): [words]
        case .badData(let folder, let faults):
            [
                "\(VisibleText.of(folder, limit: 200)): nothing was imported: "
                    + faults.count.counted("fault")
                    + "; correct what is listed and import again"
            ] + faults.lines
        }
    }
}
