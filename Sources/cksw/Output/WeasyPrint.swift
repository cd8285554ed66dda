import Foundation

/// The program `weasyprint` (https://weasyprint.org), which makes a PDF of a page of HTML.
enum WeasyPrint {
    /// - Throws: a `Failure` of 69 where it is not installed, or ends without a PDF.
    static func pdf(of html: String) throws -> [UInt8] {
        guard let program,
            let ending = try? program.run(
                ["--quiet", "--encoding", "utf-8", "-", "-"], input: Data(html.utf8))
        else { throw missing }
        guard ending.failure == nil, !ending.output.isEmpty else {
            throw Failure(Failure.unavailable, "weasyprint has made no PDF: \(ending.why)")
        }
        return [UInt8](ending.output)
    }

    static var isInstalled: Bool { program != nil }

    /// A person elsewhere must not say which program runs here, so a fixed session looks in the
    /// system's folders alone.
    private static var program: PipedProgram? {
        let path = FixedSession.isOn ? nil : Environment["PATH"]
        let folders = (path ?? "/usr/local/bin:/usr/bin:/bin").split(separator: ":")
        return PipedProgram("weasyprint", in: folders.map(String.init))
    }

    private static var missing: Failure {
        Failure(
            Failure.unavailable,
            "a PDF needs the program weasyprint, which is not installed; install it (apt-get install "
                + "weasyprint), or take --format html and print that from a browser")
    }
}
