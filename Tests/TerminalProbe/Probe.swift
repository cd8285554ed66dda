import Glibc
import Terminal
import ViewModels

/// A small program that shows all that the terminal does, for the tests that drive it.
@main enum Probe {
    static func main() {
        let environment: @Sendable (String) -> String? = { name in
            getenv(name).map { String(cString: $0) }
        }
        let isTTY = isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1
        if let refusal = TerminalKind.refusal(term: environment("TERM"), isTTY: isTTY) {
            print(refusal)
            exit(64)
        }
        let charset = Charset.ofLocale(environment: environment)
        guard let input = TerminalInput(),
            let screen = CursesSurface(environment: environment)
        else { exit(70) }
        let list = ProbeList(title: "\(charset) \(screen.theme.depth)", waker: input.waker)
        let isForced = environment("FORCED") != nil
        var loop = Loop(list, on: screen, input: input, canSuspend: !isForced)
        switch loop.run() {
        case .quit: exit(0)
        case .hangUp:
            saveDraft(environment("DRAFT"))
            exit(129)
        case .terminated(let signal): exit(128 + signal)
        case .abandoned: exit(0)
        }
    }

    private static func saveDraft(_ path: String?) {
        guard let path, let file = fopen(path, "w") else { return }
        fputs("saved", file)
        fclose(file)
    }
}
