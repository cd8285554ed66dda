import Glibc

/// Ports of the loopback address.
enum Port {
    struct None: Error {}

    /// A port that nobody listens on now.
    static func free() throws -> UInt16 {
        let listener = try Listener()
        return listener.port
    }

    static func answers(_ port: UInt16) -> Bool {
        guard let socket = connect(port) else { return false }
        close(socket)
        return true
    }

    /// A connection, or `nil` where nobody listens.
    static func connect(_ port: UInt16) -> Int32? {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard socket >= 0 else { return nil }
        let isOpen = withAddress(port) { Glibc.connect(socket, $0, $1) == 0 }
        if !isOpen { close(socket) }
        return isOpen ? socket : nil
    }

    /// Reads until the other end closes; what it sent.
    static func readToEnd(_ socket: Int32) -> [UInt8] {
        var all: [UInt8] = []
        var bytes = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(socket, &bytes, bytes.count)
            guard count > 0 else { return all }
            all += bytes.prefix(count)
        }
    }

    fileprivate static func withAddress<Result>(
        _ port: UInt16, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Result
    ) -> Result {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}

/// Somebody who waits on the loopback address: the service that an attack would like to reach.
final class Listener {
    let port: UInt16
    private let socket: Int32

    init() throws {
        let made = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isNamed =
            made >= 0 && Port.withAddress(0) { bind(made, $0, $1) == 0 } && listen(made, 8) == 0
            && withUnsafeMutablePointer(to: &address) {
                $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    getsockname(made, $0, &length) == 0
                }
            }
        guard isNamed else { throw Port.None() }
        socket = made
        port = UInt16(bigEndian: address.sin_port)
    }

    deinit { close(socket) }

    /// Whether somebody has come.
    var wasReached: Bool {
        var watched = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        return poll(&watched, 1, 0) > 0
    }
}
