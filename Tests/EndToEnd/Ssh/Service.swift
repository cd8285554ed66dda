import Glibc

/// A program that runs beside the tests until it is ended, by its id.
///
/// Not Foundation's `Process`: sshd and ssh close every descriptor that they did not open, which that
/// takes for their end, and then waits for them in the place of everyone else.
final class Service {
    struct Refused: Error {}

    private let id: pid_t
    private var isEnded = false

    /// - Parameter log: the file that what it says is written to.
    init(_ program: String, _ arguments: [String], log: String) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        // A thread of the tests may hold signals back, and what it starts would too: for ever, and
        // so past every attempt to end it.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        let words: [UnsafeMutablePointer<CChar>?] =
            ([program] + arguments).map { strdup($0) } + [nil]
        let settings: [String] = ["PATH=/usr/sbin:/usr/bin:/bin", "LANG=C.UTF-8"]
        let environment: [UnsafeMutablePointer<CChar>?] = settings.map { strdup($0) } + [nil]
        defer { for text in words + environment { free(text) } }
        var id: pid_t = 0
        guard posix_spawn(&id, program, &actions, &attributes, words, environment) == 0 else {
            throw Refused()
        }
        self.id = id
    }

    deinit { end() }

    var isRunning: Bool {
        var status: Int32 = 0
        if !isEnded, waitpid(id, &status, WNOHANG) == id { isEnded = true }
        return !isEnded
    }

    func end() {
        // Again and again: one that comes just before ssh begins to wait is not seen.
        while isRunning {
            kill(id, SIGTERM)
            usleep(1000)
        }
    }
}
